#include "book-case.h"

#include "yanglu/forms/plan.h"
#include "yanglu/io/copy/copy.h"

#include <string.h>

#define FIRST_ROW 4 /* below title, particulars and one row of heads */
#define CHECKS "表内勾稽关系核对"
#define DETAIL "里程明细"

static void
the_same_request_gives_the_same_bytes (void **state)
{
  BookCase *fixture = *state;
  const YlBudget *budget = yl_test_county_get_budget (fixture->county);
  yl_test_make_book (budget, NULL, 0, fixture->path);
  yl_test_make_book (budget, NULL, 0, fixture->other);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  gsize n_one = 0;
  gsize n_two = 0;
  assert_true (g_file_get_contents (fixture->path, &one, &n_one, NULL));
  assert_true (g_file_get_contents (fixture->other, &two, &n_two, NULL));
  assert_number_equal ((gint64) n_one, (gint64) n_two);
  assert_memory_equal (one, two, n_one);
}

static void
the_sheets_stand_in_the_order_of_the_offices (void **state)
{
  static const char *const names[] = {
    "封面",       "目录",       "编制说明",         "预算总表",       "资金承担", "里程汇总",
    "分乡镇汇总", "分管养单位", "里程明细",         "桥梁明细",       "其他支出", "资金来源",
    "按科目汇总", "图表",       "土地出让收益测算", "绩效目标申报表", "绩效目标", "标准依据",
    "拨付进度",   "公开表",     "表内勾稽关系核对", "问题清单",       "读取说明", "大写步骤",
    "数据副本",
  };
  g_autoptr (YlTestBook) book = book_case_read (*state, 0);
  assert_number_equal (yl_test_book_get_n_sheets (book), G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_string_equal (yl_test_book_get_sheet (book, i), names[i]);
  assert_true (yl_test_book_is_hidden (book, "数据副本"));
  assert_true (yl_test_book_is_hidden (book, "大写步骤"));
}

static void
a_county_without_bridges_has_no_sheet_for_them (void **state)
{
  BookCase *fixture = *state;
  add_road (fixture->county, .code = "X001371502", .road_class = YL_CLASS_COUNTY, .km = "1.5");
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  assert_false (yl_test_book_has_sheet (book, "桥梁明细"));
}

static void
a_county_without_any_road_still_gets_its_forms (void **state)
{
  g_autoptr (YlTestBook) book = book_case_read (*state, 0);
  const guint32 row = yl_test_book_find_row (book, "表内勾稽关系核对", FIRST_ROW, 1, "结论");
  assert_string_equal (yl_test_book_get_at (book, "表内勾稽关系核对", row, 5), "全部通过");
}

static void
the_row_of_a_road_shows_its_working (void **state)
{
  BookCase *fixture = *state;
  add_road (fixture->county, .code = "X001371502", .road_class = YL_CLASS_COUNTY, .km = "12.345",
            .township = "沙镇镇", .township_code = 371502101);
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  assert_string_equal (yl_test_book_get (book, DETAIL, "B4"), "X001371502");
  assert_string_equal (yl_test_book_get (book, DETAIL, "D4"), "沙镇镇");
  assert_string_equal (yl_test_book_get (book, DETAIL, "O4"), "县道");
  assert_string_equal (yl_test_book_get (book, DETAIL, "P4"), "12.345");
  assert_string_equal (yl_test_book_get (book, DETAIL, "R4"), "10000");
  assert_string_equal (yl_test_book_get (book, DETAIL, "S4"), "123450");
}

static void
assert_quarters (const YlTestBook *book, const char *name, const char *const quarters[4])
{
  const guint32 row = yl_test_book_require_row (book, "拨付进度", 1, name);
  for (guint i = 0; i < 4; i++)
    assert_string_equal (yl_test_book_get_at (book, "拨付进度", row, 3 + i), quarters[i]);
}

/* 31.198 km of village road: 93,594.00; until March 37,437.60, until June and September 65,515.80. */
static void
the_plan_of_payment_follows_the_policy (void **state)
{
  BookCase *fixture = *state;
  yl_test_county_set (fixture->county, YL_GROUP_PAYMENT, "", 331, 400000);
  yl_test_county_set (fixture->county, YL_GROUP_PAYMENT, "", 630, 700000);
  yl_test_county_set (fixture->county, YL_GROUP_PAYMENT, "", 1231, 1000000);
  add_road (fixture->county, .code = "C001371502", .road_class = YL_CLASS_VILLAGE, .km = "31.198",
            .township = "沙镇镇", .township_code = 371502101);
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  assert_quarters (book, "到季末累计拨付比例（政策规定）",
                   (const char *const[]){ "0.4", "0.7", "0.7", "1" });
  assert_quarters (book, "沙镇镇", (const char *const[]){ "37437.6", "28078.2", "0", "28078.2" });
  g_autofree char *xml = yl_test_read_tab (fixture->path, book_case_find_tab (book, "拨付进度"));
  const guint32 row =
      yl_test_book_require_row (book, "拨付进度", 1, "到季末累计拨付比例（政策规定）");
  g_autofree char *cell = g_strdup_printf ("F%u", row);
  g_autofree char *part = yl_test_find_formula (xml, cell);
  assert_non_null (part);
  assert_non_null (strstr (part, "标准依据"));
}

static void
assert_notice (const YlTestBook *book, guint32 row, const char *const cells[5])
{
  for (guint i = 0; i < 5; i++)
    assert_string_equal (yl_test_book_get_at (book, "公开表", row, 1 + i), cells[i]);
}

/* What stands below the total: the day is nobody's but of the one who publishes. */
static void
the_public_is_told_payees_works_and_documents (void **state)
{
  BookCase *fixture = *state;
  YlTestCounty *county = fixture->county;
  add_road (county, .code = "C001371502", .road_class = YL_CLASS_VILLAGE, .km = "1",
            .township = "沙镇镇", .township_code = 371502101);
  add_source (county, .purpose = YL_PURPOSE_DAILY, .yuan = 100, .document = "甲1号");
  add_source (county, .purpose = YL_PURPOSE_DAILY, .yuan = 100, .document = "甲2号");
  add_source (county, .purpose = YL_PURPOSE_DAILY, .yuan = 50, .document = "甲1号");
  add_source (county, .purpose = YL_PURPOSE_DAILY, .yuan = 9, .document = "乙号",
              .payee = "堂邑镇");
  add_source (county, .purpose = YL_PURPOSE_ENGINEERING, .yuan = 500, .document = "丙号",
              .payee = "路桥公司");
  yl_test_county_add_project (county, 1000, 500);
  yl_test_county_add_project (county, 2000, 700);
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  const guint32 first = yl_test_book_require_row (book, "公开表", 0, "1");
  assert_notice (
      book, first,
      (const char *const[]){ "文件1、2", "3000", "沙镇镇", "日常养护", "农村公路日常养护" });
  assert_notice (book, first + 1,
                 (const char *const[]){ "丙号", "500", "路桥公司", "养护工程", "大修" });
  assert_string_equal (yl_test_book_get_at (book, "公开表", first + 2, 2), "700");
  assert_notice (book, first + 3,
                 (const char *const[]){ "丙号", "0", "路桥公司", "养护工程", "上列以外的项目" });
  yl_test_book_require_row (book, "公开表", 0, "文件1：甲1号");
  yl_test_book_require_row (book, "公开表", 0, "文件2：甲2号");
  yl_test_book_assert_beside (book, "公开表", 0, "公开日期", 2, "");
  yl_test_book_assert_beside (book, "公开表", 0, "监督电话", 2, "");
}

/* 沙镇镇 has 甲1号 to 甲3号 and 甲5号, 堂邑镇 甲1号, 甲3号 and 甲4号; they are numbered as they come up. */
static void
documents_of_many_payees_stand_once_below_the_total (void **state)
{
  static const struct
  {
    const char *document;
    const char *payee;
  } grants[] = { { "甲1号", NULL },
                 { "甲2号", "沙镇镇" },
                 { "甲3号", NULL },
                 { "甲4号", "堂邑镇" },
                 { "甲5号", "沙镇镇" } };
  BookCase *fixture = *state;
  YlTestCounty *county = fixture->county;
  add_road (county, .code = "C001371502", .road_class = YL_CLASS_VILLAGE, .km = "1",
            .township = "沙镇镇", .township_code = 371502101);
  add_road (county, .code = "C002371502", .road_class = YL_CLASS_VILLAGE, .km = "2",
            .township = "堂邑镇", .township_code = 371502102);
  for (gsize i = 0; i < G_N_ELEMENTS (grants); i++)
    add_source (county, .purpose = YL_PURPOSE_DAILY, .yuan = 100, .document = grants[i].document,
                .payee = grants[i].payee);
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  const guint32 first = yl_test_book_require_row (book, "公开表", 0, "1");
  assert_string_equal (yl_test_book_get_at (book, "公开表", first, 1), "文件1—4");
  assert_string_equal (yl_test_book_get_at (book, "公开表", first + 1, 1), "文件1、3、5");
  yl_test_book_require_row (book, "公开表", 0, "文件4：甲5号");
  yl_test_book_require_row (book, "公开表", 0, "文件5：甲4号");
}

/* 1.5 km of village road at 3000 yuan, whose township the list leaves out. */
static void
a_row_without_a_township_has_one_name_on_every_sheet (void **state)
{
  BookCase *fixture = *state;
  add_road (fixture->county, .code = "C001371502", .road_class = YL_CLASS_VILLAGE, .km = "1.5");
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  assert_string_equal (yl_test_book_get (book, DETAIL, "D4"), "未注明乡镇");
  yl_test_book_assert_beside (book, "分乡镇汇总", 1, "未注明乡镇", 16, "4500");
  assert_true (yl_test_book_require_row (book, "分管养单位", 1, "未注明乡镇") > 0);
}

static void
a_duplicate_is_listed_and_not_counted (void **state)
{
  BookCase *fixture = *state;
  add_road (fixture->county, .code = "C001371502", .road_class = YL_CLASS_VILLAGE, .km = "2",
            .flags = YL_ROAD_DUPLICATE);
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  assert_string_equal (yl_test_book_get (book, DETAIL, "H4"), "2");
  assert_string_equal (yl_test_book_get (book, DETAIL, "I4"), "是");
  assert_string_equal (yl_test_book_get (book, DETAIL, "P4"), "0");
  assert_string_equal (yl_test_book_get (book, DETAIL, "S4"), "0");
}

static void
a_payer_who_entered_no_land_has_no_data_and_no_verdict (void **state)
{
  BookCase *fixture = *state;
  yl_test_county_set (fixture->county, YL_GROUP_LAND_REVENUE, "", YL_LAND_MIN_SHARE, 20000);
  yl_test_county_add_land (fixture->county, YL_PAYER_COUNTY, 1000, 400, 20000);
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  static const char *const items[] = { "土地出让收入",         "成本性支出合计",
                                       "土地出让收益（净额）", "应计提数",
                                       "差额（应计提减已列）", "判定" };
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    yl_test_book_assert_beside (book, "土地出让收益测算", 1, items[i], 2, "无数据");
  yl_test_book_assert_beside (book, "土地出让收益测算", 1, "土地出让收益（净额）", 3, "600");
  yl_test_book_assert_beside (book, "土地出让收益测算", 1, "资金来源中已列数", 2, "0");
}

/* Staff asks 700 and gets 1000, works ask 5000 and get 4000: 1000 is open, and 300 over pays none. */
static void
what_each_purpose_lacks_stands_by_itself_and_no_total_nets_them (void **state)
{
  BookCase *fixture = *state;
  fixture->county->entry->other.staff.fen = 70000;
  yl_test_county_add_project (fixture->county, 1000, 5000);
  add_source (fixture->county, .level = YL_PAYER_CITY, .purpose = YL_PURPOSE_STAFF, .yuan = 1000);
  add_source (fixture->county, .level = YL_PAYER_CITY, .purpose = YL_PURPOSE_ENGINEERING,
              .yuan = 4000);
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  const guint32 first = yl_test_book_find_row (book, "资金来源", 14, 1, "日常养护");
  const guint32 works = yl_test_book_find_row (book, "资金来源", first, 1, "养护工程");
  const guint32 staff = yl_test_book_find_row (book, "资金来源", first, 1, "人员");
  assert_string_equal (yl_test_book_get_at (book, "资金来源", works, 8), "1000");
  assert_string_equal (yl_test_book_get_at (book, "资金来源", staff, 7), "300");
  assert_string_equal (yl_test_book_get_at (book, "资金来源", staff, 8), "0");
  const guint32 total = yl_test_book_find_row (book, "资金来源", staff, 1, "合计");
  assert_string_equal (yl_test_book_get_at (book, "资金来源", total, 7), "");
  assert_string_equal (yl_test_book_get_at (book, "资金来源", total, 8), "1000");
  yl_test_book_assert_beside (book, "预算总表", 1, "其他支出未落实资金", 5, "1000");
}

static void
a_duplicate_is_paid_by_no_column (void **state)
{
  BookCase *fixture = *state;
  yl_test_county_set (fixture->county, YL_GROUP_MILEAGE, "", 0, YL_BASIS_MAINTAINED);
  add_road (fixture->county, .code = "C001371502", .road_class = YL_CLASS_VILLAGE, .km = "2",
            .maintained = "2", .flags = YL_ROAD_DUPLICATE);
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  assert_string_equal (yl_test_book_get (book, DETAIL, "M4"), "2");
  assert_string_equal (yl_test_book_get (book, DETAIL, "Q4"), "0");
}

static void
a_text_that_begins_like_a_formula_stays_text (void **state)
{
  BookCase *fixture = *state;
  add_road (fixture->county, .code = "=1+1", .road_class = YL_CLASS_VILLAGE, .km = "2",
            .township = "-3镇", .payee = "@SUM(甲)", .package = "+1标");
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  g_autofree char *xml = yl_test_read_tab (fixture->path, book_case_find_tab (book, DETAIL));
  static const char *const cells[] = { "B4", "D4", "T4", "U4" };
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    assert_null (yl_test_find_formula (xml, cells[i]));
  assert_string_equal (yl_test_book_get (book, DETAIL, "B4"), "=1+1");
  assert_string_equal (yl_test_book_get (book, DETAIL, "D4"), "-3镇");
  assert_string_equal (yl_test_book_get (book, DETAIL, "T4"), "@SUM(甲)");
  assert_string_equal (yl_test_book_get (book, DETAIL, "U4"), "+1标");
}

static void
a_control_character_is_shown_as_its_picture (void **state)
{
  BookCase *fixture = *state;
  add_road (fixture->county, .code = "C001\001", .road_class = YL_CLASS_VILLAGE, .km = "2");
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  assert_string_equal (yl_test_book_get (book, DETAIL, "B4"), "C001␁");
}

static void
names_that_a_criterion_would_misread_are_kept_apart (void **state)
{
  BookCase *fixture = *state;
  static const char *const packages[] = { "A*", "Ab", "AB", "1", "True", "#N/A" };
  for (guint i = 0; i < G_N_ELEMENTS (packages); i++)
    add_road (fixture->county, .code = "C001371502", .road_class = YL_CLASS_VILLAGE, .km = "2",
              .package = packages[i]);
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  assert_string_equal (yl_test_book_get (book, DETAIL, "U4"), "A＊");
  assert_string_not_equal (yl_test_book_get (book, DETAIL, "U5"),
                           yl_test_book_get (book, DETAIL, "U6"));
  g_autofree char *other = g_utf8_casefold (yl_test_book_get (book, DETAIL, "U5"), -1);
  g_autofree char *same = g_utf8_casefold (yl_test_book_get (book, DETAIL, "U6"), -1);
  assert_string_not_equal (other, same);
  assert_string_equal (yl_test_book_get (book, DETAIL, "U7"), "1标段");
  assert_string_equal (yl_test_book_get (book, DETAIL, "U8"), "True标段");
  assert_string_equal (yl_test_book_get (book, DETAIL, "U9"), "#N/A标段");
}

static void
names_too_long_for_a_criterion_are_cut_and_kept_apart (void **state)
{
  BookCase *fixture = *state;
  g_autofree char *first = g_strnfill (300, 'x');
  g_autofree char *second = g_strconcat (first, "y", NULL);
  add_road (fixture->county, .code = "C001371502", .road_class = YL_CLASS_VILLAGE, .km = "2",
            .package = first);
  add_road (fixture->county, .code = "C002371502", .road_class = YL_CLASS_VILLAGE, .km = "2",
            .package = second);
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  const char *one = yl_test_book_get (book, DETAIL, "U4");
  const char *other = yl_test_book_get (book, DETAIL, "U5");
  assert_true (g_utf8_strlen (one, -1) <= 255 && g_utf8_strlen (other, -1) <= 255);
  assert_string_not_equal (one, other);
}

static void
the_sheets_are_set_up_for_the_printer (void **state)
{
  g_autoptr (YlTestBook) book = book_case_read (*state, 0);
  const BookCase *fixture = *state;
  g_autofree char *xml = yl_test_read_tab (fixture->path, book_case_find_tab (book, "预算总表"));
  g_autofree char *names = yl_test_read_part (fixture->path, "xl/workbook.xml");
  assert_non_null (strstr (xml, "paperSize=\"9\""));
  assert_non_null (strstr (xml, "orientation=\"landscape\""));
  /* One page does not hold it: 附一 and what follows have the second. */
  assert_non_null (strstr (xml, "<rowBreaks count=\"1\""));
  g_autofree char *fitted = yl_test_read_tab (fixture->path, book_case_find_tab (book, "里程汇总"));
  assert_non_null (strstr (fitted, "fitToHeight=\"0\""));
  assert_null (strstr (fitted, "<rowBreaks"));
  assert_non_null (strstr (xml, "第 &amp;P 页 共 &amp;N 页"));
  assert_non_null (strstr (xml, "state=\"frozen\""));
  assert_non_null (strstr (names, "_xlnm.Print_Titles"));
  assert_non_null (strstr (names, "_xlnm.Print_Area"));
  assert_non_null (strstr (names, "县道标准"));
}

static void
assert_in_part (const BookCase *fixture, const char *part, const char *text)
{
  g_autofree char *xml = yl_test_read_part (fixture->path, part);
  if (strstr (xml, text) == NULL)
    fail_msg ("%s is not in %s: %.600s", text, part, xml);
}

static void
the_book_says_whose_it_is_and_what_made_it (void **state)
{
  book_case_write (*state, 0);
  assert_in_part (*state, "docProps/core.xml", "年农村公路养护预算</dc:title>");
  assert_in_part (*state, "docProps/core.xml", "由 yanglu " YL_VERSION " 生成");
}

static void
charts_show_who_pays_the_demand_and_the_sources_against_it (void **state)
{
  book_case_write (*state, 0);
  assert_in_part (*state, "xl/charts/chart1.xml", "'分乡镇汇总'!");
  assert_in_part (*state, "xl/charts/chart2.xml", "'资金来源'!");
  assert_in_part (*state, "xl/charts/chart3.xml", "'资金承担'!");
}

static YlCopy *
read_copy (const YlTestBook *book)
{
  const guint32 n = yl_test_book_get_last_row (book, YL_COPY_SHEET);
  g_autofree const char **cells = g_new0 (const char *, n + 1);
  for (guint32 i = 0; i < n; i++)
    cells[i] = yl_test_book_get_at (book, YL_COPY_SHEET, i + 1, 0);
  g_autoptr (GError) error = NULL;
  YlCopy *copy = yl_copy_read (cells, n, G_MAXUINT64, &error);
  if (copy == NULL)
    fail_msg ("%s", error->message);
  return copy;
}

/* The first cell of the map that shows @figure. */
static const char *
find_figure (const YlTestBook *book, const YlCopy *copy, const char *figure)
{
  gsize n = 0;
  const YlCopyRange *map = yl_copy_get_map (copy, &n);
  for (gsize i = 0; i < n; i++)
    if (strcmp (map[i].figure, figure) == 0)
      return yl_test_book_get_at (book, map[i].sheet, map[i].first_row + 1, map[i].first_column);
  fail_msg ("the map has no %s", figure);
  return NULL;
}

static void
the_hidden_map_leads_to_the_figures (void **state)
{
  BookCase *fixture = *state;
  add_road (fixture->county, .code = "X001371502", .road_class = YL_CLASS_COUNTY, .km = "12.345");
  add_road (fixture->county, .code = "C001371502", .road_class = YL_CLASS_VILLAGE, .km = "1");
  add_source (fixture->county, .level = YL_PAYER_PROVINCE, .purpose = YL_PURPOSE_DAILY,
              .fund = YL_FUND_GENERAL, .kind = YL_KIND_GRANT, .yuan = 26450, .account = "2140106");
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  g_autoptr (YlCopy) copy = read_copy (book);
  assert_string_equal (find_figure (book, copy, "demand_fen"), "126450");
  assert_string_equal (find_figure (book, copy, "daily.county_gap_fen"), "100000");
  assert_string_equal (find_figure (book, copy, "payers.province.daily.amount_fen"), "26450");
  assert_string_equal (find_figure (book, copy, "mileage.counted_m"), "13.345");
  assert_string_equal (find_figure (book, copy, "roads.amount_fen"), "123450");
  assert_string_equal (find_figure (book, copy, "demand.daily.county.rate_fen_per_km"), "10000");
}

static void
every_figure_of_the_budget_has_its_cell (void **state)
{
  static const char *const figures[] = {
    "mileage.listed_m",
    "mileage.maintained_m",
    "mileage.paid_m",
    "mileage.by_class.county.sections",
    "mileage.by_class.village.duplicate_m",
    "mileage.by_class.special.urban_m",
    "demand.daily.county.length_m",
    "demand.daily.county.last_year_fen",
    "demand.staff.amount_fen",
    "daily.standard_fen",
    "daily.roads_fen",
    "daily.bridges_fen",
    "daily.superior_grants_fen",
    "daily.funded_fen",
    "daily.unfunded_fen",
    "daily.surplus_fen",
    "daily.social_fen",
    "payers.county.daily.amount_fen",
    "sources.amount_fen",
    "land.county.income_fen",
    "land.county.costs.8_fen",
    "land.city.cost_fen",
    "land.city.net_fen",
    "land.city.share_ppm",
    "land.city.due_fen",
    "land.county.min_fen",
    "land.county.max_fen",
    "land.county.booked_fen",
    "townships.county_m",
    "townships.amount_fen",
    "payees.paid_m",
    "payees.amount_fen",
    "packages.amount_fen",
    "indicators.maintained-ratio.actual_ppm",
    "roads.length_m",
    "roads.paid_m",
    "bridges.amount_fen",
    "findings.more_fen",
    "findings.less_fen",
    "findings.late_fen",
    "findings.other_fen",
    "findings_total.error_less_fen",
    "last_year_fen",
  };
  g_autoptr (YlTestBook) book = book_case_read (*state, 0);
  g_autoptr (YlCopy) copy = read_copy (book);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    assert_non_null (find_figure (book, copy, figures[i]));
}

/* 封面 and the checks beside findings of these codes and severities. */
static void
assert_cover (BookCase *fixture,
              const YlFinding *findings,
              guint n,
              const char *state_of_it,
              const char *verdict)
{
  g_autoptr (YlFindings) list = yl_findings_new ();
  for (guint i = 0; i < n; i++)
    yl_findings_add (list, &findings[i]);
  yl_test_make_book (yl_test_county_get_budget (fixture->county), list, 0, fixture->path);
  g_autoptr (YlTestBook) book = yl_test_read_book (fixture->path);
  const guint32 title = yl_test_book_find_row (book, "封面", 1, 0, "农村公路养护预算");
  assert_string_equal (yl_test_book_get_at (book, "封面", title + 2, 0), state_of_it);
  yl_test_book_assert_beside (book, CHECKS, 1, "结论", 5, verdict);
}

/* A gap that is not booked yet makes no draft, nor does a warning. */
static void
a_budget_with_errors_of_the_data_is_a_draft (void **state)
{
  static const YlFinding findings[] = {
    { .code = YL_B02, .severity = YL_SEVERITY_ERROR },
    { .code = YL_D05, .severity = YL_SEVERITY_WARNING },
    { .code = YL_C03, .severity = YL_SEVERITY_WARNING },
    { .code = YL_A01, .severity = YL_SEVERITY_ERROR },
    { .code = YL_C04, .severity = YL_SEVERITY_ERROR },
    { .code = YL_E02, .severity = YL_SEVERITY_ERROR },
  };
  assert_cover (*state, findings, 0, "", "全部通过");
  assert_cover (*state, findings, 3, "", "全部通过");
  assert_cover (*state, findings, G_N_ELEMENTS (findings), "（草稿：问题清单中尚有 3 项差错）",
                "各项相等，数据有差错");
}

static const char *
or_empty (const char *text)
{
  return text == NULL ? "" : text;
}

/* 300.00 too much and 100.00 too little are both of errors and stay 300.00 and 100.00; what is
 * unknown has its column too. */
static void
what_is_too_much_and_too_little_is_never_netted (void **state)
{
  static const YlFinding findings[] = {
    { .code = YL_C04, .severity = YL_SEVERITY_ERROR, .at_stake = { 30000 }, .is_priced = TRUE },
    { .code = YL_C04, .severity = YL_SEVERITY_ERROR, .at_stake = { -10000 }, .is_priced = TRUE },
    { .code = YL_D01, .severity = YL_SEVERITY_ERROR, .at_stake = { 700 }, .is_priced = TRUE },
    { .code = YL_D05, .severity = YL_SEVERITY_ERROR },
  };
  /* In 元; the sums stand below the four. */
  static const char *const shown[][4] = { { "300", "", "", "" },
                                          { "", "100", "", "" },
                                          { "", "", "7", "" },
                                          { "", "", "", "未知" },
                                          { "300", "100", "7", "0" } };
  BookCase *fixture = *state;
  g_autoptr (YlFindings) list = yl_findings_new ();
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    yl_findings_add (list, &findings[i]);
  yl_test_make_book (yl_test_county_get_budget (fixture->county), list, 0, fixture->path);
  g_autoptr (YlTestBook) book = yl_test_read_book (fixture->path);
  for (guint row = 0; row < G_N_ELEMENTS (shown); row++)
    for (guint i = 0; i < 4; i++)
      assert_string_equal (
          or_empty (yl_test_book_get_at (book, "问题清单", FIRST_ROW + row, 12 + i)),
          shown[row][i]);
}

static void
assert_account_row (const YlTestBook *book, guint32 row, const char *const cells[8])
{
  for (guint i = 0; i < 8; i++)
    assert_string_equal (or_empty (yl_test_book_get_at (book, "按科目汇总", row, 1 + i)), cells[i]);
}

/* 10 km of county road ask 100,000: 30,000 and 5,000 of 公路养护, 20,000 of land; works of 500 more than
 * are asked. */
static void
each_account_has_its_funds_and_what_of_each_purpose_it_pays (void **state)
{
  BookCase *fixture = *state;
  YlTestCounty *county = fixture->county;
  add_road (county, .code = "X001371502", .km = "10");
  add_source (county, .account = "2140106", .yuan = 30000);
  add_source (county, .account = "2140106-公路养护", .yuan = 5000);
  add_source (county, .account = "2120804", .fund = YL_FUND_GOVERNMENT, .yuan = 20000);
  add_source (county, .level = YL_PAYER_SOCIAL, .fund = YL_FUND_SOCIAL, .yuan = 700);
  add_source (county, .account = "2140105", .purpose = YL_PURPOSE_STAFF, .yuan = 500);
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  static const char *const rows[][8] = {
    { "全部用途", "2120804", "国有土地使用权出让收入安排的支出（款）", "0", "20000", "20000", "0",
      "20000" },
    { "全部用途", "2140106", "公路养护", "35000", "0", "35000", "0", "35000" },
    { "全部用途", "（未填科目）", "", "0", "0", "0", "700", "700" },
    { "全部用途", "2140105", "", "500", "0", "500", "0", "500" },
    { "", "", "", "35500", "20000", "55500", "700", "56200" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_account_row (book, FIRST_ROW + i, rows[i]);
  static const char *const uses[][8] = {
    { "日常养护", "2120804", "国有土地使用权出让收入安排的支出（款）", "0", "20000", "20000", "0",
      "20000" },
    { "日常养护", "2140106", "公路养护", "35000", "0", "35000", "0", "35000" },
    { "日常养护", "（未填科目）", "", "0", "0", "0", "700", "0" },
    { "日常养护", "（未定科目）", "资金尚未落实", "", "", "", "", "45000" },
    { "人员", "2140105", "", "500", "0", "500", "0", "500" },
    { "人员", "（未定科目）", "资金多于预算数", "", "", "", "", "-500" },
    { "", "", "", "35500", "20000", "55500", "700", "100000" },
  };
  const guint32 first = FIRST_ROW + (guint32) G_N_ELEMENTS (rows) + 3; /* gap, title, heads */
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    assert_account_row (book, first + i, uses[i]);
}

/* Accounts came with the seventh edition. */
static void
a_workbook_of_the_sixth_edition_has_no_sheet_of_accounts (void **state)
{
  BookCase *fixture = *state;
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = yl_planned_book_new ("预算.xlsx", texts);
  g_autoptr (YlFindings) none = yl_findings_new ();
  const YlCellSink sink = yl_plan_get_sink (plan);
  const YlBookRequest request = { .budget = yl_test_county_get_budget (fixture->county),
                                  .findings = none,
                                  .fingerprint = "",
                                  .edition = 6 };
  yl_form_free (yl_book_write (&request, &sink));
  assert_null (yl_workbook_find_sheet (plan->workbook, "按科目汇总"));
  assert_non_null (yl_workbook_find_sheet (plan->workbook, "资金来源"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    with_county (the_same_request_gives_the_same_bytes),
    with_county (the_sheets_stand_in_the_order_of_the_offices),
    with_empty_county (a_county_without_bridges_has_no_sheet_for_them),
    with_empty_county (a_county_without_any_road_still_gets_its_forms),
    with_empty_county (the_row_of_a_road_shows_its_working),
    with_empty_county (the_plan_of_payment_follows_the_policy),
    with_empty_county (the_public_is_told_payees_works_and_documents),
    with_empty_county (documents_of_many_payees_stand_once_below_the_total),
    with_empty_county (a_row_without_a_township_has_one_name_on_every_sheet),
    with_empty_county (a_duplicate_is_listed_and_not_counted),
    with_empty_county (a_payer_who_entered_no_land_has_no_data_and_no_verdict),
    with_empty_county (what_each_purpose_lacks_stands_by_itself_and_no_total_nets_them),
    with_empty_county (a_duplicate_is_paid_by_no_column),
    with_empty_county (a_text_that_begins_like_a_formula_stays_text),
    with_empty_county (a_control_character_is_shown_as_its_picture),
    with_empty_county (names_too_long_for_a_criterion_are_cut_and_kept_apart),
    with_empty_county (names_that_a_criterion_would_misread_are_kept_apart),
    with_county (the_sheets_are_set_up_for_the_printer),
    with_county (the_book_says_whose_it_is_and_what_made_it),
    with_county (charts_show_who_pays_the_demand_and_the_sources_against_it),
    with_empty_county (the_hidden_map_leads_to_the_figures),
    with_county (every_figure_of_the_budget_has_its_cell),
    with_empty_county (each_account_has_its_funds_and_what_of_each_purpose_it_pays),
    with_county (a_workbook_of_the_sixth_edition_has_no_sheet_of_accounts),
    with_empty_county (a_budget_with_errors_of_the_data_is_a_draft),
    with_empty_county (what_is_too_much_and_too_little_is_never_netted),
  };
  return cmocka_run_group_tests_name ("budget book", tests, NULL, NULL);
}
