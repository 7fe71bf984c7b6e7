#include "source-private.h"

#include "policy-resources.h"

#include "yanglu/base/error.h"

#include <stdlib.h>
#include <string.h>

const YlKeyFileKind yl_policy_kind = { "政策文件", "policy", "policy check" };

#define FOLDER "/yanglu/policies/"
#define SUFFIX ".policy"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

char **
yl_policy_source_list (void)
{
  GResource *resource = yl_policy_resources_get_resource ();
  char **names =
      g_resource_enumerate_children (resource, FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (names == NULL)
    return g_new0 (char *, 1);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], SUFFIX))
      names[i][strlen (names[i]) - strlen (SUFFIX)] = '\0';
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return names;
}

GBytes *
yl_policy_source_find (const char *id)
{
  g_autofree char *path = g_strconcat (FOLDER, id, SUFFIX, NULL);
  return g_resource_lookup_data (yl_policy_resources_get_resource (), path,
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static void
set_read_error (const char *path, const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (
        error, YL_ERROR, YL_ERROR_NOT_FOUND,
        "没有政策“%s”：它不是内置政策的编号，也没有这个文件。用 yanglu policy list 查看内置政策。",
        path);
  else
    g_set_error (error, YL_ERROR, YL_ERROR_IO, "政策文件 %s 无法读取：%s（%s）。", path,
                 yl_key_file_describe (cause), cause->message);
}

GBytes *
yl_policy_source_read (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  GBytes *bytes = yl_key_file_load (path, &cause);
  if (bytes == NULL)
    set_read_error (path, cause, error);
  return bytes;
}
