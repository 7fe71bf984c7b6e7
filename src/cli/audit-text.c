#include "yanglu/cli/audit-text.h"

#include "yanglu/cli/approval-text.h"
#include "yanglu/cli/findings-text.h"
#include "yanglu/cli/paying-text.h"
#include "yanglu/cli/three-tables-text.h"

/* Places that an explanation names before it only counts them. */
#define N_ROWS_SHOWN 10

static void
print_readings (const YlAudit *audit)
{
  for (guint i = 0; i < audit->readings->len; i++)
    {
      const YlReading *reading = &g_array_index (audit->readings, YlReading, i);
      g_print ("认作  %s：%s\n", reading->what, reading->taken_for);
    }
  if (audit->readings->len > 0)
    g_print ("\n");
}

static void
print_rows (char *const *rows)
{
  guint n = 0;
  for (; rows != NULL && rows[n] != NULL; n++)
    if (n < N_ROWS_SHOWN)
      g_print ("%s%s", n == 0 ? "      涉及：" : "、", rows[n]);
  if (n > N_ROWS_SHOWN)
    g_print (" 等 %u 处", n);
  if (n > 0)
    g_print ("\n");
}

static void
print_explanations (const YlAudit *audit)
{
  if (audit->explanations->len > 0)
    g_print ("\n差额可以这样解释：\n");
  for (guint i = 0; i < audit->explanations->len; i++)
    {
      const YlExplanation *explanation = &g_array_index (audit->explanations, YlExplanation, i);
      g_autofree char *explained = yl_money_to_grouped ((YlMoney){ explanation->explained_fen });
      g_autofree char *remaining = yl_money_to_grouped ((YlMoney){ explanation->remaining_fen });
      g_print ("  %u. %s\n      解释 %s 元，余 %s 元\n", i + 1, explanation->cause, explained,
               remaining);
      print_rows (explanation->rows);
    }
}

static void
print_steps (const YlAudit *audit)
{
  if (audit->steps->len > 0)
    g_print ("\n从表中合计到重算合计：\n");
  for (guint i = 0; i < audit->steps->len; i++)
    {
      const YlDifferenceStep *step = &g_array_index (audit->steps, YlDifferenceStep, i);
      g_autofree char *amount = yl_money_to_grouped ((YlMoney){ step->amount_fen });
      g_print ("  %18s  %s\n", amount, step->step);
    }
}

void
yl_audit_text_print (const YlAudit *audit)
{
  print_readings (audit);
  yl_findings_print (audit->findings, 0);
  print_explanations (audit);
  print_steps (audit);
  if (audit->paying != NULL)
    yl_paying_text_print (audit->paying);
  if (audit->approval != NULL)
    yl_approval_text_print (audit->approval);
  if (audit->three_tables != NULL)
    yl_three_tables_text_print (audit->three_tables);
  g_print ("\n结论：%s。%s\n", yl_verdict_get_name (audit->verdict), audit->conclusion);
}
