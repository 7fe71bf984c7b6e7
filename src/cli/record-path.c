#include "yanglu/cli/record-path.h"

#include "yanglu/base/error.h"

char *
yl_record_path_get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "yanglu", NULL);
}

/* (transfer full) (nullable): the only record of the default folder; @out_n: how many there are. */
static char *
find_only (const char *folder, guint *out_n)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  char *found = NULL;
  const char *name = NULL;
  *out_n = 0;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, YL_RECORD_ENDING) && (*out_n)++ == 0)
      found = g_build_filename (folder, name, NULL);
  return found;
}

char *
yl_record_path_find (const char *data, GError **error)
{
  if (data != NULL)
    return g_strdup (data);
  g_autofree char *folder = yl_record_path_get_folder ();
  guint n = 0;
  g_autofree char *only = find_only (folder, &n);
  if (n == 1)
    return g_steal_pointer (&only);
  g_set_error (
      error, YL_ERROR, YL_ERROR_USAGE,
      n == 0 ? "还没有记录：先用 yanglu record init --county 县 建一份，或用 --data 指明文件。"
             : "有 %u 份记录：请用 --data 指明是哪一份。",
      n);
  return NULL;
}
