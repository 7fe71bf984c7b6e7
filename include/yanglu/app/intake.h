#pragma once

#include "yanglu/domain/choices.h"
#include "yanglu/domain/intake.h"

G_BEGIN_DECLS

/** yl_intake_tell: a line for each thing that is to be said of what was read; none where there is nothing. */
void yl_intake_tell (const YlIntake *intake, YlChoices *choices);

G_END_DECLS
