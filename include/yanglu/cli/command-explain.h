#pragma once

/**
 * yl_command_explain: where a figure of a budget comes from, and what a road feeds.
 * @argv: the command line from the command's own name on: argv[0] is "explain"
 *
 * Returns: the exit status, a YlExit
 */
int yl_command_explain (int argc, char **argv);
