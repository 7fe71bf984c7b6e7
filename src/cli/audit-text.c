#include "yanglu/cli/audit-text.h"

#include "yanglu/cli/findings-text.h"
#include "yanglu/cli/text-table.h"

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
print_steps (const GArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const YlDifferenceStep *step = &g_array_index (steps, YlDifferenceStep, i);
      g_autofree char *amount = yl_money_to_grouped ((YlMoney){ step->amount_fen });
      g_print ("  %18s  %s\n", amount, step->step);
    }
}

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
  static const char *const heads[] = { "对方", "分配（元）", "支付", "未付", "另付上年结转" };
  g_autoptr (YlTextTable) table = yl_text_table_new ("lrrrr", heads);
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
  static const char *const heads[] = { "收到日期",     "来自",       "文号",
                                       "应拨付到",     "收到（元）", "已拨付",
                                       "闲置一年以内", "一至两年",   "两年以上" };
  g_autoptr (YlTextTable) table = yl_text_table_new ("llllrrrrr", heads);
  for (guint i = 0; i < paying->sources->len; i++)
    add_source (table, yl_paying_get_source (paying, i));
  yl_text_table_print (table);
}

static void
print_paying (const YlPaying *paying)
{
  g_autofree char *date = yl_date_to_chinese (paying->date);
  g_autofree char *received = yl_money_to_grouped ((YlMoney){ paying->received_fen });
  g_autofree char *paid = yl_money_to_grouped ((YlMoney){ paying->paid_fen });
  g_autofree char *ahead = yl_money_to_grouped ((YlMoney){ paying->ahead_fen });
  g_autofree char *unspent = yl_money_to_grouped ((YlMoney){ paying->unspent_fen });
  g_print ("\n" YL_SHEET_PAYING "，截至%s：收到 %s 元＋垫付 %s 元＝支付 %s 元＋结余 %s 元\n\n",
           date, received, ahead, paid, unspent);
  print_payees (paying);
  g_print ("\n");
  print_sources (paying);
}

static void
add_approved_row (YlTextTable *table, const YlComparedRow *row)
{
  g_autofree char *budget = yl_money_to_grouped ((YlMoney){ row->expected_fen });
  g_autofree char *approved = yl_money_to_grouped ((YlMoney){ row->stated_fen });
  g_autofree char *more = yl_money_to_grouped ((YlMoney){ row->expected_fen - row->stated_fen });
  const char *cells[] = { row->name, row->is_expected ? budget : "—",
                          row->is_stated ? approved : "—", more };
  yl_text_table_add (table, cells);
}

static void
print_approval (const YlComparison *approval)
{
  static const char *const heads[] = { "对象", "预算（元）", "批复", "预算－批复" };
  g_autoptr (YlTextTable) table = yl_text_table_new ("lrrr", heads);
  for (guint i = 0; i < approval->rows->len; i++)
    add_approved_row (table, yl_comparison_get_row (approval, i));
  g_autofree char *budget = yl_money_to_grouped ((YlMoney){ approval->expected_fen });
  g_autofree char *approved = yl_money_to_grouped ((YlMoney){ approval->stated_fen });
  g_print ("\n批复核对：预算合计 %s 元，批复合计 %s 元\n\n", budget, approved);
  yl_text_table_print (table);
}

static void
add_three_row (YlTextTable *table, const YlComparison *tables, const YlComparedRow *row)
{
  g_autofree char *approved = yl_money_to_grouped ((YlMoney){ row->expected_fen });
  g_autofree char *paid = yl_money_to_grouped ((YlMoney){ row->paid_fen });
  g_autofree char *published = yl_money_to_grouped ((YlMoney){ row->stated_fen });
  const char *cells[] = { row->name, row->is_expected ? approved : "—",
                          tables->has_paid ? paid : "—", row->is_stated ? published : "—",
                          yl_three_verdict_get_name (row->verdict) };
  yl_text_table_add (table, cells);
}

static void
print_steps_to (const char *name, gint64 total_fen, const GArray *steps)
{
  g_autofree char *total = yl_money_to_grouped ((YlMoney){ total_fen });
  print_steps (steps);
  g_print ("  %18s  %s\n", total, name);
}

static void
print_three_tables (const YlComparison *tables)
{
  static const char *const heads[] = { "对象", "批复（元）", "执行", "公开", "公开的是" };
  g_autoptr (YlTextTable) table = yl_text_table_new ("lrrrl", heads);
  for (guint i = 0; i < tables->rows->len; i++)
    add_three_row (table, tables, yl_comparison_get_row (tables, i));
  g_print ("\n" YL_SHEET_THREE_TABLES "：批复、执行、公开\n\n");
  yl_text_table_print (table);
  g_autofree char *approved = yl_money_to_grouped ((YlMoney){ tables->expected_fen });
  g_print ("\n  %18s  批复合计\n", approved);
  if (tables->has_paid)
    print_steps_to ("执行合计", tables->paid_fen, tables->to_paid);
  print_steps_to ("公开合计", tables->stated_fen, tables->to_stated);
}

/* Amounts of one severity, each kind by itself; nothing when it has none. */
static void
print_stakes (const YlFindings *findings, YlSeverity severity)
{
  const YlStakes stakes = yl_findings_sum_stakes (findings, severity);
  g_autoptr (GString) line = g_string_new (NULL);
  for (guint stake = YL_STAKE_MORE; stake < YL_N_STAKES; stake++)
    {
      if (stakes.fen[stake] == 0)
        continue;
      g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ stakes.fen[stake] });
      g_string_append_printf (line, "%s%s %s 元", line->len == 0 ? "" : "，",
                              yl_stake_get_name ((YlStake) stake), yuan);
    }
  if (line->len > 0)
    g_print ("%s共%s（各项可能重叠，多计和少计不相抵）。\n", yl_severity_get_name (severity),
             line->str);
}

/* What is right differs from place to place, and whoever mends them needs each. */
static void
print_findings (const YlFindings *findings)
{
  const gboolean is_grouped = yl_findings_print (findings, 0);
  for (guint severity = 0; severity < YL_N_SEVERITIES; severity++)
    print_stakes (findings, (YlSeverity) severity);
  if (is_grouped)
    g_print (
        "同类问题合并列出；每一处的原值、应为和改法见审计底稿（-o），或用 --format json 查看。\n");
}

static void
print_gaps (const GArray *gaps)
{
  for (guint i = 0; i < gaps->len; i++)
    {
      g_autofree char *gap = yl_coverage_gap_to_text (&g_array_index (gaps, YlCoverageGap, i));
      g_print ("%s未核对  %s\n", i == 0 ? "\n" : "", gap);
    }
}

void
yl_audit_text_print (const YlAudit *audit)
{
  print_readings (audit);
  print_findings (audit->findings);
  print_explanations (audit);
  if (audit->steps->len > 0)
    g_print ("\n从表中合计到重算合计：\n");
  print_steps (audit->steps);
  if (audit->paying != NULL)
    print_paying (audit->paying);
  if (audit->approval != NULL)
    print_approval (audit->approval);
  if (audit->three_tables != NULL)
    print_three_tables (audit->three_tables);
  print_gaps (audit->coverage->gaps);
  g_print ("\n结论：%s。%s\n", yl_verdict_get_name (audit->verdict), audit->conclusion);
}

static void
add_pair (YlTextTable *table, const YlCountyLists *lists, const YlCountiesPair *pair)
{
  g_autofree char *first = yl_county_show (lists->places, pair->first_county);
  g_autofree char *later = yl_county_show (lists->places, pair->later_county);
  g_autofree char *n = g_strdup_printf ("%" G_GUINT64_FORMAT, pair->n_sections);
  g_autofree char *km = yl_decimal_format (pair->length_m, 3, TRUE);
  g_autofree char *yuan = yl_money_to_grouped (pair->amount);
  yl_text_table_add (table, (const char *[]){ first, later, n, km, yuan });
}

static void
print_pairs (const YlCountyLists *lists, YlCountiesKind kind, const char *const heads[5])
{
  g_autoptr (YlTextTable) table = yl_text_table_new ("llrrr", heads);
  gsize n_shown = 0;
  for (guint i = 0; i < lists->pairs->len; i++)
    {
      const YlCountiesPair *pair = &g_array_index (lists->pairs, YlCountiesPair, i);
      if (pair->kind != kind)
        continue;
      add_pair (table, lists, pair);
      n_shown++;
    }
  if (n_shown == 0)
    return;
  g_print ("%s：\n", yl_counties_kind_get_name (kind));
  yl_text_table_print (table);
  g_print ("\n");
}

void
yl_county_lists_text_print (const YlCountyLists *lists, guint n_kept)
{
  for (guint kind = 0; kind < YL_COUNTIES_CODE_AT_ODDS; kind++)
    print_pairs (lists, (YlCountiesKind) kind,
                 (const char *[]){ "已列入的县", "又列入的县", "路段数", "重复里程（公里）",
                                   "重复金额（元）" });
  print_pairs (lists, YL_COUNTIES_CODE_AT_ODDS,
               (const char *[]){ "路线编码所在县", "行政区划所在县", "路段数", "计入里程（公里）",
                                 "涉及金额（元）" });
  print_findings (lists->findings);
  g_print ("\n结论：%s。读入 %" G_GUINT64_FORMAT " 个路段，比对其中计入里程且路线编码完整的 "
           "%" G_GUINT64_FORMAT " 个；同一类问题只列出前 %u 条，上表为全部。"
           "同一县同一文件内的重复和重叠请用 yanglu check 核对。\n",
           yl_verdict_get_name (yl_county_lists_get_verdict (lists)), lists->n_rows,
           lists->n_compared, n_kept);
}
