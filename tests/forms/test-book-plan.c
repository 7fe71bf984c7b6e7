/* The plan of a workbook is the workbook, cell by cell. */
#include "book-case.h"

#include "yanglu/io/xlsx/load.h"

#include <string.h>

static YlWorkbook *
load (const char *path, YlTextPool *texts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  g_autoptr (YlInput) input = yl_input_open (path, &error);
  YlWorkbook *book =
      input == NULL ? NULL : yl_xlsx_load (input, NULL, texts, findings, NULL, &error);
  if (book == NULL)
    fail_msg ("%s", error->message);
  assert_number_equal (yl_findings_get_n (findings), 0);
  return book;
}

static void
fail_at (const YlWorkbook *book, const char *sheet, const YlCell *found, const YlCell *planned)
{
  fail_msg ("%s row %u column %u: \"%s\" (%u) =%s but planned at row %u column %u \"%s\" (%u) =%s",
            sheet, found->row, found->column, yl_workbook_get_text (book, found->value),
            found->content, yl_workbook_get_text (book, found->formula), planned->row,
            planned->column, yl_workbook_get_text (book, planned->value), planned->content,
            yl_workbook_get_text (book, planned->formula));
}

/* Returns: how many cells were compared. */
static guint
assert_same_sheet (const YlWorkbook *book, const YlWorksheet *found, const YlWorksheet *planned)
{
  const guint n = MIN (found->cells->len, planned->cells->len);
  for (guint i = 0; i < n; i++)
    {
      const YlCell *a = &g_array_index (found->cells, YlCell, i);
      const YlCell *b = &g_array_index (planned->cells, YlCell, i);
      if (a->row != b->row || a->column != b->column || a->value != b->value
          || a->formula != b->formula || a->content != b->content || a->is_array != b->is_array)
        fail_at (book, found->name, a, b);
    }
  assert_number_equal (found->cells->len, planned->cells->len);
  assert_number_equal (found->merges->len, planned->merges->len);
  assert_int_equal (found->state, planned->state);
  return n;
}

static void
assert_same_book (BookCase *it, guint32 rows_per_sheet)
{
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  book_case_write (it, rows_per_sheet);
  g_autoptr (YlWorkbook) found = load (it->path, texts);
  g_autoptr (YlPlannedBook) plan =
      yl_test_plan_book (yl_test_county_get_budget (it->county), NULL, rows_per_sheet, texts);
  const YlWorkbook *planned = plan->workbook;
  guint n_cells = 0;
  assert_number_equal (found->sheets->len, planned->sheets->len);
  for (guint i = 0; i < found->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (found->sheets, i);
      const YlWorksheet *other = yl_workbook_find_sheet (planned, sheet->name);
      assert_non_null (other);
      n_cells += assert_same_sheet (found, sheet, other);
    }
  assert_true (n_cells > 300);
  for (guint i = 0; i < found->names->len; i++)
    {
      const YlDefinedName *name = &g_array_index (found->names, YlDefinedName, i);
      assert_string_equal (yl_workbook_find_name (planned, name->name), name->reference);
    }
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
