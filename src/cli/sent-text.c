#include "yanglu/cli/sent-text.h"

#include "yanglu/base/decimal.h"
#include "yanglu/cli/text-table.h"

static void
add_line (YlTextTable *table,
          const char *name,
          const YlSentList *sent,
          const YlListFile *list,
          const char *standing)
{
  const guint64 counts[] = { list->n_rows, (guint64) sent->sections, list->n_left_out,
                             sent->n_found[YL_SEVERITY_ERROR], sent->n_found[YL_SEVERITY_WARNING] };
  g_auto (GStrv) texts = g_new0 (char *, G_N_ELEMENTS (counts) + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    texts[i] = g_strdup_printf ("%" G_GUINT64_FORMAT, counts[i]);
  g_autofree char *km = yl_decimal_format (sent->counted_m, 3, TRUE);
  g_autofree char *yuan = yl_decimal_format (sent->amount_fen, 2, TRUE);
  yl_text_table_add (table, (const char *[]){ name, texts[0], texts[1], texts[2], km, yuan,
                                              texts[3], texts[4], standing });
}

static void
add_up (const YlSentList *sent, YlSentList *total, YlListFile *list)
{
  list->n_rows += sent->list->n_rows;
  list->n_left_out += sent->list->n_left_out;
  total->sections += sent->sections;
  total->counted_m += sent->counted_m;
  total->amount_fen += sent->amount_fen;
  for (guint severity = 0; severity < YL_N_SEVERITIES; severity++)
    total->n_found[severity] += sent->n_found[severity];
}

static void
print_townships (const char *what, guint n, const char *names)
{
  if (n > 0)
    g_print ("%s的乡镇（街道）%u 个：%s\n", what, n, names);
}

void
yl_sent_print (const YlSentLists *sent)
{
  if (sent == NULL)
    return;
  g_autoptr (YlTextTable) table = yl_text_table_new (
      "lrrrrrrrl", (const char *[]){ "报送的台账", "行数", "路段数", "未计入行", "计入里程（公里）",
                                     "公路金额（元）", "错误", "警告", "处理" });
  YlSentList total = { 0 };
  YlListFile all = { 0 };
  for (guint i = 0; i < sent->lists->len; i++)
    {
      const YlSentList *one = &g_array_index (sent->lists, YlSentList, i);
      add_line (table, one->list->file, one, one->list, yl_standing_get_name (one->standing));
      add_up (one, &total, &all);
    }
  yl_text_table_add_line (table);
  add_line (table, "合计", &total, &all, "");
  yl_text_table_print (table);
  if (yl_sent_lists_have_between (sent))
    g_print (YL_SENT_BETWEEN "。\n");
  print_townships (YL_SENT_EMPTY, sent->n_empty, sent->empty);
  print_townships (YL_SENT_NOT, sent->n_unsent, sent->unsent);
  g_print ("\n");
}
