#include "evaluation-private.h"

#include "names-private.h"
#include "repeat-private.h"

#include <string.h>

#define MAX_EXPONENT 1000

/* What a word of a formula costs, and the name of a function beside. */
#define STEPS_OF_WORD 4u
#define STEPS_OF_CALL 4u
/* A number multiplied or divided by another. */
#define STEPS_OF_PRODUCT 4u

/* Every word is paid for: a formula that is read for each element of an array costs them all. */
static void
take (YlEvaluation *evaluation)
{
  const char *start = evaluation->at;
  yl_formula_token_next (&evaluation->at, &evaluation->token);
  if (!yl_effort_spend (evaluation->round->effort, STEPS_OF_WORD)
      || !yl_effort_spend_on_bytes (evaluation->round->effort, (guint64) (evaluation->at - start)))
    yl_evaluation_break (evaluation);
}

void
yl_evaluation_break (YlEvaluation *evaluation)
{
  evaluation->is_broken = TRUE;
  evaluation->at = "";
  evaluation->token = (YlFormulaToken){ .kind = YL_TOKEN_END };
}

gboolean
yl_evaluation_take_comma (YlEvaluation *evaluation)
{
  if (evaluation->token.kind != YL_TOKEN_COMMA)
    return FALSE;
  take (evaluation);
  return TRUE;
}

static YlOperand
operand_of (YlCellValue value)
{
  return (YlOperand){ .value = value };
}

static YlOperand read_expression (YlEvaluation *evaluation, guint level);

/* A rectangle where a value belongs means the cell beside the formula, or above or below it. */
static YlCellValue
read_beside (const YlEvaluation *evaluation, const YlArea *area)
{
  *evaluation->is_placed = TRUE;
  if (area->column == area->last_column && evaluation->row >= area->row
      && evaluation->row <= area->last_row)
    return yl_recalculation_read (evaluation->book, area->sheet, evaluation->row, area->column);
  if (area->row == area->last_row && evaluation->column >= area->column
      && evaluation->column <= area->last_column)
    return yl_recalculation_read (evaluation->book, area->sheet, area->row, evaluation->column);
  return yl_cell_value_of_error ("#VALUE!");
}

YlCellValue
yl_evaluation_scalar (YlEvaluation *evaluation, const YlOperand *operand)
{
  if (!operand->is_area)
    return operand->value;
  const YlArea *area = &operand->area;
  if (evaluation->is_skipping)
    {
      const YlArea clipped = yl_recalculation_clip (evaluation->book, *area);
      evaluation->shape = yl_size_join (evaluation->shape, yl_area_get_size (&clipped));
      return (YlCellValue){ .kind = YL_VALUE_EMPTY };
    }
  if (area->row == area->last_row && area->column == area->last_column)
    return yl_recalculation_read (evaluation->book, area->sheet, area->row, area->column);
  return evaluation->is_array ? yl_repeat_read (evaluation, area) : read_beside (evaluation, area);
}

/* Whole powers only: others have no exact value. */
static gboolean
raise_to (YlFixed base, gint64 exponent, YlFixed *out_power)
{
  YlFixed power = yl_fixed_of (1);
  for (gint64 i = exponent < 0 ? -exponent : exponent; i > 0; i--)
    if (!yl_fixed_multiply (power, base, &power))
      return FALSE;
  if (exponent < 0 && (power.units == 0 || !yl_fixed_divide (yl_fixed_of (1), power, &power)))
    return FALSE;
  *out_power = power;
  return TRUE;
}

static YlCellValue
compute_power (YlEffort *effort, YlFixed base, YlFixed exponent)
{
  gint64 whole = 0;
  YlFixed power;
  if (base.units == 0 && exponent.units <= 0)
    return yl_cell_value_of_error (exponent.units == 0 ? "#NUM!" : "#DIV/0!");
  if (!yl_fixed_to_whole (exponent, &whole) || ABS (whole) > MAX_EXPONENT
      || !yl_effort_spend (effort, STEPS_OF_PRODUCT * (guint64) ABS (whole))
      || !raise_to (base, whole, &power))
    return yl_cell_value_unknown ();
  return yl_cell_value_of_number (power);
}

/* A text is gone through by whatever takes it. */
static void
spend_on_text (YlRecalculation *book, const YlCellValue *value)
{
  if (value->kind == YL_VALUE_TEXT)
    yl_effort_spend_on_bytes (yl_recalculation_get_round (book)->effort, strlen (value->text));
}

static YlCellValue
compute_number (YlEffort *effort, char mark, YlFixed a, YlFixed b)
{
  YlFixed result = { 0 };
  if (mark == '^')
    return compute_power (effort, a, b);
  if (mark == '/' && b.units == 0)
    return yl_cell_value_of_error ("#DIV/0!");
  if (mark == '*' || mark == '/')
    yl_effort_spend (effort, STEPS_OF_PRODUCT);
  const gboolean is_known = mark == '+'   ? yl_fixed_add (a, b, &result)
                            : mark == '-' ? yl_fixed_subtract (a, b, &result)
                            : mark == '*' ? yl_fixed_multiply (a, b, &result)
                                          : yl_fixed_divide (a, b, &result);
  return yl_cell_value_of_known (is_known, result);
}

static gboolean
holds (YlText mark, int order)
{
  if (yl_text_is (mark, "<>"))
    return order != 0;
  return (order < 0 && mark.at[0] == '<') || (order > 0 && mark.at[0] == '>')
         || (order == 0 && memchr (mark.at, '=', mark.length) != NULL);
}

static YlCellValue
join (YlRecalculation *book, const YlCellValue *a, const YlCellValue *b)
{
  g_autofree char *both =
      g_strconcat (yl_recalculation_to_text (book, a), yl_recalculation_to_text (book, b), NULL);
  return yl_recalculation_keep_value (book, both, strlen (both));
}

static YlCellValue
compute (YlRecalculation *book, YlText mark, YlCellValue a, YlCellValue b)
{
  if (a.kind == YL_VALUE_UNKNOWN || (a.kind == YL_VALUE_ERROR && b.kind != YL_VALUE_UNKNOWN))
    return a;
  if (yl_cell_value_is_wrong (&b))
    return b;
  spend_on_text (book, &a);
  spend_on_text (book, &b);
  if (*mark.at == '&')
    return join (book, &a, &b);
  if (strchr ("=<>", *mark.at) != NULL)
    return yl_cell_value_of_boolean (holds (mark, yl_cell_value_compare (&a, &b)));
  const YlCellValue x = yl_cell_value_to_number (a);
  const YlCellValue y = yl_cell_value_to_number (b);
  if (yl_cell_value_is_wrong (&x))
    return x;
  return yl_cell_value_is_wrong (&y) ? y
                                     : compute_number (yl_recalculation_get_round (book)->effort,
                                                       *mark.at, x.number, y.number);
}

/* How strongly an operator between two operands binds; 0 when it is none. */
static guint
get_level (const YlFormulaToken *token)
{
  static const char *const levels[] = { "=<>", "&", "+-", "*/", "^" };
  if (token->kind != YL_TOKEN_OPERATOR)
    return 0;
  for (guint level = 0; level < G_N_ELEMENTS (levels); level++)
    if (strchr (levels[level], *token->text.at) != NULL)
      return level + 1;
  return 0;
}

static YlOperand
read_place (YlEvaluation *evaluation)
{
  const YlFormulaToken *token = &evaluation->token;
  YlOperand operand = { .is_area = TRUE };
  operand.area =
      (YlArea){ evaluation->sheet, token->row, token->last_row, token->column, token->last_column };
  *evaluation->is_placed = *evaluation->is_placed || token->sheet.length == 0;
  if (token->is_external)
    operand = operand_of (yl_cell_value_unknown ());
  else if (token->sheet.length > 0
           && !yl_recalculation_find_sheet (evaluation->book, token->sheet, &operand.area.sheet))
    operand = operand_of (yl_cell_value_of_error ("#REF!"));
  take (evaluation);
  return operand;
}

static YlOperand
read_text (YlEvaluation *evaluation)
{
  const YlText text = evaluation->token.text;
  take (evaluation);
  if (text.length == 0 || memchr (text.at, '"', text.length) == NULL)
    return operand_of (
        yl_cell_value_of_text (yl_recalculation_keep (evaluation->book, text.at, text.length)));
  g_autofree char *inside = g_malloc (text.length + 1);
  gsize n = 0;
  for (gsize i = 0; i < text.length; i++)
    {
      inside[n++] = text.at[i];
      i += text.at[i] == '"'; /* the second of two */
    }
  return operand_of (yl_cell_value_of_text (yl_recalculation_keep (evaluation->book, inside, n)));
}

static YlOperand
read_formula (YlEvaluation *evaluation)
{
  take (evaluation);
  const YlOperand operand = read_expression (evaluation, 0);
  if (evaluation->token.kind != YL_TOKEN_END)
    yl_evaluation_break (evaluation);
  return evaluation->is_broken ? operand_of (yl_cell_value_unknown ()) : operand;
}

static YlOperand
read_name (YlEvaluation *evaluation)
{
  const YlFormulaToken token = evaluation->token;
  take (evaluation);
  if (token.is_external || memchr (token.text.at, '[', token.text.length) != NULL)
    return operand_of (yl_cell_value_unknown ());
  YlNamed *named = yl_recalculation_find_name (evaluation->book, token.text);
  return named == NULL ? operand_of (yl_cell_value_of_error ("#NAME?"))
                       : yl_named_read (named, evaluation, read_formula);
}

/* In brackets; several references in them are a union, which we do not compute. */
static YlOperand
read_brackets (YlEvaluation *evaluation)
{
  take (evaluation);
  YlOperand operand = read_expression (evaluation, 0);
  while (yl_evaluation_take_comma (evaluation))
    {
      read_expression (evaluation, 0);
      operand = operand_of (yl_cell_value_unknown ());
    }
  if (evaluation->token.kind != YL_TOKEN_CLOSE)
    yl_evaluation_break (evaluation);
  take (evaluation);
  return operand;
}

static YlOperand
read_braces (YlEvaluation *evaluation)
{
  while (evaluation->token.kind != YL_TOKEN_BRACE_CLOSE && evaluation->token.kind != YL_TOKEN_END)
    take (evaluation);
  take (evaluation);
  return operand_of (yl_cell_value_unknown ());
}

static YlOperand
read_literal (YlEvaluation *evaluation)
{
  const YlFormulaToken token = evaluation->token;
  YlFixed number = { 0 };
  take (evaluation);
  if (token.kind == YL_TOKEN_BOOLEAN)
    return operand_of (yl_cell_value_of_boolean (token.is_true));
  if (token.kind == YL_TOKEN_NUMBER)
    return operand_of (yl_cell_value_of_known (yl_fixed_parse (token.text, &number), number));
  return operand_of (yl_cell_value_of_error (
      yl_recalculation_keep (evaluation->book, token.text.at, token.text.length)));
}

/* The arguments of a function that nobody knows. */
static YlOperand
pass_over (YlEvaluation *evaluation)
{
  const gboolean was_skipping = evaluation->is_skipping;
  evaluation->is_skipping = TRUE;
  do
    yl_evaluation_argument (evaluation);
  while (yl_evaluation_take_comma (evaluation));
  evaluation->is_skipping = was_skipping;
  return operand_of (yl_cell_value_unknown ());
}

/* (nullable) */
static const YlFunction *
find_function (YlText name)
{
  static const YlFunction *const tables[] = { yl_value_functions, yl_reading_functions,
                                              yl_area_functions, yl_criteria_functions };
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const YlFunction *it = tables[i]; it->name != NULL; it++)
      if (g_ascii_toupper (*name.at) == *it->name && strlen (it->name) == name.length
          && g_ascii_strncasecmp (it->name, name.at, name.length) == 0)
        return it;
  return NULL;
}

/* What the function takes its argument @i for. */
static char
get_taken (const YlFunction *function, guint i)
{
  const gsize n = strlen (function->takes);
  return function->takes[MIN (i, n - 1)];
}

/* (nullable): the first that is wrong, the unknown before errors; makes values of rectangles. */
static const YlCellValue *
settle_arguments (const YlCall *call)
{
  const YlCellValue *wrong = NULL;
  for (guint i = 0; i < call->n; i++)
    {
      YlOperand *argument = &call->arguments[i];
      const char taken = get_taken (call->function, i);
      if (argument->is_area && (taken == 'a' || taken == 'r'))
        continue;
      argument->value = yl_evaluation_scalar (call->evaluation, argument);
      argument->is_area = FALSE;
      if (taken != 'r' && taken != 'w' && yl_cell_value_is_wrong (&argument->value)
          && (wrong == NULL || argument->value.kind == YL_VALUE_UNKNOWN))
        wrong = &argument->value;
    }
  return wrong;
}

/* A whole number of characters, @least or more. */
static YlCellValue
to_count (YlCellValue value, gint64 least)
{
  const YlCellValue number = yl_cell_value_to_number (value);
  if (yl_cell_value_is_wrong (&number))
    return number;
  const YlFixed count = yl_fixed_cut (yl_fixed_settle (number.number), 0);
  if (number.number.units < 0 || yl_fixed_compare (count, yl_fixed_of (least)) < 0)
    return yl_cell_value_of_error ("#VALUE!");
  return yl_cell_value_of_number (count);
}

static YlCellValue
take_for (YlRecalculation *book, YlCellValue value, char taken)
{
  switch (taken)
    {
    case 'n':
      return yl_cell_value_to_number (value);
    case 'l':
      return yl_cell_value_to_truth (value);
    case 't':
      return yl_cell_value_of_text (yl_recalculation_to_text (book, &value));
    case 'c':
    case 'p':
      return to_count (value, taken == 'p' ? 1 : 0);
    default:
      return value;
    }
}

/* (nullable): the first that cannot be what the function takes it for. */
static const YlCellValue *
convert_arguments (const YlCall *call)
{
  for (guint i = 0; i < call->n; i++)
    {
      YlCellValue *value = &call->arguments[i].value;
      const char taken = get_taken (call->function, i);
      *value = take_for (call->evaluation->book, *value, taken);
      spend_on_text (call->evaluation->book, value);
      if (taken != 'r' && taken != 'w' && yl_cell_value_is_wrong (value))
        return value;
    }
  return NULL;
}

#define MAX_ARGUMENTS 33

static YlOperand
call_with_arguments (YlEvaluation *evaluation, const YlFunction *function)
{
  YlOperand arguments[MAX_ARGUMENTS];
  YlCall call = { evaluation, function, arguments, 0 };
  if (evaluation->token.kind != YL_TOKEN_CLOSE)
    do
      arguments[call.n++] = yl_evaluation_argument (evaluation);
    while (call.n < function->max && yl_evaluation_take_comma (evaluation));
  if (call.n < function->min || evaluation->token.kind != YL_TOKEN_CLOSE)
    {
      yl_evaluation_break (evaluation);
      return operand_of (yl_cell_value_unknown ());
    }
  const YlCellValue *wrong = settle_arguments (&call);
  if (evaluation->is_skipping)
    return (YlOperand){ .is_missing = FALSE };
  wrong = wrong != NULL ? wrong : convert_arguments (&call);
  if (wrong != NULL)
    return operand_of (*wrong);
  return function->refer != NULL ? function->refer (&call) : operand_of (function->call (&call));
}

/* A call: the next word is the function. */
static YlOperand
read_call (YlEvaluation *evaluation)
{
  const YlFunction *function = find_function (evaluation->token.text);
  yl_effort_spend (evaluation->round->effort, STEPS_OF_CALL);
  take (evaluation);
  take (evaluation); /* the bracket, which made it a function */
  YlOperand result;
  if (function == NULL)
    result = pass_over (evaluation);
  else if (function->read != NULL)
    result = function->read (evaluation, function);
  else
    result = call_with_arguments (evaluation, function);
  if (evaluation->token.kind != YL_TOKEN_CLOSE)
    yl_evaluation_break (evaluation);
  take (evaluation);
  return result;
}

static YlOperand
read_operand (YlEvaluation *evaluation)
{
  static YlOperand (*const readers[]) (YlEvaluation * evaluation) = {
    [YL_TOKEN_NUMBER] = read_literal,  [YL_TOKEN_TEXT] = read_text,
    [YL_TOKEN_BOOLEAN] = read_literal, [YL_TOKEN_NAME] = read_name,
    [YL_TOKEN_FUNCTION] = read_call,   [YL_TOKEN_REFERENCE] = read_place,
    [YL_TOKEN_OPEN] = read_brackets,   [YL_TOKEN_BRACE_OPEN] = read_braces,
    [YL_TOKEN_ERROR] = read_literal,   [YL_TOKEN_BAD] = NULL,
  };
  if (readers[evaluation->token.kind] != NULL)
    return readers[evaluation->token.kind](evaluation);
  yl_evaluation_break (evaluation);
  return operand_of (yl_cell_value_unknown ());
}

static gboolean
is_mark (const YlEvaluation *evaluation, const char *marks)
{
  return evaluation->token.kind == YL_TOKEN_OPERATOR
         && strchr (marks, *evaluation->token.text.at) != NULL;
}

/* An operand with its signs before it and its percents behind it. */
static YlOperand
read_signed (YlEvaluation *evaluation)
{
  gboolean is_negative = FALSE;
  gboolean is_signed = FALSE;
  for (; is_mark (evaluation, "+-@"); take (evaluation))
    {
      is_signed = is_signed || *evaluation->token.text.at == '-';
      is_negative = is_negative != (*evaluation->token.text.at == '-');
    }
  YlOperand operand = read_operand (evaluation);
  for (; is_mark (evaluation, "%"); take (evaluation))
    operand = operand_of (compute (evaluation->book, yl_text_of ("/"),
                                   yl_evaluation_scalar (evaluation, &operand),
                                   yl_cell_value_of_whole (100)));
  if (is_signed)
    operand = operand_of (compute (evaluation->book, yl_text_of ("*"),
                                   yl_evaluation_scalar (evaluation, &operand),
                                   yl_cell_value_of_whole (is_negative ? -1 : 1)));
  return operand;
}

/* Operands of operators of @level or above; 0 for a whole expression. */
static YlOperand
read_expression (YlEvaluation *evaluation, guint level)
{
  YlOperand left = operand_of (yl_cell_value_unknown ());
  if (yl_recalculation_enter (evaluation->book))
    left = read_signed (evaluation);
  else
    yl_evaluation_break (evaluation);
  for (guint found = get_level (&evaluation->token); found > level;
       found = get_level (&evaluation->token))
    {
      const YlText mark = evaluation->token.text;
      take (evaluation);
      const YlOperand right = read_expression (evaluation, found);
      const YlCellValue a = yl_evaluation_scalar (evaluation, &left);
      const YlCellValue b = yl_evaluation_scalar (evaluation, &right);
      left = operand_of (evaluation->is_skipping ? (YlCellValue){ .kind = YL_VALUE_EMPTY }
                                                 : compute (evaluation->book, mark, a, b));
    }
  yl_recalculation_leave (evaluation->book);
  return left;
}

YlOperand
yl_evaluation_argument (YlEvaluation *evaluation)
{
  if (evaluation->token.kind == YL_TOKEN_COMMA || evaluation->token.kind == YL_TOKEN_CLOSE)
    return (YlOperand){ .is_missing = TRUE };
  return read_expression (evaluation, 0);
}

static YlCellValue
evaluate (YlRecalculation *book, const char *formula, const YlArea *cell, gboolean is_array)
{
  gboolean is_placed = TRUE;
  YlEvaluation evaluation = { .book = book,
                              .round = yl_recalculation_get_round (book),
                              .is_placed = &is_placed,
                              .at = yl_formula_start (formula),
                              .sheet = cell->sheet,
                              .row = cell->row,
                              .column = cell->column,
                              .is_array = is_array };
  const YlOperand operand = read_formula (&evaluation);
  return yl_evaluation_scalar (&evaluation, &operand);
}

const YlEvaluate yl_evaluate = evaluate;
