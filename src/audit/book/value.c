/* The values of cells, as found and as planned. */
#include "price-private.h"

static YlCellValue
value_of (const YlWorkbook *workbook, const YlCell *cell)
{
  const char *text = yl_workbook_get_text (workbook, cell->value);
  YlFixed number = { 0 };
  switch ((YlContent) cell->content)
    {
    case YL_CONTENT_NUMBER:
      return yl_fixed_parse (yl_text_of (text), &number) ? yl_cell_value_of_number (number)
                                                         : yl_cell_value_unknown ();
    case YL_CONTENT_TEXT:
      return yl_cell_value_of_text (text);
    case YL_CONTENT_BOOLEAN:
      return yl_cell_value_of_boolean (text[0] == '1');
    case YL_CONTENT_ERROR:
      return yl_cell_value_of_error (text);
    case YL_CONTENT_NONE:
      return (YlCellValue){ .kind = YL_VALUE_EMPTY };
    }
  g_assert_not_reached ();
}

YlCellValue
yl_book_get_found_value (YlBookPricing *pricing, const YlSheetPair *pair, guint32 row, guint column)
{
  const YlCell *cell = yl_worksheet_find (pair->straight, row, column);
  if (cell == NULL)
    return (YlCellValue){ .kind = YL_VALUE_EMPTY };
  if (cell->content != YL_CONTENT_NONE || cell->formula == 0)
    return value_of (pricing->match->found, cell);
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
  const YlCellValue value = value_of (workbook, cell);
  return yl_book_value_to_fen (&value, out_fen);
}

gboolean
yl_book_get_changed_fen (
    const YlBookPricing *pricing, const char *sheet, guint32 row, guint column, gint64 *out_fen)
{
  YlCellValue value;
  yl_recalculation_get (pricing->planned, sheet, row, column, &value);
  return yl_book_value_to_fen (&value, out_fen);
}
