#include "support/assert.h"

#include "yanglu/base/error.h"
#include "yanglu/calc/tally.h"

static const YlRateTable rates = {
  .rate = { { 1000000 }, { 500000 }, { 300000 } },
  .has_rate = { TRUE, TRUE, TRUE },
};

static void
add (YlTally *tally, guint32 township_code, const char *township, YlRoadClass road_class, guint32 m)
{
  const YlRoadRow row = {
    .road = { .county_code = township_code / 1000,
              .township_code = township_code,
              .length_m = m,
              .road_class = (guint8) road_class },
    .township = yl_text_of (township),
  };
  yl_tally_add (tally, &rates, &row);
}

static int
set_up (void **state)
{
  *state = yl_tally_new ();
  return 0;
}

static int
tear_down (void **state)
{
  yl_tally_free (*state);
  return 0;
}

static void
roads_of_one_township_and_class_make_one_row (void **state)
{
  gsize n;
  add (*state, 371502006, "闫寺街道", YL_CLASS_VILLAGE, 1500);
  add (*state, 371502006, "闫寺街道", YL_CLASS_VILLAGE, 500);
  const YlTallyRow *rows = yl_tally_end (*state, &n, NULL);
  assert_number_equal ((gint64) n, 1);
  assert_number_equal (rows[0].sections, 2);
  assert_number_equal (rows[0].counted_m, 2000);
  assert_fen_equal (rows[0].amount_fen, 600000); /* 2 km × 3000 yuan */
  assert_string_equal (rows[0].township, "闫寺街道");
}

static void
rows_stand_by_county_township_and_class (void **state)
{
  gsize n;
  add (*state, 371521100, "乙", YL_CLASS_COUNTY, 1);
  add (*state, 371502101, "丙", YL_CLASS_VILLAGE, 2);
  add (*state, 371502101, "丙", YL_CLASS_COUNTY, 3);
  add (*state, 371502100, "丁", YL_CLASS_COUNTY, 4);
  const YlTallyRow *rows = yl_tally_end (*state, &n, NULL);
  const gint64 expected_m[] = { 4, 3, 2, 1 };
  assert_number_equal ((gint64) n, 4);
  for (gsize i = 0; i < n; i++)
    assert_number_equal (rows[i].counted_m, expected_m[i]);
}

static void
without_codes_the_name_tells_townships_apart (void **state)
{
  gsize n;
  add (*state, 0, "甲乡", YL_CLASS_COUNTY, 1);
  add (*state, 0, "乙乡", YL_CLASS_COUNTY, 2);
  add (*state, 0, "甲乡", YL_CLASS_COUNTY, 4);
  add (*state, 0, "", YL_CLASS_COUNTY, 8);
  const YlTallyRow *rows = yl_tally_end (*state, &n, NULL);
  assert_number_equal ((gint64) n, 3);
  assert_number_equal (rows[0].counted_m, 8); /* nobody named it */
  assert_number_equal (rows[1].counted_m, 2); /* 乙 sorts before 甲 */
  assert_number_equal (rows[2].counted_m, 5);
}

static void
townships_without_codes_stand_by_name (void **state)
{
  gsize n;
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *name = g_strdup_printf ("%02u", (i * 37) % 50);
      add (*state, 0, name, YL_CLASS_COUNTY, 1);
    }
  const YlTallyRow *rows = yl_tally_end (*state, &n, NULL);
  assert_number_equal ((gint64) n, 50);
  for (gsize i = 1; i < n; i++)
    assert_true (g_strcmp0 (rows[i - 1].township, rows[i].township) < 0);
}

static void
one_code_is_one_township_by_its_smallest_name (void **state)
{
  gsize n;
  add (*state, 371502101, "", YL_CLASS_COUNTY, 1);
  add (*state, 371502101, "沙镇镇", YL_CLASS_COUNTY, 2);
  add (*state, 371502101, "沙镇", YL_CLASS_COUNTY, 4);
  add (*state, 371502101, "沙镇镇", YL_CLASS_COUNTY, 8);
  add (*state, 371502101, "", YL_CLASS_COUNTY, 16);
  const YlTallyRow *rows = yl_tally_end (*state, &n, NULL);
  assert_number_equal ((gint64) n, 1);
  assert_string_equal (rows[0].township, "沙镇");
  assert_number_equal (rows[0].counted_m, 31);
}

static void
a_nation_of_townships_is_kept_apart (void **state)
{
  gsize n;
  for (guint32 round = 0; round < 2; round++)
    for (guint32 i = 0; i < 40000; i++)
      add (*state, 110000000 + i * 17, "某乡", YL_CLASS_TOWNSHIP, i + 1);
  const YlTallyRow *rows = yl_tally_end (*state, &n, NULL);
  assert_number_equal ((gint64) n, 40000);
  for (gsize i = 0; i < n; i++)
    {
      assert_number_equal (rows[i].township_code, 110000000 + (gint64) i * 17);
      assert_number_equal (rows[i].counted_m, 2 * ((gint64) i + 1));
    }
}

static void
a_township_may_lie_in_two_counties (void **state)
{
  gsize n;
  YlRoadRow row = { .road = { .county_code = 371502, .length_m = 1 },
                    .township = yl_text_of ("甲乡") };
  yl_tally_add (*state, &rates, &row);
  row.road.county_code = 371521;
  yl_tally_add (*state, &rates, &row);
  yl_tally_end (*state, &n, NULL);
  assert_number_equal ((gint64) n, 2);
}

static void
duplicates_are_sections_without_kilometres (void **state)
{
  gsize n;
  YlRoadRow row = { .road = { .length_m = 1000, .flags = YL_ROAD_DUPLICATE } };
  yl_tally_add (*state, &rates, &row);
  const YlTallyRow *rows = yl_tally_end (*state, &n, NULL);
  assert_number_equal (rows[0].sections, 1);
  assert_number_equal (rows[0].counted_m, 0);
  assert_fen_equal (rows[0].amount_fen, 0);
}

static void
nothing_added_is_no_row_and_no_error (void **state)
{
  gsize n = 1;
  g_autoptr (GError) error = NULL;
  assert_non_null (yl_tally_end (*state, &n, &error));
  assert_number_equal ((gint64) n, 0);
  assert_null (error);
}

static void
a_sum_that_does_not_fit_is_an_error (void **state)
{
  const YlRateTable highest = { .rate = { { YL_RATE_MAX_FEN_PER_KM } }, .has_rate = { TRUE } };
  const YlRoadRow row = { .road = { .length_m = (guint32) YL_LENGTH_MAX_M } };
  gsize n;
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < 24; i++) /* 24 × 4 × 10^17 fen */
    yl_tally_add (*state, &highest, &row);
  assert_null (yl_tally_end (*state, &n, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_OVERFLOW));
}

#define test_with_tally(test) cmocka_unit_test_setup_teardown (test, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_with_tally (roads_of_one_township_and_class_make_one_row),
    test_with_tally (rows_stand_by_county_township_and_class),
    test_with_tally (without_codes_the_name_tells_townships_apart),
    test_with_tally (townships_without_codes_stand_by_name),
    test_with_tally (one_code_is_one_township_by_its_smallest_name),
    test_with_tally (a_nation_of_townships_is_kept_apart),
    test_with_tally (a_township_may_lie_in_two_counties),
    test_with_tally (duplicates_are_sections_without_kilometres),
    test_with_tally (nothing_added_is_no_row_and_no_error),
    test_with_tally (a_sum_that_does_not_fit_is_an_error),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
