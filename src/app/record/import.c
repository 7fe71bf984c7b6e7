#include "yanglu/app/record/import.h"

#include "yanglu/app/record/reading.h"

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

static gboolean
read_file (
    YlRecordReading *reading, const char *path, YlEntryKind kind, gboolean is_roads, GError **error)
{
  if (path == NULL)
    return TRUE;
  g_autoptr (YlInput) input = yl_input_open (path, error);
  if (input == NULL)
    return FALSE;
  return is_roads ? yl_record_reading_take_list (reading, input, error)
                  : yl_record_reading_take_entry (reading, input, kind, error);
}

static gboolean
read_files (YlRecordReading *reading, const YlRecordImportRequest *request, GError **error)
{
  return read_file (reading, request->roads, YL_ENTRY_ALL, TRUE, error)
         && read_file (reading, request->entry, YL_ENTRY_ALL, FALSE, error)
         && read_file (reading, request->funds, YL_ENTRY_FUNDS, FALSE, error)
         && read_file (reading, request->bridges, YL_ENTRY_BRIDGES, FALSE, error);
}

static gboolean
apply (YlRecordImportJob *job,
       YlRecordFill *fill,
       YlRecord *record,
       const YlRecordImportRequest *request,
       GError **error)
{
  guint n_forms = 0;
  const YlRecordForm *forms = yl_record_forms_get (&n_forms);
  guint n_all = 0;
  for (guint i = 0; i < n_forms; i++)
    {
      const guint n = yl_record_fill_get_n (fill, &forms[i]);
      g_array_append_val (job->n_rows, n);
      n_all += n;
    }
  if (n_all == 0)
    return TRUE;
  g_autofree char *step_id = g_uuid_string_random ();
  YlRecordStep step = {
    .step_id = step_id, .at_ms = request->actor.at_ms, .who = request->actor.who, .kind = "import"
  };
  step.changes = yl_record_fill_make (fill, request->replaces, &step.n_changes, error);
  job->answer = step.changes == NULL ? NULL : yl_record_apply (record, &step, error);
  return job->answer != NULL;
}

YlRecordImportJob *
yl_record_import_run (YlRecord *record, const YlRecordImportRequest *request, GError **error)
{
  g_autoptr (YlRecordReading) reading = yl_record_reading_new (record, error);
  if (reading == NULL || !read_files (reading, request, error))
    return NULL;
  yl_record_reading_end (reading);
  g_autoptr (YlRecordImportJob) job = g_new0 (YlRecordImportJob, 1);
  job->n_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!apply (job, yl_record_reading_get_fill (reading), record, request, error))
    return NULL;
  yl_record_reading_steal (reading, &job->findings, &job->choices);
  return g_steal_pointer (&job);
}
