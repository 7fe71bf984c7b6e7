#include "yanglu/audit/formula/fill-values.h"

#include "support/assert.h"

typedef struct
{
  YlTextPool *texts;
  YlWorkbook *book;
  YlWorksheet *sheet;
} Case;

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  it->texts = yl_text_pool_new ();
  it->book = yl_workbook_new ("手工.xlsx", it->texts);
  it->sheet = yl_workbook_add_sheet (it->book, "汇总");
  *state = it;
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  yl_arena_free_record (it->book);
  yl_text_pool_free (it->texts);
  g_free (it);
  return 0;
}

static void
put (Case *it, guint32 row, guint column, YlContent content, const char *value, const char *formula)
{
  yl_worksheet_put (it->sheet,
                    &(YlCell){ .row = row,
                               .column = (guint16) column,
                               .content = (guint8) content,
                               .value = yl_text_pool_add (it->texts, yl_text_of (value)),
                               .formula = yl_text_pool_add (it->texts, yl_text_of (formula)) });
}

static const char *
get (const Case *it, guint32 row, guint column)
{
  return yl_workbook_get_text (it->book, yl_worksheet_find (it->sheet, row, column)->value);
}

static void
a_formula_without_a_value_gets_what_the_sheet_comes_to (void **state)
{
  Case *it = *state;
  put (it, 1, 0, YL_CONTENT_NUMBER, "12.345", NULL);
  put (it, 2, 0, YL_CONTENT_NUMBER, "10000", NULL);
  put (it, 3, 0, YL_CONTENT_NONE, NULL, "ROUND(A1*A2,2)");
  put (it, 4, 0, YL_CONTENT_NONE, NULL, "IF(A3>0,\"有\",\"无\")");
  put (it, 5, 0, YL_CONTENT_NONE, NULL, "A3>0");
  put (it, 6, 0, YL_CONTENT_NONE, NULL, "1/0");
  assert_number_equal (yl_fill_values (it->book), 4);
  assert_string_equal (get (it, 3, 0), "123450");
  assert_string_equal (get (it, 4, 0), "有");
  assert_int_equal (yl_worksheet_find (it->sheet, 5, 0)->content, YL_CONTENT_BOOLEAN);
  assert_string_equal (get (it, 5, 0), "1");
  assert_int_equal (yl_worksheet_find (it->sheet, 6, 0)->content, YL_CONTENT_ERROR);
}

/* Column A: all 0, of which one is 0 indeed; B: 0 among others; C: no value and nothing known. */
static void
a_column_of_formulas_that_are_all_0_was_not_calculated (void **state)
{
  Case *it = *state;
  put (it, 1, 0, YL_CONTENT_NUMBER, "0", "1+1");
  put (it, 2, 0, YL_CONTENT_NUMBER, "0.0", "1-1");
  put (it, 3, 0, YL_CONTENT_NUMBER, "0", NULL);
  put (it, 1, 1, YL_CONTENT_NUMBER, "0", "1+1");
  put (it, 2, 1, YL_CONTENT_NUMBER, "2", "1+1");
  put (it, 1, 2, YL_CONTENT_NONE, NULL, "NOBODY(1)");
  g_autoptr (GArray) filled = yl_fill_find (it->book);
  assert_number_equal (filled->len, 2);
  const YlFilledCell *first = &g_array_index (filled, YlFilledCell, 0);
  const YlFilledCell *second = &g_array_index (filled, YlFilledCell, 1);
  assert_number_equal (first->row, 1);
  assert_number_equal (first->column, 0);
  assert_string_equal (first->text, "2");
  assert_number_equal (second->column, 2);
  assert_null (second->text);
  assert_number_equal (yl_fill_values (it->book), 0);
  assert_string_equal (get (it, 1, 0), "0");
}

/* A1 was saved as 7, whatever its formula gives now; columns B and C nobody calculated. */
static void
what_was_saved_is_believed_and_what_was_not_is_worked_out_from_it (void **state)
{
  Case *it = *state;
  put (it, 1, 0, YL_CONTENT_NUMBER, "7", "1+1");
  put (it, 1, 1, YL_CONTENT_NUMBER, "0", "A1*2");
  put (it, 1, 2, YL_CONTENT_NUMBER, "0", "B1+1");
  g_autoptr (GArray) filled = yl_fill_find (it->book);
  assert_number_equal (filled->len, 2);
  assert_string_equal (g_array_index (filled, YlFilledCell, 0).text, "14");
  assert_string_equal (g_array_index (filled, YlFilledCell, 1).text, "15");
}

static void
a_saved_value_stays_as_it_was_saved (void **state)
{
  Case *it = *state;
  put (it, 1, 0, YL_CONTENT_NUMBER, "7", "1+1");
  assert_number_equal (yl_fill_values (it->book), 0);
  assert_string_equal (get (it, 1, 0), "7");
}

static void
what_cannot_be_computed_stays_without_a_value (void **state)
{
  Case *it = *state;
  put (it, 1, 0, YL_CONTENT_NONE, NULL, "WEBSERVICE(\"http://127.0.0.1/\")");
  assert_number_equal (yl_fill_values (it->book), 0);
  assert_int_equal (yl_worksheet_find (it->sheet, 1, 0)->content, YL_CONTENT_NONE);
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (a_formula_without_a_value_gets_what_the_sheet_comes_to),
    SENTENCE (a_column_of_formulas_that_are_all_0_was_not_calculated),
    SENTENCE (what_was_saved_is_believed_and_what_was_not_is_worked_out_from_it),
    SENTENCE (a_saved_value_stays_as_it_was_saved),
    SENTENCE (what_cannot_be_computed_stays_without_a_value),
  };
  return cmocka_run_group_tests_name ("fill-values", tests, NULL, NULL);
}
