#include "yanglu/audit/rule-pack.h"

/* Findings of @code that were counted without their text. */
static void
count_rest (const YlRule *rule, const YlFindings *findings, guint64 n_kept, YlFindings *out)
{
  if (!rule->is_enabled)
    return;
  for (guint64 i = n_kept; i < yl_findings_get_n_of_code (findings, rule->code); i++)
    yl_findings_count (out, rule->code, rule->severity);
}

/* FALSE when the least amount of its rule leaves it out; else it is as the rule tells it. */
static gboolean
settle (const YlRule *rule, YlFinding *finding)
{
  if (finding->is_priced && ABS (finding->at_stake.fen) < rule->limits[YL_LIMIT_MIN_AMOUNT])
    return FALSE;
  if (rule->has_severity)
    finding->severity = rule->severity;
  if (rule->has_basis)
    finding->basis = rule->basis;
  return TRUE;
}

static YlFindings *
select_findings (const YlRuleSet *rules, const YlFindings *findings, gboolean is_settled)
{
  g_autoptr (YlFindings) out = yl_findings_new ();
  guint64 n_kept[YL_N_CODES] = { 0 };
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      YlFinding finding = *yl_findings_get (findings, i);
      const YlRule *rule = yl_rule_set_get (rules, finding.code);
      n_kept[finding.code]++;
      if (rule->is_enabled && (!is_settled || settle (rule, &finding)))
        yl_findings_add (out, &finding);
    }
  for (guint code = 0; code < YL_N_CODES; code++)
    count_rest (yl_rule_set_get (rules, (YlCode) code), findings, n_kept[code], out);
  return g_steal_pointer (&out);
}

YlFindings *
yl_rule_set_apply_switches (const YlRuleSet *rules, const YlFindings *findings)
{
  return select_findings (rules, findings, FALSE);
}

YlFindings *
yl_rule_set_apply (const YlRuleSet *rules, const YlFindings *findings)
{
  return select_findings (rules, findings, TRUE);
}
