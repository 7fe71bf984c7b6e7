/* The budget of a record as it stands, fed from memory through the importers that read files. */
#include "support/assert.h"
#include "support/folder.h"
#include "yanglu/app/record/export.h"
#include "yanglu/app/record/job.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  YlRecord *record;
} Case;

static const YlRecordActor office = { "office", 1609459200000 };

static int
set_up (void **state)
{
  Case *c = g_new0 (Case, 1);
  c->folder = g_dir_make_tmp ("yl-record-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (c->folder, "r.yanglu", NULL);
  const YlJobOptions options = { .county = "371502", .year = 2021, .policy = "liaocheng-2020" };
  g_autoptr (GError) error = NULL;
  c->record = yl_record_found (&options, path, &office, NULL, &error);
  assert_null (error);
  *state = c;
  return 0;
}

static int
tear_down (void **state)
{
  Case *c = *state;
  yl_record_free (c->record);
  yl_folder_remove (c->folder);
  g_free (c->folder);
  g_free (c);
  return 0;
}

/* Cells of a new row of @sheet: column, text …, up to NULL. */
static void
add (Case *c, const char *sheet, const char *const *cells)
{
  const YlRecordSheet *known = yl_record_find_sheet (c->record, sheet);
  YlCellChange changes[8];
  guint n = 0;
  for (; cells[2 * n] != NULL; n++)
    changes[n] =
        (YlCellChange){ yl_record_sheet_find_column (known, cells[2 * n]), cells[2 * n + 1] };
  const YlChange change = { .kind = YL_CHANGE_ADD, .sheet = known, .cells = changes, .n_cells = n };
  g_autofree char *id = g_uuid_string_random ();
  const YlRecordStep step = { .step_id = id,
                              .at_ms = office.at_ms,
                              .who = office.who,
                              .kind = "add",
                              .changes = &change,
                              .n_changes = 1 };
  g_autoptr (YlStepAnswer) answer = yl_record_apply (c->record, &step, NULL);
  assert_non_null (answer);
}

static YlRecordJob *
run (Case *c)
{
  g_autoptr (GError) error = NULL;
  YlRecordJob *job = yl_record_job_run (c->record, &error);
  assert_null (error);
  return job;
}

#define ROAD(code, length)                                                                         \
  (const char *const[])                                                                            \
  {                                                                                                \
    "route_code", code, "township", "沙镇镇", "length", length, NULL                               \
  }

static void
what_is_typed_has_the_money_of_the_policy (void **state)
{
  Case *c = *state;
  add (c, "road", ROAD ("X001371502", "1.500"));
  add (c, "road", ROAD ("C001371502", "2"));
  add (c, "source",
       (const char *const[]){ "name", "省补", "level", "省", "purpose", "日常养护", "fund",
                              "一般公共预算", "kind", "上级补助", "amount", "1000", NULL });
  g_autoptr (YlRecordJob) job = run (c);
  const YlFigures *figures = job->budget->budget->figures;
  /* 1.5 km × 10 000 + 2 km × 3000 = 21 000 yuan, of which 1000 are funded. */
  assert_fen_equal (figures->daily.standard_fen, 2100000);
  assert_fen_equal (figures->daily.funded_fen, 100000);
}

static void
a_record_without_a_road_has_a_budget_of_nothing (void **state)
{
  g_autoptr (YlRecordJob) job = run (*state);
  assert_fen_equal (job->budget->budget->figures->daily.standard_fen, 0);
}

/* Findings call a row by its number in the sheet, by which its id is found. */
static void
a_finding_says_which_row_it_is_of (void **state)
{
  Case *c = *state;
  add (c, "road", ROAD ("X001371502", "1.500"));
  add (c, "road", ROAD ("C001371502", "很长"));
  g_autoptr (YlRecordJob) job = run (c);
  const YlFindings *findings = job->budget->list->findings;
  const YlFinding *found = NULL;
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    if (yl_findings_get (findings, i)->code == YL_C04)
      found = yl_findings_get (findings, i);
  assert_non_null (found);
  assert_number_equal (found->row, 2);
  assert_string_equal (found->sheet, YL_LIST_ROADS);
  const YlHeldRow *row = yl_record_rows_find (job->rows, found->sheet, found->row);
  assert_string_equal (row->cells[0], "C001371502");
  assert_number_equal (strlen (row->id), 16);
  assert_null (yl_record_rows_find (job->rows, found->sheet, 3));
}

/* No road says 列养: nobody has said that none is; once one does, the others are not. */
static void
a_column_that_nobody_filled_in_says_nothing (void **state)
{
  Case *c = *state;
  add (c, "road", ROAD ("X001371502", "1.500"));
  g_autoptr (YlRecordJob) silent = run (c);
  assert_false (silent->budget->budget->figures->is_basis_known[YL_BASIS_MAINTAINED]);
  add (c, "road",
       (const char *const[]){ "route_code", "X002371502", "township", "沙镇镇", "length", "1",
                              "maintained", "是", NULL });
  g_autoptr (YlRecordJob) said = run (c);
  assert_true (said->budget->budget->figures->is_basis_known[YL_BASIS_MAINTAINED]);
  assert_number_equal (said->budget->budget->figures->mileage.maintained_m, 1000);
}

static void
a_text_like_a_formula_is_exported_behind_an_apostrophe (void **state)
{
  Case *c = *state;
  add (c, "road",
       (const char *const[]){ "route_code", "X001371502", "length", "1", "route_name",
                              "=HYPERLINK(\"http://127.0.0.1\")", NULL });
  g_autofree char *csv = yl_record_make_roads (c->record, NULL);
  assert_non_null (strstr (csv, "\"'=HYPERLINK("));
}

static void
assert_column (const YlRecordJob *job, const char *sheet, const char *head, const char *wanted)
{
  const char *found = yl_record_rows_find_column (job->rows, job->budget->list->words, sheet, head);
  assert_string_equal (found == NULL ? "(none)" : found, wanted);
}

/* Findings write a head as the importer saw it, as the rule calls it, or with its unit. */
static void
a_head_in_any_spelling_is_its_column (void **state)
{
  g_autoptr (YlRecordJob) job = run (*state);
  assert_column (job, YL_LIST_ROADS, "类别", "class");
  assert_column (job, YL_LIST_ROADS, "行政等级", "class");
  assert_column (job, YL_LIST_ROADS, "里程（公里）", "length");
  assert_column (job, YL_LIST_ROADS, "长度", "length");
  assert_column (job, YL_LIST_ROADS, "是否重复路段", "duplicate_of");
  assert_column (job, YL_LIST_ROADS, "K1603", "break");
  assert_column (job, YL_LIST_FUNDS, "金额", "amount");
  assert_column (job, YL_LIST_BRIDGES, "路线编码", "route_code");
  /* A head that the list knows as another table's, one that it does not know, a letter, no sheet of ours. */
  assert_column (job, YL_LIST_ROADS, "桥名", "(none)");
  assert_column (job, YL_LIST_ROADS, "管护长度", "(none)");
  assert_column (job, YL_LIST_ROADS, "H", "(none)");
  assert_column (job, YL_LIST_ROADS, "", "(none)");
  assert_column (job, "预算总表", "里程", "(none)");
}

static void
a_head_of_the_records_own_words_is_its_column (void **state)
{
  Case *c = *state;
  g_autofree char *words = g_build_filename (c->folder, "office.words", NULL);
  g_autofree char *path = g_build_filename (c->folder, "own.yanglu", NULL);
  assert_true (g_file_set_contents (words, "[heads.roads]\nlength = 管护长度\n", -1, NULL));
  const YlJobOptions options = {
    .county = "371502", .year = 2021, .policy = "liaocheng-2020", .words = words
  };
  g_autoptr (YlRecord) record = yl_record_found (&options, path, &office, NULL, NULL);
  g_autoptr (YlRecordJob) job = yl_record_job_run (record, NULL);
  assert_column (job, YL_LIST_ROADS, "管护长度", "length");
  assert_column (job, YL_LIST_ROADS, "长度", "length");
}

int
main (void)
{
#define TEST(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    TEST (what_is_typed_has_the_money_of_the_policy),
    TEST (a_record_without_a_road_has_a_budget_of_nothing),
    TEST (a_finding_says_which_row_it_is_of),
    TEST (a_column_that_nobody_filled_in_says_nothing),
    TEST (a_text_like_a_formula_is_exported_behind_an_apostrophe),
    TEST (a_head_in_any_spelling_is_its_column),
    TEST (a_head_of_the_records_own_words_is_its_column),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
