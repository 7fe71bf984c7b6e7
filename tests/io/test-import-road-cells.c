#include "road-fixture.h"

#include <string.h>

typedef struct
{
  const char *cell;
  gint64 m;
} LengthCase;

static void
every_spelling_of_a_length_is_read (void **state)
{
  static const LengthCase cases[] = {
    { "12.345", 12345 },
    { "0", 0 },
    { "0.001", 1 },
    { "1", 1000 },
    { " 12.3 ", 12300 },
    { "１２．３", 12300 },
    { "1,234.5", 1234500 },
    { "１，２３４", 1234000 },
    { "　7.25　", 7250 },
    { "+1.5", 1500 },
    { "007.5", 7500 },
    { ".5", 500 },
    { "5.", 5000 },
    { "4000000", 4000000000 },
    { "1234567.891", 1234567891 },
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = g_strdup_printf ("类别|里程\n县道|%s", cases[i].cell);
      road_fixture_read (fixture, rows);
      assert_no_findings (fixture->findings);
      assert_number_equal (road_fixture_get (fixture, 0)->length_m, cases[i].m);
    }
}

static void
a_malformed_length_leaves_the_row_out_and_says_so (void **state)
{
  static const char *const cells[] = { "1,2.3,4",     "12,34",    "abc", "1.2.3",
                                       "3.71502E+11", "约12公里", "-1",  "-0.0001",
                                       "4000000.001", "--",       "1 2", "#REF!" };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *rows = g_strdup_printf ("类别|里程\n县道|%s\n县道|2", cells[i]);
      road_fixture_read (fixture, rows);
      const YlFinding *finding = road_fixture_get_only_finding (fixture);
      assert_number_equal (finding->code, YL_C04);
      assert_number_equal (finding->severity, YL_SEVERITY_ERROR);
      assert_number_equal (finding->row, 2);
      assert_string_equal (finding->file, "台账.csv");
      assert_string_equal (finding->column, "里程");
      assert_string_equal (finding->seen, cells[i]);
      assert_false (finding->is_priced);
      assert_non_null (strstr (finding->message, "该行未计入"));
      assert_number_equal (road_fixture_get_n (fixture), 1);
      assert_number_equal (fixture->tally.n_left_out, 1);
    }
}

static void
a_head_in_metres_is_read_in_metres (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "类别|长度（m）|起点桩号|止点桩号\n县道|1234|0|K1+234");
  assert_no_findings (fixture->findings);
  assert_number_equal (road_fixture_get (fixture, 0)->length_m, 1234);
  assert_number_equal (road_fixture_get (fixture, 0)->end_m, 1234);
  road_fixture_read (fixture, "类别|里程(公里)|起点桩号(米)|止点桩号(米)\n县道|1.234|0|1234");
  assert_no_findings (fixture->findings);
  assert_number_equal (road_fixture_get (fixture, 0)->end_m, 1234);
}

static void
more_decimals_than_a_metre_are_rounded_half_up_and_the_difference_is_told (void **state)
{
  static const struct
  {
    const char *cell;
    gint64 m;
    gint64 lost_um;
    const char *told;
  } cases[] = {
    { "1.2344", 1234, 400000, "0.4米" },
    { "1.2345", 1235, -500000, "-0.5米" },
    { "1.0000001", 1000, 100, "0.0001米" },
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = g_strdup_printf ("类别|里程\n乡道|%s", cases[i].cell);
      road_fixture_read (fixture, rows);
      const YlFinding *finding = road_fixture_get_only_finding (fixture);
      assert_number_equal (finding->code, YL_E09);
      assert_number_equal (finding->severity, YL_SEVERITY_INFO);
      assert_true (finding->stake_length.is_set);
      assert_number_equal (finding->stake_length.length_um, cases[i].lost_um);
      assert_non_null (strstr (finding->message, cases[i].told));
      assert_number_equal (finding->stake_length.rate, YL_RATE_TOWNSHIP);
      assert_number_equal (road_fixture_get (fixture, 0)->length_m, cases[i].m);
    }
}

static void
rounded_stakes_cost_only_where_the_length_follows_from_them (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "类别|里程|起点桩号|止点桩号\n村道||1.0004|2\n村道|1|1.0004|2");
  assert_number_equal (yl_findings_get_n (fixture->findings), 2);
  /* The road begins 0.4 m later than the whole metre kept: it is that much shorter. */
  const YlFinding *finding = yl_findings_get (fixture->findings, 0);
  assert_string_equal (finding->column, "起点桩号");
  assert_true (finding->stake_length.is_set);
  assert_number_equal (finding->stake_length.length_um, -400000);
  assert_false (yl_findings_get (fixture->findings, 1)->stake_length.is_set);
}

static void
every_spelling_of_a_stake_is_read (void **state)
{
  static const LengthCase cases[] = {
    { "K0+000", 0 },      { "K12+345", 12345 },         { "k12+345", 12345 },
    { "12+345", 12345 },  { "K999999+999", 999999999 }, { "K1000000+000", 1000000000 },
    { "K1+5", 1005 },     { "K1+050", 1050 },           { "Ｋ１２＋３４５", 12345 },
    { "K12.345", 12345 }, { "12.345", 12345 },          { " K1+200 ", 1200 },
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = g_strdup_printf ("类别|里程|止点桩号\n县道|1|%s", cases[i].cell);
      road_fixture_read (fixture, rows);
      assert_no_findings (fixture->findings);
      assert_number_equal (road_fixture_get (fixture, 0)->end_m, cases[i].m);
    }
}

static void
a_stake_in_metres_has_the_limit_of_every_stake (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "类别|里程|起点桩号(米)|止点桩号(米)\n村道|1|0|2000000000");
  assert_no_findings (fixture->findings);
  road_fixture_read (fixture, "类别|里程|起点桩号(米)|止点桩号(米)\n村道|1|0|2000000001");
  assert_finding (fixture->findings, YL_C04, 2, "止点桩号(米)");
}

static void
a_long_cell_is_shown_cut_between_two_characters (void **state)
{
  RoadFixture *fixture = *state;
  g_autoptr (GString) cell = g_string_new ("x");
  for (int i = 0; i < 100; i++)
    g_string_append (cell, "长");
  g_autofree char *rows = g_strdup_printf ("类别|里程\n县道|%s", cell->str);
  road_fixture_read (fixture, rows);
  const YlFinding *finding = road_fixture_get_only_finding (fixture);
  assert_true (g_utf8_validate (finding->seen, -1, NULL));
  assert_true (g_str_has_suffix (finding->seen, "长…"));
}

static void
rounding_costs_nothing_on_a_row_that_does_not_count (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "类别|里程|断头路\n乡道|1.2345|1");
  const YlFinding *finding = road_fixture_get_only_finding (fixture);
  assert_number_equal (finding->code, YL_E09);
  assert_false (finding->stake_length.is_set);
  assert_true (finding->is_priced);
}

static void
a_blank_length_follows_from_the_stakes (void **state)
{
  static const char *const blanks[] = { "", " ", "NULL", "null", "　" };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      g_autofree char *rows =
          g_strdup_printf ("类别|里程|起点桩号|止点桩号\n县道|%s|K1+200|３.5", blanks[i]);
      road_fixture_read (fixture, rows);
      assert_no_findings (fixture->findings);
      assert_number_equal (road_fixture_get (fixture, 0)->length_m, 2300);
      assert_number_equal (road_fixture_get (fixture, 0)->flags, YL_ROAD_FROM_STAKES);
    }
}

static void
a_length_that_stands_goes_before_the_stakes (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "类别|里程|起点桩号|止点桩号\n县道|2|0|3");
  assert_no_findings (fixture->findings);
  assert_number_equal (road_fixture_get (fixture, 0)->length_m, 2000);
  assert_number_equal (road_fixture_get (fixture, 0)->flags, 0);
}

static void
without_length_and_stakes_the_row_is_left_out (void **state)
{
  static const char *const rows[] = { "县道||0|", "县道|||1", "县道|||", "县道||2|1" };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *list = g_strconcat ("类别|里程|起点桩号|止点桩号\n", rows[i], NULL);
      road_fixture_read (fixture, list);
      const YlFinding *finding = road_fixture_get_only_finding (fixture);
      assert_number_equal (finding->code, YL_E03);
      assert_number_equal (finding->row, 2);
      assert_number_equal (fixture->tally.n_left_out, 1);
    }
  road_fixture_read (fixture, "类别|里程|起点桩号|止点桩号\n县道||2|2");
  assert_no_findings (fixture->findings);
  assert_number_equal (road_fixture_get (fixture, 0)->length_m, 0);
}

static void
a_bad_stake_beside_a_length_only_loses_the_stake (void **state)
{
  static const char *const cells[] = { "-1", "K1+2000", "K", "1+", "起点", "2000000.001" };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *rows =
          g_strdup_printf ("类别|里程|起点桩号|止点桩号\n县道|2|%s|2", cells[i]);
      road_fixture_read (fixture, rows);
      const YlFinding *finding = road_fixture_get_only_finding (fixture);
      assert_number_equal (finding->code, YL_C04);
      assert_number_equal (finding->severity, YL_SEVERITY_WARNING);
      assert_string_equal (finding->column, "起点桩号");
      assert_number_equal (road_fixture_get (fixture, 0)->start_m, YL_STAKE_UNKNOWN);
      assert_number_equal (road_fixture_get (fixture, 0)->end_m, 2000);
    }
}

static void
a_bad_stake_without_a_length_leaves_the_row_out (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "类别|里程|起点桩号|止点桩号\n县道||0|二公里");
  const YlFinding *finding = road_fixture_get_only_finding (fixture);
  assert_number_equal (finding->code, YL_C04);
  assert_number_equal (finding->severity, YL_SEVERITY_ERROR);
  assert_string_equal (finding->column, "止点桩号");
  assert_number_equal (road_fixture_get_n (fixture), 0);
}

static void
years_come_as_numbers_and_as_dates (void **state)
{
  static const struct
  {
    const char *cell;
    guint year;
  } cases[] = {
    { "2015", 2015 },
    { "２０１５", 2015 },
    { "2015年", 2015 },
    { "2015年度", 2015 },
    { "2015-06-01", 2015 },
    { "2015年6月1日", 2015 },
    { "2015.6", 2015 },
    { "2015年6月", 2015 },
    { "201506", 2015 },
    { "20150601", 2015 },
    { "1900", 1900 },
    { "2100", 2100 },
    { "", 0 },
    { "0", 0 },
    { "NULL", 0 },
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_number_equal (road_fixture_read_cell (fixture, "修建年度", cases[i].cell)->built,
                           cases[i].year);
      assert_no_findings (fixture->findings);
    }
}

static void
what_is_no_year_is_told_and_blank (void **state)
{
  static const char *const cells[] = {
    "1899", "2101", "15", "201513", "2015-13-01", "去年", "20155"
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      assert_number_equal (road_fixture_read_cell (fixture, "最近大中修年度", cells[i])->last_works,
                           0);
      assert_finding (fixture->findings, YL_C04, 2, "最近大中修年度");
    }
}

static void
widths_are_metres_with_two_decimals (void **state)
{
  RoadFixture *fixture = *state;
  assert_number_equal (road_fixture_read_cell (fixture, "路面宽度(m)", "5.5")->width_cm, 550);
  assert_number_equal (road_fixture_read_cell (fixture, "路基宽度", "６.２５")->width_cm, 625);
  assert_number_equal (road_fixture_read_cell (fixture, "路面宽度", "5.555")->width_cm, 556);
  assert_number_equal (road_fixture_read_cell (fixture, "路面宽度", "600")->width_cm, 60000);
  assert_no_findings (fixture->findings);
  assert_number_equal (road_fixture_read_cell (fixture, "路面宽度", "600.01")->width_cm, 0);
  assert_finding (fixture->findings, YL_C04, 2, "路面宽度");
  assert_number_equal (road_fixture_read_cell (fixture, "路面宽度", "双车道")->width_cm, 0);
  assert_finding (fixture->findings, YL_C04, 2, "路面宽度");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    ROAD_SENTENCE (every_spelling_of_a_length_is_read),
    ROAD_SENTENCE (a_malformed_length_leaves_the_row_out_and_says_so),
    ROAD_SENTENCE (a_head_in_metres_is_read_in_metres),
    ROAD_SENTENCE (more_decimals_than_a_metre_are_rounded_half_up_and_the_difference_is_told),
    ROAD_SENTENCE (rounded_stakes_cost_only_where_the_length_follows_from_them),
    ROAD_SENTENCE (every_spelling_of_a_stake_is_read),
    ROAD_SENTENCE (a_stake_in_metres_has_the_limit_of_every_stake),
    ROAD_SENTENCE (a_long_cell_is_shown_cut_between_two_characters),
    ROAD_SENTENCE (rounding_costs_nothing_on_a_row_that_does_not_count),
    ROAD_SENTENCE (a_blank_length_follows_from_the_stakes),
    ROAD_SENTENCE (a_length_that_stands_goes_before_the_stakes),
    ROAD_SENTENCE (without_length_and_stakes_the_row_is_left_out),
    ROAD_SENTENCE (a_bad_stake_beside_a_length_only_loses_the_stake),
    ROAD_SENTENCE (a_bad_stake_without_a_length_leaves_the_row_out),
    ROAD_SENTENCE (years_come_as_numbers_and_as_dates),
    ROAD_SENTENCE (what_is_no_year_is_told_and_blank),
    ROAD_SENTENCE (widths_are_metres_with_two_decimals),
  };
  return cmocka_run_group_tests_name ("import-road-cells", tests, NULL, NULL);
}
