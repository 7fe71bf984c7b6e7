#include "styles-private.h"

#include "date-private.h"
#include "xml-private.h"

typedef struct
{
  YlXmlPart xml;
  GHashTable *formats; /* id of a custom format → whether it is a date */
  GByteArray *styles;
  gboolean is_cell_styles;
} YlStylesParser;

static guint
parse_id (const char *value)
{
  return value == NULL ? 0 : (guint) MIN (g_ascii_strtoull (value, NULL, 10), G_MAXINT32);
}

static void
add_format (YlStylesParser *self, const XML_Char **attributes)
{
  const guint id = parse_id (yl_xml_get_attribute (attributes, "numFmtId"));
  const char *code = yl_xml_get_attribute (attributes, "formatCode");
  if (code != NULL)
    g_hash_table_insert (self->formats, GUINT_TO_POINTER (id),
                         GUINT_TO_POINTER (yl_xlsx_format_code_is_date (code)));
}

static void
add_style (YlStylesParser *self, const XML_Char **attributes)
{
  const guint id = parse_id (yl_xml_get_attribute (attributes, "numFmtId"));
  gpointer is_date;
  if (!g_hash_table_lookup_extended (self->formats, GUINT_TO_POINTER (id), NULL, &is_date))
    is_date = GUINT_TO_POINTER (yl_xlsx_format_is_date (id));
  const guint8 flag = is_date != NULL;
  g_byte_array_append (self->styles, &flag, 1);
}

static void
start_element (void *data, const XML_Char *raw_name, const XML_Char **attributes)
{
  YlStylesParser *self = data;
  const char *name = yl_xml_local (&self->xml, raw_name);
  if (strcmp (name, "numFmt") == 0)
    add_format (self, attributes);
  else if (strcmp (name, "cellXfs") == 0)
    self->is_cell_styles = TRUE;
  else if (self->is_cell_styles && strcmp (name, "xf") == 0)
    add_style (self, attributes);
}

static void
end_element (void *data, const XML_Char *raw_name)
{
  YlStylesParser *self = data;
  if (strcmp (yl_xml_local (&self->xml, raw_name), "cellXfs") == 0)
    self->is_cell_styles = FALSE;
}

GByteArray *
yl_xlsx_styles_read (YlArchive *archive, const char *part, GError **error)
{
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  g_autoptr (GByteArray) styles = g_byte_array_new ();
  YlStylesParser self = { .formats = formats, .styles = styles };
  if (!yl_xml_read_part (archive, part, &self.xml, start_element, end_element, NULL, error))
    return NULL;
  return g_steal_pointer (&styles);
}
