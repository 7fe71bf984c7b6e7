#include "check-private.h"

static const YlPolicyValue *
find (const YlBudgetCheck *check, YlLandKey key)
{
  return yl_policy_find (check->policy, YL_GROUP_LAND_REVENUE, check->area, key);
}

static void
report (const YlBudgetCheck *check,
        const YlLandLine *line,
        YlCode code,
        const char *column,
        const char *seen,
        const char *expected,
        const char *message,
        const YlMoney *at_stake)
{
  g_autofree char *full =
      g_strdup_printf ("%s级土地出让收益：%s", yl_payer_get_name (line->payer), message);
  yl_budget_check_report (check,
                          (YlFinding){
                              .code = code,
                              .file = check->file,
                              .sheet = "土地出让收益",
                              .column = column,
                              .seen = seen,
                              .expected = expected,
                              .message = full,
                              .gainer = yl_payer_get_name (line->payer),
                          },
                          at_stake);
}

/* B04: both ends of the range are allowed. */
static void
check_range (const YlBudgetCheck *check, const YlLandLine *line)
{
  const YlPolicyValue *min = find (check, YL_LAND_MIN_SHARE);
  const YlPolicyValue *max = find (check, YL_LAND_MAX_SHARE);
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
  report (check, line, YL_B04, "计提比例", seen, expected, message, &(YlMoney){ off_fen });
}

/* B04: only rows of 资金来源 are money. */
static void
check_booked (const YlBudgetCheck *check, const YlLandLine *line)
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
  report (check, line, YL_B04, "应计提", seen, expected, message, &(YlMoney){ missing_fen });
}

/* B05: money that another definition would give is not known here, so nobody can price it. */
static void
check_definition (const YlBudgetCheck *check, const YlLandLine *line)
{
  const YlPolicyValue *basis = find (check, YL_LAND_BASIS);
  if (basis == NULL || g_strcmp0 (line->basis, basis->shown) == 0)
    return;
  g_autofree char *message =
      g_strdup_printf ("采用的口径“%s”与政策规定的“%s”不同；请按规定口径重新填列收入和成本",
                       line->basis, basis->shown);
  report (check, line, YL_B05, "口径", line->basis, basis->shown, message, NULL);
}

/* B05: net below zero counts as none. */
static void
check_sign (const YlBudgetCheck *check, const YlLandLine *line)
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
  report (check, line, YL_B05, "成本支出", seen, expected, message, &stake);
}

void
yl_budget_check_land (const YlBudgetCheck *check)
{
  const YlPolicyValue *payers = find (check, YL_LAND_PAYERS);
  for (guint i = 0; i < check->figures->land->len; i++)
    {
      const YlLandLine *line = &g_array_index (check->figures->land, YlLandLine, i);
      /* S3 binds the payers that the policy names. */
      if (payers != NULL && (payers->value >> line->payer & 1) == 0)
        continue;
      check_range (check, line);
      check_booked (check, line);
      check_definition (check, line);
      check_sign (check, line);
    }
}
