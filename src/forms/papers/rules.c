#include "papers-private.h"

/* 停用的规则: what this audit did not look for, and why. */

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (7),
  YL_COLUMN_LABEL ("code", "编号", 10, 0),
  YL_COLUMN_TEXT ("title", "规则", 48, sizeof (const char *)),
  YL_COLUMN_TEXT ("note", "停用的说明", 60, 2 * sizeof (const char *)),
};

static guint
count_off (const YlRuleSet *rules)
{
  guint n = 0;
  for (guint code = 0; rules != NULL && code < YL_N_CODES; code++)
    n += yl_rule_set_get (rules, (YlCode) code)->is_enabled ? 0 : 1;
  return n;
}

void
yl_papers_write_rules (YlPapers *papers)
{
  const YlRuleSet *rules = papers->request->rules;
  const guint n = count_off (rules);
  if (n == 0)
    return;
  const YlSheetForm sheet_form = { .name = "停用的规则",
                                   .title = "停用的规则：本次审计没有检查的事项",
                                   .index = YL_INDEX_RULES };
  YlTable *table = yl_tables_add (papers->tables, "rules", columns, G_N_ELEMENTS (columns));
  YlSheet *sheet = yl_table_open (table, papers->form, &sheet_form, n);
  guint number = 0;
  for (guint code = 0; code < YL_N_CODES; code++)
    {
      const YlRule *rule = yl_rule_set_get (rules, (YlCode) code);
      const char *const cells[] = { yl_code_get_name ((YlCode) code),
                                    yl_code_get_title ((YlCode) code), rule->note };
      if (!rule->is_enabled)
        yl_table_write_row (table, ++number, cells);
    }
  yl_sheet_end (sheet);
}
