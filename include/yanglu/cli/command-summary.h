#pragma once

/**
 * yl_command_summary: adds up kilometres and standard money of road lists of any size.
 * @argv: the command line from the command's own name on: argv[0] is "summary"
 *
 * Returns: the exit status, a YlExit
 */
int yl_command_summary (int argc, char **argv);
