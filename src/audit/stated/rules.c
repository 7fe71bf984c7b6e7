#include "yanglu/audit/stated/rules.h"

#include "check-private.h"

static void
free_check (gpointer data)
{
  stated_check_clear (data);
  g_free (data);
}

void
yl_stated_check (const YlStatedBudget *budget,
                 const YlRateTable *rates,
                 const YlBudget *listed,
                 const YlRuleSet *rules,
                 YlAudit *audit)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func (free_check);
  for (guint i = 0; i < budget->tables->len; i++)
    {
      StatedCheck *check = g_new0 (StatedCheck, 1);
      stated_check_init (check, g_ptr_array_index (budget->tables, i), budget->file, rates, rules,
                         audit);
      g_ptr_array_add (checks, check);
      stated_check_amounts (check);
      stated_check_across (check, TRUE);
      stated_check_sums (check);
      stated_check_across (check, FALSE);
      stated_check_figures (check);
      stated_check_hidden (check);
      if (listed != NULL)
        stated_check_roads (check, listed);
    }
  stated_check_between ((StatedCheck *const *) checks->pdata, checks->len);
  stated_totals ((StatedCheck *const *) checks->pdata, checks->len, audit);
}
