#include "check-private.h"

void
yl_budget_check_report (const YlBudgetCheck *check, YlFinding finding, const YlMoney *at_stake)
{
  finding.severity = yl_code_get_severity (finding.code);
  finding.is_priced = at_stake != NULL;
  finding.at_stake = at_stake == NULL ? (YlMoney){ 0 } : *at_stake;
  yl_findings_add (check->findings, &finding);
}
