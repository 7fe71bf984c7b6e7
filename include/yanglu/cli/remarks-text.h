#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yl_remarks_print: what is to be said about the file @name, in text a line each and how much it is.
 * @remarks: (element-type YlRemark)
 * @format: a YlFormat, text or JSON
 *
 * Returns: %YL_EXIT_FINDINGS when one of them is an error, else %YL_EXIT_DONE
 */
int yl_remarks_print (const GPtrArray *remarks, const char *name, guint format, const char *schema);

G_END_DECLS
