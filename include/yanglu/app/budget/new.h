#pragma once

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
  gboolean force;
} YlNewRequest;

/** YlNewJob: what was made. */
typedef struct
{
  GPtrArray *paths; /* (element-type filename): in order */
} YlNewJob;

/**
 * yl_new_job_run: makes an entry workbook, or forms of townships. Files that are there are named and refused, before any
 * is written, unless @request->force; where writing fails later the message names those that stand.
 */
YlNewJob *yl_new_job_run (const YlNewRequest *request, GError **error);
void yl_new_job_free (YlNewJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlNewJob, yl_new_job_free)

G_END_DECLS
