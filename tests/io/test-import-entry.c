/* Single cells and whole sheets: 单位信息, and what is read at all. */
#include "entry-fixture.h"

static void
read_unit (YlEntryFixture *fixture, const char *rows)
{
  yl_entry_fixture_read (fixture, YL_ENTRY_ALL, "单位信息", rows);
}

static void
the_unit_sheet_is_keys_with_the_value_beside_them (void **state)
{
  YlEntryFixture *fixture = *state;
  read_unit (fixture,
             "单位信息\n项目|填写内容|说明\n编制单位|东昌府区财政局|全称\n年度|2021|四位\n"
             "监督电话| 0635-8888888 |\n制表：|甲\n审核|乙\n负责人|丙\n"
             "填报日期|2021年1月31日\n本年养护工程里程（公里）|70.5\n上年预算数（元）|1,234.50");
  const YlUnit *unit = &fixture->entry->unit;
  assert_no_findings (fixture->findings);
  assert_string_equal (unit->entity, "东昌府区财政局");
  assert_number_equal (unit->year, 2021);
  assert_string_equal (unit->phone, "0635-8888888");
  assert_string_equal (unit->prepared_by, "甲");
  assert_string_equal (unit->head, "丙");
  assert_number_equal (unit->date.yyyymmdd, 20210131);
  assert_number_equal (unit->engineering.m, 70500);
  assert_fen_equal (unit->last_year.fen, 123450);
}

static void
what_is_not_filled_in_is_unknown_and_no_fault (void **state)
{
  YlEntryFixture *fixture = *state;
  read_unit (fixture, "编制单位||全称\n年度||如 "
                      "2021\n填报日期|NULL\n本年养护工程里程（公里）|　\n上年预算数（元）");
  const YlUnit *unit = &fixture->entry->unit;
  assert_no_findings (fixture->findings);
  assert_string_equal (unit->entity, "");
  assert_number_equal (unit->year, 0);
  assert_false (unit->has_engineering);
  assert_false (unit->has_last_year);
}

static void
last_years_total_follows_the_unit_of_its_key (void **state)
{
  YlEntryFixture *fixture = *state;
  read_unit (fixture, "上年预算数（万元）|12.345678");
  assert_fen_equal (fixture->entry->unit.last_year.fen, 12345678);
}

static void
years_are_from_1990_to_2100 (void **state)
{
  static const struct
  {
    const char *row;
    guint year;
  } cases[] = { { "年度|1989", 0 },   { "年度|1990", 1990 },   { "年度|2100", 2100 },
                { "年度|2101", 0 },   { "年度|2021年", 2021 }, { "年度|２０２１", 2021 },
                { "年度|2021.5", 0 }, { "年度|今年", 0 } };
  YlEntryFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gsize n_before = yl_findings_get_n (fixture->findings);
      read_unit (fixture, cases[i].row);
      assert_number_equal (fixture->entry->unit.year, cases[i].year);
      assert_number_equal (yl_findings_get_n (fixture->findings) - n_before, cases[i].year == 0);
    }
  assert_finding (fixture->findings, YL_C04, 1, "年度");
}

static void
a_day_that_does_not_exist_is_named_with_what_was_expected (void **state)
{
  YlEntryFixture *fixture = *state;
  read_unit (fixture, "编制单位|甲\n填报日期|2021-02-30");
  assert_finding (fixture->findings, YL_C04, 2, "填报日期");
  const YlFinding *finding = yl_findings_find (fixture->findings, YL_C04);
  assert_string_equal (finding->file, "录入表.xlsx");
  assert_string_equal (finding->sheet, "单位信息");
  assert_string_equal (finding->seen, "2021-02-30");
  assert_string_equal (finding->expected, "2021-01-31 或 2021年1月31日 这样的日期");
  assert_string_equal (finding->message, "“2021-02-30”不是可以读懂的日期，应为2021-01-31 或 "
                                         "2021年1月31日 这样的日期；填报日期留空。");
  assert_number_equal (fixture->entry->unit.date.yyyymmdd, 0);
}

static void
a_day_that_lost_its_number_format_is_still_read (void **state)
{
  YlEntryFixture *fixture = *state;
  static const struct
  {
    const char *text;
    guint32 day;
  } days[] = { { "44227", 20210131 }, { "32874", 19900101 }, { "73050", 20991231 },
               { "32873", 0 },        { "73051", 0 },        { "44227.5", 0 } };
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = g_strdup_printf ("编制单位|甲\n填报日期|%s", days[i].text);
      read_unit (fixture, text);
      assert_number_equal (fixture->entry->unit.date.yyyymmdd, days[i].day);
    }
}

static void
engineering_kilometres_below_a_metre_are_rounded_and_told (void **state)
{
  YlEntryFixture *fixture = *state;
  read_unit (fixture, "本年养护工程里程（公里）|1.2345");
  assert_number_equal (fixture->entry->unit.engineering.m, 1235);
  assert_finding (fixture->findings, YL_E09, 1, "本年养护工程里程（公里）");
}

static void
a_number_with_its_unit_is_read_in_it (void **state)
{
  YlEntryFixture *fixture = *state;
  static const struct
  {
    const char *row;
    gint64 fen;
    gint64 engineering_m;
  } rows[] = {
    { "上年预算数（元）|12万元", 12000000, 0 },
    { "上年预算数（元）|1,234.5 元", 123450, 0 },
    { "上年预算数（万元）|１２．５万", 12500000, 0 },
    { "上年预算数（万元）|5000元", 500000, 0 },
    { "单位：万元\n上年预算数|12", 12000000, 0 },
    { "本年养护工程里程（公里）|3.5公里", 0, 3500 },
    { "本年养护工程里程（公里）|350 m", 0, 350 },
    { "本年养护工程里程（米）|3.5km", 0, 3500 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      read_unit (fixture, rows[i].row);
      assert_fen_equal (fixture->entry->unit.last_year.fen, rows[i].fen);
      assert_number_equal (fixture->entry->unit.engineering.m, rows[i].engineering_m);
    }
  assert_number_equal (yl_findings_get_n_of_severity (fixture->findings, YL_SEVERITY_ERROR), 0);
  assert_number_equal (yl_findings_get_n (fixture->findings), 4); /* another unit than the head's */
}

static void
what_is_not_certain_is_not_read (void **state)
{
  YlEntryFixture *fixture = *state;
  static const char *const rows[] = {
    "上年预算数（元）|1,2.3元",     "上年预算数（元）|-5元", "上年预算数（元）|-5万元",
    "上年预算数（元）|0.001元",     "上年预算数（元）|元",   "上年预算数（元）|约12",
    "本年养护工程里程（公里）|3里", "上年预算数（元）|￥",   "上年预算数（元）|3公里",
    "本年养护工程里程（公里）|￥3",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      read_unit (fixture, rows[i]);
      assert_false (fixture->entry->unit.has_last_year);
      assert_false (fixture->entry->unit.has_engineering);
      assert_number_equal (yl_findings_get_n_of_severity (fixture->findings, YL_SEVERITY_ERROR),
                           (gint64) i + 1);
    }
}

static void
a_sheet_read_again_replaces_what_was_read_before (void **state)
{
  YlEntryFixture *fixture = *state;
  read_unit (fixture, "编制单位|甲\n年度|2021");
  read_unit (fixture, "编制单位|乙");
  assert_string_equal (fixture->entry->unit.entity, "乙");
  assert_number_equal (fixture->entry->unit.year, 0);
}

static void
sheets_of_other_names_are_passed_over (void **state)
{
  YlEntryFixture *fixture = *state;
  yl_entry_fixture_read (fixture, YL_ENTRY_ALL, "里程台账", "编制单位|甲");
  yl_entry_fixture_read (fixture, YL_ENTRY_ALL, "Sheet1", "来源层级|用途|金额\n县|日常养护|x");
  assert_string_equal (fixture->entry->unit.entity, "");
  assert_no_findings (fixture->findings);
}

static void
a_sheet_of_ours_without_its_heads_is_told (void **state)
{
  YlEntryFixture *fixture = *state;
  yl_entry_fixture_read (fixture, YL_ENTRY_ALL, "资金来源", "资金来源表\n县|日常养护|100");
  assert_non_null (yl_findings_find (fixture->findings, YL_E01));
}

static void
an_empty_sheet_of_ours_is_no_fault (void **state)
{
  YlEntryFixture *fixture = *state;
  yl_entry_fixture_read (fixture, YL_ENTRY_ALL, "资金来源", "||\n|NULL|");
  assert_no_findings (fixture->findings);
}

static void
heads_without_rows_are_an_empty_table_that_replaces (void **state)
{
  YlEntryFixture *fixture = *state;
  static const char heads[] = "来源层级|用途|资金性质|种类|金额\n";
  g_autofree char *rows = g_strconcat (heads, "县|日常养护|一般公共预算|本级安排|1", NULL);
  yl_entry_fixture_read (fixture, YL_ENTRY_FUNDS, "", rows);
  assert_number_equal (fixture->entry->sources->len, 1);
  yl_entry_fixture_read (fixture, YL_ENTRY_FUNDS, "", heads);
  assert_number_equal (fixture->entry->sources->len, 0);
  assert_no_findings (fixture->findings);
}

static void
a_file_asked_for_funds_without_such_a_table_is_told (void **state)
{
  YlEntryFixture *fixture = *state;
  yl_entry_fixture_read (fixture, YL_ENTRY_FUNDS, "", "路线编码|里程\nX001371502|3");
  assert_non_null (yl_findings_find (fixture->findings, YL_E01));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    yl_entry_test (the_unit_sheet_is_keys_with_the_value_beside_them),
    yl_entry_test (what_is_not_filled_in_is_unknown_and_no_fault),
    yl_entry_test (last_years_total_follows_the_unit_of_its_key),
    yl_entry_test (years_are_from_1990_to_2100),
    yl_entry_test (a_day_that_does_not_exist_is_named_with_what_was_expected),
    yl_entry_test (a_day_that_lost_its_number_format_is_still_read),
    yl_entry_test (engineering_kilometres_below_a_metre_are_rounded_and_told),
    yl_entry_test (a_number_with_its_unit_is_read_in_it),
    yl_entry_test (what_is_not_certain_is_not_read),
    yl_entry_test (a_sheet_read_again_replaces_what_was_read_before),
    yl_entry_test (sheets_of_other_names_are_passed_over),
    yl_entry_test (a_sheet_of_ours_without_its_heads_is_told),
    yl_entry_test (an_empty_sheet_of_ours_is_no_fault),
    yl_entry_test (heads_without_rows_are_an_empty_table_that_replaces),
    yl_entry_test (a_file_asked_for_funds_without_such_a_table_is_told),
  };
  return cmocka_run_group_tests_name ("import entry", tests, NULL, NULL);
}
