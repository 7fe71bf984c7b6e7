#pragma once

#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/** yl_colour_allow: standard output and standard error may be coloured, each where it is a terminal that
 * is not dumb and NO_COLOR is not set; what is piped never is. Without this call nothing is. */
void yl_colour_allow (void);

/** yl_colour_set_aside: what is printed goes elsewhere than to standard output: it is not coloured, until
 * it is set back. */
void yl_colour_set_aside (gboolean is_aside);

/** yl_colour_print_severity: prints the name of @severity, in its colour: the word says it as well. */
void yl_colour_print_severity (YlSeverity severity);

/** yl_colour_print_failure: prints @text, the beginning of an error, to standard error, in the colour of one. */
void yl_colour_print_failure (const char *text);

G_END_DECLS
