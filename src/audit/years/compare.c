#include "yanglu/audit/years/compare.h"

#include "yanglu/audit/years/rules.h"
#include "yanglu/audit/years/townships.h"

static void
compare_roads (const YlYearAudit *years, const YlBudget *old_budget)
{
  const YlFigures *figures = yl_budget_get_figures (old_budget);
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ figures->demand_fen });
  g_autofree char *taken_for = g_strdup_printf (
      "%u年的预算，政策 %s，合计 %s 元；里程按上年路线编码、桩号与本年对应", figures->year,
      yl_policy_get_head (yl_budget_get_policy (old_budget))->document, yuan);
  yl_audit_add_reading (years->audit, years->old_file, taken_for);
  g_autoptr (YlRoadLinks) links = yl_road_links_make (
      yl_budget_get_inventory (old_budget), yl_budget_get_inventory (years->budget), years->places);
  const YlYearCheck check = {
    .old_budget = old_budget,
    .new_budget = years->budget,
    .links = links,
    .file = years->audit->file,
    .change = { yl_rule_set_get_limit (years->rules, YL_A10, YL_LIMIT_CHANGE) },
    .length = { yl_rule_set_get_limit (years->rules, YL_A10, YL_LIMIT_LENGTH) },
  };
  yl_year_check (&check, years->audit->findings);
}

/* One of the two budgets names no roads: the townships are all that is compared. */
static void
compare_townships (const YlYearAudit *years, const GArray *old_sums, const char *how)
{
  g_autoptr (GArray) new_sums = years->budget != NULL ? yl_township_sums_of_budget (years->budget)
                                                      : yl_township_sums_of_found (years->found);
  gint64 old_fen = 0;
  if (new_sums->len == 0)
    {
      yl_audit_add_reading (years->audit, years->old_file,
                            "所审的表没有分乡镇的金额，未与上年比较");
      return;
    }
  const guint n_less = yl_township_sums_check (years->audit->file, old_sums, new_sums, &old_fen,
                                               years->audit->findings);
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ old_fen });
  g_autofree char *taken_for = g_strdup_printf (
      "%s，%u 行分乡镇合计 %s 元；没有路线可对，只比较乡镇和合计，其中 %u 个乡镇减少", how,
      old_sums->len, yuan, n_less);
  yl_audit_add_reading (years->audit, years->old_file, taken_for);
}

void
yl_year_audit_budget (const YlYearAudit *years, const YlBudget *old_budget)
{
  if (years->budget != NULL)
    {
      compare_roads (years, old_budget);
      return;
    }
  g_autoptr (GArray) sums = yl_township_sums_of_budget (old_budget);
  compare_townships (years, sums, "上年的预算");
}

void
yl_year_audit_found (const YlYearAudit *years, const YlFoundBudget *old_found)
{
  g_autoptr (GArray) sums = yl_township_sums_of_found (old_found);
  compare_townships (years, sums, "手工编制的上年预算");
}

/* The whole of last year: its own line, else its lines together. FALSE when they do not fit. */
static gboolean
sum_lines (const GArray *lines, gint64 *out_fen)
{
  YlMoney total = { 0 };
  YlMoney sum = { 0 };
  gboolean has_total = FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const YlLastYearLine *line = &g_array_index (lines, YlLastYearLine, i);
      const gboolean is_total = g_strcmp0 (line->code, "total") == 0;
      YlMoney *to = is_total ? &total : &sum;
      has_total = has_total || is_total;
      if (!yl_money_add (*to, line->amount, to))
        return FALSE;
    }
  *out_fen = has_total ? total.fen : sum.fen;
  return TRUE;
}

gboolean
yl_year_audit_lines (const YlYearAudit *years, const GArray *lines)
{
  gint64 old_fen = 0;
  if (!sum_lines (lines, &old_fen))
    return FALSE;
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ old_fen });
  g_autofree char *taken_for =
      g_strdup_printf ("上年预算数，合计 %s 元；没有里程，只比较合计", yuan);
  yl_audit_add_reading (years->audit, years->old_file, taken_for);
  yl_year_check_part (years->audit->file, YL_YEAR_WHOLE, old_fen,
                      yl_budget_get_figures (years->budget)->demand_fen, years->audit->findings);
  return TRUE;
}
