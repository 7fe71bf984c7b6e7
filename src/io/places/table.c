#include "table-private.h"

#include "yanglu/base/error.h"

#include <gio/gio.h>
#include <string.h>

/* The line at the front of *@rest, without its end; moves *@rest behind it. */
static YlText
take_line (YlText *rest)
{
  const char *end = memchr (rest->at, '\n', rest->length);
  const gsize length = end == NULL ? rest->length : (gsize) (end - rest->at);
  const YlText line = { rest->at, length };
  const gsize taken = end == NULL ? length : length + 1;
  rest->at += taken;
  rest->length -= taken;
  return yl_text_trim (line);
}

static gboolean
split (YlText line, guint n_fields, YlText fields[YL_PLACE_FIELDS])
{
  for (guint i = 0; i + 1 < n_fields; i++)
    {
      const char *comma = memchr (line.at, ',', line.length);
      if (comma == NULL)
        return FALSE;
      const gsize length = (gsize) (comma - line.at);
      fields[i] = (YlText){ line.at, length };
      line.at += length + 1;
      line.length -= length + 1;
    }
  fields[n_fields - 1] = line;
  return line.length == 0 || memchr (line.at, ',', line.length) == NULL;
}

gboolean
yl_place_table_read (
    const char *name, YlText table, guint n_fields, YlPlaceLine take, gpointer data, GError **error)
{
  g_return_val_if_fail (n_fields > 0 && n_fields <= YL_PLACE_FIELDS, FALSE);
  YlText rest = table;
  for (guint number = 1; rest.length > 0; number++)
    {
      YlText fields[YL_PLACE_FIELDS];
      const YlText line = take_line (&rest);
      if (number == 1 || line.length == 0)
        continue;
      if (!split (line, n_fields, fields) || !take (fields, data))
        {
          g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
                       "区划表“%s”第 %u 行看不懂：%.*s。每行应有 %u 列，用逗号分隔，代码为数字。",
                       name, number, (int) MIN (line.length, 200), line.at, n_fields);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
yl_place_resource_get (const char *file, YlText *out_table, GError **error)
{
  g_autofree char *path = g_strconcat ("/yanglu/places/", file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return FALSE;
  /* Not compressed: the bytes are the program's own image, whatever becomes of the GBytes. */
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  *out_table = (YlText){ data, size };
  return TRUE;
}
