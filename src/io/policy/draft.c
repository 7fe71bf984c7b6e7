#include "draft-private.h"

#include "clauses-private.h"
#include "head-private.h"
#include "source-private.h"

#include <string.h>

/* A group of values: its kind, its place, and the strings and clauses to use. */
typedef struct
{
  YlPolicyDraft *draft;
  const YlPolicyClauses *clauses;
} Reader;

static gboolean
is_value_group (const char *name)
{
  return strcmp (name, "policy") != 0 && strcmp (name, "clause") != 0;
}

static void
check_groups (YlPolicyDraft *draft, const YlKeyFile *scan)
{
  for (guint i = 0; i < scan->groups->len; i++)
    {
      const YlKeyGroup *line = &g_array_index (scan->groups, YlKeyGroup, i);
      YlPolicyGroup group;
      const char *area = NULL;
      if (is_value_group (line->name) && !yl_policy_group_parse (line->name, &group, &area))
        yl_remarks_refuse (
            &draft->remarks, line->line,
            "没有 [%.60s] 这个组：可用的有 policy、daily-rate、bridge-rate、bridge-rate-per-metre、"
            "payer-share、payer-rate province、payer-rate "
            "city、land-revenue、target、mileage、county-match、payment、clause；"
            "payer-share、payer-rate、county-match 和 payment 后面可以空一格写区划代码。",
            line->name);
    }
}

static void
add_value (const Reader *reader, const YlKeyEntry *entry, YlPolicyValue *value)
{
  GStringChunk *strings = reader->draft->strings;
  value->area = g_string_chunk_insert (strings, value->area);
  value->shown = g_string_chunk_insert (strings, entry->value);
  value->clause =
      g_string_chunk_insert_const (strings, yl_policy_clauses_find (reader->clauses, value));
  if (value->clause[0] == '\0')
    yl_remarks_warn (&reader->draft->remarks, entry->line,
                     "[%s] 的“%s”没有写依据条款：请在 [clause] 里补上。", entry->group, entry->key);
  g_array_append_vals (reader->draft->values, value, 1);
  g_array_append_vals (reader->draft->lines, &entry->line, 1);
}

static void
read_value (const Reader *reader, const YlKeyEntry *entry)
{
  YlPolicyValue value = { 0 };
  if (!is_value_group (entry->group)
      || !yl_policy_group_parse (entry->group, &value.group, &value.area))
    return;
  const YlPolicyKey *key = yl_policy_group_find_key (value.group, entry->key);
  if (key == NULL)
    {
      g_autofree char *keys = yl_policy_group_list_keys (value.group);
      yl_remarks_refuse (&reader->draft->remarks, entry->line,
                         "组 [%s] 里没有“%.60s”这一项：可用的有 %s。", entry->group, entry->key,
                         keys);
      return;
    }
  value.key = key->key;
  value.key_name = key->name;
  const YlPolicyValueForm form = yl_policy_key_get_form (value.group, value.key);
  const char *fault = yl_policy_value_parse (form, entry->value, &value.value);
  if (fault != NULL)
    yl_remarks_refuse (&reader->draft->remarks, entry->line, "[%s] 的“%s”的值“%.60s”%s。",
                       entry->group, entry->key, entry->value, fault);
  else
    add_value (reader, entry, &value);
}

YlPolicyDraft *
yl_policy_draft_new (const char *name, GBytes *bytes)
{
  YlPolicyDraft *draft = g_new0 (YlPolicyDraft, 1);
  draft->name = g_strdup (name);
  draft->strings = g_string_chunk_new (4096);
  draft->areas = g_ptr_array_new ();
  draft->values = g_array_new (FALSE, FALSE, sizeof (YlPolicyValue));
  draft->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  draft->head = (YlPolicyHead){ .id = "", .title = "", .document = "", .base = "", .text = "" };
  yl_remarks_init (&draft->remarks);
  g_autoptr (YlKeyFile) scan = yl_key_file_new (bytes, &yl_policy_kind, &draft->remarks);
  if (draft->remarks.n_fatal > 0 && scan->groups->len == 0)
    return draft;
  yl_policy_head_read (draft, scan);
  check_groups (draft, scan);
  g_autoptr (YlPolicyClauses) clauses = yl_policy_clauses_new (scan, &draft->remarks);
  const Reader reader = { draft, clauses };
  for (guint i = 0; i < scan->entries->len; i++)
    read_value (&reader, &g_array_index (scan->entries, YlKeyEntry, i));
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  draft->head.text = g_string_chunk_insert_len (draft->strings, text, (gssize) length);
  draft->head.sha256 = g_string_chunk_insert (draft->strings, sha256);
  return draft;
}

void
yl_policy_draft_free (YlPolicyDraft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->name);
  g_string_chunk_free (draft->strings);
  g_ptr_array_unref (draft->areas);
  g_array_unref (draft->values);
  g_array_unref (draft->lines);
  yl_remarks_clear (&draft->remarks);
  g_free (draft);
}

YlPolicy *
yl_policy_draft_make (const YlPolicyDraft *draft, YlPolicy *base)
{
  g_autoptr (GPtrArray) areas = g_ptr_array_copy (draft->areas, NULL, NULL);
  g_ptr_array_add (areas, NULL);
  YlPolicyHead head = draft->head;
  head.area = (const char *const *) areas->pdata;
  g_autoptr (YlPolicyBuilder) builder = yl_policy_builder_new (&head);
  for (guint i = 0; i < draft->values->len; i++)
    yl_policy_builder_add (builder, &g_array_index (draft->values, YlPolicyValue, i));
  return yl_policy_builder_end (builder, base);
}

guint
yl_policy_draft_find_line (const YlPolicyDraft *draft, const YlPolicyValue *value)
{
  for (guint i = 0; value != NULL && i < draft->values->len; i++)
    {
      const YlPolicyValue *own = &g_array_index (draft->values, YlPolicyValue, i);
      if (own->group == value->group && own->key == value->key
          && strcmp (own->area, value->area) == 0)
        return g_array_index (draft->lines, guint, i);
    }
  return 0;
}
