#pragma once

/**
 * yl_command_policy: lists, shows and checks policies.
 * @argv: the command line from the command's own name on: argv[0] is "policy"
 *
 * Returns: the exit status, a YlExit
 */
int yl_command_policy (int argc, char **argv);
