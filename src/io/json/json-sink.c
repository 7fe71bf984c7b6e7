#include "yanglu/io/json/json-sink.h"

#include <string.h>

/* So much is gathered before it is pushed. */
#define N_GATHERED 8192u

#define BLANKS_A_LEVEL 2

typedef enum
{
  OBJECT,
  LIST,
  ROWS, /* a list of objects on a line each */
  ROW,  /* such an object */
} Kind;

typedef struct
{
  Kind kind;
  gboolean is_filled; /* something stands in it */
} Level;

struct _YlJsonSink
{
  YlJsonPush push;
  gpointer data;
  GString *gathered;
  GArray *levels;    /* of Level: what is open, the innermost last */
  gboolean is_begun; /* the document has its one value */
  gboolean is_dense; /* no blanks, no lines */
};

YlJsonSink *
yl_json_sink_new (YlJsonPush push, gpointer data)
{
  YlJsonSink *json = g_new0 (YlJsonSink, 1);
  json->push = push;
  json->data = data;
  json->gathered = g_string_sized_new (2 * N_GATHERED);
  json->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  return json;
}

YlJsonSink *
yl_json_sink_new_dense (YlJsonPush push, gpointer data)
{
  YlJsonSink *json = yl_json_sink_new (push, data);
  json->is_dense = TRUE;
  return json;
}

void
yl_json_sink_free (YlJsonSink *json)
{
  if (json == NULL)
    return;
  if (json->levels->len != 0)
    g_critical ("a JSON document was left open");
  g_array_unref (json->levels);
  g_string_free (json->gathered, TRUE);
  g_free (json);
}

/* The innermost of what is open; NULL around the document. */
static Level *
get_level (const YlJsonSink *json)
{
  return json->levels->len == 0 ? NULL
                                : &g_array_index (json->levels, Level, json->levels->len - 1);
}

static void
push_gathered (YlJsonSink *json)
{
  json->push (json->data, json->gathered->str, json->gathered->len);
  g_string_truncate (json->gathered, 0);
}

static void
begin_line (YlJsonSink *json)
{
  static const char blanks[] = "                ";
  if (json->is_dense)
    return;
  g_string_append_c (json->gathered, '\n');
  for (gsize n = json->levels->len * BLANKS_A_LEVEL; n > 0;)
    {
      const gsize n_now = MIN (n, sizeof blanks - 1);
      g_string_append_len (json->gathered, blanks, (gssize) n_now);
      n -= n_now;
    }
}

/* The letter behind the backslash where @byte has one; 'u' for \u00XX; 0 when it stands as it is. */
static char
get_escape (guchar byte)
{
  switch (byte)
    {
    case '"':
    case '\\':
      return (char) byte;
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return byte < 0x20 || byte == 0x7F ? 'u' : 0;
    }
}

static void
append_quoted (GString *string, const char *text)
{
  const char *from = text;
  g_string_append_c (string, '"');
  for (const char *at = text;; at++)
    {
      const char escape = get_escape ((guchar) *at);
      if (escape == 0)
        continue;
      g_string_append_len (string, from, at - from);
      if (*at == '\0')
        break;
      g_string_append_c (string, '\\');
      g_string_append_c (string, escape);
      if (escape == 'u')
        g_string_append_printf (string, "%04x", (guchar) *at);
      from = at + 1;
    }
  g_string_append_c (string, '"');
}

/* A member needs a key, an element must not have one, and a document has one value. */
static gboolean
can_stand (const YlJsonSink *json, const char *key)
{
  const Level *level = get_level (json);
  if (level == NULL)
    return !json->is_begun && key == NULL;
  return (level->kind == OBJECT || level->kind == ROW) == (key != NULL);
}

/* What stands before a value: the comma, its line, its key. */
static void
place (YlJsonSink *json, const char *key)
{
  Level *level = get_level (json);
  json->is_begun = TRUE;
  if (level == NULL)
    return;
  if (level->is_filled)
    g_string_append_c (json->gathered, ',');
  level->is_filled = TRUE;
  if (level->kind == ROW && !json->is_dense)
    g_string_append_c (json->gathered, ' ');
  else
    begin_line (json);
  if (key == NULL)
    return;
  append_quoted (json->gathered, key);
  g_string_append (json->gathered, json->is_dense ? ":" : " : ");
}

/* After a value: whole values are pushed when they are many. */
static void
settle (YlJsonSink *json)
{
  if (json->gathered->len >= N_GATHERED)
    push_gathered (json);
}

static void
open_level (YlJsonSink *json, const char *key, Kind kind)
{
  const gboolean is_object = kind == OBJECT || kind == ROW;
  place (json, key);
  g_string_append_c (json->gathered, is_object ? '{' : '[');
  g_array_append_val (json->levels, ((Level){ .kind = kind }));
}

void
yl_json_begin (YlJsonSink *json, const char *key)
{
  g_return_if_fail (can_stand (json, key));
  const Level *level = get_level (json);
  open_level (json, key, level != NULL && level->kind == ROWS ? ROW : OBJECT);
}

gboolean
yl_json_begin_or_null (YlJsonSink *json, const char *key, gboolean is_known)
{
  if (is_known)
    yl_json_begin (json, key);
  else
    yl_json_null (json, key);
  return is_known;
}

void
yl_json_begin_list (YlJsonSink *json, const char *key)
{
  g_return_if_fail (can_stand (json, key));
  open_level (json, key, LIST);
}

void
yl_json_begin_rows (YlJsonSink *json, const char *key)
{
  g_return_if_fail (can_stand (json, key));
  open_level (json, key, ROWS);
}

void
yl_json_end (YlJsonSink *json)
{
  g_return_if_fail (json->levels->len > 0);
  const Level level = *get_level (json);
  g_array_set_size (json->levels, json->levels->len - 1);
  if (level.kind == ROW && !json->is_dense)
    g_string_append_c (json->gathered, ' ');
  else if (level.is_filled || level.kind != LIST)
    begin_line (json);
  g_string_append_c (json->gathered, level.kind == OBJECT || level.kind == ROW ? '}' : ']');
  settle (json);
  if (json->levels->len > 0)
    return;
  g_string_append_c (json->gathered, '\n');
  push_gathered (json);
}

void
yl_json_text (YlJsonSink *json, const char *key, const char *text)
{
  if (text == NULL || text[0] == '\0')
    yl_json_null (json, key);
  else
    yl_json_text_or_empty (json, key, text);
}

void
yl_json_text_or_empty (YlJsonSink *json, const char *key, const char *text)
{
  g_return_if_fail (json->levels->len > 0 && can_stand (json, key));
  place (json, key);
  append_quoted (json->gathered, text == NULL ? "" : text);
  settle (json);
}

void
yl_json_texts (YlJsonSink *json, const char *key, const char *const *texts)
{
  yl_json_begin_list (json, key);
  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    yl_json_text_or_empty (json, NULL, texts[i]);
  yl_json_end (json);
}

void
yl_json_list (YlJsonSink *json,
              const char *key,
              const GArray *lines,
              void (*add) (YlJsonSink *json, gconstpointer line))
{
  const guint size = g_array_get_element_size ((GArray *) lines);
  yl_json_begin_list (json, key);
  for (guint i = 0; i < lines->len; i++)
    {
      yl_json_begin (json, NULL);
      add (json, lines->data + (gsize) i * size);
      yl_json_end (json);
    }
  yl_json_end (json);
}

/* A number, true, false, null. */
static void
write_bare (YlJsonSink *json, const char *key, const char *bare)
{
  g_return_if_fail (json->levels->len > 0 && can_stand (json, key));
  place (json, key);
  g_string_append (json->gathered, bare);
  settle (json);
}

void
yl_json_number (YlJsonSink *json, const char *key, gint64 number)
{
  char digits[32];
  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, number);
  write_bare (json, key, digits);
}

void
yl_json_number_or_null (YlJsonSink *json, const char *key, gboolean is_known, gint64 number)
{
  if (is_known)
    yl_json_number (json, key, number);
  else
    yl_json_null (json, key);
}

void
yl_json_boolean (YlJsonSink *json, const char *key, gboolean is_true)
{
  yl_json_boolean_or_null (json, key, TRUE, is_true);
}

void
yl_json_boolean_or_null (YlJsonSink *json, const char *key, gboolean is_known, gboolean is_true)
{
  write_bare (json, key, !is_known ? "null" : is_true ? "true" : "false");
}

void
yl_json_null (YlJsonSink *json, const char *key)
{
  write_bare (json, key, "null");
}

void
yl_json_date (YlJsonSink *json, const char *key, YlDate date)
{
  g_autofree char *iso = yl_date_to_iso (date);
  yl_json_text (json, key, iso);
}
