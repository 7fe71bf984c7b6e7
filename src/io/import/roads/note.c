#include "roads-private.h"

#include "yanglu/io/import/note.h"

#include <string.h>

/* 沙镇镇 over its rows. */
static gboolean
names_place (const char *text)
{
  static const char *const endings[] = { "街道", "镇", "乡", "办事处", NULL };
  for (gsize i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (text, endings[i]))
      return TRUE;
  return FALSE;
}

/* A row numbered in advance, or with a remark alone: what stands in it is in no column that is read. */
static gboolean
is_beside (const RoadReading *reading, const YlText *cells, guint n_cells)
{
  const YlRoadImport *import = reading->import;
  const GPtrArray *written = yl_head_finder_get_written (import->finder);
  for (guint i = 0; i < import->n_fields; i++)
    if (import->fields[i].cell < n_cells && !yl_text_is_blank (cells[import->fields[i].cell]))
      return FALSE;
  for (guint i = written->len; i < n_cells; i++)
    if (!yl_text_is_blank (cells[i]))
      return FALSE;
  return TRUE;
}

/* Programs save a formula that comes to nothing as 0: LibreOffice in an .xls. */
gboolean
road_says_nothing (const YlText *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      const YlText text = yl_text_trim (cells[i]);
      for (gsize at = 0; at < text.length; at++)
        if (text.at[at] != '0' && text.at[at] != '.')
          return FALSE;
    }
  return TRUE;
}

gboolean
road_is_note (
    const RoadReading *reading, const YlText *cells, guint n_cells, YlText first, guint n_filled)
{
  /* A class or a code in order makes it a road whose length was spoilt: that must be told. */
  const gboolean has_class =
      reading->class_reading == YL_CLASS_READ_OK && !reading->is_class_filled;
  if (has_class || reading->code_county != 0)
    return FALSE;
  g_autofree char *text = yl_text_squeeze (first);
  return yl_text_is_note (reading->import->request.words, first, n_filled == 1)
         || (n_filled == 1 && names_place (text)) || is_beside (reading, cells, n_cells);
}
