/* Where a figure comes from, and what a road feeds: what is told must make what it tells of. */
#include "support/assert.h"
#include "support/random-county.h"

#include "yanglu/figures/explain.h"

#include <string.h>

static guint32 seed;

/* Figures that every budget has. */
static const char *const keys[] = {
  "demand_fen",
  "other_fen",
  "daily.standard_fen",
  "daily.roads_fen",
  "daily.bridges_fen",
  "daily.superior_grants_fen",
  "daily.county_gap_fen",
  "daily.funded_fen",
  "daily.unfunded_fen",
  "daily.surplus_fen",
  "daily.social_fen",
  "daily.by_class.village_fen",
  "daily.standard_part_ppm",
  "demand.daily.county.amount_fen",
  "demand.daily.county.rate_fen_per_km",
  "demand.daily.county.last_year_fen",
  "demand.daily.county.change_fen",
  "demand.engineering.amount_fen",
  "demand.engineering.length_m",
  "last_year.roads_fen",
  "last_year_fen",
  "change.total_fen",
  "change.daily_fen",
  "payers_fen",
  "payers.province.all_fen",
  "payers.province.daily.amount_fen",
  "payers.city.daily.amount_fen",
  "payers.county.daily.amount_fen",
  "payers.county.engineering.amount_fen",
  "payers.province.engineering.amount_fen",
  "payers.city.staff.amount_fen",
  "payers.county.staff.base_fen",
  "land.county.due_fen",
  "land.county.short_fen",
  "land.city.min_fen",
  "land.city.max_fen",
  "land.city.net_fen",
  "land.city.costs.8_fen",
  "mileage.listed_m",
  "mileage.by_class.county.urban_m",
  "standard_by_basis.counted_fen",
  "standard_by_basis.counted_difference_fen",
  "indicators.maintained-ratio.part_m",
  "sources_fen",
  "sources_difference_fen",
  "other_unfunded_fen",
  "unfunded_fen",
  "sources_by_purpose.daily.unfunded_fen",
  "sources_by_purpose.staff.unfunded_fen",
  "sources_by_level.city.government_fen",
  "sources_by_purpose.daily.total_fen",
  "sources_by_purpose.daily.difference_fen",
  "sources_by_fund.social_fen",
  "bridges_total.length_m",
  "schedule[1].plan_1_fen",
  "schedule[1].plan_4_fen",
  "schedule_total.plan_4_fen",
  "notice[1].amount_fen",
};

static void
assert_holds (const YlBudget *budget, const char *key, guint32 number)
{
  const YlDerivation *first = NULL;
  g_autoptr (YlDerivation) figure = yl_explain_figure (budget, key);
  if (figure == NULL)
    fail_msg ("county %u: no figure %s", number, key);
  assert_string_equal (figure->key, key);
  assert_true (figure->name[0] != '\0');
  if (!yl_explain_holds (figure, &first))
    fail_msg ("county %u: %s: what is under %s (%s) does not make it", number, key, first->key,
              first->name);
}

static void
what_is_told_of_every_figure_makes_it (void **state)
{
  (void) state;
  for (guint32 i = 0; i < 100; i++)
    {
      YlTestCounty *county = yl_test_random_county (seed + i, 0);
      const YlBudget *budget = yl_test_county_get_budget (county);
      for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
        assert_holds (budget, keys[k], seed + i);
      yl_test_county_free (county);
    }
}

static GArray *
list_all_rows (const YlBudget *budget)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (YlDerivationRow));
  const gsize n_roads = yl_inventory_get_n_roads (budget->inventory);
  for (guint32 i = 0; i < n_roads; i++)
    g_array_append_val (rows, ((YlDerivationRow){ .index = i, .kind = YL_ROW_ROAD }));
  for (guint32 i = 0; i < budget->entry->bridges->len; i++)
    g_array_append_val (rows, ((YlDerivationRow){ .index = i, .kind = YL_ROW_BRIDGE }));
  return rows;
}

static gboolean
takes_other_money (const YlFeed *feed)
{
  return strcmp (feed->key, "demand_fen") == 0;
}

static void
all_roads_and_bridges_together_are_the_whole_of_what_they_feed (void **state)
{
  (void) state;
  for (guint32 i = 0; i < 200; i++)
    {
      YlTestCounty *county = yl_test_random_county (seed + i, 0);
      const YlBudget *budget = yl_test_county_get_budget (county);
      g_autoptr (GArray) rows = list_all_rows (budget);
      g_autoptr (GArray) feeds = yl_explain_feeds (budget, rows);
      for (guint f = 0; f < feeds->len; f++)
        {
          const YlFeed *feed = &g_array_index (feeds, YlFeed, f);
          if (feed->part != feed->whole && !takes_other_money (feed))
            fail_msg ("county %u: %s: %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT, seed + i,
                      feed->key, feed->part, feed->whole);
        }
      yl_test_county_free (county);
    }
}

static void
every_figure_that_a_road_feeds_is_told_of (void **state)
{
  (void) state;
  for (guint32 i = 0; i < 30; i++)
    {
      YlTestCounty *county = yl_test_random_county (seed + i, 0);
      const YlBudget *budget = yl_test_county_get_budget (county);
      g_autoptr (GArray) rows = list_all_rows (budget);
      g_autoptr (GArray) feeds = yl_explain_feeds (budget, rows);
      for (guint f = 0; f < feeds->len; f++)
        assert_holds (budget, g_array_index (feeds, YlFeed, f).key, seed + i);
      yl_test_county_free (county);
    }
}

static void
every_cell_of_a_row_is_told_of (void **state)
{
  static const char *const columns[] = { "length_m", "counted_m", "paid_m", "rate_fen_per_km",
                                         "amount_fen" };
  static const char *const bridge_columns[] = { "length_m",       "size_rate_fen", "by_size_fen",
                                                "metre_rate_fen", "by_metre_fen",  "amount_fen" };
  (void) state;
  for (guint32 i = 0; i < 30; i++)
    {
      YlTestCounty *county = yl_test_random_county (seed + i, 0);
      const YlBudget *budget = yl_test_county_get_budget (county);
      g_autoptr (GArray) rows = list_all_rows (budget);
      for (guint r = 0; r < rows->len; r++)
        {
          const YlDerivationRow *row = &g_array_index (rows, YlDerivationRow, r);
          const gboolean is_road = row->kind == YL_ROW_ROAD;
          const gboolean is_stacked = is_road && yl_budget_get_road_stack (budget, r) != NULL;
          const guint n = is_road ? G_N_ELEMENTS (columns) : G_N_ELEMENTS (bridge_columns);
          for (guint c = 0; c < n; c++)
            {
              g_autofree char *key =
                  g_strdup_printf ("%s[%u].%s", is_road ? "roads" : "bridges", row->index + 1,
                                   is_road ? columns[c] : bridge_columns[c]);
              assert_holds (budget, key, seed + i);
            }
          g_autofree char *level = g_strdup_printf ("roads[%u].city_fen", row->index + 1);
          if (is_stacked)
            assert_holds (budget, level, seed + i);
        }
      yl_test_county_free (county);
    }
}

static void
a_road_is_told_by_its_kilometres_its_rate_and_their_clause (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .code = "X001371502", .km = "12.345", .township = "沙镇镇");
  const YlBudget *budget = yl_test_county_get_budget (county);
  g_autoptr (YlDerivation) amount = yl_explain_figure (budget, "roads[1].amount_fen");
  /* 12.345 km at 10,000 yuan per km are 123,450 yuan. */
  assert_fen_equal (amount->units, 12345000);
  assert_int_equal (amount->step, YL_STEP_PRODUCT);
  assert_int_equal (yl_derivation_get_part (amount, 0)->units, 12345);
  assert_int_equal (yl_derivation_get_part (amount, 1)->units, 1000000);
  assert_non_null (amount->basis);
  assert_int_equal (amount->basis->value, 1000000);
}

static void
what_is_not_counted_is_named_with_its_reason (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .code = "X001371502", .km = "2");
  add_road (county, .code = "X001371502", .km = "3", .flags = YL_ROAD_DUPLICATE);
  add_road (county, .code = "X002371502", .km = "4", .flags = YL_ROAD_DEAD_END | YL_ROAD_DUPLICATE);
  add_road (county, .code = "X003371502", .km = "5", .flags = YL_ROAD_URBAN);
  const YlBudget *budget = yl_test_county_get_budget (county);
  g_autoptr (YlDerivation) amount = yl_explain_figure (budget, "demand.daily.county.amount_fen");
  assert_int_equal (amount->rows->len, 3); /* the urban stretch has a line of its own */
  assert_int_equal (g_array_index (amount->rows, YlDerivationRow, 0).left_out, YL_LEFT_IN);
  assert_int_equal (g_array_index (amount->rows, YlDerivationRow, 1).left_out, YL_LEFT_DUPLICATE);
  assert_int_equal (g_array_index (amount->rows, YlDerivationRow, 2).left_out, YL_LEFT_DEAD_END);
  g_autoptr (YlDerivation) urban = yl_explain_figure (budget, "demand.daily.urban.amount_fen");
  assert_int_equal (g_array_index (urban->rows, YlDerivationRow, 0).left_out, YL_LEFT_NO_RATE);
}

static void
the_left_over_fen_is_told_with_its_receiver (void **state)
{
  YlTestCounty *county = *state;
  /* One metre at 10,000 yuan per km is 10.00 yuan; the last has the largest remainder. */
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_PROVINCE, 333333);
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_CITY, 333333);
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_COUNTY, 333334);
  add_road (county, .km = "0.001");
  const YlBudget *budget = yl_test_county_get_budget (county);
  g_autoptr (YlDerivation) own = yl_explain_figure (budget, "payers.county.daily.amount_fen");
  g_autoptr (YlDerivation) other = yl_explain_figure (budget, "payers.city.daily.amount_fen");
  g_autoptr (YlDerivation) whole = yl_explain_figure (budget, "payers.county.daily.whole_fen");
  g_autoptr (YlDerivation) rest = yl_explain_figure (budget, "payers.county.daily.rest");
  assert_fen_equal (own->units, 334);
  assert_fen_equal (other->units, 333);
  assert_fen_equal (whole->units, 333);
  assert_int_equal (rest->units, 334000); /* 1000 × 333334 − 333 × 1000000 */
  assert_non_null (strstr (g_ptr_array_index (own->notes, 0), "分得剩余的 1 分"));
  assert_non_null (strstr (g_ptr_array_index (other->notes, 1), "县级"));
}

static void
a_figure_that_is_not_there_has_no_explanation (void **state)
{
  static const char *const absent[] = { "",
                                        "demand",
                                        "roads[0].amount_fen",
                                        "roads[2].amount_fen",
                                        "roads[01].amount_fen",
                                        "roads[99999999999].amount_fen",
                                        "townships[2].paid_m",
                                        "payers.town.daily.amount_fen",
                                        "land.county.costs.9_fen",
                                        "demand.daily.county.",
                                        "daily.standard_fen ",
                                        "schedule[9].plan_1_fen",
                                        "policy.daily-rate.nothing" };
  YlTestCounty *county = *state;
  add_road (county, .km = "1");
  const YlBudget *budget = yl_test_county_get_budget (county);
  for (guint i = 0; i < G_N_ELEMENTS (absent); i++)
    {
      g_autoptr (YlDerivation) figure = yl_explain_figure (budget, absent[i]);
      if (figure != NULL)
        fail_msg ("“%s” is told as %s", absent[i], figure->name);
    }
}

/* A wrong figure must not be told as if it followed. */
static void
a_figure_that_does_not_follow_is_found (void **state)
{
  YlTestCounty *county = *state;
  add_road (county, .km = "1");
  const YlBudget *budget = yl_test_county_get_budget (county);
  static const char *const told[] = { "demand_fen", "daily.county_gap_fen", "roads[1].amount_fen",
                                      "notice[1].amount_fen", "policy.daily-rate.county" };
  for (guint i = 0; i + 1 < G_N_ELEMENTS (told); i++)
    {
      const YlDerivation *first = NULL;
      g_autoptr (YlDerivation) figure = yl_explain_figure (budget, told[i]);
      assert_true (yl_explain_holds (figure, NULL));
      figure->units++;
      assert_false (yl_explain_holds (figure, &first));
      assert_ptr_equal (first, figure);
    }
}

static YlDerivation *
find_told (YlDerivation *told, const char *key)
{
  if (strcmp (told->key, key) == 0)
    return told;
  for (guint i = 0; i < told->parts->len; i++)
    {
      YlDerivation *found = find_told (g_ptr_array_index (told->parts, i), key);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* How a derivation may be wrong, planted deep under another figure. */
static void
forget_a_part (YlDerivation *told)
{
  g_ptr_array_set_size (told->parts, (int) told->parts->len - 1);
}

static void
turn_a_sign (YlDerivation *told)
{
  ((YlDerivation *) g_ptr_array_index (told->parts, 1))->sign *= -1;
}

static void
forget_a_road (YlDerivation *told)
{
  g_array_set_size (told->rows, told->rows->len - 1);
}

static void
count_a_road_twice (YlDerivation *told)
{
  const YlDerivationRow row = g_array_index (told->rows, YlDerivationRow, 0);
  yl_derivation_add_row (told, &row);
}

static void
take_the_larger (YlDerivation *told)
{
  told->step = YL_STEP_AT_LEAST_ZERO;
}

static void
add_metres_to_fen (YlDerivation *told)
{
  ((YlDerivation *) g_ptr_array_index (told->parts, 0))->unit = YL_FIGURE_ROAD_M;
}

static void
a_wrong_derivation_is_found_where_it_stands (void **state)
{
  static const struct
  {
    const char *told;
    const char *wrong;
    void (*plant) (YlDerivation *told);
  } plants[] = {
    { "payers_fen", "payers.city.staff.amount_fen", take_the_larger },
    { "payers_fen", "daily.county_gap_fen", turn_a_sign },
    { "payers_fen", "daily.standard_fen", forget_a_part },
    { "demand_fen", "daily.roads_fen", add_metres_to_fen },
    { "demand_fen", "demand.daily.county.amount_fen", forget_a_road },
    { "demand_fen", "demand.daily.county.amount_fen", count_a_road_twice },
    { "demand_fen", "demand.staff.amount_fen", forget_a_part },
    { "land.county.short_fen", "land.county.net_fen", turn_a_sign },
    { "land.county.short_fen", "land.county.due_fen", forget_a_part },
  };
  YlTestCounty *county = *state;
  add_road (county, .km = "1");
  add_road (county, .km = "2");
  add_bridge (county, .size = YL_BRIDGE_LARGE, .road_class = YL_CLASS_COUNTY, .m = 120);
  add_source (county, .level = YL_PAYER_CITY, .yuan = 100);
  add_source (county, .level = YL_PAYER_CITY, .purpose = YL_PURPOSE_STAFF, .yuan = 100);
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE, "", YL_BRIDGE_LARGE, 100000);
  yl_test_county_set (county, YL_GROUP_LAND_REVENUE, "", YL_LAND_MIN_SHARE, 20000);
  yl_test_county_add_land (county, YL_PAYER_COUNTY, 1000, 400, -1);
  county->entry->other.staff = (YlMoney){ 500000 };
  for (guint i = 0; i < G_N_ELEMENTS (plants); i++)
    {
      const YlDerivation *first = NULL;
      g_autoptr (YlDerivation) told =
          yl_explain_figure (yl_test_county_get_budget (county), plants[i].told);
      assert_true (yl_explain_holds (told, NULL));
      YlDerivation *wrong = find_told (told, plants[i].wrong);
      assert_non_null (wrong);
      plants[i].plant (wrong);
      if (yl_explain_holds (told, &first) || first != wrong)
        fail_msg ("%u: what is wrong in %s is not found", i, plants[i].wrong);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (what_is_told_of_every_figure_makes_it),
    cmocka_unit_test (all_roads_and_bridges_together_are_the_whole_of_what_they_feed),
    cmocka_unit_test (every_figure_that_a_road_feeds_is_told_of),
    cmocka_unit_test (every_cell_of_a_row_is_told_of),
    test_with_county (a_road_is_told_by_its_kilometres_its_rate_and_their_clause),
    test_with_county (what_is_not_counted_is_named_with_its_reason),
    test_with_county (the_left_over_fen_is_told_with_its_receiver),
    test_with_county (a_figure_that_is_not_there_has_no_explanation),
    test_with_county (a_figure_that_does_not_follow_is_found),
    test_with_county (a_wrong_derivation_is_found_where_it_stands),
  };
  seed = yl_test_seed ();
  return cmocka_run_group_tests_name ("explain", tests, NULL, NULL);
}
