#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How a command ended; the exit status of the program. */
typedef enum
{
  YL_EXIT_DONE = 0,
  YL_EXIT_FINDINGS = 1, /* done, with findings of severity error */
  YL_EXIT_NOT_DONE = 2, /* nothing was written */
} YlExit;

/* Each takes the command line from its own name on: argv[0] is "budget" … Returns: a YlExit. */
int yl_command_new (int argc, char **argv);
int yl_command_check (int argc, char **argv);
int yl_command_budget (int argc, char **argv);
int yl_command_summary (int argc, char **argv);
int yl_command_policy (int argc, char **argv);

G_END_DECLS
