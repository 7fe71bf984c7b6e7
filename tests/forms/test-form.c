#include "support/assert.h"
#include "support/book-parts.h"
#include "yanglu/base/error.h"
#include "yanglu/forms/cells.h"
#include "yanglu/forms/form-text.h"
#include "yanglu/forms/form.h"
#include "yanglu/io/xlsx-writer/writer.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
  char *other;
} Place;

static int
set_up (void **state)
{
  Place *place = g_new0 (Place, 1);
  place->folder = g_dir_make_tmp ("yanglu-form-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "甲.xlsx", NULL);
  place->other = g_build_filename (place->folder, "乙.xlsx", NULL);
  *state = place;
  return 0;
}

static int
tear_down (void **state)
{
  Place *place = *state;
  g_unlink (place->path);
  g_unlink (place->other);
  g_rmdir (place->folder);
  g_free (place->path);
  g_free (place->other);
  g_free (place->folder);
  g_free (place);
  return 0;
}

static const YlColumnForm columns[] = {
  { "项目", NULL, 20 },
  { "里程\n（公里）", NULL, 12 },
  { "金额\n（元）", NULL, 16 },
};

static YlForm *
form_new (YlXlsxWriter *writer)
{
  const YlFormHead head = {
    .entity = "东昌府区交通运输局",
    .date = { 20210131 },
    .prepared_by = "",
    .reviewed_by = "",
    .head = "",
    .title = "预算",
    .created = { 20210131 },
  };
  return yl_form_new (&head, yl_xlsx_writer_get_sink (writer));
}

static YlSheet *
add_sheet (YlForm *form)
{
  const YlSheetForm sheet_form = {
    .name = "甲表",
    .title = "甲",
    .unit_note = "单位：元",
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .has_filter = TRUE,
  };
  return yl_form_add_sheet (form, &sheet_form);
}

static void
write_all (const char *path)
{
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (path, FALSE, NULL);
  g_autoptr (YlForm) form = form_new (writer);
  YlSheet *sheet = add_sheet (form);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_text (sheet, 0, "=1+1\001");
  yl_sheet_number (sheet, 1, YL_MEASURE_KM, 1028022);
  yl_sheet_formula (sheet, 2, YL_MEASURE_FEN, "B#*100", 10280220);
  yl_sheet_end (sheet);
  assert_true (yl_xlsx_writer_close (writer, NULL));
}

static void
the_same_form_gives_the_same_bytes (void **state)
{
  const Place *place = *state;
  write_all (place->path);
  g_usleep (1100000); /* the clock's second must not show */
  write_all (place->other);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  gsize n_one = 0;
  gsize n_two = 0;
  assert_true (g_file_get_contents (place->path, &one, &n_one, NULL));
  assert_true (g_file_get_contents (place->other, &two, &n_two, NULL));
  assert_number_equal ((gint64) n_one, (gint64) n_two);
  assert_memory_equal (one, two, n_one);
}

static void
rows_begin_below_title_particulars_and_heads (void **state)
{
  const Place *place = *state;
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (place->path, FALSE, NULL);
  g_autoptr (YlForm) form = form_new (writer);
  YlSheet *sheet = add_sheet (form);
  assert_number_equal (yl_sheet_get_first_row (sheet), 4);
  assert_number_equal (yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0), 4);
  assert_true (yl_xlsx_writer_close (writer, NULL));
}

static void
the_map_remembers_what_each_cell_shows (void **state)
{
  const Place *place = *state;
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (place->path, FALSE, NULL);
  g_autoptr (YlForm) form = form_new (writer);
  YlSheet *sheet = add_sheet (form);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_map_cell (sheet, 2, YL_MEASURE_FEN, "daily.standard_fen");
  gsize n = 0;
  const YlFigureRange *map = yl_form_get_map (form, &n);
  assert_number_equal ((gint64) n, 1);
  assert_string_equal (map[0].sheet, "甲表");
  assert_string_equal (map[0].key, "daily.standard_fen");
  assert_number_equal (map[0].first_row, 4);
  assert_number_equal (map[0].column, 2);
  assert_true (yl_xlsx_writer_close (writer, NULL));
}

static void
a_folder_that_is_not_there_is_told_in_a_sentence (void **state)
{
  (void) state;
  g_autoptr (GError) error = NULL;
  assert_null (yl_xlsx_writer_new ("/没有这个文件夹/甲.xlsx", FALSE, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_IO));
  assert_non_null (strstr (error->message, "文件夹是否存在"));
}

/* Nine columns of 18.71 and one of 24.71 take 193.1 of the 193.2 digits that a page of A3 holds: where
 * they take more, six and the first with other four are as even as two pages can be. */
static void
a_sheet_too_wide_to_read_is_printed_on_two_pages (void **state)
{
  static const struct
  {
    double last;
    gboolean folds;
    gboolean is_apart;
    const char *title;
  } cases[] = { { 24, TRUE, FALSE, "A1:J1" },
                { 24.2, TRUE, FALSE, "A1:F1" },
                { 24.2, TRUE, TRUE, "B1:F1" },
                { 24.2, FALSE, TRUE, "A1:J1" } };
  const Place *place = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlColumnForm ten[10];
      for (guint k = 0; k < 10; k++)
        ten[k] = (YlColumnForm){ "里程", NULL, k == 9 ? cases[i].last : 18 };
      g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (place->path, TRUE, NULL);
      g_autoptr (YlForm) form = form_new (writer);
      YlSheet *sheet =
          yl_form_add_sheet (form, &(YlSheetForm){ .name = "甲表",
                                                   .title = "甲",
                                                   .columns = ten,
                                                   .n_columns = 10,
                                                   .n_frozen = 1,
                                                   .folds = cases[i].folds,
                                                   .has_title_apart = cases[i].is_apart });
      yl_sheet_end (sheet);
      assert_true (yl_xlsx_writer_close (writer, NULL));
      g_autofree char *xml = yl_test_read_tab (place->path, 0);
      g_autofree char *names = yl_test_read_part (place->path, "xl/workbook.xml");
      const gboolean is_folded = strcmp (cases[i].title, "A1:J1") != 0;
      assert_non_null (strstr (xml, cases[i].title));
      assert_int_equal (strstr (xml, "fitToWidth=\"2\"") != NULL, is_folded);
      assert_int_equal (strstr (xml, "pageOrder=\"overThenDown\"") != NULL, is_folded);
      assert_int_equal (strstr (names, "$A:$A") != NULL, is_folded);
    }
}

/* What the library refuses while cells are written is told when the file would appear. */
static void
a_cell_that_was_refused_leaves_no_file (void **state)
{
  const Place *place = *state;
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (place->path, FALSE, NULL);
  g_autoptr (YlForm) form = form_new (writer);
  g_autoptr (GError) error = NULL;
  YlSheet *sheet = add_sheet (form);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, 20000, YL_MEASURE_FEN, 1); /* a sheet has 16 384 columns */
  assert_false (yl_xlsx_writer_close (writer, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_IO));
  assert_non_null (strstr (error->message, "没有写成"));
  assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
}

/* Of 20.4 the margins leave 20: ten Chinese characters or twenty letters a line. */
static void
lines_end_where_words_and_stops_allow_it (void **state)
{
  (void) state;
  static const struct
  {
    const char *text;
    guint n_lines;
  } cases[] = {
    { "", 1 },
    { "一二三四五六七八九十", 1 },
    { "一二三四五六七八九十一", 2 },
    { "一二三四五六七八九十一二三四五六七八九十", 2 },
    { "一二三四五六七八九十，二三四五六七八九十", 3 },
    { "一二三四五六七八九（二三四五六七八九十）", 3 },
    { "aaaaaaaaaaaaa bbbbbb", 1 },
    { "aaaaaaaaaaaaa bbbbbb ccccccccccccc dd", 2 },
    { "aaaaaaaaaaaaa bbbbbbbbbbbb cccccccccc", 3 },
    { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 3 },
    { "一\n二\n", 3 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_number_equal (yl_form_count_lines (cases[i].text, 20.4), cases[i].n_lines);
}

/* Characters of other fonts than the office's are 1.45 times as high as their 10 points. */
static void
a_row_leaves_room_above_and_below_its_lines (void **state)
{
  (void) state;
  for (guint n_lines = 1; n_lines <= 27; n_lines++)
    assert_true (yl_form_get_height (n_lines) >= 14.5 * n_lines + 4);
  assert_true (yl_form_get_height (27) < 409);
  assert_true (yl_form_get_height (28) <= 409);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (the_same_form_gives_the_same_bytes, set_up, tear_down),
    cmocka_unit_test_setup_teardown (rows_begin_below_title_particulars_and_heads, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (the_map_remembers_what_each_cell_shows, set_up, tear_down),
    cmocka_unit_test (lines_end_where_words_and_stops_allow_it),
    cmocka_unit_test (a_row_leaves_room_above_and_below_its_lines),
    cmocka_unit_test (a_folder_that_is_not_there_is_told_in_a_sentence),
    cmocka_unit_test_setup_teardown (a_sheet_too_wide_to_read_is_printed_on_two_pages, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (a_cell_that_was_refused_leaves_no_file, set_up, tear_down),
  };
  return cmocka_run_group_tests_name ("form", tests, NULL, NULL);
}
