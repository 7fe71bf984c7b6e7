#include "audit-work-private.h"

#include "yanglu/app/list-job.h"
#include "yanglu/audit/gainers.h"
#include "yanglu/audit/years/bridge.h"
#include "yanglu/calc/make.h"
#include "yanglu/io/policy/policies.h"

#include <string.h>

/* Roads of --roads that are told one by one; the others are counted. */
#define MAX_ROADS 200

/* What every row of @kind came to more by the rate that the budget used than by @rate; each row is
 * rounded once (domain.md §2). */
static gint64
price_rate (const YlBudget *budget, guint kind, YlRate rate)
{
  const gsize n_roads = yl_inventory_get_n_roads (yl_budget_get_inventory (budget));
  gint64 sum_fen = 0;
  for (gsize i = 0; i < n_roads; i++)
    {
      const YlRoadWorking *working = yl_budget_get_road_working (budget, i);
      YlMoney money = { 0 };
      /* A row of a class without a rate is paid as none, so that its paid length is 0. */
      const gint64 length_m = working->paid_m > 0 ? working->paid_m : working->counted_m;
      if (working->rate == kind && yl_money_for_length ((YlLength){ length_m }, rate, &money))
        sum_fen += working->amount_fen - money.fen;
    }
  return sum_fen;
}

static guint
compare_rates (YlAuditWork *work, const YlPolicy *used, const YlPolicy *right)
{
  const YlBudget *budget = yl_budget_job_get_budget (work->made);
  guint n = 0;
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    {
      YlRate stated = { 0 };
      YlRate wanted = { 0 };
      yl_policy_get_rate (used, (YlRateKind) kind, &stated);
      yl_policy_get_rate (right, (YlRateKind) kind, &wanted);
      if (stated.fen_per_km == wanted.fen_per_km)
        continue;
      const YlPolicyValue *value = yl_policy_find (right, YL_GROUP_DAILY_RATE, "", kind);
      const gint64 fen = price_rate (budget, kind, wanted);
      const char *name = yl_rate_kind_get_name ((YlRateKind) kind);
      g_autofree char *seen = yl_money_to_grouped ((YlMoney){ stated.fen_per_km });
      g_autofree char *expected = yl_money_to_grouped ((YlMoney){ wanted.fen_per_km });
      g_autofree char *basis =
          value == NULL ? NULL : g_strdup_printf ("%s %s", value->document, value->clause);
      g_autofree char *message =
          g_strdup_printf ("预算按%s每公里 %s 元计算，政策 %s 规定为 %s 元。", name, seen,
                           yl_policy_get_head (right)->id, expected);
      yl_findings_add (work->audit->findings, &(YlFinding){ .code = YL_C10,
                                                            .severity = YL_SEVERITY_ERROR,
                                                            .file = work->audit->file,
                                                            .column = name,
                                                            .seen = seen,
                                                            .expected = expected,
                                                            .message = message,
                                                            .gainer = fen > 0   ? YL_ALL_KEEPERS
                                                                      : fen < 0 ? YL_COUNTY_TREASURY
                                                                                : NULL,
                                                            .basis = basis,
                                                            .at_stake = { fen },
                                                            .is_priced = TRUE });
      n++;
    }
  return n;
}

/* The policy of the same name that this program knows; NULL when it knows none. */
static YlPolicy *
find_known_policy (const YlPolicy *used)
{
  g_autoptr (GPtrArray) known = yl_policies_list (NULL);
  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      YlPolicy *policy = g_ptr_array_index (known, i);
      if (strcmp (yl_policy_get_head (policy)->id, yl_policy_get_head (used)->id) == 0)
        return yl_policy_ref (policy);
    }
  return NULL;
}

static void
tell_other_text (YlAuditWork *work, const YlPolicy *used)
{
  g_autofree char *message = g_strdup_printf (
      "工作簿里的政策 %s 与本程序内置的同名政策文字不同，标准没有不同；请核对所用的政策文件。",
      yl_policy_get_head (used)->id);
  yl_findings_add (work->audit->findings, &(YlFinding){ .code = YL_C10,
                                                        .severity = YL_SEVERITY_WARNING,
                                                        .file = work->audit->file,
                                                        .sheet = YL_COPY_SHEET,
                                                        .message = message,
                                                        .is_priced = TRUE });
}

/* The rates of the policy that was asked for, else of the one that the copy names: who writes a
 * policy of his own into the copy gets another budget out of it. */
static gboolean
check_policy (YlAuditWork *work, GError **error)
{
  const YlPolicy *used = yl_budget_get_policy (yl_budget_job_get_budget (work->made));
  const char *asked = work->options->job.policy;
  g_autoptr (YlPolicy) right =
      asked != NULL ? yl_policies_open (asked, error) : find_known_policy (used);
  if (right == NULL)
    return asked == NULL;
  const gboolean is_same =
      strcmp (yl_policy_get_head (right)->sha256, yl_policy_get_head (used)->sha256) == 0;
  if (!is_same && compare_rates (work, used, right) == 0 && asked == NULL)
    tell_other_text (work, used);
  return TRUE;
}

static void
tell_road (YlAuditWork *work, const YlYearLine *line)
{
  const gint64 fen = line->old_fen - line->new_fen;
  g_autofree char *seen = yl_length_to_km ((YlLength){ line->old_m });
  g_autofree char *expected = yl_length_to_km ((YlLength){ line->new_m });
  g_autofree char *amount = yl_money_to_grouped ((YlMoney){ fen < 0 ? -fen : fen });
  g_autofree char *message =
      g_strdup_printf ("路线 %s%s%s（%s）预算按 %s 公里计算，所给台账为 %s 公里，%s %s 元。",
                       line->code, line->name[0] == '\0' ? "" : " ", line->name, line->township,
                       seen, expected, fen < 0 ? "少计" : "多计", amount);
  yl_findings_add (work->audit->findings, &(YlFinding){ .code = YL_C10,
                                                        .severity = YL_SEVERITY_ERROR,
                                                        .file = work->audit->file,
                                                        .column = line->code,
                                                        .seen = seen,
                                                        .expected = expected,
                                                        .message = message,
                                                        .gainer = fen > 0 ? "该路线的管养单位"
                                                                  : fen < 0 ? YL_COUNTY_TREASURY
                                                                            : NULL,
                                                        .at_stake = { fen },
                                                        .is_priced = TRUE });
}

static YlBudget *
make_of_list (YlAuditWork *work, GError **error)
{
  const YlBudget *budget = yl_budget_job_get_budget (work->made);
  const YlEntity *entity = yl_budget_get_entity (budget);
  YlJobOptions options = work->options->job;
  options.roads = work->options->roads;
  options.last_year = NULL;
  options.year = yl_budget_get_figures (budget)->year;
  options.kept_policy = (YlPolicy *) yl_budget_get_policy (budget);
  if (options.county == NULL)
    options.county = entity->code;
  g_autoptr (YlListJob) list = yl_list_job_run (&options, NULL, error);
  if (list == NULL)
    return NULL;
  g_autofree char *taken_for = g_strdup_printf ("预算应依据的里程台账，%" G_GSIZE_FORMAT " 个路段",
                                                yl_inventory_get_n_roads (list->inventory));
  yl_audit_add_reading (work->audit, options.roads, taken_for);
  return yl_budget_make (g_steal_pointer (&list->inventory), g_steal_pointer (&list->entry),
                         g_steal_pointer (&list->entity), g_steal_pointer (&list->policy),
                         list->year, error);
}

/* The roads that the budget was made of against those of --roads. */
static gboolean
check_roads (YlAuditWork *work, GError **error)
{
  if (work->options->roads == NULL)
    return TRUE;
  const YlBudget *budget = yl_budget_job_get_budget (work->made);
  g_autoptr (YlBudget) right = make_of_list (work, error);
  if (right == NULL)
    return FALSE;
  g_autoptr (YlRoadLinks) links = yl_road_links_make (
      yl_budget_get_inventory (budget), yl_budget_get_inventory (right), work->places);
  g_autoptr (YlYearBridge) bridge = yl_year_bridge_make (budget, right, links, error);
  if (bridge == NULL)
    return FALSE;
  guint n = 0;
  for (guint i = 0; i < bridge->roads->len; i++)
    {
      const YlYearLine *line = &g_array_index (bridge->roads, YlYearLine, i);
      if (line->old_fen == line->new_fen && line->old_m == line->new_m)
        continue;
      if (n++ < MAX_ROADS)
        tell_road (work, line);
      else
        yl_findings_count (work->audit->findings, YL_C10, YL_SEVERITY_ERROR);
    }
  return TRUE;
}

/* What the budget itself has called an error is one whether somebody changed the workbook or not. */
static void
repeat_errors (YlAuditWork *work, const YlFindings *declared)
{
  for (gsize i = 0; i < yl_findings_get_n (declared); i++)
    {
      YlFinding finding = *yl_findings_get (declared, i);
      if (finding.severity != YL_SEVERITY_ERROR)
        continue;
      g_autofree char *message = g_strdup_printf ("编制时已列明：%s", finding.message);
      finding.message = message;
      yl_findings_add (work->audit->findings, &finding);
    }
}

/* Its warnings are counted: a workbook that nobody touched holds. */
static void
tell_declared (YlAuditWork *work)
{
  const YlFindings *declared = yl_budget_job_get_findings (work->made);
  const guint64 n_errors = yl_findings_get_n_of_severity (declared, YL_SEVERITY_ERROR);
  const guint64 n_warnings = yl_findings_get_n_of_severity (declared, YL_SEVERITY_WARNING);
  const guint64 n_remarks = yl_findings_get_n_of_severity (declared, YL_SEVERITY_INFO);
  repeat_errors (work, declared);
  if (n_errors + n_warnings + n_remarks == 0)
    return;
  g_autofree char *taken_for = g_strdup_printf (
      "编制时已列明的问题：错误 %" G_GUINT64_FORMAT " 个%s；警告 %" G_GUINT64_FORMAT
      " 个、提示 %" G_GUINT64_FORMAT " 个，见该表，不再重复列出",
      n_errors, n_errors == 0 ? "" : "，列入本次问题", n_warnings, n_remarks);
  yl_audit_add_reading (work->audit, "工作表“问题清单”", taken_for);
}

gboolean
yl_audit_record (YlAuditWork *work, GError **error)
{
  if (work->plan == NULL)
    return TRUE;
  tell_declared (work);
  return check_policy (work, error) && check_roads (work, error);
}
