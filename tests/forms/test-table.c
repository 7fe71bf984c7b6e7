/* A small table of roads, and one that adds them up by township, planned. */
#include "support/assert.h"
#include "yanglu/forms/plan.h"
#include "yanglu/forms/table.h"

typedef struct
{
  const char *township;
  gint64 length_m;
  gint64 amount_fen;
} Road;

#define OF(of) G_STRUCT_OFFSET (Road, of)

static const YlTableColumn road_columns[] = {
  YL_COLUMN_ORDINAL (6),
  YL_COLUMN_LABEL ("township", "乡镇", 15, OF (township)),
  { .name = "length_m",
    .head = "里程\n（公里）",
    .width = 10,
    .show = YL_CELL_NUMBER,
    .measure = YL_MEASURE_KM,
    .member = OF (length_m),
    .is_figure = TRUE },
  YL_COLUMN_FIGURE ("amount_fen",
                    "金额\n（元）",
                    NULL,
                    14,
                    YL_MEASURE_FEN,
                    OF (amount_fen),
                    "ROUND({length_m}*10000,2)",
                    "daily.roads_fen"),
};

typedef struct
{
  const char *name;
  gint64 code;
  gint64 amount_fen;
  gint64 half_fen;
  gint64 paid_fen;
} Township;

#define AT(of) G_STRUCT_OFFSET (Township, of)

static const YlTableColumn township_columns[] = {
  YL_COLUMN_TEXT ("name", "乡镇", 15, AT (name)),
  { .name = "code",
    .head = "代码",
    .width = 9,
    .show = YL_CELL_CODE,
    .measure = YL_MEASURE_NUMBER,
    .member = AT (code) },
  YL_COLUMN_FIGURE ("amount_fen",
                    "金额",
                    NULL,
                    14,
                    YL_MEASURE_FEN,
                    AT (amount_fen),
                    "sum(roads.amount_fen, township={$name})",
                    "daily.standard_fen"),
  { .name = "half_fen",
    .head = "一半",
    .width = 14,
    .show = YL_CELL_FIGURE,
    .measure = YL_MEASURE_FEN,
    .member = AT (half_fen),
    .formula = "ROUND({amount_fen}/2,2)",
    .total = "half_fen",
    .total_by = YL_TOTAL_AS_ROWS },
  { .name = "paid_fen",
    .head = "已付",
    .width = 14,
    .show = YL_CELL_NUMBER,
    .measure = YL_MEASURE_FEN,
    .member = AT (paid_fen),
    .total = "paid_fen",
    .total_by = YL_TOTAL_OF_ROWS_ABOVE },
};

typedef struct
{
  YlTextPool *texts;
  YlPlannedBook *plan;
  YlForm *form;
  YlTables *tables;
  YlTable *roads;
  YlTable *townships;
} Case;

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  it->texts = yl_text_pool_new ();
  it->plan = yl_planned_book_new ("预算.xlsx", it->texts);
  const YlCellSink sink = yl_plan_get_sink (it->plan);
  const YlFormHead head = {
    .entity = "", .prepared_by = "", .reviewed_by = "", .head = "", .title = ""
  };
  it->form = yl_form_new (&head, &sink);
  it->tables = yl_tables_new (it);
  it->roads = yl_tables_add (it->tables, "roads", road_columns, G_N_ELEMENTS (road_columns));
  it->townships =
      yl_tables_add (it->tables, "townships", township_columns, G_N_ELEMENTS (township_columns));
  const YlSheetForm first = { .name = "明细", .title = "明细" };
  const YlSheetForm second = { .name = "明细(2)", .title = "明细（续）" };
  const YlSheetForm sums = { .name = "汇总", .title = "汇总" };
  yl_table_open (it->roads, it->form, &first, 3);
  yl_table_open (it->roads, it->form, &second, 1);
  yl_table_open (it->townships, it->form, &sums, 2);
  *state = it;
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  yl_tables_free (it->tables);
  yl_form_free (it->form);
  yl_arena_free_record (it->plan);
  yl_text_pool_free (it->texts);
  g_free (it);
  return 0;
}

static const YlCell *
cell_at (const Case *it, const char *sheet, guint32 row, guint column)
{
  return yl_worksheet_find (yl_workbook_find_sheet (it->plan->workbook, sheet), row, column);
}

static void
assert_formula (const Case *it, const char *sheet, guint32 row, guint column, const char *expected)
{
  const YlCell *cell = cell_at (it, sheet, row, column);
  assert_non_null (cell);
  assert_string_equal (yl_workbook_get_text (it->plan->workbook, cell->formula), expected);
}

/* Rows begin below the title, the particulars and the heads: in row 4. */
static void
a_name_is_the_cell_of_its_column_in_the_same_row (void **state)
{
  const Case *it = *state;
  const Road road = { "沙镇镇", 12345, 12345000 };
  assert_number_equal (yl_table_write_row (it->roads, 1, &road), 4);
  assert_number_equal (yl_table_write_row (it->roads, 2, &road), 5);
  assert_formula (it, "明细", 4, 3, "ROUND(C4*10000,2)");
  assert_formula (it, "明细", 5, 3, "ROUND(C5*10000,2)");
}

static void
a_sum_goes_over_every_sheet_of_its_table (void **state)
{
  const Case *it = *state;
  assert_string_equal (yl_tables_write_out (it->tables, NULL, "sum(roads.length_m)"),
                       "ROUND(SUM('明细'!$C$4:$C$6)+SUM('明细(2)'!$C$4),3)");
  assert_string_equal (yl_tables_write_out (it->tables, NULL, "1+count(roads, township=\"甲\")"),
                       "1+COUNTIFS('明细'!$B$4:$B$6,\"甲\")+COUNTIFS('明细(2)'!$B$4,\"甲\")");
}

/* Road rows 4 to 6, their total in row 7; the first sheet has none. */
static void
a_range_reaches_to_the_total_that_is_written (void **state)
{
  const Case *it = *state;
  const Road road = { "沙镇镇", 12345, 12345000 };
  yl_tables_end_at_totals (it->tables);
  yl_table_select (it->roads, 1);
  yl_table_write_row (it->roads, 1, &road);
  assert_number_equal (yl_table_write_total (it->roads, 0, &road), 5);
  assert_string_equal (
      yl_tables_write_out (it->tables, NULL, "sum(roads.length_m)"),
      "ROUND(SUM('明细'!$C$4:$C$6)"
      "+SUM(OFFSET('明细(2)'!$C$4,0,0,ROW('明细(2)'!$C$5)-ROW('明细(2)'!$C$4),1)),3)");
  assert_string_equal (yl_tables_write_out (it->tables, NULL, "count(roads, township=\"甲\")"),
                       "COUNTIFS('明细'!$B$4:$B$6,\"甲\")+COUNTIFS('明细(2)'!$B$4:$B$5,\"甲\")");
  assert_string_equal (yl_table_get_range (it->roads, "length_m"), "'明细(2)'!$C$4");
}

static void
a_criterion_may_name_a_column_of_the_row_that_asks (void **state)
{
  const Case *it = *state;
  const Township township = { "沙镇镇", 371502101, 100, 50, 0 };
  yl_table_write_row (it->townships, 1, &township);
  assert_formula (it, "汇总", 4, 2,
                  "ROUND(SUMIFS('明细'!$D$4:$D$6,'明细'!$B$4:$B$6,$A4)"
                  "+SUMIFS('明细(2)'!$D$4,'明细(2)'!$B$4,$A4),2)");
}

static void
a_table_that_a_book_has_not_adds_up_to_nothing (void **state)
{
  const Case *it = *state;
  assert_string_equal (
      yl_tables_write_out (it->tables, NULL, "ROUND(sum(bridges.amount_fen, size=\"大桥\"),2)"),
      "ROUND(0,2)");
  assert_string_equal (yl_tables_write_out (it->tables, NULL, "count(bridges)"), "0");
}

static void
words_in_quotes_are_no_names (void **state)
{
  const Case *it = *state;
  assert_string_equal (
      yl_tables_write_out (it->tables, it->roads, "IF({township}=\"sum({a}),b)\",SUM(A1),1)"),
      "IF(B#=\"sum({a}),b)\",SUM(A1),1)");
}

/* Fifteen digits are kept; one more would be rounded. */
static void
a_number_that_a_spreadsheet_would_round_is_a_text (void **state)
{
  const Case *it = *state;
  const Township most = { "沙镇镇", 999999999999999, 0, 0, 0 };
  const Township more = { "堂邑镇", -1000000000000000, 0, 0, 0 };
  yl_table_write_row (it->townships, 1, &most);
  yl_table_write_row (it->townships, 2, &more);
  assert_int_equal (cell_at (it, "汇总", 4, 1)->content, YL_CONTENT_NUMBER);
  const YlCell *cell = cell_at (it, "汇总", 5, 1);
  assert_int_equal (cell->content, YL_CONTENT_TEXT);
  assert_string_equal (yl_workbook_get_text (it->plan->workbook, cell->value), "-1000000000000000");
}

static void
what_nobody_knows_is_an_empty_cell (void **state)
{
  const Case *it = *state;
  const Road road = { NULL, YL_UNKNOWN, 0 };
  const Township township = { "未知", 0, 0, 0, 0 };
  yl_table_write_row (it->roads, 1, &road);
  yl_table_write_row (it->townships, 1, &township);
  assert_null (cell_at (it, "明细", 4, 1));
  assert_null (cell_at (it, "明细", 4, 2));
  assert_null (cell_at (it, "汇总", 4, 1));
}

/* 12.345 km and 0.655 km at 10,000 yuan make 123,450.00 + 6,550.00 = 130,000.00 yuan. */
static void
the_total_row_sums_up_what_has_a_total (void **state)
{
  const Case *it = *state;
  const Road roads[] = { { "甲", 12345, 12345000 }, { "乙", 655, 655000 } };
  Road total = { 0 };
  for (guint i = 0; i < G_N_ELEMENTS (roads); i++)
    {
      yl_table_write_row (it->roads, i + 1, &roads[i]);
      yl_table_add_up (it->roads, &total, &roads[i]);
    }
  assert_number_equal (total.amount_fen, 13000000);
  assert_number_equal (total.length_m, 0); /* has no total */
  assert_number_equal (yl_table_write_total (it->roads, 0, &total), 6);
  assert_formula (it, "明细", 6, 3, "ROUND(SUM('明细'!$D$4:$D$6)+SUM('明细(2)'!$D$4),2)");
  assert_null (cell_at (it, "明细", 6, 2));
  const YlFigureRange *range = yl_planned_book_find_figure (it->plan, "明细", 6, 3);
  assert_string_equal (range->key, "daily.roads_fen");
}

static void
a_total_may_follow_as_its_rows_do (void **state)
{
  const Case *it = *state;
  const Township total = { .amount_fen = 100, .half_fen = 50 };
  yl_table_write_total (it->townships, 0, &total);
  assert_formula (it, "汇总", 4, 3, "ROUND(C4/2,2)");
}

/* Two townships in rows 4 and 5; the amounts are in column C, what was paid in E. */
static void
a_total_may_stand_below_its_rows_as_one_would_write_it_there (void **state)
{
  const Case *it = *state;
  const Township townships[] = { { .name = "甲", .paid_fen = 3 }, { .name = "乙", .paid_fen = 4 } };
  const Township total = { .paid_fen = 7 };
  YlSheet *sheet = yl_table_get_sheet (it->townships);
  for (guint i = 0; i < G_N_ELEMENTS (townships); i++)
    yl_table_write_row (it->townships, i + 1, &townships[i]);
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 0);
  yl_table_write_sums (it->townships, "amount_fen", &total);
  assert_null (cell_at (it, "汇总", 6, 0));
  assert_formula (it, "汇总", 6, 2, "ROUND(SUM('汇总'!$C$4:$C$5),2)");
  assert_formula (it, "汇总", 6, 4, "ROUND(SUM(E4:E5),2)");
}

static void
a_total_of_no_rows_is_no_sum_of_itself (void **state)
{
  const Case *it = *state;
  const Township none = { 0 };
  yl_table_write_total (it->townships, 0, &none);
  assert_formula (it, "汇总", 4, 2, "0");
  assert_formula (it, "汇总", 4, 4, "0");
}

static void
a_total_that_nobody_knows_is_empty (void **state)
{
  const Case *it = *state;
  yl_table_write_total (it->townships, 0, &(Township){ .paid_fen = YL_UNKNOWN });
  assert_formula (it, "汇总", 4, 2, "0");
  assert_null (cell_at (it, "汇总", 4, 4));
}

static void
a_row_may_begin_in_another_way (void **state)
{
  const Case *it = *state;
  const Township rest = { .amount_fen = 500, .half_fen = 250, .paid_fen = 9 };
  YlSheet *sheet = yl_table_get_sheet (it->townships);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_span (sheet, 0, 1, "其余");
  yl_table_write_cells (it->townships, "amount_fen", &rest);
  assert_string_equal (yl_workbook_get_text (it->plan->workbook, cell_at (it, "汇总", 4, 0)->value),
                       "其余");
  assert_formula (it, "汇总", 4, 3, "ROUND(C4/2,2)");
}

static void
the_figures_of_rows_are_called_by_table_and_column (void **state)
{
  const Case *it = *state;
  yl_table_map_rows (it->townships);
  yl_table_select (it->roads, 1);
  yl_table_map_rows (it->roads);
  const YlFigureRange *amounts = yl_planned_book_find_key (it->plan, "townships.amount_fen");
  assert_number_equal (amounts->first_row, 4);
  assert_number_equal (amounts->last_row, 5);
  assert_string_equal (yl_planned_book_find_key (it->plan, "roads.length_m")->sheet, "明细(2)");
  assert_null (yl_planned_book_find_key (it->plan, "townships.half_fen"));
}

/* A table whose rows have little in common: a share that is chosen, one that follows, one to come. */
typedef struct
{
  YlOwnCell item;
  YlOwnCell share;
  YlOwnCell twice;
} Line;

static const YlTableColumn line_columns[] = {
  YL_COLUMN_CELL ("item", "项目", 20, G_STRUCT_OFFSET (Line, item)),
  YL_COLUMN_CELL ("share", "比例", 10, G_STRUCT_OFFSET (Line, share)),
  { .name = "twice",
    .head = "两倍",
    .width = 10,
    .show = YL_CELL_OWN,
    .member = G_STRUCT_OFFSET (Line, twice),
    .formula = "{share}*2" },
};

static YlTable *
open_lines (Case *it)
{
  YlTable *lines = yl_tables_add (it->tables, "lines", line_columns, G_N_ELEMENTS (line_columns));
  yl_table_open_heads (lines, it->form, &(YlSheetForm){ .name = "测算", .title = "测算" });
  return lines;
}

static void
a_cell_of_its_own_shows_its_figure_once_that_is_known (void **state)
{
  Case *it = *state;
  YlTable *lines = open_lines (it);
  const Line known = { .twice =
                           yl_own_figure (YL_MEASURE_PPM, NULL, 50000, "land.city.share_ppm") };
  const Line unknown = { .twice = yl_own_figure (YL_MEASURE_PPM, NULL, YL_UNKNOWN,
                                                 "land.city.share_ppm") };
  yl_table_write_row (lines, 1, &known);
  yl_table_write_row (lines, 2, &unknown);
  assert_formula (it, "测算", 4, 2, "B4*2");
  assert_formula (it, "测算", 5, 2, "B5*2");
  assert_string_equal (yl_planned_book_find_figure (it->plan, "测算", 4, 2)->key,
                       "land.city.share_ppm");
  assert_null (yl_planned_book_find_figure (it->plan, "测算", 5, 2));
}

static void
an_input_waits_for_an_entry_where_none_was_given (void **state)
{
  Case *it = *state;
  YlTable *lines = open_lines (it);
  const Line given = { .share = yl_own_given (YL_MEASURE_PPM, 30000, NULL) };
  const Line open = { .share = { .kind = YL_CELL_TO_FILL } };
  yl_table_write_row (lines, 1, &given);
  yl_table_write_row (lines, 2, &open);
  assert_string_equal (yl_workbook_get_text (it->plan->workbook, cell_at (it, "测算", 4, 1)->value),
                       "0.03");
  assert_null (cell_at (it, "测算", 5, 1));
  assert_true (yl_planned_book_is_open (it->plan, "测算", 5, 1));
  assert_false (yl_planned_book_is_open (it->plan, "测算", 5, 0));
}

static void
make_road (gpointer user_data, gsize index, gpointer record)
{
  (void) user_data;
  const gint64 length_m = (gint64) (index + 1) * 1000;
  *(Road *) record = (Road){ "甲", length_m, length_m * 1000 };
}

/* 2 km and 3 km at 10,000 yuan: 50,000.00 yuan. */
static void
rows_are_written_added_up_and_mapped_at_once (void **state)
{
  const Case *it = *state;
  Road road;
  Road total = { 0 };
  yl_table_write_rows (it->roads, 1, 3, make_road, &road, &total);
  assert_number_equal (total.amount_fen, 5000000);
  assert_string_equal (yl_workbook_get_text (it->plan->workbook, cell_at (it, "明细", 4, 0)->value),
                       "2");
  assert_non_null (yl_planned_book_find_key (it->plan, "roads.length_m"));
  assert_number_equal (yl_sheet_get_row (yl_table_get_sheet (it->roads)), 5);
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (a_name_is_the_cell_of_its_column_in_the_same_row),
    SENTENCE (a_sum_goes_over_every_sheet_of_its_table),
    SENTENCE (a_range_reaches_to_the_total_that_is_written),
    SENTENCE (a_criterion_may_name_a_column_of_the_row_that_asks),
    SENTENCE (a_table_that_a_book_has_not_adds_up_to_nothing),
    SENTENCE (words_in_quotes_are_no_names),
    SENTENCE (a_number_that_a_spreadsheet_would_round_is_a_text),
    SENTENCE (what_nobody_knows_is_an_empty_cell),
    SENTENCE (the_total_row_sums_up_what_has_a_total),
    SENTENCE (a_total_may_follow_as_its_rows_do),
    SENTENCE (a_total_may_stand_below_its_rows_as_one_would_write_it_there),
    SENTENCE (a_total_of_no_rows_is_no_sum_of_itself),
    SENTENCE (a_total_that_nobody_knows_is_empty),
    SENTENCE (a_row_may_begin_in_another_way),
    SENTENCE (the_figures_of_rows_are_called_by_table_and_column),
    SENTENCE (a_cell_of_its_own_shows_its_figure_once_that_is_known),
    SENTENCE (an_input_waits_for_an_entry_where_none_was_given),
    SENTENCE (rows_are_written_added_up_and_mapped_at_once),
  };
  return cmocka_run_group_tests_name ("table", tests, NULL, NULL);
}
