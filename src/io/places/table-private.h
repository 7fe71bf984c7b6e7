#pragma once

#include "yanglu/base/text.h"

G_BEGIN_DECLS

/** Most fields a line of these tables has. */
#define YL_PLACE_FIELDS 4

/**
 * YlPlaceLine: takes one line of a place table.
 * Returns: FALSE when the line makes no sense
 */
typedef gboolean (*YlPlaceLine) (const YlText fields[YL_PLACE_FIELDS], gpointer data);

/**
 * yl_place_table_read: hands every line below the head to @take; no quotes, blank lines passed
 * over, a byte order mark allowed.
 * @name: what the table is called in an error
 * @n_fields: how many fields each line has
 *
 * Returns: %FALSE with %YL_ERROR_INVALID, naming the line, at the first that makes no sense
 */
gboolean yl_place_table_read (const char *name,
                              YlText table,
                              guint n_fields,
                              YlPlaceLine take,
                              gpointer data,
                              GError **error);

/** yl_place_resource_get: (transfer none): a table compiled in; it lives as long as the program. */
gboolean yl_place_resource_get (const char *file, YlText *out_table, GError **error);

G_END_DECLS
