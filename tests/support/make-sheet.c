#include "support/make-sheet.h"

#include "support/assert.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

static gboolean
is_plain_number (const char *text)
{
  gint64 units = 0;
  return strchr (text, ',') == NULL
         && yl_decimal_parse (yl_text_of (text), 6, G_MAXINT64 / 10, &units, NULL) == YL_DECIMAL_OK
         && strspn (text, "+-.0123456789") == strlen (text);
}

static void
put (YlWorkbook *workbook, YlWorksheet *sheet, guint32 row, guint column, const char *text)
{
  YlCell cell = { .row = row, .column = (guint16) column };
  const char *value = text;
  if (text[0] == '=')
    {
      const char *arrow = strstr (text, " -> ");
      g_autofree char *formula =
          arrow == NULL ? g_strdup (text + 1) : g_strndup (text + 1, (gsize) (arrow - text - 1));
      cell.formula = yl_text_pool_add (workbook->texts, yl_text_of (formula));
      value = arrow == NULL ? "" : arrow + strlen (" -> ");
    }
  if (value[0] != '\0')
    cell.content = is_plain_number (value) ? YL_CONTENT_NUMBER : YL_CONTENT_TEXT;
  cell.value = yl_text_pool_add (workbook->texts, yl_text_of (value));
  yl_worksheet_put (sheet, &cell);
}

YlWorksheet *
yl_test_add_sheet (YlWorkbook *workbook, const char *name, const char *rows)
{
  YlWorksheet *sheet = yl_workbook_add_sheet (workbook, name);
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  for (guint32 i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], "|", -1);
      for (guint column = 0; words[column] != NULL; column++)
        if (words[column][0] != '\0')
          put (workbook, sheet, i + 1, column, words[column]);
    }
  return sheet;
}

void
yl_test_merge (YlWorksheet *sheet, const char *range)
{
  g_auto (GStrv) ends = g_strsplit (range, ":", 2);
  guint first_column = 0;
  guint last_column = 0;
  YlCellRange merge = { 0 };
  assert_true (yl_cell_parse (ends[0], &merge.first_row, &first_column));
  assert_true (yl_cell_parse (ends[1], &merge.last_row, &last_column));
  merge.first_column = (guint16) first_column;
  merge.last_column = (guint16) last_column;
  g_array_append_val (sheet->merges, merge);
}
