/* What the user does: a step, or the undoing of one. */
#include "server-private.h"

#include "yanglu/base/error.h"
#include "yanglu/io/json/json-reader.h"

#include <string.h>

#define MIN_STEP_ID 8u
#define MAX_STEP_ID 64u

/* What the journal calls a step. */
static const char *const kinds[] = { "type", "paste", "fill", "repair", NULL };

/* A step as it was sent. */
typedef struct
{
  YlRecord *record;
  YlJsonReader *reader;
  const char *step_id;
  const char *kind;
  gint64 undo;      /* a step's number; 0: it is no undoing */
  GArray *changes;  /* of YlChange */
  GPtrArray *cells; /* of GArray of YlCellChange: those of each change */
  gsize n_cells;
  GError *error;
} Sent;

static void
clear_sent (Sent *sent)
{
  g_clear_pointer (&sent->reader, yl_json_reader_free);
  g_clear_pointer (&sent->changes, g_array_unref);
  g_clear_pointer (&sent->cells, g_ptr_array_unref);
  g_clear_error (&sent->error);
}

/* The first that is wrong is told; nothing is read on. */
static void
fail (Sent *sent, YlError code, const char *message)
{
  if (sent->error == NULL)
    g_set_error_literal (&sent->error, YL_ERROR, (gint) code, message);
  yl_json_reader_refuse (sent->reader);
}

static gboolean
is_key (const Sent *sent, const char *key)
{
  return strcmp (yl_json_reader_get_key (sent->reader), key) == 0;
}

static void
read_cells (Sent *sent, const YlRecordSheet *sheet, GArray *cells)
{
  if (!yl_json_reader_begin_object (sent->reader))
    return;
  while (yl_json_reader_next (sent->reader))
    {
      YlCellChange cell = { .column = yl_record_sheet_find_column (
                                sheet, yl_json_reader_get_key (sent->reader)) };
      cell.text = yl_json_reader_text (sent->reader);
      if (cell.text == NULL)
        return;
      if (cell.column == sheet->n_columns)
        fail (sent, YL_ERROR_INVALID, "这张表没有这一列。");
      if (++sent->n_cells > MAX_STEP_CELLS)
        fail (sent, YL_ERROR_LIMIT, "一步最多改 100,000 格；更多的请用导入。");
      g_array_append_val (cells, cell);
    }
}

static void
read_member (Sent *sent, YlChange *change, GArray *cells)
{
  if (is_key (sent, "id"))
    change->id = yl_json_reader_text (sent->reader);
  else if (is_key (sent, "rev") && change->kind != YL_CHANGE_ADD)
    yl_json_reader_number (sent->reader, &change->rev);
  else if (is_key (sent, "after") && change->kind == YL_CHANGE_ADD)
    yl_json_reader_text_or_null (sent->reader, &change->after);
  else if (is_key (sent, "cells") && change->kind != YL_CHANGE_DROP)
    read_cells (sent, change->sheet, cells);
  else
    fail (sent, YL_ERROR_INVALID, "一行的改动里有不认识的内容。");
}

static void
read_change (Sent *sent, const YlRecordSheet *sheet, YlChangeKind kind)
{
  YlChange change = { .kind = kind, .sheet = sheet };
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (YlCellChange));
  g_ptr_array_add (sent->cells, cells);
  if (yl_json_reader_begin_object (sent->reader))
    while (yl_json_reader_next (sent->reader))
      read_member (sent, &change, cells);
  if (kind != YL_CHANGE_ADD && change.id == NULL)
    fail (sent, YL_ERROR_INVALID, "改动没有写明是哪一行。");
  if (sent->changes->len == MAX_STEP_ROWS)
    fail (sent, YL_ERROR_LIMIT, "一步最多改 5,000 行；更多的请用导入。");
  change.cells = (const YlCellChange *) (gpointer) cells->data;
  change.n_cells = cells->len;
  g_array_append_val (sent->changes, change);
}

static void
read_sheet (Sent *sent, const YlRecordSheet *sheet)
{
  static const struct
  {
    const char *key;
    YlChangeKind kind;
  } lists[] = { { "set", YL_CHANGE_SET }, { "add", YL_CHANGE_ADD }, { "drop", YL_CHANGE_DROP } };
  if (!yl_json_reader_begin_object (sent->reader))
    return;
  while (yl_json_reader_next (sent->reader))
    {
      gsize which = 0;
      while (which < G_N_ELEMENTS (lists) && !is_key (sent, lists[which].key))
        which++;
      if (which == G_N_ELEMENTS (lists))
        fail (sent, YL_ERROR_INVALID, "一张表的改动只有 set、add、drop 三种。");
      else if (yl_json_reader_begin_list (sent->reader))
        while (yl_json_reader_next (sent->reader))
          read_change (sent, sheet, lists[which].kind);
    }
}

/* What it was made by, its policy and its files, is not typed. */
static const YlRecordSheet *
find_typed (const Sent *sent, const char *name)
{
  return yl_record_form_find_typed (name) == NULL ? NULL
                                                  : yl_record_find_sheet (sent->record, name);
}

static void
read_sheets (Sent *sent)
{
  if (!yl_json_reader_begin_object (sent->reader))
    return;
  while (yl_json_reader_next (sent->reader))
    {
      const YlRecordSheet *sheet = find_typed (sent, yl_json_reader_get_key (sent->reader));
      if (sheet == NULL)
        fail (sent, YL_ERROR_INVALID, "记录里没有这张表。");
      else
        read_sheet (sent, sheet);
    }
}

gboolean
steps_is_id (const char *step_id)
{
  const gsize length = step_id == NULL ? 0 : strlen (step_id);
  return length >= MIN_STEP_ID && length <= MAX_STEP_ID;
}

static void
check_step (Sent *sent)
{
  if (!steps_is_id (sent->step_id))
    fail (sent, YL_ERROR_INVALID, STEPS_NO_ID);
  if (!g_strv_contains (kinds, sent->kind))
    fail (sent, YL_ERROR_INVALID, "没有这一种操作。");
  if ((sent->undo == 0) == (sent->changes->len == 0))
    fail (sent, YL_ERROR_INVALID, "一步要么改几格，要么撤销一步。");
}

static void
read_step (Sent *sent)
{
  if (yl_json_reader_begin_object (sent->reader))
    while (yl_json_reader_next (sent->reader))
      {
        if (is_key (sent, "step_id"))
          sent->step_id = yl_json_reader_text (sent->reader);
        else if (is_key (sent, "kind"))
          sent->kind = yl_json_reader_text (sent->reader);
        else if (is_key (sent, "undo"))
          yl_json_reader_number (sent->reader, &sent->undo);
        else if (is_key (sent, "sheets"))
          read_sheets (sent);
        else
          fail (sent, YL_ERROR_INVALID, "一步里有不认识的内容。");
      }
  if (sent->error == NULL && yl_json_reader_end (sent->reader, &sent->error))
    check_step (sent);
}

/* The answer. */

static void
write_or_null (YlJsonSink *json, const char *key, const char *text)
{
  if (text == NULL)
    yl_json_null (json, key);
  else
    yl_json_text_or_empty (json, key, text);
}

static Reply *
say_conflicts (const YlStepAnswer *answer)
{
  Reply *reply = reply_new (MHD_HTTP_CONFLICT, "application/json");
  g_autoptr (YlJsonSink) json = reply_begin_json (reply);
  yl_json_number (json, "revision", answer->revision);
  yl_json_begin_list (json, "conflicts");
  for (guint i = 0; i < answer->conflicts->len; i++)
    {
      const YlConflict *conflict = &g_array_index (answer->conflicts, YlConflict, i);
      yl_json_begin (json, NULL);
      yl_json_text (json, "sheet", conflict->sheet);
      yl_json_text (json, "id", conflict->id);
      yl_json_text (json, "column", conflict->column);
      write_or_null (json, "base", conflict->base);
      write_or_null (json, "mine", conflict->mine);
      write_or_null (json, "theirs", conflict->theirs);
      yl_json_end (json);
    }
  yl_json_end (json);
  yl_json_end (json);
  return reply;
}

static Reply *
say_done (Server *server, const Request *request, const YlStepAnswer *answer)
{
  Reply *reply = reply_new (MHD_HTTP_OK, "application/json");
  g_autoptr (YlJsonSink) json = reply_begin_json (reply);
  yl_json_number (json, "revision", answer->revision);
  yl_json_number_or_null (json, "seq", answer->seq != 0, answer->seq);
  yl_json_boolean (json, "is_repeated", answer->is_repeated);
  yl_json_begin_list (json, "revs");
  for (guint i = 0; i < answer->touched->len; i++)
    {
      const YlTouchedRow *row = &g_array_index (answer->touched, YlTouchedRow, i);
      yl_json_begin (json, NULL);
      yl_json_text (json, "sheet", row->sheet);
      yl_json_text (json, "id", row->id);
      yl_json_number_or_null (json, "rev", !row->is_dropped, answer->seq);
      yl_json_end (json);
    }
  yl_json_end (json);
  state_write (json, server, request);
  yl_json_end (json);
  return reply;
}

Reply *
steps_reply (Server *server, const Request *request, const YlStepAnswer *answer)
{
  return answer->conflicts->len > 0 ? say_conflicts (answer) : say_done (server, request, answer);
}

static Reply *
apply (Server *server, const Request *request, const Sent *sent)
{
  const YlRecordStep step = { .step_id = sent->step_id,
                              .at_ms = g_get_real_time () / 1000,
                              .who = g_get_user_name (),
                              .kind = sent->undo == 0 ? sent->kind : "undo",
                              .changes = (const YlChange *) (gpointer) sent->changes->data,
                              .n_changes = sent->changes->len };
  g_autoptr (GError) error = NULL;
  g_autoptr (YlStepAnswer) answer = sent->undo == 0
                                        ? yl_desk_apply (server->desk, &step, &error)
                                        : yl_desk_undo (server->desk, sent->undo, &step, &error);
  if (answer == NULL)
    return reply_new_error (error);
  return steps_reply (server, request, answer);
}

Reply *
api_steps (Server *server, Request *request)
{
  Sent sent = { .record = yl_desk_get_record (server->desk),
                .kind = kinds[0],
                .changes = g_array_new (FALSE, FALSE, sizeof (YlChange)),
                .cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref),
                .reader = yl_json_reader_new (request->body->str, request->body->len) };
  read_step (&sent);
  Reply *reply = sent.error == NULL ? apply (server, request, &sent) : reply_new_error (sent.error);
  clear_sent (&sent);
  return reply;
}
