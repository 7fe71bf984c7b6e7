#include "csv-reading.h"

#include <string.h>

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
  read_string (file);
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

/* 位 in GB18030 is right as UTF-8 as well, and so are the halves of 县道 that stand together. */
static void
gb18030_that_is_right_in_places_is_gb18030 (void **state)
{
  (void) state;
  read_text ("\xCE\xBB\xCE\xBB\xCE\xBB\xCF\xD8\xB5\xC0,1\n");
  assert_rows ("1: 位位位县道|1\n");
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
  read_string (file);
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

/* A comma in a name divides fewer lines. */
static void
bars_divide_where_nothing_else_does (void **state)
{
  (void) state;
  read_text ("类别|名称|里程\n县道|甲,乙线|1.5\n乡道|丙线|2\n");
  assert_rows ("1: 类别|名称|里程\n2: 县道|甲,乙线|1.5\n3: 乡道|丙线|2\n");
  assert_number_equal (reading->form.delimiter, '|');
}

static void
a_comma_wins_over_as_many_bars (void **state)
{
  (void) state;
  read_text ("类别,名称|里程\n县道,甲|1.5\n");
  assert_rows ("1: 类别|名称|里程\n2: 县道|甲|1.5\n");
  assert_number_equal (reading->form.delimiter, ',');
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
a_quote_inside_a_cell_does_not_hide_the_delimiter (void **state)
{
  (void) state;
  read_text ("5\" a;1\nb;2\nc;3\n");
  assert_rows ("1: 5\" a|1\n2: b|2\n3: c|3\n");
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
a_text_that_is_written_as_a_formula_is_the_text (void **state)
{
  (void) state;
  read_text ("=\"X001371502\",\"=\"\"Y012371502\"\"\"\n=\"a\"\"b\",=\"\"\n");
  assert_rows ("1: X001371502|Y012371502\n2: a\"b|\n");
  assert_sound ();
}

static void
any_other_formula_stays_as_it_is_written (void **state)
{
  (void) state;
  read_text ("=\"a\"&\"b\",=A1,=\",=\"a\n\"x\",=\"a\"1\n");
  assert_rows ("1: =\"a\"&\"b\"|=A1|=\"|=\"a\n2: x|=\"a\"1\n");
}

static void
every_kind_of_newline_ends_a_row (void **state)
{
  (void) state;
  read_text ("a,1\rb,2\r\nc,3\nd,4\r");
  assert_rows ("1: a|1\n2: b|2\n3: c|3\n4: d|4\n");
}

static void
two_bytes_of_newline_are_one_wherever_they_stand (void **state)
{
  (void) state;
  g_autoptr (GString) file = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  for (guint i = 1; i < 200; i++)
    {
      g_autofree char *cell = g_strnfill (i, 'x');
      g_string_append_printf (file, "%s\r\n", cell);
      g_string_append_printf (expected, "%u: %s\n", i, cell);
    }
  read_string (file);
  assert_rows (expected->str);
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

int
main (void)
{
  const struct CMUnitTest tests[] = {
    csv_sentence (utf8_is_read_as_it_stands),
    csv_sentence (a_byte_order_mark_is_no_part_of_the_first_cell),
    csv_sentence (utf16_is_read_by_its_mark),
    csv_sentence (utf16_of_the_other_order_too),
    csv_sentence (what_is_not_utf8_is_gb18030),
    csv_sentence (a_famous_word_of_gb18030_is_not_taken_for_utf8),
    csv_sentence (gb18030_that_is_right_in_places_is_gb18030),
    csv_sentence (gb18030_is_found_far_behind_the_first_block),
    csv_sentence (tabs_and_semicolons_divide_as_well),
    csv_sentence (bars_divide_where_nothing_else_does),
    csv_sentence (a_comma_wins_over_as_many_bars),
    csv_sentence (a_semicolon_wins_over_thousands_separators),
    csv_sentence (what_stands_in_quotes_does_not_choose_the_delimiter),
    csv_sentence (a_quote_inside_a_cell_does_not_hide_the_delimiter),
    csv_sentence (quotes_hold_separators_newlines_and_quotes),
    csv_sentence (a_quote_inside_a_cell_is_a_character),
    csv_sentence (a_text_that_is_written_as_a_formula_is_the_text),
    csv_sentence (any_other_formula_stays_as_it_is_written),
    csv_sentence (every_kind_of_newline_ends_a_row),
    csv_sentence (two_bytes_of_newline_are_one_wherever_they_stand),
    csv_sentence (blank_lines_are_counted_and_left_out),
    csv_sentence (a_last_row_needs_no_newline),
    csv_sentence (an_empty_file_has_no_rows),
    csv_sentence (a_sink_that_has_enough_gets_no_more),
  };
  return cmocka_run_group_tests_name ("csv", tests, NULL, NULL);
}
