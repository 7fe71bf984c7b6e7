#include "yanglu/io/json/budget.h"

#include "support/assert.h"
#include "support/county.h"
#include "support/json-shape.h"

#include <string.h>

#define CLASS "{sections,listed_m,counted_m,maintained_m,duplicate_m,dead_end_m,urban_m,paid_m}"
#define MILEAGE                                                                                    \
  "mileage{listed_m,counted_m,maintained_m,paid_m,by_class{county" CLASS ",township" CLASS         \
  ",village" CLASS ",special" CLASS "}}"
#define DEMAND "{code,purpose,length_m,rate_fen_per_km,count,amount_fen,document,clause}"
#define SOURCE "{name,level,purpose,fund,kind,account,document,amount_fen}"
#define FUNDS "general_fen,government_fen,social_fen"
#define ACCOUNTS                                                                                   \
  "accounts[{account,name," FUNDS "}],account_uses[{purpose,account," FUNDS ",counted_fen}]"
#define LAND                                                                                       \
  "{payer,basis,income_fen,cost_fen,net_fen,share_ppm,due_fen,min_fen,max_fen,booked_fen}"
#define DAILY                                                                                      \
  "daily{standard_fen,roads_fen,bridges_fen,superior_grants_fen,county_gap_fen,funded_fen,"        \
  "unfunded_fen,surplus_fen,social_fen}"
#define PURPOSE "{purpose,demand_fen,total_fen,unfunded_fen}"
#define TOWNSHIP "{name,code,county_m,township_m,village_m,special_m,amount_fen}"
#define FINDING "{code,severity,file,sheet,row,column,cell,message,at_stake_fen}"

/* The format yanglu.budget/1, key by key. */
#define BUDGET                                                                                     \
  "{schema,entity{code,name},year,policy{id,document,sha256}," MILEAGE ",demand[" DEMAND           \
  "],payers[{payer,purpose,amount_fen}],sources[" SOURCE "]," ACCOUNTS ",land[" LAND "]," DAILY    \
  ",purposes[" PURPOSE "],other_unfunded_fen,townships[" TOWNSHIP                                  \
  "],payees[{name,paid_m,amount_fen}],packages[{name,paid_m,amount_fen}]"                          \
  ",indicators[{code,target_ppm,actual_ppm,met}],choices[{what,chosen,why}],findings[" FINDING     \
  "]}"

static void
append (gpointer text, const char *bytes, gsize n_bytes)
{
  g_string_append_len (text, bytes, (gssize) n_bytes);
}

static char *
write_budget (YlTestCounty *county, const YlFindings *findings)
{
  const YlBudget *budget = yl_test_county_get_budget (county);
  assert_non_null (budget);
  GString *text = g_string_new (NULL);
  g_autoptr (YlJsonSink) json = yl_json_sink_new (append, text);
  g_autoptr (YlChoices) choices = yl_choices_new ();
  yl_choices_add (choices, "年度", "2021", "本机时钟");
  yl_json_write_budget (json, budget, NULL, choices, findings);
  return g_string_free (text, FALSE);
}

static void
assert_says (const char *json, const char *part)
{
  if (strstr (json, part) == NULL)
    fail_msg ("%s is not in:\n%s", part, json);
}

static void
declare_land_shares (YlTestCounty *county)
{
  yl_test_county_set (county, YL_GROUP_LAND_REVENUE, "", YL_LAND_MIN_SHARE, 20000);
  yl_test_county_set (county, YL_GROUP_LAND_REVENUE, "", YL_LAND_MAX_SHARE, 30000);
  yl_test_county_set (county, YL_GROUP_LAND_REVENUE, "", YL_LAND_PAYERS, 1 << YL_PAYER_COUNTY);
  yl_test_county_add_land (county, YL_PAYER_COUNTY, 1000000, 400000, -1);
}

static void
a_full_budget_has_every_key_in_its_order_and_no_other (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .code = "X001371502", .road_class = YL_CLASS_COUNTY, .km = "12.345",
            .township = "闫寺街道", .township_code = 371502006, .package = "一标段");
  add_road (county, .code = "C001371502", .road_class = YL_CLASS_VILLAGE, .km = "1");
  add_source (county, .level = YL_PAYER_PROVINCE, .purpose = YL_PURPOSE_DAILY, .yuan = 100);
  declare_land_shares (county);
  g_autoptr (YlFindings) findings = yl_findings_new ();
  yl_findings_add (findings, &(YlFinding){ .code = YL_E06 });
  yl_findings_add (findings, &(YlFinding){ .code = YL_C04, .file = "a.csv", .row = G_MAXINT64 });
  g_autofree char *json = write_budget (county, findings);
  assert_text_equal_free (yl_json_shape (json), BUDGET);
  assert_true (g_str_has_prefix (json, "{\n  \"schema\" : \"yanglu.budget/1\","));
  assert_says (json, "\"row\" : 9223372036854775807,"); /* of a record, and whole */
}

static void
lists_with_nothing_in_them_are_empty_and_stay (void **state)
{
  YlTestCounty *county = *state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  g_autofree char *json = write_budget (county, findings);
  assert_says (json, "\"sources\" : []");
  assert_says (json, "\"land\" : []");
  assert_says (json, "\"townships\" : []");
  assert_says (json, "\"packages\" : []");
  assert_says (json, "\"findings\" : []");
}

static void
what_is_not_known_is_null (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .code = "C001371502", .road_class = YL_CLASS_VILLAGE, .km = "1");
  g_autoptr (YlFindings) findings = yl_findings_new ();
  yl_findings_add (findings, &(YlFinding){ .code = YL_C04 });
  g_autofree char *json = write_budget (county, findings);
  assert_says (json, "\"maintained_m\" : null");
  assert_says (json, "\"actual_ppm\" : null");
  assert_says (json, "\"met\" : null");
  assert_says (json, "\"row\" : null");
  assert_says (json, "\"at_stake_fen\" : null");
}

/* Every number of tests/data/budgets/golden.json was worked out by hand; amounts in yuan:
 *
 *   12.345 km × 10,000 = 123,450; 8.001 km × 5,000 = 40,005; 2.333 km × 3,000 = 6,999;
 *   roads 170,454 + one large bridge 1,000 = the standard 171,454.
 *   中央省市: 50,000 + 20,000 + 10,000 of land money = 80,000, so that the gap is 91,454;
 *   with 30,000 of the county's land money 110,000 are found and 61,454 are not.
 *   Works ask 20,000 and staff 5,000, for which nobody gave anything: 25,000 of other money is open.
 *   Land, county: 1,000,000 − 400,000 = 600,000: at 2% (none chosen) 12,000, at 3% 18,000.
 *   Land, city: 500,000 − 100,000 = 400,000: at 2.5% 10,000, at 2% 8,000, at 3% 12,000.
 *   列养 20.346 of 22.679 km: 897,130 ppm; works 8.001 of 20.346 km: 393,247 ppm;
 *   优良中 12.345 of 20.346 km: 606,753 ppm. */
static void
the_numbers_of_a_budget_are_those_worked_by_hand (void **state)
{
  YlTestCounty *county = *state;
  declare_land_shares (county);
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE, "", YL_BRIDGE_LARGE, 100000);
  yl_test_county_set (county, YL_GROUP_TARGET, "", YL_INDICATOR_MAINTAINED, 1000000);
  yl_test_county_set (county, YL_GROUP_TARGET, "", YL_INDICATOR_ENGINEERING, 70000);
  add_road (county, .code = "X001371502", .road_class = YL_CLASS_COUNTY, .km = "12.345",
            .maintained = "12.345", .township = "沙镇镇", .township_code = 371502100,
            .condition = YL_CONDITION_GOOD, .package = "一标段");
  add_road (county, .code = "Y001371502", .road_class = YL_CLASS_TOWNSHIP, .km = "8.001",
            .maintained = "8.001", .township = "侯营镇", .township_code = 371502101,
            .condition = YL_CONDITION_POOR, .last_works = 2020);
  add_road (county, .code = "C001371502", .road_class = YL_CLASS_VILLAGE, .km = "2.333",
            .maintained = "0", .township = "沙镇镇", .township_code = 371502100);
  add_road (county, .code = "C002371502", .road_class = YL_CLASS_VILLAGE, .km = "1",
            .maintained = "0", .flags = YL_ROAD_DUPLICATE, .township = "侯营镇",
            .township_code = 371502101);
  add_road (county, .code = "C003371502", .road_class = YL_CLASS_VILLAGE, .km = "0.5",
            .maintained = "0", .flags = YL_ROAD_DUPLICATE | YL_ROAD_DEAD_END);
  add_bridge (county, .size = YL_BRIDGE_LARGE, .road_class = YL_CLASS_COUNTY, .m = 120,
              .township = "侯营镇", .township_code = 371502101);
  add_source (county, .level = YL_PAYER_PROVINCE, .kind = YL_KIND_GRANT, .yuan = 50000);
  add_source (county, .level = YL_PAYER_CITY, .kind = YL_KIND_GRANT, .yuan = 20000);
  add_source (county, .level = YL_PAYER_CITY, .fund = YL_FUND_GOVERNMENT, .kind = YL_KIND_LAND,
              .yuan = 10000);
  add_source (county, .level = YL_PAYER_COUNTY, .fund = YL_FUND_GOVERNMENT, .kind = YL_KIND_LAND,
              .yuan = 30000);
  add_source (county, .level = YL_PAYER_SOCIAL, .fund = YL_FUND_SOCIAL, .kind = YL_KIND_DONATION,
              .yuan = 500);
  yl_test_county_add_land (county, YL_PAYER_CITY, 500000, 100000, 25000);
  yl_test_county_add_project (county, 1000, 20000);
  county->entry->other.staff = (YlMoney){ 500000 };
  county->columns |= 1u << YL_COLUMN_LAST_WORKS;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  g_autofree char *json = write_budget (county, findings);
  g_autofree char *path = g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", "data", "budgets",
                                            "golden.json", NULL);
  g_autofree char *golden = NULL;
  assert_true (g_file_get_contents (path, &golden, NULL, NULL));
  assert_string_equal (json, golden);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_with_county (a_full_budget_has_every_key_in_its_order_and_no_other),
    test_with_county (lists_with_nothing_in_them_are_empty_and_stay),
    test_with_county (what_is_not_known_is_null),
    test_with_county (the_numbers_of_a_budget_are_those_worked_by_hand),
  };
  return cmocka_run_group_tests_name ("budget-json", tests, NULL, NULL);
}
