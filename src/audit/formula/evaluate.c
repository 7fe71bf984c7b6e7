#include "reading-private.h"

#include <string.h>

#define MAX_EXPONENT 1000

void
yl_reading_take (YlReading *reading)
{
  yl_formula_token_next (&reading->at, &reading->token);
}

void
yl_reading_break (YlReading *reading)
{
  reading->is_broken = TRUE;
  reading->at = "";
  reading->token = (YlFormulaToken){ .kind = YL_TOKEN_END };
}

gboolean
yl_reading_take_comma (YlReading *reading)
{
  if (reading->token.kind != YL_TOKEN_COMMA)
    return FALSE;
  yl_reading_take (reading);
  return TRUE;
}

/* The element of an array that is asked for; one row or column stands for all. */
static YlCellValue
read_element (const YlReading *reading, const YlArea *area)
{
  const guint32 row = area->row == area->last_row ? 0 : reading->element_row;
  const guint32 column = area->column == area->last_column ? 0 : reading->element_column;
  if (area->row + row > area->last_row || area->column + column > area->last_column)
    return yl_cell_value_of_error ("#N/A");
  return yl_recalculation_read (reading->book, area->sheet, area->row + row, area->column + column);
}

/* A rectangle where a value belongs means the cell beside the formula, or above or below it. */
static YlCellValue
read_beside (const YlReading *reading, const YlArea *area)
{
  if (area->column == area->last_column && reading->row >= area->row
      && reading->row <= area->last_row)
    return yl_recalculation_read (reading->book, area->sheet, reading->row, area->column);
  if (area->row == area->last_row && reading->column >= area->column
      && reading->column <= area->last_column)
    return yl_recalculation_read (reading->book, area->sheet, area->row, reading->column);
  return yl_cell_value_of_error ("#VALUE!");
}

YlCellValue
yl_reading_scalar (YlReading *reading, const YlOperand *operand)
{
  if (!operand->is_area)
    return operand->value;
  const YlArea *area = &operand->area;
  if (reading->is_skipping)
    {
      const YlArea clipped = yl_recalculation_clip (reading->book, *area);
      reading->n_rows = MAX (reading->n_rows, yl_area_get_n_rows (&clipped));
      reading->n_columns = MAX (reading->n_columns, yl_area_get_n_columns (&clipped));
      return (YlCellValue){ .kind = YL_VALUE_EMPTY };
    }
  if (area->row == area->last_row && area->column == area->last_column)
    return yl_recalculation_read (reading->book, area->sheet, area->row, area->column);
  return reading->is_array ? read_element (reading, area) : read_beside (reading, area);
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
compute_power (YlFixed base, YlFixed exponent)
{
  gint64 whole;
  YlFixed power;
  if (base.units == 0 && exponent.units <= 0)
    return yl_cell_value_of_error (exponent.units == 0 ? "#NUM!" : "#DIV/0!");
  if (!yl_fixed_to_whole (exponent, &whole) || ABS (whole) > MAX_EXPONENT
      || !raise_to (base, whole, &power))
    return yl_cell_value_unknown ();
  return yl_cell_value_of_number (power);
}

static YlCellValue
compute_number (char mark, YlFixed a, YlFixed b)
{
  YlFixed result;
  gboolean is_known;
  switch (mark)
    {
    case '+':
      is_known = yl_fixed_add (a, b, &result);
      break;
    case '-':
      is_known = yl_fixed_subtract (a, b, &result);
      break;
    case '*':
      is_known = yl_fixed_multiply (a, b, &result);
      break;
    case '/':
      if (b.units == 0)
        return yl_cell_value_of_error ("#DIV/0!");
      is_known = yl_fixed_divide (a, b, &result);
      break;
    default:
      return compute_power (a, b);
    }
  return is_known ? yl_cell_value_of_number (result) : yl_cell_value_unknown ();
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
  return yl_cell_value_of_text (yl_recalculation_keep (book, both, strlen (both)));
}

static YlCellValue
compute (YlRecalculation *book, YlText mark, YlCellValue a, YlCellValue b)
{
  if (a.kind == YL_VALUE_UNKNOWN || (a.kind == YL_VALUE_ERROR && b.kind != YL_VALUE_UNKNOWN))
    return a;
  if (yl_cell_value_is_wrong (&b))
    return b;
  if (*mark.at == '&')
    return join (book, &a, &b);
  if (strchr ("=<>", *mark.at) != NULL)
    return yl_cell_value_of_boolean (holds (mark, yl_cell_value_compare (&a, &b)));
  const YlCellValue x = yl_cell_value_to_number (a);
  const YlCellValue y = yl_cell_value_to_number (b);
  if (yl_cell_value_is_wrong (&x))
    return x;
  return yl_cell_value_is_wrong (&y) ? y : compute_number (*mark.at, x.number, y.number);
}

/* How strongly an operator between two operands binds; 0 when it is none. */
static guint
get_level (const YlFormulaToken *token)
{
  if (token->kind != YL_TOKEN_OPERATOR)
    return 0;
  switch (*token->text.at)
    {
    case '=':
    case '<':
    case '>':
      return 1;
    case '&':
      return 2;
    case '+':
    case '-':
      return 3;
    case '*':
    case '/':
      return 4;
    case '^':
      return 5;
    default:
      return 0;
    }
}

static YlOperand
read_place (YlReading *reading)
{
  const YlFormulaToken *token = &reading->token;
  YlOperand operand = { .is_area = TRUE };
  operand.area =
      (YlArea){ reading->sheet, token->row, token->last_row, token->column, token->last_column };
  if (token->is_external)
    operand = yl_operand_of (yl_cell_value_unknown ());
  else if (token->sheet.length > 0
           && !yl_recalculation_find_sheet (reading->book, token->sheet, &operand.area.sheet))
    operand = yl_operand_of (yl_cell_value_of_error ("#REF!"));
  yl_reading_take (reading);
  return operand;
}

static YlCellValue
read_text (YlReading *reading)
{
  const YlText text = reading->token.text;
  if (text.length == 0 || memchr (text.at, '"', text.length) == NULL)
    return yl_cell_value_of_text (yl_recalculation_keep (reading->book, text.at, text.length));
  g_autofree char *inside = g_malloc (text.length + 1);
  gsize n = 0;
  for (gsize i = 0; i < text.length; i++)
    {
      inside[n++] = text.at[i];
      i += text.at[i] == '"'; /* the second of two */
    }
  return yl_cell_value_of_text (yl_recalculation_keep (reading->book, inside, n));
}

static YlOperand
read_formula (YlReading *reading)
{
  yl_reading_take (reading);
  const YlOperand operand = yl_reading_expression (reading, 0);
  if (reading->token.kind != YL_TOKEN_END)
    yl_reading_break (reading);
  return reading->is_broken ? yl_operand_of (yl_cell_value_unknown ()) : operand;
}

static YlOperand
read_name (YlReading *reading)
{
  const YlFormulaToken token = reading->token;
  yl_reading_take (reading);
  if (token.is_external || memchr (token.text.at, '[', token.text.length) != NULL)
    return yl_operand_of (yl_cell_value_unknown ());
  const char *meaning = yl_recalculation_find_name (reading->book, token.text);
  if (meaning == NULL)
    return yl_operand_of (yl_cell_value_of_error ("#NAME?"));
  YlReading inner = *reading;
  inner.at = yl_formula_start (meaning);
  const YlOperand operand = read_formula (&inner);
  reading->n_rows = inner.n_rows;
  reading->n_columns = inner.n_columns;
  return operand;
}

/* In brackets; several references in them are a union, which we do not compute. */
static YlOperand
read_brackets (YlReading *reading)
{
  yl_reading_take (reading);
  YlOperand operand = yl_reading_expression (reading, 0);
  while (yl_reading_take_comma (reading))
    {
      yl_reading_expression (reading, 0);
      operand = yl_operand_of (yl_cell_value_unknown ());
    }
  if (reading->token.kind != YL_TOKEN_CLOSE)
    yl_reading_break (reading);
  yl_reading_take (reading);
  return operand;
}

static YlOperand
read_braces (YlReading *reading)
{
  while (reading->token.kind != YL_TOKEN_BRACE_CLOSE && reading->token.kind != YL_TOKEN_END)
    yl_reading_take (reading);
  yl_reading_take (reading);
  return yl_operand_of (yl_cell_value_unknown ());
}

static YlCellValue
read_literal (const YlReading *reading)
{
  const YlFormulaToken *token = &reading->token;
  YlFixed number;
  if (token->kind == YL_TOKEN_BOOLEAN)
    return yl_cell_value_of_boolean (token->is_true);
  if (token->kind == YL_TOKEN_NUMBER)
    return yl_fixed_parse (token->text, &number) ? yl_cell_value_of_number (number)
                                                 : yl_cell_value_unknown ();
  return yl_cell_value_of_error (
      yl_recalculation_keep (reading->book, token->text.at, token->text.length));
}

static YlOperand
read_operand (YlReading *reading)
{
  YlOperand operand = yl_operand_of (yl_cell_value_unknown ());
  switch (reading->token.kind)
    {
    case YL_TOKEN_REFERENCE:
      return read_place (reading);
    case YL_TOKEN_NAME:
      return read_name (reading);
    case YL_TOKEN_FUNCTION:
      return yl_reading_call (reading);
    case YL_TOKEN_OPEN:
      return read_brackets (reading);
    case YL_TOKEN_BRACE_OPEN:
      return read_braces (reading);
    case YL_TOKEN_TEXT:
      operand.value = read_text (reading);
      break;
    case YL_TOKEN_NUMBER:
    case YL_TOKEN_BOOLEAN:
    case YL_TOKEN_ERROR:
      operand.value = read_literal (reading);
      break;
    case YL_TOKEN_END:
    case YL_TOKEN_OPERATOR:
    case YL_TOKEN_CLOSE:
    case YL_TOKEN_COMMA:
    case YL_TOKEN_SEMICOLON:
    case YL_TOKEN_BRACE_CLOSE:
    case YL_TOKEN_BAD:
    default:
      yl_reading_break (reading);
    }
  yl_reading_take (reading);
  return operand;
}

static gboolean
is_mark (const YlReading *reading, const char *marks)
{
  return reading->token.kind == YL_TOKEN_OPERATOR
         && strchr (marks, *reading->token.text.at) != NULL;
}

/* An operand with its signs before it and its percents behind it. */
static YlOperand
read_signed (YlReading *reading)
{
  gboolean is_negative = FALSE;
  gboolean is_signed = FALSE;
  for (; is_mark (reading, "+-@"); yl_reading_take (reading))
    {
      is_signed = is_signed || *reading->token.text.at == '-';
      is_negative = is_negative != (*reading->token.text.at == '-');
    }
  YlOperand operand = read_operand (reading);
  for (; is_mark (reading, "%"); yl_reading_take (reading))
    operand = yl_operand_of (compute (reading->book, yl_text_of ("/"),
                                      yl_reading_scalar (reading, &operand),
                                      yl_cell_value_of_number (yl_fixed_of (100))));
  if (is_signed)
    operand = yl_operand_of (
        compute (reading->book, yl_text_of ("*"), yl_reading_scalar (reading, &operand),
                 yl_cell_value_of_number (yl_fixed_of (is_negative ? -1 : 1))));
  return operand;
}

YlOperand
yl_reading_expression (YlReading *reading, guint level)
{
  YlOperand left = yl_operand_of (yl_cell_value_unknown ());
  if (yl_recalculation_enter (reading->book))
    left = read_signed (reading);
  else
    yl_reading_break (reading);
  for (guint found = get_level (&reading->token); found > level;
       found = get_level (&reading->token))
    {
      const YlText mark = reading->token.text;
      yl_reading_take (reading);
      const YlOperand right = yl_reading_expression (reading, found);
      const YlCellValue a = yl_reading_scalar (reading, &left);
      const YlCellValue b = yl_reading_scalar (reading, &right);
      left = yl_operand_of (reading->is_skipping ? (YlCellValue){ .kind = YL_VALUE_EMPTY }
                                                 : compute (reading->book, mark, a, b));
    }
  yl_recalculation_leave (reading->book);
  return left;
}

YlOperand
yl_reading_argument (YlReading *reading)
{
  if (reading->token.kind == YL_TOKEN_COMMA || reading->token.kind == YL_TOKEN_CLOSE)
    return (YlOperand){ .is_missing = TRUE };
  return yl_reading_expression (reading, 0);
}

YlCellValue
yl_formula_evaluate (YlRecalculation *book,
                     const char *formula,
                     const YlArea *cell,
                     gboolean is_array)
{
  YlReading reading = { .book = book,
                        .at = yl_formula_start (formula),
                        .sheet = cell->sheet,
                        .row = cell->row,
                        .column = cell->column,
                        .is_array = is_array };
  const YlOperand operand = read_formula (&reading);
  return yl_reading_scalar (&reading, &operand);
}
