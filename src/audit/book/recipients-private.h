#pragma once

#include "price-private.h"

G_BEGIN_DECLS

/**
 * yl_book_name_recipients: (transfer full) (nullable): while one cell of the plan is as it was found:
 * who gets more or less by it, the largest amounts first, "于集镇人民政府多 100.00 元、…等 17 个管养
 * 单位"; %NULL when no recipient of the budget does.
 * @out_only: (transfer none): the one whom alone it concerns; %NULL when there are more
 */
char *yl_book_name_recipients (const YlBookPricing *pricing, const char **out_only);

G_END_DECLS
