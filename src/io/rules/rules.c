#include "yanglu/io/rules/rules.h"

#include "rules-resources.h"

#include "yanglu/base/enum-table.h"
#include "yanglu/base/error.h"
#include "yanglu/base/likeness.h"
#include "yanglu/base/money.h"
#include "yanglu/io/file-name.h"
#include "yanglu/io/key-file.h"

#include <string.h>

#define MAX_NUMBER 10000
/* Lengths of a county in a year. */
#define MAX_METRES ((gint64) 1000000000)
/* A grade may pay more than the allotment, but not ten times it. */
#define MAX_PAY_PPM (10 * YL_SHARE_WHOLE)
/* Thousandths of a point: a full mark is 100 in practice, 1000 at most. */
#define MAX_SCORE ((gint64) 1000000)
#define MAX_BANDS 20

typedef struct
{
  guint n_decimals;
  gint64 least;
  gint64 most;
  const char *form; /* what it should be */
} Bounds;

static const Bounds bounds[] = {
  [YL_LIMIT_IN_YUAN] = { 2, 0, YL_MONEY_MAX_FEN, "应为以元为单位的数，最多两位小数，例如 1000" },
  [YL_LIMIT_IN_PERCENT] = { 4, 0, 10 * YL_SHARE_WHOLE, "应为百分数的数值，例如 20，不写 % 号" },
  [YL_LIMIT_IN_KM] = { 3, 0, MAX_METRES, "应为公里数，最多三位小数，例如 1.5" },
  [YL_LIMIT_IN_NUMBERS] = { 0, 1, MAX_NUMBER, "应为 1 至 10000 的整数" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (bounds) == YL_N_LIMIT_FORMS);

static gboolean
parse_decimal (YlText text, const Bounds *in, gint64 *out_value)
{
  gint64 value = 0;
  gint32 lost = 0;
  if (yl_decimal_parse (text, in->n_decimals, in->most, &value, &lost) != YL_DECIMAL_OK || lost != 0
      || value < in->least)
    return FALSE;
  *out_value = value;
  return TRUE;
}

/* Each returns what is wrong with the text as half a sentence; NULL when it was read. */

static const char *
parse_limit (YlLimit limit, const char *text, gint64 *out_value)
{
  const Bounds *in = &bounds[yl_limit_get_form (limit)];
  return parse_decimal (yl_text_of (text), in, out_value) ? NULL : in->form;
}

static const char *
parse_switch (const char *text, gboolean *out_is_on)
{
  const gboolean is_on = strcmp (text, "true") == 0;
  if (!is_on && strcmp (text, "false") != 0)
    return "应为 true 或 false";
  *out_is_on = is_on;
  return NULL;
}

static const char *
parse_severity (const char *text, YlSeverity *out_severity)
{
  guint severity = 0;
  if (!yl_enum_find (yl_severity_get_key, YL_N_SEVERITIES, text, &severity))
    return "应为 error（错误）、warning（警告）或 info（提示）";
  *out_severity = (YlSeverity) severity;
  return NULL;
}

/* "优:90-100:105" */
static gboolean
parse_band (YlRuleSet *set, const char *text, YlGradeBand *out_band)
{
  static const Bounds score = { 3, 0, MAX_SCORE, NULL };
  static const Bounds pay = { 4, 0, MAX_PAY_PPM, NULL };
  g_auto (GStrv) parts = g_strsplit (text, ":", 4);
  if (g_strv_length (parts) != 3 || yl_text_is_blank (yl_text_of (parts[0])))
    return FALSE;
  g_auto (GStrv) ends = g_strsplit (parts[1], "-", 3);
  YlGradeBand band = { 0 };
  if (g_strv_length (ends) != 2 || !parse_decimal (yl_text_of (ends[0]), &score, &band.low)
      || !parse_decimal (yl_text_of (ends[1]), &score, &band.high)
      || !parse_decimal (yl_text_of (parts[2]), &pay, &band.pay_ppm) || band.low > band.high)
    return FALSE;
  g_autofree char *name = yl_text_dup (yl_text_trim (yl_text_of (parts[0])));
  band.name = yl_rule_set_keep (set, name);
  *out_band = band;
  return TRUE;
}

static const char *
parse_bands (YlRuleSet *set, const char *text, GArray *bands)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", MAX_BANDS + 1);
  if (g_strv_length (parts) < 2 || g_strv_length (parts) > MAX_BANDS)
    return "应有 2 至 20 档，用半角逗号隔开";
  for (guint i = 0; parts[i] != NULL; i++)
    {
      YlGradeBand band;
      if (!parse_band (set, parts[i], &band))
        return "每档应写成“等级:最低分-最高分:拨付百分比”，例如 优:90-100:105，都用半角符号";
      const gint64 above = i == 0 ? G_MAXINT64 : g_array_index (bands, YlGradeBand, i - 1).low;
      g_array_append_val (bands, band);
      if (band.high >= above)
        return "各档应从高到低写，分数不能重叠";
    }
  return NULL;
}

/* What messages call a rules file. */
static const YlKeyFileKind rules_kind = { "规则文件", "规则代码，例如 A10", "rules check" };

typedef struct
{
  YlRuleSet *set;
  const YlKeyFile *file;
  YlRemarks *remarks;
} Draft;

char *
yl_rules_advise (const char *name)
{
  g_autoptr (YlNearest) nearest = yl_nearest_new (name, 2);
  for (guint code = 0; code < YL_N_CODES; code++)
    yl_nearest_offer (nearest, yl_code_get_name ((YlCode) code));
  return yl_nearest_advise (nearest, "用 yanglu rules list 查看全部规则。");
}

static void
refuse_group (const Draft *draft, const YlKeyGroup *group)
{
  g_autofree char *advice = yl_rules_advise (group->name);
  yl_remarks_refuse (draft->remarks, group->line,
                     "没有规则 [%.60s]：组名应为规则代码，例如 [A10]，%s", group->name, advice);
}

static void
check_groups (const Draft *draft)
{
  for (guint i = 0; i < draft->file->groups->len; i++)
    {
      const YlKeyGroup *group = &g_array_index (draft->file->groups, YlKeyGroup, i);
      YlCode code;
      if (!yl_code_find (group->name, &code))
        refuse_group (draft, group);
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
  const char *fault = parse_bands (draft->set, entry->value, bands);
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
    *out_fault = parse_switch (entry->value, &rule->is_enabled);
  else if (strcmp (entry->key, "severity") == 0)
    {
      *out_fault = parse_severity (entry->value, &rule->severity);
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
    *out_fault = parse_limit (limit, entry->value, &rule->limits[limit]);
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

static gboolean
has_note (const YlKeyFile *file, const char *rule)
{
  for (guint i = 0; i < file->entries->len; i++)
    {
      const YlKeyEntry *entry = &g_array_index (file->entries, YlKeyEntry, i);
      if (strcmp (entry->key, "note") == 0 && strcmp (entry->group, rule) == 0)
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
    yl_remarks_refuse (draft->remarks,
                       yl_key_file_find_group (draft->file, yl_code_get_name (YL_D06)),
                       "规则 [D06] 的 limit-warning-years 不能大于 limit-error-years。");
  for (guint code = 0; code < YL_N_CODES; code++)
    {
      const YlRule *rule = yl_rule_set_get (draft->set, (YlCode) code);
      const char *name = yl_code_get_name ((YlCode) code);
      if (!rule->is_enabled && !has_note (draft->file, name))
        yl_remarks_warn (draft->remarks, yl_key_file_find_group (draft->file, name),
                         "停用了规则 [%s]（%s）：请用 note 写明原因。", name,
                         yl_code_get_title ((YlCode) code));
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

/* The rules of @bytes over those of @base (nullable: those of the file compiled in, whose bases and
 * severities are the rule book's); @remarks: what is wrong with them. */
static YlRuleSet *
read_rules (GBytes *bytes, const YlRuleSet *base, YlRemarks *remarks)
{
  g_autoptr (YlRuleSet) set = base == NULL ? yl_rule_set_new () : yl_rule_set_copy (base);
  g_autoptr (YlKeyFile) file = yl_key_file_new (bytes, &rules_kind, remarks);
  const Draft draft = { set, file, remarks };
  check_groups (&draft);
  for (guint i = 0; i < file->entries->len; i++)
    take_entry (&draft, &g_array_index (file->entries, YlKeyEntry, i));
  check_whole (&draft);
  if (base == NULL)
    forget_changes (set);
  return g_steal_pointer (&set);
}

#define DEFAULT_PATH "/yanglu/rules/default.rules"
#define DEFAULT_NAME "内置规则"

static YlRuleSet *
read_set (const char *name, GBytes *bytes, const YlRuleSet *base, GError **error)
{
  YlRemarks remarks;
  yl_remarks_init (&remarks);
  g_autoptr (YlRuleSet) set = read_rules (bytes, base, &remarks);
  const gboolean is_sound = remarks.n_fatal == 0;
  if (!is_sound)
    yl_remarks_set_error (&remarks, &rules_kind, name, error);
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
  g_autofree char *shown = yl_file_name_show (path);
  if (bytes == NULL)
    g_set_error (error, YL_ERROR,
                 g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? YL_ERROR_NOT_FOUND
                                                                           : YL_ERROR_IO,
                 "规则文件 %s 无法读取：%s。", shown, yl_key_file_describe (cause));
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
  g_autofree char *name = yl_file_name_show_base (path);
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
  g_autoptr (YlRuleSet) set = read_rules (bytes, base, &remarks);
  GPtrArray *all = yl_remarks_steal (&remarks);
  yl_remarks_clear (&remarks);
  return all;
}
