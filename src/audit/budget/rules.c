#include "yanglu/audit/budget/rules.h"

#include "rules-private.h"

#include "yanglu/audit/budget/funding-rules.h"
#include "yanglu/calc/price.h"

/* @finding in @column of a sheet of the entries. @at_stake: (nullable): nobody can say. */
static void
report (const BudgetCheck *check,
        const char *sheet,
        const char *column,
        YlFinding finding,
        const YlMoney *at_stake)
{
  const YlFigurePlace place = { .file = check->file, .sheet = sheet, .column = column };
  yl_figure_report (&place, finding, at_stake, check->findings);
}

static gint64
get_paid_m (const YlBudget *budget, YlRateKind kind)
{
  const gsize n_roads = yl_inventory_get_n_roads (budget->inventory);
  gint64 paid_m = 0;
  for (gsize i = 0; i < n_roads; i++)
    {
      const YlRoadWorking *working = &budget->roads[i];
      paid_m += working->rate == kind ? working->paid_m : 0;
    }
  return paid_m;
}

/* A rate here is below the one of the base that it replaced. */
static void
check_rate (const BudgetCheck *check, YlRateKind kind)
{
  YlRate rate, standard;
  if (!yl_policy_get_rate (check->policy, kind, &rate)
      || !yl_policy_get_base_rate (check->policy, kind, &standard)
      || rate.fen_per_km >= standard.fen_per_km)
    return;
  const gint64 paid_m = get_paid_m (check->budget, kind);
  YlMoney shortfall = { 0 };
  const YlRate missing = { standard.fen_per_km - rate.fen_per_km, rate.part };
  const gboolean is_priced = yl_money_for_length ((YlLength){ paid_m }, missing, &shortfall);
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ rate.fen_per_km });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ standard.fen_per_km });
  g_autofree char *km = yl_length_to_km ((YlLength){ paid_m });
  g_autofree char *yuan = yl_money_to_grouped (shortfall);
  g_autofree char *column = g_strdup_printf ("%s标准", yl_rate_kind_get_name (kind));
  g_autofree char *message = g_strdup_printf (
      "政策规定的%s日常养护标准为每公里 %s 元，低于上级标准 %s 元；按 %s 公里计算少 %s 元",
      yl_rate_kind_get_name (kind), seen, expected, km, yuan);
  const YlFigurePlace place = { .file = yl_policy_get_head (check->policy)->document,
                                .column = column };
  const YlFinding finding = {
    .code = YL_B01, .seen = seen, .expected = expected, .message = message
  };
  yl_figure_report (&place, finding, is_priced ? &shortfall : NULL, check->findings);
}

/* B01 */
static void
check_rates (const BudgetCheck *check)
{
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    check_rate (check, (YlRateKind) kind);
}

/* B02 */
static void
check_funding (const BudgetCheck *check)
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
  const YlFinding finding = {
    .code = YL_B02, .seen = seen, .expected = expected, .message = message
  };
  yl_figure_report (&check->sources, finding, &(YlMoney){ daily->unfunded_fen }, check->findings);
}

/* Public money for daily maintenance, by who shares; FALSE when a sum does not fit. */
static gboolean
sum_daily (const GArray *sources, YlMoney out_sums[YL_N_SHARERS])
{
  for (guint i = 0; i < YL_N_SHARERS; i++)
    out_sums[i] = (YlMoney){ 0 };
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      YlSharer sharer;
      if (source->purpose != YL_PURPOSE_DAILY || !yl_source_is_public (source)
          || !yl_sharer_find (source->level, &sharer))
        continue;
      if (!yl_money_add (out_sums[sharer], source->amount, &out_sums[sharer]))
        return FALSE;
    }
  return TRUE;
}

/* Grants of levels without a share, which the shares of the whole standard do not see. */
static void
report_unshared (const BudgetCheck *check)
{
  const YlMoney unshared = { check->figures->daily.unshared_fen };
  if (unshared.fen <= 0
      || yl_policy_get_share_base (check->policy, check->area) == YL_SHARE_AFTER_SUPERIOR)
    return;
  g_autofree char *yuan = yl_money_to_grouped (unshared);
  g_autofree char *message = g_strdup_printf (
      "没有规定分担比例的上级给了日常养护补助 %s 元：各级按标准总额分担，这笔钱不减少任何一级应"
      "承担的数；如应先减去再分担，请在政策 [payer-share] 中写 base=after-superior",
      yuan);
  yl_findings_add (check->findings, &(YlFinding){ .code = YL_B08,
                                                  .severity = YL_SEVERITY_WARNING,
                                                  .file = check->sources.file,
                                                  .sheet = check->sources.sheet,
                                                  .column = check->sources.column,
                                                  .seen = yuan,
                                                  .message = message,
                                                  .at_stake = unshared,
                                                  .is_priced = TRUE });
}

/* B08, where money of the county's own was entered. */
static void
check_ratio (const BudgetCheck *check)
{
  gint64 shares_ppm[YL_N_SHARERS];
  gint64 owed_fen[YL_N_SHARERS] = { 0 };
  YlMoney sums[YL_N_SHARERS];
  if (!yl_funding_find_shares (check->policy, check->area, shares_ppm)
      || !sum_daily (check->entry->sources, sums))
    return;
  report_unshared (check);
  const GArray *payers = check->figures->payers;
  for (guint i = 0; i < payers->len; i++)
    {
      const YlPayerLine *line = &g_array_index (payers, YlPayerLine, i);
      YlSharer sharer;
      if (line->purpose == YL_PURPOSE_DAILY && yl_sharer_find (line->payer, &sharer))
        owed_fen[sharer] = shares_ppm[sharer] == 0 ? 0 : line->amount_fen;
    }
  for (guint i = 0; i < YL_SHARER_COUNTY; i++)
    if (shares_ppm[i] == 0)
      sums[i].fen = 0;
  if (sums[YL_SHARER_COUNTY].fen == 0)
    return;
  const YlMoney tolerance = { yl_rule_set_get_limit (check->rules, YL_B08, YL_LIMIT_TOLERANCE) };
  yl_funding_check_ratio (&check->sources, sums, shares_ppm, owed_fen, tolerance, check->findings);
}

/* B09 */
static void
check_match (const BudgetCheck *check)
{
  const YlPolicyValue *value =
      yl_policy_find (check->policy, YL_GROUP_COUNTY_MATCH, check->area, YL_MATCH_SUPERIOR_GRANTS);
  const YlDaily *daily = &check->figures->daily;
  YlMoney sums[YL_N_SHARERS];
  YlMoney required = { 0 };
  if (value == NULL || !sum_daily (check->entry->sources, sums)
      || !yl_money_share ((YlMoney){ daily->superior_grants_fen }, (YlShare){ value->value },
                          &required))
    return;
  const YlMoney own = sums[YL_SHARER_COUNTY];
  const YlMoney match = own.fen != 0 ? own : (YlMoney){ daily->county_gap_fen };
  const YlMoney shortfall = { required.fen - match.fen };
  if (shortfall.fen <= 0)
    return;
  g_autofree char *seen = yl_money_to_grouped (match);
  g_autofree char *expected = yl_money_to_grouped (required);
  g_autofree char *missing = yl_money_to_grouped (shortfall);
  g_autofree char *share = yl_share_to_percent ((YlShare){ value->value });
  g_autofree char *basis = g_strdup_printf ("%s %s", value->document, value->clause);
  g_autofree char *message =
      g_strdup_printf ("县级日常养护配套 %s 元，低于上级日常养护补助的 %s（%s 元），少 %s 元；"
                       "请补足县级配套",
                       seen, share, expected, missing);
  yl_figure_report (&check->sources,
                    (YlFinding){
                        .code = YL_B09,
                        .seen = seen,
                        .expected = expected,
                        .message = message,
                        .basis = basis,
                        .gainer = yl_payer_get_name (YL_PAYER_COUNTY),
                    },
                    &shortfall, check->findings);
}

/* B10 */
static void
check_last_year (const BudgetCheck *check)
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
  const YlFinding finding = {
    .code = YL_B10, .seen = seen, .expected = expected, .message = message
  };
  report (check, YL_SHEET_UNIT, "上年预算数", finding, &(YlMoney){ drop_fen });
}

/* What has no target is not judged. */
static void
check_indicator (const BudgetCheck *check, const YlIndicatorLine *line)
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
          : g_strdup_printf ("%s缺少数据，无法评定；目标为 %s，请在里程台账或" YL_SHEET_UNIT
                             "中补填",
                             name, target);
  const YlFinding finding = {
    .code = YL_D05, .seen = line->is_known ? actual : NULL, .expected = target, .message = message
  };
  report (check, NULL, name, finding, &(YlMoney){ 0 });
}

/* D05 */
static void
check_indicators (const BudgetCheck *check)
{
  for (guint kind = 0; kind < YL_N_INDICATORS; kind++)
    check_indicator (check, &check->figures->indicators[kind]);
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
find_unstated (const BudgetCheck *check, YlMileageBasis basis)
{
  YlRateTable rates;
  yl_rate_table_init (&rates, check->policy);
  Unstated unstated = { .is_priced = TRUE };
  const YlInventory *inventory = check->budget->inventory;
  for (gsize i = 0; i < yl_inventory_get_n_roads (inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      const guint32 basis_m =
          basis == YL_BASIS_MAINTAINED ? road->maintained_m : road->subsidised_m;
      YlMoney amount = { 0 };
      if (basis_m != YL_METRES_UNKNOWN)
        continue;
      unstated.rows++;
      unstated.counted_m += check->budget->roads[i].counted_m;
      unstated.is_priced = unstated.is_priced
                           && yl_road_price_by (&rates, road, YL_BASIS_COUNTED, &amount.fen)
                           && yl_money_add (unstated.amount, amount, &unstated.amount);
    }
  return unstated;
}

/* E03: kilometres that the policy pays by and the list does not state are paid as none. */
static void
check_basis (const BudgetCheck *check)
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
  yl_figure_report (&(YlFigurePlace){ .column = name },
                    (YlFinding){ .code = YL_E03, .expected = name, .message = message },
                    unstated.is_priced ? &unstated.amount : NULL, check->findings);
}

static const YlPolicyValue *
find_land (const BudgetCheck *check, YlLandKey key)
{
  return yl_policy_find (check->policy, YL_GROUP_LAND_REVENUE, check->area, key);
}

/* @finding, whose message follows the name of the payer, in @column of its line. */
static void
report_land (const BudgetCheck *check,
             const YlLandLine *line,
             const char *column,
             YlFinding finding,
             const YlMoney *at_stake)
{
  finding.gainer = yl_payer_get_name (line->payer);
  g_autofree char *full = g_strdup_printf ("%s级土地出让收益：%s", finding.gainer, finding.message);
  finding.message = full;
  report (check, YL_LIST_LAND, column, finding, at_stake);
}

/* B04: both ends of the range are allowed. */
static void
check_range (const BudgetCheck *check, const YlLandLine *line)
{
  const YlPolicyValue *min = find_land (check, YL_LAND_MIN_SHARE);
  const YlPolicyValue *max = find_land (check, YL_LAND_MAX_SHARE);
  const gboolean is_below = min != NULL && line->share_ppm < min->value;
  const gboolean is_above = max != NULL && line->share_ppm > max->value;
  if (!is_below && !is_above)
    return;
  const gint64 bound_fen = is_below ? line->min_fen : line->max_fen;
  const gint64 off_fen = is_below ? bound_fen - line->due_fen : line->due_fen - bound_fen;
  g_autofree char *seen = yl_share_to_percent ((YlShare){ line->share_ppm });
  g_autofree char *expected = yl_share_to_percent ((YlShare){ (is_below ? min : max)->value });
  g_autofree char *off = yl_money_to_grouped ((YlMoney){ off_fen });
  g_autofree char *message =
      g_strdup_printf ("计提比例 %s %s规定的 %s，相差 %s 元；请在规定范围内选择比例", seen,
                       is_below ? "低于" : "高于", expected, off);
  report_land (check, line, "计提比例",
               (YlFinding){ .code = YL_B04,
                            .seen = seen,
                            .expected = expected,
                            .message = message,
                            .stake = is_below ? YL_STAKE_LESS : YL_STAKE_MORE },
               &(YlMoney){ off_fen });
}

/* B04: only rows of 资金来源 are money. */
static void
check_booked (const BudgetCheck *check, const YlLandLine *line)
{
  if (line->booked_fen >= line->due_fen)
    return;
  const gint64 missing_fen = line->due_fen - line->booked_fen;
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ line->booked_fen });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ line->due_fen });
  g_autofree char *missing = yl_money_to_grouped ((YlMoney){ missing_fen });
  g_autofree char *message = g_strdup_printf (
      "应计提 %s 元，资金来源中只列 %s 元，少列 %s 元；请在资金来源中补列土地出让资金", expected,
      seen, missing);
  report_land (
      check, line, "应计提",
      (YlFinding){ .code = YL_B04, .seen = seen, .expected = expected, .message = message },
      &(YlMoney){ missing_fen });
}

/* B05: money that another definition would give is not known here, so nobody can price it. */
static void
check_definition (const BudgetCheck *check, const YlLandLine *line)
{
  const YlPolicyValue *basis = find_land (check, YL_LAND_BASIS);
  if (basis == NULL || g_strcmp0 (line->basis, basis->shown) == 0)
    return;
  g_autofree char *message =
      g_strdup_printf ("采用的口径“%s”与政策规定的“%s”不同；请按规定口径重新填列收入和成本",
                       line->basis, basis->shown);
  report_land (
      check, line, "口径",
      (YlFinding){
          .code = YL_B05, .seen = line->basis, .expected = basis->shown, .message = message },
      NULL);
}

/* B05: net below zero counts as none. */
static void
check_sign (const BudgetCheck *check, const YlLandLine *line)
{
  if (!line->is_negative)
    return;
  const YlMoney excess = { line->cost_fen - line->income_fen };
  YlMoney stake = { 0 };
  if (!yl_money_share (excess, (YlShare){ line->share_ppm }, &stake))
    return;
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ line->cost_fen });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ line->income_fen });
  g_autofree char *over = yl_money_to_grouped (excess);
  g_autofree char *message = g_strdup_printf (
      "成本支出 %s 元大于收入 %s 元，多 %s 元，收益按 0 计；请核对各项成本", seen, expected, over);
  report_land (
      check, line, "成本支出",
      (YlFinding){ .code = YL_B05, .seen = seen, .expected = expected, .message = message },
      &stake);
}

/* S3 binds the payers that the policy names. */
static gboolean
is_bound (const BudgetCheck *check, const YlLandLine *line)
{
  const YlPolicyValue *payers = find_land (check, YL_LAND_PAYERS);
  return payers == NULL || (payers->value >> line->payer & 1) != 0;
}

/* Each rule is asked of the whole budget, of its land lines or of its sources. */
static const struct
{
  YlCode code;
  void (*of_budget) (const BudgetCheck *check);
  void (*of_land) (const BudgetCheck *check, const YlLandLine *line);
  void (*of_source) (const BudgetCheck *check, const YlSource *source);
} budget_rules[] = {
  { YL_B01, .of_budget = check_rates },
  { YL_B02, .of_budget = check_funding },
  { YL_B04, .of_land = check_range },
  { YL_B04, .of_land = check_booked },
  { YL_B05, .of_land = check_definition },
  { YL_B05, .of_land = check_sign },
  { YL_B06, .of_source = yl_source_check_fund },
  { YL_B07, .of_source = yl_source_check_account },
  { YL_B08, .of_budget = check_ratio },
  { YL_B09, .of_budget = check_match },
  { YL_B10, .of_budget = check_last_year },
  { YL_B11, .of_source = yl_source_check_running },
  { YL_B12, .of_source = yl_source_check_fuel_tax },
  { YL_B13, .of_source = yl_source_check_borrowed },
  { YL_B14, .of_source = yl_source_check_vehicle_tax },
  { YL_B15, .of_budget = yl_budget_check_required },
  { YL_C01, .of_budget = yl_sources_check_twice },
  { YL_C03, .of_source = yl_source_check_scale },
  { YL_C03, .of_budget = yl_sources_check_scale },
  { YL_C03, .of_land = yl_land_check_scale },
  { YL_D05, .of_budget = check_indicators },
  { YL_E03, .of_budget = check_basis },
};

static void
ask (const BudgetCheck *check, gsize rule)
{
  const GArray *lands = check->figures->land;
  const GArray *sources = check->entry->sources;
  if (budget_rules[rule].of_budget != NULL)
    budget_rules[rule].of_budget (check);
  for (guint i = 0; budget_rules[rule].of_land != NULL && i < lands->len; i++)
    if (is_bound (check, &g_array_index (lands, YlLandLine, i)))
      budget_rules[rule].of_land (check, &g_array_index (lands, YlLandLine, i));
  for (guint i = 0; budget_rules[rule].of_source != NULL && i < sources->len; i++)
    budget_rules[rule].of_source (check, &g_array_index (sources, YlSource, i));
}

/* Places of findings are those of a budget whose entries stand in a workbook. */
static BudgetCheck
make_check (const YlBudget *budget, const YlRuleSet *rules, YlFindings *findings)
{
  return (BudgetCheck){
    .budget = budget,
    .figures = budget->figures,
    .entry = budget->entry,
    .policy = budget->policy,
    .rules = rules,
    .area = budget->place,
    .sources = { .sheet = YL_LIST_FUNDS, .column = "金额" },
    .findings = findings,
  };
}

void
yl_budget_check (const YlBudget *budget,
                 const char *entry_file,
                 const char *funds_file,
                 const YlRuleSet *rules,
                 YlFindings *findings)
{
  BudgetCheck check = make_check (budget, rules, findings);
  check.file = entry_file;
  check.sources.file = entry_file;
  if (funds_file != NULL)
    {
      check.sources.file = funds_file;
      check.sources.sheet = NULL;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (budget_rules); i++)
    if (yl_rule_set_get (rules, budget_rules[i].code)->is_enabled)
      ask (&check, i);
}

void
yl_budget_check_last_year (const YlBudget *budget,
                           const char *entry_file,
                           const YlRuleSet *rules,
                           YlFindings *findings)
{
  BudgetCheck check = make_check (budget, rules, findings);
  check.file = entry_file;
  if (yl_rule_set_get (rules, YL_C03)->is_enabled)
    yl_last_year_check_scale (&check);
}

/* Whether the rule finds something in the source alone. */
static gboolean
is_broken (const YlBudget *budget, gsize rule, const YlSource *source)
{
  g_autoptr (YlFindings) findings = yl_findings_new ();
  g_autoptr (YlRuleSet) rules = yl_rule_set_new ();
  const BudgetCheck check = make_check (budget, rules, findings);
  budget_rules[rule].of_source (&check, source);
  return yl_findings_get_n_of_severity (findings, YL_SEVERITY_ERROR) > 0;
}

gboolean
yl_source_find_broken_rule (const YlBudget *budget,
                            const YlSource *before,
                            const YlSource *after,
                            YlCode *out_code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (budget_rules); i++)
    if (budget_rules[i].of_source != NULL && is_broken (budget, i, after)
        && !is_broken (budget, i, before))
      {
        *out_code = budget_rules[i].code;
        return TRUE;
      }
  return FALSE;
}
