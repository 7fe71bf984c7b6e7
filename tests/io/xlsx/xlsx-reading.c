#include "xlsx-reading.h"

#include <string.h>

XlsxReading *reading;

int
xlsx_reading_begin (void **state)
{
  (void) state;
  reading = g_new0 (XlsxReading, 1);
  reading->rows = yl_row_text_new ();
  reading->findings = yl_findings_new ();
  reading->limits = yl_book_limits_default;
  reading->maker = xlsx_maker_new ();
  return 0;
}

int
xlsx_reading_end (void **state)
{
  (void) state;
  yl_row_text_free (reading->rows);
  yl_findings_free (reading->findings);
  g_clear_error (&reading->error);
  xlsx_maker_free (reading->maker);
  g_clear_pointer (&reading, g_free);
  return 0;
}

gboolean
read_archive (GBytes *bytes)
{
  g_autoptr (YlInput) input = yl_input_new_for_bytes ("a.xlsx", bytes);
  const YlRowSink sink = yl_row_text_get_sink (reading->rows);
  g_clear_error (&reading->error);
  const gboolean is_read =
      yl_xlsx_read (input, &reading->limits, &sink, reading->findings, NULL, &reading->error);
  assert_true (is_read == (reading->error == NULL));
  return is_read;
}

gboolean
read_made (void)
{
  g_autoptr (GBytes) bytes = xlsx_maker_finish (reading->maker);
  return read_archive (bytes);
}

gboolean
read_rows (const char *rows)
{
  g_autoptr (GBytes) bytes = xlsx_make_book (rows);
  return read_archive (bytes);
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
  g_autofree char *whole = g_strconcat ("[里程]\n", expected, "[end]\n", NULL);
  assert_text (whole);
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
  assert_string_equal (finding->file, "a.xlsx");
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
