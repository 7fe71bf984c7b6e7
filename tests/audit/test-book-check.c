/* What was changed in a workbook of ours: where, what it costs, who has more by it. */
#include "found-book.h"

#include <string.h>

static void
an_unchanged_workbook_has_no_finding (void **state)
{
  FoundBook *it = *state;
  assert_number_equal (yl_findings_get_n (found_book_check (it)), 0);
  assert_fen_equal (it->audit->stated_fen, 3950000);
  assert_fen_equal (it->audit->expected_fen, 3950000);
  assert_number_equal (it->audit->steps->len, 0);
}

static void
every_figure_of_an_unchanged_workbook_was_compared (void **state)
{
  FoundBook *it = *state;
  found_book_check (it);
  assert_true (yl_coverage_is_whole (it->audit->coverage));
  assert_number_equal (it->audit->coverage->n_linked, 0);
  /* 里程明细 alone has three roads and their sum. */
  assert_true (it->audit->coverage->n_proved > 8);
  assert_true (it->audit->coverage->n_rows >= 4);
}

static void
the_numbers_of_a_sheet_that_was_put_in_were_compared_with_nothing (void **state)
{
  FoundBook *it = *state;
  yl_workbook_add_sheet (it->copy->workbook, "附表");
  found_book_put (it, "附表", 2, 1, YL_CONTENT_NUMBER, "500000");
  found_book_put (it, "附表", 3, 1, YL_CONTENT_NUMBER, "7");
  found_book_check (it);
  const YlCoverage *coverage = it->audit->coverage;
  assert_number_equal (coverage->gaps->len, 1);
  const YlCoverageGap *gap = &g_array_index (coverage->gaps, YlCoverageGap, 0);
  assert_string_equal (gap->cell, "B2");
  assert_number_equal (gap->n_figures, 2);
  assert_number_equal (gap->reason, YL_GAP_OUTSIDE);
}

static void
a_workbook_without_any_stored_value_is_worked_out_and_has_none_either (void **state)
{
  FoundBook *it = *state;
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
  assert_number_equal (yl_findings_get_n (found_book_check (it)), 0);
  assert_true (it->audit->has_stated);
  assert_fen_equal (it->audit->stated_fen, 3950000);
}

static void
a_longer_county_road_costs_its_rate_and_its_payee_gains (void **state)
{
  FoundBook *it = *state;
  found_book_put (it, DETAIL, FIRST, LENGTH, YL_CONTENT_NUMBER, "2.001");
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C10);
  assert_string_equal (finding->cell, "H4");
  assert_string_equal (finding->seen, "2.001");
  assert_string_equal (finding->expected, "2.000");
  assert_fen_equal (finding->at_stake.fen, 1000);
  assert_string_equal (finding->gainer, YL_COUNTY_AGENCY);
}

/* A document stands before its name. 县级农村公路管护机构 has 20,000.00. */
static void
whom_the_public_is_told_too_much_of_has_it (void **state)
{
  FoundBook *it = *state;
  found_book_put (it, "公开表", FIRST, 2, YL_CONTENT_NUMBER, "20001");
  const YlFinding *finding = found_book_check_one (it);
  assert_string_equal (finding->cell, "C4");
  assert_fen_equal (finding->at_stake.fen, 100);
  assert_string_equal (finding->gainer, YL_COUNTY_AGENCY);
}

static void
a_shorter_one_saves_the_county_the_same (void **state)
{
  FoundBook *it = *state;
  found_book_put (it, DETAIL, FIRST, LENGTH, YL_CONTENT_NUMBER, "1.999");
  const YlFinding *finding = found_book_check_one (it);
  assert_fen_equal (finding->at_stake.fen, -1000);
  assert_string_equal (finding->gainer, "县级财政");
}

static void
metres_for_kilometres_are_called_that (void **state)
{
  FoundBook *it = *state;
  found_book_put (it, DETAIL, FIRST, LENGTH, YL_CONTENT_NUMBER, "2000");
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C03);
  assert_fen_equal (finding->at_stake.fen, 2000000000 - 2000000);
}

static void
another_class_costs_the_difference_of_the_rates (void **state)
{
  FoundBook *it = *state;
  found_book_put (it, DETAIL, FIRST + 1, CLASS, YL_CONTENT_TEXT, "县道");
  const YlFinding *finding = found_book_check_one (it);
  assert_string_equal (finding->cell, "E5");
  assert_fen_equal (finding->at_stake.fen, 750000);
  assert_string_equal (finding->gainer, "沙镇镇");
}

static void
a_duplicate_mark_taken_away_or_put_in_is_priced (void **state)
{
  FoundBook *it = *state;
  found_book_put (it, DETAIL, FIRST + 2, DUPLICATE, YL_CONTENT_TEXT, "是");
  const YlFinding *finding = found_book_check_one (it);
  assert_string_equal (finding->cell, "I6");
  assert_int_equal (finding->severity, YL_SEVERITY_ERROR);
  assert_fen_equal (finding->at_stake.fen, -1200000);
}

static void
a_row_given_to_another_township_moves_its_money (void **state)
{
  FoundBook *it = *state;
  found_book_put (it, DETAIL, FIRST + 2, TOWNSHIP, YL_CONTENT_TEXT, "沙镇镇");
  const YlFinding *finding = found_book_check_one (it);
  assert_fen_equal (finding->at_stake.fen, 1200000);
  assert_string_equal (finding->gainer, "沙镇镇");
  assert_fen_equal (found_book_sum_steps (it->audit), 0);
}

static void
another_code_is_told_and_costs_nothing (void **state)
{
  FoundBook *it = *state;
  found_book_put (it, DETAIL, FIRST, CODE, YL_CONTENT_TEXT, "X009371502");
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_fen_equal (finding->at_stake.fen, 0);
}

static void
another_rate_costs_its_kilometres_and_names_its_document (void **state)
{
  FoundBook *it = *state;
  /* The county rate comes first: every key of the test's policy is called "key". */
  const YlFigureRange *rate = found_book_place_of (it, "policy.daily-rate.key");
  found_book_put (it, rate->sheet, rate->first_row, rate->column, YL_CONTENT_NUMBER, "7000");
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C10);
  assert_fen_equal (finding->at_stake.fen, -600000);
  assert_string_equal (finding->gainer, "县级财政");
  assert_non_null (finding->basis);
}

static void
an_amount_typed_over_its_formula_is_constant_less_formula (void **state)
{
  FoundBook *it = *state;
  YlCell *cell = found_book_cell (it, DETAIL, FIRST, AMOUNT);
  cell->formula = 0;
  cell->value = found_book_keep (it, "20000.01");
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C09);
  assert_string_equal (finding->cell, "S4");
  assert_fen_equal (finding->at_stake.fen, 1);
}

static void
a_line_of_demand_typed_over_reaches_the_total (void **state)
{
  FoundBook *it = *state;
  const YlFigureRange *line = found_book_place_of (it, "demand.daily.village.amount_fen");
  YlCell *cell = found_book_cell (it, line->sheet, line->first_row, line->column);
  cell->formula = 0;
  cell->value = found_book_keep (it, "13000");
  assert_fen_equal (found_book_check_one (it)->at_stake.fen, 100000);
  assert_fen_equal (found_book_sum_steps (it->audit), 3950000 - it->audit->stated_fen);
  assert_fen_equal (g_array_index (it->audit->steps, YlDifferenceStep, 0).amount_fen, -100000);
}

static void
a_constant_that_is_still_right_is_told_with_0 (void **state)
{
  FoundBook *it = *state;
  found_book_cell (it, DETAIL, FIRST, AMOUNT)->formula = 0;
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C09);
  assert_fen_equal (finding->at_stake.fen, 0);
}

/* The planned cell of @sheet whose text begins with @text. */
static const YlCell *
find_text (FoundBook *it, const char *sheet, const char *text)
{
  const GArray *cells = found_book_sheet (it, sheet)->cells;
  for (guint i = 0; i < cells->len; i++)
    if (g_str_has_prefix (
            yl_workbook_get_text (it->copy->workbook, g_array_index (cells, YlCell, i).value),
            text))
      return &g_array_index (cells, YlCell, i);
  fail_msg ("no %s on %s", text, sheet);
  return NULL;
}

static void
write_over (FoundBook *it, const char *sheet, const char *before, const char *after)
{
  const YlCell *cell = find_text (it, sheet, before);
  found_book_put (it, sheet, cell->row, cell->column, YL_CONTENT_TEXT, after);
}

static void
what_was_left_for_the_pen_may_be_filled_in (void **state)
{
  FoundBook *it = *state;
  write_over (it, DETAIL, "制表：", "制表：张三");
  write_over (it, DETAIL, "审核：", "审核：李四");
  write_over (it, DETAIL, "负责人：", "负责人：王五");
  write_over (it, DETAIL, "填报日期：", "填报日期：2021年3月1日");
  write_over (it, DETAIL, "编制单位：", "编制单位：东昌府区交通运输局");
  write_over (it, "封面", "2021年1月31日", "2021年4月1日");
  found_book_put (it, "封面", find_text (it, "封面", "财务负责人：")->row, 4, YL_CONTENT_TEXT,
                  "李四");
  const YlCell *day = find_text (it, "公开表", "公开日期");
  found_book_put (it, "公开表", day->row, 2, YL_CONTENT_NUMBER, "44256");
  const YlCell *phone = find_text (it, "公开表", "监督电话");
  found_book_put (it, "公开表", phone->row, 2, YL_CONTENT_TEXT, "0635-8241234");
  assert_number_equal (yl_findings_get_n (found_book_check (it)), 0);
}

static void
parts_of_the_year_that_may_be_changed_are_no_fault (void **state)
{
  FoundBook *it = *state;
  const YlFigureRange *part = found_book_place_of (it, "schedule_part[1]_ppm");
  found_book_put (it, part->sheet, part->first_row, part->column, YL_CONTENT_NUMBER, "0.6");
  found_book_put (it, part->sheet, part->first_row, part->column + 1u, YL_CONTENT_NUMBER, "0.1");
  assert_number_equal (yl_findings_get_n (found_book_check (it)), 0);
}

static void
a_total_that_leaves_a_row_out_is_short_by_it (void **state)
{
  FoundBook *it = *state;
  found_book_set_formula (it, DETAIL, FIRST + 3, AMOUNT, "ROUND(SUM('里程明细'!$S$4:$S$5),2)");
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C01);
  assert_string_equal (finding->cell, "S7");
  assert_fen_equal (finding->at_stake.fen, -1200000);
}

static void
the_same_formula_spelt_otherwise_is_the_same (void **state)
{
  FoundBook *it = *state;
  found_book_set_formula (
      it, DETAIL, FIRST + 3, AMOUNT,
      "round( SUM( offset( 里程明细!S4,0,0, ROW(里程明细!S7)-ROW(里程明细!S4),1.0)), 2.0 )");
  assert_number_equal (yl_findings_get_n (found_book_check (it)), 0);
}

static void
a_stored_total_that_its_rows_do_not_give_is_found (void **state)
{
  FoundBook *it = *state;
  found_book_cell (it, DETAIL, FIRST + 3, AMOUNT)->value = found_book_keep (it, "49500");
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C01);
  assert_string_equal (finding->expected, "39,500.00");
  assert_non_null (strstr (finding->expected_formula, "=ROUND(SUM("));
  assert_fen_equal (finding->at_stake.fen, 1000000);
}

static void
what_follows_from_a_changed_length_is_not_told_again (void **state)
{
  FoundBook *it = *state;
  found_book_put (it, DETAIL, FIRST, LENGTH, YL_CONTENT_NUMBER, "3");
  found_book_cell (it, DETAIL, FIRST, LENGTH + 8)->value = found_book_keep (it, "3");
  found_book_cell (it, DETAIL, FIRST, LENGTH + 9)->value = found_book_keep (it, "3");
  found_book_cell (it, DETAIL, FIRST, AMOUNT)->value = found_book_keep (it, "30000");
  found_book_cell (it, DETAIL, FIRST + 3, AMOUNT)->value = found_book_keep (it, "49500");
  assert_fen_equal (found_book_check_one (it)->at_stake.fen, 1000000);
}

static void
a_changed_grant_is_a_smaller_gap (void **state)
{
  FoundBook *it = *state;
  const YlFigureRange *grant = found_book_place_of (it, "sources.amount_fen");
  found_book_put (it, grant->sheet, grant->first_row, grant->column, YL_CONTENT_NUMBER, "12000");
  const YlFinding *finding = found_book_check_one (it);
  assert_fen_equal (finding->at_stake.fen, 200000);
  assert_string_equal (finding->gainer, "县级财政");
}

static void
a_changed_land_cost_is_priced_by_the_share (void **state)
{
  FoundBook *it = *state;
  const YlFigureRange *cost = found_book_place_of (it, "land.county.costs.1_fen");
  found_book_put (it, cost->sheet, cost->first_row, cost->column, YL_CONTENT_NUMBER, "500000");
  /* 100 000 yuan more of cost, 2.5 % of it less to be put in. */
  assert_fen_equal (found_book_check_one (it)->at_stake.fen, -250000);
}

static void
what_the_office_writes_by_hand_is_no_finding (void **state)
{
  FoundBook *it = *state;
  const YlFigureRange *paid = found_book_place_of (it, "schedule.amount_fen");
  found_book_put (it, paid->sheet, paid->first_row, 7, YL_CONTENT_NUMBER, "5000");
  found_book_put (it, DETAIL, 2, 0, YL_CONTENT_TEXT, "编制单位：东昌府区财政局");
  assert_number_equal (yl_findings_get_n (found_book_check (it)), 0);
}

static void
the_steps_lead_from_the_stated_to_the_recomputed_total (void **state)
{
  FoundBook *it = *state;
  found_book_put (it, DETAIL, FIRST, LENGTH, YL_CONTENT_NUMBER, "3");
  found_book_put (it, DETAIL, FIRST + 1, CLASS, YL_CONTENT_TEXT, "县道");
  const YlFigureRange *total = found_book_place_of_total (it);
  found_book_put (it, total->sheet, total->first_row, total->column, YL_CONTENT_NUMBER, "60000");
  found_book_check (it);
  assert_fen_equal (it->audit->stated_fen, 6000000);
  assert_fen_equal (found_book_sum_steps (it->audit), 3950000 - 6000000);
}

static void
a_row_whose_payee_was_emptied_belongs_to_nobody (void **state)
{
  FoundBook *it = *state;
  found_book_put (it, DETAIL, FIRST, AMOUNT + 1, YL_CONTENT_NONE, "");
  const YlFinding *finding = found_book_check_one (it);
  assert_fen_equal (finding->at_stake.fen, 2000000);
  assert_non_null (strstr (finding->message, "这一行的 20,000.00 元没有了归属。"));
}

static void
a_head_is_called_a_head (void **state)
{
  FoundBook *it = *state;
  found_book_put (it, DETAIL, FIRST - 1, AMOUNT, YL_CONTENT_TEXT, "金额（万元）");
  const YlFinding *finding = found_book_check_one (it);
  assert_string_equal (finding->cell, "S3");
  assert_true (g_str_has_prefix (finding->message, "“里程明细”S3（表头）"));
}

/* 乡道 at 6,000: 1.500 km more by 1,000 each. */
static void
whom_a_rate_concerns_is_told_by_name_and_yuan (void **state)
{
  FoundBook *it = *state;
  const YlFigureRange *rate = found_book_place_of (it, "policy.daily-rate.key");
  found_book_put (it, rate->sheet, rate->first_row + 1, rate->column, YL_CONTENT_NUMBER, "6000");
  const YlFinding *finding = found_book_check_one (it);
  assert_string_equal (finding->gainer, "沙镇镇");
  assert_true (g_str_has_suffix (finding->message, "多计 1,500.00 元：沙镇镇多 1,500.00 元。"));
}

/* 村道 at 2,000: 4.000 km less by 1,000 each; what 堂邑镇 is not paid the county keeps. */
static void
whom_a_lower_rate_takes_from_is_told (void **state)
{
  FoundBook *it = *state;
  const YlFigureRange *rate = found_book_place_of (it, "policy.daily-rate.key");
  found_book_put (it, rate->sheet, rate->first_row + 2, rate->column, YL_CONTENT_NUMBER, "2000");
  const YlFinding *finding = found_book_check_one (it);
  assert_string_equal (finding->gainer, "县级财政");
  assert_true (g_str_has_suffix (finding->message, "少计 4,000.00 元：堂邑镇少 4,000.00 元。"));
}

/* The province's 10,000.00 for daily maintenance no longer lessens what the county has to find:
 * 39,500.00 instead of 29,500.00; the total stays. */
static void
a_grant_for_another_purpose_costs_the_county_its_yuan (void **state)
{
  FoundBook *it = *state;
  const YlFigureRange *sources = found_book_place_of (it, "sources.amount_fen");
  found_book_put (it, "资金来源", sources->first_row, 3, YL_CONTENT_TEXT, "养护工程");
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->code, YL_C10);
  assert_int_equal (finding->severity, YL_SEVERITY_ERROR);
  assert_fen_equal (finding->at_stake.fen, 1000000);
  assert_string_equal (finding->gainer, "上级财政");
  assert_non_null (strstr (finding->message, "县级资金缺口多计 10,000.00 元"));
  assert_fen_equal (found_book_sum_steps (it->audit), 0);
}

/* How many of @n routes, each a metre longer than in the list, are told one by one; all are counted. */
static gsize
count_told_roads (guint n)
{
  g_autoptr (GArray) roads = g_array_new (FALSE, TRUE, sizeof (YlYearLine));
  const YlYearLine longer = {
    .code = "X001371502", .name = "", .township = "沙镇镇", .m = { 1001, 1000 }
  };
  for (guint i = 0; i < n; i++)
    g_array_append_val (roads, longer);
  g_autoptr (YlAudit) audit = yl_audit_new ("预算.xlsx");
  yl_book_check_roads (&(YlReconciliation){ .roads = roads }, audit);
  assert_number_equal (yl_findings_get_n_of_code (audit->findings, YL_C10), n);
  return yl_findings_get_n (audit->findings);
}

static void
two_hundred_routes_are_told_and_more_are_counted (void **state)
{
  (void) state;
  assert_number_equal (count_told_roads (200), 200);
  assert_number_equal (count_told_roads (201), 200);
}

int
main (void)
{
#define SENTENCE(name)                                                                             \
  cmocka_unit_test_setup_teardown (name, found_book_set_up, found_book_tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (an_unchanged_workbook_has_no_finding),
    SENTENCE (every_figure_of_an_unchanged_workbook_was_compared),
    SENTENCE (the_numbers_of_a_sheet_that_was_put_in_were_compared_with_nothing),
    SENTENCE (a_workbook_without_any_stored_value_is_worked_out_and_has_none_either),
    SENTENCE (a_longer_county_road_costs_its_rate_and_its_payee_gains),
    SENTENCE (whom_the_public_is_told_too_much_of_has_it),
    SENTENCE (a_shorter_one_saves_the_county_the_same),
    SENTENCE (metres_for_kilometres_are_called_that),
    SENTENCE (another_class_costs_the_difference_of_the_rates),
    SENTENCE (a_duplicate_mark_taken_away_or_put_in_is_priced),
    SENTENCE (a_row_given_to_another_township_moves_its_money),
    SENTENCE (another_code_is_told_and_costs_nothing),
    SENTENCE (another_rate_costs_its_kilometres_and_names_its_document),
    SENTENCE (an_amount_typed_over_its_formula_is_constant_less_formula),
    SENTENCE (a_line_of_demand_typed_over_reaches_the_total),
    SENTENCE (what_was_left_for_the_pen_may_be_filled_in),
    SENTENCE (parts_of_the_year_that_may_be_changed_are_no_fault),
    SENTENCE (a_constant_that_is_still_right_is_told_with_0),
    SENTENCE (a_total_that_leaves_a_row_out_is_short_by_it),
    SENTENCE (the_same_formula_spelt_otherwise_is_the_same),
    SENTENCE (a_stored_total_that_its_rows_do_not_give_is_found),
    SENTENCE (what_follows_from_a_changed_length_is_not_told_again),
    SENTENCE (a_changed_grant_is_a_smaller_gap),
    SENTENCE (a_changed_land_cost_is_priced_by_the_share),
    SENTENCE (a_row_whose_payee_was_emptied_belongs_to_nobody),
    SENTENCE (a_head_is_called_a_head),
    SENTENCE (whom_a_rate_concerns_is_told_by_name_and_yuan),
    SENTENCE (whom_a_lower_rate_takes_from_is_told),
    SENTENCE (a_grant_for_another_purpose_costs_the_county_its_yuan),
    SENTENCE (what_the_office_writes_by_hand_is_no_finding),
    SENTENCE (the_steps_lead_from_the_stated_to_the_recomputed_total),
    cmocka_unit_test (two_hundred_routes_are_told_and_more_are_counted),
  };
  return cmocka_run_group_tests_name ("book-check", tests, NULL, NULL);
}
