#include "yanglu/cli/diff-text.h"

#include "yanglu/base/length.h"
#include "yanglu/cli/findings-text.h"
#include "yanglu/cli/text-table.h"
#include "yanglu/cli/versions-text.h"

/* So many findings of a side are told, alike ones as one. */
#define N_FINDINGS 50

static void
print_side (const YlDiffSide *side, const char *year)
{
  const YlBudget *budget = yl_diff_side_get_budget (side);
  g_print ("%s：%s", year, side->file);
  if (budget == NULL)
    {
      g_print ("（手工编制的工作簿，没有逐路段数据，只比较分乡镇的合计）\n");
      return;
    }
  const YlEntity *entity = budget->entity;
  const YlPolicyHead *policy = yl_policy_get_head (budget->policy);
  g_print ("（%s），%s%u年，政策 %s%s\n", side->kind == YL_DIFF_LIST ? YL_LIST_ROADS : "预算工作簿",
           entity->name == NULL ? "" : entity->name, budget->figures->year, policy->document,
           policy->verified ? "" : "（待核）");
}

/* What was taken for what in a list, and what is wrong with either. */
static void
print_reading (const YlDiffJob *job, YlSide at)
{
  const YlDiffSide *side = &job->sides[at];
  const char *year = job->reconciliation->called[at];
  const YlFindings *findings = yl_diff_job_get_findings (job, at);
  if (side->kind == YL_DIFF_LIST && side->job != NULL)
    yl_choices_print (side->job->list->choices, year);
  if (findings == NULL || yl_findings_get_n (findings) == 0)
    return;
  yl_findings_print (findings, N_FINDINGS);
}

static char *
show_change (gint64 units, guint n_decimals)
{
  g_autofree char *number = yl_decimal_format (units, n_decimals, TRUE);
  return units > 0 ? g_strconcat ("+", number, NULL) : g_steal_pointer (&number);
}

/* What @of_sides of @side are: "上年需求合计". */
static void
add_total (YlTextTable *table,
           const YlReconciliation *reconciliation,
           YlSide side,
           const char *name,
           const gint64 *of_sides)
{
  g_autofree char *called = g_strconcat (reconciliation->called[side], name, NULL);
  g_autofree char *amount = yl_decimal_format (of_sides[side], 2, TRUE);
  yl_text_table_add (table, (const char *[]){ called, amount, "", "" });
}

/* Steps without money or metres are left out. */
static void
add_steps (YlTextTable *table, const YlReconciliation *reconciliation, guint first, guint end)
{
  for (guint step = first; step < end; step++)
    {
      const YlYearAmount *amount = &reconciliation->steps[step];
      if (amount->amount_fen == 0 && amount->length_m == 0)
        continue;
      g_autofree char *name = g_strconcat ("  ", yl_year_step_get_name ((YlYearStep) step), NULL);
      g_autofree char *fen = show_change (amount->amount_fen, 2);
      g_autofree char *km =
          amount->length_m == 0 ? g_strdup ("") : show_change (amount->length_m, 3);
      const gboolean has_roads = step < YL_YEAR_UNKNOWN;
      g_autofree char *n_roads =
          has_roads ? g_strdup_printf ("%" G_GUINT64_FORMAT, reconciliation->n_roads[step])
                    : g_strdup ("");
      yl_text_table_add (table, (const char *[]){ name, fen, km, n_roads });
    }
}

/* From the daily standard to the whole demand, and on to what the county pays. */
static void
add_demand (YlTextTable *table, const YlReconciliation *reconciliation)
{
  yl_text_table_add_line (table);
  const gint64 daily_fen = reconciliation->daily_fen[YL_NEW] - reconciliation->daily_fen[YL_OLD];
  g_autofree char *daily = show_change (daily_fen, 2);
  add_total (table, reconciliation, YL_OLD, "需求合计", reconciliation->demand_fen);
  yl_text_table_add (table, (const char *[]){ "  日常养护标准增减", daily, "", "" });
  add_steps (table, reconciliation, YL_N_PLACED_STEPS, YL_N_DEMAND_STEPS);
  add_total (table, reconciliation, YL_NEW, "需求合计", reconciliation->demand_fen);
  yl_text_table_add_line (table);
  g_autofree char *demand =
      show_change (reconciliation->demand_fen[YL_NEW] - reconciliation->demand_fen[YL_OLD], 2);
  add_total (table, reconciliation, YL_OLD, "县级承担", reconciliation->county_fen);
  yl_text_table_add (table, (const char *[]){ "  需求增减", demand, "", "" });
  add_steps (table, reconciliation, YL_N_DEMAND_STEPS, YL_N_YEAR_STEPS);
  add_total (table, reconciliation, YL_NEW, "县级承担", reconciliation->county_fen);
}

static void
print_reconciliation (const YlReconciliation *reconciliation)
{
  g_autoptr (YlTextTable) table = yl_text_table_new (
      "lrrr", (const char *[]){ YL_SHEET_RECONCILIATION, "金额（元）", "里程（公里）", "路线数" });
  add_total (table, reconciliation, YL_OLD, "日常养护标准", reconciliation->daily_fen);
  add_steps (table, reconciliation, 0, YL_N_PLACED_STEPS);
  add_total (table, reconciliation, YL_NEW, "日常养护标准", reconciliation->daily_fen);
  if (!reconciliation->is_by_township_only)
    add_demand (table, reconciliation);
  yl_text_table_print (table);
}

/* "里程增加 +1,000.00，四舍五入 -0.01" */
static char *
describe_steps (const YlYearLine *line)
{
  GString *text = g_string_new (NULL);
  for (guint step = 0; step < YL_N_PLACED_STEPS; step++)
    {
      const YlYearAmount *amount = &line->steps[step];
      if (amount->amount_fen == 0 && amount->length_m == 0)
        continue;
      g_autofree char *fen = show_change (amount->amount_fen, 2);
      g_string_append_printf (text, "%s%s %s", text->len == 0 ? "" : "，",
                              yl_year_step_get_name ((YlYearStep) step), fen);
    }
  return g_string_free (text, FALSE);
}

static void
add_line (YlTextTable *table,
          const char *const *called,
          const YlYearLine *line,
          const char *code,
          const char *noun)
{
  const gboolean is_renamed = line->previous_code[0] != '\0';
  g_autofree char *name =
      g_strconcat (code, code[0] == '\0' || line->name[0] == '\0' ? "" : " ", line->name,
                   is_renamed ? "（" : "", is_renamed ? called[YL_OLD] : "", is_renamed ? " " : "",
                   line->previous_code, is_renamed ? "）" : "", NULL);
  g_autofree char *unnamed = g_strconcat ("（未填", noun, "）", NULL);
  g_autofree char *old_amount = yl_decimal_format (line->fen[YL_OLD], 2, TRUE);
  g_autofree char *new_amount = yl_decimal_format (line->fen[YL_NEW], 2, TRUE);
  g_autofree char *change = show_change (line->fen[YL_NEW] - line->fen[YL_OLD], 2);
  g_autofree char *steps = describe_steps (line);
  yl_text_table_add (table, (const char *[]){ name[0] == '\0' ? unnamed : name, old_amount,
                                              new_amount, change, steps });
}

/* @noun: 乡镇, 路线 or 桥梁; @unit: 条 or 座: only what changed; %NULL: all, without their codes. */
static void
print_lines (const char *const *called, const GArray *lines, const char *noun, const char *unit)
{
  g_autofree char *old_amount = g_strconcat (called[YL_OLD], "（元）", NULL);
  g_autofree char *new_amount = g_strconcat (called[YL_NEW], "（元）", NULL);
  g_autoptr (YlTextTable) table = yl_text_table_new (
      "lrrrl", (const char *[]){ noun, old_amount, new_amount, "增减（元）", "其中" });
  guint n_changed = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const YlYearLine *line = &g_array_index (lines, YlYearLine, i);
      if (unit != NULL && !yl_year_line_is_changed (line))
        continue;
      add_line (table, called, line, unit != NULL ? line->code : "", noun);
      n_changed++;
    }
  yl_text_table_print (table);
  if (unit != NULL)
    g_print ("有变化的%s %u %s，没有变化的 %u %s。\n", noun, n_changed, unit,
             lines->len - n_changed, unit);
}

/* Rows that may be any of the roads that came or went. */
static void
print_unplaced (const YlDiffJob *job)
{
  for (guint side = 0; side < YL_N_SIDES; side++)
    if (job->n_unplaced[side] > 0)
      g_print ("%s有 %" G_GUINT64_FORMAT " 行没有读出，也看不出是哪条路线；“%s”里可能有它们。\n",
               job->reconciliation->called[side], job->n_unplaced[side],
               yl_year_step_get_name (side == YL_NEW ? YL_YEAR_DROPPED : YL_YEAR_NEW));
}

/* What nobody can tell apart without stakes. */
static void
print_netted (const YlReconciliation *reconciliation)
{
  const guint n = yl_reconciliation_count_netted (reconciliation);
  if (n > 0)
    g_print ("有变化的路线中 %u 条的路段没有填桩号，按编码逐段对应，同一路线内增加和减少的里程"
             "已相抵，只列净额。\n",
             n);
}

void
yl_diff_text_print (const YlDiffJob *job, YlDiffBy by)
{
  const YlReconciliation *reconciliation = job->reconciliation;
  yl_versions_print_verdicts (job);
  for (guint side = 0; side < YL_N_SIDES; side++)
    print_reading (job, side);
  for (guint side = 0; side < YL_N_SIDES; side++)
    print_side (&job->sides[side], reconciliation->called[side]);
  g_print ("\n");
  print_reconciliation (reconciliation);
  print_netted (reconciliation);
  print_unplaced (job);
  g_print ("\n");
  if (by == YL_DIFF_BY_ROAD && !reconciliation->is_by_township_only)
    print_lines (reconciliation->called, reconciliation->roads, "路线", "条");
  else if (by == YL_DIFF_BY_BRIDGE && !reconciliation->is_by_township_only)
    print_lines (reconciliation->called, reconciliation->bridges, "桥梁", "座");
  else
    print_lines (reconciliation->called, reconciliation->townships, "乡镇", NULL);
  yl_versions_print (job);
}
