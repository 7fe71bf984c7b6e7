/* What two workbooks of ours show, cell by cell. */
#include "found-book.h"

#include "yanglu/audit/book/versions.h"

/* The workbook as its copy has it, and the one that a test has changed. */
static YlVersions *
compare (FoundBook *it)
{
  const YlBookVersion versions[YL_N_SIDES] = { { it->plan->workbook, it->plan, it->audit },
                                               { it->copy->workbook, it->plan, it->audit } };
  return yl_book_compare (versions, "数据副本");
}

static const YlVersionChange *
get_only (const YlVersions *versions)
{
  assert_number_equal (yl_versions_count (versions), 1);
  return &g_array_index (versions->changes, YlVersionChange, 0);
}

static void
workbooks_that_show_the_same_have_no_changes (void **state)
{
  g_autoptr (YlVersions) versions = compare (*state);
  assert_number_equal (yl_versions_count (versions), 0);
  assert_number_equal (versions->n_renumbered, 0);
  assert_number_equal (versions->steps->len, 0);
}

static void
a_number_typed_over_is_told_by_meaning (void **state)
{
  FoundBook *it = *state;
  found_book_put (it, DETAIL, FIRST + 1, LENGTH, YL_CONTENT_NUMBER, "2.5");
  g_autoptr (YlVersions) versions = compare (it);
  const YlVersionChange *change = get_only (versions);
  assert_string_equal (change->sheet, DETAIL);
  assert_number_equal (change->table_row, 2);
  assert_string_equal (change->cell[YL_OLD], "H5");
  assert_string_equal (change->cell[YL_NEW], "H5");
  assert_string_equal (change->value[YL_OLD], "1.5");
  assert_string_equal (change->value[YL_NEW], "2.5");
  assert_number_equal (change->origin, YL_CHANGE_EDITED);
  assert_false (change->is_edited[YL_OLD]);
  assert_true (change->is_edited[YL_NEW]);
}

static void
a_formula_pasted_as_a_value_is_told_though_it_shows_the_same (void **state)
{
  FoundBook *it = *state;
  YlCell *cell = found_book_cell (it, DETAIL, FIRST, AMOUNT);
  cell->formula = 0;
  g_autoptr (YlVersions) versions = compare (it);
  const YlVersionChange *change = get_only (versions);
  assert_string_equal (change->value[YL_OLD], change->value[YL_NEW]);
  assert_true (change->formula[YL_OLD][0] != '\0');
  assert_string_equal (change->formula[YL_NEW], "");
}

static void
a_row_that_one_has_alone_is_one_change (void **state)
{
  FoundBook *it = *state;
  found_book_take_row_out (it, DETAIL, FIRST + 2);
  g_autoptr (YlVersions) versions = compare (it);
  const YlVersionChange *change = &g_array_index (versions->changes, YlVersionChange, 0);
  assert_number_equal (change->extent, YL_CHANGE_OF_ROW);
  assert_string_equal (change->cell[YL_OLD], "6");
  assert_string_equal (change->cell[YL_NEW], "");
  assert_non_null (strstr (change->row_label, "C003371502"));
}

static void
a_sheet_that_one_has_alone_is_one_change (void **state)
{
  FoundBook *it = *state;
  YlWorksheet *sheet = yl_workbook_add_sheet (it->copy->workbook, "备用");
  yl_worksheet_put (
      sheet,
      &(YlCell){ .row = 1, .content = YL_CONTENT_TEXT, .value = found_book_keep (it, "另加") });
  g_autoptr (YlVersions) versions = compare (it);
  const YlVersionChange *change = get_only (versions);
  assert_number_equal (change->extent, YL_CHANGE_OF_SHEET);
  assert_string_equal (change->cell[YL_NEW], "备用");
  assert_true (change->is_edited[YL_NEW]);
}

/* Sheets that are the same are not looked at; formulas that read one that is not are still the same. */
static void
a_sheet_under_another_name_is_the_same_sheet (void **state)
{
  FoundBook *it = *state;
  found_book_sheet (it, DETAIL)->name = "明细";
  g_autoptr (YlVersions) versions = compare (it);
  for (guint i = 0; i < versions->changes->len; i++)
    assert_number_equal (g_array_index (versions->changes, YlVersionChange, i).extent,
                         YL_CHANGE_OF_CELL);
}

static YlVersionChange
make_change (YlChangeOrigin origin, const char *label)
{
  return (YlVersionChange){ .sheet = DETAIL,
                            .row_label = label,
                            .head = "",
                            .cell = { "A1", "A1" },
                            .value = { "1", "2" },
                            .formula = { "", "" },
                            .origin = origin };
}

static void
so_many_changes_of_an_origin_are_kept_and_all_counted (void **state)
{
  (void) state;
  g_autoptr (YlVersions) versions = yl_versions_new ();
  const YlVersionChange change = make_change (YL_CHANGE_FOLLOWS, "");
  for (guint i = 0; i < YL_VERSIONS_MAX_CHANGES; i++)
    yl_versions_add (versions, &change);
  assert_number_equal (versions->changes->len, YL_VERSIONS_MAX_CHANGES);
  yl_versions_add (versions, &change);
  assert_number_equal (versions->changes->len, YL_VERSIONS_MAX_CHANGES);
  assert_number_equal (yl_versions_count (versions), YL_VERSIONS_MAX_CHANGES + 1);
}

static void
changes_stand_by_origin_each_in_its_order (void **state)
{
  (void) state;
  static const YlChangeOrigin origins[] = { YL_CHANGE_FOLLOWS, YL_CHANGE_EDITED, YL_CHANGE_ENTERED,
                                            YL_CHANGE_EDITED };
  static const char *const labels[] = { "甲", "乙", "丙", "丁" };
  static const char *const arranged[] = { "乙", "丁", "丙", "甲" };
  g_autoptr (YlVersions) versions = yl_versions_new ();
  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      const YlVersionChange change = make_change (origins[i], labels[i]);
      yl_versions_add (versions, &change);
    }
  yl_versions_arrange (versions);
  for (guint i = 0; i < G_N_ELEMENTS (arranged); i++)
    assert_string_equal (g_array_index (versions->changes, YlVersionChange, i).row_label,
                         arranged[i]);
}

static void
a_step_of_nothing_is_none (void **state)
{
  (void) state;
  g_autoptr (YlVersions) versions = yl_versions_new ();
  yl_versions_add_step (versions, YL_OLD, "甲", 0);
  yl_versions_add_step (versions, YL_N_SIDES, "乙", -100);
  assert_number_equal (versions->steps->len, 1);
  const YlVersionStep *step = &g_array_index (versions->steps, YlVersionStep, 0);
  assert_false (step->has_side);
  assert_fen_equal (step->amount_fen, -100);
}

int
main (void)
{
#define SENTENCE(name)                                                                             \
  cmocka_unit_test_setup_teardown (name, found_book_set_up, found_book_tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (workbooks_that_show_the_same_have_no_changes),
    SENTENCE (a_number_typed_over_is_told_by_meaning),
    SENTENCE (a_formula_pasted_as_a_value_is_told_though_it_shows_the_same),
    SENTENCE (a_row_that_one_has_alone_is_one_change),
    SENTENCE (a_sheet_that_one_has_alone_is_one_change),
    SENTENCE (a_sheet_under_another_name_is_the_same_sheet),
    cmocka_unit_test (so_many_changes_of_an_origin_are_kept_and_all_counted),
    cmocka_unit_test (changes_stand_by_origin_each_in_its_order),
    cmocka_unit_test (a_step_of_nothing_is_none),
  };
  return cmocka_run_group_tests_name ("book-versions", tests, NULL, NULL);
}
