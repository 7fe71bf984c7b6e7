#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YlJsonReader: a JSON document (RFC 8259) that strangers sent, read value by value as it is asked for; no
 * tree is made, so that it costs little more than its texts. What asks says what must stand there: the first
 * thing that does not ends the reading, and every later question is answered with nothing.
 *
 * Not taken: what is no UTF-8, a text with U+0000 in it, a half of a surrogate pair, a number that is not whole, and what is
 * nested deeper than %YL_JSON_MAX_DEPTH.
 */
typedef struct _YlJsonReader YlJsonReader;

#define YL_JSON_MAX_DEPTH 16u

/** yl_json_reader_new: @bytes: outlive it */
YlJsonReader *yl_json_reader_new (const char *bytes, gsize n_bytes);
void yl_json_reader_free (YlJsonReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlJsonReader, yl_json_reader_free)

/** yl_json_reader_begin_object, yl_json_reader_begin_list: up to the yl_json_reader_next() that is %FALSE. */
gboolean yl_json_reader_begin_object (YlJsonReader *reader);
gboolean yl_json_reader_begin_list (YlJsonReader *reader);
/** yl_json_reader_next: whether the innermost has one more value, which is then to be read. */
gboolean yl_json_reader_next (YlJsonReader *reader);
/** yl_json_reader_get_key: of that value in an object: borrowed until the reader goes. */
const char *yl_json_reader_get_key (const YlJsonReader *reader);

/** yl_json_reader_text: (nullable): borrowed until the reader goes. */
const char *yl_json_reader_text (YlJsonReader *reader);
/** yl_json_reader_text_or_null: @out_text is %NULL for null. */
gboolean yl_json_reader_text_or_null (YlJsonReader *reader, const char **out_text);
/** yl_json_reader_number: a whole number of 64 bits. */
gboolean yl_json_reader_number (YlJsonReader *reader, gint64 *out_number);

/** yl_json_reader_refuse: what stands there is not what was asked for. */
void yl_json_reader_refuse (YlJsonReader *reader);
/** yl_json_reader_end: that all of it was read, and well; else %YL_ERROR_INVALID with the place in bytes. */
gboolean yl_json_reader_end (YlJsonReader *reader, GError **error);

G_END_DECLS
