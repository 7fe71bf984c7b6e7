/* The record as it stands. */
#include "uploads-private.h"

#include "yanglu/app/record/preview.h"
#include "yanglu/base/error.h"
#include "yanglu/forms/entry/entry-columns.h"
#include "yanglu/io/places/register.h"
#include "yanglu/io/words/words.h"

#include <string.h>

static Reply *
new_json (void)
{
  return reply_new (MHD_HTTP_OK, "application/json");
}

/* What the columns are known by. */
typedef struct
{
  YlRecord *record;
  const YlPlaces *places;
  YlEntity *entity;
} About;

static void
write_column (YlJsonSink *json, const About *about, const YlRecordForm *form, const char *column)
{
  g_auto (GStrv) values =
      yl_entry_column_list_values (form->sheet, column, about->entity, about->places);
  yl_json_text (json, "name", column);
  yl_json_text (json, "head", yl_record_column_to_head (form, yl_words_get_builtin (), column));
  yl_json_text (json, "kind",
                yl_column_kind_get_key (yl_entry_column_get_kind (form->sheet, column)));
  if (values != NULL && values[0] != NULL)
    yl_json_texts (json, "values", (const char *const *) (gpointer) values);
}

static void
write_sheet (YlJsonSink *json, const About *about, const YlRecordForm *form)
{
  const YlRecordSheet *sheet = yl_record_find_sheet (about->record, form->name);
  yl_json_text (json, "name", form->name);
  yl_json_text (json, "title", form->sheet);
  yl_json_boolean (json, "is_single", form->is_single);
  yl_json_boolean (json, "is_file", upload_is_readable (form));
  yl_json_begin_list (json, "columns");
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      yl_json_begin (json, NULL);
      write_column (json, about, form, sheet->columns[i]);
      yl_json_number (json, "max_bytes", yl_record_sheet_get_max_bytes (sheet, i));
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
write_sheets (YlJsonSink *json, const About *about)
{
  guint n = 0;
  const YlRecordForm *forms = yl_record_forms_get (&n);
  yl_json_begin_list (json, "sheets");
  for (guint i = 0; i < n; i++)
    {
      yl_json_begin (json, NULL);
      write_sheet (json, about, &forms[i]);
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
write_limits (YlJsonSink *json)
{
  yl_json_begin (json, "limits");
  yl_json_number (json, "body_bytes", (gint64) MAX_BODY_BYTES);
  yl_json_number (json, "step_rows", MAX_STEP_ROWS);
  yl_json_number (json, "step_cells", MAX_STEP_CELLS);
  yl_json_number (json, "upload_bytes", (gint64) MAX_FILE_BYTES);
  yl_json_number (json, "upload_rows", YL_PREVIEW_MAX_ROWS);
  yl_json_number (json, "findings_told", N_FINDINGS_TOLD);
  yl_json_end (json);
}

static void
write_budget (YlJsonSink *json, const YlBudget *budget)
{
  const YlPolicyHead *policy = yl_policy_get_head (budget->policy);
  yl_json_text (json, "entity", budget->entity->name);
  yl_json_begin (json, "policy");
  yl_json_text (json, "id", policy->id);
  yl_json_text (json, "document", policy->document);
  yl_json_end (json);
}

static void
write_identity (YlJsonSink *json, const About *about)
{
  const YlRecordIdentity *identity = yl_record_get_identity (about->record);
  const guint32 code = (guint32) g_ascii_strtoull (identity->county, NULL, 10);
  const YlCounty *county =
      yl_places_find_county (about->places, yl_places_renew (about->places, code));
  yl_json_text (json, "uuid", identity->uuid);
  yl_json_text (json, "county", identity->county);
  yl_json_text (json, "county_name", county == NULL ? NULL : county->name);
  yl_json_number (json, "year", identity->year);
}

static void
write_about (YlJsonSink *json, Server *server, const About *about)
{
  const YlDeskFigures *figures = yl_desk_get_figures (server->desk);
  write_identity (json, about);
  yl_json_number (json, "revision", yl_desk_get_revision (server->desk));
  if (figures->budget != NULL)
    write_budget (json, figures->budget);
  write_sheets (json, about);
  write_limits (json);
}

Reply *
api_record (Server *server, Request *request)
{
  (void) request;
  g_autoptr (GError) error = NULL;
  YlRecord *record = yl_desk_get_record (server->desk);
  const YlPlaces *places = yl_register_get (&error);
  g_autoptr (YlEntity) entity =
      places == NULL ? NULL : yl_record_choose_entity (record, places, &error);
  if (entity == NULL)
    return reply_new_error (error);
  Reply *reply = new_json ();
  g_autoptr (YlJsonSink) json = reply_begin_json (reply);
  write_about (json, server, &(About){ record, places, entity });
  yl_json_end (json);
  return reply;
}

static void
write_cells (YlJsonSink *json, const YlHeldRow *row, const char *const *columns)
{
  for (guint i = 0; columns[i] != NULL; i++)
    yl_json_text_or_empty (json, NULL, row->cells[i]);
}

Reply *
api_sheet (Server *server, Request *request)
{
  const YlRecordForm *form = yl_record_form_find_typed (request->rest);
  if (form == NULL)
    return reply_new_refusal (MHD_HTTP_NOT_FOUND, "记录里没有这张表。");
  g_autoptr (GError) error = NULL;
  const YlRecordRows *rows = yl_desk_get_rows (server->desk, &error);
  if (rows == NULL)
    return reply_new_error (error);
  const char *const *columns = yl_record_rows_get_columns (rows, form);
  Reply *reply = new_json ();
  g_autoptr (YlJsonSink) json = reply_begin_json (reply);
  yl_json_text (json, "sheet", form->name);
  yl_json_number (json, "revision", yl_record_rows_get_revision (rows));
  yl_json_texts (json, "columns", columns);
  yl_json_begin_list (json, "rows");
  for (guint i = 0; i < yl_record_rows_get_n (rows, form); i++)
    {
      const YlHeldRow *row = yl_record_rows_get (rows, form, i);
      yl_json_begin_list (json, NULL);
      yl_json_text (json, NULL, row->id);
      yl_json_number (json, NULL, row->rev);
      write_cells (json, row, columns);
      yl_json_end (json);
    }
  yl_json_end (json);
  yl_json_end (json);
  return reply;
}

/* Rows that were touched since, each with the one that it stands behind. */
static void
write_changed (YlJsonSink *json, const YlRecordRows *rows, const YlRecordForm *form, gint64 since)
{
  const char *const *columns = yl_record_rows_get_columns (rows, form);
  yl_json_begin_list (json, form->name);
  for (guint i = 0; i < yl_record_rows_get_n (rows, form); i++)
    {
      const YlHeldRow *row = yl_record_rows_get (rows, form, i);
      if (row->rev <= since)
        continue;
      yl_json_begin (json, NULL);
      yl_json_text (json, "id", row->id);
      yl_json_number (json, "rev", row->rev);
      yl_json_text_or_empty (json, "after",
                             i == 0 ? "" : yl_record_rows_get (rows, form, i - 1)->id);
      yl_json_begin_list (json, "cells");
      write_cells (json, row, columns);
      yl_json_end (json);
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
write_dropped (gpointer json, const char *sheet, const char *id)
{
  yl_json_begin_list (json, NULL);
  yl_json_text (json, NULL, sheet);
  yl_json_text (json, NULL, id);
  yl_json_end (json);
}

static void
write_changes (YlJsonSink *json, Server *server, const YlRecordRows *rows, gint64 since)
{
  guint n = 0;
  const YlRecordForm *forms = yl_record_forms_get (&n);
  yl_json_begin_list (json, "dropped");
  const gboolean is_known = yl_desk_each_dropped (server->desk, since, write_dropped, json);
  yl_json_end (json);
  yl_json_boolean (json, "is_whole", is_known);
  yl_json_begin (json, "rows");
  for (guint i = 0; is_known && i < n; i++)
    write_changed (json, rows, &forms[i], since);
  yl_json_end (json);
}

Reply *
api_changes (Server *server, Request *request)
{
  gint64 since = 0;
  if (!request_get_number (request, "since", &since))
    return reply_new_refusal (MHD_HTTP_BAD_REQUEST, "请用 since 写明从第几步起。");
  g_autoptr (GError) error = NULL;
  const YlRecordRows *rows = yl_desk_get_rows (server->desk, &error);
  if (rows == NULL)
    return reply_new_error (error);
  Reply *reply = new_json ();
  g_autoptr (YlJsonSink) json = reply_begin_json (reply);
  yl_json_number (json, "revision", yl_desk_get_revision (server->desk));
  write_changes (json, server, rows, since);
  state_write (json, server, request);
  yl_json_end (json);
  return reply;
}
