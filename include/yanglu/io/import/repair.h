#pragma once

#include "yanglu/io/import/heads.h"

G_BEGIN_DECLS

/** yl_number_in_unit: (transfer full) (nullable): a number that somebody wrote its unit behind, or a sign
 * of money before, as a column in @wanted has it: "12万元" in yuan; %NULL when that is not certain.
 * @out_own: the unit that it was written in, @wanted for a sign alone; untouched for %NULL. */
char *
yl_number_in_unit (const YlWords *words, YlText written, YlHeadUnit wanted, YlHeadUnit *out_own);

/** yl_repair_number: (transfer full) (nullable): what yl_number_in_unit() is, unless below zero. */
char *yl_repair_number (const YlWords *words, YlText written, YlHeadUnit wanted);

G_END_DECLS
