#include "clauses-private.h"

#include <string.h>

struct _YlPolicyClauses
{
  GHashTable *by_name; /* name → clause, both borrowed */
};

/* "payer-share 340621.city": a group, with or without a key of it. */
static gboolean
is_clause_name (const char *name)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *group_name =
      dot == NULL ? g_strdup (name) : g_strndup (name, (gsize) (dot - name));
  YlPolicyGroup group;
  const char *area = NULL;
  if (!yl_policy_group_parse (group_name, &group, &area))
    return FALSE;
  return dot == NULL || yl_policy_group_find_key (group, dot + 1) != NULL;
}

YlPolicyClauses *
yl_policy_clauses_new (const YlKeyFile *scan, YlRemarks *remarks)
{
  YlPolicyClauses *clauses = g_new0 (YlPolicyClauses, 1);
  clauses->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < scan->entries->len; i++)
    {
      const YlKeyEntry *entry = &g_array_index (scan->entries, YlKeyEntry, i);
      if (strcmp (entry->group, "clause") != 0)
        continue;
      if (!is_clause_name (entry->key))
        yl_remarks_refuse (remarks, entry->line,
                           "组 [clause] 的“%s”不是组名，也不是“组名.键”：应写成 daily-rate=条款 或 "
                           "daily-rate.county=条款。",
                           entry->key);
      else if (entry->value[0] == '\0')
        yl_remarks_warn (remarks, entry->line, "“%s”的条款是空的。", entry->key);
      else
        g_hash_table_insert (clauses->by_name, (gpointer) entry->key, (gpointer) entry->value);
    }
  return clauses;
}

void
yl_policy_clauses_free (YlPolicyClauses *clauses)
{
  if (clauses == NULL)
    return;
  g_hash_table_unref (clauses->by_name);
  g_free (clauses);
}

/* The clause of @group, of its key when it has one of its own. */
static const char *
find_in_group (const YlPolicyClauses *clauses, const char *group, const char *key)
{
  g_autofree char *full_name = g_strdup_printf ("%s.%s", group, key);
  const char *clause = g_hash_table_lookup (clauses->by_name, full_name);
  return clause != NULL ? clause : g_hash_table_lookup (clauses->by_name, group);
}

const char *
yl_policy_clauses_find (const YlPolicyClauses *clauses, const YlPolicyValue *value)
{
  const char *group = yl_policy_group_get_key (value->group);
  const char *clause = NULL;
  if (value->area[0] != '\0')
    {
      g_autofree char *of_area = g_strdup_printf ("%s %s", group, value->area);
      clause = find_in_group (clauses, of_area, value->key_name);
    }
  if (clause == NULL)
    clause = find_in_group (clauses, group, value->key_name);
  return clause != NULL ? clause : "";
}
