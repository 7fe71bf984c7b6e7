#include "support/assert.h"
#include "support/make-sheet.h"
#include "support/sheet.h"

#include "yanglu/io/import/tables/found-budget.h"
#include "yanglu/io/words/words.h"

#include <string.h>

/* A workbook of one sheet and what was read of it. */
typedef struct
{
  YlTextPool *texts;
  YlWorkbook *workbook;
  YlWorksheet *sheet;
  YlPlaces *places;
  YlAudit *audit;
  YlFoundBudget *budget;
} Case;

static int
set_up (void **state)
{
  Case *c = g_new0 (Case, 1);
  c->texts = yl_text_pool_new ();
  c->workbook = yl_workbook_new ("手工.xlsx", c->texts);
  c->audit = yl_audit_new ("手工.xlsx");
  g_autoptr (YlPlaces) places = yl_places_new ();
  yl_places_add_county (places, 371502, yl_text_of ("东昌府区"));
  yl_places_add_township (places, 371502100, yl_text_of ("沙镇镇"));
  yl_places_add_township (places, 371502101, yl_text_of ("堂邑镇"));
  c->places = yl_places_seal (g_steal_pointer (&places));
  *state = c;
  return 0;
}

static int
tear_down (void **state)
{
  Case *c = *state;
  yl_arena_free_record (c->budget);
  yl_audit_free (c->audit);
  yl_arena_free_record (c->places);
  yl_arena_free_record (c->workbook);
  yl_text_pool_free (c->texts);
  g_free (c);
  return 0;
}

static void
add (Case *c, const char *rows)
{
  c->sheet = yl_test_add_sheet (c->workbook, "汇总", rows);
}

static void
import (Case *c)
{
  c->budget = yl_found_import (c->workbook, yl_words_get_builtin (), c->places, 371502, c->audit);
}

static const YlFoundTable *
table (const Case *c, guint index)
{
  assert_true (index < c->budget->tables->len);
  return g_ptr_array_index (c->budget->tables, index);
}

/* The columns of a table: "乡镇 县道里程:1000 …", each meaning with its class and unit. */
static void
assert_columns (const YlFoundTable *table, const char *expected)
{
  static const char *const names[] = { "-",      "place", "route",  "class",   "count",
                                       "length", "rate",  "amount", "percent", "capital" };
  g_autoptr (GString) text = g_string_new ("");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      g_string_append_printf (text, "%s%s", i == 0 ? "" : " ", names[column->meaning]);
      if (column->rate != YL_FOUND_ALL_CLASSES)
        g_string_append_printf (text, ".%s", yl_rate_kind_get_key ((YlRateKind) column->rate));
      if (column->payer_after != 0)
        g_string_append_printf (text, "@%s",
                                yl_payer_get_key ((YlPayer) (column->payer_after - 1)));
      if (column->unit != 1)
        g_string_append_printf (text, ":%" G_GINT64_FORMAT "%s", column->unit,
                                column->is_unit_said ? "" : "?");
    }
  assert_string_equal (text->str, expected);
}

/* The rows of a table: "5 item 沙镇镇 12345 …". */
static void
assert_row (const YlFoundTable *table, guint index, const char *expected)
{
  static const char *const kinds[] = { "item", "subtotal", "total", "part" };
  assert_true (index < table->rows->len);
  const YlFoundRow *row = yl_found_table_get_row (table, index);
  g_autoptr (GString) text = g_string_new ("");
  g_string_append_printf (text, "%u %s %s", row->row, kinds[row->kind], row->label);
  if (row->rate != YL_FOUND_ALL_CLASSES)
    g_string_append_printf (text, " .%s", yl_rate_kind_get_key ((YlRateKind) row->rate));
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundValue *value = yl_found_row_get (row, i);
      if (value->is_known)
        g_string_append_printf (text, " %" G_GINT64_FORMAT, value->units);
      else if (yl_found_table_get_column (table, i)->meaning >= YL_FOUND_COUNT)
        g_string_append (text, " ?");
    }
  assert_string_equal (text->str, expected);
}

static void
a_table_by_township_is_read_under_its_title (void **state)
{
  Case *c = *state;
  add (c, "2021年农村公路日常养护资金分配表\n"
          "|||单位：万元\n"
          "序号|乡镇|里程|金额\n"
          "1|沙镇镇|12.345|12.35\n"
          "2|堂邑|2.9|0.87\n"
          "|合 计|15.245|13.22\n"
          "注：按县道标准计算。\n");
  import (c);
  assert_no_findings (c->audit->findings);
  assert_columns (table (c, 0), "- place length:1000? amount:1000000");
  assert_string_equal (table (c, 0)->title, "2021年农村公路日常养护资金分配表");
  assert_row (table (c, 0), 0, "4 item 沙镇镇 12345 12350000");
  assert_row (table (c, 0), 1, "5 item 堂邑 2900 870000");
  assert_row (table (c, 0), 2, "6 total 合 计 15245 13220000");
  assert_int_equal (table (c, 0)->rows->len, 3);
  assert_number_equal (yl_found_table_get_row (table (c, 0), 1)->township_code, 371502101);
  assert_string_equal (yl_found_table_get_row (table (c, 0), 1)->township, "堂邑镇");
  const YlReading *reading = &g_array_index (c->audit->readings, YlReading, 0);
  assert_non_null (
      strstr (reading->taken_for, "C 列“里程”为里程（公里，表中未注明单位，按通常单位读）"));
  assert_non_null (strstr (reading->taken_for, "；不用的列：“序号”"));
}

static void
group_heads_merged_over_three_rows_give_their_class_and_unit (void **state)
{
  Case *c = *state;
  add (c, "养护资金表\n"
          "乡镇|里程（公里）||||金额（万元）\n"
          "|合计|其中|||县|乡|村|合计\n"
          "||县道|乡道|村道\n"
          "沙镇镇|20.545|12.345|8.2||12.345|4.1||16.445\n");
  yl_test_merge (c->sheet, "A2:A4");
  yl_test_merge (c->sheet, "B2:E2");
  yl_test_merge (c->sheet, "F2:I2");
  yl_test_merge (c->sheet, "B3:B4");
  yl_test_merge (c->sheet, "C3:E3");
  yl_test_merge (c->sheet, "F3:F4");
  yl_test_merge (c->sheet, "G3:G4");
  yl_test_merge (c->sheet, "H3:H4");
  yl_test_merge (c->sheet, "I3:I4");
  import (c);
  assert_columns (table (c, 0), "place length:1000 length.county:1000 length.township:1000 "
                                "length.village:1000 amount.county:1000000 amount.township:1000000 "
                                "amount.village:1000000 amount:1000000");
  assert_row (table (c, 0), 0, "5 item 沙镇镇 20545 12345 8200 ? 12345000 4100000 ? 16445000");
}

static void
group_heads_that_are_not_merged_carry_to_the_right (void **state)
{
  Case *c = *state;
  add (c, "乡镇|里程(km)|||补助资金（元）|||\n"
          "|县道|乡道|村道|县道|乡道|村道|合计\n"
          "沙镇镇|１２.345|8.2|0|123,450.00|41000|0|164450\n");
  import (c);
  assert_columns (table (c, 0),
                  "place length.county:1000 length.township:1000 length.village:1000 "
                  "amount.county:100 amount.township:100 amount.village:100 amount:100");
  assert_row (table (c, 0), 0, "3 item 沙镇镇 12345 8200 0 12345000 4100000 0 16445000");
}

static void
classes_stand_in_a_column_or_in_the_label (void **state)
{
  Case *c = *state;
  add (c, "路线编码|路线名称|行政等级|里程（米）|养护标准（元/公里）|金额（元）|占比\n"
          "X001371502|聊位路|县道|12345|10000|123450|75.1%\n"
          "Y012371502|沙朱路|乡|8200|5000|41000|0.249\n"
          "县道小计|||12345||123450\n"
          "\n"
          "项目|里程|金额\n"
          "县道|12.345|123450\n"
          "二、乡道养护|8.2|41000\n"
          "其中：村道|1|1\n"
          "总计|20.545|164450\n");
  import (c);
  assert_columns (table (c, 0), "route route class length rate:100 amount:100 percent:1000000?");
  assert_row (table (c, 0), 0, "2 item X001371502 聊位路 .county 12345 1000000 12345000 751000");
  assert_row (table (c, 0), 1, "3 item Y012371502 沙朱路 .township 8200 500000 4100000 249000");
  assert_row (table (c, 0), 2, "4 subtotal 县道小计 .county 12345 ? 12345000 ?");
  assert_row (table (c, 1), 0, "7 item 县道 .county 12345 12345000");
  assert_row (table (c, 1), 1, "8 item 二、乡道养护 .township 8200 4100000");
  assert_row (table (c, 1), 2, "9 part 其中：村道 .village 1000 100");
  assert_row (table (c, 1), 3, "10 total 总计 20545 16445000");
}

static void
a_word_that_is_no_class_is_told (void **state)
{
  Case *c = *state;
  add (c, "路线名称|类别|里程|金额\n聊位路|县道|1|2\n沙朱路|环道|3|4\n");
  import (c);
  assert_number_equal (yl_findings_get_n (c->audit->findings), 1);
  assert_finding (c->audit->findings, YL_E02, 3, "类别");
}

static void
the_title_names_the_class_of_a_table_that_tells_none_apart (void **state)
{
  Case *c = *state;
  add (c, "2021年县道养护资金表\n乡镇|里程|金额\n沙镇镇|1|2\n"
          "\n县道、乡道养护资金表\n乡镇|长度|金额\n沙镇镇|1|2\n");
  import (c);
  assert_row (table (c, 0), 0, "3 item 沙镇镇 .county 1000 200");
  assert_row (table (c, 1), 0, "7 item 沙镇镇 1000 200");
  assert_string_equal (table (c, 1)->title, "县道、乡道养护资金表");
}

static void
sections_stand_under_the_name_of_their_township (void **state)
{
  Case *c = *state;
  add (c, "乡镇|路线名称|类别|里程|金额\n堂邑|聊位路|县道|1|2\n|沙朱路|乡道|3|4\n");
  import (c);
  assert_string_equal (yl_found_table_get_row (table (c, 0), 1)->township, "堂邑镇");
}

static void
tables_side_by_side_are_two (void **state)
{
  Case *c = *state;
  add (c, "甲表||||乙表\n"
          "乡镇|里程|金额||乡镇|里程|金额\n"
          "沙镇镇|1|2||堂邑镇|3|4\n"
          "合计|1|2||合计|3|4\n"
          "乡镇|县道里程|县道金额（元）|乡道里程|乡道金额（元）\n"
          "沙镇镇|1|2|3|4\n");
  import (c);
  assert_int_equal (c->budget->tables->len, 3);
  assert_row (table (c, 0), 0, "3 item 沙镇镇 1000 200");
  assert_row (table (c, 1), 0, "3 item 堂邑镇 3000 400");
  assert_string_equal (table (c, 1)->title, "乙表");
  assert_row (table (c, 1), 1, "4 total 合计 3000 400");
  assert_row (table (c, 2), 0, "6 item 沙镇镇 1000 200 3000 400");
}

static void
heads_repeated_at_a_page_break_do_not_end_the_table (void **state)
{
  Case *c = *state;
  add (c, "乡镇|里程|金额\n沙镇镇|1|2\n乡镇|里程|金额\n堂邑镇|3|4\n合计|4|6\n");
  import (c);
  assert_int_equal (c->budget->tables->len, 1);
  assert_int_equal (table (c, 0)->rows->len, 3);
}

static void
what_is_no_number_is_told_with_its_cell (void **state)
{
  Case *c = *state;
  add (c, "乡镇|里程|标准|金额（元）\n沙镇镇|12.3.4|5000元|2\n堂邑镇|-|5000|约4\n合计|1||2\n");
  import (c);
  assert_number_equal (yl_findings_get_n (c->audit->findings), 3);
  assert_finding (c->audit->findings, YL_C04, 2, "里程");
  assert_finding (c->audit->findings, YL_C04, 3, "金额（元）");
  assert_string_equal (yl_findings_get (c->audit->findings, 0)->cell, "B2");
  assert_null (yl_findings_get (c->audit->findings, 0)->repair);
  assert_string_equal (yl_findings_get (c->audit->findings, 1)->repair, "5000");
}

static void
a_number_that_bears_its_unit_is_read_by_it (void **state)
{
  Case *c = *state;
  add (c, "乡镇|里程|金额（元）\n沙镇镇|6公里|￥30,000.00\n堂邑镇|7500米|2.1万元\n");
  import (c);
  assert_number_equal (yl_findings_get_n (c->audit->findings), 0);
  assert_row (table (c, 0), 0, "2 item 沙镇镇 6000 3000000");
  assert_row (table (c, 0), 1, "3 item 堂邑镇 7500 2100000");
}

static void
payers_beside_each_other_are_no_classes (void **state)
{
  Case *c = *state;
  add (c, "乡镇|里程|资金（元）|||\n||省|市|县|合计\n沙镇镇|1|2|3|4|9\n");
  import (c);
  assert_columns (
      table (c, 0),
      "place length:1000? amount@province:100 amount@city:100 amount@county:100 amount:100");
}

static void
capitals_and_the_pool_are_read_beside_the_table (void **state)
{
  Case *c = *state;
  add (c, "关于下达 2021 年养护资金 16.5 万元的分配表\n"
          "乡镇|里程|金额（元）\n沙镇镇|1|2\n合计|1|2\n"
          "合计（大写）：人民币贰元整\n");
  import (c);
  const YlFoundRemark *capital = &g_array_index (table (c, 0)->capitals, YlFoundRemark, 0);
  assert_number_equal (capital->row, 5);
  assert_fen_equal (capital->fen, 200);
  assert_number_equal (table (c, 0)->pool.row, 1);
  assert_fen_equal (table (c, 0)->pool.fen, 16500000);
  assert_fen_equal (table (c, 0)->pool.step_fen, 100000);
}

static void
columns_are_numbered_under_the_heads_without_harm (void **state)
{
  Case *c = *state;
  add (c, "乡镇|里程|金额\n甲|1|2|3\n沙镇镇|5|6\n");
  import (c);
  assert_row (table (c, 0), 0, "3 item 沙镇镇 5000 600");
}

static void
a_sheet_without_a_table_says_what_was_seen (void **state)
{
  Case *c = *state;
  add (c, "会议通知\n时间|地点\n");
  import (c);
  assert_int_equal (c->budget->tables->len, 0);
  assert_finding (c->audit->findings, YL_E01, 0, NULL);
  assert_string_equal (yl_findings_get (c->audit->findings, 0)->seen, "会议通知、时间、地点");
}

static void
columns_past_the_limit_are_told (void **state)
{
  Case *c = *state;
  add (c, "乡镇|里程|金额\n沙镇镇|5|6\n");
  YlCell cell = { .row = 1, .column = 255, .content = YL_CONTENT_TEXT };
  yl_worksheet_put (c->sheet, &cell);
  import (c);
  assert_no_findings (c->audit->findings);
  cell.column = 256;
  yl_worksheet_put (c->sheet, &cell);
  yl_arena_free_record (c->budget);
  import (c);
  assert_finding (c->audit->findings, YL_E08, 1, NULL);
}

static void
rows_of_nothing_but_heads_end_at_a_limit (void **state)
{
  Case *c = *state;
  g_autoptr (GString) rows = g_string_new ("");
  for (guint i = 0; i < 201; i++)
    g_string_append_printf (rows, "乡镇|里程%u|金额\n沙镇镇|5|6\n", i);
  add (c, rows->str);
  import (c);
  assert_int_equal (c->budget->tables->len, 200);
  assert_finding (c->audit->findings, YL_E08, 401, NULL);
}

/* Seconds; but under the address sanitizer minutes, where they are left out. */
#ifndef __SANITIZE_ADDRESS__
static void
a_million_rows_of_heads_end (void **state)
{
  Case *c = *state;
  g_autoptr (GString) rows = g_string_new ("");
  for (guint i = 0; i < 1000000; i++)
    g_string_append (rows, "乡镇|里程|金额\n");
  add (c, rows->str);
  import (c);
  assert_int_equal (c->budget->tables->len, 0);
  assert_finding (c->audit->findings, YL_E01, 0, NULL);
  assert_finding (c->audit->findings, YL_E08, 1, NULL);
}

static void
more_rows_than_are_read_are_told (void **state)
{
  Case *c = *state;
  g_autoptr (GString) rows = g_string_new ("乡镇|里程|金额\n");
  for (guint i = 0; i < 200001; i++)
    g_string_append (rows, "沙镇镇|1|2\n");
  add (c, rows->str);
  import (c);
  assert_int_equal (table (c, 0)->rows->len, 200000);
  assert_finding (c->audit->findings, YL_E08, 200002, NULL);
}

static void
merges_of_whole_columns_end_at_a_limit (void **state)
{
  Case *c = *state;
  add (c, "乡镇|里程|金额\n沙镇镇|1|2\n");
  const YlCell cell = { .row = 1048576, .column = 5, .content = YL_CONTENT_TEXT };
  yl_worksheet_put (c->sheet, &cell);
  yl_test_merge (c->sheet, "D1:F1048576");
  import (c);
  assert_finding (c->audit->findings, YL_E08, 1, NULL);
  assert_row (table (c, 0), 0, "2 item 沙镇镇 1000 200");
}
#endif

static void
a_head_as_long_as_a_book_is_none (void **state)
{
  Case *c = *state;
  g_autoptr (GString) rows = g_string_new ("乡镇|里程|金额");
  for (guint i = 0; i < 32000; i++)
    g_string_append (rows, "元");
  g_string_append (rows, "\n沙镇镇|1|2\n");
  add (c, rows->str);
  import (c);
  assert_columns (table (c, 0), "place length:1000? -");
}

static void
two_hundred_tables_are_read_and_the_next_is_told (void **state)
{
  Case *c = *state;
  g_autoptr (GString) rows = g_string_new (NULL);
  for (guint i = 0; i < 201; i++)
    g_string_append (rows,
                     i % 2 == 0 ? "乡镇|里程（公里）\n沙镇镇|1\n" : "单位|金额（元）\n沙镇镇|1\n");
  add (c, rows->str);
  import (c);
  assert_number_equal (c->budget->tables->len, 200);
  assert_number_equal (yl_findings_get_n (c->audit->findings), 1);
  const YlFinding *told = yl_findings_get (c->audit->findings, 0);
  assert_int_equal (told->code, YL_E08);
  assert_number_equal (told->row, 401);
}

#define reading(test) cmocka_unit_test_setup_teardown (test, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    reading (a_table_by_township_is_read_under_its_title),
    reading (group_heads_merged_over_three_rows_give_their_class_and_unit),
    reading (group_heads_that_are_not_merged_carry_to_the_right),
    reading (classes_stand_in_a_column_or_in_the_label),
    reading (a_word_that_is_no_class_is_told),
    reading (the_title_names_the_class_of_a_table_that_tells_none_apart),
    reading (sections_stand_under_the_name_of_their_township),
    reading (tables_side_by_side_are_two),
    reading (heads_repeated_at_a_page_break_do_not_end_the_table),
    reading (what_is_no_number_is_told_with_its_cell),
    reading (a_number_that_bears_its_unit_is_read_by_it),
    reading (payers_beside_each_other_are_no_classes),
    reading (capitals_and_the_pool_are_read_beside_the_table),
    reading (columns_are_numbered_under_the_heads_without_harm),
    reading (a_sheet_without_a_table_says_what_was_seen),
    reading (columns_past_the_limit_are_told),
    reading (rows_of_nothing_but_heads_end_at_a_limit),
    reading (two_hundred_tables_are_read_and_the_next_is_told),
#ifndef __SANITIZE_ADDRESS__
    reading (a_million_rows_of_heads_end),
    reading (more_rows_than_are_read_are_told),
    reading (merges_of_whole_columns_end_at_a_limit),
#endif
    reading (a_head_as_long_as_a_book_is_none),
  };
  return cmocka_run_group_tests_name ("found tables", tests, NULL, NULL);
}
