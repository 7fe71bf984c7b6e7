#include "evaluation-private.h"

#include <string.h>

static YlOperand
give_error (const char *error)
{
  return yl_operand_of (yl_cell_value_of_error (error));
}

/* A whole number from 0 on; FALSE and what it is instead. */
static gboolean
read_whole (YlEvaluation *evaluation,
            const YlOperand *operand,
            gint64 *out_whole,
            YlOperand *out_wrong)
{
  const YlCellValue value = yl_cell_value_to_number (yl_evaluation_scalar (evaluation, operand));
  gint64 whole = -1;
  if (value.kind == YL_VALUE_NUMBER)
    yl_fixed_to_whole (yl_fixed_cut (yl_fixed_settle (value.number), 0), &whole);
  *out_wrong = yl_cell_value_is_wrong (&value) ? yl_operand_of (value) : give_error ("#VALUE!");
  *out_whole = whole;
  return whole >= 0;
}

/* Row and column from 1; 0 is all of them. In a single row one number is the column. */
static YlOperand
call_index (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  gint64 row;
  gint64 column = 1;
  YlOperand result;
  if (!arguments[0].is_area)
    return yl_operand_of (yl_cell_value_unknown ());
  YlArea area = arguments[0].area;
  if (!read_whole (evaluation, &arguments[1], &row, &result)
      || (n > 2 && !read_whole (evaluation, &arguments[2], &column, &result)))
    return result;
  if (n == 2 && area.row == area.last_row)
    {
      column = row;
      row = 1;
    }
  else if (n == 2 && area.column != area.last_column)
    column = 0;
  if (row > yl_area_get_n_rows (&area) || column > yl_area_get_n_columns (&area))
    return give_error ("#REF!");
  if (row > 0)
    area.row = area.last_row = (guint32) (area.row + row - 1);
  if (column > 0)
    area.column = area.last_column = (guint16) (area.column + column - 1);
  return (YlOperand){ .area = area, .is_area = TRUE };
}

/* Where a value stands among the cells of a row or column. */
typedef struct
{
  YlArea area;
  guint64 n;
  gboolean is_row;
} LookupLine;

static YlCellValue
read_line (YlEvaluation *evaluation, const LookupLine *line, guint64 at)
{
  return line->is_row ? yl_recalculation_read (evaluation->book, line->area.sheet, line->area.row,
                                               line->area.column + (guint) at)
                      : yl_recalculation_read (evaluation->book, line->area.sheet,
                                               line->area.row + (guint32) at, line->area.column);
}

static LookupLine
make_line (YlEvaluation *evaluation, YlArea area, gboolean is_row)
{
  const YlArea clipped = yl_recalculation_clip (evaluation->book, area);
  return (LookupLine){ clipped,
                       is_row ? yl_area_get_n_columns (&clipped) : yl_area_get_n_rows (&clipped),
                       is_row };
}

/* From how many cells on a column is worth keeping. */
#define MIN_KEPT 32

/* Exactly @value in a long column: by its kept cells, whose equal texts stand at one place. */
static gboolean
find_kept (YlEvaluation *evaluation,
           const LookupLine *line,
           const YlCellValue *value,
           gint64 *out_at)
{
  g_autoptr (YlDenseArea) dense = yl_recalculation_get_dense (evaluation->book, line->area);
  const char *text =
      value->kind == YL_VALUE_TEXT ? yl_recalculation_fold (evaluation->book, value->text) : NULL;
  const YlFixed number = yl_fixed_settle (value->number);
  *out_at = -1;
  if (dense == NULL || dense->is_unknown)
    return FALSE;
  for (guint i = 0; i < dense->n_rows && *out_at < 0; i++)
    if (dense->kinds[i] == value->kind
        && (text != NULL ? dense->texts[i] == text
                         : yl_fixed_compare (dense->numbers[i], number) == 0))
      *out_at = i;
  return TRUE;
}

/* @order 0: the first that equals; 1: the last that is not above, of ascending cells; −1: the last
 * that is not below, of descending ones. −1 when there is none; FALSE when a cell is unknown. */
static gboolean
find (YlEvaluation *evaluation,
      const LookupLine *line,
      const YlCellValue *value,
      int order,
      gint64 *out_at)
{
  *out_at = -1;
  if (order == 0 && !line->is_row && line->n >= MIN_KEPT)
    return find_kept (evaluation, line, value, out_at);
  for (guint64 i = 0; i < line->n; i++)
    {
      const YlCellValue cell = read_line (evaluation, line, i);
      if (cell.kind == YL_VALUE_UNKNOWN)
        return FALSE;
      if (cell.kind != value->kind)
        continue;
      const int sign = yl_cell_value_compare (&cell, value);
      if (order == 0 ? sign == 0 : sign * order <= 0)
        *out_at = (gint64) i;
      if (order == 0 ? sign == 0 : sign * order > 0)
        break;
    }
  return TRUE;
}

static gboolean
is_pattern (const YlCellValue *value)
{
  return value->kind == YL_VALUE_TEXT && strpbrk (value->text, "*?~") != NULL;
}

/* What is looked for; FALSE and why when nothing can be. */
static gboolean
read_sought (YlEvaluation *evaluation, const YlOperand *operand, YlCellValue *out_value)
{
  *out_value = yl_evaluation_scalar (evaluation, operand);
  if (out_value->kind == YL_VALUE_EMPTY)
    *out_value = yl_cell_value_of_number (yl_fixed_of (0));
  return !yl_cell_value_is_wrong (out_value);
}

static YlOperand
call_match (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  YlCellValue sought;
  YlCellValue order = yl_cell_value_of_number (yl_fixed_of (1));
  if (!read_sought (evaluation, &arguments[0], &sought))
    return yl_operand_of (sought);
  if (n > 2)
    order = yl_cell_value_to_number (yl_evaluation_scalar (evaluation, &arguments[2]));
  if (yl_cell_value_is_wrong (&order))
    return yl_operand_of (order);
  const YlArea *area = &arguments[1].area;
  const int sign = yl_fixed_compare (order.number, yl_fixed_of (0));
  if (!arguments[1].is_area || (sign == 0 && is_pattern (&sought)))
    return yl_operand_of (yl_cell_value_unknown ());
  if (area->row != area->last_row && area->column != area->last_column)
    return give_error ("#N/A");
  const LookupLine line = make_line (
      evaluation, *area, area->row == area->last_row && area->column != area->last_column);
  gint64 at;
  if (!find (evaluation, &line, &sought, sign, &at))
    return yl_operand_of (yl_cell_value_unknown ());
  return at < 0 ? give_error ("#N/A")
                : yl_operand_of (yl_cell_value_of_number (yl_fixed_of (at + 1)));
}

static YlOperand
look_beside (YlEvaluation *evaluation,
             YlArea area,
             const YlCellValue *sought,
             gboolean is_exact,
             gint64 which,
             gboolean is_row)
{
  if (which > (is_row ? yl_area_get_n_rows (&area) : yl_area_get_n_columns (&area)))
    return give_error ("#REF!");
  YlArea first = area;
  if (is_row)
    first.last_row = first.row;
  else
    first.last_column = first.column;
  const LookupLine line = make_line (evaluation, first, is_row);
  gint64 at;
  if (!find (evaluation, &line, sought, is_exact ? 0 : 1, &at))
    return yl_operand_of (yl_cell_value_unknown ());
  if (at < 0)
    return give_error ("#N/A");
  const guint32 row = area.row + (guint32) (is_row ? which - 1 : at);
  const guint column = area.column + (guint) (is_row ? at : which - 1);
  return yl_operand_of (yl_recalculation_read (evaluation->book, area.sheet, row, column));
}

/* The cell of the @which-th column (or row) beside where the value stands in the first. */
static YlOperand
look_up (YlEvaluation *evaluation, YlOperand *arguments, guint n, gboolean is_row)
{
  YlCellValue sought;
  YlCellValue is_sorted = yl_cell_value_of_boolean (TRUE);
  gint64 which;
  YlOperand result;
  if (!read_sought (evaluation, &arguments[0], &sought))
    return yl_operand_of (sought);
  if (!read_whole (evaluation, &arguments[2], &which, &result))
    return result;
  if (n > 3)
    is_sorted = yl_cell_value_to_truth (yl_evaluation_scalar (evaluation, &arguments[3]));
  if (yl_cell_value_is_wrong (&is_sorted))
    return yl_operand_of (is_sorted);
  const gboolean is_exact = is_sorted.number.units == 0;
  if (!arguments[1].is_area || (is_exact && is_pattern (&sought)))
    return yl_operand_of (yl_cell_value_unknown ());
  if (which < 1)
    return give_error ("#VALUE!");
  return look_beside (evaluation, arguments[1].area, &sought, is_exact, which, is_row);
}

static YlOperand
call_vertical_look_up (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  return look_up (evaluation, arguments, n, FALSE);
}

static YlOperand
call_horizontal_look_up (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  return look_up (evaluation, arguments, n, TRUE);
}

static YlOperand
call_choose (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  gint64 which;
  YlOperand wrong;
  if (!read_whole (evaluation, &arguments[0], &which, &wrong))
    return wrong;
  return which < 1 || which >= n ? give_error ("#VALUE!") : arguments[which];
}

const YlFunction yl_lookup_functions[] = {
  { "INDEX", 2, 3, YL_TAKES_AREAS, call_index, NULL },
  { "MATCH", 2, 3, YL_TAKES_AREAS, call_match, NULL },
  { "VLOOKUP", 3, 4, YL_TAKES_AREAS, call_vertical_look_up, NULL },
  { "HLOOKUP", 3, 4, YL_TAKES_AREAS, call_horizontal_look_up, NULL },
  { "CHOOSE", 2, 30, YL_TAKES_AREAS | YL_TAKES_ERRORS, call_choose, NULL },
  { NULL, 0, 0, 0, NULL, NULL },
};
