/* Asking a workbook about its cells: every number that a formula makes has an answer. */
#include "yanglu/app/explain/job.h"

#include "support/assert.h"
#include "support/book-parts.h"
#include "support/explain-cells.h"
#include "support/run.h"
#include "yanglu/app/budget/job.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/base/error.h"
#include "yanglu/figures/asked.h"
#include "yanglu/forms/form.h"
#include "yanglu/io/xlsx-writer/writer.h"

#include <string.h>

typedef struct
{
  YlRun *files;
  char *roads;
  char *policy;
  char *bridges;
  char *last_year;
  char *book;
  YlExplainJob *job;
} Case;

/* A policy with every kind of rule that a budget may have, and a share or a stack of levels. */
#define POLICY                                                                                     \
  "[policy]\nid=test-2021\ntitle=试行办法\ndocument=试〔2021〕1号\nissued=2021-01-01\n"    \
  "effective-from=2021-01-01\narea=3715\nverified=true\n[daily-rate]\ncounty=10000.01\n"           \
  "township=5000\nvillage=3000\n[bridge-rate]\nlarge=2000\nsmall=500.5\n"                          \
  "[bridge-rate-per-metre]\ncounty=12.34\n[land-revenue]\nmin-share=2\nmax-share=3\n"              \
  "payers=city,county\nbasis=net-2011-62\n[target]\nmaintained-ratio=100\n"                        \
  "fair-or-better-ratio=80\n"
#define BY_SHARE "[payer-share]\nprovince=33.3333\ncity=33.3333\ncounty=33.3334\n"
#define BY_STACK "[payer-rate province]\ncounty=6000\n[payer-rate city 371502]\ncounty=4000\n"
#define CLAUSE                                                                                     \
  "[clause]\ndaily-rate=一1\nbridge-rate=一2\nbridge-rate-per-metre=一3\n"                      \
  "land-revenue=一4\ntarget=一5\n"

static const char roads_text[] =
    "路线编码,路线名称,乡镇,里程,列养里程,重复路段,断头路,城管路段,标段,评定等级,最近大中修年度\n"
    "X001371502,沙堂路,沙镇镇,12.345,12.345,,,,一标,良,2020\n"
    "X001371502,沙堂路,堂邑镇,3.333,3.333,,,,二标,差,\n"
    "X002371502,梁闫路,闫寺街道,2.5,2.5,X001371502,,,一标,,\n"
    "Y003371502,于家路,沙镇镇,1.001,1,,,,一标,优,\n"
    "C004371502,村路,堂邑镇,0.777,0.777,,1,,,中,\n"
    "C005371502,城里路,闫寺街道,1.2,1.2,,,1,,,\n";

static char *
write_input (const Case *it, const char *name, const char *text)
{
  yl_run_write (it->files, name, text);
  return g_build_filename (it->files->folder, name, NULL);
}

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  *state = it;
  it->files = yl_run_new ();
  it->roads = write_input (it, "台账.csv", roads_text);
  it->bridges = write_input (
      it, "桥.csv",
      "桥梁编码,路线编码,桥名,乡镇,行政等级,桥梁类型,全长\n"
      "B1,X001371502,沙河桥,沙镇镇,县道,大,123\nB2,Y003371502,小桥,沙镇镇,乡道,小,9\n");
  it->last_year = write_input (it, "上年.csv", "项目,金额\n县道日常养护,100000\n人员支出,1500\n");
  it->book = g_build_filename (it->files->folder, "预算.xlsx", NULL);
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  g_clear_pointer (&it->job, yl_explain_job_free);
  yl_run_free (it->files);
  g_free (it->roads);
  g_free (it->policy);
  g_free (it->bridges);
  g_free (it->last_year);
  g_free (it->book);
  g_free (it);
  return 0;
}

static void
open_book (Case *it)
{
  g_autoptr (GError) error = NULL;
  const YlJobOptions asked = { .roads = it->book, .clock_year = 2021 };
  it->job = yl_explain_job_open (&asked, NULL, &error);
  if (it->job == NULL)
    fail_msg ("%s", error->message);
}

static void
make_book (Case *it, const char *policy)
{
  g_autoptr (GError) error = NULL;
  it->policy = write_input (it, "办法.policy", policy);
  const YlJobOptions options = { .roads = it->roads,
                                 .bridges = it->bridges,
                                 .last_year = it->last_year,
                                 .policy = it->policy,
                                 .year = 2021,
                                 .clock_year = 2021 };
  g_autoptr (YlBudgetJob) made = yl_budget_job_run (&options, NULL, &error);
  if (made == NULL || !yl_budget_job_write (made, it->book, TRUE, &error))
    fail_msg ("%s", error->message);
  open_book (it);
}

static void
every_cell_of_a_county_with_shares_and_bridges_is_explained (void **state)
{
  make_book (*state, POLICY BY_SHARE CLAUSE "payer-share=一6\n");
  assert_true (yl_test_assert_cells_explained (((Case *) *state)->book) > 200);
}

static void
every_cell_of_a_county_with_a_stack_of_levels_is_explained (void **state)
{
  make_book (*state, POLICY BY_STACK CLAUSE "payer-rate province=一6\npayer-rate city=一7\n");
  assert_true (yl_test_assert_cells_explained (((Case *) *state)->book) > 200);
}

static void
every_cell_of_a_county_by_grants_is_explained (void **state)
{
  make_book (*state, POLICY CLAUSE);
  assert_true (yl_test_assert_cells_explained (((Case *) *state)->book) > 200);
}

static void
a_road_is_found_by_its_code_in_any_spelling_and_by_its_name (void **state)
{
  static const char *const names[] = { "X001371502", "x001371502", "Ｘ００１３７１５０２",
                                       "沙堂路" };
  Case *it = *state;
  make_book (it, POLICY CLAUSE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YlExplained) explained =
          yl_explained_road (it->job->made->budget, names[i], &error);
      if (explained == NULL)
        fail_msg ("%s", error->message);
      assert_true (explained->feeds->len > 20);
    }
}

typedef YlExplained *(*Ask) (const YlBudget *budget, const char *what, GError **error);

static void
assert_not_found (const Case *it, Ask ask, const char *what, const char *nearest)
{
  g_autoptr (GError) error = NULL;
  assert_null (ask != NULL ? ask (it->job->made->budget, what, &error)
                           : yl_explain_job_cell (it->job, what, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_NOT_FOUND));
  if (strstr (error->message, nearest) == NULL)
    fail_msg ("“%s” does not name %s", error->message, nearest);
}

static void
what_is_not_there_is_answered_with_the_nearest (void **state)
{
  Case *it = *state;
  make_book (it, POLICY CLAUSE);
  assert_not_found (it, yl_explained_road, "X001371503", "X001371502");
  assert_not_found (it, yl_explained_township, "闫寺镇街", "闫寺街道");
  assert_not_found (it, yl_explained_line, "daily.conty", "daily.county");
  assert_not_found (it, NULL, "预算表!D7", "预算总表");
  assert_not_found (it, NULL, "里程汇总!L4", "J4");
}

static void
assert_named (const Case *it, const char *name, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YlExplained) explained = yl_explained_line (it->job->made->budget, name, &error);
  if (explained == NULL)
    fail_msg ("%s: %s", name, error->message);
  const YlDerivation *figure = g_ptr_array_index (explained->figures, 0);
  assert_string_equal (figure->key, key);
}

static void
a_figure_is_found_by_its_name_or_a_part_of_it (void **state)
{
  Case *it = *state;
  make_book (it, POLICY CLAUSE);
  assert_named (it, "县道日常养护", "demand.daily.county.amount_fen");
  assert_named (it, "县级应补足的资金缺口", "daily.county_gap_fen");
  assert_named (it, "资金缺口", "daily.county_gap_fen");
  assert_named (it, "县级资金缺口", "daily.county_gap_fen");
  assert_named (it, "沙镇镇路段数", "townships[2].sections");
  assert_named (it, "daily.county_gap_fen", "daily.county_gap_fen");
  assert_named (it, "policy.daily-rate.county", "policy.daily-rate.county");
}

static void
a_name_of_several_figures_is_answered_with_theirs (void **state)
{
  Case *it = *state;
  make_book (it, POLICY CLAUSE);
  assert_not_found (it, yl_explained_line, "县道",
                    "县道日常养护（demand.daily.county.amount_fen）");
  assert_not_found (it, yl_explained_line, "县道", "县道路段数（");
  assert_not_found (it, yl_explained_line, "县道应拨", "相近的有县道日常养护（");
  assert_not_found (it, yl_explained_line, "道", "没有叫“道”的项目或数");
  assert_not_found (it, yl_explained_road, "沙堂大路", "“沙堂路”");
}

static void
a_road_is_found_by_a_part_of_its_name_that_no_other_has (void **state)
{
  Case *it = *state;
  make_book (it, POLICY CLAUSE);
  g_autoptr (YlExplained) part = yl_explained_road (it->job->made->budget, "沙堂", NULL);
  assert_non_null (part);
  assert_number_equal (part->rows->len, 2);
  /* 村路 has the name itself; 于家路, 城里路 … have a part of it. */
  g_autoptr (YlExplained) whole = yl_explained_road (it->job->made->budget, "村路", NULL);
  assert_number_equal (whole->rows->len, 1);
  assert_not_found (it, yl_explained_road, "路", "“路”的路线，是不是“村路”？");
}

static void
a_township_is_found_without_its_kind (void **state)
{
  Case *it = *state;
  make_book (it, POLICY CLAUSE);
  g_autoptr (YlExplained) explained = yl_explained_township (it->job->made->budget, "沙镇", NULL);
  assert_non_null (explained);
  const YlDerivation *amount = g_ptr_array_index (explained->figures, 0);
  /* 12.345 km × 10,000.01 = 123,450.12; 1.001 × 5,000 = 5,005.00; large bridge 2,000 and
   * 123 m × 12.34 = 1,517.82; small bridge 500.50. */
  assert_fen_equal (amount->units, 12345012 + 500500 + 200000 + 151782 + 50050);
}

/* The first road, 123,450.12 yuan, stands in the place of the fifth, 0.777 km that are a dead end. */
static void
a_road_is_told_where_it_stands_in_a_sorted_workbook (void **state)
{
  Case *it = *state;
  make_book (it, POLICY CLAUSE);
  g_clear_pointer (&it->job, yl_explain_job_free);
  yl_test_swap_rows (it->book, yl_test_find_tab (it->book, "里程明细"), 4, 8);
  open_book (it);
  g_autoptr (YlExplained) moved = yl_explain_job_cell (it->job, "里程明细!S8", NULL);
  const YlDerivation *amount = g_ptr_array_index (moved->figures, 0);
  assert_fen_equal (amount->units, 12345012);
  assert_true (moved->cell->agrees);
  g_autoptr (YlExplained) other = yl_explain_job_cell (it->job, "里程明细!S4", NULL);
  assert_fen_equal (((const YlDerivation *) g_ptr_array_index (other->figures, 0))->units, 0);
  g_auto (GStrv) places = yl_explain_job_find_places (it->job, "roads[1].amount_fen");
  assert_string_equal (places[0], "里程明细!S8");
  assert_null (places[1]);
}

static void
a_list_is_asked_as_a_workbook_is_but_for_cells (void **state)
{
  Case *it = *state;
  g_autoptr (GError) error = NULL;
  const YlJobOptions options = { .roads = it->roads, .year = 2021, .clock_year = 2021 };
  it->job = yl_explain_job_open (&options, NULL, &error);
  assert_non_null (it->job);
  g_autoptr (YlExplained) line = yl_explained_line (it->job->made->budget, "daily.county", &error);
  assert_non_null (line);
  assert_null (yl_explain_job_cell (it->job, "预算总表!F6", &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_USAGE));
}

static void
a_workbook_brings_its_own_options (void **state)
{
  Case *it = *state;
  make_book (it, POLICY CLAUSE);
  g_autoptr (GError) error = NULL;
  const YlJobOptions options = { .roads = it->book, .year = 2022, .clock_year = 2021 };
  assert_null (yl_explain_job_open (&options, NULL, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_USAGE));
}

/* It has the sheets of a budget, and nothing hidden. */
static void
a_budget_without_its_copy_is_refused_with_what_to_do (void **state)
{
  static const char *const sheets[] = { "预算总表", "里程明细", "标准依据" };
  Case *it = *state;
  g_autoptr (GError) error = NULL;
  const YlFormHead head = { .entity = "",
                            .prepared_by = "",
                            .reviewed_by = "",
                            .head = "",
                            .title = "",
                            .created = yl_date_of_year (2021) };
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (it->book, TRUE, NULL);
  g_autoptr (YlForm) form = yl_form_new (&head, yl_xlsx_writer_get_sink (writer));
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    yl_form_add_sheet (form, &(YlSheetForm){ .name = sheets[i], .is_bare = TRUE });
  assert_true (yl_xlsx_writer_close (writer, NULL));
  const YlJobOptions options = { .roads = it->book, .clock_year = 2021 };
  assert_null (yl_explain_job_open (&options, NULL, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
  assert_non_null (strstr (error->message, "请用原始台账重新生成"));
}

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (every_cell_of_a_county_with_shares_and_bridges_is_explained),
    SENTENCE (every_cell_of_a_county_with_a_stack_of_levels_is_explained),
    SENTENCE (every_cell_of_a_county_by_grants_is_explained),
    SENTENCE (a_road_is_found_by_its_code_in_any_spelling_and_by_its_name),
    SENTENCE (what_is_not_there_is_answered_with_the_nearest),
    SENTENCE (a_figure_is_found_by_its_name_or_a_part_of_it),
    SENTENCE (a_name_of_several_figures_is_answered_with_theirs),
    SENTENCE (a_road_is_found_by_a_part_of_its_name_that_no_other_has),
    SENTENCE (a_township_is_found_without_its_kind),
    SENTENCE (a_road_is_told_where_it_stands_in_a_sorted_workbook),
    SENTENCE (a_list_is_asked_as_a_workbook_is_but_for_cells),
    SENTENCE (a_workbook_brings_its_own_options),
    SENTENCE (a_budget_without_its_copy_is_refused_with_what_to_do),
  };
  return cmocka_run_group_tests_name ("explain-job", tests, NULL, NULL);
}
