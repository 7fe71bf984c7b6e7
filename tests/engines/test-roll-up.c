/*
 * The roll-up of a city in three engines: what the program remembers in every cell against what
 * LibreOffice, Gnumeric and our own evaluator compute from the formulas.
 */
#include "engines/corrected.h"
#include "support/assert.h"
#include "support/run.h"

#define BOOK "汇总.xlsx"
/* Formulas that it has at least. */
#define ENOUGH 60

/* Twelve townships of three counties, two of them a zone's, with forty roads each; some stand in both lists, some are
 * of class Z, some are dead ends. */
static char *
write_list (guint first)
{
  static const char *const townships[] = { "371502008", "371502106", "371503101", "371521100",
                                           "371502009", "371503102", "371521101", "371502104" };
  static const char *const classes[] = { "X,县道", "Y,乡道", "C,村道", "C,村道", "Z,专用公路" };
  GString *list = g_string_new ("路线编码,行政等级,行政区划代码,起点桩号,止点桩号,里程,断头路\n");
  for (guint i = first; i < first + 320; i++)
    {
      const char *township = townships[i % G_N_ELEMENTS (townships)];
      const char *road_class = classes[i % G_N_ELEMENTS (classes)];
      const guint metres = 137 * (i % 61) + 1;
      g_string_append_printf (list, "%c%03u%.6s,%s,%s,0,%u.%03u,%u.%03u,%s\n", road_class[0], i,
                              township, road_class + 2, township, metres / 1000, metres % 1000,
                              metres / 1000, metres % 1000, i % 17 == 0 ? "是" : "");
    }
  return g_string_free (list, FALSE);
}

static int
set_up (void **state)
{
  YlRun *run = yl_run_new ();
  *state = run;
  g_autofree char *one = write_list (1);
  g_autofree char *two = write_list (300);
  yl_run_write (run, "甲.csv", one);
  yl_run_write (run, "乙.csv", two);
  yl_run (run, "C.UTF-8", NULL, "summary", "甲.csv", "乙.csv", "--year", "2021", "-o", BOOK, NULL);
  if (run->status != 1)
    fail_msg ("the roll-up was not made: %s", run->err);
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static void
libreoffice_corrects_every_planted_value (void **state)
{
  corrected_assert (*state, BOOK, YL_ENGINE_LIBREOFFICE, ENOUGH);
}

static void
gnumeric_corrects_every_planted_value (void **state)
{
  corrected_assert (*state, BOOK, YL_ENGINE_GNUMERIC, ENOUGH);
}

static void
our_own_evaluator_comes_to_what_is_remembered (void **state)
{
  corrected_assert_worked_out (*state, BOOK, ENOUGH);
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (libreoffice_corrects_every_planted_value),
    SENTENCE (gnumeric_corrects_every_planted_value),
    SENTENCE (our_own_evaluator_comes_to_what_is_remembered),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
