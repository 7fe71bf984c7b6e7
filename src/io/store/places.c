/* The order of rows: whole numbers, in steps of 1024 where rows are added at the end, so that a row
 * between two others moves neither. */
#include "rows-private.h"

#include "yanglu/base/error.h"

#include <string.h>

#define STEP 1024
/* So many rows behind a place that is full are moved first; then twice as many. */
#define FIRST_WINDOW 64u

/* A row behind the place that is filled. */
typedef struct
{
  char *id;
  gint64 place;
} Behind;

static void
behind_clear (gpointer data)
{
  g_free (((Behind *) data)->id);
}

static sqlite3_stmt *
prepare_next (YlRecord *record, Sheet *sheet, GError **error)
{
  if (sheet->next != NULL)
    return sheet->next;
  g_autofree char *sql = g_strdup_printf ("SELECT id, " PLACE " FROM %s WHERE (" PLACE
                                          ", id) > (?1, ?2) ORDER BY " PLACE ", id LIMIT ?3",
                                          sheet->sheet.name);
  return record_prepare (record, &sheet->next, sql, error);
}

/* (transfer full): the first @most rows behind (@place, @id). */
static GArray *
load_behind (
    YlRecord *record, Sheet *sheet, gint64 place, const char *id, guint most, GError **error)
{
  sqlite3_stmt *next = prepare_next (record, sheet, error);
  if (next == NULL)
    return NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Behind));
  g_array_set_clear_func (rows, behind_clear);
  sqlite3_bind_int64 (next, 1, place);
  sql_bind_text (next, 2, id);
  sqlite3_bind_int64 (next, 3, most);
  int code = 0;
  while ((code = sqlite3_step (next)) == SQLITE_ROW)
    {
      const Behind row = { g_strdup (sql_text (next, 0)), sqlite3_column_int64 (next, 1) };
      g_array_append_val (rows, row);
    }
  if (code != SQLITE_DONE)
    sql_fail (record->db, record->path, error);
  sqlite3_reset (next);
  return code == SQLITE_DONE ? g_steal_pointer (&rows) : NULL;
}

/* The place of the last row, or that of @after; before the first row there is none. */
static gboolean
find_before (YlRecord *record,
             Sheet *sheet,
             const char *after,
             Deltas *deltas,
             gint64 *out_place,
             GError **error)
{
  if (after != NULL)
    {
      const Delta *row = deltas_get (deltas, record, sheet, after, error);
      *out_place = row == NULL || row->before == NULL ? 0 : row->before->place;
      return row != NULL;
    }
  g_autofree char *sql =
      g_strdup_printf ("SELECT coalesce (max (" PLACE "), 0) FROM %s", sheet->sheet.name);
  g_autoptr (sqlite3_stmt) last = sql_prepare (record->db, record->path, sql, error);
  if (last == NULL)
    return FALSE;
  if (sqlite3_step (last) != SQLITE_ROW)
    return sql_fail (record->db, record->path, error);
  *out_place = sqlite3_column_int64 (last, 0);
  return TRUE;
}

static gboolean
move (
    YlRecord *record, Sheet *sheet, const Behind *row, gint64 place, Deltas *deltas, GError **error)
{
  Delta *delta = deltas_get (deltas, record, sheet, row->id, error);
  if (delta == NULL)
    return FALSE;
  if (delta->after != NULL)
    delta->after->place = place;
  return TRUE;
}

/* @n places and those of the first @n_moved of @behind between @low and @high, evenly. */
static gboolean
spread (YlRecord *record,
        Sheet *sheet,
        gint64 low,
        gint64 high,
        gsize n,
        gint64 *places,
        const GArray *behind,
        gsize n_moved,
        Deltas *deltas,
        GError **error)
{
  const __int128 room = (__int128) high - low;
  const gsize parts = n + n_moved + 1;
  for (gsize i = 0; i < n + n_moved; i++)
    {
      const gint64 place = low + (gint64) (room * (__int128) (i + 1) / (__int128) parts);
      if (i < n)
        places[i] = place;
      else if (!move (record, sheet, &g_array_index (behind, Behind, i - n), place, deltas, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
places_fill (YlRecord *record,
             Sheet *sheet,
             const char *after,
             gsize n,
             gint64 *places,
             Deltas *deltas,
             GError **error)
{
  const gboolean is_first = after != NULL && after[0] == '\0';
  gint64 low = 0;
  if (!is_first && !find_before (record, sheet, after, deltas, &low, error))
    return FALSE;
  const gint64 from = is_first ? G_MININT64 : low;
  for (guint window = 0;; window = window == 0 ? FIRST_WINDOW : window * 2)
    {
      g_autoptr (GArray) behind = load_behind (
          record, sheet, from, is_first || after == NULL ? "~" : after, window + 1, error);
      if (behind == NULL)
        return FALSE;
      const gboolean is_end = behind->len <= window;
      const gsize n_moved = is_end ? behind->len : window;
      if (is_end)
        return spread (record, sheet, low, low + (gint64) (n + n_moved + 1) * STEP, n, places,
                       behind, n_moved, deltas, error);
      const gint64 high = g_array_index (behind, Behind, window).place;
      if (is_first && window == 0)
        low = high - (gint64) (n + 1) * STEP;
      if (high - low > (gint64) (n + n_moved))
        return spread (record, sheet, low, high, n, places, behind, n_moved, deltas, error);
    }
}
