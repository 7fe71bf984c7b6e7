/* What is plausible is not questioned: no limit of C03 fires on lists in order. */
#include <string.h>

#include "support/assert.h"
#include "support/run.h"

#define N_SEEDS 20

static int
set_up (void **state)
{
  *state = yl_run_new ();
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static void
assert_unquestioned (const YlRun *run, const char *what)
{
  if (run->status < 0 || run->status > 1 || strstr (run->out, "读入") == NULL)
    fail_msg ("%s was not checked: %s", what, run->err);
  const char *question = strstr (run->out, "[C03");
  if (question != NULL || strstr (run->out, "里程为 0") != NULL)
    fail_msg ("%s is questioned: %.300s", what, question);
}

static void
the_shipped_examples_are_plausible (void **state)
{
  YlRun *run = *state;
  static const char *const examples[] = { "里程台账.csv", "录入表.xlsx" };
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *name = g_strconcat ("示例-东昌府区-", examples[i], NULL);
      g_autofree char *path =
          g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "templates", "examples", name, NULL);
      yl_run (run, "C.UTF-8", NULL, "check", path, "--year", "2021", NULL);
      assert_unquestioned (run, name);
    }
}

static void
three_routes_of_100_km_with_their_stakes_are_plausible (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C",
          "路线编码,路线名称,行政等级,乡镇,起点桩号,止点桩号,里程\n"
          "X001371502,甲路,县道,沙镇镇,0,100,100\n"
          "Y001371502,乙路,乡道,沙镇镇,0,100,100\n"
          "C001371502,丙路,村道,堂邑镇,0,100,100\n",
          "check", "-", "--year", "2021", NULL);
  assert_unquestioned (run, "the list");
  assert_number_equal (run->status, 0);
}

static void
made_up_counties_are_plausible (void **state)
{
  YlRun *run = *state;
  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autofree char *text = g_strdup_printf ("%u", seed);
      g_autofree char *path = g_build_filename (run->folder, "county.csv", NULL);
      const char *const words[] = { g_getenv ("YL_GENERATE"), "county", text, path, NULL };
      int status = -1;
      assert_true (g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL,
                                 NULL, &status, NULL));
      assert_int_equal (status, 0);
      yl_run (run, "C", NULL, "check", "county.csv", "--year", "2021", NULL);
      assert_unquestioned (run, text);
    }
}

/* The switch and a limit of a file are kept. */
static void
a_limit_of_a_rules_file_is_the_one_that_is_asked (void **state)
{
  YlRun *run = *state;
  const char *list = "路线编码,里程\nX001371502,120\nX002371502,1\n";
  yl_run (run, "C", list, "check", "-", "--year", "2021", NULL);
  assert_non_null (strstr (run->out, "[C03 警告] 标准输入 第 2 行 单元格 B2 里程"));
  yl_run_write (run, "本局.rules", "[C03]\nlimit-section=120\n");
  yl_run (run, "C.UTF-8", list, "check", "-", "--year", "2021", "--rules", "本局.rules", NULL);
  assert_unquestioned (run, "the list");
  yl_run_write (run, "本局.rules", "[C03]\nenabled=false\nnote=另行核对\n");
  yl_run (run, "C.UTF-8", list, "check", "-", "--year", "2021", "--rules", "本局.rules", NULL);
  assert_unquestioned (run, "the list");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (the_shipped_examples_are_plausible, set_up, tear_down),
    cmocka_unit_test_setup_teardown (three_routes_of_100_km_with_their_stakes_are_plausible, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (made_up_counties_are_plausible, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_limit_of_a_rules_file_is_the_one_that_is_asked, set_up,
                                     tear_down),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
