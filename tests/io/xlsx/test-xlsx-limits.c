/* Every limit of reading: the limit itself passes, one more is E08. */
#include "xlsx-reading.h"

#include <string.h>

/* @n cells of one character in row 1. */
static char *
wide_row (guint n)
{
  GString *row = g_string_new ("<row r='1'>");
  for (guint i = 0; i < n; i++)
    g_string_append (row, "<c><v>7</v></c>");
  return g_string_free (g_string_append (row, "</row>"), FALSE);
}

static gsize
count_cells (void)
{
  gsize n = 0;
  for (const char *at = reading->rows->text->str; *at != '\0'; at++)
    n += *at == '7';
  return n;
}

static void
two_thousand_columns_are_read (void **state)
{
  (void) state;
  g_autofree char *row = wide_row (2000);
  assert_true (read_rows (row));
  assert_number_equal ((gint64) count_cells (), 2000);
  assert_sound ();
}

/* Column 2001 is BXY. */
static void
of_two_thousand_and_one_columns_the_last_is_not_read_and_that_is_said (void **state)
{
  (void) state;
  g_autofree char *row = wide_row (2001);
  assert_true (read_rows (row));
  assert_number_equal ((gint64) count_cells (), 2000);
  assert_only_finding (YL_E08, 1, "BXY");
}

/* Excel writes a look into every column of a row that was coloured whole. */
static void
an_empty_cell_reaches_no_limit (void **state)
{
  (void) state;
  assert_true (read_rows ("<row r='1'><c r='A1'><v>2</v></c><c r='BXY1' s='1'/>"
                          "<c r='XFD1' s='1'/></row>"));
  assert_rows ("1: 2\n");
  assert_sound ();
}

static void
a_far_column_alone_is_not_read_and_costs_nothing (void **state)
{
  (void) state;
  assert_true (read_rows ("<row r='1'><c r='ZZZZ1'><v>1</v></c><c r='A1'><v>2</v></c></row>"));
  assert_rows ("1: 2\n");
  assert_only_finding (YL_E08, 1, "ZZZZ");
}

static void
the_last_row_of_a_sheet_is_read_and_the_next_is_not (void **state)
{
  (void) state;
  assert_true (read_rows ("<row r='1048576'><c><v>1</v></c></row><row><c><v>2</v></c></row>"
                          "<row><c><v>3</v></c></row>"));
  assert_rows ("1048576: 1\n");
  assert_only_finding (YL_E08, 1048576, NULL);
}

#define TWO_AND_TWO                                                                                \
  "<row><c><v>1</v></c><c><v>2</v></c><c/></row><row><c><v>3</v></c><c><v>4</v></c>"

/* A cell that has nothing but a look counts for none. */
static void
the_last_cell_of_the_limit_is_read_and_the_next_is_told (void **state)
{
  (void) state;
  reading->limits.cells = 4;
  reading->limits.cells_per_byte = 0;
  assert_true (read_rows (TWO_AND_TWO "</row>"));
  assert_sound_rows ("1: 1|2\n2: 3|4\n");
  g_string_truncate (reading->rows->text, 0);
  assert_true (read_rows (TWO_AND_TWO "<c><v>5</v></c></row><row><c><v>6</v></c></row>"));
  assert_rows ("1: 1|2\n2: 3|4\n");
  assert_only_finding (YL_E08, 2, "C");
}

static void
a_larger_file_may_hold_more_cells (void **state)
{
  (void) state;
  reading->limits.cells = 0;
  reading->limits.cells_per_byte = 1;
  assert_true (read_rows (TWO_AND_TWO "</row>"));
  assert_sound_rows ("1: 1|2\n2: 3|4\n");
}

/* A row with @n attributes that nobody knows, each of another name, then one more row. */
static void
read_attributes (guint n)
{
  GString *rows = g_string_new ("<row><c><v>1</v></c></row><row");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (rows, " a%u=''", i);
  g_string_append (rows, "><c><v>2</v></c></row>");
  assert_true (read_rows (rows->str));
  g_string_free (rows, TRUE);
}

static void
an_element_may_have_as_many_attributes_as_the_limit_and_no_more (void **state)
{
  (void) state;
  read_attributes (256);
  assert_sound_rows ("1: 1\n2: 2\n");
  g_string_truncate (reading->rows->text, 0);
  read_attributes (257);
  assert_rows ("1: 1\n");
  assert_only_finding (YL_E08, 0, NULL);
  assert_non_null (strstr (yl_findings_get (reading->findings, 0)->message, "属性超过 256 个"));
}

/* A row whose cells hold @n elements, each of another name, the second half of them as attributes of
 * elements of one letter; then one more row. */
static void
read_names (guint n)
{
  GString *rows = g_string_new ("<row><c><v>1</v></c></row>");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (rows, i < n / 2 ? "<el%u/>" : "<e el%u=''/>", i);
  g_string_append (rows, "<row><c><v>2</v></c></row>");
  assert_true (read_rows (rows->str));
  g_string_free (rows, TRUE);
}

static void
a_part_may_have_as_many_names_as_the_limit_and_no_more (void **state)
{
  (void) state;
  const guint n_of_frame = 4; /* worksheet, xmlns, sheetData, row */
  read_names (4096 - n_of_frame);
  assert_sound_rows ("1: 1\n2: 2\n");
  g_string_truncate (reading->rows->text, 0);
  read_names (4096 - n_of_frame + 1);
  assert_rows ("1: 1\n");
  assert_only_finding (YL_E08, 0, NULL);
  assert_non_null (strstr (yl_findings_get (reading->findings, 0)->message, "名称超过 4096 种"));
}

/* @n tabs, all of one part. */
static gboolean
read_tabs (guint n)
{
  GString *book =
      g_string_new ("<workbook xmlns='" XLSX_MAIN "' xmlns:r='" XLSX_RELATIONS "'><sheets>");
  for (guint i = 1; i <= n; i++)
    g_string_append_printf (book, "<sheet name='表%u' r:id='s'/>", i);
  g_string_append (book, "</sheets></workbook>");
  xlsx_maker_add (maker, "_rels/.rels",
                  XLSX_RELATIONSHIPS (XLSX_RELATION ("a", "officeDocument", "b.xml")), XLSX_PLAIN);
  xlsx_maker_add (maker, "b.xml", book->str, XLSX_PLAIN);
  xlsx_maker_add (maker, "_rels/b.xml.rels",
                  XLSX_RELATIONSHIPS (XLSX_RELATION ("s", "worksheet", "s.xml")), XLSX_PLAIN);
  xlsx_maker_add (maker, "s.xml", XLSX_SHEET ("<row><c><v>1</v></c></row>"), XLSX_PLAIN);
  g_string_free (book, TRUE);
  return read_made ();
}

static void
a_workbook_has_as_many_tabs_as_the_limit (void **state)
{
  (void) state;
  reading->limits.archive_entries = 5;
  assert_true (read_tabs (5));
  assert_sound ();
}

static void
a_workbook_of_one_tab_more_is_refused (void **state)
{
  (void) state;
  reading->limits.archive_entries = 5;
  assert_false (read_tabs (6));
  assert_refused (YL_ERROR_LIMIT, "工作表超过 5 张");
  assert_only_finding (YL_E08, 0, NULL);
}

/* A workbook with @n relationships, that of its sheet the last. */
static gboolean
read_relations (guint n)
{
  GString *relations = g_string_new ("<Relationships xmlns='" XLSX_PACKAGE "'>");
  for (guint i = 1; i < n; i++)
    g_string_append_printf (relations, "<Relationship Id='%u' Type='t/hyperlink' Target='%x'/>", i,
                            i * 2654435761u);
  g_string_append (relations, XLSX_RELATION ("s", "worksheet", "s.xml") "</Relationships>");
  xlsx_maker_add (maker, "_rels/.rels",
                  XLSX_RELATIONSHIPS (XLSX_RELATION ("a", "officeDocument", "b.xml")), XLSX_PLAIN);
  xlsx_maker_add (maker, "b.xml",
                  "<workbook xmlns='" XLSX_MAIN "' xmlns:r='" XLSX_RELATIONS
                  "'><sheets><sheet name='里程' r:id='s'/></sheets></workbook>",
                  XLSX_PLAIN);
  xlsx_maker_add (maker, "_rels/b.xml.rels", relations->str, XLSX_PLAIN);
  xlsx_maker_add (maker, "s.xml", XLSX_SHEET ("<row><c><v>1</v></c></row>"), XLSX_PLAIN);
  g_string_free (relations, TRUE);
  return read_made ();
}

static void
a_part_has_as_many_relationships_as_the_limit (void **state)
{
  (void) state;
  assert_true (read_relations (131072));
  assert_sound_rows ("1: 1\n");
}

static void
a_part_of_one_relationship_more_is_refused (void **state)
{
  (void) state;
  assert_false (read_relations (131073));
  assert_refused (YL_ERROR_LIMIT, "关系超过 131072 个");
  assert_only_finding (YL_E08, 0, NULL);
}

static void
a_row_number_beyond_the_sheet_is_not_read (void **state)
{
  (void) state;
  assert_true (read_rows ("<row r='1048577'><c><v>1</v></c></row>"));
  assert_rows ("");
  assert_only_finding (YL_E08, 0, NULL);
}

/* The frame of the workbook and the sheet, to the byte. */
static guint64
inflated_bytes (const char *rows)
{
  static const char *const parts[] = {
    XLSX_RELATIONSHIPS (XLSX_RELATION ("r1", "officeDocument", "xl/workbook.xml")),
    "<workbook xmlns=\"" XLSX_MAIN "\" xmlns:r=\"" XLSX_RELATIONS "\"><sheets>"
    "<sheet name=\"里程\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
    XLSX_RELATIONSHIPS (XLSX_RELATION ("r1", "worksheet", "worksheets/sheet1.xml")),
    XLSX_SHEET (""),
  };
  guint64 n = strlen (rows);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    n += strlen (parts[i]);
  return n;
}

static void
all_parts_together_may_inflate_to_the_limit (void **state)
{
  (void) state;
  static const char row[] = "<row><c><v>1</v></c></row>";
  reading->limits.inflated_bytes = inflated_bytes (row);
  assert_true (read_rows (row));
  assert_rows ("1: 1\n");
  assert_sound ();
}

static void
one_byte_more_than_the_limit_ends_the_sheet (void **state)
{
  (void) state;
  static const char row[] = "<row><c><v>1</v></c></row>";
  reading->limits.inflated_bytes = inflated_bytes (row) - 1;
  assert_true (read_rows (row));
  assert_only_finding (YL_E08, 0, NULL);
}

static void
a_workbook_that_passes_the_limit_before_its_sheets_is_refused (void **state)
{
  (void) state;
  reading->limits.inflated_bytes = 10;
  assert_false (read_rows (""));
  assert_only_finding (YL_E08, 0, NULL);
  assert_refused (YL_ERROR_LIMIT, "10 字节");
}

/* A row and then @n_blanks blanks: deflate makes about 1000:1 of them. */
static void
read_blanks (gsize n_blanks)
{
  g_autofree char *blanks = g_strnfill (n_blanks, ' ');
  g_autofree char *rows = g_strconcat ("<row><c><v>1</v></c></row>", blanks, NULL);
  assert_true (read_rows (rows));
}

static void
within_the_first_mebibyte_any_ratio_is_allowed (void **state)
{
  (void) state;
  read_blanks (1024 * 1024 - 300);
  assert_rows ("1: 1\n");
  assert_sound ();
}

static void
beyond_the_first_mebibyte_a_bomb_is_stopped (void **state)
{
  (void) state;
  read_blanks (4 * 1024 * 1024);
  assert_only_finding (YL_E08, 0, NULL);
}

static void
a_bomb_in_the_shared_strings_refuses_the_workbook (void **state)
{
  (void) state;
  g_autofree char *blanks = g_strnfill (4 * 1024 * 1024, ' ');
  g_autofree char *strings = g_strconcat ("<sst xmlns='" XLSX_MAIN "'>", blanks, "</sst>", NULL);
  xlsx_maker_add (maker, "_rels/.rels",
                  XLSX_RELATIONSHIPS (XLSX_RELATION ("a", "officeDocument", "b.xml")), XLSX_PLAIN);
  xlsx_maker_add (maker, "b.xml", "<workbook/>", XLSX_PLAIN);
  xlsx_maker_add (maker, "_rels/b.xml.rels",
                  XLSX_RELATIONSHIPS (XLSX_RELATION ("a", "sharedStrings", "s.xml")), XLSX_PLAIN);
  xlsx_maker_add (maker, "s.xml", strings, XLSX_PLAIN);
  assert_false (read_made ());
  assert_refused (YL_ERROR_LIMIT, "200:1");
  assert_only_finding (YL_E08, 0, NULL);
}

/* A sound workbook of four parts, with others that nobody reads up to @n. */
static gboolean
read_entries (guint n)
{
  xlsx_maker_add_frame (maker);
  xlsx_maker_add (maker, "xl/worksheets/sheet1.xml", XLSX_SHEET (""), XLSX_PLAIN);
  for (guint i = 4; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("more/%u", i);
      xlsx_maker_add (maker, name, "", XLSX_STORED);
    }
  return read_made ();
}

static void
an_archive_of_4096_entries_is_read (void **state)
{
  (void) state;
  assert_true (read_entries (4096));
  assert_sound ();
}

static void
an_archive_of_4097_entries_is_refused (void **state)
{
  (void) state;
  assert_false (read_entries (4097));
  assert_refused (YL_ERROR_LIMIT, "4096");
  assert_only_finding (YL_E08, 0, NULL);
}

static void
a_doctype_in_a_sheet_leaves_the_sheet_unread (void **state)
{
  (void) state;
  xlsx_maker_add_frame (maker);
  xlsx_maker_add (maker, "xl/worksheets/sheet1.xml",
                  "<!DOCTYPE a [<!ENTITY b 'c'>]>" XLSX_SHEET ("<row><c><v>1</v></c></row>"),
                  XLSX_PLAIN);
  assert_true (read_made ());
  assert_rows ("");
  assert_only_finding (YL_E08, 0, NULL);
}

static void
a_doctype_in_the_workbook_is_refused (void **state)
{
  (void) state;
  xlsx_maker_add (maker, "_rels/.rels",
                  XLSX_RELATIONSHIPS (XLSX_RELATION ("a", "officeDocument", "b.xml")), XLSX_PLAIN);
  xlsx_maker_add (maker, "b.xml", "<!DOCTYPE workbook SYSTEM 'x'><workbook/>", XLSX_PLAIN);
  assert_false (read_made ());
  assert_refused (YL_ERROR_LIMIT, "DOCTYPE");
}

static void
a_tag_over_a_mebibyte_ends_the_sheet (void **state)
{
  (void) state;
  GString *rows = g_string_new ("<row a='");
  for (guint i = 0; i < 400000; i++)
    g_string_append_printf (rows, "%x", i * 2654435761u); /* what does not deflate well */
  g_string_append (rows, "'/>");
  assert_true (read_rows (rows->str));
  g_string_free (rows, TRUE);
  assert_only_finding (YL_E08, 0, NULL);
}

static void
a_text_longer_than_excel_allows_is_cut_and_said (void **state)
{
  (void) state;
  g_autofree char *text = g_strnfill (140000, '7');
  g_autofree char *rows = g_strdup_printf ("<row><c t='str'><v>%s</v></c></row>", text);
  assert_true (read_rows (rows));
  assert_true (count_cells () <= 131068);
  assert_true (count_cells () >= 32767);
  assert_only_finding (YL_E08, 1, "A");
}

/* Two cells that show one shared string of @n characters. */
static void
read_shared (gsize n)
{
  g_autofree char *text = g_strnfill (n, '7');
  g_autofree char *strings =
      g_strdup_printf ("<sst xmlns='" XLSX_MAIN "'><si><t>%s</t></si></sst>", text);
  xlsx_maker_add (maker, "_rels/.rels",
                  XLSX_RELATIONSHIPS (XLSX_RELATION ("a", "officeDocument", "b.xml")), XLSX_PLAIN);
  xlsx_maker_add (maker, "b.xml",
                  "<workbook xmlns='" XLSX_MAIN "' xmlns:r='" XLSX_RELATIONS
                  "'><sheets><sheet name='里程' r:id='s'/></sheets></workbook>",
                  XLSX_PLAIN);
  xlsx_maker_add (maker, "_rels/b.xml.rels",
                  XLSX_RELATIONSHIPS (XLSX_RELATION ("s", "worksheet", "s.xml")
                                          XLSX_RELATION ("t", "sharedStrings", "t.xml")),
                  XLSX_PLAIN);
  xlsx_maker_add (maker, "t.xml", strings, XLSX_PLAIN);
  xlsx_maker_add (
      maker, "s.xml",
      XLSX_SHEET ("<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c><c><v>1</v></c></row>"),
      XLSX_PLAIN);
  assert_true (read_made ());
}

static void
a_shared_string_that_a_cell_can_hold_is_read_in_each (void **state)
{
  (void) state;
  read_shared (131068);
  assert_number_equal ((gint64) count_cells (), 2 * 131068);
  assert_sound ();
}

static void
a_shared_string_longer_than_a_cell_is_read_in_none_and_told_once (void **state)
{
  (void) state;
  read_shared (131069);
  assert_number_equal ((gint64) count_cells (), 0);
  assert_rows ("1: ||1\n");
  assert_only_finding (YL_E08, 1, "A");
}

static void
dimension_and_merged_ranges_cost_nothing (void **state)
{
  (void) state;
  xlsx_maker_add_frame (maker);
  xlsx_maker_add (maker, "xl/worksheets/sheet1.xml",
                  "<worksheet xmlns='" XLSX_MAIN
                  "'><dimension ref='A1:XFD1048576'/><sheetData><row>"
                  "<c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref='A1:XFD1048576'/>"
                  "</mergeCells></worksheet>",
                  XLSX_PLAIN);
  assert_true (read_made ());
  assert_rows ("1: 1\n");
  assert_sound ();
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    xlsx_sentence (two_thousand_columns_are_read),
    xlsx_sentence (of_two_thousand_and_one_columns_the_last_is_not_read_and_that_is_said),
    xlsx_sentence (an_empty_cell_reaches_no_limit),
    xlsx_sentence (a_far_column_alone_is_not_read_and_costs_nothing),
    xlsx_sentence (the_last_row_of_a_sheet_is_read_and_the_next_is_not),
    xlsx_sentence (the_last_cell_of_the_limit_is_read_and_the_next_is_told),
    xlsx_sentence (a_larger_file_may_hold_more_cells),
    xlsx_sentence (an_element_may_have_as_many_attributes_as_the_limit_and_no_more),
    xlsx_sentence (a_part_may_have_as_many_names_as_the_limit_and_no_more),
    xlsx_sentence (a_workbook_has_as_many_tabs_as_the_limit),
    xlsx_sentence (a_workbook_of_one_tab_more_is_refused),
    xlsx_sentence (a_part_has_as_many_relationships_as_the_limit),
    xlsx_sentence (a_part_of_one_relationship_more_is_refused),
    xlsx_sentence (a_row_number_beyond_the_sheet_is_not_read),
    xlsx_sentence (all_parts_together_may_inflate_to_the_limit),
    xlsx_sentence (one_byte_more_than_the_limit_ends_the_sheet),
    xlsx_sentence (a_workbook_that_passes_the_limit_before_its_sheets_is_refused),
    xlsx_sentence (within_the_first_mebibyte_any_ratio_is_allowed),
    xlsx_sentence (beyond_the_first_mebibyte_a_bomb_is_stopped),
    xlsx_sentence (a_bomb_in_the_shared_strings_refuses_the_workbook),
    xlsx_sentence (an_archive_of_4096_entries_is_read),
    xlsx_sentence (an_archive_of_4097_entries_is_refused),
    xlsx_sentence (a_doctype_in_a_sheet_leaves_the_sheet_unread),
    xlsx_sentence (a_doctype_in_the_workbook_is_refused),
    xlsx_sentence (a_tag_over_a_mebibyte_ends_the_sheet),
    xlsx_sentence (a_text_longer_than_excel_allows_is_cut_and_said),
    xlsx_sentence (a_shared_string_that_a_cell_can_hold_is_read_in_each),
    xlsx_sentence (a_shared_string_longer_than_a_cell_is_read_in_none_and_told_once),
    xlsx_sentence (dimension_and_merged_ranges_cost_nothing),
  };
  return cmocka_run_group_tests_name ("xlsx limits", tests, NULL, NULL);
}
