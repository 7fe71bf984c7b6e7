/* Sheets as CSV: what is shown, row by row. */
#include "support/assert.h"
#include "yanglu/base/error.h"
#include "yanglu/forms/cells.h"
#include "yanglu/io/csv-writer/writer.h"

#include <string.h>

#define MARK "\xEF\xBB\xBF"

typedef struct
{
  YlCsvWriter *writer;
  YlForm *form;
  YlSheet *sheet;
} Case;

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  const YlFormHead head = {
    .entity = "", .prepared_by = "", .reviewed_by = "", .head = "", .title = ""
  };
  it->writer = yl_csv_writer_new ("甲表");
  it->form = yl_form_new (&head, yl_csv_writer_get_sink (it->writer));
  yl_form_add_sheet (it->form, &(YlSheetForm){ .name = "乙表", .is_bare = TRUE });
  it->sheet = yl_form_add_sheet (it->form, &(YlSheetForm){ .name = "甲表", .is_bare = TRUE });
  *state = it;
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  yl_form_free (it->form);
  yl_csv_writer_free (it->writer);
  g_free (it);
  return 0;
}

static void
assert_text (const Case *it, const char *expected)
{
  g_autofree char *text = yl_csv_writer_end (it->writer, NULL);
  assert_string_equal (text, expected);
}

static void
numbers_are_written_as_they_are_shown (void **state)
{
  const Case *it = *state;
  yl_sheet_begin_row (it->sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (it->sheet, 0, YL_MEASURE_NUMBER, 371502001);
  yl_sheet_number (it->sheet, 1, YL_MEASURE_KM, 12345);
  yl_sheet_formula (it->sheet, 2, YL_MEASURE_FEN, "B#*10000", 12345000);
  yl_sheet_number (it->sheet, 3, YL_MEASURE_COUNT, 1234);
  assert_text (it, MARK "371502001,12.345,\"123,450.00\",\"1,234\"\n");
}

/* The form shows two decimals of a per cent at least and four at most. */
static void
shares_are_per_cents (void **state)
{
  const Case *it = *state;
  yl_sheet_begin_row (it->sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (it->sheet, 0, YL_MEASURE_PPM, 25000);
  yl_sheet_number (it->sheet, 1, YL_MEASURE_PPM, 333333);
  yl_sheet_number (it->sheet, 2, YL_MEASURE_PPM, 1000000);
  yl_sheet_number (it->sheet, 3, YL_MEASURE_PPM, 123450);
  assert_text (it, MARK "2.50%,33.3333%,100.00%,12.345%\n");
}

static void
a_cell_over_columns_and_empty_rows_keep_their_places (void **state)
{
  const Case *it = *state;
  yl_sheet_begin_row (it->sheet, YL_STYLE_BODY, 0);
  yl_sheet_span (it->sheet, 0, 2, "标题");
  yl_sheet_begin_row (it->sheet, YL_STYLE_NOTE, 10);
  yl_sheet_begin_row (it->sheet, YL_STYLE_BODY, 0);
  yl_sheet_text (it->sheet, 1, "乙");
  yl_sheet_text (it->sheet, 0, "甲"); /* cells of a row come in any order */
  assert_text (it, MARK "标题,,\n\n甲,乙\n");
}

static void
commas_quotes_and_lines_are_quoted (void **state)
{
  const Case *it = *state;
  yl_sheet_begin_row (it->sheet, YL_STYLE_BODY, 0);
  yl_sheet_text (it->sheet, 0, "里程\n（公里）");
  yl_sheet_text (it->sheet, 1, "甲,乙");
  yl_sheet_text (it->sheet, 2, "他说\"好\"");
  assert_text (it, MARK "\"里程\n（公里）\",\"甲,乙\",\"他说\"\"好\"\"\"\n");
}

static void
a_text_that_begins_like_a_formula_is_none (void **state)
{
  const Case *it = *state;
  yl_sheet_begin_row (it->sheet, YL_STYLE_BODY, 0);
  yl_sheet_text (it->sheet, 0, "=1+1");
  yl_sheet_text (it->sheet, 1, "@甲");
  yl_sheet_text (it->sheet, 2, "-");
  yl_sheet_number (it->sheet, 3, YL_MEASURE_FEN, -150);
  assert_text (it, MARK "'=1+1,'@甲,-,-1.50\n");
}

static void
a_sheet_that_is_not_there_is_told_with_those_that_are (void **state)
{
  (void) state;
  g_autoptr (YlCsvWriter) writer = yl_csv_writer_new ("丙表");
  g_autoptr (GError) error = NULL;
  const YlFormHead head = {
    .entity = "", .prepared_by = "", .reviewed_by = "", .head = "", .title = ""
  };
  g_autoptr (YlForm) form = yl_form_new (&head, yl_csv_writer_get_sink (writer));
  yl_form_add_sheet (form, &(YlSheetForm){ .name = "甲表", .is_bare = TRUE });
  yl_form_add_sheet (form, &(YlSheetForm){ .name = "乙表", .is_bare = TRUE });
  assert_null (yl_csv_writer_end (writer, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_NOT_FOUND));
  assert_non_null (strstr (error->message, "是不是“甲表”或“乙表”？"));
}

/* All columns are there, so that none is said to be out of sight. */
static void
what_is_told_of_sight_is_left_out (void **state)
{
  const Case *it = *state;
  YlOwnCell note = yl_own_text ("说明：没有数的列已收起");
  note.of_sight = TRUE;
  yl_sheet_begin_row (it->sheet, YL_STYLE_BODY, 0);
  yl_sheet_text (it->sheet, 0, "甲");
  yl_sheet_put_note (it->sheet, note);
  yl_sheet_note (it->sheet, "说明：乙");
  assert_text (it, MARK "甲\n\n说明：乙\n");
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (numbers_are_written_as_they_are_shown),
    SENTENCE (shares_are_per_cents),
    SENTENCE (a_cell_over_columns_and_empty_rows_keep_their_places),
    SENTENCE (commas_quotes_and_lines_are_quoted),
    SENTENCE (a_text_that_begins_like_a_formula_is_none),
    SENTENCE (what_is_told_of_sight_is_left_out),
    cmocka_unit_test (a_sheet_that_is_not_there_is_told_with_those_that_are),
  };
  return cmocka_run_group_tests_name ("csv writer", tests, NULL, NULL);
}
