#pragma once

/**
 * yl_command_audit: finds what is wrong in a budget that somebody else made or changed.
 * @argv: the command line from the command's own name on: argv[0] is "audit"
 *
 * Returns: the exit status, a YlExit
 */
int yl_command_audit (int argc, char **argv);
