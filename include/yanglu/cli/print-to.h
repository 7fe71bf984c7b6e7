#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Prints with g_print(). */
typedef void (*YlPrinter) (gconstpointer data);

/**
 * yl_print_to_file: what @print prints goes into the file @path, whole or not at all; an existing
 * file is replaced only with @force.
 */
gboolean yl_print_to_file (
    const char *path, gboolean force, YlPrinter print, gconstpointer data, GError **error);

G_END_DECLS
