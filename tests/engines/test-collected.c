/*
 * What a county collects, in three engines: the budget of two lists with its tables in 万元, 按科目汇总,
 * 报送情况 and 绩效目标申报表; and the head of a township's form.
 */
#include "engines/corrected.h"
#include "support/assert.h"

#define BOOK "预算.xlsx"
#define FORM "填报表.xlsx"
#define ENOUGH 600
#define ENOUGH_OF_FORM 20

static const char funds[] = "来源,层级,性质,用途,金额(元),科目\n"
                            "省级补助,省,一般公共预算,日常养护,100049.99,2140106\n"
                            "土地收益,县,政府性基金,日常养护,34550.00,2120804\n"
                            "市级补助,市,一般公共预算,养护工程,20050.00,\n"
                            "捐款,社会,社会资金,日常养护,5000.01,\n";

/* Sections of every class; some come to halves of a hundredth of 万元, some stand in both lists. */
static char *
write_list (guint first)
{
  static const char *const kinds[] = { "X,县道", "Y,乡道", "C,村道" };
  GString *list = g_string_new ("路线编码,行政等级,乡镇,起点桩号,止点桩号,里程,断头路\n");
  for (guint i = first; i < first + 12; i++)
    {
      const char *kind = kinds[i % G_N_ELEMENTS (kinds)];
      const guint metres = 1005 + 10 * (i % 7) + 137 * (i % 3);
      g_string_append_printf (list, "%c%03u371502,%s,沙镇镇,0,%u.%03u,%u.%03u,%s\n", kind[0], i,
                              kind + 2, metres / 1000, metres % 1000, metres / 1000, metres % 1000,
                              i % 5 == 0 ? "是" : "");
    }
  return g_string_free (list, FALSE);
}

static void
assert_made (const YlRun *run, const char *what)
{
  if (run->status != 0 && run->status != 1)
    fail_msg ("%s was not made: %s", what, run->err);
}

static int
set_up (void **state)
{
  YlRun *run = yl_run_new ();
  *state = run;
  g_autofree char *one = write_list (1);
  g_autofree char *two = write_list (11);
  yl_run_write (run, "甲.csv", one);
  yl_run_write (run, "乙.csv", two);
  yl_run_write (run, "资金.csv", funds);
  yl_run (run, "C.UTF-8", NULL, "budget", "甲.csv", "乙.csv", "--funds", "资金.csv", "--county",
          "371502", "--year", "2021", "--unit", "wan", "-o", BOOK, NULL);
  assert_made (run, BOOK);
  yl_run (run, "C.UTF-8", NULL, "new", FORM, "--from", "甲.csv", "--county", "371502", "--township",
          "沙镇镇", "--year", "2021", NULL);
  assert_made (run, FORM);
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static void
libreoffice_brings_every_value_back (void **state)
{
  corrected_assert (*state, BOOK, YL_ENGINE_LIBREOFFICE, ENOUGH);
}

static void
gnumeric_brings_every_value_back (void **state)
{
  corrected_assert (*state, BOOK, YL_ENGINE_GNUMERIC, ENOUGH);
}

static void
our_own_evaluator_comes_to_what_is_remembered (void **state)
{
  corrected_assert_worked_out (*state, BOOK, ENOUGH);
}

static void
the_head_of_a_form_is_the_same_in_libreoffice (void **state)
{
  corrected_assert (*state, FORM, YL_ENGINE_LIBREOFFICE, ENOUGH_OF_FORM);
}

static void
the_head_of_a_form_is_the_same_in_gnumeric (void **state)
{
  corrected_assert (*state, FORM, YL_ENGINE_GNUMERIC, ENOUGH_OF_FORM);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (libreoffice_brings_every_value_back),
    cmocka_unit_test (gnumeric_brings_every_value_back),
    cmocka_unit_test (our_own_evaluator_comes_to_what_is_remembered),
    cmocka_unit_test (the_head_of_a_form_is_the_same_in_libreoffice),
    cmocka_unit_test (the_head_of_a_form_is_the_same_in_gnumeric),
  };
  return cmocka_run_group_tests (tests, set_up, tear_down);
}
