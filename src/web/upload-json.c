/* What a file that was sent would do to the record. */
#include "uploads-private.h"

#include <string.h>

#define N_ROWS_TOLD 500u

static const char *const missing_keys[] = { NULL, "keep", "drop" };
G_STATIC_ASSERT (G_N_ELEMENTS (missing_keys) == YL_N_MISSING);

static gboolean
is_of (const YlReadColumn *column, const YlRecordForm *form)
{
  return column->form == form;
}

/* (nullable): the sheet of the file. */
static const char *
find_source (const Upload *upload, const YlRecordForm *form)
{
  const GArray *columns =
      upload->reading == NULL ? NULL : yl_record_reading_get_columns (upload->reading);
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    if (is_of (&g_array_index (columns, YlReadColumn, i), form))
      return g_array_index (columns, YlReadColumn, i).source;
  return NULL;
}

static void
write_columns (YlJsonSink *json, const Upload *upload, const YlRecordForm *form)
{
  const GArray *columns =
      upload->reading == NULL ? NULL : yl_record_reading_get_columns (upload->reading);
  yl_json_begin_list (json, "columns");
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    {
      const YlReadColumn *column = &g_array_index (columns, YlReadColumn, i);
      if (!is_of (column, form))
        continue;
      yl_json_begin (json, NULL);
      yl_json_text_or_empty (json, "head", column->head);
      yl_json_text (json, "column", column->column);
      yl_json_boolean (json, "is_mended", column->is_mended);
      yl_json_boolean (json, "is_ordinal", column->is_ordinal);
      yl_json_text_or_empty (json, "example", column->example);
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
write_tally (YlJsonSink *json, const YlPreviewTable *table, YlPreviewKind kind)
{
  const YlPreviewTally *tally = &table->tallies[kind];
  /* What goes is told by what it was. */
  const YlSide side = kind == YL_PREVIEW_MISSING ? YL_OLD : YL_NEW;
  yl_json_begin (json, yl_preview_kind_get_key (kind));
  yl_json_number (json, "n", tally->n);
  if (kind == YL_PREVIEW_CHANGED)
    {
      yl_json_number_or_null (json, "before_m", table->is_measured, tally->m[YL_OLD]);
      yl_json_number_or_null (json, "before_fen", table->is_measured, tally->fen[YL_OLD]);
    }
  yl_json_number_or_null (json, "m", table->is_measured, tally->m[side]);
  yl_json_number_or_null (json, "fen", table->is_measured, tally->fen[side]);
  yl_json_end (json);
}

/* What people call a row: a road by code, name and stakes, another by what stands in it first. */
static char *
make_title (const YlRecordSheet *sheet, const YlHeldRow *row)
{
  GString *title = g_string_new (NULL);
  const guint start = yl_record_sheet_find_column (sheet, "start");
  const guint end = yl_record_sheet_find_column (sheet, "end");
  guint n = 0;
  for (guint i = 0; i < sheet->n_columns && n < 2; i++)
    if (row->cells[i][0] != '\0')
      g_string_append_printf (title, n++ == 0 ? "%s" : " %s", row->cells[i]);
  if (start < sheet->n_columns && (row->cells[start][0] != '\0' || row->cells[end][0] != '\0'))
    g_string_append_printf (title, " %s–%s", row->cells[start], row->cells[end]);
  return g_string_free (title, FALSE);
}

static void
write_cells (YlJsonSink *json, const YlRecordSheet *sheet, const YlPreviewRow *row)
{
  const YlHeldRow *was = row->row[YL_OLD];
  const YlHeldRow *is = row->row[YL_NEW];
  yl_json_begin_list (json, "cells");
  for (guint i = 0; is != NULL && i < sheet->n_columns; i++)
    {
      const char *old = was == NULL ? "" : was->cells[i];
      if (strcmp (old, is->cells[i]) == 0)
        continue;
      yl_json_begin_list (json, NULL);
      yl_json_text (json, NULL, sheet->columns[i]);
      yl_json_text_or_empty (json, NULL, old);
      yl_json_text_or_empty (json, NULL, is->cells[i]);
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
write_row (YlJsonSink *json, const YlRecordSheet *sheet, const YlPreviewRow *row)
{
  const YlHeldRow *held = row->row[row->row[YL_NEW] == NULL ? YL_OLD : YL_NEW];
  g_autofree char *title = make_title (sheet, held);
  yl_json_begin (json, NULL);
  yl_json_text (json, "kind", yl_preview_kind_get_key (row->kind));
  yl_json_text (json, "id", row->row[YL_OLD] == NULL ? NULL : row->id);
  yl_json_text_or_empty (json, "title", title);
  yl_json_number_or_null (json, "before_m", row->has_figures[YL_OLD], row->m[YL_OLD]);
  yl_json_number_or_null (json, "m", row->has_figures[YL_NEW], row->m[YL_NEW]);
  yl_json_number_or_null (json, "before_fen", row->has_figures[YL_OLD], row->fen[YL_OLD]);
  yl_json_number_or_null (json, "fen", row->has_figures[YL_NEW], row->fen[YL_NEW]);
  write_cells (json, sheet, row);
  yl_json_end (json);
}

static void
write_table (YlJsonSink *json, const Upload *upload, const YlPreviewTable *table)
{
  YlRecord *record = yl_desk_get_record (upload->server->desk);
  const YlRecordSheet *sheet = yl_record_find_sheet (record, table->form->name);
  yl_json_begin (json, NULL);
  yl_json_text (json, "sheet", table->form->name);
  yl_json_text (json, "title", table->form->sheet);
  yl_json_text (json, "source", find_source (upload, table->form));
  write_columns (json, upload, table->form);
  yl_json_number (json, "n_before", table->n[YL_OLD]);
  yl_json_number (json, "n_after", table->n[YL_NEW]);
  for (guint kind = 0; kind < YL_N_PREVIEW_KINDS; kind++)
    write_tally (json, table, (YlPreviewKind) kind);
  yl_json_number (json, "n_rows", table->rows->len);
  yl_json_begin_list (json, "rows");
  for (guint i = 0; i < MIN (table->rows->len, N_ROWS_TOLD); i++)
    write_row (json, sheet, &g_array_index (table->rows, YlPreviewRow, i));
  yl_json_end (json);
  yl_json_end (json);
}

static void
write_findings (YlJsonSink *json, const Upload *upload)
{
  const YlFindings *findings =
      upload->reading == NULL ? NULL : yl_record_reading_get_findings (upload->reading);
  const gsize n = findings == NULL ? 0 : yl_findings_get_n (findings);
  yl_json_begin (json, "findings");
  yl_json_number (json, "n", (gint64) n);
  if (findings != NULL)
    state_write_counts (json, findings);
  yl_json_begin_list (json, "first");
  for (gsize i = 0; i < MIN (n, N_FINDINGS_TOLD); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      yl_json_begin (json, NULL);
      state_write_finding_text (json, finding);
      yl_json_text (json, "column", finding->column);
      yl_json_end (json);
    }
  yl_json_end (json);
  yl_json_end (json);
}

/* How many faults the record has before and after. */
static void
write_faults (YlJsonSink *json, const YlRecordPreview *preview)
{
  static const char *const keys[] = { "before", "after" };
  yl_json_begin (json, "faults");
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      yl_json_begin (json, keys[side]);
      if (preview->jobs[side] != NULL)
        state_write_counts (json, preview->jobs[side]->budget->list->findings);
      yl_json_text (json, "trouble", preview->troubles[side]);
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
write_remarks (YlJsonSink *json, const Upload *upload)
{
  gsize n = 0;
  const YlChoice *choices =
      upload->reading == NULL
          ? NULL
          : yl_choices_get (yl_record_reading_get_choices (upload->reading), &n);
  yl_json_begin_list (json, "remarks");
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *line =
          g_strdup_printf ("%s：%s（%s）", choices[i].what, choices[i].chosen, choices[i].why);
      yl_json_text (json, NULL, line);
    }
  yl_json_end (json);
}

/* (nullable) */
static const YlBudget *
get_budget (const YlRecordPreview *preview, YlSide side)
{
  const YlRecordJob *job = preview->jobs[side];
  return job == NULL ? NULL : job->budget->budget;
}

static gboolean
is_told (const Upload *upload, const YlPreviewTable *table)
{
  return table->rows->len > 0 || find_source (upload, table->form) != NULL
         || (upload->is_paste && upload->form == table->form);
}

Reply *
upload_to_reply (const Upload *upload)
{
  const YlRecordPreview *preview = upload->preview;
  Reply *reply = reply_new (MHD_HTTP_OK, "application/json");
  g_autoptr (YlJsonSink) json = reply_begin_json (reply);
  yl_json_text (json, "id", upload->id);
  yl_json_text_or_empty (json, "name", upload->name);
  yl_json_number (json, "revision", preview->revision);
  yl_json_text (json, "kind", upload->is_paste ? "paste" : "file");
  yl_json_text (json, "missing", missing_keys[upload->missing]);
  yl_json_number (json, "n_missing", preview->n_missing);
  yl_json_number (json, "n_changes", preview->changes->len);
  yl_json_text (json, "refusal", preview->refusal);
  yl_json_begin_list (json, "tables");
  for (guint i = 0; i < preview->tables->len; i++)
    if (is_told (upload, &g_array_index (preview->tables, YlPreviewTable, i)))
      write_table (json, upload, &g_array_index (preview->tables, YlPreviewTable, i));
  yl_json_end (json);
  state_write_compared (json, get_budget (preview, YL_OLD), get_budget (preview, YL_NEW));
  write_faults (json, preview);
  write_findings (json, upload);
  write_remarks (json, upload);
  yl_json_end (json);
  return reply;
}
