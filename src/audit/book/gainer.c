#include "gainer-private.h"

#include "yanglu/figures/catalogue.h"

#include <string.h>

const char *
yl_book_find_label (const YlBookMatch *match, const YlWorksheet *planned, guint32 row)
{
  guint n = 0;
  const YlCell *cells = yl_worksheet_find_row (planned, row, &n);
  for (guint i = 0; i < n; i++)
    if (cells[i].content == YL_CONTENT_TEXT && cells[i].formula == 0 && cells[i].column > 0)
      return yl_workbook_get_text (match->found, cells[i].value);
  return n > 0 && cells[0].content == YL_CONTENT_TEXT
             ? yl_workbook_get_text (match->found, cells[0].value)
             : "";
}

/* A text that says where a row's money goes was changed: the whole row moves. */
static gboolean
is_moved (YlBookPricing *pricing,
          const YlCellDifference *difference,
          const YlFigureRange *amount,
          const char *payee)
{
  const GArray *townships = yl_budget_get_figures (pricing->budget)->townships;
  const YlCell *planned = difference->planned;
  if (amount == NULL || planned == NULL || planned->content != YL_CONTENT_TEXT
      || difference->kind != YL_DIFFERENCE_INPUT)
    return FALSE;
  const char *text = yl_workbook_get_text (pricing->match->found, planned->value);
  if (strcmp (text, payee) == 0)
    return TRUE;
  for (guint i = 0; i < townships->len; i++)
    if (strcmp (g_array_index (townships, YlTownshipLine, i).name, text) == 0)
      return TRUE;
  return FALSE;
}

static const char *
name_generally (const YlFigureRange *figure, gint64 at_stake_fen)
{
  if (figure != NULL && g_str_has_prefix (figure->key, "land."))
    return at_stake_fen > 0                              ? "农村公路资金"
           : g_str_has_prefix (figure->key, "land.city") ? "市级财政"
                                                         : YL_COUNTY_TREASURY;
  if (figure != NULL && g_str_has_prefix (figure->key, "policy.payer-share"))
    return at_stake_fen > 0 ? YL_UPPER_TREASURY : YL_COUNTY_TREASURY;
  if (figure != NULL && g_str_has_prefix (figure->key, "sources."))
    return at_stake_fen > 0 ? YL_COUNTY_TREASURY : YL_UPPER_TREASURY;
  return at_stake_fen > 0 ? YL_ALL_KEEPERS : YL_COUNTY_TREASURY;
}

/* Tables of one line a recipient. */
static gboolean
is_recipient (const YlFigureRange *figure)
{
  const YlOver rows = figure == NULL ? YL_OVER_ALL : yl_figure_get_rows (figure->key);
  return rows == YL_OVER_TOWNSHIP || rows == YL_OVER_PAYEE || rows == YL_OVER_PACKAGE
         || rows == YL_OVER_RECIPIENT || rows == YL_OVER_BRIDGE;
}

void
yl_book_find_gainer (YlBookPricing *pricing,
                     const YlCellDifference *difference,
                     const YlFigureRange *figure,
                     const YlFigureRange *amount,
                     const char *payee,
                     YlBookEffect *effect)
{
  const YlWorksheet *planned = difference->pair->planned;
  if (is_moved (pricing, difference, amount, payee))
    {
      const YlCellValue value = yl_book_get_found_value (pricing, difference->pair,
                                                         difference->found_row, difference->column);
      effect->is_known = yl_book_get_planned_fen (pricing, planned->name, difference->planned_row,
                                                  amount->column, &effect->at_stake_fen);
      effect->total_fen = 0;
      effect->is_moved = TRUE;
      effect->gainer = g_strdup (value.kind == YL_VALUE_TEXT ? value.text : "");
      return;
    }
  if (!effect->is_known || effect->at_stake_fen == 0)
    return;
  if (effect->is_owed)
    effect->gainer = g_strdup (effect->at_stake_fen > 0 ? YL_UPPER_TREASURY : YL_COUNTY_TREASURY);
  else if (effect->at_stake_fen > 0 && amount != NULL)
    effect->gainer = g_strdup (payee);
  else if (effect->at_stake_fen > 0 && is_recipient (figure))
    effect->gainer =
        g_strdup (yl_book_find_label (pricing->match, planned, difference->planned_row));
  else if (effect->at_stake_fen > 0 && effect->only != NULL)
    effect->gainer = g_strdup (effect->only);
  else
    effect->gainer = g_strdup (name_generally (figure, effect->at_stake_fen));
}
