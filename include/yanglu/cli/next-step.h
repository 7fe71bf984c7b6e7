#pragma once

#include "yanglu/app/options.h"

G_BEGIN_DECLS

/** yl_next_step_print: the last line of what a command prints: "下一步：…". */
void yl_next_step_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** yl_next_step_tell_options: what is said of the words that were given with them, which stay as they are. */
const char *yl_next_step_tell_options (const YlJobOptions *options);

/** yl_next_step_quote: (transfer full): the file @path as it is typed in a command that a line proposes. */
char *yl_next_step_quote (const char *path);
/** yl_next_step_quote_all: (transfer full): the same of several; of many the first, and an ellipsis.
 * @paths: (array zero-terminated=1) */
char *yl_next_step_quote_all (const char *const *paths);
/** yl_next_step_find_name: (transfer full): the first of 退回.xlsx, 退回2.xlsx, … that nothing is called. */
char *yl_next_step_find_name (const char *stem, const char *ending);

G_END_DECLS
