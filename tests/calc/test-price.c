#include "support/assert.h"

#include "yanglu/calc/price.h"

static YlRateTable
table_of (gint64 fen_per_km)
{
  return (YlRateTable){ .rate = { { fen_per_km } }, .has_rate = { TRUE } };
}

static gint64
price_fen (gint64 fen_per_km, guint32 length_m)
{
  const YlRateTable table = table_of (fen_per_km);
  const YlRoad road = { .length_m = length_m };
  YlRoadWorking working;
  assert_true (yl_road_price (&table, &road, &working));
  assert_number_equal (working.paid_m, length_m);
  return working.amount_fen;
}

static void
an_amount_is_length_times_rate (void **state)
{
  (void) state;
  assert_fen_equal (price_fen (1000000, 12345), 12345000); /* 12.345 km × 10 000.00 */
  assert_fen_equal (price_fen (1000000, 1), 1000);         /* a metre: 10.00 */
  assert_fen_equal (price_fen (1000000, 0), 0);
}

static void
a_row_is_rounded_half_up_to_the_fen (void **state)
{
  (void) state;
  assert_fen_equal (price_fen (1, 499), 0); /* 0.499 fen */
  assert_fen_equal (price_fen (1, 500), 1); /* 0.5 fen */
  assert_fen_equal (price_fen (1, 1499), 1);
  assert_fen_equal (price_fen (333333, 3), 1000);  /* 999.999 fen */
  assert_fen_equal (price_fen (333350, 10), 3334); /* 3333.5 fen */
}

static void
a_road_without_a_rate_is_paid_nothing (void **state)
{
  (void) state;
  const YlRateTable table = table_of (1000000);
  const YlRoad road = { .length_m = 1000, .road_class = YL_CLASS_SPECIAL };
  YlRoadWorking working;
  assert_true (yl_road_price (&table, &road, &working));
  assert_fen_equal (working.amount_fen, 0);
  assert_number_equal (working.paid_m, 0);
  assert_number_equal (working.counted_m, 1000);
  assert_int_equal (working.rate, YL_RATE_SPECIAL);
}

static void
a_road_whose_paid_metres_are_not_stated_is_paid_nothing (void **state)
{
  (void) state;
  YlRateTable table = table_of (1000000);
  table.basis = YL_BASIS_MAINTAINED;
  const YlRoad road = { .length_m = 1000, .maintained_m = YL_METRES_UNKNOWN };
  YlRoadWorking working;
  assert_true (yl_road_price (&table, &road, &working));
  assert_fen_equal (working.amount_fen, 0);
  assert_number_equal (working.paid_m, 0);
}

static void
another_basis_prices_the_same_road_without_changing_the_table (void **state)
{
  (void) state;
  const YlRateTable table = table_of (1000000);
  const YlRoad road = { .length_m = 3000, .maintained_m = 2000, .subsidised_m = 500 };
  gint64 fen;
  assert_true (yl_road_price_by (&table, &road, YL_BASIS_MAINTAINED, &fen));
  assert_fen_equal (fen, 2000000);
  assert_true (yl_road_price_by (&table, &road, YL_BASIS_SUBSIDISED, &fen));
  assert_fen_equal (fen, 500000);
  assert_int_equal (table.basis, YL_BASIS_COUNTED);
}

static void
the_longest_road_at_the_highest_rate_still_fits (void **state)
{
  (void) state;
  /* 4 000 000 km × 1 000 000 000.00 yuan */
  assert_fen_equal (price_fen (YL_RATE_MAX_FEN_PER_KM, (guint32) YL_LENGTH_MAX_M),
                    400000000000000000);
}

static void
an_amount_that_does_not_fit_is_refused_and_nothing_is_written (void **state)
{
  (void) state;
  const YlRateTable table = table_of (G_MAXINT64);
  const YlRoad road = { .length_m = 1001 };
  YlRoadWorking working = { .amount_fen = 7 };
  assert_false (yl_road_price (&table, &road, &working));
  assert_fen_equal (working.amount_fen, 7);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (an_amount_is_length_times_rate),
    cmocka_unit_test (a_row_is_rounded_half_up_to_the_fen),
    cmocka_unit_test (a_road_without_a_rate_is_paid_nothing),
    cmocka_unit_test (a_road_whose_paid_metres_are_not_stated_is_paid_nothing),
    cmocka_unit_test (another_basis_prices_the_same_road_without_changing_the_table),
    cmocka_unit_test (the_longest_road_at_the_highest_rate_still_fits),
    cmocka_unit_test (an_amount_that_does_not_fit_is_refused_and_nothing_is_written),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
