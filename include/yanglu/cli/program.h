#pragma once

#include "yanglu/cli/command.h"

G_BEGIN_DECLS

/** The commands of the program, in the order of its help. */
typedef struct
{
  const YlCommand *const *commands;
  guint n_commands;
  const char *version;
} YlProgram;

/**
 * yl_program_run: does what the first word says: a command, `help` of one, `--help`, `--version`,
 * `--complete`. A word that is none of these is told, with what may have been meant, and not done.
 *
 * Returns: the exit status, a YlExit
 */
int yl_program_run (const YlProgram *program, int argc, char **argv);

G_END_DECLS
