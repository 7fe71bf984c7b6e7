#include "yanglu/audit/book/check.h"

#include "yanglu/audit/gainers.h"

#include <string.h>

/* Routes that are told one by one; the others are counted. */
#define MAX_ROADS 200

static void
repeat_errors (const YlFindings *declared, YlAudit *audit)
{
  for (gsize i = 0; i < yl_findings_get_n (declared); i++)
    {
      YlFinding finding = *yl_findings_get (declared, i);
      if (finding.severity != YL_SEVERITY_ERROR)
        continue;
      g_autofree char *message = g_strdup_printf ("编制时已列明：%s", finding.message);
      finding.message = message;
      yl_findings_add (audit->findings, &finding);
    }
}

/* (nullable): where the budget lists what was found in its data; up to the fifth edition all amounts
 * stood in one column. */
static const YlFigureRange *
find_list (const YlPlannedBook *plan)
{
  const YlFigureRange *list = yl_planned_book_find_key (plan, "findings.more_fen");
  return list != NULL ? list : yl_planned_book_find_key (plan, "findings.at_stake_fen");
}

void
yl_book_check_declared (const YlFindings *declared, const YlPlannedBook *plan, YlAudit *audit)
{
  const guint64 n_errors = yl_findings_get_n_of_severity (declared, YL_SEVERITY_ERROR);
  const guint64 n_warnings = yl_findings_get_n_of_severity (declared, YL_SEVERITY_WARNING);
  const guint64 n_remarks = yl_findings_get_n_of_severity (declared, YL_SEVERITY_INFO);
  const YlFigureRange *list = find_list (plan);
  repeat_errors (declared, audit);
  if (n_errors + n_warnings + n_remarks == 0 || list == NULL)
    return;
  g_autofree char *what = g_strdup_printf ("工作表“%s”", list->sheet);
  g_autofree char *taken_for = g_strdup_printf (
      "编制时已列明的问题：错误 %" G_GUINT64_FORMAT " 个%s；警告 %" G_GUINT64_FORMAT
      " 个、提示 %" G_GUINT64_FORMAT " 个，见该表，不再重复列出",
      n_errors, n_errors == 0 ? "" : "，列入本次问题", n_warnings, n_remarks);
  yl_audit_add_reading (audit, what, taken_for);
}

/* What every row of @kind came to more by the rate that the budget used than by @rate; each row is
 * rounded once. */
static gint64
price_rate (const YlBudget *budget, YlRateKind kind, YlRate rate)
{
  const gsize n_roads = yl_inventory_get_n_roads (budget->inventory);
  gint64 sum_fen = 0;
  for (gsize i = 0; i < n_roads; i++)
    {
      const YlRoadWorking *working = &budget->roads[i];
      YlMoney money = { 0 };
      /* A row of a class without a rate is paid as none, so that its paid length is 0. */
      const gint64 length_m = working->paid_m > 0 ? working->paid_m : working->counted_m;
      if (working->rate == kind && yl_money_for_length ((YlLength){ length_m }, rate, &money))
        sum_fen += working->amount_fen - money.fen;
    }
  return sum_fen;
}

/* Adds @finding of what costs @fen more, by which its gainer has more, else the treasury. */
static void
report_more (YlAudit *audit, YlFinding *finding, gint64 fen)
{
  finding->code = YL_C10;
  finding->severity = YL_SEVERITY_ERROR;
  finding->file = audit->file;
  finding->gainer = fen > 0 ? finding->gainer : fen < 0 ? YL_COUNTY_TREASURY : NULL;
  finding->at_stake = (YlMoney){ fen };
  finding->is_priced = TRUE;
  yl_findings_add (audit->findings, finding);
}

static void
report_rate (const YlBudget *budget,
             const YlPolicy *right,
             YlRateKind kind,
             YlRate used,
             YlRate wanted,
             YlAudit *audit)
{
  const YlPolicyValue *value = yl_policy_find (right, YL_GROUP_DAILY_RATE, "", kind);
  const gint64 fen = price_rate (budget, kind, wanted);
  const char *name = yl_rate_kind_get_name (kind);
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ used.fen_per_km });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ wanted.fen_per_km });
  g_autofree char *basis =
      value == NULL ? NULL : g_strdup_printf ("%s %s", value->document, value->clause);
  g_autofree char *message = g_strdup_printf ("预算按%s每公里 %s 元计算，政策 %s 规定为 %s 元。",
                                              name, seen, yl_policy_get_head (right)->id, expected);
  report_more (audit,
               &(YlFinding){ .column = name,
                             .seen = seen,
                             .expected = expected,
                             .message = message,
                             .gainer = YL_ALL_KEEPERS,
                             .basis = basis },
               fen);
}

static gboolean
is_same_value (const YlPolicyValue *a, const YlPolicyValue *b)
{
  return a->group == b->group && a->key == b->key && a->value == b->value
         && strcmp (a->area, b->area) == 0 && g_strcmp0 (a->shown, b->shown) == 0
         && g_strcmp0 (a->document, b->document) == 0;
}

/* Whether @used is an edition of @right from before policies said what must be entered: neither that nor
 * the clause of a value moves a figure of a budget, so that there is nothing to tell of it. */
static gboolean
is_older_edition (const YlPolicy *used, const YlPolicy *right)
{
  gsize n_used = 0;
  gsize n_right = 0;
  const YlPolicyValue *own = yl_policy_get_values (used, &n_used);
  const YlPolicyValue *other = yl_policy_get_values (right, &n_right);
  /* Sorted by group; those of the last group stand last. */
  while (n_right > 0 && other[n_right - 1].group == YL_GROUP_REQUIRED)
    n_right--;
  for (gsize i = 0; i < n_used && n_used == n_right; i++)
    if (!is_same_value (&own[i], &other[i]))
      return FALSE;
  const YlPolicyHead *head = yl_policy_get_head (used);
  return n_used == n_right && yl_policy_has_group (right, YL_GROUP_REQUIRED)
         && strcmp (head->title, yl_policy_get_head (right)->title) == 0;
}

static void
report_other_text (const YlPolicy *used, const char *copy_sheet, YlAudit *audit)
{
  g_autofree char *message = g_strdup_printf (
      "工作簿里的政策 %s 与本程序内置的同名政策文字不同，标准没有不同；请核对所用的政策文件。",
      yl_policy_get_head (used)->id);
  yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C10,
                                                  .severity = YL_SEVERITY_WARNING,
                                                  .file = audit->file,
                                                  .sheet = copy_sheet,
                                                  .message = message,
                                                  .is_priced = TRUE });
}

void
yl_book_check_policy (const YlBudget *budget,
                      const YlPolicy *right,
                      const char *copy_sheet,
                      YlAudit *audit)
{
  const YlPolicy *used = budget->policy;
  gboolean is_told = FALSE;
  if (strcmp (yl_policy_get_head (right)->sha256, yl_policy_get_head (used)->sha256) == 0)
    return;
  for (YlRateKind kind = 0; kind < YL_N_RATES; kind++)
    {
      YlRate taken = { 0 };
      YlRate wanted = { 0 };
      yl_policy_get_rate (used, kind, &taken);
      yl_policy_get_rate (right, kind, &wanted);
      if (taken.fen_per_km == wanted.fen_per_km)
        continue;
      report_rate (budget, right, kind, taken, wanted, audit);
      is_told = TRUE;
    }
  if (!is_told && copy_sheet != NULL && !is_older_edition (used, right))
    report_other_text (used, copy_sheet, audit);
}

static void
report_road (const YlYearLine *line, YlAudit *audit)
{
  const gint64 fen = line->fen[YL_OLD] - line->fen[YL_NEW];
  g_autofree char *seen = yl_length_to_km ((YlLength){ line->m[YL_OLD] });
  g_autofree char *expected = yl_length_to_km ((YlLength){ line->m[YL_NEW] });
  g_autofree char *amount = yl_money_to_grouped ((YlMoney){ fen < 0 ? -fen : fen });
  g_autofree char *message =
      g_strdup_printf ("路线 %s%s%s（%s）预算按 %s 公里计算，所给台账为 %s 公里，%s %s 元。",
                       line->code, line->name[0] == '\0' ? "" : " ", line->name, line->township,
                       seen, expected, fen < 0 ? "少计" : "多计", amount);
  report_more (audit,
               &(YlFinding){ .column = line->code,
                             .seen = seen,
                             .expected = expected,
                             .message = message,
                             .gainer = "该路线的管养单位" },
               fen);
}

/* Whether that row has the metres that are missing is not known. */
static void
report_unread (const YlYearLine *line, YlAudit *audit)
{
  g_autofree char *seen = yl_length_to_km ((YlLength){ line->m[YL_OLD] });
  g_autofree char *other = yl_length_to_km ((YlLength){ line->m[YL_NEW] });
  g_autofree char *message =
      g_strdup_printf ("路线 %s%s%s 预算按 %s 公里计算，所给台账读出 %s 公里，另有没能读出的行："
                       "多计还是少计不作结论，请先改正台账。",
                       line->code, line->name[0] == '\0' ? "" : " ", line->name, seen, other);
  yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C10,
                                                  .severity = YL_SEVERITY_WARNING,
                                                  .file = audit->file,
                                                  .column = line->code,
                                                  .seen = seen,
                                                  .message = message });
}

static gboolean
is_unread (const YlYearLine *line)
{
  const YlYearAmount *unread = &line->steps[YL_YEAR_UNREAD];
  return unread->amount_fen != 0 || unread->length_m != 0;
}

void
yl_book_check_roads (const YlReconciliation *reconciliation, YlAudit *audit)
{
  guint n = 0;
  for (guint i = 0; i < reconciliation->roads->len; i++)
    {
      const YlYearLine *line = &g_array_index (reconciliation->roads, YlYearLine, i);
      if (line->fen[YL_OLD] == line->fen[YL_NEW] && line->m[YL_OLD] == line->m[YL_NEW])
        continue;
      const gboolean is_open = is_unread (line);
      if (n++ >= MAX_ROADS)
        yl_findings_count (audit->findings, YL_C10,
                           is_open ? YL_SEVERITY_WARNING : YL_SEVERITY_ERROR);
      else if (is_open)
        report_unread (line, audit);
      else
        report_road (line, audit);
    }
}
