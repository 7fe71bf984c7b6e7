#pragma once

#include "yanglu/domain/audit/found-budget.h"

G_BEGIN_DECLS

/**
 * yl_found_table_get_step: what the last digit of @column is worth, in its units: 10 000 fen for
 * 万元 with two decimals. Numbers are rounded to it; a few numbers with more digits do not count.
 */
gint64 yl_found_table_get_step (const YlFoundTable *table, guint column);

/** yl_found_value_get_step: the same of one number that may have more digits than the others. */
gint64 yl_found_value_get_step (const YlFoundValue *value, gint64 unit, gint64 column_step);

G_END_DECLS
