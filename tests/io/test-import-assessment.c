#include "support/assert.h"
#include "support/make-sheet.h"

#include "yanglu/io/import/tables/free-tables.h"
#include "yanglu/io/words/words.h"

typedef struct
{
  YlTextPool *texts;
  YlWorkbook *workbook;
  YlFilledTable *assessment;
} Case;

static int
set_up (void **state)
{
  Case *own = g_new0 (Case, 1);
  own->texts = yl_text_pool_new ();
  own->workbook = yl_workbook_new ("考核.xlsx", own->texts);
  *state = own;
  return 0;
}

static int
tear_down (void **state)
{
  Case *own = *state;
  yl_arena_free_record (own->assessment);
  yl_arena_free_record (own->workbook);
  yl_text_pool_free (own->texts);
  g_free (own);
  return 0;
}

static const YlAssessedRow *
import (Case *own, const char *rows, guint n_expected)
{
  yl_test_add_sheet (own->workbook, "考核", rows);
  own->assessment = yl_assessment_import (own->workbook, yl_words_get_builtin ());
  assert_int_equal (own->assessment->rows->len, n_expected);
  return (const YlAssessedRow *) (gconstpointer) own->assessment->rows->data;
}

static void
points_grade_and_money_are_read_below_their_heads (void **state)
{
  const YlAssessedRow *rows = import (*state,
                                      "2021年考核结果\n"
                                      "乡镇|考核得分|等级|应拨金额(元)|实拨金额(元)\n"
                                      "沙镇镇|89.95|优|200000|210000\n"
                                      "堂邑镇|80|良|100000|100000\n",
                                      2);
  assert_string_equal (rows[0].name, "沙镇镇");
  assert_string_equal (rows[0].cell, "B3");
  assert_number_equal (rows[0].score, 89950);
  assert_string_equal (rows[0].grade, "优");
  assert_true (rows[0].has_amount && rows[0].has_allotment);
  assert_number_equal (rows[0].amount.fen, 21000000);
  assert_number_equal (rows[0].allotment.fen, 20000000);
  assert_number_equal (rows[1].score, 80000);
}

static void
ten_thousands_are_read_where_the_head_says_so (void **state)
{
  const YlAssessedRow *rows = import (*state,
                                      "乡镇|得分|金额(万元)\n"
                                      "沙镇镇|95|21\n",
                                      1);
  assert_number_equal (rows[0].amount.fen, 21000000);
  assert_false (rows[0].has_allotment);
  assert_string_equal (rows[0].grade, "");
}

static void
sums_averages_and_rows_without_points_are_none (void **state)
{
  import (*state,
          "乡镇|得分|金额(元)\n"
          "沙镇镇|95|21\n"
          "堂邑镇|缺考|0\n"
          "合计|95|21\n"
          "平均分|95|\n",
          1);
}

static void
a_sheet_without_points_is_no_assessment (void **state)
{
  import (*state, "乡镇|里程(公里)|金额(元)\n沙镇镇|95|21\n", 0);
}

static void
points_alone_are_no_assessment (void **state)
{
  import (*state, "乡镇|得分|备注\n沙镇镇|95|好\n", 0);
}

#define test(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

static char *
make_late (guint n_above)
{
  GString *rows = g_string_new (NULL);
  for (guint i = 0; i < n_above; i++)
    g_string_append (rows, "说明\n");
  g_string_append (rows, "乡镇|考核得分|等级\n沙镇镇|90|优\n");
  return g_string_free (rows, FALSE);
}

static void
heads_stand_in_the_first_fifty_rows (void **state)
{
  g_autofree char *beyond = make_late (50);
  import (*state, beyond, 0);
}

static void
heads_in_the_fiftieth_row_are_found (void **state)
{
  g_autofree char *last = make_late (49);
  import (*state, last, 1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test (points_grade_and_money_are_read_below_their_heads),
    test (ten_thousands_are_read_where_the_head_says_so),
    test (sums_averages_and_rows_without_points_are_none),
    test (a_sheet_without_points_is_no_assessment),
    test (points_alone_are_no_assessment),
    test (heads_stand_in_the_first_fifty_rows),
    test (heads_in_the_fiftieth_row_are_found),
  };
  return cmocka_run_group_tests_name ("import assessment", tests, NULL, NULL);
}
