#pragma once

#include "yanglu/io/import/heads.h"

G_BEGIN_DECLS

/* A number that somebody wrote its unit behind, as the column wants it; %NULL when that is not
 * certain. */
/** yl_repair_amount: (transfer full) (nullable): "12万元" in yuan or, where @wanted, in ten thousands. */
char *yl_repair_amount (YlText written, YlHeadUnit wanted);
/** yl_repair_length: (transfer full) (nullable): "3.5公里" in metres where @wanted, else in kilometres. */
char *yl_repair_length (YlText written, YlHeadUnit wanted);

G_END_DECLS
