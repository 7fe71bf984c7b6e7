#include "yanglu/app/lists/summary.h"
#include "yanglu/app/workbooks.h"

#include "yanglu/base/error.h"

#include "support/assert.h"
#include "support/run.h"

#include <string.h>

/* A folder of lists and the job that was run on them. */
typedef struct
{
  YlRun *files;
  char *paths[3];
  YlSummaryJob *job;
} Case;

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  *state = it;
  it->files = yl_run_new ();
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  g_clear_pointer (&it->job, yl_summary_job_free);
  for (gsize i = 0; i < G_N_ELEMENTS (it->paths); i++)
    g_free (it->paths[i]);
  yl_run_free (it->files);
  g_free (it);
  return 0;
}

static void
run (Case *it, const char *list, const YlJobOptions *options)
{
  yl_run_write (it->files, "list.csv", list);
  it->paths[0] = g_build_filename (it->files->folder, "list.csv", NULL);
  g_autoptr (GError) error = NULL;
  it->job = yl_summary_job_run ((const char *const *) it->paths, options, NULL, &error);
  if (it->job == NULL)
    fail_msg ("%s", error->message);
}

static const YlTallyRow *
get_row (const Case *it, gsize index)
{
  assert_true (index < it->job->n_rows);
  return &it->job->rows[index];
}

static const YlChoice *
find_choice (const Case *it, const char *what)
{
  gsize n = 0;
  const YlChoice *choices = yl_choices_get (it->job->choices, &n);
  for (gsize i = 0; i < n; i++)
    if (strcmp (choices[i].what, what) == 0)
      return &choices[i];
  return NULL;
}

static const struct
{
  const char *list;
  YlJobOptions options;
  const char *what;
  const char *said; /* %NULL: nothing */
} told[] = {
  { "类别,里程\n村道,1\n", { .year = 2021 }, "list.csv 的编码", "UTF-8，逗号分隔" },
  { "类别,里程\n村道,1\n", { .year = 2021 }, "年度", NULL },
  { "类别,里程\n村道,1\n", { .clock_year = 2021 }, "年度", "2021" },
  { "路线编码,里程\nC001371502,1\nC001371503,1\n",
    { .year = 2021 },
    "政策",
    "liaocheng-2020 聊政办发〔2020〕10号" },
  { "路线编码,里程\nC001371502,1\nC001371503,1\n", { .year = 2021 }, "待核的标准", NULL },
  { "路线编码,类别,里程\nC001371502,,1\n,村道,1\n",
    { .year = 2021 },
    "政策",
    "liaocheng-2020 聊政办发〔2020〕10号、national-2019 国办发〔2019〕45号" },
  { "路线编码,里程\nC001371502,1\n", { .year = 2021, .policy = "liaocheng-2020" }, "政策", NULL },
  { "路线编码,里程\nC001371502,1\n", { .year = 2021 }, "政策未规定", NULL },
  { "类别,里程,断头路\n专用公路,1,\n专用公路,2,\n专用公路,4,是\n",
    { .year = 2021 },
    "政策未规定",
    "专用公路标准（2 行 3.000 公里，不计金额）" },
  { "路线编码,里程\nC001371502,1\n", { .year = 2021 }, "未计入的行", NULL },
  { "路线编码,类别,里程\nC001371502,,1\nC002371502,巷道,1.5\n",
    { .year = 2021 },
    "未计入的行",
    "1 行，其中 1 行写明里程，共 1.500 公里，如为县道 15,000.00 元、乡道 7,500.00 元、村道 "
    "4,500.00 元" },
};

static void
what_was_taken_for_what_is_said_in_a_line (void **state)
{
  Case *it = *state;
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      run (it, told[i].list, &told[i].options);
      const YlChoice *said = find_choice (it, told[i].what);
      if (g_strcmp0 (said == NULL ? NULL : said->chosen, told[i].said) != 0)
        fail_msg ("%s says %s", told[i].list, said == NULL ? "nothing" : said->chosen);
      g_clear_pointer (&it->job, yl_summary_job_free);
      g_clear_pointer (&it->paths[0], g_free);
    }
}

/* Lists 1.csv to @n.csv; (transfer full): what is said of their encoding, lines joined. */
static char *
tell_files (Case *it, guint n)
{
  const char *paths[10] = { NULL };
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.csv", i + 1);
      g_autofree char *list = g_strdup_printf ("类别,里程\n村道,%u\n", i + 1);
      yl_run_write (it->files, name, list);
      g_ptr_array_add (kept, g_build_filename (it->files->folder, name, NULL));
      paths[i] = g_ptr_array_index (kept, i);
    }
  const YlJobOptions options = { .year = 2021 };
  g_autoptr (YlSummaryJob) job = yl_summary_job_run (paths, &options, NULL, NULL);
  g_autoptr (GString) said = g_string_new (NULL);
  gsize n_choices = 0;
  const YlChoice *choices = yl_choices_get (job->choices, &n_choices);
  for (gsize i = 0; i < n_choices; i++)
    if (g_str_has_suffix (choices[i].what, "的编码"))
      g_string_append_printf (said, "%s;", choices[i].what);
  return g_strdup (said->str);
}

static void
eight_files_have_a_line_each_of_more_each_form_has_one (void **state)
{
  Case *it = *state;
  g_autofree char *eight = tell_files (it, 8);
  assert_number_equal (strlen (eight), 8 * strlen ("1.csv 的编码;"));
  assert_text_equal_free (tell_files (it, 9), "9 个文件的编码;");
}

/* @n_rows townships of one county. Returns: the error; the file stands already, so that one that fits ends there. */
static GError *
try_to_write (gsize n_rows)
{
  g_autofree YlTallyRow *rows = g_new0 (YlTallyRow, n_rows);
  for (gsize i = 0; i < n_rows; i++)
    rows[i].township = "";
  YlRun *files = yl_run_new ();
  yl_run_write (files, "汇总.xlsx", "别人的");
  g_autofree char *path = g_build_filename (files->folder, "汇总.xlsx", NULL);
  g_autoptr (YlPlaces) places = yl_places_seal (yl_places_new ());
  YlCountyLists *lists = yl_county_lists_new (yl_places_seal (yl_places_new ()), 1);
  const YlSummaryJob job = { .rows = rows, .n_rows = n_rows, .places = places, .lists = lists };
  GError *error = NULL;
  assert_false (yl_summary_job_write (&job, (YlDate){ 0 }, path, FALSE, &error));
  yl_county_lists_free (lists);
  yl_run_free (files);
  return error;
}

static void
two_hundred_thousand_townships_and_classes_are_written_and_one_more_is_refused (void **state)
{
  (void) state;
  g_autoptr (GError) fits = try_to_write (200000);
  assert_false (g_error_matches (fits, YL_ERROR, YL_ERROR_LIMIT));
  assert_non_null (strstr (fits->message, "汇总.xlsx"));
  g_autoptr (GError) exceeds = try_to_write (200001);
  assert_true (g_error_matches (exceeds, YL_ERROR, YL_ERROR_LIMIT));
}

/* @n lists of one and the same kilometre, of which @max sections may be compared. Returns: how often it was told */
static guint64
compare_lists (guint n, guint max, YlCountyLists **out_lists)
{
  YlCountyLists *lists = yl_county_lists_new (yl_places_seal (yl_places_new ()), 10);
  lists->max_sections = max;
  const YlRateTable rates = { .rate = { [YL_RATE_COUNTY] = { 1000000 } }, .has_rate = { TRUE } };
  const YlRoadRow row = {
    .road = { .row = 2, .county_code = 371502, .length_m = 1000, .start_m = 0, .end_m = 1000 },
    .route_code = yl_text_of ("X001371502"),
  };
  for (guint i = 0; i < n; i++)
    {
      yl_county_lists_begin (lists, i == 0 ? "一.csv" : i == 1 ? "二.csv" : "三.csv");
      yl_county_lists_take (lists, &row, &rates);
    }
  assert_true (yl_county_lists_compare (lists, NULL));
  *out_lists = lists;
  return yl_county_lists_sum (lists).n_sections;
}

static void
as_many_sections_as_may_be_are_compared_and_of_one_more_none (void **state)
{
  (void) state;
  g_autoptr (YlCountyLists) fits = NULL;
  g_autoptr (YlCountyLists) exceeds = NULL;
  g_autoptr (YlCountyLists) unbounded = NULL;
  assert_number_equal (compare_lists (2, 2, &fits), 1);
  assert_false (fits->is_given_up);
  assert_number_equal (fits->n_compared, 2);
  assert_number_equal (compare_lists (3, 2, &exceeds), 0);
  assert_true (exceeds->is_given_up);
  assert_number_equal (exceeds->n_rows, 3);
  assert_number_equal (compare_lists (3, 0, &unbounded), 2);
}

static void
each_county_is_priced_by_the_policy_in_force_for_it_that_year (void **state)
{
  Case *it = *state;
  run (it, "路线编码,里程\nC001371502,2\nC001110101,1\n", &(YlJobOptions){ .clock_year = 2021 });
  assert_number_equal (get_row (it, 0)->county_code, 110101);
  assert_fen_equal (get_row (it, 0)->amount_fen, 300000);
  assert_number_equal (get_row (it, 1)->county_code, 371502);
  assert_fen_equal (get_row (it, 1)->amount_fen, 600000);
}

static void
the_asked_year_wins_over_the_clock (void **state)
{
  Case *it = *state;
  run (it, "类别,里程\n村道,1\n", &(YlJobOptions){ .year = 2022, .clock_year = 2018 });
  /* In 2018 no policy was in force yet; that of 2019 pays 3,000 yuan a kilometre. */
  assert_fen_equal (get_row (it, 0)->amount_fen, 300000);
}

/* Twenty findings of a code are kept with their words; all are counted. */
static void
of_many_findings_all_are_counted_and_a_few_kept (void **state)
{
  Case *it = *state;
  g_autoptr (GString) list = g_string_new ("类别,里程\n");
  for (guint i = 0; i < 21; i++)
    g_string_append (list, "村道,abc\n");
  run (it, list->str, &(YlJobOptions){ .year = 2021 });
  const YlFindings *findings = it->job->findings;
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_C04), 21);
  assert_number_equal (yl_findings_get_n (findings), 20);
}

static void
what_was_not_read_of_several_lists_is_one_line (void **state)
{
  Case *it = *state;
  yl_run_write (it->files, "a.csv", "类别,里程,备注\n村道,1,甲\n村道,1,甲\n");
  yl_run_write (it->files, "b.csv", "类别,里程,附注,备注\n村道,1,乙,甲\n");
  it->paths[0] = g_build_filename (it->files->folder, "a.csv", NULL);
  it->paths[1] = g_build_filename (it->files->folder, "b.csv", NULL);
  const YlJobOptions options = { .year = 2021 };
  it->job = yl_summary_job_run ((const char *const *) it->paths, &options, NULL, NULL);
  assert_string_equal (find_choice (it, "读取的列")->chosen, "类别、里程");
  assert_string_equal (find_choice (it, "未读的列")->chosen, "备注 3 格、附注 1 格");
  assert_non_null (find_choice (it, "计量单位"));
}

static void
one_list_that_is_not_there_spoils_the_whole (void **state)
{
  Case *it = *state;
  yl_run_write (it->files, "list.csv", "类别,里程\n村道,1\n");
  it->paths[0] = g_build_filename (it->files->folder, "list.csv", NULL);
  it->paths[1] = g_build_filename (it->files->folder, "none.csv", NULL);
  g_autoptr (GError) error = NULL;
  const YlJobOptions options = { .year = 2021 };
  assert_null (yl_summary_job_run ((const char *const *) it->paths, &options, NULL, &error));
  assert_non_null (error);
}

#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
  const struct CMUnitTest tests[] = {
    SENTENCE (what_was_taken_for_what_is_said_in_a_line),
    SENTENCE (eight_files_have_a_line_each_of_more_each_form_has_one),
    SENTENCE (two_hundred_thousand_townships_and_classes_are_written_and_one_more_is_refused),
    SENTENCE (as_many_sections_as_may_be_are_compared_and_of_one_more_none),
    SENTENCE (each_county_is_priced_by_the_policy_in_force_for_it_that_year),
    SENTENCE (the_asked_year_wins_over_the_clock),
    SENTENCE (of_many_findings_all_are_counted_and_a_few_kept),
    SENTENCE (what_was_not_read_of_several_lists_is_one_line),
    SENTENCE (one_list_that_is_not_there_spoils_the_whole),
  };
  return cmocka_run_group_tests_name ("summary-job", tests, NULL, NULL);
}
