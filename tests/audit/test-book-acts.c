/* What somebody did to many cells of a workbook of ours at once is told once. */
#include "found-book.h"

#include "yanglu/audit/formula/recalculate.h"
#include "yanglu/audit/gainers.h"

#include <string.h>

typedef void (*ChangeCell) (FoundBook *it, const YlWorksheet *sheet, YlCell *cell, gpointer data);

static void
change_formulas (FoundBook *it, ChangeCell change, gpointer data)
{
  GPtrArray *sheets = it->copy->workbook->sheets;
  for (guint i = 0; i < sheets->len; i++)
    {
      YlWorksheet *sheet = g_ptr_array_index (sheets, i);
      for (guint k = 0; k < sheet->cells->len; k++)
        {
          YlCell *cell = &g_array_index (sheet->cells, YlCell, k);
          if (cell->formula != 0)
            change (it, sheet, cell, data);
        }
    }
}

static void
drop_formula (FoundBook *it, const YlWorksheet *sheet, YlCell *cell, gpointer data)
{
  (void) it;
  (void) sheet;
  (void) data;
  cell->formula = 0;
}

static void
save_value (FoundBook *it, const YlWorksheet *sheet, YlCell *cell, gpointer data)
{
  YlCellValue value;
  char text[YL_FIXED_TEXT_SIZE];
  yl_recalculation_get (data, sheet->name, cell->row, cell->column, &value);
  if (value.kind == YL_VALUE_NUMBER)
    {
      text[yl_fixed_write (value.number, text)] = '\0';
      cell->content = YL_CONTENT_NUMBER;
      cell->value = found_book_keep (it, text);
    }
  else if (value.kind == YL_VALUE_TEXT)
    {
      cell->content = YL_CONTENT_TEXT;
      cell->value = found_book_keep (it, value.text);
    }
}

/* As a spreadsheet does before it saves. */
static void
recalculate (FoundBook *it)
{
  g_autoptr (YlRecalculation) book = yl_recalculation_new (it->copy->workbook);
  change_formulas (it, save_value, book);
}

static void
paste_all (FoundBook *it)
{
  change_formulas (it, drop_formula, NULL);
}

static const YlFinding *
find_of_code (const YlFindings *findings, YlCode code)
{
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    if (yl_findings_get (findings, i)->code == code)
      return yl_findings_get (findings, i);
  fail_msg ("no %s", yl_code_get_name (code));
  return NULL;
}

static void
a_workbook_pasted_as_values_is_one_warning_and_its_figures_are_compared (void **state)
{
  FoundBook *it = *state;
  paste_all (it);
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C09);
  assert_int_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_fen_equal (finding->at_stake.fen, 0);
  assert_non_null (strstr (finding->message, "“" DETAIL "”"));
  assert_true (yl_coverage_is_whole (it->audit->coverage));
  assert_fen_equal (it->audit->stated_fen, it->audit->expected_fen);
}

/* 2 km at 7,000 for 10,000 yuan. */
static void
a_rate_changed_and_all_pasted_is_the_rate_and_the_pasting (void **state)
{
  FoundBook *it = *state;
  const YlFigureRange *rate = found_book_place_of (it, "policy.daily-rate.key");
  found_book_put (it, rate->sheet, rate->first_row, rate->column, YL_CONTENT_NUMBER, "7000");
  recalculate (it);
  paste_all (it);
  const YlFindings *findings = found_book_check (it);
  assert_number_equal (yl_findings_get_n (findings), 2);
  assert_fen_equal (find_of_code (findings, YL_C10)->at_stake.fen, -600000);
  assert_string_equal (find_of_code (findings, YL_C10)->gainer, YL_COUNTY_TREASURY);
  assert_int_equal (find_of_code (findings, YL_C09)->severity, YL_SEVERITY_WARNING);
  assert_fen_equal (it->audit->stated_fen, 3350000);
  assert_fen_equal (found_book_sum_steps (it->audit), 600000);
}

/* 25,000 for 20,000 yuan: every sum that was pasted follows from it. */
static void
an_amount_typed_over_before_all_was_pasted_is_that_cell_and_the_pasting (void **state)
{
  FoundBook *it = *state;
  YlCell *cell = found_book_cell (it, DETAIL, FIRST, AMOUNT);
  cell->formula = 0;
  cell->value = found_book_keep (it, "25000");
  recalculate (it);
  paste_all (it);
  const YlFindings *findings = found_book_check (it);
  assert_number_equal (yl_findings_get_n (findings), 2);
  assert_number_equal (yl_findings_get_n_of_severity (findings, YL_SEVERITY_ERROR), 1);
  for (gsize i = 0; i < 2; i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      if (finding->severity != YL_SEVERITY_ERROR)
        continue;
      assert_string_equal (finding->cell, "S4");
      assert_fen_equal (finding->at_stake.fen, 500000);
    }
}

static void
append (FoundBook *it, guint32 row, const char *more)
{
  const YlCell *cell = found_book_cell (it, DETAIL, row, AMOUNT);
  g_autofree char *formula =
      g_strconcat (yl_workbook_get_text (it->copy->workbook, cell->formula), more, NULL);
  found_book_set_formula (it, DETAIL, row, AMOUNT, formula);
}

static void
one_change_of_formulas_down_a_column_is_told_once_with_its_range_and_sum (void **state)
{
  FoundBook *it = *state;
  for (guint32 row = FIRST; row < FIRST + 3; row++)
    append (it, row, "+100");
  recalculate (it);
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C01);
  assert_string_equal (finding->cell, "S4");
  assert_non_null (strstr (finding->message, "3 处"));
  assert_non_null (strstr (finding->message, "S4:S6"));
  assert_fen_equal (finding->at_stake.fen, 30000);
  assert_fen_equal (found_book_sum_steps (it->audit), -30000);
}

static void
two_changes_are_told_apart (void **state)
{
  FoundBook *it = *state;
  append (it, FIRST, "+100");
  append (it, FIRST + 1, "+100");
  append (it, FIRST + 2, "+200");
  assert_number_equal (yl_findings_get_n (found_book_check (it)), 2);
}

/* Puts @is in the place of @was, wherever it stands in a formula. */
static void
replace (FoundBook *it, const YlWorksheet *sheet, YlCell *cell, gpointer data)
{
  (void) sheet;
  const char *const *pair = data;
  const char *formula = yl_workbook_get_text (it->copy->workbook, cell->formula);
  if (strstr (formula, pair[0]) == NULL)
    return;
  g_auto (GStrv) pieces = g_strsplit (formula, pair[0], -1);
  g_autofree char *changed = g_strjoinv (pair[1], pieces);
  cell->formula = found_book_keep (it, changed);
}

static void
one_change_through_the_book_is_told_once (void **state)
{
  FoundBook *it = *state;
  const char *const pair[] = { "ROUND(SUMIFS(", "ROUND(1*SUMIFS(" };
  change_formulas (it, replace, (gpointer) pair);
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C01);
  assert_fen_equal (finding->at_stake.fen, 0);
}

static void
a_code_that_turned_into_the_same_number_is_told_once_and_is_no_fault (void **state)
{
  FoundBook *it = *state;
  GArray *cells = found_book_sheet (it, "资金来源")->cells;
  guint n = 0;
  for (guint i = 0; i < cells->len; i++)
    {
      YlCell *cell = &g_array_index (cells, YlCell, i);
      if (strcmp (yl_workbook_get_text (it->copy->workbook, cell->value), "2140106") != 0)
        continue;
      cell->content = YL_CONTENT_NUMBER;
      n++;
    }
  assert_true (n > 0);
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->severity, YL_SEVERITY_INFO);
  assert_non_null (strstr (finding->message, "文本变成了数字"));
}

static void
set_parts (FoundBook *it, const char *first, const char *second)
{
  const YlFigureRange *part = found_book_place_of (it, "schedule_part[1]_ppm");
  found_book_put (it, part->sheet, part->first_row, part->column, YL_CONTENT_NUMBER, first);
  found_book_put (it, part->sheet, part->first_row, part->column + 1u, YL_CONTENT_NUMBER, second);
}

/* With 25 % for the third quarter: 75 % is the most that the first two can be. */
static void
parts_of_the_year_that_no_longer_make_it_up_are_told (void **state)
{
  FoundBook *it = *state;
  set_parts (it, "0.5", "0.2501");
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C02);
  assert_int_equal (finding->severity, YL_SEVERITY_WARNING);
}

static void
parts_that_leave_nothing_for_the_last_quarter_still_make_up_the_year (void **state)
{
  FoundBook *it = *state;
  set_parts (it, "0.5", "0.25");
  assert_number_equal (yl_findings_get_n (found_book_check (it)), 0);
}

int
main (void)
{
#define SENTENCE(name)                                                                             \
  cmocka_unit_test_setup_teardown (name, found_book_set_up, found_book_tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (a_workbook_pasted_as_values_is_one_warning_and_its_figures_are_compared),
    SENTENCE (a_rate_changed_and_all_pasted_is_the_rate_and_the_pasting),
    SENTENCE (an_amount_typed_over_before_all_was_pasted_is_that_cell_and_the_pasting),
    SENTENCE (one_change_of_formulas_down_a_column_is_told_once_with_its_range_and_sum),
    SENTENCE (two_changes_are_told_apart),
    SENTENCE (one_change_through_the_book_is_told_once),
    SENTENCE (a_code_that_turned_into_the_same_number_is_told_once_and_is_no_fault),
    SENTENCE (parts_of_the_year_that_no_longer_make_it_up_are_told),
    SENTENCE (parts_that_leave_nothing_for_the_last_quarter_still_make_up_the_year),
  };
  return cmocka_run_group_tests_name ("audit/book-acts", tests, NULL, NULL);
}
