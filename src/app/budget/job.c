#include "yanglu/app/budget/job.h"

#include "yanglu/app/budget/last-year.h"
#include "yanglu/app/budget/list.h"
#include "yanglu/audit/budget/rules.h"
#include "yanglu/base/error.h"
#include "yanglu/domain/finding-groups.h"
#include "yanglu/forms/budget/budget-book.h"
#include "yanglu/forms/plan.h"
#include "yanglu/io/copy/copy.h"
#include "yanglu/io/csv-writer/writer.h"
#include "yanglu/io/xlsx-writer/writer.h"

void
yl_budget_job_free (YlBudgetJob *job)
{
  if (job == NULL)
    return;
  g_clear_pointer (&job->budget, yl_budget_free);
  g_clear_pointer (&job->list, yl_list_job_free);
  g_free (job);
}

/* The day on the forms: --date, else 填报日期, else left for the pen. */
static YlDate
choose_date (const YlJobOptions *options, const YlEntry *entry)
{
  return options->date.yyyymmdd != 0 ? options->date : entry->unit.date;
}

/* A list without one road of the entity's gives no budget: nought would be a figure that nobody asked for. */
static gboolean
check_own (const YlListJob *list, GError **error)
{
  if (yl_inventory_get_n_roads (list->inventory) > 0 || list->n_roads_of_others == 0)
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
               "名单中的 %" G_GSIZE_FORMAT
               " 个路段没有一个属于%s：不编制预算，已有的文件未动。请核对名单的"
               "乡镇和编制单位，或用 yanglu budget --townships 给出所辖乡镇。",
               list->n_roads_of_others, yl_entity_get_shown_name (list->entity));
  return FALSE;
}

YlBudgetJob *
yl_budget_job_run (const YlJobOptions *options, YlProgress progress, GError **error)
{
  g_autoptr (YlBudgetJob) job = g_new0 (YlBudgetJob, 1);
  job->list = yl_list_job_run (options, progress, error);
  if (job->list == NULL || !check_own (job->list, error)
      || !yl_last_year_load (job->list, options, error))
    return NULL;
  YlListJob *list = job->list;
  job->date = choose_date (options, list->entry);
  job->edition = options->edition;
  job->in_wan = options->in_wan;
  job->budget = yl_list_job_make_budget (list, error);
  if (job->budget == NULL || !yl_budget_balance (job->budget, error))
    return NULL;
  yl_list_job_question (list);
  yl_budget_check (job->budget, list->entry_file, list->funds_file, list->rules, list->findings);
  if (job->edition == 0 || job->edition >= 7)
    yl_budget_check_last_year (job->budget, list->entry_file, list->rules, list->findings);
  yl_list_job_settle (list, job->edition);
  return g_steal_pointer (&job);
}

/* The sheets of the budget. Returns: (transfer full) */
static YlForm *
write_sheets (const YlBudgetJob *job, const YlCellSink *sink)
{
  const YlFindings *findings = job->list->findings;
  g_autoptr (YlFindings) grouped = job->edition == 1 ? NULL : yl_findings_group (findings);
  YlBookRequest request = { .budget = job->budget,
                            .findings = grouped != NULL ? grouped : findings,
                            .date = job->date,
                            .edition = job->edition,
                            .in_wan = job->in_wan };
  request.inputs = yl_inputs_get (job->list->inputs, &request.n_inputs);
  request.choices = yl_choices_get (job->list->choices, &request.n_choices);
  request.sent = job->list->sent;
  g_autofree char *fingerprint = yl_copy_make_fingerprint (request.inputs, request.n_inputs);
  request.fingerprint = fingerprint;
  return yl_book_write (&request, sink);
}

/* (transfer full): the first error of the reading, and its row: why nothing was read. */
static char *
describe_reason (const YlFindings *findings)
{
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      if (finding->severity != YL_SEVERITY_ERROR || finding->message == NULL)
        continue;
      if (finding->row == 0)
        return g_strdup (finding->message);
      return g_strdup_printf ("第 %" YL_ROW_ID_FORMAT " 行：%s", finding->row, finding->message);
    }
  return g_strdup ("");
}

gboolean
yl_budget_job_check_read (const YlBudgetJob *job, GError **error)
{
  if (job->list->tally.n_roads > 0)
    return TRUE;
  g_autofree char *reason = describe_reason (job->list->findings);
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
               "没有读到里程台账的任何一个路段，不编制预算，什么也没有写，已有的文件未动。%s"
               "请用 yanglu check 查看全部原因。",
               reason);
  return FALSE;
}

gboolean
yl_budget_job_write (const YlBudgetJob *job, const char *path, gboolean force, GError **error)
{
  if (!yl_budget_job_check_read (job, error))
    return FALSE;
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (path, force, error);
  if (writer == NULL)
    return FALSE;
  gsize n_inputs = 0;
  const YlInputCopy *inputs = yl_inputs_get (job->list->inputs, &n_inputs);
  g_autoptr (YlForm) form = write_sheets (job, yl_xlsx_writer_get_sink (writer));
  yl_copy_add_sheet (form, inputs, n_inputs);
  return yl_xlsx_writer_close (writer, error);
}

char *
yl_budget_job_make_csv (const YlBudgetJob *job, const char *sheet, GError **error)
{
  g_autoptr (YlCsvWriter) writer = yl_csv_writer_new (sheet);
  g_autoptr (YlForm) form = write_sheets (job, yl_csv_writer_get_sink (writer));
  return yl_csv_writer_end (writer, error);
}

void
yl_budget_job_write_sheets (const YlBudgetJob *job, const YlCellSink *sink)
{
  g_autoptr (YlForm) form = write_sheets (job, sink);
}

YlPlannedBook *
yl_budget_job_plan (const YlBudgetJob *job, const char *file, YlTextPool *texts)
{
  YlPlannedBook *plan = yl_planned_book_new (file, texts);
  const YlCellSink sink = yl_plan_get_sink (plan);
  g_autoptr (YlForm) form = write_sheets (job, &sink);
  return plan;
}
