#include "road-fixture.h"

#include "yanglu/io/words/words.h"

static void
faults_that_are_not_kept_are_still_counted (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_begin (fixture);
  g_autoptr (YlFindings) findings = yl_findings_new_counting (1);
  const YlRoadImportRequest request = {
    .file = "台账.csv",
    .words = yl_words_get_builtin (),
    .places = fixture->places,
    .findings = findings,
    .roads = yl_inventory_get_sink (fixture->inventory),
  };
  YlRoadImport *import = yl_road_import_new (&request);
  const YlRowSink sink = yl_road_import_get_sink (import);
  yl_sheet_feed (&sink, "",
                 "路线编码|类别|里程|乡镇\nX001371502|县道|1.0001|堂义镇\n"
                 "X001371502|县道|1.0001|堂义镇\nX001371502|国道|1|\nX001371502|国道|1|");
  yl_road_import_free (import);
  assert_number_equal (yl_findings_get_n (findings), 3);
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_E09), 2);
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_E06), 2);
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_E02), 2);
}

static void
a_length_with_its_unit_in_the_cell_is_read_in_that_unit_and_told (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "类别|里程（米）\n村道|1.2公里\n村道|1200\n村道|约5");
  assert_number_equal (fixture->tally.n_left_out, 1);
  assert_number_equal (fixture->tally.n_roads, 2);
  const YlFinding *certain = yl_findings_get (fixture->findings, 0);
  assert_int_equal (certain->code, YL_C04);
  assert_int_equal (certain->severity, YL_SEVERITY_INFO);
  assert_non_null (strstr (certain->message, "1.200公里"));
  assert_int_equal (yl_findings_get (fixture->findings, 1)->severity, YL_SEVERITY_ERROR);
}

static void
a_part_length_with_its_unit_in_the_cell_is_read_and_told (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "类别|里程|列养里程\n村道|5|3000米");
  assert_number_equal (yl_findings_get_n (fixture->findings), 1);
  assert_non_null (strstr (yl_findings_get (fixture->findings, 0)->message, "3.000公里"));
}

/* Any cell may stand anywhere; whatever comes, every row is a road, a sum, or left out and told. */
static void
no_row_is_lost_whatever_its_cells_hold (void **state)
{
  static const char *const cells[] = {
    "",          "NULL",        "合计",       "县道",
    "国道",      "1",           "-1",         "1,2.3,4",
    "K1+200",    "K1+2000",     "是",         "堂邑镇",
    "371502102", "3.71502E+11", "X001371502", "ｘ００１３７１５０２",
    "\xff\xfe",  "里程",

    "注",        "89.999999",   "2015",       "\xe5",
    "　",        "12.34567",    "机耕道",     "99999999999999999999",
    "K",         "+",           "E+",         "(",
    "优",
  };
  RoadFixture *fixture = *state;
  g_autoptr (GRand) random = g_rand_new_with_seed (2020);
  g_autoptr (GString) rows =
      g_string_new ("路线编码|类别|里程|乡镇|行政区划|起点桩号|止点桩号|断头路|重复路段|列养|"
                    "列养里程|技术等级|路面类型|路面宽度|PQI|修建年度|上年路线编码");
  for (int row = 0; row < 20000; row++)
    {
      g_string_append_c (rows, '\n');
      const gint32 n = g_rand_int_range (random, 0, 20);
      for (gint32 i = 0; i < n; i++)
        g_string_append_printf (rows, "%s|",
                                cells[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (cells))]);
    }
  road_fixture_read (fixture, rows->str);
  const YlRoadImportTally *tally = &fixture->tally;
  assert_true (tally->n_roads > 100 && tally->n_sums > 1000 && tally->n_left_out > 1000);
  assert_number_equal (tally->n_rows, tally->n_roads + tally->n_sums + tally->n_left_out);
  assert_number_equal (road_fixture_get_n (fixture), tally->n_roads);
  const guint64 n_told = yl_findings_get_n_of_severity (fixture->findings, YL_SEVERITY_ERROR);
  assert_true (n_told >= tally->n_left_out);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    ROAD_SENTENCE (faults_that_are_not_kept_are_still_counted),
    ROAD_SENTENCE (a_length_with_its_unit_in_the_cell_is_read_in_that_unit_and_told),
    ROAD_SENTENCE (a_part_length_with_its_unit_in_the_cell_is_read_and_told),
    ROAD_SENTENCE (no_row_is_lost_whatever_its_cells_hold),
  };
  return cmocka_run_group_tests_name ("import-road-faults", tests, NULL, NULL);
}
