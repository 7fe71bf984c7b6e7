#include "road-fixture.h"
#include "yanglu/domain/sender.h"

#include <string.h>

static const YlRoad *
read_place (RoadFixture *fixture, const char *code, const char *division, const char *township)
{
  g_autofree char *rows = g_strdup_printf ("路线编码|类别|里程|行政区划|乡镇\n%s|村道|1|%s|%s",
                                           code, division, township);
  road_fixture_read (fixture, rows);
  assert_number_equal (road_fixture_get_n (fixture), 1);
  return road_fixture_get (fixture, 0);
}

static void
a_township_is_found_by_code_or_by_name (void **state)
{
  static const struct
  {
    const char *code;
    const char *division;
    const char *township;
    guint32 county_code;
    guint32 township_code;
    const char *name;
  } cases[] = {
    { "C001371502", "371502102", "堂邑镇", 371502, 371502102, "堂邑镇" },
    { "C001371502", "371502102001", "", 371502, 371502102, "堂邑镇" },
    { "C001371502", "371502102000", "堂邑", 371502, 371502102, "堂邑镇" },
    { "C001371502", "371502", "堂邑", 371502, 371502102, "堂邑镇" },
    { "C001371502", "371502000000", "古楼街道办事处", 371502, 371502001, "古楼街道" },
    { "C001371502", "", " 梁　水镇 ", 371502, 371502103, "梁水镇" },
    { "C001371502", "", "东昌府区梁水镇", 371502, 371502103, "梁水镇" },
    { "C001371502", "３７１５０２１０２", "", 371502, 371502102, "堂邑镇" },
    { "C001371502", "", "", 371502, 0, "" },
    { "", "371502", "", 371502, 0, "" },
    { "", "", "堂邑镇", 0, 0, "堂邑镇" },
    { "C001371502", "371503104", "博平镇", 371503, 371503104, "博平镇" },
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const YlRoad *road =
          read_place (fixture, cases[i].code, cases[i].division, cases[i].township);
      assert_no_findings (fixture->findings);
      assert_number_equal (road->county_code, cases[i].county_code);
      assert_number_equal (road->township_code, cases[i].township_code);
      assert_string_equal (road_fixture_get_text (fixture, road->township), cases[i].name);
    }
}

static void
an_old_county_code_leads_to_the_township_of_today (void **state)
{
  RoadFixture *fixture = *state;
  const YlRoad *road = read_place (fixture, "C001371503", "371523104", "博平镇");
  assert_no_findings (fixture->findings);
  assert_number_equal (road->county_code, 371503);
  assert_number_equal (road->township_code, 371503104);
  assert_number_equal (road->flags, YL_ROAD_STALE_CODE);
}

static void
an_old_code_of_the_route_is_marked_beside_a_division_of_today (void **state)
{
  RoadFixture *fixture = *state;
  const YlRoad *road = read_place (fixture, "C001371523", "371503104", "博平镇");
  assert_no_findings (fixture->findings);
  assert_number_equal (road->flags, YL_ROAD_STALE_CODE);
}

static void
an_unknown_name_is_told_with_the_names_of_the_county (void **state)
{
  RoadFixture *fixture = *state;
  const YlRoad *road = read_place (fixture, "C001371502", "", "堂义镇");
  const YlFinding *finding = road_fixture_get_only_finding (fixture);
  assert_number_equal (finding->code, YL_E06);
  assert_number_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_string_equal (finding->column, "乡镇");
  assert_string_equal (finding->seen, "堂义镇");
  assert_string_equal (finding->expected, "古楼街道、堂邑镇、梁水镇");
  assert_true (finding->is_priced);
  assert_fen_equal (finding->at_stake.fen, 0);
  assert_number_equal (road->township_code, 0);
  assert_string_equal (road_fixture_get_text (fixture, road->township), "堂义镇");
}

static void
every_row_with_an_unknown_township_is_told (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "路线编码|里程|乡镇\nC001371502|1|堂义镇\nC002371502|1|堂义镇");
  assert_number_equal (yl_findings_get_n_of_code (fixture->findings, YL_E06), 2);
  assert_number_equal (yl_findings_get (fixture->findings, 1)->row, 3);
}

static void
an_unknown_code_is_told_and_the_name_serves (void **state)
{
  RoadFixture *fixture = *state;
  const YlRoad *road = read_place (fixture, "C001371502", "371502999", "堂邑镇");
  const YlFinding *finding = road_fixture_get_only_finding (fixture);
  assert_number_equal (finding->code, YL_E06);
  assert_string_equal (finding->column, "行政区划");
  assert_number_equal (road->township_code, 371502102);
}

static void
code_and_name_that_disagree_are_told_and_the_code_wins (void **state)
{
  RoadFixture *fixture = *state;
  const YlRoad *road = read_place (fixture, "C001371502", "371502102", "梁水镇");
  const YlFinding *finding = road_fixture_get_only_finding (fixture);
  assert_number_equal (finding->code, YL_E07);
  assert_string_equal (finding->column, "乡镇");
  assert_string_equal (finding->seen, "梁水镇");
  assert_string_equal (finding->expected, "堂邑镇");
  assert_number_equal (road->township_code, 371502102);
}

static void
a_county_whose_townships_are_not_known_takes_what_is_written (void **state)
{
  RoadFixture *fixture = *state;
  const YlRoad *road = read_place (fixture, "C001371521", "371521105", "某镇");
  assert_no_findings (fixture->findings);
  assert_number_equal (road->township_code, 371521105);
  assert_string_equal (road_fixture_get_text (fixture, road->township), "某镇");
}

static void
a_malformed_division_code_is_told_and_blank (void **state)
{
  static const char *const cells[] = { "3715", "3.71502E+11", "37150210A", "071502102",
                                       "3715021021" };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      const YlRoad *road = read_place (fixture, "C001371502", cells[i], "堂邑镇");
      const YlFinding *finding = road_fixture_get_only_finding (fixture);
      assert_number_equal (finding->code, YL_C04);
      assert_number_equal (finding->severity, YL_SEVERITY_WARNING);
      assert_string_equal (finding->column, "行政区划");
      assert_number_equal (road->township_code, 371502102);
    }
}

static void
a_thousand_townships_in_turn_are_each_their_own (void **state)
{
  RoadFixture *fixture = *state;
  g_autoptr (GString) rows = g_string_new ("路线编码|里程|乡镇");
  for (int round = 0; round < 2; round++)
    for (int i = 0; i < 1500; i++)
      g_string_append_printf (rows, "\nC001371521|1|第%d镇", i);
  road_fixture_read (fixture, rows->str);
  assert_no_findings (fixture->findings);
  for (gsize i = 0; i < 3000; i++)
    {
      g_autofree char *name = g_strdup_printf ("第%" G_GSIZE_FORMAT "镇", i % 1500);
      assert_string_equal (road_fixture_get_text (fixture, road_fixture_get (fixture, i)->township),
                           name);
    }
}

/* A cell for each label and each value, or a whole line in one: as a form has them and as people type them. */
static void
who_sends_a_list_stands_above_its_heads (void **state)
{
  static const char *const rows[] = {
    "2026年堂邑镇里程台账\n填报单位：|堂邑镇人民政府|乡镇代码：|371502102|联系人：|甲乙|电话：|"
    "0635-1\n"
    "填报人：|丙|负责人：|＿＿＿＿|填报日期：|2026-01-05\n路线编码|类别|里程\nC001371502|村道|1",
    "填报单位（盖章）：堂邑镇人民政府　乡镇代码：371502102  联系人： 甲乙 电话：0635-1\n"
    "填报人：丙   负责人：____  填报日期:2026-01-05\n路线编码|类别|里程\nC001371502|村道|1",
  };
  static const char *const wanted[YL_N_SENDER_LINES] = { "堂邑镇人民政府", "371502102", "甲乙",
                                                         "0635-1",         "丙",        "",
                                                         "2026-01-05" };
  /* A row that names no township is of that in a cell of its own. */
  static const char *const townships[] = { "堂邑镇", "" };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      road_fixture_read (fixture, rows[i]);
      const YlSender *sender = yl_intake_find_sender (fixture->intake, "台账.csv");
      assert_non_null (sender);
      assert_string_equal (sender->township, townships[i]);
      for (guint line = 0; line < YL_N_SENDER_LINES; line++)
        assert_string_equal (sender->lines[line], wanted[line]);
      assert_string_equal (road_fixture_get_text (fixture, road_fixture_get (fixture, 0)->township),
                           townships[i]);
    }
}

/* A title is nobody's name, and what stands below the heads is data. */
static void
a_list_that_does_not_say_who_sends_it_has_no_sender (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "里程台账\n单位：公里\n路线编码|类别|里程|村\n"
                              "C001371502|村道|1|联系人：甲");
  assert_null (yl_intake_find_sender (fixture->intake, "台账.csv"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    ROAD_SENTENCE (a_township_is_found_by_code_or_by_name),
    ROAD_SENTENCE (an_old_county_code_leads_to_the_township_of_today),
    ROAD_SENTENCE (an_old_code_of_the_route_is_marked_beside_a_division_of_today),
    ROAD_SENTENCE (an_unknown_name_is_told_with_the_names_of_the_county),
    ROAD_SENTENCE (every_row_with_an_unknown_township_is_told),
    ROAD_SENTENCE (an_unknown_code_is_told_and_the_name_serves),
    ROAD_SENTENCE (code_and_name_that_disagree_are_told_and_the_code_wins),
    ROAD_SENTENCE (a_county_whose_townships_are_not_known_takes_what_is_written),
    ROAD_SENTENCE (a_malformed_division_code_is_told_and_blank),
    ROAD_SENTENCE (a_thousand_townships_in_turn_are_each_their_own),
    ROAD_SENTENCE (who_sends_a_list_stands_above_its_heads),
    ROAD_SENTENCE (a_list_that_does_not_say_who_sends_it_has_no_sender),
  };
  return cmocka_run_group_tests_name ("import-road-places", tests, NULL, NULL);
}
