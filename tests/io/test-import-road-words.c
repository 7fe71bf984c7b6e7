#include "road-fixture.h"

#include "yanglu/io/words/words.h"

#include <string.h>

typedef struct
{
  const char *cell;
  guint value;
} WordCase;

static void
classes_are_read_by_word_and_by_letter (void **state)
{
  static const WordCase cases[] = {
    { "县道", YL_CLASS_COUNTY },      { "乡道", YL_CLASS_TOWNSHIP }, { "村道", YL_CLASS_VILLAGE },
    { "专用公路", YL_CLASS_SPECIAL }, { "X", YL_CLASS_COUNTY },      { "ｙ", YL_CLASS_TOWNSHIP },
    { "c", YL_CLASS_VILLAGE },        { "Z", YL_CLASS_SPECIAL },     { " 县道 ", YL_CLASS_COUNTY },
    { "县级公路", YL_CLASS_COUNTY },
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = g_strdup_printf ("类别|里程\n%s|1", cases[i].cell);
      road_fixture_read (fixture, rows);
      assert_no_findings (fixture->findings);
      assert_number_equal (road_fixture_get (fixture, 0)->road_class, cases[i].value);
    }
}

static void
the_class_column_goes_before_the_letter (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture,
                     "路线编码|类别|里程\nX001371502|乡道|1\nC001371502||1\nG001371502|村道|1");
  assert_no_findings (fixture->findings);
  assert_number_equal (road_fixture_get (fixture, 0)->road_class, YL_CLASS_TOWNSHIP);
  assert_number_equal (road_fixture_get (fixture, 0)->letter_class, YL_CLASS_COUNTY);
  assert_number_equal (road_fixture_get (fixture, 1)->road_class, YL_CLASS_VILLAGE);
  assert_number_equal (road_fixture_get (fixture, 2)->road_class, YL_CLASS_VILLAGE);
  assert_number_equal (road_fixture_get (fixture, 2)->letter_class, YL_LETTER_NATIONAL);
}

static void
a_row_without_a_rural_class_is_left_out_with_its_length (void **state)
{
  static const struct
  {
    const char *row;
    const char *column;
    const char *seen;
  } cases[] = {
    { "X001371502|省道|12.345", "类别", "省道" },
    { "G001371502||12.345", "路线编码", "G001371502" },
    { "T001371502||12.345", "路线编码", "T001371502" },
    { "X001371502|县道路|12.345", "类别", "县道路" },
    { "A001371502||12.345", "路线编码", "A001371502" },
    { "||12.345", "类别", "" },
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = g_strconcat ("路线编码|类别|里程\n", cases[i].row, NULL);
      road_fixture_read (fixture, rows);
      const YlFinding *finding = road_fixture_get_only_finding (fixture);
      assert_number_equal (finding->code, YL_E02);
      assert_number_equal (finding->severity, YL_SEVERITY_ERROR);
      assert_string_equal (finding->column, cases[i].column);
      assert_string_equal (finding->seen, cases[i].seen);
      assert_non_null (strstr (finding->expected, "县道、乡道、村道、专用公路"));
      assert_non_null (strstr (finding->message, "该行未计入，涉及12.345公里"));
      assert_number_equal (road_fixture_get_n (fixture), 0);
    }
}

static void
field_tracks_are_told_by_class_or_surface (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "类别|里程|路面类型\n机耕道|1|\n乡道|1|机耕道\n村道|1|土路");
  assert_no_findings (fixture->findings);
  assert_number_equal (road_fixture_get (fixture, 0)->flags, YL_ROAD_TRACK);
  assert_number_equal (road_fixture_get (fixture, 0)->road_class, YL_CLASS_VILLAGE);
  assert_number_equal (road_fixture_get (fixture, 1)->flags, YL_ROAD_TRACK);
  assert_number_equal (road_fixture_get (fixture, 1)->road_class, YL_CLASS_TOWNSHIP);
  assert_number_equal (road_fixture_get (fixture, 2)->flags, 0);
}

static void
flags_say_yes_or_no_in_many_ways (void **state)
{
  static const WordCase cases[] = {
    { "1", 1 },
    { "是", 1 },
    { "Y", 1 },
    { "y", 1 },
    { "true", 1 },
    { "√", 1 },
    { "１", 1 },
    { "0", 0 },
    { "否", 0 },
    { "N", 0 },
    { "", 0 },
    { "NULL", 0 },
    { "FALSE", 0 },
    /* the codes of the national table, as numbers are written too */
    { "2", 0 },
    { "２", 0 },
    { "2.0", 0 },
    { "0.0", 0 },
    { "0.00", 0 },
    { "1.0", 1 },
    { "没有", 0 },
    { "不是", 0 },
    { "正常", 0 },
    { "非断头路", 0 },
    { "无断头路", 0 },
    { "非城管路段", 0 },
    { "未列养", 0 },
    { "否（已改造）", 0 },
    { "断头路", 1 },
    { "城管", 1 },
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const guint dead_end = road_fixture_read_cell (fixture, "断头路", cases[i].cell)->flags;
      assert_no_findings (fixture->findings);
      assert_number_equal (dead_end, cases[i].value ? YL_ROAD_DEAD_END : 0);
      const guint urban = road_fixture_read_cell (fixture, "城管路段", cases[i].cell)->flags;
      assert_number_equal (urban, cases[i].value ? YL_ROAD_URBAN : 0);
    }
}

static void
a_flag_that_says_neither_is_not_set_and_told (void **state)
{
  RoadFixture *fixture = *state;
  assert_number_equal (road_fixture_read_cell (fixture, "城管路段", "大概")->flags, 0);
  const YlFinding *finding = road_fixture_get_only_finding (fixture);
  assert_number_equal (finding->code, YL_C04);
  assert_number_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_string_equal (finding->expected, "1、是，或2、0、否、空白");
  assert_non_null (strstr (finding->message, "按“否”处理"));
}

static void
a_duplicate_names_a_route_or_says_that_a_road_is_shared (void **state)
{
  static const WordCase cases[] = {
    { "X001371502", 1 }, { "1", 1 },      { "是", 1 },   { "与东环共线", 1 }, { "", 0 },
    { " ", 0 },          { "NULL", 0 },   { "0", 0 },    { "否", 0 },         { "无", 0 },
    { "G308", 1 },       { "ｇ308", 1 },  { "重复", 1 }, { "两路共用", 1 },   { "非重复", 0 },
    { "不重复", 0 },     { "未共线", 0 }, { "2", 0 },    { "0.0", 0 },        { "没有", 0 },
    { "XA01371502", 1 },
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const YlRoad *road = road_fixture_read_cell (fixture, "重复路段", cases[i].cell);
      assert_no_findings (fixture->findings);
      assert_number_equal (road->flags, cases[i].value ? YL_ROAD_DUPLICATE : 0);
      assert_string_equal (road_fixture_get_text (fixture, road->duplicate_of),
                           cases[i].value ? cases[i].cell : "");
    }
}

static void
a_duplicate_that_says_neither_counts_and_is_told_with_its_metres (void **state)
{
  RoadFixture *fixture = *state;
  static const char *const cells[] = { "待核实", "NONE",     "东环路", "G30",
                                       "养护",   "K100+200", "3",      "城管" };
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *rows = g_strdup_printf ("重复路段|类别|里程\n%s|县道|1.5", cells[i]);
      road_fixture_read (fixture, rows);
      const YlFinding *finding = road_fixture_get_only_finding (fixture);
      assert_number_equal (finding->code, YL_C04);
      assert_number_equal (finding->severity, YL_SEVERITY_WARNING);
      assert_string_equal (finding->column, "重复路段");
      assert_number_equal (finding->stake_length.length_um, 1500000000);
      assert_true (finding->stake_length.is_set);
      assert_number_equal (road_fixture_get (fixture, 0)->flags, 0);
    }
}

static void
a_duplicate_of_itself_is_told_and_still_not_counted (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "路线编码|里程|重复路线编码\nX001371502|10|x001371502\n"
                              "Y001371502|1|X001371502");
  const YlFinding *finding = road_fixture_get_only_finding (fixture);
  assert_number_equal (finding->code, YL_C04);
  assert_number_equal (finding->row, 2);
  assert_non_null (strstr (finding->message, "是本行自己的路线编码"));
  assert_number_equal (finding->stake_length.length_um, G_GINT64_CONSTANT (10000000000));
  assert_number_equal (road_fixture_get (fixture, 0)->flags, YL_ROAD_DUPLICATE);
}

static void
a_dead_end_loses_no_money_by_its_duplicate (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "断头路|重复路段|类别|里程\n是|待核实|县道|1.5");
  const YlFinding *finding = road_fixture_get_only_finding (fixture);
  assert_true (finding->stake_length.is_set);
  assert_number_equal (finding->stake_length.length_um, 0);
  assert_number_equal (road_fixture_get (fixture, 0)->flags, YL_ROAD_DEAD_END);
}

static void
what_counts_in_spite_of_its_duplicate_is_maintained_whole (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "列养|重复路段|类别|里程\n是|待核实|县道|1.5");
  assert_number_equal (road_fixture_get (fixture, 0)->maintained_m, 1500);
}

static void
two_routes_of_which_one_is_its_own_are_a_sharing (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "路线编码|里程|重复路线编码\nX001371502|10|X001371502与G308共线\n"
                              "X002371502|10|X001371502");
  assert_no_findings (fixture->findings);
}

/* A list may have a column of yes and no beside that of the other route's code; either marks a row. */
static void
a_yes_and_a_code_of_two_columns_are_held_together (void **state)
{
  static const struct
  {
    const char *said;
    const char *code;
    guint flags;
    gint64 stake_um; /* -1: nothing is told */
  } cases[] = {
    { "", "", 0, -1 },
    { "否", "", 0, -1 },
    { "2", "无", 0, -1 },
    { "是", "", YL_ROAD_DUPLICATE, -1 },
    { "1", "G308", YL_ROAD_DUPLICATE, -1 },
    { "", "G308", YL_ROAD_DUPLICATE, -1 },
    { "是", "东环路", YL_ROAD_DUPLICATE, -1 },
    { "是", "无", YL_ROAD_DUPLICATE, -1 },
    { "待核实", "G308", YL_ROAD_DUPLICATE, -1 },
    { "待核实", "", 0, 1500000000 },
    { "否", "东环路", 0, 1500000000 },
    { "否", "G308", YL_ROAD_DUPLICATE, 1500000000 },
    { "否", "X001371502", 0, 1500000000 },
    { "是", "X001371502", YL_ROAD_DUPLICATE, 1500000000 },
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = g_strdup_printf ("是否为重复路段|重复路段线路编号|路线编码|里程\n"
                                               "%s|%s|X001371502|1.5",
                                               cases[i].said, cases[i].code);
      road_fixture_read (fixture, rows);
      assert_number_equal (road_fixture_get (fixture, 0)->flags, cases[i].flags);
      if (cases[i].stake_um < 0)
        assert_no_findings (fixture->findings);
      else
        assert_number_equal (road_fixture_get_only_finding (fixture)->stake_length.length_um,
                             cases[i].stake_um);
    }
}

static void
what_a_finding_calls_the_column_is_its_own_head (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture,
                     "是否为重复路段|重复路段线路编号|路线编码|里程\n待核实||X001371502|1.5");
  assert_string_equal (road_fixture_get_only_finding (fixture)->column, "是否为重复路段");
  assert_true (yl_inventory_has_column (fixture->inventory, YL_COLUMN_DUPLICATE_OF));
}

/* 断链: what stands there tells it, but for a no. */
static void
a_break_is_told_by_whatever_stands_there_but_a_no (void **state)
{
  static const WordCase cases[] = {
    { "长链", 1 }, { "短链", 1 },   { "K1+200", 1 }, { "断链", 1 },
    { "正常", 0 }, { "无断链", 0 }, { "非断链", 0 }, { "0.000", 0 }
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_number_equal (road_fixture_read_cell (fixture, "断链类型", cases[i].cell)->flags,
                         cases[i].value ? YL_ROAD_BREAK : 0);
}

static void
grades_are_read_by_word_and_by_code (void **state)
{
  static const WordCase cases[] = {
    { "高速", YL_GRADE_EXPRESSWAY },    { "10", YL_GRADE_EXPRESSWAY },
    { "一级", YL_GRADE_FIRST },         { "11", YL_GRADE_FIRST },
    { "二级公路", YL_GRADE_SECOND },    { "22", YL_GRADE_SECOND },
    { "三级", YL_GRADE_THIRD },         { "23", YL_GRADE_THIRD },
    { "四级（Ⅰ类）", YL_GRADE_FOURTH }, { "24", YL_GRADE_FOURTH },
    { "等外", YL_GRADE_SUBSTANDARD },   { "３０", YL_GRADE_SUBSTANDARD },
    { "24四级", YL_GRADE_FOURTH },      { "", YL_GRADE_UNKNOWN },
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_number_equal (road_fixture_read_cell (fixture, "技术等级", cases[i].cell)->grade,
                           cases[i].value);
      assert_no_findings (fixture->findings);
    }
}

static void
surfaces_are_read_by_word_and_by_code (void **state)
{
  static const WordCase cases[] = {
    { "沥青", YL_SURFACE_ASPHALT },
    { "11", YL_SURFACE_ASPHALT },
    { "水泥混凝土", YL_SURFACE_CONCRETE },
    { "12", YL_SURFACE_CONCRETE },
    { "21", YL_SURFACE_LIGHT },
    { "23", YL_SURFACE_LIGHT },
    { "简易铺装路面", YL_SURFACE_LIGHT },
    { "31", YL_SURFACE_UNPAVED },
    { "36", YL_SURFACE_UNPAVED },
    { "未铺装", YL_SURFACE_UNPAVED },
    { "12水泥", YL_SURFACE_CONCRETE },
    { "NULL", YL_SURFACE_UNKNOWN },
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_number_equal (road_fixture_read_cell (fixture, "路面类型", cases[i].cell)->surface,
                           cases[i].value);
      assert_no_findings (fixture->findings);
    }
}

static void
the_condition_is_a_word_or_a_pqi_at_its_edges (void **state)
{
  static const WordCase cases[] = {
    { "优", YL_CONDITION_EXCELLENT }, { "良", YL_CONDITION_GOOD },
    { "中", YL_CONDITION_FAIR },      { "次", YL_CONDITION_POOR },
    { "差", YL_CONDITION_BAD },       { "100", YL_CONDITION_EXCELLENT },
    { "90", YL_CONDITION_EXCELLENT }, { "89.999999", YL_CONDITION_GOOD },
    { "80.0", YL_CONDITION_GOOD },    { "79.99", YL_CONDITION_FAIR },
    { "70", YL_CONDITION_FAIR },      { "69.5", YL_CONDITION_POOR },
    { "60", YL_CONDITION_POOR },      { "59.9", YL_CONDITION_BAD },
    { "0", YL_CONDITION_BAD },        { "99.7", YL_CONDITION_EXCELLENT },
    { "", YL_CONDITION_UNKNOWN },     { "未评定", YL_CONDITION_UNKNOWN },
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_number_equal (road_fixture_read_cell (fixture, "PQI", cases[i].cell)->condition,
                           cases[i].value);
      assert_no_findings (fixture->findings);
    }
}

static void
a_word_outside_its_set_is_told_with_the_set (void **state)
{
  static const struct
  {
    const char *head;
    const char *cell;
    const char *expected;
  } cases[] = {
    { "技术等级", "五级", "四级" }, { "技术等级", "25", "24" },
    { "路面类型", "玻璃", "沥青" }, { "路面类型", "37", "36" },
    { "评定等级", "好", "优、良" }, { "评定等级", "100.01", "0至100" },
    { "评定等级", "-1", "0至100" },
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const YlRoad *road = road_fixture_read_cell (fixture, cases[i].head, cases[i].cell);
      const YlFinding *finding = road_fixture_get_only_finding (fixture);
      assert_number_equal (finding->code, YL_C04);
      assert_number_equal (finding->severity, YL_SEVERITY_WARNING);
      assert_string_equal (finding->column, cases[i].head);
      assert_string_equal (finding->seen, cases[i].cell);
      assert_non_null (strstr (finding->expected, cases[i].expected));
      assert_number_equal (road->grade + road->surface + road->condition, 0);
    }
}

static void
maintained_kilometres_come_from_the_flag_or_the_length (void **state)
{
  static const struct
  {
    const char *heads;
    const char *cells;
    gint64 maintained_m;
  } cases[] = {
    { "列养", "是", 1000 },
    { "列养", "否", 0 },
    { "列养", "", 0 },
    { "列养里程", "0.8", 800 },
    { "列养里程", "", 0 },
    { "列养|列养里程", "否|0.8", 800 },
    { "列养|列养里程", "是|", 1000 },
    { "列养|断头路", "是|1", 0 },
    { "列养(公里)", "0.75", 750 },
    { "备注", "列养", YL_METRES_UNKNOWN },
  };
  RoadFixture *fixture = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const YlRoad *road = road_fixture_read_cell (fixture, cases[i].heads, cases[i].cells);
      assert_no_findings (fixture->findings);
      assert_number_equal (road->maintained_m, cases[i].maintained_m);
    }
}

static void
a_malformed_part_length_is_an_error_but_the_row_counts (void **state)
{
  RoadFixture *fixture = *state;
  assert_number_equal (road_fixture_read_cell (fixture, "补助养护里程", "1,2.3,4")->subsidised_m,
                       0);
  const YlFinding *finding = road_fixture_get_only_finding (fixture);
  assert_number_equal (finding->code, YL_C04);
  assert_number_equal (finding->severity, YL_SEVERITY_ERROR);
  assert_string_equal (finding->column, "补助养护里程");
}

/* The lists of words by what they are in a road list, as the description of it must have them. */
static const char *const head_keys[YL_N_COLUMNS] = {
  [YL_COLUMN_ROUTE_CODE] = "route-code",
  [YL_COLUMN_ROUTE_NAME] = "route-name",
  [YL_COLUMN_CLASS] = "class",
  [YL_COLUMN_TOWNSHIP] = "township",
  [YL_COLUMN_DIVISION_CODE] = "division-code",
  [YL_COLUMN_VILLAGE] = "village",
  [YL_COLUMN_START] = "start",
  [YL_COLUMN_END] = "end",
  [YL_COLUMN_LENGTH] = "length",
  [YL_COLUMN_BREAK] = "break",
  [YL_COLUMN_DUPLICATE_OF] = "duplicate-of",
  [YL_COLUMN_DEAD_END] = "dead-end",
  [YL_COLUMN_URBAN] = "urban",
  [YL_COLUMN_GRADE] = "grade",
  [YL_COLUMN_SURFACE] = "surface",
  [YL_COLUMN_WIDTH] = "width",
  [YL_COLUMN_MAINTAINED] = "maintained",
  [YL_COLUMN_MAINTAINED_LENGTH] = "maintained-length",
  [YL_COLUMN_SUBSIDISED_LENGTH] = "subsidised-length",
  [YL_COLUMN_CONDITION] = "condition",
  [YL_COLUMN_CHIEF] = "chief",
  [YL_COLUMN_PACKAGE] = "package",
  [YL_COLUMN_PAYEE] = "payee",
  [YL_COLUMN_BUILT] = "built",
  [YL_COLUMN_REBUILT] = "rebuilt",
  [YL_COLUMN_LAST_WORKS] = "last-works",
  [YL_COLUMN_PREVIOUS_CODE] = "previous-code",
  [YL_COLUMN_PREVIOUS_START] = "previous-start",
  [YL_COLUMN_PREVIOUS_END] = "previous-end",
};

/* Class and length must stand; the head that is asked for stands alone for what it is. */
static char *
make_rows (const char *head, guint column)
{
  if (column == YL_COLUMN_CLASS)
    return g_strdup_printf ("%s|里程\n村道|1", head);
  if (column == YL_COLUMN_LENGTH)
    return g_strdup_printf ("类别|%s\n村道|1", head);
  return g_strdup_printf ("类别|里程|%s\n村道|1|", head);
}

static void
every_spelling_of_a_head_is_read_as_its_column (void **state)
{
  RoadFixture *fixture = *state;
  guint n = 0;
  const YlSpelling *heads = yl_words_get (yl_words_get_builtin (), YL_WORDS_ROAD_HEADS, &n);
  for (guint column = 0; column < YL_N_COLUMNS; column++)
    {
      guint n_of_column = 0;
      for (guint i = 0; i < n; i++)
        {
          if (strcmp (heads[i].key, head_keys[column]) != 0)
            continue;
          n_of_column++;
          g_autofree char *rows = make_rows (heads[i].text, column);
          road_fixture_read (fixture, rows);
          if (!yl_inventory_has_column (fixture->inventory, (YlColumn) column))
            fail_msg ("\"%s\" was not read as %s", heads[i].text, head_keys[column]);
        }
      assert_true (n_of_column > 0);
    }
}

static void
every_word_of_a_cell_is_understood (void **state)
{
  static const struct
  {
    YlWordList list;
    const char *head;
  } cases[] = {
    { YL_WORDS_FLAG, "断头路" },
    { YL_WORDS_GRADE, "技术等级" },
    { YL_WORDS_SURFACE, "路面类型" },
    { YL_WORDS_CONDITION, "评定等级" },
  };
  RoadFixture *fixture = *state;
  for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      guint n = 0;
      const YlSpelling *words = yl_words_get (yl_words_get_builtin (), cases[k].list, &n);
      for (guint i = 0; i < n; i++)
        {
          /* What is shared is so under 重复路段. */
          const gboolean is_shared = strcmp (words[i].key, "shared") == 0;
          road_fixture_read_cell (fixture, is_shared ? "重复路段" : cases[k].head, words[i].text);
          assert_no_findings (fixture->findings);
        }
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    ROAD_SENTENCE (classes_are_read_by_word_and_by_letter),
    ROAD_SENTENCE (the_class_column_goes_before_the_letter),
    ROAD_SENTENCE (a_row_without_a_rural_class_is_left_out_with_its_length),
    ROAD_SENTENCE (field_tracks_are_told_by_class_or_surface),
    ROAD_SENTENCE (flags_say_yes_or_no_in_many_ways),
    ROAD_SENTENCE (a_flag_that_says_neither_is_not_set_and_told),
    ROAD_SENTENCE (a_duplicate_names_a_route_or_says_that_a_road_is_shared),
    ROAD_SENTENCE (a_duplicate_that_says_neither_counts_and_is_told_with_its_metres),
    ROAD_SENTENCE (a_duplicate_of_itself_is_told_and_still_not_counted),
    ROAD_SENTENCE (a_dead_end_loses_no_money_by_its_duplicate),
    ROAD_SENTENCE (what_counts_in_spite_of_its_duplicate_is_maintained_whole),
    ROAD_SENTENCE (two_routes_of_which_one_is_its_own_are_a_sharing),
    ROAD_SENTENCE (a_yes_and_a_code_of_two_columns_are_held_together),
    ROAD_SENTENCE (what_a_finding_calls_the_column_is_its_own_head),
    ROAD_SENTENCE (a_break_is_told_by_whatever_stands_there_but_a_no),
    ROAD_SENTENCE (grades_are_read_by_word_and_by_code),
    ROAD_SENTENCE (surfaces_are_read_by_word_and_by_code),
    ROAD_SENTENCE (the_condition_is_a_word_or_a_pqi_at_its_edges),
    ROAD_SENTENCE (a_word_outside_its_set_is_told_with_the_set),
    ROAD_SENTENCE (maintained_kilometres_come_from_the_flag_or_the_length),
    ROAD_SENTENCE (a_malformed_part_length_is_an_error_but_the_row_counts),
    ROAD_SENTENCE (every_spelling_of_a_head_is_read_as_its_column),
    ROAD_SENTENCE (every_word_of_a_cell_is_understood),
  };
  return cmocka_run_group_tests_name ("import-road-words", tests, NULL, NULL);
}
