#include "yanglu/app/load.h"

#include "yanglu/app/workbooks.h"
#include "yanglu/audit/unread.h"
#include "yanglu/forms/budget/own-book.h"
#include "yanglu/io/csv/reader.h"
#include "yanglu/io/file-form.h"

static const char *
name_delimiter (char delimiter)
{
  switch (delimiter)
    {
    case '\t':
      return "制表符";
    case ';':
      return "分号";
    case '|':
      return "竖线";
    default:
      return "逗号";
    }
}

static void
report_form (const YlLoadContext *context, const YlInput *input, const YlCsvForm *form)
{
  if (context->intake == NULL)
    return;
  g_autofree char *text = g_strdup_printf ("%s，%s分隔", yl_encoding_get_name (form->encoding),
                                           name_delimiter (form->delimiter));
  yl_intake_add_file (context->intake, yl_input_get_name (input), text);
}

gboolean
yl_load_rows (const YlLoadContext *context,
              const YlInput *input,
              const YlRowSink *sink,
              GError **error)
{
  if (yl_file_form_is_workbook (input))
    return yl_workbooks_read (input, sink, context->findings, context->progress, error);
  YlCsvForm form;
  if (!yl_csv_read (input, sink, context->findings, context->progress, &form, error))
    return FALSE;
  report_form (context, input, &form);
  return TRUE;
}

/* Which sheets of a workbook are read is chosen when all are known; what is wrong in the file is
 * told by the reading itself. */
static gboolean
survey_sheets (const YlLoadContext *context,
               const YlInput *input,
               YlRoadImport *import,
               GError **error)
{
  if (!yl_file_form_is_workbook (input))
    return TRUE;
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  const YlRowSink survey = yl_road_import_get_survey (import);
  return yl_workbooks_read (input, &survey, untold, context->progress, error);
}

/* Where several sheets may be road lists, their rows tell which say the same once more. */
static gboolean
look_at_sheets (const YlLoadContext *context,
                const YlInput *input,
                YlRoadImport *import,
                GError **error)
{
  if (!yl_road_import_needs_look (import))
    return TRUE;
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  g_autoptr (YlRoadLook) look = yl_road_look_new (import);
  const YlRowSink rows = yl_road_look_get_sink (look);
  return yl_workbooks_read (input, &rows, untold, context->progress, error);
}

/* The names of its sheets are all that is asked. */
static gboolean
keep_name (gpointer self, const char *sheet, gboolean is_hidden)
{
  (void) is_hidden;
  g_ptr_array_add (self, g_strdup (sheet));
  return FALSE;
}

static gboolean
has_name (gconstpointer names, const char *name)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) names, name, g_str_equal, NULL);
}

gboolean
yl_load_is_own_budget (const YlInput *input)
{
  g_autoptr (GPtrArray) names =
      yl_file_form_is_workbook (input) ? yl_workbooks_list_sheets (input, NULL) : NULL;
  return names != NULL && yl_own_book_is_named (has_name, names);
}

/* Asked before the rows are, which are heard once for both. */
static gboolean
is_own_budget (const YlLoadContext *context,
               const YlInput *input,
               gboolean *out_is_budget,
               GError **error)
{
  *out_is_budget = FALSE;
  if (!yl_file_form_is_workbook (input))
    return TRUE;
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const YlRowSink sink = { .begin_sheet = keep_name, .self = names };
  if (!yl_workbooks_read (input, &sink, untold, context->progress, error))
    return FALSE;
  *out_is_budget = yl_own_book_is_named (has_name, names);
  return TRUE;
}

/* A budget of ours in the place of a road list. */
static void
tell_budget (const YlLoadContext *context, const char *file)
{
  yl_unread_budget (context->findings, file);
  if (context->intake != NULL)
    yl_intake_add_budget (context->intake, file);
}

gboolean
yl_load_roads (const YlLoadContext *context,
               const YlInput *input,
               YlInventory *inventory,
               YlRoadSink sink,
               YlRoadImportTally *out_tally,
               GError **error)
{
  const YlRoadImportRequest request = {
    .file = yl_input_get_name (input),
    .words = context->words,
    .places = context->places,
    .county_code = context->county_code,
    .year = context->year,
    .adds_sheets = context->adds_sheets,
    .findings = context->findings,
    .intake = context->intake,
    .inventory = inventory,
    .roads = sink,
    .typed = context->typed,
  };
  g_autoptr (YlRoadImport) import = yl_road_import_new (&request);
  if (!survey_sheets (context, input, import, error))
    return FALSE;
  const gboolean is_budget = yl_own_book_is_named (yl_road_import_has_sheet, import);
  if (is_budget)
    yl_road_import_keep_roads (import);
  if (!look_at_sheets (context, input, import, error))
    return FALSE;
  const YlRowSink rows = yl_road_import_get_sink (import);
  if (!yl_load_rows (context, input, &rows, error))
    return FALSE;
  *out_tally = yl_road_import_end (import);
  if (is_budget)
    tell_budget (context, request.file);
  return TRUE;
}

/* In whose place a budget of ours is refused: its tables hold results and gaps beside what was entered. */
static const struct
{
  YlEntryKind kind;
  const char *wanted;
  const char *option;
} refusals[] = {
  { YL_ENTRY_ALL, "录入表", "--entry" },
  { YL_ENTRY_FUNDS, YL_LIST_FUNDS "表", "--funds" },
  { YL_ENTRY_BRIDGES, YL_LIST_BRIDGES "表", "--bridges" },
};

static gboolean
refuse_budget (const YlLoadContext *context,
               const YlInput *input,
               YlEntryKind kind,
               gboolean *out_is_refused,
               GError **error)
{
  *out_is_refused = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      if (refusals[i].kind != kind)
        continue;
      if (!is_own_budget (context, input, out_is_refused, error))
        return FALSE;
      if (*out_is_refused)
        yl_unread_budget_as (context->findings, yl_input_get_name (input), refusals[i].wanted,
                             refusals[i].option);
    }
  return TRUE;
}

gboolean
yl_load_entry (const YlLoadContext *context,
               const YlInput *input,
               YlEntryKind kind,
               YlEntry *entry,
               GError **error)
{
  gboolean is_refused = FALSE;
  if (!refuse_budget (context, input, kind, &is_refused, error))
    return FALSE;
  if (is_refused)
    return TRUE;
  g_autoptr (YlEntryImport) import =
      yl_entry_import_new (kind, yl_input_get_name (input), context->words, context->places,
                           context->county_code, entry, context->findings);
  yl_entry_import_set_intake (import, context->intake);
  yl_entry_import_set_typed (import, context->typed);
  const YlRowSink rows = yl_entry_import_get_sink (import);
  if (!yl_load_rows (context, input, &rows, error))
    return FALSE;
  if (kind == YL_ENTRY_ALL)
    yl_entry_import_end_entry (import);
  else
    yl_entry_import_end (import);
  return TRUE;
}

gboolean
yl_load_ledger (const YlLoadContext *context,
                const YlInput *input,
                YlLedgerTable table,
                YlLedger *ledger,
                GError **error)
{
  g_autoptr (YlEntryImport) import = yl_ledger_import_new (
      table, yl_input_get_name (input), context->words, ledger, context->findings);
  const YlRowSink rows = yl_entry_import_get_sink (import);
  if (!yl_load_rows (context, input, &rows, error))
    return FALSE;
  yl_entry_import_end (import);
  return TRUE;
}
