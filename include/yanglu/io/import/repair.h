#pragma once

#include "yanglu/io/import/heads.h"

G_BEGIN_DECLS

/** yl_repair_number: (transfer full) (nullable): a number that somebody wrote its unit behind as a column
 * in @wanted has it, "12万元" in yuan; %NULL when that is not certain. */
char *yl_repair_number (const YlWords *words, YlText written, YlHeadUnit wanted);

G_END_DECLS
