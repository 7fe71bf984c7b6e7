/*
 * Three engines agree: the program's own figures (the values that its workbook remembers) against
 * what LibreOffice and Gnumeric compute from the formulas, in every cell of every sheet.
 */
#include "engines/compare.h"
#include "engines/county-files.h"
#include "engines/plant.h"
#include "support/assert.h"
#include "support/engines.h"
#include "support/run.h"

#define BOOK "预算.xlsx"
#define PLANTED "planted.xlsx"

/* A finished budget in a folder of its own. */
typedef struct
{
  YlRun *run;
  char *book;
  YlTestBook *ours;
} Finished;

static int
finish (void **state, const CountyFiles *files)
{
  Finished *finished = g_new0 (Finished, 1);
  *state = finished; /* so that teardown finds the folder even when this fails */
  finished->run = yl_run_new ();
  county_files_write (files, finished->run->folder);
  const char *choice = files->policy == NULL ? "liaocheng-2020" : "办法.policy";
  yl_run (finished->run, "C.UTF-8", NULL, "budget", "路.csv", "--entry", "录入表.xlsx", "--bridges",
          "桥.csv", "--last-year", "上年.csv", "--policy", choice, "-o", BOOK, NULL);
  if (finished->run->status != 0 && finished->run->status != 1)
    fail_msg ("the budget was not made: %s", finished->run->err);
  finished->book = g_build_filename (finished->run->folder, BOOK, NULL);
  finished->ours = yl_test_read_book (finished->book);
  return 0;
}

static int
make_by_share (void **state)
{
  return finish (state, &(CountyFiles){ 5000, 371502, county_policy_by_share, NULL });
}

static int
make_by_stack (void **state)
{
  return finish (state, &(CountyFiles){ 300, 2, county_policy_by_stack, NULL });
}

static int
make_by_grants (void **state)
{
  return finish (state, &(CountyFiles){ 600, 3, NULL, NULL });
}

static int
tear_down (void **state)
{
  Finished *finished = *state;
  if (finished == NULL)
    return 0;
  yl_run_free (finished->run);
  g_clear_pointer (&finished->ours, yl_test_book_free);
  g_free (finished->book);
  g_free (finished);
  return 0;
}

typedef char *(*Conversion) (
    YlEngine engine, const char *book, const char *folder, const char *form, GError **error);

/* Converts @book and holds the result against our own figures. */
static Comparison
compare_converted (const Finished *finished, YlEngine engine, Conversion convert, const char *book)
{
  yl_engine_require (engine);
  const char *name = yl_engine_get_name (engine);
  g_autofree char *folder = g_build_filename (finished->run->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = convert (engine, book, folder, "xlsx", &error);
  if (path == NULL)
    fail_msg ("%s: %s", name, error->message);
  g_autoptr (YlTestBook) theirs = yl_test_read_book (path);
  const Comparison comparison = compare_books (finished->ours, theirs, name);
  print_message ("# %s: %u numbers and %u texts compared, %u different\n", name,
                 comparison.n_numbers, comparison.n_texts, comparison.n_different);
  return comparison;
}

static void
assert_agrees (const Finished *finished, YlEngine engine)
{
  const Comparison comparison =
      compare_converted (finished, engine, yl_engine_recalculate, finished->book);
  assert_true (comparison.n_numbers > 100);
  assert_number_equal (comparison.n_different, 0);
}

/* Every remembered value is wrong, so that nothing but computing brings ours back. */
static void
assert_corrects (const Finished *finished, YlEngine engine)
{
  g_autofree char *planted = g_build_filename (finished->run->folder, PLANTED, NULL);
  const guint n_planted = plant_wrong_values (finished->book, planted);
  print_message ("# %u wrong values planted\n", n_planted);
  assert_true (n_planted > 100);
  assert_number_equal (
      compare_converted (finished, engine, yl_engine_recalculate, planted).n_different, 0);
}

static void
assert_echo_is_found_out (const Finished *finished, YlEngine engine)
{
  g_autofree char *planted = g_build_filename (finished->run->folder, PLANTED, NULL);
  const guint n_planted = plant_wrong_values (finished->book, planted);
  const Comparison comparison = compare_converted (finished, engine, yl_engine_echo, planted);
  assert_true (comparison.n_different >= n_planted / 2);
}

static void
libreoffice_agrees_on_5000_sections_with_declared_shares (void **state)
{
  assert_agrees (*state, YL_ENGINE_LIBREOFFICE);
}

static void
gnumeric_agrees_on_5000_sections_with_declared_shares (void **state)
{
  assert_agrees (*state, YL_ENGINE_GNUMERIC);
}

static void
libreoffice_corrects_every_planted_value_of_5000_sections (void **state)
{
  assert_corrects (*state, YL_ENGINE_LIBREOFFICE);
}

static void
gnumeric_corrects_every_planted_value_of_5000_sections (void **state)
{
  assert_corrects (*state, YL_ENGINE_GNUMERIC);
}

static void
both_engines_compute_stacked_levels_from_wrong_values (void **state)
{
  assert_corrects (*state, YL_ENGINE_LIBREOFFICE);
  assert_corrects (*state, YL_ENGINE_GNUMERIC);
}

static void
both_engines_compute_the_gap_that_grants_leave_from_wrong_values (void **state)
{
  assert_corrects (*state, YL_ENGINE_LIBREOFFICE);
  assert_corrects (*state, YL_ENGINE_GNUMERIC);
}

static void
an_engine_that_only_echoes_is_found_out (void **state)
{
  assert_echo_is_found_out (*state, YL_ENGINE_LIBREOFFICE);
  assert_echo_is_found_out (*state, YL_ENGINE_GNUMERIC);
}

int
main (void)
{
#define SENTENCE(make, name) cmocka_unit_test_setup_teardown (name, make, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (make_by_share, libreoffice_agrees_on_5000_sections_with_declared_shares),
    SENTENCE (make_by_share, gnumeric_agrees_on_5000_sections_with_declared_shares),
    SENTENCE (make_by_share, libreoffice_corrects_every_planted_value_of_5000_sections),
    SENTENCE (make_by_share, gnumeric_corrects_every_planted_value_of_5000_sections),
    SENTENCE (make_by_stack, both_engines_compute_stacked_levels_from_wrong_values),
    SENTENCE (make_by_grants, both_engines_compute_the_gap_that_grants_leave_from_wrong_values),
    SENTENCE (make_by_grants, an_engine_that_only_echoes_is_found_out),
  };
  return cmocka_run_group_tests_name ("recalculation", tests, NULL, NULL);
}
