#include "support/assert.h"
#include "support/county.h"
#include "support/sheet.h"

#include "yanglu/audit/budget/rules.h"

/* One case: a county of 10 km of county road (standard 100 000 yuan) with something added to it;
 * what is found of one code, and the yuan at stake. */
typedef struct
{
  const char *what;
  void (*add) (YlTestCounty *county);
  YlCode code;
  guint n_expected;
  gint64 stake_yuan; /* of the first; UNPRICED when nobody can say */
} Case;
#define UNPRICED (-1)

static void
nothing (YlTestCounty *county)
{
  (void) county;
}

static void
replace_base_rate (YlTestCounty *county, gint64 base_yuan)
{
  YlTestCounty *above = yl_test_county_new ();
  yl_test_county_set_rate (above, YL_RATE_COUNTY, base_yuan);
  county->base = yl_policy_seal (g_steal_pointer (&above->policy), NULL);
  yl_test_county_free (above);
}

static void
rate_below_base (YlTestCounty *county)
{
  replace_base_rate (county, 12000);
}

static void
rate_one_yuan_below_base (YlTestCounty *county)
{
  replace_base_rate (county, 10001);
}

static void
rate_of_base (YlTestCounty *county)
{
  replace_base_rate (county, 10000);
}

static void
fund (YlTestCounty *county, YlPayer level, YlFund fund, gint64 yuan)
{
  add_source (county, .level = level, .fund = fund, .yuan = yuan);
}

static void
funded_in_full (YlTestCounty *county)
{
  fund (county, YL_PAYER_PROVINCE, YL_FUND_GENERAL, 60000);
  fund (county, YL_PAYER_TOWNSHIP, YL_FUND_GENERAL, 40000);
}

static void
funded_one_yuan_short (YlTestCounty *county)
{
  fund (county, YL_PAYER_COUNTY, YL_FUND_GENERAL, 99999);
}

static void
funded_by_donations (YlTestCounty *county)
{
  fund (county, YL_PAYER_SOCIAL, YL_FUND_SOCIAL, 100000);
}

static void
funded_by_engineering_money (YlTestCounty *county)
{
  add_source (county, .level = YL_PAYER_PROVINCE, .purpose = YL_PURPOSE_ENGINEERING,
              .yuan = 100000);
}

/* Net 1 000 000 yuan; the range is 2% to 3%. */
static void
land (YlTestCounty *county, gint64 share_ppm, gint64 booked_yuan)
{
  yl_test_county_add_land (county, YL_PAYER_COUNTY, 1500000, 500000, share_ppm);
  add_source (county, .level = YL_PAYER_COUNTY, .purpose = YL_PURPOSE_CONSTRUCTION,
              .fund = YL_FUND_GOVERNMENT, .kind = YL_KIND_LAND, .yuan = booked_yuan);
}

static void
land_below_range (YlTestCounty *county)
{
  land (county, 19999, 20000);
}

static void
land_at_minimum (YlTestCounty *county)
{
  land (county, 20000, 20000);
}

static void
land_at_maximum (YlTestCounty *county)
{
  land (county, 30000, 30000);
}

static void
land_above_range (YlTestCounty *county)
{
  land (county, 40000, 40000);
}

static void
land_booked_one_yuan_short (YlTestCounty *county)
{
  land (county, 25000, 24999);
}

static void
land_of_a_payer_that_is_not_bound (YlTestCounty *county)
{
  yl_test_county_add_land (county, YL_PAYER_PROVINCE, 1500000, 500000, 10000);
}

static void
land_at_a_loss (YlTestCounty *county)
{
  yl_test_county_add_land (county, YL_PAYER_COUNTY, 500000, 600000, -1);
}

static void
land_at_nothing (YlTestCounty *county)
{
  yl_test_county_add_land (county, YL_PAYER_COUNTY, 500000, 500000, -1);
}

static void
land_by_another_definition (YlTestCounty *county)
{
  yl_test_county_add_land (county, YL_PAYER_COUNTY, 0, 0, -1);
  YlLandEntry *entry = &g_array_index (county->entry->land, YlLandEntry, 0);
  entry->basis = "gross";
}

static void
account (YlTestCounty *county, YlFund fund, const char *code)
{
  add_source (county, .level = YL_PAYER_COUNTY, .fund = fund, .yuan = 7000, .account = code);
}

static void
general_money_on_a_fund_account (YlTestCounty *county)
{
  account (county, YL_FUND_GENERAL, "2120804");
}

static void
fund_money_on_its_account (YlTestCounty *county)
{
  account (county, YL_FUND_GOVERNMENT, "2120804");
}

static void
fund_money_on_a_general_account_that_begins_alike (YlTestCounty *county)
{
  account (county, YL_FUND_GOVERNMENT, "21203");
}

static void
land_money_called_general (YlTestCounty *county)
{
  add_source (county, .level = YL_PAYER_COUNTY, .kind = YL_KIND_LAND, .yuan = 5000);
}

static void
social_money_called_general (YlTestCounty *county)
{
  fund (county, YL_PAYER_SOCIAL, YL_FUND_GENERAL, 800);
}

static void
donation_held_by_the_county (YlTestCounty *county)
{
  fund (county, YL_PAYER_COUNTY, YL_FUND_SOCIAL, 800);
}

static void
unknown_account (YlTestCounty *county)
{
  account (county, YL_FUND_GENERAL, "9990101");
}

static void
known_account (YlTestCounty *county)
{
  account (county, YL_FUND_GENERAL, "2140106");
}

static void
blank_account (YlTestCounty *county)
{
  account (county, YL_FUND_GENERAL, "");
}

static void
more_last_year (YlTestCounty *county)
{
  yl_test_county_add_last_year (county, "total", 100001);
}

static void
the_same_last_year (YlTestCounty *county)
{
  yl_test_county_add_last_year (county, "total", 100000);
}

static void
fuel_tax (YlTestCounty *county, guint year, YlPurpose purpose)
{
  county->year = year;
  add_source (county, .level = YL_PAYER_PROVINCE, .purpose = purpose, .kind = YL_KIND_FUEL_TAX,
              .yuan = 3000);
}

static void
fuel_tax_for_staff_in_2021 (YlTestCounty *county)
{
  fuel_tax (county, 2021, YL_PURPOSE_STAFF);
}

static void
fuel_tax_for_staff_in_2022 (YlTestCounty *county)
{
  fuel_tax (county, 2022, YL_PURPOSE_STAFF);
}

static void
fuel_tax_for_running_in_2022 (YlTestCounty *county)
{
  fuel_tax (county, 2022, YL_PURPOSE_RUNNING);
}

static void
fuel_tax_for_new_roads_in_2021 (YlTestCounty *county)
{
  fuel_tax (county, 2021, YL_PURPOSE_CONSTRUCTION);
}

static void
fuel_tax_for_upkeep_in_2022 (YlTestCounty *county)
{
  fuel_tax (county, 2022, YL_PURPOSE_DAILY);
}

static void
grants_for_staff_and_new_roads_in_2022 (YlTestCounty *county)
{
  county->year = 2022;
  add_source (county, .level = YL_PAYER_CITY, .purpose = YL_PURPOSE_STAFF, .yuan = 1,
              .kind = YL_KIND_GRANT);
  add_source (county, .level = YL_PAYER_CITY, .purpose = YL_PURPOSE_CONSTRUCTION, .yuan = 1,
              .kind = YL_KIND_GRANT);
}

static void
money (YlTestCounty *county, YlSourceKind kind, YlPurpose purpose)
{
  add_source (county, .level = YL_PAYER_COUNTY, .purpose = purpose, .kind = kind, .yuan = 4000);
}

static void
bonds_for_daily_maintenance (YlTestCounty *county)
{
  money (county, YL_KIND_BOND, YL_PURPOSE_DAILY);
}

static void
special_bonds_for_staff (YlTestCounty *county)
{
  money (county, YL_KIND_SPECIAL_BOND, YL_PURPOSE_STAFF);
}

static void
bonds_for_works_and_new_roads (YlTestCounty *county)
{
  money (county, YL_KIND_BOND, YL_PURPOSE_ENGINEERING);
  money (county, YL_KIND_SPECIAL_BOND, YL_PURPOSE_CONSTRUCTION);
}

static void
vehicle_tax_for_works (YlTestCounty *county)
{
  money (county, YL_KIND_VEHICLE_TAX, YL_PURPOSE_ENGINEERING);
}

static void
vehicle_tax_for_new_roads (YlTestCounty *county)
{
  money (county, YL_KIND_VEHICLE_TAX, YL_PURPOSE_CONSTRUCTION);
}

static void
other_money_for_works (YlTestCounty *county)
{
  money (county, YL_KIND_REWARD, YL_PURPOSE_ENGINEERING);
}

static void
require (YlTestCounty *county, YlRequiredKey key, gboolean is_required)
{
  yl_test_county_set (county, YL_GROUP_REQUIRED, "", key, is_required);
}

static void
staff_and_land_not_entered (YlTestCounty *county)
{
  require (county, YL_REQUIRED_STAFF, TRUE);
  require (county, YL_REQUIRED_LAND, TRUE);
  require (county, YL_REQUIRED_INSURANCE, FALSE);
  money (county, YL_KIND_OWN, YL_PURPOSE_DAILY);
}

static void
staff_entered_as_money (YlTestCounty *county)
{
  require (county, YL_REQUIRED_STAFF, TRUE);
  money (county, YL_KIND_OWN, YL_PURPOSE_STAFF);
}

static void
no_money_entered (YlTestCounty *county)
{
  require (county, YL_REQUIRED_STAFF, TRUE);
}

/* With the 10 km without a figure, these make 80% or just less of what is assessed. */
static void
assess (YlTestCounty *county, gint64 good_m, gint64 bad_m)
{
  yl_test_county_set (county, YL_GROUP_TARGET, "", YL_INDICATOR_FAIR_OR_BETTER, 800000);
  add_road (county, .m = good_m, .condition = YL_CONDITION_FAIR);
  add_road (county, .m = bad_m, .condition = YL_CONDITION_POOR);
}

static void
target_just_met (YlTestCounty *county)
{
  assess (county, 4000000, 1000000);
}

static void
target_missed_by_a_metre (YlTestCounty *county)
{
  assess (county, 4000000, 1000001); /* rounded to the millionth, this is 80% too */
}

static void
target_without_data (YlTestCounty *county)
{
  assess (county, 0, 0);
}

static void
paid_by_kilometres_not_listed (YlTestCounty *county)
{
  yl_test_county_set (county, YL_GROUP_MILEAGE, "", 0, YL_BASIS_MAINTAINED);
}

static void
paid_by_kilometres_listed (YlTestCounty *county)
{
  paid_by_kilometres_not_listed (county);
  county->roads = (yl_inventory_free (county->roads), yl_inventory_new ());
  add_road (county, .km = "10", .maintained = "0");
}

static const Case cases[] = {
  { "a rate 2000 yuan below the base, 10 km", rate_below_base, YL_B01, 1, 20000 },
  { "a rate 1 yuan below the base", rate_one_yuan_below_base, YL_B01, 1, 10 },
  { "the rate of the base", rate_of_base, YL_B01, 0, 0 },
  { "no base", nothing, YL_B01, 0, 0 },
  { "no sources at all: nothing was said", nothing, YL_B02, 0, 0 },
  { "funded in full by two levels", funded_in_full, YL_B02, 0, 0 },
  { "funded one yuan short", funded_one_yuan_short, YL_B02, 1, 1 },
  { "donations stand beside", funded_by_donations, YL_B02, 1, 100000 },
  { "engineering money is not for daily", funded_by_engineering_money, YL_B02, 1, 100000 },
  { "land share just below 2%", land_below_range, YL_B04, 1, 1 },
  { "land share of 2%, booked", land_at_minimum, YL_B04, 0, 0 },
  { "land share of 3%, booked", land_at_maximum, YL_B04, 0, 0 },
  { "land share of 4%", land_above_range, YL_B04, 1, 10000 },
  { "land money booked one yuan short", land_booked_one_yuan_short, YL_B04, 1, 1 },
  { "a payer that the policy does not name", land_of_a_payer_that_is_not_bound, YL_B04, 0, 0 },
  { "costs above income, at 2%", land_at_a_loss, YL_B05, 1, 2000 },
  { "costs equal to income", land_at_nothing, YL_B05, 0, 0 },
  { "another definition", land_by_another_definition, YL_B05, 1, UNPRICED },
  { "general money on a fund account", general_money_on_a_fund_account, YL_B06, 1, 7000 },
  { "fund money on its account", fund_money_on_its_account, YL_B06, 0, 0 },
  { "21203 is general", fund_money_on_a_general_account_that_begins_alike, YL_B06, 1, 7000 },
  { "land money called general", land_money_called_general, YL_B06, 1, 5000 },
  { "social money called general", social_money_called_general, YL_B06, 1, 800 },
  { "a donation that the county holds", donation_held_by_the_county, YL_B06, 0, 0 },
  { "an unknown account", unknown_account, YL_B07, 1, 0 },
  { "a known account", known_account, YL_B07, 0, 0 },
  { "a blank account", blank_account, YL_B07, 0, 0 },
  { "one yuan less than last year", more_last_year, YL_B10, 1, 1 },
  { "as much as last year", the_same_last_year, YL_B10, 0, 0 },
  { "last year unknown", nothing, YL_B10, 0, 0 },
  { "fuel tax for staff before 2022", fuel_tax_for_staff_in_2021, YL_B12, 0, 0 },
  { "fuel tax for staff from 2022", fuel_tax_for_staff_in_2022, YL_B12, 1, 3000 },
  { "fuel tax for running cost from 2022", fuel_tax_for_running_in_2022, YL_B12, 1, 3000 },
  { "fuel tax for new roads in any year", fuel_tax_for_new_roads_in_2021, YL_B12, 1, 3000 },
  { "other grants for staff and roads", grants_for_staff_and_new_roads_in_2022, YL_B12, 0, 0 },
  { "fuel tax for upkeep", fuel_tax_for_upkeep_in_2022, YL_B12, 0, 0 },
  { "bonds for daily maintenance", bonds_for_daily_maintenance, YL_B13, 1, 4000 },
  { "special bonds for staff", special_bonds_for_staff, YL_B13, 1, 4000 },
  { "bonds for works and new roads", bonds_for_works_and_new_roads, YL_B13, 0, 0 },
  { "vehicle tax for works", vehicle_tax_for_works, YL_B14, 1, 4000 },
  { "vehicle tax for new roads", vehicle_tax_for_new_roads, YL_B14, 0, 0 },
  { "other money for works", other_money_for_works, YL_B14, 0, 0 },
  { "staff and land not entered are told once", staff_and_land_not_entered, YL_B15, 1, 0 },
  { "staff entered as money for it", staff_entered_as_money, YL_B15, 0, 0 },
  { "no money was entered at all", no_money_entered, YL_B15, 0, 0 },
  { "a target just met", target_just_met, YL_D05, 0, 0 },
  { "a target missed by a metre", target_missed_by_a_metre, YL_D05, 1, 0 },
  { "a target without data", target_without_data, YL_D05, 1, 0 },
  { "no target", nothing, YL_D05, 0, 0 },
  { "paid by kilometres that are not listed", paid_by_kilometres_not_listed, YL_E03, 1, 100000 },
  { "paid by kilometres that are listed as none", paid_by_kilometres_listed, YL_E03, 0, 0 },
};

static YlTestCounty *
make_county (const Case *one)
{
  void *state;
  yl_test_county_set_up (&state);
  YlTestCounty *county = state;
  yl_test_county_set (county, YL_GROUP_LAND_REVENUE, "", YL_LAND_MIN_SHARE, 20000);
  yl_test_county_set (county, YL_GROUP_LAND_REVENUE, "", YL_LAND_MAX_SHARE, 30000);
  yl_test_county_set (county, YL_GROUP_LAND_REVENUE, "", YL_LAND_PAYERS, 1 << YL_PAYER_COUNTY);
  yl_test_county_set (county, YL_GROUP_LAND_REVENUE, "", YL_LAND_BASIS, 0);
  add_road (county, .km = "10");
  one->add (county);
  return county;
}

/* Every finding says where, in words, and the first of the case's code is priced as expected. */
static gboolean
is_as_expected (const Case *one, const YlFindings *findings)
{
  const YlFinding *first = NULL;
  for (gsize i = yl_findings_get_n (findings); i-- > 0;)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      if (finding->message == NULL || finding->column == NULL
          || finding->severity != yl_code_get_severity (finding->code))
        return FALSE;
      first = finding->code == one->code ? finding : first;
    }
  if (yl_findings_get_n_of_code (findings, one->code) != one->n_expected)
    return FALSE;
  if (first == NULL || one->stake_yuan == UNPRICED)
    return first == NULL || !first->is_priced;
  return first->is_priced && first->at_stake.fen == one->stake_yuan * 100;
}

static void
each_rule_finds_its_hit_and_passes_its_near_miss (void **state)
{
  (void) state;
  g_autoptr (YlRuleSet) rules = yl_rule_set_new ();
  yl_rule_set_edit (rules, YL_B12)->limits[YL_LIMIT_FROM_YEAR] = 2022;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlTestCounty *county = make_county (&cases[i]);
      g_autoptr (YlFindings) findings = yl_findings_new ();
      yl_budget_check (yl_test_county_get_budget (county), "录入表.xlsx", NULL, rules, findings);
      if (!is_as_expected (&cases[i], findings))
        fail_msg ("%s: %s", yl_code_get_name (cases[i].code), cases[i].what);
      yl_test_county_free (county);
    }
}

static void
the_year_from_which_fuel_tax_pays_no_staff_is_the_rule_s (void **state)
{
  YlTestCounty *county = *state;
  fuel_tax_for_staff_in_2021 (county);
  for (guint from = 2021; from <= 2022; from++)
    {
      g_autoptr (YlRuleSet) rules = yl_rule_set_new ();
      yl_rule_set_edit (rules, YL_B12)->limits[YL_LIMIT_FROM_YEAR] = from;
      g_autoptr (YlFindings) findings = yl_findings_new ();
      yl_budget_check (yl_test_county_get_budget (county), "录入表.xlsx", NULL, rules, findings);
      assert_number_equal (yl_findings_get_n_of_code (findings, YL_B12), from == 2021 ? 1 : 0);
    }
}

static void
a_finding_names_file_sheet_and_both_figures (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "10");
  funded_one_yuan_short (county);
  g_autoptr (YlRuleSet) rules = yl_rule_set_new ();
  g_autoptr (YlFindings) findings = yl_findings_new ();
  yl_budget_check (yl_test_county_get_budget (county), "录入表.xlsx", NULL, rules, findings);
  assert_number_equal ((gint64) yl_findings_get_n (findings), 1);
  const YlFinding *finding = yl_findings_get (findings, 0);
  assert_string_equal (finding->file, "录入表.xlsx");
  assert_string_equal (finding->sheet, "资金来源");
  assert_string_equal (finding->seen, "99,999.00");
  assert_string_equal (finding->expected, "100,000.00");
}

/* Two rows of 资金来源 by what tells them apart, and what is told of the second. */
static const struct
{
  const char *what;
  YlSource second; /* the first: 省补, 省, x1, 100 yuan, daily */
  gboolean is_told;
  YlSeverity severity;
} pairs[] = {
  { "all alike",
    { .name = "省补", .document = "x1", .amount = { 10000 } },
    TRUE,
    YL_SEVERITY_ERROR },
  { "another name",
    { .name = "省补二", .document = "x1", .amount = { 10000 } },
    TRUE,
    YL_SEVERITY_WARNING },
  { "another payee",
    { .name = "省补", .document = "x1", .payee = "沙镇镇", .amount = { 10000 } },
    TRUE,
    YL_SEVERITY_WARNING },
  { "another purpose",
    { .name = "省补", .document = "x1", .purpose = YL_PURPOSE_ENGINEERING, .amount = { 10000 } },
    TRUE,
    YL_SEVERITY_WARNING },
  { "a fen more", { .name = "省补", .document = "x1", .amount = { 10001 } }, FALSE, 0 },
  { "another document", { .name = "省补", .document = "x2", .amount = { 10000 } }, FALSE, 0 },
  { "another level",
    { .name = "省补", .document = "x1", .level = YL_PAYER_CITY, .amount = { 10000 } },
    FALSE,
    0 },
};

static const YlFinding *
find_twice (YlTestCounty *county, const YlSource *first, const YlSource *second, YlFindings *out)
{
  g_autoptr (YlRuleSet) rules = yl_rule_set_new ();
  add_road (county, .km = "10");
  g_array_append_vals (county->entry->sources, first, 1);
  g_array_append_vals (county->entry->sources, second, 1);
  yl_budget_check (yl_test_county_get_budget (county), "录入表.xlsx", NULL, rules, out);
  return yl_findings_find (out, YL_C01);
}

static YlSource
make_grant (const YlSource *own, YlRowId row)
{
  YlSource source = *own;
  source.account = "";
  source.row = row;
  return source;
}

static void
the_same_grant_twice_is_told_with_its_money (void **state)
{
  (void) state;
  static const YlSource grant = { .name = "省补", .document = "x1", .amount = { 10000 } };
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      YlTestCounty *county = yl_test_county_new ();
      yl_test_county_set_rate (county, YL_RATE_COUNTY, 10000);
      const YlSource first = make_grant (&grant, 2);
      const YlSource second = make_grant (&pairs[i].second, 3);
      g_autoptr (YlFindings) findings = yl_findings_new ();
      const YlFinding *told = find_twice (county, &first, &second, findings);
      if ((told != NULL) != pairs[i].is_told
          || (told != NULL && (told->severity != pairs[i].severity || told->row != 3)))
        fail_msg ("%s", pairs[i].what);
      if (told != NULL)
        assert_fen_equal (told->at_stake.fen, 10000);
      yl_test_county_free (county);
    }
}

static void
grants_without_a_document_are_the_same_by_a_warning_only (void **state)
{
  YlTestCounty *county = *state;
  static const YlSource grant = { .name = "省补", .document = "", .amount = { 10000 } };
  const YlSource first = make_grant (&grant, 2);
  const YlSource second = make_grant (&grant, 3);
  g_autoptr (YlFindings) findings = yl_findings_new ();
  const YlFinding *told = find_twice (county, &first, &second, findings);
  assert_non_null (told);
  assert_int_equal (told->severity, YL_SEVERITY_WARNING);
}

static void
a_ratio_that_nobody_set_is_an_information_beside_what_is_missing (void **state)
{
  YlTestCounty *county = *state;
  g_autoptr (YlRuleSet) rules = yl_rule_set_new ();
  g_autoptr (YlFindings) findings = yl_findings_new ();
  require (county, YL_REQUIRED_RATIO, TRUE);
  staff_and_land_not_entered (county);
  add_road (county, .km = "10");
  yl_budget_check (yl_test_county_get_budget (county), "录入表.xlsx", NULL, rules, findings);
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_B15), 2);
  assert_number_equal (yl_findings_get_n_of_severity (findings, YL_SEVERITY_INFO), 1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (each_rule_finds_its_hit_and_passes_its_near_miss),
    cmocka_unit_test (the_same_grant_twice_is_told_with_its_money),
    test_with_county (grants_without_a_document_are_the_same_by_a_warning_only),
    test_with_county (a_ratio_that_nobody_set_is_an_information_beside_what_is_missing),
    cmocka_unit_test_setup_teardown (the_year_from_which_fuel_tax_pays_no_staff_is_the_rule_s,
                                     yl_test_county_set_up, yl_test_county_tear_down),
    cmocka_unit_test_setup_teardown (a_finding_names_file_sheet_and_both_figures,
                                     yl_test_county_set_up, yl_test_county_tear_down),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
