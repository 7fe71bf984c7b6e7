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
