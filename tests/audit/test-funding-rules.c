#include "support/assert.h"
#include "support/county.h"

#include "yanglu/audit/budget/funding-rules.h"
#include "yanglu/audit/budget/rules.h"

#include <string.h>

#define NO_FINDING (-1)

/* A county of 10 km of county road (standard 100 000 yuan) with something added to it; what is found
 * of one code, and the yuan at stake of the first. A shift of 100 yuan is tolerated. */
typedef struct
{
  const char *what;
  void (*add) (YlTestCounty *county);
  YlCode code;
  gint64 stake_yuan;
} Case;

static void
give (YlTestCounty *county, YlPayer level, gint64 yuan)
{
  add_source (county, .level = level, .yuan = yuan);
}

/* 10% 30% 60% are declared. */
static void
share (YlTestCounty *county, gint64 province, gint64 city, gint64 own)
{
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_PROVINCE, 100000);
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_CITY, 300000);
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_COUNTY, 600000);
  give (county, YL_PAYER_PROVINCE, province);
  give (county, YL_PAYER_CITY, city);
  give (county, YL_PAYER_COUNTY, own);
}

static void
shared_as_declared (YlTestCounty *county)
{
  share (county, 10000, 30000, 60000);
}

static void
city_leaves_ten_thousand_to_the_county (YlTestCounty *county)
{
  share (county, 10000, 20000, 70000);
}

static void
shifted_by_what_is_tolerated (YlTestCounty *county)
{
  share (county, 10000, 29900, 60100);
}

static void
shifted_by_a_yuan_more (YlTestCounty *county)
{
  share (county, 10000, 29899, 60101);
}

static void
half_of_it_in_proportion (YlTestCounty *county)
{
  share (county, 5000, 15000, 30000);
}

static void
county_s_own_money_not_entered (YlTestCounty *county)
{
  share (county, 10000, 20000, 0);
}

static void
centre_pays_for_the_province_and_a_township_for_the_county (YlTestCounty *county)
{
  share (county, 0, 30000, 20000);
  give (county, YL_PAYER_CENTRAL, 10000);
  give (county, YL_PAYER_TOWNSHIP, 40000);
}

static void
nothing_declared (YlTestCounty *county)
{
  give (county, YL_PAYER_CITY, 20000);
  give (county, YL_PAYER_COUNTY, 80000);
}

/* The county gives at least half of the superior grants of 40 000. */
static void
match (YlTestCounty *county, gint64 own)
{
  yl_test_county_set (county, YL_GROUP_COUNTY_MATCH, "", YL_MATCH_SUPERIOR_GRANTS, 500000);
  give (county, YL_PAYER_PROVINCE, 30000);
  give (county, YL_PAYER_CITY, 10000);
  if (own > 0)
    give (county, YL_PAYER_COUNTY, own);
}

static void
match_of_half (YlTestCounty *county)
{
  match (county, 20000);
}

static void
match_one_yuan_short (YlTestCounty *county)
{
  match (county, 19999);
}

static void
match_by_a_township (YlTestCounty *county)
{
  match (county, 15000);
  give (county, YL_PAYER_TOWNSHIP, 5000);
}

static void
match_by_the_gap (YlTestCounty *county)
{
  match (county, 0);
}

/* 95 000 granted leave the county 5 000, a tenth would be 9 500. */
static void
gap_below_the_match (YlTestCounty *county)
{
  yl_test_county_set (county, YL_GROUP_COUNTY_MATCH, "", YL_MATCH_SUPERIOR_GRANTS, 100000);
  give (county, YL_PAYER_PROVINCE, 95000);
}

static void
match_with_engineering_money (YlTestCounty *county)
{
  match (county, 10000);
  add_source (county, .level = YL_PAYER_COUNTY, .purpose = YL_PURPOSE_ENGINEERING, .yuan = 90000);
}

static void
no_match_asked_for (YlTestCounty *county)
{
  give (county, YL_PAYER_PROVINCE, 40000);
  give (county, YL_PAYER_COUNTY, 1);
}

static void
name_source (YlTestCounty *county, const char *name, YlPurpose purpose, const char *account)
{
  add_source (county, .level = YL_PAYER_COUNTY, .purpose = purpose, .yuan = 8000,
              .account = account);
  YlSource *source =
      &g_array_index (county->entry->sources, YlSource, county->entry->sources->len - 1);
  source->name = name;
  source->row = 9;
}

static void
running_cost_called_daily (YlTestCounty *county)
{
  name_source (county, "县公路中心机构运行经费", YL_PURPOSE_DAILY, "2140106");
}

static void
running_cost_of_its_own (YlTestCounty *county)
{
  name_source (county, "县公路中心机构运行经费", YL_PURPOSE_RUNNING, "2140101");
}

static void
administration_account_called_daily (YlTestCounty *county)
{
  name_source (county, "县级补助", YL_PURPOSE_DAILY, "2140101");
}

static void
upkeep_account (YlTestCounty *county)
{
  name_source (county, "县级补助", YL_PURPOSE_DAILY, "2140106");
}

static void
wages_of_those_who_keep_the_roads (YlTestCounty *county)
{
  name_source (county, "护路员工资", YL_PURPOSE_DAILY, "2140106");
}

static void
wages_of_the_agency (YlTestCounty *county)
{
  name_source (county, "管护站人员工资", YL_PURPOSE_DAILY, "2140106");
}

static void
an_office_that_gives_upkeep_money (YlTestCounty *county)
{
  name_source (county, "县政府办公室下达日常养护补助", YL_PURPOSE_DAILY, "2140106");
}

static void
what_an_office_costs (YlTestCounty *county)
{
  name_source (county, "管护中心办公费", YL_PURPOSE_DAILY, "2140106");
}

static const Case cases[] = {
  { "as declared", shared_as_declared, YL_B08, NO_FINDING },
  { "the city leaves 10,000 to the county", city_leaves_ten_thousand_to_the_county, YL_B08, 10000 },
  { "a shift of 100", shifted_by_what_is_tolerated, YL_B08, NO_FINDING },
  { "a shift of 101", shifted_by_a_yuan_more, YL_B08, 101 },
  { "half of it in proportion", half_of_it_in_proportion, YL_B08, NO_FINDING },
  { "nothing of the county's entered", county_s_own_money_not_entered, YL_B08, NO_FINDING },
  { "centre and townships speak for others",
    centre_pays_for_the_province_and_a_township_for_the_county, YL_B08, NO_FINDING },
  { "nothing declared", nothing_declared, YL_B08, NO_FINDING },
  { "a match of half", match_of_half, YL_B09, NO_FINDING },
  { "a match one yuan short", match_one_yuan_short, YL_B09, 1 },
  { "a match that a township completes", match_by_a_township, YL_B09, NO_FINDING },
  { "a match by the gap of 60,000", match_by_the_gap, YL_B09, NO_FINDING },
  { "a gap of 5,000 where 9,500 are due", gap_below_the_match, YL_B09, 4500 },
  { "engineering money matches nothing", match_with_engineering_money, YL_B09, 10000 },
  { "no match asked for", no_match_asked_for, YL_B09, NO_FINDING },
  { "running cost called daily", running_cost_called_daily, YL_B11, 8000 },
  { "running cost of its own", running_cost_of_its_own, YL_B11, NO_FINDING },
  { "an account of administration", administration_account_called_daily, YL_B11, 8000 },
  { "the account of upkeep", upkeep_account, YL_B11, NO_FINDING },
  { "who keeps the roads is daily upkeep", wages_of_those_who_keep_the_roads, YL_B11, NO_FINDING },
  { "an office that gives upkeep money", an_office_that_gives_upkeep_money, YL_B11, NO_FINDING },
  { "what an office costs", what_an_office_costs, YL_B11, 8000 },
  { "wages of the agency", wages_of_the_agency, YL_B11, 8000 },
};

static YlRuleSet *
make_rules (void)
{
  YlRuleSet *rules = yl_rule_set_new ();
  yl_rule_set_edit (rules, YL_B08)->limits[YL_LIMIT_TOLERANCE] = 10000;
  return rules;
}

static YlFindings *
check (const Case *one, const YlRuleSet *rules)
{
  void *state;
  yl_test_county_set_up (&state);
  YlTestCounty *county = state;
  add_road (county, .km = "10");
  one->add (county);
  YlFindings *findings = yl_findings_new ();
  yl_budget_check (yl_test_county_get_budget (county), "录入表.xlsx", NULL, rules, findings);
  yl_test_county_free (county);
  return findings;
}

/* (nullable): the first of @code. */
static const YlFinding *
find (const YlFindings *findings, YlCode code)
{
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    if (yl_findings_get (findings, i)->code == code)
      return yl_findings_get (findings, i);
  return NULL;
}

static void
each_rule_finds_its_hit_and_passes_its_near_miss (void **state)
{
  (void) state;
  g_autoptr (YlRuleSet) rules = make_rules ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlFindings) findings = check (&cases[i], rules);
      const YlFinding *found = find (findings, cases[i].code);
      const gint64 stake_yuan = found == NULL ? NO_FINDING : found->at_stake.fen / 100;
      if (stake_yuan != cases[i].stake_yuan)
        fail_msg ("%s: %s: %" G_GINT64_FORMAT, yl_code_get_name (cases[i].code), cases[i].what,
                  stake_yuan);
    }
}

static void
a_rule_that_is_off_is_not_asked (void **state)
{
  (void) state;
  g_autoptr (YlRuleSet) rules = make_rules ();
  yl_rule_set_edit (rules, YL_B08)->is_enabled = FALSE;
  g_autoptr (YlFindings) findings = check (&cases[1], rules);
  assert_null (find (findings, YL_B08));
}

static void
who_pays_too_little_gains_and_every_part_is_named (void **state)
{
  (void) state;
  g_autoptr (YlRuleSet) rules = make_rules ();
  g_autoptr (YlFindings) findings = check (&cases[1], rules);
  const YlFinding *finding = find (findings, YL_B08);
  assert_string_equal (finding->gainer, "市");
  assert_string_equal (finding->sheet, "资金来源");
  assert_non_null (strstr (finding->message, "市级 20,000.00 元（按 30% 应为 30,000.00 元）"));
}

/* City and county share 2 : 8 of 290 000; the province gave 100 000, the city 20 000, the county 30 000. */
static YlFindings *
check_two_to_eight (gboolean is_after_superior)
{
  void *state;
  yl_test_county_set_up (&state);
  YlTestCounty *county = state;
  g_autoptr (YlRuleSet) rules = make_rules ();
  YlFindings *findings = yl_findings_new ();
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_CITY, 200000);
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_COUNTY, 800000);
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_SHARE_BASE_KEY, is_after_superior);
  add_road (county, .km = "29");
  give (county, YL_PAYER_PROVINCE, 100000);
  give (county, YL_PAYER_CITY, 20000);
  give (county, YL_PAYER_COUNTY, 30000);
  yl_budget_check (yl_test_county_get_budget (county), "录入表.xlsx", NULL, rules, findings);
  yl_test_county_free (county);
  return findings;
}

static void
what_each_level_owes_and_lacks_follows_the_base_of_the_shares (void **state)
{
  (void) state;
  static const struct
  {
    gboolean is_after_superior;
    const char *city;
    const char *county;
    gint64 short_yuan;
    guint n_told; /* the grant without a share is a warning of its own where it counts for nobody */
  } bases[] = {
    { FALSE, "应为 58,000.00 元）少 38,000.00 元", "应为 232,000.00 元）少 202,000.00 元", 240000,
      2 },
    { TRUE, "应为 38,000.00 元）少 18,000.00 元", "应为 152,000.00 元）少 122,000.00 元", 140000,
      1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      g_autoptr (YlFindings) findings = check_two_to_eight (bases[i].is_after_superior);
      assert_number_equal (yl_findings_get_n_of_code (findings, YL_B08), bases[i].n_told);
      gboolean is_told = FALSE;
      for (gsize j = 0; j < yl_findings_get_n (findings); j++)
        {
          const YlFinding *finding = yl_findings_get (findings, j);
          if (finding->code == YL_B08 && finding->severity == YL_SEVERITY_WARNING)
            assert_fen_equal (finding->at_stake.fen, 10000000);
          if (finding->code != YL_B08 || finding->severity != YL_SEVERITY_ERROR)
            continue;
          is_told = TRUE;
          assert_fen_equal (finding->at_stake.fen, bases[i].short_yuan * 100);
          assert_non_null (strstr (finding->message, bases[i].city));
          assert_non_null (strstr (finding->message, bases[i].county));
        }
      assert_true (is_told);
    }
}

static void
a_match_names_its_document_and_clause (void **state)
{
  (void) state;
  g_autoptr (YlRuleSet) rules = make_rules ();
  g_autoptr (YlFindings) findings = check (&cases[9], rules);
  assert_string_equal (find (findings, YL_B09)->basis, "文号 二（二）1");
}

static void
running_cost_is_told_at_its_row (void **state)
{
  (void) state;
  g_autoptr (YlRuleSet) rules = make_rules ();
  g_autoptr (YlFindings) findings = check (&cases[15], rules);
  assert_int_equal (find (findings, YL_B11)->row, 9);
  assert_string_equal (find (findings, YL_B11)->column, "用途");
}

/* Standard 173,150.00, daily grants 60,000.00 and engineering grants 40,000.00: the gap is
 * 113,150.00; with the engineering grants netted it would be 73,150.00. */
typedef struct
{
  const char *what;
  gint64 gap;
  gint64 daily;
  gint64 engineering;
  gint64 stake; /* 0: no finding */
} Gap;

static const Gap gaps[] = {
  { "the gap as it is", 11315000, 6000000, 4000000, 0 },
  { "the engineering grants are netted", 7315000, 6000000, 4000000, 4000000 },
  { "a fen beside it is another mistake", 7315001, 6000000, 4000000, 0 },
  { "no engineering grants: nothing to net", 11315000, 6000000, 0, 0 },
  { "more netted than the gap: only the gap is saved", 0, 6000000, 12000000, 11315000 },
  { "no gap at all", 0, 17315000, 4000000, 0 },
  { "more granted than the standard", 0, 18000000, 4000000, 0 },
};

static void
a_gap_with_engineering_grants_taken_off_is_found (void **state)
{
  (void) state;
  const YlFigurePlace place = { .cell = "D7" };
  for (gsize i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      const YlGrantSums sums = { { 17315000 }, { gaps[i].daily }, { gaps[i].engineering } };
      g_autoptr (YlFindings) findings = yl_findings_new ();
      yl_funding_check_gap (&place, (YlMoney){ gaps[i].gap }, &sums, findings);
      const gsize n_found = yl_findings_get_n (findings);
      if (n_found != (gaps[i].stake == 0 ? 0 : 1)
          || (n_found == 1 && yl_findings_get (findings, 0)->at_stake.fen != gaps[i].stake))
        fail_msg ("%s", gaps[i].what);
    }
}

static void
the_sums_of_a_budget_keep_the_purposes_apart (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "10");
  give (county, YL_PAYER_PROVINCE, 30000);
  add_source (county, .level = YL_PAYER_CITY, .purpose = YL_PURPOSE_ENGINEERING, .yuan = 7000);
  add_source (county, .level = YL_PAYER_COUNTY, .purpose = YL_PURPOSE_ENGINEERING, .yuan = 900);
  YlGrantSums sums;
  assert_true (yl_grant_sums_of (yl_test_county_get_budget (county), &sums));
  assert_number_equal (sums.standard.fen, 10000000);
  assert_number_equal (sums.daily.fen, 3000000);
  assert_number_equal (sums.engineering.fen, 700000);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (each_rule_finds_its_hit_and_passes_its_near_miss),
    cmocka_unit_test (a_rule_that_is_off_is_not_asked),
    cmocka_unit_test (who_pays_too_little_gains_and_every_part_is_named),
    cmocka_unit_test (what_each_level_owes_and_lacks_follows_the_base_of_the_shares),
    cmocka_unit_test (a_match_names_its_document_and_clause),
    cmocka_unit_test (running_cost_is_told_at_its_row),
    cmocka_unit_test (a_gap_with_engineering_grants_taken_off_is_found),
    test_with_county (the_sums_of_a_budget_keep_the_purposes_apart),
  };
  return cmocka_run_group_tests_name ("funding rules", tests, NULL, NULL);
}
