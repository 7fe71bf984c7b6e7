#pragma once

#include "yanglu/cli/command-line.h"

G_BEGIN_DECLS

/** How names of workbooks end, and that of a budget begins, as they are proposed. */
#define YL_BOOK_ENDING ".xlsx"
#define YL_BUDGET_STEM "预算"

/** yl_next_step_print: the last line of what a command prints: "下一步：…". */
void yl_next_step_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** yl_next_step_carry: (transfer full): " --county 371502 --year 2021": the options of @line that @next takes as well,
 * as they were typed, but those that say what is written and where. */
char *yl_next_step_carry (const YlCommandLine *line, const YlCommand *next);

/** yl_next_step_quote: (transfer full): the file @path as it is typed in a command that a line proposes. */
char *yl_next_step_quote (const char *path);
/** yl_next_step_quote_all: (transfer full): the same of several; of many the first, and an ellipsis.
 * @paths: (array zero-terminated=1) */
char *yl_next_step_quote_all (const char *const *paths);
/** yl_next_step_find_name: (transfer full): the first of 退回.xlsx, 退回2.xlsx, … that nothing is called. */
char *yl_next_step_find_name (const char *stem, const char *ending);

G_END_DECLS
