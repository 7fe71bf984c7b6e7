#pragma once

#include "yanglu/app/options.h"
#include "yanglu/domain/choices.h"
#include "yanglu/domain/words.h"

G_BEGIN_DECLS

/** Told every file of the office's words, whole: @keeper is the teller's own. */
typedef void (*YlWordsKeep) (gpointer keeper, const char *name, const char *text);

/**
 * yl_job_words_open: the words that a job reads its files by: those compiled in, then those of the office, of its
 * settings and of --words; of a workbook that is made again, only those that its copy keeps.
 * @choices: (nullable): told which files added how many spellings
 * @keep: (nullable): told those files, for the copy in a workbook
 *
 * Returns: (transfer full): %NULL with @error when a file cannot be read or is faulty
 */
YlWords *yl_job_words_open (const YlJobOptions *options,
                            YlChoices *choices,
                            YlWordsKeep keep,
                            gpointer keeper,
                            GError **error);

G_END_DECLS
