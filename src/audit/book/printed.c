#include "printed-private.h"

#include "yanglu/audit/formula/token.h"
#include "yanglu/base/capital.h"

#include <string.h>

static gboolean
is_in_wan (const YlPlannedBook *plan, const YlCellDifference *difference)
{
  const YlPlannedSheet *sheet = yl_planned_book_find_sheet (plan, difference->pair->planned->name);
  const YlPlannedNote *note =
      yl_planned_sheet_find_note (sheet, difference->planned_row, difference->column);
  return difference->planned != NULL && note != NULL && note->says != NULL
         && strcmp (note->says, YL_SAYS_IN_WAN) == 0;
}

/* (nullable): the figure in yuan whose one cell the planned formula divides. */
static const YlFigureRange *
find_in_yuan (const YlPlannedBook *plan, const YlCell *planned)
{
  const char *at = yl_workbook_get_text (plan->workbook, planned->formula);
  YlFormulaToken token;
  while (yl_formula_token_next (&at, &token))
    if (token.kind == YL_TOKEN_REFERENCE)
      {
        g_autofree char *sheet = yl_text_dup (token.sheet);
        return token.is_range ? NULL
                              : yl_planned_book_find_figure (plan, sheet, token.row, token.column);
      }
  return NULL;
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
  const YlPlannedBook *plan = pricing->match->plan;
  if (!is_in_wan (plan, difference))
    return price_capital (pricing, difference, effect);
  *out_figure = find_in_yuan (plan, difference->planned);
  price_in_wan (pricing, difference, value, effect);
  return TRUE;
}
