#include "yanglu/cli/command-rules.h"

#include "rules-print-private.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/command-line.h"
#include "yanglu/cli/remarks-print.h"
#include "yanglu/io/rules/rules.h"

static const char help[] =
    "用法：yanglu rules list [--rules 文件]\n"
    "      yanglu rules show 代码 [--rules 文件]\n"
    "      yanglu rules check 文件\n"
    "\n"
    "查看审计规则：代码、是否检查、严重程度、依据、界限。\n"
    "\n"
    "  list     列出全部规则\n"
    "  show     显示一条规则的全部界限\n"
    "  check    检查一份规则文件，逐行列出问题\n"
    "\n"
    "  --rules 文件     规则文件；其中没有写的，按内置规则\n"
    "  --format 形式    text（默认）或 json\n"
    "\n"
    "规则文件是 UTF-8 文本，一行一个“键=值”，# 开头的行是注释，只列要改的规则：\n"
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
    "例：yanglu rules show A10\n";

typedef struct
{
  char *rules;
  char *format;
  char **rest;
} Texts;

static void
texts_clear (Texts *texts)
{
  g_free (texts->rules);
  g_free (texts->format);
  g_strfreev (texts->rest);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

static int
print_rules (const char *path, guint code, gboolean is_json, GError **error)
{
  g_autoptr (YlRuleSet) rules = yl_rules_open (path, error);
  if (rules == NULL)
    return YL_EXIT_NOT_DONE;
  if (is_json)
    yl_rules_json_print (rules, code);
  else
    yl_rules_text_print (rules, code);
  return YL_EXIT_DONE;
}

static int
show_rule (const char *path, const char *name, gboolean is_json, GError **error)
{
  g_autofree char *upper = g_ascii_strup (name, -1);
  YlCode code;
  if (yl_code_find (upper, &code))
    return print_rules (path, code, is_json, error);
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND,
               "没有规则“%s”：代码应写成 A10 的样子。用 yanglu rules list 查看全部规则。", name);
  return YL_EXIT_NOT_DONE;
}

static int
check_file (const char *path, gboolean is_json, GError **error)
{
  g_autoptr (GPtrArray) remarks = yl_rules_check (path, error);
  if (remarks == NULL)
    return YL_EXIT_NOT_DONE;
  if (is_json)
    yl_remarks_print_json ("yanglu.rules-check/1", path, remarks);
  else
    yl_remarks_print_text (path, remarks);
  return yl_remarks_has_error (remarks) ? YL_EXIT_FINDINGS : YL_EXIT_DONE;
}

/* "list" takes no name, "show" a code, "check" a file; the file of --rules is for the first two. */
static int
run (const Texts *texts, gboolean is_json, GError **error)
{
  char **rest = texts->rest;
  const guint n_rest = rest == NULL ? 0 : g_strv_length (rest);
  if (n_rest == 1 && g_str_equal (rest[0], "list"))
    return print_rules (texts->rules, YL_N_CODES, is_json, error);
  if (n_rest == 2 && g_str_equal (rest[0], "show"))
    return show_rule (texts->rules, rest[1], is_json, error);
  if (n_rest == 2 && g_str_equal (rest[0], "check") && texts->rules == NULL)
    return check_file (rest[1], is_json, error);
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "应为 rules list、rules show 代码、rules check 文件。用 yanglu rules --help "
               "查看用法。");
  return YL_EXIT_NOT_DONE;
}

int
yl_command_rules (int argc, char **argv)
{
  static const char *const formats[] = { "text", "json", NULL };
  g_auto (Texts) texts = { 0 };
  g_autoptr (GError) error = NULL;
  guint format = 0;
  int status = YL_EXIT_DONE;
  const GOptionEntry entries[] = {
    { "rules", 0, 0, G_OPTION_ARG_FILENAME, &texts.rules, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &texts.format, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &texts.rest, NULL, NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  if (!yl_command_line_parse (argc, argv, help, entries, &status))
    return status;
  if (texts.format != NULL
      && !yl_command_line_parse_choice ("--format", texts.format, formats, &format, &error))
    return yl_command_line_fail (error);
  status = run (&texts, format == 1, &error);
  return error == NULL ? status : yl_command_line_fail (error);
}
