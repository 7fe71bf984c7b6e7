/* A record as it stands, in a file of its own, while others may go on writing. */
#include "record-private.h"

#include "yanglu/base/error.h"
#include "yanglu/io/file-name.h"
#include "yanglu/io/system-error.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* Pages at a time: between two of them a writer gets its turn. */
#define PAGES 1024

static gboolean
copy_pages (YlRecord *record, sqlite3 *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", record->db, "main");
  if (backup == NULL)
    return sql_fail (to, record->path, error);
  int code = SQLITE_OK;
  while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)
    {
      if (code != SQLITE_OK)
        sqlite3_sleep (20);
      code = sqlite3_backup_step (backup, PAGES);
    }
  sqlite3_backup_finish (backup);
  return code == SQLITE_DONE || sql_fail (to, record->path, error);
}

/* One file: its log is put into it, so that it may be carried away. */
static gboolean
settle (sqlite3 *db, const char *path, GError **error)
{
  return sql_run (db, path, "PRAGMA journal_mode=DELETE", error);
}

static gboolean
sync_file (const char *path)
{
  const int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  const gboolean is_good = fd >= 0 && fsync (fd) == 0;
  if (fd >= 0)
    close (fd);
  return is_good;
}

gboolean
yl_record_backup (YlRecord *record, const char *path, GError **error)
{
  const int fd = folder_open_file (path, TRUE, error);
  if (fd < 0)
    return FALSE;
  close (fd);
  sqlite3 *db = NULL;
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW;
  gboolean is_good =
      sqlite3_open_v2 (whole, &db, flags, NULL) == SQLITE_OK || sql_fail (db, path, error);
  is_good = is_good && copy_pages (record, db, error) && settle (db, path, error);
  sqlite3_close (db);
  if (is_good && !sync_file (path))
    {
      g_autofree char *shown = yl_file_name_show (path);
      g_set_error (error, YL_ERROR, YL_ERROR_IO, "写入备份“%s”失败：%s。", shown,
                   yl_system_error_describe (errno));
      is_good = FALSE;
    }
  if (!is_good)
    unlink (path);
  return is_good;
}
