#include "yanglu/cli/three-tables-text.h"

#include "yanglu/cli/text-table.h"

static void
add_row (YlTextTable *table, const YlThreeTables *tables, const YlThreeRow *row)
{
  g_autofree char *approved = yl_money_to_grouped ((YlMoney){ row->approved_fen });
  g_autofree char *paid = yl_money_to_grouped ((YlMoney){ row->paid_fen });
  g_autofree char *published = yl_money_to_grouped ((YlMoney){ row->published_fen });
  const char *cells[] = { row->name, row->is_approved ? approved : "—",
                          tables->has_paid ? paid : "—", row->is_published ? published : "—",
                          yl_three_verdict_get_name (row->verdict) };
  yl_text_table_add (table, cells);
}

static void
print_steps (const char *name, gint64 total_fen, const GArray *steps)
{
  g_autofree char *total = yl_money_to_grouped ((YlMoney){ total_fen });
  for (guint i = 0; i < steps->len; i++)
    {
      const YlThreeStep *step = &g_array_index (steps, YlThreeStep, i);
      g_autofree char *amount = yl_money_to_grouped ((YlMoney){ step->amount_fen });
      g_print ("  %18s  %s\n", amount, step->step);
    }
  g_print ("  %18s  %s\n", total, name);
}

void
yl_three_tables_text_print (const YlThreeTables *tables)
{
  static const YlAlign alignments[] = { YL_ALIGN_LEFT, YL_ALIGN_RIGHT, YL_ALIGN_RIGHT,
                                        YL_ALIGN_RIGHT, YL_ALIGN_LEFT };
  static const char *const heads[] = { "对象", "批复（元）", "执行", "公开", "公开的是" };
  g_autoptr (YlTextTable) table = yl_text_table_new (alignments, G_N_ELEMENTS (alignments));
  yl_text_table_add (table, heads);
  yl_text_table_add_line (table);
  for (guint i = 0; i < tables->rows->len; i++)
    add_row (table, tables, yl_three_tables_get_row (tables, i));
  g_print ("\n三表核对：批复、执行、公开\n\n");
  yl_text_table_print (table);
  g_autofree char *approved = yl_money_to_grouped ((YlMoney){ tables->approved_fen });
  g_print ("\n  %18s  批复合计\n", approved);
  if (tables->has_paid)
    print_steps ("执行合计", tables->paid_fen, tables->to_paid);
  print_steps ("公开合计", tables->published_fen, tables->to_published);
}
