#pragma once

#include "yanglu/domain/choices.h"
#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/** yl_findings_print: findings in plain Chinese, alike ones as one, as yl_findings_group() does, at most
 * @n_most of these (0: all), the gravest, in their order; then how many there are of each severity.
 * Returns: whether one stands for others */
gboolean yl_findings_print (const YlFindings *findings, gsize n_most);

/** yl_findings_print_first: the first @n of @code that were kept, a line each: place and sentence.
 * Returns: how many were printed */
guint64 yl_findings_print_first (const YlFindings *findings, YlCode code, guint n);

/** yl_findings_exit: %YL_EXIT_FINDINGS when one is of severity error, else %YL_EXIT_DONE. */
int yl_findings_exit (const YlFindings *findings);

/** yl_choices_print: what the program chose, a line each; @whose: what stands before each, such as "上年". */
void yl_choices_print (const YlChoices *choices, const char *whose);

G_END_DECLS
