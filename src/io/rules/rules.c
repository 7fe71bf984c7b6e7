#include "yanglu/io/rules/rules.h"

#include "draft-private.h"
#include "rules-resources.h"

#include "yanglu/base/error.h"

#define DEFAULT_PATH "/yanglu/rules/default.rules"
#define DEFAULT_NAME "内置规则"

static YlRuleSet *
read_set (const char *name, GBytes *bytes, const YlRuleSet *base, GError **error)
{
  YlRemarks remarks;
  yl_remarks_init (&remarks);
  g_autoptr (YlRuleSet) set = yl_rules_draft_read (bytes, base, &remarks);
  const gboolean is_sound = remarks.n_fatal == 0;
  if (!is_sound)
    yl_remarks_set_error (&remarks, &yl_rules_kind, name, error);
  yl_remarks_clear (&remarks);
  return is_sound ? g_steal_pointer (&set) : NULL;
}

static YlRuleSet *
open_default (GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (
      yl_rules_resources_get_resource (), DEFAULT_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return bytes == NULL ? NULL : read_set (DEFAULT_NAME, bytes, NULL, error);
}

static GBytes *
load (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  GBytes *bytes = yl_key_file_load (path, &cause);
  if (bytes == NULL)
    g_set_error (error, YL_ERROR,
                 g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? YL_ERROR_NOT_FOUND
                                                                           : YL_ERROR_IO,
                 "规则文件 %s 无法读取：%s。", path, yl_key_file_describe (cause));
  return bytes;
}

YlRuleSet *
yl_rules_open (const char *path, GError **error)
{
  if (path == NULL)
    return open_default (error);
  g_autoptr (GBytes) bytes = load (path, error);
  if (bytes == NULL)
    return NULL;
  g_autofree char *name = g_path_get_basename (path);
  return yl_rules_open_text (name, bytes, error);
}

YlRuleSet *
yl_rules_open_text (const char *name, GBytes *text, GError **error)
{
  g_autoptr (YlRuleSet) base = open_default (error);
  return base == NULL ? NULL : read_set (name, text, base, error);
}

GPtrArray *
yl_rules_check (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = load (path, error);
  g_autoptr (YlRuleSet) base = bytes == NULL ? NULL : open_default (error);
  if (base == NULL)
    return NULL;
  YlRemarks remarks;
  yl_remarks_init (&remarks);
  g_autoptr (YlRuleSet) set = yl_rules_draft_read (bytes, base, &remarks);
  GPtrArray *all = yl_remarks_steal (&remarks);
  yl_remarks_clear (&remarks);
  return all;
}
