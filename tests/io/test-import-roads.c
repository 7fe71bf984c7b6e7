#include "road-fixture.h"

#include <string.h>

/* A class and a length are a road list; everything else may be missing. */
static void
a_list_of_three_rows_is_a_road_list (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "类别|里程\n县道|120.5\n乡道|300\n村道|1000.001");
  assert_no_findings (fixture->findings);
  assert_number_equal (road_fixture_get_n (fixture), 3);
  const YlRoad *road = road_fixture_get (fixture, 2);
  assert_number_equal (road->road_class, YL_CLASS_VILLAGE);
  assert_number_equal (road->length_m, 1000001);
  assert_number_equal (road->row, 4);
  assert_number_equal (road->maintained_m, YL_METRES_UNKNOWN);
  assert_number_equal (road->subsidised_m, YL_METRES_UNKNOWN);
  assert_number_equal (road->start_m, YL_STAKE_UNKNOWN);
  assert_number_equal (road->letter_class, YL_N_CLASSES);
  assert_number_equal (road->county_code, 0);
  assert_number_equal (fixture->tally.n_rows, 3);
  assert_number_equal (fixture->tally.n_roads, 3);
  assert_number_equal (fixture->tally.n_tables, 1);
}

/* A record hands on its rows as a reader of files does, by numbers of its own, in any order and of any
 * size: road and finding give them back. */
static void
a_source_that_is_no_file_gets_its_row_numbers_back (void **state)
{
  RoadFixture *fixture = *state;
  static const struct
  {
    YlRowId number;
    const char *cells[2];
  } rows[] = { { -1, { "类别", "里程" } },
               { G_MAXINT64, { "县道", "120.5" } },
               { (YlRowId) G_MAXUINT32 + 41, { "县道", "3.5" } },
               { G_MININT64, { "乡道", "一百" } } };
  road_fixture_begin (fixture);
  const YlRowSink sink = yl_road_import_get_sink (fixture->import);
  assert_true (sink.begin_sheet (sink.self, "", FALSE));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const YlText cells[] = { yl_text_of (rows[i].cells[0]), yl_text_of (rows[i].cells[1]) };
      assert_true (sink.row (sink.self, rows[i].number, cells, G_N_ELEMENTS (cells)));
    }
  sink.end_sheet (sink.self);
  road_fixture_end (fixture);
  assert_number_equal (road_fixture_get_n (fixture), 2);
  assert_number_equal (road_fixture_get (fixture, 0)->row, G_MAXINT64);
  assert_number_equal (road_fixture_get (fixture, 1)->row, (YlRowId) G_MAXUINT32 + 41);
  assert_number_equal (road_fixture_get_only_finding (fixture)->row, G_MININT64);
}

static void
every_column_of_a_full_list_is_understood (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture,
                     "序号|路线编码|路线名称|行政等级|所在乡镇|行政区划|行政村|起点桩号|止点桩号|"
                     "里程|断链|重复路段|"
                     "断头路|城管路段|技术等级|路面类型|路面宽度|列养|列养里程|补助养护里程|"
                     "评定等级|路长|标段|管养单位|"
                     "修建年度|改建年度|最近大中修年度|上年路线编码|上年起点桩号|上年止点桩号\n"
                     "1|Y001371502|堂梁路|乡道|堂邑镇|371502102|东街村|0.5|K3+000|2.5|有|"
                     "Y002371502|1|是|四级|水泥|5.5|"
                     "1|2.4|2.3|良|乡镇路长|一标段|堂邑镇人民政府|2005|2015|2019|Y001371502|0|2.9");
  assert_no_findings (fixture->findings);
  const YlRoad *road = road_fixture_get (fixture, 0);
  assert_string_equal (road_fixture_get_text (fixture, road->route_code), "Y001371502");
  assert_string_equal (road_fixture_get_text (fixture, road->route_name), "堂梁路");
  assert_string_equal (road_fixture_get_text (fixture, road->township), "堂邑镇");
  assert_string_equal (road_fixture_get_text (fixture, road->village), "东街村");
  assert_string_equal (road_fixture_get_text (fixture, road->chief), "乡镇路长");
  assert_string_equal (road_fixture_get_text (fixture, road->package), "一标段");
  assert_string_equal (road_fixture_get_text (fixture, road->payee), "堂邑镇人民政府");
  assert_string_equal (road_fixture_get_text (fixture, road->duplicate_of), "Y002371502");
  assert_string_equal (road_fixture_get_text (fixture, road->previous_code), "Y001371502");
  assert_number_equal (road->township_code, 371502102);
  assert_number_equal (road->county_code, 371502);
  assert_number_equal (road->start_m, 500);
  assert_number_equal (road->end_m, 3000);
  assert_number_equal (road->length_m, 2500);
  assert_number_equal (road->maintained_m, 2400);
  assert_number_equal (road->subsidised_m, 2300);
  assert_number_equal (road->previous_start_m, 0);
  assert_number_equal (road->previous_end_m, 2900);
  assert_number_equal (road->built, 2005);
  assert_number_equal (road->rebuilt, 2015);
  assert_number_equal (road->last_works, 2019);
  assert_number_equal (road->width_cm, 550);
  assert_number_equal (road->road_class, YL_CLASS_TOWNSHIP);
  assert_number_equal (road->letter_class, YL_CLASS_TOWNSHIP);
  assert_number_equal (road->condition, YL_CONDITION_GOOD);
  assert_number_equal (road->grade, YL_GRADE_FOURTH);
  assert_number_equal (road->surface, YL_SURFACE_CONCRETE);
  assert_number_equal (road->flags,
                       YL_ROAD_BREAK | YL_ROAD_DUPLICATE | YL_ROAD_DEAD_END | YL_ROAD_URBAN);
}

static void
the_fields_of_the_yearbook_are_the_same_columns (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (
      fixture, "K0101|K0112|K9103|A0103|K0108|K0109|K0114|K1602|K1603|K0182|K0124|K0123|K0121|"
               "K0304|K5104|K5404|A1101|A1001A|A0102|K0180|K0181|K0155|K1302|K1303|K1304\n"
               "C001371502|东街路|堂邑镇|371502102|0|1|1|||9||||30|31|3.5|0.9|0.8|堂邑镇|2001|||"
               "C001371502|0|1");
  assert_no_findings (fixture->findings);
  const YlRoad *road = road_fixture_get (fixture, 0);
  assert_number_equal (road->road_class, YL_CLASS_VILLAGE);
  assert_number_equal (road->flags, YL_ROAD_BREAK);
  assert_number_equal (road->grade, YL_GRADE_SUBSTANDARD);
  assert_number_equal (road->surface, YL_SURFACE_UNPAVED);
  assert_number_equal (road->maintained_m, 900);
  assert_number_equal (road->subsidised_m, 800);
  assert_true (yl_inventory_has_column (fixture->inventory, YL_COLUMN_BREAK));
  assert_true (yl_inventory_has_column (fixture->inventory, YL_COLUMN_MAINTAINED_LENGTH));
  assert_false (yl_inventory_has_column (fixture->inventory, YL_COLUMN_CONDITION));
}

static void
sums_blank_rows_and_repeated_heads_inside_the_data_are_passed_over (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture,
                     "东昌府区里程台账||\n路线编码|类别|里程\nX001371502|县道|1\n小计||1\n"
                     "东昌府区里程台账||\n路线编码|类别|里程\nX002371502|县道|2\n||\n|县道小计|2\n"
                     "合  计||3\nNULL|NULL|NULL\n注：桩号为公里||\n制表：|审核：|负责人：\n||");
  assert_no_findings (fixture->findings);
  assert_number_equal (road_fixture_get_n (fixture), 2);
  assert_number_equal (fixture->tally.n_rows, 5);
  assert_number_equal (fixture->tally.n_sums, 3);
  assert_number_equal (fixture->tally.n_left_out, 0);
  assert_number_equal (fixture->tally.n_tables, 1);
}

static void
a_sum_that_has_a_code_is_told_by_its_name (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "路线编码|路线名称|里程\nX001371502|东环|1\nX001371502|小计|1\n"
                              "X002371502|设计院路|2");
  assert_no_findings (fixture->findings);
  assert_number_equal (road_fixture_get_n (fixture), 2);
  assert_number_equal (fixture->tally.n_sums, 1);
}

static void
a_sum_in_a_column_that_is_none_of_ours_is_a_sum (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "序号|类别|里程\n1|县道|1\n2|县道|2\n合计|县道|3");
  assert_no_findings (fixture->findings);
  assert_number_equal (road_fixture_get_n (fixture), 2);
  assert_number_equal (fixture->tally.n_sums, 1);
}

static void
a_township_over_its_rows_is_no_road (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "路线编码|类别|里程\n堂邑镇||\nC001371502|村道|1");
  assert_no_findings (fixture->findings);
  assert_number_equal (fixture->tally.n_rows, 1);
}

static void
a_road_whose_first_cell_begins_like_a_note_is_still_told (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "路线名称|路线编码|类别|里程\n单位路||村道|\n附城路|C001371502||x");
  assert_finding (fixture->findings, YL_E03, 2, "里程");
  assert_finding (fixture->findings, YL_C04, 3, "里程");
  assert_number_equal (fixture->tally.n_left_out, 2);
}

static void
heads_that_stand_elsewhere_after_a_page_break_are_followed (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "类别|里程|备注\n县道|1|\n备注|类别|里程(米)\n|乡道|2000");
  assert_no_findings (fixture->findings);
  assert_number_equal (road_fixture_get (fixture, 1)->road_class, YL_CLASS_TOWNSHIP);
  assert_number_equal (road_fixture_get (fixture, 1)->length_m, 2000);
}

static void
two_rows_of_heads_and_numbered_columns_are_one_head (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture,
                     "路线编码|桩号||里程|路面宽度\n|起点|止点|（公里）|（米）\n1|2|3|4|5\n"
                     "Y001371502|0|1.2|1.2|6");
  assert_no_findings (fixture->findings);
  assert_number_equal (road_fixture_get_n (fixture), 1);
  assert_number_equal (road_fixture_get (fixture, 0)->end_m, 1200);
  assert_number_equal (road_fixture_get (fixture, 0)->width_cm, 600);
}

static void
missing_heads_are_named_with_those_that_were_seen (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "某区台账\n路线名称|行政等级|造价\n东环|县道|3");
  const YlFinding *finding = road_fixture_get_only_finding (fixture);
  assert_number_equal (finding->code, YL_E01);
  assert_number_equal (finding->severity, YL_SEVERITY_ERROR);
  assert_string_equal (finding->file, "台账.csv");
  assert_number_equal (finding->row, 2);
  assert_string_equal (finding->seen, "路线名称、行政等级、造价");
  assert_non_null (strstr (finding->message, "缺少表头“里程”"));
  assert_number_equal (fixture->tally.n_tables, 0);
}

static void
heads_without_a_row_are_told (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "类别|里程\n|\n注：未填|");
  const YlFinding *finding = road_fixture_get_only_finding (fixture);
  assert_number_equal (finding->code, YL_E01);
  assert_number_equal (finding->severity, YL_SEVERITY_ERROR);
  assert_non_null (strstr (finding->message, "没有一行数据"));
}

/* A list whose heads stand in row @row, below lines of text. */
static char *
make_list_with_heads_in (guint row)
{
  GString *list = g_string_new (NULL);
  for (guint i = 1; i < row; i++)
    g_string_append_printf (list, "说明第%u行\n", i);
  g_string_append (list, "类别|里程\n县道|1");
  return g_string_free (list, FALSE);
}

static void
heads_are_sought_in_a_hundred_rows (void **state)
{
  RoadFixture *fixture = *state;
  g_autofree char *last = make_list_with_heads_in (100);
  road_fixture_read (fixture, last);
  assert_number_equal (road_fixture_get_n (fixture), 1);
  g_autofree char *below = make_list_with_heads_in (101);
  road_fixture_read (fixture, below);
  assert_number_equal (road_fixture_get_n (fixture), 0);
  assert_number_equal (road_fixture_get_only_finding (fixture)->code, YL_E01);
}

/* Of several sheets with heads the one that is called so is read. */
static void
sheets_are_surveyed_as_far_as_they_are_read (void **state)
{
  RoadFixture *fixture = *state;
  g_autofree char *last = make_list_with_heads_in (100);
  road_fixture_begin (fixture);
  road_fixture_survey (fixture, "甲", FALSE, "类别|里程\n乡道|1");
  road_fixture_survey (fixture, "里程台账", FALSE, last);
  road_fixture_feed (fixture, "甲", FALSE, "类别|里程\n乡道|1");
  road_fixture_feed (fixture, "里程台账", FALSE, last);
  road_fixture_end (fixture);
  assert_number_equal (road_fixture_get_n (fixture), 1);
  assert_number_equal (road_fixture_get (fixture, 0)->road_class, YL_CLASS_COUNTY);
}

static void
a_start_without_an_end_is_no_length (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "类别|起点桩号\n县道|0");
  assert_finding (fixture->findings, YL_E01, 1, NULL);
  road_fixture_read (fixture, "类别|起点桩号|止点桩号\n县道|0|1");
  assert_no_findings (fixture->findings);
}

static void
a_second_column_of_the_same_name_is_a_warning (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "类别|里程|长度\n县道|1|9");
  const YlFinding *finding = road_fixture_get_only_finding (fixture);
  assert_number_equal (finding->code, YL_E01);
  assert_number_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_string_equal (finding->column, "里程");
  assert_number_equal (road_fixture_get (fixture, 0)->length_m, 1000);
}

static void
a_list_of_bridges_is_no_road_list (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "桥梁编码|路线编码|桥名|行政等级|长度(m)\n1|X001371502|东桥|县道|30");
  assert_finding (fixture->findings, YL_E01, 1, NULL);
  assert_number_equal (road_fixture_get_n (fixture), 0);
}

static void
a_table_keeps_what_its_roads_cannot_say (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture,
                     "类别|长度(m)|断头路\n县道|12.345|\n村道|8.5|\n村道|7.5|1\n合计|27.845|");
  const YlOrigin *origin = yl_inventory_get_origin (fixture->inventory, 0);
  assert_string_equal (origin->length_head, "长度(m)");
  assert_int_equal (origin->length_unit, YL_UNIT_METRE);
  assert_number_equal (origin->lost_um[YL_RATE_COUNTY], 345000);
  /* 9 metres were kept of 8.5; a dead end does not count. */
  assert_number_equal (origin->lost_um[YL_RATE_VILLAGE], -500000);
  assert_number_equal (origin->stated_m, 28);
}

static void
of_a_workbook_the_sheet_of_the_entry_form_is_read (void **state)
{
  RoadFixture *fixture = *state;
  const char *rows = "类别|里程\n县道|1";
  road_fixture_begin (fixture);
  road_fixture_survey (fixture, "汇总", FALSE, rows);
  road_fixture_survey (fixture, "里程台账", FALSE, rows);
  road_fixture_survey (fixture, "单位信息", FALSE, rows);
  road_fixture_feed (fixture, "汇总", FALSE, rows);
  road_fixture_feed (fixture, "里程台账", FALSE, rows);
  road_fixture_feed (fixture, "单位信息", FALSE, rows);
  road_fixture_end (fixture);
  const YlFinding *finding = road_fixture_get_only_finding (fixture);
  assert_number_equal (finding->severity, YL_SEVERITY_INFO);
  assert_string_equal (finding->sheet, "汇总");
  assert_number_equal (fixture->tally.n_tables, 1);
  assert_string_equal (yl_inventory_get_origin (fixture->inventory, 0)->sheet, "里程台账");
}

static void
without_that_sheet_every_visible_sheet_with_heads_is_read (void **state)
{
  RoadFixture *fixture = *state;
  const char *rows = "类别|里程\n县道|1";
  const char *other = "项目|金额\n道路|1";
  road_fixture_begin (fixture);
  road_fixture_survey (fixture, "堂邑", FALSE, rows);
  road_fixture_survey (fixture, "旧表", TRUE, rows);
  road_fixture_survey (fixture, "费用", FALSE, other);
  road_fixture_survey (fixture, "梁水", FALSE, rows);
  road_fixture_feed (fixture, "堂邑", FALSE, rows);
  road_fixture_feed (fixture, "旧表", TRUE, rows);
  road_fixture_feed (fixture, "费用", FALSE, other);
  road_fixture_feed (fixture, "梁水", FALSE, rows);
  road_fixture_end (fixture);
  const YlFinding *finding = road_fixture_get_only_finding (fixture);
  assert_number_equal (finding->code, YL_C11);
  assert_string_equal (finding->sheet, "旧表");
  assert_non_null (strstr (finding->message, "未读取"));
  assert_number_equal (road_fixture_get_n (fixture), 2);
  assert_number_equal (road_fixture_get (fixture, 1)->origin, 1);
}

static void
a_hidden_sheet_is_read_when_nothing_else_is_a_list (void **state)
{
  RoadFixture *fixture = *state;
  const char *rows = "类别|里程\n县道|1";
  road_fixture_begin (fixture);
  road_fixture_survey (fixture, "费用", FALSE, "项目|金额\n道路|1");
  road_fixture_survey (fixture, "旧表", TRUE, rows);
  road_fixture_feed (fixture, "费用", FALSE, "项目|金额\n道路|1");
  road_fixture_feed (fixture, "旧表", TRUE, rows);
  road_fixture_end (fixture);
  const YlFinding *finding = road_fixture_get_only_finding (fixture);
  assert_number_equal (finding->code, YL_C11);
  assert_non_null (strstr (finding->message, "已读取并计入"));
  assert_number_equal (road_fixture_get_n (fixture), 1);
}

static void
a_sheet_is_given_up_after_a_hundred_rows_without_heads (void **state)
{
  RoadFixture *fixture = *state;
  g_autoptr (GString) rows = g_string_new (NULL);
  for (int i = 0; i < 99; i++)
    g_string_append (rows, "说明\n");
  g_autofree char *early = g_strconcat (rows->str, "类别|里程\n县道|1", NULL);
  g_autofree char *late = g_strconcat (rows->str, "说明\n类别|里程\n县道|1", NULL);
  road_fixture_read (fixture, early);
  assert_number_equal (road_fixture_get_n (fixture), 1);
  road_fixture_read (fixture, late);
  assert_number_equal (road_fixture_get_n (fixture), 0);
  assert_finding (fixture->findings, YL_E01, 1, NULL);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    ROAD_SENTENCE (a_list_of_three_rows_is_a_road_list),
    ROAD_SENTENCE (a_source_that_is_no_file_gets_its_row_numbers_back),
    ROAD_SENTENCE (every_column_of_a_full_list_is_understood),
    ROAD_SENTENCE (the_fields_of_the_yearbook_are_the_same_columns),
    ROAD_SENTENCE (sums_blank_rows_and_repeated_heads_inside_the_data_are_passed_over),
    ROAD_SENTENCE (a_sum_that_has_a_code_is_told_by_its_name),
    ROAD_SENTENCE (a_sum_in_a_column_that_is_none_of_ours_is_a_sum),
    ROAD_SENTENCE (a_township_over_its_rows_is_no_road),
    ROAD_SENTENCE (a_road_whose_first_cell_begins_like_a_note_is_still_told),
    ROAD_SENTENCE (heads_that_stand_elsewhere_after_a_page_break_are_followed),
    ROAD_SENTENCE (two_rows_of_heads_and_numbered_columns_are_one_head),
    ROAD_SENTENCE (missing_heads_are_named_with_those_that_were_seen),
    ROAD_SENTENCE (heads_without_a_row_are_told),
    ROAD_SENTENCE (heads_are_sought_in_a_hundred_rows),
    ROAD_SENTENCE (sheets_are_surveyed_as_far_as_they_are_read),
    ROAD_SENTENCE (a_start_without_an_end_is_no_length),
    ROAD_SENTENCE (a_second_column_of_the_same_name_is_a_warning),
    ROAD_SENTENCE (a_list_of_bridges_is_no_road_list),
    ROAD_SENTENCE (a_table_keeps_what_its_roads_cannot_say),
    ROAD_SENTENCE (of_a_workbook_the_sheet_of_the_entry_form_is_read),
    ROAD_SENTENCE (without_that_sheet_every_visible_sheet_with_heads_is_read),
    ROAD_SENTENCE (a_hidden_sheet_is_read_when_nothing_else_is_a_list),
    ROAD_SENTENCE (a_sheet_is_given_up_after_a_hundred_rows_without_heads),
  };
  return cmocka_run_group_tests_name ("import-roads", tests, NULL, NULL);
}
