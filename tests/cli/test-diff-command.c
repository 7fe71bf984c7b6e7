#include <string.h>
#include <xlsxwriter.h>

#include "support/assert.h"
#include "support/read-book.h"
#include "support/run.h"

/* 2020: 2 km of county road, 3 km of village road, 1 km of township road: 20,000 + 9,000 + 5,000 yuan. */
#define OLD_LIST                                                                                   \
  "路线编码,起点桩号,止点桩号,乡镇\n"                                                \
  "X001371502,0,2,梁水镇\n"                                                                     \
  "C009371502,0,3,梁水镇\n"                                                                     \
  "Y007371502,0,1,闫寺街道\n"
/* 2021: the county road 0.5 km longer, the village road a township road by another code, the
 * township road gone, 4 km of village road new: 25,000 + 15,000 + 12,000 yuan. */
#define NEW_LIST                                                                                   \
  "路线编码,起点桩号,止点桩号,乡镇,上年路线编码\n"                             \
  "X001371502,0,2.5,梁水镇,\n"                                                                  \
  "Y030371502,0,3,梁水镇,C009371502\n"                                                          \
  "C010371502,0,4,闫寺街道,\n"

static int
set_up (void **state)
{
  *state = yl_run_new ();
  yl_run_write (*state, "old.csv", OLD_LIST);
  yl_run_write (*state, "new.csv", NEW_LIST);
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static void
assert_says (const YlRun *run, const char *text)
{
  if (strstr (run->out, text) == NULL)
    fail_msg ("“%s” is not in\n%s%s", text, run->out, run->err);
}

static void
the_bridge_leads_from_one_total_to_the_other (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "diff", "old.csv", "new.csv", "--year", "2021", "--by", "road", NULL);
  assert_number_equal (run->status, 0);
  assert_says (run, "上年日常养护标准     34,000.00");
  assert_says (run, "  新增路线          +12,000.00        +4.000       1\n");
  assert_says (run, "  减少路线           -5,000.00        -1.000       1\n");
  assert_says (run, "  里程增加           +5,000.00        +0.500       1\n");
  assert_says (run, "  行政等级变化       +6,000.00        +3.000       1\n");
  assert_says (run, "本年日常养护标准     52,000.00");
  assert_says (run, "Y030371502（上年 C009371502）");
  assert_says (run, "有变化的路线 4 条，没有变化的 0 条。");
}

static void
townships_have_bridges_of_their_own (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "diff", "old.csv", "new.csv", "--year", "2021", NULL);
  assert_number_equal (run->status, 0);
  /* 29,000 → 40,000 and 5,000 → 12,000. */
  assert_says (run, "梁水镇     29,000.00   40,000.00  +11,000.00");
  assert_says (run, "闫寺街道    5,000.00   12,000.00   +7,000.00");
}

static void
the_json_keeps_its_keys (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "diff", "old.csv", "new.csv", "--year", "2021", "--format", "json", NULL);
  assert_number_equal (run->status, 0);
  static const char *const texts[] = {
    "\"schema\" : \"yanglu.diff/1\"",
    "\"kind\" : \"list\"",
    "\"daily_fen\" : 3400000",
    "\"demand_fen\" : 5200000",
    "\"step\" : \"engineering\"",
    "\"step\" : \"payers\"",
    "\"amount_fen\" : 1200000",
    "\"code\" : \"371502103\"",
    "\"previous_code\" : \"C009371502\"",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_says (run, texts[i]);
}

static void
a_workbook_of_ours_is_as_good_as_its_list (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "budget", "old.csv", "--year", "2020", "--policy", "liaocheng-2020", "-o",
          "old.xlsx", NULL);
  yl_run (run, "C", NULL, "diff", "old.xlsx", "new.csv", "--policy", "liaocheng-2020", NULL);
  assert_number_equal (run->status, 0);
  assert_says (run, "上年：old.xlsx（预算工作簿）");
  assert_says (run, "本年：new.csv（里程台账），东昌府区2021年");
  assert_says (run, "  减少路线           -5,000.00        -1.000       1\n");
}

static void
the_workbook_adds_up (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "diff", "old.csv", "new.csv", "--year", "2021", "-o", "d.xlsx", NULL);
  assert_number_equal (run->status, 0);
  g_autofree char *path = g_build_filename (run->folder, "d.xlsx", NULL);
  g_autoptr (YlTestBook) book = yl_test_read_book (path);
  assert_string_equal (yl_test_book_get_sheet (book, 0), "差异分解");
  assert_string_equal (yl_test_book_get_sheet (book, 1), "分乡镇");
  assert_string_equal (yl_test_book_get_sheet (book, 2), "分路线");
  const guint32 total = yl_test_book_find_row (book, "差异分解", 1, 1, "本年日常养护标准");
  assert_string_equal (yl_test_book_get_at (book, "差异分解", total, 2), "52000");
  const guint32 sum = yl_test_book_find_row (book, "分路线", 1, 2, "合计");
  assert_string_equal (yl_test_book_get_at (book, "分路线", sum, 6), "34000");
  assert_string_equal (yl_test_book_get_at (book, "分路线", sum, 24), "52000");
}

/* A table that somebody made: 梁水镇 with 30,000 yuan, 闫寺街道 with 4,000.50. */
static void
write_found (const YlRun *run, const char *name)
{
  static const char *const heads[] = { "乡镇", "合计（元）" };
  static const char *const townships[] = { "梁水镇", "闫寺街道", "合计" };
  static const int fen[] = { 3000000, 400050, 3400050 };
  g_autofree char *path = g_build_filename (run->folder, name, NULL);
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "汇总");
  for (guint16 i = 0; i < G_N_ELEMENTS (heads); i++)
    worksheet_write_string (sheet, 0, i, heads[i], NULL);
  for (guint32 i = 0; i < G_N_ELEMENTS (townships); i++)
    {
      worksheet_write_string (sheet, i + 1, 0, townships[i], NULL);
      worksheet_write_number (sheet, i + 1, 1, fen[i] / 100.0, NULL);
    }
  assert_int_equal (workbook_close (workbook), LXW_NO_ERROR);
}

static void
a_found_workbook_is_compared_by_township (void **state)
{
  YlRun *run = *state;
  write_found (run, "hand.xlsx");
  yl_run (run, "C", NULL, "diff", "hand.xlsx", "new.csv", "--year", "2021", NULL);
  assert_number_equal (run->status, 0);
  assert_says (run, "前一份：hand.xlsx（手工编制的工作簿，没有逐路段数据，只比较分乡镇的合计）");
  assert_says (run, "  未能分解          +17,999.50");
  assert_says (run, "梁水镇       30,000.00     40,000.00  +10,000.00");
  assert_says (run, "闫寺街道      4,000.50     12,000.00   +7,999.50");
  yl_run (run, "C", NULL, "diff", "new.csv", "hand.xlsx", "-o", "d.xlsx", NULL);
  assert_number_equal (run->status, 0);
  assert_true (yl_run_has (run, "d.xlsx"));
}

static void
what_cannot_be_compared_is_refused (void **state)
{
  YlRun *run = *state;
  static const struct
  {
    const char *arguments[5];
    const char *said;
  } cases[] = {
    { { "old.csv", NULL, NULL, NULL, NULL }, "要给出两个文件" },
    { { "old.csv", "new.csv", "new.csv", NULL, NULL }, "现在给出了 3 个" },
    { { "-", "-", NULL, NULL, NULL }, "标准输入只能读一次" },
    { { "old.csv", "new.csv", "--format", "xlsx", NULL }, "-o" },
    { { "old.csv", "new.csv", "-o", "old.csv", NULL }, "就是输入文件" },
    { { "old.csv", "new.csv", "--by", "village", NULL }, "--by" },
    { { "old.csv", "empty.csv", NULL, NULL, NULL }, "没有可以计入的路段" },
    { { "none.csv", "new.csv", NULL, NULL, NULL }, "none.csv" },
  };
  yl_run_write (run, "empty.csv", "路线编码,里程\n");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *a = cases[i].arguments;
      yl_run (run, "C", NULL, "diff", a[0], a[1], a[2], a[3], a[4], NULL);
      assert_number_equal (run->status, 2);
      if (strstr (run->err, cases[i].said) == NULL)
        fail_msg ("“%s” is not in %s", cases[i].said, run->err);
    }
  g_autoptr (GBytes) list = yl_run_read (run, "old.csv");
  assert_number_equal (g_bytes_get_size (list), strlen (OLD_LIST));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (the_bridge_leads_from_one_total_to_the_other, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (townships_have_bridges_of_their_own, set_up, tear_down),
    cmocka_unit_test_setup_teardown (the_json_keeps_its_keys, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_workbook_of_ours_is_as_good_as_its_list, set_up, tear_down),
    cmocka_unit_test_setup_teardown (the_workbook_adds_up, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_found_workbook_is_compared_by_township, set_up, tear_down),
    cmocka_unit_test_setup_teardown (what_cannot_be_compared_is_refused, set_up, tear_down),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
