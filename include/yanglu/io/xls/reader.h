#pragma once

#include "yanglu/io/book-target.h"

G_BEGIN_DECLS

/** yl_xls_read: a YlBookReader of workbooks of Excel 5 to 2003 (.xls, and .et of WPS, which is the
 * same). Formulas are their stored values when it is loaded, too. (Compound file: [MS-CFB]; records:
 * [MS-XLS], of Excel 5 and 95: the OpenOffice documentation of the Excel file format.) */
gboolean yl_xls_read (const YlInput *input, YlBookTarget *target, GError **error);

G_END_DECLS
