#include "price-private.h"

#include "yanglu/audit/formula/token.h"
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

const YlFigureRange *
yl_book_find_in_yuan (const YlPlannedBook *plan, const YlCellDifference *at)
{
  const YlWorksheet *sheet = find_sheet (plan, at->pair->planned->name);
  const YlCell *planned = at->planned;
  YlFormulaToken token;
  if (sheet == NULL || planned == NULL || planned->formula == 0
      || !find_reference (yl_workbook_get_text (plan->workbook, planned->formula), sheet, &token))
    return NULL;
  const YlFigureRange *figure =
      yl_planned_book_find_figure (plan, sheet->name, token.row, token.column);
  return figure != NULL && figure->measure == YL_MEASURE_FEN ? figure : NULL;
}
