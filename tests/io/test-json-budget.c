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
#define LAND                                                                                       \
  "{payer,basis,income_fen,cost_fen,net_fen,share_ppm,due_fen,min_fen,max_fen,booked_fen}"
#define DAILY                                                                                      \
  "daily{standard_fen,roads_fen,bridges_fen,superior_grants_fen,county_gap_fen,funded_fen,"        \
  "unfunded_fen,surplus_fen,social_fen}"
#define TOWNSHIP "{name,code,county_m,township_m,village_m,special_m,amount_fen}"
#define FINDING "{code,severity,file,sheet,row,column,message,at_stake_fen}"

/* The format yanglu.budget/1, key by key. */
#define BUDGET                                                                                     \
  "{schema,entity{code,name},year,policy{id,document,sha256}," MILEAGE ",demand[" DEMAND           \
  "],payers[{payer,purpose,amount_fen}],sources[" SOURCE "],land[" LAND "]," DAILY                 \
  ",townships[" TOWNSHIP "],payees[{name,paid_m,amount_fen}],packages[{name,paid_m,amount_fen}]"   \
  ",indicators[{code,target_ppm,actual_ppm,met}],findings[" FINDING "]}"

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
  yl_json_write_budget (json, budget, findings);
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
  yl_findings_add (findings, &(YlFinding){ .code = YL_C04, .file = "a.csv", .row = 2 });
  g_autofree char *json = write_budget (county, findings);
  assert_text_equal_free (yl_json_shape (json), BUDGET);
  assert_true (g_str_has_prefix (json, "{\n  \"schema\" : \"yanglu.budget/1\","));
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

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_with_county (a_full_budget_has_every_key_in_its_order_and_no_other),
    test_with_county (lists_with_nothing_in_them_are_empty_and_stay),
    test_with_county (what_is_not_known_is_null),
  };
  return cmocka_run_group_tests_name ("budget-json", tests, NULL, NULL);
}
