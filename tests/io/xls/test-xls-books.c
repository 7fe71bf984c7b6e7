/* Workbooks as a whole: sheets, limits, passwords, damage. */
#include "xls-reading.h"

#include <string.h>

/* Tabs of every kind; only cells are read. */
static GBytes *
make_tabs (void)
{
  XlsMaker maker;
  xls_maker_init (&maker, FALSE);
  xls_add_tab (&maker, "一", 0, 0);
  xls_add_tab (&maker, "二", 1, 0);
  xls_add_tab (&maker, "三", 2, 0);
  xls_add_tab (&maker, "图", 0, 2);
  xls_add_tab (&maker, "宏", 1, 1);
  xls_end (&maker);
  for (guint i = 0; i < 5; i++)
    {
      xls_begin_sheet (&maker, i);
      /* A chart lies within the sheet, with numbers of its own. */
      xls_record (&maker, 0x809, "wwwwll", 0x600, 0x20, 0, 0, 0, 0);
      xls_record (&maker, 0x203, "wwwd", 9, 9, 0, 99.0);
      xls_end (&maker);
      xls_record (&maker, 0x203, "wwwd", i, 0, 0, (double) i);
      xls_end (&maker);
    }
  GBytes *bytes = xls_finish (&maker, "Workbook");
  xls_maker_clear (&maker);
  return bytes;
}

static void
sheets_come_in_the_order_of_their_tabs_and_charts_and_macros_not_at_all (void **state)
{
  (void) state;
  read_bytes (make_tabs ());
  assert_null (reading->error);
  assert_string_equal (reading->rows->text->str, "[一]\n1: 0\n[end]\n"
                                                 "[二, hidden]\n2: 1\n[end]\n"
                                                 "[三, hidden]\n3: 2\n[end]\n");
  assert_only_finding (YL_E05, 0, NULL);
  assert_non_null (strstr (yl_findings_get (reading->findings, 0)->message, "宏表（宏）"));
}

static void
add_square (XlsMaker *maker)
{
  for (guint i = 0; i < 9; i++)
    xls_record (maker, 0x203, "wwwd", i / 3, i % 3, 0, (double) i);
}

static void
the_last_row_within_the_limit_is_read_and_the_next_is_told (void **state)
{
  (void) state;
  reading->limits.rows_per_sheet = 3;
  read_records (add_square);
  assert_sound_rows ("1: 0|1|2\n2: 3|4|5\n3: 6|7|8\n");
  reading->limits.rows_per_sheet = 2;
  g_string_truncate (reading->rows->text, 0);
  read_records (add_square);
  assert_string_equal (reading->rows->text->str, "[Roads]\n1: 0|1|2\n2: 3|4|5\n[end]\n");
  assert_only_finding (YL_E08, 3, NULL);
}

static void
the_last_column_within_the_limit_is_read_and_the_next_is_told (void **state)
{
  (void) state;
  reading->limits.columns = 3;
  read_records (add_square);
  assert_sound_rows ("1: 0|1|2\n2: 3|4|5\n3: 6|7|8\n");
  reading->limits.columns = 2;
  g_string_truncate (reading->rows->text, 0);
  read_records (add_square);
  assert_string_equal (reading->rows->text->str, "[Roads]\n1: 0|1\n2: 3|4\n3: 6|7\n[end]\n");
  assert_only_finding (YL_E08, 1, "C");
}

static void
the_last_cell_within_the_limit_is_read_and_the_next_ends_the_sheet (void **state)
{
  (void) state;
  reading->limits.cells = 9;
  reading->limits.cells_per_byte = 0;
  read_records (add_square);
  assert_sound_rows ("1: 0|1|2\n2: 3|4|5\n3: 6|7|8\n");
  reading->limits.cells = 8;
  g_string_truncate (reading->rows->text, 0);
  read_records (add_square);
  assert_string_equal (reading->rows->text->str, "[Roads]\n1: 0|1|2\n2: 3|4|5\n3: 6|7\n[end]\n");
  assert_only_finding (YL_E08, 3, "C");
}

static void
a_file_beyond_the_limit_of_bytes_is_not_read (void **state)
{
  (void) state;
  g_autoptr (GBytes) bytes = xls_make_book (add_square, FALSE);
  reading->limits.inflated_bytes = g_bytes_get_size (bytes);
  assert_true (read_bytes (g_bytes_ref (bytes)));
  reading->limits.inflated_bytes--;
  assert_false (read_bytes (g_bytes_ref (bytes)));
  assert_refused (YL_ERROR_LIMIT, "上限");
  assert_only_finding (YL_E08, 0, NULL);
}

static void
sheets_beyond_the_limit_are_refused (void **state)
{
  (void) state;
  reading->limits.archive_entries = 5;
  assert_true (read_bytes (make_tabs ()));
  reading->limits.archive_entries = 4;
  assert_false (read_bytes (make_tabs ()));
  assert_refused (YL_ERROR_LIMIT, "工作表超过 4 张");
}

/* Of the three rows of add_square() the second is hidden and the third has no height. */
static void
add_hidden_rows (XlsMaker *maker)
{
  xls_record (maker, 0x208, "wwwwwwl", 0, 0, 3, 255, 0, 0, 0x100);
  xls_record (maker, 0x208, "wwwwwwl", 1, 0, 3, 255, 0, 0, 0x120);
  xls_record (maker, 0x208, "wwwwwwl", 2, 0, 3, 0, 0, 0, 0x100);
  add_square (maker);
}

static void
that_a_row_is_hidden_is_said_before_it (void **state)
{
  (void) state;
  read_records (add_hidden_rows);
  assert_rows ("2 hidden\n3 hidden\n1: 0|1|2\n2: 3|4|5\n3: 6|7|8\n");
}

static void
add_backward_rows (XlsMaker *maker)
{
  xls_record (maker, 0x203, "wwwd", 4, 0, 0, 1.0);
  xls_record (maker, 0x203, "wwwd", 2, 0, 0, 2.0);
}

static void
rows_that_go_back_are_read_and_told (void **state)
{
  (void) state;
  read_records (add_backward_rows);
  assert_string_equal (reading->rows->text->str, "[Roads]\n5: 1\n3: 2\n[end]\n");
  assert_only_finding (YL_E08, 3, NULL);
}

static void
add_repeated_cell (XlsMaker *maker)
{
  xls_record (maker, 0x203, "wwwd", 0, 0, 0, 1.0);
  xls_record (maker, 0x203, "wwwd", 0, 0, 0, 2.0);
}

static void
a_cell_that_comes_twice_is_told (void **state)
{
  (void) state;
  read_records (add_repeated_cell);
  assert_string_equal (reading->rows->text->str, "[Roads]\n1: 2\n[end]\n");
  assert_only_finding (YL_E08, 1, "A");
}

static void
a_sink_that_wants_no_more_ends_the_sheet (void **state)
{
  (void) state;
  reading->rows->enough = 2;
  read_records (add_square);
  assert_sound_rows ("1: 0|1|2\n2: 3|4|5\n");
}

static void
a_password_is_told (void **state)
{
  (void) state;
  XlsMaker maker;
  xls_maker_init (&maker, FALSE);
  xls_record (&maker, 0x2F, "www", 1, 1, 1);
  xls_add (&maker, 0x85, "\xAB\xCD", 2); /* all that follows is enciphered */
  read_bytes (xls_finish (&maker, "Workbook"));
  assert_refused (YL_ERROR_INVALID, "设了打开密码");
  read_bytes (xls_finish (&maker, "EncryptedPackage"));
  assert_refused (YL_ERROR_INVALID, "设了打开密码");
  read_bytes (xls_finish (&maker, "WordDocument"));
  assert_refused (YL_ERROR_INVALID, "是 Word 文档");
  read_bytes (xls_finish (&maker, "Contents"));
  assert_refused (YL_ERROR_INVALID, "不是 Excel 工作簿");
  xls_maker_clear (&maker);
  assert_string_equal (reading->rows->text->str, "");
}

static void
an_excel_4_workbook_is_refused (void **state)
{
  (void) state;
  XlsMaker maker;
  xls_maker_init (&maker, FALSE);
  maker.stream->data[5] = 4; /* the version of the first record */
  read_bytes (xls_finish (&maker, "Workbook"));
  xls_maker_clear (&maker);
  assert_refused (YL_ERROR_INVALID, "Excel 4.0");
}

static void
links_to_other_workbooks_and_programs_are_named (void **state)
{
  (void) state;
  XlsMaker maker;
  xls_maker_init (&maker, FALSE);
  xls_record (&maker, 0x1AE, "ww", 1, 0x0401);
  xls_record (&maker, 0x1AE, "ws", 1, "\1other.xls");
  xls_record (&maker, 0x1AE, "ws", 0, "cmd\3topic");
  xls_end (&maker);
  read_bytes (xls_finish (&maker, "Workbook"));
  xls_maker_clear (&maker);
  assert_null (reading->error);
  assert_number_equal (yl_findings_get_n_of_code (reading->findings, YL_E05), 2);
  assert_non_null (strstr (yl_findings_get (reading->findings, 0)->message, "外部链接"));
  assert_non_null (strstr (yl_findings_get (reading->findings, 1)->message, "DDE"));
}

/* Wherever a file ends, it is damaged; what stood in the last sector's rest was nothing. */
static void
a_file_that_ends_too_early_is_refused (void **state)
{
  (void) state;
  g_autoptr (GBytes) whole = xls_make_book (add_square, FALSE);
  const gsize length = g_bytes_get_size (whole);
  for (gsize kept = 8; kept < length; kept += 64)
    {
      assert_false (read_bytes (g_bytes_new_from_bytes (whole, 0, kept)));
      assert_refused (YL_ERROR_INVALID, "不完整或已损坏");
    }
}

static void
add_no_end (XlsMaker *maker)
{
  xls_record (maker, 0x203, "wwwd", 0, 0, 0, 1.0);
  xls_add (maker, 0x203, "\1\0", 2);
}

static void
a_record_that_is_too_short_is_damage (void **state)
{
  (void) state;
  assert_false (read_records (add_no_end));
  assert_refused (YL_ERROR_INVALID, "工作表“Roads”：");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    xls_sentence (sheets_come_in_the_order_of_their_tabs_and_charts_and_macros_not_at_all),
    xls_sentence (the_last_row_within_the_limit_is_read_and_the_next_is_told),
    xls_sentence (the_last_column_within_the_limit_is_read_and_the_next_is_told),
    xls_sentence (the_last_cell_within_the_limit_is_read_and_the_next_ends_the_sheet),
    xls_sentence (a_file_beyond_the_limit_of_bytes_is_not_read),
    xls_sentence (sheets_beyond_the_limit_are_refused),
    xls_sentence (that_a_row_is_hidden_is_said_before_it),
    xls_sentence (rows_that_go_back_are_read_and_told),
    xls_sentence (a_cell_that_comes_twice_is_told),
    xls_sentence (a_sink_that_wants_no_more_ends_the_sheet),
    xls_sentence (a_password_is_told),
    xls_sentence (an_excel_4_workbook_is_refused),
    xls_sentence (links_to_other_workbooks_and_programs_are_named),
    xls_sentence (a_file_that_ends_too_early_is_refused),
    xls_sentence (a_record_that_is_too_short_is_damage),
  };
  return cmocka_run_group_tests_name ("xls books", tests, NULL, NULL);
}
