#pragma once

#include "yanglu/io/book-target.h"

G_BEGIN_DECLS

/** yl_xlsx_read: a YlBookReader of .xlsx (ECMA-376). Chart sheets and dialogs are passed over, DOCTYPE
 * is refused. A limit reached within a sheet ends that sheet. Memory grows with the shared strings, not
 * with the sheet. */
gboolean yl_xlsx_read (const YlInput *input, YlBookTarget *target, GError **error);

G_END_DECLS
