#include "yanglu/app/audit/job.h"
#include "yanglu/app/workbooks.h"

#include "support/assert.h"
#include "support/findings-list.h"
#include "support/run.h"

#include <string.h>

/* Budgets of tests/data/found, each with one wrong thing, and what is found in it. */
typedef struct
{
  const char *file;
  const char *found;
} Case;

static const Case cases[] = {
  { "sound.xlsx", "" },
  { "total.xlsx", "C01 E5 1000.00 表中各单位" },
  /* 10 km × 9 000 */
  { "three-rows.xlsx", "B01 F7 -10000.00 县级财政" },
  { "class-column.xlsx", "B01 E4 -30000.00 县级财政" },
  { "routes.xlsx", "C01 E4 -100000.00 县级财政" },
  { "two-tables.xlsx", "C01 C10 500.00 乡道" },
  { "percent.xlsx", "C02 D4 0.00" },
  { "capital.xlsx", "C05 A6 270000.00" },
  { "wan.xlsx", "C03 C5 999900000.00 堂邑镇" },
  { "hidden-row.xlsx", "C11 - 108700.00 堂邑镇" },
  { "beside.xlsx", "C10 G3 3000.00 侯营镇" },
  { "libreoffice.xlsx", "C03 B2 0.00" },
  { "from-ods.xlsx", "C01 E2 -41000.00 县级财政" },
  /* 41000元 in a column of yuan is read. */
  { "gnumeric.xlsx", "" },
  /* 2 901.4 + 3 270.6 + 12 900.7 = 19 072.7, not 19 078.8 */
  { "published.csv", "C01 B3 ?" },
  { "gb18030.csv", "C01 H4 100.00 堂邑镇" },
};

static YlAuditJob *
audit (const char *path, const char *roads)
{
  const YlAuditOptions options = {
    .file = path,
    .roads = roads,
    .job = { .policy = "liaocheng-2020", .county = "371502", .year = 2021 },
  };
  g_autoptr (GError) error = NULL;
  YlAuditJob *job = yl_audit_job_run (&options, NULL, &error);
  if (job == NULL)
    fail_msg ("%s: %s", path, error->message);
  return job;
}

static char *
find_sample (const char *name)
{
  return g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", "data", "found", name, NULL);
}

static void
the_one_wrong_thing_in_each_budget_is_found_and_nothing_else (void **state)
{
  (void) state;
  guint n_failed = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = find_sample (cases[i].file);
      g_autoptr (YlAuditJob) job = audit (path, NULL);
      g_autofree char *found = yl_findings_list (job->audit->findings);
      if (strcmp (found, cases[i].found) == 0)
        continue;
      print_error ("%s: found %s, not %s\n", cases[i].file, found, cases[i].found);
      n_failed++;
    }
  assert_int_equal (n_failed, 0);
}

static void
what_the_tables_and_the_place_were_taken_for_is_said (void **state)
{
  (void) state;
  g_autofree char *path = find_sample ("sound.xlsx");
  g_autoptr (YlAuditJob) job = audit (path, NULL);
  const YlAudit *result = job->audit;
  assert_int_equal (result->readings->len, 2);
  const YlReading *table = &g_array_index (result->readings, YlReading, 0);
  const YlReading *place = &g_array_index (result->readings, YlReading, 1);
  assert_string_equal (table->what, "工作表“汇总”表头到第 2 行的表");
  assert_non_null (strstr (table->taken_for, "B 列“县道里程（公里）”为县道里程（公里）"));
  assert_non_null (strstr (place->taken_for, "东昌府区，2021 年"));
  assert_int_equal (result->verdict, YL_VERDICT_HOLDS);
  assert_fen_equal (result->stated_fen, 27315000);
}

static void
kilometres_that_differ_from_the_road_list_are_found (void **state)
{
  (void) state;
  YlRun *files = yl_run_new ();
  yl_run_write (files, "roads.csv",
                "路线编码,乡镇,类别,里程\nX001371502,沙镇镇,县道,12.345\n"
                "Y012371502,沙镇镇,乡道,8.2\nX002371502,堂邑镇,县道,9\n"
                "C001371502,堂邑镇,村道,2.9\nC002371502,侯营镇,村道,1\n");
  g_autofree char *roads = g_build_filename (files->folder, "roads.csv", NULL);
  g_autofree char *path = find_sample ("sound.xlsx");
  g_autoptr (YlAuditJob) job = audit (path, roads);
  const YlAudit *result = job->audit;
  g_autofree char *found = yl_findings_list (result->findings);
  /* 堂邑镇 has 9 km of county road, not 10; 侯营镇, 3 000 yuan, is not in the table. */
  assert_string_equal (found, "C10 - -3000.00 县级财政; C10 B4 10000.00 堂邑镇");
  assert_fen_equal (result->expected_fen, 27315000 - 1000000 + 300000);
  yl_run_free (files);
}

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_one_wrong_thing_in_each_budget_is_found_and_nothing_else),
    cmocka_unit_test (what_the_tables_and_the_place_were_taken_for_is_said),
    cmocka_unit_test (kilometres_that_differ_from_the_road_list_are_found),
  };
  return cmocka_run_group_tests_name ("found budgets, by their files", tests, NULL, NULL);
}
