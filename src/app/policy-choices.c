#include "yanglu/app/policy-choices.h"

#include "yanglu/domain/policy-group.h"

#include <string.h>

/* A line names so many values. */
#define MAX_NAMED 40

static gboolean
is_for (const YlPolicyValue *value, const char *area)
{
  return area == NULL || g_str_has_prefix (area, value->area);
}

/* "国办发〔2019〕45号：县道日常养护标准、乡道日常养护标准": each document once. */
static void
add_value (GString *list, const YlPolicyValue *value, const YlPolicyValue *before)
{
  g_autofree char *name = yl_policy_value_to_name (value);
  const gboolean is_same = before != NULL && strcmp (before->document, value->document) == 0;
  if (is_same)
    g_string_append_printf (list, "、%s", name);
  else
    g_string_append_printf (list, "%s%s：%s", before == NULL ? "" : "；", value->document, name);
}

void
yl_policy_tell_unverified (const YlPolicy *policy, const char *area, YlChoices *choices)
{
  gsize n = 0;
  const YlPolicyValue *values = yl_policy_get_values (policy, &n);
  const YlPolicyValue *before = NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_told = 0;
  for (gsize i = 0; i < n; i++)
    {
      if (values[i].verified || !is_for (&values[i], area) || n_told++ >= MAX_NAMED)
        continue;
      add_value (list, &values[i], before);
      before = &values[i];
    }
  if (n_told > MAX_NAMED)
    g_string_append_printf (list, "……共 %u 项", n_told);
  if (n_told > 0)
    yl_choices_add (choices, "待核的标准", list->str, "没有与文件原文核对过，请核对后再用");
}

/* What a policy pays for a year in which it is in force from @first to @last. */
static char *
describe_part (const YlPolicy *policy, guint year, YlDate first, YlDate last)
{
  const YlPolicyHead *head = yl_policy_get_head (policy);
  const YlYearPart part = yl_policy_get_year_part (policy);
  g_autofree char *from = yl_date_to_chinese (first);
  g_autofree char *to = yl_date_to_chinese (last);
  if (head->part_year == YL_PART_YEAR_WHOLE)
    return g_strdup_printf (
        "%u年只在%s至%s施行，标准仍按全年计算；要折算，在政策文件 [policy] 里写 "
        "part-year=months（按月）或 days（按天）",
        year, from, to);
  return g_strdup_printf ("%u年只在%s至%s施行，%s：标准乘 %u/%u，其余时间的资金不在内", year, from,
                          to, yl_part_year_get_name (head->part_year), MAX (1, part.n),
                          MAX (1, part.of));
}

char *
yl_policy_describe_period (const YlPolicy *policy, guint year)
{
  const YlPolicyHead *head = yl_policy_get_head (policy);
  const gboolean is_over =
      head->effective_to.yyyymmdd != 0 && head->effective_to.yyyymmdd / 10000 < year;
  const gboolean is_to_come = head->effective_from.yyyymmdd / 10000 > year;
  YlDate first, last;
  if (is_over || is_to_come)
    return g_strdup_printf ("%u年%s，标准仍按所指的政策、按全年计算", year,
                            is_over ? "已经失效" : "还没有施行");
  if (yl_policy_find_days (policy, year, &first, &last))
    return describe_part (policy, year, first, last);
  return NULL;
}

gboolean
yl_policy_tell_period (const YlPolicy *policy, guint year, YlChoices *choices)
{
  const YlPolicyHead *head = yl_policy_get_head (policy);
  g_autofree char *why = yl_policy_describe_period (policy, year);
  if (why == NULL)
    return FALSE;
  g_autofree char *from = yl_date_to_chinese (head->effective_from);
  g_autofree char *to = yl_date_to_chinese (head->effective_to);
  g_autofree char *chosen =
      g_strdup_printf ("%s %s起%s%s", head->id, from, to[0] == '\0' ? "" : "，至", to);
  yl_choices_add (choices, "政策施行期", chosen, why);
  return TRUE;
}

/* Bytes after which a line only says that there is more. */
#define MAX_TOLD 4096

static gboolean
is_full (GString *list)
{
  const gboolean is_first = list->len > MAX_TOLD && !g_str_has_suffix (list->str, "……");
  if (is_first)
    g_string_append (list, "……");
  return list->len > MAX_TOLD;
}

static void
append_valued (GString *list, const YlPolicyValue *value)
{
  g_autofree char *name = yl_policy_value_to_name (value);
  g_autofree char *period = yl_policy_value_show_period (value);
  g_string_append_printf (list, "%s%s%s", list->len == 0 ? "" : "、", name, period);
}

/* Whether @value is what counts; where it is not, @now (nullable) stands in its place. */
static gboolean
is_used (const YlPolicyValue *value, const YlPolicyValue *now)
{
  return now != NULL && strcmp (now->policy_id, value->policy_id) == 0
         && strcmp (now->area, value->area) == 0;
}

/* "：改用国办发〔2019〕45号的 10,000.00 元/公里·年" */
static void
append_instead (GString *list, const YlPolicyValue *now)
{
  if (now == NULL)
    {
      g_string_append (list, "：没有别的规定");
      return;
    }
  g_autofree char *text = yl_policy_value_to_text (now);
  g_string_append_printf (list, "：改用%s的 %s", now->document, text);
}

static gboolean
is_within (const YlPolicyValue *value, guint year)
{
  return value->effective_from.yyyymmdd > year * 10000 + 101
         || (value->effective_to.yyyymmdd != 0
             && value->effective_to.yyyymmdd < year * 10000 + 1231);
}

void
yl_policy_tell_out_of_force (const YlPolicy *policy,
                             const char *area,
                             guint year,
                             YlChoices *choices)
{
  gsize n = 0;
  const YlPolicyValue *values = yl_policy_get_values (yl_policy_get_whole (policy), &n);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) in_part = g_string_new (NULL);
  g_autofree char *unused = g_strdup_printf ("%u年不在施行期，没有使用", year);
  g_autofree char *used = g_strdup_printf ("%u年只施行一部分，仍按全年使用", year);
  for (gsize i = 0; i < n; i++)
    {
      if (!is_for (&values[i], area))
        continue;
      const YlPolicyValue *now =
          yl_policy_find (policy, values[i].group, values[i].area, values[i].key);
      const gboolean is_out = !is_used (&values[i], now);
      if (is_out && !is_full (out))
        {
          append_valued (out, &values[i]);
          append_instead (out, now);
        }
      else if (!is_out && is_within (&values[i], year) && !is_full (in_part))
        append_valued (in_part, &values[i]);
    }
  if (out->len > 0)
    yl_choices_add (choices, "失效的标准", out->str, unused);
  if (in_part->len > 0)
    yl_choices_add (choices, "年内起止的标准", in_part->str, used);
}

void
yl_policy_gap_add (GString *gaps, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  if (gaps->len > 0)
    g_string_append (gaps, "、");
  g_string_append_vprintf (gaps, format, arguments);
  va_end (arguments);
}

void
yl_policy_gap_add_roads (GString *gaps, YlRateKind kind, guint64 n_sections, gint64 counted_m)
{
  g_autofree char *km = yl_decimal_format (counted_m, 3, TRUE);
  yl_policy_gap_add (gaps, "%s标准（%" G_GUINT64_FORMAT " 行 %s 公里，不计金额）",
                     yl_rate_kind_get_name (kind), n_sections, km);
}

void
yl_policy_gap_tell (const GString *gaps, YlChoices *choices)
{
  if (gaps->len > 0)
    yl_choices_add (choices, "政策未规定", gaps->str, "各项按括号里的办法处理");
}
