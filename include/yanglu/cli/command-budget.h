#pragma once

/**
 * yl_command_budget: makes the budget of a road list: workbook, JSON or text.
 * @argv: the command line from the command's own name on: argv[0] is "budget"
 *
 * Returns: the exit status, a YlExit
 */
int yl_command_budget (int argc, char **argv);
