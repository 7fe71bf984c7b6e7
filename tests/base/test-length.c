#include "support/assert.h"

#include "yanglu/base/length.h"

static void
kilometres_become_metres (void **state)
{
  (void) state;
  YlLength length = { 0 };
  gint32 lost = 0;
  assert_int_equal (yl_length_parse_km (yl_text_of ("1028.022"), &length, &lost), YL_DECIMAL_OK);
  assert_number_equal (length.m, 1028022);
  assert_int_equal (yl_length_parse_m (yl_text_of ("860.5"), &length, &lost), YL_DECIMAL_OK);
  assert_number_equal (length.m, 861);
  assert_number_equal (lost, -500000);
}

static void
a_length_may_reach_four_million_kilometres_and_not_a_metre_more (void **state)
{
  (void) state;
  YlLength length = { 0 };
  assert_int_equal (yl_length_parse_km (yl_text_of ("4000000"), &length, NULL), YL_DECIMAL_OK);
  assert_number_equal (length.m, YL_LENGTH_MAX_M);
  assert_int_equal (yl_length_parse_km (yl_text_of ("4000000.001"), &length, NULL),
                    YL_DECIMAL_TOO_LARGE);
}

static void
stakes_are_read_in_every_spelling (void **state)
{
  (void) state;
  static const struct
  {
    const char *text;
    gint64 m;
    gint32 lost;
  } cases[] = {
    { "12.345", 12345, 0 },
    { "K12+345", 12345, 0 },
    { "k12+345", 12345, 0 },
    { "12+345", 12345, 0 },
    { "K0+000", 0, 0 },
    { "0", 0, 0 },
    { "K12+3", 12003, 0 },
    { "K12+345.5", 12346, -500000 },
    { "K12+345.4", 12345, 400000 },
    { "Ｋ１２＋３４５", 12345, 0 },
    { " K1+000 ", 1000, 0 },
    { "K12+999.6", 13000, -400000 },
    { "K2000000+000", 2000000000, 0 },
    { "K3.5", 3500, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlLength stake = { -1 };
      gint32 lost = -1;
      if (yl_length_parse_stake (yl_text_of (cases[i].text), &stake, &lost) != YL_DECIMAL_OK)
        fail_msg ("\"%s\" was not read", cases[i].text);
      assert_number_equal (stake.m, cases[i].m);
      assert_number_equal (lost, cases[i].lost);
    }
}

static void
what_is_no_stake_is_malformed (void **state)
{
  (void) state;
  static const char *const cases[] = { "K",       "K+345",   "K12+",      "K12+1000", "-1",
                                       "-0.0001", "K-1+000", "K12.5+300", "K12+-3",   "K12+3+4",
                                       "12++3",   "KK1",     "起点",      "-1+500" };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlLength stake = { 42 };
      if (yl_length_parse_stake (yl_text_of (cases[i]), &stake, NULL) != YL_DECIMAL_MALFORMED)
        fail_msg ("\"%s\" was read", cases[i]);
      assert_number_equal (stake.m, 42);
    }
}

static void
a_stake_may_reach_two_million_kilometres_and_not_a_metre_more (void **state)
{
  (void) state;
  YlLength stake = { 0 };
  assert_int_equal (yl_length_parse_stake (yl_text_of ("2000000.001"), &stake, NULL),
                    YL_DECIMAL_TOO_LARGE);
  assert_int_equal (yl_length_parse_stake (yl_text_of ("K2000000+001"), &stake, NULL),
                    YL_DECIMAL_TOO_LARGE);
}

static void
no_stake_is_blank (void **state)
{
  (void) state;
  YlLength stake = { 0 };
  assert_int_equal (yl_length_parse_stake (yl_text_of ("NULL"), &stake, NULL), YL_DECIMAL_BLANK);
  assert_int_equal (yl_length_parse_stake (YL_TEXT_EMPTY, &stake, NULL), YL_DECIMAL_BLANK);
}

static void
lengths_are_printed_with_three_decimals (void **state)
{
  (void) state;
  assert_text_equal_free (yl_length_to_km ((YlLength){ 12345 }), "12.345");
  assert_text_equal_free (yl_length_to_km ((YlLength){ 0 }), "0.000");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (kilometres_become_metres),
    cmocka_unit_test (a_length_may_reach_four_million_kilometres_and_not_a_metre_more),
    cmocka_unit_test (stakes_are_read_in_every_spelling),
    cmocka_unit_test (what_is_no_stake_is_malformed),
    cmocka_unit_test (a_stake_may_reach_two_million_kilometres_and_not_a_metre_more),
    cmocka_unit_test (no_stake_is_blank),
    cmocka_unit_test (lengths_are_printed_with_three_decimals),
  };
  return cmocka_run_group_tests_name ("length", tests, NULL, NULL);
}
