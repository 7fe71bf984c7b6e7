#include "tables-private.h"

#include "xstring-private.h"
#include "yanglu/io/book-number.h"
#include "yanglu/base/error.h"

#include <string.h>

typedef struct
{
  YlXmlPart xml;
  YlStringTable *strings;
  gsize start; /* of the string that is being read */
  gboolean is_text;
  gboolean is_phonetic;
} StringsParser;

static void
finish_string (StringsParser *self)
{
  GString *text = self->strings->text;
  g_string_truncate (
      text, self->start + yl_xstring_read (text->str + self->start, text->len - self->start));
  if (yl_string_table_end (self->strings))
    return;
  self->xml.error =
      g_error_new_literal (YL_ERROR, YL_ERROR_LIMIT, "共享字符串超过 4 GiB，未读取。");
  XML_StopParser (self->xml.parser, XML_FALSE);
}

static void
start_string (void *data, const XML_Char *raw_name, const XML_Char **attributes)
{
  (void) attributes;
  StringsParser *self = data;
  const char *name = yl_xml_local (&self->xml, raw_name);
  if (strcmp (name, "si") == 0)
    self->start = self->strings->text->len;
  else if (strcmp (name, "rPh") == 0)
    self->is_phonetic = TRUE;
  else if (strcmp (name, "t") == 0)
    self->is_text = !self->is_phonetic;
}

static void
end_string (void *data, const XML_Char *raw_name)
{
  StringsParser *self = data;
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
  StringsParser *self = data;
  if (self->is_text)
    g_string_append_len (self->strings->text, at, length);
}

gboolean
yl_xlsx_strings_read (YlStringTable *strings, YlArchive *archive, const char *part, GError **error)
{
  yl_string_table_init (strings);
  StringsParser self = { .strings = strings };
  return yl_xml_read_part (archive, part, &self.xml, start_string, end_string, add_text, error);
}

/* No size of a page is larger. */
#define LARGEST_SIZE 100000.0

guint32
yl_xlsx_parse_size (const char *text, guint scale)
{
  const double size = text == NULL ? 0.0 : g_ascii_strtod (text, NULL);
  return size > 0.0 && size < LARGEST_SIZE ? (guint32) (size * scale + 0.5) : 0;
}
