#include "yanglu/audit/formula/token.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

static const char *
skip_blanks (const char *at)
{
  while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'
         || ((guchar) at[0] == 0xC2 && (guchar) at[1] == 0xA0))
    at += (guchar) *at == 0xC2 ? 2 : 1;
  return at;
}

const char *
yl_formula_start (const char *formula)
{
  const char *at = skip_blanks (formula);
  if (g_str_has_prefix (at, "of:"))
    at += 3;
  return *at == '=' ? at + 1 : at;
}

char *
yl_formula_to_text (const char *formula, guint n_most)
{
  const char *start = yl_formula_start (formula);
  const glong n = g_utf8_strlen (start, -1);
  g_autofree char *head = g_utf8_substring (start, 0, MIN (n, (glong) n_most));
  return g_strdup_printf ("=%s%s", head, n > (glong) n_most ? "…" : "");
}

/* Bytes of the character at @at, 0 when it is no whole character. */
static gsize
count_bytes (const char *at)
{
  if ((guchar) *at < 0x80)
    return 1;
  const gunichar character = g_utf8_get_char_validated (at, -1);
  return character == (gunichar) -1 || character == (gunichar) -2
             ? 0
             : (gsize) (g_utf8_next_char (at) - at);
}

/* Blanks, full stops and brackets of full width are no part of a name. */
static gboolean
is_wide_mark (const char *at)
{
  const guchar *byte = (const guchar *) at;
  if (byte[0] == 0xE3 && byte[1] == 0x80)
    return byte[2] <= 0x82;
  if (byte[0] != 0xEF || byte[1] != 0xBC)
    return byte[0] == 0xC2 && byte[1] == 0xA0;
  return byte[2] <= 0x8F || (byte[2] >= 0x9A && byte[2] <= 0xA0);
}

/* Bytes of the character of a name at @at; 0 when it is none. */
static gsize
count_word_bytes (const char *at)
{
  if (g_ascii_isalnum (*at) || *at == '_' || *at == '.' || *at == '\\' || *at == '?')
    return 1;
  return (guchar) *at < 0x80 || is_wide_mark (at) ? 0 : count_bytes (at);
}

static const char *
skip_word (const char *at)
{
  for (gsize n = count_word_bytes (at); n > 0; n = count_word_bytes (at))
    at += n;
  return at;
}

/* (nullable): behind a quoted text, @quote doubled inside it; NULL when it has no end. */
static const char *
skip_quoted (const char *at)
{
  const char quote = *at++;
  for (const char *end = strchr (at, quote); end != NULL; end = strchr (end + 2, quote))
    if (end[1] != quote)
      return end + 1;
  return NULL;
}

/* What follows a corner must not make a longer word of it: LOG10(, A1_旧, A1!B2. */
static gboolean
ends_corner (const char *at)
{
  return *at != '(' && *at != '!' && *at != '$' && *at != '[' && count_word_bytes (at) == 0;
}

/* (nullable): behind a cell, a whole column or a whole row. */
static const char *
read_corner (const char *at, gboolean has_column, gboolean has_row, YlCorner *out_corner)
{
  const char *end = at;
  *out_corner = (YlCorner){ 0 };
  if (has_column)
    end = yl_corner_read_column (end, out_corner);
  if (has_row && end != NULL)
    end = yl_corner_read_row (end, out_corner);
  return end != NULL && ends_corner (end) ? end : NULL;
}

static void
set_corners (YlFormulaToken *token, YlCorner a, YlCorner b)
{
  token->kind = YL_TOKEN_REFERENCE;
  token->row = MIN (a.row, b.row);
  token->last_row = MAX (a.row, b.row);
  token->column = MIN (a.column, b.column);
  token->last_column = MAX (a.column, b.column);
  token->is_row_fixed = a.is_row_fixed || b.is_row_fixed;
  token->is_column_fixed = a.is_column_fixed || b.is_column_fixed;
}

/* The second corner may name the sheet again: 表!A1:表!B2. */
static const char *
skip_same_sheet (const char *at, const YlFormulaToken *token)
{
  const gboolean is_quoted = *at == '\'';
  const char *sheet = at + (is_quoted ? 1 : 0);
  const gsize length = token->sheet.length;
  if (length == 0 || strncmp (sheet, token->sheet.at, length) != 0)
    return at;
  const char *end = sheet + length;
  if (is_quoted && *end++ != '\'')
    return at;
  return *end == '!' ? end + 1 : at;
}

/* (nullable): behind the cell, rectangle, columns or rows at @at. */
static const char *
read_reference (const char *at, YlFormulaToken *token)
{
  YlCorner first;
  YlCorner last;
  const char *end = read_corner (at, TRUE, TRUE, &first);
  if (end != NULL)
    {
      const char *more =
          *end == ':' ? read_corner (skip_same_sheet (end + 1, token), TRUE, TRUE, &last) : NULL;
      token->is_range = more != NULL;
      set_corners (token, first, more != NULL ? last : first);
      return more != NULL ? more : end;
    }
  end = read_corner (at, TRUE, FALSE, &first);
  if (end != NULL && *end == ':')
    {
      end = read_corner (skip_same_sheet (end + 1, token), TRUE, FALSE, &last);
      first.row = 1;
      last.row = YL_SHEET_MAX_ROWS;
    }
  else if ((end = read_corner (at, FALSE, TRUE, &first)) != NULL && *end == ':')
    {
      end = read_corner (skip_same_sheet (end + 1, token), FALSE, TRUE, &last);
      first.column = 0;
      last.column = YL_SHEET_MAX_COLUMNS - 1;
    }
  else
    return NULL;
  if (end == NULL)
    return NULL;
  token->is_range = TRUE;
  set_corners (token, first, last);
  return end;
}

/* (nullable): behind #REF!, #N/A and their like. */
static const char *
skip_error (const char *at)
{
  static const char *const errors[] = { "#REF!",  "#N/A",   "#VALUE!", "#DIV/0!",
                                        "#NAME?", "#NULL!", "#NUM!",   "#GETTING_DATA" };
  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    if (g_ascii_strncasecmp (at, errors[i], strlen (errors[i])) == 0)
      return at + strlen (errors[i]);
  return NULL;
}

static const char *
read_error (const char *at, YlFormulaToken *token)
{
  const char *end = skip_error (at);
  if (end == NULL)
    return NULL;
  token->kind = YL_TOKEN_ERROR;
  token->text = (YlText){ at, (gsize) (end - at) };
  YlFormulaToken lost = { 0 }; /* of a sheet that is gone: #REF!A1 */
  const char *more = end[-1] == '!' ? read_reference (end, &lost) : NULL;
  return more != NULL ? more : end;
}

/* (nullable): behind the column of a table: 表1[里程]. */
static const char *
skip_table_column (const char *at)
{
  guint depth = 0;
  for (; *at != '\0'; at++)
    {
      if (*at == '[')
        depth++;
      else if (*at == ']' && --depth == 0)
        return at + 1;
    }
  return NULL;
}

static YlText
strip_prefix (YlText name)
{
  static const char *const prefixes[] = { "_xlfn.", "_xlws.", "_xludf.", "_xll." };
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      const gsize length = strlen (prefixes[i]);
      if (name.length > length && g_ascii_strncasecmp (name.at, prefixes[i], length) == 0)
        {
          name.at += length;
          name.length -= length;
        }
    }
  return name;
}

static gboolean
is_word (YlText text, const char *word)
{
  return text.length == strlen (word) && g_ascii_strncasecmp (text.at, word, text.length) == 0;
}

/* A name, a function or a boolean: @end is behind its letters. */
static const char *
take_word (const char *at, const char *end, YlFormulaToken *token)
{
  token->text = (YlText){ at, (gsize) (end - at) };
  const char *next = skip_blanks (end);
  token->is_true = is_word (token->text, "TRUE");
  if (token->sheet.length == 0 && (token->is_true || is_word (token->text, "FALSE")))
    {
      token->kind = YL_TOKEN_BOOLEAN;
      const char *close = *next == '(' ? skip_blanks (next + 1) : "";
      return *close == ')' ? close + 1 : end;
    }
  token->is_true = FALSE;
  token->kind = *next == '(' ? YL_TOKEN_FUNCTION : YL_TOKEN_NAME;
  if (token->kind == YL_TOKEN_FUNCTION)
    token->text = strip_prefix (token->text);
  const char *column = *end == '[' ? skip_table_column (end) : NULL;
  if (column == NULL)
    return end;
  token->text.length = (gsize) (column - at);
  return column;
}

/* (nullable): behind what a sheet is asked for: a reference, a name or a lost reference. */
static const char *
read_behind_sheet (const char *at, YlFormulaToken *token)
{
  const char *end = read_reference (at, token);
  if (end == NULL)
    end = read_error (at, token);
  if (end != NULL || g_ascii_isdigit (*at))
    return end;
  end = skip_word (at);
  return end > at ? take_word (at, end, token) : NULL;
}

/* (nullable): behind a sheet's name and its !, in quotes or without, of this workbook or not. */
static const char *
read_sheet (const char *at, YlFormulaToken *token)
{
  const char *end;
  if (*at == '\'')
    {
      end = skip_quoted (at);
      if (end == NULL || *end != '!' || end == at + 2)
        return NULL;
      token->sheet = (YlText){ at + 1, (gsize) (end - at) - 2 };
    }
  else
    {
      const char *book = *at == '[' ? skip_table_column (at) : at;
      end = book == NULL ? NULL : skip_word (book);
      if (end == NULL || end == at || *end != '!')
        return NULL;
      token->sheet = (YlText){ at, (gsize) (end - at) };
    }
  token->is_external = memchr (token->sheet.at, '[', token->sheet.length) != NULL;
  return end + 1;
}

/* (nullable): behind a number: digits, point, exponent. */
static const char *
read_number (const char *at, YlFormulaToken *token)
{
  const char *end = at;
  guint n_digits = 0;
  for (; g_ascii_isdigit (*end) || (*end == '.' && memchr (at, '.', (gsize) (end - at)) == NULL);
       end++)
    n_digits += *end != '.';
  if (n_digits == 0)
    return NULL;
  if (*end == 'E' || *end == 'e')
    {
      const char *exponent = end + (end[1] == '+' || end[1] == '-' ? 2 : 1);
      for (; g_ascii_isdigit (*exponent); exponent++)
        end = exponent + 1;
    }
  token->kind = YL_TOKEN_NUMBER;
  token->text = (YlText){ at, (gsize) (end - at) };
  return end;
}

static const char *
read_mark (const char *at, YlFormulaToken *token)
{
  static const char marks[] = "+-*/^&%=<>:@(),;{}";
  static const guint8 kinds[] = {
    YL_TOKEN_OPERATOR,   YL_TOKEN_OPERATOR,    YL_TOKEN_OPERATOR, YL_TOKEN_OPERATOR,
    YL_TOKEN_OPERATOR,   YL_TOKEN_OPERATOR,    YL_TOKEN_OPERATOR, YL_TOKEN_OPERATOR,
    YL_TOKEN_OPERATOR,   YL_TOKEN_OPERATOR,    YL_TOKEN_OPERATOR, YL_TOKEN_OPERATOR,
    YL_TOKEN_OPEN,       YL_TOKEN_CLOSE,       YL_TOKEN_COMMA,    YL_TOKEN_SEMICOLON,
    YL_TOKEN_BRACE_OPEN, YL_TOKEN_BRACE_CLOSE,
  };
  G_STATIC_ASSERT (sizeof marks == sizeof kinds + 1);
  const char *mark = strchr (marks, *at);
  if (mark == NULL)
    return NULL;
  const gboolean is_pair =
      (*at == '<' && (at[1] == '=' || at[1] == '>')) || (*at == '>' && at[1] == '=');
  token->kind = (YlTokenKind) kinds[mark - marks];
  token->text = (YlText){ at, is_pair ? 2 : 1 };
  return at + token->text.length;
}

/* (nullable) */
static const char *
read_text (const char *at, YlFormulaToken *token)
{
  const char *end = *at == '"' ? skip_quoted (at) : NULL;
  if (end == NULL)
    return NULL;
  token->kind = YL_TOKEN_TEXT;
  token->text = (YlText){ at + 1, (gsize) (end - at) - 2 };
  return end;
}

/* (nullable): behind a word that begins with a letter, a digit, $, ' or [. */
static const char *
read_place_or_word (const char *at, YlFormulaToken *token)
{
  const char *end = read_reference (at, token);
  if (end == NULL)
    {
      const char *behind = read_sheet (at, token);
      end = behind == NULL ? NULL : read_behind_sheet (behind, token);
      if (behind != NULL)
        {
          if (end != NULL && token->text.at == NULL)
            token->text = (YlText){ at, (gsize) (end - at) };
          return end;
        }
      end = read_number (at, token);
      if (end != NULL)
        return end;
      end = skip_word (at);
      return end > at ? take_word (at, end, token) : NULL;
    }
  token->text = (YlText){ at, (gsize) (end - at) };
  return end;
}

gboolean
yl_formula_token_next (const char **at, YlFormulaToken *out_token)
{
  const char *start = skip_blanks (*at);
  *out_token = (YlFormulaToken){ .kind = YL_TOKEN_END };
  *at = start;
  if (*start == '\0')
    return FALSE;
  const char *end = read_mark (start, out_token);
  if (end == NULL && *start == '"')
    end = read_text (start, out_token);
  else if (end == NULL && *start == '#')
    end = read_error (start, out_token);
  else if (end == NULL)
    end = read_place_or_word (start, out_token);
  if (end == NULL)
    {
      const gsize n =
          *start == '"' || *start == '\'' ? strlen (start) : MAX (count_bytes (start), 1);
      *out_token = (YlFormulaToken){ .kind = YL_TOKEN_BAD, .text = { start, n } };
      end = start + n;
    }
  *at = end;
  return TRUE;
}

gboolean
yl_formula_sheet_is (YlText sheet, const char *name)
{
  gsize i = 0;
  for (; i < sheet.length && *name != '\0'; i++, name++)
    {
      if (g_ascii_tolower (sheet.at[i]) != g_ascii_tolower (*name))
        return FALSE;
      if (sheet.at[i] == '\'' && i + 1 < sheet.length && sheet.at[i + 1] == '\'')
        i++;
    }
  return i == sheet.length && *name == '\0';
}
