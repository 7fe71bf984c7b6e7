/* Functions that read their arguments themselves: those of any number of values and rectangles, those
 * that compute one of two, and sums of products. */
#include "growing-private.h"
#include "repeat-private.h"
#include "running-private.h"

#include <string.h>

/* Functions that take any number of values and rectangles, and are one value of all of them. */
typedef struct Fold Fold;
typedef void (*FoldAdd) (Fold *fold, YlCellValue value, gboolean is_of_area);

struct Fold
{
  YlEvaluation *evaluation;
  FoldAdd add;
  YlCellValue wrong; /* empty, or the first that is wrong */
  YlFixed total;
  gint64 count;
  GString *text;  /* NULL until there is any */
  guint subtotal; /* 0, or the kind of a subtotal, which leaves out subtotals and hidden rows */
};

static gboolean
is_circular (const YlCellValue *value)
{
  return value->kind == YL_VALUE_ERROR && strcmp (value->text, YL_CIRCULAR) == 0;
}

/* The first that is wrong, as a spreadsheet says; what needs itself is that before anything else. */
static void
set_wrong (Fold *fold, YlCellValue value)
{
  if (fold->wrong.kind == YL_VALUE_EMPTY || is_circular (&value))
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
    {
      fold->text = fold->text == NULL ? g_string_new (NULL) : fold->text;
      if (fold->text->len <= YL_CELL_MAX_BYTES) /* beyond, it is #VALUE! whatever follows */
        g_string_append (fold->text, yl_recalculation_to_text (fold->evaluation->book, &value));
    }
}

/* Subtotals leave out other subtotals and rows that a filter hides; from 101 on all hidden rows. */
static gboolean
is_left_out (const Fold *fold, const YlAreaIter *iter)
{
  if (fold->subtotal == 0)
    return FALSE;
  if ((fold->subtotal > 100 || iter->sheet->is_filtered)
      && yl_worksheet_is_row_hidden (iter->sheet, iter->row))
    return TRUE;
  const char *formula = yl_area_iter_get_formula (fold->evaluation->book, iter);
  return g_ascii_strncasecmp (formula, "SUBTOTAL(", strlen ("SUBTOTAL(")) == 0;
}

/* Whether nothing that follows makes another value of it: so a circle of a thousand cells, each of which
 * sums up all, is found once. While cells are put off, all that are needed are to be asked for. */
static gboolean
is_settled (const Fold *fold)
{
  return is_circular (&fold->wrong)
         || (fold->wrong.kind != YL_VALUE_EMPTY && !fold->evaluation->round->is_partial);
}

/* A sum of a column that is summed up part by part. FALSE: its cells are to be gone through. */
static gboolean
fold_running (Fold *fold, YlArea area)
{
  YlFixed sum = { 0 };
  gint64 n = 0;
  YlCellValue wrong;
  if (fold->add != add_to_sum || fold->subtotal != 0
      || !yl_running_sum (fold->evaluation->book, area, &sum, &n, &wrong))
    return FALSE;
  fold->count += n;
  if (wrong.kind != YL_VALUE_EMPTY)
    set_wrong (fold, wrong);
  else if (!yl_fixed_add (fold->total, sum, &fold->total))
    set_wrong (fold, yl_cell_value_unknown ());
  return TRUE;
}

/* The same of its highest or lowest number. */
static gboolean
fold_extreme (Fold *fold, YlArea area)
{
  YlFixed number = { 0 };
  gboolean has_number = FALSE;
  YlCellValue wrong;
  if ((fold->add != add_to_largest && fold->add != add_to_smallest) || fold->subtotal != 0
      || !yl_growing_extreme (fold->evaluation->book, area, fold->add == add_to_largest, &number,
                              &has_number, &wrong))
    return FALSE;
  if (wrong.kind != YL_VALUE_EMPTY)
    set_wrong (fold, wrong);
  else if (has_number)
    fold->add (fold, yl_cell_value_of_number (number), TRUE);
  return TRUE;
}

/* The same of how many cells hold a number, or anything. */
static gboolean
fold_count (Fold *fold, YlArea area)
{
  gint64 n = 0;
  if ((fold->add != count_number && fold->add != count_anything) || fold->subtotal != 0
      || !yl_growing_count (fold->evaluation->book, area, fold->add == count_number, &n))
    return FALSE;
  fold->count += n;
  return TRUE;
}

static void
fold_area (Fold *fold, YlArea area)
{
  YlRecalculation *book = fold->evaluation->book;
  const YlArea clipped = yl_recalculation_clip (book, area);
  if (fold_running (fold, clipped) || fold_extreme (fold, clipped) || fold_count (fold, clipped))
    return;
  YlAreaIter iter = yl_area_iter_init (book, area);
  YlCellValue value;
  while (!is_settled (fold) && yl_area_iter_next (book, &iter, &value))
    if (is_circular (&value))
      set_wrong (fold, value);
    else if (!is_left_out (fold, &iter))
      fold->add (fold, value, TRUE);
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
  fold_area (fold, operand->area);
}

/* Reads an argument for its shape only. */
static YlOperand
measure (YlEvaluation *evaluation)
{
  const gboolean was_skipping = evaluation->is_skipping;
  evaluation->is_skipping = TRUE;
  evaluation->shape = (YlSize){ 1, 1 };
  const YlOperand operand = yl_evaluation_argument (evaluation);
  yl_evaluation_scalar (evaluation, &operand);
  evaluation->is_skipping = was_skipping;
  return operand;
}

/* The element of an argument that begins where @start is. */
static YlCellValue
read_element (YlEvaluation *evaluation, const YlEvaluation *start, guint32 row, guint32 column)
{
  *evaluation = *start;
  evaluation->is_array = TRUE;
  evaluation->element_row = row;
  evaluation->element_column = column;
  const YlOperand operand = yl_evaluation_argument (evaluation);
  return yl_evaluation_scalar (evaluation, &operand);
}

/* An array: the argument is computed for each of its elements. */
static void
fold_elements (Fold *fold, const YlEvaluation *start)
{
  YlEvaluation *evaluation = fold->evaluation;
  const YlEvaluation behind = *evaluation;
  for (guint32 row = 0; row < behind.shape.n_rows && !evaluation->is_broken; row++)
    for (guint32 column = 0; column < behind.shape.n_columns; column++)
      fold->add (fold, read_element (evaluation, start, row, column), TRUE);
  const gboolean is_broken = evaluation->is_broken;
  *evaluation = behind;
  if (is_broken)
    yl_evaluation_break (evaluation);
}

static void
fold_argument (Fold *fold)
{
  YlEvaluation *evaluation = fold->evaluation;
  if (evaluation->is_array && !evaluation->is_skipping)
    {
      const YlEvaluation start = *evaluation;
      const YlOperand operand = measure (evaluation);
      if (!operand.is_area && !yl_size_equal (evaluation->shape, (YlSize){ 1, 1 }))
        {
          fold_elements (fold, &start);
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
  const YlSize shape = evaluation->shape;
  do
    fold_argument (fold);
  while (yl_evaluation_take_comma (evaluation));
  evaluation->shape = shape; /* what is summed up gives an array no shape */
}

static YlCellValue
give_total (const Fold *fold)
{
  return yl_cell_value_of_number (fold->total);
}

static YlCellValue
give_count (const Fold *fold)
{
  return yl_cell_value_of_whole (fold->count);
}

static YlCellValue
give_average (const Fold *fold)
{
  YlFixed average = { 0 };
  if (fold->count == 0)
    return yl_cell_value_of_error ("#DIV/0!");
  const gboolean is_known = yl_fixed_divide (fold->total, yl_fixed_of (fold->count), &average);
  return yl_cell_value_of_known (is_known, average);
}

static YlCellValue
give_truth (const Fold *fold, gint64 least)
{
  return fold->count == 0
             ? yl_cell_value_of_error ("#VALUE!")
             : yl_cell_value_of_boolean (yl_fixed_compare (fold->total, yl_fixed_of (least)) >= 0);
}

static YlCellValue
give_all (const Fold *fold)
{
  return give_truth (fold, fold->count);
}

static YlCellValue
give_any (const Fold *fold)
{
  return give_truth (fold, 1);
}

static YlCellValue
give_text (const Fold *fold)
{
  const GString *text = fold->text;
  return text == NULL ? yl_cell_value_of_text ("")
                      : yl_recalculation_keep_value (fold->evaluation->book, text->str, text->len);
}

/* By the numbers that SUBTOTAL has for them; behind those, the others. */
enum
{
  FOLD_AVERAGE = 1,
  FOLD_COUNT = 2,
  FOLD_COUNT_ANYTHING = 3,
  FOLD_MAX = 4,
  FOLD_MIN = 5,
  FOLD_PRODUCT = 6,
  FOLD_SUM = 9,
  FOLD_AND,
  FOLD_OR,
  FOLD_TEXT,
};
#define N_FOLDS (FOLD_TEXT + 1)

static const struct
{
  FoldAdd add;
  YlCellValue (*give) (const Fold *fold);
} folds[] = {
  [FOLD_AVERAGE] = { add_to_sum, give_average },
  [FOLD_COUNT] = { count_number, give_count },
  [FOLD_COUNT_ANYTHING] = { count_anything, give_count },
  [FOLD_MAX] = { add_to_largest, give_total },
  [FOLD_MIN] = { add_to_smallest, give_total },
  [FOLD_PRODUCT] = { add_to_product, give_total },
  [FOLD_SUM] = { add_to_sum, give_total },
  [FOLD_AND] = { add_truth, give_all },
  [FOLD_OR] = { add_truth, give_any },
  [FOLD_TEXT] = { add_text, give_text },
};
G_STATIC_ASSERT (G_N_ELEMENTS (folds) == N_FOLDS);

static YlOperand
fold_all (YlEvaluation *evaluation, guint which, guint subtotal)
{
  Fold fold = { .evaluation = evaluation, .add = folds[which].add, .subtotal = subtotal };
  fold_arguments (&fold);
  const YlCellValue value =
      fold.wrong.kind == YL_VALUE_EMPTY ? folds[which].give (&fold) : fold.wrong;
  if (fold.text != NULL)
    g_string_free (fold.text, TRUE);
  return (YlOperand){ .value = value };
}

static YlOperand
read_fold (YlEvaluation *evaluation, const YlFunction *function)
{
  return fold_all (evaluation, function->variant, 0);
}

static YlOperand
read_subtotal (YlEvaluation *evaluation, const YlFunction *function)
{
  (void) function;
  const YlOperand first = yl_evaluation_argument (evaluation);
  const YlCellValue kind = yl_cell_value_to_number (yl_evaluation_scalar (evaluation, &first));
  gint64 code = 0;
  yl_fixed_to_whole (kind.number, &code);
  const gint64 which = code > 100 ? code - 100 : code;
  const gboolean is_known =
      kind.kind == YL_VALUE_NUMBER && which >= 1 && which <= FOLD_SUM && folds[which].add != NULL;
  YlOperand result = { .value = yl_cell_value_unknown () };
  if (yl_evaluation_take_comma (evaluation))
    result = fold_all (evaluation, is_known ? (guint) which : FOLD_SUM, (guint) code);
  else if (is_known)
    result.value = folds[which].give (&(Fold){ .evaluation = evaluation });
  if (!is_known)
    result.value = yl_cell_value_unknown ();
  return result;
}

/* An argument that is not computed, only passed over. */
static YlOperand
skip_argument (YlEvaluation *evaluation)
{
  const gboolean was_skipping = evaluation->is_skipping;
  const YlSize shape = evaluation->shape;
  evaluation->is_skipping = TRUE;
  const YlOperand operand = yl_evaluation_argument (evaluation);
  evaluation->is_skipping = was_skipping;
  if (was_skipping) /* somebody asks for the shape of all */
    yl_evaluation_scalar (evaluation, &operand);
  else
    evaluation->shape = shape;
  return operand;
}

/* Reads one argument more: computed when @is_taken. */
static YlOperand
read_branch (YlEvaluation *evaluation, gboolean is_taken)
{
  const YlOperand operand = is_taken && !evaluation->is_skipping
                                ? yl_evaluation_argument (evaluation)
                                : skip_argument (evaluation);
  return operand.is_missing ? (YlOperand){ .value = yl_cell_value_of_whole (0) } : operand;
}

static YlOperand
read_if (YlEvaluation *evaluation, const YlFunction *function)
{
  (void) function;
  const YlOperand condition = yl_evaluation_argument (evaluation);
  const YlCellValue truth = yl_cell_value_to_truth (yl_evaluation_scalar (evaluation, &condition));
  const gboolean is_true = truth.kind == YL_VALUE_BOOLEAN && truth.number.units != 0;
  const gboolean is_false = truth.kind == YL_VALUE_BOOLEAN && truth.number.units == 0;
  YlOperand result = { .value = truth };
  if (yl_evaluation_take_comma (evaluation))
    {
      const YlOperand then = read_branch (evaluation, is_true);
      result = is_true ? then : result;
    }
  if (yl_evaluation_take_comma (evaluation))
    {
      const YlOperand otherwise = read_branch (evaluation, is_false);
      result = is_false ? otherwise : result;
    }
  return evaluation->is_skipping ? (YlOperand){ .is_missing = FALSE } : result;
}

/* Of any error; the variant: of #N/A alone. */
static YlOperand
read_if_wrong (YlEvaluation *evaluation, const YlFunction *function)
{
  const YlOperand first = yl_evaluation_argument (evaluation);
  const YlOperand result = { .value = yl_evaluation_scalar (evaluation, &first) };
  const gboolean is_wrong = result.value.kind == YL_VALUE_ERROR
                            && (function->variant == 0 || g_str_equal (result.value.text, "#N/A"));
  if (!yl_evaluation_take_comma (evaluation))
    return result;
  const YlOperand otherwise = read_branch (evaluation, is_wrong);
  if (evaluation->is_skipping)
    return (YlOperand){ .is_missing = FALSE };
  return is_wrong ? otherwise : result;
}

#define MAX_FACTORS 30

/* The factors of a SUMPRODUCT: each is read anew for each element. */
typedef struct
{
  YlEvaluation starts[MAX_FACTORS];
  guint n;
  YlSize shape;
  gboolean is_uneven;
} Factors;

static void
measure_factor (YlEvaluation *evaluation, Factors *factors)
{
  factors->starts[factors->n] = *evaluation;
  measure (evaluation);
  factors->is_uneven =
      factors->n > 0 && (factors->is_uneven || !yl_size_equal (factors->shape, evaluation->shape));
  factors->shape = evaluation->shape;
  factors->n++;
}

/* Texts count as 0 between factors; a single product of its own keeps its errors. */
static YlCellValue
multiply_element (YlEvaluation *evaluation, const Factors *factors, guint32 row, guint32 column)
{
  YlFixed product = yl_fixed_of (1);
  for (guint i = 0; i < factors->n; i++)
    {
      const YlCellValue value = read_element (evaluation, &factors->starts[i], row, column);
      if (yl_cell_value_is_wrong (&value))
        return value;
      const YlFixed factor = value.kind == YL_VALUE_NUMBER ? value.number : yl_fixed_of (0);
      if (!yl_fixed_multiply (product, factor, &product))
        return yl_cell_value_unknown ();
    }
  return yl_cell_value_of_number (product);
}

static YlCellValue
sum_products (YlEvaluation *evaluation, Factors *factors)
{
  YlCellValue sum = yl_cell_value_of_whole (0);
  YlCellValue product = sum;
  YlRepeat repeat = { .n = 0 };
  if (factors->is_uneven)
    return yl_cell_value_of_error ("#VALUE!");
  for (guint i = 0; i < factors->n; i++)
    factors->starts[i].repeat = &repeat;
  for (guint32 row = 0; row < factors->shape.n_rows; row++)
    for (guint32 column = 0; column < factors->shape.n_columns; column++)
      {
        if (!yl_repeat_holds (&repeat, &factors->starts[0], row, column))
          {
            yl_repeat_begin (&repeat);
            product = multiply_element (evaluation, factors, row, column);
          }
        if (yl_cell_value_is_wrong (&product))
          return product;
        if (!yl_fixed_add (sum.number, product.number, &sum.number))
          return yl_cell_value_unknown ();
      }
  return sum;
}

static YlOperand
read_sum_of_products (YlEvaluation *evaluation, const YlFunction *function)
{
  (void) function;
  Factors factors = { .n = 0 };
  const YlEvaluation start = *evaluation;
  do
    measure_factor (evaluation, &factors);
  while (factors.n < MAX_FACTORS && yl_evaluation_take_comma (evaluation));
  evaluation->shape = start.shape;
  if (start.is_skipping || evaluation->is_broken)
    return (YlOperand){ .is_missing = FALSE };
  const YlEvaluation behind = *evaluation;
  const YlCellValue sum = sum_products (evaluation, &factors);
  *evaluation = behind;
  return (YlOperand){ .value = sum };
}

const YlFunction yl_reading_functions[] = {
  { "IF", .read = read_if },
  { "SUM", .read = read_fold, .variant = FOLD_SUM },
  { "IFERROR", .read = read_if_wrong },
  { "IFNA", .read = read_if_wrong, .variant = 1 },
  { "MAX", .read = read_fold, .variant = FOLD_MAX },
  { "MIN", .read = read_fold, .variant = FOLD_MIN },
  { "OR", .read = read_fold, .variant = FOLD_OR },
  { "AND", .read = read_fold, .variant = FOLD_AND },
  { "COUNT", .read = read_fold, .variant = FOLD_COUNT },
  { "COUNTA", .read = read_fold, .variant = FOLD_COUNT_ANYTHING },
  { "AVERAGE", .read = read_fold, .variant = FOLD_AVERAGE },
  { "PRODUCT", .read = read_fold, .variant = FOLD_PRODUCT },
  { "CONCAT", .read = read_fold, .variant = FOLD_TEXT },
  { "CONCATENATE", .read = read_fold, .variant = FOLD_TEXT },
  { "SUBTOTAL", .read = read_subtotal },
  { "SUMPRODUCT", .read = read_sum_of_products },
  { .name = NULL },
};
