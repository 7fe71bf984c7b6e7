/* A workbook of ours gives its budget back, without the files that it was made from. */
#include "yanglu/app/budget/reopen.h"

#include "support/assert.h"
#include "support/run.h"
#include "yanglu/app/budget/kept-options.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/forms/budget/budget-book.h"
#include "yanglu/base/error.h"
#include "yanglu/io/xlsx/reader.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  YlRun *files;
  char *roads;
  char *book;
  YlBudgetJob *job;   /* as it was made */
  YlBudgetJob *again; /* as it was made again from the workbook */
} Case;

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  *state = it;
  it->files = yl_run_new ();
  it->roads = g_build_filename (it->files->folder, "list.csv", NULL);
  it->book = g_build_filename (it->files->folder, "book.xlsx", NULL);
  yl_run_write (it->files, "list.csv",
                "路线编码,乡镇,里程\nX001371502,沙镇镇,2\nY002371502,堂邑镇,3.5\n");
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  g_clear_pointer (&it->job, yl_budget_job_free);
  g_clear_pointer (&it->again, yl_budget_job_free);
  yl_run_free (it->files);
  g_free (it->roads);
  g_free (it->book);
  g_free (it);
  return 0;
}

static void
make_and_reopen (Case *it, const YlJobOptions *options)
{
  g_autoptr (GError) error = NULL;
  it->job = yl_budget_job_run (options, NULL, &error);
  if (it->job == NULL || !yl_budget_job_write (it->job, it->book, FALSE, &error))
    fail_msg ("%s", error->message);
  assert_int_equal (g_unlink (it->roads), 0);
  it->again = yl_reopen_file (it->book, &error);
  if (it->again == NULL)
    fail_msg ("%s", error->message);
}

static void
assert_same_choices (const Case *it)
{
  gsize n = 0;
  gsize n_again = 0;
  const YlChoice *choices = yl_choices_get (it->job->list->choices, &n);
  const YlChoice *again = yl_choices_get (it->again->list->choices, &n_again);
  assert_number_equal (n_again, n);
  for (gsize i = 0; i < n; i++)
    {
      assert_string_equal (again[i].what, choices[i].what);
      assert_string_equal (again[i].chosen, choices[i].chosen);
      assert_string_equal (again[i].why, choices[i].why);
    }
}

static void
the_budget_comes_back_when_its_files_are_gone (void **state)
{
  Case *it = *state;
  make_and_reopen (it, &(YlJobOptions){ .roads = it->roads, .year = 2021 });
  const YlFigures *figures = it->again->budget->figures;
  assert_fen_equal (figures->demand_fen, 2000000 + 1750000);
  assert_number_equal (figures->year, 2021);
  assert_same_choices (it);
}

static void
a_year_taken_from_the_clock_stays_that_year (void **state)
{
  Case *it = *state;
  make_and_reopen (it, &(YlJobOptions){ .roads = it->roads, .clock_year = 2022 });
  const YlFigures *figures = it->again->budget->figures;
  assert_number_equal (figures->year, 2022);
  assert_same_choices (it);
}

static void
a_zone_and_a_policy_that_were_asked_for_are_asked_for_again (void **state)
{
  Case *it = *state;
  make_and_reopen (it, &(YlJobOptions){ .roads = it->roads,
                                        .year = 2021,
                                        .entity = "试验开发区",
                                        .townships = "371502101",
                                        .policy = "national-2019" });
  const YlBudget *budget = it->again->budget;
  const YlBudget *original = it->job->budget;
  assert_string_equal (budget->entity->name, "试验开发区");
  assert_string_equal (yl_policy_get_head (budget->policy)->id, "national-2019");
  assert_number_equal (yl_inventory_get_n_roads (budget->inventory),
                       yl_inventory_get_n_roads (original->inventory));
  assert_fen_equal (budget->figures->demand_fen, original->figures->demand_fen);
  assert_same_choices (it);
}

static void
last_years_list_is_taken_from_the_copy_too (void **state)
{
  Case *it = *state;
  g_autofree char *old = g_build_filename (it->files->folder, "old.csv", NULL);
  yl_run_write (it->files, "old.csv", "路线编码,里程\nX001371502,1\n");
  const YlJobOptions options = { .roads = it->roads, .year = 2022, .last_year = old };
  g_autoptr (GError) error = NULL;
  it->job = yl_budget_job_run (&options, NULL, &error);
  assert_true (yl_budget_job_write (it->job, it->book, FALSE, &error));
  assert_int_equal (g_unlink (old), 0);
  it->again = yl_reopen_file (it->book, &error);
  assert_non_null (it->again);
  const YlFigures *figures = it->again->budget->figures;
  assert_true (figures->has_last_year);
  assert_fen_equal (figures->last_year_fen, 1000000);
}

static void
a_workbook_without_a_copy_says_so (void **state)
{
  (void) state;
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlWorkbook) book = yl_workbook_new ("手工.xlsx", texts);
  yl_workbook_add_sheet (book, "汇总");
  g_autoptr (GError) error = NULL;
  assert_null (yl_copy_find (book, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_NOT_FOUND));
  assert_non_null (strstr (error->message, "手工.xlsx"));
}

static void
kept_options_read_back_as_they_were_written (void **state)
{
  (void) state;
  const YlJobOptions given = { .county = "371502", .entity = "甲\n乙", .date = { 20210301 } };
  g_autofree char *text = yl_kept_options_write (&given, 2021);
  g_autoptr (GHashTable) kept = yl_kept_options_read (text, strlen (text));
  YlJobOptions back = { .roads = "roads" };
  yl_kept_options_apply (kept, &back);
  assert_string_equal (back.county, "371502");
  assert_string_equal (back.entity, "甲 乙");
  assert_null (back.townships);
  assert_number_equal (back.date.yyyymmdd, 20210301);
  assert_number_equal (back.year, 0);
  assert_number_equal (back.clock_year, 2021);
  assert_number_equal (back.edition, YL_BOOK_EDITION);
  g_autoptr (GHashTable) odd = yl_kept_options_read ("year=20x1\nnoise\nfuture=1", 22);
  yl_kept_options_apply (odd, &back);
  assert_number_equal (back.year, 0);
}

/* Whoever gets the workbook learns nothing of the folders of who made it. */
static void
of_a_policy_file_only_its_name_is_kept (void **state)
{
  (void) state;
  const YlJobOptions options = { .policy = "/home/somebody/own.policy", .edition = 1 };
  assert_text_equal_free (yl_kept_options_write (&options, 2021),
                          "policy=own.policy\nyear=2021\nyear-asked=no\n");
}

static void
a_copy_that_names_no_edition_is_of_the_first (void **state)
{
  (void) state;
  g_autoptr (GHashTable) kept = yl_kept_options_read ("year=2021\n", 10);
  YlJobOptions back = { .roads = "roads" };
  yl_kept_options_apply (kept, &back);
  assert_number_equal (back.edition, 1);
  g_autofree char *text = yl_kept_options_write (&back, 2021);
  assert_null (strstr (text, "edition"));
}

static const char *
planned_text (const YlPlannedBook *plan, const char *sheet, guint32 row, guint column)
{
  const YlWorksheet *cells = yl_workbook_find_sheet (plan->workbook, sheet);
  const YlCell *cell = cells == NULL ? NULL : yl_worksheet_find (cells, row, column);
  return cell == NULL ? NULL : yl_workbook_get_text (plan->workbook, cell->value);
}

/* @edition: made again as it was; (transfer full): its plan. */
static YlPlannedBook *
plan_of_edition (Case *it, guint edition, YlTextPool *texts)
{
  make_and_reopen (it, &(YlJobOptions){ .roads = it->roads, .year = 2021, .edition = edition });
  assert_number_equal (it->again->edition, edition);
  return yl_budget_job_plan (it->again, "book.xlsx", texts);
}

static gboolean
has_in_column (const YlPlannedBook *plan, const char *sheet, guint column, const char *text)
{
  for (guint32 row = 0; row < 60; row++)
    if (g_strcmp0 (planned_text (plan, sheet, row, column), text) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_label (const YlPlannedBook *plan, const char *sheet, const char *label)
{
  return has_in_column (plan, sheet, 0, label);
}

/* In the column beside the labels. */
static gboolean
has_text (const YlPlannedBook *plan, const char *sheet, const char *text)
{
  return has_in_column (plan, sheet, 1, text);
}

static void
assert_refused (Case *it, guint edition, const char *why)
{
  const YlJobOptions options = { .roads = it->roads, .year = 2021, .edition = edition };
  g_autoptr (GError) error = NULL;
  it->job = yl_budget_job_run (&options, NULL, &error);
  assert_true (yl_budget_job_write (it->job, it->book, FALSE, &error));
  assert_null (yl_reopen_file (it->book, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
  assert_non_null (strstr (error->message, why));
}

/* The unit stands in another column where a sheet has other widths. */
static void
assert_older_checks (const YlPlannedBook *plan)
{
  assert_null (yl_workbook_find_sheet (plan->workbook, "表内勾稽关系核对"));
  assert_string_equal (planned_text (plan, "校验", 2, 4), "单位：公里、元");
  assert_string_equal (planned_text (plan, "校验", 3, 1), "校验内容");
  assert_string_equal (planned_text (plan, "封面", 3, 0), "预算地区");
}

static void
a_workbook_of_the_first_edition_is_made_again_as_it_was (void **state)
{
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = plan_of_edition (*state, 1, texts);
  assert_older_checks (plan);
  assert_null (yl_workbook_find_sheet (plan->workbook, "读取说明"));
}

/* Builds between two landings made it, and nobody has one. */
static void
a_workbook_of_the_second_edition_is_refused (void **state)
{
  assert_refused (*state, 2, "没有发布过");
}

static void
a_workbook_of_a_later_edition_is_refused (void **state)
{
  assert_refused (*state, YL_BOOK_EDITION + 1, "更新的版本");
}

/* 编制选项 stood under its role. */
static void
a_workbook_of_the_third_edition_is_made_again_as_it_was (void **state)
{
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = plan_of_edition (*state, 3, texts);
  assert_non_null (yl_workbook_find_sheet (plan->workbook, "读取说明"));
  assert_true (has_label (plan, "封面", "options"));
  assert_false (has_label (plan, "封面", "编制选项"));
}

static void
the_list_of_what_was_read_names_the_kept_options_in_chinese (void **state)
{
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = plan_of_edition (*state, YL_BOOK_EDITION, texts);
  assert_true (has_in_column (plan, "读取说明", 1, "编制选项"));
  assert_true (has_in_column (plan, "读取说明", 2, "编制时给出的选项"));
  for (guint column = 0; column < 4; column++)
    assert_false (has_in_column (plan, "读取说明", column, "options"));
}

/* A cover of the sixth edition says all, and 读取说明 lists choices alone. */
static void
a_workbook_of_the_sixth_edition_is_made_again_as_it_was (void **state)
{
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = plan_of_edition (*state, 6, texts);
  assert_true (has_label (plan, "封面", "编制选项"));
  assert_true (has_label (plan, "封面", "总指纹"));
  assert_true (has_label (plan, "封面", "县级资金缺口"));
  assert_string_equal (planned_text (plan, "读取说明", 3, 2), "程序的读法");
  assert_false (has_in_column (plan, "读取说明", 1, "总指纹"));
}

/* What it says stands on sheets of their own; of the fingerprints it has that of all. */
static void
a_cover_says_the_total_and_no_other_figure (void **state)
{
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = plan_of_edition (*state, YL_BOOK_EDITION, texts);
  guint n_figures = 0;
  for (guint i = 0; i < plan->figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (plan->figures, YlFigureRange, i);
      n_figures += strcmp (range->sheet, "封面") == 0 ? 1 : 0;
      if (strcmp (range->sheet, "封面") == 0)
        assert_string_equal (range->key, "demand_fen");
    }
  assert_number_equal (n_figures, 1);
  assert_true (has_in_column (plan, "封面", 1, "总指纹"));
  assert_true (has_in_column (plan, "读取说明", 1, "总指纹"));
}

/* Its key stood beside them. */
static void
a_workbook_of_the_fourth_edition_is_made_again_as_it_was (void **state)
{
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = plan_of_edition (*state, 4, texts);
  assert_true (has_label (plan, "封面", "编制选项"));
  assert_true (has_text (plan, "封面", "options"));
}

/* By code 沙镇镇 stands before 堂邑镇, by name behind it. */
static void
payees_of_the_third_edition_stand_by_name (void **state)
{
  static const struct
  {
    guint edition;
    const char *first;
    const char *second;
  } cases[] = { { 3, "堂邑镇", "沙镇镇" }, { YL_BOOK_EDITION, "沙镇镇", "堂邑镇" } };
  Case *it = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlTextPool) texts = yl_text_pool_new ();
      yl_run_write (it->files, "list.csv",
                    "路线编码,乡镇,里程\nY001371502,沙镇镇,2\nY002371502,堂邑镇,3.5\n");
      g_autoptr (YlPlannedBook) plan = plan_of_edition (it, cases[i].edition, texts);
      assert_string_equal (planned_text (plan, "分管养单位", 4, 1), cases[i].first);
      assert_string_equal (planned_text (plan, "分管养单位", 5, 1), cases[i].second);
      g_clear_pointer (&it->job, yl_budget_job_free);
      g_clear_pointer (&it->again, yl_budget_job_free);
      assert_int_equal (g_unlink (it->book), 0);
    }
}

/* Before the sixth edition 问题清单 had one column for what is too much and what is too little; in the
 * first it stood one column before, since no cell was named. */
static void
findings_of_older_editions_have_one_column_of_amounts (void **state)
{
  static const struct
  {
    guint edition;
    guint column;
    const char *head;
    const char *next;
  } cases[] = { { 1, 11, "涉及金额\n（元）", "依据" },
                { 3, 12, "涉及金额\n（元）", "依据" },
                { 4, 12, "涉及金额\n（元）", "依据" },
                { 5, 12, "涉及金额\n（元）", "依据" },
                { 6, 12, "多计\n（元）", "少计\n（元）" } };
  Case *it = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlTextPool) texts = yl_text_pool_new ();
      yl_run_write (it->files, "list.csv", "路线编码,里程\nX001371502,2\n");
      g_autoptr (YlPlannedBook) plan = plan_of_edition (it, cases[i].edition, texts);
      assert_string_equal (planned_text (plan, "问题清单", 3, cases[i].column), cases[i].head);
      assert_string_equal (planned_text (plan, "问题清单", 3, cases[i].column + 1), cases[i].next);
      g_clear_pointer (&it->job, yl_budget_job_free);
      g_clear_pointer (&it->again, yl_budget_job_free);
      assert_int_equal (g_unlink (it->book), 0);
    }
}

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (the_budget_comes_back_when_its_files_are_gone),
    SENTENCE (a_year_taken_from_the_clock_stays_that_year),
    SENTENCE (a_zone_and_a_policy_that_were_asked_for_are_asked_for_again),
    SENTENCE (last_years_list_is_taken_from_the_copy_too),
    SENTENCE (a_workbook_without_a_copy_says_so),
    SENTENCE (kept_options_read_back_as_they_were_written),
    cmocka_unit_test (of_a_policy_file_only_its_name_is_kept),
    SENTENCE (a_copy_that_names_no_edition_is_of_the_first),
    SENTENCE (a_workbook_of_the_first_edition_is_made_again_as_it_was),
    SENTENCE (a_workbook_of_the_second_edition_is_refused),
    SENTENCE (a_workbook_of_a_later_edition_is_refused),
    SENTENCE (a_workbook_of_the_third_edition_is_made_again_as_it_was),
    SENTENCE (a_workbook_of_the_fourth_edition_is_made_again_as_it_was),
    SENTENCE (payees_of_the_third_edition_stand_by_name),
    SENTENCE (findings_of_older_editions_have_one_column_of_amounts),
    SENTENCE (the_list_of_what_was_read_names_the_kept_options_in_chinese),
    SENTENCE (a_workbook_of_the_sixth_edition_is_made_again_as_it_was),
    SENTENCE (a_cover_says_the_total_and_no_other_figure),
  };
  return cmocka_run_group_tests_name ("reopen", tests, NULL, NULL);
}
