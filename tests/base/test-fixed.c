#include "support/assert.h"

#include "yanglu/base/fixed.h"

static YlFixed
number (const char *text)
{
  YlFixed parsed = { 0 };
  if (!yl_fixed_parse (yl_text_of (text), &parsed))
    fail_msg ("%s is no number", text);
  return parsed;
}

static void
assert_is (YlFixed actual, const char *expected)
{
  char text[YL_FIXED_TEXT_SIZE];
  yl_fixed_write (actual, text);
  assert_string_equal (text, expected);
  assert_true (actual.units == number (expected).units);
}

static void
numbers_are_read_and_written_without_superfluous_zeros (void **state)
{
  (void) state;
  static const char *const cases[][2] = {
    { "0", "0" },
    { "-0", "0" },
    { "12.50", "12.5" },
    { "-0.007", "-0.007" },
    { ".5", "0.5" },
    { "5.", "5" },
    { "+3", "3" },
    { "1E3", "1000" },
    { "1.5e-3", "0.0015" },
    { "00012", "12" },
    { "0E9999", "0" },
    { "1E-9999", "0" },
    { "100", "100" },
    { "1E21", "1000000000000000000000" },
    { "0.0000000000000000000000000000000000000000005E43", "5" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_is (number (cases[i][0]), cases[i][1]);
}

static void
what_is_no_number_or_too_large_is_refused (void **state)
{
  (void) state;
  static const char *const cases[] = { "",     "-",     ".",    "1.2.3", "1E",
                                       "1E+",  "1 2",   "12元", "1,000", "1000000000000000000001",
                                       "1E22", "9E9999" };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlFixed untouched = yl_fixed_of (7);
      assert_false (yl_fixed_parse (yl_text_of (cases[i]), &untouched));
      assert_is (untouched, "7");
    }
}

static void
the_sixteenth_decimal_rounds (void **state)
{
  (void) state;
  assert_true (number ("0.0000000000000015").units == 2);
  assert_true (number ("0.0000000000000014").units == 1);
  assert_true (number ("-0.0000000000000015").units == -2);
  assert_true (number ("100000000000000000000.0000000000000005").units
               == (__int128) YL_FIXED_UNITS * YL_FIXED_UNITS * 100000 + 1);
}

static void
sums_and_products_are_exact (void **state)
{
  (void) state;
  YlFixed result = { 0 };
  assert_true (yl_fixed_add (number ("0.1"), number ("0.2"), &result));
  assert_is (result, "0.3");
  assert_true (yl_fixed_subtract (number ("0.3"), number ("1"), &result));
  assert_is (result, "-0.7");
  assert_true (yl_fixed_multiply (number ("1028.022"), number ("-10000.01"), &result));
  assert_is (result, "-10280230.28022");
  /* The largest amount in fen times a share in ppm. */
  assert_true (yl_fixed_multiply (number ("1E15"), number ("1000000"), &result));
  assert_is (result, "1000000000000000000000");
}

static void
beyond_the_limit_nothing_is_written (void **state)
{
  (void) state;
  YlFixed result = yl_fixed_of (7);
  assert_false (yl_fixed_multiply (number ("1E15"), number ("1000000.000001"), &result));
  assert_false (yl_fixed_multiply (number ("1E21"), number ("1E21"), &result));
  assert_false (yl_fixed_multiply (number ("-1E21"), number ("1.1"), &result));
  assert_false (yl_fixed_add (number ("1E21"), number ("0.000000000000001"), &result));
  assert_false (yl_fixed_subtract (number ("-1E21"), number ("1"), &result));
  assert_false (yl_fixed_divide (number ("1E21"), number ("0.5"), &result));
  assert_is (result, "7");
  assert_true (yl_fixed_add (number ("999999999999999999999"), number ("1"), &result));
  assert_is (result, "1000000000000000000000");
}

static void
a_division_is_rounded_at_the_fifteenth_decimal_half_away_from_zero (void **state)
{
  (void) state;
  YlFixed result = { 0 };
  assert_true (yl_fixed_divide (number ("1"), number ("3"), &result));
  assert_true (result.units == (__int128) 333333333333333);
  assert_true (yl_fixed_divide (number ("2"), number ("-3"), &result));
  assert_true (result.units == -(__int128) 666666666666667);
  assert_true (yl_fixed_divide (number ("0.000000000000001"), number ("2"), &result));
  assert_true (result.units == 1);
  assert_true (yl_fixed_divide (number ("-0.000000000000001"), number ("2"), &result));
  assert_true (result.units == -1);
  assert_true (yl_fixed_divide (number ("0.000000000000001"), number ("2.1"), &result));
  assert_true (result.units == 0);
  assert_true (yl_fixed_divide (number ("1E21"), number ("1E21"), &result));
  assert_is (result, "1");
}

static void
halves_round_away_from_zero_at_any_place (void **state)
{
  (void) state;
  static const struct
  {
    const char *number;
    gint decimals;
    const char *rounded, *cut;
  } cases[] = {
    { "2.675", 2, "2.68", "2.67" }, { "-2.675", 2, "-2.68", "-2.67" },
    { "2.5", 0, "3", "2" },         { "-0.5", 0, "-1", "0" },
    { "0.4999", 0, "0", "0" },      { "1250", -2, "1300", "1200" },
    { "1249", -2, "1200", "1200" }, { "7", -22, "0", "0" },
    { "7", -21, "0", "0" },         { "1.2345", 40, "1.2345", "1.2345" },
    { "0", 2, "0", "0" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlFixed rounded = { 0 };
      assert_true (yl_fixed_round (number (cases[i].number), cases[i].decimals, &rounded));
      assert_is (rounded, cases[i].rounded);
      assert_is (yl_fixed_cut (number (cases[i].number), cases[i].decimals), cases[i].cut);
    }
}

static void
a_third_times_three_settles_to_one (void **state)
{
  (void) state;
  YlFixed third = { 0 };
  YlFixed whole = { 0 };
  assert_true (yl_fixed_divide (number ("1"), number ("3"), &third));
  assert_true (yl_fixed_multiply (third, number ("3"), &whole));
  assert_int_equal (yl_fixed_compare (whole, number ("1")), -1);
  assert_is (yl_fixed_settle (whole), "1");
  assert_is (yl_fixed_settle (number ("0.0000000000005")), "0.000000000001");
  assert_is (yl_fixed_settle (number ("0.0000000000004")), "0");
}

static void
only_whole_numbers_become_whole (void **state)
{
  (void) state;
  gint64 whole = 0;
  assert_true (yl_fixed_to_whole (number ("-12"), &whole));
  assert_number_equal (whole, -12);
  assert_false (yl_fixed_to_whole (number ("0.5"), &whole));
  assert_true (yl_fixed_to_whole (number ("9223372036854775807"), &whole));
  assert_number_equal (whole, G_MAXINT64);
  assert_false (yl_fixed_to_whole (number ("9223372036854775808"), &whole));
}

static void
a_number_has_the_decimals_that_are_asked_for_or_all_that_it_needs (void **state)
{
  (void) state;
  static const struct
  {
    const char *number;
    guint n_decimals;
    gboolean is_grouped;
    const char *text;
  } cases[] = {
    { "0", 2, TRUE, "0.00" },
    { "999", 2, TRUE, "999.00" },
    { "1000", 2, TRUE, "1,000.00" },
    { "-100", 0, TRUE, "-100" },
    { "-1234567.5", 2, TRUE, "-1,234,567.50" },
    { "70000.005", 2, TRUE, "70,000.005" },
    { "1234.5", 3, FALSE, "1234.500" },
    { "12.5", 0, FALSE, "12.5" },
    { "1000000000000000000000", 0, TRUE, "1,000,000,000,000,000,000,000" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          yl_fixed_to_text (number (cases[i].number), cases[i].n_decimals, cases[i].is_grouped);
      assert_string_equal (text, cases[i].text);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (numbers_are_read_and_written_without_superfluous_zeros),
    cmocka_unit_test (what_is_no_number_or_too_large_is_refused),
    cmocka_unit_test (the_sixteenth_decimal_rounds),
    cmocka_unit_test (sums_and_products_are_exact),
    cmocka_unit_test (beyond_the_limit_nothing_is_written),
    cmocka_unit_test (a_division_is_rounded_at_the_fifteenth_decimal_half_away_from_zero),
    cmocka_unit_test (halves_round_away_from_zero_at_any_place),
    cmocka_unit_test (a_third_times_three_settles_to_one),
    cmocka_unit_test (only_whole_numbers_become_whole),
    cmocka_unit_test (a_number_has_the_decimals_that_are_asked_for_or_all_that_it_needs),
  };
  return cmocka_run_group_tests_name ("fixed", tests, NULL, NULL);
}
