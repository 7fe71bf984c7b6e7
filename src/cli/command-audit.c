#include "yanglu/cli/command-audit.h"

#include "yanglu/app/audit-paper.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/audit-json.h"
#include "yanglu/cli/audit-text.h"
#include "yanglu/cli/command-audit-lists.h"
#include "yanglu/cli/command-line.h"
#include "yanglu/cli/findings-text.h"
#include "yanglu/cli/job-options.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/progress.h"
#include "yanglu/cli/sample-options.h"

static const char help[] =
    "用法：yanglu audit 预算文件 [选项]\n"
    "      yanglu audit 里程台账... [--policy 政策] [--year 年度] [--format text|json|xlsx] [-o "
    "文件]\n"
    "\n"
    "审计别人编制或改动过的预算：逐格重算，列出每处不符的位置、现值、应有值、\n"
    "涉及金额和受益方。本程序生成的工作簿按其中的数据副本核对；手工编制的按表头识别。\n"
    "\n"
    "给出两个以上文件，或一个没有金额栏的里程台账时，按多县的里程台账比对：同一路段列入两县、\n"
    "同一里程在两份台账里重复、路线编码与行政区划的县不一致。台账大小不限。\n"
    "\n"
    "  --roads 文件        预算所依据的里程台账\n"
    "  --last-year 文件    上年预算或上年里程台账\n"
    "  --funds 文件        资金来源（.csv 或 .xlsx）\n"
    "  --paid 文件         拨付台账（日期、收/支、对方、金额、文号、用途、凭证号）\n"
    "  --approved 文件     批复表（对象或乡镇、批复金额、用途）；没有时以预算作为批复\n"
    "  --published 文件    公开表（对象或乡镇、金额、依据文号、用途、日期）\n"
    "  --settlement 文件   工程结算（项目、合同金额、结算金额）\n"
    "  --policy 政策       政策编号或 .policy 文件\n"
    "  --rules 文件        审计规则文件（开关、程度、界限、依据）；用 yanglu rules 查看\n"
    "  --county 代码       六位县级代码；--year 年度 预算年度\n"
    "  -o, --output 文件   写到这个文件（默认写屏幕）\n"
    "  --force             已有同名文件时替换它\n"
    "  --format 形式       text（默认）、json 或 xlsx（审计底稿；-o 以 .xlsx 结尾时即为 xlsx）\n"
    "  --date 日期         拨付核对的基准日（默认台账的最后一天），也是审计底稿的编制日期，\n"
    "                      例如 2021-03-01；晚于预算年度时，绩效目标没有填写的实际也列出\n"
    "  --seed 数           抽样的随机种子；--confidence 90、95（默认）或 99 置信水平\n"
    "  --materiality 数    可容忍错报占总额的百分比（默认 5）\n"
    "\n"
    "退出状态：0 成立；1 有错误级问题；2 未完成。\n"
    "\n"
    "例：yanglu audit 预算.xlsx\n";

typedef enum
{
  FORMAT_TEXT,
  FORMAT_JSON,
  FORMAT_XLSX,
} Format;

typedef struct
{
  YlJobTexts texts;
  YlSampleTexts sample_texts;
  YlSamplePlan sample;
  char *roads;
  char *rules;
  char *paid;
  char *settlement;
  char *approved;
  char *published;
  char *output;
  gboolean force;
  guint format; /* Format */
  YlAuditOptions options;
  YlAuditJob *job;
} AuditCommand;

static void
audit_command_clear (AuditCommand *command)
{
  yl_job_texts_clear (&command->texts);
  yl_sample_texts_clear (&command->sample_texts);
  g_free (command->roads);
  g_free (command->rules);
  g_free (command->paid);
  g_free (command->settlement);
  g_free (command->approved);
  g_free (command->published);
  g_free (command->output);
  g_clear_pointer (&command->job, yl_audit_job_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AuditCommand, audit_command_clear)

static gboolean
parse (AuditCommand *command, int argc, char **argv, int *out_status)
{
  YlJobTexts *texts = &command->texts;
  YlSampleTexts *sample = &command->sample_texts;
  const GOptionEntry entries[] = {
    { "roads", 0, 0, G_OPTION_ARG_FILENAME, &command->roads, NULL, NULL },
    { "paid", 0, 0, G_OPTION_ARG_FILENAME, &command->paid, NULL, NULL },
    { "approved", 0, 0, G_OPTION_ARG_FILENAME, &command->approved, NULL, NULL },
    { "published", 0, 0, G_OPTION_ARG_FILENAME, &command->published, NULL, NULL },
    { "settlement", 0, 0, G_OPTION_ARG_FILENAME, &command->settlement, NULL, NULL },
    { "last-year", 0, 0, G_OPTION_ARG_FILENAME, &texts->last_year, NULL, NULL },
    { "funds", 0, 0, G_OPTION_ARG_FILENAME, &texts->funds, NULL, NULL },
    { "policy", 0, 0, G_OPTION_ARG_FILENAME, &texts->policy, NULL, NULL },
    { "county", 0, 0, G_OPTION_ARG_FILENAME, &texts->county, NULL, NULL },
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &texts->year, NULL, NULL },
    { "rules", 0, 0, G_OPTION_ARG_FILENAME, &command->rules, NULL, NULL },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &texts->date, NULL, NULL },
    { "seed", 0, 0, G_OPTION_ARG_FILENAME, &sample->seed, NULL, NULL },
    { "confidence", 0, 0, G_OPTION_ARG_FILENAME, &sample->confidence, NULL, NULL },
    { "materiality", 0, 0, G_OPTION_ARG_FILENAME, &sample->materiality, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &command->output, NULL, NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &command->force, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &texts->format, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &texts->rest, NULL, NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  return yl_command_line_parse (argc, argv, help, entries, out_status);
}

static gboolean
choose_format (AuditCommand *command, GError **error)
{
  static const char *const formats[] = { "text", "json", "xlsx", NULL };
  const char *format = command->texts.format;
  if (format == NULL && command->output != NULL && g_str_has_suffix (command->output, ".xlsx"))
    command->format = FORMAT_XLSX;
  return format == NULL
         || yl_command_line_parse_choice ("--format", format, formats, &command->format, error);
}

static YlDelivery
get_delivery (const AuditCommand *command)
{
  return (YlDelivery){ command->output, command->force, command->format == FORMAT_XLSX };
}

static gboolean
may_write (const AuditCommand *command, GError **error)
{
  const YlAuditOptions *options = &command->options;
  const char *const inputs[] = { options->file,      options->roads,      options->last_year,
                                 options->job.funds, options->job.policy, options->rules,
                                 options->paid,      options->published,  options->settlement,
                                 options->approved };
  const YlDelivery delivery = get_delivery (command);
  return yl_delivery_check (&delivery, inputs, G_N_ELEMENTS (inputs), "审计底稿.xlsx", error);
}

static gboolean
understand (AuditCommand *command, GError **error)
{
  YlAuditOptions *options = &command->options;
  if (!choose_format (command, error)
      || !yl_sample_texts_read (&command->sample_texts, &command->sample, error)
      || !yl_job_texts_read (&command->texts, &options->job, error))
    return FALSE;
  options->roads = command->roads;
  options->rules = command->rules;
  options->paid = command->paid;
  options->settlement = command->settlement;
  options->approved = command->approved;
  options->published = command->published;
  options->last_year = command->texts.last_year;
  options->file = yl_job_texts_get_only (&command->texts, "预算文件", error);
  return options->file != NULL && may_write (command, error);
}

static void
print_in_format (gconstpointer data)
{
  const AuditCommand *command = data;
  const YlAudit *audit = yl_audit_job_get_audit (command->job);
  if (command->format == FORMAT_JSON)
    yl_audit_json_print (audit);
  else
    yl_audit_text_print (audit);
}

static gboolean
write_book (gconstpointer data, const char *path, gboolean force, GError **error)
{
  const AuditCommand *command = data;
  return yl_audit_paper_write (command->job, &command->sample, command->options.job.date, path,
                               force, error);
}

/* Road lists without a budget: what belongs to a budget is refused rather than passed over. */
static int
audit_lists (AuditCommand *command)
{
  g_autoptr (GError) error = NULL;
  YlJobTexts *texts = &command->texts;
  const char *const of_budgets[] = { command->roads,      command->rules,     command->paid,
                                     command->settlement, command->published, command->approved,
                                     texts->last_year,    texts->funds };
  for (guint i = 0; i < G_N_ELEMENTS (of_budgets) && error == NULL; i++)
    if (of_budgets[i] != NULL)
      error = g_error_new (YL_ERROR, YL_ERROR_USAGE,
                           "比对多份里程台账时不能给出“%s”；它只用于审计一份预算。", of_budgets[i]);
  if (error != NULL || !choose_format (command, &error)
      || !yl_job_texts_read (texts, &command->options.job, &error))
    return yl_command_line_fail (error);
  const YlListsPrint print = { command->format == FORMAT_JSON, get_delivery (command) };
  return yl_command_audit_lists (texts->rest, &command->options.job, &print);
}

int
yl_command_audit (int argc, char **argv)
{
  g_auto (AuditCommand) command = { 0 };
  g_autoptr (GError) error = NULL;
  int status = YL_EXIT_DONE;
  if (!parse (&command, argc, argv, &status))
    return status;
  if (yl_command_audit_is_lists (command.texts.rest))
    return audit_lists (&command);
  if (!understand (&command, &error))
    return yl_command_line_fail (error);
  command.job = yl_audit_job_run (&command.options, yl_progress_show, &error);
  yl_progress_end ();
  const YlDelivery delivery = get_delivery (&command);
  if (command.job == NULL
      || !yl_delivery_make (&delivery, print_in_format, write_book, &command, &error))
    return yl_command_line_fail (error);
  return yl_findings_exit (yl_audit_job_get_audit (command.job)->findings);
}
