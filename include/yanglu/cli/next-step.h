#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** yl_next_step_print: the last line of what a command prints: "下一步：…". */
void yl_next_step_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** yl_next_step_quote: (transfer full): the file @path as it is typed in a command that a line proposes. */
char *yl_next_step_quote (const char *path);

G_END_DECLS
