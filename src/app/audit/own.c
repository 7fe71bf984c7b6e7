#include "steps-private.h"

#include "yanglu/app/budget/list.h"
#include "yanglu/audit/book/check.h"
#include "yanglu/audit/diagnosis/land.h"
#include "yanglu/audit/diagnosis/table.h"
#include "yanglu/audit/formula/fill-values.h"
#include "yanglu/audit/sample/population.h"
#include "yanglu/audit/years/reconciliation.h"
#include "yanglu/calc/make.h"
#include "yanglu/forms/budget/budget-book.h"
#include "yanglu/forms/budget/own-book.h"
#include "yanglu/io/file-name.h"
#include "yanglu/io/import/tables/found-budget.h"
#include "yanglu/io/import/tables/found-land.h"
#include "yanglu/io/policy/policies.h"

#include <string.h>

/* What an older program said of its reading stands on a sheet; this one may say more of the same
 * reading, and that is no change of the workbook. */
static void
take_older_choices (YlAuditJob *job)
{
  YlBudgetJob *made = job->made;
  if (made->edition == 1 || made->edition == YL_BOOK_EDITION)
    return;
  yl_arena_free_record (made->list->choices);
  made->list->choices = yl_own_book_read_choices (job->found);
}

gboolean
yl_audit_own_book (YlAuditJob *job, GError **error)
{
  (void) error;
  if (job->made == NULL)
    return TRUE;
  take_older_choices (job);
  job->plan = yl_budget_job_plan (job->made, job->audit->file, job->texts);
  yl_book_check (job->found, job->plan, job->made->budget, YL_COPY_SHEET, job->audit);
  yl_audit_add_reading (job->audit, job->audit->file,
                        "本程序生成的预算工作簿；按隐藏工作表里的数据副本逐格重算核对");
  return TRUE;
}

/* The rates of the policy that was asked for, else of the one that the copy names, as this program
 * knows it. */
static gboolean
check_policy (YlAuditJob *job, const YlBudget *budget, GError **error)
{
  const char *asked = job->options->job.policy;
  const char *id = yl_policy_get_head (budget->policy)->id;
  g_autoptr (YlPolicy) known =
      asked != NULL ? yl_policies_open (asked, error) : yl_policies_find (id);
  g_autoptr (YlPolicy) right =
      known == NULL ? NULL : yl_policy_for_year (known, budget->figures->year);
  if (right != NULL)
    yl_book_check_policy (budget, right, asked != NULL ? NULL : YL_COPY_SHEET, job->audit);
  return right != NULL || asked == NULL;
}

/* Whether @list was read from the very bytes that the copy keeps, of several lists in their order. */
static gboolean
is_copied (const YlAuditJob *job, const YlListJob *list)
{
  gsize n = 0;
  guint n_same = 0;
  const YlInputCopy *inputs = yl_inputs_get (list->inputs, &n);
  for (gsize i = 0; i < n; i++)
    {
      if (strcmp (inputs[i].role, YL_ROLE_ROADS) != 0)
        continue;
      const YlInputCopy *kept = yl_copy_find_input_at (job->copy, YL_ROLE_ROADS, n_same);
      if (kept == NULL || strcmp (inputs[i].sha256, kept->sha256) != 0)
        return FALSE;
      n_same++;
    }
  return n_same > 0 && n_same == yl_copy_count_inputs (job->copy, YL_ROLE_ROADS);
}

/* (transfer full): the roads of --roads, as @budget would have had them. */
static YlListJob *
open_list (YlAuditJob *job, const YlBudget *budget, GError **error)
{
  YlJobOptions options = job->options->job;
  options.roads = job->options->roads;
  options.lists = job->options->lists;
  options.last_year = NULL;
  options.year = budget->figures->year;
  options.kept_policy = (YlPolicy *) budget->policy;
  if (options.county == NULL)
    options.county = budget->entity->code;
  YlListJob *list = yl_list_job_run (&options, NULL, error);
  if (list == NULL)
    return NULL;
  job->audit->copy.has_roads = TRUE;
  job->audit->copy.is_of_roads = is_copied (job, list);
  g_autofree char *taken_for =
      g_strdup_printf ("预算应依据的里程台账，%" G_GSIZE_FORMAT " 个路段，与数据副本里的台账%s",
                       yl_inventory_get_n_roads (list->inventory),
                       job->audit->copy.is_of_roads ? "逐字节相同" : "不是逐字节相同，按路线比较");
  g_autofree char *name = yl_file_name_show_base (options.roads);
  yl_audit_add_reading (job->audit, name, taken_for);
  return list;
}

/* The roads that the budget was made of against those of --roads: what it would have been, made of those
 * and of whatever else it was made of. */
static gboolean
check_roads (YlAuditJob *job, const YlBudget *budget, GError **error)
{
  if (job->options->roads == NULL)
    return TRUE;
  g_autoptr (YlListJob) list = open_list (job, budget, error);
  g_autoptr (YlBudget) right =
      list == NULL ? NULL
                   : yl_budget_make_listed (list->inventory, job->made->list->entry, list->entity,
                                            list->policy, list->year, list->listing, error);
  if (right == NULL)
    return FALSE;
  g_autoptr (YlRoadLinks) links =
      yl_road_links_make (budget->inventory, right->inventory, job->places);
  yl_road_links_note_unread_sides (
      links, (const YlIntake *const[]){ job->made->list->intake, list->intake },
      (const YlInventory *const[]){ budget->inventory, right->inventory }, NULL);
  g_autoptr (YlReconciliation) reconciliation =
      yl_reconciliation_make (budget, right, links, error);
  if (reconciliation != NULL)
    yl_book_check_roads (reconciliation, job->audit);
  return reconciliation != NULL;
}

gboolean
yl_audit_record (YlAuditJob *job, GError **error)
{
  if (job->plan == NULL)
    return TRUE;
  const YlBudget *budget = job->made->budget;
  yl_book_check_declared (job->made->list->findings, job->plan, job->audit);
  return check_policy (job, budget, error) && check_roads (job, budget, error);
}

gboolean
yl_audit_list_population (YlAuditJob *job, GError **error)
{
  (void) error;
  if (job->plan != NULL && job->found != NULL && job->audit->population->len == 0)
    yl_book_population (job->found, job->plan, job->audit);
  return TRUE;
}

/* (transfer full): the sheet that shows @key, alone; it borrows from the workbook. */
static GPtrArray *
find_sheet (const YlAuditJob *job, const char *key)
{
  const YlFigureRange *range = yl_planned_book_find_key (job->plan, key);
  const YlWorksheet *sheet =
      range == NULL ? NULL : yl_workbook_find_sheet (job->found, range->sheet);
  GPtrArray *sheets = g_ptr_array_new ();
  if (sheet != NULL)
    g_ptr_array_add (sheets, (gpointer) sheet);
  return sheets;
}

/* Of our own workbook the sheet by townships: the others say the same money in other words. What it
 * is taken for was said before. */
static void
diagnose_townships (YlAuditJob *job, const YlBudget *budget)
{
  const char *code = yl_entity_get_code (budget->entity);
  g_autoptr (YlAudit) unsaid = yl_audit_new (job->audit->file);
  g_autoptr (GPtrArray) sheets = find_sheet (job, "townships.amount_fen");
  YlWorkbook part = *job->found;
  part.sheets = sheets;
  g_autoptr (YlFoundBudget) found = yl_found_import (
      &part, job->words, job->places, (guint32) g_ascii_strtoull (code, NULL, 10), unsaid);
  const YlDiagnosisRecord record = { .budget = budget, .policy = budget->policy };
  yl_diagnosis_report_tables (found, &record, YL_DIAGNOSIS_OF_OUR_BOOK, job->audit);
}

/* Why the land sheet draws another amount. */
static void
diagnose_land (YlAuditJob *job, const YlBudget *budget)
{
  g_autoptr (GPtrArray) sheets = find_sheet (job, "land.county.due_fen");
  YlWorkbook part = *job->found;
  part.sheets = sheets;
  g_autoptr (GPtrArray) lands = yl_found_land_import (&part, job->words, NULL, NULL);
  yl_diagnosis_report_land (lands, budget, budget->policy, yl_entity_get_code (budget->entity),
                            job->audit);
}

/* Whether something is wrong in the workbook itself: what was wrong in the list that it was made of, it
 * says so too. */
static gboolean
is_book_at_fault (const YlAudit *audit)
{
  for (gsize i = 0; i < yl_findings_get_n (audit->findings); i++)
    {
      const YlFinding *finding = yl_findings_get (audit->findings, i);
      if (finding->severity == YL_SEVERITY_ERROR && g_strcmp0 (finding->file, audit->file) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Why figures differ is asked only where some do. */
gboolean
yl_audit_diagnose (YlAuditJob *job, GError **error)
{
  (void) error;
  if (job->plan == NULL || !is_book_at_fault (job->audit))
    return TRUE;
  const YlBudget *budget = job->made->budget;
  /* openpyxl saves no values, and many a formula is replaced with it. */
  yl_fill_values (job->found);
  diagnose_townships (job, budget);
  diagnose_land (job, budget);
  return TRUE;
}
