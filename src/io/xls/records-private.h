#pragma once

#include "bytes-private.h"

G_BEGIN_DECLS

/** The records that are read ([MS-XLS] 2.3; BIFF5 has the same numbers). */
typedef enum
{
  YL_XLS_FORMULA = 0x06,
  YL_XLS_EOF = 0x0A,
  YL_XLS_DATEMODE = 0x22,
  YL_XLS_FILEPASS = 0x2F,
  YL_XLS_CONTINUE = 0x3C,
  YL_XLS_CODEPAGE = 0x42,
  YL_XLS_COLINFO = 0x7D,
  YL_XLS_BOUNDSHEET = 0x85,
  YL_XLS_FILTERMODE = 0x9B,
  YL_XLS_MULRK = 0xBD,
  YL_XLS_RSTRING = 0xD6,
  YL_XLS_XF = 0xE0,
  YL_XLS_MERGEDCELLS = 0xE5,
  YL_XLS_SST = 0xFC,
  YL_XLS_LABELSST = 0xFD,
  YL_XLS_SUPBOOK = 0x1AE,
  YL_XLS_NUMBER = 0x203,
  YL_XLS_LABEL = 0x204,
  YL_XLS_BOOLERR = 0x205,
  YL_XLS_STRING = 0x207,
  YL_XLS_ROW = 0x208,
  YL_XLS_RK = 0x27E,
  YL_XLS_FORMAT = 0x41E,
  YL_XLS_BOF = 0x809,
} YlXlsRecord;

/** YlXlsRecords: the records of a workbook stream, one after another. */
typedef struct
{
  const guint8 *stream;
  gsize size;
  gsize next;         /* where the next record begins */
  guint16 id;         /* of the open record */
  const guint8 *data; /* of it, or of the CONTINUE that is being read */
  guint length;
  guint used; /* read of data */
} YlXlsRecords;

/** yl_xls_records_next: opens the next record, whatever is left of this one. Returns: %FALSE when
 * none is whole. */
gboolean yl_xls_records_next (YlXlsRecords *records);

/** yl_xls_records_read: @n bytes of the open record and of those that continue it. Returns: %FALSE
 * when they are not there. */
gboolean yl_xls_records_read (YlXlsRecords *records, guint8 *out, guint n);
/** yl_xls_records_skip: the same for bytes that nobody needs. */
gboolean yl_xls_records_skip (YlXlsRecords *records, guint64 n);
/** yl_xls_records_fill: makes sure that a byte of the record, or of one that continues it, is left.
 * @out_is_continued: a CONTINUE was opened; in the middle of a text its first byte says how wide the
 * characters are from there */
gboolean yl_xls_records_fill (YlXlsRecords *records, gboolean *out_is_continued);

G_END_DECLS
