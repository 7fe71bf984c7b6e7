#include "support/assert.h"
#include "support/county.h"

#include "yanglu/audit/diagnosis/table.h"

#include <string.h>

/*
 * 沙镇镇: 12.345 km 县道, 8.200 乡道 = 123450 + 41000 = 164450 yuan; 堂邑镇: 2.900 km 村道 = 8700,
 * beside 0.556 km 重复路段 (1668 yuan, not counted); 于集镇: 10.000 km 县道 = 100000.
 * Together 273150.
 */
typedef struct
{
  YlTestCounty *county;
  YlFoundBudget *found;
  YlFoundTable *table;
} State;

static int
set_up (void **state)
{
  State *self = g_new0 (State, 1);
  yl_test_county_set_up ((void **) &self->county);
  add_road (self->county, .code = "X001371502", .road_class = YL_CLASS_COUNTY, .km = "12.345",
            .township = "沙镇镇", .township_code = 371502101);
  add_road (self->county, .code = "Y012371502", .road_class = YL_CLASS_TOWNSHIP, .km = "8.200",
            .township = "沙镇镇", .township_code = 371502101);
  add_road (self->county, .code = "C034371502", .road_class = YL_CLASS_VILLAGE, .km = "2.900",
            .township = "堂邑镇", .township_code = 371502102);
  add_road (self->county, .code = "C034371502", .road_class = YL_CLASS_VILLAGE, .km = "0.556",
            .township = "堂邑镇", .township_code = 371502102, .flags = YL_ROAD_DUPLICATE);
  add_road (self->county, .code = "X002371502", .road_class = YL_CLASS_COUNTY, .km = "10.000",
            .township = "于集镇");
  self->found = yl_found_budget_new ("预算.xlsx");
  self->table = yl_found_budget_add_table (self->found, "汇总", 3, "");
  *state = self;
  return 0;
}

static int
tear_down (void **state)
{
  State *self = *state;
  yl_arena_free_record (self->found);
  yl_test_county_free (self->county);
  g_free (self);
  return 0;
}

static void
put_column (YlFoundTable *table, guint16 column, YlFoundMeaning meaning, guint rate, gint64 unit)
{
  yl_found_table_add_column (table, &(YlFoundColumn){ .column = column,
                                                      .meaning = (guint8) meaning,
                                                      .rate = (guint8) rate,
                                                      .purpose = YL_N_PURPOSES,
                                                      .unit = unit,
                                                      .head = "金额" });
}

static YlFoundRow *
put_row (YlFoundTable *table, guint32 number, const char *township, YlFoundRowKind kind)
{
  YlFoundRow *row = yl_found_table_add_row (table, number, township);
  row->kind = (guint8) kind;
  row->rate = YL_FOUND_ALL_CLASSES;
  if (kind == YL_FOUND_ROW_ITEM)
    row->township = yl_arena_keep (table->arena, township);
  return row;
}

static void
put_number (YlFoundRow *row, guint column, gint64 units)
{
  yl_found_row_set (row, column, &(YlFoundValue){ .units = units, .is_known = TRUE, .text = "" });
}

/* A column of townships and one of amounts, in yuan. */
static void
put_amounts (State *self, gint64 sha, gint64 tang, gint64 yu, gint64 sum)
{
  static const char *const names[] = { "沙镇镇", "堂邑镇", "于集镇", "合计" };
  const gint64 yuan[] = { sha, tang, yu, sum };
  put_column (self->table, 0, YL_FOUND_TOWNSHIP, YL_FOUND_ALL_CLASSES, 1);
  put_column (self->table, 1, YL_FOUND_AMOUNT, YL_FOUND_ALL_CLASSES, 100);
  for (guint i = 0; i < 4; i++)
    put_number (
        put_row (self->table, 4 + i, names[i], i == 3 ? YL_FOUND_ROW_TOTAL : YL_FOUND_ROW_ITEM), 1,
        yuan[i] * 100);
}

/* The first explanation begins so; its first row stands at @place. */
static void
assert_told (State *self, const YlBudget *budget, const char *beginning, const char *place)
{
  g_autoptr (YlAudit) audit = yl_audit_new ("预算.xlsx");
  const YlBudget *made = yl_test_county_get_budget (self->county);
  const YlDiagnosisRecord record = { .budget = budget, .policy = made->policy };
  yl_diagnosis_report_tables (self->found, &record, YL_DIAGNOSIS_OF_ALL, audit);
  assert_true (audit->explanations->len > 0);
  const YlExplanation *first = &g_array_index (audit->explanations, YlExplanation, 0);
  print_message ("# %s\n", first->cause);
  assert_true (g_str_has_prefix (first->cause, beginning));
  assert_string_equal (first->rows[0], place);
  assert_fen_equal (first->remaining_fen, 0);
}

/* In 万元: 164 450 yuan is 16.45, and 10 km at 7 000 yuan are 7.00. */
static void
the_rounding_of_single_rows_in_wan_yuan_is_no_mistake (void **state)
{
  State *self = *state;
  static const char *const names[] = { "沙镇镇", "堂邑镇", "于集镇", "合计" };
  static const char *const texts[] = { "16.45", "0.87", "7.00", "24.32" };
  static const gint64 fen[] = { 16450000, 870000, 7000000, 24320000 };
  put_column (self->table, 0, YL_FOUND_TOWNSHIP, YL_FOUND_ALL_CLASSES, 1);
  put_column (self->table, 1, YL_FOUND_AMOUNT, YL_FOUND_ALL_CLASSES, 1000000);
  for (guint i = 0; i < 4; i++)
    yl_found_row_set (
        put_row (self->table, 4 + i, names[i], i == 3 ? YL_FOUND_ROW_TOTAL : YL_FOUND_ROW_ITEM), 1,
        &(YlFoundValue){ .units = fen[i], .is_known = TRUE, .text = texts[i] });
  assert_told (self, yl_test_county_get_budget (self->county),
               "3 个乡镇中有 1 个（于集镇）县道按 7,000 元/公里计", "汇总!6");
}

static void
a_table_that_holds_needs_no_explanation (void **state)
{
  State *self = *state;
  const YlBudget *budget = yl_test_county_get_budget (self->county);
  g_autoptr (YlAudit) audit = yl_audit_new ("预算.xlsx");
  put_amounts (self, 164450, 8700, 100000, 273150);
  const YlDiagnosisRecord record = { .budget = budget, .policy = budget->policy };
  yl_diagnosis_report_tables (self->found, &record, YL_DIAGNOSIS_OF_ALL, audit);
  assert_number_equal (audit->explanations->len, 0);
}

/* 12.345 × 3000 = 37035 and 10.000 × 3000 = 30000 less. */
static void
an_older_rate_is_found_from_the_roads (void **state)
{
  State *self = *state;
  put_amounts (self, 127415, 8700, 70000, 206115);
  assert_told (self, yl_test_county_get_budget (self->county),
               "3 个乡镇中有 2 个（沙镇镇、于集镇，凡涉及的都在内）县道按 7,000 元/公里计",
               "汇总!4");
}

static void
a_road_is_named_with_its_code (void **state)
{
  State *self = *state;
  put_amounts (self, 123450, 8700, 100000, 232150);
  assert_told (self, yl_test_county_get_budget (self->county),
               "沙镇镇：Y012371502（8.200 公里）漏计", "汇总!4");
}

static void
duplicates_of_the_list_are_known (void **state)
{
  State *self = *state;
  put_amounts (self, 164450, 8700 + 1668, 100000, 273150 + 1668);
  assert_told (self, yl_test_county_get_budget (self->county),
               "3 个乡镇中有 1 个（堂邑镇）把重复路段计入了里程（C034371502 0.556 公里）",
               "汇总!5");
}

static void
a_township_that_stands_twice_is_named (void **state)
{
  State *self = *state;
  put_amounts (self, 164450, 8700, 100000, 437600);
  put_number (put_row (self->table, 8, "沙镇镇", YL_FOUND_ROW_ITEM), 1, 16445000);
  assert_told (self, yl_test_county_get_budget (self->county), "沙镇镇：重复列了“沙镇镇”一行",
               "汇总!8");
}

/* Only a total: 273150 − 37035, the older rate in 沙镇镇 alone. */
static void
one_total_is_explained_by_townships (void **state)
{
  State *self = *state;
  put_column (self->table, 1, YL_FOUND_AMOUNT, YL_FOUND_ALL_CLASSES, 100);
  put_number (put_row (self->table, 4, "合计", YL_FOUND_ROW_TOTAL), 0, 23611500);
  assert_told (self, yl_test_county_get_budget (self->county),
               "合计：3 个乡镇中有 1 个（沙镇镇）县道按 7,000 元/公里计", "汇总!4");
}

/* Without a road list: 县道 12.345 km, amount 86415 = × 7000. */
static void
without_roads_the_stated_kilometres_are_the_record (void **state)
{
  State *self = *state;
  put_column (self->table, 0, YL_FOUND_TOWNSHIP, YL_FOUND_ALL_CLASSES, 1);
  put_column (self->table, 1, YL_FOUND_LENGTH, YL_RATE_COUNTY, 1000);
  put_column (self->table, 2, YL_FOUND_AMOUNT, YL_FOUND_ALL_CLASSES, 100);
  YlFoundRow *sha = put_row (self->table, 4, "沙镇镇", YL_FOUND_ROW_ITEM);
  put_number (sha, 1, 12345);
  put_number (sha, 2, 8641500);
  YlFoundRow *yu = put_row (self->table, 5, "于集镇", YL_FOUND_ROW_ITEM);
  put_number (yu, 1, 10000);
  put_number (yu, 2, 10000000);
  assert_told (self, NULL, "2 个乡镇中有 1 个（沙镇镇）县道按 7,000 元/公里计", "汇总!4");
}

/* 沙镇镇 has 12 345.67 yuan more, and no mistake makes that. */
static guint
count_told (State *self, YlDiagnosisScope scope, gint64 stake_fen)
{
  const YlBudget *budget = yl_test_county_get_budget (self->county);
  const YlDiagnosisRecord record = { .budget = budget, .policy = budget->policy };
  g_autoptr (YlAudit) audit = yl_audit_new ("预算.xlsx");
  yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C09,
                                                  .severity = YL_SEVERITY_ERROR,
                                                  .message = "公式被改成了数值",
                                                  .at_stake = { stake_fen },
                                                  .is_priced = TRUE });
  yl_diagnosis_report_tables (self->found, &record, scope, audit);
  return audit->explanations->len;
}

static void
what_the_errors_of_our_book_come_to_needs_no_other_cause (void **state)
{
  State *self = *state;
  put_amounts (self, 164450, 8700, 100000, 273150);
  put_number (g_ptr_array_index (self->table->rows, 0), 1, 16445000 + 1234567);
  assert_number_equal (count_told (self, YL_DIAGNOSIS_OF_OUR_BOOK, 1234567), 0);
  assert_number_equal (count_told (self, YL_DIAGNOSIS_OF_OUR_BOOK, 1234566), 1);
  assert_number_equal (count_told (self, YL_DIAGNOSIS_OF_ALL, 1234567), 1);
}

static void
a_table_without_amounts_is_no_difference (void **state)
{
  State *self = *state;
  const YlBudget *budget = yl_test_county_get_budget (self->county);
  put_column (self->table, 0, YL_FOUND_TOWNSHIP, YL_FOUND_ALL_CLASSES, 1);
  put_row (self->table, 4, "沙镇镇", YL_FOUND_ROW_ITEM);
  g_autoptr (YlAudit) audit = yl_audit_new ("预算.xlsx");
  const YlDiagnosisRecord record = { .budget = budget, .policy = budget->policy };
  yl_diagnosis_report_tables (self->found, &record, YL_DIAGNOSIS_OF_ALL, audit);
  assert_number_equal (audit->explanations->len, 0);
}

#define sentence(test) cmocka_unit_test_setup_teardown (test, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    sentence (a_table_that_holds_needs_no_explanation),
    sentence (the_rounding_of_single_rows_in_wan_yuan_is_no_mistake),
    sentence (an_older_rate_is_found_from_the_roads),
    sentence (a_road_is_named_with_its_code),
    sentence (duplicates_of_the_list_are_known),
    sentence (a_township_that_stands_twice_is_named),
    sentence (one_total_is_explained_by_townships),
    sentence (without_roads_the_stated_kilometres_are_the_record),
    sentence (what_the_errors_of_our_book_come_to_needs_no_other_cause),
    sentence (a_table_without_amounts_is_no_difference),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
