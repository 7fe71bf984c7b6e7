#include "csv-reading.h"

#include <string.h>

static void
a_nul_is_replaced_and_told (void **state)
{
  (void) state;
  read_bytes ("a,b\nc\0d,e\n", 10);
  assert_rows ("1: a|b\n2: c\xEF\xBF\xBD"
               "d|e\n");
  assert_only_finding (YL_E04, 2, "A");
}

static void
bytes_that_are_no_text_are_replaced_and_told (void **state)
{
  (void) state;
  read_text ("类别,乡镇,里程\n县道,侯\xE8\xB7营,1\n乡道,朱老庄,2\n");
  assert_rows ("1: 类别|乡镇|里程\n2: 县道|侯��营|1\n3: 乡道|朱老庄|2\n");
  assert_only_finding (YL_E04, 2, "B");
  assert_number_equal (reading->form.encoding, YL_ENCODING_UTF8);
}

static void
a_file_that_ends_inside_a_character_is_told (void **state)
{
  (void) state;
  read_text ("类别,里程\n县道,1\n乡道,2\xE8\xB7");
  assert_rows ("1: 类别|里程\n2: 县道|1\n3: 乡道|2��\n");
  assert_only_finding (YL_E04, 3, "B");
}

static void
wrong_bytes_of_gb18030_are_told_with_their_row (void **state)
{
  (void) state;
  read_text ("\xCF\xD8\xB5\xC0,1\n\xCF\xD8\xB5\xC0,\xFF\n\xCF\xD8\xB5\xC0,3\xB5");
  assert_rows ("1: 县道|1\n2: 县道|�\n3: 县道|3�\n");
  assert_number_equal (yl_findings_get_n_of_code (reading->findings, YL_E04), 2);
  assert_number_equal (yl_findings_get (reading->findings, 0)->row, 2);
  assert_number_equal (yl_findings_get (reading->findings, 1)->row, 3);
}

static void
half_a_unit_of_utf16_is_told (void **state)
{
  (void) state;
  read_bytes ("\xFF\xFE"
              "a\0,\0"
              "b\0\n\0"
              "c\0,\0\x00\xD8\n\0x",
              19);
  assert_rows ("1: a|b\n2: c|�\n3: �\n");
  assert_number_equal (yl_findings_get_n_of_code (reading->findings, YL_E04), 2);
}

static void
a_quote_that_never_closes_spoils_its_row_only (void **state)
{
  (void) state;
  read_text ("a,1\n\"b,2\nc,3\n");
  assert_rows ("1: a|1\n2: \"b|2\n3: c|3\n");
  assert_only_finding (YL_E04, 2, NULL);
}

static void
a_quote_is_not_followed_past_the_limit_of_a_row (void **state)
{
  (void) state;
  g_autoptr (GString) file = g_string_new ("\"a,1\n");
  g_autoptr (GString) expected = g_string_new ("1: \"a|1\n");
  for (guint i = 2; file->len < 3 * 1024 * 1024; i++)
    {
      g_string_append (file, "some words of a row,2\n");
      g_string_append_printf (expected, "%u: some words of a row|2\n", i);
    }
  read_string (file);
  assert_rows (expected->str);
  assert_only_finding (YL_E04, 1, NULL);
}

static void
a_row_longer_than_any_row_is_passed_over (void **state)
{
  (void) state;
  g_autoptr (GString) file = g_string_new ("a,1\n");
  for (gsize i = 0; i < 2000000; i++)
    g_string_append_c (file, 'x');
  g_string_append (file, ",2\nb,3\n");
  read_string (file);
  assert_rows ("1: a|1\n3: b|3\n");
  assert_only_finding (YL_E08, 2, NULL);
}

/* One byte more than a row may have, wherever its block begins and ends. */
static void
the_longest_row_is_read_and_one_byte_more_is_not (void **state)
{
  (void) state;
  g_autoptr (GString) file = g_string_new (NULL);
  for (guint excess = 0; excess < 2; excess++)
    {
      for (guint i = 0; i < 1024 * 1024 + excess; i++)
        g_string_append_c (file, i % 30000 == 29999 ? ',' : 'x');
      g_string_append_c (file, '\n');
    }
  read_string (file);
  assert_number_equal (reading->rows->text->len, 3 + 3 + 1024 * 1024 + 1 + 6);
  assert_only_finding (YL_E08, 2, NULL);
}

static void
append_columns (GString *file, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    g_string_append (file, i + 1 < n_columns ? "x," : "x\n");
}

static void
two_thousand_columns_are_read (void **state)
{
  (void) state;
  g_autoptr (GString) file = g_string_new (NULL);
  append_columns (file, 2000);
  read_string (file);
  assert_number_equal (reading->rows->text->len, 3 + 3 + 3999 + 1 + 6);
  assert_sound ();
}

static void
the_column_past_the_limit_is_told_once (void **state)
{
  (void) state;
  g_autoptr (GString) file = g_string_new ("a,b\n");
  append_columns (file, 2001);
  append_columns (file, 2001);
  read_string (file);
  assert_number_equal (reading->rows->text->len, 3 + 7 + 2 * (3 + 3999 + 1) + 6);
  assert_only_finding (YL_E08, 2, NULL);
}

static void
a_cell_is_cut_at_the_limit_of_a_cell (void **state)
{
  (void) state;
  g_autoptr (GString) file = g_string_new (NULL);
  for (guint i = 0; i < 32767; i++)
    g_string_append (file, "路");
  g_string_append (file, ",1\n");
  read_string (file);
  assert_sound ();
  assert_number_equal (reading->rows->text->len, 3 + 3 + 3 * 32767 + 3 + 6);

  g_string_truncate (reading->rows->text, 0);
  g_string_prepend (file, "路");
  read_string (file);
  assert_number_equal (reading->rows->text->len, 3 + 3 + 3 * 32767 + 3 + 6);
  assert_only_finding (YL_E08, 1, "A");
}

/* @n_rows rows of which each holds a NUL, then a sound one. */
static void
read_rows_with_nul (guint n_rows)
{
  g_autoptr (GString) file = g_string_new (NULL);
  for (guint i = 0; i < n_rows; i++)
    g_string_append_len (file, "a\0b,c\n", 6);
  g_string_append (file, "d,e\n");
  read_string (file);
  assert_number_equal (yl_findings_get_n_of_code (reading->findings, YL_E04), n_rows);
}

static void
a_thousand_rows_that_are_no_text_are_told_and_the_last_says_so (void **state)
{
  (void) state;
  read_rows_with_nul (1000);
  assert_number_equal (yl_findings_get_n (reading->findings), 1000);
  assert_null (strstr (yl_findings_get (reading->findings, 998)->message, "只计数"));
  assert_non_null (strstr (yl_findings_get (reading->findings, 999)->message, "只计数"));
}

static void
the_row_after_a_thousand_that_are_no_text_is_only_counted (void **state)
{
  (void) state;
  read_rows_with_nul (1001);
  assert_number_equal (yl_findings_get_n (reading->findings), 1000);
  assert_non_null (strstr (reading->rows->text->str, "1002: d|e\n"));
}

static void
an_old_workbook_is_refused_with_advice (void **state)
{
  (void) state;
  g_autoptr (GBytes) content = g_bytes_new_static ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1zzz", 11);
  g_autoptr (YlInput) input = yl_input_new_for_bytes ("a.xls", content);
  const YlRowSink sink = yl_row_text_get_sink (reading->rows);
  g_autoptr (GError) error = NULL;
  assert_false (yl_csv_read (input, &sink, reading->findings, NULL, NULL, &error));
  assert_non_null (strstr (error->message, "另存为 .xlsx"));
  assert_string_equal (reading->rows->text->str, "");
}

/* Every line opens a quote that only the limit of a row ends: this must not take hours. */
static void
a_file_full_of_open_quotes_is_read_in_good_time (void **state)
{
  (void) state;
  g_autoptr (GString) file = g_string_new (NULL);
  while (file->len < 4 * 1024 * 1024)
    {
      g_string_append (file, "a\"b,\"");
      for (guint i = 0; i < 990; i++)
        g_string_append_c (file, 'c');
      g_string_append_c (file, '\n');
    }
  read_string (file);
  assert_in_range (yl_findings_get_n_of_code (reading->findings, YL_E04), 1, 64);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    csv_sentence (a_nul_is_replaced_and_told),
    csv_sentence (bytes_that_are_no_text_are_replaced_and_told),
    csv_sentence (a_file_that_ends_inside_a_character_is_told),
    csv_sentence (wrong_bytes_of_gb18030_are_told_with_their_row),
    csv_sentence (half_a_unit_of_utf16_is_told),
    csv_sentence (a_quote_that_never_closes_spoils_its_row_only),
    csv_sentence (a_quote_is_not_followed_past_the_limit_of_a_row),
    csv_sentence (a_row_longer_than_any_row_is_passed_over),
    csv_sentence (the_longest_row_is_read_and_one_byte_more_is_not),
    csv_sentence (two_thousand_columns_are_read),
    csv_sentence (the_column_past_the_limit_is_told_once),
    csv_sentence (a_cell_is_cut_at_the_limit_of_a_cell),
    csv_sentence (a_thousand_rows_that_are_no_text_are_told_and_the_last_says_so),
    csv_sentence (the_row_after_a_thousand_that_are_no_text_is_only_counted),
    csv_sentence (an_old_workbook_is_refused_with_advice),
    csv_sentence (a_file_full_of_open_quotes_is_read_in_good_time),
  };
  return cmocka_run_group_tests_name ("csv-faults", tests, NULL, NULL);
}
