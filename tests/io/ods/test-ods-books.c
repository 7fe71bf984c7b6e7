/* OpenDocument spreadsheets as a whole: what is hidden, limits, passwords, damage. */
#include "ods-reading.h"

#include <string.h>

#define HIDDEN_STYLE                                                                               \
  "<style:style style:name='ta1' style:family='table'><style:table-properties "                    \
  "table:display='true'/></style:style><style:style style:name='ta2' style:family='table'>"        \
  "<style:table-properties table:display='false'/></style:style>"

static void
tables_that_are_not_displayed_are_hidden (void **state)
{
  (void) state;
  read_tables (HIDDEN_STYLE,
               "<table:table table:name='一' table:style-name='ta1'>" ODS_ROW (ODS_NUMBER (
                   "1")) "</table:table>"
                         "<table:table table:name='二' "
                         "table:style-name='ta2'>" ODS_ROW (ODS_NUMBER ("2")) "</table:table>");
  assert_null (reading->error);
  assert_string_equal (reading->rows->text->str, "[一]\n1: 1\n[end]\n[二, hidden]\n1: 2\n[end]\n");
}

static void
that_a_row_is_hidden_is_said_before_it (void **state)
{
  (void) state;
  read_rows (
      ODS_ROW (ODS_NUMBER ("1")) "<table:table-row table:visibility='collapse' "
                                 "table:number-rows-repeated='2'>" ODS_NUMBER (
                                     "7") "</table:table-row>"
                                          "<table:table-row table:visibility='filter'>" ODS_NUMBER (
                                              "8") "</table:table-row>");
  assert_rows ("1: 1\n2 hidden\n2: 7\n3 hidden\n3: 7\n4 hidden\n4: 8\n");
}

static void
what_is_hidden_merged_and_filtered_is_known (void **state)
{
  (void) state;
  const YlWorksheet *sheet = load_tables (
      HIDDEN_STYLE,
      "<table:table table:name='一' table:style-name='ta2'>"
      "<table:table-column table:number-columns-repeated='2'/>"
      "<table:table-column table:visibility='collapse' table:number-columns-repeated='2'/>"
      "<table:table-column table:number-columns-repeated='16380'/>"
      "<table:table-row><table:table-cell office:value-type='float' office:value='5' "
      "table:number-columns-spanned='2' table:number-rows-spanned='3'/></table:table-row>"
      "<table:table-row table:visibility='collapse' "
      "table:number-rows-repeated='2'>" ODS_NUMBER ("7") "</table:table-row><table:table-row "
                                                         "table:visibility='filter'"
                                                         ">" ODS_NUMBER (
                                                             "8") "</"
                                                                  "table:table-row><table:"
                                                                  "table-row "
                                                                  "table:visibility='collapse' "
                                                                  "table:number-rows-repeated='"
                                                                  "1048572'/></table:table>");
  assert_number_equal (sheet->state, YL_SHEET_HIDDEN);
  assert_true (sheet->is_filtered);
  for (guint32 row = 1; row <= 5; row++)
    assert_int_equal (yl_worksheet_is_row_hidden (sheet, row), row >= 2 && row <= 4);
  for (guint column = 0; column <= 5; column++)
    assert_int_equal (yl_worksheet_is_column_hidden (sheet, column), column == 2 || column == 3);
  assert_number_equal (sheet->merges->len, 1);
  const YlCellRange merge = g_array_index (sheet->merges, YlCellRange, 0);
  assert_number_equal (merge.first_row, 1);
  assert_number_equal (merge.last_row, 3);
  assert_number_equal (merge.first_column, 0);
  assert_number_equal (merge.last_column, 1);
  const YlCell *cell = yl_worksheet_find (sheet, 3, 0);
  assert_non_null (cell);
  assert_number_equal (cell->content, YL_CONTENT_NUMBER);
  assert_string_equal (yl_workbook_get_text (reading->book, cell->value), "7");
}

#define REPEATED_ROWS(n)                                                                           \
  "<table:table-row table:number-rows-repeated='" n "'>" ODS_NUMBER ("1") "</table:table-row>"
#define REPEATED_CELLS(n)                                                                          \
  "<table:table-row><table:table-cell table:number-columns-repeated='" n                           \
  "' office:value-type='float' office:value='1'/></table:table-row>"

static void
the_last_row_within_the_limit_is_read_and_the_next_is_told (void **state)
{
  (void) state;
  reading->limits.rows_per_sheet = 3;
  read_rows (REPEATED_ROWS ("3"));
  assert_sound_rows ("1: 1\n2: 1\n3: 1\n");
  g_string_truncate (reading->rows->text, 0);
  read_rows (REPEATED_ROWS ("2000000000"));
  assert_string_equal (reading->rows->text->str, "[里程]\n1: 1\n2: 1\n3: 1\n[end]\n");
  assert_only_finding (YL_E08, 4, NULL);
}

static void
the_last_column_within_the_limit_is_read_and_the_next_is_told (void **state)
{
  (void) state;
  reading->limits.columns = 2;
  read_rows (REPEATED_CELLS ("2"));
  assert_sound_rows ("1: 1|1\n");
  g_string_truncate (reading->rows->text, 0);
  read_rows (REPEATED_CELLS ("3"));
  assert_string_equal (reading->rows->text->str, "[里程]\n1: 1|1\n[end]\n");
  assert_only_finding (YL_E08, 1, "C");
}

static void
few_bytes_that_stand_for_many_cells_end_at_the_limit_of_cells (void **state)
{
  (void) state;
  reading->limits.cells = 6;
  reading->limits.cells_per_byte = 0;
  read_rows (REPEATED_CELLS ("3") REPEATED_CELLS ("3"));
  assert_sound_rows ("1: 1|1|1\n2: 1|1|1\n");
  g_string_truncate (reading->rows->text, 0);
  read_rows (REPEATED_CELLS ("3") REPEATED_CELLS ("4"));
  assert_string_equal (reading->rows->text->str, "[里程]\n1: 1|1|1\n2: 1|1|1\n[end]\n");
  assert_only_finding (YL_E08, 2, "D");
}

static void
tables_beyond_the_limit_are_told (void **state)
{
  (void) state;
  const char *two = "<table:table table:name='一'/><table:table table:name='二'/>";
  reading->limits.archive_entries = 2;
  read_tables ("", two);
  assert_number_equal (yl_findings_get_n (reading->findings), 0);
  g_autofree char *three = g_strconcat (two, "<table:table table:name='三'/>", NULL);
  read_tables ("", three);
  assert_null (reading->error);
  assert_only_finding (YL_E08, 0, NULL);
  assert_null (strstr (reading->rows->text->str, "三"));
}

static void
a_text_longer_than_a_cell_is_cut_and_told (void **state)
{
  (void) state;
  g_autoptr (GString) rows = g_string_new ("<table:table-row><table:table-cell><text:p>");
  for (gsize i = 0; i < 4 * 32767 + 1; i++)
    g_string_append_c (rows, 'x');
  g_string_append (rows, "</text:p></table:table-cell></table:table-row>");
  read_rows (rows->str);
  assert_only_finding (YL_E08, 1, "A");
}

/* A document, its body, a spreadsheet, a table, and groups within groups. */
static void
read_depth (guint depth)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  for (guint i = 4; i < depth; i++)
    g_string_append (rows, "<table:table-row-group>");
  for (guint i = 4; i < depth; i++)
    g_string_append (rows, "</table:table-row-group>");
  read_rows (rows->str);
  assert_null (reading->error);
}

static void
elements_deep_within_elements_are_refused (void **state)
{
  (void) state;
  read_depth (256);
  assert_number_equal (yl_findings_get_n (reading->findings), 0);
  read_depth (257);
  assert_only_finding (YL_E08, 0, NULL);
  assert_non_null (strstr (yl_findings_get (reading->findings, 0)->message, "嵌套超过 256 层"));
}

static void
a_sink_that_wants_no_more_ends_its_table (void **state)
{
  (void) state;
  reading->rows->enough = 2;
  read_rows (REPEATED_ROWS ("5"));
  assert_sound_rows ("1: 1\n2: 1\n");
}

static void
cells_kept_of_other_documents_are_no_table (void **state)
{
  (void) state;
  read_tables ("", ODS_TABLE (ODS_ROW (ODS_NUMBER ("1"))) "<table:table table:name=\"'file:///"
                                                          "b.ods'#$里程\">" ODS_ROW (
                                                              ODS_NUMBER ("2")) "</table:table>");
  assert_null (reading->error);
  assert_string_equal (reading->rows->text->str, "[里程]\n1: 1\n[end]\n");
  assert_only_finding (YL_E05, 0, NULL);
}

static void
a_password_is_told (void **state)
{
  (void) state;
  read_bytes (ods_make (ODS_SPREADSHEET, "\xAB\xCD", "META-INF/manifest.xml",
                        "<manifest:manifest xmlns:manifest='urn:m'><manifest:file-entry>"
                        "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"));
  assert_refused (YL_ERROR_INVALID, "设了打开密码");
  read_bytes (ods_make (ODS_SPREADSHEET, "", "encrypted-package", "\xAB\xCD"));
  assert_refused (YL_ERROR_INVALID, "设了打开密码");
}

static void
a_text_document_is_no_table (void **state)
{
  (void) state;
  read_bytes (ods_make ("application/vnd.oasis.opendocument.text", "<a/>", NULL, NULL));
  assert_refused (YL_ERROR_INVALID, "不是表格");
}

static void
macros_are_named (void **state)
{
  (void) state;
  g_autofree char *content = ods_write_content ("", ODS_TABLE (ODS_ROW (ODS_NUMBER ("1"))));
  read_bytes (ods_make (ODS_SPREADSHEET, content, "Basic/Standard/Module1.xml", "<a/>"));
  assert_null (reading->error);
  assert_only_finding (YL_E05, 0, NULL);
}

static void
broken_xml_is_damage (void **state)
{
  (void) state;
  assert_false (read_rows ("<table:table-row></table:table>"));
  assert_refused (YL_ERROR_INVALID, "工作表“里程”：");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    ods_sentence (tables_that_are_not_displayed_are_hidden),
    ods_sentence (that_a_row_is_hidden_is_said_before_it),
    ods_sentence (what_is_hidden_merged_and_filtered_is_known),
    ods_sentence (the_last_row_within_the_limit_is_read_and_the_next_is_told),
    ods_sentence (the_last_column_within_the_limit_is_read_and_the_next_is_told),
    ods_sentence (few_bytes_that_stand_for_many_cells_end_at_the_limit_of_cells),
    ods_sentence (tables_beyond_the_limit_are_told),
    ods_sentence (a_text_longer_than_a_cell_is_cut_and_told),
    ods_sentence (elements_deep_within_elements_are_refused),
    ods_sentence (a_sink_that_wants_no_more_ends_its_table),
    ods_sentence (cells_kept_of_other_documents_are_no_table),
    ods_sentence (a_password_is_told),
    ods_sentence (a_text_document_is_no_table),
    ods_sentence (macros_are_named),
    ods_sentence (broken_xml_is_damage),
  };
  return cmocka_run_group_tests_name ("ods books", tests, NULL, NULL);
}
