#include "yanglu/app/budget/findings.h"
#include "yanglu/cli/commands.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/findings-text.h"
#include "yanglu/cli/list-sarif.h"
#include "yanglu/cli/lists.h"
#include "yanglu/cli/progress.h"
#include "yanglu/cli/sent-text.h"
#include "yanglu/io/json/findings.h"

typedef struct
{
  YlJobOptions options;
  YlDelivery delivery;
  YlListJob *job;
} CheckValues;

static const CheckValues defaults = { .delivery = { .format = YL_FORMAT_OF_NAME } };

#define AT(member) .offset = G_STRUCT_OFFSET (CheckValues, member)

static const YlOption accepted[] = {
  { "policy", "政策", "按哪项政策计算涉及金额（默认：当年有效的政策）", YL_OPTION_POLICY,
    AT (options.policy) },
  { "rules", "文件", "规则文件（开关、程度、界限、依据）；用 yanglu rules 查看", YL_OPTION_INPUT,
    AT (options.rules) },
  { "words", "文件", "本单位的词表（表头、等级、是与否等的写法）；用 yanglu words 查看",
    YL_OPTION_FILE, AT (options.words) },
  { "year", "年度", "预算年度", YL_OPTION_YEAR, AT (options.year) },
  { "county", "代码", "六位县级代码", YL_OPTION_TEXT, AT (options.county) },
  { "entity", "名称", "开发区名称；--townships 代码,代码 为其所辖乡镇", YL_OPTION_TEXT,
    AT (options.entity) },
  { "townships", "代码,代码", NULL, YL_OPTION_TEXT, AT (options.townships) },
  { "without-zones", NULL, "县的台账减去名录中归开发区的乡镇", YL_OPTION_FLAG,
    AT (options.without_zones) },
  { "output", "文件", "写到这个文件（默认写屏幕）", YL_OPTION_OUTPUT, AT (delivery.path),
    .letter = 'o' },
  { "force", NULL, "已有同名文件时替换它", YL_OPTION_FLAG, AT (delivery.force) },
  { "format", "形式",
    "text（默认）、json、sarif 或 xlsx（" YL_SHEET_FINDINGS "；\n-o 以 .xlsx 结尾时即为 xlsx）",
    YL_OPTION_CHOICE, AT (delivery.format), .words = yl_formats_of_audit },
};

static void
print_text (const YlListJob *job)
{
  yl_choices_print (job->choices, "");
  g_autofree char *rows = yl_list_job_tell_rows (job);
  g_print ("%s\n\n", rows);
  yl_sent_print (job->sent);
  yl_findings_print (job->findings, 0);
}

static void
write_json (const YlListJob *job, YlJsonSink *json)
{
  const YlRoadImportTally *tally = &job->tally;
  const YlJsonRows rows = { tally->n_rows, tally->n_roads, tally->n_sums, tally->n_left_out };
  yl_json_write_check (json, &rows, job->sent, job->choices, job->findings);
}

static void
print_in_format (gconstpointer data)
{
  const CheckValues *asked = data;
  g_autoptr (YlJsonSink) json = yl_print_json_new (asked->delivery.format);
  if (asked->delivery.format == YL_FORMAT_SARIF)
    yl_list_sarif_write (asked->job, json);
  else if (json != NULL)
    write_json (asked->job, json);
  else
    print_text (asked->job);
}

static gboolean
write_book (gconstpointer data, const char *path, gboolean force, GError **error)
{
  const CheckValues *asked = data;
  return yl_list_job_write_findings (asked->job, path, force, error);
}

static gboolean
understand (CheckValues *asked, const YlCommandLine *line, GError **error)
{
  asked->options.makes_no_book = TRUE;
  asked->options.clock_year = yl_command_line_read_clock ();
  return yl_delivery_settle (&asked->delivery, line, YL_SHEET_FINDINGS ".xlsx", error);
}

static int
run (const YlCommandLine *line, gpointer values, GError **error)
{
  CheckValues *asked = values;
  if (!understand (asked, line, error))
    return YL_EXIT_NOT_DONE;
  g_autoptr (YlGivenLists) lists = yl_lists_take (line, asked->delivery.path, error);
  if (lists == NULL)
    return YL_EXIT_NOT_DONE;
  asked->options.lists = lists;
  g_autoptr (YlListJob) job = yl_list_job_run (&asked->options, yl_progress_show, error);
  yl_progress_end ();
  if (job == NULL)
    return YL_EXIT_NOT_DONE;
  yl_list_job_question (job);
  yl_list_job_settle (job, 0);
  asked->job = job;
  if (!yl_delivery_make (&asked->delivery, print_in_format, write_book, asked, error))
    return YL_EXIT_NOT_DONE;
  return yl_findings_exit (job->findings);
}

const YlCommand yl_command_check = {
  .name = "check",
  .summary = "检查里程台账，列出全部问题",
  .usage = "用法：yanglu check 里程台账... [选项]\n"
           "\n"
           "检查里程台账（.xlsx、.xls、.et、.ods、.csv 或 - 表示标准输入），列出全部问题：\n"
           "位置、原值、应为、改法、涉及金额。不给 -o 时不写任何文件。\n"
           "可以给出多份台账或一个文件夹，合并检查，例如各乡镇报来的；份与份之间的重复也列出。\n"
           "\n",
  .values_size = sizeof (CheckValues),
  .defaults = &defaults,
  .options = accepted,
  .n_options = G_N_ELEMENTS (accepted),
  .ending = "退出状态：0 没有错误级问题；1 有；2 未能检查。\n"
            "\n"
            "例：yanglu check 里程台账.csv -o " YL_SHEET_FINDINGS ".xlsx\n",
  .run = run,
};
