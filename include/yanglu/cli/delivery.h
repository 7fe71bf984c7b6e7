#pragma once

#include "yanglu/cli/command-line.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

typedef enum
{
  YL_FORMAT_TEXT,
  YL_FORMAT_JSON,
  YL_FORMAT_XLSX,
  YL_FORMAT_CSV,
  YL_FORMAT_SARIF,
  YL_FORMAT_OF_NAME, /* nobody said: what the name of the file ends in, else what is usual */
} YlFormat;

/** The words of --format, the default first. */
extern const YlOptionWord yl_formats_printed[];  /* text, json */
extern const YlOptionWord yl_formats_and_book[]; /* text, json, xlsx */
extern const YlOptionWord yl_formats_of_audit[]; /* text, json, xlsx, sarif */
extern const YlOptionWord yl_formats_of_book[];  /* xlsx, json, text, csv, sarif */

/** How the result of a command leaves it: printed, printed into a file, or written as a workbook,
 * beside which the text goes to standard output. */
typedef struct
{
  const char *path;  /* (nullable): standard output; so is "-", which is settled to it */
  gboolean force;    /* may replace a file, but never an input */
  guint format;      /* YlFormat */
  gboolean is_piped; /* settled: `-o -`; what is no part of the result goes to standard error */
} YlDelivery;

/** Prints with g_print(). */
typedef void (*YlPrinter) (gconstpointer data);

/** Writes the workbook @path, whole or not at all. */
typedef gboolean (*YlBookWriter) (gconstpointer data,
                                  const char *path,
                                  gboolean force,
                                  GError **error);

/**
 * yl_delivery_settle: before any work is done: settles the format, by --format, else by the ending of
 * the name, else @delivery's usual one: text unless it is a workbook that has a name of its own. Refuses
 * a format that does not fit the name, an ending that tells none, a path that is an input of @line, with
 * or without --force, a workbook without a path (@example is a good one) or to a terminal, and a name
 * that Excel would not open.
 */
gboolean yl_delivery_settle (YlDelivery *delivery,
                             const YlCommandLine *line,
                             const char *example,
                             GError **error);

/** yl_delivery_refuse_input: the error of a @path that is an input. */
void yl_delivery_refuse_input (const char *path, GError **error);

/** yl_delivery_must_be_copy: of a command with --annotate: refuses one without a path (@example is a good one for
 * @copy) and a format that is none of a workbook. */
gboolean yl_delivery_must_be_copy (YlDelivery *delivery,
                                   const char *copy,
                                   const char *example,
                                   GError **error);

/** yl_delivery_make: @write is asked for workbooks only, and may be %NULL where there are none. */
gboolean yl_delivery_make (const YlDelivery *delivery,
                           YlPrinter print,
                           YlBookWriter write,
                           gconstpointer data,
                           GError **error);

/** yl_delivery_tell_made: says that the workbook @path stands. Where that cannot be printed it is told as
 * an error, but not by the status: the workbook is whole. */
void yl_delivery_tell_made (const char *path);

/** yl_print_json_new: (transfer full) (nullable): a document, JSON or SARIF, that goes to g_print(); %NULL
 * where @format, a YlFormat, is another. */
YlJsonSink *yl_print_json_new (guint format);

G_END_DECLS
