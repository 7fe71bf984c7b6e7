/* The schema and its migrations: numbered files of SQL, compiled in. */
#include "sql-private.h"

#include "yanglu/base/error.h"
#include "yanglu/io/file-name.h"

#include <gio/gio.h>
#include <string.h>
#include <unistd.h>

/* The head of an SQLite file (www.sqlite.org/fileformat2.html, 1.3): big-endian numbers. */
#define HEAD_BYTES 100
#define AT_USER_VERSION 60
#define AT_APPLICATION 68
static const char magic[16] = "SQLite format 3";

static gboolean
refuse (const char *path, const char *why, GError **error)
{
  g_autofree char *shown = yl_file_name_show_base (path);
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID, "“%s”%s，未作改动。", shown, why);
  return FALSE;
}

static guint32
read_number (const guint8 *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

gboolean
schema_check_head (int fd, const char *path, GError **error)
{
  guint8 head[HEAD_BYTES];
  if (pread (fd, head, sizeof head, 0) != sizeof head || memcmp (head, magic, sizeof magic) != 0
      || read_number (head + AT_APPLICATION) != SCHEMA_APPLICATION)
    return refuse (path, "不是本程序的记录文件", error);
  const guint32 version = read_number (head + AT_USER_VERSION);
  if (version > SCHEMA_VERSION)
    return refuse (path, "是更新版本的程序写的，本版读不了；请用新版程序打开", error);
  return version > 0 || refuse (path, "是没有建完的记录文件", error);
}

/* (transfer full): the text of migration @version. */
static char *
load_migration (guint version)
{
  g_autofree char *name = g_strdup_printf ("/yanglu/record/%u.sql", version);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_return_val_if_fail (bytes != NULL, g_strdup (""));
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  return g_strndup (text, length);
}

static gboolean
migrate (sqlite3 *db, const char *path, guint from, guint to, GError **error)
{
  for (guint version = from + 1; version <= to; version++)
    {
      g_autofree char *migration = load_migration (version);
      g_autofree char *sql = g_strdup_printf (
          "BEGIN IMMEDIATE; %s; PRAGMA user_version=%u; COMMIT;", migration, version);
      if (!sql_run (db, path, sql, error))
        {
          sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
schema_make (sqlite3 *db, const char *path, GError **error)
{
  g_autofree char *application = g_strdup_printf ("PRAGMA application_id=%d;", SCHEMA_APPLICATION);
  return sql_run (db, path, application, error) && migrate (db, path, 0, SCHEMA_VERSION, error);
}

/* Everything that the schema of @db says, in one order; what SQLite keeps by itself (sqlite_…) too. */
static char *
describe (sqlite3 *db, const char *path, GError **error)
{
  g_autoptr (sqlite3_stmt) all = sql_prepare (
      db, path,
      "SELECT type, name, tbl_name, coalesce (sql, '') FROM main.sqlite_master ORDER BY 1, 2",
      error);
  if (all == NULL)
    return NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  int code = 0;
  while ((code = sqlite3_step (all)) == SQLITE_ROW)
    for (int i = 0; i < 4; i++)
      g_string_append_printf (text, "%s%c", sql_text (all, i), i == 3 ? '\n' : '\t');
  if (code == SQLITE_DONE)
    return g_strdup (text->str);
  sql_fail (db, path, error);
  return NULL;
}

/* (transfer full): what a record of @version says. */
static char *
describe_ours (guint version, GError **error)
{
  sqlite3 *db = NULL;
  char *text = NULL;
  if (sqlite3_open (":memory:", &db) == SQLITE_OK && migrate (db, ":memory:", 0, version, error))
    text = describe (db, ":memory:", error);
  sqlite3_close (db);
  return text;
}

static gboolean
read_version (sqlite3 *db, const char *path, guint *out_version, GError **error)
{
  g_autoptr (sqlite3_stmt) asked = sql_prepare (db, path, "PRAGMA user_version", error);
  if (asked == NULL)
    return FALSE;
  if (sqlite3_step (asked) != SQLITE_ROW)
    return sql_fail (db, path, error);
  *out_version = (guint) sqlite3_column_int (asked, 0);
  return TRUE;
}

static gboolean
check_pages (sqlite3 *db, const char *path, GError **error)
{
  g_autoptr (sqlite3_stmt) check = sql_prepare (db, path, "PRAGMA quick_check(1)", error);
  if (check == NULL)
    return FALSE;
  if (sqlite3_step (check) != SQLITE_ROW)
    return sql_fail (db, path, error);
  return strcmp (sql_text (check, 0), "ok") == 0 || refuse (path, "已损坏，请用备份恢复", error);
}

gboolean
schema_check (sqlite3 *db, const char *path, gboolean is_written, GError **error)
{
  guint version = 0;
  if (!read_version (db, path, &version, error))
    return FALSE;
  if (version == 0 || version > SCHEMA_VERSION)
    return refuse (path, "的版本本程序不认得", error);
  g_autofree char *found = describe (db, path, error);
  g_autofree char *ours = found == NULL ? NULL : describe_ours (version, error);
  if (ours == NULL)
    return FALSE;
  if (strcmp (found, ours) != 0)
    return refuse (path, "的结构不是本程序建的（多了或少了表、视图、触发器）", error);
  if (!check_pages (db, path, error))
    return FALSE;
  return !is_written || migrate (db, path, version, SCHEMA_VERSION, error);
}
