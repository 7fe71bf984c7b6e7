#include "yanglu/app/budget/give-back.h"
#include "yanglu/app/budget/job.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/budget-text.h"
#include "yanglu/cli/commands.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/findings-text.h"
#include "yanglu/cli/list-sarif.h"
#include "yanglu/cli/lists-back.h"
#include "yanglu/cli/lists.h"
#include "yanglu/cli/next-step.h"
#include "yanglu/cli/progress.h"
#include "yanglu/cli/sent-text.h"
#include "yanglu/io/json/budget.h"

#define DEFAULT_BOOK YL_BUDGET_STEM YL_BOOK_ENDING
/* Findings that the text summary prints; the workbook lists them all. */
#define N_PRINTED 20

typedef struct
{
  YlJobOptions options;
  YlDelivery delivery;
  const char *sheet;
  const YlBudgetJob *job;
  const char *csv; /* of that sheet */
} BudgetCommand;

/* Whether tables stand in 万元 as well. */
static const YlOptionWord units[] = {
  { "yuan", FALSE },
  { "wan", TRUE },
  { NULL, 0 },
};

#define AT(member) .offset = G_STRUCT_OFFSET (BudgetCommand, member)

static const BudgetCommand defaults = { .delivery.format = YL_FORMAT_OF_NAME };

static const YlOption accepted[] = {
  { "entry", "文件", "录入表（" YL_SHEET_UNIT "、桥梁、资金来源、土地出让收益、其他支出）",
    YL_OPTION_FILE, AT (options.entry) },
  { "funds", "文件", "资金来源（.csv 或 .xlsx）", YL_OPTION_FILE, AT (options.funds) },
  { "bridges", "文件", "桥梁（.csv 或 .xlsx）", YL_OPTION_FILE, AT (options.bridges) },
  { "last-year", "文件", "上年预算（工作簿，或“项目,金额”表，或上年里程台账）", YL_OPTION_FILE,
    AT (options.last_year) },
  { "policy", "政策", "政策编号或 .policy 文件；给出时总是以它为准", YL_OPTION_POLICY,
    AT (options.policy) },
  { "rules", "文件", "规则文件（开关、程度、界限、依据）；用 yanglu rules 查看", YL_OPTION_INPUT,
    AT (options.rules) },
  { "words", "文件", "本单位的词表（表头、等级、是与否等的写法）；用 yanglu words 查看",
    YL_OPTION_FILE, AT (options.words) },
  { "year", "年度", "预算年度，例如 2021", YL_OPTION_YEAR, AT (options.year) },
  { "county", "县", "县级代码（六位）或名称，例如 371502 或 东昌府区",
    YL_OPTION_COUNTY_IN (BudgetCommand, options) },
  { "entity", "名称", "开发区名称；--townships 乡镇,乡镇 为其所辖乡镇（九位代码或名称）",
    YL_OPTION_TEXT, AT (options.entity) },
  { "townships", "乡镇,乡镇", NULL, YL_OPTION_TOWNSHIPS_IN (BudgetCommand, options) },
  { "without-zones", NULL, "县的预算减去名录中归开发区的乡镇", YL_OPTION_FLAG,
    AT (options.without_zones) },
  { "date", "日期", "填报日期，例如 2021-03-01；不给则留空待填", YL_OPTION_DATE,
    AT (options.date) },
  { "unit", "单位", "yuan（默认）或 wan：汇总各表另附以万元为单位的表，明细仍以元为单位",
    YL_OPTION_CHOICE, AT (options.in_wan), .words = units },
  { "output", "文件", "写到这个文件（默认：xlsx 写 预算.xlsx，其余写屏幕）", YL_OPTION_OUTPUT,
    AT (delivery.path), .letter = 'o' },
  { "force", NULL, "已有同名文件时替换它", YL_OPTION_FLAG, AT (delivery.force) },
  { "format", "形式",
    "xlsx（默认）、json、text、csv（用 --sheet 指明哪张表）\n或 sarif（只列问题）",
    YL_OPTION_CHOICE, AT (delivery.format), .words = yl_formats_of_book },
  { "sheet", "工作表", "同 --format csv：只要这一张表，例如 " YL_SHEET_TOWNSHIPS, YL_OPTION_TEXT,
    AT (sheet) },
};

/* A workbook is what is usual, and has a name where nobody gave it one; text and JSON go to standard output. */
static void
take_usual (YlDelivery *delivery)
{
  const gboolean is_piped = g_strcmp0 (delivery->path, "-") == 0;
  if (delivery->format == YL_FORMAT_OF_NAME && (delivery->path == NULL || is_piped))
    delivery->format = YL_FORMAT_XLSX;
  if (delivery->path == NULL && delivery->format == YL_FORMAT_XLSX)
    delivery->path = DEFAULT_BOOK;
}

static gboolean
understand (BudgetCommand *command, const YlCommandLine *line, GError **error)
{
  YlDelivery *delivery = &command->delivery;
  take_usual (delivery);
  if (!yl_delivery_settle (delivery, line, DEFAULT_BOOK, error))
    return FALSE;
  if ((delivery->format == YL_FORMAT_CSV) != (command->sheet != NULL))
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "--format csv 和 --sheet 要一起用，例如 --format csv --sheet " YL_SHEET_TOWNSHIPS
                   "。");
      return FALSE;
    }
  if (command->options.in_wan && delivery->format != YL_FORMAT_XLSX
      && delivery->format != YL_FORMAT_CSV)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "--unit wan 只用于工作簿和 --format csv，其他形式以元或分为单位。");
      return FALSE;
    }
  return TRUE;
}

static void
print_text (const YlBudgetJob *job)
{
  yl_choices_print (job->list->choices, "");
  g_print ("\n");
  yl_sent_print (job->list->sent);
  yl_budget_text_print (job->budget);
  g_print ("\n");
  yl_findings_print (job->list->findings, N_PRINTED);
}

static void
print_in_format (gconstpointer data)
{
  const BudgetCommand *command = data;
  g_autoptr (YlJsonSink) json = yl_print_json_new (command->delivery.format);
  if (command->delivery.format == YL_FORMAT_SARIF)
    yl_list_sarif_write (command->job->list, json);
  else if (json != NULL)
    yl_json_write_budget (json, command->job->budget, command->job->list->sent,
                          command->job->list->choices, command->job->list->findings);
  else if (command->csv != NULL)
    g_print ("%s", command->csv);
  else
    print_text (command->job);
}

static gboolean
write_book (gconstpointer data, const char *path, gboolean force, GError **error)
{
  const BudgetCommand *command = data;
  return yl_budget_job_write (command->job, path, force, error);
}

static gboolean
is_any_faulty (const YlListJob *job)
{
  for (guint i = 0; i < job->lists->len; i++)
    if (yl_list_job_get_standing (job, i) == YL_STANDING_FAULTY)
      return TRUE;
  return FALSE;
}

/* Faults of the lists go back first; what is written is audited; a file or a document that goes elsewhere has
 * no line more. */
static void
print_next (const BudgetCommand *command, const YlCommandLine *line)
{
  const YlDelivery *delivery = &command->delivery;
  const YlJobOptions *options = &command->options;
  const gboolean is_book = delivery->format == YL_FORMAT_XLSX && !delivery->is_piped;
  const gboolean is_shown = delivery->format == YL_FORMAT_TEXT && delivery->path == NULL;
  if (!is_book && !is_shown)
    return;
  guint n = 0;
  const char *const *arguments = yl_command_line_get_rest (line, &n);
  g_autofree char *free_name = yl_next_step_find_name (YL_BUDGET_STEM, YL_BOOK_ENDING);
  g_autofree char *rest = g_strconcat ("-o ", free_name, NULL);
  g_autofree char *made = yl_lists_propose ("budget", arguments, rest);
  g_autofree char *back = yl_lists_propose_back (arguments);
  g_autofree char *book = is_book ? yl_next_step_quote (delivery->path) : NULL;
  const char *beside = yl_list_job_find_faulty_beside (command->job->list);
  /* What --entry settles between the lists `check` would stumble over. */
  const gboolean goes_back = options->entry == NULL && is_any_faulty (command->job->list);
  g_autofree char *carried =
      yl_next_step_carry (line, goes_back ? &yl_command_check : &yl_command_budget);
  if (goes_back)
    yl_next_step_print ("退回填报单位修改：%s%s", back, carried);
  else if (beside != NULL)
    yl_next_step_print ("改正 %s 里的错误，再编制一次%s", beside,
                        is_book ? "（同一命令，加 --force）" : "");
  else if (is_book)
    yl_next_step_print ("核对这份预算：yanglu audit %s", book);
  else
    yl_next_step_print ("写成工作簿：%s%s", made, carried);
}

static int
run (const YlCommandLine *line, gpointer values, GError **error)
{
  BudgetCommand *command = values;
  command->options.clock_year = yl_command_line_read_clock ();
  command->options.past_before = command->options.clock_year;
  if (!understand (command, line, error))
    return YL_EXIT_NOT_DONE;
  g_autoptr (YlGivenLists) lists = yl_lists_take (line, command->delivery.path, error);
  if (lists == NULL)
    return YL_EXIT_NOT_DONE;
  command->options.lists = lists;
  g_autoptr (YlBudgetJob) job = yl_budget_job_run (&command->options, yl_progress_show, error);
  yl_progress_end ();
  if (job == NULL || !yl_budget_job_check_read (job, error))
    return YL_EXIT_NOT_DONE;
  /* Before anything is printed: the sheet may be none of this budget. */
  const gboolean is_csv = command->delivery.format == YL_FORMAT_CSV;
  g_autofree char *csv = is_csv ? yl_budget_job_make_csv (job, command->sheet, error) : NULL;
  command->job = job;
  command->csv = csv;
  if ((is_csv && csv == NULL)
      || !yl_delivery_make (&command->delivery, print_in_format, write_book, command, error))
    return YL_EXIT_NOT_DONE;
  print_next (command, line);
  return yl_findings_exit (job->list->findings);
}

const YlCommand yl_command_budget = {
  .name = "budget",
  .summary = "由里程台账编制预算工作簿",
  .usage = "用法：yanglu budget 里程台账... [选项]\n"
           "\n"
           "由农村公路里程台账（.xlsx、.xls、.et、.ods、.csv 或 - 表示标准输入）编制养护预算。\n"
           "不加选项时在当前文件夹生成 预算.xlsx，并在屏幕上显示摘要；\n"
           "县、年度、政策由台账和" YL_SHEET_UNIT "推定，并逐一说明。\n"
           "可以给出多份台账或一个文件夹，合并编制，例如各乡镇报来的；各行记得自己的文件。\n"
           "\n",
  .values_size = sizeof (BudgetCommand),
  .defaults = &defaults,
  .options = accepted,
  .n_options = G_N_ELEMENTS (accepted),
  .ending =
      "退出状态：0 完成；1 完成，但有错误级问题；2 未完成，什么也没有写。\n"
      "\n"
      "例：yanglu budget 里程台账.csv --funds 资金来源.csv --year 2021 -o 预算.xlsx --force\n",
  .run = run,
};
