#include "ods-reading.h"

#include "io/xlsx/xlsx-making.h"

int
ods_reading_begin (void **state)
{
  (void) state;
  return book_reading_begin (yl_ods_read, "a.ods", "里程");
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
  return load_bytes (ods_make (ODS_SPREADSHEET, content, NULL, NULL));
}
