/* A table of land revenue by itself, each line against those that it comes from. */
#include "yanglu/audit/found/land-rules.h"

#include "support/assert.h"
#include "support/county.h"

#define NO_FINDING (-1)

/* In yuan; @share in ppm. Income 5,000,000; 3,200,000 and 300,000 are spent. The range is 2%–3%. */
typedef struct
{
  const char *what;
  gint64 all_costs;
  gint64 net;
  gint64 share;
  gint64 due;
  YlCode code;
  const char *cell;
  gint64 stake_yuan; /* NO_FINDING */
} Case;

static const Case cases[] = {
  { "all lines follow", 3500000, 1500000, 30000, 45000, YL_B04, NULL, NO_FINDING },
  { "both ends of the range", 3500000, 1500000, 20000, 30000, YL_B04, NULL, NO_FINDING },
  { "a cost is missing in the total", 3200000, 1800000, 30000, 54000, YL_C01, "B7", -300000 },
  { "the net is typed", 3500000, 1600000, 30000, 48000, YL_C01, "B8", 100000 },
  { "a share below the range", 3500000, 1500000, 19998, 29997, YL_B04, "B9", 3 },
  { "a share above the range", 3500000, 1500000, 40000, 60000, YL_B04, "B9", 15000 },
  { "less drawn than the share", 3500000, 1500000, 30000, 44999, YL_B04, "B10", 1 },
  { "a share of the income", 3500000, 1500000, 30000, 150000, YL_B05, "B10", 105000 },
  { "no share, within the range", 3500000, 1500000, 0, 40000, YL_B04, NULL, NO_FINDING },
  { "no share, below the range", 3500000, 1500000, 0, 29999, YL_B04, "B9", 1 },
  { "no share, above the range", 3500000, 1500000, 0, 45001, YL_B05, "B9", 1 },
};

static void
add (YlFoundLand *land, YlLandMeaning meaning, const char *label, gint64 units)
{
  yl_found_land_add (land, &(YlLandFigure){ .meaning = (guint8) meaning,
                                            .depth = 2,
                                            .row = land->figures->len + 4,
                                            .column = 1,
                                            .label = label,
                                            .units = units });
}

static YlFoundLand *
make_land (const Case *it)
{
  YlFoundLand *land = yl_found_land_new ("土地", "县级", 100);
  add (land, YL_LAND_ROW_INCOME, "土地出让收入", 500000000);
  add (land, YL_LAND_ROW_COST, "征地和拆迁补偿", 320000000);
  add (land, YL_LAND_ROW_COST, "土地开发", 30000000);
  add (land, YL_LAND_ROW_ALL_COSTS, "成本合计", it->all_costs * 100);
  add (land, YL_LAND_ROW_NET, "土地出让收益", it->net * 100);
  if (it->share > 0)
    add (land, YL_LAND_ROW_SHARE, "计提比例", it->share);
  add (land, YL_LAND_ROW_DUE, "计提金额", it->due * 100);
  return land;
}

static void
check (YlTestCounty *county, YlFoundLand *land, YlFindings *findings)
{
  g_autoptr (GPtrArray) lands = g_ptr_array_new ();
  if (county->budget == NULL)
    {
      yl_test_county_set (county, YL_GROUP_LAND_REVENUE, "", YL_LAND_MIN_SHARE, 20000);
      yl_test_county_set (county, YL_GROUP_LAND_REVENUE, "", YL_LAND_MAX_SHARE, 30000);
    }
  const YlFoundContext context = { .policy = yl_test_county_get_budget (county)->policy,
                                   .area = "371502" };
  g_ptr_array_add (lands, land);
  yl_found_check_land (lands, "手工.xlsx", &context, findings);
}

static void
check_case (YlTestCounty *county, const Case *it)
{
  g_autoptr (YlFoundLand) land = make_land (it);
  g_autoptr (YlFindings) findings = yl_findings_new ();
  print_message ("# %s\n", it->what);
  check (county, land, findings);
  assert_number_equal (yl_findings_get_n (findings), it->stake_yuan == NO_FINDING ? 0 : 1);
  if (it->stake_yuan == NO_FINDING)
    return;
  const YlFinding *finding = yl_findings_get (findings, 0);
  assert_int_equal (finding->code, it->code);
  assert_string_equal (finding->cell, it->cell);
  /* Of 1,500,000 yuan a millionth is 1.50. */
  assert_true (ABS (finding->at_stake.fen - it->stake_yuan * 100) <= 50);
}

static void
every_line_is_held_against_those_it_comes_from (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlTestCounty *county = yl_test_county_new ();
      check_case (county, &cases[i]);
      yl_test_county_free (county);
    }
}

/* 500,000 yuan more are spent than came in: net is none, and at 2% 10,000 are at stake. */
static void
costs_above_income_are_told_and_count_as_none (void **state)
{
  g_autoptr (YlFoundLand) land = yl_found_land_new ("土地", "", 100);
  g_autoptr (YlFindings) findings = yl_findings_new ();
  add (land, YL_LAND_ROW_INCOME, "土地出让收入", 100000000);
  add (land, YL_LAND_ROW_ALL_COSTS, "成本", 150000000);
  add (land, YL_LAND_ROW_NET, "土地出让收益", -50000000);
  add (land, YL_LAND_ROW_SHARE, "计提比例", 20000);
  add (land, YL_LAND_ROW_DUE, "计提金额", 0);
  check (*state, land, findings);
  assert_number_equal (yl_findings_get_n (findings), 1);
  assert_int_equal (yl_findings_get (findings, 0)->code, YL_B05);
  assert_fen_equal (yl_findings_get (findings, 0)->at_stake.fen, 1000000);
}

/* 其中 names two of the costs; 400,000 yuan are not listed, and no mistake. */
static void
a_total_may_hold_more_than_the_costs_that_are_named (void **state)
{
  g_autoptr (YlFoundLand) land = yl_found_land_new ("土地", "", 100);
  g_autoptr (YlFindings) findings = yl_findings_new ();
  add (land, YL_LAND_ROW_INCOME, "土地出让收入", 500000000);
  add (land, YL_LAND_ROW_ALL_COSTS, "成本", 350000000);
  add (land, YL_LAND_ROW_COST, "其中：征地和拆迁补偿", 310000000);
  add (land, YL_LAND_ROW_DUE, "计提金额", 3000000);
  check (*state, land, findings);
  assert_number_equal (yl_findings_get_n (findings), 0);
}

/* 8600.00 − 6591.68 = 2008.32 万元, 3% are 60.2496: 60.25 with two decimals; 60.23 is none. */
static void
in_wan_yuan_the_last_digit_may_be_rounded (void **state)
{
  g_autoptr (YlFoundLand) land = yl_found_land_new ("土地", "", 1000000);
  g_autoptr (YlFindings) findings = yl_findings_new ();
  add (land, YL_LAND_ROW_INCOME, "土地出让收入", 8600000000);
  add (land, YL_LAND_ROW_ALL_COSTS, "成本", 6591680000);
  add (land, YL_LAND_ROW_NET, "收益", 2008320000);
  add (land, YL_LAND_ROW_SHARE, "计提比例", 30000);
  add (land, YL_LAND_ROW_DUE, "计提金额", 60250000);
  check (*state, land, findings);
  assert_number_equal (yl_findings_get_n (findings), 0);
  g_array_index (land->figures, YlLandFigure, 4).units = 60230000;
  check (*state, land, findings);
  assert_number_equal (yl_findings_get_n (findings), 1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_line_is_held_against_those_it_comes_from),
    test_with_county (costs_above_income_are_told_and_count_as_none),
    test_with_county (a_total_may_hold_more_than_the_costs_that_are_named),
    test_with_county (in_wan_yuan_the_last_digit_may_be_rounded),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
