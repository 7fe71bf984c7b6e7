#include "acts-private.h"

#include "addition-private.h"

#include "yanglu/audit/formula/token.h"
#include "yanglu/domain/cell-place.h"

char *
yl_book_name_difference (const YlCellDifference *difference)
{
  return yl_cell_to_text (difference->found_row,
                          yl_column_match_find (difference->pair->columns, difference->column));
}

void
yl_book_told_clear (YlBookTold *told)
{
  g_clear_pointer (&told->value, g_free);
  g_clear_pointer (&told->formula, g_free);
}

#define NOTHING "（空）"

static char *
write_formula (const YlBookPricing *pricing, const YlCell *cell)
{
  if (cell == NULL || cell->formula == 0)
    return NULL;
  return yl_formula_to_text (yl_workbook_get_text (pricing->match->found, cell->formula),
                             YL_FORMULA_SHOWN);
}

/* What a number in the cell counts: what is noted of the cell, for a column may count one thing here and
 * another there; what is noted of a text says nothing of numbers. Returns: %FALSE when nobody says */
static gboolean
find_measure (YlBookPricing *pricing, const YlCellDifference *it, YlMeasure *out_measure)
{
  const YlPlannedBook *plan = pricing->match->plan;
  const char *name = it->pair->planned->name;
  const YlPlannedNote *note =
      it->planned != NULL && it->planned->content == YL_CONTENT_NUMBER
          ? yl_planned_sheet_find_note (yl_planned_book_find_sheet (plan, name), it->planned_row,
                                        it->column)
          : NULL;
  const YlFigureRange *figure =
      yl_planned_book_find_figure (plan, name, it->planned_row, it->column);
  gint64 fen = 0;
  *out_measure = note != NULL ? note->measure : figure != NULL ? figure->measure : YL_MEASURE_FEN;
  return note != NULL || figure != NULL
         || (it->planned == NULL && yl_book_read_own_cell (pricing, it, &fen));
}

static char *
write_value (YlBookPricing *pricing, const YlCellDifference *it, const YlCellValue *value)
{
  YlMeasure measure = YL_MEASURE_NUMBER;
  switch (value->kind)
    {
    case YL_VALUE_EMPTY:
      return g_strdup (NOTHING);
    case YL_VALUE_NUMBER:
      return find_measure (pricing, it, &measure) ? yl_measure_to_text (measure, value->number)
                                                  : yl_fixed_to_text (value->number, 0, FALSE);
    case YL_VALUE_TEXT:
    case YL_VALUE_ERROR:
      return g_strdup (value->text[0] == '\0' ? NOTHING : value->text);
    case YL_VALUE_BOOLEAN:
      return g_strdup (value->number.units == 0 ? "FALSE" : "TRUE");
    case YL_VALUE_UNKNOWN:
      return g_strdup ("");
    }
  g_assert_not_reached ();
}

/* @cell: (nullable) */
static char *
write_stored (YlBookPricing *pricing, const YlCellDifference *it, const YlCell *cell)
{
  const YlWorkbook *workbook = pricing->match->found;
  if (cell == NULL)
    return g_strdup (NOTHING);
  const YlCellValue value = yl_cell_value_stored (workbook, cell);
  /* A number beyond all counting is told as it is written. */
  return value.kind == YL_VALUE_UNKNOWN ? g_strdup (yl_workbook_get_text (workbook, cell->value))
                                        : write_value (pricing, it, &value);
}

YlBookTold
yl_book_tell_found (YlBookPricing *pricing, const YlCellDifference *difference)
{
  const YlCell *cell = difference->found;
  if (cell == NULL || cell->formula == 0 || difference->kind == YL_DIFFERENCE_VALUE)
    return (YlBookTold){ write_stored (pricing, difference, cell), NULL };
  const YlCellValue value = yl_book_find_value (pricing, difference);
  return (YlBookTold){ write_value (pricing, difference, &value), write_formula (pricing, cell) };
}

YlBookTold
yl_book_tell_planned (YlBookPricing *pricing, const YlCellDifference *difference)
{
  return (YlBookTold){ write_stored (pricing, difference, difference->planned),
                       write_formula (pricing, difference->planned) };
}

YlBookTold
yl_book_tell_given (YlBookPricing *pricing, const YlCellDifference *difference)
{
  char *formula = write_formula (pricing, difference->planned);
  if (difference->kind != YL_DIFFERENCE_VALUE)
    return (YlBookTold){ write_stored (pricing, difference, difference->found), formula };
  const YlCellValue value =
      yl_book_work_out (pricing, difference->pair, difference->found_row, difference->column);
  return (YlBookTold){ write_value (pricing, difference, &value), formula };
}
