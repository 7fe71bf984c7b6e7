#pragma once

#include "yanglu/cli/print-to.h"

G_BEGIN_DECLS

/** How the result of a command leaves it: printed, printed into a file, or written as a workbook. */
typedef struct
{
  const char *path; /* (nullable): standard output */
  gboolean force;   /* may replace a file, but never an input */
  gboolean is_book; /* a workbook; what is printed goes to standard output beside it */
} YlDelivery;

/** Writes the workbook @path, whole or not at all. */
typedef gboolean (*YlBookWriter) (gconstpointer data,
                                  const char *path,
                                  gboolean force,
                                  GError **error);

/**
 * yl_delivery_check: before any work is done: refuses a path that is one of @inputs (entries may be
 * %NULL), with or without --force, a workbook without a path (@example is a good one) and a name
 * that Excel would not open.
 */
gboolean yl_delivery_check (const YlDelivery *delivery,
                            const char *const *inputs,
                            gsize n_inputs,
                            const char *example,
                            GError **error);

/** yl_delivery_make: @write is asked for workbooks only, and may be %NULL where there are none. */
gboolean yl_delivery_make (const YlDelivery *delivery,
                           YlPrinter print,
                           YlBookWriter write,
                           gconstpointer data,
                           GError **error);

G_END_DECLS
