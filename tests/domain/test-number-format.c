/* Number formats: which are dates, what they show, and whether a reader takes it for the number. */
#include "support/assert.h"

#include "yanglu/domain/number-format.h"

#include <string.h>

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

static gboolean
is_of_dates (const char *code)
{
  g_autoptr (YlNumberFormat) format = yl_number_format_new (code);
  return yl_number_format_is_of_dates (format);
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
    if (!is_of_dates (codes[i]))
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
    if (is_of_dates (codes[i]))
      fail_msg ("“%s” is no date", codes[i]);
}

static void
show (const char *code, const char *value, YlShownNumber *shown)
{
  g_autoptr (YlNumberFormat) format = yl_number_format_new (code);
  YlFixed number;
  assert_true (yl_fixed_parse (yl_text_of (value), &number));
  yl_number_format_show (format, number, shown);
}

static void
a_cell_shows_what_its_format_makes_of_the_number (void **state)
{
  (void) state;
  static const struct
  {
    const char *code;
    const char *value;
    const char *text;
  } cases[] = {
    { "", "1682900.5", "1682900.5" },
    { "General", "-12.5", "-12.5" },
    { "G/通用格式\"元\"", "3", "3元" },
    { "0", "2.5", "3" },
    { "0", "-2.5", "-3" },
    { "0.00", "0.005", "0.01" },
    { "#,##0.00", "1682900", "1,682,900.00" },
    { "#,##0.00", "999.995", "1,000.00" },
    { "#,##0.00_ ", "12", "12.00 " },
    { "000000", "42", "000042" },
    { "#,##0000", "42", "0,042" },
    { "#.##", "0", "." },
    { "0.##", "5", "5." },
    { ".00", "12.5", "12.50" },
    { "0.0?", "1.5", "1.5 " },
    { "??0", "7", "  7" },
    { "0%", "0.305", "31%" },
    { "0.00##%", "0.293", "29.30%" },
    { "#,##0,", "1682900", "1,683" },
    { "0.00,\"万元\"", "1682900", "1682.90万元" },
    { "0,,", "1682900", "2" },
    { "0,.0", "1682900", "1682.9" },
    { "0!.0,", "1682900", "168.3" },
    { "0\\.0000", "1682900", "168.2900" },
    { "\"1\"#,##0.00", "1682900", "11,682,900.00" },
    { "#,##0\"0.00\"", "1682900", "1,682,9000.00" },
    { "0.00E+00", "1682900", "1.68E+06" },
    { "##0.0E+0", "0.00125", "125.0E-5" },
    { "# ?/?", "2.5", "2.5" },
    { "0;0", "-5", "5" },
    { "0.00;-0.00", "-5", "-5.00" },
    { "#,##0_);(#,##0)", "-1200", "(1,200)" },
    { "0;;\"无\"", "0", "无" },
    { "0;;\"无\"", "-1", "" },
    { ";;;", "5", "" },
    { "\"合计\"0", "-5", "-合计5" },
    { "[>=10000]0.00,\"万元\";0.00", "20000", "20.00万元" },
    { "[>=10000]0.00,\"万元\";0.00", "9999.5", "9999.50" },
    { "[>=10000]0.00,\"万元\";0.00", "-9999.5", "-9999.50" },
    { "[<0]\"亏\"0;0", "-3", "亏3" },
    { "[<1000]\"少\"0;[<2000]\"中\"0;\"多\"0", "1500", "中1500" },
    { "[<>5]0;\"五\"", "5", "五" },
    { "[=5]\"五\";0", "6", "6" },
    { "[>5]\"大\"0", "6", "大6" },
    { "[$¥-804]#,##0.00", "12", "¥12.00" },
    { "[Red][>100]0", "101", "101" },
    { "*-0", "7", "7" },
    { "0\"", "7", "7" },
    { "0;0;0;@;9", "7", "7" },
    { "0x", "7", "7x" },
  };
  g_auto (YlShownNumber) shown = { 0 };
  yl_shown_number_init (&shown);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      show (cases[i].code, cases[i].value, &shown);
      if (strcmp (shown.text->str, cases[i].text) != 0)
        fail_msg ("“%s” shows %s as “%s”, not “%s”", cases[i].code, cases[i].value, shown.text->str,
                  cases[i].text);
    }
}

static void
a_cell_may_show_words_or_a_time_or_nothing_for_its_number (void **state)
{
  (void) state;
  static const struct
  {
    const char *code;
    YlShownKind kind;
  } cases[] = {
    { "[DBNum2][$-804]General", YL_SHOWN_WORDS },
    { "yyyy-mm-dd", YL_SHOWN_TIME },
    { "[h]:mm", YL_SHOWN_TIME },
    { ";;;", YL_SHOWN_NOTHING },
    { "\"5.00\"", YL_SHOWN_NOTHING },
    { "\"99,999.00\";0", YL_SHOWN_NOTHING },
    { "[Red]\"0\"", YL_SHOWN_NOTHING },
    { "\\0", YL_SHOWN_NOTHING },
    { "*0;0", YL_SHOWN_NOTHING },
    { "[<5]0;[<6]0", YL_SHOWN_NOTHING }, /* no section is for 7: #### */
    { "@", YL_SHOWN_FIGURE },
    { "?", YL_SHOWN_FIGURE },
    { "0\"公里\"", YL_SHOWN_FIGURE },
  };
  g_auto (YlShownNumber) shown = { 0 };
  yl_shown_number_init (&shown);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      show (cases[i].code, "7", &shown);
      if (shown.kind != cases[i].kind)
        fail_msg ("“%s” is of another kind than %d: %d", cases[i].code, cases[i].kind, shown.kind);
    }
}

static void
a_reader_takes_what_is_shown_for_the_number_or_for_another (void **state)
{
  (void) state;
  static const struct
  {
    const char *code;
    const char *value;
    guint power;
    gboolean is_true;
  } cases[] = {
    { "#,##0.00", "1682900", 0, TRUE },
    { "#,##0", "1682900.45", 0, TRUE },
    { "¥#,##0.00", "1682900", 0, TRUE },
    { "#,##0.00\"元\"", "1682900", 0, TRUE },
    { "0.00E+00", "1682900", 0, TRUE },
    { "0%", "0.3", 0, TRUE },
    { "\"1\"#,##0.00", "1682900", 0, FALSE },
    { "\"1 \"#,##0.00", "1682900", 0, FALSE }, /* 1 1,682,900.00 */
    { "\"第1期：\"#,##0.00", "1682900", 0, TRUE },
    { "#,##0.00\"0\"", "1682900", 0, TRUE }, /* 1,682,900.000 */
    { "#,##0\"0.00\"", "1682900", 0, FALSE },
    { "#,##0,", "1682900", 0, FALSE },
    { "0!.0,", "1682900", 0, FALSE },
    { "0!.0,\"万元\"", "1682900", 0, TRUE },
    { "0.0,\"千元\"", "1682900", 0, TRUE },
    { "0.00,\"万元\"", "1682900", 0, FALSE },
    { "[>=10000]0.00,\"万元\";0.00", "20000", 0, FALSE },
    { "[>=10000]0.00,\"万元\";0.00", "9999", 0, TRUE },
    { "0.00\"万元\"", "168.29", 0, FALSE },
    { "0.00\"万元\"", "168.29", 4, TRUE }, /* the head says 万元 too */
    { "0.00", "168.29", 4, TRUE },
    { "0,,\"百万\"", "1682900", 0, FALSE }, /* 2百万 */
    { "0,,\"亿\"", "1682900", 0, FALSE },
    { "0!.00,,\"亿元\"", "412340000", 0, TRUE }, /* 4.12 */
    { "0%", "1682900", 0, TRUE },
    { "0\"%\"", "1682900", 0, FALSE },
    { "\"-\"#,##0.00", "1682900", 0, FALSE },
    { "(#,##0.00)", "1682900", 0, FALSE },
    { "\"（含税）\"#,##0.00\"（元）\"", "1682900", 0, TRUE },
    { "#,##0.00;#,##0.00", "-500", 0, FALSE },
    { "#,##0.00;[Red]#,##0.00", "-500", 0, TRUE },
    { "[Red]#,##0.00", "500", 0, TRUE },
    { "#,##0_);(#,##0)", "-1200", 0, TRUE },
    { "#,##0;\"▲\"#,##0", "-1200", 0, TRUE },
    { "¥#,##0;-¥#,##0", "-1200", 0, TRUE },
    { "0\\.00", "1682900", 0, FALSE },
    { "[DBNum2][$-804]General", "1682900", 0, TRUE },
    { "yyyy-mm-dd", "1682900", 0, FALSE },
    { ";;;", "1682900", 0, FALSE },
  };
  g_auto (YlShownNumber) shown = { 0 };
  yl_shown_number_init (&shown);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlFixed value;
      show (cases[i].code, cases[i].value, &shown);
      assert_true (yl_fixed_parse (yl_text_of (cases[i].value), &value));
      if (yl_shown_number_is_true (&shown, value, cases[i].power, cases[i].power)
          != cases[i].is_true)
        fail_msg ("%s by “%s”: “%s” is %s", cases[i].value, cases[i].code, shown.text->str,
                  cases[i].is_true ? "the number" : "another one");
    }
}

/* 160,000 yuan below a head that says 万元. */
static void
a_head_may_say_the_unit_of_what_is_shown_alone (void **state)
{
  (void) state;
  g_auto (YlShownNumber) shown = { 0 };
  yl_shown_number_init (&shown);
  show ("0!.0,", "160000", &shown);
  assert_true (yl_shown_number_is_true (&shown, yl_fixed_of (160000), 0, 4));
  assert_false (yl_shown_number_is_true (&shown, yl_fixed_of (160000), 0, 0));
  assert_false (yl_shown_number_is_true (&shown, yl_fixed_of (160000), 4, 4));
}

static void
every_built_in_format_shows_the_number_itself (void **state)
{
  (void) state;
  g_auto (YlShownNumber) shown = { 0 };
  yl_shown_number_init (&shown);
  for (guint id = 1; id <= 48; id++)
    {
      const char *code = yl_number_format_find (id);
      if (code == NULL)
        continue;
      show (code, "-1234", &shown);
      if (shown.kind != YL_SHOWN_TIME
          && !yl_shown_number_is_true (&shown, yl_fixed_of (-1234), 0, 0))
        fail_msg ("built-in format %u shows “%s”", id, shown.text->str);
    }
  assert_null (yl_number_format_find (0));
  assert_null (yl_number_format_find (14));
}

static void
a_code_longer_than_excel_takes_ends (void **state)
{
  (void) state;
  g_autoptr (GString) code = g_string_new (NULL);
  g_auto (YlShownNumber) shown = { 0 };
  yl_shown_number_init (&shown);
  while (code->len < YL_NUMBER_FORMAT_MAX_BYTES)
    g_string_append_c (code, '0');
  g_string_append (code, "\"behind\"");
  show (code->str, "7", &shown);
  assert_int_equal (shown.text->len, 30); /* no figure has more places */
  assert_null (strstr (shown.text->str, "behind"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_built_in_date_formats_are_known_with_the_chinese_ones),
    cmocka_unit_test (a_custom_format_with_years_months_or_days_is_a_date),
    cmocka_unit_test (letters_in_quotes_brackets_and_behind_escapes_make_no_date),
    cmocka_unit_test (a_cell_shows_what_its_format_makes_of_the_number),
    cmocka_unit_test (a_cell_may_show_words_or_a_time_or_nothing_for_its_number),
    cmocka_unit_test (a_reader_takes_what_is_shown_for_the_number_or_for_another),
    cmocka_unit_test (a_head_may_say_the_unit_of_what_is_shown_alone),
    cmocka_unit_test (every_built_in_format_shows_the_number_itself),
    cmocka_unit_test (a_code_longer_than_excel_takes_ends),
  };
  return cmocka_run_group_tests_name ("number-format", tests, NULL, NULL);
}
