#include "audit/found-case.h"

#include "support/assert.h"
#include "support/findings-list.h"
#include "support/make-sheet.h"

#include "yanglu/audit/found/formula-rules.h"
#include "yanglu/audit/found/outside.h"
#include "yanglu/audit/found/turned.h"
#include "yanglu/io/import/tables/found-budget.h"
#include "yanglu/io/words/words.h"

YlFoundCase *
yl_found_case_new (const char *rows)
{
  YlFoundCase *c = g_new0 (YlFoundCase, 1);
  c->texts = yl_text_pool_new ();
  c->workbook = yl_workbook_new ("手工.xlsx", c->texts);
  yl_test_add_sheet (c->workbook, "汇总", rows);
  c->rules = yl_rule_set_new ();
  yl_rule_set_edit (c->rules, YL_C06)->limits[YL_LIMIT_ROWS] = 3;
  yl_rule_set_edit (c->rules, YL_C06)->limits[YL_LIMIT_ROUND] = 10000;
  return c;
}

void
yl_found_case_run (YlFoundCase *c)
{
  const YlRateTable rates = {
    .rate = { { 1000000 }, { 500000 }, { 300000 } },
    .has_rate = { TRUE, TRUE, TRUE },
  };
  c->audit = yl_audit_new ("手工.xlsx");
  c->budget = yl_found_import (c->workbook, yl_words_get_builtin (), NULL, 0, c->audit);
  yl_found_settle (c->budget, &rates, c->audit);
  yl_found_check (c->budget, &rates, NULL, c->rules, c->audit);
  yl_found_check_formulas (c->workbook, c->budget, &rates, c->audit);
  yl_found_turn_findings (c->budget, c->audit);
  yl_found_tell_outside (c->workbook, c->budget, c->audit);
}

void
yl_found_case_free (YlFoundCase *c)
{
  if (c == NULL)
    return;
  yl_arena_free_record (c->budget);
  yl_audit_free (c->audit);
  yl_arena_free_record (c->rules);
  yl_arena_free_record (c->workbook);
  yl_text_pool_free (c->texts);
  g_free (c);
}

char *
yl_found_case_list (const YlFoundCase *c)
{
  return yl_findings_list (c->audit->findings);
}

char *
yl_found_case_totals (const YlFoundCase *c)
{
  g_autofree char *stated = yl_money_to_yuan ((YlMoney){ c->audit->stated_fen });
  g_autofree char *expected = yl_money_to_yuan ((YlMoney){ c->audit->expected_fen });
  GString *text = g_string_new ("");
  g_string_append_printf (text, "stated %s expected %s", stated, expected);
  for (guint i = 0; i < c->audit->steps->len; i++)
    {
      const YlDifferenceStep *step = &g_array_index (c->audit->steps, YlDifferenceStep, i);
      g_autofree char *yuan = yl_money_to_yuan ((YlMoney){ step->amount_fen });
      g_string_append_printf (text, "%s%s %s", i == 0 ? ": " : ", ", step->step, yuan);
    }
  return g_string_free (text, FALSE);
}
