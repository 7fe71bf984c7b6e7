#include "ods-reading.h"

#include "io/xlsx/xlsx-making.h"

#include <string.h>

OdsReading *ods;

int
ods_reading_begin (void **state)
{
  (void) state;
  ods = g_new0 (OdsReading, 1);
  ods->rows = yl_row_text_new ();
  ods->findings = yl_findings_new ();
  ods->limits = yl_book_limits_default;
  ods->texts = yl_text_pool_new ();
  return 0;
}

int
ods_reading_end (void **state)
{
  (void) state;
  yl_row_text_free (ods->rows);
  yl_findings_free (ods->findings);
  g_clear_error (&ods->error);
  g_clear_pointer (&ods->book, yl_arena_free_record);
  yl_text_pool_free (ods->texts);
  g_clear_pointer (&ods, g_free);
  return 0;
}

GBytes *
ods_make (const char *type, const char *content, const char *other, const char *text)
{
  g_autoptr (XlsxMaker) maker = xlsx_maker_new ();
  xlsx_maker_add (maker, "mimetype", type, XLSX_STORED);
  xlsx_maker_add (maker, "content.xml", content, XLSX_STORED);
  if (other != NULL)
    xlsx_maker_add (maker, other, text, XLSX_STORED);
  return xlsx_maker_finish (maker);
}

#define SPACE "urn:oasis:names:tc:opendocument:xmlns:"

char *
ods_write_content (const char *styles, const char *tables)
{
  return g_strconcat ("<?xml version='1.0' encoding='UTF-8'?><office:document-content "
                      "xmlns:office='" SPACE "office:1.0' xmlns:style='" SPACE
                      "style:1.0' xmlns:table='" SPACE "table:1.0' xmlns:text='" SPACE
                      "text:1.0' xmlns:draw='" SPACE "drawing:1.0' xmlns:calcext='urn:org:"
                      "documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>"
                      "<office:automatic-styles>",
                      styles, "</office:automatic-styles><office:body><office:spreadsheet>", tables,
                      "</office:spreadsheet></office:body></office:document-content>", NULL);
}

gboolean
read_bytes (GBytes *bytes)
{
  g_autoptr (GBytes) taken = bytes;
  g_autoptr (YlInput) input = yl_input_new_for_bytes ("a.ods", taken);
  const YlRowSink sink = yl_row_text_get_sink (ods->rows);
  g_clear_error (&ods->error);
  const gboolean is_read =
      yl_ods_read (input, &ods->limits, &sink, ods->findings, NULL, &ods->error);
  assert_true (is_read == (ods->error == NULL));
  return is_read;
}

gboolean
read_tables (const char *styles, const char *tables)
{
  g_autofree char *content = ods_write_content (styles, tables);
  return read_bytes (ods_make (ODS_SPREADSHEET, content, NULL, NULL));
}

gboolean
read_rows (const char *rows)
{
  g_autofree char *table =
      g_strconcat ("<table:table table:name='里程'>", rows, "</table:table>", NULL);
  return read_tables ("", table);
}

const YlWorksheet *
load_tables (const char *styles, const char *tables)
{
  g_autofree char *content = ods_write_content (styles, tables);
  g_autoptr (GBytes) bytes = ods_make (ODS_SPREADSHEET, content, NULL, NULL);
  g_autoptr (YlInput) input = yl_input_new_for_bytes ("a.ods", bytes);
  ods->book = yl_ods_load (input, &ods->limits, ods->texts, ods->findings, NULL, &ods->error);
  assert_null (ods->error);
  return g_ptr_array_index (ods->book->sheets, 0);
}

void
assert_rows (const char *expected)
{
  if (ods->error != NULL)
    fail_msg ("%s", ods->error->message);
  g_autofree char *whole = g_strconcat ("[里程]\n", expected, "[end]\n", NULL);
  assert_string_equal (ods->rows->text->str, whole);
  assert_number_equal (yl_findings_get_n (ods->findings), 0);
}

void
assert_only_finding (YlCode code, guint32 row, const char *column)
{
  assert_number_equal (yl_findings_get_n (ods->findings), 1);
  const YlFinding *finding = yl_findings_get (ods->findings, 0);
  assert_string_equal (yl_code_get_name (finding->code), yl_code_get_name (code));
  assert_number_equal (finding->row, row);
  if (column != NULL)
    assert_string_equal (finding->column, column);
}

void
assert_refused (YlError code, const char *piece_of_message)
{
  assert_non_null (ods->error);
  assert_number_equal (ods->error->code, code);
  if (strstr (ods->error->message, piece_of_message) == NULL)
    fail_msg ("“%s” does not say “%s”", ods->error->message, piece_of_message);
}
