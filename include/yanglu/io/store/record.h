#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YlRecord: the file of one county and one year, that a page types into: the cells of every sheet as
 * they were typed, and a journal of the steps that put them there. It knows no meaning: the importers
 * judge its cells as they judge those of a file. Schema: templates/record.
 *
 * A record is one SQLite file with its -wal and -shm beside it, readable by its owner only. What is
 * newer, foreign or damaged is refused (%YL_ERROR_INVALID) and left as it is.
 */
typedef struct _YlRecord YlRecord;

/** Of whom and when a record is; these three never change. */
typedef struct
{
  const char *uuid;
  const char *county; /* six digits */
  guint year;
} YlRecordIdentity;

typedef enum
{
  YL_RECORD_READ,  /* beside a program that writes */
  YL_RECORD_WRITE, /* one program at a time: another is refused with %YL_ERROR_EXISTS */
} YlRecordMode;

/** One sheet: its rows have a cell for each column. */
typedef struct
{
  const char *name; /* "road" "bridge" "source" "land" "cost" "unit" "file" "about" */
  const char *const *columns;
  guint n_columns;
  guint max_bytes; /* of a cell that is typed */
} YlRecordSheet;

/** The column for what stands under heads that no column is for. */
#define YL_RECORD_OTHER "other"

/** One row as it stands. */
typedef struct
{
  const char *id; /* 16 hex digits, drawn by chance; "about" of the only row of that sheet */
  gint64 rev;     /* the step that touched it last */
  gint64 place;   /* rows stand in the order of their places */
  const char *const *cells; /* by the columns of its sheet; "" where nothing was typed */
} YlRecordRow;

/** yl_record_check_folder: whether the folder of @path can hold a record: no network file system, and
 * SQLite's write-ahead log works there, tried with a file of its own that is removed. */
gboolean yl_record_check_folder (const char *path, GError **error);

/** yl_record_create: a record without a row in a file that must not be there yet, 0600; @county and
 * @year: its identity; a uuid is drawn. */
YlRecord *yl_record_create (const char *path, const char *county, guint year, GError **error);
YlRecord *yl_record_open (const char *path, YlRecordMode mode, GError **error);
void yl_record_free (YlRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRecord, yl_record_free)

const YlRecordIdentity *yl_record_get_identity (const YlRecord *record);
const char *yl_record_get_path (const YlRecord *record);

/** yl_record_get_sheets: (array length=out_n) (element-type YlRecordSheet) */
const YlRecordSheet *const *yl_record_get_sheets (const YlRecord *record, guint *out_n);
/** yl_record_find_sheet: (nullable) */
const YlRecordSheet *yl_record_find_sheet (const YlRecord *record, const char *name);
/** yl_record_sheet_find_column: the index of @column; @sheet->n_columns when it has none. */
guint yl_record_sheet_find_column (const YlRecordSheet *sheet, const char *column);

/** yl_record_sheet_get_max_bytes: what a cell of that column may hold. */
guint yl_record_sheet_get_max_bytes (const YlRecordSheet *sheet, guint column);

/** yl_record_get_revision: the number of the last step; 0 before the first. -1 on error. */
gint64 yl_record_get_revision (YlRecord *record, GError **error);

/** yl_record_read: the rows of @sheet in their order; a row is borrowed until @take returns, which says
 * whether to go on. */
gboolean yl_record_read (YlRecord *record,
                         const YlRecordSheet *sheet,
                         gboolean (*take) (gpointer self, const YlRecordRow *row),
                         gpointer self,
                         GError **error);

/** yl_record_read_row: the row @id of @sheet, as yl_record_read() tells it; one that is not there is not told. */
gboolean yl_record_read_row (YlRecord *record,
                             const YlRecordSheet *sheet,
                             const char *id,
                             gboolean (*take) (gpointer self, const YlRecordRow *row),
                             gpointer self,
                             GError **error);

/** yl_record_backup: the record as it stands, into a file of its own that must not be there yet, 0600:
 * whole or not at all. */
gboolean yl_record_backup (YlRecord *record, const char *path, GError **error);

G_END_DECLS
