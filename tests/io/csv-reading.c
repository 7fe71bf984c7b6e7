#include "csv-reading.h"

#include <string.h>

CsvReading *reading;

int
csv_reading_begin (void **state)
{
  (void) state;
  reading = g_new0 (CsvReading, 1);
  reading->rows = yl_row_text_new ();
  reading->findings = yl_findings_new ();
  return 0;
}

int
csv_reading_end (void **state)
{
  (void) state;
  yl_row_text_free (reading->rows);
  yl_findings_free (reading->findings);
  g_clear_pointer (&reading, g_free);
  return 0;
}

void
read_bytes (const char *bytes, gsize length)
{
  g_autoptr (GBytes) content = g_bytes_new (bytes, length);
  g_autoptr (YlInput) input = yl_input_new_for_bytes ("a.csv", content);
  const YlRowSink sink = yl_row_text_get_sink (reading->rows);
  g_autoptr (GError) error = NULL;
  assert_true (yl_csv_read (input, &sink, reading->findings, NULL, &reading->form, &error));
  assert_null (error);
}

void
read_text (const char *text)
{
  read_bytes (text, strlen (text));
}

void
read_string (const GString *text)
{
  read_bytes (text->str, text->len);
}

/* Shows only where the two part: the texts may be long. */
void
assert_rows (const char *expected)
{
  g_autofree char *whole = g_strconcat ("[]\n", expected, "[end]\n", NULL);
  const char *actual = reading->rows->text->str;
  gsize same = 0;
  while (actual[same] != '\0' && actual[same] == whole[same])
    same++;
  if (actual[same] == whole[same])
    return;
  const gsize from = same > 80 ? same - 80 : 0;
  print_error ("\"…%.160s…\" is not \"…%.160s…\"\n", actual + from, whole + from);
  fail ();
}

void
assert_sound (void)
{
  assert_number_equal (yl_findings_get_n (reading->findings), 0);
}

void
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
