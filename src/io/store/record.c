#include "rows-private.h"

#include "yanglu/base/error.h"
#include "yanglu/io/file-name.h"

#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* A cell that is typed, and a whole file that is kept. */
#define CELL_MAX_BYTES 1000u
#define FILE_MAX_BYTES (1024u * 1024u)

/* All columns of a row that no column is for. */
#define OTHER_MAX_BYTES (64u * 1024u)

/* Most bytes of one value: a journal entry that deflates to nothing of its size. */
#define VALUE_MAX_BYTES (20 * 1024 * 1024)

static const struct
{
  const char *name;
  guint max_bytes;
} sheet_names[] = {
  { "road", CELL_MAX_BYTES }, { "bridge", CELL_MAX_BYTES }, { "source", CELL_MAX_BYTES },
  { "land", CELL_MAX_BYTES }, { "cost", CELL_MAX_BYTES },   { "unit", CELL_MAX_BYTES },
  { "file", FILE_MAX_BYTES }, { ABOUT, FILE_MAX_BYTES },
};

/* Columns that are no cells; of the only row of `about` what never changes. */
static const char *const not_cells[] = { "id", PLACE, "one", "uuid", "county", "year" };
static const char *const not_cells_of_list[] = { "id", PLACE };

static gboolean
is_cell (const char *column, gboolean is_about)
{
  const char *const *names = is_about ? not_cells : not_cells_of_list;
  const gsize n = is_about ? G_N_ELEMENTS (not_cells) : G_N_ELEMENTS (not_cells_of_list);
  for (gsize i = 0; i < n; i++)
    if (strcmp (names[i], column) == 0)
      return FALSE;
  return TRUE;
}

Sheet *
record_sheet (const YlRecordSheet *sheet)
{
  G_STATIC_ASSERT (G_STRUCT_OFFSET (Sheet, sheet) == 0);
  return (Sheet *) (gpointer) sheet;
}

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;
  sqlite3_stmt *const statements[] = { sheet->find, sheet->read, sheet->put,
                                       sheet->set,  sheet->drop, sheet->next };
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    sqlite3_finalize (statements[i]);
  g_strfreev ((char **) (gpointer) sheet->sheet.columns);
  g_free (sheet->list);
  g_free (sheet);
}

/* The table says which columns a sheet has. */
static gboolean
load_columns (YlRecord *record, Sheet *sheet, GError **error)
{
  g_autoptr (sqlite3_stmt) asked = sql_prepare (
      record->db, record->path, "SELECT name FROM pragma_table_info (?1) ORDER BY cid", error);
  if (asked == NULL)
    return FALSE;
  sql_bind_text (asked, 1, sheet->sheet.name);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_autoptr (GString) list = g_string_new (NULL);
  int code = 0;
  while ((code = sqlite3_step (asked)) == SQLITE_ROW)
    {
      const char *column = sql_text (asked, 0);
      if (!is_cell (column, sheet->is_about))
        continue;
      g_string_append_printf (list, "%s\"%s\"", list->len == 0 ? "" : ", ", column);
      g_ptr_array_add (columns, g_strdup (column));
    }
  sheet->sheet.n_columns = columns->len;
  g_ptr_array_add (columns, NULL);
  sheet->sheet.columns = (const char *const *) g_ptr_array_free (g_steal_pointer (&columns), FALSE);
  sheet->list = g_string_free (g_steal_pointer (&list), FALSE);
  return code == SQLITE_DONE || sql_fail (record->db, record->path, error);
}

static gboolean
load_sheets (YlRecord *record, GError **error)
{
  record->sheets = g_ptr_array_new_with_free_func (sheet_free);
  for (gsize i = 0; i < G_N_ELEMENTS (sheet_names); i++)
    {
      Sheet *sheet = g_new0 (Sheet, 1);
      sheet->sheet.name = sheet_names[i].name;
      sheet->sheet.max_bytes = sheet_names[i].max_bytes;
      sheet->is_about = strcmp (sheet->sheet.name, ABOUT) == 0;
      g_ptr_array_add (record->sheets, sheet);
      if (!load_columns (record, sheet, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_identity (YlRecord *record, GError **error)
{
  g_autoptr (sqlite3_stmt) asked =
      sql_prepare (record->db, record->path, "SELECT uuid, county, year FROM about", error);
  if (asked == NULL)
    return FALSE;
  if (sqlite3_step (asked) != SQLITE_ROW)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
                   "记录文件没有写明是哪个县、哪一年的，未作改动。");
      return FALSE;
    }
  record->uuid = g_strdup (sql_text (asked, 0));
  record->county = g_strdup (sql_text (asked, 1));
  record->identity =
      (YlRecordIdentity){ record->uuid, record->county, (guint) sqlite3_column_int (asked, 2) };
  return TRUE;
}

/* What a file from elsewhere may not do: reach beyond itself, or bring functions and views of its own. */
static gboolean
harden (YlRecord *record, GError **error)
{
  sqlite3 *db = record->db;
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, VALUE_MAX_BYTES);
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (db, SQLITE_LIMIT_TRIGGER_DEPTH, 2);
  sqlite3_extended_result_codes (db, 1);
  return sql_run (db, record->path,
                  "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"
                  "PRAGMA foreign_keys=ON;",
                  error);
}

static gboolean
use_log (YlRecord *record, GError **error)
{
  g_autoptr (sqlite3_stmt) asked =
      sql_prepare (record->db, record->path, "PRAGMA journal_mode=WAL", error);
  if (asked == NULL)
    return FALSE;
  if (sqlite3_step (asked) != SQLITE_ROW || strcmp (sql_text (asked, 0), "wal") != 0)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_IO,
                   "记录文件所在的磁盘不支持安全写入，请移到本机磁盘上。");
      return FALSE;
    }
  return sql_run (record->db, record->path, "PRAGMA synchronous=FULL", error);
}

static gboolean
lock (YlRecord *record, GError **error)
{
  if (flock (record->fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  g_autofree char *shown = yl_file_name_show (record->path);
  g_set_error (error, YL_ERROR, YL_ERROR_EXISTS,
               "“%s”正由另一个 yanglu 使用。请在那里操作，或先关闭它。", shown);
  return FALSE;
}

/* (transfer full): @fd is the record's from here on. */
static YlRecord *
record_new (const char *path, int fd)
{
  YlRecord *record = g_new0 (YlRecord, 1);
  record->path = g_strdup (path);
  record->fd = fd;
  return record;
}

static gboolean
open_db (YlRecord *record, YlRecordMode mode, GError **error)
{
  const int access = mode == YL_RECORD_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  const int flags = access | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
  g_autofree char *whole = g_canonicalize_filename (record->path, NULL);
  if (sqlite3_open_v2 (whole, &record->db, flags, NULL) != SQLITE_OK)
    return sql_fail (record->db, record->path, error);
  sqlite3_busy_timeout (record->db, 5000);
  return harden (record, error);
}

YlRecord *
yl_record_create (const char *path, const char *county, guint year, GError **error)
{
  if (!yl_record_check_folder (path, error))
    return NULL;
  const int fd = folder_open_file (path, TRUE, error);
  if (fd < 0)
    return NULL;
  g_autoptr (YlRecord) record = record_new (path, fd);
  g_autofree char *uuid = g_uuid_string_random ();
  char *insert =
      sqlite3_mprintf ("INSERT INTO about VALUES (1, %Q, %Q, '', %u, '')", uuid, county, year);
  const gboolean is_made = lock (record, error) && open_db (record, YL_RECORD_WRITE, error)
                           && schema_make (record->db, path, error)
                           && sql_run (record->db, path, insert, error) && use_log (record, error)
                           && load_identity (record, error) && load_sheets (record, error);
  sqlite3_free (insert);
  if (is_made)
    return g_steal_pointer (&record);
  unlink (path);
  return NULL;
}

YlRecord *
yl_record_open (const char *path, YlRecordMode mode, GError **error)
{
  const int fd = folder_open_file (path, FALSE, error);
  if (fd < 0)
    return NULL;
  g_autoptr (YlRecord) record = record_new (path, fd);
  const gboolean is_written = mode == YL_RECORD_WRITE;
  if (!schema_check_head (fd, path, error) || (is_written && !lock (record, error))
      || (is_written && !yl_record_check_folder (path, error)) || !open_db (record, mode, error)
      || !schema_check (record->db, path, is_written, error)
      || (is_written && !use_log (record, error)) || !load_identity (record, error)
      || !load_sheets (record, error))
    return NULL;
  return g_steal_pointer (&record);
}

void
yl_record_free (YlRecord *record)
{
  if (record == NULL)
    return;
  sqlite3_stmt *const statements[] = { record->last_step, record->put_step, record->find_step,
                                       record->find_rev,  record->put_rev,  record->drop_rev };
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    sqlite3_finalize (statements[i]);
  g_clear_pointer (&record->sheets, g_ptr_array_unref);
  sqlite3_close (record->db);
  close (record->fd);
  g_free (record->uuid);
  g_free (record->county);
  g_free (record->path);
  g_free (record);
}

const YlRecordIdentity *
yl_record_get_identity (const YlRecord *record)
{
  return &record->identity;
}

const char *
yl_record_get_path (const YlRecord *record)
{
  return record->path;
}

const YlRecordSheet *const *
yl_record_get_sheets (const YlRecord *record, guint *out_n)
{
  *out_n = record->sheets->len;
  return (const YlRecordSheet *const *) (gpointer) record->sheets->pdata;
}

const YlRecordSheet *
yl_record_find_sheet (const YlRecord *record, const char *name)
{
  for (guint i = 0; i < record->sheets->len; i++)
    {
      const Sheet *sheet = g_ptr_array_index (record->sheets, i);
      if (strcmp (sheet->sheet.name, name) == 0)
        return &sheet->sheet;
    }
  return NULL;
}

guint
yl_record_sheet_find_column (const YlRecordSheet *sheet, const char *column)
{
  guint i = 0;
  while (i < sheet->n_columns && strcmp (sheet->columns[i], column) != 0)
    i++;
  return i;
}

guint
yl_record_sheet_get_max_bytes (const YlRecordSheet *sheet, guint column)
{
  const gboolean is_other = strcmp (sheet->columns[column], YL_RECORD_OTHER) == 0;
  return is_other ? MAX (sheet->max_bytes, OTHER_MAX_BYTES) : sheet->max_bytes;
}

sqlite3_stmt *
record_prepare (YlRecord *record, sqlite3_stmt **kept, const char *sql, GError **error)
{
  if (*kept == NULL)
    *kept = sql_prepare (record->db, record->path, sql, error);
  return *kept;
}

gint64
yl_record_get_revision (YlRecord *record, GError **error)
{
  sqlite3_stmt *asked = record_prepare (record, &record->last_step,
                                        "SELECT coalesce (max (seq), 0) FROM step", error);
  if (asked == NULL)
    return -1;
  gint64 revision = -1;
  if (sqlite3_step (asked) == SQLITE_ROW)
    revision = sqlite3_column_int64 (asked, 0);
  else
    sql_fail (record->db, record->path, error);
  sqlite3_reset (asked);
  return revision;
}
