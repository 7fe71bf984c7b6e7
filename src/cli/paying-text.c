#include "yanglu/cli/paying-text.h"

#include "yanglu/cli/text-table.h"

static void
add_payee (YlTextTable *table, const YlPayeePaying *payee)
{
  g_autofree char *allotted = yl_money_to_grouped ((YlMoney){ payee->allotted_fen });
  g_autofree char *paid = yl_money_to_grouped ((YlMoney){ payee->paid_fen });
  g_autofree char *carried = yl_money_to_grouped ((YlMoney){ payee->carried_fen });
  g_autofree char *rest = yl_money_to_grouped ((YlMoney){ payee->allotted_fen - payee->paid_fen });
  const char *cells[] = { payee->name, payee->is_known ? allotted : "（预算无）", paid,
                          payee->is_known ? rest : "", carried };
  yl_text_table_add (table, cells);
}

static void
print_payees (const YlPaying *paying)
{
  static const YlAlign alignments[] = { YL_ALIGN_LEFT, YL_ALIGN_RIGHT, YL_ALIGN_RIGHT,
                                        YL_ALIGN_RIGHT, YL_ALIGN_RIGHT };
  static const char *const heads[] = { "对方", "分配（元）", "支付", "未付", "另付上年结转" };
  g_autoptr (YlTextTable) table = yl_text_table_new (alignments, G_N_ELEMENTS (alignments));
  yl_text_table_add (table, heads);
  yl_text_table_add_line (table);
  for (guint i = 0; i < paying->payees->len; i++)
    add_payee (table, yl_paying_get_payee (paying, i));
  yl_text_table_print (table);
}

static void
add_source (YlTextTable *table, const YlSourcePaying *source)
{
  const gint64 fen[] = { source->received_fen, source->passed_on_fen,
                         source->idle_fen[YL_IDLE_UP_TO_ONE_YEAR],
                         source->idle_fen[YL_IDLE_OVER_ONE_YEAR],
                         source->idle_fen[YL_IDLE_OVER_TWO_YEARS] };
  g_autofree char *date = yl_date_to_iso (source->date);
  g_autofree char *due = yl_date_to_iso (source->due);
  g_auto (GStrv) yuan = g_new0 (char *, G_N_ELEMENTS (fen) + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (fen); i++)
    yuan[i] = yl_money_to_grouped ((YlMoney){ fen[i] });
  const char *cells[] = { date,    source->party, source->document, due,    yuan[0],
                          yuan[1], yuan[2],       yuan[3],          yuan[4] };
  yl_text_table_add (table, cells);
}

static void
print_sources (const YlPaying *paying)
{
  static const YlAlign alignments[] = { YL_ALIGN_LEFT,  YL_ALIGN_LEFT,  YL_ALIGN_LEFT,
                                        YL_ALIGN_LEFT,  YL_ALIGN_RIGHT, YL_ALIGN_RIGHT,
                                        YL_ALIGN_RIGHT, YL_ALIGN_RIGHT, YL_ALIGN_RIGHT };
  static const char *const heads[] = { "收到日期",     "来自",       "文号",
                                       "应拨付到",     "收到（元）", "已拨付",
                                       "闲置一年以内", "一至两年",   "两年以上" };
  g_autoptr (YlTextTable) table = yl_text_table_new (alignments, G_N_ELEMENTS (alignments));
  yl_text_table_add (table, heads);
  yl_text_table_add_line (table);
  for (guint i = 0; i < paying->sources->len; i++)
    add_source (table, yl_paying_get_source (paying, i));
  yl_text_table_print (table);
}

void
yl_paying_text_print (const YlPaying *paying)
{
  g_autofree char *date = yl_date_to_chinese (paying->date);
  g_autofree char *received = yl_money_to_grouped ((YlMoney){ paying->received_fen });
  g_autofree char *paid = yl_money_to_grouped ((YlMoney){ paying->paid_fen });
  g_autofree char *ahead = yl_money_to_grouped ((YlMoney){ paying->ahead_fen });
  g_autofree char *unspent = yl_money_to_grouped ((YlMoney){ paying->unspent_fen });
  g_print ("\n拨付核对，截至%s：收到 %s 元＋垫付 %s 元＝支付 %s 元＋结余 %s 元\n\n", date, received,
           ahead, paid, unspent);
  print_payees (paying);
  g_print ("\n");
  print_sources (paying);
}
