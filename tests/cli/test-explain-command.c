/* yanglu explain, as a user runs it. */
#include "support/assert.h"
#include "support/run.h"

#include <string.h>

#define BOOK "预算.xlsx"

static void
copy_example (const YlRun *run, const char *name)
{
  g_autofree char *file = g_strconcat ("示例-东昌府区-", name, NULL);
  g_autofree char *path =
      g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "templates/examples", file, NULL);
  g_autofree char *to = g_build_filename (run->folder, name, NULL);
  g_autofree char *bytes = NULL;
  gsize size;
  assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  assert_true (g_file_set_contents (to, bytes, (gssize) size, NULL));
}

static int
set_up (void **state)
{
  *state = yl_run_new ();
  copy_example (*state, "里程台账.csv");
  copy_example (*state, "资金来源.csv");
  yl_run (*state, "C", NULL, "budget", "里程台账.csv", "--funds", "资金来源.csv", "--year", "2021",
          "-o", BOOK, NULL);
  return ((YlRun *) *state)->status == 0 ? 0 : -1;
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
    fail_msg ("“%s” is not in:\n%s%s", text, run->out, run->err);
}

static void
assert_refused (const YlRun *run, const char *text)
{
  assert_number_equal (run->status, 2);
  assert_string_equal (run->out, "");
  if (strstr (run->err, text) == NULL)
    fail_msg ("“%s” is not in: %s", text, run->err);
}

static void
a_cell_is_explained_in_any_locale (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "explain", BOOK, "预算总表!F6", NULL);
  assert_number_equal (run->status, 0);
  /* 168.290 km of county roads in the example, at 10,000 yuan per km. */
  assert_says (run, "县道日常养护：1,682,900.00 元");
  assert_says (run, "聊政办发〔2020〕10号 二（二）1");
  assert_says (run, "其余 16 个没有列出，加 --all 全部列出。");
  yl_run (run, "C", NULL, "explain", BOOK, "预算总表!F6", "--all", NULL);
  assert_null (strstr (run->out, "没有列出"));
}

static void
a_road_is_followed_to_the_total (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C.UTF-8", NULL, "explain", BOOK, "--road", "X001371502", NULL);
  assert_number_equal (run->status, 0);
  assert_says (run, "路线 X001371502 梁水至古楼公路：4 个路段");
  assert_says (run, "预算合计");
  assert_says (run, "县级应补足的资金缺口");
}

static void
json_has_the_keys_of_the_format (void **state)
{
  YlRun *run = *state;
  static const char *const members[] = {
    "\"schema\"",   "\"yanglu.explain/1\"", "\"adds_up\" : true", "\"figures\"",        "\"feeds\"",
    "\"document\"", "\"clause\"",           "\"left_out\"",       "\"rate_fen_per_km\""
  };
  yl_run (run, "C", NULL, "explain", BOOK, "--line", "daily.village", "--format", "json", NULL);
  assert_number_equal (run->status, 0);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    assert_says (run, members[i]);
}

static void
a_list_is_explained_too (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "explain", "里程台账.csv", "--year", "2021", "--township", "闫寺", NULL);
  assert_number_equal (run->status, 0);
  assert_says (run, "闫寺街道日常养护金额：152,199.00 元");
}

static void
what_is_asked_must_be_clear (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "explain", NULL);
  assert_refused (run, "没有给出预算工作簿或里程台账");
  yl_run (run, "C", NULL, "explain", BOOK, NULL);
  assert_refused (run, "没有说要查什么");
  yl_run (run, "C", NULL, "explain", BOOK, "预算总表!F6", "--line", "staff", NULL);
  assert_refused (run, "一次只能查一样");
  yl_run (run, "C", NULL, "explain", BOOK, "A1", "B2", NULL);
  assert_refused (run, "多出了“B2”");
  yl_run (run, "C", NULL, "explain", BOOK, "F6", NULL);
  assert_refused (run, "不是单元格");
  yl_run (run, "C", NULL, "explain", BOOK, "--line", "daily.conty", NULL);
  assert_refused (run, "“daily.county”");
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (a_cell_is_explained_in_any_locale), SENTENCE (a_road_is_followed_to_the_total),
    SENTENCE (json_has_the_keys_of_the_format),   SENTENCE (a_list_is_explained_too),
    SENTENCE (what_is_asked_must_be_clear),
  };
  return cmocka_run_group_tests_name ("explain-command", tests, NULL, NULL);
}
