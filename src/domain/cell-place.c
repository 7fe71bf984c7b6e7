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

static const char *
skip_dollar (const char *at)
{
  return *at == '$' ? at + 1 : at;
}

gboolean
yl_cell_parse (const char *text, guint32 *out_row, guint *out_column)
{
  const char *at = skip_dollar (text);
  guint column = 0;
  for (; g_ascii_isalpha (*at) && column <= YL_SHEET_MAX_COLUMNS; at++)
    column = column * 26 + (guint) (g_ascii_toupper (*at) - 'A') + 1;
  at = skip_dollar (at);
  guint32 row = 0;
  for (; g_ascii_isdigit (*at) && row <= YL_SHEET_MAX_ROWS; at++)
    row = row * 10 + (guint32) (*at - '0');
  if (*at != '\0' || column == 0 || column > YL_SHEET_MAX_COLUMNS || row == 0
      || row > YL_SHEET_MAX_ROWS)
    return FALSE;
  *out_row = row;
  *out_column = column - 1;
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
