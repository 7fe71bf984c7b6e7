#include "rules-print-private.h"

#include "yanglu/base/length.h"
#include "yanglu/base/money.h"
#include "yanglu/cli/text-table.h"

char *
yl_rules_show_limit (YlLimit limit, gint64 value)
{
  g_autofree char *number = NULL;
  switch (yl_limit_get_form (limit))
    {
    case YL_LIMIT_IN_YUAN:
      number = yl_money_to_grouped ((YlMoney){ value });
      break;
    case YL_LIMIT_IN_PERCENT:
      return yl_share_to_percent ((YlShare){ value });
    case YL_LIMIT_IN_KM:
      number = yl_length_to_km ((YlLength){ value });
      break;
    case YL_LIMIT_IN_NUMBERS:
    default:
      number = g_strdup_printf ("%" G_GINT64_FORMAT, value);
      break;
    }
  return g_strdup_printf ("%s %s", number, yl_limit_get_unit (limit));
}

/* A least amount of nothing bounds nothing. */
static gboolean
is_shown (const YlRule *rule, YlLimit limit)
{
  return yl_rule_has_limit (rule->code, limit)
         && (limit != YL_LIMIT_MIN_AMOUNT || rule->limits[limit] > 0);
}

static char *
list_limits (const YlRule *rule)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < YL_N_LIMITS; i++)
    {
      if (!is_shown (rule, (YlLimit) i))
        continue;
      g_autofree char *value = yl_rules_show_limit ((YlLimit) i, rule->limits[i]);
      g_string_append_printf (list, "%s%s %s", list->len == 0 ? "" : "；",
                              yl_limit_get_name ((YlLimit) i), value);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static const char *
get_severity_name (const YlRule *rule)
{
  /* A07 and D06 are errors or warnings, as the case is. */
  if (!rule->has_severity && (rule->code == YL_A07 || rule->code == YL_D06))
    return "错误/警告";
  return yl_severity_get_name (rule->severity);
}

static void
print_all (const YlRuleSet *rules)
{
  static const YlAlign alignments[] = { YL_ALIGN_LEFT, YL_ALIGN_LEFT, YL_ALIGN_LEFT,
                                        YL_ALIGN_LEFT, YL_ALIGN_LEFT, YL_ALIGN_LEFT };
  static const char *const heads[] = { "代码", "检查", "程度", "规则", "依据", "界限" };
  g_autoptr (YlTextTable) table = yl_text_table_new (alignments, G_N_ELEMENTS (alignments));
  yl_text_table_add (table, heads);
  yl_text_table_add_line (table);
  for (guint code = 0; code < YL_N_CODES; code++)
    {
      const YlRule *rule = yl_rule_set_get (rules, (YlCode) code);
      g_autofree char *limits = list_limits (rule);
      const char *cells[] = { yl_code_get_name ((YlCode) code),
                              rule->is_enabled ? "是" : "停用",
                              get_severity_name (rule),
                              yl_code_get_title ((YlCode) code),
                              rule->basis,
                              limits };
      yl_text_table_add (table, cells);
    }
  yl_text_table_print (table);
}

static void
print_bands (const YlRuleSet *rules)
{
  guint n_bands = 0;
  const YlGradeBand *bands = yl_rule_set_get_bands (rules, &n_bands);
  for (guint i = 0; i < n_bands; i++)
    {
      g_autofree char *low = yl_decimal_format (bands[i].low, 3, FALSE);
      g_autofree char *high = yl_decimal_format (bands[i].high, 3, FALSE);
      g_autofree char *pay = yl_share_to_percent ((YlShare){ bands[i].pay_ppm });
      g_print ("等级：%s  %s 至 %s 分  按 %s 拨付\n", bands[i].name, low, high, pay);
    }
}

static void
print_one (const YlRuleSet *rules, YlCode code)
{
  const YlRule *rule = yl_rule_set_get (rules, code);
  g_print ("%s  %s\n检查：%s\n程度：%s\n依据：%s\n", yl_code_get_name (code),
           yl_code_get_title (code), rule->is_enabled ? "是" : "停用", get_severity_name (rule),
           rule->basis);
  for (guint i = 0; i < YL_N_LIMITS; i++)
    {
      if (!yl_rule_has_limit (code, (YlLimit) i))
        continue;
      g_autofree char *value = yl_rules_show_limit ((YlLimit) i, rule->limits[i]);
      g_print ("界限：%s  %s %s\n", yl_limit_get_key ((YlLimit) i), yl_limit_get_name ((YlLimit) i),
               value);
    }
  if (code == YL_C07)
    print_bands (rules);
  if (rule->note[0] != '\0')
    g_print ("说明：%s\n", rule->note);
}

void
yl_rules_text_print (const YlRuleSet *rules, guint code)
{
  if (code == YL_N_CODES)
    print_all (rules);
  else
    print_one (rules, (YlCode) code);
}
