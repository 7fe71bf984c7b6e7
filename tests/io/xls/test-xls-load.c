/* A workbook kept whole: what is hidden, merged, filtered and masked. */
#include "xls-reading.h"

/* A sheet that is hidden, whose third row is hidden and fifth has no height, whose columns B and C
 * are hidden and E has no width, with a merge and a filter. */
static GBytes *
make_hidden (void)
{
  XlsMaker maker;
  xls_maker_init (&maker, FALSE);
  xls_record (&maker, 0xE0, "wwllll", 0, 0, 0, 0, 0, 0);
  xls_record (&maker, 0xE0, "wwllll", 0, 164, 0, 0, 0, 0);
  xls_record (&maker, 0x41E, "ws", 164, ";;;");
  xls_add_tab (&maker, "Roads", 2, 0);
  xls_end (&maker);
  xls_begin_sheet (&maker, 0);
  xls_record (&maker, 0x7D, "wwwwww", 1, 2, 2048, 0, 1, 0);
  xls_record (&maker, 0x7D, "wwwwww", 3, 3, 2048, 0, 0, 0);
  xls_record (&maker, 0x7D, "wwwwww", 4, 4, 0, 0, 0, 0);
  xls_record (&maker, 0x9B, "");
  xls_record (&maker, 0x208, "wwwwwwl", 4, 0, 1, 0, 0, 0, 0x100);
  xls_record (&maker, 0x208, "wwwwwwl", 2, 0, 1, 255, 0, 0, 0x120);
  xls_record (&maker, 0x208, "wwwwwwl", 0, 0, 1, 255, 0, 0, 0x100);
  xls_record (&maker, 0x203, "wwwd", 0, 0, 1, 12.5);
  xls_record (&maker, 0x204, "wwws", 0, 1, 1, "x");
  xls_record (&maker, 0xE5, "wwwww", 1, 0, 1, 0, 6);
  xls_end (&maker);
  GBytes *bytes = xls_finish (&maker, "Workbook");
  xls_maker_clear (&maker);
  return bytes;
}

static void
what_is_hidden_merged_and_filtered_is_known (void **state)
{
  (void) state;
  const YlWorksheet *sheet = load_bytes (make_hidden ());
  assert_string_equal (sheet->name, "Roads");
  assert_number_equal (sheet->state, YL_SHEET_VERY_HIDDEN);
  assert_true (sheet->is_filtered);
  for (guint32 row = 1; row <= 6; row++)
    assert_int_equal (yl_worksheet_is_row_hidden (sheet, row), row == 3 || row == 5);
  for (guint column = 0; column <= 5; column++)
    assert_int_equal (yl_worksheet_is_column_hidden (sheet, column),
                      column == 1 || column == 2 || column == 4);
  assert_number_equal (sheet->merges->len, 1);
  const YlCellRange merge = g_array_index (sheet->merges, YlCellRange, 0);
  assert_number_equal (merge.first_row, 1);
  assert_number_equal (merge.last_row, 2);
  assert_number_equal (merge.first_column, 0);
  assert_number_equal (merge.last_column, 6);
}

static void
cells_keep_their_value_and_what_hides_it (void **state)
{
  (void) state;
  const YlWorksheet *sheet = load_bytes (make_hidden ());
  const YlCell *number = yl_worksheet_find (sheet, 1, 0);
  const YlCell *text = yl_worksheet_find (sheet, 1, 1);
  assert_non_null (number);
  assert_non_null (text);
  assert_number_equal (number->content, YL_CONTENT_NUMBER);
  assert_string_equal (yl_workbook_get_text (reading->book, number->value), "12.5");
  assert_number_equal (text->content, YL_CONTENT_TEXT);
  assert_string_equal (yl_workbook_get_text (reading->book, text->value), "x");
  assert_number_equal (sheet->page.looks->len, 1); /* words show under any format */
  const YlLookRun run = g_array_index (sheet->page.looks, YlLookRun, 0);
  assert_number_equal (run.column, 0);
  assert_string_equal (g_array_index (reading->book->looks, YlCellLook, run.look).format, ";;;");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    xls_sentence (what_is_hidden_merged_and_filtered_is_known),
    xls_sentence (cells_keep_their_value_and_what_hides_it),
  };
  return cmocka_run_group_tests_name ("xls load", tests, NULL, NULL);
}
