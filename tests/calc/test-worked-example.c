#include "support/assert.h"
#include "support/county.h"

#include <string.h>

/* The budget that the README works by hand. */
static int
set_up_example (void **state)
{
  yl_test_county_set_up (state);
  YlTestCounty *county = *state;
  add_road (county, .code = "X001371502", .road_class = YL_CLASS_COUNTY, .km = "12.345",
            .township = "沙镇镇", .township_code = 371502101);
  add_road (county, .code = "Y012371502", .road_class = YL_CLASS_TOWNSHIP, .km = "8.200",
            .township = "沙镇镇", .township_code = 371502101);
  add_road (county, .code = "C034371502", .road_class = YL_CLASS_VILLAGE, .km = "2.900",
            .township = "堂邑镇", .township_code = 371502102);
  add_road (county, .code = "C034371502", .road_class = YL_CLASS_VILLAGE, .km = "0.556",
            .township = "堂邑镇", .township_code = 371502102, .flags = YL_ROAD_DUPLICATE);
  add_source (county, .level = YL_PAYER_PROVINCE, .purpose = YL_PURPOSE_DAILY,
              .fund = YL_FUND_GENERAL, .kind = YL_KIND_GRANT, .yuan = 60000);
  return 0;
}

static void
the_duplicate_part_is_listed_but_not_counted (void **state)
{
  const YlFigures *figures = yl_test_county_get_figures (*state);
  assert_number_equal (figures->mileage.listed_m, 24001); /* 12345 + 8200 + 2900 + 556 */
  assert_number_equal (figures->mileage.duplicate_m, 556);
  assert_number_equal (figures->mileage.counted_m, 23445); /* 24001 − 556 */
}

static void
each_class_is_paid_by_its_rate (void **state)
{
  const YlFigures *figures = yl_test_county_get_figures (*state);
  /* 12.345 km × 10000, 8.200 × 5000, 2.900 × 3000 yuan */
  assert_fen_equal (yl_test_demand (figures, "daily.county")->amount_fen, 12345000);
  assert_fen_equal (yl_test_demand (figures, "daily.township")->amount_fen, 4100000);
  assert_fen_equal (yl_test_demand (figures, "daily.village")->amount_fen, 870000);
  assert_fen_equal (figures->daily.standard_fen, 17315000);
}

static void
the_county_closes_the_gap_that_the_grant_leaves (void **state)
{
  const YlFigures *figures = yl_test_county_get_figures (*state);
  assert_fen_equal (figures->daily.superior_grants_fen, 6000000);
  assert_fen_equal (figures->daily.county_gap_fen, 11315000); /* 173150 − 60000 yuan */
  assert_fen_equal (yl_test_payer_fen (figures, YL_PAYER_PROVINCE, YL_PURPOSE_DAILY), 6000000);
  assert_fen_equal (yl_test_payer_fen (figures, YL_PAYER_COUNTY, YL_PURPOSE_DAILY), 11315000);
}

static void
the_county_road_goes_to_the_county_and_the_others_to_their_townships (void **state)
{
  const YlFigures *figures = yl_test_county_get_figures (*state);
  assert_fen_equal (yl_test_payee (figures, YL_COUNTY_AGENCY)->roads_fen, 12345000);
  assert_fen_equal (yl_test_payee (figures, "沙镇镇")->roads_fen, 4100000);
  assert_fen_equal (yl_test_payee (figures, "堂邑镇")->roads_fen, 870000);
  /* By township, its county road stands with it: 123450 + 41000 yuan. */
  assert_fen_equal (yl_test_township (figures, "沙镇镇")->roads_fen, 16445000);
  assert_fen_equal (yl_test_township (figures, "堂邑镇")->roads_fen, 870000);
}

static void
the_readme_shows_these_figures (void **state)
{
  const YlFigures *figures = yl_test_county_get_figures (*state);
  const gint64 shown[] = {
    yl_test_demand (figures, "daily.county")->amount_fen,
    yl_test_demand (figures, "daily.township")->amount_fen,
    yl_test_demand (figures, "daily.village")->amount_fen,
    figures->daily.standard_fen,
    figures->daily.superior_grants_fen,
    figures->daily.county_gap_fen,
  };
  g_autofree char *path = g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "README.md", NULL);
  g_autofree char *readme = NULL;
  assert_true (g_file_get_contents (path, &readme, NULL, NULL));
  const char *chapter = strstr (readme, "## One budget by hand");
  assert_non_null (chapter);
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ shown[i] });
      if (strstr (chapter, yuan) == NULL)
        fail_msg ("%s is not in the README", yuan);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_duplicate_part_is_listed_but_not_counted),
    cmocka_unit_test (each_class_is_paid_by_its_rate),
    cmocka_unit_test (the_county_closes_the_gap_that_the_grant_leaves),
    cmocka_unit_test (the_county_road_goes_to_the_county_and_the_others_to_their_townships),
    cmocka_unit_test (the_readme_shows_these_figures),
  };
  return cmocka_run_group_tests (tests, set_up_example, yl_test_county_tear_down);
}
