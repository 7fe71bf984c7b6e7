#include "support/assert.h"

#include "yanglu/domain/book-limits.h"
#include "yanglu/domain/workbook.h"

/* Of each byte as many as the limits say, beside those that any file may hold. */
static void
a_file_may_hold_cells_by_its_bytes (void **state)
{
  (void) state;
  const YlBookLimits limits = { .cells = 10, .cells_per_byte = 3 };
  assert_number_equal ((gint64) yl_book_limits_count_cells (&limits, 0), 10);
  assert_number_equal ((gint64) yl_book_limits_count_cells (&limits, 1), 13);
  assert_number_equal ((gint64) yl_book_limits_count_cells (&yl_book_limits_default, 1024 * 1024),
                       1310720);
}

static void
shared_formulas_may_be_written_out_by_its_bytes (void **state)
{
  (void) state;
  const YlBookLimits limits = { .shared_bytes = 10, .shared_per_byte = 3 };
  assert_number_equal ((gint64) yl_book_limits_count_shared (&limits, 0), 10);
  assert_number_equal ((gint64) yl_book_limits_count_shared (&limits, 2), 16);
}

static void
a_cell_is_paid_for_by_whole_bytes_of_the_file (void **state)
{
  (void) state;
  const YlBookLimits limits = { .bytes_per_paid_cell = 16 };
  static const struct
  {
    guint64 file_bytes;
    gint64 n_paid;
  } cases[] = { { 15, 0 }, { 16, 1 }, { 31, 1 }, { 32, 2 }, { 80, 5 }, { 96, 5 }, { 0, 5 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_number_equal ((gint64) yl_book_limits_count_paid (&limits, 5, cases[i].file_bytes),
                         cases[i].n_paid);
}

/* Two cells; the second needs its 16 bytes. */
static void
the_effort_of_a_workbook_grows_with_its_cells_and_its_file (void **state)
{
  (void) state;
  static const struct
  {
    guint64 file_bytes;
    gint64 max_steps;
    gint64 max_bytes;
  } cases[] = { { 0, 120, 1020 }, { 16, 110, 1010 }, { 31, 110, 1010 }, { 32, 120, 1020 } };
  const YlBookLimits limits = { .steps = 100,
                                .steps_per_cell = 10,
                                .bytes_per_paid_cell = 16,
                                .kept_bytes = 1000,
                                .bytes_per_cell = 10 };
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlWorkbook) book = yl_workbook_new ("a.xlsx", texts);
      YlWorksheet *sheet = yl_workbook_add_sheet (book, "表");
      for (guint16 column = 0; column < 2; column++)
        yl_worksheet_put (sheet, &(YlCell){ .row = 1, .column = column });
      book->file_bytes = cases[i].file_bytes;
      yl_workbook_allow (book, &limits);
      assert_number_equal ((gint64) book->effort->max_steps, cases[i].max_steps);
      assert_number_equal ((gint64) book->effort->max_bytes, cases[i].max_bytes);
    }
}

/* The one that reads it, and the one that audits it. */
static void
both_processes_together_stay_within_what_a_file_may_cost (void **state)
{
  (void) state;
  const YlBookLimits *limits = &yl_book_limits_default;
  assert_true (2 * limits->steps <= 100000000);
  assert_true (2 * limits->steps_per_cell <= 2000);
  assert_true (limits->kept_bytes <= 128 * 1024 * 1024);
  assert_true (limits->bytes_per_cell <= 400);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_file_may_hold_cells_by_its_bytes),
    cmocka_unit_test (shared_formulas_may_be_written_out_by_its_bytes),
    cmocka_unit_test (a_cell_is_paid_for_by_whole_bytes_of_the_file),
    cmocka_unit_test (the_effort_of_a_workbook_grows_with_its_cells_and_its_file),
    cmocka_unit_test (both_processes_together_stay_within_what_a_file_may_cost),
  };
  return cmocka_run_group_tests_name ("book-limits", tests, NULL, NULL);
}
