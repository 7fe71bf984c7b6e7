#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How a command ended; the exit status of the program. */
typedef enum
{
  YL_EXIT_DONE = 0,
  YL_EXIT_FINDINGS = 1, /* done, with findings of severity error */
  YL_EXIT_NOT_DONE = 2, /* nothing was written */
} YlExit;

/**
 * yl_command_line_parse: takes the options of @entries out of the command line.
 * @help: the whole Chinese help text of the command, which ends with an example that works
 * @entries: of the kinds G_OPTION_ARG_NONE, _FILENAME and _FILENAME_ARRAY (for G_OPTION_REMAINING) only:
 *   others fail on Chinese text in the C locale
 * @out_status: (out): the exit status when there is nothing left to do
 *
 * `--help` prints @help. A wrong option is told in Chinese on standard error.
 *
 * Returns: %FALSE when the command must end with @out_status
 */
gboolean yl_command_line_parse (
    int argc, char **argv, const char *help, const GOptionEntry *entries, int *out_status);

/** yl_command_line_fail: prints @error as the program's last word. Returns: %YL_EXIT_NOT_DONE. */
int yl_command_line_fail (const GError *error);

/** yl_command_line_parse_year: four digits, 1990 to 2100; else %YL_ERROR_USAGE. */
gboolean yl_command_line_parse_year (const char *text, guint *out_year, GError **error);

/** yl_command_line_parse_choice: the place of @text in @names; else %YL_ERROR_USAGE names them all. */
gboolean yl_command_line_parse_choice (const char *option,
                                       const char *text,
                                       const char *const *names,
                                       guint *out_index,
                                       GError **error);

/** yl_command_line_is_book_name: refuses a name that Excel would not open as a workbook. */
gboolean yl_command_line_is_book_name (const char *path, GError **error);

G_END_DECLS
