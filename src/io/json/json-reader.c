#include "yanglu/io/json/json-reader.h"

#include "yanglu/base/error.h"

#include <string.h>

struct _YlJsonReader
{
  const char *start;
  const char *at;
  const char *end;
  gboolean is_refused;
  guint depth;
  char closing[YL_JSON_MAX_DEPTH]; /* of what is open, the innermost last */
  gboolean is_filled[YL_JSON_MAX_DEPTH];
  const char *key;
  GStringChunk *texts;
  GString *text; /* that is being read */
};

YlJsonReader *
yl_json_reader_new (const char *bytes, gsize n_bytes)
{
  YlJsonReader *reader = g_new0 (YlJsonReader, 1);
  reader->start = reader->at = bytes;
  reader->end = bytes + n_bytes;
  reader->texts = g_string_chunk_new (4096);
  reader->text = g_string_new (NULL);
  reader->is_refused = !g_utf8_validate_len (bytes, n_bytes, &reader->at);
  if (!reader->is_refused)
    reader->at = bytes;
  return reader;
}

void
yl_json_reader_free (YlJsonReader *reader)
{
  if (reader == NULL)
    return;
  g_string_chunk_free (reader->texts);
  g_string_free (reader->text, TRUE);
  g_free (reader);
}

void
yl_json_reader_refuse (YlJsonReader *reader)
{
  reader->is_refused = TRUE;
}

static gboolean
refuse (YlJsonReader *reader)
{
  yl_json_reader_refuse (reader);
  return FALSE;
}

static void
skip_blanks (YlJsonReader *reader)
{
  while (reader->at < reader->end && memchr (" \t\n\r", *reader->at, 4) != NULL)
    reader->at++;
}

static gboolean
is_next (YlJsonReader *reader, char wanted)
{
  skip_blanks (reader);
  return !reader->is_refused && reader->at < reader->end && *reader->at == wanted;
}

static gboolean
take (YlJsonReader *reader, char wanted)
{
  if (!is_next (reader, wanted))
    return refuse (reader);
  reader->at++;
  return TRUE;
}

static gboolean
begin (YlJsonReader *reader, char opening, char closing)
{
  if (!is_next (reader, opening) || reader->depth == YL_JSON_MAX_DEPTH)
    return refuse (reader);
  reader->at++;
  reader->closing[reader->depth] = closing;
  reader->is_filled[reader->depth] = FALSE;
  reader->depth++;
  return TRUE;
}

gboolean
yl_json_reader_begin_object (YlJsonReader *reader)
{
  return begin (reader, '{', '}');
}

gboolean
yl_json_reader_begin_list (YlJsonReader *reader)
{
  return begin (reader, '[', ']');
}

gboolean
yl_json_reader_next (YlJsonReader *reader)
{
  if (reader->is_refused || reader->depth == 0)
    return refuse (reader);
  const guint inner = reader->depth - 1;
  if (is_next (reader, reader->closing[inner]))
    {
      reader->at++;
      reader->depth--;
      return FALSE;
    }
  if (reader->is_filled[inner] && !take (reader, ','))
    return FALSE;
  reader->is_filled[inner] = TRUE;
  if (reader->closing[inner] == ']')
    return TRUE;
  reader->key = yl_json_reader_text (reader);
  return reader->key != NULL && take (reader, ':');
}

const char *
yl_json_reader_get_key (const YlJsonReader *reader)
{
  return reader->key == NULL ? "" : reader->key;
}

/* Texts. */

static gboolean
read_unit (YlJsonReader *reader, gunichar *out_unit)
{
  if (reader->end - reader->at < 4)
    return FALSE;
  *out_unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      const int digit = g_ascii_xdigit_value (reader->at[i]);
      if (digit < 0)
        return FALSE;
      *out_unit = *out_unit * 16 + (gunichar) digit;
    }
  reader->at += 4;
  return TRUE;
}

/* \u and its digits; what is beyond U+FFFF stands as two of them. */
static gboolean
read_code_point (YlJsonReader *reader)
{
  gunichar unit = 0;
  gunichar low = 0;
  if (!read_unit (reader, &unit) || unit == 0)
    return FALSE;
  if (unit >= 0xDC00 && unit <= 0xDFFF)
    return FALSE;
  if (unit >= 0xD800 && unit <= 0xDBFF)
    {
      if (reader->end - reader->at < 2 || memcmp (reader->at, "\\u", 2) != 0)
        return FALSE;
      reader->at += 2;
      if (!read_unit (reader, &low) || low < 0xDC00 || low > 0xDFFF)
        return FALSE;
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
  g_string_append_unichar (reader->text, unit);
  return TRUE;
}

static gboolean
read_escape (YlJsonReader *reader)
{
  static const char escapes[] = "\"\\/bfnrt";
  static const char meant[] = "\"\\/\b\f\n\r\t";
  if (reader->at == reader->end)
    return FALSE;
  const char escape = *reader->at++;
  if (escape == 'u')
    return read_code_point (reader);
  const char *found = memchr (escapes, escape, strlen (escapes));
  if (found == NULL)
    return FALSE;
  g_string_append_c (reader->text, meant[found - escapes]);
  return TRUE;
}

const char *
yl_json_reader_text (YlJsonReader *reader)
{
  if (!take (reader, '"'))
    return NULL;
  g_string_truncate (reader->text, 0);
  while (reader->at < reader->end && *reader->at != '"')
    {
      const char byte = *reader->at++;
      const gboolean is_read = byte == '\\' ? read_escape (reader) : (guchar) byte >= ' ';
      if (!is_read)
        return refuse (reader), NULL;
      if (byte != '\\')
        g_string_append_c (reader->text, byte);
    }
  if (reader->at == reader->end)
    return refuse (reader), NULL;
  reader->at++;
  return g_string_chunk_insert_len (reader->texts, reader->text->str, (gssize) reader->text->len);
}

gboolean
yl_json_reader_text_or_null (YlJsonReader *reader, const char **out_text)
{
  static const char null[] = "null";
  if (!is_next (reader, 'n'))
    {
      *out_text = yl_json_reader_text (reader);
      return *out_text != NULL;
    }
  if ((gsize) (reader->end - reader->at) < strlen (null)
      || memcmp (reader->at, null, strlen (null)) != 0)
    return refuse (reader);
  reader->at += strlen (null);
  *out_text = NULL;
  return TRUE;
}

/* Numbers. */

gboolean
yl_json_reader_number (YlJsonReader *reader, gint64 *out_number)
{
  const gboolean is_negative = is_next (reader, '-');
  const char *first = reader->at + (is_negative ? 1 : 0);
  const char *last = first;
  while (last < reader->end && g_ascii_isdigit (*last))
    last++;
  const gsize n = (gsize) (last - first);
  if (reader->is_refused || n == 0 || n > 19 || (n > 1 && *first == '0')
      || (last < reader->end && memchr (".eE", *last, 3) != NULL))
    return refuse (reader);
  g_autofree char *digits = g_strndup (reader->at, (gsize) (last - reader->at));
  gint64 number = 0;
  if (!g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return refuse (reader);
  reader->at = last;
  *out_number = number;
  return TRUE;
}

gboolean
yl_json_reader_end (YlJsonReader *reader, GError **error)
{
  skip_blanks (reader);
  if (!reader->is_refused && reader->depth == 0 && reader->at == reader->end)
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
               "收到的内容不是应有的形式：第 %" G_GSIZE_FORMAT " 字节处读不下去。",
               (gsize) (reader->at - reader->start) + 1);
  return FALSE;
}
