#include "yanglu/cli/command-budget.h"

#include "yanglu/app/budget-job.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/budget-json.h"
#include "yanglu/cli/budget-text.h"
#include "yanglu/cli/command-line.h"
#include "yanglu/cli/findings-text.h"
#include "yanglu/cli/job-options.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/progress.h"

#define DEFAULT_BOOK "预算.xlsx"
/* Findings that the text summary prints; the workbook lists them all. */
#define N_PRINTED 20

static const char help[] =
    "用法：yanglu budget 里程台账 [选项]\n"
    "\n"
    "由农村公路里程台账（.xlsx、.csv 或 - 表示标准输入）编制养护预算。\n"
    "不加选项时在当前文件夹生成 预算.xlsx，并在屏幕上显示摘要；\n"
    "县、年度、政策由台账和单位信息推定，并逐一说明。\n"
    "\n"
    "  --entry 文件        录入表（单位信息、桥梁、资金来源、土地出让收益、其他支出）\n"
    "  --funds 文件        资金来源（.csv 或 .xlsx）\n"
    "  --bridges 文件      桥梁（.csv 或 .xlsx）\n"
    "  --last-year 文件    上年预算（工作簿，或“项目,金额”表，或上年里程台账）\n"
    "  --policy 政策       政策编号或 .policy 文件；给出时总是以它为准\n"
    "  --year 年度         预算年度，例如 2021\n"
    "  --county 代码       六位县级代码，例如 371502\n"
    "  --entity 名称       开发区名称；--townships 代码,代码 为其所辖乡镇（九位）\n"
    "  --date 日期         填报日期，例如 2021-03-01；不给则留空待填\n"
    "  -o, --output 文件   写到这个文件（默认：xlsx 写 预算.xlsx，其余写屏幕）\n"
    "  --force             已有同名文件时替换它\n"
    "  --format 形式       xlsx（默认）、json 或 text\n"
    "\n"
    "退出状态：0 完成；1 完成，但有错误级问题；2 未完成，什么也没有写。\n"
    "\n"
    "例：yanglu budget 里程台账.csv --funds 资金来源.csv --year 2021 -o 预算.xlsx --force\n";

typedef enum
{
  FORMAT_XLSX,
  FORMAT_JSON,
  FORMAT_TEXT,
} Format;

typedef struct
{
  YlJobTexts texts;
  char *output;
  gboolean force;
  guint format; /* Format */
  YlJobOptions options;
  YlBudgetJob *job;
} BudgetCommand;

static void
budget_command_clear (BudgetCommand *command)
{
  yl_job_texts_clear (&command->texts);
  g_free (command->output);
  g_clear_pointer (&command->job, yl_budget_job_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BudgetCommand, budget_command_clear)

static gboolean
parse (BudgetCommand *command, int argc, char **argv, int *out_status)
{
  YlJobTexts *texts = &command->texts;
  const GOptionEntry entries[] = {
    { "entry", 0, 0, G_OPTION_ARG_FILENAME, &texts->entry, NULL, NULL },
    { "funds", 0, 0, G_OPTION_ARG_FILENAME, &texts->funds, NULL, NULL },
    { "bridges", 0, 0, G_OPTION_ARG_FILENAME, &texts->bridges, NULL, NULL },
    { "last-year", 0, 0, G_OPTION_ARG_FILENAME, &texts->last_year, NULL, NULL },
    { "policy", 0, 0, G_OPTION_ARG_FILENAME, &texts->policy, NULL, NULL },
    { "county", 0, 0, G_OPTION_ARG_FILENAME, &texts->county, NULL, NULL },
    { "entity", 0, 0, G_OPTION_ARG_FILENAME, &texts->entity, NULL, NULL },
    { "townships", 0, 0, G_OPTION_ARG_FILENAME, &texts->townships, NULL, NULL },
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &texts->year, NULL, NULL },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &texts->date, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &command->output, NULL, NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &command->force, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &texts->format, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &texts->rest, NULL, NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  return yl_command_line_parse (argc, argv, help, entries, out_status);
}

/* A workbook that nobody named has a name; text and JSON go to standard output. */
static YlDelivery
get_delivery (const BudgetCommand *command)
{
  const gboolean is_book = command->format == FORMAT_XLSX;
  const char *path = command->output == NULL && is_book ? DEFAULT_BOOK : command->output;
  return (YlDelivery){ path, command->force, is_book };
}

static gboolean
may_write (const BudgetCommand *command, GError **error)
{
  const YlJobOptions *options = &command->options;
  const char *const inputs[] = { options->roads,   options->entry,     options->funds,
                                 options->bridges, options->last_year, options->policy };
  const YlDelivery delivery = get_delivery (command);
  return yl_delivery_check (&delivery, inputs, G_N_ELEMENTS (inputs), DEFAULT_BOOK, error);
}

static gboolean
understand (BudgetCommand *command, GError **error)
{
  static const char *const formats[] = { "xlsx", "json", "text", NULL };
  if (command->texts.format != NULL
      && !yl_command_line_parse_choice ("--format", command->texts.format, formats,
                                        &command->format, error))
    return FALSE;
  if (!yl_job_texts_read (&command->texts, &command->options, error))
    return FALSE;
  command->options.roads = yl_job_texts_get_only (&command->texts, "里程台账", error);
  return command->options.roads != NULL && may_write (command, error);
}

static void
print_text (const YlBudgetJob *job)
{
  yl_choices_print (yl_budget_job_get_choices (job));
  g_print ("\n");
  yl_budget_text_print (yl_budget_job_get_budget (job));
  g_print ("\n");
  yl_findings_print (yl_budget_job_get_findings (job), N_PRINTED);
}

static void
print_json (const YlBudgetJob *job)
{
  yl_budget_json_print (yl_budget_job_get_budget (job), yl_budget_job_get_findings (job));
}

static void
print_in_format (gconstpointer data)
{
  const BudgetCommand *command = data;
  if (command->format == FORMAT_JSON)
    print_json (command->job);
  else
    print_text (command->job);
}

static gboolean
write_book (gconstpointer data, const char *path, gboolean force, GError **error)
{
  const BudgetCommand *command = data;
  return yl_budget_job_write (command->job, path, force, error);
}

int
yl_command_budget (int argc, char **argv)
{
  g_auto (BudgetCommand) command = { 0 };
  g_autoptr (GError) error = NULL;
  int status = YL_EXIT_DONE;
  if (!parse (&command, argc, argv, &status))
    return status;
  if (!understand (&command, &error))
    return yl_command_line_fail (error);
  command.job = yl_budget_job_run (&command.options, yl_progress_show, &error);
  yl_progress_end ();
  const YlDelivery delivery = get_delivery (&command);
  if (command.job == NULL
      || !yl_delivery_make (&delivery, print_in_format, write_book, &command, &error))
    return yl_command_line_fail (error);
  return yl_findings_exit (yl_budget_job_get_findings (command.job));
}
