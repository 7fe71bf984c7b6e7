#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* sql.c: statements, and what SQLite says in Chinese. */

void sql_finalize (sqlite3_stmt *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sql_finalize)

/* sql_fail: sets @error for what @db refused last. Returns: FALSE */
gboolean sql_fail (sqlite3 *db, const char *path, GError **error);
gboolean sql_run (sqlite3 *db, const char *path, const char *sql, GError **error);
/* sql_prepare: (transfer full) */
sqlite3_stmt *sql_prepare (sqlite3 *db, const char *path, const char *sql, GError **error);
/* sql_step_done: runs a statement that gives no rows, and resets it. */
gboolean sql_step_done (sqlite3_stmt *statement, const char *path, GError **error);
void sql_bind_text (sqlite3_stmt *statement, int index, const char *text);
/* sql_text: (transfer none): "" for NULL. */
const char *sql_text (sqlite3_stmt *statement, int column);

/* folder.c: files. */

/* folder_open_file: a regular file that is no link. @is_new: it must not be there, and is made, 0600. -1 on error. */
int folder_open_file (const char *path, gboolean is_new, GError **error);

/* schema.c */

#define SCHEMA_VERSION 1
/* "yang" */
#define SCHEMA_APPLICATION 0x79616e67

/* schema_make: all migrations into an empty @db, each in a transaction. */
gboolean schema_make (sqlite3 *db, const char *path, GError **error);
/* schema_check_head: what the first bytes of the file at @fd say: SQLite, ours, not newer. */
gboolean schema_check_head (int fd, const char *path, GError **error);
/* schema_check: @db has the tables, indexes and triggers of its version and nothing else; then it is brought up
 * to ours when @is_written. */
gboolean schema_check (sqlite3 *db, const char *path, gboolean is_written, GError **error);

G_END_DECLS
