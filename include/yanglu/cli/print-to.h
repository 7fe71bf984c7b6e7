#pragma once

#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** Prints with g_print(). */
typedef void (*YlPrinter) (gconstpointer data);

/**
 * yl_print_to_file: what @print prints goes into the file @path, whole or not at all; an existing
 * file is replaced only with @force.
 */
gboolean yl_print_to_file (
    const char *path, gboolean force, YlPrinter print, gconstpointer data, GError **error);

/** yl_print_json_new: (transfer full): a document that goes to g_print(). */
YlJsonSink *yl_print_json_new (void);

G_END_DECLS
