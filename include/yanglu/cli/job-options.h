#pragma once

#include "yanglu/app/options.h"

G_BEGIN_DECLS

/** The options that commands share, as text; freed by yl_job_texts_clear(). */
typedef struct
{
  char *entry;
  char *funds;
  char *bridges;
  char *last_year;
  char *policy;
  char *county;
  char *entity;
  char *townships;
  char *year;
  char *date;
  char *format;
  char **rest; /* what is no option */
} YlJobTexts;

void yl_job_texts_clear (YlJobTexts *texts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YlJobTexts, yl_job_texts_clear)

/** yl_job_texts_read: checks the texts; @out_options borrows from @texts. */
gboolean yl_job_texts_read (const YlJobTexts *texts, YlJobOptions *out_options, GError **error);

/** yl_job_texts_get_only: the one argument that is no option; %YL_ERROR_USAGE when there is none or are more. */
const char *yl_job_texts_get_only (const YlJobTexts *texts, const char *what, GError **error);

G_END_DECLS
