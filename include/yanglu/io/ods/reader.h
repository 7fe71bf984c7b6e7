#pragma once

#include "yanglu/io/book-target.h"

G_BEGIN_DECLS

/**
 * yl_ods_read: a YlBookReader of OpenDocument spreadsheets (.ods).
 *
 * A time of day is the text that is shown. A cell or row that stands for many is handed on as often as
 * it says, where it is filled. What is covered by a merged cell is handed on too. Notes, drawings and
 * the history of changes are passed over. Formulas are their stored values when it is loaded, too. A
 * limit reached within a table ends the reading. (ODF 1.3 part 3, chapter 9.)
 */
gboolean yl_ods_read (const YlInput *input, YlBookTarget *target, GError **error);

G_END_DECLS
