#pragma once

#include "yanglu/app/options.h"
#include "yanglu/app/record/actor.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/choices.h"
#include "yanglu/io/store/step.h"

G_BEGIN_DECLS

/** What goes into a record at once: one step. Paths are as typed; each may be %NULL. */
typedef struct
{
  const char *roads; /* a road list, or an entry workbook */
  const char *entry;
  const char *funds;
  const char *bridges;
  gboolean
      replaces; /* a sheet that the files bring becomes what they say; rows that say the same stay */
  YlRecordActor actor;
} YlRecordImportRequest;

/** YlRecordImportJob: how it went. */
typedef struct
{
  YlFindings *findings; /* of the files */
  YlChoices *choices;   /* what was taken for what, and what was not read */
  GArray *n_rows;       /* of guint: that each sheet got, by yl_record_forms_get() */
  gsize n_changed;      /* rows of the record that the step touched */
  YlStepAnswer *answer; /* (nullable): nothing was to be done */
} YlRecordImportJob;

/** yl_record_import_run: reads the files as `budget` does and keeps their cells as they were typed. */
YlRecordImportJob *
yl_record_import_run (YlRecord *record, const YlRecordImportRequest *request, GError **error);
void yl_record_import_job_free (YlRecordImportJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRecordImportJob, yl_record_import_job_free)

G_END_DECLS
