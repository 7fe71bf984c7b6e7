#include "evaluation-private.h"

/* An argument that is not computed, only passed over. */
static YlOperand
skip_argument (YlEvaluation *evaluation)
{
  const gboolean was_skipping = evaluation->is_skipping;
  const guint32 n_rows = evaluation->n_rows;
  const guint32 n_columns = evaluation->n_columns;
  evaluation->is_skipping = TRUE;
  const YlOperand operand = yl_evaluation_argument (evaluation);
  evaluation->is_skipping = was_skipping;
  if (was_skipping) /* somebody asks for the shape of all */
    yl_evaluation_scalar (evaluation, &operand);
  else
    {
      evaluation->n_rows = n_rows;
      evaluation->n_columns = n_columns;
    }
  return operand;
}

/* Reads one argument more: computed when @is_taken. */
static YlOperand
read_branch (YlEvaluation *evaluation, gboolean is_taken)
{
  const YlOperand operand = is_taken && !evaluation->is_skipping
                                ? yl_evaluation_argument (evaluation)
                                : skip_argument (evaluation);
  return operand.is_missing ? yl_operand_of (yl_cell_value_of_number (yl_fixed_of (0))) : operand;
}

static YlOperand
read_if (YlEvaluation *evaluation)
{
  const YlOperand condition = yl_evaluation_argument (evaluation);
  const YlCellValue truth = yl_cell_value_to_truth (yl_evaluation_scalar (evaluation, &condition));
  const gboolean is_true = truth.kind == YL_VALUE_BOOLEAN && truth.number.units != 0;
  const gboolean is_false = truth.kind == YL_VALUE_BOOLEAN && truth.number.units == 0;
  YlOperand result =
      yl_operand_of (is_true || is_false ? yl_cell_value_of_boolean (is_true) : truth);
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

static YlOperand
read_if_wrong (YlEvaluation *evaluation, gboolean only_not_found)
{
  const YlOperand first = yl_evaluation_argument (evaluation);
  const YlCellValue value = yl_evaluation_scalar (evaluation, &first);
  const gboolean is_wrong =
      value.kind == YL_VALUE_ERROR && (!only_not_found || g_strcmp0 (value.text, "#N/A") == 0);
  if (!yl_evaluation_take_comma (evaluation))
    return yl_operand_of (value);
  const YlOperand otherwise = read_branch (evaluation, is_wrong);
  if (evaluation->is_skipping)
    return (YlOperand){ .is_missing = FALSE };
  return is_wrong ? otherwise : yl_operand_of (value);
}

static YlOperand
read_if_error (YlEvaluation *evaluation)
{
  return read_if_wrong (evaluation, FALSE);
}

static YlOperand
read_if_na (YlEvaluation *evaluation)
{
  return read_if_wrong (evaluation, TRUE);
}

static YlOperand
call_not (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) evaluation;
  (void) n;
  const YlCellValue truth = yl_cell_value_to_truth (arguments[0].value);
  if (yl_cell_value_is_wrong (&truth))
    return yl_operand_of (truth);
  return yl_operand_of (yl_cell_value_of_boolean (truth.number.units == 0));
}

static YlOperand
call_na (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) evaluation;
  (void) arguments;
  (void) n;
  return yl_operand_of (yl_cell_value_of_error ("#N/A"));
}

static YlOperand
is_kind (const YlCellValue *value, YlValueKind kind)
{
  return yl_operand_of (
      value->kind == YL_VALUE_UNKNOWN ? *value : yl_cell_value_of_boolean (value->kind == kind));
}

static YlOperand
call_is_blank (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) evaluation;
  (void) n;
  return is_kind (&arguments[0].value, YL_VALUE_EMPTY);
}

static YlOperand
call_is_number (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) evaluation;
  (void) n;
  return is_kind (&arguments[0].value, YL_VALUE_NUMBER);
}

static YlOperand
call_is_text (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) evaluation;
  (void) n;
  return is_kind (&arguments[0].value, YL_VALUE_TEXT);
}

static YlOperand
call_is_error (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) evaluation;
  (void) n;
  return is_kind (&arguments[0].value, YL_VALUE_ERROR);
}

const YlFunction yl_logic_functions[] = {
  { "IF", 1, 3, YL_TAKES_VALUES, NULL, read_if },
  { "IFERROR", 2, 2, YL_TAKES_VALUES, NULL, read_if_error },
  { "IFNA", 2, 2, YL_TAKES_VALUES, NULL, read_if_na },
  { "NOT", 1, 1, YL_TAKES_VALUES, call_not, NULL },
  { "NA", 0, 0, YL_TAKES_VALUES, call_na, NULL },
  { "ISBLANK", 1, 1, YL_TAKES_ERRORS, call_is_blank, NULL },
  { "ISNUMBER", 1, 1, YL_TAKES_ERRORS, call_is_number, NULL },
  { "ISTEXT", 1, 1, YL_TAKES_ERRORS, call_is_text, NULL },
  { "ISERROR", 1, 1, YL_TAKES_ERRORS, call_is_error, NULL },
  { NULL, 0, 0, 0, NULL, NULL },
};
