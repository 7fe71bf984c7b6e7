#pragma once

#include "yanglu/domain/choices.h"
#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/** yl_findings_print: every finding in plain Chinese, at most @n_most (0: all), then how many of each severity. */
void yl_findings_print (const YlFindings *findings, gsize n_most);

/** yl_findings_exit: %YL_EXIT_FINDINGS when one is of severity error, else %YL_EXIT_DONE. */
int yl_findings_exit (const YlFindings *findings);

/** yl_choices_print: what the program chose, a line each. */
void yl_choices_print (const YlChoices *choices);

G_END_DECLS
