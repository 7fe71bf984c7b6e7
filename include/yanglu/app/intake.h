#pragma once

#include "yanglu/calc/price.h"
#include "yanglu/domain/choices.h"
#include "yanglu/domain/intake.h"

G_BEGIN_DECLS

/** yl_intake_tell_files: how its files of text from @first on were decoded: a line each, of many files one for each
 * form. */
void yl_intake_tell_files (const YlIntake *intake, guint first, YlChoices *choices);
/** yl_intake_tell: a line for each thing that is to be said of what was read; none where there is nothing. */
void yl_intake_tell (const YlIntake *intake, YlChoices *choices);
/** yl_intake_tell_left_out: the rows that were not understood, their kilometres and what they would be paid as each class
 * that has a rate in @rates; @rates: (nullable): more than one policy holds. */
void yl_intake_tell_left_out (const YlIntake *intake, const YlRateTable *rates, YlChoices *choices);

G_END_DECLS
