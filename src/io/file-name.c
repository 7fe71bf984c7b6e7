#include "yanglu/io/file-name.h"

char *
yl_file_name_show (const char *path)
{
  if (g_utf8_validate (path, -1, NULL))
    return g_strdup (path);
  char *read = g_convert (path, -1, "UTF-8", "GB18030", NULL, NULL, NULL);
  return read != NULL ? read : g_utf8_make_valid (path, -1);
}

char *
yl_file_name_show_base (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  return yl_file_name_show (base);
}
