#include "yanglu/app/lists/rates.h"

#include "support/assert.h"
#include "support/run.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/base/error.h"

/* A general policy from a file, for --policy: 7000 yuan per km of county road, nothing else. */
#define SEVEN                                                                                      \
  "[policy]\nid=seven\ntitle=办法\ndocument=文\nissued=2021-01-01\neffective-from=2021-01-01\n" \
  "verified=true\n[daily-rate]\ncounty=7000\n[clause]\ndaily-rate=一\n"

static gint64
get_county_rate (YlRates *rates, guint32 county_code)
{
  return yl_rates_get (rates, county_code)->rate[YL_RATE_COUNTY].fen_per_km;
}

static void
each_county_has_the_table_of_the_policy_in_force_for_it (void **state)
{
  (void) state;
  g_autoptr (YlRates) rates = yl_rates_new (&(YlJobOptions){ 0 }, 2021, NULL);
  assert_number_equal (get_county_rate (rates, 371502), 1000000);
  assert_number_equal (get_county_rate (rates, 110101), 1000000);
  /* The table of one county is not that of the next, and is found again. */
  const YlRateTable *own = yl_rates_get (rates, 371502);
  const YlRateTable *other = yl_rates_get (rates, 110101);
  assert_ptr_not_equal (own, other);
  assert_ptr_equal (yl_rates_get (rates, 371502), own);
}

static void
an_unknown_county_has_the_general_table (void **state)
{
  (void) state;
  g_autoptr (YlRates) rates = yl_rates_new (&(YlJobOptions){ 0 }, 2021, NULL);
  const YlRateTable *general = yl_rates_get (rates, 0);
  yl_rates_get (rates, 371502);
  assert_ptr_equal (yl_rates_get (rates, 0), general);
  assert_number_equal (general->rate[YL_RATE_VILLAGE].fen_per_km, 300000);
}

static void
a_policy_that_was_asked_for_serves_every_county (void **state)
{
  (void) state;
  YlRun *run = yl_run_new ();
  yl_run_write (run, "seven.policy", SEVEN);
  g_autofree char *file = g_build_filename (run->folder, "seven.policy", NULL);
  g_autoptr (YlRates) rates = yl_rates_new (&(YlJobOptions){ .policy = file }, 2021, NULL);
  yl_run_free (run);
  assert_non_null (rates);
  assert_number_equal (get_county_rate (rates, 371502), 700000);
  assert_ptr_equal (yl_rates_get (rates, 371502), yl_rates_get (rates, 110101));
  assert_false (yl_rates_get (rates, 0)->has_rate[YL_RATE_VILLAGE]);
}

static void
a_year_before_every_policy_has_no_rates (void **state)
{
  (void) state;
  g_autoptr (GError) error = NULL;
  assert_null (yl_rates_new (&(YlJobOptions){ 0 }, 2019, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_NOT_FOUND));
}

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (each_county_has_the_table_of_the_policy_in_force_for_it),
    cmocka_unit_test (an_unknown_county_has_the_general_table),
    cmocka_unit_test (a_policy_that_was_asked_for_serves_every_county),
    cmocka_unit_test (a_year_before_every_policy_has_no_rates),
  };
  return cmocka_run_group_tests_name ("rates", tests, NULL, NULL);
}
