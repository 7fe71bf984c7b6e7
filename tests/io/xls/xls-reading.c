#include "xls-reading.h"

#include <string.h>

XlsReading *reading;

int
xls_reading_begin (void **state)
{
  (void) state;
  reading = g_new0 (XlsReading, 1);
  reading->rows = yl_row_text_new ();
  reading->findings = yl_findings_new ();
  reading->limits = yl_book_limits_default;
  return 0;
}

int
xls_reading_end (void **state)
{
  (void) state;
  yl_row_text_free (reading->rows);
  yl_findings_free (reading->findings);
  g_clear_error (&reading->error);
  g_clear_pointer (&reading, g_free);
  return 0;
}

gboolean
read_bytes (GBytes *bytes)
{
  g_autoptr (GBytes) taken = bytes;
  g_autoptr (YlInput) input = yl_input_new_for_bytes ("a.xls", taken);
  const YlRowSink sink = yl_row_text_get_sink (reading->rows);
  g_clear_error (&reading->error);
  const gboolean is_read =
      yl_xls_read (input, &reading->limits, &sink, reading->findings, NULL, &reading->error);
  assert_true (is_read == (reading->error == NULL));
  return is_read;
}

gboolean
read_records (void (*add) (XlsMaker *maker))
{
  return read_bytes (xls_make_book (add, FALSE));
}

void
assert_rows (const char *expected)
{
  if (reading->error != NULL)
    fail_msg ("%s", reading->error->message);
  g_autofree char *whole = g_strconcat ("[Roads]\n", expected, "[end]\n", NULL);
  assert_string_equal (reading->rows->text->str, whole);
  assert_number_equal (yl_findings_get_n (reading->findings), 0);
}

void
assert_only_finding (YlCode code, guint32 row, const char *column)
{
  assert_number_equal (yl_findings_get_n (reading->findings), 1);
  const YlFinding *finding = yl_findings_get (reading->findings, 0);
  assert_string_equal (yl_code_get_name (finding->code), yl_code_get_name (code));
  assert_number_equal (finding->row, row);
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
