#include "price-private.h"

YlCellValue
yl_book_get_found_value (YlBookPricing *pricing, const YlSheetPair *pair, guint32 row, guint column)
{
  const YlCell *cell = yl_worksheet_find (pair->straight, row, column);
  if (cell == NULL)
    return (YlCellValue){ .kind = YL_VALUE_EMPTY };
  if (cell->content != YL_CONTENT_NONE || cell->formula == 0)
    return yl_cell_value_stored (pricing->match->found, cell);
  return yl_book_work_out (pricing, pair, row, column);
}

YlCellValue
yl_book_work_out (YlBookPricing *pricing, const YlSheetPair *pair, guint32 row, guint column)
{
  const guint there = yl_column_match_find (pair->columns, column);
  YlCellValue value = { .kind = YL_VALUE_EMPTY };
  if (there != YL_NO_COLUMN)
    yl_recalculation_get (pricing->found, pair->found->name, row, there, &value);
  return value;
}

gboolean
yl_book_value_to_fen (const YlCellValue *value, gint64 *out_fen)
{
  YlFixed fen = { 0 };
  if (value->kind == YL_VALUE_EMPTY || (value->kind == YL_VALUE_TEXT && value->text[0] == '\0'))
    {
      *out_fen = 0;
      return TRUE;
    }
  return value->kind == YL_VALUE_NUMBER
         && yl_fixed_multiply (value->number, yl_fixed_of (100), &fen)
         && yl_fixed_round (fen, 0, &fen) && yl_fixed_to_whole (fen, out_fen);
}

char *
yl_book_describe_more (gint64 fen)
{
  g_autofree char *amount = yl_money_to_grouped ((YlMoney){ ABS (fen) });
  return g_strdup_printf ("%s %s 元", fen > 0 ? "多计" : "少计", amount);
}

gboolean
yl_book_get_found_fen (
    YlBookPricing *pricing, const YlSheetPair *pair, guint32 row, guint column, gint64 *out_fen)
{
  const YlCellValue value = yl_book_get_found_value (pricing, pair, row, column);
  return yl_book_value_to_fen (&value, out_fen);
}

gboolean
yl_book_get_planned_fen (
    const YlBookPricing *pricing, const char *sheet, guint32 row, guint column, gint64 *out_fen)
{
  const YlWorkbook *workbook = pricing->match->plan->workbook;
  const YlWorksheet *planned = yl_workbook_find_sheet (workbook, sheet);
  const YlCell *cell = planned == NULL ? NULL : yl_worksheet_find (planned, row, column);
  if (cell == NULL)
    return FALSE;
  const YlCellValue value = yl_cell_value_stored (workbook, cell);
  return yl_book_value_to_fen (&value, out_fen);
}

gboolean
yl_book_work_out_fen (YlRecalculation *book, const YlBookPlace *place, gint64 *out_fen)
{
  YlCellValue value;
  yl_recalculation_get (book, place->sheet, place->row, place->column, &value);
  return yl_book_value_to_fen (&value, out_fen);
}

gboolean
yl_book_measure_at (const YlBookPricing *pricing, YlBookPlace place, gint64 *out_fen)
{
  gint64 before_fen = 0;
  gint64 after_fen = 0;
  if (!yl_book_get_planned_fen (pricing, place.sheet, place.row, place.column, &before_fen)
      || !yl_book_work_out_fen (pricing->planned, &place, &after_fen))
    return FALSE;
  *out_fen = after_fen - before_fen;
  return TRUE;
}
