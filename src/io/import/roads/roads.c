#include "sums-private.h"

#include "yanglu/io/import/beyond.h"

/* Rows without heads after which a sheet is no table of ours. */
#define MAX_SOUGHT 100

/* A sheet as the survey saw it. */
typedef struct
{
  char *name;
  gboolean is_hidden;
  gboolean has_heads;
} RoadSheet;

/* Those of an entry workbook that name classes and lengths, too. */
static const char *const other_sheets[] = {
  YL_SHEET_GUIDE, YL_SHEET_UNIT, YL_LIST_BRIDGES, YL_LIST_FUNDS, YL_LIST_LAND, YL_LIST_OTHER, NULL
};

static gboolean
is_called (const char *sheet, const char *name)
{
  return yl_text_is (yl_text_trim (yl_text_of (sheet)), name);
}

static gboolean
is_other (const char *sheet)
{
  for (gsize i = 0; other_sheets[i] != NULL; i++)
    if (is_called (sheet, other_sheets[i]))
      return TRUE;
  return FALSE;
}

/* The sheet of the entry workbook that holds the roads, and those of a budget, which sums up the
 * same kilometres in further sheets: 里程明细, 里程明细(2) … */
static gboolean
holds_roads (const char *sheet)
{
  return is_called (sheet, YL_LIST_ROADS) || g_str_has_prefix (sheet, YL_SHEET_ROADS);
}

/* How good a sheet is as a road list; the best of a workbook are read, the others passed over. */
typedef enum
{
  RANK_NONE,
  RANK_HIDDEN,
  RANK_HIDDEN_ROADS_SHEET,
  RANK_VISIBLE,
  RANK_ROADS_SHEET,
} Rank;

static Rank
rank (const char *name, gboolean is_hidden, gboolean has_heads)
{
  if (!has_heads)
    return RANK_NONE;
  if (holds_roads (name))
    return is_hidden ? RANK_HIDDEN_ROADS_SHEET : RANK_ROADS_SHEET;
  return is_hidden ? RANK_HIDDEN : RANK_VISIBLE;
}

static Rank
find_best (const GArray *sheets)
{
  Rank best = RANK_NONE;
  for (guint i = 0; i < sheets->len; i++)
    {
      const RoadSheet *sheet = &g_array_index (sheets, RoadSheet, i);
      best = MAX (best, rank (sheet->name, sheet->is_hidden, sheet->has_heads));
    }
  return best;
}

static gboolean
is_wanted (const YlRoadImport *import, const char *sheet, gboolean is_hidden)
{
  if (is_other (sheet))
    return FALSE;
  const Rank best = find_best (import->sheets);
  /* No survey, or one that found nothing: what can be seen is looked at, so that E01 can tell. */
  if (best == RANK_NONE)
    return !is_hidden;
  return rank (sheet, is_hidden, TRUE) == best;
}

static void
report_sheet (const YlRoadImport *import,
              const RoadSheet *sheet,
              YlCode code,
              YlSeverity severity,
              const char *what)
{
  g_autofree char *message = g_strdup_printf ("工作表“%s”%s", sheet->name, what);
  const YlFinding finding = {
    .code = code,
    .severity = severity,
    .file = import->request.file,
    .sheet = sheet->name,
    .message = message,
    .is_priced = severity == YL_SEVERITY_INFO,
  };
  yl_findings_add (import->request.findings, &finding);
}

/* What the survey found and the reading passed over, or took though it was hidden. */
static void
report_sheets (const YlRoadImport *import)
{
  const Rank best = find_best (import->sheets);
  for (guint i = 0; i < import->sheets->len; i++)
    {
      const RoadSheet *sheet = &g_array_index (import->sheets, RoadSheet, i);
      const Rank own = rank (sheet->name, sheet->is_hidden, sheet->has_heads);
      if (own == RANK_NONE)
        continue;
      if (sheet->is_hidden)
        report_sheet (import, sheet, YL_C11, YL_SEVERITY_WARNING,
                      own == best ? "是隐藏的，但别处没有里程表，已读取并计入；请取消隐藏并核对。"
                                  : "是隐藏的，也有里程表头，未读取；如应计入请取消隐藏。");
      else if (own != best)
        report_sheet (import, sheet, YL_E01, YL_SEVERITY_INFO,
                      "也有里程表头，因另有“" YL_LIST_ROADS "”而未读取。");
    }
}

static gboolean
survey_sheet (gpointer self, const char *sheet, gboolean is_hidden)
{
  YlRoadImport *import = self;
  if (is_other (sheet))
    return FALSE;
  const RoadSheet seen = { g_strdup (sheet), is_hidden, FALSE };
  g_array_append_val (import->sheets, seen);
  yl_head_finder_begin (import->finder);
  import->n_sought = 0;
  return TRUE;
}

static gboolean
survey_row (gpointer self, YlRowId row, const YlText *cells, guint n_cells)
{
  YlRoadImport *import = self;
  if (yl_head_finder_take (import->finder, row, cells, n_cells) == YL_HEADS_HEAD)
    {
      g_array_index (import->sheets, RoadSheet, import->sheets->len - 1).has_heads = TRUE;
      return FALSE;
    }
  return ++import->n_sought < MAX_SOUGHT;
}

static void
survey_end (gpointer self)
{
  (void) self;
}

YlRowSink
yl_road_import_get_survey (YlRoadImport *import)
{
  return (YlRowSink){
    .begin_sheet = survey_sheet, .row = survey_row, .end_sheet = survey_end, .self = import
  };
}

gboolean
yl_road_import_has_sheet (gconstpointer import, const char *name)
{
  const GArray *sheets = ((const YlRoadImport *) import)->sheets;
  for (guint i = 0; i < sheets->len; i++)
    if (is_called (g_array_index (sheets, RoadSheet, i).name, name))
      return TRUE;
  return FALSE;
}

void
yl_road_import_keep_roads (YlRoadImport *import)
{
  for (guint i = import->sheets->len; i > 0; i--)
    if (!holds_roads (g_array_index (import->sheets, RoadSheet, i - 1).name))
      g_array_remove_index (import->sheets, i - 1);
}

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
      YlRoadClass road_class = YL_CLASS_COUNTY;
      letters[i].reading = yl_road_class_parse_letter ((YlText){ &letter, 1 }, &road_class);
      letters[i].letter_class = letters[i].reading == YL_CLASS_READ_OK         ? (guint8) road_class
                                : letters[i].reading == YL_CLASS_READ_NATIONAL ? YL_LETTER_NATIONAL
                                                                               : YL_N_CLASSES;
    }
}

YlRoadImport *
yl_road_import_new (const YlRoadImportRequest *request)
{
  YlRoadImport *import = g_new0 (YlRoadImport, 1);
  import->request = *request;
  import->finder = yl_head_finder_new (&yl_road_table, request->words);
  import->places = road_places_new ();
  yl_taking_init (&import->taking, request->intake);
  road_fill_init (&import->fill);
  import->sums = road_sums_new ();
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
  g_hash_table_unref (import->places);
  yl_taking_clear (&import->taking);
  road_fill_clear (&import->fill);
  road_sums_free (import->sums);
  g_array_free (import->sheets, TRUE);
  g_free (import->sheet);
  g_free (import);
}

static gboolean
begin_sheet (gpointer self, const char *sheet, gboolean is_hidden)
{
  YlRoadImport *import = self;
  if (!is_wanted (import, sheet, is_hidden))
    return FALSE;
  g_free (import->sheet);
  import->sheet = g_strdup (sheet);
  import->is_below_heads = FALSE;
  import->n_sought = 0;
  import->columns = 0;
  road_fill_begin (import);
  road_sums_begin_sheet (import->sums);
  yl_taking_begin_sheet (&import->taking);
  yl_head_finder_begin (import->finder);
  return TRUE;
}

/* Of the first table of the sheet: what its formulas were. */
static void
keep_layout (YlRoadImport *import)
{
  YlSheetLayout *layout = &import->fill.layout;
  YlIntakeTable *table = import->taking.table;
  if (table == NULL)
    return;
  table->n_worked_out += layout->n_worked_out;
  table->n_unsaved += layout->n_unsaved;
  layout->n_worked_out = 0;
  layout->n_unsaved = 0;
}

/* Rows above the data: titles, heads, and the first row below them. FALSE ends the sheet. */
static gboolean
seek_heads (YlRoadImport *import, YlRowId row, const YlText *cells, guint n_cells)
{
  switch (yl_head_finder_take (import->finder, row, cells, n_cells))
    {
    case YL_HEADS_NOT_YET:
      return ++import->n_sought < MAX_SOUGHT;
    case YL_HEADS_HEAD:
      return TRUE;
    case YL_HEADS_DATA:
    default:
      import->is_below_heads = TRUE;
      import->n_heads = yl_beyond_count_heads (import->finder, import->sheet);
      road_load_fields (import);
      yl_taking_begin_rows (&import->taking, import->finder, &yl_road_table, import->request.words,
                            import->request.file, import->sheet, row);
      keep_layout (import);
      road_read_row (import, row, cells, n_cells);
      return TRUE;
    }
}

static gboolean
take_row (gpointer self, YlRowId row, const YlText *cells, guint n_cells)
{
  YlRoadImport *import = self;
  if (!import->is_below_heads)
    return seek_heads (import, row, cells, n_cells);
  road_read_row (import, row, cells, n_cells);
  return TRUE;
}

static void
hide_row (gpointer self, YlRowId row)
{
  YlRoadImport *import = self;
  yl_taking_hide_row (&import->taking, row);
}

static void
lay_sheet (gpointer self, const YlSheetLayout *layout)
{
  YlRoadImport *import = self;
  road_fill_lay (&import->fill, layout);
}

static void
end_sheet (gpointer self)
{
  YlRoadImport *import = self;
  road_sums_end_sheet (import->sums, import);
  /* Heads that nothing stands below are a table too. */
  if (!import->is_below_heads && yl_head_finder_get_columns (import->finder) != 0)
    road_load_fields (import);
}

YlRowSink
yl_road_import_get_sink (YlRoadImport *import)
{
  return (YlRowSink){ .begin_sheet = begin_sheet,
                      .row = take_row,
                      .end_sheet = end_sheet,
                      .hide_row = hide_row,
                      .layout = lay_sheet,
                      .self = import };
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
  report_sheets (import);
  return import->tally;
}
