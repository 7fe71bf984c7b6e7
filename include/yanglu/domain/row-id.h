#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YlRowId: which row of its source a row is; 0 is no row.
 *
 * A file numbers its rows from 1, as a spreadsheet shows them.  A source that is no file numbers
 * its records as it likes, in all 64 bits but 0: the number is opaque, nothing is worked out of it,
 * and every road and finding of the row gives it back with the names of source and sheet.
 */
typedef gint64 YlRowId;

/** YL_ROW_ID_FORMAT: how printf() writes one. */
#define YL_ROW_ID_FORMAT G_GINT64_FORMAT

G_END_DECLS
