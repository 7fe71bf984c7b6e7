#include "support/row-text.h"

YlRowText *
yl_row_text_new (void)
{
  YlRowText *rows = g_new0 (YlRowText, 1);
  rows->text = g_string_new (NULL);
  return rows;
}

void
yl_row_text_free (YlRowText *rows)
{
  if (rows == NULL)
    return;
  g_string_free (rows->text, TRUE);
  g_free (rows);
}

static gboolean
begin_sheet (gpointer self, const char *sheet, gboolean is_hidden)
{
  YlRowText *rows = self;
  g_string_append_printf (rows->text, "[%s%s]\n", sheet, is_hidden ? ", hidden" : "");
  return TRUE;
}

static gboolean
take_row (gpointer self, YlRowId row, const YlText *cells, guint n_cells)
{
  YlRowText *rows = self;
  g_string_append_printf (rows->text, "%" YL_ROW_ID_FORMAT ": ", row);
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (rows->text, '|');
      g_string_append_len (rows->text, cells[i].at, (gssize) cells[i].length);
    }
  g_string_append_c (rows->text, '\n');
  return rows->enough == 0 || row < rows->enough;
}

static void
hide_row (gpointer self, YlRowId row)
{
  YlRowText *rows = self;
  g_string_append_printf (rows->text, "%" YL_ROW_ID_FORMAT " hidden\n", row);
}

static void
end_sheet (gpointer self)
{
  YlRowText *rows = self;
  g_string_append (rows->text, "[end]\n");
}

YlRowSink
yl_row_text_get_sink (YlRowText *rows)
{
  return (YlRowSink){
    .begin_sheet = begin_sheet,
    .row = take_row,
    .end_sheet = end_sheet,
    .hide_row = hide_row,
    .self = rows,
  };
}
