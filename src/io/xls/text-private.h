#pragma once

#include "records-private.h"

G_BEGIN_DECLS

/** What a byte or character that means nothing is read as. */
#define YL_XLS_REPLACEMENT "\xEF\xBF\xBD"

/** YlXlsTexts: how the texts of a workbook are written. */
typedef struct
{
  gboolean is_wide; /* BIFF8: UTF-16, its upper bytes left out where all are 0; else code page */
  GIConv from;      /* the code page, to UTF-8; (GIConv) -1: none is known, ASCII alone is read */
  gboolean has_replaced; /* a YL_XLS_REPLACEMENT was written */
} YlXlsTexts;

/** yl_xls_texts_init: no code page is known yet. */
void yl_xls_texts_init (YlXlsTexts *texts);
void yl_xls_texts_clear (YlXlsTexts *texts);
/** yl_xls_texts_set_code_page: by its number: 936, 1252, 65001. */
void yl_xls_texts_set_code_page (YlXlsTexts *texts, guint16 page);

/** yl_xls_texts_read: appends a text of @n characters (of a code page: bytes), with the head that
 * BIFF8 has before it, and passes over what follows for its looks. Returns: %FALSE when the record
 * ends before. */
gboolean yl_xls_texts_read (YlXlsTexts *texts, YlXlsRecords *records, guint n, GString *text);

G_END_DECLS
