#include "reading-private.h"

static YlOperand
give_count (guint64 count)
{
  return yl_operand_of (yl_cell_value_of_number (yl_fixed_of ((gint64) count)));
}

#define MAX_FACTORS 30

/* The factors of a SUMPRODUCT: each is read anew for each element. */
typedef struct
{
  YlReading starts[MAX_FACTORS];
  guint n;
  guint32 n_rows;
  guint32 n_columns;
  gboolean is_uneven;
} Factors;

static void
measure_factor (YlReading *reading, Factors *factors)
{
  const gboolean was_skipping = reading->is_skipping;
  factors->starts[factors->n] = *reading;
  reading->is_skipping = TRUE;
  reading->n_rows = 1;
  reading->n_columns = 1;
  const YlOperand operand = yl_reading_argument (reading);
  yl_reading_scalar (reading, &operand);
  reading->is_skipping = was_skipping;
  factors->is_uneven = factors->n > 0
                       && (factors->is_uneven || factors->n_rows != reading->n_rows
                           || factors->n_columns != reading->n_columns);
  factors->n_rows = reading->n_rows;
  factors->n_columns = reading->n_columns;
  factors->n++;
}

/* Texts count as 0 between factors; a single product of its own keeps its errors. */
static YlCellValue
multiply_element (YlReading *reading, const Factors *factors, guint32 row, guint32 column)
{
  YlFixed product = yl_fixed_of (1);
  for (guint i = 0; i < factors->n; i++)
    {
      *reading = factors->starts[i];
      reading->is_array = TRUE;
      reading->element_row = row;
      reading->element_column = column;
      const YlOperand operand = yl_reading_argument (reading);
      const YlCellValue value = yl_reading_scalar (reading, &operand);
      if (yl_cell_value_is_wrong (&value))
        return value;
      const YlFixed factor = value.kind == YL_VALUE_NUMBER ? value.number : yl_fixed_of (0);
      if (!yl_fixed_multiply (product, factor, &product))
        return yl_cell_value_unknown ();
    }
  return yl_cell_value_of_number (product);
}

static YlCellValue
sum_products (YlReading *reading, const Factors *factors)
{
  YlCellValue sum = yl_cell_value_of_number (yl_fixed_of (0));
  if (factors->is_uneven)
    return yl_cell_value_of_error ("#VALUE!");
  for (guint32 row = 0; row < factors->n_rows; row++)
    for (guint32 column = 0; column < factors->n_columns; column++)
      {
        const YlCellValue product = multiply_element (reading, factors, row, column);
        if (yl_cell_value_is_wrong (&product))
          return product;
        if (!yl_fixed_add (sum.number, product.number, &sum.number))
          return yl_cell_value_unknown ();
      }
  return sum;
}

static YlOperand
read_sum_of_products (YlReading *reading)
{
  Factors factors = { .n = 0 };
  const YlReading start = *reading;
  do
    measure_factor (reading, &factors);
  while (factors.n < MAX_FACTORS && yl_reading_take_comma (reading));
  reading->n_rows = start.n_rows;
  reading->n_columns = start.n_columns;
  if (start.is_skipping || reading->is_broken)
    return (YlOperand){ .is_missing = FALSE };
  const YlReading behind = *reading;
  const YlCellValue sum = sum_products (reading, &factors);
  *reading = behind;
  return yl_operand_of (sum);
}

static YlOperand
call_count_blank (YlReading *reading, YlOperand *arguments, guint n)
{
  (void) n;
  if (!arguments[0].is_area)
    return yl_operand_of (yl_cell_value_unknown ());
  const YlArea *area = &arguments[0].area;
  guint64 count = (guint64) yl_area_get_n_rows (area) * yl_area_get_n_columns (area);
  YlWalk walk = yl_walk_start (reading->book, *area);
  YlCellValue value;
  while (yl_walk_next (reading->book, &walk, &value))
    {
      if (value.kind == YL_VALUE_UNKNOWN)
        return yl_operand_of (value);
      count -= value.kind != YL_VALUE_EMPTY && (value.kind != YL_VALUE_TEXT || *value.text != '\0');
    }
  return give_count (count);
}

static YlOperand
call_row (YlReading *reading, YlOperand *arguments, guint n)
{
  if (n > 0 && !arguments[0].is_area)
    return yl_operand_of (yl_cell_value_unknown ());
  return give_count (n == 0 ? reading->row : arguments[0].area.row);
}

static YlOperand
call_column (YlReading *reading, YlOperand *arguments, guint n)
{
  if (n > 0 && !arguments[0].is_area)
    return yl_operand_of (yl_cell_value_unknown ());
  return give_count ((n == 0 ? reading->column : arguments[0].area.column) + 1);
}

static YlOperand
call_rows (YlReading *reading, YlOperand *arguments, guint n)
{
  (void) reading;
  (void) n;
  return give_count (arguments[0].is_area ? yl_area_get_n_rows (&arguments[0].area) : 1);
}

static YlOperand
call_columns (YlReading *reading, YlOperand *arguments, guint n)
{
  (void) reading;
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
