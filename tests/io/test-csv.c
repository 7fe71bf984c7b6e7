#include "support/assert.h"
#include "support/row-text.h"

#include <string.h>

#include "yanglu/io/csv/reader.h"

/* A file, what was read of it, and what was found wrong. */
typedef struct
{
  YlRowText *rows;
  YlFindings *findings;
  YlCsvForm form;
} Reading;

static Reading *reading;

static int
set_up (void **state)
{
  (void) state;
  reading = g_new0 (Reading, 1);
  reading->rows = yl_row_text_new ();
  reading->findings = yl_findings_new ();
  return 0;
}

static int
tear_down (void **state)
{
  (void) state;
  yl_row_text_free (reading->rows);
  yl_findings_free (reading->findings);
  g_clear_pointer (&reading, g_free);
  return 0;
}

static void
read_bytes (const char *bytes, gsize length)
{
  g_autoptr (GBytes) content = g_bytes_new (bytes, length);
  g_autoptr (YlInput) input = yl_input_new_for_bytes ("a.csv", content);
  const YlRowSink sink = yl_row_text_get_sink (reading->rows);
  g_autoptr (GError) error = NULL;
  assert_true (yl_csv_read (input, &sink, reading->findings, NULL, &reading->form, &error));
  assert_null (error);
}

static void
read_text (const char *text)
{
  read_bytes (text, strlen (text));
}

static void
assert_rows (const char *expected)
{
  g_autofree char *whole = g_strconcat ("[]\n", expected, "[end]\n", NULL);
  assert_string_equal (reading->rows->text->str, whole);
}

static void
assert_sound (void)
{
  assert_number_equal (yl_findings_get_n (reading->findings), 0);
}

static void
assert_only_finding (YlCode code, guint32 row, const char *column)
{
  assert_number_equal (yl_findings_get_n (reading->findings), 1);
  const YlFinding *finding = yl_findings_get (reading->findings, 0);
  assert_string_equal (yl_code_get_name (finding->code), yl_code_get_name (code));
  assert_number_equal (finding->row, row);
  assert_string_equal (finding->file, "a.csv");
  if (column != NULL)
    assert_string_equal (finding->column, column);
}

/* The same table in another encoding, behind @mark. */
static void
read_converted (const char *text, const char *encoding, const char *mark, gsize mark_length)
{
  gsize length = 0;
  g_autofree char *converted =
      g_convert (text, (gssize) strlen (text), encoding, "UTF-8", NULL, &length, NULL);
  assert_non_null (converted);
  g_autoptr (GString) file = g_string_new_len (mark, (gssize) mark_length);
  g_string_append_len (file, converted, (gssize) length);
  read_bytes (file->str, file->len);
}

#define TABLE "类别,里程\n县道,12.345\n乡道,6.7\n"
#define TABLE_ROWS "1: 类别|里程\n2: 县道|12.345\n3: 乡道|6.7\n"

static void
utf8_is_read_as_it_stands (void **state)
{
  (void) state;
  read_text (TABLE);
  assert_rows (TABLE_ROWS);
  assert_sound ();
  assert_string_equal (yl_encoding_get_name (reading->form.encoding), "UTF-8");
}

static void
a_byte_order_mark_is_no_part_of_the_first_cell (void **state)
{
  (void) state;
  read_text ("\xEF\xBB\xBF" TABLE);
  assert_rows (TABLE_ROWS);
  assert_sound ();
  assert_string_equal (yl_encoding_get_name (reading->form.encoding), "UTF-8（带 BOM）");
}

static void
utf16_is_read_by_its_mark (void **state)
{
  (void) state;
  read_converted (TABLE, "UTF-16LE", "\xFF\xFE", 2);
  assert_rows (TABLE_ROWS);
  assert_sound ();
  assert_string_equal (yl_encoding_get_name (reading->form.encoding), "UTF-16LE");
}

static void
utf16_of_the_other_order_too (void **state)
{
  (void) state;
  read_converted (TABLE, "UTF-16BE", "\xFE\xFF", 2);
  assert_rows (TABLE_ROWS);
  assert_sound ();
  assert_string_equal (yl_encoding_get_name (reading->form.encoding), "UTF-16BE");
}

static void
what_is_not_utf8_is_gb18030 (void **state)
{
  (void) state;
  /* 𠮷 and ḿ take four bytes in GB18030. */
  read_converted (TABLE "村道,𠮷ḿ\n", "GB18030", "", 0);
  assert_rows (TABLE_ROWS "4: 村道|𠮷ḿ\n");
  assert_sound ();
  assert_string_equal (yl_encoding_get_name (reading->form.encoding), "GB18030");
}

/* 联通 in GB18030 looks like UTF-8 but for its overlong lead. */
static void
a_famous_word_of_gb18030_is_not_taken_for_utf8 (void **state)
{
  (void) state;
  read_text ("\xC1\xAA\xCD\xA8,1\n");
  assert_rows ("1: 联通|1\n");
  assert_number_equal (reading->form.encoding, YL_ENCODING_GB18030);
}

static void
gb18030_is_found_far_behind_the_first_block (void **state)
{
  (void) state;
  g_autoptr (GString) file = g_string_new ("a,b\n");
  g_autoptr (GString) expected = g_string_new ("1: a|b\n");
  for (guint i = 2; i < 80000; i++)
    {
      g_string_append (file, "X001,1.5\n");
      g_string_append_printf (expected, "%u: X001|1.5\n", i);
    }
  g_string_append (file, "\xCF\xD8\xB5\xC0,2\n");
  g_string_append (expected, "80000: 县道|2\n");
  read_bytes (file->str, file->len);
  assert_rows (expected->str);
  assert_sound ();
  assert_number_equal (reading->form.encoding, YL_ENCODING_GB18030);
}

static void
tabs_and_semicolons_divide_as_well (void **state)
{
  (void) state;
  read_text ("道路表\n类别\t里程\n县道\t1,234.5\n");
  assert_rows ("1: 道路表\n2: 类别|里程\n3: 县道|1,234.5\n");
  assert_number_equal (reading->form.delimiter, '\t');
}

static void
a_semicolon_wins_over_thousands_separators (void **state)
{
  (void) state;
  read_text ("类别;里程\n县道;1,234.5\n乡道;2,000.0\n村道;3.5\n");
  assert_rows ("1: 类别|里程\n2: 县道|1,234.5\n3: 乡道|2,000.0\n4: 村道|3.5\n");
  assert_number_equal (reading->form.delimiter, ';');
}

static void
what_stands_in_quotes_does_not_choose_the_delimiter (void **state)
{
  (void) state;
  read_text ("\"a;b;c\",1\n\"d;e;f\",2\n");
  assert_rows ("1: a;b;c|1\n2: d;e;f|2\n");
}

static void
quotes_hold_separators_newlines_and_quotes (void **state)
{
  (void) state;
  read_text ("a,\"b,\r\n\"\"c\"\"\",d\n\"\",\"\"\"\",e\n");
  assert_rows ("1: a|b,\r\n\"c\"|d\n2: |\"|e\n");
  assert_sound ();
}

static void
a_quote_inside_a_cell_is_a_character (void **state)
{
  (void) state;
  read_text ("5\" pipe,a\"b\n\"x\"y\"z,1\n");
  assert_rows ("1: 5\" pipe|a\"b\n2: xy\"z|1\n");
  assert_sound ();
}

static void
every_kind_of_newline_ends_a_row (void **state)
{
  (void) state;
  read_text ("a,1\rb,2\r\nc,3\nd,4\r");
  assert_rows ("1: a|1\n2: b|2\n3: c|3\n4: d|4\n");
}

static void
blank_lines_are_counted_and_left_out (void **state)
{
  (void) state;
  read_text ("a,1\n\n\r\n,\nb,\n\n");
  assert_rows ("1: a|1\n4: |\n5: b|\n");
}

static void
a_last_row_needs_no_newline (void **state)
{
  (void) state;
  read_text ("a,1\nb,");
  assert_rows ("1: a|1\n2: b|\n");
}

static void
an_empty_file_has_no_rows (void **state)
{
  (void) state;
  read_text ("");
  assert_rows ("");
  read_text ("\xEF\xBB\xBF");
  assert_sound ();
}

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
  read_bytes (file->str, file->len);
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
  read_bytes (file->str, file->len);
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
  read_bytes (file->str, file->len);
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
  read_bytes (file->str, file->len);
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
  read_bytes (file->str, file->len);
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
  read_bytes (file->str, file->len);
  assert_sound ();
  assert_number_equal (reading->rows->text->len, 3 + 3 + 3 * 32767 + 3 + 6);

  g_string_truncate (reading->rows->text, 0);
  g_string_prepend (file, "路");
  read_bytes (file->str, file->len);
  assert_number_equal (reading->rows->text->len, 3 + 3 + 3 * 32767 + 3 + 6);
  assert_only_finding (YL_E08, 1, "A");
}

static void
a_sink_that_has_enough_gets_no_more (void **state)
{
  (void) state;
  reading->rows->enough = 2;
  read_text ("a,1\nb,2\nc,3\n");
  assert_rows ("1: a|1\n2: b|2\n");
  g_string_truncate (reading->rows->text, 0);
  read_text ("a,1\n\"b\",2\nc,3\n");
  assert_rows ("1: a|1\n2: b|2\n");
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
  read_bytes (file->str, file->len);
  assert_in_range (yl_findings_get_n_of_code (reading->findings, YL_E04), 1, 64);
}

#define sentence(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    sentence (utf8_is_read_as_it_stands),
    sentence (a_byte_order_mark_is_no_part_of_the_first_cell),
    sentence (utf16_is_read_by_its_mark),
    sentence (utf16_of_the_other_order_too),
    sentence (what_is_not_utf8_is_gb18030),
    sentence (a_famous_word_of_gb18030_is_not_taken_for_utf8),
    sentence (gb18030_is_found_far_behind_the_first_block),
    sentence (tabs_and_semicolons_divide_as_well),
    sentence (a_semicolon_wins_over_thousands_separators),
    sentence (what_stands_in_quotes_does_not_choose_the_delimiter),
    sentence (quotes_hold_separators_newlines_and_quotes),
    sentence (a_quote_inside_a_cell_is_a_character),
    sentence (every_kind_of_newline_ends_a_row),
    sentence (blank_lines_are_counted_and_left_out),
    sentence (a_last_row_needs_no_newline),
    sentence (an_empty_file_has_no_rows),
    sentence (a_nul_is_replaced_and_told),
    sentence (bytes_that_are_no_text_are_replaced_and_told),
    sentence (wrong_bytes_of_gb18030_are_told_with_their_row),
    sentence (half_a_unit_of_utf16_is_told),
    sentence (a_quote_that_never_closes_spoils_its_row_only),
    sentence (a_quote_is_not_followed_past_the_limit_of_a_row),
    sentence (a_row_longer_than_any_row_is_passed_over),
    sentence (the_longest_row_is_read_and_one_byte_more_is_not),
    sentence (two_thousand_columns_are_read),
    sentence (the_column_past_the_limit_is_told_once),
    sentence (a_cell_is_cut_at_the_limit_of_a_cell),
    sentence (a_sink_that_has_enough_gets_no_more),
    sentence (an_old_workbook_is_refused_with_advice),
    sentence (a_file_full_of_open_quotes_is_read_in_good_time),
  };
  return cmocka_run_group_tests_name ("csv", tests, NULL, NULL);
}
