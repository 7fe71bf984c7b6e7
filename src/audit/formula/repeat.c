#include "repeat-private.h"

/* Texts that are saved stand once in their pool, and the blank of a formula is none of them; others that are equal
 * are only computed in vain. */
static gboolean
is_same_text (const char *a, const char *b)
{
  return a == b || (a != NULL && b != NULL && a[0] == '\0' && b[0] == '\0');
}

static gboolean
is_same (const YlCellValue *a, const YlCellValue *b)
{
  return a->kind == b->kind && is_same_text (a->text, b->text)
         && yl_fixed_compare (a->number, b->number) == 0;
}

static void
note (YlRepeat *repeat, const YlArea *area, const YlCellValue *value)
{
  repeat->is_given_up = repeat->is_given_up || repeat->n == YL_REPEAT_MAX;
  if (repeat->is_given_up)
    return;
  repeat->areas[repeat->n] = *area;
  repeat->values[repeat->n] = *value;
  repeat->n++;
}

static YlCellValue
read_element (const YlEvaluation *evaluation, const YlArea *area)
{
  const guint32 row = area->row == area->last_row ? 0 : evaluation->element_row;
  const guint32 column = area->column == area->last_column ? 0 : evaluation->element_column;
  if (area->row + row > area->last_row || area->column + column > area->last_column)
    return yl_cell_value_of_error ("#N/A");
  return yl_recalculation_read (evaluation->book, area->sheet, area->row + row,
                                area->column + column);
}

YlCellValue
yl_repeat_read (const YlEvaluation *evaluation, const YlArea *area)
{
  *evaluation->is_placed = TRUE;
  const YlCellValue value = read_element (evaluation, area);
  if (evaluation->repeat != NULL)
    note (evaluation->repeat, area, &value);
  return value;
}

void
yl_repeat_begin (YlRepeat *repeat)
{
  repeat->n = 0;
  repeat->is_known = TRUE;
}

gboolean
yl_repeat_holds (const YlRepeat *repeat, const YlEvaluation *start, guint32 row, guint32 column)
{
  if (!repeat->is_known || repeat->is_given_up)
    return FALSE;
  YlEvaluation evaluation = *start;
  evaluation.element_row = row;
  evaluation.element_column = column;
  for (guint i = 0; i < repeat->n; i++)
    {
      const YlCellValue value = read_element (&evaluation, &repeat->areas[i]);
      if (!is_same (&value, &repeat->values[i]))
        return FALSE;
    }
  return !start->round->is_partial;
}
