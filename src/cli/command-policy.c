#include "policy-print-private.h"
#include "yanglu/cli/commands.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/remarks-text.h"
#include "yanglu/io/json/policy.h"
#include "yanglu/io/json/remarks.h"
#include "yanglu/io/policy/policies.h"

typedef struct
{
  guint format; /* YlFormat */
} PolicyValues;

#define AT(member) .offset = G_STRUCT_OFFSET (PolicyValues, member)

static const YlOption accepted[] = {
  { "format", "形式", "text（默认）或 json", YL_OPTION_CHOICE, AT (format),
    .words = yl_formats_printed },
};

/* (nullable): %NULL where text is asked for. */
static YlJsonSink *
begin_json (gconstpointer values)
{
  return ((const PolicyValues *) values)->format == YL_FORMAT_JSON ? yl_print_json_new () : NULL;
}

static int
list_policies (const char *none, gconstpointer values, GError **error)
{
  (void) none;
  g_autoptr (GPtrArray) policies = yl_policies_list (error);
  if (policies == NULL)
    return YL_EXIT_NOT_DONE;
  g_autoptr (YlJsonSink) json = begin_json (values);
  if (json != NULL)
    yl_json_write_policies (json, policies);
  else
    yl_policy_text_print_list (policies);
  return YL_EXIT_DONE;
}

static int
show_policy (const char *name, gconstpointer values, GError **error)
{
  g_autoptr (YlPolicy) policy = yl_policies_open (name, error);
  if (policy == NULL)
    return YL_EXIT_NOT_DONE;
  g_autoptr (YlJsonSink) json = begin_json (values);
  if (json != NULL)
    yl_json_write_policy (json, policy);
  else
    yl_policy_text_print (policy);
  return YL_EXIT_DONE;
}

static int
check_policy (const char *name, gconstpointer values, GError **error)
{
  g_autoptr (GPtrArray) remarks = yl_policies_check (name, error);
  if (remarks == NULL)
    return YL_EXIT_NOT_DONE;
  g_autoptr (YlJsonSink) json = begin_json (values);
  if (json != NULL)
    yl_json_write_remarks (json, "yanglu.policy-check/1", name, remarks);
  else
    yl_remarks_print_text (name, remarks);
  return yl_remarks_has_error (remarks) ? YL_EXIT_FINDINGS : YL_EXIT_DONE;
}

static const YlVerb verbs[] = {
  { "list", YL_COMPLETION_NONE, list_policies },
  { "show", YL_COMPLETION_POLICY, show_policy },
  { "check", YL_COMPLETION_FILE, check_policy },
};

static int
run (int argc, char **argv)
{
  PolicyValues values = { YL_FORMAT_TEXT };
  int status;
  g_autoptr (YlCommandLine) line =
      yl_command_line_parse (&yl_command_policy, argc, argv, &values, &status);
  return line == NULL
             ? status
             : yl_command_line_run_verb (line, &values,
                                         "应为 policy list、policy show 编号或文件、policy check "
                                         "编号或文件。用 yanglu policy --help 查看用法。");
}

const YlCommand yl_command_policy = {
  .name = "policy",
  .summary = "查看、检查政策（标准、比例、目标）",
  .usage = "用法：yanglu policy list\n"
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
           "\n",
  .options = accepted,
  .n_options = G_N_ELEMENTS (accepted),
  .print_tables = yl_policy_text_print_groups,
  .ending = "\n"
            "退出状态：0 完成；1 完成，检查出错误；2 未能完成。\n"
            "\n"
            "例：yanglu policy show liaocheng-2020\n",
  .verbs = verbs,
  .n_verbs = G_N_ELEMENTS (verbs),
  .run = run,
};
