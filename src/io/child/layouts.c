#include "layouts-private.h"

#include <string.h>

/* Merged cells above this row belong to titles and heads. */
#define FIRST_ROWS 10u

YlLayouts *
yl_layouts_new (void)
{
  YlLayouts *layouts = g_new (YlLayouts, 1);
  layouts->texts = yl_text_pool_new ();
  layouts->book = yl_workbook_new ("", layouts->texts);
  layouts->all = g_array_new (FALSE, FALSE, sizeof (YlSheetLayout));
  return layouts;
}

void
yl_layouts_free (YlLayouts *layouts)
{
  if (layouts == NULL)
    return;
  g_array_unref (layouts->all);
  yl_arena_free_record (layouts->book);
  yl_text_pool_free (layouts->texts);
  g_free (layouts);
}

YlWorksheet *
yl_layouts_begin (YlLayouts *layouts)
{
  YlWorksheet *sheet = yl_workbook_add_sheet (layouts->book, "");
  const YlSheetLayout layout = { .merges = sheet->merges };
  g_array_append_val (layouts->all, layout);
  return sheet;
}

static YlSheetLayout *
get_last (const YlLayouts *layouts)
{
  return &g_array_index (layouts->all, YlSheetLayout, layouts->all->len - 1);
}

void
yl_layouts_set_unsaved (YlLayouts *layouts, guint n_unsaved)
{
  get_last (layouts)->n_unsaved = n_unsaved;
}

void
yl_layouts_add_value (YlLayouts *layouts, guint32 row, guint column, const char *text)
{
  const YlCell cell = { .row = row,
                        .column = (guint16) column,
                        .content = YL_CONTENT_TEXT,
                        .value = yl_text_pool_add (layouts->texts, yl_text_of (text)) };
  yl_worksheet_put (g_ptr_array_index (layouts->book->sheets, layouts->book->sheets->len - 1),
                    &cell);
  get_last (layouts)->n_worked_out++;
}

const YlSheetLayout *
yl_layouts_get (const YlLayouts *layouts, guint index)
{
  return index < layouts->all->len ? &g_array_index (layouts->all, YlSheetLayout, index) : NULL;
}

gboolean
yl_layouts_is_needed (const YlLayouts *layouts)
{
  const YlSheetLayout *last = get_last (layouts);
  for (guint i = 0; i < last->merges->len; i++)
    {
      const YlCellRange *merge = &g_array_index (last->merges, YlCellRange, i);
      if (merge->first_row > FIRST_ROWS && merge->last_row > merge->first_row)
        return TRUE;
    }
  return last->n_worked_out > 0;
}

void
yl_layouts_fill (const YlLayouts *layouts, guint index, guint32 row, GArray *cells)
{
  const YlWorksheet *sheet = g_ptr_array_index (layouts->book->sheets, index);
  guint n = 0;
  const YlCell *values = yl_worksheet_find_row (sheet, row, &n);
  for (guint i = 0; i < n; i++)
    {
      if (values[i].column >= cells->len)
        {
          const guint n_before = cells->len;
          g_array_set_size (cells, values[i].column + 1u);
          memset (&g_array_index (cells, YlText, n_before), 0,
                  (cells->len - n_before) * sizeof (YlText));
        }
      g_array_index (cells, YlText, values[i].column) =
          yl_text_of (yl_text_pool_get (layouts->texts, values[i].value));
    }
}
