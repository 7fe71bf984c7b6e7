/* 桥梁, 土地出让收益, 其他支出, and last year's table. */
#include "entry-fixture.h"

#include <string.h>

#define BRIDGES "桥梁编码|路线编码|桥名|乡镇|行政等级|桥梁类型|全长(米)\n"

static void
read_bridges (YlEntryFixture *fixture, const char *rows)
{
  yl_entry_fixture_read (fixture, YL_ENTRY_BRIDGES, "", rows);
}

static const YlBridge *
get_bridge (const YlEntryFixture *fixture, guint index)
{
  assert_true (index < fixture->entry->bridges->len);
  return &g_array_index (fixture->entry->bridges, YlBridge, index);
}

static void
a_bridge_whose_length_says_its_unit_is_read_to_the_centimetre (void **state)
{
  YlEntryFixture *fixture = *state;
  read_bridges (fixture, BRIDGES "Q1||甲||村道|小|20.5米\nQ2||乙||村道|中|0.05604公里\n");
  assert_number_equal (get_bridge (fixture, 0)->length_cm, 2050);
  assert_number_equal (get_bridge (fixture, 1)->length_cm, 5604);
}

static void
a_bridge_knows_its_size_class_length_and_township (void **state)
{
  YlEntryFixture *fixture = *state;
  read_bridges (fixture, BRIDGES "Q1|ｘ001371502|徒骇河桥|堂邑|县道|2|120\n");
  assert_no_findings (fixture->findings);
  const YlBridge *bridge = get_bridge (fixture, 0);
  assert_string_equal (bridge->route_code, "X001371502");
  assert_string_equal (bridge->township, "堂邑镇");
  assert_number_equal (bridge->township_code, 371502102);
  assert_int_equal (bridge->size, YL_BRIDGE_LARGE);
  assert_int_equal (bridge->road_class, YL_CLASS_COUNTY);
  assert_number_equal (bridge->length_cm, 12000);
}

static void
without_a_class_the_letter_of_the_route_speaks (void **state)
{
  YlEntryFixture *fixture = *state;
  read_bridges (fixture, BRIDGES "Q1|C001371502|桥|古楼街道||小桥|8\nQ2||桥|||特大|900\n");
  assert_no_findings (fixture->findings);
  assert_int_equal (get_bridge (fixture, 0)->road_class, YL_CLASS_VILLAGE);
  assert_int_equal (get_bridge (fixture, 1)->road_class, YL_N_CLASSES);
}

static void
bridge_lengths_are_kept_to_the_centimetre (void **state)
{
  YlEntryFixture *fixture = *state;
  read_bridges (fixture, BRIDGES "Q1||甲||村道|小|20.5\nQ2||乙||村道|小|32.04\n"
                                 "Q3||丙||村道|小|8.005\nQ4||丁||村道|小|100000000000\n");
  assert_number_equal (get_bridge (fixture, 0)->length_cm, 2050);
  assert_number_equal (get_bridge (fixture, 1)->length_cm, 3204);
  assert_number_equal (get_bridge (fixture, 2)->length_cm, 801);
  assert_finding (fixture->findings, YL_E09, 4, "全长(米)");
  assert_non_null (strstr (yl_findings_get (fixture->findings, 0)->message, "8.01 米"));
  assert_finding (fixture->findings, YL_C04, 5, "全长(米)");
  assert_number_equal (yl_findings_get_n (fixture->findings), 2);
}

static void
a_bridge_in_kilometres_is_as_exact_as_one_in_metres (void **state)
{
  YlEntryFixture *fixture = *state;
  read_bridges (fixture, "桥名|桥梁类型|全长(公里)\n甲|小|0.02054\n");
  assert_no_findings (fixture->findings);
  assert_number_equal (get_bridge (fixture, 0)->length_cm, 2054);
}

/* What a workbook of the first edition was made of. */
static void
an_entry_of_whole_metres_rounds_bridges_and_tells_it (void **state)
{
  YlEntryFixture *fixture = *state;
  fixture->entry->has_whole_metres = TRUE;
  read_bridges (fixture,
                BRIDGES "Q1||甲||村道|小|8.5\nQ2||乙||村道|小|8.0\nQ3||丙||村道|小|八米\n");
  assert_number_equal (fixture->entry->bridges->len, 2);
  assert_number_equal (get_bridge (fixture, 0)->length_cm, 900);
  assert_finding (fixture->findings, YL_E09, 2, "全长(米)");
  assert_finding (fixture->findings, YL_C04, 4, "全长(米)");
  assert_number_equal (yl_findings_get_n (fixture->findings), 2);
}

static void
a_size_outside_the_set_is_left_out_a_blank_one_stays (void **state)
{
  YlEntryFixture *fixture = *state;
  read_bridges (fixture, BRIDGES "Q1||甲||村道|巨桥|8\nQ2||乙||村道||8\nQ3||丙||国道|小|8\n");
  assert_number_equal (fixture->entry->bridges->len, 1);
  assert_int_equal (get_bridge (fixture, 0)->size, YL_BRIDGE_SIZE_UNKNOWN);
  assert_finding (fixture->findings, YL_E02, 2, "桥梁类型");
  assert_finding (fixture->findings, YL_E02, 4, "行政等级");
}

static void
a_township_off_the_register_is_told_and_the_bridge_stays (void **state)
{
  YlEntryFixture *fixture = *state;
  read_bridges (fixture, BRIDGES "Q1||甲|桃花岛|村道|小|8\n");
  assert_finding (fixture->findings, YL_E06, 2, "乡镇");
  assert_string_equal (get_bridge (fixture, 0)->township, "桃花岛");
}

static void
a_division_code_wins_over_another_township_name (void **state)
{
  YlEntryFixture *fixture = *state;
  read_bridges (
      fixture, "桥名|乡镇|行政区划|桥梁类型\n甲|古楼街道|371502102|小\n乙|古楼街道|371502001|小\n");
  assert_finding (fixture->findings, YL_E07, 2, "乡镇");
  assert_number_equal (yl_findings_get_n (fixture->findings), 1);
  assert_number_equal (get_bridge (fixture, 0)->township_code, 371502102);
}

static void
read_land (YlEntryFixture *fixture, const char *rows)
{
  yl_entry_fixture_read (fixture, YL_ENTRY_ALL, "土地出让收益", rows);
}

static const YlLandEntry *
get_land (const YlEntryFixture *fixture, guint index)
{
  assert_true (index < fixture->entry->land->len);
  return &g_array_index (fixture->entry->land, YlLandEntry, index);
}

static void
land_revenue_has_an_income_eight_costs_and_a_share_a_payer (void **state)
{
  YlEntryFixture *fixture = *state;
  read_land (
      fixture,
      "项目|县级（元）|市级（元）\n一、土地出让收入|1000|2000\n①征地和拆迁补偿|1\n②土地开发|2\n"
      "③计提农业土地开发资金|3\n④补助被征地农民社会保障|4\n⑤保持被征地农民原有生活水平补贴|5\n"
      "⑥破产或改制企业职工安置|6\n⑦土地出让业务费|7\n⑧新增建设用地土地有偿使用费|8\n"
      "成本支出小计|36\n土地出让净收益|964\n计提比例（%）|2.5|3%\n收益口径|net-2011-62\n应计提金额|"
      "24.1");
  assert_no_findings (fixture->findings);
  assert_number_equal (fixture->entry->land->len, 2);
  const YlLandEntry *county = get_land (fixture, 0);
  assert_int_equal (county->payer, YL_PAYER_COUNTY);
  assert_fen_equal (county->income.fen, 100000);
  for (guint cost = 0; cost < YL_N_LAND_COSTS; cost++)
    assert_fen_equal (county->costs[cost].fen, (cost + 1) * 100);
  assert_number_equal (county->share.ppm, 25000);
  assert_string_equal (county->basis, "net-2011-62");
  assert_int_equal (get_land (fixture, 1)->payer, YL_PAYER_CITY);
  assert_number_equal (get_land (fixture, 1)->share.ppm, 30000);
}

static void
a_share_is_per_cent_and_a_fraction_is_refused (void **state)
{
  static const struct
  {
    const char *share;
    gint64 ppm; /* -1: refused */
  } cases[] = { { "2.5", 25000 },  { "2.5%", 25000 },  { "２．５％", 25000 }, { "2.1234", 21234 },
                { "2.12345", -1 }, { "0.025", -1 },    { "0.0999", -1 },      { "0.1", 1000 },
                { "0", 0 },        { "100", 1000000 }, { "100.0001", -1 },    { "-2", -1 },
                { "0.025%", 250 }, { "%", -1 },        { "百分之二", -1 } };
  YlEntryFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gsize n_before = yl_findings_get_n (fixture->findings);
      g_autofree char *rows =
          g_strdup_printf ("项目|县级（元）\n土地出让收入|1\n计提比例（%%）|%s\n", cases[i].share);
      read_land (fixture, rows);
      const YlLandEntry *land = get_land (fixture, 0);
      assert_int_equal (land->has_share, cases[i].ppm >= 0);
      assert_number_equal (land->has_share ? land->share.ppm : -1, cases[i].ppm);
      assert_number_equal (yl_findings_get_n (fixture->findings) - n_before, cases[i].ppm < 0);
    }
  assert_finding (fixture->findings, YL_C04, 3, "县级（元）");
}

static void
a_payer_without_figures_is_not_there (void **state)
{
  YlEntryFixture *fixture = *state;
  read_land (fixture,
             "项目|县级（元）|市级（元）\n土地出让收入|5|\n收益口径|net-2011-62|net-2011-62\n");
  assert_number_equal (fixture->entry->land->len, 1);
}

static void
one_unreadable_cost_takes_its_payer_out_whole (void **state)
{
  YlEntryFixture *fixture = *state;
  read_land (fixture,
             "项目|县级（元）|市级（元）\n土地出让收入|5|7\n②土地开发|两块|1\n③土地管理|1|\n");
  assert_number_equal (fixture->entry->land->len, 1);
  assert_int_equal (get_land (fixture, 0)->payer, YL_PAYER_CITY);
  assert_finding (fixture->findings, YL_C04, 3, "县级（元）");
  assert_finding (fixture->findings, YL_E02, 4, "项目");
}

#define OTHER "支出类别|项目名称|里程（公里）|金额（元）|备注\n"

static void
other_lines_add_up_by_category_and_projects_stand_alone (void **state)
{
  YlEntryFixture *fixture = *state;
  yl_entry_fixture_read (fixture, YL_ENTRY_ALL, "其他支出",
                         OTHER "机构运行|||100\n机构运行|||50.5\n人员|||7\n路长制|||8\n保险|||9\n"
                               "养护工程|大修|3.5|1000\n养护工程|中修||20\n");
  const YlOther *other = &fixture->entry->other;
  assert_no_findings (fixture->findings);
  assert_fen_equal (other->running.fen, 15050);
  assert_fen_equal (other->staff.fen, 700);
  assert_fen_equal (other->road_chief.fen, 800);
  assert_fen_equal (other->insurance.fen, 900);
  assert_number_equal (other->projects->len, 2);
  assert_number_equal (g_array_index (other->projects, YlProject, 0).length.m, 3500);
  assert_fen_equal (g_array_index (other->projects, YlProject, 1).amount.fen, 2000);
}

static void
a_category_without_amount_is_a_line_of_the_empty_form (void **state)
{
  YlEntryFixture *fixture = *state;
  yl_entry_fixture_read (fixture, YL_ENTRY_ALL, "其他支出", OTHER "机构运行|||\n人员|||NULL\n");
  assert_no_findings (fixture->findings);
}

static void
per_kilometre_purposes_have_no_place_among_other_lines (void **state)
{
  YlEntryFixture *fixture = *state;
  yl_entry_fixture_read (fixture, YL_ENTRY_ALL, "其他支出",
                         OTHER "日常养护|||100\n养护工程|大修|三公里|5\n|无类别||6\n");
  assert_finding (fixture->findings, YL_E02, 2, "支出类别");
  assert_finding (fixture->findings, YL_C04, 3, "里程（公里）");
  assert_finding (fixture->findings, YL_E02, 4, "支出类别");
  assert_number_equal (fixture->entry->other.projects->len, 1);
}

static void
assert_last_year (const YlEntryFixture *fixture, guint index, const char *code, gint64 fen)
{
  assert_true (index < fixture->entry->last_year->len);
  const YlLastYearLine *line = &g_array_index (fixture->entry->last_year, YlLastYearLine, index);
  assert_string_equal (line->code, code);
  assert_fen_equal (line->amount.fen, fen);
}

static void
last_years_items_are_known_by_title_and_by_code (void **state)
{
  YlEntryFixture *fixture = *state;
  yl_entry_fixture_read (
      fixture, YL_ENTRY_LAST_YEAR, "",
      "项目|金额\n县道日常养护|1\ndaily.village|2\n大桥养护|3\n村道桥梁养护（按米）|4\n"
      "机构运行经费|5\n合 计|15\n");
  assert_no_findings (fixture->findings);
  assert_last_year (fixture, 0, "daily.county", 100);
  assert_last_year (fixture, 1, "daily.village", 200);
  assert_last_year (fixture, 2, "bridge.large", 300);
  assert_last_year (fixture, 3, "bridge-metre.village", 400);
  assert_last_year (fixture, 4, "running", 500);
  assert_last_year (fixture, 5, "total", 1500);
}

static void
an_item_unknown_or_twice_is_told_and_not_compared (void **state)
{
  YlEntryFixture *fixture = *state;
  yl_entry_fixture_read (fixture, YL_ENTRY_LAST_YEAR, "",
                         "项目|金额（万元）\n乡道|1\n乡道养护|2\n绿化|3\n");
  assert_number_equal (fixture->entry->last_year->len, 1);
  assert_last_year (fixture, 0, "daily.township", 1000000);
  assert_finding (fixture->findings, YL_A01, 3, "项目");
  assert_finding (fixture->findings, YL_E02, 4, "项目");
}

static void
a_total_overview_of_ours_is_read_by_its_lines_alone (void **state)
{
  YlEntryFixture *fixture = *state;
  yl_entry_fixture_read (
      fixture, YL_ENTRY_LAST_YEAR, "预算总表",
      "某县2020年农村公路养护预算总表\n序号|项目|里程（公里）|本年预算数（元）|上年预算数（元）\n"
      "一|日常养护（标准总额）||5|4\n（一）|公路||5|4\n1|县道日常养护|1.000|5|4\n"
      "二|其他支出||2|\n1|人员支出||2|\n|合计||7|4\n三|上级补助||3|\n|制表：||x|\n");
  assert_no_findings (fixture->findings);
  assert_number_equal (fixture->entry->last_year->len, 3);
  assert_last_year (fixture, 0, "daily.county", 500);
  assert_last_year (fixture, 1, "staff", 200);
  assert_last_year (fixture, 2, "total", 700);
}

static void
a_total_at_the_top_closes_nothing (void **state)
{
  YlEntryFixture *fixture = *state;
  yl_entry_fixture_read (fixture, YL_ENTRY_LAST_YEAR, "", "项目|金额\n合计|7\n绿化|3\n");
  assert_finding (fixture->findings, YL_E02, 3, "项目");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    yl_entry_test (a_bridge_whose_length_says_its_unit_is_read_to_the_centimetre),
    yl_entry_test (a_bridge_knows_its_size_class_length_and_township),
    yl_entry_test (without_a_class_the_letter_of_the_route_speaks),
    yl_entry_test (bridge_lengths_are_kept_to_the_centimetre),
    yl_entry_test (a_bridge_in_kilometres_is_as_exact_as_one_in_metres),
    yl_entry_test (an_entry_of_whole_metres_rounds_bridges_and_tells_it),
    yl_entry_test (a_size_outside_the_set_is_left_out_a_blank_one_stays),
    yl_entry_test (a_township_off_the_register_is_told_and_the_bridge_stays),
    yl_entry_test (a_division_code_wins_over_another_township_name),
    yl_entry_test (land_revenue_has_an_income_eight_costs_and_a_share_a_payer),
    yl_entry_test (a_share_is_per_cent_and_a_fraction_is_refused),
    yl_entry_test (a_payer_without_figures_is_not_there),
    yl_entry_test (one_unreadable_cost_takes_its_payer_out_whole),
    yl_entry_test (other_lines_add_up_by_category_and_projects_stand_alone),
    yl_entry_test (a_category_without_amount_is_a_line_of_the_empty_form),
    yl_entry_test (per_kilometre_purposes_have_no_place_among_other_lines),
    yl_entry_test (last_years_items_are_known_by_title_and_by_code),
    yl_entry_test (an_item_unknown_or_twice_is_told_and_not_compared),
    yl_entry_test (a_total_overview_of_ours_is_read_by_its_lines_alone),
    yl_entry_test (a_total_at_the_top_closes_nothing),
  };
  return cmocka_run_group_tests_name ("import tables", tests, NULL, NULL);
}
