#include "yanglu/base/error.h"
#include "yanglu/base/length.h"
#include "yanglu/base/money.h"
#include "yanglu/cli/commands.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/remarks-text.h"
#include "yanglu/cli/text-table.h"
#include "yanglu/io/json/rules.h"
#include "yanglu/io/rules/rules.h"

#define USAGE                                                                                      \
  "应为 rules list、rules show 代码、rules check 文件。用 yanglu rules --help 查看用法。"

typedef struct
{
  const char *rules;
  guint format; /* YlFormat */
} RulesValues;

#define AT(member) .offset = G_STRUCT_OFFSET (RulesValues, member)

static const YlOption accepted[] = {
  { "rules", "文件", "规则文件；其中没有写的，按内置规则", YL_OPTION_INPUT, AT (rules) },
  { "format", "形式", "text（默认）或 json", YL_OPTION_CHOICE, AT (format),
    .words = yl_formats_printed },
};

static char *
show_limit (YlLimit limit, gint64 value)
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
      g_autofree char *value = show_limit ((YlLimit) i, rule->limits[i]);
      g_string_append_printf (list, "%s%s %s", list->len == 0 ? "" : "；",
                              yl_limit_get_name ((YlLimit) i), value);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static const char *
get_severity_name (const YlRule *rule)
{
  if (!rule->has_severity && yl_code_may_be_warning (rule->code))
    return "错误/警告";
  return yl_severity_get_name (rule->severity);
}

static void
print_all (const YlRuleSet *rules)
{
  static const char *const heads[] = { "代码", "检查", "程度", "规则", "依据", "界限" };
  g_autoptr (YlTextTable) table = yl_text_table_new ("llllll", heads);
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
      g_autofree char *value = show_limit ((YlLimit) i, rule->limits[i]);
      g_print ("界限：%s  %s %s\n", yl_limit_get_key ((YlLimit) i), yl_limit_get_name ((YlLimit) i),
               value);
    }
  if (code == YL_C07)
    print_bands (rules);
  if (rule->note[0] != '\0')
    g_print ("说明：%s\n", rule->note);
}

/* @code: one rule, or all when it is YL_N_CODES. */
static void
print_text (const YlRuleSet *rules, guint code)
{
  if (code == YL_N_CODES)
    print_all (rules);
  else
    print_one (rules, (YlCode) code);
}

static int
print_rules (const RulesValues *values, guint code, GError **error)
{
  g_autoptr (YlRuleSet) rules = yl_rules_open (values->rules, error);
  if (rules == NULL)
    return YL_EXIT_NOT_DONE;
  g_autoptr (YlJsonSink) json = yl_print_json_new (values->format);
  if (json != NULL)
    yl_json_write_rules (json, rules, code);
  else
    print_text (rules, code);
  return YL_EXIT_DONE;
}

static int
list_rules (const char *none, gconstpointer values, GError **error)
{
  (void) none;
  return print_rules (values, YL_N_CODES, error);
}

static int
show_rule (const char *name, gconstpointer values, GError **error)
{
  g_autofree char *upper = g_ascii_strup (name, -1);
  YlCode code;
  if (yl_code_find (upper, &code))
    return print_rules (values, code, error);
  g_autofree char *advice = yl_rules_advise (upper);
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND, "没有规则“%s”：代码应写成 A10 的样子，%s", name,
               advice);
  return YL_EXIT_NOT_DONE;
}

/* The file of --rules is for the other two. */
static int
check_file (const char *path, gconstpointer data, GError **error)
{
  const RulesValues *values = data;
  if (values->rules != NULL)
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_USAGE, USAGE);
      return YL_EXIT_NOT_DONE;
    }
  g_autoptr (GPtrArray) remarks = yl_rules_check (path, error);
  return remarks == NULL ? YL_EXIT_NOT_DONE
                         : yl_remarks_print (remarks, path, values->format, "yanglu.rules-check/1");
}

static const YlVerb verbs[] = {
  { "list", YL_COMPLETION_NONE, list_rules },
  { "show", YL_COMPLETION_RULE, show_rule },
  { "check", YL_COMPLETION_FILE, check_file },
};

const YlCommand yl_command_rules = {
  .name = "rules",
  .summary = "查看、检查审计规则（开关、程度、界限、依据）",
  .usage = "用法：yanglu rules list [--rules 文件]\n"
           "      yanglu rules show 代码 [--rules 文件]\n"
           "      yanglu rules check 文件\n"
           "\n"
           "查看审计规则：代码、是否检查、严重程度、依据、界限。\n"
           "\n"
           "  list     列出全部规则\n"
           "  show     显示一条规则的全部界限\n"
           "  check    检查一份规则文件，逐行列出问题\n"
           "\n",
  .values_size = sizeof (RulesValues),
  .options = accepted,
  .n_options = G_N_ELEMENTS (accepted),
  .ending = "规则文件是 UTF-8 文本，一行一个“键=值”，# 开头的行是注释，只列要改的规则：\n"
            "  [A10]                    组名是规则代码\n"
            "  enabled=                 true 或 false；停用时请用 note 写明原因\n"
            "  severity=                error、warning 或 info\n"
            "  basis=  note=            依据、说明\n"
            "  limit-min-amount=        涉及金额低于此数（元）的不报\n"
            "  limit-…=                 其余界限，用 show 查看每条规则可用的\n"
            "  bands=                   只用于 C07，例如 优:90-100:105,良:80-89:100\n"
            "\n"
            "退出状态：0 完成；1 完成，检查出错误；2 未能完成。\n"
            "\n"
            "例：yanglu rules show A10\n",
  .verbs = verbs,
  .n_verbs = G_N_ELEMENTS (verbs),
  .verb_usage = USAGE,
};
