/* Number formats: which are dates, and which hide the number. */
#include "support/assert.h"

#include "yanglu/io/number-format.h"

static void
the_built_in_date_formats_are_known_with_the_chinese_ones (void **state)
{
  (void) state;
  static const guint dates[] = { 14, 17, 22, 27, 31, 36, 50, 57, 58 };
  static const guint others[] = { 0, 1, 2, 4, 9, 13, 23, 26, 37, 45, 49, 59, 164 };
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    assert_true (yl_number_format_is_date (dates[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    assert_false (yl_number_format_is_date (others[i]));
}

static void
a_custom_format_with_years_months_or_days_is_a_date (void **state)
{
  (void) state;
  static const char *const codes[] = { "yyyy-mm-dd",
                                       "yyyy/m/d;@",
                                       "yyyy\"年\"m\"月\"d\"日\"",
                                       "[$-804]aaaa d",
                                       "M/D",
                                       "mmm",
                                       "[Red]yy",
                                       "e\\年m\\月",
                                       "YYYY年MM月",
                                       "d",
                                       "[Magenta]mmm",
                                       "yyyy-mm-dd hh:mm" };
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (!yl_number_format_read (codes[i]).is_date)
      fail_msg ("“%s” is a date", codes[i]);
}

static void
letters_in_quotes_brackets_and_behind_escapes_make_no_date (void **state)
{
  (void) state;
  static const char *const codes[] = { "General",  "0.00",      "#,##0.00_);[Red]\\(#,##0.00\\)",
                                       "0\"day\"", "[Yellow]0", "0\\m",
                                       "0_d",      "*y0",       "@",
                                       "",         "hh:mm",     "mm:ss",
                                       "[h]:mm",   "[mm]:ss",   "0.00E+00",
                                       "0\"",      "0[dddd",    "0;d" };
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (yl_number_format_read (codes[i]).is_date)
      fail_msg ("“%s” is no date", codes[i]);
}

static void
a_format_without_a_place_for_a_digit_shows_no_figure (void **state)
{
  (void) state;
  static const char *const none[] = { ";;;",        "\"5.00\"", "\"99,999.00\";0",
                                      "[Red]\"0\"", "\\0",      "*0;0" };
  static const char *const shown[] = { "General",   "GENERAL", "G/通用格式\"0\"0",
                                       "@",         "0",       "#,##0.00",
                                       "?",         "",        "#,##0.00_);[Red]\\(#,##0.00\\)",
                                       "0\"公里\"", "0%" };
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    if (yl_number_format_read (none[i]).mask != YL_MASK_NO_FIGURE)
      fail_msg ("“%s” shows no figure", none[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    if (yl_number_format_read (shown[i]).mask != YL_MASK_NONE)
      fail_msg ("“%s” shows the figure", shown[i]);
}

static void
a_comma_behind_the_last_place_shows_thousands (void **state)
{
  (void) state;
  static const char *const scaled[] = { "#,##0,", "0!.0,", "0\\.0,\"万\"", "#,##0,.00", "0,;0" };
  for (gsize i = 0; i < G_N_ELEMENTS (scaled); i++)
    if (yl_number_format_read (scaled[i]).mask != YL_MASK_SCALED)
      fail_msg ("“%s” shows thousands", scaled[i]);
  assert_int_equal (yl_number_format_read ("0;0,").mask, YL_MASK_NONE);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_built_in_date_formats_are_known_with_the_chinese_ones),
    cmocka_unit_test (a_custom_format_with_years_months_or_days_is_a_date),
    cmocka_unit_test (letters_in_quotes_brackets_and_behind_escapes_make_no_date),
    cmocka_unit_test (a_format_without_a_place_for_a_digit_shows_no_figure),
    cmocka_unit_test (a_comma_behind_the_last_place_shows_thousands),
  };
  return cmocka_run_group_tests_name ("number-format", tests, NULL, NULL);
}
