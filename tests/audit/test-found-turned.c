#include "audit/found-case.h"
#include "support/assert.h"
#include "support/make-sheet.h"

#include <string.h>

/* A table with its townships across, and what is found in the cells where they stand. */
typedef struct
{
  const char *what;
  const char *rows;
  const char *found;
} Case;

/* 12.345 × 10 000 + 8.2 × 5 000 = 164 450; 10 × 10 000 + 2.9 × 3 000 = 108 700. */
#define ACROSS                                                                                       \
  "2021年养护资金分配表\n项目|沙镇镇|堂邑镇|合计\n县道里程|12.345|10|22.345\n" \
  "乡道里程|8.2||8.2\n村道里程||2.9|2.9\n"

static const Case cases[] = {
  { "all is well", ACROSS "金额（元）|164450|108700|273150\n", "" },
  { "an amount", ACROSS "金额（元）|164450|108701|273151\n", "C01 C6 1.00 堂邑镇" },
  { "a total", ACROSS "金额（元）|164450|108700|273250\n", "C01 D6 100.00 表中各单位" },
  { "大写 below it", ACROSS "金额（元）|164450|108700|273150\n合计（大写）：贰拾柒万叁仟元整\n",
    "C05 A7 150.00" },
  { "kilometres that metres were written for",
    "项目|沙镇镇|堂邑镇|闫寺街道\n县道里程（公里）|12345|10|2\n金额（元）|123450|100000|20000\n",
    "C03 B2 0.00" },
  { "classes whose heads say no measure",
    "类别|沙镇镇|堂邑镇\n县道|12.345|10\n乡道|8.2|\n村道||2.9\n金额|164450|108710\n",
    "C01 C5 10.00 堂邑镇" },
  { "places of no register, known by their endings",
    "项目|甲镇|乙乡\n县道里程|1|2\n金额（元）|10000|20001\n", "C01 C3 1.00 乙乡" },
  { "one township across is a row of a usual table",
    "项目|沙镇镇|备注\n县道里程|1|\n金额（元）|10001|\n", "E01 - ?" },
  { "a usual table in which a row names two townships",
    "路线|乡镇|管养单位|县道里程|金额（元）\n聊位路|沙镇镇|沙镇镇|1|10001\n"
    "聊莘路|堂邑镇|堂邑镇|2|20000\n",
    "C01 E2 1.00 沙镇镇" },
};

static void
townships_across_are_read_and_told_in_their_own_cells (void **state)
{
  (void) state;
  guint n_failed = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlFoundCase) c = yl_found_case_new (cases[i].rows);
      yl_found_case_run (c);
      g_autofree char *found = yl_found_case_list (c);
      if (strcmp (found, cases[i].found) == 0)
        continue;
      print_error ("%s:\n  found  %s\n  wanted %s\n", cases[i].what, found, cases[i].found);
      n_failed++;
    }
  assert_int_equal (n_failed, 0);
}

static void
heads_merged_over_classes_down_the_side_are_read (void **state)
{
  (void) state;
  g_autoptr (YlFoundCase) c = yl_found_case_new (
      "指标||沙镇镇|堂邑镇\n里程（公里）|县道|12.345|10\n|乡道|8.2|\n|村道||2.9\n"
      "金额（万元）|县道|12.345|10\n|乡道|4.1|\n|村道||0.97\n");
  YlWorksheet *sheet = g_ptr_array_index (c->workbook->sheets, 0);
  yl_test_merge (sheet, "A1:B1");
  yl_test_merge (sheet, "A2:A4");
  yl_test_merge (sheet, "A5:A7");
  yl_found_case_run (c);
  g_autofree char *found = yl_found_case_list (c);
  assert_string_equal (found, "C01 D7 1000.00 堂邑镇");
  const YlFinding *finding = yl_findings_get (c->audit->findings, 0);
  assert_string_equal (finding->sheet, "汇总");
  assert_int_equal (finding->row, 7);
  assert_string_equal (g_array_index (c->audit->population, YlSampleUnit, 1).place, "汇总!D");
}

static void
a_cell_goes_back_to_where_it_stands (void **state)
{
  (void) state;
  /* B3:E5: three rows of four columns, read as B3:D6. */
  const YlFoundTurn turn = { .row = 3, .column = 1, .n_rows = 3, .n_columns = 4 };
  static const struct
  {
    guint32 row;
    guint column;
    guint32 own_row;
    guint own_column;
  } places[] = {
    { 2, 1, 2, 1 }, { 3, 1, 3, 1 }, { 4, 1, 3, 2 }, { 6, 3, 5, 4 }, { 7, 1, 6, 1 }, { 8, 0, 7, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint32 row = places[i].row;
      guint column = places[i].column;
      yl_found_turn_back (&turn, &row, &column);
      assert_int_equal (row, places[i].own_row);
      assert_int_equal (column, places[i].own_column);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (townships_across_are_read_and_told_in_their_own_cells),
    cmocka_unit_test (heads_merged_over_classes_down_the_side_are_read),
    cmocka_unit_test (a_cell_goes_back_to_where_it_stands),
  };
  return cmocka_run_group_tests_name ("tables with townships across", tests, NULL, NULL);
}
