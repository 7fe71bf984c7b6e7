/* Rows: read in their order, and as they stand before and after a step. */
#include "rows-private.h"

#include "yanglu/base/keyed-hash.h"

#include <string.h>

void
row_free (Row *row)
{
  if (row == NULL)
    return;
  g_strfreev (row->cells);
  g_free (row);
}

Row *
row_new (const Sheet *sheet)
{
  Row *row = g_new0 (Row, 1);
  row->cells = g_new0 (char *, sheet->sheet.n_columns + 1);
  for (guint i = 0; i < sheet->sheet.n_columns; i++)
    row->cells[i] = g_strdup ("");
  return row;
}

Row *
row_copy (const Sheet *sheet, const Row *row)
{
  Row *copy = g_new0 (Row, 1);
  copy->place = row->place;
  copy->cells = g_new0 (char *, sheet->sheet.n_columns + 1);
  for (guint i = 0; i < sheet->sheet.n_columns; i++)
    copy->cells[i] = g_strdup (row->cells[i]);
  return copy;
}

static void
delta_free (gpointer data)
{
  Delta *delta = data;
  row_free (delta->before);
  row_free (delta->after);
  g_free (delta->id);
  g_free (delta);
}

Deltas *
deltas_new (void)
{
  Deltas *deltas = g_new0 (Deltas, 1);
  deltas->deltas = g_ptr_array_new_with_free_func (delta_free);
  deltas->by_id = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  return deltas;
}

void
deltas_free (Deltas *deltas)
{
  g_hash_table_unref (deltas->by_id);
  g_ptr_array_unref (deltas->deltas);
  g_free (deltas);
}

/* (transfer full): SQL with the sheet's name and columns in the places of %s. */
static char *
make_find (const Sheet *sheet)
{
  if (sheet->is_about)
    return g_strdup_printf ("SELECT 0, %s FROM about WHERE ?1 = '" ABOUT "'", sheet->list);
  return g_strdup_printf ("SELECT " PLACE ", %s FROM %s WHERE id = ?1", sheet->list,
                          sheet->sheet.name);
}

/* (transfer full) (nullable) */
static Row *
take_row (const Sheet *sheet, sqlite3_stmt *statement)
{
  Row *row = g_new0 (Row, 1);
  row->place = sqlite3_column_int64 (statement, 0);
  row->cells = g_new0 (char *, sheet->sheet.n_columns + 1);
  for (guint i = 0; i < sheet->sheet.n_columns; i++)
    row->cells[i] = g_strdup (sql_text (statement, (int) i + 1));
  return row;
}

static gboolean
load (YlRecord *record, Sheet *sheet, const char *id, Row **out_row, GError **error)
{
  g_autofree char *sql = sheet->find == NULL ? make_find (sheet) : NULL;
  sqlite3_stmt *find = record_prepare (record, &sheet->find, sql, error);
  *out_row = NULL;
  if (find == NULL)
    return FALSE;
  sql_bind_text (find, 1, id);
  const int code = sqlite3_step (find);
  if (code == SQLITE_ROW)
    *out_row = take_row (sheet, find);
  const gboolean is_good = code == SQLITE_ROW || code == SQLITE_DONE;
  if (!is_good)
    sql_fail (record->db, record->path, error);
  sqlite3_reset (find);
  return is_good;
}

Delta *
deltas_get (Deltas *deltas, YlRecord *record, Sheet *sheet, const char *id, GError **error)
{
  g_autofree char *key = g_strconcat (sheet->sheet.name, "/", id, NULL);
  Delta *delta = g_hash_table_lookup (deltas->by_id, key);
  if (delta != NULL)
    return delta;
  Row *row = NULL;
  if (!load (record, sheet, id, &row, error))
    return NULL;
  delta = g_new0 (Delta, 1);
  delta->sheet = sheet;
  delta->id = g_strdup (id);
  delta->before = row;
  delta->after = row == NULL ? NULL : row_copy (sheet, row);
  g_ptr_array_add (deltas->deltas, delta);
  g_hash_table_insert (deltas->by_id, g_steal_pointer (&key), delta);
  return delta;
}

gboolean
delta_has_changed (const Delta *delta, guint column)
{
  const char *before = delta->before == NULL ? "" : delta->before->cells[column];
  const char *after = delta->after == NULL ? "" : delta->after->cells[column];
  return strcmp (before, after) != 0;
}

gboolean
delta_has_moved (const Delta *delta)
{
  if (delta->before == NULL || delta->after == NULL)
    return delta->before != delta->after;
  return delta->before->place != delta->after->place;
}

gboolean
delta_is_changed (const Delta *delta)
{
  gboolean is_changed = delta_has_moved (delta);
  for (guint i = 0; !is_changed && i < delta->sheet->sheet.n_columns; i++)
    is_changed = delta_has_changed (delta, i);
  return is_changed;
}

/* "?3, ?4, …" */
static char *
make_signs (const Sheet *sheet)
{
  g_autoptr (GString) signs = g_string_new (NULL);
  for (guint i = 0; i < sheet->sheet.n_columns; i++)
    g_string_append_printf (signs, "%s?%u", i == 0 ? "" : ", ", i + 3);
  return g_strdup (signs->str);
}

static sqlite3_stmt *
prepare_put (YlRecord *record, Sheet *sheet, GError **error)
{
  if (sheet->put != NULL)
    return sheet->put;
  g_autofree char *signs = make_signs (sheet);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (id, " PLACE ", %s) VALUES (?1, ?2, %s)",
                                          sheet->sheet.name, sheet->list, signs);
  return record_prepare (record, &sheet->put, sql, error);
}

static sqlite3_stmt *
prepare_set (YlRecord *record, Sheet *sheet, GError **error)
{
  if (sheet->set != NULL)
    return sheet->set;
  g_autofree char *signs = make_signs (sheet);
  const char *where = sheet->is_about ? "?1 = '" ABOUT "' AND ?2 = 0" : "id = ?1";
  g_autofree char *sql =
      sheet->is_about
          ? g_strdup_printf ("UPDATE about SET (%s) = (%s) WHERE %s", sheet->list, signs, where)
          : g_strdup_printf ("UPDATE %s SET (" PLACE ", %s) = (?2, %s) WHERE %s", sheet->sheet.name,
                             sheet->list, signs, where);
  return record_prepare (record, &sheet->set, sql, error);
}

static gboolean
write_row (YlRecord *record, const Delta *delta, GError **error)
{
  Sheet *sheet = delta->sheet;
  sqlite3_stmt *write = delta->before == NULL ? prepare_put (record, sheet, error)
                                              : prepare_set (record, sheet, error);
  if (write == NULL)
    return FALSE;
  sql_bind_text (write, 1, delta->id);
  sqlite3_bind_int64 (write, 2, delta->after->place);
  for (guint i = 0; i < sheet->sheet.n_columns; i++)
    sql_bind_text (write, (int) i + 3, delta->after->cells[i]);
  return sql_step_done (write, record->path, error);
}

static gboolean
drop_row (YlRecord *record, const Delta *delta, GError **error)
{
  Sheet *sheet = delta->sheet;
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", sheet->sheet.name);
  sqlite3_stmt *drop = record_prepare (record, &sheet->drop, sql, error);
  sqlite3_stmt *drop_rev = record_prepare (
      record, &record->drop_rev, "DELETE FROM row_rev WHERE sheet = ?1 AND id = ?2", error);
  if (drop == NULL || drop_rev == NULL)
    return FALSE;
  sql_bind_text (drop, 1, delta->id);
  sql_bind_text (drop_rev, 1, sheet->sheet.name);
  sql_bind_text (drop_rev, 2, delta->id);
  return sql_step_done (drop, record->path, error) && sql_step_done (drop_rev, record->path, error);
}

static gboolean
write_rev (YlRecord *record, const Delta *delta, gint64 seq, GError **error)
{
  sqlite3_stmt *put = record_prepare (
      record, &record->put_rev,
      "INSERT INTO row_rev VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET rev = ?3", error);
  if (put == NULL)
    return FALSE;
  sql_bind_text (put, 1, delta->sheet->sheet.name);
  sql_bind_text (put, 2, delta->id);
  sqlite3_bind_int64 (put, 3, seq);
  return sql_step_done (put, record->path, error);
}

gboolean
rows_write (YlRecord *record, const Deltas *deltas, gint64 seq, GError **error)
{
  for (guint i = 0; i < deltas->deltas->len; i++)
    {
      const Delta *delta = g_ptr_array_index (deltas->deltas, i);
      if (!delta_is_changed (delta))
        continue;
      const gboolean is_written =
          delta->after == NULL
              ? drop_row (record, delta, error)
              : write_row (record, delta, error) && write_rev (record, delta, seq, error);
      if (!is_written)
        return FALSE;
    }
  return TRUE;
}

/* (transfer full): the rows of @sheet, each with its revision: all in their order, or the one of ?1. */
static char *
make_read (const Sheet *sheet, gboolean is_one)
{
  const char *name = sheet->sheet.name;
  if (sheet->is_about)
    return g_strdup_printf ("SELECT '" ABOUT "', (SELECT rev FROM row_rev WHERE sheet = '" ABOUT
                            "'), 0, %s FROM about%s",
                            sheet->list, is_one ? " WHERE ?1 = '" ABOUT "'" : "");
  return g_strdup_printf ("SELECT id, (SELECT rev FROM row_rev WHERE sheet = '%s' AND row_rev.id = "
                          "%s.id), " PLACE ", %s FROM %s %s",
                          name, name, sheet->list, name,
                          is_one ? "WHERE id = ?1" : "ORDER BY " PLACE ", id");
}

/* Tells what @asked finds. */
static gboolean
tell_rows (YlRecord *record,
           const YlRecordSheet *sheet,
           sqlite3_stmt *asked,
           gboolean (*take) (gpointer self, const YlRecordRow *row),
           gpointer self,
           GError **error)
{
  g_autofree const char **cells = g_new0 (const char *, sheet->n_columns + 1);
  int code = 0;
  while ((code = sqlite3_step (asked)) == SQLITE_ROW)
    {
      for (guint i = 0; i < sheet->n_columns; i++)
        cells[i] = sql_text (asked, (int) i + 3);
      const YlRecordRow row = { .id = sql_text (asked, 0),
                                .rev = sqlite3_column_int64 (asked, 1),
                                .place = sqlite3_column_int64 (asked, 2),
                                .cells = cells };
      if (!take (self, &row))
        return TRUE;
    }
  return code == SQLITE_DONE || sql_fail (record->db, record->path, error);
}

gboolean
yl_record_read (YlRecord *record,
                const YlRecordSheet *sheet,
                gboolean (*take) (gpointer self, const YlRecordRow *row),
                gpointer self,
                GError **error)
{
  g_autofree char *sql = make_read (record_sheet (sheet), FALSE);
  g_autoptr (sqlite3_stmt) all = sql_prepare (record->db, record->path, sql, error);
  return all != NULL && tell_rows (record, sheet, all, take, self, error);
}

gboolean
yl_record_read_row (YlRecord *record,
                    const YlRecordSheet *sheet,
                    const char *id,
                    gboolean (*take) (gpointer self, const YlRecordRow *row),
                    gpointer self,
                    GError **error)
{
  Sheet *known = record_sheet (sheet);
  g_autofree char *sql = known->read == NULL ? make_read (known, TRUE) : NULL;
  sqlite3_stmt *one = record_prepare (record, &known->read, sql, error);
  if (one == NULL)
    return FALSE;
  sql_bind_text (one, 1, id);
  const gboolean is_good = tell_rows (record, sheet, one, take, self, error);
  sqlite3_reset (one);
  sqlite3_clear_bindings (one);
  return is_good;
}
