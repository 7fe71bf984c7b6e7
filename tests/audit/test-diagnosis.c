#include "support/assert.h"

#include "yanglu/audit/diagnosis/diagnosis.h"

#include <string.h>

/*
 * Five townships, 10000, 5000 and 3000 yuan per km: 10, 5 and 3 yuan a metre. The
 * kilometres are 县道, 乡道, 村道; what is expected is worked by hand beside them.
 */
#define N_ROWS 5
enum
{
  SHA,
  TANG,
  YU,
  HOU,
  LIANG,
  SUM,
};

typedef struct
{
  YlDiagnosisRow rows[N_ROWS + 1];
  YlDiagnosisItem items[16];
  YlDiagnosisMoney grants[2];
  YlDiagnosisMoney costs[2];
  YlDiagnosisCase problem;
} Case;

static void
put_row (
    Case *table, guint row, const char *name, gint64 county_m, gint64 township_m, gint64 village_m)
{
  static const char *const places[] = { "汇总!4", "汇总!5", "汇总!6", "汇总!7", "汇总!8" };
  const gint64 yuan = county_m * 10 + township_m * 5 + village_m * 3;
  table->rows[row] = (YlDiagnosisRow){ .place = places[row],
                                       .name = name,
                                       .length_m = { county_m, township_m, village_m },
                                       .stated_fen = yuan * 100,
                                       .expected_fen = yuan * 100 };
}

static int
set_up (void **state)
{
  Case *table = g_new0 (Case, 1);
  put_row (table, SHA, "沙镇镇", 12345, 8200, 20160);   /* 123450 + 41000 + 60480 = 224930 */
  put_row (table, TANG, "堂邑镇", 9870, 15310, 31025);  /* 98700 + 76550 + 93075 = 268325 */
  put_row (table, YU, "于集镇", 0, 22480, 18077);       /* 0 + 112400 + 54231 = 166631 */
  put_row (table, HOU, "侯营镇", 15006, 6730, 40912);   /* 150060 + 33650 + 122736 = 306446 */
  put_row (table, LIANG, "梁水镇", 7219, 11940, 27358); /* 72190 + 59700 + 82074 = 213964 */
  table->rows[SHA].duplicate_m[YL_RATE_VILLAGE] = 556;
  table->rows[TANG].duplicate_m[YL_RATE_TOWNSHIP] = 1310;
  table->rows[YU].dead_end_m[YL_RATE_VILLAGE] = 420;
  gsize n_old = 0;
  table->problem = (YlDiagnosisCase){ .noun = "乡镇",
                                      .rows = table->rows,
                                      .n_rows = N_ROWS,
                                      .rate_fen_per_km = { 1000000, 500000, 300000 },
                                      .items = table->items,
                                      .grants = table->grants,
                                      .land_costs = table->costs,
                                      .amount_decimals = 2 };
  table->problem.old_rates = yl_old_rates_get_known (&n_old);
  table->problem.n_old_rates = n_old;
  *state = table;
  return 0;
}

static int
tear_down (void **state)
{
  g_free (*state);
  return 0;
}

static void
add_item (Case *table, guint row, const char *name, YlRateKind rate, gint64 length_m)
{
  table->items[table->problem.n_items++] =
      (YlDiagnosisItem){ .name = name, .row = row, .rate = (guint8) rate, .length_m = length_m };
}

static void
state_yuan (Case *table, guint row, gint64 yuan)
{
  table->rows[row].stated_fen = yuan * 100;
}

/* The best explanation has these kinds and rows; the last kind is YL_N_CAUSE_KINDS for none. */
static void
assert_best (
    const Case *table, YlCauseKind first, guint n_first, YlCauseKind second, guint n_second)
{
  g_autoptr (GPtrArray) found = yl_diagnosis_run (&table->problem, NULL);
  assert_true (found->len > 0);
  const YlHypothesis *best = g_ptr_array_index (found, 0);
  const guint n = second == YL_N_CAUSE_KINDS ? 1 : 2;
  for (guint i = 0; i < best->causes->len; i++)
    print_message ("# %s\n", ((YlFoundCause *) g_ptr_array_index (best->causes, i))->text);
  assert_number_equal (best->causes->len, n);
  const YlFoundCause *one = g_ptr_array_index (best->causes, 0);
  assert_string_equal (yl_cause_get_key (one->kind), yl_cause_get_key (first));
  assert_number_equal (one->n_rows, n_first);
  if (n == 2)
    {
      const YlFoundCause *two = g_ptr_array_index (best->causes, 1);
      assert_string_equal (yl_cause_get_key (two->kind), yl_cause_get_key (second));
      assert_number_equal (two->n_rows, n_second);
    }
  assert_fen_equal (best->remaining_fen, 0);
  assert_fen_equal (best->explained_fen, yl_diagnosis_get_difference (&table->problem));
  assert_number_equal (best->share_ppm, 1000000);
}
#define assert_one(table, kind, n) assert_best ((table), (kind), (n), YL_N_CAUSE_KINDS, 0)

static void
a_budget_that_holds_needs_no_explanation (void **state)
{
  const Case *table = *state;
  g_autoptr (YlAudit) audit = yl_audit_new ("预算.xlsx");
  YlDiagnosisEffort effort;
  g_autoptr (GPtrArray) found = yl_diagnosis_run (&table->problem, &effort);
  yl_diagnosis_report (&table->problem, found, &effort, audit);
  assert_number_equal (audit->explanations->len, 0);
}

/* The three rows as sections of two roads. */
static void
a_road_of_many_sections_is_named_once (void **state)
{
  Case *table = *state;
  table->rows[SHA].name = "X001371502";
  table->rows[HOU].name = "X001371502";
  state_yuan (table, SHA, 224930 - 37035);
  state_yuan (table, HOU, 306446 - 45018);
  state_yuan (table, LIANG, 213964 - 21657);
  g_autoptr (YlAudit) audit = yl_audit_new ("预算.xlsx");
  YlDiagnosisEffort effort;
  g_autoptr (GPtrArray) found = yl_diagnosis_run (&table->problem, &effort);
  yl_diagnosis_report (&table->problem, found, &effort, audit);
  const YlExplanation *best = &g_array_index (audit->explanations, YlExplanation, 0);
  assert_true (g_str_has_prefix (best->cause,
                                 "5 个乡镇中有 3 个（X001371502、梁水镇）县道按 7,000 元/公里计"));
}

/* What is told of @n townships at 7000 yuan per km of 县道, where one more is right. */
static char *
tell_old_rate (guint n)
{
  static const char *const names[] = { "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸" };
  YlDiagnosisRow rows[G_N_ELEMENTS (names)];
  for (guint i = 0; i <= n; i++)
    {
      const gint64 m = 10000 + 137 * (gint64) i;
      rows[i] = (YlDiagnosisRow){ .place = "汇总!4",
                                  .name = names[i],
                                  .length_m = { m },
                                  .stated_fen = m * (i < n ? 700 : 1000),
                                  .expected_fen = m * 1000 };
    }
  YlDiagnosisCase problem = { .noun = "乡镇",
                              .rows = rows,
                              .n_rows = n + 1,
                              .rate_fen_per_km = { 1000000 },
                              .amount_decimals = 2 };
  problem.old_rates = yl_old_rates_get_known (&problem.n_old_rates);
  g_autoptr (YlAudit) audit = yl_audit_new ("预算.xlsx");
  YlDiagnosisEffort effort;
  g_autoptr (GPtrArray) found = yl_diagnosis_run (&problem, &effort);
  yl_diagnosis_report (&problem, found, &effort, audit);
  return g_strdup (g_array_index (audit->explanations, YlExplanation, 0).cause);
}

static void
eight_townships_are_named_and_no_ninth (void **state)
{
  (void) state;
  g_autofree char *eight = tell_old_rate (8);
  g_autofree char *nine = tell_old_rate (9);
  assert_true (g_str_has_prefix (
      eight, "9 个乡镇中有 8 个（甲、乙、丙、丁、戊、己、庚、辛）县道按 7,000 元/公里计"));
  assert_true (g_str_has_prefix (
      nine, "10 个乡镇中有 9 个（甲、乙、丙、丁、戊、己、庚、辛等）县道按 7,000 元/公里计"));
}

/* 县道 at 7000: 12.345 × 3000 = 37035 less, 15.006 × 3000 = 45018, 7.219 × 3000 = 21657. */
static void
an_older_rate_in_three_townships_is_one_mistake (void **state)
{
  Case *table = *state;
  state_yuan (table, SHA, 224930 - 37035);
  state_yuan (table, HOU, 306446 - 45018);
  state_yuan (table, LIANG, 213964 - 21657);
  assert_one (table, YL_CAUSE_OLD_RATE, 3);
  g_autoptr (YlAudit) audit = yl_audit_new ("预算.xlsx");
  YlDiagnosisEffort effort;
  g_autoptr (GPtrArray) found = yl_diagnosis_run (&table->problem, &effort);
  yl_diagnosis_report (&table->problem, found, &effort, audit);
  const YlExplanation *best = &g_array_index (audit->explanations, YlExplanation, 0);
  assert_string_equal (
      best->cause, "5 个乡镇中有 3 个（沙镇镇、侯营镇、梁水镇）县道按 7,000 元/公里计（应为 10,000 "
                   "元），即《农村公路养护管理办法》第九条的养护工程补助标准，可解释差额的 100%。");
  assert_string_equal (best->rows[0], "汇总!4");
  assert_string_equal (best->rows[2], "汇总!8");
  assert_null (best->rows[3]);
  assert_fen_equal (best->explained_fen, -10371000);
  assert_fen_equal (best->remaining_fen, 0);
}

/* 沙镇镇: 8.200 × 10000 + 12.345 × 5000 + 60480 = 82000 + 61725 + 60480. */
static void
rates_swapped_between_two_classes (void **state)
{
  Case *table = *state;
  state_yuan (table, SHA, 204205);
  assert_one (table, YL_CAUSE_RATES_SWAPPED, 1);
}

static void
wan_yuan_written_as_yuan (void **state)
{
  Case *table = *state;
  table->rows[TANG].stated_fen = 2683; /* 26.8325 万元 */
  assert_one (table, YL_CAUSE_AMOUNT_UNIT, 1);
  table->rows[TANG].stated_fen = 268325000000;
  assert_one (table, YL_CAUSE_AMOUNT_UNIT, 1);
}

/* 于集镇: 18.077 km of 村道 taken for metres: 18 m, 54 yuan. */
static void
kilometres_taken_for_metres (void **state)
{
  Case *table = *state;
  state_yuan (table, YU, 112400 + 54);
  assert_one (table, YL_CAUSE_LENGTH_UNIT, 1);
}

static void
two_digits_of_an_amount_swapped (void **state)
{
  Case *table = *state;
  state_yuan (table, HOU, 304646);
  assert_one (table, YL_CAUSE_DIGITS_SWAPPED, 1);
}

static void
a_digit_of_an_amount_lost_or_doubled (void **state)
{
  Case *table = *state;
  state_yuan (table, HOU, 30646);
  assert_one (table, YL_CAUSE_DIGIT_LOST, 1);
  state_yuan (table, HOU, 3006446);
  assert_one (table, YL_CAUSE_DIGIT_DOUBLED, 1);
}

/* 乡道 15.310 read as 13.510: 1800 m × 5; but 县道 9.870 read as 8.970 is 900 m × 10. */
static void
two_lengths_that_explain_equally_well_are_both_named (void **state)
{
  Case *table = *state;
  state_yuan (table, TANG, 268325 - 9000);
  assert_one (table, YL_CAUSE_DIGITS_SWAPPED, 1);
  g_autoptr (GPtrArray) found = yl_diagnosis_run (&table->problem, NULL);
  const YlHypothesis *best = g_ptr_array_index (found, 0);
  const YlFoundCause *cause = g_ptr_array_index (best->causes, 0);
  assert_number_equal (cause->n_alike, 2);
  assert_non_null (strstr (cause->text, "县道里程 9.870 公里写成 8.970 公里"));
  assert_non_null (
      strstr (cause->text, "同样吻合的还有 1 种情况：乡道里程 15.310 公里写成 13.510 公里"));
}

static void
amounts_one_row_lower_than_their_kilometres (void **state)
{
  Case *table = *state;
  state_yuan (table, TANG, 0);
  state_yuan (table, YU, 268325);
  state_yuan (table, HOU, 166631);
  state_yuan (table, LIANG, 306446);
  assert_one (table, YL_CAUSE_ROW_SHIFTED, 4);
}

static void
amounts_of_two_rows_exchanged (void **state)
{
  Case *table = *state;
  state_yuan (table, TANG, 166631);
  state_yuan (table, YU, 268325);
  assert_one (table, YL_CAUSE_ROW_SHIFTED, 2);
}

static void
roads_of (Case *table)
{
  add_item (table, SHA, "X001371502", YL_RATE_COUNTY, 12345);
  add_item (table, SHA, "Y012371502", YL_RATE_TOWNSHIP, 8200);
  add_item (table, SHA, "C034371502", YL_RATE_VILLAGE, 2904);
  add_item (table, SHA, "C035371502", YL_RATE_VILLAGE, 17256);
}

static void
a_road_twice_or_missing_or_in_another_class (void **state)
{
  Case *table = *state;
  roads_of (table);
  state_yuan (table, SHA, 224930 + 8712); /* 2.904 × 3000 */
  assert_one (table, YL_CAUSE_ROAD_TWICE, 1);
  state_yuan (table, SHA, 224930 - 8712);
  assert_one (table, YL_CAUSE_ROAD_MISSING, 1);
  state_yuan (table, SHA, 224930 + 5808); /* 2.904 × (5000 − 3000) */
  assert_one (table, YL_CAUSE_WRONG_CLASS, 1);
}

/* The kilometres that the table itself states show which it was. */
static void
stated_kilometres_refute_what_they_do_not_show (void **state)
{
  Case *table = *state;
  roads_of (table);
  for (guint i = 0; i < N_ROWS; i++)
    {
      table->rows[i].has_lengths = TRUE;
      memcpy (table->rows[i].stated_length_m, table->rows[i].length_m,
              sizeof table->rows[i].length_m);
    }
  state_yuan (table, SHA, 224930 + 8712);
  table->rows[SHA].stated_length_m[YL_RATE_VILLAGE] += 2904;
  assert_one (table, YL_CAUSE_ROAD_TWICE, 1);
  table->rows[SHA].stated_length_m[YL_RATE_VILLAGE] += 1;
  g_autoptr (GPtrArray) found = yl_diagnosis_run (&table->problem, NULL);
  assert_number_equal (found->len, 0);
}

/* 556 × 3 in 沙镇镇, 1310 × 5 in 堂邑镇; 于集镇 has only a dead end of 420 m. */
static void
duplicates_counted_with_and_without_dead_ends (void **state)
{
  Case *table = *state;
  state_yuan (table, SHA, 224930 + 1668);
  state_yuan (table, TANG, 268325 + 6550);
  assert_one (table, YL_CAUSE_NOT_COUNTED, 2);
  state_yuan (table, YU, 166631 + 1260);
  assert_one (table, YL_CAUSE_NOT_COUNTED, 3);
}

/* Tens of thousands with two decimals: 22.49, 26.83, 16.66, 30.64, 21.40. */
static void
amounts_rounded_to_hundredths_of_wan_yuan (void **state)
{
  Case *table = *state;
  const gint64 yuan[N_ROWS] = { 224900, 268300, 166600, 306400, 214000 };
  for (guint i = 0; i < N_ROWS; i++)
    state_yuan (table, i, yuan[i]);
  assert_one (table, YL_CAUSE_ROUNDING, 5);
}

static void
an_old_rate_and_a_slip_elsewhere_are_two_mistakes (void **state)
{
  Case *table = *state;
  state_yuan (table, SHA, 224930 - 37035);
  state_yuan (table, TANG, 268325 - 29610);
  state_yuan (table, HOU, 306446 - 45018);
  state_yuan (table, LIANG, 213964 - 21657);
  state_yuan (table, YU, 166361);
  assert_best (table, YL_CAUSE_OLD_RATE, 4, YL_CAUSE_DIGITS_SWAPPED, 1);
}

/* 堂邑镇: (268325 − 29610) with its second and third digits swapped. */
static void
two_mistakes_in_one_row (void **state)
{
  Case *table = *state;
  state_yuan (table, SHA, 224930 - 37035);
  state_yuan (table, TANG, 283715);
  state_yuan (table, HOU, 306446 - 45018);
  state_yuan (table, LIANG, 213964 - 21657);
  assert_best (table, YL_CAUSE_OLD_RATE, 4, YL_CAUSE_DIGITS_SWAPPED, 1);
}

/* 1180296 in all; the stated sum leaves 于集镇 out. */
static void
a_sum_that_leaves_a_row_out (void **state)
{
  Case *table = *state;
  table->rows[SUM] = (YlDiagnosisRow){ .place = "汇总!9",
                                       .name = "合计",
                                       .role = YL_DIAGNOSIS_SUM,
                                       .stated_fen = 118029600 - 16663100,
                                       .expected_fen = 118029600 };
  table->problem.n_rows = N_ROWS + 1;
  assert_one (table, YL_CAUSE_ROAD_MISSING, 1);
  table->rows[SUM].stated_fen = 118029600;
  assert_fen_equal (yl_diagnosis_get_difference (&table->problem), 0);
}

/* 1180296 − 200000 lawful; 养护工程 150000 and 80000 stand beside. */
static void
an_engineering_grant_taken_off_the_gap (void **state)
{
  Case *table = *state;
  table->rows[0] = (YlDiagnosisRow){ .place = "资金!9",
                                     .name = "县级缺口",
                                     .role = YL_DIAGNOSIS_GAP,
                                     .length_m = { 44440, 64660, 137532 },
                                     .deduct_fen = 20000000,
                                     .expected_fen = 98029600,
                                     .stated_fen = 98029600 - 8000000 };
  table->grants[0] = (YlDiagnosisMoney){ .name = "省级养护工程补助", .amount_fen = 15000000 };
  table->grants[1] = (YlDiagnosisMoney){ .name = "市级养护工程补助", .amount_fen = 8000000 };
  table->problem.n_rows = 1;
  table->problem.n_grants = 2;
  assert_one (table, YL_CAUSE_GRANT_NETTED, 1);
  table->rows[0].stated_fen = 98029600 - 23000000;
  assert_one (table, YL_CAUSE_GRANT_NETTED, 1);
}

/* Income 5000000, costs 3200000 and 300000: 2% of 1500000 is 30000, of 5000000 it is 100000. */
static void
a_share_of_income_instead_of_net_revenue (void **state)
{
  Case *table = *state;
  table->rows[0] = (YlDiagnosisRow){ .place = "土地!6",
                                     .name = "应计提",
                                     .role = YL_DIAGNOSIS_DUE,
                                     .expected_fen = 3000000,
                                     .stated_fen = 10000000 };
  table->costs[0] = (YlDiagnosisMoney){ .name = "征地和拆迁补偿", .amount_fen = 320000000 };
  table->costs[1] = (YlDiagnosisMoney){ .name = "土地开发", .amount_fen = 30000000 };
  table->problem.land_income_fen = 500000000;
  table->problem.land_share_ppm = 20000;
  table->problem.n_rows = 1;
  table->problem.n_land_costs = 2;
  assert_one (table, YL_CAUSE_INCOME_SHARE, 1);
  table->rows[0].stated_fen = 3600000; /* 土地开发 not taken off */
  assert_one (table, YL_CAUSE_INCOME_SHARE, 1);
}

/* 5 yuan from right, in no digit of anything. */
static void
what_nothing_explains_is_said_to_be_so (void **state)
{
  Case *table = *state;
  state_yuan (table, HOU, 306446 + 41237);
  g_autoptr (YlAudit) audit = yl_audit_new ("预算.xlsx");
  YlDiagnosisEffort effort;
  g_autoptr (GPtrArray) found = yl_diagnosis_run (&table->problem, &effort);
  yl_diagnosis_report (&table->problem, found, &effort, audit);
  assert_number_equal (audit->explanations->len, 1);
  const YlExplanation *only = &g_array_index (audit->explanations, YlExplanation, 0);
  assert_string_equal (only->cause,
                       "已知的常见错误（单独或两两组合）都不能解释这一差额，请逐行核对。");
  assert_fen_equal (only->explained_fen, 0);
  assert_fen_equal (only->remaining_fen, 4123700);
}

/* @n_rows rows that are each a yuan off, and no explanation; (transfer full): what is said. */
static char *
say_of_many (gsize n_rows)
{
  g_autofree YlDiagnosisRow *rows = g_new0 (YlDiagnosisRow, n_rows);
  g_autoptr (YlAudit) audit = yl_audit_new ("预算.xlsx");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  for (gsize i = 0; i < n_rows; i++)
    rows[i] = (YlDiagnosisRow){ .place = "汇总!1", .name = "沙镇镇", .stated_fen = 100 };
  const YlDiagnosisCase problem = { .noun = "乡镇", .rows = rows, .n_rows = n_rows };
  yl_diagnosis_report (&problem, none, &(YlDiagnosisEffort){ 0 }, audit);
  return g_strdup (g_array_index (audit->explanations, YlExplanation, 0).cause);
}

static void
of_more_than_twenty_thousand_rows_it_is_said_that_only_these_were_looked_into (void **state)
{
  (void) state;
  g_autofree char *at = say_of_many (20000);
  g_autofree char *above = say_of_many (20001);
  assert_string_equal (at, "已知的常见错误（单独或两两组合）都不能解释这一差额，请逐行核对。");
  assert_string_equal (above,
                       "已知的常见错误（单独或两两组合）都不能解释这一差额（有差额的共 20001 行，"
                       "只在前 20000 行中找了原因），请逐行核对。");
}

#define sentence(test) cmocka_unit_test_setup_teardown (test, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    sentence (a_budget_that_holds_needs_no_explanation),
    sentence (a_road_of_many_sections_is_named_once),
    sentence (eight_townships_are_named_and_no_ninth),
    sentence (an_older_rate_in_three_townships_is_one_mistake),
    sentence (rates_swapped_between_two_classes),
    sentence (wan_yuan_written_as_yuan),
    sentence (kilometres_taken_for_metres),
    sentence (two_digits_of_an_amount_swapped),
    sentence (a_digit_of_an_amount_lost_or_doubled),
    sentence (two_lengths_that_explain_equally_well_are_both_named),
    sentence (amounts_one_row_lower_than_their_kilometres),
    sentence (amounts_of_two_rows_exchanged),
    sentence (a_road_twice_or_missing_or_in_another_class),
    sentence (stated_kilometres_refute_what_they_do_not_show),
    sentence (duplicates_counted_with_and_without_dead_ends),
    sentence (amounts_rounded_to_hundredths_of_wan_yuan),
    sentence (an_old_rate_and_a_slip_elsewhere_are_two_mistakes),
    sentence (two_mistakes_in_one_row),
    sentence (a_sum_that_leaves_a_row_out),
    sentence (an_engineering_grant_taken_off_the_gap),
    sentence (a_share_of_income_instead_of_net_revenue),
    sentence (what_nothing_explains_is_said_to_be_so),
    cmocka_unit_test (
        of_more_than_twenty_thousand_rows_it_is_said_that_only_these_were_looked_into),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
