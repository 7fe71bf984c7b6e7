#include "support/assert.h"

#include <string.h>

#include "yanglu/base/digits.h"

static gboolean
reads (const char *text, guint64 *out_number)
{
  return yl_digits_read (text, strlen (text), out_number);
}

static void
digits_of_every_length_are_read (void **state)
{
  (void) state;
  static const char all[] = "987654321012345678";
  guint64 expected = 0;
  for (gsize length = 1; length <= YL_DIGITS_MAX; length++)
    {
      guint64 number = 0;
      expected = expected * 10 + (guint64) (all[length - 1] - '0');
      assert_true (yl_digits_read (all, length, &number));
      assert_number_equal (number, expected);
    }
}

static void
every_digit_counts_at_its_place (void **state)
{
  (void) state;
  guint64 weight = 10000000;
  for (gsize place = 0; place < 8; place++, weight /= 10)
    for (guint digit = 0; digit <= 9; digit++)
      {
        char text[] = "00000000";
        guint64 number = 1;
        text[place] = (char) ('0' + digit);
        assert_true (reads (text, &number));
        assert_number_equal (number, digit * weight);
      }
}

/* Any other byte at any place, in the eight that are read at once and behind them. */
static void
nothing_but_digits_is_a_number (void **state)
{
  (void) state;
  for (gsize place = 0; place < 12; place++)
    for (guint byte = 0; byte < 256; byte++)
      {
        char text[] = "371502101024";
        guint64 number = 7;
        text[place] = (char) byte;
        const gboolean is_digit = byte >= '0' && byte <= '9';
        assert_int_equal (yl_digits_read (text, 12, &number), is_digit);
        assert_true (is_digit || number == 7);
      }
}

static void
too_many_digits_and_none_are_refused (void **state)
{
  (void) state;
  guint64 number = 7;
  assert_false (reads ("", &number));
  assert_true (reads ("999999999999999999", &number));
  assert_number_equal (number, 999999999999999999);
  assert_false (reads ("1000000000000000000", &number));
  assert_number_equal (number, 999999999999999999);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (digits_of_every_length_are_read),
    cmocka_unit_test (every_digit_counts_at_its_place),
    cmocka_unit_test (nothing_but_digits_is_a_number),
    cmocka_unit_test (too_many_digits_and_none_are_refused),
  };
  return cmocka_run_group_tests_name ("digits", tests, NULL, NULL);
}
