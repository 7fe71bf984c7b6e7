#include "yanglu/audit/formula/compare.h"

#include "yanglu/base/fixed.h"

#include <string.h>

/* Whether two numbers as written are one: 1.50, 1.5 and 15E-1. What is behind the 15th
 * decimal moves no fen. */
static gboolean
is_same_number (YlText a, YlText b)
{
  YlFixed x;
  YlFixed y;
  return yl_text_equal (a, b)
         || (yl_fixed_parse (a, &x) && yl_fixed_parse (b, &y) && yl_fixed_compare (x, y) == 0);
}

static gboolean
is_same_word (YlText a, YlText b)
{
  return a.length == b.length && (a.length == 0 || g_ascii_strncasecmp (a.at, b.at, a.length) == 0);
}

/* A sheet's name in quotes doubles its own quotes: 'O''Neil'!A1. */
static gboolean
is_same_but_for_quotes (YlText a, YlText b)
{
  const char *x = a.at;
  const char *y = b.at;
  const char *x_end = a.at + a.length;
  const char *y_end = b.at + b.length;
  if (a.length == 0 || b.length == 0 || memchr (x, '\'', a.length) == NULL)
    return FALSE;
  for (; x < x_end && y < y_end; x++, y++)
    {
      if (g_ascii_tolower (*x) != g_ascii_tolower (*y))
        return FALSE;
      x += *x == '\'' && x + 1 < x_end && x[1] == '\'';
      y += *y == '\'' && y + 1 < y_end && y[1] == '\'';
    }
  return x == x_end && y == y_end;
}

/* The sheets of two tokens; without one, a reference means the sheet that its formula stands in. */
static gboolean
is_same_sheet (const YlFormulaToken *a, const YlFormulaToken *b)
{
  if (a->is_external != b->is_external)
    return FALSE;
  return is_same_word (a->sheet, b->sheet) || is_same_but_for_quotes (a->sheet, b->sheet);
}

static gboolean
is_same_place (const YlFormulaToken *a, const YlFormulaToken *b)
{
  return a->row == b->row && a->last_row == b->last_row && a->column == b->column
         && a->last_column == b->last_column && is_same_sheet (a, b);
}

static gboolean
is_same_token (const YlFormulaToken *a, const YlFormulaToken *b)
{
  if (a->kind != b->kind)
    return FALSE;
  switch (a->kind)
    {
    case YL_TOKEN_NUMBER:
      return is_same_number (a->text, b->text);
    case YL_TOKEN_BOOLEAN:
      return a->is_true == b->is_true;
    case YL_TOKEN_REFERENCE:
      return is_same_place (a, b);
    case YL_TOKEN_NAME:
      return is_same_sheet (a, b) && is_same_word (a->text, b->text);
    case YL_TOKEN_FUNCTION:
    case YL_TOKEN_ERROR:
      return is_same_word (a->text, b->text);
    case YL_TOKEN_TEXT:
    case YL_TOKEN_OPERATOR:
    case YL_TOKEN_BAD:
      return yl_text_equal (a->text, b->text);
    case YL_TOKEN_END:
    case YL_TOKEN_OPEN:
    case YL_TOKEN_CLOSE:
    case YL_TOKEN_COMMA:
    case YL_TOKEN_SEMICOLON:
    case YL_TOKEN_BRACE_OPEN:
    case YL_TOKEN_BRACE_CLOSE:
    default:
      return TRUE;
    }
}

static void
fill_sheet (YlFormulaToken *token, const char *own_sheet)
{
  if (token->kind == YL_TOKEN_REFERENCE && token->sheet.length == 0)
    token->sheet = yl_text_of (own_sheet);
}

gboolean
yl_formula_equal (const char *found,
                  const char *found_sheet,
                  const char *expected,
                  const char *expected_sheet,
                  YlFormulaMap map,
                  gpointer data)
{
  if (map == NULL && strcmp (found, expected) == 0 && strcmp (found_sheet, expected_sheet) == 0)
    return TRUE;
  const char *a = yl_formula_start (found);
  const char *b = yl_formula_start (expected);
  YlFormulaToken x;
  YlFormulaToken y;
  gboolean is_more;
  do
    {
      is_more = yl_formula_token_next (&a, &x);
      yl_formula_token_next (&b, &y);
      fill_sheet (&x, found_sheet);
      fill_sheet (&y, expected_sheet);
      if (map != NULL && x.kind == YL_TOKEN_REFERENCE && !x.is_external && !map (data, &x))
        return FALSE;
      if (!is_same_token (&x, &y))
        return FALSE;
    }
  while (is_more);
  return TRUE;
}
