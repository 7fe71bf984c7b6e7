#include "book-reading.h"

#include <string.h>

BookReading *reading;

int
book_reading_begin (YlBookReader reader, const char *file, const char *sheet)
{
  reading = g_new0 (BookReading, 1);
  reading->reader = reader;
  reading->file = file;
  reading->sheet = sheet;
  reading->rows = yl_row_text_new ();
  reading->findings = yl_findings_new ();
  reading->limits = yl_book_limits_default;
  reading->texts = yl_text_pool_new ();
  return 0;
}

int
book_reading_end (void **state)
{
  (void) state;
  yl_row_text_free (reading->rows);
  yl_findings_free (reading->findings);
  g_clear_error (&reading->error);
  g_clear_pointer (&reading->book, yl_arena_free_record);
  yl_text_pool_free (reading->texts);
  g_clear_pointer (&reading, g_free);
  return 0;
}

gboolean
read_bytes (GBytes *bytes)
{
  g_autoptr (GBytes) taken = bytes;
  g_autoptr (YlInput) input = yl_input_new_for_bytes (reading->file, taken);
  const YlRowSink sink = yl_row_text_get_sink (reading->rows);
  g_clear_error (&reading->error);
  const gboolean is_read = yl_book_read (reading->reader, input, &reading->limits, &sink,
                                         reading->findings, NULL, &reading->error);
  assert_true (is_read == (reading->error == NULL));
  return is_read;
}

const YlWorksheet *
load_bytes (GBytes *bytes)
{
  g_autoptr (GBytes) taken = bytes;
  g_autoptr (YlInput) input = yl_input_new_for_bytes (reading->file, taken);
  g_clear_pointer (&reading->book, yl_arena_free_record);
  reading->book = yl_book_load (reading->reader, input, &reading->limits, reading->texts,
                                reading->findings, NULL, &reading->error);
  assert_null (reading->error);
  return g_ptr_array_index (reading->book->sheets, 0);
}

void
assert_text (const char *expected)
{
  if (reading->error != NULL)
    print_error ("%s\n", reading->error->message);
  assert_string_equal (reading->rows->text->str, expected);
}

void
assert_rows (const char *expected)
{
  g_autofree char *whole = g_strdup_printf ("[%s]\n%s[end]\n", reading->sheet, expected);
  assert_text (whole);
}

void
assert_sound_rows (const char *expected)
{
  assert_rows (expected);
  assert_sound ();
}

void
assert_sound (void)
{
  assert_null (reading->error);
  assert_number_equal (yl_findings_get_n (reading->findings), 0);
}

void
assert_only_finding (YlCode code, guint32 row, const char *column)
{
  assert_number_equal (yl_findings_get_n (reading->findings), 1);
  const YlFinding *finding = yl_findings_get (reading->findings, 0);
  assert_string_equal (yl_code_get_name (finding->code), yl_code_get_name (code));
  assert_number_equal (finding->row, row);
  assert_string_equal (finding->file, reading->file);
  if (column != NULL)
    assert_string_equal (finding->column, column);
}

void
assert_refused (YlError code, const char *piece_of_message)
{
  assert_non_null (reading->error);
  assert_number_equal (reading->error->code, code);
  if (strstr (reading->error->message, piece_of_message) == NULL)
    fail_msg ("“%s” does not say “%s”", reading->error->message, piece_of_message);
}
