#include "yanglu/calc/payment-plan.h"

#include "support/assert.h"
#include "support/county.h"

static void
set_day (YlTestCounty *county, guint day, gint64 percent)
{
  yl_test_county_set (county, YL_GROUP_PAYMENT, "", day, percent * 10000);
}

static void
assert_quarters (YlTestCounty *county, gint64 amount_fen, const gint64 expected[YL_QUARTERS])
{
  YlPaymentPlan plan;
  gint64 fen[YL_QUARTERS];
  gint64 sum_fen = 0;
  yl_payment_plan_init (&plan, yl_test_county_get_budget (county));
  yl_payment_plan_split (&plan, amount_fen, fen);
  for (guint i = 0; i < YL_QUARTERS; i++)
    {
      assert_fen_equal (fen[i], expected[i]);
      sum_fen += fen[i];
    }
  assert_fen_equal (sum_fen, amount_fen);
}

static void
a_policy_without_days_pays_quarters_alike (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_PAYMENT, "", YL_PAYMENT_PASS_ON_DAYS, 30);
  assert_quarters (county, 0, (const gint64[]){ 0, 0, 0, 0 });
  assert_quarters (county, 3, (const gint64[]){ 0, 0, 0, 3 });
  assert_quarters (county, 1007, (const gint64[]){ 251, 251, 251, 254 });
}

static void
quarters_follow_the_parts_of_the_policy_and_add_up (void **state)
{
  YlTestCounty *county = *state;
  set_day (county, 331, 40);
  set_day (county, 630, 70);
  set_day (county, 1231, 100);
  /* 93,594.01: until March 37,437.604, until June and September 65,515.807. */
  assert_quarters (county, 9359401, (const gint64[]){ 3743760, 2807821, 0, 2807820 });
  assert_quarters (county, 10000000, (const gint64[]){ 4000000, 3000000, 0, 3000000 });
  assert_quarters (county, 1, (const gint64[]){ 0, 1, 0, 0 });
  assert_quarters (county, 0, (const gint64[]){ 0, 0, 0, 0 });
}

static void
nothing_is_to_be_paid_before_the_first_day (void **state)
{
  YlTestCounty *county = *state;
  set_day (county, 630, 50);
  set_day (county, 1231, 100);
  assert_quarters (county, 1001, (const gint64[]){ 0, 501, 0, 500 });
}

static void
a_day_within_a_quarter_counts_at_its_end (void **state)
{
  YlTestCounty *county = *state;
  set_day (county, 131, 10);
  set_day (county, 228, 20);
  set_day (county, 1031, 90);
  assert_quarters (county, 1000, (const gint64[]){ 200, 0, 0, 800 });
}

static void
the_days_of_the_place_stand_alone (void **state)
{
  YlTestCounty *county = *state;
  set_day (county, 331, 40);
  yl_test_county_set (county, YL_GROUP_PAYMENT, "3715", 930, 600000);
  assert_quarters (county, 1000, (const gint64[]){ 0, 0, 600, 400 });
}

int
main (void)
{
#define with_county(name)                                                                          \
  cmocka_unit_test_setup_teardown (name, yl_test_county_set_up, yl_test_county_tear_down)
  const struct CMUnitTest tests[] = {
    with_county (a_policy_without_days_pays_quarters_alike),
    with_county (quarters_follow_the_parts_of_the_policy_and_add_up),
    with_county (nothing_is_to_be_paid_before_the_first_day),
    with_county (a_day_within_a_quarter_counts_at_its_end),
    with_county (the_days_of_the_place_stand_alone),
  };
  return cmocka_run_group_tests_name ("payment plan", tests, NULL, NULL);
}
