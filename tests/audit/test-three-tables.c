#include "support/assert.h"
#include "support/county.h"

#include "yanglu/audit/paying/notice-rules.h"

/* The budget of 2021: 100 000 yuan for the agency, 12 345 for 沙镇镇, 15 000 for 堂邑镇. */
static void
fill_county (YlTestCounty *county)
{
  add_road (county, .code = "X001371502", .road_class = YL_CLASS_COUNTY, .m = 10000);
  add_road (county, .code = "C001371502", .road_class = YL_CLASS_VILLAGE, .m = 4115,
            .township = "沙镇镇", .township_code = 371502104);
  add_road (county, .code = "C002371502", .road_class = YL_CLASS_VILLAGE, .m = 5000,
            .township = "堂邑镇", .township_code = 371502102);
}

/* A published table and, where there is one, a ledger. */
typedef struct
{
  YlLedger *paid;
  YlLedger *published;
  YlComparison *tables;
  YlFindings *findings;
} Setting;

static void
publish (Setting *setting, const char *party, gint64 fen, gint64 unit_fen)
{
  yl_ledger_add_notice (setting->published,
                        &(YlNotice){ .party = party,
                                     .amount = { fen },
                                     .unit_fen = unit_fen,
                                     .purpose = YL_PURPOSE_DAILY,
                                     .date = { 20211231 },
                                     .row = setting->published->notices->len + 2 });
}

static void
pay (Setting *setting, const char *party, gint64 fen)
{
  yl_ledger_add (setting->paid, &(YlLedgerEntry){ .date = { 20210601 },
                                                  .direction = YL_LEDGER_PAID,
                                                  .amount = { fen },
                                                  .purpose = YL_PURPOSE_DAILY,
                                                  .party = party });
}

static Setting
begin (void)
{
  return (Setting){ .paid = yl_ledger_new ("台账.csv"), .published = yl_ledger_new ("公开表.csv") };
}

static void
compare (Setting *setting, YlTestCounty *county)
{
  g_autoptr (YlPlaces) places = yl_places_new ();
  yl_places_add_county (places, 371502, yl_text_of ("东昌府区"));
  yl_places_add_township (places, 371502104, yl_text_of ("沙镇镇"));
  yl_places_add_township (places, 371502102, yl_text_of ("堂邑镇"));
  places = yl_places_seal (places);
  g_autoptr (YlRuleSet) rules = yl_rule_set_new ();
  fill_county (county);
  const YlBudget *budget = yl_test_county_get_budget (county);
  YlPaymentCalendar calendar;
  yl_payment_calendar_init (&calendar, budget->policy, "371502", rules);
  const YlPayingRequest request = { setting->paid, budget, places, 371502, &calendar, { 0 } };
  g_autoptr (YlPaying) paying = yl_paying_make (&request);
  setting->tables = yl_three_tables_make (&request, paying, setting->paid->entries->len > 0, NULL,
                                          setting->published);
  setting->findings = yl_findings_new ();
  yl_three_tables_check (setting->tables, setting->published, setting->findings);
}

static void
setting_clear (Setting *setting)
{
  yl_arena_free_record (setting->paid);
  yl_arena_free_record (setting->published);
  yl_arena_free_record (setting->tables);
  yl_findings_free (setting->findings);
}

static gint64
add_steps (const GArray *steps)
{
  gint64 sum_fen = 0;
  for (guint i = 0; i < steps->len; i++)
    sum_fen += g_array_index (steps, YlDifferenceStep, i).amount_fen;
  return sum_fen;
}

static void
assert_bridged (const YlComparison *tables)
{
  const gint64 from_fen = tables->has_paid ? tables->paid_fen : tables->expected_fen;
  if (tables->has_paid)
    assert_fen_equal (tables->expected_fen + add_steps (tables->to_paid), tables->paid_fen);
  assert_fen_equal (from_fen + add_steps (tables->to_stated), tables->stated_fen);
}

static void
assert_only (const Setting *setting, YlCode code, gint64 stake_fen)
{
  assert_number_equal (yl_findings_get_n (setting->findings), 1);
  assert_int_equal (yl_findings_get (setting->findings, 0)->code, code);
  assert_fen_equal (yl_findings_get (setting->findings, 0)->at_stake.fen, stake_fen);
}

static void
the_same_money_under_other_names_and_rounded_is_no_finding (void **state)
{
  Setting setting = begin ();
  publish (&setting, YL_COUNTY_AGENCY, 10000000, 10000);
  publish (&setting, "东昌府区沙镇镇人民政府", 1240000, 100000);
  publish (&setting, "堂邑街道", 1500000, 100);
  compare (&setting, *state);
  assert_number_equal (yl_findings_get_n (setting.findings), 0);
  assert_bridged (setting.tables);
  assert_number_equal (setting.tables->to_stated->len, 1); /* 尾差 */
  assert_string_equal (yl_comparison_get_row (setting.tables, 2)->written,
                       "东昌府区沙镇镇人民政府");
  setting_clear (&setting);
}

static void
ten_thousand_times_too_little_is_one_confusion_of_units (void **state)
{
  Setting setting = begin ();
  publish (&setting, YL_COUNTY_AGENCY, 1000, 1);
  publish (&setting, "沙镇镇", 1234500, 1);
  publish (&setting, "堂邑镇", 1500000, 1);
  compare (&setting, *state);
  assert_only (&setting, YL_C03, 9999000);
  assert_bridged (setting.tables);
  setting_clear (&setting);
}

static void
a_fen_more_than_approved_is_told (void **state)
{
  Setting setting = begin ();
  publish (&setting, YL_COUNTY_AGENCY, 10000000, 1);
  publish (&setting, "沙镇镇", 1234501, 1);
  publish (&setting, "堂邑镇", 1500000, 1);
  compare (&setting, *state);
  assert_only (&setting, YL_C10, 1);
  assert_bridged (setting.tables);
  setting_clear (&setting);
}

static void
what_was_paid_may_be_published_instead (void **state)
{
  Setting setting = begin ();
  pay (&setting, "沙镇镇", 1000000);
  pay (&setting, "某养护公司", 7);
  publish (&setting, YL_COUNTY_AGENCY, 10000000, 1);
  publish (&setting, "沙镇镇", 1000000, 1);
  publish (&setting, "堂邑镇", 1500000, 1);
  compare (&setting, *state);
  assert_number_equal (yl_findings_get_n (setting.findings), 0);
  assert_bridged (setting.tables);
  assert_fen_equal (setting.tables->paid_fen, 1000007);
  assert_int_equal (yl_comparison_get_row (setting.tables, 2)->verdict, YL_THREE_AS_PAID);
  setting_clear (&setting);
}

/* 12,345.00 yuan, of which a ledger in the wrong unit says 123,450,000.00. */
static void
the_approved_amount_is_no_confusion_of_units_beside_a_wrong_payment (void **state)
{
  Setting setting = begin ();
  pay (&setting, "沙镇镇", 12345000000);
  publish (&setting, YL_COUNTY_AGENCY, 10000000, 1);
  publish (&setting, "沙镇镇", 1234500, 1);
  publish (&setting, "堂邑镇", 1500000, 1);
  compare (&setting, *state);
  assert_number_equal (yl_findings_get_n (setting.findings), 0);
  assert_int_equal (yl_comparison_get_row (setting.tables, 2)->verdict, YL_THREE_AS_APPROVED);
  assert_bridged (setting.tables);
  setting_clear (&setting);
}

static void
what_is_approved_and_not_published_is_told (void **state)
{
  Setting setting = begin ();
  publish (&setting, YL_COUNTY_AGENCY, 10000000, 1);
  publish (&setting, "沙镇镇", 1234500, 1);
  compare (&setting, *state);
  assert_only (&setting, YL_D04, 0);
  assert_bridged (setting.tables);
  setting_clear (&setting);
}

static void
parts_that_do_not_make_their_total_are_told (void **state)
{
  Setting setting = begin ();
  publish (&setting, YL_COUNTY_AGENCY, 10000000, 1);
  publish (&setting, "沙镇镇", 1234500, 1);
  publish (&setting, "堂邑镇", 1500000, 1);
  setting.published->has_notice_total = TRUE;
  setting.published->notice_total.fen = 12734510;
  compare (&setting, *state);
  assert_only (&setting, YL_C01, 10);
  setting_clear (&setting);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_with_county (the_same_money_under_other_names_and_rounded_is_no_finding),
    test_with_county (ten_thousand_times_too_little_is_one_confusion_of_units),
    test_with_county (a_fen_more_than_approved_is_told),
    test_with_county (what_was_paid_may_be_published_instead),
    test_with_county (the_approved_amount_is_no_confusion_of_units_beside_a_wrong_payment),
    test_with_county (what_is_approved_and_not_published_is_told),
    test_with_county (parts_that_do_not_make_their_total_are_told),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
