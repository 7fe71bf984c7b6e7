/* The journal: what a step did is entered, and read back. */
#include "journal-private.h"

#include "yanglu/base/error.h"
#include "yanglu/io/file-name.h"

#include <string.h>

static gboolean
fail_damaged (YlRecord *record, gint64 seq, GError **error)
{
  g_autofree char *shown = yl_file_name_show_base (record->path);
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
               "记录文件“%s”第 %" G_GINT64_FORMAT
               " 步的日志读不懂，未作改动；请用 yanglu record verify 核对。",
               shown, seq);
  return FALSE;
}

GString *
journal_load (YlRecord *record, gint64 seq, GError **error)
{
  g_autoptr (sqlite3_stmt) find =
      sql_prepare (record->db, record->path, "SELECT what FROM step WHERE seq = ?1", error);
  if (find == NULL)
    return NULL;
  sqlite3_bind_int64 (find, 1, seq);
  GString *json = NULL;
  if (sqlite3_step (find) == SQLITE_ROW)
    json = chain_unpack (sqlite3_column_blob (find, 0), (gsize) sqlite3_column_bytes (find, 0));
  if (json == NULL)
    fail_damaged (record, seq, error);
  return json;
}

static gboolean
load_last_hash (YlRecord *record, guint8 out_hash[HASH_BYTES], GError **error)
{
  g_autoptr (sqlite3_stmt) last = sql_prepare (
      record->db, record->path, "SELECT seq, hash FROM step ORDER BY seq DESC LIMIT 1", error);
  if (last == NULL)
    return FALSE;
  const int code = sqlite3_step (last);
  if (code == SQLITE_DONE)
    chain_begin (&record->identity, out_hash);
  else if (code != SQLITE_ROW)
    return sql_fail (record->db, record->path, error);
  else if (sqlite3_column_bytes (last, 1) != HASH_BYTES)
    return fail_damaged (record, sqlite3_column_int64 (last, 0), error);
  else
    memcpy (out_hash, sqlite3_column_blob (last, 1), HASH_BYTES);
  return TRUE;
}

static gboolean
enter (YlRecord *record, const YlRecordStep *step, const ChainLink *link, GError **error)
{
  guint8 previous[HASH_BYTES];
  guint8 hash[HASH_BYTES];
  sqlite3_stmt *put = record_prepare (
      record, &record->put_step, "INSERT INTO step VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", error);
  if (put == NULL || !load_last_hash (record, previous, error))
    return FALSE;
  chain_add (previous, link, hash);
  sqlite3_bind_int64 (put, 1, link->seq);
  sql_bind_text (put, 2, step->step_id);
  sqlite3_bind_int64 (put, 3, link->at_ms);
  sql_bind_text (put, 4, link->who);
  sql_bind_text (put, 5, link->kind);
  sqlite3_bind_blob (put, 6, link->what, (int) link->n_what, SQLITE_STATIC);
  sqlite3_bind_blob (put, 7, previous, HASH_BYTES, SQLITE_STATIC);
  sqlite3_bind_blob (put, 8, hash, HASH_BYTES, SQLITE_STATIC);
  return sql_step_done (put, record->path, error);
}

static void
tell_touched (const Deltas *deltas, YlStepAnswer *answer)
{
  for (guint i = 0; i < deltas->deltas->len; i++)
    {
      const Delta *delta = g_ptr_array_index (deltas->deltas, i);
      if (!delta_is_changed (delta))
        continue;
      const YlTouchedRow row = { delta->sheet->sheet.name, step_keep (answer, delta->id),
                                 delta->after == NULL };
      g_array_append_val (answer->touched, row);
    }
}

gboolean
step_commit (YlRecord *record,
             const YlRecordStep *step,
             const Deltas *deltas,
             YlStepAnswer *answer,
             GError **error)
{
  g_autoptr (GString) json = what_write (deltas);
  if (strcmp (json->str, "{}") == 0)
    return TRUE;
  g_autoptr (GByteArray) what = chain_pack (json->str, json->len);
  if (what == NULL)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_LIMIT,
                   "这一步没有存入：内容超过 16 MiB，请分几次导入或粘贴。");
      return FALSE;
    }
  const ChainLink link = { .seq = answer->revision + 1,
                           .at_ms = step->at_ms,
                           .who = step->who,
                           .kind = step->kind,
                           .what = what->data,
                           .n_what = what->len };
  if (!rows_write (record, deltas, link.seq, error) || !enter (record, step, &link, error)
      || !sql_run (record->db, record->path, "COMMIT", error))
    return FALSE;
  answer->revision = link.seq;
  answer->seq = link.seq;
  tell_touched (deltas, answer);
  return TRUE;
}

typedef struct
{
  YlRecord *record;
  YlStepAnswer *answer;
} TellingAgain;

static gboolean
tell_cell (gpointer self, const WhatCell *cell)
{
  const TellingAgain *telling = self;
  GArray *touched = telling->answer->touched;
  const YlRecordSheet *sheet = yl_record_find_sheet (telling->record, cell->sheet);
  const YlTouchedRow *last =
      touched->len == 0 ? NULL : &g_array_index (touched, YlTouchedRow, touched->len - 1);
  if (sheet == NULL)
    return FALSE;
  if (last != NULL && last->sheet == sheet->name && strcmp (last->id, cell->id) == 0)
    return TRUE;
  /* Of a row that went every cell did. */
  const YlTouchedRow row = { sheet->name, step_keep (telling->answer, cell->id),
                             cell->new == NULL };
  g_array_append_val (touched, row);
  return TRUE;
}

gboolean
journal_tell_again (YlRecord *record, gint64 seq, YlStepAnswer *answer, GError **error)
{
  TellingAgain telling = { record, answer };
  g_autoptr (GString) json = journal_load (record, seq, error);
  if (json == NULL)
    return FALSE;
  answer->seq = seq;
  return what_read (json->str, json->len, tell_cell, &telling) || fail_damaged (record, seq, error);
}

typedef struct
{
  GString *last; /* "SHEET/ID" of the row at hand */
  gsize n_rows;
} RowCount;

static gboolean
count_row (gpointer self, const WhatCell *cell)
{
  RowCount *count = self;
  g_autofree char *row = g_strconcat (cell->sheet, "/", cell->id, NULL);
  if (strcmp (row, count->last->str) != 0)
    count->n_rows++;
  g_string_assign (count->last, row);
  return TRUE;
}

static gboolean
count_rows (YlRecord *record, sqlite3_stmt *all, gsize *out_n, GError **error)
{
  g_autoptr (GString) last = g_string_new (NULL);
  RowCount count = { last, 0 };
  g_autoptr (GString) json =
      chain_unpack (sqlite3_column_blob (all, 5), (gsize) sqlite3_column_bytes (all, 5));
  if (json == NULL || !what_read (json->str, json->len, count_row, &count))
    return fail_damaged (record, sqlite3_column_int64 (all, 0), error);
  *out_n = count.n_rows;
  return TRUE;
}

gboolean
yl_record_read_journal (YlRecord *record,
                        gint64 since,
                        gboolean (*take) (gpointer self, const YlJournalEntry *entry),
                        gpointer self,
                        GError **error)
{
  g_autoptr (sqlite3_stmt) all = sql_prepare (
      record->db, record->path,
      "SELECT seq, step_id, at, who, kind, what FROM step WHERE seq > ?1 ORDER BY seq", error);
  if (all == NULL)
    return FALSE;
  sqlite3_bind_int64 (all, 1, since);
  int code = 0;
  while ((code = sqlite3_step (all)) == SQLITE_ROW)
    {
      gsize n_rows = 0;
      if (!count_rows (record, all, &n_rows, error))
        return FALSE;
      const YlJournalEntry entry = { .seq = sqlite3_column_int64 (all, 0),
                                     .step_id = sql_text (all, 1),
                                     .at_ms = sqlite3_column_int64 (all, 2),
                                     .who = sql_text (all, 3),
                                     .kind = sql_text (all, 4),
                                     .n_rows = n_rows };
      if (!take (self, &entry))
        return TRUE;
    }
  return code == SQLITE_DONE || sql_fail (record->db, record->path, error);
}
