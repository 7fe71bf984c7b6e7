/*
 * The roll-up of a city in three engines: what the program remembers in every cell against what
 * LibreOffice, Gnumeric and our own evaluator compute from the formulas.
 */
#include "engines/compare.h"
#include "engines/plant.h"
#include "engines/worked-out.h"
#include "support/assert.h"
#include "support/engines.h"
#include "support/run.h"

#define BOOK "汇总.xlsx"
#define PLANTED "planted.xlsx"

typedef struct
{
  YlRun *run;
  char *book;
  YlTestBook *ours;
} Case;

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
  Case *it = g_new0 (Case, 1);
  *state = it;
  it->run = yl_run_new ();
  g_autofree char *one = write_list (1);
  g_autofree char *two = write_list (300);
  yl_run_write (it->run, "甲.csv", one);
  yl_run_write (it->run, "乙.csv", two);
  yl_run (it->run, "C.UTF-8", NULL, "summary", "甲.csv", "乙.csv", "--year", "2021", "-o", BOOK,
          NULL);
  if (it->run->status != 1)
    fail_msg ("the roll-up was not made: %s", it->run->err);
  it->book = g_build_filename (it->run->folder, BOOK, NULL);
  it->ours = yl_test_read_book (it->book);
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  yl_run_free (it->run);
  g_clear_pointer (&it->ours, yl_test_book_free);
  g_free (it->book);
  g_free (it);
  return 0;
}

/* Every remembered value is wrong, so that nothing but computing brings ours back. */
static void
assert_corrects (const Case *it, YlEngine engine)
{
  yl_engine_require (engine);
  const char *name = yl_engine_get_name (engine);
  g_autofree char *planted = g_build_filename (it->run->folder, PLANTED, NULL);
  g_autofree char *folder = g_build_filename (it->run->folder, name, NULL);
  assert_true (plant_wrong_values (it->book, planted) > 60);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = yl_engine_recalculate (engine, planted, folder, "xlsx", &error);
  if (path == NULL)
    fail_msg ("%s: %s", name, error->message);
  g_autoptr (YlTestBook) theirs = yl_test_read_book (path);
  const Comparison comparison = compare_books (it->ours, theirs, name);
  print_message ("# %s: %u numbers and %u texts compared\n", name, comparison.n_numbers,
                 comparison.n_texts);
  assert_number_equal (comparison.n_different, 0);
}

static void
libreoffice_corrects_every_planted_value (void **state)
{
  assert_corrects (*state, YL_ENGINE_LIBREOFFICE);
}

static void
gnumeric_corrects_every_planted_value (void **state)
{
  assert_corrects (*state, YL_ENGINE_GNUMERIC);
}

static void
our_own_evaluator_comes_to_what_is_remembered (void **state)
{
  const Case *it = *state;
  g_autoptr (WorkedOut) worked_out = worked_out_load (it->book);
  guint n = 0;
  assert_number_equal (worked_out_count_different (worked_out, &n), 0);
  print_message ("# %u formulas computed\n", n);
  assert_true (n > 60);
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
