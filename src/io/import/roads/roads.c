#include "reading-private.h"

static void
free_sheet (gpointer data)
{
  g_free (((RoadSheet *) data)->name);
}

/* Domain says once what each letter means; a row only looks it up. */
static void
learn_letters (RoadLetter *letters)
{
  for (guint i = 0; i < 26; i++)
    {
      const char letter = (char) ('A' + i);
      letters[i].reading =
          yl_road_class_parse_letter ((YlText){ &letter, 1 }, &letters[i].road_class);
    }
}

YlRoadImport *
yl_road_import_new (const YlRoadImportRequest *request)
{
  YlRoadImport *import = g_new0 (YlRoadImport, 1);
  import->request = *request;
  import->finder = yl_head_finder_new (&yl_road_table, request->words);
  import->places = road_places_new (request->places, request->county_code);
  import->sheets = g_array_new (FALSE, FALSE, sizeof (RoadSheet));
  g_array_set_clear_func (import->sheets, free_sheet);
  learn_letters (import->letters);
  return import;
}

void
yl_road_import_free (YlRoadImport *import)
{
  if (import == NULL)
    return;
  yl_head_finder_free (import->finder);
  road_places_free (import->places);
  g_array_free (import->sheets, TRUE);
  g_free (import->sheet);
  g_free (import);
}

static gboolean
begin_sheet (gpointer self, const char *sheet, gboolean is_hidden)
{
  YlRoadImport *import = self;
  if (!road_sheets_are_wanted (import, sheet, is_hidden))
    return FALSE;
  g_free (import->sheet);
  import->sheet = g_strdup (sheet);
  import->is_below_heads = FALSE;
  import->n_sought = 0;
  import->columns = 0;
  import->scale = (RoadScale){ 0 };
  yl_head_finder_begin (import->finder);
  return TRUE;
}

/* Rows above the data: titles, heads, and the first row below them. FALSE ends the sheet. */
static gboolean
seek_heads (YlRoadImport *import, guint32 row, const YlText *cells, guint n_cells)
{
  switch (yl_head_finder_take (import->finder, row, cells, n_cells))
    {
    case YL_HEADS_NOT_YET:
      return ++import->n_sought < ROAD_MAX_SOUGHT;
    case YL_HEADS_HEAD:
      road_load_fields (import);
      return TRUE;
    case YL_HEADS_DATA:
    default:
      import->is_below_heads = TRUE;
      road_read_row (import, row, cells, n_cells);
      return TRUE;
    }
}

static gboolean
take_row (gpointer self, guint32 row, const YlText *cells, guint n_cells)
{
  YlRoadImport *import = self;
  if (!import->is_below_heads)
    return seek_heads (import, row, cells, n_cells);
  road_read_row (import, row, cells, n_cells);
  return TRUE;
}

static void
end_sheet (gpointer self)
{
  YlRoadImport *import = self;
  road_scale_report (import);
  import->scale = (RoadScale){ 0 };
}

YlRowSink
yl_road_import_get_sink (YlRoadImport *import)
{
  return (YlRowSink){ begin_sheet, take_row, end_sheet, import };
}

/* Heads with nothing below them: an entry form handed in blank must not pass for a budget of zero. */
static void
report_empty (const YlRoadImportRequest *request)
{
  const YlFinding finding = {
    .code = YL_E01,
    .severity = YL_SEVERITY_ERROR,
    .file = request->file,
    .expected = "至少一行里程数据",
    .message = "找到了表头，但表头下没有一行数据，里程按零计；请填入里程后再试。",
  };
  yl_findings_add (request->findings, &finding);
}

YlRoadImportTally
yl_road_import_end (YlRoadImport *import)
{
  const YlRoadImportRequest *request = &import->request;
  if (import->tally.n_tables == 0)
    yl_head_finder_report_missing (import->finder, request->file, request->findings);
  else if (import->tally.n_rows == 0)
    report_empty (request);
  road_sheets_report (import);
  return import->tally;
}
