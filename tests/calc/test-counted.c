#include "support/assert.h"

#include "yanglu/calc/counted.h"

static guint32
counted_m (guint flags)
{
  const YlRoad road = { .length_m = 1234, .flags = (guint8) flags };
  return yl_counted_get_m (&road);
}

static void
an_ordinary_road_counts_whole (void **state)
{
  (void) state;
  assert_number_equal (counted_m (0), 1234);
}

static void
a_duplicate_or_a_dead_end_does_not_count (void **state)
{
  (void) state;
  assert_number_equal (counted_m (YL_ROAD_DUPLICATE), 0);
  assert_number_equal (counted_m (YL_ROAD_DEAD_END), 0);
  assert_number_equal (counted_m (YL_ROAD_DUPLICATE | YL_ROAD_DEAD_END), 0);
}

static void
urban_stretches_and_tracks_stay_inside_counted (void **state)
{
  (void) state;
  assert_number_equal (counted_m (YL_ROAD_URBAN), 1234);
  assert_number_equal (counted_m (YL_ROAD_TRACK), 1234);
}

static void
only_marked_rows_are_left_out (void **state)
{
  (void) state;
  assert_number_equal (counted_m (YL_ROAD_BREAK | YL_ROAD_FROM_STAKES | YL_ROAD_STALE_CODE), 1234);
}

static YlRateKind
kind (YlRoadClass road_class, guint flags)
{
  const YlRoad road = { .road_class = (guint8) road_class, .flags = (guint8) flags };
  return yl_counted_get_rate_kind (&road);
}

static void
a_road_is_paid_by_its_class (void **state)
{
  (void) state;
  assert_int_equal (kind (YL_CLASS_COUNTY, 0), YL_RATE_COUNTY);
  assert_int_equal (kind (YL_CLASS_TOWNSHIP, 0), YL_RATE_TOWNSHIP);
  assert_int_equal (kind (YL_CLASS_VILLAGE, 0), YL_RATE_VILLAGE);
  assert_int_equal (kind (YL_CLASS_SPECIAL, 0), YL_RATE_SPECIAL);
}

static void
urban_goes_before_class_and_track_before_urban (void **state)
{
  (void) state;
  assert_int_equal (kind (YL_CLASS_COUNTY, YL_ROAD_URBAN), YL_RATE_URBAN);
  assert_int_equal (kind (YL_CLASS_SPECIAL, YL_ROAD_URBAN), YL_RATE_URBAN);
  assert_int_equal (kind (YL_CLASS_VILLAGE, YL_ROAD_TRACK), YL_RATE_TRACK);
  assert_int_equal (kind (YL_CLASS_VILLAGE, YL_ROAD_URBAN | YL_ROAD_TRACK), YL_RATE_TRACK);
}

static void
each_basis_takes_its_own_metres (void **state)
{
  (void) state;
  const YlRoad road = { .length_m = 3, .maintained_m = 2, .subsidised_m = 1 };
  assert_number_equal (yl_counted_get_basis_m (&road, YL_BASIS_COUNTED), 3);
  assert_number_equal (yl_counted_get_basis_m (&road, YL_BASIS_MAINTAINED), 2);
  assert_number_equal (yl_counted_get_basis_m (&road, YL_BASIS_SUBSIDISED), 1);
}

static void
metres_that_no_column_states_stay_unknown (void **state)
{
  (void) state;
  const YlRoad road = { .length_m = 3,
                        .maintained_m = YL_METRES_UNKNOWN,
                        .subsidised_m = YL_METRES_UNKNOWN };
  assert_true (yl_counted_get_basis_m (&road, YL_BASIS_MAINTAINED) == YL_METRES_UNKNOWN);
  assert_true (yl_counted_get_basis_m (&road, YL_BASIS_SUBSIDISED) == YL_METRES_UNKNOWN);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (an_ordinary_road_counts_whole),
    cmocka_unit_test (a_duplicate_or_a_dead_end_does_not_count),
    cmocka_unit_test (urban_stretches_and_tracks_stay_inside_counted),
    cmocka_unit_test (only_marked_rows_are_left_out),
    cmocka_unit_test (a_road_is_paid_by_its_class),
    cmocka_unit_test (urban_goes_before_class_and_track_before_urban),
    cmocka_unit_test (each_basis_takes_its_own_metres),
    cmocka_unit_test (metres_that_no_column_states_stay_unknown),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
