#include "numbering-private.h"

#include <string.h>

/* How the lines of an outline are numbered: 一, （一）, 1, (1), ①; 1.1 is one more for each point. */
typedef enum
{
  STYLE_NONE,
  STYLE_HAN,
  STYLE_HAN_IN_BRACKETS,
  STYLE_DIGITS_IN_BRACKETS,
  STYLE_CIRCLE,
  STYLE_DIGITS, /* the last */
} Style;

#define MAX_DEPTH 8

static gsize
span_han (const char *text)
{
  static const char *const digits[] = { "一", "二", "三", "四", "五", "六",
                                        "七", "八", "九", "十", NULL };
  gsize n = 0;
  for (gboolean goes_on = TRUE; goes_on;)
    {
      goes_on = FALSE;
      for (gsize i = 0; digits[i] != NULL && !goes_on; i++)
        goes_on = g_str_has_prefix (text + n, digits[i]);
      n += goes_on ? strlen (digits[0]) : 0;
    }
  return n;
}

/* Bytes of any of @marks that @text begins with; 0 for none. */
static gsize
match (const char *text, const char *const *marks)
{
  for (gsize i = 0; marks[i] != NULL; i++)
    if (g_str_has_prefix (text, marks[i]))
      return strlen (marks[i]);
  return 0;
}

static const char *const points[] = { "、", ".", "．", NULL };
static const char *const opens[] = { "（", "(", NULL };
static const char *const closes[] = { "）", ")", NULL };

/* A number alone, or with a point behind it before words. */
static gboolean
ends_number (const char *rest, gboolean may_be_alone)
{
  return (may_be_alone && rest[0] == '\0') || match (rest, points) > 0;
}

static guint
read_digits (const char *text, gboolean may_be_alone)
{
  guint n_points = 0;
  gsize n = strspn (text, "0123456789");
  while (n > 0 && text[n] == '.' && g_ascii_isdigit (text[n + 1]))
    {
      n_points++;
      n += 1 + strspn (text + n + 1, "0123456789");
    }
  if (n == 0 || (!ends_number (text + n, may_be_alone) && (may_be_alone || n_points == 0)))
    return STYLE_NONE;
  return STYLE_DIGITS + n_points;
}

/* @may_be_alone: the cell holds nothing but the number */
static guint
read_style (const char *text, gboolean may_be_alone)
{
  const gsize open = match (text, opens);
  const gsize in_brackets = span_han (text + open);
  if (open > 0 && in_brackets > 0 && match (text + open + in_brackets, closes) > 0)
    return STYLE_HAN_IN_BRACKETS;
  const gsize digits = strspn (text + open, "0123456789");
  if (open > 0)
    return digits > 0 && match (text + open + digits, closes) > 0 ? STYLE_DIGITS_IN_BRACKETS
                                                                  : STYLE_NONE;
  if (g_str_has_prefix (text, "\xE2\x91"))
    return STYLE_CIRCLE;
  if (in_brackets > 0)
    return ends_number (text + in_brackets, may_be_alone) ? STYLE_HAN : STYLE_NONE;
  return read_digits (text, may_be_alone);
}

/* The column of the numbers; -1: they stand before the names. */
static int
find_numbers (const YlFoundTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *head = yl_found_table_get_column (table, i)->head;
      if (strcmp (head, "序号") == 0 || strcmp (head, "编号") == 0)
        return (int) i;
    }
  return -1;
}

static guint
get_style (const YlFoundTable *table, int column, guint row)
{
  const YlFoundRow *found = yl_found_table_get_row (table, row);
  const char *number = column < 0 ? NULL : yl_found_row_get (found, (guint) column)->text;
  if (found->kind == YL_FOUND_ROW_TOTAL || found->kind == YL_FOUND_ROW_PART)
    return STYLE_NONE;
  return number != NULL && number[0] != '\0' ? read_style (number, TRUE)
                                             : read_style (found->label, FALSE);
}

guint8 *
found_levels_new (const YlFoundTable *table)
{
  const int column = find_numbers (table);
  guint8 *levels = g_new0 (guint8, table->rows->len + 1);
  guint styles[MAX_DEPTH] = { STYLE_NONE };
  guint depth = 0;
  guint deepest = 0;
  for (guint row = 0; row < table->rows->len; row++)
    {
      const guint style = get_style (table, column, row);
      guint at = 0;
      /* What is numbered below 合计 is of another reckoning. */
      if (depth > 0 && yl_found_table_get_row (table, row)->kind == YL_FOUND_ROW_TOTAL)
        break;
      while (at < depth && styles[at] != style)
        at++;
      if (style == STYLE_NONE || at >= MAX_DEPTH)
        continue;
      styles[at] = style;
      depth = at + 1;
      levels[row] = (guint8) depth;
      deepest = MAX (deepest, depth);
    }
  if (deepest < 2)
    g_clear_pointer (&levels, g_free);
  return levels;
}

gboolean
found_levels_has_parts (const guint8 *levels, guint n_rows, guint row)
{
  for (guint i = row + 1; i < n_rows; i++)
    if (levels[i] != 0)
      return levels[row] != 0 && levels[i] > levels[row];
  return FALSE;
}
