#include "yanglu/forms/cell-map.h"

#include "form-private.h"

void
yl_sheet_map_rows (
    YlSheet *sheet, guint column, guint32 first, guint32 last, YlMeasure measure, const char *key)
{
  const YlMapEntry entry = {
    .sheet = sheet->name,
    .first_row = first,
    .last_row = last,
    .column = (guint16) column,
    .measure = measure,
    .key = g_strdup (key),
  };
  g_array_append_val (sheet->form->map, entry);
  if (sheet->form->plan != NULL)
    yl_planned_book_add_figure (sheet->form->plan, &(YlFigureRange){ .sheet = sheet->name,
                                                                     .first_row = first,
                                                                     .last_row = last,
                                                                     .column = (guint16) column,
                                                                     .measure = measure,
                                                                     .key = entry.key });
}

void
yl_sheet_map_cell (YlSheet *sheet, guint column, YlMeasure measure, const char *key)
{
  yl_sheet_map_rows (sheet, column, sheet->next_row, sheet->next_row, measure, key);
}

const YlMapEntry *
yl_form_get_map (const YlForm *form, gsize *out_n)
{
  *out_n = form->map->len;
  return (const YlMapEntry *) (gpointer) form->map->data;
}
