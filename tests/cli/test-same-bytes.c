/* The same input gives the same bytes: whoever asks, wherever and whenever. */
#include <string.h>

#include "support/assert.h"
#include "support/book-parts.h"
#include "support/run.h"

#define LIST                                                                                                 \
  "路线编码,里程,乡镇,列养\nX001371502,12.345,闫寺街道,是\nY002371502,6.5,闫寺街道,是\n" \
  "C003371502,3.333,梁水镇,否\n"
#define FUNDS                                                                                      \
  "资金名称,来源层级,用途,资金性质,种类,金额(元)\n省补,省,日常养护,一般公共预算,上级补助,200000\n"

static int
set_up (void **state)
{
  *state = yl_run_new ();
  yl_run_write (*state, "list.csv", LIST);
  yl_run_write (*state, "funds.csv", FUNDS);
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  g_unsetenv ("TZ");
  return 0;
}

static GBytes *
make_book (YlRun *run, const char *locale, const char *name)
{
  yl_run (run, locale, NULL, "budget", "list.csv", "--funds", "funds.csv", "--year", "2021", "-o",
          name, NULL);
  assert_number_equal (run->status, 0);
  return yl_run_read (run, name);
}

static void
twice_in_one_place_is_the_same (void **state)
{
  g_autoptr (GBytes) one = make_book (*state, "C.UTF-8", "a.xlsx");
  g_autoptr (GBytes) other = make_book (*state, "C.UTF-8", "b.xlsx");
  assert_true (g_bytes_equal (one, other));
}

static void
another_locale_and_another_time_zone_are_the_same (void **state)
{
  g_setenv ("TZ", "Pacific/Kiritimati", TRUE);
  g_autoptr (GBytes) one = make_book (*state, "C.UTF-8", "a.xlsx");
  g_setenv ("TZ", "America/Anchorage", TRUE);
  g_autoptr (GBytes) other = make_book (*state, "C", "b.xlsx");
  assert_true (g_bytes_equal (one, other));
}

static void
another_working_folder_is_the_same (void **state)
{
  g_autoptr (GBytes) one = make_book (*state, "C.UTF-8", "a.xlsx");
  YlRun *elsewhere = yl_run_new ();
  yl_run_write (elsewhere, "list.csv", LIST);
  yl_run_write (elsewhere, "funds.csv", FUNDS);
  g_autoptr (GBytes) other = make_book (elsewhere, "C.UTF-8", "a.xlsx");
  yl_run_free (elsewhere);
  assert_true (g_bytes_equal (one, other));
}

static void
another_input_is_not_the_same (void **state)
{
  g_autoptr (GBytes) one = make_book (*state, "C.UTF-8", "a.xlsx");
  yl_run_write (*state, "list.csv", LIST "C004371502,0.001,梁水镇,否\n");
  g_autoptr (GBytes) other = make_book (*state, "C.UTF-8", "b.xlsx");
  assert_false (g_bytes_equal (one, other));
}

static void
assert_created (const YlRun *run, const char *day)
{
  g_autofree char *path = g_build_filename (run->folder, "a.xlsx", NULL);
  g_autofree char *core = yl_test_read_part (path, "docProps/core.xml");
  if (strstr (core, day) == NULL)
    fail_msg ("%s is not in %s", day, core);
}

static void
the_book_is_of_the_first_of_january_when_no_day_is_given (void **state)
{
  g_autoptr (GBytes) book = make_book (*state, "C", "a.xlsx");
  assert_created (*state, ">2021-01-01T00:00:00Z</dcterms:created>");
}

static void
the_book_is_of_the_day_that_was_given (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "budget", "list.csv", "--year", "2021", "--date", "2021-03-01", "-o",
          "a.xlsx", NULL);
  assert_created (run, ">2021-03-01T00:00:00Z</dcterms:created>");
}

#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    SENTENCE (twice_in_one_place_is_the_same),
    SENTENCE (another_locale_and_another_time_zone_are_the_same),
    SENTENCE (another_working_folder_is_the_same),
    SENTENCE (another_input_is_not_the_same),
    SENTENCE (the_book_is_of_the_first_of_january_when_no_day_is_given),
    SENTENCE (the_book_is_of_the_day_that_was_given),
  };
  return cmocka_run_group_tests_name ("same-bytes", tests, NULL, NULL);
}
