/* A workbook as it was found: formulas, flags, names, beside the values. */
#include "xlsx-reading.h"

#include "reading-private.h"

static const YlWorksheet *
first_sheet (void)
{
  return g_ptr_array_index (reading->book->sheets, 0);
}

static void
assert_formula (guint32 row, guint column, const char *formula)
{
  const YlCell *cell = yl_worksheet_find (first_sheet (), row, column);
  assert_non_null (cell);
  assert_string_equal (yl_workbook_get_text (reading->book, cell->formula), formula);
}

/* Two sheets, the second as hidden as can be, and names of which one is a sheet's own. */
static GBytes *
make_two_sheets (const char *first_sheet_xml)
{
  xlsx_maker_add (maker, "_rels/.rels",
                  XLSX_RELATIONSHIPS (XLSX_RELATION ("r1", "officeDocument", "xl/workbook.xml")),
                  XLSX_PLAIN);
  xlsx_maker_add (
      maker, "xl/workbook.xml",
      "<workbook xmlns=\"" XLSX_MAIN "\" xmlns:r=\"" XLSX_RELATIONS "\"><sheets>"
      "<sheet name=\"汇总\" sheetId=\"1\" r:id=\"r1\"/>"
      "<sheet name=\"底稿\" sheetId=\"2\" state=\"veryHidden\" r:id=\"r2\"/></sheets>"
      "<definedNames><definedName name=\"县道标准\">'汇总'!$D$4</definedName>"
      "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">'汇总'!$A$1</definedName>"
      "</definedNames></workbook>",
      XLSX_PLAIN);
  xlsx_maker_add (
      maker, "xl/_rels/workbook.xml.rels",
      XLSX_RELATIONSHIPS (XLSX_RELATION ("r1", "worksheet", "worksheets/sheet1.xml")
                              XLSX_RELATION ("r2", "worksheet", "worksheets/sheet2.xml")),
      XLSX_PLAIN);
  xlsx_maker_add (maker, "xl/worksheets/sheet1.xml", first_sheet_xml, XLSX_PLAIN);
  xlsx_maker_add (maker, "xl/worksheets/sheet2.xml", XLSX_SHEET (""), XLSX_PLAIN);
  return xlsx_maker_finish (maker);
}

static void
a_formula_is_kept_beside_its_stored_value (void **state)
{
  (void) state;
  load_bytes (xlsx_make_book ("<row r=\"2\"><c r=\"B2\"><f>ROUND(A2*1.5,2)</f><v>4.5</v></c>"
                              "<c r=\"C2\" t=\"str\"><f>IF(A2=\"\",\"\",A2)</f><v></v></c>"
                              "<c r=\"D2\"><f>A2</f></c>"
                              "<c r=\"E2\" t=\"b\"><v>1</v></c>"
                              "<c r=\"F2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"));
  assert_formula (2, 1, "ROUND(A2*1.5,2)");
  static const YlContent contents[] = { YL_CONTENT_NUMBER, YL_CONTENT_TEXT, YL_CONTENT_NONE,
                                        YL_CONTENT_BOOLEAN, YL_CONTENT_ERROR };
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    assert_int_equal (yl_worksheet_find (first_sheet (), 2, i + 1)->content, contents[i]);
  assert_null (yl_worksheet_find (first_sheet (), 2, 0));
}

static void
a_shared_formula_is_written_out_for_each_of_its_cells (void **state)
{
  (void) state;
  load_bytes (
      xlsx_make_book ("<row r=\"4\"><c r=\"C4\"><f t=\"shared\" ref=\"C4:C6\" si=\"0\">"
                      "A4*$B$1+'县A1'!B4&amp;\"A4\"</f><v>1</v></c></row>"
                      "<row r=\"5\"><c r=\"C5\"><f t=\"shared\" si=\"0\"/><v>2</v></c></row>"
                      "<row r=\"6\"><c r=\"D6\"><f t=\"shared\" si=\"0\"/><v>3</v></c></row>"));
  assert_formula (4, 2, "A4*$B$1+'县A1'!B4&\"A4\"");
  assert_formula (5, 2, "A5*$B$1+'县A1'!B5&\"A4\"");
  assert_formula (6, 3, "B6*$B$1+'县A1'!C6&\"A4\"");
}

/* A1+1 in three cells, which is four bytes in each. */
static void
shared_formulas_are_written_out_up_to_the_limit_and_what_follows_is_told (void **state)
{
  (void) state;
  static const char rows[] =
      "<row r=\"1\"><c r=\"B1\"><f t=\"shared\" ref=\"B1:B3\" si=\"0\">A1+1</f>"
      "<v>1</v></c></row>"
      "<row r=\"2\"><c r=\"B2\"><f t=\"shared\" si=\"0\"/><v>2</v></c></row>"
      "<row r=\"3\"><c r=\"B3\"><f t=\"shared\" si=\"0\"/><v>3</v></c></row>"
      "<row r=\"4\"><c r=\"B4\"><v>4</v></c></row>";
  reading->limits.shared_per_byte = 0;
  reading->limits.shared_bytes = 12;
  assert_number_equal (load_bytes (xlsx_make_book (rows))->cells->len, 4);
  assert_sound ();
  g_clear_pointer (&reading->book, yl_arena_free_record);
  reading->limits.shared_bytes = 11;
  assert_number_equal (load_bytes (xlsx_make_book (rows))->cells->len, 3);
  assert_only_finding (YL_E08, 3, "B");
}

static void
a_shared_formula_that_nobody_wrote_is_a_broken_reference (void **state)
{
  (void) state;
  load_bytes (
      xlsx_make_book ("<row r=\"4\"><c r=\"C4\"><f t=\"shared\" si=\"7\"/><v>1</v></c></row>"));
  assert_formula (4, 2, "#REF!");
}

static void
hidden_rows_columns_and_sheets_are_known (void **state)
{
  (void) state;
  load_bytes (make_two_sheets ("<worksheet xmlns=\"" XLSX_MAIN "\"><cols>"
                               "<col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"5\" max=\"5\"/>"
                               "</cols><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
                               "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>2</v></c></row>"
                               "<row r=\"9\" hidden=\"true\"/></sheetData>"
                               "<autoFilter ref=\"A1:C9\"><filterColumn colId=\"0\"/></autoFilter>"
                               "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A\"/>"
                               "</mergeCells></worksheet>"));
  const YlWorksheet *sheet = first_sheet ();
  assert_true (yl_worksheet_is_row_hidden (sheet, 2) && yl_worksheet_is_row_hidden (sheet, 9));
  assert_false (yl_worksheet_is_row_hidden (sheet, 1));
  assert_true (yl_worksheet_is_column_hidden (sheet, 1)
               && yl_worksheet_is_column_hidden (sheet, 2));
  assert_false (yl_worksheet_is_column_hidden (sheet, 4));
  assert_true (sheet->is_filtered);
  assert_number_equal (sheet->merges->len, 1);
  assert_number_equal (g_array_index (sheet->merges, YlCellRange, 0).last_column, 2);
  assert_int_equal (sheet->state, YL_SHEET_VISIBLE);
  assert_int_equal (yl_workbook_find_sheet (reading->book, "底稿")->state, YL_SHEET_VERY_HIDDEN);
}

static void
only_the_names_of_the_whole_workbook_are_kept (void **state)
{
  (void) state;
  load_bytes (make_two_sheets (XLSX_SHEET ("")));
  assert_number_equal (reading->book->names->len, 1);
  assert_string_equal (yl_workbook_find_name (reading->book, "县道标准"), "'汇总'!$D$4");
}

static void
an_endless_formula_is_cut_at_excels_limit (void **state)
{
  (void) state;
  g_autoptr (GString) rows = g_string_new ("<row r=\"1\"><c r=\"A1\"><f>");
  for (guint i = 0; i < 20000; i++)
    g_string_append (rows, "1+1+");
  g_string_append (rows, "1</f><v>1</v></c></row>");
  load_bytes (xlsx_make_book (rows->str));
  const YlCell *cell = yl_worksheet_find (first_sheet (), 1, 0);
  assert_number_equal (strlen (yl_workbook_get_text (reading->book, cell->formula)), 4 * 8192);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    xlsx_sentence (a_formula_is_kept_beside_its_stored_value),
    xlsx_sentence (a_shared_formula_is_written_out_for_each_of_its_cells),
    xlsx_sentence (shared_formulas_are_written_out_up_to_the_limit_and_what_follows_is_told),
    xlsx_sentence (a_shared_formula_that_nobody_wrote_is_a_broken_reference),
    xlsx_sentence (hidden_rows_columns_and_sheets_are_known),
    xlsx_sentence (only_the_names_of_the_whole_workbook_are_kept),
    xlsx_sentence (an_endless_formula_is_cut_at_excels_limit),
  };
  return cmocka_run_group_tests_name ("xlsx-load", tests, NULL, NULL);
}
