#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The cell of a row for what stands under heads that no column of the record is for: a line a cell, HEAD⇥TEXT,
 * with \n, \t and \\ for what would end a line or a head. */

/** yl_other_add: one more cell. */
void yl_other_add (GString *other, const char *head, const char *text);
/** yl_other_read: (transfer full) (element-type utf8): head, text, head, text …: as many as there are. */
GPtrArray *yl_other_read (const char *other);

G_END_DECLS
