#include "yanglu/app/record/import.h"

#include "yanglu/app/record/match.h"
#include "yanglu/app/record/reading.h"
#include "yanglu/base/error.h"
#include "yanglu/io/places/register.h"

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

/* Rows that each sheet gets; %FALSE for one that has some, where they are not to be replaced. */
static gboolean
count_rows (YlRecordImportJob *job,
            YlRecordFill *fill,
            const YlRecordRows *rows,
            gboolean replaces,
            GError **error)
{
  guint n_forms = 0;
  const YlRecordForm *forms = yl_record_forms_get (&n_forms);
  for (guint i = 0; i < n_forms; i++)
    {
      const guint n = yl_record_fill_get_n (fill, &forms[i]);
      const guint n_there = forms[i].is_single ? 0 : yl_record_rows_get_n (rows, &forms[i]);
      g_array_append_val (job->n_rows, n);
      if (n == 0 || n_there == 0 || replaces)
        continue;
      g_set_error (error, YL_ERROR, YL_ERROR_EXISTS,
                   "记录的“%s”已有 %u 行，没有导入。要换成新文件的内容，请加 --replace。",
                   forms[i].sheet, n_there);
      return FALSE;
    }
  return TRUE;
}

/* Without a budget rows are matched by what is written alone. */
static GArray *
make_changes (
    YlRecordFill *fill, YlRecord *record, YlRecordRows *rows, YlArena *arena, GError **error)
{
  const YlPlaces *places = yl_register_get (error);
  g_autoptr (YlRecordJob) before =
      places == NULL ? NULL : yl_record_job_run_on (record, rows, NULL);
  const YlRecordMatchRequest request = {
    .record = record,
    .rows = rows,
    .budget = before == NULL ? NULL : before->budget->budget,
    .fill = fill,
    .places = places,
    .missing = YL_MISSING_DROPPED,
    .clears_columns = TRUE,
  };
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  return places == NULL ? NULL : yl_record_match (&request, arena, missing, error);
}

static gboolean
apply (YlRecordImportJob *job,
       YlRecordFill *fill,
       YlRecord *record,
       const YlRecordImportRequest *request,
       GError **error)
{
  g_autoptr (YlRecordRows) rows = yl_record_rows_load (record, error);
  if (rows == NULL || !count_rows (job, fill, rows, request->replaces, error))
    return FALSE;
  g_autoptr (YlArena) arena = yl_arena_new ();
  g_autoptr (GArray) changes = make_changes (fill, record, rows, arena, error);
  if (changes == NULL)
    return FALSE;
  if (changes->len == 0)
    return TRUE;
  g_autofree char *step_id = g_uuid_string_random ();
  const YlRecordStep step = { .step_id = step_id,
                              .at_ms = request->actor.at_ms,
                              .who = request->actor.who,
                              .kind = "import",
                              .changes = (const YlChange *) (gpointer) changes->data,
                              .n_changes = changes->len };
  job->n_changed = changes->len;
  job->answer = yl_record_apply (record, &step, error);
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
