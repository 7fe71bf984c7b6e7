#pragma once

#include "yanglu/cli/command.h"

G_BEGIN_DECLS

/** The line that stands for the names of files. */
#define YL_COMPLETION_FILES ":files"

/**
 * yl_completion_print: what the shell may put for the last of @words, a line each.
 * @words: (array length=n_words): what stands behind `yanglu`, the word that is being typed last
 */
void yl_completion_print (const YlCommand *const *commands,
                          guint n_commands,
                          char *const *words,
                          guint n_words);

G_END_DECLS
