/* What a style hides: numbers that a workbook holds but does not show. */
#include "xlsx-reading.h"

#include "tables-private.h"

static void
pale_letters_are_lost_on_paper_and_dark_ones_are_not (void **state)
{
  (void) state;
  assert_true (yl_xlsx_colour_is_lost (0xFFFFFF, YL_COLOUR_WHITE));
  /* 255 − 223 = 32 on each of three channels is 96, 33 is more. */
  assert_false (yl_xlsx_colour_is_lost (0xDFDFDF, YL_COLOUR_WHITE));
  assert_true (yl_xlsx_colour_is_lost (0xDFDFE0, YL_COLOUR_WHITE));
  assert_false (yl_xlsx_colour_is_lost (YL_COLOUR_BLACK, YL_COLOUR_WHITE));
  assert_false (yl_xlsx_colour_is_lost (YL_COLOUR_UNKNOWN, YL_COLOUR_UNKNOWN));
}

#define STYLES                                                                                     \
  "<styleSheet xmlns=\"" XLSX_MAIN "\">"                                                           \
  "<numFmts><numFmt numFmtId=\"164\" formatCode=\";;;\"/>"                                         \
  "<numFmt numFmtId=\"165\" formatCode=\"#,##0,\"/></numFmts>"                                     \
  "<fonts><font/><font><color rgb=\"FFFFFFFF\"/></font><font><color theme=\"0\"/></font>"          \
  "<font><color theme=\"0\" tint=\"-0.5\"/></font></fonts>"                                        \
  "<fills><fill><patternFill patternType=\"none\"/></fill>"                                        \
  "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF1F4E79\"/></patternFill></fill>"      \
  "<fill><patternFill patternType=\"solid\"><fgColor indexed=\"9\"/></patternFill></fill></fills>" \
  "<cellXfs><xf/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"                                     \
  "<xf fontId=\"1\"/><xf fontId=\"2\" fillId=\"2\"/><xf fontId=\"1\" fillId=\"1\"/>"               \
  "<xf fontId=\"3\"/></cellXfs>"                                                                   \
  "<dxfs><dxf><font><color rgb=\"FFFFFFFF\"/></font></dxf></dxfs></styleSheet>"

static GBytes *
make_styled_book (const char *sheet_xml)
{
  xlsx_maker_add (maker, "_rels/.rels",
                  XLSX_RELATIONSHIPS (XLSX_RELATION ("r1", "officeDocument", "xl/workbook.xml")),
                  XLSX_PLAIN);
  xlsx_maker_add (maker, "xl/workbook.xml",
                  "<workbook xmlns=\"" XLSX_MAIN "\" xmlns:r=\"" XLSX_RELATIONS "\"><sheets>"
                  "<sheet name=\"明细\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
                  XLSX_PLAIN);
  xlsx_maker_add (maker, "xl/_rels/workbook.xml.rels",
                  XLSX_RELATIONSHIPS (XLSX_RELATION ("r1", "worksheet", "worksheets/sheet1.xml")
                                          XLSX_RELATION ("r2", "styles", "styles.xml")),
                  XLSX_PLAIN);
  xlsx_maker_add (maker, "xl/styles.xml", STYLES, XLSX_PLAIN);
  xlsx_maker_add (maker, "xl/worksheets/sheet1.xml", sheet_xml, XLSX_PLAIN);
  return xlsx_maker_finish (maker);
}

static void
masked_numbers_are_known_and_masked_words_are_not (void **state)
{
  (void) state;
  const YlWorksheet *sheet = load_bytes (make_styled_book (
      XLSX_SHEET ("<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>2</v></c>"
                  "<c r=\"C2\" s=\"2\"><f>B2</f></c><c r=\"D2\" s=\"3\"><v>4</v></c>"
                  "<c r=\"E2\" s=\"4\"><v>5</v></c><c r=\"F2\" s=\"5\"><v>6</v></c>"
                  "<c r=\"G2\" s=\"6\"><v>7</v></c>"
                  "<c r=\"H2\" s=\"1\" t=\"str\"><v>沙镇镇</v></c><c r=\"I2\" s=\"1\"/>"
                  "</row>")));
  static const YlMaskedCell expected[] = {
    { 2, 1, YL_MASK_NO_FIGURE }, /* ;;; */
    { 2, 2, YL_MASK_OTHER },     /* a formula whose value was not saved */
    { 2, 3, YL_MASK_UNSEEN },    /* white without a fill */
    { 2, 4, YL_MASK_UNSEEN },    /* the theme's paper on white; F2 is white on blue */
  };
  assert_number_equal (sheet->masked->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < sheet->masked->len; i++)
    {
      const YlMaskedCell *cell = &g_array_index (sheet->masked, YlMaskedCell, i);
      assert_number_equal (cell->row, expected[i].row);
      assert_number_equal (cell->column, expected[i].column);
      assert_number_equal (cell->mask, expected[i].mask);
    }
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
    xlsx_sentence (pale_letters_are_lost_on_paper_and_dark_ones_are_not),
    xlsx_sentence (masked_numbers_are_known_and_masked_words_are_not),
    xlsx_sentence (rows_and_columns_of_no_size_are_hidden),
  };
  return cmocka_run_group_tests_name ("xlsx-masks", tests, NULL, NULL);
}
