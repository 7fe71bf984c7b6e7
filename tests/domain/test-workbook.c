#include "support/assert.h"

#include "yanglu/domain/workbook.h"

typedef struct
{
  YlTextPool *texts;
  YlWorkbook *book;
  YlWorksheet *sheet;
} Case;

static int
set_up (void **state)
{
  Case *data = g_new0 (Case, 1);
  data->texts = yl_text_pool_new ();
  data->book = yl_workbook_new ("预算.xlsx", data->texts);
  data->sheet = yl_workbook_add_sheet (data->book, "汇总");
  *state = data;
  return 0;
}

static int
tear_down (void **state)
{
  Case *data = *state;
  yl_arena_free_record (data->book);
  yl_text_pool_free (data->texts);
  g_free (data);
  return 0;
}

static YlCell
make_cell (Case *data, guint32 row, guint column, const char *value)
{
  return (YlCell){ .row = row,
                   .column = (guint16) column,
                   .content = YL_CONTENT_TEXT,
                   .value = yl_text_pool_add (data->texts, yl_text_of (value)) };
}

static void
put (Case *data, guint32 row, guint column, const char *value)
{
  const YlCell cell = make_cell (data, row, column, value);
  yl_worksheet_put (data->sheet, &cell);
}

static const char *
get (const Case *data, guint32 row, guint column)
{
  const YlCell *cell = yl_worksheet_find (data->sheet, row, column);
  return cell == NULL ? NULL : yl_workbook_get_text (data->book, cell->value);
}

static void
cells_are_found_by_their_place_whatever_the_order_they_came_in (void **state)
{
  Case *data = *state;
  put (data, 2, 0, "甲");
  put (data, 2, 3, "乙");
  put (data, 1, 5, "丙");
  put (data, 2, 1, "丁");
  assert_string_equal (get (data, 1, 5), "丙");
  assert_string_equal (get (data, 2, 1), "丁");
  assert_string_equal (get (data, 2, 3), "乙");
  assert_null (get (data, 2, 2));
  assert_null (get (data, 3, 0));
}

static void
a_cell_put_twice_keeps_the_later_value (void **state)
{
  Case *data = *state;
  put (data, 1, 0, "甲");
  put (data, 1, 1, "乙");
  put (data, 1, 0, "丙");
  assert_string_equal (get (data, 1, 0), "丙");
  assert_number_equal (data->sheet->cells->len, 2);
}

static void
cells_and_rows_that_came_in_any_order_are_settled_and_the_last_of_one_place_counts (void **state)
{
  Case *data = *state;
  static const struct
  {
    guint32 row;
    guint column;
    const char *value;
  } cells[] = {
    { 3, 1, "甲" }, { 3, 0, "乙" }, { 1, 0, "丙" }, { 3, 1, "丁" }, { 2, 9, "戊" }, { 3, 1, "己" },
  };
  static const guint32 rows[] = { 7, 3, 3, 9, 7 };
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      const YlCell cell = make_cell (data, cells[i].row, cells[i].column, cells[i].value);
      yl_worksheet_add (data->sheet, &cell);
    }
  g_array_append_vals (data->sheet->hidden_rows, rows, G_N_ELEMENTS (rows));
  yl_worksheet_settle (data->sheet);
  assert_number_equal (data->sheet->cells->len, 4);
  assert_string_equal (get (data, 1, 0), "丙");
  assert_string_equal (get (data, 2, 9), "戊");
  assert_string_equal (get (data, 3, 0), "乙");
  assert_string_equal (get (data, 3, 1), "己");
  assert_number_equal (data->sheet->hidden_rows->len, 3);
  assert_number_equal (g_array_index (data->sheet->hidden_rows, guint32, 2), 9);
}

static void
a_column_is_hidden_once_however_often_that_is_said (void **state)
{
  Case *data = *state;
  yl_worksheet_hide_columns (data->sheet, 16382, 99999);
  yl_worksheet_hide_columns (data->sheet, 3, 5);
  yl_worksheet_hide_columns (data->sheet, 4, 6);
  yl_worksheet_hide_columns (data->sheet, 1, 1);
  yl_worksheet_hide_columns (data->sheet, 16384, 16390);
  static const guint16 hidden[] = { 1, 3, 4, 5, 6, 16382, 16383 };
  assert_number_equal (data->sheet->hidden_columns->len, G_N_ELEMENTS (hidden));
  assert_memory_equal (data->sheet->hidden_columns->data, hidden, sizeof hidden);
  assert_true (yl_worksheet_is_column_hidden (data->sheet, 16383));
  assert_false (yl_worksheet_is_column_hidden (data->sheet, 2));
  assert_false (yl_worksheet_is_column_hidden (data->sheet, 16384));
}

static void
a_row_is_all_its_cells_and_no_others (void **state)
{
  Case *data = *state;
  put (data, 1, 9, "甲");
  put (data, 2, 0, "乙");
  put (data, 2, 7, "丙");
  put (data, 3, 0, "丁");
  guint n = 0;
  const YlCell *cells = yl_worksheet_find_row (data->sheet, 2, &n);
  assert_number_equal (n, 2);
  assert_number_equal (cells[1].column, 7);
  assert_null (yl_worksheet_find_row (data->sheet, 4, &n));
  assert_number_equal (n, 0);
  assert_number_equal (yl_worksheet_get_last_row (data->sheet), 3);
}

static void
hidden_rows_and_columns_are_known_one_by_one (void **state)
{
  Case *data = *state;
  static const guint32 rows[] = { 3, 7 };
  g_array_append_vals (data->sheet->hidden_rows, rows, 2);
  const guint16 column = 4;
  g_array_append_val (data->sheet->hidden_columns, column);
  assert_true (yl_worksheet_is_row_hidden (data->sheet, 7));
  assert_false (yl_worksheet_is_row_hidden (data->sheet, 5));
  assert_false (yl_worksheet_is_row_hidden (data->sheet, 8));
  assert_true (yl_worksheet_is_column_hidden (data->sheet, 4));
  assert_false (yl_worksheet_is_column_hidden (data->sheet, 3));
}

static void
sheets_and_names_are_found_by_name (void **state)
{
  Case *data = *state;
  yl_workbook_add_name (data->book, "县道标准", "'标准依据'!$D$4");
  assert_ptr_equal (yl_workbook_find_sheet (data->book, "汇总"), data->sheet);
  assert_null (yl_workbook_find_sheet (data->book, "明细"));
  assert_string_equal (yl_workbook_find_name (data->book, "县道标准"), "'标准依据'!$D$4");
  assert_null (yl_workbook_find_name (data->book, "乡道标准"));
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (cells_are_found_by_their_place_whatever_the_order_they_came_in),
    SENTENCE (a_cell_put_twice_keeps_the_later_value),
    SENTENCE (cells_and_rows_that_came_in_any_order_are_settled_and_the_last_of_one_place_counts),
    SENTENCE (a_column_is_hidden_once_however_often_that_is_said),
    SENTENCE (a_row_is_all_its_cells_and_no_others),
    SENTENCE (hidden_rows_and_columns_are_known_one_by_one),
    SENTENCE (sheets_and_names_are_found_by_name),
  };
  return cmocka_run_group_tests_name ("workbook", tests, NULL, NULL);
}
