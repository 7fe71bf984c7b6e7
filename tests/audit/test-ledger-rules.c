#include "support/assert.h"
#include "support/county.h"

#include "yanglu/audit/paying/check.h"
#include "yanglu/io/words/words.h"

#include <string.h>

#define NO_FINDING (-1)

/* The budget of 2021: 10 km of county road for the agency (100 000), 4 km of village road for
 * 沙镇镇 (12 000); and a ledger with something in it, looked at on @day. */
typedef struct
{
  const char *what;
  const char *rows; /* "20210301 收 省财政厅 100000 鲁财〔2021〕1号 日常养护", one a line */
  guint32 day;
  YlCode code;
  gint64 stake_yuan;   /* of all findings of @code together; NO_FINDING */
  YlSeverity severity; /* of the first */
} Case;

static void
add_row (YlLedger *ledger, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, " ", 6);
  YlLedgerEntry entry = { .date = { (guint32) g_ascii_strtoull (cells[0], NULL, 10) },
                          .party = cells[2],
                          .amount = { g_ascii_strtoll (cells[3], NULL, 10) * 100 },
                          .document = g_str_equal (cells[4], "-") ? "" : cells[4],
                          .use = g_str_equal (cells[5], "-") ? "" : cells[5],
                          .row = ledger->entries->len + 2 };
  entry.purpose = yl_ledger_find_purpose (yl_words_get_builtin (), entry.use);
  guint direction = 0;
  assert_true (yl_words_read (yl_words_get_builtin (), YL_WORDS_DIRECTION, yl_text_of (cells[1]),
                              &direction));
  entry.direction = (YlLedgerDirection) direction;
  yl_ledger_add (ledger, &entry);
}

static YlLedger *
make_ledger (const char *rows)
{
  YlLedger *ledger = yl_ledger_new ("拨付台账.csv");
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      add_row (ledger, lines[i]);
  return ledger;
}

static YlPlaces *
make_places (void)
{
  g_autoptr (YlPlaces) places = yl_places_new ();
  yl_places_add_county (places, 371502, yl_text_of ("东昌府区"));
  yl_places_add_township (places, 371502104, yl_text_of ("沙镇镇"));
  return yl_places_seal (g_steal_pointer (&places));
}

static void
fill_county (YlTestCounty *county)
{
  add_road (county, .code = "X001371502", .road_class = YL_CLASS_COUNTY, .m = 10000);
  add_road (county, .code = "C001371502", .road_class = YL_CLASS_VILLAGE, .m = 4000,
            .township = "沙镇镇", .township_code = 371502104);
}

/* Thirty days for superior money; half of the standard of 112 000 by 30 June. */
static void
set_calendar (YlTestCounty *county)
{
  yl_test_county_set (county, YL_GROUP_PAYMENT, "", YL_PAYMENT_PASS_ON_DAYS, 30);
  yl_test_county_set (county, YL_GROUP_PAYMENT, "", 630, 500000);
}

typedef struct
{
  YlPaying *paying;
  YlFindings *findings;
} Result;

static Result
run (YlTestCounty *county, const YlLedger *ledger, guint32 day)
{
  g_autoptr (YlPlaces) places = make_places ();
  g_autoptr (YlRuleSet) rules = yl_rule_set_new ();
  const YlBudget *budget = county == NULL ? NULL : yl_test_county_get_budget (county);
  YlPaymentCalendar calendar;
  yl_payment_calendar_init (&calendar, budget == NULL ? NULL : budget->policy, "371502", rules);
  const YlPayingRequest request = { ledger, budget, places, 371502, &calendar, { day } };
  const Result result = { yl_paying_make (&request), yl_findings_new () };
  yl_ledger_check (&request, result.paying, rules, result.findings);
  return result;
}

static void
result_clear (Result *result)
{
  yl_arena_free_record (result->paying);
  yl_findings_free (result->findings);
}

static void
check_case (const Case *one, Result *result)
{
  gint64 stake_fen = 0;
  gboolean is_found = FALSE;
  for (gsize i = 0; i < yl_findings_get_n (result->findings); i++)
    {
      const YlFinding *finding = yl_findings_get (result->findings, i);
      if (finding->code != one->code)
        continue;
      if (!is_found && finding->severity != one->severity)
        fail_msg ("%s: severity %d", one->what, finding->severity);
      is_found = TRUE;
      stake_fen += finding->at_stake.fen;
    }
  if (is_found != (one->stake_yuan != NO_FINDING))
    fail_msg ("%s: %s", one->what, is_found ? "found" : "not found");
  if (is_found && stake_fen != one->stake_yuan * 100)
    fail_msg ("%s: %" G_GINT64_FORMAT " fen", one->what, stake_fen);
}

static void
run_cases (YlTestCounty *county, const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (YlLedger) ledger = make_ledger (cases[i].rows);
      Result result = run (county, ledger, cases[i].day);
      check_case (&cases[i], &result);
      result_clear (&result);
    }
}

#define GRANT "20210301 收 省财政厅 50000 鲁财〔2021〕1号 日常养护\n"
#define AGENCY "东昌府区农村公路管护中心"

static void
money_is_passed_on_by_the_day_that_the_policy_sets (void **state)
{
  static const Case cases[] = {
    { "the thirtieth day", GRANT, 20210331, YL_D01, NO_FINDING, 0 },
    { "the day after", GRANT, 20210401, YL_D01, 50000, YL_SEVERITY_ERROR },
    { "paid on the thirtieth day", GRANT "20210331 支 " AGENCY " 50000 鲁财〔2021〕1号 日常养护",
      20210401, YL_D01, NO_FINDING, 0 },
    { "paid a day late", GRANT "20210401 支 " AGENCY " 50000 鲁财〔2021〕1号 日常养护", 20210401,
      YL_D01, 50000, YL_SEVERITY_ERROR },
    { "a yuan short", GRANT "20210331 支 " AGENCY " 49999 - 日常养护", 20210401, YL_D01, 1,
      YL_SEVERITY_ERROR },
    { "own money has the year", "20210301 收 东昌府区财政局 50000 - 日常养护", 20210401, YL_D01,
      NO_FINDING, 0 },
    { "half by 30 June: that day", "20210401 支 " AGENCY " 55999 - 日常养护", 20210630, YL_D01,
      NO_FINDING, 0 },
    { "half by 30 June: a yuan short", "20210401 支 " AGENCY " 55999 - 日常养护", 20210701, YL_D01,
      1, YL_SEVERITY_ERROR },
    { "half by 30 June: in full", "20210401 支 " AGENCY " 56000 - 日常养护", 20210701, YL_D01,
      NO_FINDING, 0 },
  };
  YlTestCounty *county = *state;
  set_calendar (county);
  fill_county (county);
  run_cases (county, cases, G_N_ELEMENTS (cases));
}

static void
a_silent_policy_gives_money_until_the_end_of_the_year (void **state)
{
  static const Case cases[] = {
    { "New Year's Eve", GRANT, 20211231, YL_D01, NO_FINDING, 0 },
    { "New Year", GRANT, 20220101, YL_D01, 50000, YL_SEVERITY_ERROR },
  };
  fill_county (*state);
  run_cases (*state, cases, G_N_ELEMENTS (cases));
}

static void
idle_money_is_told_once_from_the_day_after_its_anniversary (void **state)
{
  static const Case cases[] = {
    { "a year to the day", GRANT, 20220301, YL_D06, NO_FINDING, 0 },
    { "a year and a day", GRANT, 20220302, YL_D06, 50000, YL_SEVERITY_WARNING },
    { "and no longer late", GRANT, 20220302, YL_D01, NO_FINDING, 0 },
    { "two years to the day", GRANT, 20230301, YL_D06, 50000, YL_SEVERITY_WARNING },
    { "two years and a day", GRANT, 20230302, YL_D06, 50000, YL_SEVERITY_ERROR },
    { "spent but for a yuan", GRANT "20210302 支 " AGENCY " 49999 - 日常养护", 20230302, YL_D06, 1,
      YL_SEVERITY_ERROR },
    { "spent", GRANT "20210302 支 " AGENCY " 50000 - 日常养护", 20230302, YL_D06, NO_FINDING, 0 },
    { "spent by another purpose only", GRANT "20210302 支 某公司 50000 - 养护工程", 20230302,
      YL_D06, 50000, YL_SEVERITY_ERROR },
  };
  fill_county (*state);
  run_cases (*state, cases, G_N_ELEMENTS (cases));
}

static void
nobody_is_paid_more_than_allotted (void **state)
{
  static const Case cases[] = {
    { "in full", "20210301 支 沙镇镇 12000 - 日常养护", 20211231, YL_D02, NO_FINDING, 0 },
    { "a yuan more", "20210301 支 沙镇镇 12001 - 日常养护", 20211231, YL_D02, 1,
      YL_SEVERITY_ERROR },
    { "in two payments under two names",
      "20210301 支 沙镇镇人民政府 6000 - 日常养护\n20210302 支 聊城市东昌府区沙镇镇财政所 6500 - -",
      20211231, YL_D02, 500, YL_SEVERITY_ERROR },
    { "next year", "20220101 支 沙镇镇 12001 - 日常养护", 20221231, YL_D02, NO_FINDING, 0 },
    { "out of last year's money",
      "20201201 收 省财政厅 500 鲁财〔2020〕9号 日常养护\n20210301 支 沙镇镇 500 鲁财〔2020〕9号 "
      "日常养护\n20210302 支 沙镇镇 12000 - 日常养护",
      20211231, YL_D02, NO_FINDING, 0 },
    { "somebody else", "20210301 支 某某养护公司 700 - 日常养护", 20211231, YL_D02, 700,
      YL_SEVERITY_WARNING },
    { "works of which the budget says nothing", "20210301 支 某公司 700 - 养护工程", 20211231,
      YL_D02, NO_FINDING, 0 },
  };
  fill_county (*state);
  run_cases (*state, cases, G_N_ELEMENTS (cases));
}

static void
works_are_paid_by_their_lines (void **state)
{
  static const Case cases[] = {
    { "in full", "20210301 支 某公司 700 - 养护工程", 20211231, YL_D02, NO_FINDING, 0 },
    { "a yuan more", "20210301 支 某公司 701 - 养护工程", 20211231, YL_D02, 1, YL_SEVERITY_ERROR },
  };
  fill_county (*state);
  yl_test_county_add_project (*state, 1000, 700);
  run_cases (*state, cases, G_N_ELEMENTS (cases));
}

static void
a_settlement_is_not_above_its_contract (void **state)
{
  (void) state;
  g_autoptr (YlLedger) ledger = yl_ledger_new ("工程结算.csv");
  const gint64 settled[] = { 99, 100, 101 };
  for (gsize i = 0; i < G_N_ELEMENTS (settled); i++)
    yl_ledger_add_settlement (ledger, &(YlSettlement){ .project = "大修",
                                                       .file = "工程结算.csv",
                                                       .contract = { 10000 },
                                                       .settled = { settled[i] * 100 } });
  Result result = run (NULL, ledger, 20211231);
  assert_number_equal (yl_findings_get_n (result.findings), 1);
  assert_fen_equal (yl_findings_get (result.findings, 0)->at_stake.fen, 100);
  assert_int_equal (yl_findings_get (result.findings, 0)->code, YL_D03);
  result_clear (&result);
}

static void
money_of_a_document_is_spent_by_its_document_then_by_its_purpose (void **state)
{
  (void) state;
  g_autoptr (YlLedger) ledger = make_ledger ("20210101 收 省财政厅 100 甲 日常养护\n"
                                             "20210201 收 省财政厅 100 乙 日常养护\n"
                                             "20210301 支 沙镇镇 150 乙 日常养护\n");
  Result result = run (NULL, ledger, 20211231);
  assert_fen_equal (yl_paying_get_source (result.paying, 0)->passed_on_fen, 5000);
  assert_fen_equal (yl_paying_get_source (result.paying, 1)->passed_on_fen, 10000);
  assert_fen_equal (result.paying->ahead_fen, 0);
  result_clear (&result);
}

static void
add_random_row (YlLedger *ledger, GRand *rand)
{
  static const char *const documents[] = { "", "甲", "乙" };
  static const char *const uses[] = { "", "日常养护", "养护工程", "杂支" };
  YlLedgerEntry entry = { .date = { 20210101 + (guint32) g_rand_int_range (rand, 0, 28) },
                          .direction = (YlLedgerDirection) g_rand_int_range (rand, 0, 2),
                          .amount = { g_rand_int_range (rand, 1, 100000) },
                          .party = "沙镇镇",
                          .document = documents[g_rand_int_range (rand, 0, 3)],
                          .use = uses[g_rand_int_range (rand, 0, 4)] };
  entry.purpose = yl_ledger_find_purpose (yl_words_get_builtin (), entry.use);
  yl_ledger_add (ledger, &entry);
}

/* received + ahead = paid + unspent, and each sum received is its passed on and its ages. */
static void
assert_balanced (const YlPaying *paying)
{
  gint64 idle_fen = 0;
  assert_fen_equal (paying->received_fen + paying->ahead_fen,
                    paying->paid_fen + paying->unspent_fen);
  for (guint i = 0; i < paying->sources->len; i++)
    {
      const YlSourcePaying *source = yl_paying_get_source (paying, i);
      const gint64 left_fen = source->idle_fen[0] + source->idle_fen[1] + source->idle_fen[2];
      assert_true (source->passed_on_fen >= 0 && left_fen >= 0);
      assert_fen_equal (source->passed_on_fen + left_fen, source->received_fen);
      idle_fen += left_fen;
    }
  assert_fen_equal (idle_fen, paying->unspent_fen);
}

static void
received_is_always_paid_and_unspent (void **state)
{
  (void) state;
  const guint32 seed = 20201128;
  print_message ("# seed %u\n", seed);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (YlLedger) ledger = yl_ledger_new ("拨付台账.csv");
      const gint n = g_rand_int_range (rand, 0, 40);
      for (gint i = 0; i < n; i++)
        add_random_row (ledger, rand);
      Result result = run (NULL, ledger, 20210101 + (guint32) g_rand_int_range (rand, 0, 30000));
      assert_balanced (result.paying);
      result_clear (&result);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_with_county (money_is_passed_on_by_the_day_that_the_policy_sets),
    test_with_county (a_silent_policy_gives_money_until_the_end_of_the_year),
    test_with_county (idle_money_is_told_once_from_the_day_after_its_anniversary),
    test_with_county (nobody_is_paid_more_than_allotted),
    test_with_county (works_are_paid_by_their_lines),
    cmocka_unit_test (a_settlement_is_not_above_its_contract),
    cmocka_unit_test (money_of_a_document_is_spent_by_its_document_then_by_its_purpose),
    cmocka_unit_test (received_is_always_paid_and_unspent),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
