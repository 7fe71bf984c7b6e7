/* Rows, columns, sheets and names of a workbook of ours: taken out, put in, out of sight. */
#include "found-book.h"

#include <string.h>

static void
errors_that_follow_from_a_row_taken_out_are_not_told_again (void **state)
{
  FoundBook *it = *state;
  found_book_take_row_out (it, DETAIL, FIRST + 1);
  /* Its formulas stayed as they were: a row now needs itself, and a program shows some error. */
  YlCell *cell = found_book_cell (it, DETAIL, FIRST + 1, AMOUNT);
  cell->content = YL_CONTENT_ERROR;
  cell->value = found_book_keep (it, "#VALUE!");
  cell->formula = found_book_keep (it, "S5+0");
  cell = found_book_cell (it, DETAIL, FIRST + 2, AMOUNT);
  cell->content = YL_CONTENT_ERROR;
  cell->value = found_book_keep (it, "#VALUE!");
  const YlFindings *findings = found_book_check (it);
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    assert_false (yl_findings_get (findings, i)->row == FIRST + 2);
}

static void
a_row_taken_out_costs_its_money (void **state)
{
  FoundBook *it = *state;
  found_book_take_row_out (it, DETAIL, FIRST + 1);
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C10);
  assert_number_equal (finding->row, FIRST + 1);
  assert_fen_equal (finding->at_stake.fen, -750000);
}

static void
a_row_doubled_below_its_original_is_counted_twice (void **state)
{
  FoundBook *it = *state;
  YlWorksheet *sheet = found_book_sheet (it, DETAIL);
  for (guint i = 0; i < sheet->cells->len; i++)
    if (g_array_index (sheet->cells, YlCell, i).row > FIRST)
      g_array_index (sheet->cells, YlCell, i).row++;
  guint n = 0;
  g_autofree YlCell *cells =
      g_memdup2 (yl_worksheet_find_row (sheet, FIRST, &n), 64 * sizeof (YlCell));
  for (guint i = 0; i < n; i++)
    {
      cells[i].row = FIRST + 1;
      yl_worksheet_put (sheet, &cells[i]);
    }
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_A01);
  assert_number_equal (finding->row, FIRST + 1);
  assert_fen_equal (finding->at_stake.fen, 2000000);
  assert_string_equal (finding->gainer, YL_COUNTY_AGENCY);
}

static void
sorted_rows_are_told_and_cost_nothing (void **state)
{
  FoundBook *it = *state;
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
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->severity, YL_SEVERITY_INFO);
  assert_fen_equal (finding->at_stake.fen, 0);
}

static void
a_hidden_row_is_told_with_its_money (void **state)
{
  FoundBook *it = *state;
  YlWorksheet *sheet = found_book_sheet (it, DETAIL);
  const guint32 row = FIRST + 2;
  g_array_append_val (sheet->hidden_rows, row);
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C11);
  assert_int_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_fen_equal (finding->at_stake.fen, 1200000);
}

static gint
compare_runs (gconstpointer a, gconstpointer b)
{
  const YlLookRun *first = a;
  const YlLookRun *second = b;
  return first->row != second->row ? (gint) first->row - (gint) second->row
                                   : first->column - second->column;
}

/* What the numbers of a column look like from a row on: as usual further down. */
static void
set_look (FoundBook *it, const char *sheet, guint32 row, guint16 column, const YlCellLook *look)
{
  static const YlCellLook usual = { "", YL_COLOUR_BLACK, YL_COLOUR_WHITE, 0, 0, 0 };
  YlWorkbook *workbook = it->copy->workbook;
  if (workbook->looks->len == 0)
    yl_workbook_add_look (workbook, &usual);
  const YlLookRun runs[] = { { row, column, yl_workbook_add_look (workbook, look) },
                             { row + 1, column, 0 } };
  GArray *looks = found_book_sheet (it, sheet)->page.looks;
  g_array_append_vals (looks, runs, 2);
  g_array_sort (looks, compare_runs);
}

/* 4.000 km of village road: 12,000 yuan that its format does not show. */
static void
money_behind_a_format_is_told_with_its_yuan (void **state)
{
  FoundBook *it = *state;
  set_look (it, DETAIL, FIRST + 2, AMOUNT,
            &(YlCellLook){ ";;;", YL_COLOUR_BLACK, YL_COLOUR_WHITE, 0, 0, 0 });
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C11);
  assert_int_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_string_equal (finding->cell, "S6");
  assert_fen_equal (finding->at_stake.fen, 1200000);
}

static void
a_format_that_prints_another_number_is_told_with_what_it_prints (void **state)
{
  FoundBook *it = *state;
  set_look (it, DETAIL, FIRST + 2, AMOUNT,
            &(YlCellLook){ "\"1\"#,##0.00", YL_COLOUR_BLACK, YL_COLOUR_WHITE, 0, 0, 0 });
  const YlFinding *finding = found_book_check_one (it);
  assert_string_equal (finding->seen, "112,000.00");
  assert_fen_equal (finding->at_stake.fen, 1200000);
}

/* The money of a row that is white altogether: its amount, not its rate and its share beside it. */
static void
many_unseen_cells_are_one_finding_at_the_first_money (void **state)
{
  FoundBook *it = *state;
  static const guint16 columns[] = { LENGTH, AMOUNT, AMOUNT + 40 };
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    set_look (it, DETAIL, FIRST, columns[i],
              &(YlCellLook){ "", YL_COLOUR_WHITE, YL_COLOUR_WHITE, 0, 0, 0 });
  const YlFinding *finding = found_book_check_one (it);
  assert_string_equal (finding->cell, "S4");
  assert_non_null (strstr (finding->message, "等 2 个单元格"));
  assert_fen_equal (finding->at_stake.fen, 2000000);
}

/* 20 000 + 7 500 + 12 000 = 39 500 yuan; the total below says the same and is not added to them. */
static void
a_column_too_narrow_is_one_finding_with_the_money_of_its_rows (void **state)
{
  FoundBook *it = *state;
  YlSheetPage *page = &found_book_sheet (it, DETAIL)->page;
  const YlColumnWidth width = { AMOUNT, AMOUNT, 200 };
  g_array_append_val (page->widths, width);
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C11);
  assert_string_equal (finding->cell, "S4");
  assert_non_null (strstr (finding->message, "S 列 4 个单元格"));
  assert_fen_equal (finding->at_stake.fen, 3950000);
}

/* A column of twelve digits, printed with all others. */
static void
figures_that_find_room_are_told_nothing_of (void **state)
{
  FoundBook *it = *state;
  YlSheetPage *page = &found_book_sheet (it, DETAIL)->page;
  const YlColumnWidth width = { AMOUNT, AMOUNT, 12000 };
  const YlCellRange printed = { 1, FIRST + 20, 0, AMOUNT + 10 };
  g_array_append_val (page->widths, width);
  g_array_append_val (page->print_areas, printed);
  assert_number_equal (yl_findings_get_n (found_book_check (it)), 0);
}

static void
money_below_a_merged_cell_and_beyond_the_print_is_told (void **state)
{
  FoundBook *it = *state;
  YlWorksheet *sheet = found_book_sheet (it, DETAIL);
  const YlCellRange merge = { FIRST, FIRST + 1, AMOUNT, AMOUNT };
  const YlCellRange printed = { 1, FIRST + 1, 0, AMOUNT + 10 };
  g_array_append_val (sheet->merges, merge);
  g_array_append_val (sheet->page.print_areas, printed);
  const YlFindings *findings = found_book_check (it);
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_C11), 2);
  assert_fen_equal (yl_findings_get (findings, 0)->at_stake.fen, 750000);
}

static void
a_title_written_anew_is_told (void **state)
{
  FoundBook *it = *state;
  found_book_put (it, DETAIL, 1, 0, YL_CONTENT_TEXT, "东昌府区2023年农村公路日常养护里程明细表");
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C10);
  assert_int_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_string_equal (finding->cell, "A1");
  assert_fen_equal (finding->at_stake.fen, 0);
}

/* 12,000 yuan that a filter leaves out are not printed, though the total keeps them. */
static void
a_filtered_row_is_told_with_its_money (void **state)
{
  FoundBook *it = *state;
  YlWorksheet *sheet = found_book_sheet (it, DETAIL);
  const guint32 row = FIRST + 2;
  g_array_append_val (sheet->hidden_rows, row);
  sheet->is_filtered = TRUE;
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_number_equal (finding->row, row);
  assert_fen_equal (finding->at_stake.fen, 1200000);
}

static void
hidden_columns_and_sheets_with_money_are_told (void **state)
{
  FoundBook *it = *state;
  YlWorksheet *sheet = found_book_sheet (it, DETAIL);
  const guint16 columns[] = { 2, AMOUNT };
  g_array_append_vals (sheet->hidden_columns, columns, 2);
  found_book_sheet (it, "预算总表")->state = YL_SHEET_VERY_HIDDEN;
  const YlFindings *findings = found_book_check (it);
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_C11), 2);
  /* All 39,500 yuan stand in either. */
  for (gsize i = 0; i < 2; i++)
    assert_fen_equal (yl_findings_get (findings, i)->at_stake.fen, 3950000);
}

static void
a_sheet_taken_out_is_told_and_a_renamed_one_is_found_again (void **state)
{
  FoundBook *it = *state;
  assert_string_equal (found_book_sheet (it, "里程汇总")->name, "里程汇总");
  ((YlWorksheet *) g_ptr_array_index (it->copy->workbook->sheets, 3))->name = "汇总";
  const YlFindings *findings = found_book_check (it);
  assert_number_equal (yl_findings_get_n_of_severity (findings, YL_SEVERITY_ERROR), 0);
}

static void
a_name_that_means_another_cell_is_told (void **state)
{
  FoundBook *it = *state;
  YlDefinedName *name = &g_array_index (it->copy->workbook->names, YlDefinedName, 0);
  name->reference = "'封面'!$A$1";
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C01);
  assert_string_equal (finding->column, name->name);
}

int
main (void)
{
#define SENTENCE(name)                                                                             \
  cmocka_unit_test_setup_teardown (name, found_book_set_up, found_book_tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (errors_that_follow_from_a_row_taken_out_are_not_told_again),
    SENTENCE (a_row_taken_out_costs_its_money),
    SENTENCE (a_row_doubled_below_its_original_is_counted_twice),
    SENTENCE (sorted_rows_are_told_and_cost_nothing),
    SENTENCE (a_hidden_row_is_told_with_its_money),
    SENTENCE (a_filtered_row_is_told_with_its_money),
    SENTENCE (money_behind_a_format_is_told_with_its_yuan),
    SENTENCE (a_format_that_prints_another_number_is_told_with_what_it_prints),
    SENTENCE (many_unseen_cells_are_one_finding_at_the_first_money),
    SENTENCE (a_column_too_narrow_is_one_finding_with_the_money_of_its_rows),
    SENTENCE (figures_that_find_room_are_told_nothing_of),
    SENTENCE (money_below_a_merged_cell_and_beyond_the_print_is_told),
    SENTENCE (a_title_written_anew_is_told),
    SENTENCE (hidden_columns_and_sheets_with_money_are_told),
    SENTENCE (a_sheet_taken_out_is_told_and_a_renamed_one_is_found_again),
    SENTENCE (a_name_that_means_another_cell_is_told),
  };
  return cmocka_run_group_tests_name ("book-structure", tests, NULL, NULL);
}
