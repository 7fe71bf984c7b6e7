#include "sql-private.h"

#include "yanglu/base/error.h"
#include "yanglu/io/file-name.h"

#include <errno.h>

void
sql_finalize (sqlite3_stmt *statement)
{
  sqlite3_finalize (statement);
}

/* What SQLite refuses, for an official; what is rare is told by its number. */
static const struct
{
  int code;
  YlError kind;
  const char *text;
} refusals[] = {
  { SQLITE_FULL, YL_ERROR_IO, "磁盘空间已满，这一步没有存入，腾出空间后可以再存" },
  { SQLITE_BUSY, YL_ERROR_EXISTS, "另一个程序正在写这个文件，请关闭后再试" },
  { SQLITE_LOCKED, YL_ERROR_EXISTS, "另一个程序正在写这个文件，请关闭后再试" },
  { SQLITE_CORRUPT, YL_ERROR_INVALID, "文件已损坏，未作改动；请用备份恢复" },
  { SQLITE_NOTADB, YL_ERROR_INVALID, "不是本程序的记录文件，未作改动" },
  { SQLITE_READONLY, YL_ERROR_IO, "文件或所在文件夹是只读的" },
  { SQLITE_CANTOPEN, YL_ERROR_IO, "打不开文件，请检查文件夹和权限" },
  { SQLITE_IOERR, YL_ERROR_IO, "磁盘读写出错" },
  { SQLITE_TOOBIG, YL_ERROR_LIMIT, "内容太长" },
  { SQLITE_NOMEM, YL_ERROR_IO, "内存不足" },
};

/* What the system said to the last write of the log; SQLite keeps it of no commit. */
static int
find_errno (sqlite3 *db)
{
  sqlite3_file *log = NULL;
  int code = 0;
  sqlite3_file_control (db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
  if (log != NULL && log->pMethods != NULL)
    log->pMethods->xFileControl (log, SQLITE_FCNTL_LAST_ERRNO, &code);
  return code;
}

/* A quota that is used up, or a file that may not grow, is a full disk to who types. */
static int
find_code (sqlite3 *db)
{
  const int code = sqlite3_errcode (db) & 0xff;
  const int system = code == SQLITE_IOERR ? find_errno (db) : 0;
  return system == EDQUOT || system == EFBIG ? SQLITE_FULL : code;
}

gboolean
sql_fail (sqlite3 *db, const char *path, GError **error)
{
  const int code = find_code (db);
  g_autofree char *shown = yl_file_name_show_base (path);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].code == code)
      {
        g_set_error (error, YL_ERROR, refusals[i].kind, "记录文件“%s”：%s。", shown,
                     refusals[i].text);
        return FALSE;
      }
  g_set_error (error, YL_ERROR, YL_ERROR_IO, "记录文件“%s”：数据库错误 %d。", shown, code);
  return FALSE;
}

gboolean
sql_run (sqlite3 *db, const char *path, const char *sql, GError **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || sql_fail (db, path, error);
}

sqlite3_stmt *
sql_prepare (sqlite3 *db, const char *path, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  if (sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    sql_fail (db, path, error);
  return statement;
}

gboolean
sql_step_done (sqlite3_stmt *statement, const char *path, GError **error)
{
  const int code = sqlite3_step (statement);
  const gboolean is_done =
      code == SQLITE_DONE || sql_fail (sqlite3_db_handle (statement), path, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return is_done;
}

void
sql_bind_text (sqlite3_stmt *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

const char *
sql_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  return text == NULL ? "" : text;
}
