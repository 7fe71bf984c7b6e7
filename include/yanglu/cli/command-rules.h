#pragma once

/**
 * yl_command_rules: lists, shows and checks the rules of the audit.
 * @argv: the command line from the command's own name on: argv[0] is "rules"
 *
 * Returns: the exit status, a YlExit
 */
int yl_command_rules (int argc, char **argv);
