#include "yanglu/cli/command-policy.h"

#include "policy-print-private.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/command-line.h"
#include "yanglu/cli/job-options.h"
#include "yanglu/cli/remarks-print.h"
#include "yanglu/io/policy/policies.h"

static const char help[] =
    "用法：yanglu policy list\n"
    "      yanglu policy show 编号或文件\n"
    "      yanglu policy check 编号或文件\n"
    "\n"
    "查看、检查政策：标准、承担比例、土地出让收益比例、工作目标，每个值都带文号和条款；\n"
    "没有与原文核对过的值标“待核”。\n"
    "\n"
    "  list     列出内置政策\n"
    "  show     显示一份政策的全部值（没写明的值取自它所依据的政策）\n"
    "  check    检查一份政策文件，逐行列出问题：看不懂的组和键、重复、行末注释、\n"
    "           比例合计、施行期重叠、缺少条款、低于上级标准\n"
    "\n"
    "  --format 形式    text（默认）或 json\n"
    "\n"
    "政策文件是 UTF-8 文本，一行一个“键=值”，# 开头的行是注释，文件名以 .policy 结尾：\n"
    "  [policy]                 id title document issued effective-from effective-to\n"
    "                           area（区划代码前缀，不写为各地） base verified（true 或 false）\n"
    "  [daily-rate]             county township village special urban track  元/公里·年\n"
    "  [bridge-rate]            extra-large large medium small               元/座·年\n"
    "  [bridge-rate-per-metre]  county township village special              元/米·年\n"
    "  [payer-share]            province city county                 百分数，合计 100\n"
    "  [payer-rate province]    county township village special              元/公里·年\n"
    "  [payer-rate city]        同上；县级承担其余\n"
    "  [land-revenue]           min-share max-share default-share payers basis\n"
    "  [target]                 maintained-ratio engineering-ratio fair-or-better-ratio\n"
    "  [mileage]                basis=counted、maintained 或 subsidised\n"
    "  [payment]                by-0630=50 至 by-1231=100：到月末应拨付的累计百分数；\n"
    "                           pass-on-days=收到上级资金后应拨付的天数\n"
    "  [county-match]           superior-grants=县级配套占上级日常养护补助的百分数\n"
    "  [clause]                 组名=条款；组名.键=条款\n"
    "payer-share、payer-rate、county-match 后可空一格写区划代码，如 [payer-share "
    "340621]，只用于该地。\n"
    "\n"
    "退出状态：0 完成；1 完成，检查出错误；2 未能完成。\n"
    "\n"
    "例：yanglu policy show liaocheng-2020\n";

static int
list_policies (gboolean is_json, GError **error)
{
  g_autoptr (GPtrArray) policies = yl_policies_list (error);
  if (policies == NULL)
    return YL_EXIT_NOT_DONE;
  if (is_json)
    yl_policy_json_print_list (policies);
  else
    yl_policy_text_print_list (policies);
  return YL_EXIT_DONE;
}

static int
show_policy (const char *name, gboolean is_json, GError **error)
{
  g_autoptr (YlPolicy) policy = yl_policies_open (name, error);
  if (policy == NULL)
    return YL_EXIT_NOT_DONE;
  if (is_json)
    yl_policy_json_print (policy);
  else
    yl_policy_text_print (policy);
  return YL_EXIT_DONE;
}

static int
check_policy (const char *name, gboolean is_json, GError **error)
{
  g_autoptr (GPtrArray) remarks = yl_policies_check (name, error);
  if (remarks == NULL)
    return YL_EXIT_NOT_DONE;
  if (is_json)
    yl_remarks_print_json ("yanglu.policy-check/1", name, remarks);
  else
    yl_remarks_print_text (name, remarks);
  return yl_remarks_has_error (remarks) ? YL_EXIT_FINDINGS : YL_EXIT_DONE;
}

/* "show X" and "check X" take one name, "list" none. */
static int
run (char **rest, gboolean is_json, GError **error)
{
  const guint n_rest = rest == NULL ? 0 : g_strv_length (rest);
  if (n_rest == 1 && g_str_equal (rest[0], "list"))
    return list_policies (is_json, error);
  if (n_rest == 2 && g_str_equal (rest[0], "show"))
    return show_policy (rest[1], is_json, error);
  if (n_rest == 2 && g_str_equal (rest[0], "check"))
    return check_policy (rest[1], is_json, error);
  g_set_error (
      error, YL_ERROR, YL_ERROR_USAGE,
      "应为 policy list、policy show 编号或文件、policy check 编号或文件。用 yanglu policy "
      "--help 查看用法。");
  return YL_EXIT_NOT_DONE;
}

int
yl_command_policy (int argc, char **argv)
{
  static const char *const formats[] = { "text", "json", NULL };
  g_auto (YlJobTexts) texts = { 0 };
  g_autoptr (GError) error = NULL;
  guint format = 0;
  int status = YL_EXIT_DONE;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &texts.format, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &texts.rest, NULL, NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  if (!yl_command_line_parse (argc, argv, help, entries, &status))
    return status;
  if (texts.format != NULL
      && !yl_command_line_parse_choice ("--format", texts.format, formats, &format, &error))
    return yl_command_line_fail (error);
  status = run (texts.rest, format == 1, &error);
  return error == NULL ? status : yl_command_line_fail (error);
}
