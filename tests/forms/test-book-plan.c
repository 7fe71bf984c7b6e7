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

/* The planned cell whose text begins with @text. */
static gboolean
is_open (const YlPlannedBook *plan, const char *sheet, const char *text)
{
  const YlWorksheet *planned = yl_workbook_find_sheet (plan->workbook, sheet);
  assert_non_null (planned);
  for (guint i = 0; i < planned->cells->len; i++)
    {
      const YlCell *cell = &g_array_index (planned->cells, YlCell, i);
      if (g_str_has_prefix (yl_workbook_get_text (plan->workbook, cell->value), text))
        return yl_planned_book_is_open (plan, sheet, cell->row, cell->column);
    }
  fail_msg ("no %s on %s", text, sheet);
  return FALSE;
}

static void
what_an_office_signs_and_may_change_is_left_for_the_pen_and_nothing_else (void **state)
{
  BookCase *it = *state;
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan =
      yl_test_plan_book (yl_test_county_get_budget (it->county), NULL, 0, texts);
  static const char *const signs[] = { "编制单位：", "填报日期：", "制表：", "审核：", "负责人：" };
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    assert_true (is_open (plan, "资金来源", signs[i]));
  assert_false (is_open (plan, "资金来源", "表"));
  assert_true (is_open (plan, "封面", "2021年1月31日"));
  assert_false (is_open (plan, "封面", "预算年度"));
  const YlFigureRange *part = yl_planned_book_find_key (plan, "schedule_part[1]_ppm");
  assert_true (yl_planned_book_is_open (plan, part->sheet, part->first_row, part->column));
  /* The fourth is what the others leave. */
  assert_false (yl_planned_book_is_open (plan, part->sheet, part->first_row, part->column + 3u));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    with_county (the_plan_of_a_workbook_is_the_workbook_cell_by_cell),
    with_county (so_is_the_plan_of_a_list_over_several_sheets),
    with_county (what_an_office_signs_and_may_change_is_left_for_the_pen_and_nothing_else),
    with_empty_county (a_county_with_no_roads_has_the_same_plan_too),
    with_county (the_plan_knows_what_a_cell_shows_and_which_wait_for_an_entry),
  };
  return cmocka_run_group_tests_name ("book-plan", tests, NULL, NULL);
}
