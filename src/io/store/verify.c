/* The journal replayed from empty, held against the tables. */
#include "journal-private.h"

#include "yanglu/base/error.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/io/store/verify.h"

#include <string.h>

/* A row as the journal has it. */
typedef struct
{
  Row *row;
  gint64 rev;
} Replayed;

typedef struct
{
  YlRecord *record;
  YlRecordReport *report;
  GHashTable *rows; /* "SHEET/ID" → Replayed */
  gint64 seq;
  /* The row at hand of that step */
  char *key;
  Sheet *sheet;
  Replayed *at_hand;
  gboolean is_new;   /* it was not there before */
  gboolean is_going; /* it is not there any more */
  gboolean has_place;
} Replay;

void
yl_record_report_free (YlRecordReport *report)
{
  if (report == NULL)
    return;
  g_free (report->fault);
  g_free (report);
}

static void
replayed_free (gpointer data)
{
  Replayed *replayed = data;
  row_free (replayed->row);
  g_free (replayed);
}

/* Only the first fault is told: what follows may follow from it. Returns: FALSE */
static gboolean G_GNUC_PRINTF (3, 4)
    fail (YlRecordReport *report, gint64 seq, const char *format, ...)
{
  va_list values;
  va_start (values, format);
  if (report->fault == NULL)
    {
      report->fault = g_strdup_vprintf (format, values);
      report->bad_seq = seq;
    }
  va_end (values);
  return FALSE;
}

static gboolean
fail_cell (Replay *replay, const WhatCell *cell, const char *stands)
{
  return fail (
      replay->report, replay->seq,
      "第 %" G_GINT64_FORMAT " 步改动 %s 表 %s 行的 %s，说原来是“%s”，而此前各步做下来是“%s”",
      replay->seq, cell->sheet, cell->id, cell->column,
      cell->old == NULL ? "（无此行）" : cell->old, stands == NULL ? "（无此行）" : stands);
}

/* The row at hand is whole. */
static gboolean
end_row (Replay *replay)
{
  if (replay->at_hand == NULL)
    return TRUE;
  const gboolean needs_place = (replay->is_new || replay->is_going) && !replay->sheet->is_about;
  if (needs_place && !replay->has_place)
    return fail (replay->report, replay->seq, "第 %" G_GINT64_FORMAT " 步增删的行没有写明位置",
                 replay->seq);
  replay->at_hand->rev = replay->seq;
  for (guint i = 0; replay->is_going && i < replay->sheet->sheet.n_columns; i++)
    if (replay->at_hand->row->cells[i][0] != '\0')
      return fail (replay->report, replay->seq,
                   "第 %" G_GINT64_FORMAT " 步删去的行还有没写明的内容", replay->seq);
  if (replay->is_going)
    g_hash_table_remove (replay->rows, replay->key);
  replay->at_hand = NULL;
  return TRUE;
}

static gboolean
begin_row (Replay *replay, const WhatCell *cell, const char *key)
{
  const YlRecordSheet *known = yl_record_find_sheet (replay->record, cell->sheet);
  if (known == NULL)
    return fail (replay->report, replay->seq, "第 %" G_GINT64_FORMAT " 步写的表 %s 不认得",
                 replay->seq, cell->sheet);
  g_free (replay->key);
  replay->key = g_strdup (key);
  replay->sheet = record_sheet (known);
  replay->at_hand = g_hash_table_lookup (replay->rows, key);
  replay->is_new = replay->at_hand == NULL;
  replay->is_going = cell->new == NULL;
  replay->has_place = FALSE;
  if (!replay->is_new)
    return TRUE;
  replay->at_hand = g_new0 (Replayed, 1);
  replay->at_hand->row = row_new (replay->sheet);
  g_hash_table_insert (replay->rows, g_strdup (key), replay->at_hand);
  return TRUE;
}

/* Puts @cell into the row at hand, whose cell must be what it says it was. */
static gboolean
replay_cell (Replay *replay, const WhatCell *cell)
{
  Row *row = replay->at_hand->row;
  const YlRecordSheet *sheet = &replay->sheet->sheet;
  const gboolean is_place = strcmp (cell->column, PLACE) == 0 && !replay->sheet->is_about;
  const guint column = yl_record_sheet_find_column (sheet, cell->column);
  if (!is_place && column == sheet->n_columns)
    return fail (replay->report, replay->seq, "第 %" G_GINT64_FORMAT " 步写的列 %s 不认得",
                 replay->seq, cell->column);
  char digits[21];
  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, row->place);
  const char *stands = replay->is_new ? NULL : is_place ? digits : row->cells[column];
  if (g_strcmp0 (stands, cell->old) != 0 || (cell->new == NULL) != replay->is_going)
    return fail_cell (replay, cell, stands);
  replay->has_place |= is_place;
  if (is_place)
    row->place = cell->new == NULL ? row->place : g_ascii_strtoll (cell->new, NULL, 10);
  else
    {
      g_free (row->cells[column]);
      row->cells[column] = g_strdup (cell->new == NULL ? "" : cell->new);
    }
  return TRUE;
}

static gboolean
take_cell (gpointer self, const WhatCell *cell)
{
  Replay *replay = self;
  g_autofree char *key = g_strconcat (cell->sheet, "/", cell->id, NULL);
  const gboolean is_other = replay->at_hand == NULL || strcmp (replay->key, key) != 0;
  if (is_other && (!end_row (replay) || !begin_row (replay, cell, key)))
    return FALSE;
  return replay_cell (replay, cell);
}

static gboolean
replay_step (Replay *replay, const ChainLink *link)
{
  g_autoptr (GString) json = chain_unpack (link->what, link->n_what);
  replay->seq = link->seq;
  replay->at_hand = NULL;
  if (json != NULL && what_read (json->str, json->len, take_cell, replay))
    return end_row (replay);
  return fail (replay->report, link->seq, "第 %" G_GINT64_FORMAT " 步的内容不合格式", link->seq);
}

static void
to_hex (const guint8 hash[HASH_BYTES], char out_hex[YL_RECORD_HASH_DIGITS + 1])
{
  for (guint i = 0; i < HASH_BYTES; i++)
    g_snprintf (out_hex + 2 * i, 3, "%02x", hash[i]);
}

static gboolean
is_hash (sqlite3_stmt *all, int column, const guint8 hash[HASH_BYTES])
{
  return sqlite3_column_bytes (all, column) == HASH_BYTES
         && memcmp (sqlite3_column_blob (all, column), hash, HASH_BYTES) == 0;
}

/* Every entry follows from the one before it; @hash: of that one, then of this. */
static gboolean
follow (Replay *replay, sqlite3_stmt *all, guint8 hash[HASH_BYTES])
{
  const ChainLink link = { .seq = sqlite3_column_int64 (all, 0),
                           .at_ms = sqlite3_column_int64 (all, 1),
                           .who = sql_text (all, 2),
                           .kind = sql_text (all, 3),
                           .what = sqlite3_column_blob (all, 4),
                           .n_what = (gsize) sqlite3_column_bytes (all, 4) };
  const gint64 due = replay->report->n_steps + 1;
  if (link.seq != due)
    return fail (replay->report, due, "缺第 %" G_GINT64_FORMAT " 步", due);
  if (!is_hash (all, 5, hash))
    return fail (replay->report, due, "第 %" G_GINT64_FORMAT " 步不接在前一步之后", due);
  guint8 next[HASH_BYTES];
  chain_add (hash, &link, next);
  if (!is_hash (all, 6, next))
    return fail (replay->report, due, "第 %" G_GINT64_FORMAT " 步的内容与它的校验值不符", due);
  if (!replay_step (replay, &link))
    return FALSE;
  memcpy (hash, next, HASH_BYTES);
  replay->report->n_steps = due;
  to_hex (hash, replay->report->anchor);
  return TRUE;
}

static gboolean
replay_all (Replay *replay, const char *anchor, GError **error)
{
  guint8 hash[HASH_BYTES];
  YlRecord *record = replay->record;
  chain_begin (&record->identity, hash);
  to_hex (hash, replay->report->anchor);
  gboolean is_met = anchor == NULL || g_ascii_strcasecmp (anchor, replay->report->anchor) == 0;
  g_autoptr (sqlite3_stmt) all =
      sql_prepare (record->db, record->path,
                   "SELECT seq, at, who, kind, what, previous, hash FROM step ORDER BY seq", error);
  if (all == NULL)
    return FALSE;
  int code = 0;
  while ((code = sqlite3_step (all)) == SQLITE_ROW && follow (replay, all, hash))
    is_met |= anchor != NULL && g_ascii_strcasecmp (anchor, replay->report->anchor) == 0;
  if (code != SQLITE_DONE && code != SQLITE_ROW)
    return sql_fail (record->db, record->path, error);
  if (!is_met)
    fail (replay->report, 0, "给出的校验值不在这份记录的日志里：它不是同一份记录，或已被整个改写");
  return TRUE;
}

static gboolean
compare_row (gpointer self, const YlRecordRow *found)
{
  Replay *replay = self;
  const YlRecordSheet *sheet = &replay->sheet->sheet;
  g_autofree char *key = g_strconcat (sheet->name, "/", found->id, NULL);
  const Replayed *kept = g_hash_table_lookup (replay->rows, key);
  if (kept == NULL)
    return fail (replay->report, 0, "%s 表的 %s 行在日志里没有来历", sheet->name, found->id);
  if (kept->row->place != found->place || kept->rev != found->rev)
    return fail (replay->report, 0, "%s 表的 %s 行的次序或版本与日志不符", sheet->name, found->id);
  for (guint i = 0; i < sheet->n_columns; i++)
    if (strcmp (kept->row->cells[i], found->cells[i]) != 0)
      return fail (replay->report, 0, "%s 表 %s 行的 %s 现为“%s”，按日志应为“%s”", sheet->name,
                   found->id, sheet->columns[i], found->cells[i], kept->row->cells[i]);
  g_hash_table_remove (replay->rows, key);
  return TRUE;
}

static gboolean
compare_tables (Replay *replay, GError **error)
{
  YlRecord *record = replay->record;
  for (guint i = 0; i < record->sheets->len && replay->report->fault == NULL; i++)
    {
      replay->sheet = g_ptr_array_index (record->sheets, i);
      if (!yl_record_read (record, &replay->sheet->sheet, compare_row, replay, error))
        return FALSE;
    }
  if (replay->report->fault == NULL && g_hash_table_size (replay->rows) > 0)
    fail (replay->report, 0, "有 %u 行按日志应当在，表里没有", g_hash_table_size (replay->rows));
  return TRUE;
}

YlRecordReport *
yl_record_verify (YlRecord *record, const char *anchor, GError **error)
{
  g_autoptr (YlRecordReport) report = g_new0 (YlRecordReport, 1);
  g_autoptr (GHashTable) rows =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, replayed_free);
  Replay replay = { .record = record, .report = report, .rows = rows };
  /* The row that is there from the beginning, without a step. */
  Replayed *about = g_new0 (Replayed, 1);
  about->row = row_new (record_sheet (yl_record_find_sheet (record, ABOUT)));
  g_hash_table_insert (rows, g_strdup (ABOUT "/" ABOUT), about);
  gboolean is_good =
      sql_run (record->db, record->path, "BEGIN", error) && replay_all (&replay, anchor, error);
  if (is_good && report->fault == NULL)
    is_good = compare_tables (&replay, error);
  sqlite3_exec (record->db, "ROLLBACK", NULL, NULL, NULL);
  g_free (replay.key);
  return is_good ? g_steal_pointer (&report) : NULL;
}
