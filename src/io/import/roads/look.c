#include "choice-private.h"
#include "roads-private.h"

struct _YlRoadLook
{
  const GPtrArray *sheets;
  YlFindings *untold;
  YlRoadImport *import;
  YlRowSink rows;     /* of @import */
  RoadSheet *sheet;   /* the one at hand */
  gboolean has_heads; /* what it says of its heads is kept */
  guint64 n_left_out; /* rows left out in the sheets before it */
};

static void
take_road (gpointer self, const YlRoadRow *row)
{
  const YlRoadLook *look = self;
  road_sheet_take_row (look->sheet, row);
}

YlRoadLook *
yl_road_look_new (YlRoadImport *import)
{
  YlRoadLook *look = g_new0 (YlRoadLook, 1);
  YlRoadImportRequest own = import->request;
  look->sheets = import->sheets;
  look->untold = yl_findings_new_counting (0);
  own.findings = look->untold;
  own.intake = NULL;
  own.inventory = NULL;
  own.roads = (YlRoadSink){ take_road, look };
  own.typed = (YlTypedSink){ NULL, NULL, NULL };
  look->import = yl_road_import_new (&own);
  look->import->takes_structures = TRUE;
  look->rows = yl_road_import_get_sink (look->import);
  import->was_looked_at = TRUE;
  import->is_chosen = FALSE;
  return look;
}

void
yl_road_look_free (YlRoadLook *look)
{
  if (look == NULL)
    return;
  yl_road_import_free (look->import);
  yl_findings_free (look->untold);
  g_free (look);
}

static gboolean
begin_sheet (gpointer self, const char *name, gboolean is_hidden)
{
  (void) is_hidden;
  YlRoadLook *look = self;
  look->sheet = road_sheet_find (look->sheets, name);
  if (look->sheet == NULL || !look->sheet->has_heads)
    return FALSE;
  look->has_heads = FALSE;
  look->sheet->year = road_find_year (yl_text_of (name), TRUE);
  road_begin_sheet (look->import, name);
  look->sheet->is_part = look->import->fill.sheet_township != NULL
                         || look->import->fill.sheet_reading != YL_CLASS_READ_BLANK;
  return TRUE;
}

/* A title above the heads. */
static void
take_title (RoadSheet *sheet, const YlText *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells && sheet->year == 0; i++)
    sheet->year = road_find_year (cells[i], FALSE);
}

static void
keep_heads (YlRoadLook *look)
{
  const YlRoadImport *import = look->import;
  const GPtrArray *written = yl_head_finder_get_written (import->finder);
  RoadSheet *sheet = look->sheet;
  look->has_heads = TRUE;
  sheet->columns = import->columns;
  sheet->foreign_head = g_strdup (road_find_foreign (import->request.words, written, FALSE));
}

static gboolean
take_row (gpointer self, YlRowId row, const YlText *cells, guint n_cells)
{
  YlRoadLook *look = self;
  const gboolean goes_on = look->rows.row (look->rows.self, row, cells, n_cells);
  if (look->has_heads)
    return goes_on;
  if (look->import->is_below_heads)
    keep_heads (look);
  else if (yl_head_finder_get_columns (look->import->finder) == 0)
    take_title (look->sheet, cells, n_cells);
  return goes_on;
}

static void
lay_sheet (gpointer self, const YlSheetLayout *layout)
{
  const YlRoadLook *look = self;
  look->rows.layout (look->rows.self, layout);
}

static void
end_sheet (gpointer self)
{
  YlRoadLook *look = self;
  look->rows.end_sheet (look->rows.self);
  look->sheet->n_left_out = look->import->tally.n_left_out - look->n_left_out;
  look->n_left_out = look->import->tally.n_left_out;
  road_sheet_end (look->sheet);
}

YlRowSink
yl_road_look_get_sink (YlRoadLook *look)
{
  return (YlRowSink){ .begin_sheet = begin_sheet,
                      .row = take_row,
                      .end_sheet = end_sheet,
                      .layout = lay_sheet,
                      .self = look };
}
