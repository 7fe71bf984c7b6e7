#include "evaluation-private.h"

#include <string.h>

/* Functions that take any number of values and rectangles, and are one value of all of them. */
typedef struct Fold Fold;
typedef void (*FoldAdd) (Fold *fold, YlCellValue value, gboolean is_of_area);

struct Fold
{
  YlEvaluation *evaluation;
  FoldAdd add;
  YlCellValue wrong; /* empty, or the first that is wrong; the unknown goes before errors */
  YlFixed total;
  gint64 count;
  GString *text;
  guint subtotal; /* 0, or the kind of a subtotal, which leaves out subtotals and hidden rows */
};

static void
set_wrong (Fold *fold, YlCellValue value)
{
  if (fold->wrong.kind == YL_VALUE_EMPTY || value.kind == YL_VALUE_UNKNOWN)
    fold->wrong = value;
}

/* Of a rectangle only numbers count; a value that was written down counts when it is like one. */
static gboolean
take_number (Fold *fold, YlCellValue value, gboolean is_of_area, YlFixed *out_number)
{
  const YlCellValue number =
      is_of_area || yl_cell_value_is_wrong (&value) ? value : yl_cell_value_to_number (value);
  if (yl_cell_value_is_wrong (&number))
    set_wrong (fold, number);
  *out_number = number.number;
  return number.kind == YL_VALUE_NUMBER;
}

static void
add_to_sum (Fold *fold, YlCellValue value, gboolean is_of_area)
{
  YlFixed number;
  if (!take_number (fold, value, is_of_area, &number))
    return;
  fold->count++;
  if (!yl_fixed_add (fold->total, number, &fold->total))
    set_wrong (fold, yl_cell_value_unknown ());
}

static void
add_to_product (Fold *fold, YlCellValue value, gboolean is_of_area)
{
  YlFixed number;
  if (!take_number (fold, value, is_of_area, &number))
    return;
  if (fold->count++ == 0)
    fold->total = number;
  else if (!yl_fixed_multiply (fold->total, number, &fold->total))
    set_wrong (fold, yl_cell_value_unknown ());
}

static void
add_to_largest (Fold *fold, YlCellValue value, gboolean is_of_area)
{
  YlFixed number;
  if (take_number (fold, value, is_of_area, &number)
      && (fold->count++ == 0 || yl_fixed_compare (number, fold->total) > 0))
    fold->total = number;
}

static void
add_to_smallest (Fold *fold, YlCellValue value, gboolean is_of_area)
{
  YlFixed number;
  if (take_number (fold, value, is_of_area, &number)
      && (fold->count++ == 0 || yl_fixed_compare (number, fold->total) < 0))
    fold->total = number;
}

static void
count_number (Fold *fold, YlCellValue value, gboolean is_of_area)
{
  if (value.kind == YL_VALUE_UNKNOWN)
    set_wrong (fold, value);
  if (!is_of_area && value.kind != YL_VALUE_ERROR)
    value = yl_cell_value_to_number (value);
  fold->count += value.kind == YL_VALUE_NUMBER;
}

static void
count_anything (Fold *fold, YlCellValue value, gboolean is_of_area)
{
  if (value.kind == YL_VALUE_UNKNOWN)
    set_wrong (fold, value);
  fold->count += !is_of_area || value.kind != YL_VALUE_EMPTY;
}

/* Counts what is true in total, all in count. */
static void
add_truth (Fold *fold, YlCellValue value, gboolean is_of_area)
{
  if (is_of_area && (value.kind == YL_VALUE_TEXT || value.kind == YL_VALUE_EMPTY))
    return;
  const YlCellValue truth = yl_cell_value_to_truth (value);
  if (yl_cell_value_is_wrong (&truth))
    set_wrong (fold, truth);
  else
    fold->total.units += truth.number.units;
  fold->count++;
}

static void
add_text (Fold *fold, YlCellValue value, gboolean is_of_area)
{
  (void) is_of_area;
  if (yl_cell_value_is_wrong (&value))
    set_wrong (fold, value);
  else
    g_string_append (fold->text, yl_recalculation_to_text (fold->evaluation->book, &value));
}

/* Subtotals leave out other subtotals and rows that a filter hides; from 101 on all hidden rows. */
static gboolean
is_left_out (const Fold *fold, const YlAreaIter *iter)
{
  if (fold->subtotal == 0)
    return FALSE;
  const YlWorksheet *sheet = yl_recalculation_get_sheet (fold->evaluation->book, iter->area.sheet);
  if ((fold->subtotal > 100 || sheet->is_filtered) && yl_worksheet_is_row_hidden (sheet, iter->row))
    return TRUE;
  const YlArea cell = { .sheet = iter->area.sheet,
                        .row = iter->row,
                        .column = (guint16) iter->column };
  const char *formula = yl_recalculation_get_formula (fold->evaluation->book, cell);
  return g_ascii_strncasecmp (formula, "SUBTOTAL(", strlen ("SUBTOTAL(")) == 0;
}

static void
fold_operand (Fold *fold, const YlOperand *operand)
{
  YlEvaluation *evaluation = fold->evaluation;
  if (evaluation->is_skipping)
    return;
  if (!operand->is_area)
    {
      fold->add (fold, operand->value, FALSE);
      return;
    }
  YlAreaIter iter = yl_area_iter_init (evaluation->book, operand->area);
  YlCellValue value;
  while (yl_area_iter_next (evaluation->book, &iter, &value))
    if (!is_left_out (fold, &iter))
      fold->add (fold, value, TRUE);
}

/* An array: the argument is computed for each of its elements. */
static void
fold_elements (Fold *fold, const YlEvaluation *start, guint32 n_rows, guint32 n_columns)
{
  YlEvaluation *evaluation = fold->evaluation;
  const YlEvaluation behind = *evaluation;
  for (guint32 row = 0; row < n_rows && !evaluation->is_broken; row++)
    for (guint32 column = 0; column < n_columns; column++)
      {
        *evaluation = *start;
        evaluation->element_row = row;
        evaluation->element_column = column;
        const YlOperand operand = yl_evaluation_argument (evaluation);
        fold->add (fold, yl_evaluation_scalar (evaluation, &operand), TRUE);
      }
  const gboolean is_broken = evaluation->is_broken;
  *evaluation = behind;
  if (is_broken)
    yl_evaluation_break (evaluation);
  evaluation->is_skipping = start->is_skipping;
  evaluation->n_rows = start->n_rows;
  evaluation->n_columns = start->n_columns;
}

/* Reads an argument for its shape only. */
static YlOperand
measure (YlEvaluation *evaluation)
{
  evaluation->is_skipping = TRUE;
  evaluation->n_rows = 1;
  evaluation->n_columns = 1;
  return yl_evaluation_argument (evaluation);
}

static void
fold_argument (Fold *fold)
{
  YlEvaluation *evaluation = fold->evaluation;
  if (evaluation->is_array && !evaluation->is_skipping)
    {
      const YlEvaluation start = *evaluation;
      const YlOperand shape = measure (evaluation);
      if (!shape.is_area && (evaluation->n_rows > 1 || evaluation->n_columns > 1))
        {
          fold_elements (fold, &start, evaluation->n_rows, evaluation->n_columns);
          return;
        }
      *evaluation = start;
    }
  const YlOperand operand = yl_evaluation_argument (evaluation);
  fold_operand (fold, &operand);
}

static void
fold_arguments (Fold *fold)
{
  YlEvaluation *evaluation = fold->evaluation;
  const guint32 n_rows = evaluation->n_rows;
  const guint32 n_columns = evaluation->n_columns;
  do
    fold_argument (fold);
  while (yl_evaluation_take_comma (evaluation));
  evaluation->n_rows = n_rows; /* what is summed up gives an array no shape */
  evaluation->n_columns = n_columns;
}

static YlOperand
give (const Fold *fold, YlCellValue value)
{
  return yl_operand_of (fold->wrong.kind == YL_VALUE_EMPTY ? value : fold->wrong);
}

static YlOperand
fold_to_number (YlEvaluation *evaluation, FoldAdd add)
{
  Fold fold = { .evaluation = evaluation, .add = add };
  fold_arguments (&fold);
  return give (&fold, yl_cell_value_of_number (fold.total));
}

static YlOperand
fold_to_count (YlEvaluation *evaluation, FoldAdd add)
{
  Fold fold = { .evaluation = evaluation, .add = add };
  fold_arguments (&fold);
  return give (&fold, yl_cell_value_of_number (yl_fixed_of (fold.count)));
}

static YlOperand
read_sum (YlEvaluation *evaluation)
{
  return fold_to_number (evaluation, add_to_sum);
}

static YlOperand
read_product (YlEvaluation *evaluation)
{
  return fold_to_number (evaluation, add_to_product);
}

static YlOperand
read_max (YlEvaluation *evaluation)
{
  return fold_to_number (evaluation, add_to_largest);
}

static YlOperand
read_min (YlEvaluation *evaluation)
{
  return fold_to_number (evaluation, add_to_smallest);
}

static YlOperand
read_count (YlEvaluation *evaluation)
{
  return fold_to_count (evaluation, count_number);
}

static YlOperand
read_count_anything (YlEvaluation *evaluation)
{
  return fold_to_count (evaluation, count_anything);
}

static YlCellValue
get_average (const Fold *fold)
{
  YlFixed average;
  if (fold->count == 0)
    return yl_cell_value_of_error ("#DIV/0!");
  return yl_fixed_divide (fold->total, yl_fixed_of (fold->count), &average)
             ? yl_cell_value_of_number (average)
             : yl_cell_value_unknown ();
}

static YlOperand
read_average (YlEvaluation *evaluation)
{
  Fold fold = { .evaluation = evaluation, .add = add_to_sum };
  fold_arguments (&fold);
  return give (&fold, get_average (&fold));
}

static YlOperand
read_truths (YlEvaluation *evaluation, gboolean all)
{
  Fold fold = { .evaluation = evaluation, .add = add_truth };
  fold_arguments (&fold);
  if (fold.count == 0)
    return give (&fold, yl_cell_value_of_error ("#VALUE!"));
  const YlFixed count = yl_fixed_of (all ? fold.count : 1);
  return give (&fold, yl_cell_value_of_boolean (yl_fixed_compare (fold.total, count) >= 0));
}

static YlOperand
read_and (YlEvaluation *evaluation)
{
  return read_truths (evaluation, TRUE);
}

static YlOperand
read_or (YlEvaluation *evaluation)
{
  return read_truths (evaluation, FALSE);
}

static YlOperand
read_concat (YlEvaluation *evaluation)
{
  Fold fold = { .evaluation = evaluation, .add = add_text, .text = g_string_new (NULL) };
  fold_arguments (&fold);
  const char *text = yl_recalculation_keep (evaluation->book, fold.text->str, fold.text->len);
  g_string_free (fold.text, TRUE);
  return give (&fold, yl_cell_value_of_text (text));
}

static YlOperand
read_subtotal (YlEvaluation *evaluation)
{
  static const FoldAdd adds[] = { add_to_sum,      count_number,   count_anything, add_to_largest,
                                  add_to_smallest, add_to_product, NULL,           NULL,
                                  add_to_sum };
  const YlOperand first = yl_evaluation_argument (evaluation);
  const YlCellValue kind = yl_cell_value_to_number (yl_evaluation_scalar (evaluation, &first));
  gint64 code = 0;
  yl_fixed_to_whole (kind.number, &code);
  const gint64 which = code > 100 ? code - 100 : code;
  const gboolean is_known = kind.kind == YL_VALUE_NUMBER && which >= 1
                            && which <= (gint64) G_N_ELEMENTS (adds) && adds[which - 1] != NULL;
  Fold fold = { .evaluation = evaluation, .add = add_to_sum, .subtotal = (guint) code };
  if (is_known)
    fold.add = adds[which - 1];
  if (yl_evaluation_take_comma (evaluation))
    fold_arguments (&fold);
  if (!is_known)
    return yl_operand_of (yl_cell_value_unknown ());
  if (which == 2 || which == 3)
    return give (&fold, yl_cell_value_of_number (yl_fixed_of (fold.count)));
  return give (&fold, which == 1 ? get_average (&fold) : yl_cell_value_of_number (fold.total));
}

const YlFunction yl_fold_functions[] = {
  { "SUM", 1, 0, 0, NULL, read_sum },
  { "MAX", 1, 0, 0, NULL, read_max },
  { "MIN", 1, 0, 0, NULL, read_min },
  { "OR", 1, 0, 0, NULL, read_or },
  { "AND", 1, 0, 0, NULL, read_and },
  { "COUNT", 1, 0, 0, NULL, read_count },
  { "COUNTA", 1, 0, 0, NULL, read_count_anything },
  { "AVERAGE", 1, 0, 0, NULL, read_average },
  { "PRODUCT", 1, 0, 0, NULL, read_product },
  { "CONCAT", 1, 0, 0, NULL, read_concat },
  { "CONCATENATE", 1, 0, 0, NULL, read_concat },
  { "SUBTOTAL", 2, 0, 0, NULL, read_subtotal },
  { NULL, 0, 0, 0, NULL, NULL },
};
