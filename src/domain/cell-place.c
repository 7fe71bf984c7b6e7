#include "yanglu/domain/cell-place.h"

#include <string.h>

void
yl_column_to_letters (guint column, char out_letters[YL_COLUMN_LETTERS])
{
  char letters[YL_COLUMN_LETTERS];
  guint n = 0;
  for (guint64 rest = (guint64) column + 1; rest > 0; rest = (rest - 1) / 26)
    letters[n++] = (char) ('A' + (rest - 1) % 26);
  for (guint i = 0; i < n; i++)
    out_letters[i] = letters[n - 1 - i];
  out_letters[n] = '\0';
}

char *
yl_cell_to_text (guint32 row, guint column)
{
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (column, letters);
  return g_strdup_printf ("%s%u", letters, row);
}

const char *
yl_corner_read_column (const char *at, YlCorner *corner)
{
  corner->is_column_fixed = *at == '$';
  at += corner->is_column_fixed ? 1 : 0;
  guint column = 0;
  for (; g_ascii_isalpha (*at) && column <= YL_SHEET_MAX_COLUMNS; at++)
    column = column * 26 + (guint) (g_ascii_toupper (*at) - 'A') + 1;
  if (column == 0 || column > YL_SHEET_MAX_COLUMNS)
    return NULL;
  corner->column = (guint16) (column - 1);
  return at;
}

const char *
yl_corner_read_row (const char *at, YlCorner *corner)
{
  corner->is_row_fixed = *at == '$';
  at += corner->is_row_fixed ? 1 : 0;
  guint32 row = 0;
  for (; g_ascii_isdigit (*at) && row <= YL_SHEET_MAX_ROWS; at++)
    row = row * 10 + (guint32) (*at - '0');
  if (row == 0 || row > YL_SHEET_MAX_ROWS)
    return NULL;
  corner->row = row;
  return at;
}

/* (nullable): behind a whole cell. */
static const char *
read_corner (const char *at, YlCorner *corner)
{
  const char *row = yl_corner_read_column (at, corner);
  return row == NULL ? NULL : yl_corner_read_row (row, corner);
}

gboolean
yl_cell_parse (const char *text, guint32 *out_row, guint *out_column)
{
  YlCorner corner;
  const char *end = read_corner (text, &corner);
  if (end == NULL || *end != '\0')
    return FALSE;
  *out_row = corner.row;
  *out_column = corner.column;
  return TRUE;
}

char *
yl_cell_parse_place (const char *text, guint32 *out_row, guint *out_column)
{
  const char *mark = strrchr (text, '!');
  if (mark == NULL || !yl_cell_parse (mark + 1, out_row, out_column))
    return NULL;
  gsize length = (gsize) (mark - text);
  if (length >= 2 && text[0] == '\'' && text[length - 1] == '\'')
    {
      g_autofree char *inside = g_strndup (text + 1, length - 2);
      g_auto (GStrv) pieces = g_strsplit (inside, "''", -1);
      return g_strjoinv ("'", pieces);
    }
  return length == 0 ? NULL : g_strndup (text, length);
}

/* What a name may hold: letters of any script, digits, the underscore, the dot, the backslash. */
static gboolean
is_name_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || c == '_' || c == '.' || c == '\\';
}

static void
write_corner (GString *out, const YlCorner *corner, gint64 rows, gint64 columns)
{
  const gint64 row = corner->row + (corner->is_row_fixed ? 0 : rows);
  const gint64 column = corner->column + (corner->is_column_fixed ? 0 : columns);
  if (row < 1 || row > YL_SHEET_MAX_ROWS || column < 0 || column >= YL_SHEET_MAX_COLUMNS)
    {
      g_string_append (out, "#REF!");
      return;
    }
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters ((guint) column, letters);
  g_string_append_printf (out, "%s%s%s%" G_GINT64_FORMAT, corner->is_column_fixed ? "$" : "",
                          letters, corner->is_row_fixed ? "$" : "", row);
}

/* Behind what does not move: a text or a sheet in quotes (a quote within it stands twice, which reads
 * as two texts), the column of a table in brackets, a name, a mark. */
static const char *
skip_still (const char *at)
{
  if (*at == '"' || *at == '\'' || *at == '[')
    {
      const char *end = strchr (at + 1, *at == '[' ? ']' : *at);
      return end == NULL ? at + strlen (at) : end + 1;
    }
  const char *end = at;
  while (is_name_byte (*end))
    end++;
  return end == at ? at + 1 : end;
}

char *
yl_formula_shift (const char *formula, gint64 rows, gint64 columns)
{
  GString *out = g_string_sized_new (strlen (formula) + 16);
  for (const char *at = formula; *at != '\0';)
    {
      YlCorner corner;
      const char *end = read_corner (at, &corner);
      if (end != NULL && !is_name_byte (*end) && *end != '(' && *end != '!')
        write_corner (out, &corner, rows, columns);
      else
        {
          end = skip_still (at);
          g_string_append_len (out, at, end - at);
        }
      at = end;
    }
  return g_string_free (out, FALSE);
}

gboolean
yl_cell_range_parse (const char *text, YlCellRange *out_range)
{
  const char *colon = strchr (text, ':');
  g_autofree char *first =
      colon == NULL ? g_strdup (text) : g_strndup (text, (gsize) (colon - text));
  guint32 rows[2];
  guint columns[2];
  if (!yl_cell_parse (first, &rows[0], &columns[0])
      || !yl_cell_parse (colon == NULL ? first : colon + 1, &rows[1], &columns[1]))
    return FALSE;
  *out_range = (YlCellRange){ MIN (rows[0], rows[1]), MAX (rows[0], rows[1]),
                              (guint16) MIN (columns[0], columns[1]),
                              (guint16) MAX (columns[0], columns[1]) };
  return TRUE;
}

gpointer
yl_cell_to_key (guint32 row, guint column)
{
  return GSIZE_TO_POINTER ((gsize) row << 16 | column);
}
