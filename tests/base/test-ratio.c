#include "support/assert.h"

#include "yanglu/base/ratio.h"

static void
halves_go_away_from_zero (void **state)
{
  (void) state;
  static const struct
  {
    gint64 value, numerator, denominator, scaled;
  } cases[] = {
    { 1, 1, 2, 1 },    { -1, 1, 2, -1 },  { 3, 1, 2, 2 },    { -3, 1, 2, -2 }, { 1, -1, 2, -1 },
    { 1, 1, 3, 0 },    { 2, 1, 3, 1 },    { -2, 1, 3, -1 },  { 0, 7, 3, 0 },   { 7, 0, 3, 0 },
    { 49, 1, 100, 0 }, { 50, 1, 100, 1 }, { 51, 1, 100, 1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 scaled = 99;
      assert_true (
          yl_ratio_scale (cases[i].value, cases[i].numerator, cases[i].denominator, &scaled));
      assert_number_equal (scaled, cases[i].scaled);
    }
}

static void
the_product_may_need_128_bits (void **state)
{
  (void) state;
  gint64 scaled = 0;
  assert_true (yl_ratio_scale (G_MAXINT64, G_MAXINT64, G_MAXINT64, &scaled));
  assert_number_equal (scaled, G_MAXINT64);
  assert_true (yl_ratio_scale (G_MININT64, 1, 1, &scaled));
  assert_number_equal (scaled, G_MININT64);
  assert_true (yl_ratio_scale (G_MININT64, G_MAXINT64, G_MAXINT64, &scaled));
  assert_number_equal (scaled, G_MININT64);
  /* (2^63 − 1) × 3 ÷ 6 ends in a half. */
  assert_true (yl_ratio_scale (G_MAXINT64, 3, 6, &scaled));
  assert_number_equal (scaled, G_GINT64_CONSTANT (4611686018427387904));
  assert_true (yl_ratio_scale (-G_MAXINT64, 3, 6, &scaled));
  assert_number_equal (scaled, G_GINT64_CONSTANT (-4611686018427387904));
}

static void
a_result_beyond_64_bits_is_refused_and_nothing_is_written (void **state)
{
  (void) state;
  gint64 scaled = 42;
  assert_false (yl_ratio_scale (G_MAXINT64, 2, 1, &scaled));
  assert_false (yl_ratio_scale (G_MININT64, -1, 1, &scaled)); /* one above the largest */
  assert_false (yl_ratio_scale (G_MAXINT64, 3, 2, &scaled));
  assert_number_equal (scaled, 42);
  assert_true (yl_ratio_scale (G_MININT64, -1, 2, &scaled));
  assert_number_equal (scaled, G_GINT64_CONSTANT (4611686018427387904));
}

static void
a_target_is_met_exactly_or_not_at_all (void **state)
{
  (void) state;
  const YlShare seven_percent = { 70000 };
  assert_true (yl_ratio_is_at_least (7, 100, seven_percent));
  assert_false (yl_ratio_is_at_least (6999999, 100000000, seven_percent)); /* prints as 7.0000% */
  assert_true (yl_ratio_is_at_least (7000001, 100000000, seven_percent));
  assert_true (yl_ratio_is_at_least (0, 1, (YlShare){ 0 }));
  assert_true (yl_ratio_is_at_least (G_MAXINT64, G_MAXINT64, (YlShare){ YL_SHARE_WHOLE }));
  assert_false (yl_ratio_is_at_least (G_MAXINT64 - 1, G_MAXINT64, (YlShare){ YL_SHARE_WHOLE }));
}

static void
shares_are_printed_without_idle_zeros (void **state)
{
  (void) state;
  assert_text_equal_free (yl_share_to_percent ((YlShare){ 20000 }), "2%");
  assert_text_equal_free (yl_share_to_percent ((YlShare){ 1000000 }), "100%");
  assert_text_equal_free (yl_share_to_percent ((YlShare){ 333333 }), "33.3333%");
  assert_text_equal_free (yl_share_to_percent ((YlShare){ 25500 }), "2.55%");
  assert_text_equal_free (yl_share_to_percent ((YlShare){ 1 }), "0.0001%");
  assert_text_equal_free (yl_share_to_percent ((YlShare){ 0 }), "0%");
  assert_text_equal_free (yl_share_to_percent ((YlShare){ -50000 }), "-5%");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (halves_go_away_from_zero),
    cmocka_unit_test (the_product_may_need_128_bits),
    cmocka_unit_test (a_result_beyond_64_bits_is_refused_and_nothing_is_written),
    cmocka_unit_test (a_target_is_met_exactly_or_not_at_all),
    cmocka_unit_test (shares_are_printed_without_idle_zeros),
  };
  return cmocka_run_group_tests_name ("ratio", tests, NULL, NULL);
}
