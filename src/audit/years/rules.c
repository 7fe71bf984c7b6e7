#include "rules-private.h"

const char *
yl_year_get_gainer (const YlYearCheck *check, const YlRoad *road)
{
  const char *township =
      yl_inventory_get_text (yl_budget_get_inventory (check->new_budget), road->township);
  return township[0] == '\0' ? NULL : township;
}

void
yl_year_tell (const YlYearCheck *check,
              YlFindings *findings,
              const YlRoad *road,
              YlFinding finding,
              YlMoney at_stake)
{
  const YlInventory *list = yl_budget_get_inventory (check->new_budget);
  const YlRowTexts texts = yl_list_get_texts (list, road);
  const YlRowCheck row = { NULL, road, &texts, findings };
  finding.severity = yl_code_get_severity (finding.code);
  yl_row_check_tell (&row, finding, at_stake);
}

static void
tell_drop (const char *file, const char *what, gint64 old_fen, gint64 new_fen, YlFindings *findings)
{
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ new_fen });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ old_fen });
  g_autofree char *drop = yl_money_to_grouped ((YlMoney){ old_fen - new_fen });
  g_autofree char *message =
      g_strdup_printf ("%s本年 %s 元，低于上年的 %s 元，减少 %s 元；请说明减少的原因，"
                       "逐步分解见 yanglu diff",
                       what, seen, expected, drop);
  yl_findings_add (findings, &(YlFinding){
                                 .code = YL_B10,
                                 .severity = yl_code_get_severity (YL_B10),
                                 .file = file,
                                 .column = what,
                                 .seen = seen,
                                 .expected = expected,
                                 .message = message,
                                 .at_stake = { old_fen - new_fen },
                                 .is_priced = TRUE,
                             });
}

void
yl_year_check_total (const char *file, gint64 old_fen, gint64 new_fen, YlFindings *findings)
{
  if (new_fen < old_fen && yl_findings_get_n_of_code (findings, YL_B10) == 0)
    tell_drop (file, "预算合计", old_fen, new_fen, findings);
}

void
yl_year_check_part (
    const char *file, const char *what, gint64 old_fen, gint64 new_fen, YlFindings *findings)
{
  if (new_fen < old_fen && yl_findings_get_n_of_code (findings, YL_B10) == 0)
    tell_drop (file, what, old_fen, new_fen, findings);
}

static gint64
sum_purpose (const YlFigures *figures, YlPurpose purpose)
{
  gint64 sum_fen = 0;
  for (guint i = 0; i < figures->demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (figures->demand, YlDemandLine, i);
      sum_fen += line->purpose == purpose ? line->amount_fen : 0;
    }
  return sum_fen;
}

static void
check_amounts (const YlYearCheck *check, YlFindings *findings)
{
  const YlFigures *old_figures = yl_budget_get_figures (check->old_budget);
  const YlFigures *new_figures = yl_budget_get_figures (check->new_budget);
  if (yl_findings_get_n_of_code (findings, YL_B10) > 0)
    return;
  yl_year_check_total (check->file, old_figures->demand_fen, new_figures->demand_fen, findings);
  if (yl_findings_get_n_of_code (findings, YL_B10) > 0)
    return;
  for (guint purpose = 0; purpose < YL_N_PURPOSES; purpose++)
    {
      const gint64 old_fen = sum_purpose (old_figures, (YlPurpose) purpose);
      const gint64 new_fen = sum_purpose (new_figures, (YlPurpose) purpose);
      if (new_fen < old_fen)
        tell_drop (check->file, yl_purpose_get_name ((YlPurpose) purpose), old_fen, new_fen,
                   findings);
    }
}

void
yl_year_check (const YlYearCheck *check, YlFindings *findings)
{
  yl_year_check_lengths (check, findings);
  yl_year_check_claims (check, findings);
  check_amounts (check, findings);
}
