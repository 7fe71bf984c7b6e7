#include "found-private.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

#define MAX_ROW 1048576
#define MAX_COLUMN 16384

/* What a name may hold: letters of any script, digits, the underscore, the dot, the backslash. */
static gboolean
is_name_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || c == '_' || c == '.' || c == '\\';
}

/* One corner of a reference, as it is written. */
typedef struct
{
  gint64 row; /* from 1 */
  gint64 column;
  gboolean is_row_fixed;
  gboolean is_column_fixed;
} Corner;

/* Reads a corner at @at. Returns: where it ends; NULL when there is none. */
static const char *
read_corner (const char *at, Corner *out)
{
  Corner corner = { 0 };
  guint n_letters = 0;
  guint n_digits = 0;
  corner.is_column_fixed = *at == '$';
  at += corner.is_column_fixed ? 1 : 0;
  for (; g_ascii_isalpha (*at) && n_letters < 4; at++, n_letters++)
    corner.column = corner.column * 26 + (g_ascii_toupper (*at) - 'A') + 1;
  corner.is_row_fixed = *at == '$';
  at += corner.is_row_fixed ? 1 : 0;
  for (; g_ascii_isdigit (*at) && n_digits < 8; at++, n_digits++)
    corner.row = corner.row * 10 + (*at - '0');
  const gboolean is_whole = n_letters > 0 && n_digits > 0 && corner.column <= MAX_COLUMN
                            && corner.row >= 1 && corner.row <= MAX_ROW;
  if (!is_whole || is_name_byte (*at) || *at == '(' || *at == '!')
    return NULL;
  corner.column--;
  *out = corner;
  return at;
}

static void
write_corner (GString *out, const Corner *corner, gint64 rows, gint64 columns)
{
  const gint64 row = corner->row + (corner->is_row_fixed ? 0 : rows);
  const gint64 column = corner->column + (corner->is_column_fixed ? 0 : columns);
  if (row < 1 || row > MAX_ROW || column < 0 || column >= MAX_COLUMN)
    {
      g_string_append (out, "#REF!");
      return;
    }
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters ((guint) column, letters);
  g_string_append_printf (out, "%s%s%s%" G_GINT64_FORMAT, corner->is_column_fixed ? "$" : "",
                          letters, corner->is_row_fixed ? "$" : "", row);
}

/* Where the text in quotes that begins at @at ends; a quote within it stands twice, which reads as
 * two texts. */
static const char *
skip_quoted (const char *at)
{
  const char *end = strchr (at + 1, *at);
  return end == NULL ? at + strlen (at) : end + 1;
}

static const char *
skip_name (const char *at)
{
  while (is_name_byte (*at))
    at++;
  return at;
}

char *
yl_formula_shift (const char *formula, gint64 rows, gint64 columns)
{
  GString *out = g_string_sized_new (strlen (formula) + 16);
  for (const char *at = formula; *at != '\0';)
    {
      Corner corner;
      const char *end = NULL;
      if (*at == '"' || *at == '\'')
        end = skip_quoted (at);
      else if (g_ascii_isalpha (*at) || *at == '$')
        {
          end = read_corner (at, &corner);
          if (end != NULL)
            {
              write_corner (out, &corner, rows, columns);
              at = end;
              continue;
            }
          end = is_name_byte (*at) ? skip_name (at) : at + 1;
        }
      else
        end = is_name_byte (*at) ? skip_name (at) : at + 1;
      g_string_append_len (out, at, end - at);
      at = end;
    }
  return g_string_free (out, FALSE);
}
