#include "head-private.h"

#include "schema-private.h"

#include <string.h>

#define MAX_AREAS 4096

static const char *const names[YL_N_HEAD_KEYS] = {
  "id", "title", "document", "issued", "effective-from", "effective-to", "area", "base", "verified",
};

static gboolean
is_required (YlHeadKey key)
{
  return key <= YL_HEAD_EFFECTIVE_FROM;
}

static int
find_key (const char *name)
{
  for (int key = 0; key < YL_N_HEAD_KEYS; key++)
    if (strcmp (names[key], name) == 0)
      return key;
  return -1;
}

static void
read_date (YlPolicyDraft *draft, const YlKeyEntry *entry, YlDate *out_date)
{
  if (!yl_date_parse (yl_text_of (entry->value), out_date))
    yl_remarks_refuse (&draft->remarks, entry->line,
                       "“%s”的日期“%s”看不懂：应写成 2021-01-31 的样子，并且确有这一天。",
                       entry->key, entry->value);
}

static void
read_name (YlPolicyDraft *draft, const YlKeyEntry *entry, const char **out_name)
{
  if (yl_policy_is_name (entry->value))
    *out_name = g_string_chunk_insert (draft->strings, entry->value);
  else
    yl_remarks_refuse (&draft->remarks, entry->line,
                       "“%s”的值“%s”不合要求：应为小写字母、数字和连字符，例如 liaocheng-2020。",
                       entry->key, entry->value);
}

static void
read_text (YlPolicyDraft *draft, const YlKeyEntry *entry, const char **out_text)
{
  if (entry->value[0] == '\0')
    yl_remarks_refuse (&draft->remarks, entry->line, "“%s”没有值。", entry->key);
  *out_text = g_string_chunk_insert (draft->strings, entry->value);
}

static void
read_verified (YlPolicyDraft *draft, const YlKeyEntry *entry)
{
  draft->head.verified = strcmp (entry->value, "true") == 0;
  if (!draft->head.verified && strcmp (entry->value, "false") != 0)
    yl_remarks_refuse (&draft->remarks, entry->line,
                       "“verified”的值“%s”不合要求：应为 true 或 false。", entry->value);
}

static void
read_areas (YlPolicyDraft *draft, const YlKeyEntry *entry)
{
  g_auto (GStrv) areas = g_strsplit_set (entry->value, ",;", MAX_AREAS + 1);
  for (guint i = 0; areas[i] != NULL; i++)
    {
      const char *area = g_strstrip (areas[i]);
      if (!yl_policy_is_area (area))
        yl_remarks_refuse (
            &draft->remarks, entry->line,
            "“area”里的“%.40s”不是区划代码：应为 2、4、6、9 或 12 位数字，多个用半角逗号隔开；"
            "各地通用时请删去这一行。",
            area);
      else
        g_ptr_array_add (draft->areas, g_string_chunk_insert (draft->strings, area));
    }
}

static void
read_entry (YlPolicyDraft *draft, YlHeadKey key, const YlKeyEntry *entry)
{
  switch (key)
    {
    case YL_HEAD_ID:
      read_name (draft, entry, &draft->head.id);
      break;
    case YL_HEAD_TITLE:
      read_text (draft, entry, &draft->head.title);
      break;
    case YL_HEAD_DOCUMENT:
      read_text (draft, entry, &draft->head.document);
      break;
    case YL_HEAD_ISSUED:
      read_date (draft, entry, &draft->head.issued);
      break;
    case YL_HEAD_EFFECTIVE_FROM:
      read_date (draft, entry, &draft->head.effective_from);
      break;
    case YL_HEAD_EFFECTIVE_TO:
      read_date (draft, entry, &draft->head.effective_to);
      break;
    case YL_HEAD_AREA:
      read_areas (draft, entry);
      break;
    case YL_HEAD_BASE:
      read_name (draft, entry, &draft->head.base);
      break;
    case YL_HEAD_VERIFIED:
    default:
      read_verified (draft, entry);
      break;
    }
}

/* What the head lacks, and what in it does not fit together. */
static void
check_whole (YlPolicyDraft *draft, guint group_line)
{
  const YlPolicyHead *head = &draft->head;
  for (guint key = 0; key < YL_N_HEAD_KEYS; key++)
    if (draft->head_lines[key] == 0 && is_required ((YlHeadKey) key))
      yl_remarks_refuse (&draft->remarks, group_line, "组 [policy] 缺少“%s”。", names[key]);
  if (head->effective_to.yyyymmdd != 0
      && head->effective_to.yyyymmdd < head->effective_from.yyyymmdd)
    yl_remarks_refuse (&draft->remarks, draft->head_lines[YL_HEAD_EFFECTIVE_TO],
                       "“effective-to”早于“effective-from”：止日不能在起日之前。");
  if (head->effective_from.yyyymmdd != 0 && head->effective_from.yyyymmdd < head->issued.yyyymmdd)
    yl_remarks_warn (&draft->remarks, draft->head_lines[YL_HEAD_EFFECTIVE_FROM],
                     "“effective-from”早于“issued”：文件在印发之前就施行，请核对。");
  if (!head->verified)
    yl_remarks_warn (&draft->remarks, draft->head_lines[YL_HEAD_VERIFIED],
                     "%s，这份政策的每个值都会标“待核”；与文件原文核对后请写 verified=true。",
                     draft->head_lines[YL_HEAD_VERIFIED] == 0 ? "没有写“verified”"
                                                              : "尚未与文件原文核对");
}

static guint
find_group_line (const YlKeyFile *scan, const char *name)
{
  for (guint i = 0; i < scan->groups->len; i++)
    {
      const YlKeyGroup *group = &g_array_index (scan->groups, YlKeyGroup, i);
      if (strcmp (group->name, name) == 0)
        return group->line;
    }
  return 0;
}

void
yl_policy_head_read (YlPolicyDraft *draft, const YlKeyFile *scan)
{
  const guint group_line = find_group_line (scan, "policy");
  if (group_line == 0)
    {
      yl_remarks_refuse (&draft->remarks, 0, "没有 [policy] 组，不像是政策文件。");
      return;
    }
  for (guint i = 0; i < scan->entries->len; i++)
    {
      const YlKeyEntry *entry = &g_array_index (scan->entries, YlKeyEntry, i);
      if (strcmp (entry->group, "policy") != 0)
        continue;
      const int key = find_key (entry->key);
      if (key < 0)
        {
          yl_remarks_refuse (&draft->remarks, entry->line, "组 [policy] 里没有“%s”这一项。",
                             entry->key);
          continue;
        }
      draft->head_lines[key] = entry->line;
      read_entry (draft, (YlHeadKey) key, entry);
    }
  check_whole (draft, group_line);
}
