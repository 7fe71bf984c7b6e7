/* Columns of a workbook of ours that were put in, taken out or moved. */
#include "found-columns.h"

#include <string.h>

#define TOWNSHIPS "分乡镇汇总"
#define SCHEDULE "拨付进度"

/* The finding that names the column of @letter and no other cell, or the cell. */
static const YlFinding *
find_at (const YlFindings *findings, const char *place)
{
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      if (g_strcmp0 (finding->cell != NULL ? finding->cell : finding->column, place) == 0)
        return finding;
    }
  fail_msg ("no finding at %s", place);
  return NULL;
}

static const YlFinding *
find_code (const YlFindings *findings, YlCode code)
{
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    if (yl_findings_get (findings, i)->code == code)
      return yl_findings_get (findings, i);
  fail_msg ("no finding of the code");
  return NULL;
}

static void
a_column_of_remarks_put_in_is_told_once_and_costs_nothing (void **state)
{
  FoundBook *it = *state;
  found_book_put_column_in (it, DETAIL, 5, FORMULAS_FOLLOW);
  found_book_put (it, DETAIL, FIRST - 1, 5, YL_CONTENT_TEXT, "备注");
  found_book_put (it, DETAIL, FIRST, 5, YL_CONTENT_TEXT, "已核实");
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C10);
  assert_int_equal (finding->severity, YL_SEVERITY_INFO);
  assert_string_equal (finding->cell, "F3");
  assert_non_null (strstr (finding->message, "备注"));
  assert_true (finding->is_priced);
  assert_fen_equal (finding->at_stake.fen, 0);
}

static void
an_empty_column_put_in_before_the_first_is_told_by_its_letter (void **state)
{
  FoundBook *it = *state;
  found_book_put_column_in (it, DETAIL, 0, FORMULAS_FOLLOW);
  const YlFinding *finding = found_book_check_one (it);
  assert_null (finding->cell);
  assert_string_equal (finding->column, "A");
  assert_fen_equal (finding->at_stake.fen, 0);
}

static void
columns_may_be_put_into_every_sheet_at_once (void **state)
{
  FoundBook *it = *state;
  const GPtrArray *sheets = it->copy->workbook->sheets;
  guint n = 0;
  for (guint i = 0; i < sheets->len; i++)
    {
      const char *name = ((const YlWorksheet *) g_ptr_array_index (sheets, i))->name;
      /* 编制说明 is one column of prose: nothing stands behind it that would move. */
      if (strcmp (name, "数据副本") == 0 || strcmp (name, "编制说明") == 0)
        continue;
      found_book_put_column_in (it, name, 1, FORMULAS_FOLLOW);
      n++;
    }
  const YlFindings *findings = found_book_check (it);
  assert_number_equal (yl_findings_get_n (findings), n);
  assert_number_equal (yl_findings_get_n_of_severity (findings, YL_SEVERITY_INFO), n);
}

static void
a_longer_road_beside_a_column_put_in_is_told_where_it_stands_now (void **state)
{
  FoundBook *it = *state;
  found_book_put_column_in (it, DETAIL, 5, FORMULAS_FOLLOW);
  found_book_put (it, DETAIL, FIRST, LENGTH + 1, YL_CONTENT_NUMBER, "2.001");
  const YlFinding *finding = find_at (found_book_check (it), "I4");
  assert_number_equal (yl_findings_get_n (it->audit->findings), 2);
  assert_int_equal (finding->code, YL_C10);
  assert_fen_equal (finding->at_stake.fen, 1000);
  assert_string_equal (finding->gainer, YL_COUNTY_AGENCY);
}

static void
an_amount_typed_over_beside_a_column_put_in_is_too (void **state)
{
  FoundBook *it = *state;
  found_book_put_column_in (it, DETAIL, 5, FORMULAS_FOLLOW);
  YlCell *cell = found_book_cell (it, DETAIL, FIRST, AMOUNT + 1);
  cell->formula = 0;
  cell->value = found_book_keep (it, "20000.01");
  const YlFinding *finding = find_at (found_book_check (it), "T4");
  assert_int_equal (finding->code, YL_C09);
  assert_fen_equal (finding->at_stake.fen, 1);
}

static void
rows_may_be_sorted_as_well (void **state)
{
  FoundBook *it = *state;
  found_book_put_column_in (it, DETAIL, 5, FORMULAS_FOLLOW);
  YlWorksheet *sheet = found_book_sheet (it, DETAIL);
  g_autoptr (GArray) old = g_array_copy (sheet->cells);
  g_array_set_size (sheet->cells, 0);
  for (guint i = 0; i < old->len; i++)
    {
      YlCell cell = g_array_index (old, YlCell, i);
      if (cell.row == FIRST || cell.row == FIRST + 2)
        cell.row = 2 * FIRST + 2 - cell.row;
      yl_worksheet_put (sheet, &cell);
    }
  found_book_put (it, DETAIL, FIRST + 2, LENGTH + 1, YL_CONTENT_NUMBER, "2.001");
  const YlFinding *finding = find_at (found_book_check (it), "I6");
  assert_number_equal (yl_findings_get_n (it->audit->findings), 3);
  assert_fen_equal (finding->at_stake.fen, 1000);
}

/* 39 500 yuan less, for no row has its rate beside its kilometres any more. */
static void
formulas_that_did_not_follow_a_column_are_one_finding_with_what_the_total_lost (void **state)
{
  FoundBook *it = *state;
  found_book_put_column_in (it, DETAIL, 5, FORMULAS_STAY);
  for (guint32 row = FIRST; row <= FIRST + 2; row++)
    found_book_put (it, DETAIL, row, 5, YL_CONTENT_TEXT, "已核实");
  const YlFinding *finding = find_code (found_book_check (it), YL_C01);
  assert_number_equal (yl_findings_get_n (it->audit->findings), 2);
  assert_true (finding->is_priced);
  assert_fen_equal (finding->at_stake.fen, -3950000);
}

static void
up_to_ten_of_them_are_told_one_by_one (void **state)
{
  FoundBook *it = *state;
  found_book_put_column_in (it, "公开表", 2, FORMULAS_STAY);
  const YlFindings *findings = found_book_check (it);
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_C10), 1);
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_C01), 4);
  assert_non_null (strstr (find_code (findings, YL_C01)->message, "没有随移动的列改过来"));
}

static void
a_column_of_lengths_taken_out_costs_all_that_they_brought (void **state)
{
  FoundBook *it = *state;
  found_book_take_column_out (it, DETAIL, LENGTH, FORMULAS_FOLLOW);
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->severity, YL_SEVERITY_ERROR);
  assert_string_equal (finding->column, "H");
  assert_fen_equal (finding->at_stake.fen, -3950000);
  assert_string_equal (finding->gainer, "县级财政");
}

static void
a_column_of_townships_taken_out_leaves_the_total_and_costs_the_townships (void **state)
{
  FoundBook *it = *state;
  found_book_take_column_out (it, DETAIL, TOWNSHIP, FORMULAS_FOLLOW);
  const YlFinding *finding = found_book_check_one (it);
  assert_fen_equal (finding->at_stake.fen, -3950000);
  assert_non_null (strstr (finding->message, "预算合计不变"));
  assert_fen_equal (found_book_sum_steps (it->audit), 0);
}

static void
a_column_of_names_taken_out_costs_nothing (void **state)
{
  FoundBook *it = *state;
  found_book_put (it, DETAIL, FIRST, LENGTH, YL_CONTENT_NUMBER, "2.001");
  found_book_take_column_out (it, DETAIL, 2, FORMULAS_FOLLOW);
  const YlFinding *finding = find_at (found_book_check (it), "C");
  assert_int_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_fen_equal (finding->at_stake.fen, 0);
  assert_fen_equal (find_at (it->audit->findings, "G4")->at_stake.fen, 1000);
}

/* 1.00 and 2.00 yuan between the payments of two quarters. */
static void
numbers_put_in_between_summed_columns_are_priced (void **state)
{
  FoundBook *it = *state;
  found_book_put_column_in (it, SCHEDULE, 9, FORMULAS_FOLLOW);
  found_book_put (it, SCHEDULE, 6, 9, YL_CONTENT_NUMBER, "1");
  found_book_put (it, SCHEDULE, 7, 9, YL_CONTENT_NUMBER, "2");
  const YlFinding *finding = found_book_check_one (it);
  assert_string_equal (finding->cell, "J6");
  assert_int_equal (finding->severity, YL_SEVERITY_ERROR);
  assert_fen_equal (finding->at_stake.fen, 300);
}

static void
so_many_are_that_the_next_stays_unpriced (void **state)
{
  FoundBook *it = *state;
  for (guint i = 0; i <= 24; i++)
    {
      found_book_put_column_in (it, SCHEDULE, 9, FORMULAS_FOLLOW);
      found_book_put (it, SCHEDULE, 6, 9, YL_CONTENT_NUMBER, "1");
    }
  const YlFindings *findings = found_book_check (it);
  guint n_priced = 0;
  assert_number_equal (yl_findings_get_n (findings), 25);
  for (gsize i = 0; i < 25; i++)
    n_priced += yl_findings_get (findings, i)->is_priced ? 1 : 0;
  assert_number_equal (n_priced, 24);
}

static void
kilometres_put_in_between_summed_columns_are_a_warning (void **state)
{
  FoundBook *it = *state;
  found_book_put_column_in (it, TOWNSHIPS, 6, FORMULAS_FOLLOW);
  found_book_put (it, TOWNSHIPS, 5, 6, YL_CONTENT_NUMBER, "3.5");
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_fen_equal (finding->at_stake.fen, 0);
}

static void
a_hidden_column_of_numbers_put_in_is_money_out_of_sight (void **state)
{
  FoundBook *it = *state;
  const guint16 column = 5;
  found_book_put_column_in (it, DETAIL, column, FORMULAS_FOLLOW);
  found_book_put (it, DETAIL, FIRST, column, YL_CONTENT_NUMBER, "12");
  g_array_append_val (found_book_sheet (it, DETAIL)->hidden_columns, column);
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C11);
  assert_int_equal (finding->severity, YL_SEVERITY_WARNING);
}

/* Three cells behind the last column are a column, two are two cells. */
static void
cells_behind_the_last_column_are_a_column_from_three_on (void **state)
{
  FoundBook *it = *state;
  const guint behind = 40;
  for (guint32 row = FIRST - 1; row <= FIRST + 1; row++)
    found_book_put (it, DETAIL, row, behind, YL_CONTENT_TEXT, "备注");
  found_book_put (it, DETAIL, FIRST, behind + 1, YL_CONTENT_TEXT, "甲");
  found_book_put (it, DETAIL, FIRST + 1, behind + 1, YL_CONTENT_TEXT, "乙");
  const YlFindings *findings = found_book_check (it);
  assert_number_equal (yl_findings_get_n (findings), 3);
  assert_non_null (strstr (find_at (findings, "AO3")->message, "AO 列"));
  assert_non_null (find_at (findings, "AP4"));
  assert_non_null (find_at (findings, "AP5"));
}

static void
a_column_moved_elsewhere_is_told_and_costs_nothing (void **state)
{
  FoundBook *it = *state;
  /* The names go behind the lengths, and every formula with them. */
  found_book_put_column_in (it, DETAIL, LENGTH + 1, FORMULAS_FOLLOW);
  GArray *cells = found_book_sheet (it, DETAIL)->cells;
  for (guint i = cells->len; i-- > 0;)
    if (g_array_index (cells, YlCell, i).column == 2)
      {
        YlCell cell = g_array_index (cells, YlCell, i);
        cell.column = LENGTH + 1;
        g_array_remove_index (cells, i);
        yl_worksheet_put (found_book_sheet (it, DETAIL), &cell);
      }
  found_book_take_column_out (it, DETAIL, 2, FORMULAS_FOLLOW);
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->severity, YL_SEVERITY_INFO);
  assert_non_null (strstr (finding->message, "列被移动过"));
}

/* Sheets of 256 columns are matched; one of 257 is compared as it stands. */
static void
sheets_wider_than_the_limit_are_compared_as_they_stand (void **state)
{
  FoundBook *it = *state;
  found_book_put_column_in (it, DETAIL, 5, FORMULAS_FOLLOW);
  found_book_put (it, DETAIL, FIRST, 255, YL_CONTENT_TEXT, "末列");
  assert_number_equal (yl_findings_get_n (found_book_check (it)), 2);
  found_book_put (it, DETAIL, FIRST, 256, YL_CONTENT_TEXT, "末列");
  yl_audit_free (it->audit);
  it->audit = yl_audit_new ("预算.xlsx");
  assert_true (yl_findings_get_n (found_book_check (it)) > 10);
}

int
main (void)
{
#define SENTENCE(name)                                                                             \
  cmocka_unit_test_setup_teardown (name, found_book_set_up, found_book_tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (a_column_of_remarks_put_in_is_told_once_and_costs_nothing),
    SENTENCE (an_empty_column_put_in_before_the_first_is_told_by_its_letter),
    SENTENCE (columns_may_be_put_into_every_sheet_at_once),
    SENTENCE (a_longer_road_beside_a_column_put_in_is_told_where_it_stands_now),
    SENTENCE (an_amount_typed_over_beside_a_column_put_in_is_too),
    SENTENCE (rows_may_be_sorted_as_well),
    SENTENCE (formulas_that_did_not_follow_a_column_are_one_finding_with_what_the_total_lost),
    SENTENCE (up_to_ten_of_them_are_told_one_by_one),
    SENTENCE (a_column_of_lengths_taken_out_costs_all_that_they_brought),
    SENTENCE (a_column_of_townships_taken_out_leaves_the_total_and_costs_the_townships),
    SENTENCE (a_column_of_names_taken_out_costs_nothing),
    SENTENCE (numbers_put_in_between_summed_columns_are_priced),
    SENTENCE (so_many_are_that_the_next_stays_unpriced),
    SENTENCE (kilometres_put_in_between_summed_columns_are_a_warning),
    SENTENCE (a_hidden_column_of_numbers_put_in_is_money_out_of_sight),
    SENTENCE (cells_behind_the_last_column_are_a_column_from_three_on),
    SENTENCE (a_column_moved_elsewhere_is_told_and_costs_nothing),
    SENTENCE (sheets_wider_than_the_limit_are_compared_as_they_stand),
  };
  return cmocka_run_group_tests_name ("book-columns", tests, NULL, NULL);
}
