#include "yanglu/app/record/import.h"

#include "yanglu/app/intake.h"
#include "yanglu/app/load.h"
#include "yanglu/app/record/fill.h"
#include "yanglu/app/record/job.h"
#include "yanglu/base/error.h"
#include "yanglu/domain/findings-as-read.h"
#include "yanglu/io/file-form.h"
#include "yanglu/io/places/register.h"

#include <string.h>

void
yl_record_import_job_free (YlRecordImportJob *job)
{
  if (job == NULL)
    return;
  g_clear_pointer (&job->findings, yl_findings_free);
  g_clear_pointer (&job->choices, yl_arena_free_record);
  g_clear_pointer (&job->n_rows, g_array_unref);
  g_clear_pointer (&job->answer, yl_step_answer_free);
  g_free (job);
}

/* What the files are read into beside the record: nothing of it is kept. */
typedef struct
{
  YlRecordImportJob *job;
  YlRecordFill *fill;
  YlLoadContext context;
  YlEntry *entry;
} Reading;

static void
pass_road (gpointer self, const YlRoadRow *row)
{
  (void) self;
  (void) row;
}

/* A workbook of roads may be the entry workbook; what is wrong with the file itself is told once. */
static gboolean
read_roads (Reading *reading, const YlInput *input, GError **error)
{
  YlRoadImportTally tally = { 0 };
  if (!yl_load_roads (&reading->context, input, NULL, (YlRoadSink){ pass_road, NULL }, &tally,
                      error))
    return FALSE;
  const gboolean is_budget = reading->context.intake->budgets->len > 0;
  if (is_budget || !yl_file_form_is_workbook (input))
    return TRUE;
  g_autoptr (YlFindings) told = yl_findings_new_counting (0);
  YlLoadContext again = reading->context;
  again.findings = told;
  return yl_load_entry (&again, input, YL_ENTRY_ALL, reading->entry, error);
}

static gboolean
read_file (Reading *reading, const char *path, YlEntryKind kind, gboolean is_roads, GError **error)
{
  if (path == NULL)
    return TRUE;
  g_autoptr (YlInput) input = yl_input_open (path, error);
  if (input == NULL)
    return FALSE;
  yl_record_fill_begin_file (reading->fill);
  return is_roads ? read_roads (reading, input, error)
                  : yl_load_entry (&reading->context, input, kind, reading->entry, error);
}

static gboolean
read_files (Reading *reading, const YlRecordImportRequest *request, GError **error)
{
  return read_file (reading, request->roads, YL_ENTRY_ALL, TRUE, error)
         && read_file (reading, request->entry, YL_ENTRY_ALL, FALSE, error)
         && read_file (reading, request->funds, YL_ENTRY_FUNDS, FALSE, error)
         && read_file (reading, request->bridges, YL_ENTRY_BRIDGES, FALSE, error);
}

static gboolean
apply (Reading *reading, YlRecord *record, const YlRecordImportRequest *request, GError **error)
{
  YlRecordImportJob *job = reading->job;
  guint n_forms = 0;
  const YlRecordForm *forms = yl_record_forms_get (&n_forms);
  guint n_all = 0;
  for (guint i = 0; i < n_forms; i++)
    {
      const guint n = yl_record_fill_get_n (reading->fill, &forms[i]);
      g_array_append_val (job->n_rows, n);
      n_all += n;
    }
  if (n_all == 0)
    return TRUE;
  g_autofree char *step_id = g_uuid_string_random ();
  YlRecordStep step = {
    .step_id = step_id, .at_ms = request->actor.at_ms, .who = request->actor.who, .kind = "import"
  };
  step.changes = yl_record_fill_make (reading->fill, request->replaces, &step.n_changes, error);
  job->answer = step.changes == NULL ? NULL : yl_record_apply (record, &step, error);
  return job->answer != NULL;
}

static gboolean
run (YlRecordImportJob *job, YlRecord *record, const YlRecordImportRequest *request, GError **error)
{
  const YlRecordIdentity *identity = yl_record_get_identity (record);
  g_autoptr (YlCopy) kept = yl_record_keep (record, error);
  g_autoptr (YlWords) words =
      kept == NULL ? NULL : yl_record_open_words (kept, job->choices, error);
  g_autoptr (YlPlaces) places = words == NULL ? NULL : yl_register_load (error);
  if (places == NULL)
    return FALSE;
  g_autoptr (YlIntake) intake = yl_intake_new ();
  g_autoptr (YlEntry) entry = yl_entry_new ();
  g_autoptr (YlRecordFill) fill = yl_record_fill_new (record, words);
  Reading reading = { .job = job,
                      .fill = fill,
                      .entry = entry,
                      .context = { .words = words,
                                   .places = places,
                                   .county_code = (guint32) strtoul (identity->county, NULL, 10),
                                   .year = identity->year,
                                   .findings = job->findings,
                                   .intake = intake,
                                   .typed = yl_record_fill_get_sink (fill) } };
  if (!read_files (&reading, request, error))
    return FALSE;
  yl_intake_tell_files (intake, 0, job->choices);
  yl_intake_tell (intake, job->choices);
  yl_findings_arrange (job->findings, intake);
  return apply (&reading, record, request, error);
}

YlRecordImportJob *
yl_record_import_run (YlRecord *record, const YlRecordImportRequest *request, GError **error)
{
  g_autoptr (YlRecordImportJob) job = g_new0 (YlRecordImportJob, 1);
  job->findings = yl_findings_new ();
  job->choices = yl_choices_new ();
  job->n_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  return run (job, record, request, error) ? g_steal_pointer (&job) : NULL;
}
