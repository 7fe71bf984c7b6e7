#pragma once

#include "records-private.h"
#include "text-private.h"

#include "yanglu/domain/number-format.h"
#include "yanglu/io/sheet-target.h"
#include "yanglu/io/string-table.h"

G_BEGIN_DECLS

/** A sheet as the workbook tells of it. */
typedef struct
{
  const char *name;
  YlSheetState state;
  guint8 kind;    /* 0: cells; 1: macros, 2: a chart, 6: a program ([MS-XLS] 2.4.28) */
  guint32 offset; /* of its first record in the stream */
} YlXlsTab;

/** YlXlsBook: what all sheets of a workbook share. */
typedef struct
{
  YlBookTarget *target;
  YlArena *arena;
  const guint8 *stream; /* the workbook stream */
  gsize size;
  YlXlsTexts texts;
  YlStringTable strings;
  GArray *tabs;        /* of YlXlsTab */
  GArray *format_ids;  /* of guint16: the number format of each cell format */
  GHashTable *formats; /* id of a format → its code, of the arena */
  GArray *dates;       /* of guint8, by cell format: whether its numbers are days */
  gboolean is_1904;
} YlXlsBook;

/** yl_xls_book_read: the records ahead of the sheets; names what is ignored (E05). A workbook with a
 * password is %YL_ERROR_INVALID, and so is a damaged one. */
gboolean yl_xls_book_read (YlXlsBook *book, GError **error);
void yl_xls_book_clear (YlXlsBook *book);

/** yl_xls_book_set_damaged: %YL_ERROR_INVALID; Returns: %FALSE. */
gboolean yl_xls_book_set_damaged (const YlXlsBook *book, GError **error);

/** yl_xls_sheet_read: hands the cells of one sheet on. */
gboolean yl_xls_sheet_read (YlXlsBook *book, const YlXlsTab *tab, GError **error);

G_END_DECLS
