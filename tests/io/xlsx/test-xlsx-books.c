/* Which sheets a workbook has, where its parts lie, and in which dialect they speak. */
#include "xlsx-reading.h"

#define STRICT_MAIN "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define STRICT_RELATIONS "http://purl.oclc.org/ooxml/officeDocument/relationships"
#define ONE_CELL(text)                                                                             \
  XLSX_SHEET ("<row r='1'><c r='A1' t='inlineStr'><is><t>" text "</t></is></c></row>")

static void
add (const char *name, const char *content)
{
  xlsx_maker_add (maker, name, content, XLSX_PLAIN);
}

static void
add_roots (const char *book_part)
{
  g_autofree char *root =
      g_strdup_printf (XLSX_RELATIONSHIPS ("<Relationship Id='a' Type='" XLSX_RELATIONS
                                           "/officeDocument' Target='%s'/>"),
                       book_part);
  add ("_rels/.rels", root);
}

static void
add_book (const char *name, const char *sheets)
{
  g_autofree char *book = g_strdup_printf (
      "<workbook xmlns='" XLSX_MAIN "' xmlns:r='" XLSX_RELATIONS "'><sheets>%s</sheets></workbook>",
      sheets);
  add (name, book);
}

static void
sheets_come_in_the_order_of_their_tabs_whatever_their_parts_are_called (void **state)
{
  (void) state;
  add_roots ("/daten/mappe.xml");
  add_book ("daten/mappe.xml", "<sheet name='一' r:id='z'/><sheet name='二' r:id='y'/>");
  add ("daten/_rels/mappe.xml.rels",
       XLSX_RELATIONSHIPS (XLSX_RELATION ("y", "worksheet", "/a%20b.xml")
                               XLSX_RELATION ("z", "worksheet", "../daten/./blatt.xml")));
  add ("a b.xml", ONE_CELL ("乙"));
  add ("Daten/Blatt.xml", ONE_CELL ("甲"));
  assert_true (read_made ());
  assert_text ("[一]\n1: 甲\n[end]\n[二]\n1: 乙\n[end]\n");
}

static void
a_very_hidden_sheet_is_hidden_and_a_visible_one_is_not (void **state)
{
  (void) state;
  add_roots ("b.xml");
  add_book ("b.xml", "<sheet name='一' state='visible' r:id='y'/>"
                     "<sheet name='二' state='veryHidden' r:id='y'/>");
  add ("_rels/b.xml.rels", XLSX_RELATIONSHIPS (XLSX_RELATION ("y", "worksheet", "s.xml")));
  add ("s.xml", XLSX_SHEET (""));
  assert_true (read_made ());
  assert_text ("[一]\n[end]\n[二, hidden]\n[end]\n");
}

static void
chart_sheets_and_dialogs_are_passed_over (void **state)
{
  (void) state;
  add_roots ("b.xml");
  add_book ("b.xml", "<sheet name='图' r:id='c'/><sheet name='框' r:id='d'/>"
                     "<sheet name='表' r:id='y'/>");
  add ("_rels/b.xml.rels", XLSX_RELATIONSHIPS (XLSX_RELATION ("c", "chartsheet", "c.xml")
                                                   XLSX_RELATION ("d", "dialogsheet", "c.xml")
                                                       XLSX_RELATION ("y", "worksheet", "s.xml")));
  add ("c.xml", "<chartsheet xmlns='" XLSX_MAIN "'/>");
  add ("s.xml", XLSX_SHEET (""));
  assert_true (read_made ());
  assert_text ("[表]\n[end]\n");
  assert_sound ();
}

static void
a_sheet_whose_part_is_missing_is_said_and_the_others_are_read (void **state)
{
  (void) state;
  add_roots ("b.xml");
  add_book ("b.xml", "<sheet name='一' r:id='x'/><sheet name='二' r:id='y'/>");
  add ("_rels/b.xml.rels", XLSX_RELATIONSHIPS (XLSX_RELATION ("x", "worksheet", "none.xml")
                                                   XLSX_RELATION ("y", "worksheet", "s.xml")));
  add ("s.xml", XLSX_SHEET (""));
  assert_true (read_made ());
  assert_text ("[二]\n[end]\n");
  assert_only_finding (YL_E08, 0, NULL);
}

static void
prefixed_names_and_the_strict_namespaces_are_understood (void **state)
{
  (void) state;
  add ("_rels/.rels",
       "<p:Relationships xmlns:p='" XLSX_PACKAGE "'><p:Relationship Id='a' Type='" STRICT_RELATIONS
       "/officeDocument' Target='b.xml'/></p:Relationships>");
  add ("b.xml", "<x:workbook xmlns:x='" STRICT_MAIN "' xmlns:rel='" STRICT_RELATIONS
                "'><x:sheets><x:sheet name='表' rel:id='a'/></x:sheets></x:workbook>");
  add ("_rels/b.xml.rels",
       "<Relationships xmlns='" XLSX_PACKAGE "'><Relationship Id='a' Type='" STRICT_RELATIONS
       "/worksheet' Target='s.xml'/></Relationships>");
  add ("s.xml", "<x:worksheet xmlns:x='" STRICT_MAIN "' xmlns='urn:other'><x:sheetData><x:row>"
                "<x:c t='inlineStr'><x:is><x:t>甲</x:t></x:is></x:c><c><v>9</v></c>"
                "</x:row></x:sheetData></x:worksheet>");
  assert_true (read_made ());
  assert_text ("[表]\n1: 甲\n[end]\n");
}

static void
names_with_and_without_prefix_may_mix_when_both_mean_the_same (void **state)
{
  (void) state;
  xlsx_maker_add_frame (maker);
  add ("xl/worksheets/sheet1.xml", "<x:worksheet xmlns:x='" XLSX_MAIN "' xmlns='" XLSX_MAIN
                                   "'><sheetData><x:row><c><x:v>1</x:v>"
                                   "</c></x:row></sheetData></x:worksheet>");
  assert_true (read_made ());
  assert_rows ("1: 1\n");
}

static void
a_prefix_may_join_a_root_without_one (void **state)
{
  (void) state;
  xlsx_maker_add_frame (maker);
  add ("xl/worksheets/sheet1.xml",
       "<worksheet xmlns='" XLSX_MAIN "' xmlns:x='" XLSX_MAIN "'><x:sheetData><row><x:c><v>1</v>"
       "</x:c></row></x:sheetData></worksheet>");
  assert_true (read_made ());
  assert_rows ("1: 1\n");
}

static void
elements_of_a_foreign_namespace_are_no_cells (void **state)
{
  (void) state;
  xlsx_maker_add_frame (maker);
  add ("xl/worksheets/sheet1.xml",
       "<worksheet xmlns='" XLSX_MAIN "' xmlns:z='urn:z'><sheetData><row><c><v>1</v></c>"
       "<z:c><z:v>2</z:v></z:c></row></sheetData><z:sheetData><z:row/></z:sheetData></worksheet>");
  assert_true (read_made ());
  assert_rows ("1: 1\n");
}

static void
cells_outside_the_sheet_data_are_no_cells (void **state)
{
  (void) state;
  xlsx_maker_add_frame (maker);
  add ("xl/worksheets/sheet1.xml",
       "<worksheet xmlns='" XLSX_MAIN "'><sheetData/><row><c><v>1</v></c></row></worksheet>");
  assert_true (read_made ());
  assert_rows ("");
}

static void
parts_in_utf_16_are_read (void **state)
{
  (void) state;
  static const char sheet[] = "<?xml version='1.0' encoding='UTF-16'?>" ONE_CELL ("甲");
  gsize length = 0;
  g_autofree char *wide =
      g_convert (sheet, -1, "UTF-16", "UTF-8", NULL, &length, NULL); /* with its mark */
  xlsx_maker_add_frame (maker);
  xlsx_maker_add_bytes (maker, "xl/worksheets/sheet1.xml", wide, length, XLSX_PLAIN);
  assert_true (read_made ());
  assert_rows ("1: 甲\n");
}

static void
add_dated_book (const char *properties)
{
  g_autofree char *book =
      g_strdup_printf ("<workbook xmlns='" XLSX_MAIN "' xmlns:r='" XLSX_RELATIONS
                       "'>%s<sheets><sheet name='里程' r:id='s'/></sheets></workbook>",
                       properties);
  add_roots ("b.xml");
  add ("b.xml", book);
  add ("_rels/b.xml.rels", XLSX_RELATIONSHIPS (XLSX_RELATION ("s", "worksheet", "s.xml")
                                                   XLSX_RELATION ("t", "styles", "t.xml")));
  add ("t.xml", "<styleSheet xmlns='" XLSX_MAIN "'><numFmts><numFmt numFmtId='165' formatCode='"
                "yyyy&quot;年&quot;m&quot;月&quot;'/><numFmt numFmtId='166' formatCode='0.00'/>"
                "</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>"
                "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='165'/><xf numFmtId='166'/>"
                "<xf numFmtId='58'/></cellXfs></styleSheet>");
  add ("s.xml", XLSX_SHEET ("<row><c s='0'><v>44227</v></c><c s='1'><v>44227.75</v></c>"
                            "<c s='2'><v>44227</v></c><c s='3'><v>44227</v></c>"
                            "<c s='4'><v>44227</v></c><c s='99'><v>44227</v></c></row>"));
}

/* 44227 days after 1899-12-30 is 2021-01-31. */
static void
numbers_in_a_date_style_are_days (void **state)
{
  (void) state;
  add_dated_book ("");
  assert_true (read_made ());
  assert_rows ("1: 44227|2021-01-31|2021-01-31|44227|2021-01-31|44227\n");
}

/* The 1904 system is 1462 days ahead: 44227 is 2025-02-01. */
static void
days_of_the_1904_system_count_from_1904 (void **state)
{
  (void) state;
  add_dated_book ("<workbookPr date1904='true'/>");
  assert_true (read_made ());
  assert_rows ("1: 44227|2025-02-01|2025-02-01|44227|2025-02-01|44227\n");
}

static void
shared_strings_may_be_rich_and_empty (void **state)
{
  (void) state;
  add_roots ("b.xml");
  add_book ("b.xml", "<sheet name='里程' r:id='s'/>");
  add ("_rels/b.xml.rels", XLSX_RELATIONSHIPS (XLSX_RELATION ("s", "worksheet", "s.xml")
                                                   XLSX_RELATION ("t", "sharedStrings", "t.xml")));
  add ("t.xml",
       "<sst xmlns='" XLSX_MAIN "'><si><t>甲</t></si><si/><si><r><t>乙</t></r><rPh><t>x</t>"
       "</rPh><r><t xml:space='preserve"
       "'> 丙</t></r></si><si><t>a_x000D_b</t></si></sst>");
  add ("s.xml", XLSX_SHEET ("<row><c t='s'><v>2</v></c><c t='s'><v>1</v></c><c t='s'><v>0</v></c>"
                            "<c t='s'><v>3</v></c></row>"));
  assert_true (read_made ());
  assert_rows ("1: 乙 丙||甲|a\rb\n");
  assert_sound ();
}

static gboolean
pass_over (gpointer self, const char *sheet, gboolean is_hidden)
{
  (void) self;
  (void) sheet;
  (void) is_hidden;
  return FALSE;
}

static void
a_sheet_that_nobody_wants_is_not_even_opened (void **state)
{
  (void) state;
  xlsx_maker_add_frame (maker);
  add ("xl/worksheets/sheet1.xml", "this is no XML");
  g_autoptr (GBytes) bytes = xlsx_maker_finish (maker);
  g_autoptr (YlInput) input = yl_input_new_for_bytes ("a.xlsx", bytes);
  const YlRowSink sink = { .begin_sheet = pass_over };
  assert_true (yl_book_read (yl_xlsx_read, input, NULL, &sink, reading->findings, NULL, NULL));
}

static gboolean
want (gpointer self, const char *sheet, gboolean is_hidden)
{
  (void) self;
  (void) sheet;
  (void) is_hidden;
  return TRUE;
}

static gboolean
pass_row (gpointer self, YlRowId row, const YlText *cells, guint n_cells)
{
  (void) self;
  (void) row;
  (void) cells;
  (void) n_cells;
  return TRUE;
}

static void
pass_end (gpointer self)
{
  (void) self;
}

static void
keep_layout (gpointer self, const YlSheetLayout *layout)
{
  guint *numbers = self;
  numbers[0] = layout->merges->len;
  numbers[1] = layout->n_unsaved;
}

/* A: 0 and nothing; B: 0 among others; C: an empty text, which was saved, and a 0 that is no formula. */
static void
a_sheet_says_beside_its_rows_what_is_merged_and_what_was_not_calculated (void **state)
{
  (void) state;
  g_autoptr (GBytes) bytes = xlsx_make_book (
      "<row r='1'><c r='A1'><f>1+1</f><v>0</v></c><c r='B1'><f>1</f><v>0</v></c>"
      "<c r='C1' t='str'><f>D1</f><v></v></c><c r='D1'><v>0</v></c></row>"
      "<row r='2'><c r='A2'><f>1+1</f></c><c r='B2'><f>1</f><v>1</v></c></row>"
      "<row r='3'><c r='A3'><f>1+1</f><v/></c></row></sheetData><mergeCells>"
      "<mergeCell ref='A1:A2'/><mergeCell ref='B1'/></mergeCells>"
      "<conditionalFormatting sqref='A1'><cfRule type='dataBar'><formula>1"
      "</formula><dataBar showValue='0'/></cfRule></conditionalFormatting><sheetData>");
  g_autoptr (YlInput) input = yl_input_new_for_bytes ("a.xlsx", bytes);
  guint numbers[2] = { 0 };
  const YlRowSink sink = { .begin_sheet = want,
                           .row = pass_row,
                           .end_sheet = pass_end,
                           .layout = keep_layout,
                           .self = numbers };
  assert_true (yl_book_read (yl_xlsx_read, input, NULL, &sink, reading->findings, NULL, NULL));
  assert_number_equal (numbers[0], 1);
  assert_number_equal (numbers[1], 3);
}

static void
a_sheet_ends_where_the_sink_has_enough (void **state)
{
  (void) state;
  reading->rows->enough = 2;
  read_rows ("<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c><v>3</v></c></row>");
  assert_rows ("1: 1\n2: 2\n");
  assert_sound ();
}

/* The second says so, the third has no height; the fourth has its number of its first cell. */
static void
that_a_row_is_hidden_is_said_before_it (void **state)
{
  (void) state;
  read_rows ("<row r='1'><c><v>1</v></c></row><row r='2' hidden='1'><c><v>2</v></c></row>"
             "<row r='3' ht='0'><c><v>3</v></c></row>"
             "<row hidden='true'><c r='A7'><v>4</v></c></row><row r='8' hidden='0'/>"
             "<row r='9'><c><v>5</v></c></row>");
  assert_rows ("1: 1\n2 hidden\n2: 2\n3 hidden\n3: 3\n7 hidden\n7: 4\n9: 5\n");
  assert_sound ();
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    xlsx_sentence (sheets_come_in_the_order_of_their_tabs_whatever_their_parts_are_called),
    xlsx_sentence (a_very_hidden_sheet_is_hidden_and_a_visible_one_is_not),
    xlsx_sentence (chart_sheets_and_dialogs_are_passed_over),
    xlsx_sentence (a_sheet_whose_part_is_missing_is_said_and_the_others_are_read),
    xlsx_sentence (prefixed_names_and_the_strict_namespaces_are_understood),
    xlsx_sentence (names_with_and_without_prefix_may_mix_when_both_mean_the_same),
    xlsx_sentence (a_prefix_may_join_a_root_without_one),
    xlsx_sentence (elements_of_a_foreign_namespace_are_no_cells),
    xlsx_sentence (cells_outside_the_sheet_data_are_no_cells),
    xlsx_sentence (parts_in_utf_16_are_read),
    xlsx_sentence (numbers_in_a_date_style_are_days),
    xlsx_sentence (days_of_the_1904_system_count_from_1904),
    xlsx_sentence (shared_strings_may_be_rich_and_empty),
    xlsx_sentence (a_sheet_that_nobody_wants_is_not_even_opened),
    xlsx_sentence (a_sheet_says_beside_its_rows_what_is_merged_and_what_was_not_calculated),
    xlsx_sentence (a_sheet_ends_where_the_sink_has_enough),
    xlsx_sentence (that_a_row_is_hidden_is_said_before_it),
  };
  return cmocka_run_group_tests_name ("xlsx books", tests, NULL, NULL);
}
