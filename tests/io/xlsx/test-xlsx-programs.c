/* tests/data/xlsx: one road list as many programs write it reads the same. */
#include "support/assert.h"
#include "support/row-text.h"

#include "yanglu/io/xlsx/reader.h"

static const char roads[] =
    "[里程台账]\n"
    "1: 农村公路里程台账（示例）\n"
    "2: 路线编码|路线名称|行政等级|乡镇|起点桩号|止点桩号|里程|断头路|修建日期|备注\n"
    "3: X001371502|示例一路|县道|闫寺街道|1.1|12.3|11.2|0|2015-06-30|大修 2019 完工\n"
    "4: Y002371502|示例二路|乡道|闫寺街道|0|6.5|6.5|0|2008-12-01|a<b & \"c\"\n"
    "5: C003371502|示例三路|村道|道口铺街道|1.2|3.7|2.5|1|2021-01-31\n"
    "6: C004371502|示例四路|村道|道口铺街道|0|0.8|0.8|0|| 前后有空格 \n"
    "7: Y005371502|示例五路|乡道|北城街道|K0+000|K3+210|3.21|0|2021-03-01|第一行\n第二行\n"
    "[end]\n";
static const char hidden_sheet[] = "[隐藏, hidden]\n1: 看不见\n[end]\n";
/* Gnumeric says of no sheet that it is hidden. */
static const char shown_sheet[] = "[隐藏]\n1: 看不见\n[end]\n";

static YlRowText *
read_file (const char *name)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", "data", "xlsx", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YlInput) input = yl_input_open (path, &error);
  g_autoptr (YlRowText) rows = yl_row_text_new ();
  g_autoptr (YlFindings) findings = yl_findings_new ();
  const YlRowSink sink = yl_row_text_get_sink (rows);
  if (input == NULL || !yl_book_read (yl_xlsx_read, input, NULL, &sink, findings, NULL, &error))
    fail_msg ("%s: %s", name, error->message);
  assert_number_equal (yl_findings_get_n (findings), 0);
  return g_steal_pointer (&rows);
}

static void
check_file (const char *name, const char *second_sheet)
{
  g_autoptr (YlRowText) rows = read_file (name);
  g_autofree char *expected = g_strconcat (roads, second_sheet, NULL);
  assert_string_equal (rows->text->str, expected);
}

static void
a_list_that_libreoffice_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("libreoffice.xlsx", hidden_sheet);
}

static void
a_list_that_gnumeric_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("gnumeric.xlsx", shown_sheet);
}

static void
a_list_that_openpyxl_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("openpyxl.xlsx", hidden_sheet);
}

static void
a_list_that_exceljs_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("exceljs.xlsx", hidden_sheet);
}

static void
a_list_that_sheetjs_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("sheetjs.xlsx", hidden_sheet);
  check_file ("sheetjs-inline.xlsx", hidden_sheet);
}

static void
a_list_that_libxlsxwriter_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("libxlsxwriter.xlsx", hidden_sheet);
}

static void
a_list_in_the_xml_of_excel_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("imitates-excel.xlsx", hidden_sheet);
}

static void
a_list_in_the_xml_of_wps_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("imitates-wps.xlsx", hidden_sheet);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_list_that_libreoffice_wrote_reads_as_it_was_meant),
    cmocka_unit_test (a_list_that_gnumeric_wrote_reads_as_it_was_meant),
    cmocka_unit_test (a_list_that_openpyxl_wrote_reads_as_it_was_meant),
    cmocka_unit_test (a_list_that_exceljs_wrote_reads_as_it_was_meant),
    cmocka_unit_test (a_list_that_sheetjs_wrote_reads_as_it_was_meant),
    cmocka_unit_test (a_list_that_libxlsxwriter_wrote_reads_as_it_was_meant),
    cmocka_unit_test (a_list_in_the_xml_of_excel_reads_as_it_was_meant),
    cmocka_unit_test (a_list_in_the_xml_of_wps_reads_as_it_was_meant),
  };
  return cmocka_run_group_tests_name ("xlsx programs", tests, NULL, NULL);
}
