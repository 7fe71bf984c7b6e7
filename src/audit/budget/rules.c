#include "yanglu/audit/budget/rules.h"

#include "check-private.h"

#include "yanglu/calc/price.h"

static gint64
get_paid_m (const YlBudget *budget, YlRateKind kind)
{
  const gsize n_roads = yl_inventory_get_n_roads (yl_budget_get_inventory (budget));
  gint64 paid_m = 0;
  for (gsize i = 0; i < n_roads; i++)
    {
      const YlRoadWorking *working = yl_budget_get_road_working (budget, i);
      paid_m += working->rate == kind ? working->paid_m : 0;
    }
  return paid_m;
}

/* B01: a rate here is below the one of the base that it replaced. */
static void
check_rate (const YlBudgetCheck *check, YlRateKind kind)
{
  YlRate rate, standard;
  if (!yl_policy_get_rate (check->policy, kind, &rate)
      || !yl_policy_get_base_rate (check->policy, kind, &standard)
      || rate.fen_per_km >= standard.fen_per_km)
    return;
  const gint64 paid_m = get_paid_m (check->budget, kind);
  YlMoney shortfall = { 0 };
  const YlRate missing = { standard.fen_per_km - rate.fen_per_km };
  const gboolean is_priced = yl_money_for_length ((YlLength){ paid_m }, missing, &shortfall);
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ rate.fen_per_km });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ standard.fen_per_km });
  g_autofree char *km = yl_length_to_km ((YlLength){ paid_m });
  g_autofree char *yuan = yl_money_to_grouped (shortfall);
  g_autofree char *column = g_strdup_printf ("%s标准", yl_rate_kind_get_name (kind));
  g_autofree char *message = g_strdup_printf (
      "政策规定的%s日常养护标准为每公里 %s 元，低于上级标准 %s 元；按 %s 公里计算少 %s 元",
      yl_rate_kind_get_name (kind), seen, expected, km, yuan);
  yl_budget_check_report (check,
                          (YlFinding){
                              .code = YL_B01,
                              .file = yl_policy_get_head (check->policy)->document,
                              .column = column,
                              .seen = seen,
                              .expected = expected,
                              .message = message,
                          },
                          is_priced ? &shortfall : NULL);
}

/* B02 */
static void
check_funding (const YlBudgetCheck *check)
{
  const YlDaily *daily = &check->figures->daily;
  if (check->entry->sources->len == 0 || daily->unfunded_fen == 0)
    return;
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ daily->funded_fen });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ daily->standard_fen });
  g_autofree char *missing = yl_money_to_grouped ((YlMoney){ daily->unfunded_fen });
  g_autofree char *message =
      g_strdup_printf ("各级公共财政日常养护资金合计 %s 元，低于按标准计算的 %s 元，差 %s 元；"
                       "县级应统筹补足，或补录已落实的资金",
                       seen, expected, missing);
  yl_budget_check_report (check,
                          (YlFinding){
                              .code = YL_B02,
                              .file = check->sources_file,
                              .sheet = check->sources_sheet,
                              .column = "金额",
                              .seen = seen,
                              .expected = expected,
                              .message = message,
                          },
                          &(YlMoney){ daily->unfunded_fen });
}

/* B10 */
static void
check_last_year (const YlBudgetCheck *check)
{
  const YlFigures *figures = check->figures;
  if (!figures->has_last_year || figures->demand_fen >= figures->last_year_fen)
    return;
  const gint64 drop_fen = figures->last_year_fen - figures->demand_fen;
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ figures->demand_fen });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ figures->last_year_fen });
  g_autofree char *drop = yl_money_to_grouped ((YlMoney){ drop_fen });
  g_autofree char *message = g_strdup_printf (
      "本年预算 %s 元，低于上年的 %s 元，减少 %s 元；请说明减少的原因", seen, expected, drop);
  yl_budget_check_report (check,
                          (YlFinding){
                              .code = YL_B10,
                              .file = check->file,
                              .sheet = "单位信息",
                              .column = "上年预算数",
                              .seen = seen,
                              .expected = expected,
                              .message = message,
                          },
                          &(YlMoney){ drop_fen });
}

/* D05; what has no target is not judged. */
static void
check_indicator (const YlBudgetCheck *check, const YlIndicatorLine *line)
{
  if (line->target == NULL || (line->is_known && line->is_met))
    return;
  const char *name = yl_indicator_get_name (line->kind);
  g_autofree char *target = yl_share_to_percent ((YlShare){ line->target->value });
  g_autofree char *actual = yl_share_to_percent ((YlShare){ line->actual_ppm });
  g_autofree char *part = yl_length_to_km ((YlLength){ line->part_m });
  g_autofree char *whole = yl_length_to_km ((YlLength){ line->whole_m });
  g_autofree char *message =
      line->is_known
          ? g_strdup_printf ("%s为 %s（%s 公里 ÷ %s 公里），未达到目标 %s", name, actual, part,
                             whole, target)
          : g_strdup_printf ("%s缺少数据，无法评定；目标为 %s，请在里程台账或单位信息中补填", name,
                             target);
  yl_budget_check_report (check,
                          (YlFinding){
                              .code = YL_D05,
                              .file = check->file,
                              .column = name,
                              .seen = line->is_known ? actual : NULL,
                              .expected = target,
                              .message = message,
                          },
                          &(YlMoney){ 0 });
}

/* What the policy's way of counting does not find in the list, row by row. */
typedef struct
{
  gint64 rows;
  gint64 counted_m;
  YlMoney amount; /* what they would be paid by their counted kilometres */
  gboolean is_priced;
} Unstated;

static Unstated
find_unstated (const YlBudgetCheck *check, YlMileageBasis basis)
{
  YlRateTable rates;
  yl_rate_table_init (&rates, check->policy);
  Unstated unstated = { .is_priced = TRUE };
  const YlInventory *inventory = yl_budget_get_inventory (check->budget);
  for (gsize i = 0; i < yl_inventory_get_n_roads (inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      const guint32 basis_m =
          basis == YL_BASIS_MAINTAINED ? road->maintained_m : road->subsidised_m;
      YlMoney amount = { 0 };
      if (basis_m != YL_METRES_UNKNOWN)
        continue;
      unstated.rows++;
      unstated.counted_m += yl_budget_get_road_working (check->budget, i)->counted_m;
      unstated.is_priced = unstated.is_priced
                           && yl_road_price_by (&rates, road, YL_BASIS_COUNTED, &amount.fen)
                           && yl_money_add (unstated.amount, amount, &unstated.amount);
    }
  return unstated;
}

/* E03: kilometres that the policy pays by and the list does not state are paid as none. */
static void
check_basis (const YlBudgetCheck *check)
{
  const YlMileageBasis basis = check->figures->basis;
  if (basis == YL_BASIS_COUNTED)
    return;
  const Unstated unstated = find_unstated (check, basis);
  if (unstated.rows == 0)
    return;
  const char *name = yl_mileage_basis_get_name (basis);
  g_autofree char *km = yl_length_to_km ((YlLength){ unstated.counted_m });
  g_autofree char *message =
      g_strdup_printf ("政策按%s计算，里程台账有 %" G_GINT64_FORMAT
                       " 行没有%s，这些行未计资金，涉及计入里程 %s 公里；请补填该列",
                       name, unstated.rows, name, km);
  yl_budget_check_report (check,
                          (YlFinding){
                              .code = YL_E03,
                              .column = name,
                              .expected = name,
                              .message = message,
                          },
                          unstated.is_priced ? &unstated.amount : NULL);
}

void
yl_budget_check (const YlBudget *budget,
                 const char *entry_file,
                 const char *funds_file,
                 YlFindings *findings)
{
  const YlEntity *entity = yl_budget_get_entity (budget);
  const YlBudgetCheck check = {
    .budget = budget,
    .figures = yl_budget_get_figures (budget),
    .entry = yl_budget_get_entry (budget),
    .policy = yl_budget_get_policy (budget),
    .area = yl_entity_get_code (entity),
    .file = entry_file,
    .sources_file = funds_file != NULL ? funds_file : entry_file,
    .sources_sheet = funds_file != NULL ? NULL : "资金来源",
    .findings = findings,
  };
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    check_rate (&check, (YlRateKind) kind);
  check_funding (&check);
  yl_budget_check_land (&check);
  yl_budget_check_sources (&check);
  check_last_year (&check);
  for (guint kind = 0; kind < YL_N_INDICATORS; kind++)
    check_indicator (&check, &check.figures->indicators[kind]);
  check_basis (&check);
}
