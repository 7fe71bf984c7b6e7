#pragma once

/**
 * yl_command_new: writes the empty entry workbook (录入表) of a county or zone.
 * @argv: the command line from the command's own name on: argv[0] is "new"
 *
 * Returns: the exit status, a YlExit
 */
int yl_command_new (int argc, char **argv);
