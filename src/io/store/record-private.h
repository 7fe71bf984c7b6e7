#pragma once

#include "sql-private.h"

#include "yanglu/io/store/record.h"

G_BEGIN_DECLS

#define ID_DIGITS 16
/* The column of the order of rows, which a step may move, as one more beside those of the sheet. */
#define PLACE "place"
/* The sheet of one row that is always there. */
#define ABOUT "about"

/* record.c */

/* A sheet and its statements. */
typedef struct
{
  YlRecordSheet sheet;
  gboolean is_about;
  char *list;         /* "route_code", … as SQL */
  sqlite3_stmt *find; /* place and cells of an id */
  sqlite3_stmt *read; /* its revision too */
  sqlite3_stmt *put;  /* a new row */
  sqlite3_stmt *set;  /* all of a row that is there */
  sqlite3_stmt *drop;
  sqlite3_stmt *next; /* rows behind a place */
} Sheet;

struct _YlRecord
{
  sqlite3 *db;
  char *path;
  int fd; /* of the lock; closed last: closing it would end SQLite's own locks on the file */
  YlRecordIdentity identity;
  char *uuid;
  char *county;
  GPtrArray *sheets; /* of Sheet; the same places as YlRecordSheet */
  sqlite3_stmt *last_step;
  sqlite3_stmt *put_step;
  sqlite3_stmt *find_step;
  sqlite3_stmt *find_rev;
  sqlite3_stmt *put_rev;
  sqlite3_stmt *drop_rev;
};

/* record_prepare: (transfer none): the statement kept at @kept, made once. */
sqlite3_stmt *
record_prepare (YlRecord *record, sqlite3_stmt **kept, const char *sql, GError **error);
/* record_sheet: the Sheet around @sheet. */
Sheet *record_sheet (const YlRecordSheet *sheet);

G_END_DECLS
