#include "draft-private.h"

#include "value-private.h"

#include <string.h>

const YlKeyFileKind yl_rules_kind = { "规则文件", "规则代码，例如 A10", "rules check" };

typedef struct
{
  YlRuleSet *set;
  const YlKeyFile *file;
  YlRemarks *remarks;
} Draft;

static void
check_groups (const Draft *draft)
{
  for (guint i = 0; i < draft->file->groups->len; i++)
    {
      const YlKeyGroup *group = &g_array_index (draft->file->groups, YlKeyGroup, i);
      YlCode code;
      if (!yl_code_find (group->name, &code))
        yl_remarks_refuse (draft->remarks, group->line,
                           "没有规则 [%.60s]：组名应为规则代码，例如 [A10]；用 yanglu rules list "
                           "查看全部规则。",
                           group->name);
    }
}

static char *
list_keys (YlCode code)
{
  g_autoptr (GString) list = g_string_new ("enabled、severity、basis、note");
  for (guint i = 0; i < YL_N_LIMITS; i++)
    if (yl_rule_has_limit (code, (YlLimit) i))
      g_string_append_printf (list, "、%s", yl_limit_get_key ((YlLimit) i));
  if (code == YL_C07)
    g_string_append (list, "、bands");
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* What is wrong with the value; NULL when it was taken. */
static const char *
take_text (const Draft *draft, const YlKeyEntry *entry, const char **out_text)
{
  if (entry->value[0] == '\0')
    return "没有值";
  *out_text = yl_rule_set_keep (draft->set, entry->value);
  return NULL;
}

static const char *
take_bands (const Draft *draft, const YlKeyEntry *entry)
{
  g_autoptr (GArray) bands = g_array_new (FALSE, FALSE, sizeof (YlGradeBand));
  const char *fault = yl_rules_parse_bands (draft->set, entry->value, bands);
  if (fault == NULL)
    yl_rule_set_replace_bands (draft->set, (const YlGradeBand *) (gconstpointer) bands->data,
                               bands->len);
  return fault;
}

/* Returns: FALSE when the rule has no such key. */
static gboolean
take_value (const Draft *draft, YlCode code, const YlKeyEntry *entry, const char **out_fault)
{
  YlRule *rule = yl_rule_set_edit (draft->set, code);
  YlLimit limit;
  if (strcmp (entry->key, "enabled") == 0)
    *out_fault = yl_rules_parse_switch (entry->value, &rule->is_enabled);
  else if (strcmp (entry->key, "severity") == 0)
    {
      *out_fault = yl_rules_parse_severity (entry->value, &rule->severity);
      rule->has_severity = TRUE;
    }
  else if (strcmp (entry->key, "basis") == 0)
    {
      *out_fault = take_text (draft, entry, &rule->basis);
      rule->has_basis = TRUE;
    }
  else if (strcmp (entry->key, "note") == 0)
    *out_fault = take_text (draft, entry, &rule->note);
  else if (code == YL_C07 && strcmp (entry->key, "bands") == 0)
    *out_fault = take_bands (draft, entry);
  else if (yl_limit_find (entry->key, &limit) && yl_rule_has_limit (code, limit))
    *out_fault = yl_rules_parse_limit (limit, entry->value, &rule->limits[limit]);
  else
    return FALSE;
  return TRUE;
}

static void
take_entry (const Draft *draft, const YlKeyEntry *entry)
{
  const char *fault = NULL;
  YlCode code;
  if (!yl_code_find (entry->group, &code))
    return;
  if (!take_value (draft, code, entry, &fault))
    {
      g_autofree char *keys = list_keys (code);
      yl_remarks_refuse (draft->remarks, entry->line, "规则 [%s] 没有“%.60s”这一项：可用的有 %s。",
                         entry->group, entry->key, keys);
    }
  else if (fault != NULL)
    yl_remarks_refuse (draft->remarks, entry->line, "规则 [%s] 的“%s”的值“%.60s”不对：%s。",
                       entry->group, entry->key, entry->value, fault);
}

static guint
find_line (const YlKeyFile *file, YlCode code)
{
  for (guint i = 0; i < file->groups->len; i++)
    {
      const YlKeyGroup *group = &g_array_index (file->groups, YlKeyGroup, i);
      if (strcmp (group->name, yl_code_get_name (code)) == 0)
        return group->line;
    }
  return 0;
}

static gboolean
has_note (const YlKeyFile *file, YlCode code)
{
  for (guint i = 0; i < file->entries->len; i++)
    {
      const YlKeyEntry *entry = &g_array_index (file->entries, YlKeyEntry, i);
      if (strcmp (entry->key, "note") == 0 && strcmp (entry->group, yl_code_get_name (code)) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What only shows when all was read. */
static void
check_whole (const Draft *draft)
{
  const YlRule *idle = yl_rule_set_get (draft->set, YL_D06);
  if (idle->limits[YL_LIMIT_WARNING_YEARS] > idle->limits[YL_LIMIT_ERROR_YEARS])
    yl_remarks_refuse (draft->remarks, find_line (draft->file, YL_D06),
                       "规则 [D06] 的 limit-warning-years 不能大于 limit-error-years。");
  for (guint code = 0; code < YL_N_CODES; code++)
    {
      const YlRule *rule = yl_rule_set_get (draft->set, (YlCode) code);
      if (!rule->is_enabled && !has_note (draft->file, (YlCode) code))
        yl_remarks_warn (draft->remarks, find_line (draft->file, (YlCode) code),
                         "停用了规则 [%s]（%s）：请用 note 写明原因。",
                         yl_code_get_name ((YlCode) code), yl_code_get_title ((YlCode) code));
    }
}

/* The file compiled in only repeats what the rule book says of severity and basis. */
static void
forget_changes (YlRuleSet *set)
{
  for (guint code = 0; code < YL_N_CODES; code++)
    {
      YlRule *rule = yl_rule_set_edit (set, (YlCode) code);
      rule->has_severity = FALSE;
      rule->has_basis = FALSE;
    }
}

YlRuleSet *
yl_rules_draft_read (GBytes *bytes, const YlRuleSet *base, YlRemarks *remarks)
{
  g_autoptr (YlRuleSet) set = base == NULL ? yl_rule_set_new () : yl_rule_set_copy (base);
  g_autoptr (YlKeyFile) file = yl_key_file_new (bytes, &yl_rules_kind, remarks);
  const Draft draft = { set, file, remarks };
  check_groups (&draft);
  for (guint i = 0; i < file->entries->len; i++)
    take_entry (&draft, &g_array_index (file->entries, YlKeyEntry, i));
  check_whole (&draft);
  if (base == NULL)
    forget_changes (set);
  return g_steal_pointer (&set);
}
