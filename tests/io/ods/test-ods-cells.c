/* Cells of an OpenDocument table, as an .xlsx would give them. */
#include "ods-reading.h"

static void
numbers_are_decimals_of_fifteen_digits (void **state)
{
  (void) state;
  read_rows (ODS_ROW (ODS_NUMBER ("12.345") ODS_NUMBER ("11.1999999999999999998")
                          ODS_NUMBER ("11.200000000000001") ODS_NUMBER ("1E-7"))
                 ODS_ROW ("<table:table-cell office:value-type='percentage' office:value='0.07'>"
                          "<text:p>7%</text:p></table:table-cell>"
                          "<table:table-cell office:value-type='currency' office:value='1234.5'>"
                          "<text:p>￥1,234.50</text:p></table:table-cell>"));
  assert_sound_rows ("1: 12.345|11.2|11.2|0.0000001\n2: 0.07|1234.5\n");
}

static void
dates_flags_and_errors_are_those_of_an_xlsx (void **state)
{
  (void) state;
  read_rows (ODS_ROW (
      "<table:table-cell office:value-type='date' office:date-value='2021-01-31T18:00:00'/>"
      "<table:table-cell office:value-type='boolean' office:boolean-value='true'/>"
      "<table:table-cell office:value-type='boolean' office:boolean-value='false'/>"
      "<table:table-cell office:value-type='string' office:string-value='' "
      "calcext:value-type='error'><text:p>#DIV/0!</text:p></table:table-cell>"
      "<table:table-cell office:value-type='time' office:time-value='PT10H30M00S'>"
      "<text:p>10:30</text:p></table:table-cell>"
      "<table:table-cell office:value-type='string' office:string-value='2021-01-31T18'/>"));
  assert_sound_rows ("1: 2021-01-31|1|0|#DIV/0!|10:30|2021-01-31T18\n");
}

static void
formulas_give_their_stored_value_and_without_one_nothing (void **state)
{
  (void) state;
  read_rows (ODS_ROW ("<table:table-cell table:formula='of:=1+1' office:value-type='float' "
                      "office:value='2'/><table:table-cell table:formula='of:=1+1'/>"
                      "<table:table-cell table:formula='of:=&quot;a&quot;' "
                      "office:value-type='string'><text:p>a</text:p></table:table-cell>"));
  assert_sound_rows ("1: 2||a\n");
}

static void
blanks_count_as_the_standard_says (void **state)
{
  (void) state;
  read_rows (ODS_ROW (ODS_TEXT ("\n  甲 \n 乙 ") ODS_TEXT ("<text:s text:c='2'/>丙<text:tab/>丁"))
                 ODS_ROW (ODS_TEXT ("一</text:p><text:p>二<text:line-break/>三")
                              ODS_TEXT ("大<text:span>修 </text:span>完<text:a>工</text:a>")));
  assert_sound_rows ("1: 甲 乙 |  丙\t丁\n2: 一\n二\n三|大修 完工\n");
}

static void
notes_and_drawings_are_no_text_of_the_cell (void **state)
{
  (void) state;
  read_rows (ODS_ROW ("<table:table-cell office:value-type='string'><office:annotation><text:p>注"
                      "</text:p></office:annotation><text:p>甲</text:p><draw:frame><draw:text-box>"
                      "<text:p>框</text:p><table:table><table:table-row><table:table-cell>"
                      "<text:p>内</text:p></table:table-cell></table:table-row></table:table>"
                      "</draw:text-box></draw:frame></table:table-cell>" ODS_TEXT ("乙")));
  assert_sound_rows ("1: 甲|乙\n");
}

static void
a_text_needs_no_type (void **state)
{
  (void) state;
  read_rows (ODS_ROW ("<table:table-cell><text:p>甲</text:p></table:table-cell>"
                      "<table:table-cell/>" ODS_TEXT ("乙")));
  assert_sound_rows ("1: 甲||乙\n");
}

static void
repeats_count_where_a_cell_is_filled_and_only_move_where_it_is_not (void **state)
{
  (void) state;
  read_rows (
      "<table:table-row table:number-rows-repeated='2'>"
      "<table:table-cell table:number-columns-repeated='2' office:value-type='float' "
      "office:value='6.5'/><table:table-cell table:number-columns-repeated='3'/>" ODS_TEXT (
          "甲") "<table:table-cell table:number-columns-repeated='16378'/></table:table-row>"
                "<table:table-row table:number-rows-repeated='1000'>"
                "<table:table-cell "
                "table:number-columns-repeated='16384'/></table:table-row>" ODS_ROW (
                    ODS_TEXT ("尾")) "<table:table-row table:number-rows-repeated='1047573'>"
                                     "<table:table-cell table:number-columns-repeated='16384'/>"
                                     "</table:table-row>");
  assert_sound_rows ("1: 6.5|6.5||||甲\n2: 6.5|6.5||||甲\n1003: 尾\n");
}

static void
covered_cells_are_read (void **state)
{
  (void) state;
  read_rows (ODS_ROW ("<table:table-cell office:value-type='string' "
                      "table:number-columns-spanned='3' table:number-rows-spanned='1'>"
                      "<text:p>甲</text:p></table:table-cell>"
                      "<table:covered-table-cell office:value-type='float' office:value='5'/>"
                      "<table:covered-table-cell/>" ODS_TEXT ("乙")));
  assert_sound_rows ("1: 甲|5||乙\n");
}

static void
rows_in_groups_and_heads_are_rows (void **state)
{
  (void) state;
  read_rows ("<table:table-header-rows>" ODS_ROW (
      ODS_TEXT ("头")) "</table:table-header-rows>"
                       "<table:table-row-group><table:table-row-group>" ODS_ROW (
                           ODS_TEXT ("体")) "</table:table-row-group></table:table-row-group>");
  assert_sound_rows ("1: 头\n2: 体\n");
}

static void
names_may_have_any_prefix (void **state)
{
  (void) state;
#define SPACE "urn:oasis:names:tc:opendocument:xmlns:"
  read_bytes (ods_make (ODS_SPREADSHEET,
                        "<o:document-content xmlns:o='" SPACE "office:1.0' xmlns:t='" SPACE
                        "table:1.0' xmlns:x='" SPACE "text:1.0'><o:body><o:spreadsheet>"
                        "<t:table t:name='里程'><t:table-row><t:table-cell o:value-type='float' "
                        "o:value='1.5'><x:p>2</x:p></t:table-cell></t:table-row></t:table>"
                        "</o:spreadsheet></o:body></o:document-content>",
                        NULL, NULL));
  assert_sound_rows ("1: 1.5\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    ods_sentence (numbers_are_decimals_of_fifteen_digits),
    ods_sentence (dates_flags_and_errors_are_those_of_an_xlsx),
    ods_sentence (formulas_give_their_stored_value_and_without_one_nothing),
    ods_sentence (blanks_count_as_the_standard_says),
    ods_sentence (notes_and_drawings_are_no_text_of_the_cell),
    ods_sentence (a_text_needs_no_type),
    ods_sentence (repeats_count_where_a_cell_is_filled_and_only_move_where_it_is_not),
    ods_sentence (covered_cells_are_read),
    ods_sentence (rows_in_groups_and_heads_are_rows),
    ods_sentence (names_may_have_any_prefix),
  };
  return cmocka_run_group_tests_name ("ods cells", tests, NULL, NULL);
}
