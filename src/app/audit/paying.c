#include "steps-private.h"

#include "yanglu/app/load.h"
#include "yanglu/audit/paying/check.h"
#include "yanglu/io/file-form.h"
#include "yanglu/io/file-name.h"

/* Adds the table in the file @path, when one is given. */
static gboolean
load (YlAuditJob *job, const char *path, YlLedgerTable table, YlLedger *ledger, GError **error)
{
  const YlLoadContext context = { .words = job->words,
                                  .places = job->places,
                                  .findings = job->audit->findings,
                                  .progress = job->progress };
  if (path == NULL)
    return TRUE;
  g_autoptr (YlInput) input = yl_input_open (path, error);
  return input != NULL && yl_load_ledger (&context, input, table, ledger, error);
}

/* The ledger of --paid and --settlement; NULL in @out when neither is given. */
static gboolean
load_ledger (YlAuditJob *job, YlLedger **out, GError **error)
{
  const YlAuditOptions *options = job->options;
  const char *named = options->paid != NULL ? options->paid : options->settlement;
  if (named == NULL)
    return TRUE;
  g_autofree char *name = yl_file_name_show_base (named);
  *out = yl_ledger_new (name);
  return load (job, options->paid, YL_LEDGER_TABLE_ENTRIES, *out, error)
         && load (job, options->settlement, YL_LEDGER_TABLE_SETTLEMENTS, *out, error);
}

/* Whether the file is a workbook with a sheet 公开表: the budget's own, say. */
static gboolean
has_notice_sheet (YlAuditJob *job, const char *path)
{
  g_autoptr (YlInput) input = yl_input_open (path, NULL);
  if (input == NULL || !yl_file_form_is_workbook (input))
    return FALSE;
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  g_autoptr (YlLedger) tried = yl_ledger_new ("");
  const YlLoadContext context = { .words = job->words, .places = job->places, .findings = untold };
  return yl_load_ledger (&context, input, YL_LEDGER_TABLE_NOTICE_SHEET, tried, NULL)
         && tried->notices->len > 0;
}

/* What stands on the notice board, or what was approved: a table of the same heads; NULL in @out
 * when @path is not given. */
static gboolean
load_notices (YlAuditJob *job, const char *path, YlLedger **out, GError **error)
{
  if (path == NULL)
    return TRUE;
  g_autofree char *name = yl_file_name_show_base (path);
  *out = yl_ledger_new (name);
  return load (job, path,
               has_notice_sheet (job, path) ? YL_LEDGER_TABLE_NOTICE_SHEET
                                            : YL_LEDGER_TABLE_NOTICES,
               *out, error);
}

YlDate
yl_audit_get_base_day (const YlAuditJob *job)
{
  const YlAuditOptions *options = job->options;
  return options->base_day.yyyymmdd != 0 ? options->base_day : options->job.date;
}

/* Which day stands for what, where one was given. */
static void
tell_days (const YlAuditJob *job)
{
  const YlDate paper = job->options->job.date;
  const gboolean has_base = job->options->base_day.yyyymmdd != 0;
  g_autofree char *base_day = yl_date_to_chinese (yl_audit_get_base_day (job));
  g_autofree char *day = yl_date_to_chinese (paper);
  g_autofree char *told =
      !has_base ? g_strdup_printf ("台账基准日和底稿编制日期都是%s（--date）", day)
      : paper.yyyymmdd == 0
          ? g_strdup_printf ("台账基准日是%s（--base-day）；没有给出 --date，底稿编制日期留空待填",
                             base_day)
          : g_strdup_printf ("台账基准日是%s（--base-day），底稿编制日期是%s（--date）", base_day,
                             day);
  if (base_day[0] != '\0')
    yl_audit_add_reading (job->audit, "日期", told);
}

gboolean
yl_audit_paying (YlAuditJob *job, GError **error)
{
  const YlAuditOptions *options = job->options;
  g_autoptr (YlLedger) ledger = NULL;
  g_autoptr (YlLedger) approved = NULL;
  g_autoptr (YlLedger) published = NULL;
  if (!load_ledger (job, &ledger, error) || !load_notices (job, options->approved, &approved, error)
      || !load_notices (job, options->published, &published, error))
    return FALSE;
  tell_days (job);
  const YlPayingCheck check = {
    .budget = job->made == NULL ? NULL : job->made->budget,
    .places = job->places,
    .rules = job->rules,
    .date = yl_audit_get_base_day (job),
    .ledger = ledger,
    .has_paid = options->paid != NULL,
    .approved = approved,
    .published = published,
  };
  yl_paying_check (&check, job->audit);
  return TRUE;
}
