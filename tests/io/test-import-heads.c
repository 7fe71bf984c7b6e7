#include "support/assert.h"

#include "yanglu/io/import/head-match.h"
#include "yanglu/io/import/row-label.h"
#include "yanglu/io/words/words.h"

#include <string.h>

/* A small table stands for roads, bridges and funds: they differ in names only. */
enum
{
  CODE,
  CLASS,
  LENGTH,
  START,
  END,
  LAST_CODE,
  TOWNSHIP,
  AMOUNT,
};

static const YlImportColumn columns[] = {
  [CODE] = { "code" },         [CLASS] = { "class" },   [LENGTH] = { "length" },
  [START] = { "start" },       [END] = { "end" },       [LAST_CODE] = { "last-code" },
  [TOWNSHIP] = { "township" }, [AMOUNT] = { "amount" },
};
static const char words_text[] = "[heads.roads]\n"
                                 "code = 路线编码, K0101\n"
                                 "class = 类别\n"
                                 "length = 里程, 长度\n"
                                 "length ~ 路线长度\n"
                                 "start = 起点桩号, 桩号起点\n"
                                 "end = 止点桩号, 桩号止点\n"
                                 "township = 乡镇\n"
                                 "last-code = 上年路线编码\n"
                                 "amount = 金额\n"
                                 "bridge = 桥名\n"
                                 "[head.part]\n"
                                 "nothing = 本年末\n"
                                 "[head.aside]\n"
                                 "aside = 重复, 上年\n"
                                 "[head.below]\n"
                                 "hint = 必填, 选填, 字符, 数值\n"
                                 "label = 数据类型\n"
                                 "numbering = 栏次\n"
                                 "[unit.head]\n"
                                 "km = 公里, 千米, KM\n"
                                 "wan = 万元\n"
                                 "yuan = 元\n"
                                 "metre = 米, M\n"
                                 "percent = %\n";
static const guint64 enough[] = { 1 << CLASS | 1 << LENGTH, 0 };

static const char *
get_missing (guint64 found)
{
  if ((found & (1U << CLASS)) == 0)
    return "类别";
  return (found & (1U << LENGTH)) == 0 ? "里程" : NULL;
}

static const YlImportTable table = {
  .words = YL_WORDS_ROAD_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = enough,
  .expected = "类别和里程",
  .get_missing = get_missing,
};

/* Gives the finder a row written as "a|b|c". */
static YlHeadsStep
take (YlHeadFinder *finder, guint32 row, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "|", -1);
  const guint n = g_strv_length (cells);
  g_autofree YlText *texts = g_new0 (YlText, n);
  for (guint i = 0; i < n; i++)
    texts[i] = yl_text_of (cells[i]);
  return yl_head_finder_take (finder, row, texts, n);
}

static void
assert_at (const YlHeadFinder *finder, guint column, guint cell)
{
  assert_number_equal (yl_head_finder_get (finder, column)->cell, cell);
}

static YlWords *words;

static int
set_up (void **state)
{
  words = yl_words_new ();
  if (!yl_words_parse (words, "small.words", words_text, NULL))
    return -1;
  *state = yl_head_finder_new (&table, words);
  return 0;
}

static int
tear_down (void **state)
{
  yl_head_finder_free (*state);
  yl_arena_free_record (words);
  return 0;
}

static void
heads_are_found_in_any_order_between_other_columns (void **state)
{
  assert_int_equal (take (*state, 1, "序号|里程|备注|类别"), YL_HEADS_HEAD);
  assert_at (*state, LENGTH, 1);
  assert_at (*state, CLASS, 3);
  assert_at (*state, CODE, YL_HEAD_ABSENT);
  assert_int_equal (take (*state, 2, "1|2.5||县道"), YL_HEADS_DATA);
}

static void
width_case_blanks_line_breaks_and_punctuation_do_not_matter (void **state)
{
  assert_int_equal (take (*state, 1, " 类\n别 *|里　程：|ｋ０１０１|乡（镇）"), YL_HEADS_HEAD);
  assert_at (*state, CLASS, 0);
  assert_at (*state, LENGTH, 1);
  assert_at (*state, CODE, 2);
  assert_at (*state, TOWNSHIP, 3);
}

static void
titles_may_stand_above (void **state)
{
  assert_int_equal (take (*state, 1, "东昌府区农村公路里程台账|||"), YL_HEADS_NOT_YET);
  assert_int_equal (take (*state, 2, "填报单位：交通运输局|||单位：公里"), YL_HEADS_NOT_YET);
  assert_int_equal (take (*state, 3, "类别|里程||"), YL_HEADS_HEAD);
  assert_int_equal (take (*state, 4, "县道|1||"), YL_HEADS_DATA);
}

static void
a_head_states_its_unit_in_brackets_or_behind (void **state)
{
  static const struct
  {
    const char *head;
    YlHeadUnit unit;
  } cases[] = {
    { "里程", YL_UNIT_NONE },
    { "里程(公里)", YL_UNIT_KILOMETRE },
    { "里程（KM）", YL_UNIT_KILOMETRE },
    { "里程【千米】", YL_UNIT_KILOMETRE },
    { "长度（m）", YL_UNIT_METRE },
    { "里程(米)", YL_UNIT_METRE },
    { "长度/米", YL_UNIT_METRE },
    { "里程公里", YL_UNIT_KILOMETRE },
    { "长度（单位：米）", YL_UNIT_METRE },
    { "里程（公里，三位小数）", YL_UNIT_KILOMETRE },
    { "里程（必填）", YL_UNIT_NONE },
  };
  (void) state;
  const YlHeadNames names = yl_head_names_of (&table, words);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlHeadMatch match = { .column = YL_HEADS_MAX, .unit = YL_UNIT_PERCENT, .rank = 9 };
      assert_true (yl_head_match (&names, cases[i].head, &match));
      assert_number_equal (match.column, LENGTH);
      assert_number_equal (match.unit, cases[i].unit);
      assert_number_equal (match.rank, 0);
    }
}

static void
money_is_in_yuan_or_in_ten_thousands (void **state)
{
  YlHeadMatch match = { 0 };
  (void) state;
  const YlHeadNames names = yl_head_names_of (&table, words);
  assert_true (yl_head_match (&names, "金额(元)", &match));
  assert_number_equal (match.unit, YL_UNIT_YUAN);
  assert_true (yl_head_match (&names, "金额（万元）", &match));
  assert_number_equal (match.unit, YL_UNIT_WAN);
  assert_false (yl_head_match (&names, "金额合计", &match));
}

static void
two_rows_of_heads_are_one_and_the_upper_text_carries_right (void **state)
{
  assert_int_equal (take (*state, 1, "类别|桩号||里程|上年"), YL_HEADS_HEAD);
  assert_int_equal (take (*state, 2, "|起点|止点|（米）|路线编码"), YL_HEADS_HEAD);
  assert_at (*state, CLASS, 0);
  assert_at (*state, START, 1);
  assert_at (*state, END, 2);
  assert_at (*state, LENGTH, 3);
  assert_number_equal (yl_head_finder_get (*state, LENGTH)->unit, YL_UNIT_METRE);
  assert_at (*state, LAST_CODE, 4);
  assert_at (*state, CODE, YL_HEAD_ABSENT);
  assert_string_equal (yl_head_finder_get (*state, END)->head, "桩号 止点");
  assert_int_equal (take (*state, 3, "县道|0|1|1000|"), YL_HEADS_DATA);
}

static void
two_rows_that_only_together_are_enough_are_found (void **state)
{
  assert_int_equal (take (*state, 1, "路线||里程|"), YL_HEADS_NOT_YET);
  assert_int_equal (take (*state, 2, "编码|类别|公里|备注"), YL_HEADS_HEAD);
  assert_at (*state, CODE, 0);
  assert_at (*state, LENGTH, 2);
  assert_number_equal (yl_head_finder_get (*state, LENGTH)->unit, YL_UNIT_KILOMETRE);
}

static void
heads_in_three_rows_are_read_along_their_path (void **state)
{
  take (*state, 1, "类别|路段基本属性|||里程|备注");
  take (*state, 2, "|桩号||编码||");
  assert_int_equal (take (*state, 3, "|起点|止点|路线|公里|"), YL_HEADS_HEAD);
  assert_at (*state, CLASS, 0);
  assert_at (*state, START, 1);
  assert_at (*state, END, 2);
  assert_at (*state, CODE, 3);
  assert_at (*state, LENGTH, 4);
  assert_number_equal (yl_head_finder_get (*state, LENGTH)->unit, YL_UNIT_KILOMETRE);
  assert_string_equal (yl_head_finder_get (*state, END)->head, "路段基本属性 桩号 止点");
  assert_int_equal (take (*state, 4, "县道|0|1|X001371502|1|"), YL_HEADS_DATA);
}

static void
a_head_of_the_upper_row_ends_what_is_carried_below_it (void **state)
{
  take (*state, 1, "类别|桩号||里程||上年");
  take (*state, 2, "|起点|止点||单位|");
  assert_int_equal (take (*state, 3, "||||公里|路线编码"), YL_HEADS_HEAD);
  assert_at (*state, END, 2);
  assert_at (*state, LENGTH, 3);
  assert_at (*state, LAST_CODE, 5);
  assert_at (*state, CODE, YL_HEAD_ABSENT);
}

/* Four rows that only together are enough; of five the first is too far above. */
static void
rows_that_only_together_are_heads_are_at_most_four (void **state)
{
  take (*state, 1, "类|||");
  take (*state, 2, "|桩号||");
  take (*state, 3, "|起点|止点|里程");
  assert_int_equal (take (*state, 4, "别|||公里"), YL_HEADS_HEAD);
  assert_at (*state, CLASS, 0);
  yl_head_finder_begin (*state);
  take (*state, 1, "类别|||");
  take (*state, 2, "|桩号||");
  take (*state, 3, "|起点||");
  take (*state, 4, "|（公里）||");
  assert_int_equal (take (*state, 5, "|||里程"), YL_HEADS_NOT_YET);
}

static void
heads_have_at_most_six_rows (void **state)
{
  take (*state, 1, "类别|里程|备注");
  for (guint row = 2; row <= 6; row++)
    assert_int_equal (take (*state, row, "|公里|"), YL_HEADS_HEAD);
  /* The seventh is a line that says how cells are filled in. */
  const YlHeadFinder *finder = *state;
  assert_string_equal (yl_head_finder_get (finder, LENGTH)->head, "里程 公里 公里 公里 公里 公里");
  take (*state, 7, "|公里|");
  assert_string_equal (yl_head_finder_get (finder, LENGTH)->head, "里程 公里 公里 公里 公里 公里");
}

static void
what_stands_under_another_thing_is_none_of_the_row (void **state)
{
  take (*state, 1, "类别|里程|重复路段|||上年|");
  assert_int_equal (take (*state, 2, "||路线编码|起点桩号|止点桩号|乡镇|路线编码"), YL_HEADS_HEAD);
  assert_at (*state, CODE, YL_HEAD_ABSENT);
  assert_at (*state, START, YL_HEAD_ABSENT);
  assert_at (*state, END, YL_HEAD_ABSENT);
  assert_at (*state, TOWNSHIP, YL_HEAD_ABSENT);
  assert_at (*state, LAST_CODE, 6);
}

static void
a_title_with_such_a_word_changes_nothing (void **state)
{
  take (*state, 1, "上年农村公路里程表||");
  assert_int_equal (take (*state, 2, "类别|里程|乡镇"), YL_HEADS_HEAD);
  assert_at (*state, TOWNSHIP, 2);
}

static void
of_two_years_the_column_of_this_one_is_read (void **state)
{
  take (*state, 1, "类别|里程（公里）||");
  assert_int_equal (take (*state, 2, "|上年末|本年末|"), YL_HEADS_HEAD);
  assert_at (*state, LENGTH, 2);
  assert_number_equal (yl_head_finder_get (*state, LENGTH)->unit, YL_UNIT_KILOMETRE);
}

static void
of_several_years_the_wanted_one_is_read_else_the_newest_before_it (void **state)
{
  static const struct
  {
    guint year;
    const char *heads;
    guint cell;
  } cases[] = {
    { 0, "类别|2019年里程|2020年里程", 2 },    { 0, "类别|2020年里程|2019年里程", 1 },
    { 2020, "类别|2019年里程|2020年里程", 2 }, { 2019, "类别|2019年里程|2020年里程", 1 },
    { 2019, "类别|2020年里程|2019年里程", 2 }, { 2018, "类别|2019年里程|2020年里程", 2 },
    { 2021, "类别|2020年里程|2022年里程", 1 }, { 2021, "类别|2020年末里程|里程", 2 },
    { 2021, "类别|里程|2020年里程", 1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      yl_head_finder_begin (*state);
      yl_head_finder_set_year (*state, cases[i].year);
      assert_int_equal (take (*state, 1, cases[i].heads), YL_HEADS_HEAD);
      assert_at (*state, LENGTH, cases[i].cell);
    }
  yl_head_finder_begin (*state);
  take (*state, 1, "类别|里程||");
  assert_int_equal (take (*state, 2, "|2019年|2020年|"), YL_HEADS_HEAD);
  assert_at (*state, LENGTH, 2);
}

static void
what_is_no_year_makes_no_head_of_one (void **state)
{
  static const char *const heads[] = { "类别|20年里程", "类别|1989年里程", "类别|2100年里程",
                                       "类别|2020里程", "类别|2020年" };
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      yl_head_finder_begin (*state);
      assert_int_equal (take (*state, 1, heads[i]), YL_HEADS_NOT_YET);
    }
}

static void
a_length_in_parts_that_are_not_known_is_no_length (void **state)
{
  static const char *const parts[] = { "|水泥|沥青|", "|其中|水泥|沥青" };
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      yl_head_finder_begin (*state);
      assert_int_equal (take (*state, 1, "类别|里程||"), YL_HEADS_HEAD);
      assert_int_equal (take (*state, 2, parts[i]), YL_HEADS_NOT_YET);
      assert_number_equal (yl_head_finder_get_columns (*state), 0);
    }
}

static void
a_row_with_figures_or_with_one_word_is_no_part_of_heads (void **state)
{
  static const char *const rows[] = { "|1|2|", "|K0+000|X001|", "|水泥||", "||备注|",
                                      "县道|水泥|沥青|" };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      yl_head_finder_begin (*state);
      take (*state, 1, "类别|里程||");
      assert_int_equal (take (*state, 2, rows[i]), YL_HEADS_DATA);
      assert_at (*state, LENGTH, 1);
    }
}

static void
a_row_of_data_is_no_second_row_of_heads (void **state)
{
  take (*state, 1, "类别|里程|乡镇");
  assert_int_equal (take (*state, 2, "县道||"), YL_HEADS_DATA);
}

/* Whether the row below four heads, or as many as it has cells, is passed over. */
static gboolean
is_passed_over (void **state, const char *heads, const char *row)
{
  yl_head_finder_begin (*state);
  assert_int_equal (take (*state, 1, heads), YL_HEADS_HEAD);
  return take (*state, 2, row) == YL_HEADS_HEAD;
}

typedef struct
{
  const char *row;
  gboolean is_passed;
} LineCase;

static void
a_row_that_numbers_the_columns_is_passed_over (void **state)
{
  static const LineCase cases[] = {
    { "1|2|3|4", TRUE },
    { "甲|1|2|3", TRUE },
    { "甲|乙|丙|1", TRUE },
    { "甲|乙|1|2", TRUE },
    { "(1)|(2)|(3)|(4)", TRUE },
    { "（1）|（2）|（3）|（4）", TRUE },
    { "①|②|③|④", TRUE },
    { "⑴|⑵|⑶|⑷", TRUE },
    { "A|B|C|D", TRUE },
    { "a|b|c|d", TRUE },
    { "A|B|1|2", TRUE },
    { "一|二|三|四", TRUE },
    { "Ⅰ|Ⅱ|Ⅲ|Ⅳ", TRUE },
    { "I|II|III|IV", TRUE },
    { "C1|C2|C3|C4", TRUE },
    { "A|B|I|II", TRUE },
    { "I|II|IV|V", FALSE },
    { "C1|C2|D3|D4", FALSE },
    { "C1|C3|C4|C5", FALSE },
    { "I|II|III|X001371502", FALSE },
    { "１|２|３|４", TRUE },
    { "1.|2.|3.|4.", TRUE },
    { "1|2|3=1+2|4", TRUE },
    { "栏次|1|2|3", TRUE },
    { "—|1|2|3", TRUE },
    { "第1栏|第2栏|第3栏|", TRUE },
    { "1列|2列|3列|4列", TRUE },
    { "1|2|3|", TRUE },
    { "|1|2|3", TRUE },
    { "1||2|3", TRUE },
    { "1|2||", FALSE },
    { "1|2|4|5", FALSE },
    { "2|3|4|5", FALSE },
    { "1|1|2|3", FALSE },
    { "1|县道|2|古楼街道", FALSE },
    { "甲|丙|丁|1", FALSE },
    { "A|C|1|2", FALSE },
    { "1|2|3|X", FALSE },
    { "0|1|2|3", FALSE },
    { "1|2|3.5|4", FALSE },
    { "栏目|1|2|3", FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (is_passed_over (state, "序号|类别|里程|乡镇", cases[i].row) != cases[i].is_passed)
      fail_msg ("%s", cases[i].row);
}

/* 甲 may be a name, and 1 its amount, where more could be numbered. */
static void
two_columns_are_numbered_where_both_are (void **state)
{
  assert_true (is_passed_over (state, "类别|里程", "甲|1"));
  assert_true (is_passed_over (state, "类别|里程", "1|2"));
  assert_true (is_passed_over (state, "类别|里程|乡镇", "—|1|2"));
  assert_true (is_passed_over (state, "类别|里程|乡镇", "栏次|1|2"));
  assert_false (is_passed_over (state, "类别|里程", "|1"));
  assert_false (is_passed_over (state, "类别|里程", "2|1"));
  assert_false (is_passed_over (state, "类别|里程|乡镇", "甲|1|"));
  assert_false (is_passed_over (state, "类别|里程|乡镇", "1|2|"));
}

static void
a_row_that_says_how_cells_are_filled_in_is_passed_over (void **state)
{
  static const LineCase cases[] = {
    { "必填|必填|选填|选填", TRUE },
    { "必填|||", TRUE },
    { "字符|字符(10)|数值（8,3）|字符20", TRUE },
    { "（必填）|必填|公里|", TRUE },
    { "必填|必填|县道/乡道/村道|选填", TRUE },
    { "数据类型|文字|数|文字", TRUE },
    { "ROAD_NO|class|length_km|TOWN", TRUE },
    { "必填|县道|1|乡镇甲", FALSE },
    { "必填|必填|选填|1", FALSE },
    { "必填|甲路|丙路|", FALSE },
    { "甲路|数据类型|乙路|", FALSE },
    { "X|Y|Z|甲", FALSE },
    { "AB|CD||", FALSE },
    { "县道|沙镇镇||", FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (is_passed_over (state, "序号|类别|里程|乡镇", cases[i].row) != cases[i].is_passed)
      fail_msg ("%s", cases[i].row);
}

static void
six_such_rows_may_follow_each_other_and_data_ends_them (void **state)
{
  take (*state, 1, "序号|类别|里程|乡镇");
  for (guint row = 2; row <= 7; row++)
    assert_int_equal (take (*state, row, row % 2 == 0 ? "1|2|3|4" : "必填|必填|选填|选填"),
                      YL_HEADS_HEAD);
  assert_int_equal (take (*state, 8, "甲|乙|丙|1"), YL_HEADS_DATA);
  yl_head_finder_begin (*state);
  take (*state, 1, "序号|类别|里程|乡镇");
  assert_int_equal (take (*state, 2, "1|县道|2|古楼街道"), YL_HEADS_DATA);
  assert_int_equal (take (*state, 3, "1|2|3|4"), YL_HEADS_DATA);
}

static void
the_first_of_two_columns_wins_and_a_warning_says_so (void **state)
{
  g_autoptr (YlFindings) findings = yl_findings_new ();
  take (*state, 1, "类别|里程|长度(米)");
  assert_at (*state, LENGTH, 1);
  yl_head_finder_report_repeats (*state, "a.csv", "", findings);
  assert_number_equal ((gint64) yl_findings_get_n (findings), 1);
  const YlFinding *finding = yl_findings_get (findings, 0);
  assert_int_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_string_equal (finding->column, "里程");
  assert_non_null (strstr (finding->message, "第 3 列"));
}

static void
a_fallback_serves_only_where_the_proper_head_is_missing (void **state)
{
  g_autoptr (YlFindings) findings = yl_findings_new ();
  take (*state, 1, "类别|路线长度|里程");
  assert_at (*state, LENGTH, 2);
  yl_head_finder_report_repeats (*state, "a.csv", "", findings);
  assert_number_equal ((gint64) yl_findings_get_n (findings), 0);
  yl_head_finder_begin (*state);
  take (*state, 1, "类别|里程|路线长度");
  assert_at (*state, LENGTH, 1);
  yl_head_finder_report_repeats (*state, "a.csv", "", findings);
  assert_number_equal ((gint64) yl_findings_get_n (findings), 0);
  yl_head_finder_begin (*state);
  take (*state, 1, "类别|路线长度");
  assert_at (*state, LENGTH, 1);
}

static void
heads_at_a_page_break_are_heads_again_and_may_stand_elsewhere (void **state)
{
  take (*state, 1, "里程台账||");
  take (*state, 2, "类别|里程|");
  take (*state, 3, "县道|1|");
  assert_int_equal (take (*state, 40, "里程台账||"), YL_HEADS_HEAD);
  assert_int_equal (take (*state, 41, "类别||里程"), YL_HEADS_HEAD);
  assert_int_equal (take (*state, 42, "县道||1"), YL_HEADS_DATA);
  assert_at (*state, LENGTH, 2);
}

static void
heads_of_another_table_are_not_taken (void **state)
{
  assert_int_equal (take (*state, 1, "类别|桥名|长度"), YL_HEADS_NOT_YET);
}

static void
a_table_without_heads_says_what_is_missing_and_what_was_seen (void **state)
{
  g_autoptr (YlFindings) findings = yl_findings_new ();
  take (*state, 1, "台账");
  take (*state, 2, "序号|类别|桩长");
  take (*state, 3, "1|县道|12");
  yl_head_finder_report_missing (*state, "a.csv", findings);
  const YlFinding *finding = yl_findings_get (findings, 0);
  assert_int_equal (finding->code, YL_E01);
  assert_int_equal (finding->severity, YL_SEVERITY_ERROR);
  assert_number_equal (finding->row, 2);
  assert_string_equal (finding->seen, "序号、类别、桩长");
  assert_non_null (strstr (finding->message, "缺少表头里程"));
}

static void
sums_are_known_in_any_cell_with_blanks_inside (void **state)
{
  static const struct
  {
    const char *cell;
    gboolean is_sum;
  } cases[] = {
    { "合计", TRUE },      { "合  计", TRUE }, { "　小　计：", TRUE }, { "县道小计", TRUE },
    { "总计", TRUE },      { "累计", TRUE },   { "设计院路", FALSE },  { "计生路", FALSE },
    { "会计学校", FALSE }, { "12.5", FALSE },  { "", FALSE },
  };
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const YlText cells[] = { yl_text_of ("1"), yl_text_of (cases[i].cell) };
      assert_int_equal (yl_row_is_sum (yl_words_get_builtin (), cells, 2), cases[i].is_sum);
    }
}

static void
what_somebody_said_of_a_head_goes_before_all_that_is_found (void **state)
{
  yl_words_mend (words, YL_WORDS_ROAD_HEADS, "实际走行（米）", "length");
  assert_int_equal (take (*state, 1, "类别|里程|实际走行（米）"), YL_HEADS_HEAD);
  assert_at (*state, LENGTH, 2);
  assert_int_equal (yl_head_finder_get (*state, LENGTH)->unit, YL_UNIT_METRE);
}

static void
a_head_that_is_said_to_be_nothing_is_not_read (void **state)
{
  yl_words_mend (words, YL_WORDS_ROAD_HEADS, "里程", NULL);
  assert_int_equal (take (*state, 1, "类别|里程|长度"), YL_HEADS_HEAD);
  assert_at (*state, LENGTH, 2);
}

static void
the_last_thing_said_of_a_head_counts (void **state)
{
  yl_words_mend (words, YL_WORDS_ROAD_HEADS, "甲", "class");
  yl_words_mend (words, YL_WORDS_ROAD_HEADS, "甲", "length");
  yl_words_mend (words, YL_WORDS_ROAD_HEADS, "乙", "class");
  assert_int_equal (take (*state, 1, "甲|乙"), YL_HEADS_HEAD);
  assert_at (*state, LENGTH, 0);
  assert_at (*state, CLASS, 1);
}

/* Of several rows the head is what stands below each other: 桩号 起点. */
static void
a_head_of_several_rows_is_said_as_it_is_shown (void **state)
{
  yl_words_mend (words, YL_WORDS_ROAD_HEADS, "走行 全部", "length");
  assert_int_equal (take (*state, 1, "类别|走行|"), YL_HEADS_NOT_YET);
  assert_int_equal (take (*state, 2, "|全部|净"), YL_HEADS_HEAD);
  assert_at (*state, LENGTH, 1);
}

static void
heads_that_were_missed_are_shown (void **state)
{
  take (*state, 1, "线路|类别|走行");
  take (*state, 2, "X1|县道|1");
  const GPtrArray *missed = yl_head_finder_get_missed (*state);
  assert_int_equal (missed->len, 3);
  assert_string_equal (g_ptr_array_index (missed, 0), "线路");
  assert_string_equal (g_ptr_array_index (missed, 2), "走行");
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (heads_are_found_in_any_order_between_other_columns),
    SENTENCE (width_case_blanks_line_breaks_and_punctuation_do_not_matter),
    SENTENCE (titles_may_stand_above),
    SENTENCE (a_head_states_its_unit_in_brackets_or_behind),
    SENTENCE (money_is_in_yuan_or_in_ten_thousands),
    SENTENCE (two_rows_of_heads_are_one_and_the_upper_text_carries_right),
    SENTENCE (two_rows_that_only_together_are_enough_are_found),
    SENTENCE (heads_in_three_rows_are_read_along_their_path),
    SENTENCE (a_head_of_the_upper_row_ends_what_is_carried_below_it),
    SENTENCE (rows_that_only_together_are_heads_are_at_most_four),
    SENTENCE (heads_have_at_most_six_rows),
    SENTENCE (what_stands_under_another_thing_is_none_of_the_row),
    SENTENCE (a_title_with_such_a_word_changes_nothing),
    SENTENCE (of_two_years_the_column_of_this_one_is_read),
    SENTENCE (of_several_years_the_wanted_one_is_read_else_the_newest_before_it),
    SENTENCE (what_is_no_year_makes_no_head_of_one),
    SENTENCE (a_length_in_parts_that_are_not_known_is_no_length),
    SENTENCE (a_row_with_figures_or_with_one_word_is_no_part_of_heads),
    SENTENCE (a_row_of_data_is_no_second_row_of_heads),
    SENTENCE (a_row_that_numbers_the_columns_is_passed_over),
    SENTENCE (two_columns_are_numbered_where_both_are),
    SENTENCE (a_row_that_says_how_cells_are_filled_in_is_passed_over),
    SENTENCE (six_such_rows_may_follow_each_other_and_data_ends_them),
    SENTENCE (the_first_of_two_columns_wins_and_a_warning_says_so),
    SENTENCE (a_fallback_serves_only_where_the_proper_head_is_missing),
    SENTENCE (heads_at_a_page_break_are_heads_again_and_may_stand_elsewhere),
    SENTENCE (heads_of_another_table_are_not_taken),
    SENTENCE (a_table_without_heads_says_what_is_missing_and_what_was_seen),
    SENTENCE (sums_are_known_in_any_cell_with_blanks_inside),
    SENTENCE (what_somebody_said_of_a_head_goes_before_all_that_is_found),
    SENTENCE (a_head_that_is_said_to_be_nothing_is_not_read),
    SENTENCE (the_last_thing_said_of_a_head_counts),
    SENTENCE (a_head_of_several_rows_is_said_as_it_is_shown),
    SENTENCE (heads_that_were_missed_are_shown),
  };
  return cmocka_run_group_tests_name ("import-heads", tests, NULL, NULL);
}
