#pragma once

#include <glib.h>

/* XlsMaker: a workbook of records, put into a compound file: every record as the sentence that is
 * tested writes it. */
typedef struct
{
  GByteArray *stream;
  gboolean is_biff5;
  gsize n_tabs;
  gsize offsets[8]; /* in the stream: where the place of each sheet is to be written */
} XlsMaker;

void xls_maker_init (XlsMaker *maker, gboolean is_biff5);
void xls_maker_clear (XlsMaker *maker);

/* A record of @length bytes, and one of what @form says. */
void xls_add (XlsMaker *maker, guint16 id, const void *data, gsize length);
/* Letters of @form: b a byte, w two, l four, d a double, s a text with two bytes of length before it,
 * n with one: UTF-16 after its flag byte, or as it is (BIFF5). */
void xls_record (XlsMaker *maker, guint16 id, const char *form, ...);

/* The globals: BOF, what the caller adds, a tab for each sheet, EOF; then its sheets in turn. */
void xls_add_tab (XlsMaker *maker, const char *name, guint8 state, guint8 kind);
void xls_begin_sheet (XlsMaker *maker, guint n);
void xls_end (XlsMaker *maker);

/* (transfer full): the compound file with the stream called @name. */
GBytes *xls_finish (const XlsMaker *maker, const char *name);

/* (transfer full): a workbook with the one sheet “Roads”, whose records @add makes. */
GBytes *xls_make_book (void (*add) (XlsMaker *maker), gboolean is_biff5);
