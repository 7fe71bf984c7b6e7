#include "reading-private.h"

#include <string.h>

static const YlFunction *
find_in (const YlFunction *functions, YlText name)
{
  for (; functions->name != NULL; functions++)
    if (g_ascii_toupper (*name.at) == *functions->name && strlen (functions->name) == name.length
        && g_ascii_strncasecmp (functions->name, name.at, name.length) == 0)
      return functions;
  return NULL;
}

/* (nullable) */
static const YlFunction *
find (YlText name)
{
  const YlFunction *const tables[] = { yl_number_functions, yl_logic_functions,
                                       yl_lookup_functions, yl_fold_functions,
                                       yl_text_functions,   yl_criteria_functions,
                                       yl_area_functions };
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const YlFunction *function = find_in (tables[i], name);
      if (function != NULL)
        return function;
    }
  return NULL;
}

/* The arguments of a function that nobody knows. */
static YlOperand
pass_over (YlReading *reading)
{
  const gboolean was_skipping = reading->is_skipping;
  reading->is_skipping = TRUE;
  do
    yl_reading_argument (reading);
  while (yl_reading_take_comma (reading));
  reading->is_skipping = was_skipping;
  return yl_operand_of (yl_cell_value_unknown ());
}

/* (nullable): the first that is wrong, the unknown before errors; makes values of rectangles. */
static const YlCellValue *
settle_arguments (YlReading *reading, const YlFunction *function, YlOperand *arguments, guint n)
{
  const YlCellValue *wrong = NULL;
  for (guint i = 0; i < n; i++)
    {
      if (arguments[i].is_area && (function->takes & YL_TAKES_AREAS) != 0)
        continue;
      arguments[i].value = yl_reading_scalar (reading, &arguments[i]);
      arguments[i].is_area = FALSE;
      if (yl_cell_value_is_wrong (&arguments[i].value)
          && (wrong == NULL || arguments[i].value.kind == YL_VALUE_UNKNOWN))
        wrong = &arguments[i].value;
    }
  return (function->takes & YL_TAKES_ERRORS) != 0 ? NULL : wrong;
}

static YlOperand
call_with_arguments (YlReading *reading, const YlFunction *function)
{
  YlOperand arguments[YL_MAX_ARGUMENTS];
  guint n = 0;
  if (reading->token.kind != YL_TOKEN_CLOSE)
    do
      arguments[n++] = yl_reading_argument (reading);
    while (n < function->max && yl_reading_take_comma (reading));
  if (n < function->min || reading->token.kind != YL_TOKEN_CLOSE)
    {
      yl_reading_break (reading);
      return yl_operand_of (yl_cell_value_unknown ());
    }
  const YlCellValue *wrong = settle_arguments (reading, function, arguments, n);
  if (reading->is_skipping)
    return (YlOperand){ .is_missing = FALSE };
  return wrong != NULL ? yl_operand_of (*wrong) : function->call (reading, arguments, n);
}

YlOperand
yl_reading_call (YlReading *reading)
{
  const YlFunction *function = find (reading->token.text);
  yl_reading_take (reading);
  yl_reading_take (reading); /* the bracket, which made it a function */
  YlOperand result;
  if (function == NULL)
    result = pass_over (reading);
  else if (function->read != NULL)
    result = function->read (reading);
  else
    result = call_with_arguments (reading, function);
  if (reading->token.kind != YL_TOKEN_CLOSE)
    yl_reading_break (reading);
  yl_reading_take (reading);
  return result;
}
