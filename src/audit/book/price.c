#include "price-private.h"

#include "gainer-private.h"
#include "recipients-private.h"

#include "yanglu/figures/catalogue.h"

#include <string.h>

/* Working out the whole again takes as long as making it: so many causes are priced to the total
 * whatever the size of the workbook, and more of them as long as no more cells than these are worked
 * out, some seconds' work; the others are priced by their own cell alone. */
#define MIN_TOTALS 60u
#define MAX_CELLS 40000000u

void
yl_book_effect_clear (YlBookEffect *effect)
{
  g_clear_pointer (&effect->gainer, g_free);
  g_clear_pointer (&effect->recipients, g_free);
}

static guint
count_totals (const YlWorkbook *planned)
{
  guint64 n_cells = 1;
  for (guint i = 0; i < planned->sheets->len; i++)
    n_cells += ((const YlWorksheet *) g_ptr_array_index (planned->sheets, i))->cells->len;
  return MAX (MIN_TOTALS, (guint) (MAX_CELLS / n_cells));
}

void
yl_book_pricing_init (YlBookPricing *pricing, const YlBookMatch *match, const YlBudget *budget)
{
  *pricing = (YlBookPricing){
    .match = match,
    .budget = budget,
    .planned = yl_recalculation_new (match->plan->workbook, YL_RECALCULATION_MAX_VISITS),
    .found = yl_recalculation_new (match->found, YL_RECALCULATION_MAX_VISITS),
    .max_totals = count_totals (match->plan->workbook),
  };
}

void
yl_book_pricing_clear (YlBookPricing *pricing)
{
  yl_recalculation_free (pricing->planned);
  yl_recalculation_free (pricing->found);
}

static const char *
name_payee (const YlBookPricing *pricing, guint32 payee)
{
  const GArray *payees = yl_budget_get_figures (pricing->budget)->payees;
  return payee < payees->len ? g_array_index (payees, YlShareholderLine, payee).name : "";
}

const YlFigureRange *
yl_book_find_row_amount (const YlBookPricing *pricing,
                         const char *sheet,
                         guint32 row,
                         const char **out_payee)
{
  const GArray *figures = pricing->match->plan->figures;
  gsize n_roads = 0;
  for (guint i = 0; i < figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (figures, YlFigureRange, i);
      const gboolean is_roads = strcmp (range->key, "roads.amount_fen") == 0;
      const gboolean is_bridges = strcmp (range->key, "bridges.amount_fen") == 0;
      if ((is_roads || is_bridges) && row >= range->first_row && row <= range->last_row
          && strcmp (range->sheet, sheet) == 0)
        {
          const gsize index = row - range->first_row + (is_roads ? n_roads : 0);
          const YlPlacement *placement =
              is_roads ? &yl_budget_get_road_working (pricing->budget, index)->placement
                       : &yl_budget_get_bridge_working (pricing->budget, index)->placement;
          *out_payee = name_payee (pricing, placement->payee);
          return range;
        }
      n_roads += is_roads ? range->last_row - range->first_row + 1 : 0;
    }
  return NULL;
}

#define TOTAL "demand_fen"
#define OWED "daily.county_gap_fen" /* what the county has to find itself */

const YlFigureRange *
yl_book_find_total (const YlPlannedBook *plan)
{
  const char *sheet = NULL;
  for (guint i = 0; i < plan->figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (plan->figures, YlFigureRange, i);
      if (g_str_has_prefix (range->key, "demand."))
        sheet = range->sheet;
      else if (sheet != NULL && strcmp (range->key, TOTAL) == 0
               && strcmp (range->sheet, sheet) == 0)
        return range;
    }
  return yl_planned_book_find_key (plan, TOTAL);
}

/* What the figure at @target comes to more when the cell of @difference is as it was found. */
static gboolean
measure_at (YlBookPricing *pricing, const char *sheet, guint32 row, guint column, gint64 *out_fen)
{
  gint64 before_fen = 0;
  gint64 after_fen = 0;
  if (!yl_book_get_planned_fen (pricing, sheet, row, column, &before_fen)
      || !yl_book_get_changed_fen (pricing, sheet, row, column, &after_fen))
    return FALSE;
  *out_fen = after_fen - before_fen;
  return TRUE;
}

static gboolean
measure_key (YlBookPricing *pricing, const char *key, gint64 *out_fen)
{
  const YlPlannedBook *plan = pricing->match->plan;
  const YlFigureRange *target =
      strcmp (key, TOTAL) == 0 ? yl_book_find_total (plan) : yl_planned_book_find_key (plan, key);
  return target != NULL
         && measure_at (pricing, target->sheet, target->first_row, target->column, out_fen);
}

static void
price_by_row (YlBookPricing *pricing,
              const YlCellDifference *difference,
              const YlFigureRange *amount,
              YlBookEffect *effect)
{
  const YlSheetPair *pair = difference->pair;
  effect->is_known = measure_at (pricing, pair->planned->name, difference->planned_row,
                                 amount->column, &effect->at_stake_fen);
  effect->total_fen = effect->at_stake_fen;
  gint64 planned_fen = 0;
  /* A class that no rate is known for makes the row an error: its money is lost to the sum. */
  if (!effect->is_known
      && yl_book_get_planned_fen (pricing, pair->planned->name, difference->planned_row,
                                  amount->column, &planned_fen))
    {
      effect->is_known = TRUE;
      effect->at_stake_fen = -planned_fen;
      effect->total_fen = -planned_fen;
    }
}

static void
price_by_figure (YlBookPricing *pricing,
                 const YlCellDifference *difference,
                 const YlFigureRange *figure,
                 YlBookEffect *effect)
{
  g_autofree char *target =
      figure == NULL ? NULL : yl_figure_find_moved (pricing->budget, figure->key);
  effect->is_known = target != NULL ? measure_key (pricing, target, &effect->at_stake_fen)
                                    : figure != NULL && figure->measure == YL_MEASURE_FEN
                                          && measure_at (pricing, difference->pair->planned->name,
                                                         difference->planned_row,
                                                         difference->column, &effect->at_stake_fen);
  if (pricing->n_totals++ < pricing->max_totals)
    measure_key (pricing, TOTAL, &effect->total_fen);
  if (effect->total_fen != 0)
    effect->recipients = yl_book_name_recipients (pricing, &effect->only);
  if (effect->is_known)
    return;
  effect->at_stake_fen = effect->total_fen;
  effect->is_known = pricing->n_totals <= pricing->max_totals;
  /* What a source is for, or from whom, leaves the total alone, but not what the county owes. */
  if (effect->is_known && effect->total_fen == 0)
    effect->is_owed =
        measure_key (pricing, OWED, &effect->at_stake_fen) && effect->at_stake_fen != 0;
}

/* A stored value that does not follow from its own formula is measured against what follows. */
static void
price_stored (YlBookPricing *pricing,
              const YlCellDifference *difference,
              const YlFigureRange *figure,
              YlBookEffect *effect)
{
  const YlCellValue worked_out =
      yl_book_work_out (pricing, difference->pair, difference->found_row, difference->column);
  gint64 stored_fen = 0;
  YlFixed fen = { 0 };
  gint64 worked_out_fen = 0;
  effect->is_known = TRUE;
  if (figure == NULL || figure->measure != YL_MEASURE_FEN || worked_out.kind != YL_VALUE_NUMBER
      || !yl_fixed_multiply (worked_out.number, yl_fixed_of (100), &fen)
      || !yl_fixed_to_whole (fen, &worked_out_fen))
    return;
  effect->is_known = yl_book_get_found_fen (pricing, difference->pair, difference->found_row,
                                            difference->column, &stored_fen);
  effect->at_stake_fen = stored_fen - worked_out_fen;
}

void
yl_book_price_difference (YlBookPricing *pricing,
                          const YlCellDifference *difference,
                          YlBookEffect *out_effect)
{
  *out_effect = (YlBookEffect){ 0 };
  const char *sheet = difference->pair->planned->name;
  const YlFigureRange *figure = yl_planned_book_find_figure (
      pricing->match->plan, sheet, difference->planned_row, difference->column);
  const char *payee = "";
  const YlFigureRange *amount =
      yl_book_find_row_amount (pricing, sheet, difference->planned_row, &payee);
  if (difference->kind == YL_DIFFERENCE_VALUE)
    price_stored (pricing, difference, figure, out_effect);
  else
    {
      const YlCellValue value = yl_book_get_found_value (pricing, difference->pair,
                                                         difference->found_row, difference->column);
      yl_recalculation_set (pricing->planned, sheet, difference->planned_row, difference->column,
                            &value);
      if (amount != NULL)
        price_by_row (pricing, difference, amount, out_effect);
      else
        price_by_figure (pricing, difference, figure, out_effect);
      yl_recalculation_unset (pricing->planned, sheet, difference->planned_row, difference->column);
    }
  yl_book_find_gainer (pricing, difference, figure, amount, payee, out_effect);
}
