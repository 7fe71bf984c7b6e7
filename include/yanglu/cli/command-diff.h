#pragma once

/**
 * yl_command_diff: every step from one budget to another.
 * @argv: the command line from the command's own name on: argv[0] is "diff"
 *
 * Returns: the exit status, a YlExit
 */
int yl_command_diff (int argc, char **argv);
