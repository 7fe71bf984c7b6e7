#include "audit/year-case.h"

#include <string.h>

YearCase *
year_case_new (void)
{
  YearCase *years = g_new0 (YearCase, 1);
  g_autoptr (YlPlaces) places = yl_places_new ();
  yl_places_add_renamed (places, 371523, 371503, 2019);
  years->places = yl_places_seal (g_steal_pointer (&places));
  for (guint i = 0; i < 2; i++)
    {
      void *county = NULL;
      yl_test_county_set_up (&county);
      years->counties[i] = county;
      years->counties[i]->year = 2020 + i;
    }
  return years;
}

void
year_case_free (YearCase *years)
{
  yl_test_county_free (years->counties[0]);
  yl_test_county_free (years->counties[1]);
  yl_arena_free_record (years->links);
  yl_arena_free_record (years->reconciliation);
  yl_arena_free_record (years->places);
  g_free (years);
}

YlTestCounty *
year_case_get (YearCase *years, guint year)
{
  return years->counties[year];
}

/* What the steps of a line come to, and the metres of those that lead from old to new. */
static void
assert_line_adds_up (const YlYearLine *line, gboolean is_township)
{
  gint64 sum_fen = line->fen[YL_OLD];
  gint64 sum_m = line->m[YL_OLD];
  for (guint step = 0; step < YL_N_PLACED_STEPS; step++)
    sum_fen += line->steps[step].amount_fen;
  for (guint step = YL_YEAR_NEW; step <= YL_YEAR_COUNTING; step++)
    sum_m += line->steps[step].length_m;
  if (is_township)
    sum_m += line->steps[YL_YEAR_MOVED].length_m;
  assert_fen_equal (sum_fen, line->fen[YL_NEW]);
  assert_number_equal (sum_m, line->m[YL_NEW]);
}

/* @lines add up to the two daily standards, and step by step to the whole. */
static void
assert_lines_add_up (const YlReconciliation *reconciliation,
                     const GArray *lines,
                     gboolean is_township)
{
  gint64 old_fen = 0;
  gint64 new_fen = 0;
  gint64 steps_fen[YL_N_PLACED_STEPS] = { 0 };
  for (guint i = 0; i < lines->len; i++)
    {
      const YlYearLine *line = &g_array_index (lines, YlYearLine, i);
      assert_line_adds_up (line, is_township);
      old_fen += line->fen[YL_OLD];
      new_fen += line->fen[YL_NEW];
      for (guint step = 0; step < YL_N_PLACED_STEPS; step++)
        steps_fen[step] += line->steps[step].amount_fen;
    }
  assert_fen_equal (old_fen, reconciliation->daily_fen[YL_OLD]);
  assert_fen_equal (new_fen, reconciliation->daily_fen[YL_NEW]);
  for (guint step = 0; step < YL_N_PLACED_STEPS; step++)
    assert_fen_equal (steps_fen[step], reconciliation->steps[step].amount_fen);
}

/* Each reconciliation by its steps, and the steps of all to the whole. */
static void
assert_bridges_add_up (const YlReconciliation *reconciliation)
{
  gint64 steps_fen[YL_N_PLACED_STEPS] = { 0 };
  for (guint i = 0; i < reconciliation->bridges->len; i++)
    {
      const YlYearLine *line = &g_array_index (reconciliation->bridges, YlYearLine, i);
      gint64 sum_fen = line->fen[YL_OLD];
      for (guint step = 0; step < YL_N_PLACED_STEPS; step++)
        {
          sum_fen += line->steps[step].amount_fen;
          steps_fen[step] += line->steps[step].amount_fen;
        }
      assert_fen_equal (sum_fen, line->fen[YL_NEW]);
    }
  for (guint step = YL_YEAR_BRIDGE_NEW; step <= YL_YEAR_BRIDGE_RATE; step++)
    assert_fen_equal (steps_fen[step], reconciliation->steps[step].amount_fen);
}

/* (nullable): by code, else by name; then the one that had its name before. */
static const YlYearLine *
find_township (const YlReconciliation *reconciliation,
               const YlTownshipLine *township,
               gboolean is_by_old_name)
{
  for (guint k = 0; k < reconciliation->townships->len; k++)
    {
      const YlYearLine *line = &g_array_index (reconciliation->townships, YlYearLine, k);
      const gboolean is_it =
          is_by_old_name
              ? line->previous_code[0] != '\0' && strcmp (line->previous_code, township->name) == 0
              : line->township_code == township->code
                    && (township->code != 0 || g_strcmp0 (line->name, township->name) == 0);
      if (is_it)
        return line;
    }
  return NULL;
}

static void
assert_townships_are_those_of (const YlReconciliation *reconciliation,
                               const YlFigures *figures,
                               gboolean is_old)
{
  for (guint i = 0; i < figures->townships->len; i++)
    {
      const YlTownshipLine *township = &g_array_index (figures->townships, YlTownshipLine, i);
      const YlYearLine *line = find_township (reconciliation, township, FALSE);
      if (line == NULL && is_old)
        line = find_township (reconciliation, township, TRUE);
      assert_non_null (line);
      assert_fen_equal (is_old ? line->fen[YL_OLD] : line->fen[YL_NEW],
                        township->roads_fen + township->bridges_fen);
    }
}

static gint64
get_county_fen (const YlBudget *budget)
{
  const YlFigures *figures = budget->figures;
  gint64 others_fen = 0;
  gint64 daily_fen = 0;
  for (guint i = 0; i < figures->payers->len; i++)
    {
      const YlPayerLine *line = &g_array_index (figures->payers, YlPayerLine, i);
      if (line->purpose == YL_PURPOSE_DAILY && line->payer == YL_PAYER_COUNTY)
        daily_fen = line->amount_fen;
      if (line->purpose != YL_PURPOSE_DAILY && line->payer != YL_PAYER_COUNTY)
        others_fen += line->amount_fen;
    }
  return figures->demand_fen - others_fen - (figures->daily.standard_fen - daily_fen);
}

void
year_case_assert_adds_up (const YlReconciliation *reconciliation,
                          const YlBudget *old_budget,
                          const YlBudget *new_budget)
{
  const YlFigures *old_figures = old_budget->figures;
  const YlFigures *new_figures = new_budget->figures;
  gint64 sum_fen = old_figures->daily.standard_fen;
  for (guint step = 0; step < YL_N_PLACED_STEPS; step++)
    sum_fen += reconciliation->steps[step].amount_fen;
  assert_fen_equal (sum_fen, new_figures->daily.standard_fen);
  sum_fen = old_figures->demand_fen;
  for (guint step = 0; step < YL_N_DEMAND_STEPS; step++)
    sum_fen += reconciliation->steps[step].amount_fen;
  assert_fen_equal (sum_fen, new_figures->demand_fen);
  sum_fen = get_county_fen (old_budget);
  for (guint step = 0; step < YL_N_YEAR_STEPS; step++)
    sum_fen += reconciliation->steps[step].amount_fen;
  assert_fen_equal (sum_fen, get_county_fen (new_budget));
  assert_fen_equal (reconciliation->county_fen[YL_OLD], get_county_fen (old_budget));
  assert_lines_add_up (reconciliation, reconciliation->roads, FALSE);
  assert_lines_add_up (reconciliation, reconciliation->townships, TRUE);
  assert_bridges_add_up (reconciliation);
  assert_townships_are_those_of (reconciliation, old_figures, TRUE);
  assert_townships_are_those_of (reconciliation, new_figures, FALSE);
}

const YlReconciliation *
year_case_make (YearCase *years)
{
  const YlBudget *old_budget = yl_test_county_get_budget (years->counties[0]);
  const YlBudget *new_budget = yl_test_county_get_budget (years->counties[1]);
  assert_non_null (old_budget);
  assert_non_null (new_budget);
  years->links = yl_road_links_make (old_budget->inventory, new_budget->inventory, years->places);
  years->reconciliation = yl_reconciliation_make (old_budget, new_budget, years->links, NULL);
  assert_non_null (years->reconciliation);
  year_case_assert_adds_up (years->reconciliation, old_budget, new_budget);
  return years->reconciliation;
}

int
year_case_set_up (void **state)
{
  *state = year_case_new ();
  return 0;
}

int
year_case_tear_down (void **state)
{
  year_case_free (*state);
  return 0;
}
