#include "support/assert.h"

#include "yanglu/base/error.h"
#include "yanglu/calc/shares.h"

#define assert_split(total, weights, expected)                                                     \
  do                                                                                               \
    {                                                                                              \
      G_STATIC_ASSERT (sizeof (weights) == sizeof (expected));                                     \
      g_autofree gint64 *parts = yl_shares_split (total, weights, G_N_ELEMENTS (weights), NULL);   \
      assert_non_null (parts);                                                                     \
      for (gsize i = 0; i < G_N_ELEMENTS (weights); i++)                                           \
        assert_fen_equal (parts[i], expected[i]);                                                  \
    }                                                                                              \
  while (0)

static void
parts_of_an_indivisible_total_still_add_up (void **state)
{
  (void) state;
  /* 100 fen by thirds: 33⅓ each; one fen is left and all remainders are equal. */
  const gint64 weights[] = { 1, 1, 1 };
  const gint64 expected[] = { 34, 33, 33 };
  assert_split (100, weights, expected);
}

static void
the_largest_remainder_takes_the_left_over_fen (void **state)
{
  (void) state;
  /* 10 fen by 25.5%, 35.6%, 38.9%: 2.55, 3.56, 3.89; two fen are left, for .89 and .56. */
  const gint64 weights[] = { 255000, 356000, 389000 };
  const gint64 expected[] = { 2, 4, 4 };
  assert_split (10, weights, expected);
}

static void
equal_remainders_are_served_in_the_order_of_the_weights (void **state)
{
  (void) state;
  /* 2 fen by four quarters: 0.5 each. */
  const gint64 weights[] = { 250000, 250000, 250000, 250000 };
  const gint64 expected[] = { 1, 1, 0, 0 };
  assert_split (2, weights, expected);
}

static void
a_weight_of_zero_gets_nothing (void **state)
{
  (void) state;
  const gint64 weights[] = { 0, 3, 0 };
  const gint64 expected[] = { 0, 101, 0 };
  assert_split (101, weights, expected);
}

static void
nothing_is_divided_into_nothings (void **state)
{
  (void) state;
  const gint64 weights[] = { 2, 5 };
  const gint64 expected[] = { 0, 0 };
  assert_split (0, weights, expected);
}

static void
the_largest_total_and_weights_still_add_up (void **state)
{
  (void) state;
  /* Half of 2^63 − 1 each: the odd fen goes to the first. */
  const gint64 weights[] = { G_MAXINT64, G_MAXINT64 };
  const gint64 expected[] = { G_MAXINT64 / 2 + 1, G_MAXINT64 / 2 };
  assert_split (G_MAXINT64, weights, expected);
}

static void
weights_that_are_all_zero_are_refused (void **state)
{
  (void) state;
  const gint64 weights[] = { 0, 0 };
  g_autoptr (GError) error = NULL;
  assert_null (yl_shares_split (100, weights, 2, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (parts_of_an_indivisible_total_still_add_up),
    cmocka_unit_test (the_largest_remainder_takes_the_left_over_fen),
    cmocka_unit_test (equal_remainders_are_served_in_the_order_of_the_weights),
    cmocka_unit_test (a_weight_of_zero_gets_nothing),
    cmocka_unit_test (nothing_is_divided_into_nothings),
    cmocka_unit_test (the_largest_total_and_weights_still_add_up),
    cmocka_unit_test (weights_that_are_all_zero_are_refused),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
