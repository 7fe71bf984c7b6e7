#include "strings-private.h"

#include "xml-private.h"
#include "yanglu/base/error.h"

#define FIRST_TEXT_BYTES ((gsize) 65536)
#define FIRST_STRINGS ((gsize) 4096)

typedef struct
{
  YlXmlPart xml;
  YlSharedStrings *strings;
  gsize start; /* of the string that is being read */
  gboolean is_text;
  gboolean is_phonetic;
} YlStringsParser;

static void
append (YlSharedStrings *strings, const char *at, gsize length)
{
  if (strings->text_capacity - strings->length < length)
    {
      strings->text_capacity = MAX (strings->text_capacity * 2, strings->length + length);
      strings->text_capacity = MAX (strings->text_capacity, FIRST_TEXT_BYTES);
      strings->text = g_realloc (strings->text, strings->text_capacity);
    }
  memcpy (strings->text + strings->length, at, length);
  strings->length += length;
}

static void
finish_string (YlStringsParser *self)
{
  YlSharedStrings *strings = self->strings;
  if (strings->length > self->start)
    strings->length =
        self->start + yl_xstring_read (strings->text + self->start, strings->length - self->start);
  if (strings->length > G_MAXUINT32 || strings->n_strings == G_MAXUINT32)
    {
      self->xml.error =
          g_error_new_literal (YL_ERROR, YL_ERROR_LIMIT, "共享字符串超过 4 GiB，未读取。");
      XML_StopParser (self->xml.parser, XML_FALSE);
      return;
    }
  if (strings->n_strings == strings->ends_capacity)
    {
      strings->ends_capacity = MAX (strings->ends_capacity * 2, FIRST_STRINGS);
      strings->ends = g_renew (guint32, strings->ends, strings->ends_capacity);
    }
  strings->ends[strings->n_strings++] = (guint32) strings->length;
}

static void
start_element (void *data, const XML_Char *raw_name, const XML_Char **attributes)
{
  (void) attributes;
  YlStringsParser *self = data;
  const char *name = yl_xml_local (&self->xml, raw_name);
  if (strcmp (name, "si") == 0)
    self->start = self->strings->length;
  else if (strcmp (name, "rPh") == 0)
    self->is_phonetic = TRUE;
  else if (strcmp (name, "t") == 0)
    self->is_text = !self->is_phonetic;
}

static void
end_element (void *data, const XML_Char *raw_name)
{
  YlStringsParser *self = data;
  const char *name = yl_xml_local (&self->xml, raw_name);
  if (strcmp (name, "t") == 0)
    self->is_text = FALSE;
  else if (strcmp (name, "rPh") == 0)
    self->is_phonetic = FALSE;
  else if (strcmp (name, "si") == 0)
    finish_string (self);
}

static void
add_text (void *data, const XML_Char *at, int length)
{
  YlStringsParser *self = data;
  if (self->is_text)
    append (self->strings, at, (gsize) length);
}

gboolean
yl_shared_strings_read (YlSharedStrings *strings,
                        YlArchive *archive,
                        const char *part,
                        GError **error)
{
  YlStringsParser self = { .strings = strings };
  return yl_xml_read_part (archive, part, &self.xml, start_element, end_element, add_text, error);
}

void
yl_shared_strings_clear (YlSharedStrings *strings)
{
  g_free (strings->text);
  g_free (strings->ends);
  *strings = (YlSharedStrings){ 0 };
}
