#pragma once

#include "archive-private.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *relation; /* id of the relationship to its part; NULL when the file names none */
  YlSheetState state;
} YlXlsxTab;

typedef struct
{
  char *name;
  char *reference;
} YlXlsxName;

/** YlXlsxBook: what workbook.xml says. */
typedef struct
{
  GPtrArray *tabs; /* YlXlsxTab, in their order */
  GArray *names;   /* of YlXlsxName: those of the whole workbook */
  gboolean is_1904;
} YlXlsxBook;

/** yl_xlsx_book_read: %NULL with %YL_ERROR_INVALID when @part is not the main part of a workbook.
 * @limits: more tabs than archive entries are %YL_ERROR_LIMIT */
YlXlsxBook *yl_xlsx_book_read (YlArchive *archive,
                               const char *part,
                               const YlXlsxLimits *limits,
                               GError **error);
void yl_xlsx_book_free (YlXlsxBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlXlsxBook, yl_xlsx_book_free)

G_END_DECLS
