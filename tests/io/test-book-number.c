/* Numbers as workbooks store them become the decimals that were typed, without a double. */
#include "support/assert.h"

#include "yanglu/io/book-number.h"

#include <string.h>

static void
check_number (const char *stored, const char *expected)
{
  char decimal[YL_BOOK_NUMBER_BYTES];
  const gsize length = yl_book_number_write (stored, strlen (stored), decimal);
  assert_text_equal_free (g_strndup (decimal, length), expected);
}

static void
the_noise_of_a_double_beyond_fifteen_digits_goes (void **state)
{
  (void) state;
  check_number ("12.300000000000001", "12.3");
  check_number ("11.200000000000001", "11.2");
  check_number ("9.799999999999999", "9.8");
  check_number ("0.80000000000000004", "0.8");
  check_number ("0.1234567890123456", "0.123456789012346");
}

static void
fifteen_digits_stay_and_the_sixteenth_rounds_half_up (void **state)
{
  (void) state;
  check_number ("1.23456789012345", "1.23456789012345");
  check_number ("1.234567890123454", "1.23456789012345");
  check_number ("1.234567890123455", "1.23456789012346");
  check_number ("1.2345678901234549999", "1.23456789012345");
}

static void
rounding_carries_through_every_nine (void **state)
{
  (void) state;
  check_number ("9.999999999999999", "10");
  check_number ("0.9999999999999999", "1");
  check_number ("199999.9999999999999", "200000");
  check_number ("9999999999999999", "10000000000000000");
}

static void
an_exponent_moves_the_point (void **state)
{
  (void) state;
  check_number ("1.2E-3", "0.0012");
  check_number ("3.71502E+11", "371502000000");
  check_number ("1e0", "1");
  check_number ("12.5e1", "125");
  check_number ("1.5E-10", "0.00000000015");
  check_number ("0.001E3", "1");
}

static void
signs_and_zeros_are_plain (void **state)
{
  (void) state;
  check_number ("-0.5", "-0.5");
  check_number ("+7", "7");
  check_number ("-0", "0");
  check_number ("0.000", "0");
  check_number ("0E+300", "0");
  check_number ("007.50", "7.5");
  check_number (".5", "0.5");
  check_number ("5.", "5");
}

static void
the_ends_of_a_double_are_written_out (void **state)
{
  (void) state;
  g_autofree char *zeros = g_strnfill (308, '0');
  g_autofree char *large = g_strconcat ("1", zeros, NULL);
  g_autofree char *small = g_strconcat ("0.", zeros, "123456789012345", NULL);
  check_number ("1E308", large);
  check_number ("1.23456789012345E-309", small);
  check_number ("0.123456789012345E-308", small);
  check_number ("1.5E-310", "");
  check_number ("1E309", "");
  check_number ("1E-99999999999999999999", "");
}

static void
what_is_no_number_gives_nothing (void **state)
{
  (void) state;
  static const char *const others[] = { "",    "-",   ".",   "E5",  "1E",   "1E+", "1.2.3",
                                        "1,5", "abc", "INF", "NaN", "0x10", "1 2" };
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    check_number (others[i], "");
}

static void
a_short_number_needs_no_rewriting_and_a_long_one_or_an_exponent_does (void **state)
{
  (void) state;
  assert_true (yl_book_number_is_short ("12.345", 6));
  assert_true (yl_book_number_is_short ("123456789012345", 15));
  assert_false (yl_book_number_is_short ("1234567890123456", 16));
  assert_false (yl_book_number_is_short ("1E5", 3));
  assert_false (yl_book_number_is_short (" 1", 2));
}

static void
check_date (const char *number, gboolean is_1904, const char *expected)
{
  char date[YL_BOOK_DATE_BYTES + 1] = "";
  const gboolean is_date = yl_book_date_write (number, strlen (number), is_1904, date);
  assert_string_equal (date, expected);
  assert_true (is_date == (expected[0] != '\0'));
}

/* Excel counts a 29 February 1900 that never was as day 60. */
static void
days_of_the_1900_system_are_those_of_excel (void **state)
{
  (void) state;
  check_date ("1", FALSE, "1900-01-01");
  check_date ("59", FALSE, "1900-02-28");
  check_date ("60", FALSE, "1900-02-29");
  check_date ("61", FALSE, "1900-03-01");
  check_date ("36585", FALSE, "2000-02-29");
  check_date ("44227", FALSE, "2021-01-31");
  check_date ("44561.999", FALSE, "2021-12-31");
  check_date ("2958465", FALSE, "9999-12-31");
}

static void
days_of_the_1904_system_begin_with_day_0 (void **state)
{
  (void) state;
  check_date ("0", TRUE, "1904-01-01");
  check_date ("42765", TRUE, "2021-01-31");
  check_date ("2957003", TRUE, "9999-12-31");
  check_date ("2957004", TRUE, "");
}

static void
what_is_no_day_stays_a_number (void **state)
{
  (void) state;
  check_date ("0", FALSE, "");
  check_date ("0.75", FALSE, "");
  check_date ("-1", FALSE, "");
  check_date ("2958466", FALSE, "");
  check_date ("99999999999999999999", FALSE, "");
  check_date ("abc", FALSE, "");
  check_date ("", FALSE, "");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_noise_of_a_double_beyond_fifteen_digits_goes),
    cmocka_unit_test (fifteen_digits_stay_and_the_sixteenth_rounds_half_up),
    cmocka_unit_test (rounding_carries_through_every_nine),
    cmocka_unit_test (an_exponent_moves_the_point),
    cmocka_unit_test (signs_and_zeros_are_plain),
    cmocka_unit_test (the_ends_of_a_double_are_written_out),
    cmocka_unit_test (what_is_no_number_gives_nothing),
    cmocka_unit_test (a_short_number_needs_no_rewriting_and_a_long_one_or_an_exponent_does),
    cmocka_unit_test (days_of_the_1900_system_are_those_of_excel),
    cmocka_unit_test (days_of_the_1904_system_begin_with_day_0),
    cmocka_unit_test (what_is_no_day_stays_a_number),
  };
  return cmocka_run_group_tests_name ("xlsx numbers", tests, NULL, NULL);
}
