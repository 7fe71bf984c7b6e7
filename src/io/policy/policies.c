#include "yanglu/io/policy/policies.h"

#include "draft-private.h"

#include "yanglu/base/error.h"
#include "yanglu/domain/policy-choice.h"
#include "yanglu/io/file-name.h"

static YlPolicy *
make_policy (const char *name, GBytes *bytes, const YlPolicyBases *bases, GError **error)
{
  g_autoptr (YlPolicyDraft) draft = yl_policy_draft_new (name, bytes);
  YlPolicy *policy = yl_policy_resolve (draft, bases);
  if (policy == NULL)
    yl_remarks_set_error (&draft->remarks, &yl_policy_kind, name, error);
  return policy;
}

/* The policies compiled in never change: they are read once, by the first who asks. */
typedef struct
{
  GPtrArray *policies; /* of YlPolicy, by id */
  GError *error;       /* (nullable) */
} Library;

static Library *
load_library (void)
{
  const YlPolicyBases compiled_in = { 0 };
  Library *library = g_new0 (Library, 1);
  library->policies = g_ptr_array_new_with_free_func ((GDestroyNotify) yl_policy_free);
  g_auto (GStrv) ids = yl_policy_source_list ();
  for (guint i = 0; ids[i] != NULL && library->error == NULL; i++)
    {
      g_autoptr (GBytes) bytes = yl_policy_source_find (ids[i]);
      YlPolicy *policy = make_policy (ids[i], bytes, &compiled_in, &library->error);
      if (policy != NULL)
        g_ptr_array_add (library->policies, policy);
    }
  return library;
}

static const GPtrArray *
get_library (GError **error)
{
  static Library *library = NULL;
  if (g_once_init_enter (&library))
    g_once_init_leave (&library, load_library ());
  if (library->error == NULL)
    return library->policies;
  g_propagate_error (error, g_error_copy (library->error));
  return NULL;
}

GPtrArray *
yl_policies_list (GError **error)
{
  const GPtrArray *library = get_library (error);
  if (library == NULL)
    return NULL;
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) yl_policy_free);
  for (guint i = 0; i < library->len; i++)
    g_ptr_array_add (list, yl_policy_ref (g_ptr_array_index (library, i)));
  return list;
}

static YlPolicy *
open_path (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = yl_policy_source_read (path, error);
  if (bytes == NULL)
    return NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = yl_file_name_show_base (path);
  const YlPolicyBases bases = { NULL, 0, folder };
  return make_policy (name, bytes, &bases, error);
}

YlPolicy *
yl_policies_find (const char *id)
{
  const GPtrArray *library = get_library (NULL);
  for (guint i = 0; library != NULL && i < library->len; i++)
    {
      YlPolicy *policy = g_ptr_array_index (library, i);
      if (g_strcmp0 (yl_policy_get_head (policy)->id, id) == 0)
        return yl_policy_ref (policy);
    }
  return NULL;
}

YlPolicy *
yl_policies_open (const char *id_or_path, GError **error)
{
  if (get_library (error) == NULL)
    return NULL;
  YlPolicy *policy = yl_policies_find (id_or_path);
  return policy != NULL ? policy : open_path (id_or_path, error);
}

YlPolicy *
yl_policies_open_text (
    const char *name, const char *text, const YlPolicyText *bases, gsize n_bases, GError **error)
{
  const YlPolicyBases places = { bases, n_bases, NULL };
  g_autoptr (GBytes) bytes = g_bytes_new (text, yl_text_of (text).length);
  return make_policy (name, bytes, &places, error);
}

YlPolicy *
yl_policies_choose (const char *area, YlDate day, GError **error)
{
  const GPtrArray *library = get_library (error);
  if (library == NULL)
    return NULL;
  YlPolicy *best = yl_policy_choose (library, area, day);
  if (best != NULL)
    return yl_policy_ref (best);
  g_autofree char *shown = yl_date_to_chinese (day);
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND,
               "%s没有内置政策在施行：请用 --policy 指定政策编号或文件。", shown);
  return NULL;
}

char *
yl_policies_tell_waiting (const char *area, YlDate day, const YlPolicy *chosen)
{
  const GPtrArray *library = get_library (NULL);
  if (library == NULL)
    return NULL;
  g_autoptr (GPtrArray) waiting = yl_policy_list_waiting (library, area, day, chosen);
  if (waiting->len == 0)
    return NULL;
  GString *told = g_string_new ("另有待核政策 ");
  for (guint i = 0; i < waiting->len; i++)
    g_string_append_printf (told, "%s%s", i == 0 ? "" : "、",
                            yl_policy_get_head (g_ptr_array_index (waiting, i))->id);
  return g_string_free (g_string_append (told, "，可用 --policy 指定"), FALSE);
}
