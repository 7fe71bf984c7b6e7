/* How a workbook is shown and printed: styles, sizes, conditional formats, print areas. */
#include "xlsx-reading.h"

#define STYLES                                                                                     \
  "<styleSheet xmlns=\"" XLSX_MAIN "\">"                                                           \
  "<numFmts><numFmt numFmtId=\"164\" formatCode=\";;;\"/></numFmts>"                               \
  "<fonts><font><sz val=\"11\"/></font><font><color rgb=\"FFFFFFFF\"/><sz val=\"1\"/></font>"      \
  "<font><color theme=\"0\" tint=\"-0.5\"/></font><font><color indexed=\"22\"/></font></fonts>"    \
  "<fills><fill><patternFill patternType=\"none\"/></fill>"                                        \
  "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF1F4E79\"/></patternFill></fill>"      \
  "<fill><patternFill patternType=\"gray125\"/></fill>"                                            \
  "<fill><gradientFill/></fill></fills>"                                                           \
  "<cellXfs><xf/><xf numFmtId=\"164\" fontId=\"1\"/><xf numFmtId=\"4\" fontId=\"2\" fillId=\"1\">" \
  "<alignment shrinkToFit=\"1\" textRotation=\"90\"/></xf><xf fontId=\"3\" fillId=\"2\"/>"         \
  "<xf fillId=\"3\"/></cellXfs>"                                                                   \
  "<dxfs><dxf><font><color theme=\"1\" tint=\"0.5\"/></font><numFmt numFmtId=\"9\" "               \
  "formatCode=\"0,\"/><fill><patternFill><bgColor rgb=\"FF00FF00\"/></patternFill></fill></dxf>"   \
  "</dxfs></styleSheet>"

static GBytes *
make_styled_book (const char *sheet_xml)
{
  xlsx_maker_add (maker, "_rels/.rels",
                  XLSX_RELATIONSHIPS (XLSX_RELATION ("r1", "officeDocument", "xl/workbook.xml")),
                  XLSX_PLAIN);
  xlsx_maker_add (maker, "xl/workbook.xml",
                  "<workbook xmlns=\"" XLSX_MAIN "\" xmlns:r=\"" XLSX_RELATIONS "\"><sheets>"
                  "<sheet name=\"明细\" sheetId=\"1\" r:id=\"r1\"/></sheets><definedNames>"
                  "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">'明,细'!$A$1:$C$9,"
                  "'明,细'!$E$4</definedName></definedNames></workbook>",
                  XLSX_PLAIN);
  xlsx_maker_add (maker, "xl/_rels/workbook.xml.rels",
                  XLSX_RELATIONSHIPS (XLSX_RELATION ("r1", "worksheet", "worksheets/sheet1.xml")
                                          XLSX_RELATION ("r2", "styles", "styles.xml")),
                  XLSX_PLAIN);
  xlsx_maker_add (maker, "xl/styles.xml", STYLES, XLSX_PLAIN);
  xlsx_maker_add (maker, "xl/worksheets/sheet1.xml", sheet_xml, XLSX_PLAIN);
  return xlsx_maker_finish (maker);
}

static const YlCellLook *
get_look (guint index)
{
  return &g_array_index (reading->book->looks, YlCellLook, index);
}

static void
a_style_is_a_format_two_colours_and_a_size (void **state)
{
  (void) state;
  load_bytes (make_styled_book (XLSX_SHEET ("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")));
  assert_number_equal (reading->book->looks->len, 6);
  assert_string_equal (get_look (0)->format, "");
  assert_number_equal (get_look (0)->ink, YL_COLOUR_BLACK);
  assert_number_equal (get_look (0)->paper, YL_COLOUR_WHITE);
  assert_number_equal (get_look (0)->size_cpt, 1100);
  assert_string_equal (get_look (1)->format, ";;;");
  assert_number_equal (get_look (1)->ink, YL_COLOUR_WHITE);
  assert_number_equal (get_look (1)->size_cpt, 100);
  assert_string_equal (get_look (2)->format, "#,##0.00");
  /* White, half way to black: 255 − 255 × 0.5. */
  assert_number_equal (get_look (2)->ink, 0x808080);
  assert_number_equal (get_look (2)->paper, 0x1F4E79);
  assert_true (get_look (2)->is_shrunk);
  assert_true (get_look (2)->is_upright);
  assert_number_equal (get_look (3)->ink, 0xC0C0C0);
  assert_number_equal (get_look (3)->paper, YL_COLOUR_UNKNOWN); /* dots */
  assert_number_equal (get_look (4)->paper, YL_COLOUR_UNKNOWN); /* shaded */
}

static void
a_look_is_kept_where_it_changes_down_a_column (void **state)
{
  (void) state;
  const YlWorksheet *sheet = load_bytes (make_styled_book (
      XLSX_SHEET ("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>2</v></c></row>"
                  "<row r=\"2\"><c r=\"A2\" s=\"2\"><f>B2</f></c><c r=\"B2\" s=\"1\"><v>4</v></c>"
                  "<c r=\"C2\" s=\"1\" t=\"str\"><v>沙镇镇</v></c><c r=\"D2\" s=\"1\"/></row>")));
  static const YlLookRun expected[] = { { 1, 1, 1 }, { 2, 0, 2 } };
  assert_number_equal (sheet->page.looks->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < sheet->page.looks->len; i++)
    {
      const YlLookRun *run = &g_array_index (sheet->page.looks, YlLookRun, i);
      assert_number_equal (run->row, expected[i].row);
      assert_number_equal (run->column, expected[i].column);
      assert_number_equal (run->look, expected[i].look);
    }
}

static void
the_page_has_widths_heights_areas_and_a_scale (void **state)
{
  (void) state;
  const YlWorksheet *sheet = load_bytes (make_styled_book (
      "<worksheet xmlns=\"" XLSX_MAIN "\"><sheetFormatPr defaultColWidth=\"9.5\"/><cols>"
      "<col min=\"2\" max=\"3\" width=\"0.25\"/></cols><sheetData>"
      "<row r=\"1\" ht=\"17\"/><row r=\"2\" ht=\"17\"/><row r=\"3\"/></sheetData>"
      "<pageSetup scale=\"30\"/></worksheet>"));
  const YlColumnWidth *width = &g_array_index (sheet->page.widths, YlColumnWidth, 0);
  assert_number_equal (width->first, 1);
  assert_number_equal (width->last, 2);
  assert_number_equal (width->width, 250);
  assert_number_equal (sheet->page.default_width, 9500);
  assert_number_equal (sheet->page.size_cpt, 1100);
  assert_number_equal (sheet->page.heights->len, 2);
  assert_number_equal (g_array_index (sheet->page.heights, YlRowHeight, 0).height_cpt, 1700);
  assert_number_equal (g_array_index (sheet->page.heights, YlRowHeight, 1).row, 3);
  assert_number_equal (sheet->page.scale, 30);
  assert_number_equal (sheet->page.print_areas->len, 2);
  assert_number_equal (g_array_index (sheet->page.print_areas, YlCellRange, 1).last_row, 4);
}

static void
a_conditional_format_is_where_when_and_what (void **state)
{
  (void) state;
  const YlWorksheet *sheet = load_bytes (make_styled_book (
      "<worksheet xmlns=\"" XLSX_MAIN "\"><sheetData/>"
      "<conditionalFormatting sqref=\"B2:B9 D2\"><cfRule type=\"cellIs\" dxfId=\"0\" "
      "priority=\"2\" stopIfTrue=\"1\" operator=\"between\"><formula>1</formula>"
      "<formula>C2</formula></cfRule>"
      "<cfRule type=\"expression\" priority=\"1\"><formula>TRUE</formula></cfRule>"
      "</conditionalFormatting>"
      "<conditionalFormatting sqref=\"A1\"><cfRule type=\"dataBar\" priority=\"3\">"
      "<dataBar showValue=\"0\"/></cfRule></conditionalFormatting></worksheet>"));
  const YlLookCondition *between = &g_array_index (sheet->page.conditions, YlLookCondition, 1);
  const YlLookCondition *bar = &g_array_index (sheet->page.conditions, YlLookCondition, 2);
  assert_number_equal (sheet->page.conditions->len, 3); /* the second rule changes nothing */
  assert_number_equal (between->kind, YL_CONDITION_CELL);
  assert_string_equal (yl_workbook_get_text (reading->book, between->compare), "between");
  assert_string_equal (yl_workbook_get_text (reading->book, between->second), "C2");
  assert_number_equal (between->range.first_column, 3);
  assert_number_equal (between->column, 1); /* its formulas are written for B2 */
  assert_number_equal (between->priority, 2);
  assert_true (between->is_last);
  assert_number_equal (bar->kind, YL_CONDITION_HIDES);
  assert_string_equal (get_look (between->look)->format, "0,");
  assert_number_equal (get_look (between->look)->paper, 0x00FF00);
  assert_number_equal (get_look (between->look)->ink, 0x7F7F7F); /* black, half way to white */
}

static void
rows_and_columns_of_no_size_are_hidden (void **state)
{
  (void) state;
  const YlWorksheet *sheet = load_bytes (make_styled_book (
      "<worksheet xmlns=\"" XLSX_MAIN "\"><cols>"
      "<col min=\"2\" max=\"2\" width=\"0\"/><col min=\"3\" max=\"3\" width=\"0.5\"/>"
      "</cols><sheetData><row r=\"1\" ht=\"0\" customHeight=\"1\"/>"
      "<row r=\"2\" ht=\"0.75\"/><row r=\"3\" ht=\"0.0\"/></sheetData></worksheet>"));
  assert_true (yl_worksheet_is_column_hidden (sheet, 1));
  assert_false (yl_worksheet_is_column_hidden (sheet, 2));
  assert_true (yl_worksheet_is_row_hidden (sheet, 1));
  assert_false (yl_worksheet_is_row_hidden (sheet, 2));
  assert_true (yl_worksheet_is_row_hidden (sheet, 3));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    xlsx_sentence (a_style_is_a_format_two_colours_and_a_size),
    xlsx_sentence (a_look_is_kept_where_it_changes_down_a_column),
    xlsx_sentence (the_page_has_widths_heights_areas_and_a_scale),
    xlsx_sentence (a_conditional_format_is_where_when_and_what),
    xlsx_sentence (rows_and_columns_of_no_size_are_hidden),
  };
  return cmocka_run_group_tests_name ("xlsx-pages", tests, NULL, NULL);
}
