#include "draft-private.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/base/ratio.h"
#include "yanglu/domain/policy-group.h"

#include <string.h>

/* A group cannot stand twice in a file, so the shares of one group are neighbours. */
static void
check_shares (YlPolicyDraft *draft)
{
  const YlPolicyValue *values = (const YlPolicyValue *) (gconstpointer) draft->values->data;
  for (guint i = 0; i < draft->values->len;)
    {
      const guint first = i;
      gint64 sum = 0;
      for (; i < draft->values->len && values[i].group == values[first].group
             && strcmp (values[i].area, values[first].area) == 0;
           i++)
        sum += values[i].key == YL_SHARE_BASE_KEY ? 0 : values[i].value;
      if (!yl_policy_group_is_whole (values[first].group) || sum == YL_SHARE_WHOLE)
        continue;
      g_autofree char *percent = yl_share_to_percent ((YlShare){ sum });
      yl_remarks_refuse (&draft->remarks, g_array_index (draft->lines, guint, first),
                         "[%s%s%s] 各级比例合计 %s，应正好是 100%%。",
                         yl_policy_group_get_key (values[first].group),
                         values[first].area[0] == '\0' ? "" : " ", values[first].area, percent);
    }
}

static guint
find_line_of (const YlPolicyDraft *draft, const YlPolicyValue *first, const YlPolicyValue *second)
{
  const guint line = yl_policy_draft_find_line (draft, first);
  return line != 0 ? line : yl_policy_draft_find_line (draft, second);
}

static void
check_land_range (YlPolicyDraft *draft, const YlPolicy *policy)
{
  const YlPolicyGroup group = YL_GROUP_LAND_REVENUE;
  const YlPolicyValue *least = yl_policy_find (policy, group, NULL, YL_LAND_MIN_SHARE);
  const YlPolicyValue *most = yl_policy_find (policy, group, NULL, YL_LAND_MAX_SHARE);
  const YlPolicyValue *usual = yl_policy_find (policy, group, NULL, YL_LAND_DEFAULT_SHARE);
  if (least == NULL || most == NULL || yl_policy_find (policy, group, NULL, YL_LAND_PAYERS) == NULL)
    {
      yl_remarks_refuse (&draft->remarks, find_line_of (draft, least, most),
                         "[land-revenue] 不完整：min-share、max-share 和 payers 都要写。");
      return;
    }
  if (least->value > most->value)
    yl_remarks_refuse (&draft->remarks, find_line_of (draft, least, most),
                       "[land-revenue] 的下限 %s%% 高于上限 %s%%。", least->shown, most->shown);
  else if (usual != NULL && (usual->value < least->value || usual->value > most->value))
    yl_remarks_refuse (&draft->remarks, find_line_of (draft, usual, least),
                       "[land-revenue] 的默认比例 %s%% 不在 %s%% 至 %s%% 之间。", usual->shown,
                       least->shown, most->shown);
}

static void
check_land_basis (YlPolicyDraft *draft, const YlPolicy *policy)
{
  const YlPolicyValue *basis = yl_policy_find (policy, YL_GROUP_LAND_REVENUE, NULL, YL_LAND_BASIS);
  if (basis == NULL)
    yl_remarks_warn (&draft->remarks, 0,
                     "[land-revenue] 没有写 basis：土地出让收益的口径应写明，例如 %s。",
                     YL_LAND_BASIS_NET);
  else if (strcmp (basis->shown, YL_LAND_BASIS_NET) != 0)
    yl_remarks_warn (&draft->remarks, yl_policy_draft_find_line (draft, basis),
                     "口径“%s”不是本程序认识的 %s：仍按收入减去所填成本计算，请自行核对。",
                     basis->shown, YL_LAND_BASIS_NET);
}

/* Every place that a stacked rate is declared for; "" is the general group. */
static GHashTable *
list_stack_areas (const YlPolicy *policy)
{
  GHashTable *areas = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  gsize n_values = 0;
  const YlPolicyValue *values = yl_policy_get_values (policy, &n_values);
  for (gsize i = 0; i < n_values; i++)
    if (values[i].group == YL_GROUP_PAYER_RATE_PROVINCE
        || values[i].group == YL_GROUP_PAYER_RATE_CITY)
      g_hash_table_add (areas, (gpointer) values[i].area);
  return areas;
}

static void
check_stack_at (YlPolicyDraft *draft, const YlPolicy *policy, const char *area, YlRoadClass class)
{
  const YlPolicyValue *province =
      yl_policy_find (policy, YL_GROUP_PAYER_RATE_PROVINCE, area, (guint) class);
  const YlPolicyValue *city =
      yl_policy_find (policy, YL_GROUP_PAYER_RATE_CITY, area, (guint) class);
  const gint64 stacked =
      (province == NULL ? 0 : province->value) + (city == NULL ? 0 : city->value);
  YlRate rate;
  yl_policy_get_rate (policy, (YlRateKind) class, &rate);
  if (stacked <= rate.fen_per_km)
    return;
  g_autofree char *sum = yl_money_to_yuan ((YlMoney){ stacked });
  g_autofree char *standard = yl_money_to_yuan ((YlMoney){ rate.fen_per_km });
  yl_remarks_refuse (
      &draft->remarks, find_line_of (draft, city, province),
      "%s%s省、市每公里补助合计 %s 元，高于日常养护标准 %s 元：省、市之和不能超过标准。",
      area[0] == '\0' ? "" : area, yl_road_class_get_name (class), sum, standard);
}

static gint
compare_areas (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
check_stack (YlPolicyDraft *draft, const YlPolicy *policy)
{
  g_autoptr (GHashTable) areas = list_stack_areas (policy);
  g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (areas), compare_areas);
  for (const GList *area = sorted; area != NULL; area = area->next)
    for (guint class = 0; class < YL_N_CLASSES; class ++)
      check_stack_at (draft, policy, area->data, (YlRoadClass) class);
  if (g_hash_table_size (areas) > 0 && yl_policy_has_group (policy, YL_GROUP_PAYER_SHARE))
    yl_remarks_warn (&draft->remarks, 0,
                     "同时写了 payer-share 和 payer-rate：两者都适用的地方按 payer-share 计算。");
}

static void
check_base_rates (YlPolicyDraft *draft, const YlPolicy *policy)
{
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    {
      const YlPolicyValue *value = yl_policy_find (policy, YL_GROUP_DAILY_RATE, NULL, kind);
      const guint line = yl_policy_draft_find_line (draft, value);
      YlRate base;
      if (line == 0 || !yl_policy_get_base_rate (policy, (YlRateKind) kind, &base)
          || value->value >= base.fen_per_km)
        continue;
      g_autofree char *expected = yl_money_to_yuan ((YlMoney){ base.fen_per_km });
      yl_remarks_blame (&draft->remarks, line, "B01：%s标准 %s 元/公里低于上级文件的 %s 元/公里。",
                        yl_rate_kind_get_name ((YlRateKind) kind), value->shown, expected);
    }
}

/* What is to be paid by a later day holds what was to be paid by an earlier one. */
static void
check_payment (YlPolicyDraft *draft)
{
  const YlPolicyValue *values = (const YlPolicyValue *) (gconstpointer) draft->values->data;
  for (guint i = 0; i < draft->values->len; i++)
    for (guint j = 0; j < draft->values->len; j++)
      if (values[i].group == YL_GROUP_PAYMENT && values[j].group == YL_GROUP_PAYMENT
          && values[i].key != YL_PAYMENT_PASS_ON_DAYS && values[i].key < values[j].key
          && values[i].value > values[j].value && strcmp (values[i].area, values[j].area) == 0)
        yl_remarks_refuse (&draft->remarks, g_array_index (draft->lines, guint, j),
                           "[payment] 的 %s=%s 低于更早的 %s=%s：比例是累计数，不能越往后越低。",
                           values[j].key_name, values[j].shown, values[i].key_name,
                           values[i].shown);
}

/* What shows only when the values of the base stand beside those of the draft: shares that do not
 * make the whole, a land range upside down, a stack above the daily rate, a rate below the base's
 * (B01). */
static void
check_merged (YlPolicyDraft *draft, const YlPolicy *policy)
{
  check_shares (draft);
  check_payment (draft);
  check_stack (draft, policy);
  check_base_rates (draft, policy);
  if (!yl_policy_has_group (policy, YL_GROUP_LAND_REVENUE))
    return;
  check_land_range (draft, policy);
  check_land_basis (draft, policy);
}

/* The policies that wait for their base, the nearest first. */
typedef struct Chain
{
  YlPolicyDraft *draft;
  const YlPolicyBases *bases;
  const struct Chain *above;
} Chain;

static YlPolicy *resolve (const Chain *chain);

static gboolean
is_chain_sound (const Chain *chain)
{
  YlPolicyDraft *draft = chain->draft;
  const guint line = draft->head_lines[YL_HEAD_BASE];
  guint n_links = 0;
  for (const Chain *link = chain; link != NULL; link = link->above, n_links++)
    if (strcmp (link->draft->head.id, draft->head.base) == 0)
      {
        yl_remarks_refuse (&draft->remarks, line,
                           "“base=%s”绕回了自己：一份政策不能直接或间接以自己为依据。",
                           draft->head.base);
        return FALSE;
      }
  if (n_links < YL_POLICY_MAX_CHAIN)
    return TRUE;
  yl_remarks_refuse (&draft->remarks, line, "“base”一层套一层超过 %d 层，请检查。",
                     YL_POLICY_MAX_CHAIN);
  return FALSE;
}

static GBytes *
read_base (const Chain *chain)
{
  const char *id = chain->draft->head.base;
  const YlPolicyBases *bases = chain->bases;
  for (gsize i = 0; i < bases->n_texts; i++)
    if (strcmp (bases->texts[i].id, id) == 0)
      return g_bytes_new (bases->texts[i].text, strlen (bases->texts[i].text));
  GBytes *bytes = yl_policy_source_find (id);
  if (bytes != NULL || bases->folder == NULL)
    return bytes;
  g_autofree char *name = g_strconcat (id, ".policy", NULL);
  g_autofree char *path = g_build_filename (bases->folder, name, NULL);
  return yl_policy_source_read (path, NULL);
}

/* The base of @chain's draft; %NULL, and the draft says why, when it cannot be had. */
static YlPolicy *
find_base (const Chain *chain)
{
  YlPolicyDraft *draft = chain->draft;
  const guint line = draft->head_lines[YL_HEAD_BASE];
  if (!is_chain_sound (chain))
    return NULL;
  g_autoptr (GBytes) bytes = read_base (chain);
  if (bytes == NULL)
    {
      yl_remarks_refuse (&draft->remarks, line,
                         "找不到“base=%s”：它不是内置政策，同一目录里也没有能读取的 %s.policy。",
                         draft->head.base, draft->head.base);
      return NULL;
    }
  g_autoptr (YlPolicyDraft) below = yl_policy_draft_new (draft->head.base, bytes);
  if (below->remarks.n_fatal == 0 && strcmp (below->head.id, draft->head.base) != 0)
    yl_remarks_refuse (&below->remarks, below->head_lines[YL_HEAD_ID],
                       "“id”是“%s”，与文件名和“base=%s”不一致。", below->head.id, draft->head.base);
  const Chain next = { below, chain->bases, chain };
  YlPolicy *base = resolve (&next);
  if (base == NULL)
    {
      g_autoptr (GError) error = NULL;
      yl_remarks_set_error (&below->remarks, &yl_policy_kind, below->name, &error);
      yl_remarks_refuse (&draft->remarks, line, "所依据的政策有错误：%s", error->message);
    }
  return base;
}

static YlPolicy *
resolve (const Chain *chain)
{
  YlPolicyDraft *draft = chain->draft;
  if (draft->remarks.n_fatal > 0)
    return NULL;
  g_autoptr (YlPolicy) base = NULL;
  if (draft->head.base[0] != '\0')
    {
      base = find_base (chain);
      if (base == NULL)
        return NULL;
    }
  g_autoptr (YlPolicy) policy = yl_policy_draft_make (draft, base);
  check_merged (draft, policy);
  return draft->remarks.n_fatal > 0 ? NULL : g_steal_pointer (&policy);
}

YlPolicy *
yl_policy_resolve (YlPolicyDraft *draft, const YlPolicyBases *bases)
{
  const Chain chain = { draft, bases, NULL };
  return resolve (&chain);
}
