#include "yanglu/cli/budget-text.h"

#include "yanglu/cli/text-table.h"
#include "yanglu/domain/sheet-names.h"
#include "yanglu/figures/catalogue.h"

static void
print_title (const YlBudget *budget)
{
  const YlEntity *entity = budget->entity;
  const YlPolicyHead *policy = yl_policy_get_head (budget->policy);
  g_print ("%s %u年农村公路养护预算\n政策：%s %s%s\n\n",
           entity->name == NULL ? "（未写明编制单位）" : entity->name, budget->figures->year,
           policy->document, policy->title, policy->verified ? "" : "（待核）");
}

static void
print_mileage (const YlFigures *figures)
{
  g_autoptr (YlTextTable) table = yl_text_table_new (
      "lrrrr", (const char *[]){ "里程（公里）", "路段数", "路线长度", "计入", "计费" });
  for (guint i = 0; i <= YL_N_CLASSES; i++)
    {
      const YlMileage *mileage = i < YL_N_CLASSES ? &figures->by_class[i] : &figures->mileage;
      if (i < YL_N_CLASSES && mileage->sections == 0)
        continue;
      g_autofree char *sections = g_strdup_printf ("%" G_GINT64_FORMAT, mileage->sections);
      g_autofree char *listed = yl_decimal_format (mileage->listed_m, 3, TRUE);
      g_autofree char *counted = yl_decimal_format (mileage->counted_m, 3, TRUE);
      g_autofree char *paid = yl_decimal_format (mileage->paid_m, 3, TRUE);
      const char *name = i < YL_N_CLASSES ? yl_road_class_get_name (i) : "合计";
      yl_text_table_add (table, (const char *[]){ name, sections, listed, counted, paid });
    }
  yl_text_table_print (table);
}

static void
add_amount (YlTextTable *table, const char *name, gint64 fen, const char *note)
{
  g_autofree char *amount = yl_decimal_format (fen, 2, TRUE);
  yl_text_table_add (table, (const char *[]){ name, amount, note });
}

static YlTextTable *
new_money_table (const char *head, const char *note_head)
{
  YlTextTable *table = yl_text_table_new ("lrl", (const char *[]){ head, "金额（元）", note_head });
  return table;
}

static void
print_change (const YlFigures *figures)
{
  if (!figures->has_last_year)
    return;
  const gint64 change_fen = figures->demand_fen - figures->last_year_fen;
  g_autofree char *last_year = yl_decimal_format (figures->last_year_fen, 2, TRUE);
  g_autofree char *change = yl_decimal_format (ABS (change_fen), 2, TRUE);
  if (change_fen == 0)
    g_print ("上年预算数 %s 元，本年与上年相同\n", last_year);
  else
    g_print ("上年预算数 %s 元，本年%s %s 元\n", last_year, change_fen < 0 ? "减少" : "增加",
             change);
}

/* Tables say in their heads what a short title leaves out. */
static void
add_figure (YlTextTable *table, const YlBudget *budget, const char *key, const char *note)
{
  add_amount (table, yl_figure_find (key)->label, yl_figure_get_units (budget, key, YL_NO_MEMBERS),
              note);
}

static void
print_demand (const YlBudget *budget)
{
  const YlFigures *figures = budget->figures;
  g_autoptr (YlTextTable) table = new_money_table ("需求", "依据");
  for (guint i = 0; i < figures->demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (figures->demand, YlDemandLine, i);
      g_autofree char *note =
          line->basis == NULL
              ? g_strdup ("")
              : g_strdup_printf ("%s %s%s", line->basis->document, line->basis->clause,
                                 line->basis->verified ? "" : "（待核）");
      add_amount (table, line->title, line->amount_fen, note);
    }
  yl_text_table_add_line (table);
  add_figure (table, budget, "demand_fen", "");
  g_print ("\n");
  yl_text_table_print (table);
  g_autofree char *capital = yl_money_to_capital ((YlMoney){ figures->demand_fen });
  g_print ("大写：%s\n", capital);
  print_change (figures);
}

static void
print_daily (const YlBudget *budget)
{
  const YlDaily *daily = &budget->figures->daily;
  g_autoptr (YlTextTable) table = new_money_table ("日常养护", "");
  add_figure (table, budget, "daily.standard_fen", "道路加桥梁");
  add_figure (table, budget, "daily.superior_grants_fen", "中央、省、市用于日常养护的财政资金");
  add_figure (table, budget, "daily.county_gap_fen", "由县级统筹解决");
  add_figure (table, budget, "daily.funded_fen", "上级补助加县、乡镇财政安排");
  add_figure (table, budget, "daily.unfunded_fen", "");
  if (daily->surplus_fen != 0)
    add_figure (table, budget, "daily.surplus_fen", "");
  if (daily->social_fen != 0)
    add_figure (table, budget, "daily.social_fen", "另列，不抵标准");
  g_print ("\n");
  yl_text_table_print (table);
}

/* Who pays for what: the daily standard beside the other lines. */
static void
print_payers (const YlFigures *figures)
{
  g_autoptr (YlTextTable) table = yl_text_table_new (
      "lrrr", (const char *[]){ "承担主体（元）", "日常养护", YL_LIST_OTHER, "合计" });
  for (guint payer = 0; payer < YL_N_PAYERS; payer++)
    {
      gint64 daily_fen = 0;
      gint64 other_fen = 0;
      for (guint i = 0; i < figures->payers->len; i++)
        {
          const YlPayerLine *line = &g_array_index (figures->payers, YlPayerLine, i);
          if (line->payer == payer)
            *(line->purpose == YL_PURPOSE_DAILY ? &daily_fen : &other_fen) += line->amount_fen;
        }
      if (daily_fen == 0 && other_fen == 0)
        continue;
      g_autofree char *name = g_strdup_printf ("%s级", yl_payer_get_name ((YlPayer) payer));
      g_autofree char *daily = yl_decimal_format (daily_fen, 2, TRUE);
      g_autofree char *other = yl_decimal_format (other_fen, 2, TRUE);
      g_autofree char *both = yl_decimal_format (daily_fen + other_fen, 2, TRUE);
      yl_text_table_add (table, (const char *[]){ name, daily, other, both });
    }
  g_print ("\n");
  yl_text_table_print (table);
}

/* 其他支出未落实资金 10.00 元：人员 4.00、养护工程 6.00 */
static void
print_unfunded (const YlFigures *figures)
{
  if (figures->other_unfunded_fen == 0)
    return;
  g_autofree char *all = yl_decimal_format (figures->other_unfunded_fen, 2, TRUE);
  g_print ("%s %s 元：", yl_figure_find ("other_unfunded_fen")->title, all);
  gboolean is_first = TRUE;
  for (guint purpose = YL_PURPOSE_DAILY + 1; purpose < YL_N_PURPOSES; purpose++)
    {
      const gint64 fen = figures->by_purpose[purpose].unfunded_fen;
      g_autofree char *yuan = yl_decimal_format (fen, 2, TRUE);
      if (fen == 0)
        continue;
      g_print ("%s%s %s", is_first ? "" : "、", yl_purpose_get_line ((YlPurpose) purpose), yuan);
      is_first = FALSE;
    }
  g_print ("\n");
}

static void
print_land (const YlBudget *budget)
{
  const GArray *land = budget->figures->land;
  const YlPolicyValue *usual =
      yl_policy_find (budget->policy, YL_GROUP_LAND_REVENUE, "", YL_LAND_DEFAULT_SHARE);
  const char *unchosen = usual == NULL ? "（未填比例，取政策下限）" : "（未填比例，取政策默认值）";
  for (guint i = 0; i < land->len; i++)
    {
      const YlLandLine *line = &g_array_index (land, YlLandLine, i);
      g_autofree char *net = yl_decimal_format (line->net_fen, 2, TRUE);
      g_autofree char *share = yl_share_to_percent ((YlShare){ line->share_ppm });
      g_autofree char *due = yl_decimal_format (line->due_fen, 2, TRUE);
      g_autofree char *booked = yl_decimal_format (line->booked_fen, 2, TRUE);
      g_print ("土地出让收益（%s级）：净收益 %s 元 × %s%s\n  应提 %s 元，已安排 %s 元\n",
               yl_payer_get_name (line->payer), net, share, line->is_share_chosen ? "" : unchosen,
               due, booked);
    }
}

static void
print_indicators (const YlFigures *figures)
{
  for (guint i = 0; i < YL_N_INDICATORS; i++)
    {
      const YlIndicatorLine *line = &figures->indicators[i];
      g_autofree char *target = line->target == NULL
                                    ? g_strdup ("无目标")
                                    : yl_share_to_percent ((YlShare){ line->target->value });
      g_autofree char *actual = line->is_known ? yl_share_to_percent ((YlShare){ line->actual_ppm })
                                               : g_strdup ("无数据");
      const char *verdict = !line->is_known || line->target == NULL ? "未评定"
                            : line->is_met                          ? "达标"
                                                                    : "未达标";
      g_print ("%s：目标 %s，实际 %s，%s\n", yl_indicator_get_name (line->kind), target, actual,
               verdict);
    }
}

void
yl_budget_text_print (const YlBudget *budget)
{
  const YlFigures *figures = budget->figures;
  print_title (budget);
  print_mileage (figures);
  print_demand (budget);
  print_daily (budget);
  if (figures->demand_fen != 0)
    print_payers (figures);
  print_unfunded (figures);
  g_print ("\n");
  print_land (budget);
  print_indicators (figures);
}
