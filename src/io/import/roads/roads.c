#include "choice-private.h"
#include "sums-private.h"

#include "yanglu/base/decimal.h"
#include "yanglu/io/import/beyond.h"

/* Rows without heads after which a sheet is no table of ours. */
#define MAX_SOUGHT 100

/* Those of an entry workbook that name classes and lengths, too, and the faults of a list that was given back. */
static const char *const other_sheets[] = { YL_SHEET_GUIDE,      YL_SHEET_UNIT, YL_LIST_BRIDGES,
                                            YL_LIST_FUNDS,       YL_LIST_LAND,  YL_LIST_OTHER,
                                            YL_SHEET_GIVEN_BACK, NULL };

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

static void
choose (YlRoadImport *import)
{
  const RoadChoice choice = { import->request.words, import->request.year, import->was_looked_at };
  if (!import->is_chosen)
    road_choose (&choice, import->sheets);
  import->is_chosen = TRUE;
}

static gboolean
is_wanted (YlRoadImport *import, const char *name, gboolean is_hidden)
{
  if (is_other (name))
    return FALSE;
  choose (import);
  /* No survey, or one that found nothing: what can be seen is looked at, so that E01 can tell. */
  if (road_choice_find_best (import->sheets) == ROAD_RANK_NONE)
    return !is_hidden;
  const RoadSheet *sheet = road_sheet_find (import->sheets, name);
  return sheet != NULL && sheet->is_read;
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

/* A sheet that may say once more what others do: what it adds, by class. */
static void
report_doubt (const YlRoadImport *import, const RoadSheet *sheet)
{
  for (guint c = 0; c < YL_N_CLASSES; c++)
    {
      const gint64 counted_m = sheet->lengths.counted_m[c];
      if (counted_m == 0)
        continue;
      g_autofree char *km = yl_length_to_km ((YlLength){ counted_m });
      g_autofree char *message =
          g_strdup_printf ("工作表“%s”%s；%s仍计入 %s 公里，若与其他工作表重复，请删去该表。",
                           sheet->name, sheet->doubt, yl_road_class_get_name ((YlRoadClass) c), km);
      const YlFinding finding = {
        .code = YL_A01,
        .severity = YL_SEVERITY_WARNING,
        .file = import->request.file,
        .sheet = sheet->name,
        .message = message,
        .stake_length = { counted_m * 1000000, (YlRateKind) c, TRUE },
      };
      yl_findings_add (import->request.findings, &finding);
    }
}
G_STATIC_ASSERT ((int) YL_RATE_SPECIAL == YL_CLASS_SPECIAL);

/* What the survey found and the reading passed over, or took though it was hidden. */
static void
report_sheets (const YlRoadImport *import)
{
  const RoadRank best = road_choice_find_best (import->sheets);
  for (guint i = 0; i < import->sheets->len; i++)
    {
      const RoadSheet *sheet = g_ptr_array_index (import->sheets, i);
      const RoadRank own = road_sheet_get_rank (sheet);
      if (own == ROAD_RANK_NONE)
        continue;
      if (sheet->is_hidden)
        report_sheet (import, sheet, YL_C11, YL_SEVERITY_WARNING,
                      sheet->is_read
                          ? "是隐藏的，但别处没有里程表，已读取并计入；请取消隐藏并核对。"
                          : "是隐藏的，也有里程表头，未读取；如应计入请取消隐藏。");
      else if (own != best)
        report_sheet (import, sheet, YL_E01, YL_SEVERITY_INFO,
                      "也有里程表头，因另有“" YL_LIST_ROADS "”而未读取。");
      if (sheet->is_read && sheet->doubt != NULL)
        report_doubt (import, sheet);
    }
}

/* Where nobody is told what was read, what was passed over is a finding. */
static void
report_passed (const YlRoadImport *import)
{
  for (guint i = 0; import->request.intake == NULL && i < import->sheets->len; i++)
    {
      const RoadSheet *sheet = g_ptr_array_index (import->sheets, i);
      if (sheet->why == NULL
          || road_sheet_get_rank (sheet) != road_choice_find_best (import->sheets))
        continue;
      g_autofree char *km = yl_length_to_km ((YlLength){ road_lengths_get_m (&sheet->lengths) });
      g_autofree char *what = g_strdup_printf ("的 %" G_GUINT64_FORMAT " 行、%s 公里未读取：%s。",
                                               sheet->lengths.n_rows, km, sheet->why);
      report_sheet (import, sheet, YL_E01, YL_SEVERITY_INFO, what);
    }
}

/* A table of something else, or one whose heads nobody understands. */
static void
keep_foreign (const YlRoadImport *import, const RoadSheet *sheet)
{
  const YlIntakeSheet kept = { .file = import->request.file,
                               .sheet = sheet->name,
                               .why =
                                   "没有认出里程表的表头；其中如有里程，请把表头改成程序认得的写法",
                               .n_rows = sheet->n_tabular,
                               .length_m = YL_INTAKE_NO_LENGTH };
  yl_intake_add_sheet (import->request.intake, &kept);
}

/* Of entry forms of ours; heads would make it a list. */
static gboolean
is_own (const RoadSheet *sheet)
{
  return sheet->is_hidden && is_called (sheet->name, YL_SHEET_LISTS);
}

/* Of a workbook with more than one: which sheets were read, and which were not. */
static void
keep_sheets (const YlRoadImport *import)
{
  YlIntake *intake = import->request.intake;
  for (guint i = 0; intake != NULL && import->sheets->len > 1 && i < import->sheets->len; i++)
    {
      const RoadSheet *sheet = g_ptr_array_index (import->sheets, i);
      const YlIntakeSheet kept = { .file = import->request.file,
                                   .sheet = sheet->name,
                                   .why = sheet->why,
                                   .n_rows = sheet->lengths.n_rows,
                                   .length_m = road_lengths_get_m (&sheet->lengths) };
      if (sheet->has_heads && import->was_looked_at)
        yl_intake_add_sheet (intake, &kept);
      else if (!sheet->has_heads && sheet->n_tabular > 0 && !is_own (sheet))
        keep_foreign (import, sheet);
    }
}

/* In a list that was given back. */
static void
keep_given_back (const YlRoadImport *import, const char *sheet)
{
  const YlIntakeSheet kept = { .file = import->request.file,
                               .sheet = sheet,
                               .why = "本程序退回台账时加的，只列上次检查的问题，不是台账",
                               .length_m = YL_INTAKE_NO_LENGTH };
  if (import->request.intake != NULL && is_called (sheet, YL_SHEET_GIVEN_BACK))
    yl_intake_add_sheet (import->request.intake, &kept);
}

static gboolean
survey_sheet (gpointer self, const char *sheet, gboolean is_hidden)
{
  YlRoadImport *import = self;
  keep_given_back (import, sheet);
  if (is_other (sheet))
    return FALSE;
  g_ptr_array_add (import->sheets, road_sheet_new (sheet, is_hidden));
  import->is_chosen = FALSE;
  road_begin_sheet (import, sheet);
  return TRUE;
}

/* Three cells that hold anything, and a number among them. */
static gboolean
is_tabular (const YlText *cells, guint n_cells)
{
  guint n_filled = 0;
  gboolean has_number = FALSE;
  for (guint i = 0; i < n_cells; i++)
    {
      gint64 units = 0;
      n_filled += yl_text_is_blank (cells[i]) ? 0 : 1;
      has_number |= yl_decimal_parse (yl_text_trim (cells[i]), 3, G_MAXINT64 / 2, &units, NULL)
                    == YL_DECIMAL_OK;
    }
  return n_filled >= 3 && has_number;
}

static void
tell_sender (const YlRoadImport *import)
{
  road_sender_tell (&import->fill.sender, import->request.file, import->sheet,
                    import->fill.sheet_township, import->request.intake);
}

static gboolean
survey_row (gpointer self, YlRowId row, const YlText *cells, guint n_cells)
{
  YlRoadImport *import = self;
  road_fill_tell_below (import, cells, n_cells);
  if (yl_head_finder_take (import->finder, row, cells, n_cells) != YL_HEADS_NOT_YET)
    {
      RoadSheet *sheet = g_ptr_array_index (import->sheets, import->sheets->len - 1);
      sheet->has_heads = TRUE;
      return FALSE;
    }
  if (is_tabular (cells, n_cells))
    ((RoadSheet *) g_ptr_array_index (import->sheets, import->sheets->len - 1))->n_tabular++;
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
  const GPtrArray *sheets = ((const YlRoadImport *) import)->sheets;
  for (guint i = 0; i < sheets->len; i++)
    if (is_called (((const RoadSheet *) g_ptr_array_index (sheets, i))->name, name))
      return TRUE;
  return FALSE;
}

void
yl_road_import_keep_roads (YlRoadImport *import)
{
  for (guint i = import->sheets->len; i > 0; i--)
    if (!road_sheet_holds_roads (g_ptr_array_index (import->sheets, i - 1)))
      g_ptr_array_remove_index (import->sheets, i - 1);
}

gboolean
yl_road_import_needs_look (const YlRoadImport *import)
{
  guint n = 0;
  for (guint i = 0; i < import->sheets->len; i++)
    n += ((const RoadSheet *) g_ptr_array_index (import->sheets, i))->has_heads ? 1 : 0;
  return n > 1 && !import->request.adds_sheets;
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
  yl_head_finder_set_year (import->finder, request->year);
  import->places = road_places_new ();
  yl_taking_init (&import->taking, request->intake);
  road_fill_init (&import->fill);
  import->sums = road_sums_new ();
  import->unmarked = g_array_new (FALSE, FALSE, sizeof (YlText));
  import->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) road_sheet_free);
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
  g_ptr_array_unref (import->sheets);
  g_free (import->sheet);
  g_free (import->structures);
  g_array_unref (import->unmarked);
  g_free (import);
}

void
road_begin_sheet (YlRoadImport *import, const char *sheet)
{
  g_free (import->sheet);
  import->sheet = g_strdup (sheet);
  import->is_below_heads = FALSE;
  import->n_sought = 0;
  import->columns = 0;
  road_fill_begin (import);
  road_sums_begin_sheet (import->sums);
  yl_taking_begin_sheet (&import->taking);
  yl_head_finder_begin (import->finder);
  road_fill_tell_heads (import);
}

static gboolean
begin_sheet (gpointer self, const char *sheet, gboolean is_hidden)
{
  YlRoadImport *import = self;
  if (!is_wanted (import, sheet, is_hidden))
    return FALSE;
  road_begin_sheet (import, sheet);
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

/* A list of culverts has routes, classes and lengths, too, and may be all that there is. */
static gboolean
refuse_structures (YlRoadImport *import)
{
  const char *head =
      road_find_foreign (import->request.words, yl_head_finder_get_written (import->finder), TRUE);
  if (head == NULL || import->takes_structures)
    return FALSE;
  RoadSheet *sheet = road_sheet_find (import->sheets, import->sheet);
  g_free (import->structures);
  import->structures = road_tell_foreign (head);
  if (sheet != NULL)
    {
      sheet->is_read = FALSE;
      g_free (sheet->why);
      sheet->why = g_strdup (import->structures);
    }
  return TRUE;
}

/* Rows above the data: titles, heads, and the first row below them. FALSE ends the sheet. */
static gboolean
seek_heads (YlRoadImport *import, YlRowId row, const YlText *cells, guint n_cells)
{
  road_fill_tell_below (import, cells, n_cells);
  switch (yl_head_finder_take (import->finder, row, cells, n_cells))
    {
    case YL_HEADS_NOT_YET:
      road_fill_take_title (import, cells, n_cells);
      return ++import->n_sought < MAX_SOUGHT;
    case YL_HEADS_HEAD:
      return TRUE;
    case YL_HEADS_DATA:
    default:
      if (refuse_structures (import))
        return FALSE;
      import->is_below_heads = TRUE;
      import->n_heads = yl_beyond_count_heads (import->finder, import->sheet);
      road_load_fields (import);
      yl_taking_begin_rows (&import->taking, import->finder, &yl_road_table, import->request.words,
                            import->request.file, import->sheet, row);
      keep_layout (import);
      tell_sender (import);
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
  if (!import->is_below_heads && yl_head_finder_get_columns (import->finder) != 0
      && !refuse_structures (import))
    {
      road_load_fields (import);
      tell_sender (import);
    }
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

/* A township may have no roads: it is known who says so, and of which township. */
static gboolean
is_sent_without_roads (const YlRoadImportRequest *request)
{
  const YlSender *sender =
      request->intake == NULL ? NULL : yl_intake_find_sender (request->intake, request->file);
  return sender != NULL && sender->township[0] != '\0';
}

/* Heads with nothing below them: an entry form handed in blank must not pass for a budget of zero. */
static void
report_empty (const YlRoadImportRequest *request)
{
  const gboolean is_sent = is_sent_without_roads (request);
  const YlFinding finding = {
    .code = YL_E01,
    .severity = is_sent ? YL_SEVERITY_INFO : YL_SEVERITY_ERROR,
    .file = request->file,
    .expected = is_sent ? NULL : "至少一行里程数据",
    .message = is_sent ? "没有路段：填报表里一行也没有填，按该乡镇没有农村公路计；如有请补填。"
                       : "找到了表头，但表头下没有一行数据，里程按零计；请填入里程后再试。",
    .is_priced = is_sent,
  };
  yl_findings_add (request->findings, &finding);
}

/* Nothing but culverts and tunnels. */
static void
report_structures (const YlRoadImport *import)
{
  g_autofree char *message = g_strdup_printf (
      "没有里程表：%s，里程是涵洞、隧道的长度，全部内容未读、未计入；请给出里程台账。",
      import->structures);
  yl_findings_add (import->request.findings, &(YlFinding){ .code = YL_E01,
                                                           .severity = YL_SEVERITY_ERROR,
                                                           .file = import->request.file,
                                                           .expected = yl_road_table.expected,
                                                           .message = message });
}

YlRoadImportTally
yl_road_import_end (YlRoadImport *import)
{
  const YlRoadImportRequest *request = &import->request;
  if (import->tally.n_tables == 0 && import->structures != NULL)
    report_structures (import);
  else if (import->tally.n_tables == 0)
    {
      yl_head_finder_report_missing (import->finder, request->file, request->findings);
      yl_typed_miss (&request->typed, import->finder, YL_LIST_ROADS);
    }
  else if (import->tally.n_rows == 0)
    report_empty (request);
  choose (import);
  report_sheets (import);
  report_passed (import);
  keep_sheets (import);
  return import->tally;
}
