#include "evaluation-private.h"

#define MAX_DECIMALS 100

static YlOperand
give (gboolean is_known, YlFixed number)
{
  return yl_operand_of (is_known ? yl_cell_value_of_number (number) : yl_cell_value_unknown ());
}

/* The first @n arguments as numbers; FALSE and what is wrong when one is none. */
static gboolean
read_numbers (const YlOperand *arguments, guint n, YlFixed *out_numbers, YlOperand *out_wrong)
{
  for (guint i = 0; i < n; i++)
    {
      const YlCellValue value = yl_cell_value_to_number (arguments[i].value);
      if (yl_cell_value_is_wrong (&value))
        {
          *out_wrong = yl_operand_of (value);
          return FALSE;
        }
      out_numbers[i] = value.number;
    }
  return TRUE;
}

static gint
to_decimals (YlFixed number)
{
  gint64 whole = 0;
  const gboolean is_small = yl_fixed_to_whole (yl_fixed_cut (number, 0), &whole);
  if (!is_small)
    whole = number.units < 0 ? -MAX_DECIMALS : MAX_DECIMALS;
  return (gint) CLAMP (whole, -MAX_DECIMALS, MAX_DECIMALS);
}

typedef gboolean (*Rounding) (YlFixed number, gint decimals, YlFixed *out_rounded);

static gboolean
round_down (YlFixed number, gint decimals, YlFixed *out_rounded)
{
  *out_rounded = yl_fixed_cut (number, decimals);
  return TRUE;
}

static gboolean
round_up (YlFixed number, gint decimals, YlFixed *out_rounded)
{
  const YlFixed cut = yl_fixed_cut (number, decimals);
  YlFixed whole = yl_fixed_of (number.units < 0 ? -1 : 1);
  if (cut.units == number.units || decimals > YL_FIXED_DECIMALS)
    return round_down (number, decimals, out_rounded);
  for (gint i = decimals; i < 0; i++)
    if (!yl_fixed_multiply (whole, yl_fixed_of (10), &whole))
      return FALSE;
  for (gint i = 0; i < decimals; i++)
    whole.units /= 10;
  return yl_fixed_add (cut, whole, out_rounded);
}

static YlOperand
round_by (const YlOperand *arguments, guint n, Rounding rounding)
{
  YlFixed numbers[2] = { { 0 }, { 0 } };
  YlOperand wrong;
  if (!read_numbers (arguments, n, numbers, &wrong))
    return wrong;
  YlFixed rounded;
  const gboolean is_known =
      rounding (yl_fixed_settle (numbers[0]), to_decimals (numbers[1]), &rounded);
  return give (is_known, rounded);
}

static YlOperand
call_round (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) evaluation;
  return round_by (arguments, n, yl_fixed_round);
}

static YlOperand
call_round_up (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) evaluation;
  return round_by (arguments, n, round_up);
}

static YlOperand
call_round_down (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) evaluation;
  return round_by (arguments, n, round_down);
}

/* The whole number at or below. */
static YlFixed
floor_of (YlFixed number)
{
  const YlFixed settled = yl_fixed_settle (number);
  YlFixed whole = yl_fixed_cut (settled, 0);
  if (settled.units < whole.units)
    whole.units -= YL_FIXED_UNITS;
  return whole;
}

static YlOperand
call_int (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) evaluation;
  YlFixed number;
  YlOperand wrong;
  if (!read_numbers (arguments, n, &number, &wrong))
    return wrong;
  return give (TRUE, floor_of (number));
}

static YlOperand
call_abs (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) evaluation;
  YlFixed number;
  YlOperand wrong;
  if (!read_numbers (arguments, n, &number, &wrong))
    return wrong;
  return give (TRUE, number.units < 0 ? (YlFixed){ -number.units } : number);
}

static YlOperand
call_sign (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) evaluation;
  YlFixed number;
  YlOperand wrong;
  if (!read_numbers (arguments, n, &number, &wrong))
    return wrong;
  return give (TRUE, yl_fixed_of ((number.units > 0) - (number.units < 0)));
}

/* What is left has the sign of the divisor. */
static YlOperand
call_mod (YlEvaluation *evaluation, YlOperand *arguments, guint n)
{
  (void) evaluation;
  YlFixed numbers[2];
  YlFixed times;
  YlFixed whole;
  YlFixed rest;
  YlOperand wrong;
  if (!read_numbers (arguments, n, numbers, &wrong))
    return wrong;
  if (numbers[1].units == 0)
    return yl_operand_of (yl_cell_value_of_error ("#DIV/0!"));
  const gboolean is_known = yl_fixed_divide (numbers[0], numbers[1], &times)
                            && yl_fixed_multiply (floor_of (times), numbers[1], &whole)
                            && yl_fixed_subtract (numbers[0], whole, &rest);
  return give (is_known, rest);
}

const YlFunction yl_number_functions[] = {
  { "ROUND", 2, 2, YL_TAKES_VALUES, call_round, NULL },
  { "INT", 1, 1, YL_TAKES_VALUES, call_int, NULL },
  { "ABS", 1, 1, YL_TAKES_VALUES, call_abs, NULL },
  { "ROUNDUP", 2, 2, YL_TAKES_VALUES, call_round_up, NULL },
  { "ROUNDDOWN", 2, 2, YL_TAKES_VALUES, call_round_down, NULL },
  { "TRUNC", 1, 2, YL_TAKES_VALUES, call_round_down, NULL },
  { "MOD", 2, 2, YL_TAKES_VALUES, call_mod, NULL },
  { "SIGN", 1, 1, YL_TAKES_VALUES, call_sign, NULL },
  { NULL, 0, 0, 0, NULL, NULL },
};
