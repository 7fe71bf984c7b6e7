/* No number stands as ####: a column gets the room that its numbers need, and no more; nor is a small
 * table parted by the end of a page. */
#include "support/assert.h"
#include "yanglu/forms/cells.h"
#include "yanglu/forms/form.h"

/* What a file would be told of its one sheet. */
typedef struct
{
  double width; /* of the last column */
  gboolean is_a3;
  guint n_widened;
  guint n_breaks;
  guint32 break_after; /* this row, the last of those told */
  guint percent;
} Told;

static gpointer
begin_sheet (gpointer self, const YlSheetForm *form)
{
  Told *told = self;
  told->width = form->columns[form->n_columns - 1].width;
  told->is_a3 = form->is_a3;
  return told;
}

static void
put (gpointer self, gpointer sheet, const YlFormCell *cell)
{
  (void) self;
  (void) sheet;
  (void) cell;
}

static void
set (gpointer self, gpointer sheet, const YlSheetSetting *setting)
{
  (void) self;
  Told *told = sheet;
  told->is_a3 = told->is_a3 || setting->kind == YL_SETTING_A3;
  if (setting->kind == YL_SETTING_SCALE)
    told->percent = setting->percent;
  if (setting->kind == YL_SETTING_PAGE_BREAKS)
    {
      told->n_breaks += setting->n_rows;
      told->break_after = setting->rows[setting->n_rows - 1];
    }
  if (setting->kind != YL_SETTING_WIDTH)
    return;
  assert_number_equal (setting->first_column, 2);
  told->width = setting->width;
  told->n_widened++;
}

#define N_COLUMNS 3

/* A table of two texts, @text wide, and amounts in a column of 13. */
static YlForm *
begin_table (Told *told, double text, const gboolean *shut, YlSheet **out_sheet)
{
  const YlCellSink sink = { .self = told, .begin_sheet = begin_sheet, .put = put, .set = set };
  const YlColumnForm columns[N_COLUMNS] = { { "项目", NULL, text },
                                            { "依据", NULL, 10 },
                                            { "金额（元）", NULL, 13 } };
  const YlFormHead head = { .entity = "", .prepared_by = "", .reviewed_by = "", .head = "" };
  YlForm *form = yl_form_new (&head, &sink);
  *out_sheet = yl_form_add_sheet (form, &(YlSheetForm){ .name = "甲表",
                                                        .title = "甲表",
                                                        .columns = columns,
                                                        .n_columns = N_COLUMNS,
                                                        .shut = shut });
  return form;
}

static void
write_amount (YlSheet *sheet, YlStyle style, gint64 fen)
{
  yl_sheet_begin_row (sheet, style, 0);
  yl_sheet_number (sheet, 2, YL_MEASURE_FEN, fen);
}

/* 1,234,567.89 are 12 signs and the blank behind them: 12.6 digits. */
static void
a_column_that_has_room_stays_as_its_form_has_it (void **state)
{
  (void) state;
  Told told = { 0 };
  YlSheet *sheet = NULL;
  g_autoptr (YlForm) form = begin_table (&told, 30, NULL, &sheet);
  write_amount (sheet, YL_STYLE_BODY, 123456789);
  assert_number_equal (told.n_widened, 0);
}

/* 12,345,678.90 are 13 signs; bold and in another font 10 digits of 1.1, three small signs of 0.6, and
 * what is left free: 13.75. */
static void
a_total_needs_more_than_a_row (void **state)
{
  (void) state;
  Told told = { 0 };
  YlSheet *sheet = NULL;
  g_autoptr (YlForm) form = begin_table (&told, 30, NULL, &sheet);
  write_amount (sheet, YL_STYLE_BODY, 1234567890);
  assert_true (told.width > 13.59 && told.width < 13.61);
  write_amount (sheet, YL_STYLE_TOTAL, 1234567890);
  assert_true (told.width > 13.74 && told.width < 13.76);
  /* Nothing gets narrower. */
  write_amount (sheet, YL_STYLE_BODY, 1);
  assert_number_equal (told.n_widened, 2);
}

/* The most money there is: 10,000,000,000,000.00 are 21 signs, a minus before it one more. */
static void
the_largest_amount_has_room_and_so_has_its_negative (void **state)
{
  (void) state;
  Told told = { 0 };
  YlSheet *sheet = NULL;
  g_autoptr (YlForm) form = begin_table (&told, 30, NULL, &sheet);
  write_amount (sheet, YL_STYLE_BODY, YL_MONEY_MAX_FEN);
  assert_true (told.width > 21.59 && told.width < 21.61);
  write_amount (sheet, YL_STYLE_BODY, -YL_MONEY_MAX_FEN);
  assert_true (told.width > 22.59 && told.width < 22.61);
}

/* 106.7 and 10 and 13, and 2.1 of margins, are 131.8 of the 132.9 that A4 holds: 14 signs more are not. */
static void
a_page_is_a3_once_a4_has_no_room_at_nine_points (void **state)
{
  (void) state;
  Told told = { 0 };
  YlSheet *sheet = NULL;
  g_autoptr (YlForm) form = begin_table (&told, 106.7, NULL, &sheet);
  write_amount (sheet, YL_STYLE_BODY, 1234567890);
  assert_false (told.is_a3);
  write_amount (sheet, YL_STYLE_BODY, 12345678901);
  assert_true (told.is_a3);
}

static void
a_column_out_of_sight_needs_no_room (void **state)
{
  (void) state;
  Told told = { 0 };
  YlSheet *sheet = NULL;
  static const gboolean shut[N_COLUMNS] = { FALSE, FALSE, TRUE };
  g_autoptr (YlForm) form = begin_table (&told, 30, shut, &sheet);
  write_amount (sheet, YL_STYLE_TOTAL, YL_MONEY_MAX_FEN);
  assert_number_equal (told.n_widened, 0);
}

/* Columns of 10 and 13 are together 23. */
static void
a_number_over_several_columns_has_the_room_of_all (void **state)
{
  (void) state;
  Told told = { 0 };
  YlSheet *sheet = NULL;
  g_autoptr (YlForm) form = begin_table (&told, 30, NULL, &sheet);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_put (sheet, 1, 2, yl_own_number (YL_MEASURE_FEN, YL_MONEY_MAX_FEN));
  assert_number_equal (told.n_widened, 0);
}

/* 100.0000% is shown as 100.00%, whose sign is wide. */
static void
kilometres_and_shares_are_measured_as_they_are_shown (void **state)
{
  (void) state;
  static const struct
  {
    YlMeasure measure;
    gint64 units;
    double width;
  } cases[] = {
    { YL_MEASURE_KM, 4000000000, 13.6 },       /* 4,000,000.000 */
    { YL_MEASURE_KM, 40000000000, 14.6 },      /* 40,000,000.000 */
    { YL_MEASURE_PPM, 1000000, 13 },           /* 100.00% */
    { YL_MEASURE_PPM, 12345678900000, 14.95 }, /* 1234567890.00%: 12 digits, 0.5 and 1.5 */
    { YL_MEASURE_NUMBER, 20211231, 13 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Told told = { 0 };
      YlSheet *sheet = NULL;
      g_autoptr (YlForm) form = begin_table (&told, 30, NULL, &sheet);
      yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
      yl_sheet_number (sheet, 2, cases[i].measure, cases[i].units);
      if (told.width < cases[i].width - 0.01 || told.width > cases[i].width + 0.01)
        fail_msg ("case %u: %g, not %g", i, told.width, cases[i].width);
    }
}

/* A table of @n_first rows and one of @n_second below it, each row of 40 points. A page holds 486 of
 * them (210 mm less margins of 1.3 inches, and 3 % less than that); title and heads take 78. */
static void
write_two_tables (Told *told, guint n_first, guint n_second)
{
  YlSheet *sheet = NULL;
  g_autoptr (YlForm) form = begin_table (told, 30, NULL, &sheet);
  for (guint i = 0; i < n_first + n_second; i++)
    {
      yl_sheet_begin_row (sheet, YL_STYLE_BODY, 40);
      if (i == n_first)
        yl_sheet_keep_together (sheet);
      yl_sheet_number (sheet, 2, YL_MEASURE_FEN, 1);
    }
  yl_sheet_end (sheet);
}

/* Names below the table take 26: 78 + 320 + 80 are 478, with the names too much. */
static void
a_small_table_begins_a_page_where_it_would_be_parted (void **state)
{
  (void) state;
  Told told = { 0 };
  write_two_tables (&told, 8, 2);
  assert_number_equal (told.n_breaks, 1);
  assert_number_equal (told.break_after, 3 + 8);
  assert_number_equal (told.percent, 100);
}

/* 78 + 320 + 40 + 26 are 464. */
static void
what_fits_on_a_page_is_left_to_be_fitted (void **state)
{
  (void) state;
  Told told = { 0 };
  write_two_tables (&told, 8, 1);
  assert_number_equal (told.n_breaks, 0);
  assert_number_equal (told.percent, 0);
}

/* Twenty rows are more than a page: they are parted, but not behind the first of them. */
static void
a_table_that_no_page_holds_begins_where_it_comes (void **state)
{
  (void) state;
  Told told = { 0 };
  write_two_tables (&told, 7, 20);
  assert_number_equal (told.n_breaks, 0);
  write_two_tables (&told, 9, 20);
  assert_number_equal (told.n_breaks, 1);
  assert_number_equal (told.break_after, 3 + 9);
}

/* The first page holds ten rows, each further one beside its heads eleven: 29 rows are 10, 11 and 8. */
static void
the_pages_before_a_table_are_counted (void **state)
{
  (void) state;
  Told told = { 0 };
  write_two_tables (&told, 10 + 11 + 8, 2);
  assert_number_equal (told.n_breaks, 0);
  write_two_tables (&told, 10 + 11 + 10, 2);
  assert_number_equal (told.n_breaks, 1);
  assert_number_equal (told.break_after, 3 + 10 + 11 + 10);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_column_that_has_room_stays_as_its_form_has_it),
    cmocka_unit_test (a_total_needs_more_than_a_row),
    cmocka_unit_test (the_largest_amount_has_room_and_so_has_its_negative),
    cmocka_unit_test (a_page_is_a3_once_a4_has_no_room_at_nine_points),
    cmocka_unit_test (a_column_out_of_sight_needs_no_room),
    cmocka_unit_test (a_number_over_several_columns_has_the_room_of_all),
    cmocka_unit_test (kilometres_and_shares_are_measured_as_they_are_shown),
    cmocka_unit_test (a_small_table_begins_a_page_where_it_would_be_parted),
    cmocka_unit_test (what_fits_on_a_page_is_left_to_be_fitted),
    cmocka_unit_test (a_table_that_no_page_holds_begins_where_it_comes),
    cmocka_unit_test (the_pages_before_a_table_are_counted),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
