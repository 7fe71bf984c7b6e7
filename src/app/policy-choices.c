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
