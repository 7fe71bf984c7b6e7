#include "journal-private.h"

#include "yanglu/base/error.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/io/file-name.h"

#include <string.h>

/* Ids of steps are made elsewhere: at most a uuid and some. */
#define STEP_ID_MAX 64u
#define NAME_MAX_BYTES 256u

static gboolean
refuse (YlError kind, const char *why, GError **error)
{
  g_set_error (error, YL_ERROR, kind, "这一步没有存入：%s。", why);
  return FALSE;
}

/* An id, names: what goes into the hash as it is. */
static gboolean
check_names (const YlRecordStep *step, GError **error)
{
  const char *const names[] = { step->step_id, step->who, step->kind };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i][0] == '\0' || strlen (names[i]) > NAME_MAX_BYTES
        || !g_utf8_validate (names[i], -1, NULL))
      return refuse (YL_ERROR_INVALID, "步骤编号、操作人或种类不合格式", error);
  return strlen (step->step_id) <= STEP_ID_MAX
         || refuse (YL_ERROR_LIMIT, "步骤编号太长（最多 64 字节）", error);
}

static gboolean
is_id (const Sheet *sheet, const char *id)
{
  if (sheet->is_about)
    return strcmp (id, ABOUT) == 0;
  gsize i = 0;
  while (g_ascii_isdigit (id[i]) || (id[i] >= 'a' && id[i] <= 'f'))
    i++;
  return i == ID_DIGITS && id[i] == '\0';
}

static gboolean
check_change (const YlChange *change, GError **error)
{
  const YlRecordSheet *sheet = change->sheet;
  const Sheet *known = record_sheet (sheet);
  if (known->is_about && change->kind != YL_CHANGE_SET)
    return refuse (YL_ERROR_INVALID, "记录的说明只有一行，不能增删", error);
  if ((change->id != NULL || change->kind != YL_CHANGE_ADD)
      && (change->id == NULL || !is_id (known, change->id)))
    return refuse (YL_ERROR_INVALID, "行的编号不合格式", error);
  for (guint i = 0; i < change->n_cells; i++)
    {
      const YlCellChange *cell = &change->cells[i];
      if (cell->column >= sheet->n_columns)
        return refuse (YL_ERROR_INVALID, "没有这一列", error);
      const guint most = yl_record_sheet_get_max_bytes (sheet, cell->column);
      if (strlen (cell->text) > most)
        {
          g_autofree char *why = g_strdup_printf ("一个单元格超过 %u 字节", most);
          return refuse (YL_ERROR_LIMIT, why, error);
        }
      if (!g_utf8_validate (cell->text, -1, NULL))
        return refuse (YL_ERROR_INVALID, "单元格的文字不是有效的 UTF-8", error);
    }
  return TRUE;
}

gboolean
step_begin (YlRecord *record, const YlRecordStep *step, YlStepAnswer *answer, GError **error)
{
  if (!check_names (step, error) || !sql_run (record->db, record->path, "BEGIN IMMEDIATE", error))
    return FALSE;
  sqlite3_stmt *find =
      record_prepare (record, &record->find_step, "SELECT seq FROM step WHERE step_id = ?1", error);
  if (find == NULL)
    return FALSE;
  sql_bind_text (find, 1, step->step_id);
  const int code = sqlite3_step (find);
  answer->is_repeated = code == SQLITE_ROW;
  const gint64 seq = answer->is_repeated ? sqlite3_column_int64 (find, 0) : 0;
  sqlite3_reset (find);
  answer->revision = yl_record_get_revision (record, error);
  return answer->revision >= 0
         && (code == SQLITE_ROW || code == SQLITE_DONE
             || sql_fail (record->db, record->path, error))
         && (!answer->is_repeated || journal_tell_again (record, seq, answer, error));
}

/* What stood in @column when @rev was the row's: what the first step since then that changed it found there. */
typedef struct
{
  const YlChange *change;
  const char *column;
  char *base;
} BaseSearch;

static gboolean
take_base (gpointer self, const WhatCell *cell)
{
  BaseSearch *search = self;
  if (search->base == NULL && strcmp (cell->sheet, search->change->sheet->name) == 0
      && strcmp (cell->id, search->change->id) == 0 && strcmp (cell->column, search->column) == 0)
    search->base = g_strdup (cell->old == NULL ? "" : cell->old);
  return TRUE;
}

/* (transfer full) (nullable): @theirs where no step since then touched it. */
static gboolean
find_base (YlRecord *record,
           const YlChange *change,
           const char *column,
           gint64 revision,
           char **out_base,
           GError **error)
{
  BaseSearch search = { change, column, NULL };
  for (gint64 seq = MAX (change->rev, 0) + 1; seq <= revision && search.base == NULL; seq++)
    {
      g_autoptr (GString) json = journal_load (record, seq, error);
      if (json == NULL)
        return FALSE;
      what_read (json->str, json->len, take_base, &search);
    }
  *out_base = search.base;
  return TRUE;
}

static void
add_conflict (YlStepAnswer *answer, const YlConflict *conflict)
{
  const YlConflict kept = {
    .sheet = step_keep (answer, conflict->sheet),
    .id = step_keep (answer, conflict->id),
    .column = step_keep (answer, conflict->column),
    .base = step_keep (answer, conflict->base),
    .mine = step_keep (answer, conflict->mine),
    .theirs = step_keep (answer, conflict->theirs),
  };
  g_array_append_val (answer->conflicts, kept);
}

/* Its row has moved on: each cell it would write, or the row alone. */
static gboolean
report_moved (
    YlRecord *record, const YlChange *change, const Row *now, YlStepAnswer *answer, GError **error)
{
  const YlRecordSheet *sheet = change->sheet;
  if (change->n_cells == 0 || now == NULL)
    add_conflict (answer, &(YlConflict){ .sheet = sheet->name, .id = change->id, .column = "" });
  for (guint i = 0; i < change->n_cells && now != NULL; i++)
    {
      const YlCellChange *cell = &change->cells[i];
      g_autofree char *base = NULL;
      if (!find_base (record, change, sheet->columns[cell->column], answer->revision, &base, error))
        return FALSE;
      add_conflict (answer, &(YlConflict){ .sheet = sheet->name,
                                           .id = change->id,
                                           .column = sheet->columns[cell->column],
                                           .base = base == NULL ? now->cells[cell->column] : base,
                                           .mine = cell->text,
                                           .theirs = now->cells[cell->column] });
    }
  return TRUE;
}

/* -1: no such row. */
static gboolean
find_rev (YlRecord *record, const char *sheet, const char *id, gint64 *out_rev, GError **error)
{
  sqlite3_stmt *find = record_prepare (
      record, &record->find_rev, "SELECT rev FROM row_rev WHERE sheet = ?1 AND id = ?2", error);
  if (find == NULL)
    return FALSE;
  sql_bind_text (find, 1, sheet);
  sql_bind_text (find, 2, id);
  const int code = sqlite3_step (find);
  /* The row that is there from the beginning has no step yet. */
  *out_rev = code == SQLITE_ROW           ? sqlite3_column_int64 (find, 0)
             : strcmp (sheet, ABOUT) == 0 ? 0
                                          : -1;
  sqlite3_reset (find);
  return code == SQLITE_ROW || code == SQLITE_DONE || sql_fail (record->db, record->path, error);
}

static void
write_cells (const YlChange *change, Row *row)
{
  for (guint i = 0; i < change->n_cells; i++)
    {
      char **cell = &row->cells[change->cells[i].column];
      g_free (*cell);
      *cell = g_strdup (change->cells[i].text);
    }
}

static gboolean
change_row (
    YlRecord *record, const YlChange *change, Deltas *deltas, YlStepAnswer *answer, GError **error)
{
  gint64 rev = 0;
  Delta *delta = deltas_get (deltas, record, record_sheet (change->sheet), change->id, error);
  if (delta == NULL || !find_rev (record, change->sheet->name, change->id, &rev, error))
    return FALSE;
  if (rev != change->rev || delta->after == NULL)
    return report_moved (record, change, delta->before, answer, error);
  if (change->kind == YL_CHANGE_SET)
    write_cells (change, delta->after);
  else
    g_clear_pointer (&delta->after, row_free);
  return TRUE;
}

char *
yl_record_draw_id (void)
{
  return g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());
}

/* Rows that are added at one place stand in their order. By the changes: */
typedef struct
{
  gsize *next;        /* the number from 1 of the next that is added at the same place; 0: none */
  gboolean *is_later; /* it is no first one of its place */
} Added;

static Added
chain_added (const YlRecordStep *step)
{
  const Added added = { g_new0 (gsize, step->n_changes + 1),
                        g_new0 (gboolean, step->n_changes + 1) };
  /* place → the number from 1 of the last one there */
  g_autoptr (GHashTable) last =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < step->n_changes; i++)
    {
      const YlChange *change = &step->changes[i];
      if (change->kind != YL_CHANGE_ADD)
        continue;
      char *key = g_strdup_printf ("%s\t%d\t%s", change->sheet->name, change->after != NULL,
                                   change->after == NULL ? "" : change->after);
      const gsize before = GPOINTER_TO_SIZE (g_hash_table_lookup (last, key));
      if (before > 0)
        added.next[before - 1] = i + 1;
      added.is_later[i] = before > 0;
      g_hash_table_replace (last, key, GSIZE_TO_POINTER (i + 1));
    }
  return added;
}

/* @first and those behind it at its place. */
static gboolean
add_rows (YlRecord *record,
          const YlRecordStep *step,
          gsize first,
          const gsize *next,
          Deltas *deltas,
          YlStepAnswer *answer,
          GError **error)
{
  const YlChange *change = &step->changes[first];
  Sheet *sheet = record_sheet (change->sheet);
  g_autoptr (GArray) same = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (gsize number = first + 1; number != 0; number = next[number - 1])
    {
      const gsize i = number - 1;
      g_array_append_val (same, i);
    }
  if (change->after != NULL && change->after[0] != '\0')
    {
      const Delta *after = deltas_get (deltas, record, sheet, change->after, error);
      if (after == NULL)
        return FALSE;
      if (after->before == NULL)
        {
          add_conflict (
              answer,
              &(YlConflict){ .sheet = change->sheet->name, .id = change->after, .column = PLACE });
          return TRUE;
        }
    }
  g_autofree gint64 *places = g_new0 (gint64, same->len);
  if (!places_fill (record, sheet, change->after, same->len, places, deltas, error))
    return FALSE;
  for (guint i = 0; i < same->len; i++)
    {
      const YlChange *added = &step->changes[g_array_index (same, gsize, i)];
      g_autofree char *id = added->id == NULL ? yl_record_draw_id () : g_strdup (added->id);
      Delta *delta = deltas_get (deltas, record, sheet, id, error);
      if (delta == NULL)
        return FALSE;
      if (delta->before != NULL || delta->after != NULL)
        return refuse (YL_ERROR_INVALID, "新行的编号已经有了", error);
      delta->after = row_new (sheet);
      delta->after->place = places[i];
      write_cells (added, delta->after);
    }
  return TRUE;
}

static gboolean
collect (YlRecord *record,
         const YlRecordStep *step,
         Deltas *deltas,
         YlStepAnswer *answer,
         GError **error)
{
  const Added added = chain_added (step);
  g_autofree gsize *next = added.next;
  g_autofree gboolean *is_later = added.is_later;
  for (gsize i = 0; i < step->n_changes; i++)
    {
      const YlChange *change = &step->changes[i];
      if (is_later[i])
        continue;
      const gboolean is_good = change->kind == YL_CHANGE_ADD
                                   ? add_rows (record, step, i, next, deltas, answer, error)
                                   : change_row (record, change, deltas, answer, error);
      if (!is_good)
        return FALSE;
    }
  return TRUE;
}

YlStepAnswer *
yl_record_apply (YlRecord *record, const YlRecordStep *step, GError **error)
{
  for (gsize i = 0; i < step->n_changes; i++)
    if (!check_change (&step->changes[i], error))
      return NULL;
  g_autoptr (YlStepAnswer) answer = step_answer_new ();
  g_autoptr (Deltas) deltas = deltas_new ();
  gboolean is_good = step_begin (record, step, answer, error);
  if (is_good && !answer->is_repeated)
    is_good = collect (record, step, deltas, answer, error);
  if (is_good && !answer->is_repeated && answer->conflicts->len == 0)
    is_good = step_commit (record, step, deltas, answer, error);
  if (!sqlite3_get_autocommit (record->db))
    sqlite3_exec (record->db, "ROLLBACK", NULL, NULL, NULL);
  return is_good ? g_steal_pointer (&answer) : NULL;
}
