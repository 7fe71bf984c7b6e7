#include "yanglu/io/xml-part.h"

#include "yanglu/base/error.h"
#include "yanglu/base/keyed-hash.h"

#define BLOCK_BYTES 65536
/* expat keeps an unfinished token whole: none of ours comes near this. */
#define LONGEST_TOKEN_BYTES ((goffset) 1024 * 1024)

void
yl_xml_stop (YlXmlPart *self)
{
  self->is_over = TRUE;
  XML_StopParser (self->parser, XML_FALSE);
}

const char *
yl_xml_get_attribute (const XML_Char **attributes, const char *name)
{
  for (; attributes[0] != NULL; attributes += 2)
    if (strcmp (attributes[0], name) == 0)
      return attributes[1];
  return NULL;
}

const char *
yl_xml_get_prefixed_attribute (const XML_Char **attributes, const char *local)
{
  for (; attributes[0] != NULL; attributes += 2)
    {
      const char *colon = strchr (attributes[0], ':');
      if (colon != NULL && strcmp (colon + 1, local) == 0)
        return attributes[1];
    }
  return NULL;
}

gboolean
yl_xml_is_true (const char *value)
{
  return value != NULL && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0);
}

static void
refuse_doctype (void *data,
                const XML_Char *name,
                const XML_Char *system_id,
                const XML_Char *public_id,
                int has_internal_subset)
{
  (void) name;
  (void) system_id;
  (void) public_id;
  (void) has_internal_subset;
  YlXmlPart *self = data;
  if (self->error == NULL)
    self->error = g_error_new_literal (YL_ERROR, YL_ERROR_LIMIT,
                                       "含有 DOCTYPE 声明，工作簿里不允许，未读取。");
  XML_StopParser (self->parser, XML_FALSE);
}

static const char *
find_namespace (const XML_Char **attributes, const char *prefix, gsize length)
{
  for (; attributes[0] != NULL; attributes += 2)
    {
      if (!g_str_has_prefix (attributes[0], "xmlns"))
        continue;
      const char *rest = attributes[0] + strlen ("xmlns");
      if (length == 0 && *rest == '\0')
        return attributes[1];
      if (length > 0 && *rest == ':' && strlen (rest + 1) == length
          && strncmp (rest + 1, prefix, length) == 0)
        return attributes[1];
    }
  return NULL;
}

/* Another prefix bound to the namespace of a root without prefix, or NULL. */
static const char *
find_prefix_of (const XML_Char **attributes, const char *uri)
{
  for (; uri != NULL && attributes[0] != NULL; attributes += 2)
    if (g_str_has_prefix (attributes[0], "xmlns:") && strcmp (attributes[1], uri) == 0)
      return attributes[0] + strlen ("xmlns:");
  return NULL;
}

static void
learn_prefixes (YlXmlPart *self, const char *root, const XML_Char **attributes)
{
  const char *colon = strchr (root, ':');
  const gsize length = colon == NULL ? 0 : (gsize) (colon - root);
  const char *uri = find_namespace (attributes, root, length);
  const char *other = colon == NULL ? find_prefix_of (attributes, uri) : NULL;
  if (colon != NULL)
    self->prefix = g_strndup (root, length + 1);
  else if (other != NULL)
    self->prefix = g_strconcat (other, ":", NULL);
  self->prefix_length = self->prefix == NULL ? 0 : strlen (self->prefix);
  self->is_default = colon == NULL || g_strcmp0 (find_namespace (attributes, "", 0), uri) == 0;
}

static void
refuse_depth (YlXmlPart *self)
{
  if (self->error == NULL)
    self->error = g_error_new (YL_ERROR, YL_ERROR_LIMIT, "XML 元素嵌套超过 %d 层，其后未读。",
                               YL_XML_DEEPEST);
  XML_StopParser (self->parser, XML_FALSE);
}

static void
refuse_attributes (YlXmlPart *self)
{
  if (self->error == NULL)
    self->error = g_error_new (YL_ERROR, YL_ERROR_LIMIT, "XML 元素的属性超过 %d 个，其后未读。",
                               YL_XML_MOST_ATTRIBUTES);
  XML_StopParser (self->parser, XML_FALSE);
}

static void
refuse_names (YlXmlPart *self)
{
  if (self->error == NULL)
    self->error = g_error_new (YL_ERROR, YL_ERROR_LIMIT,
                               "XML 元素和属性的名称超过 %d 种，其后未读。", YL_XML_MOST_NAMES);
  XML_StopParser (self->parser, XML_FALSE);
}

/* Almost all elements of a sheet and their attributes have names of one or two letters, which are few. */
static gboolean
count_name (YlXmlPart *self, const char *name)
{
  if (name[0] == '\0' || name[1] == '\0' || name[2] == '\0'
      || g_hash_table_contains (self->names, name))
    return TRUE;
  g_hash_table_add (self->names, g_strdup (name));
  return g_hash_table_size (self->names) <= YL_XML_MOST_NAMES;
}

static gboolean
count_names (YlXmlPart *self, const char *name, const XML_Char **attributes)
{
  gboolean is_within = count_name (self, name);
  for (; is_within && attributes[0] != NULL; attributes += 2)
    is_within = count_name (self, attributes[0]);
  return is_within;
}

static void
start_element (void *data, const XML_Char *name, const XML_Char **attributes)
{
  YlXmlPart *self = data;
  if (self->depth++ == 0)
    learn_prefixes (self, name, attributes);
  if (self->depth > YL_XML_DEEPEST)
    refuse_depth (self);
  else if (XML_GetSpecifiedAttributeCount (self->parser) > 2 * YL_XML_MOST_ATTRIBUTES)
    refuse_attributes (self);
  else if (!count_names (self, name, attributes))
    refuse_names (self);
  else
    self->start (data, name, attributes);
}

static void
end_element (void *data, const XML_Char *name)
{
  YlXmlPart *self = data;
  self->depth--;
  if (self->end != NULL)
    self->end (data, name);
}

static void
set_syntax_error (const YlXmlPart *self, const char *name, GError **error)
{
  g_set_error (
      error, YL_ERROR, YL_ERROR_INVALID,
      "工作簿已损坏：部件 %s 第 %lu 行的 XML 有误（%s）。请用 Excel、WPS 打开后另存为 .xlsx 再试。",
      name, XML_GetCurrentLineNumber (self->parser),
      XML_ErrorString (XML_GetErrorCode (self->parser)));
}

static gboolean
is_token_too_long (const YlXmlPart *self, goffset n_fed, GError **error)
{
  const goffset at = XML_GetCurrentByteIndex (self->parser);
  if (at < 0 || n_fed - at <= LONGEST_TOKEN_BYTES)
    return FALSE;
  g_set_error_literal (error, YL_ERROR, YL_ERROR_LIMIT, "含有超过 1 MiB 的 XML 标记，其后未读。");
  return TRUE;
}

static gboolean
parse_blocks (YlArchive *archive, const char *name, YlXmlPart *self, GError **error)
{
  goffset n_fed = 0;
  for (;;)
    {
      void *block = XML_GetBuffer (self->parser, BLOCK_BYTES);
      if (block == NULL)
        g_error ("out of memory");
      const gssize n = yl_archive_read (archive, block, BLOCK_BYTES, error);
      if (n < 0)
        return FALSE;
      n_fed += n;
      const enum XML_Status status = XML_ParseBuffer (self->parser, (int) n, n == 0);
      if (self->error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&self->error));
          return FALSE;
        }
      if (self->is_over || (status == XML_STATUS_OK && n == 0))
        return TRUE;
      if (status != XML_STATUS_OK)
        {
          set_syntax_error (self, name, error);
          return FALSE;
        }
      if (is_token_too_long (self, n_fed, error))
        return FALSE;
    }
}

gboolean
yl_xml_read_part (YlArchive *archive,
                  const char *name,
                  YlXmlPart *self,
                  XML_StartElementHandler start,
                  XML_EndElementHandler end,
                  XML_CharacterDataHandler text,
                  GError **error)
{
  if (!yl_archive_open_part (archive, name, error))
    return FALSE;
  *self = (YlXmlPart){ .parser = XML_ParserCreate (NULL), .start = start, .end = end };
  self->names = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  XML_SetUserData (self->parser, self);
  XML_SetElementHandler (self->parser, start_element, end_element);
  XML_SetCharacterDataHandler (self->parser, text);
  XML_SetStartDoctypeDeclHandler (self->parser, refuse_doctype);
  const gboolean is_read = parse_blocks (archive, name, self, error);
  XML_ParserFree (self->parser);
  g_clear_error (&self->error);
  g_clear_pointer (&self->prefix, g_free);
  g_hash_table_unref (self->names);
  *self = (YlXmlPart){ 0 };
  return is_read;
}
