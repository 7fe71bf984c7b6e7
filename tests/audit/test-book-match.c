/* Where the cells of a workbook of ours stand now, and where they were planned. */
#include "found-columns.h"

#include "yanglu/audit/book/match.h"

static YlBookMatch *
find_places (FoundBook *it)
{
  return yl_book_match_new (it->copy->workbook, it->plan, "数据副本");
}

static void
assert_stands (const YlBookMatch *places, const YlBookPlace *planned, guint32 row, guint column)
{
  YlBookPlace now = { 0 };
  YlBookPlace back = { 0 };
  assert_true (yl_book_match_find_found (places, planned, &now));
  assert_number_equal (now.row, row);
  assert_number_equal (now.column, column);
  assert_true (yl_book_match_find_planned (places, &now, &back));
  assert_number_equal (back.row, planned->row);
  assert_number_equal (back.column, planned->column);
}

static void
a_cell_follows_its_row_and_its_column (void **state)
{
  FoundBook *it = *state;
  found_book_take_row_out (it, DETAIL, FIRST);
  found_book_put_column_in (it, DETAIL, 5, FORMULAS_FOLLOW);
  g_autoptr (YlBookMatch) places = find_places (it);
  assert_stands (places, &(YlBookPlace){ DETAIL, FIRST + 1, AMOUNT }, FIRST, AMOUNT + 1);
  assert_stands (places, &(YlBookPlace){ DETAIL, FIRST + 2, CODE }, FIRST + 1, CODE);
}

static void
what_is_gone_or_new_stands_nowhere (void **state)
{
  FoundBook *it = *state;
  YlBookPlace place = { DETAIL, FIRST, AMOUNT };
  found_book_take_row_out (it, DETAIL, FIRST);
  found_book_put_column_in (it, DETAIL, 5, FORMULAS_FOLLOW);
  found_book_take_column_out (it, "公开表", 4, FORMULAS_FOLLOW);
  g_autoptr (YlBookMatch) places = find_places (it);
  assert_false (yl_book_match_find_found (places, &place, &place));
  place = (YlBookPlace){ DETAIL, FIRST, 5 };
  assert_false (yl_book_match_find_planned (places, &place, &place));
  place = (YlBookPlace){ "公开表", 4, 4 };
  assert_false (yl_book_match_find_found (places, &place, &place));
  place = (YlBookPlace){ "草稿", 1, 0 };
  assert_false (yl_book_match_find_planned (places, &place, &place));
  place = (YlBookPlace){ DETAIL, G_MAXUINT32, 0 };
  assert_false (yl_book_match_find_planned (places, &place, &place));
  assert_false (yl_book_match_find_found (places, &place, &place));
}

static void
the_sheet_that_is_passed_over_is_not_planned (void **state)
{
  FoundBook *it = *state;
  yl_workbook_add_sheet (it->copy->workbook, "数据副本");
  g_autoptr (YlBookMatch) places = find_places (it);
  assert_true (yl_book_match_is_planned (places, DETAIL));
  assert_false (yl_book_match_is_planned (places, "数据副本"));
}

int
main (void)
{
#define SENTENCE(name)                                                                             \
  cmocka_unit_test_setup_teardown (name, found_book_set_up, found_book_tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (a_cell_follows_its_row_and_its_column),
    SENTENCE (what_is_gone_or_new_stands_nowhere),
    SENTENCE (the_sheet_that_is_passed_over_is_not_planned),
  };
  return cmocka_run_group_tests_name ("book-match", tests, NULL, NULL);
}
