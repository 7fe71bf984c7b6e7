/* What was changed in a workbook of ours: where, what it costs, who has more by it. */
#include "yanglu/audit/book-check.h"

#include "support/assert.h"
#include "support/county.h"
#include "support/make-book.h"

#include <string.h>

/* A county of three roads: 沙镇镇 has 2.000 km of county road and 1.500 km of township road, 堂邑镇
 * 4.000 km of village road: 20 000 + 7 500 + 12 000 = 39 500 yuan. */
typedef struct
{
  YlTestCounty *county;
  YlTextPool *texts;
  YlPlannedBook *plan;
  YlPlannedBook *copy; /* the same again, to be changed: the workbook as found */
  YlAudit *audit;
} Case;

#define DETAIL "里程明细"
/* Rows of 里程明细 begin below two lines and the heads. */
#define FIRST 4u
enum
{
  CODE = 1,
  TOWNSHIP = 3,
  CLASS = 4,
  LENGTH = 7,
  DUPLICATE = 8,
  RATE = 17,
  AMOUNT = 18
};

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  void *county = NULL;
  yl_test_county_set_up (&county);
  it->county = county;
  add_road (it->county, .code = "X001371502", .road_class = YL_CLASS_COUNTY, .km = "2",
            .township = "沙镇镇", .township_code = 371502105, .county_code = 371502);
  add_road (it->county, .code = "Y002371502", .road_class = YL_CLASS_TOWNSHIP, .km = "1.5",
            .township = "沙镇镇", .township_code = 371502105, .county_code = 371502);
  add_road (it->county, .code = "C003371502", .road_class = YL_CLASS_VILLAGE, .km = "4",
            .township = "堂邑镇", .township_code = 371502103, .county_code = 371502);
  add_source (it->county, .level = YL_PAYER_PROVINCE, .purpose = YL_PURPOSE_DAILY,
              .fund = YL_FUND_GENERAL, .kind = YL_KIND_GRANT, .yuan = 10000, .account = "2140106");
  yl_test_county_add_land (it->county, YL_PAYER_COUNTY, 1000000, 400000, 25000);
  it->texts = yl_text_pool_new ();
  it->plan = yl_test_plan_book (yl_test_county_get_budget (it->county), NULL, 0, it->texts);
  it->copy = yl_test_plan_book (yl_test_county_get_budget (it->county), NULL, 0, it->texts);
  it->audit = yl_audit_new ("预算.xlsx");
  *state = it;
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  void *county = it->county;
  yl_audit_free (it->audit);
  yl_planned_book_free (it->copy);
  yl_planned_book_free (it->plan);
  yl_text_pool_free (it->texts);
  yl_test_county_tear_down (&county);
  g_free (it);
  return 0;
}

static YlWorksheet *
sheet_of (Case *it, const char *name)
{
  return (YlWorksheet *) yl_workbook_find_sheet (it->copy->workbook, name);
}

static YlCell *
cell_of (Case *it, const char *sheet, guint32 row, guint column)
{
  YlCell *cell = (YlCell *) yl_worksheet_find (sheet_of (it, sheet), row, column);
  assert_non_null (cell);
  return cell;
}

static YlTextId
keep (Case *it, const char *text)
{
  return yl_text_pool_add (it->texts, yl_text_of (text));
}

static void
put (Case *it, const char *sheet, guint32 row, guint column, YlContent content, const char *text)
{
  yl_worksheet_put (sheet_of (it, sheet), &(YlCell){ .row = row,
                                                     .column = (guint16) column,
                                                     .content = (guint8) content,
                                                     .value = keep (it, text) });
}

static void
set_formula (Case *it, const char *sheet, guint32 row, guint column, const char *formula)
{
  YlCell *cell = cell_of (it, sheet, row, column);
  cell->formula = keep (it, formula);
  cell->content = YL_CONTENT_NONE;
  cell->value = 0;
}

/* The row where the figure @key is planned. */
static const YlFigureRange *
place_of (const Case *it, const char *key)
{
  const YlFigureRange *place = yl_planned_book_find_key (it->plan, key);
  assert_non_null (place);
  return place;
}

/* The total below the lines of demand. */
static const YlFigureRange *
place_of_total (const Case *it)
{
  const char *sheet = place_of (it, "demand.daily.county.amount_fen")->sheet;
  for (guint i = 0; i < it->plan->figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (it->plan->figures, YlFigureRange, i);
      if (strcmp (range->key, "demand_fen") == 0 && strcmp (range->sheet, sheet) == 0)
        return range;
    }
  fail_msg ("no total");
  return NULL;
}

static const YlFindings *
check (Case *it)
{
  yl_book_check (it->copy->workbook, it->plan, yl_test_county_get_budget (it->county), "数据副本",
                 it->audit);
  return it->audit->findings;
}

/* The one finding there is. */
static const YlFinding *
check_one (Case *it)
{
  const YlFindings *findings = check (it);
  assert_number_equal (yl_findings_get_n (findings), 1);
  return yl_findings_get (findings, 0);
}

static gint64
sum_steps (const YlAudit *audit)
{
  gint64 sum = 0;
  for (guint i = 0; i < audit->steps->len; i++)
    sum += g_array_index (audit->steps, YlDifferenceStep, i).amount_fen;
  return sum;
}

static void
take_row_out (Case *it, const char *name, guint32 row)
{
  YlWorksheet *sheet = sheet_of (it, name);
  for (guint i = sheet->cells->len; i-- > 0;)
    {
      YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      if (cell->row == row)
        g_array_remove_index (sheet->cells, i);
      else if (cell->row > row)
        cell->row--;
    }
}

static void
an_unchanged_workbook_has_no_finding (void **state)
{
  Case *it = *state;
  assert_number_equal (yl_findings_get_n (check (it)), 0);
  assert_fen_equal (it->audit->stated_fen, 3950000);
  assert_fen_equal (it->audit->expected_fen, 3950000);
  assert_number_equal (it->audit->steps->len, 0);
}

static void
a_workbook_without_any_stored_value_is_worked_out_and_has_none_either (void **state)
{
  Case *it = *state;
  GPtrArray *sheets = it->copy->workbook->sheets;
  for (guint i = 0; i < sheets->len; i++)
    {
      GArray *cells = ((YlWorksheet *) g_ptr_array_index (sheets, i))->cells;
      for (guint k = 0; k < cells->len; k++)
        if (g_array_index (cells, YlCell, k).formula != 0)
          {
            g_array_index (cells, YlCell, k).content = YL_CONTENT_NONE;
            g_array_index (cells, YlCell, k).value = 0;
          }
    }
  assert_number_equal (yl_findings_get_n (check (it)), 0);
  assert_true (it->audit->has_stated);
  assert_fen_equal (it->audit->stated_fen, 3950000);
}

static void
a_longer_county_road_costs_its_rate_and_its_payee_gains (void **state)
{
  Case *it = *state;
  put (it, DETAIL, FIRST, LENGTH, YL_CONTENT_NUMBER, "2.001");
  const YlFinding *finding = check_one (it);
  assert_int_equal (finding->code, YL_C10);
  assert_string_equal (finding->cell, "H4");
  assert_string_equal (finding->seen, "2.001");
  assert_string_equal (finding->expected, "2");
  assert_fen_equal (finding->at_stake.fen, 1000);
  assert_string_equal (finding->gainer, YL_COUNTY_AGENCY);
}

static void
a_shorter_one_saves_the_county_the_same (void **state)
{
  Case *it = *state;
  put (it, DETAIL, FIRST, LENGTH, YL_CONTENT_NUMBER, "1.999");
  const YlFinding *finding = check_one (it);
  assert_fen_equal (finding->at_stake.fen, -1000);
  assert_string_equal (finding->gainer, "县级财政");
}

static void
metres_for_kilometres_are_called_that (void **state)
{
  Case *it = *state;
  put (it, DETAIL, FIRST, LENGTH, YL_CONTENT_NUMBER, "2000");
  const YlFinding *finding = check_one (it);
  assert_int_equal (finding->code, YL_C03);
  assert_fen_equal (finding->at_stake.fen, 2000000000 - 2000000);
}

static void
another_class_costs_the_difference_of_the_rates (void **state)
{
  Case *it = *state;
  put (it, DETAIL, FIRST + 1, CLASS, YL_CONTENT_TEXT, "县道");
  const YlFinding *finding = check_one (it);
  assert_string_equal (finding->cell, "E5");
  assert_fen_equal (finding->at_stake.fen, 750000);
  assert_string_equal (finding->gainer, "沙镇镇");
}

static void
a_duplicate_mark_taken_away_or_put_in_is_priced (void **state)
{
  Case *it = *state;
  put (it, DETAIL, FIRST + 2, DUPLICATE, YL_CONTENT_TEXT, "是");
  const YlFinding *finding = check_one (it);
  assert_string_equal (finding->cell, "I6");
  assert_int_equal (finding->severity, YL_SEVERITY_ERROR);
  assert_fen_equal (finding->at_stake.fen, -1200000);
}

static void
a_row_given_to_another_township_moves_its_money (void **state)
{
  Case *it = *state;
  put (it, DETAIL, FIRST + 2, TOWNSHIP, YL_CONTENT_TEXT, "沙镇镇");
  const YlFinding *finding = check_one (it);
  assert_fen_equal (finding->at_stake.fen, 1200000);
  assert_string_equal (finding->gainer, "沙镇镇");
  assert_fen_equal (sum_steps (it->audit), 0);
}

static void
another_code_is_told_and_costs_nothing (void **state)
{
  Case *it = *state;
  put (it, DETAIL, FIRST, CODE, YL_CONTENT_TEXT, "X009371502");
  const YlFinding *finding = check_one (it);
  assert_int_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_fen_equal (finding->at_stake.fen, 0);
}

static void
another_rate_costs_its_kilometres_and_names_its_document (void **state)
{
  Case *it = *state;
  /* The county rate comes first: every key of the test's policy is called "key". */
  const YlFigureRange *rate = place_of (it, "policy.daily-rate.key");
  put (it, rate->sheet, rate->first_row, rate->column, YL_CONTENT_NUMBER, "7000");
  const YlFinding *finding = check_one (it);
  assert_int_equal (finding->code, YL_C10);
  assert_fen_equal (finding->at_stake.fen, -600000);
  assert_string_equal (finding->gainer, "县级财政");
  assert_non_null (finding->basis);
}

static void
an_amount_typed_over_its_formula_is_constant_less_formula (void **state)
{
  Case *it = *state;
  YlCell *cell = cell_of (it, DETAIL, FIRST, AMOUNT);
  cell->formula = 0;
  cell->value = keep (it, "20000.01");
  const YlFinding *finding = check_one (it);
  assert_int_equal (finding->code, YL_C09);
  assert_string_equal (finding->cell, "S4");
  assert_fen_equal (finding->at_stake.fen, 1);
}

static void
a_line_of_demand_typed_over_reaches_the_total (void **state)
{
  Case *it = *state;
  const YlFigureRange *line = place_of (it, "demand.daily.village.amount_fen");
  YlCell *cell = cell_of (it, line->sheet, line->first_row, line->column);
  cell->formula = 0;
  cell->value = keep (it, "13000");
  assert_fen_equal (check_one (it)->at_stake.fen, 100000);
  assert_fen_equal (sum_steps (it->audit), 3950000 - it->audit->stated_fen);
  assert_fen_equal (g_array_index (it->audit->steps, YlDifferenceStep, 0).amount_fen, -100000);
}

static void
a_constant_that_is_still_right_is_told_with_0 (void **state)
{
  Case *it = *state;
  cell_of (it, DETAIL, FIRST, AMOUNT)->formula = 0;
  const YlFinding *finding = check_one (it);
  assert_int_equal (finding->code, YL_C09);
  assert_fen_equal (finding->at_stake.fen, 0);
}

static void
a_workbook_pasted_as_values_is_told_once_a_sheet (void **state)
{
  Case *it = *state;
  GPtrArray *sheets = it->copy->workbook->sheets;
  for (guint i = 0; i < sheets->len; i++)
    {
      GArray *cells = ((YlWorksheet *) g_ptr_array_index (sheets, i))->cells;
      for (guint k = 0; k < cells->len; k++)
        g_array_index (cells, YlCell, k).formula = 0;
    }
  const YlFindings *findings = check (it);
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_C09), yl_findings_get_n (findings));
  gboolean is_told = FALSE;
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      assert_fen_equal (finding->at_stake.fen, 0);
      is_told = is_told || (finding->cell == NULL && strcmp (finding->sheet, DETAIL) == 0);
    }
  assert_true (is_told);
}

static void
a_total_that_leaves_a_row_out_is_short_by_it (void **state)
{
  Case *it = *state;
  set_formula (it, DETAIL, FIRST + 3, AMOUNT, "ROUND(SUM('里程明细'!$S$4:$S$5),2)");
  const YlFinding *finding = check_one (it);
  assert_int_equal (finding->code, YL_C01);
  assert_string_equal (finding->cell, "S7");
  assert_fen_equal (finding->at_stake.fen, -1200000);
}

static void
the_same_formula_spelt_otherwise_is_the_same (void **state)
{
  Case *it = *state;
  set_formula (it, DETAIL, FIRST + 3, AMOUNT, "round( SUM( 里程明细!S4:S6 ), 2.0 )");
  assert_number_equal (yl_findings_get_n (check (it)), 0);
}

static void
a_stored_total_that_its_rows_do_not_give_is_found (void **state)
{
  Case *it = *state;
  cell_of (it, DETAIL, FIRST + 3, AMOUNT)->value = keep (it, "49500");
  const YlFinding *finding = check_one (it);
  assert_int_equal (finding->code, YL_C01);
  assert_string_equal (finding->expected, "39500");
  assert_fen_equal (finding->at_stake.fen, 1000000);
}

static void
what_follows_from_a_changed_length_is_not_told_again (void **state)
{
  Case *it = *state;
  put (it, DETAIL, FIRST, LENGTH, YL_CONTENT_NUMBER, "3");
  cell_of (it, DETAIL, FIRST, LENGTH + 8)->value = keep (it, "3");
  cell_of (it, DETAIL, FIRST, LENGTH + 9)->value = keep (it, "3");
  cell_of (it, DETAIL, FIRST, AMOUNT)->value = keep (it, "30000");
  cell_of (it, DETAIL, FIRST + 3, AMOUNT)->value = keep (it, "49500");
  assert_fen_equal (check_one (it)->at_stake.fen, 1000000);
}

static void
errors_that_follow_from_a_row_taken_out_are_not_told_again (void **state)
{
  Case *it = *state;
  take_row_out (it, DETAIL, FIRST + 1);
  /* Its formulas stayed as they were: a row now needs itself, and a program shows some error. */
  YlCell *cell = cell_of (it, DETAIL, FIRST + 1, AMOUNT);
  cell->content = YL_CONTENT_ERROR;
  cell->value = keep (it, "#VALUE!");
  cell->formula = keep (it, "S5+0");
  cell = cell_of (it, DETAIL, FIRST + 2, AMOUNT);
  cell->content = YL_CONTENT_ERROR;
  cell->value = keep (it, "#VALUE!");
  const YlFindings *findings = check (it);
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    assert_false (yl_findings_get (findings, i)->row == FIRST + 2);
}

static void
a_row_taken_out_costs_its_money (void **state)
{
  Case *it = *state;
  take_row_out (it, DETAIL, FIRST + 1);
  const YlFinding *finding = check_one (it);
  assert_int_equal (finding->code, YL_C10);
  assert_number_equal (finding->row, FIRST + 1);
  assert_fen_equal (finding->at_stake.fen, -750000);
}

static void
a_row_doubled_below_its_original_is_counted_twice (void **state)
{
  Case *it = *state;
  YlWorksheet *sheet = sheet_of (it, DETAIL);
  for (guint i = 0; i < sheet->cells->len; i++)
    if (g_array_index (sheet->cells, YlCell, i).row > FIRST)
      g_array_index (sheet->cells, YlCell, i).row++;
  guint n = 0;
  g_autofree YlCell *cells =
      g_memdup2 (yl_worksheet_find_row (sheet, FIRST, &n), 64 * sizeof (YlCell));
  for (guint i = 0; i < n; i++)
    {
      cells[i].row = FIRST + 1;
      yl_worksheet_put (sheet, &cells[i]);
    }
  const YlFinding *finding = check_one (it);
  assert_int_equal (finding->code, YL_A01);
  assert_number_equal (finding->row, FIRST + 1);
  assert_fen_equal (finding->at_stake.fen, 2000000);
  assert_string_equal (finding->gainer, YL_COUNTY_AGENCY);
}

static void
sorted_rows_are_told_and_cost_nothing (void **state)
{
  Case *it = *state;
  YlWorksheet *sheet = sheet_of (it, DETAIL);
  g_autoptr (GArray) old = g_array_copy (sheet->cells);
  g_array_set_size (sheet->cells, 0);
  for (guint i = 0; i < old->len; i++)
    {
      YlCell cell = g_array_index (old, YlCell, i);
      if (cell.row == FIRST || cell.row == FIRST + 2)
        cell.row = 2 * FIRST + 2 - cell.row;
      yl_worksheet_put (sheet, &cell);
    }
  const YlFinding *finding = check_one (it);
  assert_int_equal (finding->severity, YL_SEVERITY_INFO);
  assert_fen_equal (finding->at_stake.fen, 0);
}

static void
a_hidden_row_is_told_with_its_money_and_a_filter_with_none (void **state)
{
  Case *it = *state;
  YlWorksheet *sheet = sheet_of (it, DETAIL);
  const guint32 row = FIRST + 2;
  g_array_append_val (sheet->hidden_rows, row);
  const YlFinding *finding = check_one (it);
  assert_int_equal (finding->code, YL_C11);
  assert_int_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_fen_equal (finding->at_stake.fen, 1200000);
}

static void
a_filtered_row_costs_nothing (void **state)
{
  Case *it = *state;
  YlWorksheet *sheet = sheet_of (it, DETAIL);
  const guint32 row = FIRST + 2;
  g_array_append_val (sheet->hidden_rows, row);
  sheet->is_filtered = TRUE;
  const YlFinding *finding = check_one (it);
  assert_int_equal (finding->severity, YL_SEVERITY_INFO);
  assert_fen_equal (finding->at_stake.fen, 0);
}

static void
hidden_columns_and_sheets_with_money_are_told (void **state)
{
  Case *it = *state;
  YlWorksheet *sheet = sheet_of (it, DETAIL);
  const guint16 columns[] = { 2, AMOUNT };
  g_array_append_vals (sheet->hidden_columns, columns, 2);
  sheet_of (it, "预算总表")->state = YL_SHEET_VERY_HIDDEN;
  assert_number_equal (yl_findings_get_n_of_code (check (it), YL_C11), 2);
}

static void
a_changed_grant_is_a_smaller_gap (void **state)
{
  Case *it = *state;
  const YlFigureRange *grant = place_of (it, "sources.amount_fen");
  put (it, grant->sheet, grant->first_row, grant->column, YL_CONTENT_NUMBER, "12000");
  const YlFinding *finding = check_one (it);
  assert_fen_equal (finding->at_stake.fen, 200000);
  assert_string_equal (finding->gainer, "县级财政");
}

static void
a_changed_land_cost_is_priced_by_the_share (void **state)
{
  Case *it = *state;
  const YlFigureRange *cost = place_of (it, "land.county.costs.1_fen");
  put (it, cost->sheet, cost->first_row, cost->column, YL_CONTENT_NUMBER, "500000");
  /* 100 000 yuan more of cost, 2.5 % of it less to be put in. */
  assert_fen_equal (check_one (it)->at_stake.fen, -250000);
}

static void
what_the_office_writes_by_hand_is_no_finding (void **state)
{
  Case *it = *state;
  const YlFigureRange *paid = place_of (it, "schedule.amount_fen");
  put (it, paid->sheet, paid->first_row, 7, YL_CONTENT_NUMBER, "5000");
  put (it, DETAIL, 2, 0, YL_CONTENT_TEXT, "编制单位：东昌府区财政局");
  assert_number_equal (yl_findings_get_n (check (it)), 0);
}

static void
a_sheet_taken_out_is_told_and_a_renamed_one_is_found_again (void **state)
{
  Case *it = *state;
  g_free (sheet_of (it, "里程汇总")->name);
  ((YlWorksheet *) g_ptr_array_index (it->copy->workbook->sheets, 3))->name = g_strdup ("汇总");
  const YlFindings *findings = check (it);
  assert_number_equal (yl_findings_get_n_of_severity (findings, YL_SEVERITY_ERROR), 0);
}

static void
a_name_that_means_another_cell_is_told (void **state)
{
  Case *it = *state;
  YlDefinedName *name = &g_array_index (it->copy->workbook->names, YlDefinedName, 0);
  g_free (name->reference);
  name->reference = g_strdup ("'封面'!$A$1");
  const YlFinding *finding = check_one (it);
  assert_int_equal (finding->code, YL_C01);
  assert_string_equal (finding->column, name->name);
}

static void
the_steps_lead_from_the_stated_to_the_recomputed_total (void **state)
{
  Case *it = *state;
  put (it, DETAIL, FIRST, LENGTH, YL_CONTENT_NUMBER, "3");
  put (it, DETAIL, FIRST + 1, CLASS, YL_CONTENT_TEXT, "县道");
  const YlFigureRange *total = place_of_total (it);
  put (it, total->sheet, total->first_row, total->column, YL_CONTENT_NUMBER, "60000");
  check (it);
  assert_fen_equal (it->audit->stated_fen, 6000000);
  assert_fen_equal (sum_steps (it->audit), 3950000 - 6000000);
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (an_unchanged_workbook_has_no_finding),
    SENTENCE (a_workbook_without_any_stored_value_is_worked_out_and_has_none_either),
    SENTENCE (a_longer_county_road_costs_its_rate_and_its_payee_gains),
    SENTENCE (a_shorter_one_saves_the_county_the_same),
    SENTENCE (metres_for_kilometres_are_called_that),
    SENTENCE (another_class_costs_the_difference_of_the_rates),
    SENTENCE (a_duplicate_mark_taken_away_or_put_in_is_priced),
    SENTENCE (a_row_given_to_another_township_moves_its_money),
    SENTENCE (another_code_is_told_and_costs_nothing),
    SENTENCE (another_rate_costs_its_kilometres_and_names_its_document),
    SENTENCE (an_amount_typed_over_its_formula_is_constant_less_formula),
    SENTENCE (a_line_of_demand_typed_over_reaches_the_total),
    SENTENCE (a_constant_that_is_still_right_is_told_with_0),
    SENTENCE (a_workbook_pasted_as_values_is_told_once_a_sheet),
    SENTENCE (a_total_that_leaves_a_row_out_is_short_by_it),
    SENTENCE (the_same_formula_spelt_otherwise_is_the_same),
    SENTENCE (a_stored_total_that_its_rows_do_not_give_is_found),
    SENTENCE (what_follows_from_a_changed_length_is_not_told_again),
    SENTENCE (errors_that_follow_from_a_row_taken_out_are_not_told_again),
    SENTENCE (a_row_taken_out_costs_its_money),
    SENTENCE (a_row_doubled_below_its_original_is_counted_twice),
    SENTENCE (sorted_rows_are_told_and_cost_nothing),
    SENTENCE (a_hidden_row_is_told_with_its_money_and_a_filter_with_none),
    SENTENCE (a_filtered_row_costs_nothing),
    SENTENCE (hidden_columns_and_sheets_with_money_are_told),
    SENTENCE (a_changed_grant_is_a_smaller_gap),
    SENTENCE (a_changed_land_cost_is_priced_by_the_share),
    SENTENCE (what_the_office_writes_by_hand_is_no_finding),
    SENTENCE (a_sheet_taken_out_is_told_and_a_renamed_one_is_found_again),
    SENTENCE (a_name_that_means_another_cell_is_told),
    SENTENCE (the_steps_lead_from_the_stated_to_the_recomputed_total),
  };
  return cmocka_run_group_tests_name ("book-check", tests, NULL, NULL);
}
