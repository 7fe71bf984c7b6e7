#include "support/assert.h"
#include "support/random-county.h"

#include "yanglu/audit/budget/balance.h"
#include "yanglu/base/error.h"

static guint32 seed;

static void
every_budget_balances (void **state)
{
  (void) state;
  for (guint32 i = 0; i < 500; i++)
    {
      YlTestCounty *county = yl_test_random_county (seed + i, 0);
      g_autoptr (GError) error = NULL;
      if (!yl_budget_balance (yl_test_county_get_budget (county), &error))
        fail_msg ("county %u: %s", seed + i, error->message);
      yl_test_county_free (county);
    }
}

/* A county whose tables all have a line. */
static YlTestCounty *
make_full_county (void)
{
  void *state;
  yl_test_county_set_up (&state);
  YlTestCounty *county = state;
  yl_test_county_set (county, YL_GROUP_BRIDGE_RATE, "", YL_BRIDGE_SMALL, 700);
  add_road (county, .km = "10", .township = "甲", .package = "一标");
  add_bridge (county, .size = YL_BRIDGE_SMALL, .township = "甲");
  add_source (county, .level = YL_PAYER_PROVINCE, .yuan = 1000);
  county->entry->other.staff.fen = 100;
  return county;
}

#define FIRST(type, lines) (&g_array_index ((lines), type, 0))

/* Each changes one figure of a finished budget by one, as a fault of the program would. */
static gint64 *
choose_figure (YlFigures *figures, guint number)
{
  YlTownshipLine *township = FIRST (YlTownshipLine, figures->townships);
  YlShareholderLine *payee = FIRST (YlShareholderLine, figures->payees);
  YlShareholderLine *package = FIRST (YlShareholderLine, figures->packages);
  gint64 *const all[] = {
    &figures->mileage.listed_m,
    &figures->mileage.counted_m,
    &figures->mileage.paid_m,
    &figures->mileage.sections,
    &figures->mileage.duplicate_m,
    &figures->mileage.dead_end_m,
    &figures->by_class[0].listed_m,
    &figures->by_class[1].counted_m,
    &figures->by_class[2].paid_m,
    &figures->by_class[3].sections,
    &figures->by_class[0].maintained_m,
    &figures->daily.standard_fen,
    &figures->daily.roads_fen,
    &figures->daily.bridges_fen,
    &figures->daily.funded_fen,
    &figures->daily.unfunded_fen,
    &figures->daily.surplus_fen,
    &figures->daily.county_gap_fen,
    &figures->other_unfunded_fen,
    &figures->demand_fen,
    &FIRST (YlDemandLine, figures->demand)->amount_fen,
    &FIRST (YlPayerLine, figures->payers)->amount_fen,
    &g_array_index (figures->payers, YlPayerLine, figures->payers->len - 1).amount_fen,
    &township->sections,
    &township->counted_m[0],
    &township->class_fen[2],
    &township->paid_m,
    &township->roads_fen,
    &township->bridges_fen,
    &payee->paid_m,
    &payee->roads_fen,
    &payee->bridges_fen,
    &package->paid_m,
    &package->roads_fen,
    &package->bridges_fen,
  };
  return number < G_N_ELEMENTS (all) ? all[number] : NULL;
}

static void
a_figure_that_is_off_by_one_is_caught_wherever_it_stands (void **state)
{
  (void) state;
  YlTestCounty *county = make_full_county ();
  const YlBudget *budget = yl_test_county_get_budget (county);
  YlFigures *figures = (YlFigures *) budget->figures;
  assert_true (yl_budget_balance (budget, NULL));
  for (guint i = 0; choose_figure (figures, i) != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      ++*choose_figure (figures, i);
      if (yl_budget_balance (budget, &error))
        fail_msg ("figure %u", i);
      assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
      --*choose_figure (figures, i);
    }
  assert_true (yl_budget_balance (budget, NULL));
  yl_test_county_free (county);
}

static void
a_row_that_is_off_by_one_is_caught (void **state)
{
  (void) state;
  YlTestCounty *county = make_full_county ();
  const YlBudget *budget = yl_test_county_get_budget (county);
  YlRoadWorking *road = (YlRoadWorking *) &budget->roads[0];
  YlBridgeWorking *bridge = (YlBridgeWorking *) &budget->bridges[0];
  road->amount_fen++;
  assert_false (yl_budget_balance (budget, NULL));
  road->amount_fen--;
  road->counted_m++;
  assert_false (yl_budget_balance (budget, NULL));
  road->counted_m--;
  bridge->by_size_fen++;
  assert_false (yl_budget_balance (budget, NULL));
  bridge->by_size_fen--;
  assert_true (yl_budget_balance (budget, NULL));
  yl_test_county_free (county);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_budget_balances),
    cmocka_unit_test (a_figure_that_is_off_by_one_is_caught_wherever_it_stands),
    cmocka_unit_test (a_row_that_is_off_by_one_is_caught),
  };
  seed = yl_test_seed ();
  return cmocka_run_group_tests (tests, NULL, NULL);
}
