#include "evaluation-private.h"

static YlOperand
give_count (guint64 count)
{
  return yl_operand_of (yl_cell_value_of_number (yl_fixed_of ((gint64) count)));
}

#define MAX_FACTORS 30

/* The factors of a SUMPRODUCT: each is read anew for each element. */
typedef struct
{
  YlEvaluation starts[MAX_FACTORS];
  guint n;
  guint32 n_rows;
  guint32 n_columns;
  gboolean is_uneven;
} Factors;

static void
measure_factor (YlEvaluation *evaluation, Factors *factors)
{
  const gboolean was_skipping = evaluation->is_skipping;
  factors->starts[factors->n] = *evaluation;
  evaluation->is_skipping = TRUE;
  evaluation->n_rows = 1;
  evaluation->n_columns = 1;
  const YlOperand operand = yl_evaluation_argument (evaluation);
  yl_evaluation_scalar (evaluation, &operand);
  evaluation->is_skipping = was_skipping;
  factors->is_uneven = factors->n > 0
                       && (factors->is_uneven || factors->n_rows != evaluation->n_rows
                           || factors->n_columns != evaluation->n_columns);
  factors->n_rows = evaluation->n_rows;
  factors->n_columns = evaluation->n_columns;
  factors->n++;
}

/* Texts count as 0 between factors; a single product of its own keeps its errors. */
static YlCellValue
multiply_element (YlEvaluation *evaluation, const Factors *factors, guint32 row, guint32 column)
{
  YlFixed product = yl_fixed_of (1);
  for (guint i = 0; i < factors->n; i++)
    {
      *evaluation = factors->starts[i];
      evaluation->is_array = TRUE;
      evaluation->element_row = row;
      evaluation->element_column = column;
      const YlOperand operand = yl_evaluation_argument (evaluation);
      const YlCellValue value = yl_evaluation_scalar (evaluation, &operand);
      if (yl_cell_value_is_wrong (&value))
        return value;
      const YlFixed factor = value.kind == YL_VALUE_NUMBER ? value.number : yl_fixed_of (0);
      if (!yl_fixed_multiply (product, factor, &product))
        return yl_cell_value_unknown ();
    }
  return yl_cell_value_of_number (product);
}

static YlCellValue
sum_products (YlEvaluation *evaluation, const Factors *factors)
{
  YlCellValue sum = yl_cell_value_of_number (yl_fixed_of (0));
  if (factors->is_uneven)
    return yl_cell_value_of_error ("#VALUE!");
  for (guint32 row = 0; row < factors->n_rows; row++)
    for (guint32 column = 0; column < factors->n_columns; column++)
      {
        const YlCellValue product = multiply_element (evaluation, factors, row, column);
        if (yl_cell_value_is_wrong (&product))
          return product;
        if (!yl_fixed_add (sum.number, product.number, &sum.number))
          return yl_cell_value_unknown ();
      }
  return sum;
}

static YlOperand
read_sum_of_products (YlEvaluation *evaluation)
{
  Factors factors = { .n = 0 };
  const YlEvaluation start = *evaluation;
  do
    measure_factor (evaluation, &factors);
  while (factors.n < MAX_FACTORS && yl_evaluation_take_comma (evaluation));
  evaluation->n_rows = start.n_rows;
  evaluation->n_columns = start.n_columns;
  if (start.is_skipping || evaluation->is_broken)
    return (YlOperand){ .is_missing = FALSE };
  const YlEvaluation behind = *evaluation;
  const YlCellValue sum = sum_products (evaluation, &factors);
  *evaluation = behind;
  return yl_operand_of (sum);
}

static YlOperand
call_count_blank (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) n;
  if (!arguments[0].is_area)
    return yl_operand_of (yl_cell_value_unknown ());
  const YlArea *area = &arguments[0].area;
  guint64 count = (guint64) yl_area_get_n_rows (area) * yl_area_get_n_columns (area);
  YlAreaIter iter = yl_area_iter_init (evaluation->book, *area);
  YlCellValue value;
  while (yl_area_iter_next (evaluation->book, &iter, &value))
    {
      if (value.kind == YL_VALUE_UNKNOWN)
        return yl_operand_of (value);
      count -= value.kind != YL_VALUE_EMPTY && (value.kind != YL_VALUE_TEXT || *value.text != '\0');
    }
  return give_count (count);
}

static YlOperand
call_row (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  if (n > 0 && !arguments[0].is_area)
    return yl_operand_of (yl_cell_value_unknown ());
  return give_count (n == 0 ? evaluation->row : arguments[0].area.row);
}

static YlOperand
call_column (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  if (n > 0 && !arguments[0].is_area)
    return yl_operand_of (yl_cell_value_unknown ());
  return give_count ((n == 0 ? evaluation->column : arguments[0].area.column) + 1);
}

static YlOperand
call_rows (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) evaluation;
  (void) n;
  return give_count (arguments[0].is_area ? yl_area_get_n_rows (&arguments[0].area) : 1);
}

static YlOperand
call_columns (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) evaluation;
  (void) n;
  return give_count (arguments[0].is_area ? yl_area_get_n_columns (&arguments[0].area) : 1);
}

const YlFunction yl_area_functions[] = {
  { "SUMPRODUCT", 1, 0, 0, NULL, read_sum_of_products },
  { "COUNTBLANK", 1, 1, YL_TAKES_AREAS, call_count_blank, NULL },
  { "ROW", 0, 1, YL_TAKES_AREAS, call_row, NULL },
  { "COLUMN", 0, 1, YL_TAKES_AREAS, call_column, NULL },
  { "ROWS", 1, 1, YL_TAKES_AREAS, call_rows, NULL },
  { "COLUMNS", 1, 1, YL_TAKES_AREAS, call_columns, NULL },
  { NULL, 0, 0, 0, NULL, NULL },
};
