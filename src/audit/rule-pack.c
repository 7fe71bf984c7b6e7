#include "yanglu/audit/rule-pack.h"

static gboolean
is_wanted (const YlRule *rule, const YlFinding *finding)
{
  const gint64 least = rule->limits[YL_LIMIT_MIN_AMOUNT];
  return rule->is_enabled && (!finding->is_priced || ABS (finding->at_stake.fen) >= least);
}

/* Findings of @code that were counted without their text. */
static void
count_rest (const YlRule *rule, const YlFindings *findings, guint64 n_kept, YlFindings *out)
{
  if (!rule->is_enabled)
    return;
  for (guint64 i = n_kept; i < yl_findings_get_n_of_code (findings, rule->code); i++)
    yl_findings_count (out, rule->code, rule->severity);
}

static YlFindings *
select_findings (const YlRuleSet *rules,
                 const YlFindings *findings,
                 gboolean (*keeps) (const YlRule *rule, const YlFinding *finding),
                 void (*change) (const YlRule *rule, YlFinding *finding))
{
  g_autoptr (YlFindings) out = yl_findings_new ();
  guint64 n_kept[YL_N_CODES] = { 0 };
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      YlFinding finding = *yl_findings_get (findings, i);
      const YlRule *rule = yl_rule_set_get (rules, finding.code);
      n_kept[finding.code]++;
      if (!keeps (rule, &finding))
        continue;
      change (rule, &finding);
      yl_findings_add (out, &finding);
    }
  for (guint code = 0; code < YL_N_CODES; code++)
    count_rest (yl_rule_set_get (rules, (YlCode) code), findings, n_kept[code], out);
  return g_steal_pointer (&out);
}

static void
change_as_told (const YlRule *rule, YlFinding *finding)
{
  if (rule->has_severity)
    finding->severity = rule->severity;
  if (rule->has_basis)
    finding->basis = rule->basis;
}

static gboolean
is_on (const YlRule *rule, const YlFinding *finding)
{
  (void) finding;
  return rule->is_enabled;
}

static void
change_nothing (const YlRule *rule, YlFinding *finding)
{
  (void) rule;
  (void) finding;
}

YlFindings *
yl_rule_set_apply_switches (const YlRuleSet *rules, const YlFindings *findings)
{
  return select_findings (rules, findings, is_on, change_nothing);
}

YlFindings *
yl_rule_set_apply (const YlRuleSet *rules, const YlFindings *findings)
{
  return select_findings (rules, findings, is_wanted, change_as_told);
}
