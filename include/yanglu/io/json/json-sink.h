#pragma once

#include "yanglu/base/date.h"

G_BEGIN_DECLS

/**
 * YlJsonSink: a JSON document (RFC 8259) that is written as it is told, value by value; no tree is
 * made, so a document may be of any size.
 *
 * Two blanks a level, `"key" : value`, UTF-8, a newline at its end. It is well formed whatever is
 * told: a call that cannot stand where it comes is a critical of ours and writes nothing. In the
 * calls below @key is the name of a member, and %NULL for an element of a list and for the document.
 */
typedef struct _YlJsonSink YlJsonSink;

/** Takes the next bytes of a document: whole values, %NUL behind the last. */
typedef void (*YlJsonPush) (gpointer data, const char *bytes, gsize n_bytes);

YlJsonSink *yl_json_sink_new (YlJsonPush push, gpointer data);
/** yl_json_sink_new_dense: without blanks and lines, for programs to read. */
YlJsonSink *yl_json_sink_new_dense (YlJsonPush push, gpointer data);
void yl_json_sink_free (YlJsonSink *json);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlJsonSink, yl_json_sink_free)

/** yl_json_begin: an object, up to its yl_json_end(). */
void yl_json_begin (YlJsonSink *json, const char *key);
/** yl_json_begin_or_null: an object when @is_known, else null. Returns: @is_known */
gboolean yl_json_begin_or_null (YlJsonSink *json, const char *key, gboolean is_known);
/** yl_json_begin_list: a list, up to its yl_json_end(). */
void yl_json_begin_list (YlJsonSink *json, const char *key);
/** yl_json_begin_rows: a list whose objects stand on a line each. */
void yl_json_begin_rows (YlJsonSink *json, const char *key);
/** yl_json_end: ends the innermost; with the outermost the document is whole, and all is pushed. */
void yl_json_end (YlJsonSink *json);

/** yl_json_text: "" and %NULL become null. */
void yl_json_text (YlJsonSink *json, const char *key, const char *text);
/** yl_json_text_or_empty: %NULL becomes "". */
void yl_json_text_or_empty (YlJsonSink *json, const char *key, const char *text);
/** yl_json_texts: a list of @texts, %NULL-ended; %NULL: of none. */
void yl_json_texts (YlJsonSink *json, const char *key, const char *const *texts);
/** yl_json_list: a list of objects, one for each of @lines, which @add tells the members of. */
void yl_json_list (YlJsonSink *json,
                   const char *key,
                   const GArray *lines,
                   void (*add) (YlJsonSink *json, gconstpointer line));
void yl_json_number (YlJsonSink *json, const char *key, gint64 number);
void yl_json_number_or_null (YlJsonSink *json, const char *key, gboolean is_known, gint64 number);
void yl_json_boolean (YlJsonSink *json, const char *key, gboolean is_true);
void
yl_json_boolean_or_null (YlJsonSink *json, const char *key, gboolean is_known, gboolean is_true);
void yl_json_null (YlJsonSink *json, const char *key);
/** yl_json_date: "2021-03-01"; null when it is not known. */
void yl_json_date (YlJsonSink *json, const char *key, YlDate date);

G_END_DECLS
