#include "printed-private.h"

#include "yanglu/audit/formula/token.h"
#include "yanglu/base/capital.h"
#include "yanglu/domain/sheet-names.h"

#include <string.h>

/* (nullable): the planned sheet in yuan that a sheet in 万元 shows. */
static const YlWorksheet *
find_sheet (const YlPlannedBook *plan, const char *in_wan)
{
  if (!g_str_has_suffix (in_wan, YL_SHEET_IN_WAN))
    return NULL;
  g_autofree char *name = g_strndup (in_wan, strlen (in_wan) - strlen (YL_SHEET_IN_WAN));
  return yl_workbook_find_sheet (plan->workbook, name);
}

/* What a formula divides into 万元: the one cell of @sheet that it means. What only repeats a cell, a length or a
 * rate, is in the unit of that cell. */
static gboolean
find_reference (const char *formula, const YlWorksheet *sheet, YlFormulaToken *out_token)
{
  const char *at = formula;
  gboolean has_function = FALSE;
  while (yl_formula_token_next (&at, out_token))
    {
      has_function |= out_token->kind == YL_TOKEN_FUNCTION;
      if (out_token->kind == YL_TOKEN_REFERENCE)
        return has_function && yl_formula_sheet_is (out_token->sheet, sheet->name);
    }
  return FALSE;
}

/* (nullable): the figure in yuan that the planned cell shows in 万元. */
static const YlFigureRange *
find_in_yuan (const YlPlannedBook *plan, const YlCellDifference *difference)
{
  const YlWorksheet *sheet = find_sheet (plan, difference->pair->planned->name);
  const YlCell *planned = difference->planned;
  YlFormulaToken token;
  if (sheet == NULL || planned == NULL || planned->formula == 0
      || !find_reference (yl_workbook_get_text (plan->workbook, planned->formula), sheet, &token))
    return NULL;
  const YlFigureRange *figure =
      yl_planned_book_find_figure (plan, sheet->name, token.row, token.column);
  return figure != NULL && figure->measure == YL_MEASURE_FEN ? figure : NULL;
}

#define YUAN_OF_WAN 10000

/* It moves no other figure, but it is what is reported. */
static void
price_in_wan (YlBookPricing *pricing,
              const YlCellDifference *difference,
              const YlCellValue *value,
              YlBookEffect *effect)
{
  YlCellValue due =
      yl_book_work_out (pricing, difference->pair, difference->found_row, difference->column);
  if (difference->kind != YL_DIFFERENCE_VALUE)
    due = yl_cell_value_stored (pricing->match->plan->workbook, difference->planned);
  gint64 fen = 0;
  gint64 due_fen = 0;
  effect->is_known = yl_book_value_to_fen (value, &fen) && yl_book_value_to_fen (&due, &due_fen)
                     && !__builtin_mul_overflow (fen - due_fen, YUAN_OF_WAN, &effect->at_stake_fen);
}

/* 贰拾叁万元整: of a formula, with other words in its place. */
static gboolean
price_capital (const YlBookPricing *pricing,
               const YlCellDifference *difference,
               YlBookEffect *effect)
{
  const YlCell *planned = difference->planned;
  const YlCell *found = difference->found;
  YlMoney due = { 0 };
  YlMoney stated = { 0 };
  if (planned == NULL || planned->formula == 0 || planned->content != YL_CONTENT_TEXT
      || found == NULL || found->content != YL_CONTENT_TEXT
      || yl_money_parse_capital (
             yl_text_of (yl_workbook_get_text (pricing->match->plan->workbook, planned->value)),
             &due)
             != YL_DECIMAL_OK
      || yl_money_parse_capital (
             yl_text_of (yl_workbook_get_text (pricing->match->found, found->value)), &stated)
             != YL_DECIMAL_OK)
    return FALSE;
  effect->is_known = TRUE;
  effect->at_stake_fen = stated.fen - due.fen;
  return TRUE;
}

gboolean
yl_book_price_printed (YlBookPricing *pricing,
                       const YlCellDifference *difference,
                       const YlCellValue *value,
                       YlBookEffect *effect,
                       const YlFigureRange **out_figure)
{
  const YlFigureRange *in_yuan = find_in_yuan (pricing->match->plan, difference);
  if (in_yuan == NULL)
    return price_capital (pricing, difference, effect);
  *out_figure = in_yuan;
  price_in_wan (pricing, difference, value, effect);
  return TRUE;
}
