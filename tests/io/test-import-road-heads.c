#include "support/assert.h"

#include "yanglu/io/import/head-match.h"
#include "yanglu/io/words/words.h"

/* What the national tables, platforms and offices write over a column, and the column; "" is none. */
static const struct
{
  const char *head;
  const char *key;
} heads[] = {
  /* the columns of the yearbook, as it prints them */
  { "路线编号", "route-code" },
  { "所在行政区划代码", "division-code" },
  { "路线名称", "route-name" },
  { "路段编号", "route-code" },
  { "起点名称", "" },
  { "止点名称", "" },
  { "起点桩号", "start" },
  { "止点桩号", "end" },
  { "里程（公里）", "length" },
  { "技术等级代码", "grade" },
  { "技术等级", "grade" },
  { "是否一幅高速", "" },
  { "车道数量(个)", "" },
  { "面层类型代码", "surface" },
  { "面层类型", "surface" },
  { "路基宽度(米)", "width" },
  { "路面宽度(米)", "width" },
  { "面层厚度(厘米)", "" },
  { "设计时速(公里/小时)", "" },
  { "修建年度", "built" },
  { "改建年度", "rebuilt" },
  { "最近一次修复养护年度", "last-works" },
  { "断链类型", "break" },
  { "是否城管路段", "urban" },
  { "是否断头路段", "dead-end" },
  { "路段收费性质", "" },
  { "重复路段线路编号", "duplicate-of" },
  { "重复路段起点桩号", "" },
  { "重复路段终点桩号", "" },
  { "养护里程", "maintained-length" },
  { "可绿化里程", "" },
  { "已绿化里程", "" },
  { "地貌代码", "" },
  { "地貌汉字", "" },
  { "涵洞数量(个)", "" },
  { "管养单位名称", "payee" },
  { "省际出入口", "" },
  { "国道调整前路线编号", "" },
  { "是否按干线公路管理接养", "" },
  { "备注", "" },
  /* yes or no */
  { "是否断头路路段", "dead-end" },
  { "是否为断头路", "dead-end" },
  { "是否为断头路段", "dead-end" },
  { "是否属于断头路", "dead-end" },
  { "断头路标识", "dead-end" },
  { "断头路段标志", "dead-end" },
  { "断头路段（1是2否）", "dead-end" },
  { "为断头路", "dead-end" },
  { "断头路里程", "" },
  { "是否为重复路段", "duplicate" },
  { "是否重复路路段", "duplicate" },
  { "是否属重复路段", "duplicate" },
  { "重复路段标志", "duplicate" },
  { "重复标识", "duplicate" },
  { "是否共线", "duplicate" },
  { "是否为共线路段", "duplicate" },
  { "是否共用路段", "duplicate" },
  { "共线标识", "duplicate" },
  { "是否为城管路段", "urban" },
  { "是否城管路路段", "urban" },
  { "城管路段标志", "urban" },
  { "是否城市管理路段", "urban" },
  { "城管路段情况", "urban" },
  { "城管里程", "" },
  { "是否为列养", "maintained" },
  { "是否已列养", "maintained" },
  { "是否纳入养护", "maintained" },
  { "列养标志", "maintained" },
  { "列养路段里程", "maintained-length" },
  { "有无断链", "break" },
  { "断链标志", "break" },
  { "断链路段", "break" },
  /* the other route */
  { "共线", "duplicate-of" },
  { "共用路段", "duplicate-of" },
  { "重复路段路线编号", "duplicate-of" },
  { "重复路段{路线编号}", "duplicate-of" },
  { "重复线路编码", "duplicate-of" },
  { "重复路段编号", "duplicate-of" },
  { "共线路线代码", "duplicate-of" },
  { "共线路线编号", "duplicate-of" },
  { "共用路段线路编码", "duplicate-of" },
  { "重复公路编号", "duplicate-of" },
  { "重复道路代码", "duplicate-of" },
  { "重复路段路线名称", "" },
  { "重复里程", "" },
  { "重复里程（公里）", "" },
  { "共线里程", "" },
  /* codes and names of the same thing */
  { "线路代码", "route-code" },
  { "线路代号", "route-code" },
  { "所属线路编号", "route-code" },
  { "道路代号", "route-code" },
  { "所在公路名称", "route-name" },
  { "线路名称", "route-name" },
  { "技术等级名称", "grade" },
  { "技术等级编码", "grade" },
  { "公路技术等级代码", "grade" },
  { "面层类型名称", "surface" },
  { "路面类型编号", "surface" },
  { "行政等级名称", "class" },
  { "行政等级代码", "class" },
  { "线路行政等级", "class" },
  { "道路行政等级", "class" },
  { "行政区划编号", "division-code" },
  { "所处行政区划代码", "division-code" },
  { "乡镇代码", "division-code" },
  { "所在乡镇编号", "division-code" },
  { "建制村编码", "division-code" },
  { "行政区划名称", "" },
  { "管养单位代码", "" },
  { "管养单位编号", "" },
  /* stakes and lengths */
  { "起始桩号", "start" },
  { "终点桩号", "end" },
  { "路段终点桩号", "end" },
  { "末点桩号", "end" },
  { "本年里程", "length" },
  { "本年末里程(公里)", "length" },
  { "里程（公里）本年末", "length" },
  { "现状里程", "length" },
  { "里程（公里）上年末", "" },
  { "上年末里程", "" },
  { "上年路线编码", "previous-code" },
  { "上年线路编号", "previous-code" },
  { "上年起始桩号", "previous-start" },
  { "上年终止桩号", "previous-end" },
  { "新增里程", "" },
  /* said twice, in other words */
  { "路线编号/代码", "route-code" },
  { "线路编号（代码）", "route-code" },
  { "★路线编码", "route-code" },
  { "里\u2003程", "length" },
  { "核定里程", "length" },
  { "全长（公里）", "length" },
  { "原路线编码", "" },
  /* whose it is goes without saying */
  { "路段所属路线编码", "route-code" },
  { "公路管养单位", "payee" },
  { "农村公路里程", "length" },
  { "路线起点桩号", "start" },
  { "实有里程", "length" },
  { "年底里程", "length" },
  { "晴雨通车里程", "" },
  { "可绿化里程", "" },
  { "公路数量", "" },
  { "重复路段里程", "" },
  { "断头路段里程", "" },
  /* fields of the yearbook, alone and beside a name */
  { "K0101", "route-code" },
  { "K0114", "length" },
  { "K0121", "urban" },
  { "K0123", "dead-end" },
  { "K0124", "duplicate-of" },
  { "k0124", "duplicate-of" },
  { "A1101", "maintained-length" },
  { "A1001A", "subsidised-length" },
  { "K0101路线编码", "route-code" },
  { "路线编号 K0101", "route-code" },
  { "路线编号(K0101)", "route-code" },
  { "K0114 里程（公里）", "length" },
  { "A1001A补助养护里程", "subsidised-length" },
  { "K0114K0115", "" },
  { "K9999", "" },
  { "K0101B", "" },
  /* numbered */
  { "1.路线编码", "route-code" },
  { "12、是否断头路段", "dead-end" },
  { "(3)里程", "length" },
  { "123路线编码", "" },
  /* no heads of ours */
  { "", "" },
  { "是否", "" },
  { "编码号", "" },
  { "所在", "" },
};

/* The names of the road list; its columns are numbered as the keys of the words are. */
static YlHeadNames
get_names (void)
{
  YlHeadNames names = { .words = yl_words_get_builtin (), .list = YL_WORDS_ROAD_HEADS };
  for (guint8 i = 0; i < YL_HEADS_MAX; i++)
    names.columns[i] = i;
  return names;
}

static const char *
find_key (const YlHeadNames *names, const char *head)
{
  guint n = 0;
  YlHeadMatch match = { .column = YL_HEADS_MAX };
  yl_head_match (names, head, &match);
  const YlSpelling *all = yl_words_get (names->words, names->list, &n);
  for (guint i = 0; i < n; i++)
    if (all[i].member == match.column)
      return all[i].key;
  return "";
}

static void
heads_of_the_real_systems_are_understood_by_their_parts (void **state)
{
  (void) state;
  const YlHeadNames names = get_names ();
  guint n_wrong = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      const char *key = find_key (&names, heads[i].head);
      if (g_str_equal (key, heads[i].key))
        continue;
      print_error ("%s is \"%s\", not \"%s\"\n", heads[i].head, key, heads[i].key);
      n_wrong++;
    }
  assert_number_equal (n_wrong, 0);
}

/* A head by its parts is worse than one as it stands, and a fallback worse than both. */
static void
what_stands_as_it_is_spelt_goes_before_its_parts (void **state)
{
  (void) state;
  static const struct
  {
    const char *head;
    guint rank;
  } cases[] = {
    { "技术等级", 0 }, { "是否为断头路", 1 }, { "技术等级代码", 2 }, { "技术等级代号", 3 }
  };
  const YlHeadNames names = get_names ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlHeadMatch match = { .rank = 9 };
      assert_true (yl_head_match (&names, cases[i].head, &match));
      assert_number_equal (match.rank, cases[i].rank);
    }
}

static const char *
get_key (YlWordList list, const char *text)
{
  const YlSpelling *found = yl_words_find (yl_words_get_builtin (), list, yl_text_of (text));
  return found == NULL ? NULL : found->key;
}

/* Else a spelling would mean another thing by its parts than it does as it stands. */
static void
no_spelling_is_another_thing_by_its_parts (void **state)
{
  (void) state;
  for (guint list = YL_WORDS_ROAD_HEADS; list < YL_WORDS_HEAD_PART; list++)
    {
      guint n = 0;
      const YlSpelling *all = yl_words_get (yl_words_get_builtin (), (YlWordList) list, &n);
      assert_true (n > 0);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *usual =
              yl_head_to_usual (&(YlHeadNames){ .words = yl_words_get_builtin () }, all[i].text);
          const char *key = get_key ((YlWordList) list, usual);
          if (key != NULL)
            assert_string_equal (key, all[i].key);
        }
    }
}

/* 32 characters are 96 bytes; longer ones are sentences, and are not taken apart. */
static void
only_what_may_be_a_head_is_taken_apart (void **state)
{
  (void) state;
  GString *text = g_string_new ("是否为断头路");
  while (text->len < 96)
    g_string_append (text, "路");
  g_autofree char *longest =
      yl_head_to_usual (&(YlHeadNames){ .words = yl_words_get_builtin () }, text->str);
  g_string_append_c (text, 'X');
  g_autofree char *longer =
      yl_head_to_usual (&(YlHeadNames){ .words = yl_words_get_builtin () }, text->str);
  assert_true (g_str_has_prefix (longest, "是否断头"));
  assert_string_equal (longer, text->str);
  g_string_free (text, TRUE);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (heads_of_the_real_systems_are_understood_by_their_parts),
    cmocka_unit_test (what_stands_as_it_is_spelt_goes_before_its_parts),
    cmocka_unit_test (no_spelling_is_another_thing_by_its_parts),
    cmocka_unit_test (only_what_may_be_a_head_is_taken_apart),
  };
  return cmocka_run_group_tests_name ("import-road-heads", tests, NULL, NULL);
}
