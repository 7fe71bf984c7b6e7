#pragma once

#include "yanglu/app/budget/list.h"
#include "yanglu/app/options.h"

G_BEGIN_DECLS

/** What `new` is asked for. */
typedef struct
{
  YlJobOptions options; /* who, and which year */
  const char *path;     /* (nullable): of one file; %NULL: a file a township in @folder */
  const char
      *townships; /* (nullable): codes or names of townships, separated by commas: forms of these */
  const char *folder; /* (nullable) */
  const char *from;   /* (nullable): a list of roads, an entry workbook or a budget of last year */
  gboolean force;
} YlNewRequest;

/** Beside the forms in their folder: the rows that are of none of their townships. */
#define YL_NEW_UNPLACED_FILE "未分乡镇.xlsx"

/** YlNewJob: what was made. */
typedef struct
{
  GPtrArray *paths;       /* (element-type filename): in order */
  YlChoices *choices;     /* whom it was made for, where that was called by its name */
  GArray *n_rows;         /* of guint: the roads that were filled in, by path */
  YlListJob *from;        /* (nullable): as it was read */
  guint n_filled;         /* of its rows, all files together */
  guint n_not_understood; /* of these, rows of which only code and name were */
  guint
      n_unplaced; /* rows of no township that the forms are for: in the last file, if there is a folder */
  char *unplaced; /* (nullable): where the first of these stood */
} YlNewJob;

/**
 * yl_new_job_run: makes an entry workbook, or forms of townships. Files that are there are named and refused, before any
 * is written, unless @request->force; where writing fails later the message names those that stand.
 */
YlNewJob *yl_new_job_run (const YlNewRequest *request, GError **error);
void yl_new_job_free (YlNewJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlNewJob, yl_new_job_free)

G_END_DECLS
