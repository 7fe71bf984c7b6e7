#include "audit-work-private.h"

#include "yanglu/audit/one-fact.h"
#include "yanglu/audit/rule-pack.h"
#include "yanglu/io/rules/rules.h"

gboolean
yl_audit_open_rules (YlAuditWork *work, GError **error)
{
  work->rules = yl_rules_open (work->options->rules, error);
  return work->rules != NULL;
}

/* What is switched off explains nothing, so it goes before one fact is told once; a least amount is
 * asked of what is left, which may have taken the yuan of another. */
gboolean
yl_audit_apply_rules (YlAuditWork *work, GError **error)
{
  (void) error;
  g_autoptr (YlFindings) wanted = yl_rule_set_apply_switches (work->rules, work->audit->findings);
  g_autoptr (YlFindings) united = yl_findings_unite (wanted);
  yl_findings_free (work->audit->findings);
  work->audit->findings = yl_rule_set_apply (work->rules, united);
  return TRUE;
}
