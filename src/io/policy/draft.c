#include "draft-private.h"

#include "notes-private.h"

#include "policy-resources.h"

#include "yanglu/base/error.h"
#include "yanglu/base/likeness.h"
#include "yanglu/base/money.h"
#include "yanglu/domain/fund.h"
#include "yanglu/domain/policy-group.h"
#include "yanglu/io/file-name.h"

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

static char *
advise (const char *asked)
{
  g_autoptr (YlNearest) nearest = yl_nearest_new (asked, 2);
  g_auto (GStrv) ids = yl_policy_source_list ();
  for (guint i = 0; ids[i] != NULL; i++)
    yl_nearest_offer (nearest, ids[i]);
  return yl_nearest_advise (nearest, "用 yanglu policy list 查看内置政策。");
}

static void
set_read_error (const char *path, const GError *cause, GError **error)
{
  g_autofree char *shown = yl_file_name_show (path);
  g_autofree char *advice = advise (shown);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND,
                 "没有政策“%s”：它不是内置政策的编号，也没有这个文件，%s", shown, advice);
  else
    g_set_error (error, YL_ERROR, YL_ERROR_IO, "政策文件 %s 无法读取：%s。", shown,
                 yl_key_file_describe (cause));
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

#define MAX_AREAS 4096
#define MAX_NAME 64
#define MAX_DAYS 3660

/* Small letters, digits and hyphens. */
static gboolean
is_name (const char *text)
{
  const gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-");
  return text[length] == '\0' && length > 0 && length <= MAX_NAME;
}

static void
read_date (YlPolicyDraft *draft, const YlKeyEntry *entry, gpointer out_date)
{
  if (!yl_date_parse (yl_text_of (entry->value), out_date))
    yl_remarks_refuse (&draft->remarks, entry->line,
                       "“%s”的日期“%s”看不懂：应写成 2021-01-31 的样子，并且确有这一天。",
                       entry->key, entry->value);
}

static void
read_name (YlPolicyDraft *draft, const YlKeyEntry *entry, gpointer out_name)
{
  if (is_name (entry->value))
    *(const char **) out_name = yl_arena_keep (draft->arena, entry->value);
  else
    yl_remarks_refuse (&draft->remarks, entry->line,
                       "“%s”的值“%s”不合要求：应为小写字母、数字和连字符，例如 liaocheng-2020。",
                       entry->key, entry->value);
}

static void
read_text (YlPolicyDraft *draft, const YlKeyEntry *entry, gpointer out_text)
{
  if (entry->value[0] == '\0')
    yl_remarks_refuse (&draft->remarks, entry->line, "“%s”没有值。", entry->key);
  *(const char **) out_text = yl_arena_keep (draft->arena, entry->value);
}

static void
read_verified (YlPolicyDraft *draft, const YlKeyEntry *entry, gpointer out_verified)
{
  const gboolean is_verified = strcmp (entry->value, "true") == 0;
  *(gboolean *) out_verified = is_verified;
  if (!is_verified && strcmp (entry->value, "false") != 0)
    yl_remarks_refuse (&draft->remarks, entry->line,
                       "“verified”的值“%s”不合要求：应为 true 或 false。", entry->value);
}

static void
read_part_year (YlPolicyDraft *draft, const YlKeyEntry *entry, gpointer out_part_year)
{
  for (guint i = 0; i < YL_N_PART_YEARS; i++)
    if (strcmp (entry->value, yl_part_year_get_key ((YlPartYear) i)) == 0)
      {
        *(YlPartYear *) out_part_year = (YlPartYear) i;
        return;
      }
  yl_remarks_refuse (&draft->remarks, entry->line,
                     "“part-year”的值“%.60s”不合要求：应为 whole（按全年计算）、months（按月折算）"
                     "或 days（按天折算）。",
                     entry->value);
}

static void
read_areas (YlPolicyDraft *draft, const YlKeyEntry *entry, gpointer out_areas)
{
  g_auto (GStrv) areas = g_strsplit_set (entry->value, ",;", MAX_AREAS + 1);
  for (guint i = 0; areas[i] != NULL; i++)
    {
      const char *area = g_strstrip (areas[i]);
      if (!yl_policy_notes_is_area (area))
        yl_remarks_refuse (
            &draft->remarks, entry->line,
            "“area”里的“%.40s”不是区划代码：应为 2、4、6、9 或 12 位数字，多个用半角逗号隔开；"
            "各地通用时请删去这一行。",
            area);
      else
        g_ptr_array_add (*(GPtrArray **) out_areas, yl_arena_keep (draft->arena, area));
    }
}

#define INTO(member) G_STRUCT_OFFSET (YlPolicyDraft, member)

/* The keys of `[policy]`. */
static const struct
{
  const char *name;
  void (*read) (YlPolicyDraft *draft, const YlKeyEntry *entry, gpointer into);
  gsize into; /* a member of the draft */
  gboolean is_required;
} head_keys[] = {
  [YL_HEAD_ID] = { "id", read_name, INTO (head.id), TRUE },
  [YL_HEAD_TITLE] = { "title", read_text, INTO (head.title), TRUE },
  [YL_HEAD_DOCUMENT] = { "document", read_text, INTO (head.document), TRUE },
  [YL_HEAD_ISSUED] = { "issued", read_date, INTO (head.issued), TRUE },
  [YL_HEAD_EFFECTIVE_FROM] = { "effective-from", read_date, INTO (head.effective_from), TRUE },
  [YL_HEAD_EFFECTIVE_TO] = { "effective-to", read_date, INTO (head.effective_to) },
  [YL_HEAD_AREA] = { "area", read_areas, INTO (areas) },
  [YL_HEAD_BASE] = { "base", read_name, INTO (head.base) },
  [YL_HEAD_VERIFIED] = { "verified", read_verified, INTO (head.verified) },
  [YL_HEAD_PART_YEAR] = { "part-year", read_part_year, INTO (head.part_year) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (head_keys) == YL_N_HEAD_KEYS);

/* What the head lacks, and what in it does not fit together. */
static void
check_head (YlPolicyDraft *draft, guint group_line)
{
  const YlPolicyHead *head = &draft->head;
  for (guint key = 0; key < YL_N_HEAD_KEYS; key++)
    if (draft->head_lines[key] == 0 && head_keys[key].is_required)
      yl_remarks_refuse (&draft->remarks, group_line, "组 [policy] 缺少“%s”。",
                         head_keys[key].name);
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

/* The group `[policy]`. */
static void
read_head (YlPolicyDraft *draft, const YlKeyFile *scan)
{
  const guint group_line = yl_key_file_find_group (scan, "policy");
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
      guint key = 0;
      while (key < YL_N_HEAD_KEYS && strcmp (head_keys[key].name, entry->key) != 0)
        key++;
      if (key == YL_N_HEAD_KEYS)
        {
          yl_remarks_refuse (&draft->remarks, entry->line, "组 [policy] 里没有“%s”这一项。",
                             entry->key);
          continue;
        }
      draft->head_lines[key] = entry->line;
      head_keys[key].read (draft, entry, G_STRUCT_MEMBER_P (draft, head_keys[key].into));
    }
  check_head (draft, group_line);
}

/* "payer-rate city 141123" is a group and an area, "" without one, which is a part of @name. */
static gboolean
parse_group (const char *name, YlPolicyGroup *out_group, const char **out_area)
{
  for (guint group = 0; group < YL_N_POLICY_GROUPS; group++)
    {
      const char *key = yl_policy_group_get_key (group);
      const char *rest = name + strlen (key);
      if (!yl_policy_notes_is_subject (name, key, strlen (key)))
        continue;
      const gboolean has_area = rest[0] != '\0';
      if (has_area && !yl_policy_group_takes_area (group))
        continue;
      *out_group = group;
      *out_area = has_area ? rest + 1 : "";
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_value_group (const char *name)
{
  return strcmp (name, "policy") != 0 && !yl_policy_notes_is_group (name);
}

static void
refuse_group (YlPolicyDraft *draft, const YlKeyGroup *line)
{
  g_autofree char *all = yl_policy_group_list (FALSE);
  g_autofree char *of_places = yl_policy_group_list (TRUE);
  yl_remarks_refuse (&draft->remarks, line->line,
                     "没有 [%.60s] 这个组：可用的有 policy、%s、clause、verified、"
                     "effective-from、effective-to；"
                     "%s 后面可以空一格写区划代码，或开发区的名称。",
                     line->name, all, of_places);
}

static void
check_groups (YlPolicyDraft *draft, const YlKeyFile *scan)
{
  for (guint i = 0; i < scan->groups->len; i++)
    {
      const YlKeyGroup *line = &g_array_index (scan->groups, YlKeyGroup, i);
      YlPolicyGroup group;
      const char *area = NULL;
      if (is_value_group (line->name) && !parse_group (line->name, &group, &area))
        refuse_group (draft, line);
    }
}

static void
add_value (YlPolicyDraft *draft,
           const YlPolicyNotes *notes,
           const YlKeyEntry *entry,
           YlPolicyValue *value)
{
  value->area = yl_arena_take (draft->arena, yl_zone_name_fold (value->area));
  value->shown = yl_arena_keep (draft->arena, entry->value);
  yl_policy_notes_take (notes, draft, value);
  value->clause = yl_arena_keep_once (draft->arena, value->clause);
  if (value->effective_to.yyyymmdd != 0
      && value->effective_to.yyyymmdd < value->effective_from.yyyymmdd)
    yl_remarks_refuse (&draft->remarks, entry->line,
                       "[%s] 的“%s”的 effective-to 早于 effective-from：止日不能在起日之前。",
                       entry->group, entry->key);
  if (value->clause[0] == '\0')
    yl_remarks_warn (&draft->remarks, entry->line,
                     "[%s] 的“%s”没有写依据条款：请在 [clause] 里补上。", entry->group, entry->key);
  g_array_append_vals (draft->values, value, 1);
  g_array_append_vals (draft->lines, &entry->line, 1);
}

/* A number within bounds, and what is wrong with one that is not. */
typedef struct
{
  guint n_decimals;
  gint64 limit;
  const char *blank;
  const char *malformed;
  const char *too_large;
  const char *negative;
  const char *too_fine;
} NumberRule;

static const char *
parse_number (const NumberRule *rule, const char *text, gint64 *out_value)
{
  gint64 units = 0;
  gint32 lost = 0;
  switch (yl_decimal_parse (yl_text_of (text), rule->n_decimals, rule->limit, &units, &lost))
    {
    case YL_DECIMAL_BLANK:
      return rule->blank;
    case YL_DECIMAL_MALFORMED:
      return rule->malformed;
    case YL_DECIMAL_TOO_LARGE:
      return rule->too_large;
    case YL_DECIMAL_OK:
    default:
      break;
    }
  if (units < 0 || (units == 0 && lost < 0))
    return rule->negative;
  if (lost != 0)
    return rule->too_fine;
  *out_value = units;
  return NULL;
}

static const char *
parse_yuan (const char *text, gint64 *out_value)
{
  static const NumberRule rule = { 2,
                                   YL_RATE_MAX_FEN_PER_KM,
                                   "没有值：没有这项标准时请删去这一行，标准为零时写 0",
                                   "不是数：应为以元为单位的数，例如 10000 或 3500.50，不写单位",
                                   "太大：标准最多十亿元",
                                   "是负数：标准不能小于零",
                                   "小数过多：标准最多写到分（两位小数）" };
  return parse_number (&rule, text, out_value);
}

static const char *
parse_percent (const char *text, gint64 *out_value)
{
  static const NumberRule rule = { 4,
                                   YL_SHARE_WHOLE,
                                   "没有值：没有这项比例时请删去这一行",
                                   "不是数：应为百分数的数值，例如 2.5，不写 % 号",
                                   "超过 100：应为 0 至 100 的百分数",
                                   "是负数：应为 0 至 100 的百分数",
                                   "小数过多：百分数最多四位小数" };
  return parse_number (&rule, text, out_value);
}

static const char *
parse_payers (const char *text, gint64 *out_value)
{
  gint64 bits = 0;
  g_auto (GStrv) names = g_strsplit_set (text, ",;", 8);
  for (guint i = 0; names[i] != NULL; i++)
    {
      YlPolicyKey payer;
      if (!yl_policy_group_find_key (YL_GROUP_PAYER_SHARE, g_strstrip (names[i]), &payer)
          || payer.kind != YL_POLICY_SHARE)
        return "不认识：应为 province、city、county 中的一个或几个，用半角逗号隔开";
      if (bits & ((gint64) 1 << payer.number))
        return "同一级写了两次";
      bits |= (gint64) 1 << payer.number;
    }
  if (bits == 0)
    return "没有值：应为 province、city、county 中的一个或几个";
  *out_value = bits;
  return NULL;
}

static const char *
parse_mileage_basis (const char *text, gint64 *out_value)
{
  for (guint basis = YL_BASIS_COUNTED; basis <= YL_BASIS_SUBSIDISED; basis++)
    if (strcmp (text, yl_mileage_basis_get_key ((YlMileageBasis) basis)) == 0)
      {
        *out_value = basis;
        return NULL;
      }
  return "不认识：应为 counted、maintained 或 subsidised";
}

static const char *
parse_days (const char *text, gint64 *out_value)
{
  gint64 days = 0;
  gint32 lost = 0;
  if (yl_decimal_parse (yl_text_of (text), 0, MAX_DAYS, &days, &lost) != YL_DECIMAL_OK || lost != 0
      || days < 1)
    return "不合要求：应为天数，1 至 3660 的整数，例如 30";
  *out_value = days;
  return NULL;
}

static const char *
parse_land_basis (const char *text, gint64 *out_value)
{
  if (!is_name (text))
    return "不合要求：应为小写字母、数字和连字符，例如 net-2011-62";
  *out_value = 0;
  return NULL;
}

static const char *
parse_works_base (const char *text, gint64 *out_value)
{
  gint64 basis = 0;
  if (parse_mileage_basis (text, &basis) != NULL || basis == YL_BASIS_SUBSIDISED)
    return "不认识：应为 maintained（列养里程）或 counted（计入里程）";
  *out_value = basis;
  return NULL;
}

static const char *
parse_years (const char *text, gint64 *out_value)
{
  gint64 years = 0;
  gint32 lost = 0;
  if (yl_decimal_parse (yl_text_of (text), 0, YL_ENGINEERING_MAX_YEARS, &years, &lost)
          != YL_DECIMAL_OK
      || lost != 0 || years < 1)
    return "不合要求：应为年数，1 至 10 的整数，例如 5";
  *out_value = years;
  return NULL;
}

static const char *
parse_share_base (const char *text, gint64 *out_value)
{
  for (guint base = 0; base < YL_N_SHARE_BASES; base++)
    if (strcmp (text, yl_share_base_get_key ((YlShareBase) base)) == 0)
      {
        *out_value = base;
        return NULL;
      }
  return "不认识：应为 standard（按标准总额分担）或 after-superior（先减没有比例的上级补助）";
}

static const char *
parse_flag (const char *text, gint64 *out_value)
{
  const gboolean is_yes = strcmp (text, "yes") == 0;
  if (!is_yes && strcmp (text, "no") != 0)
    return "不合要求：应为 yes 或 no";
  *out_value = is_yes;
  return NULL;
}

/* What is wrong with @text, as half a sentence; NULL when it was read. */
static const char *
parse_value (YlPolicyValueKind kind, const char *text, gint64 *out_value)
{
  static const char *(*const parse[]) (const char *text, gint64 *out_value) = {
    [YL_POLICY_RATE] = parse_yuan,
    [YL_POLICY_SHARE] = parse_percent,
    [YL_POLICY_DAYS] = parse_days,
    [YL_POLICY_PAYERS] = parse_payers,
    [YL_POLICY_MILEAGE_BASIS] = parse_mileage_basis,
    [YL_POLICY_LAND_BASIS] = parse_land_basis,
    [YL_POLICY_FLAG] = parse_flag,
    [YL_POLICY_SHARE_BASE] = parse_share_base,
    [YL_POLICY_WORKS_BASE] = parse_works_base,
    [YL_POLICY_YEARS] = parse_years,
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (parse) == YL_N_POLICY_VALUE_KINDS);
  return parse[kind](text, out_value);
}

/* "county、township …" */
static char *
list_keys (YlPolicyGroup group)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < yl_policy_group_get_n_keys (group); i++)
    g_string_append_printf (list, "%s%s", i == 0 ? "" : "、",
                            yl_policy_group_get_nth_key (group, i).key);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
read_value (YlPolicyDraft *draft, const YlPolicyNotes *notes, const YlKeyEntry *entry)
{
  YlPolicyValue value = { 0 };
  if (!is_value_group (entry->group) || !parse_group (entry->group, &value.group, &value.area))
    return;
  YlPolicyKey key;
  if (!yl_policy_group_find_key (value.group, entry->key, &key))
    {
      g_autofree char *keys = list_keys (value.group);
      yl_remarks_refuse (&draft->remarks, entry->line, "组 [%s] 里没有“%.60s”这一项：可用的有 %s。",
                         entry->group, entry->key, keys);
      return;
    }
  value.key = key.number;
  value.key_name = key.key;
  const char *fault = parse_value (key.kind, entry->value, &value.value);
  if (fault != NULL)
    yl_remarks_refuse (&draft->remarks, entry->line, "[%s] 的“%s”的值“%.60s”%s。", entry->group,
                       entry->key, entry->value, fault);
  else
    add_value (draft, notes, entry, &value);
}

YlPolicyDraft *
yl_policy_draft_new (const char *name, GBytes *bytes)
{
  YlPolicyDraft *draft = yl_arena_new_record (sizeof *draft);
  YlArena *arena = draft->arena;
  draft->name = yl_arena_keep (arena, name);
  draft->areas = yl_arena_own (arena, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  draft->values = yl_arena_array (arena, sizeof (YlPolicyValue));
  draft->lines = yl_arena_array (arena, sizeof (guint));
  draft->head = (YlPolicyHead){ .id = "", .title = "", .document = "", .base = "", .text = "" };
  yl_remarks_init (&draft->remarks);
  yl_arena_own (arena, &draft->remarks, (GDestroyNotify) yl_remarks_clear);
  g_autoptr (YlKeyFile) scan = yl_key_file_new (bytes, &yl_policy_kind, &draft->remarks);
  if (draft->remarks.n_fatal > 0 && scan->groups->len == 0)
    return draft;
  read_head (draft, scan);
  check_groups (draft, scan);
  g_autoptr (YlPolicyNotes) notes = yl_policy_notes_new (draft, scan);
  for (guint i = 0; i < scan->entries->len; i++)
    read_value (draft, notes, &g_array_index (scan->entries, YlKeyEntry, i));
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  draft->head.text = yl_arena_take (arena, g_strndup (text, length));
  draft->head.sha256 =
      yl_arena_take (arena, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes));
  return draft;
}

YlPolicy *
yl_policy_draft_make (const YlPolicyDraft *draft, YlPolicy *base)
{
  g_autoptr (GPtrArray) areas = g_ptr_array_copy (draft->areas, NULL, NULL);
  g_ptr_array_add (areas, NULL);
  YlPolicyHead head = draft->head;
  head.area = (const char *const *) areas->pdata;
  g_autoptr (YlPolicy) policy = yl_policy_new (&head);
  for (guint i = 0; i < draft->values->len; i++)
    yl_policy_add (policy, &g_array_index (draft->values, YlPolicyValue, i));
  return yl_policy_seal (g_steal_pointer (&policy), base);
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
