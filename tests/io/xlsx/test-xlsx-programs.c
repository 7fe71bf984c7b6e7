/* tests/data/xlsx: one road list as many programs write it reads the same. */
#include "io/program-roads.h"
#include "support/assert.h"
#include "support/row-text.h"

#include "yanglu/io/xlsx/reader.h"

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
  g_autofree char *expected = g_strconcat (PROGRAM_ROADS, second_sheet, NULL);
  assert_string_equal (rows->text->str, expected);
}

static void
a_list_that_libreoffice_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("libreoffice.xlsx", PROGRAM_HIDDEN_SHEET);
}

static void
a_list_that_gnumeric_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("gnumeric.xlsx", PROGRAM_SHOWN_SHEET);
}

static void
a_list_that_openpyxl_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("openpyxl.xlsx", PROGRAM_HIDDEN_SHEET);
}

static void
a_list_that_exceljs_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("exceljs.xlsx", PROGRAM_HIDDEN_SHEET);
}

static void
a_list_that_sheetjs_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("sheetjs.xlsx", PROGRAM_HIDDEN_SHEET);
  check_file ("sheetjs-inline.xlsx", PROGRAM_HIDDEN_SHEET);
}

static void
a_list_that_libxlsxwriter_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("libxlsxwriter.xlsx", PROGRAM_HIDDEN_SHEET);
}

static void
a_list_in_the_xml_of_excel_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("imitates-excel.xlsx", PROGRAM_HIDDEN_SHEET);
}

static void
a_list_in_the_xml_of_wps_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("imitates-wps.xlsx", PROGRAM_HIDDEN_SHEET);
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
