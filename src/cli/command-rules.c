#include "rules-print-private.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/commands.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/remarks-text.h"
#include "yanglu/io/json/remarks.h"
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

/* (nullable): %NULL where text is asked for. */
static YlJsonSink *
begin_json (const RulesValues *values)
{
  return values->format == YL_FORMAT_JSON ? yl_print_json_new () : NULL;
}

static int
print_rules (const RulesValues *values, guint code, GError **error)
{
  g_autoptr (YlRuleSet) rules = yl_rules_open (values->rules, error);
  if (rules == NULL)
    return YL_EXIT_NOT_DONE;
  g_autoptr (YlJsonSink) json = begin_json (values);
  if (json != NULL)
    yl_json_write_rules (json, rules, code);
  else
    yl_rules_text_print (rules, code);
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
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND,
               "没有规则“%s”：代码应写成 A10 的样子。用 yanglu rules list 查看全部规则。", name);
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
  if (remarks == NULL)
    return YL_EXIT_NOT_DONE;
  g_autoptr (YlJsonSink) json = begin_json (values);
  if (json != NULL)
    yl_json_write_remarks (json, "yanglu.rules-check/1", path, remarks);
  else
    yl_remarks_print_text (path, remarks);
  return yl_remarks_has_error (remarks) ? YL_EXIT_FINDINGS : YL_EXIT_DONE;
}

static const YlVerb verbs[] = {
  { "list", YL_COMPLETION_NONE, list_rules },
  { "show", YL_COMPLETION_RULE, show_rule },
  { "check", YL_COMPLETION_FILE, check_file },
};

static int
run (int argc, char **argv)
{
  RulesValues values = { NULL, YL_FORMAT_TEXT };
  int status;
  g_autoptr (YlCommandLine) line =
      yl_command_line_parse (&yl_command_rules, argc, argv, &values, &status);
  return line == NULL ? status : yl_command_line_run_verb (line, &values, USAGE);
}

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
  .run = run,
};
