#include "yanglu/cli/approval-text.h"

#include "yanglu/cli/text-table.h"

static void
add_row (YlTextTable *table, const YlApprovedRow *row)
{
  g_autofree char *budget = yl_money_to_grouped ((YlMoney){ row->budget_fen });
  g_autofree char *approved = yl_money_to_grouped ((YlMoney){ row->approved_fen });
  g_autofree char *more = yl_money_to_grouped ((YlMoney){ row->budget_fen - row->approved_fen });
  const char *cells[] = { row->name, row->is_budgeted ? budget : "—",
                          row->is_approved ? approved : "—", more };
  yl_text_table_add (table, cells);
}

void
yl_approval_text_print (const YlApproval *approval)
{
  static const YlAlign alignments[] = { YL_ALIGN_LEFT, YL_ALIGN_RIGHT, YL_ALIGN_RIGHT,
                                        YL_ALIGN_RIGHT };
  static const char *const heads[] = { "对象", "预算（元）", "批复", "预算－批复" };
  g_autoptr (YlTextTable) table = yl_text_table_new (alignments, G_N_ELEMENTS (alignments));
  yl_text_table_add (table, heads);
  yl_text_table_add_line (table);
  for (guint i = 0; i < approval->rows->len; i++)
    add_row (table, yl_approval_get_row (approval, i));
  g_autofree char *budget = yl_money_to_grouped ((YlMoney){ approval->budget_fen });
  g_autofree char *approved = yl_money_to_grouped ((YlMoney){ approval->approved_fen });
  g_print ("\n批复核对：预算合计 %s 元，批复合计 %s 元\n\n", budget, approved);
  yl_text_table_print (table);
}
