/* Functions of rectangles: their size and place, and what is looked up in them. */
#include "dense-private.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

static YlCellValue
call_count_blank (const YlCall *call)
{
  const YlOperand *argument = &call->arguments[0];
  if (!argument->is_area)
    return yl_cell_value_unknown ();
  const YlSize size = yl_area_get_size (&argument->area);
  gint64 count = (gint64) size.n_rows * size.n_columns;
  YlAreaIter iter = yl_area_iter_init (call->evaluation->book, argument->area);
  YlCellValue value;
  while (yl_area_iter_next (call->evaluation->book, &iter, &value))
    {
      if (value.kind == YL_VALUE_UNKNOWN)
        return value;
      count -= value.kind != YL_VALUE_EMPTY && (value.kind != YL_VALUE_TEXT || *value.text != '\0');
    }
  return yl_cell_value_of_whole (count);
}

enum
{
  ALONG_ROWS,
  ALONG_COLUMNS,
};

/* The row or column of the formula, or of the first cell of a rectangle. */
static YlCellValue
call_place (const YlCall *call)
{
  const YlEvaluation *evaluation = call->evaluation;
  const YlArea *area = &call->arguments[0].area;
  *evaluation->is_placed = TRUE;
  if (call->n > 0 && !call->arguments[0].is_area)
    return yl_cell_value_unknown ();
  if (call->function->variant == ALONG_ROWS)
    return yl_cell_value_of_whole (call->n == 0 ? evaluation->row : area->row);
  return yl_cell_value_of_whole ((gint64) (call->n == 0 ? evaluation->column : area->column) + 1);
}

static YlCellValue
call_size (const YlCall *call)
{
  const YlSize size =
      call->arguments[0].is_area ? yl_area_get_size (&call->arguments[0].area) : (YlSize){ 1, 1 };
  return yl_cell_value_of_whole (call->function->variant == ALONG_ROWS ? size.n_rows
                                                                       : size.n_columns);
}

static YlOperand
give_error (const char *error)
{
  return (YlOperand){ .value = yl_cell_value_of_error (error) };
}

/* A whole number from 0 on; FALSE and what it is instead. */
static gboolean
read_whole (const YlCall *call, guint i, gint64 *out_whole, YlCellValue *out_wrong)
{
  const YlCellValue value =
      yl_cell_value_to_number (yl_evaluation_scalar (call->evaluation, &call->arguments[i]));
  gint64 whole = -1;
  if (value.kind == YL_VALUE_NUMBER)
    yl_fixed_to_whole (yl_fixed_cut (yl_fixed_settle (value.number), 0), &whole);
  *out_wrong = yl_cell_value_is_wrong (&value) ? value : yl_cell_value_of_error ("#VALUE!");
  *out_whole = whole;
  return whole >= 0;
}

/* Row and column from 1; 0 is all of them. In a single row one number is the column. */
static YlOperand
refer_index (const YlCall *call)
{
  gint64 row;
  gint64 column = 1;
  YlOperand wrong = { .value = yl_cell_value_unknown () };
  if (!call->arguments[0].is_area)
    return wrong;
  YlArea area = call->arguments[0].area;
  if (!read_whole (call, 1, &row, &wrong.value)
      || (call->n > 2 && !read_whole (call, 2, &column, &wrong.value)))
    return wrong;
  if (call->n == 2 && area.row == area.last_row)
    {
      column = row;
      row = 1;
    }
  else if (call->n == 2 && area.column != area.last_column)
    column = 0;
  const YlSize size = yl_area_get_size (&area);
  if (row > size.n_rows || column > size.n_columns)
    return give_error ("#REF!");
  if (row > 0)
    area.row = area.last_row = (guint32) (area.row + row - 1);
  if (column > 0)
    area.column = area.last_column = (guint16) (area.column + column - 1);
  return (YlOperand){ .area = area, .is_area = TRUE };
}

/* A whole number of either sign; @otherwise when it was left out. */
static gboolean
read_offset (
    const YlCall *call, guint i, gint64 otherwise, gint64 *out_whole, YlCellValue *out_wrong)
{
  *out_whole = otherwise;
  if (i >= call->n || call->arguments[i].is_missing)
    return TRUE;
  const YlCellValue value =
      yl_cell_value_to_number (yl_evaluation_scalar (call->evaluation, &call->arguments[i]));
  *out_wrong = yl_cell_value_is_wrong (&value) ? value : yl_cell_value_of_error ("#VALUE!");
  return value.kind == YL_VALUE_NUMBER
         && yl_fixed_to_whole (yl_fixed_cut (yl_fixed_settle (value.number), 0), out_whole);
}

/* @n lines from @by behind @from on; a size below zero reaches back. Returns: whether they are of the sheet */
static gboolean
reach (gint64 from, gint64 by, gint64 n, gint64 limit, gint64 *out_first, gint64 *out_last)
{
  if (n == 0 || by < -limit || by > limit || n < -limit || n > limit)
    return FALSE;
  const gint64 start = from + by;
  *out_first = n > 0 ? start : start + n + 1;
  *out_last = n > 0 ? start + n - 1 : start;
  return *out_first >= 0 && *out_last < limit;
}

/* A rectangle moved down and right, of another size where one is given. */
static YlOperand
refer_offset (const YlCall *call)
{
  YlOperand wrong = { .value = yl_cell_value_unknown () };
  if (!call->arguments[0].is_area)
    return wrong;
  YlArea area = call->arguments[0].area;
  const YlSize size = yl_area_get_size (&area);
  /* Of the arguments: the cell, down, right, height, width. */
  const gint64 otherwise[] = { 0, 0, 0, size.n_rows, size.n_columns };
  gint64 numbers[G_N_ELEMENTS (otherwise)];
  for (guint i = 1; i < G_N_ELEMENTS (otherwise); i++)
    if (!read_offset (call, i, otherwise[i], &numbers[i], &wrong.value))
      return wrong;
  gint64 rows[2];
  gint64 columns[2];
  if (!reach (area.row - 1, numbers[1], numbers[3], YL_SHEET_MAX_ROWS, &rows[0], &rows[1])
      || !reach (area.column, numbers[2], numbers[4], YL_SHEET_MAX_COLUMNS, &columns[0],
                 &columns[1]))
    return give_error ("#REF!");
  area.row = (guint32) rows[0] + 1;
  area.last_row = (guint32) rows[1] + 1;
  area.column = (guint16) columns[0];
  area.last_column = (guint16) columns[1];
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
  const YlSize size = yl_area_get_size (&clipped);
  return (LookupLine){ clipped, is_row ? size.n_columns : size.n_rows, is_row };
}

/* From how many cells on a column is worth keeping. */
#define MIN_KEPT 32

/* How many cells of a sorted column stand before @value, those that equal it @with or not. */
static guint
count_before (const YlDenseArea *dense, YlFixed number, const char *text, gboolean with)
{
  guint low = 0;
  guint high = dense->size.n_rows;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const int sign = yl_dense_area_compare (dense, middle, number, text) * dense->order;
      if (sign < 0 || (with && sign == 0))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Of a sorted column: the first that equals, or the last that is not beyond. */
static gint64
find_sorted (const YlDenseArea *dense, YlFixed number, const char *text, int order)
{
  const gint64 n = count_before (dense, number, text, order != 0);
  if (order != 0)
    return n - 1;
  return n < dense->size.n_rows && yl_dense_area_compare (dense, (guint) n, number, text) == 0 ? n
                                                                                               : -1;
}

/* Exactly @value: equal texts stand at one place. */
static gint64
find_equal (const YlDenseArea *dense, YlValueKind kind, YlFixed number, const char *text)
{
  for (guint i = 0; i < dense->size.n_rows; i++)
    if (dense->kinds[i] == kind
        && (text != NULL ? dense->texts[i] == text
                         : yl_fixed_compare (dense->numbers[i], number) == 0))
      return i;
  return -1;
}

/* In a long column, by its kept cells. FALSE: its cells are to be gone through. */
static gboolean
find_kept (YlEvaluation *evaluation,
           const LookupLine *line,
           const YlCellValue *value,
           int order,
           gint64 *out_at)
{
  g_autoptr (YlDenseArea) dense = yl_recalculation_get_dense (evaluation->book, line->area);
  const char *text =
      value->kind == YL_VALUE_TEXT ? yl_recalculation_fold (evaluation->book, value->text) : NULL;
  const YlFixed number = yl_fixed_settle (value->number);
  *out_at = -1;
  if (dense == NULL || dense->is_unknown)
    return FALSE;
  const gboolean is_of_kind = dense->order != 0 && dense->kinds[0] == value->kind;
  if (is_of_kind && (order == 0 || order * dense->order > 0))
    *out_at = find_sorted (dense, number, text, order);
  else if (order == 0)
    {
      yl_effort_spend (evaluation->round->effort, dense->size.n_rows / 8);
      *out_at = find_equal (dense, value->kind, number, text);
    }
  else
    return FALSE;
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
  if (!line->is_row && line->n >= MIN_KEPT)
    {
      const gboolean is_found = find_kept (evaluation, line, value, order, out_at);
      if (is_found || order == 0)
        return is_found;
    }
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
    *out_value = yl_cell_value_of_whole (0);
  return !yl_cell_value_is_wrong (out_value);
}

static YlCellValue
call_match (const YlCall *call)
{
  YlEvaluation *evaluation = call->evaluation;
  YlCellValue sought;
  YlCellValue order = yl_cell_value_of_whole (1);
  if (!read_sought (evaluation, &call->arguments[0], &sought))
    return sought;
  if (call->n > 2)
    order = yl_cell_value_to_number (yl_evaluation_scalar (evaluation, &call->arguments[2]));
  if (yl_cell_value_is_wrong (&order))
    return order;
  const YlArea *area = &call->arguments[1].area;
  const int sign = yl_fixed_compare (order.number, yl_fixed_of (0));
  if (!call->arguments[1].is_area || (sign == 0 && is_pattern (&sought)))
    return yl_cell_value_unknown ();
  if (area->row != area->last_row && area->column != area->last_column)
    return yl_cell_value_of_error ("#N/A");
  const LookupLine line = make_line (
      evaluation, *area, area->row == area->last_row && area->column != area->last_column);
  gint64 at;
  if (!find (evaluation, &line, &sought, sign, &at))
    return yl_cell_value_unknown ();
  return at < 0 ? yl_cell_value_of_error ("#N/A") : yl_cell_value_of_whole (at + 1);
}

static YlCellValue
look_beside (YlEvaluation *evaluation,
             YlArea area,
             const YlCellValue *sought,
             gboolean is_exact,
             gint64 which,
             gboolean is_row)
{
  const YlSize size = yl_area_get_size (&area);
  if (which > (is_row ? size.n_rows : size.n_columns))
    return yl_cell_value_of_error ("#REF!");
  YlArea first = area;
  if (is_row)
    first.last_row = first.row;
  else
    first.last_column = first.column;
  const LookupLine line = make_line (evaluation, first, is_row);
  gint64 at;
  if (!find (evaluation, &line, sought, is_exact ? 0 : 1, &at))
    return yl_cell_value_unknown ();
  if (at < 0)
    return yl_cell_value_of_error ("#N/A");
  const guint32 row = area.row + (guint32) (is_row ? which - 1 : at);
  const guint column = area.column + (guint) (is_row ? at : which - 1);
  return yl_recalculation_read (evaluation->book, area.sheet, row, column);
}

/* The cell of the @which-th column (or row) beside where the value stands in the first. */
static YlCellValue
call_look_up (const YlCall *call)
{
  YlCellValue sought;
  YlCellValue is_sorted = yl_cell_value_of_boolean (TRUE);
  gint64 which;
  YlCellValue wrong;
  if (!read_sought (call->evaluation, &call->arguments[0], &sought))
    return sought;
  if (!read_whole (call, 2, &which, &wrong))
    return wrong;
  if (call->n > 3)
    is_sorted =
        yl_cell_value_to_truth (yl_evaluation_scalar (call->evaluation, &call->arguments[3]));
  if (yl_cell_value_is_wrong (&is_sorted))
    return is_sorted;
  const gboolean is_exact = is_sorted.number.units == 0;
  if (!call->arguments[1].is_area || (is_exact && is_pattern (&sought)))
    return yl_cell_value_unknown ();
  if (which < 1)
    return yl_cell_value_of_error ("#VALUE!");
  return look_beside (call->evaluation, call->arguments[1].area, &sought, is_exact, which,
                      call->function->variant == ALONG_COLUMNS);
}

static YlOperand
refer_choose (const YlCall *call)
{
  gint64 which;
  YlOperand wrong = { .is_area = FALSE };
  if (!read_whole (call, 0, &which, &wrong.value))
    return wrong;
  return which < 1 || which >= call->n ? give_error ("#VALUE!") : call->arguments[which];
}

const YlFunction yl_area_functions[] = {
  { "INDEX", 2, 3, "a", .refer = refer_index },
  { "OFFSET", 3, 5, "a", .refer = refer_offset },
  { "MATCH", 2, 3, "a", .call = call_match },
  { "VLOOKUP", 3, 4, "a", .call = call_look_up, .variant = ALONG_ROWS },
  { "HLOOKUP", 3, 4, "a", .call = call_look_up, .variant = ALONG_COLUMNS },
  { "CHOOSE", 2, 30, "r", .refer = refer_choose },
  { "COUNTBLANK", 1, 1, "a", .call = call_count_blank },
  { "ROW", 0, 1, "a", .call = call_place, .variant = ALONG_ROWS },
  { "COLUMN", 0, 1, "a", .call = call_place, .variant = ALONG_COLUMNS },
  { "ROWS", 1, 1, "a", .call = call_size, .variant = ALONG_ROWS },
  { "COLUMNS", 1, 1, "a", .call = call_size, .variant = ALONG_COLUMNS },
  { .name = NULL },
};
