#include "support/assert.h"
#include "support/sheet.h"

#include "yanglu/io/rows-book.h"

static void
rows_become_the_cells_of_a_workbook (void **state)
{
  (void) state;
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlWorkbook) workbook = yl_workbook_new ("手工.csv", texts);
  g_autoptr (YlFindings) findings = yl_findings_new ();
  g_autoptr (YlRowBook) book = yl_row_book_new (workbook, "手工", findings);
  const YlRowSink sink = yl_row_book_get_sink (book);
  yl_sheet_feed (&sink, "", "乡镇|金额\n沙镇镇|-12.50\n|1,234\n");
  const YlWorksheet *sheet = yl_workbook_find_sheet (workbook, "手工");
  assert_non_null (sheet);
  assert_int_equal (sheet->cells->len, 5);
  assert_int_equal (yl_worksheet_find (sheet, 2, 1)->content, YL_CONTENT_NUMBER);
  assert_int_equal (yl_worksheet_find (sheet, 3, 1)->content, YL_CONTENT_TEXT);
  assert_string_equal (yl_workbook_get_text (workbook, yl_worksheet_find (sheet, 2, 1)->value),
                       "-12.50");
  assert_null (yl_worksheet_find (sheet, 3, 0));
  assert_int_equal (yl_findings_get_n (findings), 0);
}

static void
a_table_without_end_is_cut_at_the_limit (void **state)
{
  (void) state;
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlWorkbook) workbook = yl_workbook_new ("手工.csv", texts);
  g_autoptr (YlFindings) findings = yl_findings_new ();
  g_autoptr (YlRowBook) book = yl_row_book_new (workbook, "手工", findings);
  const YlRowSink sink = yl_row_book_get_sink (book);
  YlText cells[1000];
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    cells[i] = yl_text_of ("1");
  sink.begin_sheet (sink.self, "", FALSE);
  guint32 row = 1;
  while (sink.row (sink.self, row, cells, G_N_ELEMENTS (cells)))
    row++;
  sink.end_sheet (sink.self);
  assert_int_equal (row, YL_ROW_BOOK_MAX_CELLS / G_N_ELEMENTS (cells) + 1);
  assert_int_equal (yl_findings_get_n (findings), 1);
  assert_int_equal (yl_findings_get (findings, 0)->code, YL_E08);
  assert_int_equal (yl_findings_get (findings, 0)->row, row);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (rows_become_the_cells_of_a_workbook),
    cmocka_unit_test (a_table_without_end_is_cut_at_the_limit),
  };
  return cmocka_run_group_tests_name ("rows as a workbook", tests, NULL, NULL);
}
