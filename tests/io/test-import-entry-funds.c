#include "entry-fixture.h"

#define HEADS "资金名称|来源层级|用途|资金性质|种类|科目编码|文号|金额(元)\n"

static void
read_funds (YlEntryFixture *fixture, const char *rows)
{
  yl_entry_fixture_read (fixture, YL_ENTRY_ALL, "资金来源", rows);
}

static const YlSource *
get_source (const YlEntryFixture *fixture, guint index)
{
  assert_true (index < fixture->entry->sources->len);
  return &g_array_index (fixture->entry->sources, YlSource, index);
}

static void
a_source_is_read_with_level_purpose_fund_kind_and_document (void **state)
{
  YlEntryFixture *fixture = *state;
  read_funds (
      fixture,
      "资金来源表\n单位：元\n" HEADS
      "省级补助|省|日常养护|一般公共预算|上级补助|2140106|鲁交财〔2021〕3号|3,000,000.50\n");
  assert_no_findings (fixture->findings);
  const YlSource *source = get_source (fixture, 0);
  assert_string_equal (source->name, "省级补助");
  assert_int_equal (source->level, YL_PAYER_PROVINCE);
  assert_int_equal (source->purpose, YL_PURPOSE_DAILY);
  assert_int_equal (source->fund, YL_FUND_GENERAL);
  assert_int_equal (source->kind, YL_KIND_GRANT);
  assert_string_equal (source->account, "2140106");
  assert_string_equal (source->document, "鲁交财〔2021〕3号");
  assert_fen_equal (source->amount.fen, 300000050);
  assert_number_equal (source->row, 4);
}

static void
columns_may_stand_in_any_order_and_amounts_in_wan (void **state)
{
  YlEntryFixture *fixture = *state;
  read_funds (fixture, "金额（万元）|备注|用途|来源层级|资金性质|种类\n"
                       "1.5|x|建设|市级|政府性基金|土地出让\n");
  assert_no_findings (fixture->findings);
  assert_fen_equal (get_source (fixture, 0)->amount.fen, 1500000);
}

static void
sums_and_blank_rows_are_no_sources (void **state)
{
  YlEntryFixture *fixture = *state;
  read_funds (fixture, HEADS "甲|县|日常养护|一般公共预算|本级安排|||5\n|||||||\n合 计|||||||5\n");
  assert_no_findings (fixture->findings);
  assert_number_equal (fixture->entry->sources->len, 1);
}

static void
a_row_with_an_unreadable_amount_is_left_out_and_that_is_said (void **state)
{
  YlEntryFixture *fixture = *state;
  read_funds (fixture, HEADS "甲|县|日常养护|一般公共预算|本级安排|||1,2.3,4\n"
                             "乙|县|日常养护|一般公共预算|本级安排|||-5\n"
                             "丙|县|日常养护|一般公共预算|本级安排|||12万元\n");
  assert_number_equal (fixture->entry->sources->len, 0);
  for (guint32 row = 2; row <= 4; row++)
    assert_finding (fixture->findings, YL_C04, row, "金额(元)");
  assert_string_equal (yl_findings_find (fixture->findings, YL_C04)->message,
                       "“1,2.3,4”不是可以读懂的金额，应为不小于 0、不带单位的数（元），如 "
                       "123456.00；该笔资金未计入。");
}

static void
the_largest_amount_is_read_and_one_fen_more_is_not (void **state)
{
  YlEntryFixture *fixture = *state;
  read_funds (fixture, HEADS "甲|县|日常养护|一般公共预算|本级安排|||10000000000000.00\n"
                             "乙|县|日常养护|一般公共预算|本级安排|||10000000000000.01\n");
  assert_number_equal (fixture->entry->sources->len, 1);
  assert_finding (fixture->findings, YL_C04, 3, "金额(元)");
}

static void
a_level_outside_the_set_names_the_set_and_prices_the_row (void **state)
{
  YlEntryFixture *fixture = *state;
  read_funds (fixture, HEADS "甲|地市|日常养护|一般公共预算|上级补助|||100\n");
  assert_number_equal (fixture->entry->sources->len, 0);
  assert_finding (fixture->findings, YL_E02, 2, "来源层级");
  const YlFinding *finding = yl_findings_find (fixture->findings, YL_E02);
  assert_string_equal (finding->expected, "中央、省、市、县、乡镇、社会 之一");
  assert_true (finding->is_priced);
  assert_fen_equal (finding->at_stake.fen, 10000);
}

static void
two_faults_in_a_row_are_two_findings_but_one_sum_of_money (void **state)
{
  YlEntryFixture *fixture = *state;
  read_funds (fixture, HEADS "甲|地市|吃饭|一般公共预算|上级补助|||100\n");
  assert_finding (fixture->findings, YL_E02, 2, "来源层级");
  assert_finding (fixture->findings, YL_E02, 2, "用途");
  assert_number_equal (yl_findings_get_n (fixture->findings), 2);
  assert_true (yl_findings_get (fixture->findings, 0)->is_priced);
  assert_false (yl_findings_get (fixture->findings, 1)->is_priced);
}

static void
a_blank_fund_follows_from_the_account_or_from_social_money_alone (void **state)
{
  YlEntryFixture *fixture = *state;
  read_funds (fixture, HEADS "甲|县|日常养护||本级安排|2120804||1\n乙|社会|日常养护||捐助|||2\n"
                             "丙|县|日常养护||本级安排|||3\n");
  assert_number_equal (fixture->entry->sources->len, 2);
  assert_int_equal (get_source (fixture, 0)->fund, YL_FUND_GOVERNMENT);
  assert_int_equal (get_source (fixture, 1)->fund, YL_FUND_SOCIAL);
  assert_finding (fixture->findings, YL_E02, 4, "资金性质");
  assert_number_equal (yl_findings_get_n_of_severity (fixture->findings, YL_SEVERITY_INFO), 2);
  assert_number_equal (yl_findings_get_n_of_severity (fixture->findings, YL_SEVERITY_ERROR), 1);
}

static void
a_blank_kind_counts_as_other_and_is_told (void **state)
{
  YlEntryFixture *fixture = *state;
  read_funds (fixture, HEADS "甲|县|日常养护|一般公共预算|||　|1\n");
  assert_int_equal (get_source (fixture, 0)->kind, YL_KIND_OTHER);
  assert_finding (fixture->findings, YL_E02, 2, "种类");
  assert_number_equal (yl_findings_get_n_of_severity (fixture->findings, YL_SEVERITY_WARNING), 1);
}

static void
a_column_that_is_missing_is_called_by_its_usual_name (void **state)
{
  YlEntryFixture *fixture = *state;
  read_funds (fixture, "来源层级|用途|金额\n县|日常养护|1\n");
  assert_finding (fixture->findings, YL_E02, 2, "资金性质");
}

static void
an_amount_with_parts_of_a_fen_is_rounded_and_told (void **state)
{
  YlEntryFixture *fixture = *state;
  read_funds (fixture, HEADS "甲|县|日常养护|一般公共预算|本级安排|||0.005\n");
  assert_fen_equal (get_source (fixture, 0)->amount.fen, 1);
  assert_finding (fixture->findings, YL_E09, 2, "金额(元)");
}

static void
a_csv_with_the_same_heads_is_read_alone (void **state)
{
  YlEntryFixture *fixture = *state;
  yl_entry_fixture_read (fixture, YL_ENTRY_FUNDS, "",
                         HEADS "甲|县|日常养护|一般公共预算|本级安排|||1\n");
  assert_no_findings (fixture->findings);
  assert_number_equal (fixture->entry->sources->len, 1);
}

static void
heads_printed_again_on_the_next_page_are_no_source (void **state)
{
  YlEntryFixture *fixture = *state;
  read_funds (fixture, HEADS "甲|县|日常养护|一般公共预算|本级安排|||1\n" HEADS
                             "乙|县|日常养护|一般公共预算|本级安排|||1\n");
  assert_no_findings (fixture->findings);
  assert_number_equal (fixture->entry->sources->len, 2);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    yl_entry_test (a_source_is_read_with_level_purpose_fund_kind_and_document),
    yl_entry_test (columns_may_stand_in_any_order_and_amounts_in_wan),
    yl_entry_test (sums_and_blank_rows_are_no_sources),
    yl_entry_test (a_row_with_an_unreadable_amount_is_left_out_and_that_is_said),
    yl_entry_test (the_largest_amount_is_read_and_one_fen_more_is_not),
    yl_entry_test (a_level_outside_the_set_names_the_set_and_prices_the_row),
    yl_entry_test (two_faults_in_a_row_are_two_findings_but_one_sum_of_money),
    yl_entry_test (a_blank_fund_follows_from_the_account_or_from_social_money_alone),
    yl_entry_test (a_blank_kind_counts_as_other_and_is_told),
    yl_entry_test (a_column_that_is_missing_is_called_by_its_usual_name),
    yl_entry_test (an_amount_with_parts_of_a_fen_is_rounded_and_told),
    yl_entry_test (a_csv_with_the_same_heads_is_read_alone),
    yl_entry_test (heads_printed_again_on_the_next_page_are_no_source),
  };
  return cmocka_run_group_tests_name ("import funds", tests, NULL, NULL);
}
