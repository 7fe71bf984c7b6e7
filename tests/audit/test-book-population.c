#include "yanglu/audit/sample/population.h"

#include "support/assert.h"
#include "yanglu/domain/cell-place.h"

#define SHEET "里程明细"

typedef struct
{
  YlTextPool *texts;
  YlWorkbook *found;
  YlWorksheet *sheet;
  YlPlannedBook *plan;
  YlAudit *audit;
} Case;

static void
put (Case *fixture, YlWorksheet *sheet, const char *place, const char *text)
{
  YlCell cell = { .content = YL_CONTENT_TEXT };
  guint column;
  assert_true (yl_cell_parse (place, &cell.row, &column));
  cell.column = (guint16) column;
  cell.value = yl_text_pool_add (fixture->texts, yl_text_of (text));
  yl_worksheet_put (sheet, &cell);
}

/* Rows 5 and 6 of a sheet whose heads stand in row 4. */
static void
put_rows (Case *fixture, YlWorksheet *sheet)
{
  static const char *const cells[][2] = {
    { "B4", "路线编码" },   { "C4", "路线名称" }, { "D4", "乡镇" },   { "E4", "金额" },
    { "B5", "X001371502" }, { "C5", "聊堂路" },   { "D5", "沙镇镇" }, { "E5", "123450" },
    { "B6", "C034371502" }, { "D6", "堂邑镇" },   { "E6", "8700" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    put (fixture, sheet, cells[i][0], cells[i][1]);
}

static int
set_up (void **state)
{
  Case *fixture = g_new0 (Case, 1);
  fixture->texts = yl_text_pool_new ();
  fixture->found = yl_workbook_new ("预算.xlsx", fixture->texts);
  fixture->sheet = yl_workbook_add_sheet (fixture->found, SHEET);
  fixture->plan = yl_planned_book_new ("预算.xlsx", fixture->texts);
  fixture->audit = yl_audit_new ("预算.xlsx");
  put_rows (fixture, fixture->sheet);
  put_rows (fixture, yl_planned_book_add_sheet (fixture->plan, SHEET)->cells);
  const YlFigureRange range = {
    (char *) SHEET, 5, 6, 4, YL_MEASURE_FEN, (char *) "roads.amount_fen"
  };
  yl_planned_book_add_figure (fixture->plan, &range);
  const YlFigureRange other = { (char *) SHEET, 5, 6, 4, YL_MEASURE_FEN, (char *) "roads.paid_m" };
  yl_planned_book_add_figure (fixture->plan, &other);
  *state = fixture;
  return 0;
}

static int
tear_down (void **state)
{
  Case *fixture = *state;
  yl_audit_free (fixture->audit);
  yl_arena_free_record (fixture->plan);
  yl_arena_free_record (fixture->found);
  yl_text_pool_free (fixture->texts);
  g_free (fixture);
  return 0;
}

static const YlSampleUnit *
list (Case *fixture, guint index)
{
  if (fixture->audit->population->len == 0)
    yl_book_population (fixture->found, fixture->plan, fixture->audit);
  assert_true (index < fixture->audit->population->len);
  return &g_array_index (fixture->audit->population, YlSampleUnit, index);
}

static void
each_row_is_a_unit_with_its_road_township_and_amount (void **state)
{
  Case *fixture = *state;
  const YlSampleUnit *unit = list (fixture, 0);
  assert_number_equal (fixture->audit->population->len, 2);
  assert_string_equal (unit->name, "X001371502 聊堂路");
  assert_string_equal (unit->township, "沙镇镇");
  assert_string_equal (unit->place, SHEET "!5");
  assert_fen_equal (unit->amount_fen, 12345000);
}

static void
a_road_without_a_name_goes_by_its_code (void **state)
{
  assert_string_equal (list (*state, 1)->name, "C034371502");
}

static void
the_amount_is_the_one_found_not_the_one_planned (void **state)
{
  Case *fixture = *state;
  put (fixture, fixture->sheet, "E6", "9700.5");
  assert_fen_equal (list (fixture, 1)->amount_fen, 970050);
}

static void
a_value_that_was_not_saved_is_the_planned_one (void **state)
{
  Case *fixture = *state;
  put (fixture, fixture->sheet, "E6", "");
  assert_fen_equal (list (fixture, 1)->amount_fen, 870000);
}

static void
what_is_no_amount_or_below_zero_counts_nothing (void **state)
{
  Case *fixture = *state;
  put (fixture, fixture->sheet, "E5", "-5");
  put (fixture, fixture->sheet, "E6", "#N/A");
  assert_fen_equal (list (fixture, 0)->amount_fen, 0);
  assert_fen_equal (list (fixture, 1)->amount_fen, 0);
}

static void
a_sheet_that_is_gone_has_no_units (void **state)
{
  Case *fixture = *state;
  g_autoptr (YlWorkbook) empty = yl_workbook_new ("空.xlsx", fixture->texts);
  yl_book_population (empty, fixture->plan, fixture->audit);
  assert_number_equal (fixture->audit->population->len, 0);
}

static void
a_column_put_in_before_the_amounts_is_looked_past (void **state)
{
  Case *fixture = *state;
  for (guint i = 0; i < fixture->sheet->cells->len; i++)
    g_array_index (fixture->sheet->cells, YlCell, i).column += 1;
  put (fixture, fixture->sheet, "B4", "备注");
  const YlSampleUnit *unit = list (fixture, 0);
  assert_string_equal (unit->name, "X001371502 聊堂路");
  assert_fen_equal (unit->amount_fen, 12345000);
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (each_row_is_a_unit_with_its_road_township_and_amount),
    SENTENCE (a_road_without_a_name_goes_by_its_code),
    SENTENCE (the_amount_is_the_one_found_not_the_one_planned),
    SENTENCE (a_value_that_was_not_saved_is_the_planned_one),
    SENTENCE (what_is_no_amount_or_below_zero_counts_nothing),
    SENTENCE (a_sheet_that_is_gone_has_no_units),
    SENTENCE (a_column_put_in_before_the_amounts_is_looked_past),
  };
  return cmocka_run_group_tests_name ("book population", tests, NULL, NULL);
}
