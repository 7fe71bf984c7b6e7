#include "support/assert.h"
#include "support/sheet.h"

#include "yanglu/io/import/entry/ledger.h"
#include "yanglu/io/words/words.h"

#include <string.h>

/* What a table says, "日期 收支 金额(分) 对方;" row by row, then how many findings. */
static char *
read_table (YlLedgerTable table, const char *rows)
{
  g_autoptr (YlLedger) ledger = yl_ledger_new ("台账.csv");
  g_autoptr (YlFindings) findings = yl_findings_new ();
  g_autoptr (YlEntryImport) import =
      yl_ledger_import_new (table, "台账.csv", yl_words_get_builtin (), ledger, findings);
  const YlRowSink sink = yl_entry_import_get_sink (import);
  yl_sheet_feed (&sink, "拨付台账", rows);
  yl_entry_import_end (import);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < ledger->entries->len; i++)
    {
      const YlLedgerEntry *entry = yl_ledger_get (ledger, i);
      const char *back = entry->reversal == YL_LEDGER_NO_REVERSAL ? "" : "冲";
      g_string_append_printf (text, "%u%s%s%" G_GINT64_FORMAT "%s;", entry->date.yyyymmdd, back,
                              entry->direction == YL_LEDGER_RECEIVED ? "收" : "支",
                              entry->amount.fen, entry->party);
    }
  for (guint i = 0; i < ledger->settlements->len; i++)
    {
      const YlSettlement *one = &g_array_index (ledger->settlements, YlSettlement, i);
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT ";", one->project,
                              one->settled.fen, one->contract.fen);
    }
  g_string_append_printf (text, "%u", (guint) yl_findings_get_n (findings));
  return g_string_free (text, FALSE);
}

#define HEADS "日期|收/支|对方|金额|文号|用途|凭证号\n"

static void
a_ledger_is_read_with_days_in_every_spelling (void **state)
{
  (void) state;
  assert_text_equal_free (read_table (YL_LEDGER_TABLE_ENTRIES,
                                      "拨付台账\n" HEADS
                                      "2021-01-31|收|省财政厅|1,000.50|甲|日常|1\n"
                                      "2021/2/1|支|沙镇镇|5||日常|2\n"
                                      "2021年3月1日|拨付|沙镇镇|6|||\n20210401|借|甲|7|||\n"
                                      "2021-05-01 08:30:00|贷|乙|8|||\n"),
                          "20210131收100050省财政厅;20210201支500沙镇镇;20210301支600沙镇镇;"
                          "20210401收700甲;20210501支800乙;0");
}

static void
two_amount_columns_and_wan_in_any_order (void **state)
{
  (void) state;
  assert_text_equal_free (read_table (YL_LEDGER_TABLE_ENTRIES,
                                      "支出金额（万元）|收入金额（万元）|摘要|对方单位|记账日期\n"
                                      "|1.5|拨入|省财政厅|20210101\n0.25||拨出|沙镇镇|20210102\n"
                                      "合计|1.5|||\n||||\n"),
                          "20210101收1500000省财政厅;20210102支250000沙镇镇;0");
}

static void
the_unit_over_the_heads_holds_for_all_amounts (void **state)
{
  (void) state;
  assert_text_equal_free (
      read_table (YL_LEDGER_TABLE_ENTRIES, "单位：万元\n" HEADS "20210101|收|省|2|||\n"),
      "20210101收2000000省;0");
}

static void
a_row_that_cannot_be_understood_is_left_out_and_told (void **state)
{
  (void) state;
  assert_text_equal_free (read_table (YL_LEDGER_TABLE_ENTRIES, HEADS "2021-02-29|收|甲|1|||\n"
                                                                     "|收|甲|1|||\n"
                                                                     "20210101|转|甲|1|||\n"
                                                                     "20210101||甲|1|||\n"
                                                                     "20210101|收|甲|1,2.3,4|||\n"
                                                                     "20210101|收|甲||||\n"
                                                                     "20210101|收|甲|9|||\n"),
                          "20210101收900甲;6");
}

static void
what_is_red_or_says_so_takes_back (void **state)
{
  (void) state;
  assert_text_equal_free (read_table (YL_LEDGER_TABLE_ENTRIES,
                                      HEADS "20210101|支|甲|-1|||\n20210101|支|甲|(2.50)|||\n"
                                            "20210101|收|甲|（3）|||\n20210101|支|甲|4||红字冲销|\n"
                                            "20210101|支|甲|5||冲销后重付|\n20210101|支|甲|0|||\n"
                                            "20210101|支|甲|(1,2.3)|||\n20210101|支|甲|()|||\n"),
                          "20210101冲支100甲;20210101冲支250甲;20210101冲收300甲;"
                          "20210101冲支400甲;20210101支500甲;2");
  assert_text_equal_free (
      read_table (YL_LEDGER_TABLE_ENTRIES,
                  "日期|对方|收入|支出\n20210101|甲||-6\n20210101|甲|-7|\n20210101|甲|-5|6\n"),
      "20210101冲支600甲;20210101冲收700甲;1");
}

static void
both_amounts_in_one_row_are_refused (void **state)
{
  (void) state;
  assert_text_equal_free (
      read_table (YL_LEDGER_TABLE_ENTRIES, "日期|对方|收入|支出\n20210101|甲|5|6\n"), "1");
}

static void
a_table_without_its_heads_is_told (void **state)
{
  (void) state;
  assert_text_equal_free (read_table (YL_LEDGER_TABLE_ENTRIES, "姓名|电话\n甲|1\n"), "1");
}

static void
settlements_are_read_alone_or_from_the_ledger (void **state)
{
  (void) state;
  assert_text_equal_free (
      read_table (YL_LEDGER_TABLE_SETTLEMENTS,
                  "工程名称|合同价(元)|结算价(元)\n大修|100|101\n合计|100|101\n"),
      "大修10100/10000;0");
  assert_text_equal_free (read_table (YL_LEDGER_TABLE_ENTRIES,
                                      "日期|收/支|金额|项目|合同金额|结算金额\n"
                                      "20210101|支|5|大修|100|101\n20210201|支|6|大修|100|101\n"),
                          "20210101支500;20210201支600;大修10100/10000;0");
}

static void
a_sum_beyond_what_a_file_may_state_leaves_the_row_out (void **state)
{
  (void) state;
  assert_text_equal_free (read_table (YL_LEDGER_TABLE_ENTRIES, HEADS
                                      "20210101|收|甲|10000000000000|||\n20210101|收|甲|0.01|||\n"),
                          "20210101收1000000000000000甲;1");
}

/* 对象 of each row, and the purpose that it is taken for. */
/* (transfer full): what a table of notices holds; what is wrong with it goes to @findings. */
static YlLedger *
read_notices (const char *rows, YlFindings *findings)
{
  YlLedger *ledger = yl_ledger_new ("公开表.csv");
  g_autoptr (YlEntryImport) import = yl_ledger_import_new (
      YL_LEDGER_TABLE_NOTICES, "公开表.csv", yl_words_get_builtin (), ledger, findings);
  const YlRowSink sink = yl_entry_import_get_sink (import);
  yl_sheet_feed (&sink, "公开表", rows);
  yl_entry_import_end (import);
  return ledger;
}

static void
a_purpose_in_the_place_of_a_payee_is_a_line (void **state)
{
  (void) state;
  static const guint expected[] = { YL_PURPOSE_RUNNING,    YL_PURPOSE_STAFF,
                                    YL_PURPOSE_ROAD_CHIEF, YL_PURPOSE_ENGINEERING,
                                    YL_PURPOSE_UNTOLD,     YL_PURPOSE_DAILY };
  g_autoptr (YlFindings) findings = yl_findings_new ();
  g_autoptr (YlLedger) ledger =
      read_notices ("对象|金额|用途\n机构运行经费|1|\n人员支出|1|\n路长制工作经费|1|\n养护工程|1|\n"
                    "某某建设公司|1|\n养护工程|1|日常养护\n",
                    findings);
  assert_number_equal (ledger->notices->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < ledger->notices->len; i++)
    assert_number_equal (g_array_index (ledger->notices, YlNotice, i).purpose, expected[i]);
}

/* As 公开表 of a budget has it: below the total the documents, and one day for the rows without one of
 * their own. */
static void
the_day_that_stands_once_is_that_of_all_rows (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  g_autoptr (YlLedger) ledger = read_notices (
      "序号|金额|对象|日期\n1|1|甲|\n2|2|乙|2021-11-30\n合计|3||\n"
      "文件1：示例文〔2021〕1号|||\n文件2：示例文〔2021〕2号|||\n执行政策||某办法|\n公开日期||"
      "2021年12月1日|\n监督电话||6358412345|\n",
      findings);
  assert_number_equal (ledger->notices->len, 2);
  assert_number_equal (g_array_index (ledger->notices, YlNotice, 0).date.yyyymmdd, 20211201);
  assert_number_equal (g_array_index (ledger->notices, YlNotice, 1).date.yyyymmdd, 20211130);
  assert_number_equal (yl_findings_get_n (findings), 0);
}

static void
notices_beyond_the_limit_are_told_once (void **state)
{
  (void) state;
  for (guint more = 0; more <= 2; more += 2)
    {
      GString *rows = g_string_new ("对象|金额\n");
      for (guint i = 0; i < YL_LEDGER_MAX_NOTICES + more; i++)
        g_string_append (rows, "丁|1\n");
      assert_text_equal_free (read_table (YL_LEDGER_TABLE_NOTICES, rows->str),
                              more == 0 ? "0" : "1");
      g_string_free (rows, TRUE);
    }
}

#ifndef __SANITIZE_ADDRESS__
static void
rows_beyond_the_limit_are_told_once (void **state)
{
  (void) state;
  for (guint more = 0; more <= 2; more += 2)
    {
      GString *rows = g_string_new (HEADS);
      for (guint i = 0; i < YL_LEDGER_MAX_ENTRIES + more; i++)
        g_string_append (rows, "20210101|收|甲|1|||\n");
      g_autofree char *text = read_table (YL_LEDGER_TABLE_ENTRIES, rows->str);
      assert_true (g_str_has_suffix (text, more == 0 ? ";0" : ";1"));
      g_string_free (rows, TRUE);
    }
}
#endif

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_ledger_is_read_with_days_in_every_spelling),
    cmocka_unit_test (two_amount_columns_and_wan_in_any_order),
    cmocka_unit_test (the_unit_over_the_heads_holds_for_all_amounts),
    cmocka_unit_test (a_row_that_cannot_be_understood_is_left_out_and_told),
    cmocka_unit_test (what_is_red_or_says_so_takes_back),
    cmocka_unit_test (both_amounts_in_one_row_are_refused),
    cmocka_unit_test (a_table_without_its_heads_is_told),
    cmocka_unit_test (settlements_are_read_alone_or_from_the_ledger),
#ifndef __SANITIZE_ADDRESS__
    cmocka_unit_test (rows_beyond_the_limit_are_told_once),
#endif
    cmocka_unit_test (a_purpose_in_the_place_of_a_payee_is_a_line),
    cmocka_unit_test (the_day_that_stands_once_is_that_of_all_rows),
    cmocka_unit_test (notices_beyond_the_limit_are_told_once),
    cmocka_unit_test (a_sum_beyond_what_a_file_may_state_leaves_the_row_out),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
