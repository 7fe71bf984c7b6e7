#include "yanglu/base/random.h"

#include "support/assert.h"

/* Printed by the authors' reference code for this seed. */
static void
the_numbers_are_those_of_splitmix64 (void **state)
{
  (void) state;
  static const guint64 expected[] = { 6457827717110365317u, 3203168211198807973u,
                                      9817491932198370423u, 4593380528125082431u,
                                      16408922859458223821u };
  YlRandom random = yl_random_of_seed (1234567);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_true (yl_random_next (&random) == expected[i]);
}

static void
below_one_there_is_only_zero (void **state)
{
  (void) state;
  YlRandom random = yl_random_of_seed (7);
  for (guint i = 0; i < 100; i++)
    assert_number_equal (yl_random_next_below (&random, 1), 0);
}

static void
a_number_stays_below_the_largest_bound (void **state)
{
  (void) state;
  YlRandom random = yl_random_of_seed (7);
  for (guint i = 0; i < 100; i++)
    assert_true (yl_random_next_below (&random, G_MAXUINT64) < G_MAXUINT64);
}

/* 6457827717110365317 mod 100 is 17, 3203168211198807973 mod 100 is 73. */
static void
a_number_below_a_hundred_is_the_rest (void **state)
{
  (void) state;
  YlRandom random = yl_random_of_seed (1234567);
  assert_number_equal (yl_random_next_below (&random, 100), 17);
  assert_number_equal (yl_random_next_below (&random, 100), 73);
}

/* 60 000 draws of six: each face comes 10 000 times, give or take 5 standard deviations (91 each). */
static void
each_face_of_a_die_comes_equally_often (void **state)
{
  (void) state;
  guint n[6] = { 0 };
  YlRandom random = yl_random_of_seed (20201128);
  for (guint i = 0; i < 60000; i++)
    n[yl_random_next_below (&random, 6)]++;
  for (guint i = 0; i < 6; i++)
    assert_in_range (n[i], 10000 - 456, 10000 + 456);
}

/* 2^64 is one and a half times this bound: without passing numbers over, the lower half would come
 * twice as often as the upper: 2/3 of the draws instead of 1/2. */
static void
a_bound_that_does_not_divide_favours_nobody (void **state)
{
  (void) state;
  const guint64 bound = G_GUINT64_CONSTANT (12297829382473034411);
  YlRandom random = yl_random_of_seed (3);
  guint n_lower = 0;
  for (guint i = 0; i < 10000; i++)
    n_lower += yl_random_next_below (&random, bound) < bound / 2 ? 1 : 0;
  assert_in_range (n_lower, 5000 - 250, 5000 + 250);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_numbers_are_those_of_splitmix64),
    cmocka_unit_test (below_one_there_is_only_zero),
    cmocka_unit_test (a_number_stays_below_the_largest_bound),
    cmocka_unit_test (a_number_below_a_hundred_is_the_rest),
    cmocka_unit_test (each_face_of_a_die_comes_equally_often),
    cmocka_unit_test (a_bound_that_does_not_divide_favours_nobody),
  };
  return cmocka_run_group_tests_name ("random", tests, NULL, NULL);
}
