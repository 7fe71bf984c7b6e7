#include "names-private.h"

#define SPACE "urn:oasis:names:tc:opendocument:xmlns:"

static const char *const uris[] = {
  [YL_ODS_OFFICE] = SPACE "office:1.0",
  [YL_ODS_STYLE] = SPACE "style:1.0",
  [YL_ODS_TABLE] = SPACE "table:1.0",
  [YL_ODS_TEXT] = SPACE "text:1.0",
  [YL_ODS_CALC] = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
};
G_STATIC_ASSERT (G_N_ELEMENTS (uris) == YL_N_ODS_NAMESPACES);

void
yl_ods_names_learn (YlOdsNames *names, const XML_Char **attributes)
{
  for (; attributes[0] != NULL; attributes += 2)
    for (guint i = 0; i < YL_N_ODS_NAMESPACES; i++)
      if (names->prefixes[i] == NULL && g_str_has_prefix (attributes[0], "xmlns:")
          && strcmp (attributes[1], uris[i]) == 0)
        names->prefixes[i] = g_strconcat (attributes[0] + strlen ("xmlns:"), ":", NULL);
}

void
yl_ods_names_clear (YlOdsNames *names)
{
  for (guint i = 0; i < YL_N_ODS_NAMESPACES; i++)
    g_clear_pointer (&names->prefixes[i], g_free);
}

gboolean
yl_ods_names_is (const YlOdsNames *names, const char *name, YlOdsNamespace space, const char *local)
{
  const char *prefix = names->prefixes[space];
  if (prefix == NULL)
    return FALSE;
  const gsize length = strlen (prefix);
  return strncmp (name, prefix, length) == 0 && strcmp (name + length, local) == 0;
}

gboolean
yl_ods_names_is_of (const YlOdsNames *names, const char *name, YlOdsNamespace space)
{
  return names->prefixes[space] != NULL && g_str_has_prefix (name, names->prefixes[space]);
}

const char *
yl_ods_names_get (const YlOdsNames *names,
                  const XML_Char **attributes,
                  YlOdsNamespace space,
                  const char *local)
{
  for (; attributes[0] != NULL; attributes += 2)
    if (yl_ods_names_is (names, attributes[0], space, local))
      return attributes[1];
  return NULL;
}

guint32
yl_ods_names_get_count (const YlOdsNames *names,
                        const XML_Char **attributes,
                        YlOdsNamespace space,
                        const char *local)
{
  const char *digits = yl_ods_names_get (names, attributes, space, local);
  const guint64 count = digits == NULL ? 1 : g_ascii_strtoull (digits, NULL, 10);
  return (guint32) CLAMP (count, 1, G_MAXINT32);
}
