/* A workbook of ours under audit: what its copy, its policy and its road list say. */
#include "yanglu/app/audit/job.h"
#include "yanglu/app/workbooks.h"

#include "support/assert.h"
#include "support/run.h"
#include "yanglu/forms/budget/budget-book.h"

#include <glib/gstdio.h>

#include <string.h>

typedef struct
{
  YlRun *files;
  char *roads;
  char *book;
  YlAuditJob *job;
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
  g_clear_pointer (&it->job, yl_audit_job_free);
  yl_run_free (it->files);
  g_free (it->roads);
  g_free (it->book);
  g_free (it);
  return 0;
}

/* A workbook of @edition by a program that said one thing only of its reading. */
static void
make_book_of (Case *it, guint edition)
{
  const YlJobOptions options = { .roads = it->roads, .year = 2021, .edition = edition };
  g_autoptr (GError) error = NULL;
  g_autoptr (YlBudgetJob) job = yl_budget_job_run (&options, NULL, &error);
  assert_non_null (job);
  yl_arena_free_record (job->list->choices);
  job->list->choices = yl_choices_new ();
  yl_choices_add (job->list->choices, "读取的列", "里程", "按表头认定");
  assert_true (yl_budget_job_write (job, it->book, FALSE, &error));
}

static void
make_book (Case *it, const char *policy)
{
  const YlJobOptions options = { .roads = it->roads, .year = 2021, .policy = policy };
  g_autoptr (GError) error = NULL;
  g_autoptr (YlBudgetJob) job = yl_budget_job_run (&options, NULL, &error);
  if (job == NULL || !yl_budget_job_write (job, it->book, FALSE, &error))
    fail_msg ("%s", error->message);
  yl_budget_job_free (g_steal_pointer (&job));
}

static const YlAudit *
run (Case *it, YlAuditOptions options)
{
  g_autoptr (GError) error = NULL;
  options.file = options.file == NULL ? it->book : options.file;
  it->job = yl_audit_job_run (&options, NULL, &error);
  if (it->job == NULL)
    fail_msg ("%s", error->message);
  return it->job->audit;
}

/* The one finding of the audit. */
static const YlFinding *
only_finding (const YlAudit *audit)
{
  assert_number_equal (yl_findings_get_n (audit->findings), 1);
  return yl_findings_get (audit->findings, 0);
}

static void
a_workbook_as_it_was_made_holds (void **state)
{
  Case *it = *state;
  make_book (it, NULL);
  const YlAudit *audit = run (it, (YlAuditOptions){ 0 });
  assert_int_equal (audit->verdict, YL_VERDICT_HOLDS);
  assert_fen_equal (audit->stated_fen, 3750000);
  assert_fen_equal (audit->expected_fen, 3750000);
  assert_non_null (it->job->made);
}

static void
what_an_older_program_said_of_its_reading_is_no_change (void **state)
{
  Case *it = *state;
  make_book_of (it, YL_BOOK_EDITION - 1);
  const YlAudit *audit = run (it, (YlAuditOptions){ 0 });
  assert_number_equal (yl_findings_get_n (audit->findings), 0);
  assert_int_equal (audit->verdict, YL_VERDICT_HOLDS);
}

static void
what_this_program_said_of_its_reading_is_held_against_it (void **state)
{
  Case *it = *state;
  make_book_of (it, YL_BOOK_EDITION);
  const YlAudit *audit = run (it, (YlAuditOptions){ 0 });
  assert_true (yl_findings_get_n (audit->findings) > 0);
  assert_int_equal (audit->verdict, YL_VERDICT_DIFFERS);
}

/* 1.000 of 2.000 and 1.500 km of county road lie twice on the ground: 10,000.00. */
static void
what_the_budget_itself_called_an_error_is_one_still (void **state)
{
  Case *it = *state;
  yl_run_write (it->files, "list.csv",
                "路线编码,乡镇,起点桩号,止点桩号,里程\nX001371502,沙镇镇,0,2,2\n"
                "X001371502,沙镇镇,1,2.5,1.5\n");
  make_book (it, NULL);
  const YlAudit *audit = run (it, (YlAuditOptions){ 0 });
  const YlFinding *finding = only_finding (audit);
  assert_int_equal (finding->code, YL_A02);
  assert_fen_equal (finding->at_stake.fen, 1000000);
  assert_true (g_str_has_prefix (finding->message, "编制时已列明："));
  assert_int_equal (audit->verdict, YL_VERDICT_DIFFERS);
  assert_fen_equal (audit->stated_fen, audit->expected_fen);
}

static gboolean
has_reading (const YlAudit *audit, const char *part)
{
  for (guint i = 0; i < audit->readings->len; i++)
    if (strstr (g_array_index (audit->readings, YlReading, i).taken_for, part) != NULL)
      return TRUE;
  return FALSE;
}

/* The same of workbooks of every edition that went out; each lists it on its own 问题清单. */
static void
what_the_budget_called_an_error_is_counted_in_every_edition (void **state)
{
  static const guint editions[] = { 1, 3, 4, 5, 6, YL_BOOK_EDITION };
  Case *it = *state;
  yl_run_write (it->files, "list.csv",
                "路线编码,乡镇,起点桩号,止点桩号,里程\nX001371502,沙镇镇,0,2,2\n"
                "X001371502,沙镇镇,1,2.5,1.5\n");
  for (gsize i = 0; i < G_N_ELEMENTS (editions); i++)
    {
      const YlJobOptions options = { .roads = it->roads, .year = 2021, .edition = editions[i] };
      g_autoptr (YlBudgetJob) job = yl_budget_job_run (&options, NULL, NULL);
      assert_true (yl_budget_job_write (job, it->book, FALSE, NULL));
      const YlAudit *audit = run (it, (YlAuditOptions){ 0 });
      assert_fen_equal (only_finding (audit)->at_stake.fen, 1000000);
      assert_true (has_reading (audit, "编制时已列明的问题：错误 1 个，列入本次问题"));
      g_clear_pointer (&it->job, yl_audit_job_free);
      assert_int_equal (g_unlink (it->book), 0);
    }
}

static void
a_road_that_the_list_has_shorter_is_told_with_its_money (void **state)
{
  Case *it = *state;
  make_book (it, NULL);
  yl_run_write (it->files, "right.csv",
                "路线编码,乡镇,里程\nX001371502,沙镇镇,1.5\nY002371502,堂邑镇,3.5\n");
  g_autofree char *right = g_build_filename (it->files->folder, "right.csv", NULL);
  const YlFinding *finding = only_finding (run (it, (YlAuditOptions){ .roads = right }));
  assert_int_equal (finding->code, YL_C10);
  assert_string_equal (finding->column, "X001371502");
  assert_fen_equal (finding->at_stake.fen, 500000);
}

static void
the_list_that_it_was_made_of_gives_no_finding (void **state)
{
  Case *it = *state;
  make_book (it, NULL);
  const YlAudit *audit = run (it, (YlAuditOptions){ .roads = it->roads });
  assert_number_equal (yl_findings_get_n (audit->findings), 0);
}

static void
a_policy_written_by_oneself_under_a_known_name_is_found_out (void **state)
{
  Case *it = *state;
  yl_run_write (it->files, "own.policy",
                "[policy]\nid=liaocheng-2020\ntitle=方案\ndocument=聊政办发〔2020〕10号\n"
                "issued=2020-11-28\neffective-from=2020-11-28\nverified=true\n"
                "[daily-rate]\ncounty=12000\ntownship=5000\nvillage=3000\n"
                "[clause]\ndaily-rate=二（二）1\n");
  g_autofree char *own = g_build_filename (it->files->folder, "own.policy", NULL);
  make_book (it, own);
  const YlFinding *finding = only_finding (run (it, (YlAuditOptions){ 0 }));
  assert_int_equal (finding->code, YL_C10);
  assert_string_equal (finding->seen, "12,000.00");
  assert_fen_equal (finding->at_stake.fen, 400000);
  assert_non_null (strstr (finding->basis, "聊政办发〔2020〕10号"));
}

static void
the_policy_that_was_asked_for_is_the_one_that_counts (void **state)
{
  Case *it = *state;
  yl_run_write (it->files, "asked.policy",
                "[policy]\nid=asked\ntitle=方案\ndocument=示例文1号\n"
                "issued=2020-11-28\neffective-from=2020-11-28\nverified=true\n"
                "[daily-rate]\ncounty=10000\ntownship=5500\nvillage=3000\n"
                "[clause]\ndaily-rate=二\n");
  g_autofree char *asked = g_build_filename (it->files->folder, "asked.policy", NULL);
  make_book (it, NULL);
  const YlFinding *finding =
      only_finding (run (it, (YlAuditOptions){ .job = { .policy = asked } }));
  /* 3.5 km of township road by 5000 yuan instead of 5500. */
  assert_fen_equal (finding->at_stake.fen, -175000);
  assert_string_equal (finding->gainer, "县级财政");
}

static void
a_file_that_is_no_budget_cannot_be_audited (void **state)
{
  Case *it = *state;
  yl_run_write (it->files, "book.xlsx", "PK\003\004 nothing of a workbook");
  const YlAudit *audit = run (it, (YlAuditOptions){ 0 });
  assert_int_equal (audit->verdict, YL_VERDICT_UNREADABLE);
  assert_int_equal (only_finding (audit)->severity, YL_SEVERITY_ERROR);
}

static void
a_file_that_is_not_there_leaves_no_audit (void **state)
{
  (void) state;
  g_autoptr (GError) error = NULL;
  const YlAuditOptions options = { .file = "/nowhere/预算.xlsx" };
  assert_null (yl_audit_job_run (&options, NULL, &error));
  assert_non_null (error);
}

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (a_workbook_as_it_was_made_holds),
    SENTENCE (what_an_older_program_said_of_its_reading_is_no_change),
    SENTENCE (what_this_program_said_of_its_reading_is_held_against_it),
    SENTENCE (what_the_budget_itself_called_an_error_is_one_still),
    SENTENCE (what_the_budget_called_an_error_is_counted_in_every_edition),
    SENTENCE (a_road_that_the_list_has_shorter_is_told_with_its_money),
    SENTENCE (the_list_that_it_was_made_of_gives_no_finding),
    SENTENCE (a_policy_written_by_oneself_under_a_known_name_is_found_out),
    SENTENCE (the_policy_that_was_asked_for_is_the_one_that_counts),
    SENTENCE (a_file_that_is_no_budget_cannot_be_audited),
    SENTENCE (a_file_that_is_not_there_leaves_no_audit),
  };
  return cmocka_run_group_tests_name ("audit-job", tests, NULL, NULL);
}
