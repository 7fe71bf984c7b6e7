#pragma once

#include <gio/gio.h>

/* Makes zip archives in memory, sound ones and odd ones: what no program writes. */
typedef struct _XlsxMaker XlsxMaker;

typedef enum
{
  XLSX_PLAIN = 0,
  XLSX_STORED = 1 << 0,     /* not deflated */
  XLSX_DESCRIPTOR = 1 << 1, /* sizes and checksum behind the data, none before it */
  XLSX_ZIP64 = 1 << 2,      /* sizes in the 64-bit extra field */
  XLSX_WRONG_CRC = 1 << 3,
  XLSX_ENCRYPTED = 1 << 4,    /* the flag alone */
  XLSX_ODD_METHOD = 1 << 5,   /* says Deflate64 */
  XLSX_SHORT_LENGTH = 1 << 6, /* says one byte less than there is */
  XLSX_SAME_BYTES = 1 << 7,   /* stands on the local header of the part before it */
} XlsxOddity;

XlsxMaker *xlsx_maker_new (void);
void xlsx_maker_free (XlsxMaker *maker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XlsxMaker, xlsx_maker_free)
void xlsx_maker_add (XlsxMaker *maker, const char *name, const char *content, guint oddities);
void xlsx_maker_add_bytes (
    XlsxMaker *maker, const char *name, const void *content, gsize length, guint oddities);
/* (transfer full): the archive; the maker is done with. */
GBytes *xlsx_maker_finish (XlsxMaker *maker);

/* The parts that a workbook of one sheet “里程” needs besides the sheet. */
void xlsx_maker_add_frame (XlsxMaker *maker);
/* (transfer full): such a workbook; @rows stands between <sheetData> and its end. */
GBytes *xlsx_make_book (const char *rows);

#define XLSX_MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define XLSX_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define XLSX_PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"
#define XLSX_RELATION(id, kind, target)                                                            \
  "<Relationship Id=\"" id "\" Type=\"" XLSX_RELATIONS "/" kind "\" Target=\"" target "\"/>"
#define XLSX_RELATIONSHIPS(items)                                                                  \
  "<Relationships xmlns=\"" XLSX_PACKAGE "\">" items "</Relationships>"
#define XLSX_SHEET(rows)                                                                           \
  "<worksheet xmlns=\"" XLSX_MAIN "\"><sheetData>" rows "</sheetData></worksheet>"
