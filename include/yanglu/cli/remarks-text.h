#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** yl_remarks_print_text: what is to be said about the file @name, a line each, and how much it is.
 * @remarks: (element-type YlRemark) */
void yl_remarks_print_text (const char *name, const GPtrArray *remarks);
/** yl_remarks_has_error: whether one of them is an error. */
gboolean yl_remarks_has_error (const GPtrArray *remarks);

G_END_DECLS
