/* The plan of the workbook of two years is the workbook, cell by cell. */
#include "forms/same-book.h"
#include "support/assert.h"
#include "support/random-county.h"
#include "yanglu/audit/years/reconciliation.h"
#include "yanglu/forms/papers/year-book.h"
#include "yanglu/forms/plan.h"
#include "yanglu/io/xlsx-writer/writer.h"

#include <glib/gstdio.h>

typedef struct
{
  YlTestCounty *years[2];
  char *folder;
  char *path;
} Fixture;

/* Two counties that have little in common: every step has rows. */
static int
set_up (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  *state = fixture;
  fixture->years[0] = yl_test_random_county (20210131, 0);
  fixture->years[1] = yl_test_random_county (20220131, 0);
  fixture->folder = g_dir_make_tmp ("yanglu-years-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "差异.xlsx", NULL);
  return 0;
}

static int
tear_down (void **state)
{
  Fixture *fixture = *state;
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
  yl_test_county_free (fixture->years[0]);
  yl_test_county_free (fixture->years[1]);
  g_free (fixture);
  return 0;
}

static void
write_file (const YlYearBookRequest *request, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (path, FALSE, &error);
  assert_non_null (writer);
  yl_year_book_write (request, yl_xlsx_writer_get_sink (writer));
  assert_true (yl_xlsx_writer_close (writer, &error));
}

/* Returns: how many sheets the workbook has. */
static guint
assert_same (const Fixture *fixture, const YlYearBookRequest *request)
{
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = yl_planned_book_new ("差异.xlsx", texts);
  const YlCellSink sink = yl_plan_get_sink (plan);
  yl_year_book_write (request, &sink);
  write_file (request, fixture->path);
  assert_true (same_book_assert (fixture->path, texts, plan->workbook) > 100);
  return plan->workbook->sheets->len;
}

static void
the_plan_of_two_years_is_their_workbook_cell_by_cell (void **state)
{
  Fixture *fixture = *state;
  const YlBudget *old_budget = yl_test_county_get_budget (fixture->years[0]);
  const YlBudget *new_budget = yl_test_county_get_budget (fixture->years[1]);
  g_autoptr (YlRoadLinks) links =
      yl_road_links_make (old_budget->inventory, new_budget->inventory, NULL);
  g_autoptr (YlReconciliation) reconciliation =
      yl_reconciliation_make (old_budget, new_budget, links, NULL);
  assert_non_null (reconciliation);
  const YlYearBookRequest request = { .reconciliation = reconciliation,
                                      .budget = { old_budget, new_budget },
                                      .file = { "上年.csv", "本年.csv" } };
  assert_number_equal (assert_same (fixture, &request), 4);
}

/* Nothing is known of a table by townships but what it adds up to. */
static void
so_is_that_of_a_year_known_by_township_only (void **state)
{
  Fixture *fixture = *state;
  const YlBudget *budget = yl_test_county_get_budget (fixture->years[1]);
  g_autoptr (YlReconciliation) reconciliation = yl_reconciliation_new ();
  reconciliation->is_by_township_only = TRUE;
  const YlYearBookRequest request = { .reconciliation = reconciliation,
                                      .budget = { NULL, budget },
                                      .file = { "手工.xlsx", "本年.csv" } };
  assert_number_equal (assert_same (fixture, &request), 2);
  /* A workbook that was audited says what that concludes on a sheet of its own. */
  YlYearBookRequest audited = request;
  audited.verdict[YL_OLD] = "不符";
  audited.conclusion[YL_OLD] = "合计多列 1.00 元。";
  g_unlink (fixture->path);
  assert_number_equal (assert_same (fixture, &audited), 3);
}

#define sentence(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    sentence (the_plan_of_two_years_is_their_workbook_cell_by_cell),
    sentence (so_is_that_of_a_year_known_by_township_only),
  };
  return cmocka_run_group_tests_name ("year book", tests, NULL, NULL);
}
