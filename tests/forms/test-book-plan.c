/* The plan of a workbook is the workbook, cell by cell. */
#include "book-case.h"
#include "forms/same-book.h"

static void
assert_same_book (BookCase *it, guint32 rows_per_sheet)
{
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  book_case_write (it, rows_per_sheet);
  g_autoptr (YlPlannedBook) plan =
      yl_test_plan_book (yl_test_county_get_budget (it->county), NULL, rows_per_sheet, texts);
  assert_true (same_book_assert (it->path, texts, plan->workbook) > 300);
}

static void
the_plan_of_a_workbook_is_the_workbook_cell_by_cell (void **state)
{
  assert_same_book (*state, 0);
}

static void
so_is_the_plan_of_a_list_over_several_sheets (void **state)
{
  assert_same_book (*state, 3);
}

static void
a_county_with_no_roads_has_the_same_plan_too (void **state)
{
  assert_same_book (*state, 0);
}

static void
the_plan_knows_what_a_cell_shows_and_which_wait_for_an_entry (void **state)
{
  BookCase *it = *state;
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan =
      yl_test_plan_book (yl_test_county_get_budget (it->county), NULL, 0, texts);
  const YlFigureRange *total = yl_planned_book_find_key (plan, "demand_fen");
  assert_non_null (total);
  assert_ptr_equal (
      yl_planned_book_find_figure (plan, total->sheet, total->first_row, total->column), total);
  assert_null (yl_planned_book_find_figure (plan, total->sheet, 1, total->column));
  const YlFigureRange *paid = yl_planned_book_find_key (plan, "schedule.amount_fen");
  assert_true (yl_planned_book_is_open (plan, paid->sheet, paid->first_row, 7));
  assert_false (yl_planned_book_is_open (plan, paid->sheet, paid->first_row, 2));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    with_county (the_plan_of_a_workbook_is_the_workbook_cell_by_cell),
    with_county (so_is_the_plan_of_a_list_over_several_sheets),
    with_empty_county (a_county_with_no_roads_has_the_same_plan_too),
    with_county (the_plan_knows_what_a_cell_shows_and_which_wait_for_an_entry),
  };
  return cmocka_run_group_tests_name ("book-plan", tests, NULL, NULL);
}
