/* Bridges of two years: what became of each, in steps that add up (year_case_make() asserts it). Large
 * bridges are paid 2,000.00 yuan a year, small ones 300.00, and 10.00 the metre on county roads. */
#include "audit/year-case.h"

/* A bridge leaves out the cells that are blank. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

#define X "X001371502"
#define Y "Y007371502"
#define SHA 371502101
#define TANG 371502102
#define LARGE YL_BRIDGE_LARGE
#define SMALL YL_BRIDGE_SMALL
#define COUNTY YL_CLASS_COUNTY
#define VILLAGE YL_CLASS_VILLAGE

static int
set_up (void **state)
{
  YearCase *years = year_case_new ();
  for (guint i = 0; i < 2; i++)
    {
      YlTestCounty *county = year_case_get (years, i);
      yl_test_county_set (county, YL_GROUP_BRIDGE_RATE, "", LARGE, 200000);
      yl_test_county_set (county, YL_GROUP_BRIDGE_RATE, "", SMALL, 30000);
      yl_test_county_set (county, YL_GROUP_BRIDGE_RATE_PER_METRE, "", COUNTY, 1000);
      add_road (county, X, .km = "1", .township = "沙镇镇", .township_code = SHA);
      add_road (county, Y, YL_CLASS_TOWNSHIP, "1", .township = "堂邑镇", .township_code = TANG);
    }
  *state = years;
  return 0;
}

static int
tear_down (void **state)
{
  year_case_free (*state);
  return 0;
}

static void
put (YearCase *years, guint year, const YlTestBridge *bridge)
{
  YlTestBridge placed = *bridge;
  placed.township = placed.township == NULL ? "沙镇镇" : placed.township;
  placed.township_code = placed.township_code == 0 ? SHA : placed.township_code;
  yl_test_county_add_bridge (year_case_get (years, year), &placed);
}

static void
each_change_of_a_bridge_lands_in_its_step (void **state)
{
  (void) state;
  static const struct
  {
    const char *what;
    YlTestBridge was; /* no route: it was not there */
    YlTestBridge is;
    YlYearStep step;
    gint64 amount_fen;
  } cases[] = {
    { "new",
      { NULL },
      { X, .size = LARGE, .road_class = COUNTY, .m = 142, .code = "L1" },
      YL_YEAR_BRIDGE_NEW,
      342000 },
    { "dropped",
      { X, .size = SMALL, .road_class = VILLAGE, .m = 20, .code = "L1" },
      { NULL },
      YL_YEAR_BRIDGE_DROPPED,
      -30000 },
    { "a metre longer",
      { X, .size = LARGE, .road_class = COUNTY, .m = 142, .code = "L1" },
      { X, .size = LARGE, .road_class = COUNTY, .m = 143, .code = "L1" },
      YL_YEAR_BRIDGE_LONGER,
      1000 },
    { "a metre shorter",
      { X, .size = LARGE, .road_class = COUNTY, .m = 142, .code = "L1" },
      { X, .size = LARGE, .road_class = COUNTY, .m = 141, .code = "L1" },
      YL_YEAR_BRIDGE_SHORTER,
      -1000 },
    { "another size",
      { X, .size = SMALL, .road_class = COUNTY, .m = 30, .code = "L1" },
      { X, .size = LARGE, .road_class = COUNTY, .m = 30, .code = "L1" },
      YL_YEAR_BRIDGE_KIND,
      170000 },
    { "another class",
      { X, .size = SMALL, .road_class = COUNTY, .m = 30, .code = "L1" },
      { X, .size = SMALL, .road_class = VILLAGE, .m = 30, .code = "L1" },
      YL_YEAR_BRIDGE_KIND,
      -30000 },
    { "another code, the same name",
      { X, .size = SMALL, .road_class = COUNTY, .m = 30, .code = "L1", .name = "湖西桥" },
      { X, .size = SMALL, .road_class = COUNTY, .m = 31, .code = "L9", .name = "湖西桥" },
      YL_YEAR_BRIDGE_LONGER,
      1000 },
    { "without code and name by its route",
      { X, .size = SMALL, .road_class = COUNTY, .m = 30 },
      { X, .size = SMALL, .road_class = COUNTY, .m = 31 },
      YL_YEAR_BRIDGE_LONGER,
      1000 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      void *years = NULL;
      print_message ("# %s\n", cases[i].what);
      set_up (&years);
      if (cases[i].was.route_code != NULL)
        put (years, 0, &cases[i].was);
      if (cases[i].is.route_code != NULL)
        put (years, 1, &cases[i].is);
      const YlReconciliation *reconciliation = year_case_make (years);
      for (guint step = 0; step < YL_N_YEAR_STEPS; step++)
        if (step < YL_N_PLACED_STEPS)
          assert_fen_equal (reconciliation->steps[step].amount_fen,
                            step == cases[i].step ? cases[i].amount_fen : 0);
      assert_number_equal (reconciliation->bridges->len, 1);
      tear_down (&years);
    }
}

/* 1,000.00 more for a medium one and 1.00 more the metre of 142 on a township road. */
static void
other_rates_are_the_last_step (void **state)
{
  YearCase *years = *state;
  for (guint i = 0; i < 2; i++)
    {
      YlTestCounty *county = year_case_get (years, i);
      yl_test_county_set (county, YL_GROUP_BRIDGE_RATE, "", YL_BRIDGE_MEDIUM, 200000 + 100000 * i);
      yl_test_county_set (county, YL_GROUP_BRIDGE_RATE_PER_METRE, "", YL_CLASS_TOWNSHIP,
                          1000 + 100 * i);
      put (years, i,
           &(YlTestBridge){ X, .size = YL_BRIDGE_MEDIUM, .road_class = YL_CLASS_TOWNSHIP,
                            .m = 142 });
    }
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_fen_equal (reconciliation->steps[YL_YEAR_BRIDGE_RATE].amount_fen, 100000 + 14200);
}

/* Both amounts stand with the road of the new year; the townships hand it over. */
static void
a_bridge_that_changes_road_and_township_is_moved (void **state)
{
  YearCase *years = *state;
  put (years, 0, &(YlTestBridge){ X, .size = LARGE, .road_class = VILLAGE, .m = 9, .code = "L1" });
  put (years, 1, &(YlTestBridge){ Y, "堂邑镇", TANG, LARGE, VILLAGE, 9, "L1" });
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_fen_equal (reconciliation->steps[YL_YEAR_BRIDGE_NEW].amount_fen, 0);
  const YlYearLine *sha = &g_array_index (reconciliation->townships, YlYearLine, 0);
  const YlYearLine *tang = &g_array_index (reconciliation->townships, YlYearLine, 1);
  assert_string_equal (sha->name, "沙镇镇");
  assert_fen_equal (sha->steps[YL_YEAR_MOVED].amount_fen, -200000);
  assert_fen_equal (tang->steps[YL_YEAR_MOVED].amount_fen, 200000);
}

/* A doubled code is two bridges: in their order, and the third is new. */
static void
bridges_of_one_code_are_linked_in_their_order (void **state)
{
  YearCase *years = *state;
  for (guint i = 0; i < 5; i++)
    put (years, i < 2 ? 0 : 1,
         &(YlTestBridge){ X, .size = SMALL, .road_class = VILLAGE, .m = 9, .code = "L1" });
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_number_equal (reconciliation->bridges->len, 3);
  assert_fen_equal (reconciliation->steps[YL_YEAR_BRIDGE_NEW].amount_fen, 30000);
}

/* Of 10, 20 and 30 m without a code the first is gone; the others are themselves, in any order. */
static void
what_did_not_change_is_linked_to_itself_first (void **state)
{
  YearCase *years = *state;
  for (guint i = 0; i < 5; i++)
    put (years, i < 3 ? 0 : 1,
         &(YlTestBridge){ X, .size = SMALL, .road_class = COUNTY,
                          .m = i < 3 ? 10 + 10 * i : 60 - 10 * i });
  const YlReconciliation *reconciliation = year_case_make (years);
  assert_fen_equal (reconciliation->steps[YL_YEAR_BRIDGE_DROPPED].amount_fen, -40000);
  assert_fen_equal (reconciliation->steps[YL_YEAR_BRIDGE_LONGER].amount_fen, 0);
}

#define SENTENCE(test) cmocka_unit_test_setup_teardown (test, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (each_change_of_a_bridge_lands_in_its_step),
    SENTENCE (other_rates_are_the_last_step),
    SENTENCE (a_bridge_that_changes_road_and_township_is_moved),
    SENTENCE (what_did_not_change_is_linked_to_itself_first),
    SENTENCE (bridges_of_one_code_are_linked_in_their_order),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
