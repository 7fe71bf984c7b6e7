#include "road-fixture.h"

static void
codes_are_folded_and_told_to_be_in_order (void **state)
{
  static const struct
  {
    const char *cell;
    const char *code;
    guint32 county;
    YlRoadClass letter;
  } cases[] = {
    { "X001371502", "X001371502", 371502, YL_CLASS_COUNTY },
    { "x001371502", "X001371502", 371502, YL_CLASS_COUNTY },
    { "Ｙ００１３７１５０２", "Y001371502", 371502, YL_CLASS_TOWNSHIP },
    { " C A12 371502 ", "CA12371502", 371502, YL_CLASS_VILLAGE },
    { "J001371502", "J001371502", 371502, YL_CLASS_COUNTY },
    { "N001371502", "N001371502", 371502, YL_CLASS_TOWNSHIP },
    { "Z001371502", "Z001371502", 371502, YL_CLASS_SPECIAL },
    { "X0013715020010", "X0013715020010", 371502, YL_CLASS_COUNTY },
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = g_strdup_printf ("路线编码|里程\n%s|1", cases[i].cell);
      road_fixture_read (fixture, rows);
      assert_no_findings (fixture->findings);
      const YlRoad *road = road_fixture_get (fixture, 0);
      assert_string_equal (road_fixture_get_text (fixture, road->route_code), cases[i].code);
      assert_number_equal (road->county_code, cases[i].county);
      assert_number_equal (road->letter_class, cases[i].letter);
      assert_number_equal (road->road_class, cases[i].letter);
    }
}

static void
a_code_that_excel_mangled_is_blank_and_told (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "路线编码|类别|里程\n3.71502E+11|县道|1\n");
  const YlFinding *finding = road_fixture_get_only_finding (fixture);
  assert_number_equal (finding->code, YL_C04);
  assert_number_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_string_equal (finding->column, "路线编码");
  assert_null (finding->repair);
  assert_number_equal (road_fixture_get (fixture, 0)->route_code, 0);
  road_fixture_read (fixture, "路线编码|里程\n3.71502E+11|1");
  assert_finding (fixture->findings, YL_E02, 2, "路线编码");
}

static void
a_code_out_of_form_is_kept_and_told (void **state)
{
  static const char *const cells[] = { "X001", "X00137150", "X0013715O2", "001371502",
                                       "X001371502号" };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *rows = g_strdup_printf ("路线编码|类别|里程\n%s|县道|1", cells[i]);
      road_fixture_read (fixture, rows);
      const YlFinding *finding = road_fixture_get_only_finding (fixture);
      assert_number_equal (finding->code, YL_C04);
      assert_number_equal (finding->severity, YL_SEVERITY_WARNING);
      const YlRoad *road = road_fixture_get (fixture, 0);
      assert_string_equal (road_fixture_get_text (fixture, road->route_code), cells[i]);
      assert_number_equal (road->county_code, 0);
    }
}

static void
an_old_county_code_is_renewed_and_marked (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "路线编码|里程\nX001371523|1\nX001371503|1");
  assert_no_findings (fixture->findings);
  assert_number_equal (road_fixture_get (fixture, 0)->county_code, 371503);
  assert_number_equal (road_fixture_get (fixture, 0)->flags, YL_ROAD_STALE_CODE);
  assert_number_equal (road_fixture_get (fixture, 1)->county_code, 371503);
  assert_number_equal (road_fixture_get (fixture, 1)->flags, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    ROAD_SENTENCE (codes_are_folded_and_told_to_be_in_order),
    ROAD_SENTENCE (a_code_that_excel_mangled_is_blank_and_told),
    ROAD_SENTENCE (a_code_out_of_form_is_kept_and_told),
    ROAD_SENTENCE (an_old_county_code_is_renewed_and_marked),
  };
  return cmocka_run_group_tests_name ("import-road-codes", tests, NULL, NULL);
}
