#pragma once

#include "yanglu/app/options.h"
#include "yanglu/cli/command-line.h"

G_BEGIN_DECLS

/** The name that is proposed for a list that goes back. */
#define YL_GIVEN_BACK_FILE "退回.xlsx"

/** yl_next_step_print: the last line of what a command prints: "下一步：…". */
void yl_next_step_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** yl_next_step_print_give_back: how lists with faults go back to whom they came from. */
void yl_next_step_print_give_back (const YlCommandLine *line, const YlJobOptions *options);

/** yl_next_step_quote_lists: (transfer full): the road lists of @line as they were typed, so that a proposed command reads them. */
char *yl_next_step_quote_lists (const YlCommandLine *line);
/** yl_next_step_tell_options: what is said of the words that were given with them, which stay as they are. */
const char *yl_next_step_tell_options (const YlJobOptions *options);

/** yl_next_step_quote: (transfer full): the file @path as it is typed in a command that a line proposes. */
char *yl_next_step_quote (const char *path);

G_END_DECLS
