/* How a cell may be written, and what it then says. */
#include "xlsx-reading.h"

#include "reference-private.h"

static void
a_text_in_the_cell_itself_is_read (void **state)
{
  (void) state;
  read_rows ("<row r='1'><c r='A1' t='inlineStr'><is><t>县道</t></is></c>"
             "<c r='B1' t='str'><f>A1</f><v>乡道</v></c></row>");
  assert_rows ("1: 县道|乡道\n");
  assert_sound ();
}

static void
cells_without_a_reference_follow_one_another (void **state)
{
  (void) state;
  read_rows ("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>");
  assert_rows ("1: 1||3\n2: 4\n");
}

static void
a_row_without_a_number_follows_the_one_before (void **state)
{
  (void) state;
  read_rows ("<row r='7'><c><v>1</v></c></row><row><c><v>2</v></c></row>");
  assert_rows ("7: 1\n8: 2\n");
}

static void
a_row_without_a_number_lies_where_its_first_cell_says (void **state)
{
  (void) state;
  read_rows ("<row><c r='B3'><v>1</v></c></row>");
  assert_rows ("3: |1\n");
  assert_sound ();
}

static void
rich_text_is_its_runs_put_together_without_the_phonetic_ones (void **state)
{
  (void) state;
  read_rows ("<row r='1'><c r='A1' t='inlineStr'><is><r><t>大</t></r>"
             "<rPh sb='0' eb='1'><t>da</t></rPh><r><rPr><b/></rPr><t>修</t></r></is></c></row>");
  assert_rows ("1: 大修\n");
}

static void
entities_and_cdata_are_text (void **state)
{
  (void) state;
  read_rows ("<row r='1'><c r='A1' t='str'><v>a&lt;b&amp;&#x7532;</v></c>"
             "<c r='B1' t='str'><v><![CDATA[<c>]]>d</v></c></row>");
  assert_rows ("1: a<b&甲|<c>d\n");
}

static void
an_escaped_character_is_decoded_and_an_escaped_underscore_stays (void **state)
{
  (void) state;
  read_rows ("<row r='1'><c r='A1' t='str'><v>a_x0009_b_x005F_x0041_</v></c>"
             "<c r='B1' t='str'><v>_xZZ09_</v></c></row>");
  assert_rows ("1: a\tb_x0041_|_xZZ09_\n");
}

/* Half a pair and the end of a C string are no characters. */
static void
an_escape_of_no_character_stays_as_it_is_written (void **state)
{
  (void) state;
  read_rows ("<row r='1'><c r='A1' t='str'><v>_xD83D__xDE00_</v></c>"
             "<c r='B1' t='str'><v>_x0000_</v></c><c r='C1' t='str'><v>_x4E2D_</v></c></row>");
  assert_rows ("1: _xD83D__xDE00_|_x0000_|中\n");
}

static void
a_boolean_is_1_or_0_and_an_error_is_its_text (void **state)
{
  (void) state;
  read_rows ("<row r='1'><c r='A1' t='b'><v>1</v></c><c r='B1' t='b'><v>0</v></c>"
             "<c r='C1' t='e'><v>#N/A</v></c></row>");
  assert_rows ("1: 1|0|#N/A\n");
}

static void
a_number_is_the_decimal_that_was_meant (void **state)
{
  (void) state;
  read_rows ("<row r='1'><c r='A1'><v>12.300000000000001</v></c><c r='B1'><v>1.2E-3</v></c>"
             "<c r='C1' t='n'><v> 3.71502E+11 </v></c></row>");
  assert_rows ("1: 12.3|0.0012|371502000000\n");
}

static void
what_is_no_number_in_a_number_cell_is_handed_on_as_it_stands (void **state)
{
  (void) state;
  read_rows ("<row r='1'><c r='A1'><v>1.2.3.4.5.6.7.8.9</v></c><c r='B1'><v>1E9999</v></c></row>");
  assert_rows ("1: 1.2.3.4.5.6.7.8.9|1E9999\n");
}

static void
an_iso_date_loses_its_time (void **state)
{
  (void) state;
  read_rows ("<row r='1'><c r='A1' t='d'><v>2021-01-31T12:00:00</v></c></row>");
  assert_rows ("1: 2021-01-31\n");
}

static void
a_row_of_empty_cells_is_no_row (void **state)
{
  (void) state;
  read_rows ("<row r='1'><c r='A1' s='5'/><c r='B1'><v/></c></row>"
             "<row r='2'><c r='A2'><v>1</v></c></row>");
  assert_rows ("2: 1\n");
}

static void
cells_out_of_order_take_their_place (void **state)
{
  (void) state;
  read_rows ("<row r='1'><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c></row>");
  assert_rows ("1: 1||3\n");
  assert_sound ();
}

static void
of_a_cell_that_comes_twice_the_later_counts_and_it_is_said (void **state)
{
  (void) state;
  read_rows ("<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>");
  assert_rows ("1: 2\n");
  assert_only_finding (YL_E08, 1, "A");
}

static void
a_row_number_that_goes_back_is_read_and_said (void **state)
{
  (void) state;
  read_rows ("<row r='2'><c r='A2'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>");
  assert_rows ("2: 1\n2: 2\n");
  assert_only_finding (YL_E08, 2, NULL);
  assert_int_equal (yl_findings_get (reading->findings, 0)->severity, YL_SEVERITY_WARNING);
}

static void
an_absurd_reference_loses_its_cell_alone (void **state)
{
  (void) state;
  read_rows ("<row r='1'><c r='1A'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>");
  assert_rows ("2: 2\n");
  assert_only_finding (YL_E08, 1, NULL);
}

static void
an_absurd_row_number_loses_its_row_alone (void **state)
{
  (void) state;
  read_rows ("<row r='1'><c r='A1'><v>1</v></c></row>"
             "<row r='99999999999999999999'><c r='A1'><v>x</v></c></row>"
             "<row r='0'><c r='A0'><v>x</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>");
  assert_rows ("1: 1\n2: 2\n");
  assert_only_finding (YL_E08, 1, NULL);
}

static void
a_missing_shared_string_is_blank_and_said (void **state)
{
  (void) state;
  read_rows ("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'><v>2</v></c></row>");
  assert_rows ("1: |2\n");
  assert_only_finding (YL_E04, 1, "A");
}

static void
long_texts_of_a_row_move_together (void **state)
{
  (void) state;
  g_autofree char *a = g_strnfill (3000, 'a');
  g_autofree char *b = g_strnfill (9000, 'b');
  g_autofree char *rows = g_strdup_printf ("<row r='1'><c r='A1' t='str'><v>%s</v></c>"
                                           "<c r='B1' t='str'><v>%s</v></c></row>",
                                           a, b);
  g_autofree char *expected = g_strdup_printf ("1: %s|%s\n", a, b);
  read_rows (rows);
  assert_rows (expected);
}

static void
columns_are_counted_in_letters (void **state)
{
  (void) state;
  assert_number_equal (yl_column_parse ("A1"), 0);
  assert_number_equal (yl_column_parse ("z9"), 25);
  assert_number_equal (yl_column_parse ("AA1"), 26);
  assert_number_equal (yl_column_parse ("XFD1"), 16383);
  assert_number_equal (yl_column_parse ("1"), YL_XLSX_NO_COLUMN);
  assert_number_equal (yl_column_parse (""), YL_XLSX_NO_COLUMN);
  assert_number_equal (yl_column_parse ("ABCDE1"), YL_XLSX_NO_COLUMN);
  assert_number_equal (yl_column_parse ("中1"), YL_XLSX_NO_COLUMN);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    xlsx_sentence (a_text_in_the_cell_itself_is_read),
    xlsx_sentence (cells_without_a_reference_follow_one_another),
    xlsx_sentence (a_row_without_a_number_follows_the_one_before),
    xlsx_sentence (a_row_without_a_number_lies_where_its_first_cell_says),
    xlsx_sentence (rich_text_is_its_runs_put_together_without_the_phonetic_ones),
    xlsx_sentence (entities_and_cdata_are_text),
    xlsx_sentence (an_escaped_character_is_decoded_and_an_escaped_underscore_stays),
    xlsx_sentence (an_escape_of_no_character_stays_as_it_is_written),
    xlsx_sentence (a_boolean_is_1_or_0_and_an_error_is_its_text),
    xlsx_sentence (a_number_is_the_decimal_that_was_meant),
    xlsx_sentence (what_is_no_number_in_a_number_cell_is_handed_on_as_it_stands),
    xlsx_sentence (an_iso_date_loses_its_time),
    xlsx_sentence (a_row_of_empty_cells_is_no_row),
    xlsx_sentence (cells_out_of_order_take_their_place),
    xlsx_sentence (of_a_cell_that_comes_twice_the_later_counts_and_it_is_said),
    xlsx_sentence (a_row_number_that_goes_back_is_read_and_said),
    xlsx_sentence (an_absurd_reference_loses_its_cell_alone),
    xlsx_sentence (an_absurd_row_number_loses_its_row_alone),
    xlsx_sentence (a_missing_shared_string_is_blank_and_said),
    xlsx_sentence (long_texts_of_a_row_move_together),
    cmocka_unit_test (columns_are_counted_in_letters),
  };
  return cmocka_run_group_tests_name ("xlsx cells", tests, NULL, NULL);
}
