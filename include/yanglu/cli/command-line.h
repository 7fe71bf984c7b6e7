#pragma once

#include "yanglu/cli/command.h"

G_BEGIN_DECLS

/** How a command ended; the exit status of the program. */
typedef enum
{
  YL_EXIT_DONE = 0,
  YL_EXIT_FINDINGS = 1, /* done, with findings of severity error */
  YL_EXIT_NOT_DONE =
      2, /* nothing was written, or of an audit: nothing in the file could be audited */
  YL_EXIT_PARTLY = 3, /* of an audit: no error, but not everything was compared */
} YlExit;

/**
 * yl_command_line_run: does what @command says, or its verb to its argument if it takes one.
 * @argv: the command line from the command's own name on
 *
 * What failed is printed as the program's last word.
 *
 * Returns: the exit status, a YlExit
 */
int yl_command_line_run (const YlCommand *command, int argc, char **argv);

/**
 * yl_command_line_parse: takes the options of @command out of the command line.
 * @values: what the offsets of the options point into; what is not given stays as it is
 * @out_status: (out): the exit status when there is nothing left to do
 *
 * `--help` prints the help. A wrong option or value is told in Chinese on standard error.
 *
 * Returns: (transfer full): %NULL when the command must end with @out_status
 */
YlCommandLine *yl_command_line_parse (
    const YlCommand *command, int argc, char **argv, gpointer values, int *out_status);
void yl_command_line_free (YlCommandLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlCommandLine, yl_command_line_free)

/** yl_command_line_get_rest: (array zero-terminated=1): what is no option; never %NULL. */
const char *const *yl_command_line_get_rest (const YlCommandLine *line, guint *out_n);

/** yl_command_line_get_only: the one argument that is no option; %YL_ERROR_USAGE when there is none or are more. */
const char *yl_command_line_get_only (const YlCommandLine *line, const char *what, GError **error);

/** yl_command_line_find_refused: (nullable): a value that was given, of an option that is refused in
 * @mode. */
const char *yl_command_line_find_refused (const YlCommandLine *line, guint mode);

/** yl_command_line_find_text: (nullable): the option @name as it was typed, "" of one that takes no value. */
const char *yl_command_line_find_text (const YlCommandLine *line, const char *name);

/** yl_command_line_get_command: the command that it is of. */
const YlCommand *yl_command_line_get_command (const YlCommandLine *line);

/** yl_command_line_get_words: the words of the option @name of its command; never %NULL. */
const YlOptionWord *yl_command_line_get_words (const YlCommandLine *line, const char *name);

/** yl_command_line_is_over_input: whether @path is a file of the command line that is read: an
 * argument that is no option, or the value of one that is an input. */
gboolean yl_command_line_is_over_input (const YlCommandLine *line, const char *path);

/** yl_command_line_fail: prints @error as the program's last word. Returns: %YL_EXIT_NOT_DONE. */
int yl_command_line_fail (const GError *error);

/** yl_command_line_is_book_name: refuses a name that Excel would not open as a workbook. */
gboolean yl_command_line_is_book_name (const char *path, GError **error);

/** yl_command_line_read_clock: the year of the clock, for where nothing else tells. */
guint yl_command_line_read_clock (void);

G_END_DECLS
