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
                             "乙|县|日常养护|一般公共预算|本级安排|||5-\n"
                             "丙|县|日常养护|一般公共预算|本级安排|||12万人\n");
  assert_number_equal (fixture->entry->sources->len, 0);
  for (guint32 row = 2; row <= 4; row++)
    assert_finding (fixture->findings, YL_C04, row, "金额(元)");
  assert_string_equal (yl_findings_find (fixture->findings, YL_C04)->message,
                       "“1,2.3,4”不是可以读懂的金额，应为不带单位的数（元），如 123456.00；"
                       "冲销写负数；该笔资金未计入。");
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

/* An amount as offices write it, in a column of yuan, or below 单位：… */
static void
amounts_are_read_with_their_sign_and_their_own_unit (void **state)
{
  YlEntryFixture *fixture = *state;
  static const struct
  {
    const char *written;
    gint64 fen;
    gboolean is_told;
  } amounts[] = {
    { "￥1,000.50", 100050, FALSE },  { "¥12", 1200, FALSE },       { "100元", 10000, FALSE },
    { "￥5元", 500, FALSE },          { "10万元", 10000000, TRUE }, { "200万", 200000000, TRUE },
    { "1.5亿元", 15000000000, TRUE }, { "3千元", 300000, TRUE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *rows = g_strconcat (HEADS "甲|县|日常养护|一般公共预算|本级安排|||",
                                           amounts[i].written, "\n", NULL);
      const guint before = (guint) yl_findings_get_n (fixture->findings);
      read_funds (fixture, rows);
      assert_fen_equal (get_source (fixture, 0)->amount.fen, amounts[i].fen);
      assert_number_equal (yl_findings_get_n (fixture->findings) - before, amounts[i].is_told);
    }
  assert_string_equal (yl_findings_get (fixture->findings, 0)->message,
                       "“10万元”写有自己的单位；已按 100,000.00 元 计入。");
  assert_number_equal (yl_findings_get_n_of_severity (fixture->findings, YL_SEVERITY_INFO),
                       yl_findings_get_n (fixture->findings));
}

static void
a_unit_above_the_heads_is_that_of_amounts_whose_heads_are_silent (void **state)
{
  YlEntryFixture *fixture = *state;
  static const struct
  {
    const char *above;
    const char *head;
    const char *amount;
    gint64 fen;
  } tables[] = {
    { "资金来源表|||||||单位：万元", "金额", "30", 30000000 },
    { "单位:|万元", "金额", "30", 30000000 },
    { "（金额单位：人民币万元）", "金额", "0.5", 500000 },
    { "本表以万元为单位", "金额", "30", 30000000 },
    { "编制单位：某某局  单位：千元", "金额", "30", 3000000 },
    { "单位：亿元", "金额", "1", 10000000000 },
    { "单位：万元", "金额（元）", "30", 3000 },
    { "单位：元", "金额（万元）", "30", 30000000 },
    { "单位：元", "金额（千元）", "30", 3000000 },
    { "单位：元", "金额", "30", 3000 },
    { "填报单位：元谋县", "金额", "30", 3000 },
    { "编制单位：某某局，全年投入 500 万元", "金额", "30", 3000 },
    { "单位为元；不要填万元", "金额", "30", 3000 },
    { "单位：万元", "金额", "￥30", 30000000 },
    { "单位：万元", "金额", "300000元", 30000000 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *rows =
          g_strconcat (tables[i].above, "\n来源层级|用途|资金性质|种类|", tables[i].head,
                       "\n县|日常养护|一般公共预算|本级安排|", tables[i].amount, "\n", NULL);
      read_funds (fixture, rows);
      assert_fen_equal (get_source (fixture, 0)->amount.fen, tables[i].fen);
    }
}

static void
an_unknown_kind_counts_as_other_and_works_by_any_name_as_works (void **state)
{
  YlEntryFixture *fixture = *state;
  static const char *const works[] = { "危桥改造", "安防工程", "水毁修复",
                                       "预防养护", "修复养护", "应急抢险" };
  for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
    {
      g_autofree char *rows =
          g_strconcat (HEADS "甲|省|", works[i], "|一般公共预算|上级补助|||100\n", NULL);
      read_funds (fixture, rows);
      assert_int_equal (get_source (fixture, 0)->purpose, YL_PURPOSE_ENGINEERING);
    }
  assert_number_equal (yl_findings_get_n_of_severity (fixture->findings, YL_SEVERITY_WARNING), 6);
  read_funds (fixture, HEADS "甲|省|日常养护|一般公共预算|专项转移支付|||100\n");
  assert_int_equal (get_source (fixture, 0)->kind, YL_KIND_OTHER);
  assert_number_equal (yl_findings_get_n_of_severity (fixture->findings, YL_SEVERITY_WARNING), 7);
  assert_number_equal (yl_findings_get_n_of_severity (fixture->findings, YL_SEVERITY_ERROR), 0);
}

/* Daily money is what lowers the gap: it is never a guess. */
static void
a_purpose_that_speaks_of_two_things_or_of_daily_maintenance_is_not_guessed (void **state)
{
  YlEntryFixture *fixture = *state;
  read_funds (fixture, HEADS "甲|省|日常养护及水毁修复|一般公共预算|上级补助|||100\n"
                             "乙|省|日常保洁|一般公共预算|上级补助|||100\n");
  assert_number_equal (fixture->entry->sources->len, 0);
  assert_number_equal (yl_findings_get_n_of_severity (fixture->findings, YL_SEVERITY_ERROR), 2);
}

static void
a_zone_counts_as_its_county_and_a_village_as_social (void **state)
{
  YlEntryFixture *fixture = *state;
  read_funds (fixture, HEADS "甲|开发区|日常养护|一般公共预算|本级安排|||100\n"
                             "乙|村|日常养护||一事一议|||100\n");
  assert_int_equal (get_source (fixture, 0)->level, YL_PAYER_COUNTY);
  assert_int_equal (get_source (fixture, 1)->level, YL_PAYER_SOCIAL);
  assert_int_equal (get_source (fixture, 1)->fund, YL_FUND_SOCIAL);
  assert_number_equal (yl_findings_get_n_of_severity (fixture->findings, YL_SEVERITY_INFO), 3);
}

static void
an_account_with_its_name_tells_the_fund (void **state)
{
  YlEntryFixture *fixture = *state;
  read_funds (fixture, HEADS "甲|县|日常养护||本级安排|2140106-公路养护||1\n"
                             "乙|县|日常养护|财政资金|本级安排|农村基础设施（2120804）||1\n"
                             "丙|县|日常养护||本级安排|2140106、2120804||1\n");
  assert_number_equal (fixture->entry->sources->len, 2);
  assert_int_equal (get_source (fixture, 0)->fund, YL_FUND_GENERAL);
  assert_string_equal (get_source (fixture, 0)->account, "2140106-公路养护");
  assert_int_equal (get_source (fixture, 1)->fund, YL_FUND_GOVERNMENT);
  assert_finding (fixture->findings, YL_E02, 4, "资金性质");
}

static void
money_taken_back_lowers_what_was_granted_and_is_told (void **state)
{
  YlEntryFixture *fixture = *state;
  read_funds (fixture, HEADS "省补|省|日常养护|一般公共预算|上级补助||x1|100000\n"
                             "收回|省|日常养护|一般公共预算|上级补助||x2|(40000)\n");
  assert_number_equal (fixture->entry->sources->len, 1);
  assert_fen_equal (get_source (fixture, 0)->amount.fen, 6000000);
  assert_finding (fixture->findings, YL_C04, 3, "金额");
  assert_number_equal (yl_findings_get_n_of_severity (fixture->findings, YL_SEVERITY_WARNING), 1);
}

static void
more_taken_back_than_granted_is_an_error_with_the_rest (void **state)
{
  YlEntryFixture *fixture = *state;
  read_funds (fixture, "资金名称|来源层级|用途|资金性质|种类|文号|替代文号|金额\n"
                       "省补|省|日常养护|一般公共预算|上级补助|x1||100\n"
                       "又补|省|日常养护|一般公共预算|上级补助|x2||100\n"
                       "收回|省|日常养护|一般公共预算|上级补助|x3|x1|-101\n");
  assert_fen_equal (get_source (fixture, 0)->amount.fen, 0);
  assert_fen_equal (get_source (fixture, 1)->amount.fen, 10000);
  assert_number_equal (yl_findings_get_n_of_severity (fixture->findings, YL_SEVERITY_INFO), 1);
  const YlFinding *finding = yl_findings_get (fixture->findings, 1);
  assert_int_equal (finding->severity, YL_SEVERITY_ERROR);
  assert_fen_equal (finding->at_stake.fen, 100);
  assert_string_equal (finding->column, "替代文号");
}

#define DAILY "|日常养护|一般公共预算|本级安排|||"

/* Rows of 合计 among rows of 5 and 6, and what is told of them. */
static const struct
{
  const char *what;
  const char *rows;
  guint n_told;
  YlRowId row; /* of the last told */
  gint64 difference_fen;
} sums[] = {
  { "what all come to", "甲|县" DAILY "5\n乙|县" DAILY "6\n合计|||||||11\n", 0, 0, 0 },
  { "with all that a source says", "甲|县" DAILY "5\n乙|县" DAILY "6\n合计|县" DAILY "11\n", 0, 0,
    0 },
  { "above its rows", "合计|||||||11\n甲|县" DAILY "5\n乙|县" DAILY "6\n", 0, 0, 0 },
  { "of some, then of all",
    "甲|县" DAILY "5\n小计|||||||5\n乙|县" DAILY "6\n小计|||||||6\n合计|||||||11\n", 0, 0, 0 },
  { "without an amount", "甲|县" DAILY "5\n乙|县" DAILY "6\n合计|||||||\n", 0, 0, 0 },
  { "with a row that was refused", "甲|县" DAILY "5\n乙|村口" DAILY "6\n合计|||||||11\n", 1, 3,
    600 },
  { "a fen more", "甲|县" DAILY "5\n乙|县" DAILY "6\n合计|||||||11.01\n", 1, 4, 1 },
  { "a fen less", "甲|县" DAILY "5\n乙|县" DAILY "6\n合计|县" DAILY "10.99\n", 1, 4, -1 },
  { "above its rows, a fen more", "合计|||||||11.01\n甲|县" DAILY "5\n乙|县" DAILY "6\n", 1, 2, 1 },
  { "money that is called a sum", "甲|县" DAILY "5\n累计结转|县" DAILY "6\n合计|||||||11\n", 1, 3,
    100 },
  { "the first row is such money", "累计结转|县" DAILY "6\n合计|||||||6\n", 1, 2, 600 },
};

static void
a_row_called_a_sum_is_one_or_an_error_with_the_difference (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autofree char *table = g_strconcat (HEADS, sums[i].rows, NULL);
      void *fixture_state = NULL;
      yl_entry_fixture_set_up (&fixture_state);
      YlEntryFixture *fixture = fixture_state;
      read_funds (fixture, table);
      const gsize n = yl_findings_get_n (fixture->findings);
      const YlFinding *last = n == 0 ? NULL : yl_findings_get (fixture->findings, n - 1);
      if (n != sums[i].n_told
          || (last != NULL
              && (last->row != sums[i].row || last->severity != YL_SEVERITY_ERROR
                  || last->at_stake.fen != sums[i].difference_fen)))
        fail_msg ("%s: %u told", sums[i].what, (guint) n);
      yl_entry_fixture_tear_down (&fixture_state);
    }
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
    yl_entry_test (amounts_are_read_with_their_sign_and_their_own_unit),
    yl_entry_test (a_unit_above_the_heads_is_that_of_amounts_whose_heads_are_silent),
    yl_entry_test (an_unknown_kind_counts_as_other_and_works_by_any_name_as_works),
    yl_entry_test (a_purpose_that_speaks_of_two_things_or_of_daily_maintenance_is_not_guessed),
    yl_entry_test (a_zone_counts_as_its_county_and_a_village_as_social),
    yl_entry_test (an_account_with_its_name_tells_the_fund),
    yl_entry_test (money_taken_back_lowers_what_was_granted_and_is_told),
    yl_entry_test (more_taken_back_than_granted_is_an_error_with_the_rest),
    yl_entry_test (a_row_called_a_sum_is_one_or_an_error_with_the_difference),
    yl_entry_test (a_csv_with_the_same_heads_is_read_alone),
    yl_entry_test (heads_printed_again_on_the_next_page_are_no_source),
  };
  return cmocka_run_group_tests_name ("import funds", tests, NULL, NULL);
}
