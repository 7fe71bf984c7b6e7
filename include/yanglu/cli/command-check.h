#pragma once

/**
 * yl_command_check: lists every fault of a road list.
 * @argv: the command line from the command's own name on: argv[0] is "check"
 *
 * Returns: the exit status, a YlExit
 */
int yl_command_check (int argc, char **argv);
