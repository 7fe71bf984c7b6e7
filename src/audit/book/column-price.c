#include "column-price-private.h"

#include "yanglu/audit/formula/token.h"

#include <string.h>

/* The workbook without what stands in one column of @sheet. */
static YlWorkbook *
leave_out (const YlWorkbook *workbook, const YlWorksheet *sheet, guint column)
{
  YlWorkbook *without = yl_workbook_new (workbook->file, workbook->texts);
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const YlWorksheet *old = g_ptr_array_index (workbook->sheets, i);
      YlWorksheet *kept = yl_workbook_add_sheet (without, old->name);
      if (old != sheet)
        {
          g_array_unref (kept->cells);
          kept->cells = g_array_ref (old->cells);
          continue;
        }
      for (guint k = 0; k < old->cells->len; k++)
        if (g_array_index (old->cells, YlCell, k).column != column)
          g_array_append_val (kept->cells, g_array_index (old->cells, YlCell, k));
    }
  for (guint i = 0; i < workbook->names->len; i++)
    {
      const YlDefinedName *name = &g_array_index (workbook->names, YlDefinedName, i);
      yl_workbook_add_name (without, name->name, name->reference);
    }
  return without;
}

static gboolean
get_fen (YlRecalculation *book, const char *sheet, guint32 row, guint column, gint64 *out_fen)
{
  YlCellValue value;
  yl_recalculation_get (book, sheet, row, column, &value);
  return yl_book_value_to_fen (&value, out_fen);
}

/* Where the planned cell stands now. */
static gboolean
find_now (const YlBookMatch *match,
          const char *sheet,
          guint32 *row,
          guint *column,
          const YlSheetPair **out_pair)
{
  for (guint i = 0; i < match->pairs->len; i++)
    {
      const YlSheetPair *pair = &g_array_index (match->pairs, YlSheetPair, i);
      if (strcmp (pair->planned->name, sheet) != 0 || pair->found == NULL)
        continue;
      *out_pair = pair;
      *row = *row <= pair->rows->n_planned ? pair->rows->found_of[*row] : 0;
      *column = yl_column_match_find (pair->columns, *column);
      return *row != 0 && *column != YL_NO_COLUMN;
    }
  return FALSE;
}

/* What the planned cell has more in the workbook as found than in the one without the column. */
static gboolean
measure_added (YlBookPricing *pricing,
               YlRecalculation *without,
               const char *sheet,
               guint32 row,
               guint column,
               gint64 *out_fen)
{
  const YlSheetPair *pair = NULL;
  gint64 with_fen = 0;
  gint64 without_fen = 0;
  if (!find_now (pricing->match, sheet, &row, &column, &pair)
      || !get_fen (pricing->found, pair->found->name, row, column, &with_fen)
      || !get_fen (without, pair->found->name, row, column, &without_fen))
    return FALSE;
  *out_fen = with_fen - without_fen;
  return TRUE;
}

typedef struct
{
  const YlSheetPair *pair;
  guint column; /* as found */
} Span;

static gboolean
reaches_over (const Span *span, const char *formula, const char *own_sheet)
{
  YlFormulaToken token;
  const YlColumnMatch *columns = span->pair->columns;
  for (const char *at = formula; yl_formula_token_next (&at, &token);)
    {
      if (token.kind != YL_TOKEN_REFERENCE || token.column == token.last_column)
        continue;
      const gboolean is_here = token.sheet.length == 0
                                   ? strcmp (own_sheet, span->pair->planned->name) == 0
                                   : yl_formula_sheet_is (token.sheet, span->pair->planned->name);
      guint16 first = 0;
      guint16 last = 0;
      if (is_here
          && yl_column_match_find_range (columns, token.column, token.last_column, &first, &last)
          && span->column >= first && span->column <= last)
        return TRUE;
    }
  return FALSE;
}

/* Whether a planned formula means cells on both sides of the column that was put in. */
static gboolean
is_reached_over (const YlBookMatch *match, const Span *span)
{
  const YlWorkbook *planned = match->plan->workbook;
  for (guint i = 0; i < planned->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (planned->sheets, i);
      for (guint k = 0; k < sheet->cells->len; k++)
        {
          const YlCell *cell = &g_array_index (sheet->cells, YlCell, k);
          if (cell->formula != 0
              && reaches_over (span, yl_workbook_get_text (planned, cell->formula), sheet->name))
            return TRUE;
        }
    }
  return FALSE;
}

static gint64
take_larger (gint64 a, gint64 b)
{
  return (b < 0 ? -b : b) > (a < 0 ? -a : a) ? b : a;
}

static gboolean
is_priceable (YlBookPricing *pricing, YlColumnEffect *effect)
{
  effect->is_known = pricing->n_columns++ < YL_MAX_PRICED_COLUMNS;
  return effect->is_known;
}

void
yl_book_price_added_column (YlBookPricing *pricing,
                            const YlSheetPair *pair,
                            guint column,
                            YlColumnEffect *out_effect)
{
  *out_effect = (YlColumnEffect){ .is_known = TRUE };
  const Span span = { pair, column };
  out_effect->is_summed = is_reached_over (pricing->match, &span);
  if (!out_effect->is_summed || !is_priceable (pricing, out_effect))
    return;
  g_autoptr (YlWorkbook) workbook = leave_out (pricing->match->found, pair->found, column);
  g_autoptr (YlRecalculation) without =
      yl_recalculation_new (workbook, YL_RECALCULATION_MAX_VISITS);
  const GArray *figures = pricing->match->plan->figures;
  const YlFigureRange *total = yl_book_find_total (pricing->match->plan);
  out_effect->is_known = total != NULL
                         && measure_added (pricing, without, total->sheet, total->first_row,
                                           total->column, &out_effect->total_fen);
  out_effect->at_stake_fen = out_effect->total_fen;
  for (guint i = 0; out_effect->total_fen == 0 && i < figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (figures, YlFigureRange, i);
      if (range->measure != YL_MEASURE_FEN || strcmp (range->sheet, pair->planned->name) != 0)
        continue;
      gint64 fen = 0;
      for (guint32 row = range->first_row; row <= range->last_row; row++)
        if (measure_added (pricing, without, range->sheet, row, range->column, &fen))
          out_effect->at_stake_fen = take_larger (out_effect->at_stake_fen, fen);
    }
}

/* What the planned cell has less without the column. */
static gboolean
measure_removed (const YlBookPricing *pricing,
                 YlRecalculation *without,
                 const char *sheet,
                 guint32 row,
                 guint column,
                 gint64 *out_fen)
{
  gint64 with_fen = 0;
  gint64 without_fen = 0;
  if (!yl_book_get_planned_fen (pricing, sheet, row, column, &with_fen)
      || !get_fen (without, sheet, row, column, &without_fen))
    return FALSE;
  *out_fen = without_fen - with_fen;
  return TRUE;
}

void
yl_book_price_removed_column (YlBookPricing *pricing,
                              const YlSheetPair *pair,
                              guint column,
                              YlColumnEffect *out_effect)
{
  *out_effect = (YlColumnEffect){ 0 };
  const YlPlannedBook *plan = pricing->match->plan;
  const YlFigureRange *total = yl_book_find_total (plan);
  if (total == NULL || !is_priceable (pricing, out_effect))
    return;
  g_autoptr (YlWorkbook) workbook = leave_out (plan->workbook, pair->planned, column);
  g_autoptr (YlRecalculation) without =
      yl_recalculation_new (workbook, YL_RECALCULATION_MAX_VISITS);
  out_effect->is_known = measure_removed (pricing, without, total->sheet, total->first_row,
                                          total->column, &out_effect->total_fen);
  out_effect->at_stake_fen = out_effect->total_fen;
  for (guint i = 0; out_effect->total_fen == 0 && i < plan->figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (plan->figures, YlFigureRange, i);
      if (range->measure != YL_MEASURE_FEN)
        continue;
      gint64 fen = 0;
      for (guint32 row = range->first_row; row <= range->last_row; row++)
        if (measure_removed (pricing, without, range->sheet, row, range->column, &fen))
          out_effect->at_stake_fen = take_larger (out_effect->at_stake_fen, fen);
    }
}
