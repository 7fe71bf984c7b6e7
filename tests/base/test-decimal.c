#include "support/assert.h"

#include "yanglu/base/decimal.h"

#define WIDE G_GINT64_CONSTANT (999999999999999999)

/* Reads @text as a number with three decimals. */
static YlDecimalStatus
read_thousandths (const char *text, gint64 *out_units, gint32 *out_lost)
{
  return yl_decimal_parse (yl_text_of (text), 3, WIDE, out_units, out_lost);
}

static void
plain_numbers_are_read_as_thousandths (void **state)
{
  (void) state;
  static const struct
  {
    const char *text;
    gint64 units;
  } cases[] = {
    { "0", 0 },
    { "12", 12000 },
    { "12.345", 12345 },
    { "12.3", 12300 },
    { ".5", 500 },
    { "5.", 5000 },
    { "+7", 7000 },
    { "-7.25", -7250 },
    { "-0", 0 },
    { "000012.345000", 12345 },
    { "  12.345\t", 12345 },
    { "1028.022", 1028022 }, /* as a double times 1000 it would be 1028021 */
    { "\xE3\x80\x80\xC2\xA0"
      "1"
      "\xEF\xBB\xBF",
      1000 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 units = -1;
      gint32 lost = -1;
      assert_int_equal (read_thousandths (cases[i].text, &units, &lost), YL_DECIMAL_OK);
      assert_number_equal (units, cases[i].units);
      assert_number_equal (lost, 0);
    }
}

static void
full_width_digits_and_signs_are_the_same_number (void **state)
{
  (void) state;
  gint64 units = 0;
  assert_int_equal (read_thousandths ("１２．３４５", &units, NULL), YL_DECIMAL_OK);
  assert_number_equal (units, 12345);
  assert_int_equal (read_thousandths ("－１，２３４．５", &units, NULL), YL_DECIMAL_OK);
  assert_number_equal (units, -1234500);
}

static void
separators_stand_between_full_groups_of_three (void **state)
{
  (void) state;
  gint64 units = 0;
  assert_int_equal (read_thousandths ("1,234,567.8", &units, NULL), YL_DECIMAL_OK);
  assert_number_equal (units, 1234567800);
  assert_int_equal (read_thousandths ("999,000", &units, NULL), YL_DECIMAL_OK);
  assert_number_equal (units, 999000000);
}

static void
malformed_numbers_are_reported_and_never_guessed (void **state)
{
  (void) state;
  static const char *const cases[] = {
    "1,2.3,4",     "1,23",
    "12,34",       "1234,567",
    ",123",        "1,234,",
    "1,,234",      "1.2.3",
    ".",           "-",
    "+-5",         "- 5",
    "1.2,345",     "3.7E+11",
    "12km",        "12公里",
    "0x10",        "１２。３",
    "1 234",       "nan",
    "1,234567",    "1,2345,678",
    "12-13",       "1/2",
    "--1",         "5-",
    "１,２.３,４", "1234567890123456789012345km", /* too long and malformed is malformed */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 units = 42;
      gint32 lost = 43;
      if (read_thousandths (cases[i], &units, &lost) != YL_DECIMAL_MALFORMED)
        fail_msg ("\"%s\" was read", cases[i]);
      assert_number_equal (units, 42);
      assert_number_equal (lost, 43);
    }
}

static void
blanks_and_the_word_null_are_nothing (void **state)
{
  (void) state;
  static const char *const cases[] = { "", " ", "\xE3\x80\x80", "NULL", "null", " Null " };
  gint64 units = 42;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_int_equal (read_thousandths (cases[i], &units, NULL), YL_DECIMAL_BLANK);
  assert_number_equal (units, 42);
}

static void
digits_beyond_the_unit_are_rounded_half_up_and_the_loss_is_told (void **state)
{
  (void) state;
  static const struct
  {
    const char *text;
    gint64 units;
    gint32 lost; /* read − kept, in millionths of a unit */
  } cases[] = {
    { "1.2344", 1234, 400000 },    { "1.2345", 1235, -500000 }, /* the half goes up */
    { "1.2349999999", 1235, -1 }, /* 0.9999999 of a unit: kept 1, lost a whisker */
    { "1.23400000001", 1234, 1 },  { "1.2344999999", 1234, 499999 }, /* just below the half */
    { "-1.2345", -1235, 500000 },                                    /* halves go away from zero */
    { "-1.2344", -1234, -400000 }, { "0.0004", 0, 400000 },          { "0.9995", 1000, -500000 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 units = 0;
      gint32 lost = 0;
      assert_int_equal (read_thousandths (cases[i].text, &units, &lost), YL_DECIMAL_OK);
      assert_number_equal (units, cases[i].units);
      assert_number_equal (lost, cases[i].lost);
    }
}

static void
the_limit_is_allowed_and_one_unit_more_is_too_large (void **state)
{
  (void) state;
  gint64 units = 0;
  assert_int_equal (yl_decimal_parse (yl_text_of ("4000"), 3, 4000000, &units, NULL),
                    YL_DECIMAL_OK);
  assert_number_equal (units, 4000000);
  assert_int_equal (yl_decimal_parse (yl_text_of ("-4000"), 3, 4000000, &units, NULL),
                    YL_DECIMAL_OK);
  assert_number_equal (units, -4000000);
  units = 42;
  assert_int_equal (yl_decimal_parse (yl_text_of ("4000.001"), 3, 4000000, &units, NULL),
                    YL_DECIMAL_TOO_LARGE);
  assert_int_equal (yl_decimal_parse (yl_text_of ("-4000.0005"), 3, 4000000, &units, NULL),
                    YL_DECIMAL_TOO_LARGE); /* rounding carries it over the limit */
  assert_number_equal (units, 42);
}

static void
eighteen_digits_are_read_and_nineteen_are_too_large (void **state)
{
  (void) state;
  gint64 units = 0;
  assert_int_equal (read_thousandths ("999999999999999.999", &units, NULL), YL_DECIMAL_OK);
  assert_number_equal (units, WIDE);
  assert_int_equal (read_thousandths ("0000999999999999999.999", &units, NULL), YL_DECIMAL_OK);
  assert_int_equal (read_thousandths ("1000000000000000", &units, NULL), YL_DECIMAL_TOO_LARGE);
  assert_int_equal (
      yl_decimal_parse (yl_text_of ("1000000000000000000"), 0, G_MAXINT64, &units, NULL),
      YL_DECIMAL_TOO_LARGE); /* it would fit, but one digit more would not */
  assert_int_equal (read_thousandths ("99999999999999999999999999999", &units, NULL),
                    YL_DECIMAL_TOO_LARGE);
}

static void
numbers_are_printed_with_their_decimals_and_groups (void **state)
{
  (void) state;
  assert_text_equal_free (yl_decimal_format (12345, 3, FALSE), "12.345");
  assert_text_equal_free (yl_decimal_format (5, 3, FALSE), "0.005");
  assert_text_equal_free (yl_decimal_format (-5, 2, FALSE), "-0.05");
  assert_text_equal_free (yl_decimal_format (0, 2, TRUE), "0.00");
  assert_text_equal_free (yl_decimal_format (99999, 2, TRUE), "999.99");
  assert_text_equal_free (yl_decimal_format (100000, 2, TRUE), "1,000.00");
  assert_text_equal_free (yl_decimal_format (-123456789, 2, TRUE), "-1,234,567.89");
  assert_text_equal_free (yl_decimal_format (1234, 0, TRUE), "1,234");
  assert_text_equal_free (yl_decimal_format (G_MININT64, 0, FALSE), "-9223372036854775808");
}

static void
a_unit_of_ten_thousand_has_four_decimals (void **state)
{
  (void) state;
  assert_number_equal (yl_decimal_count (1), 0);
  assert_number_equal (yl_decimal_count (10), 1);
  assert_number_equal (yl_decimal_count (10000), 4);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (plain_numbers_are_read_as_thousandths),
    cmocka_unit_test (full_width_digits_and_signs_are_the_same_number),
    cmocka_unit_test (separators_stand_between_full_groups_of_three),
    cmocka_unit_test (malformed_numbers_are_reported_and_never_guessed),
    cmocka_unit_test (blanks_and_the_word_null_are_nothing),
    cmocka_unit_test (digits_beyond_the_unit_are_rounded_half_up_and_the_loss_is_told),
    cmocka_unit_test (the_limit_is_allowed_and_one_unit_more_is_too_large),
    cmocka_unit_test (eighteen_digits_are_read_and_nineteen_are_too_large),
    cmocka_unit_test (numbers_are_printed_with_their_decimals_and_groups),
    cmocka_unit_test (a_unit_of_ten_thousand_has_four_decimals),
  };
  return cmocka_run_group_tests_name ("decimal", tests, NULL, NULL);
}
