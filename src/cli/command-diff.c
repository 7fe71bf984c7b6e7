#include "yanglu/app/diff/job.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/commands.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/diff-text.h"
#include "yanglu/cli/progress.h"
#include "yanglu/io/json/diff.h"

#include <string.h>

typedef struct
{
  YlDiffOptions options;
  YlDelivery delivery;
  guint by; /* YlDiffBy */
  const YlDiffJob *job;
} DiffCommand;

static const YlOptionWord groups[] = { { "township", YL_DIFF_BY_TOWNSHIP },
                                       { "road", YL_DIFF_BY_ROAD },
                                       { "bridge", YL_DIFF_BY_BRIDGE },
                                       { NULL, 0 } };

#define AT(member) .offset = G_STRUCT_OFFSET (DiffCommand, member)

static const DiffCommand defaults = { .delivery.format = YL_FORMAT_OF_NAME };

static const YlOption accepted[] = {
  { "entry", "文件", "本年台账的录入表；--old-entry 为上年的，下同", YL_OPTION_FILE,
    AT (options.new_options.entry) },
  { "old-entry", "文件", NULL, YL_OPTION_FILE, AT (options.old_options.entry) },
  { "funds", "文件", "本年的资金来源（--old-funds）", YL_OPTION_FILE,
    AT (options.new_options.funds) },
  { "old-funds", "文件", NULL, YL_OPTION_FILE, AT (options.old_options.funds) },
  { "bridges", "文件", "本年的桥梁（--old-bridges）", YL_OPTION_FILE,
    AT (options.new_options.bridges) },
  { "old-bridges", "文件", NULL, YL_OPTION_FILE, AT (options.old_options.bridges) },
  { "policy", "政策", "台账所用政策；不给 --old-policy 时两年都用它", YL_OPTION_POLICY,
    AT (options.new_options.policy) },
  { "old-policy", "政策", "上年台账所用政策", YL_OPTION_POLICY, AT (options.old_options.policy) },
  { "words", "文件", "本单位的词表（表头、等级、是与否等的写法）；用 yanglu words 查看",
    YL_OPTION_FILE, AT (options.new_options.words) },
  { "year", "年度", "本年台账的年度（--old-year：上年的；默认为前一年）", YL_OPTION_YEAR,
    AT (options.new_options.year) },
  { "old-year", "年度", NULL, YL_OPTION_YEAR, AT (options.old_options.year) },
  { "county", "县", "县级代码（六位）或名称，例如 371502 或 东昌府区",
    YL_OPTION_COUNTY_IN (DiffCommand, options.new_options) },
  { "entity", "名称", "开发区名称；--townships 乡镇,乡镇 为其所辖乡镇（九位代码或名称）",
    YL_OPTION_TEXT, AT (options.new_options.entity) },
  { "townships", "乡镇,乡镇", NULL, YL_OPTION_TOWNSHIPS_IN (DiffCommand, options.new_options) },
  { "without-zones", NULL, "两年的台账都减去名录中归开发区的乡镇", YL_OPTION_FLAG,
    AT (options.new_options.without_zones) },
  { "by", "分组", "township（默认）、road 或 bridge：屏幕上再按乡镇、\n路线或桥梁列出",
    YL_OPTION_CHOICE, AT (by), .words = groups },
  { "format", "形式", "text（默认）、json 或 xlsx", YL_OPTION_CHOICE, AT (delivery.format),
    .words = yl_formats_and_book },
  { "output", "文件", "写到这个文件；以 .xlsx 结尾时写成工作簿", YL_OPTION_OUTPUT,
    AT (delivery.path), .letter = 'o' },
  { "force", NULL, "已有同名文件时替换它", YL_OPTION_FLAG, AT (delivery.force) },
};

static gboolean
take_files (DiffCommand *command, const YlCommandLine *line, GError **error)
{
  guint n = 0;
  const char *const *files = yl_command_line_get_rest (line, &n);
  if (n != 2)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "要给出两个文件：上年和本年，现在给出了 %u 个。用 --help 查看用法。", n);
      return FALSE;
    }
  if (strcmp (files[0], "-") == 0 && strcmp (files[1], "-") == 0)
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_USAGE,
                           "标准输入只能读一次：上年和本年中最多一个可以写成 -。");
      return FALSE;
    }
  command->options.old_options.roads = files[0];
  command->options.new_options.roads = files[1];
  return TRUE;
}

/* Where the county is the same, what was said of one year holds for the other. */
static void
share_options (YlDiffOptions *options)
{
  YlJobOptions *old_options = &options->old_options;
  const YlJobOptions *new_options = &options->new_options;
  old_options->clock_year = new_options->clock_year;
  old_options->county = new_options->county;
  old_options->entity = new_options->entity;
  old_options->townships = new_options->townships;
  old_options->named_county = new_options->named_county;
  old_options->named_townships = new_options->named_townships;
  old_options->without_zones = new_options->without_zones;
  old_options->words = new_options->words;
  if (old_options->policy == NULL)
    old_options->policy = new_options->policy;
}

static YlJsonYear
describe_year (const YlDiffJob *job, YlSide at)
{
  const YlDiffSide *side = &job->sides[at];
  static const char *const kinds[] = {
    [YL_DIFF_BUDGET] = "budget", [YL_DIFF_LIST] = "list", [YL_DIFF_FOUND] = "stated"
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == YL_DIFF_FOUND + 1);
  const gboolean is_list = side->kind == YL_DIFF_LIST && side->job != NULL;
  return (YlJsonYear){ side->file,
                       kinds[side->kind],
                       yl_diff_side_get_budget (side),
                       is_list ? side->job->list->choices : NULL,
                       yl_diff_job_get_findings (job, at),
                       job->audits[at] == NULL ? NULL : job->audits[at]->audit,
                       job->n_unplaced[at] };
}

static void
print_in_format (gconstpointer data)
{
  const DiffCommand *command = data;
  const YlDiffJob *job = command->job;
  const YlJsonYear years[] = { describe_year (job, YL_OLD), describe_year (job, YL_NEW) };
  g_autoptr (YlJsonSink) json = yl_print_json_new (command->delivery.format);
  if (json != NULL)
    yl_json_write_diff (json, job->reconciliation, job->versions, years);
  else
    yl_diff_text_print (job, (YlDiffBy) command->by);
}

static gboolean
write_book (gconstpointer data, const char *path, gboolean force, GError **error)
{
  const DiffCommand *command = data;
  return yl_diff_job_write (command->job, path, force, error);
}

static int
run (const YlCommandLine *line, gpointer values, GError **error)
{
  DiffCommand *command = values;
  command->options.new_options.clock_year = yl_command_line_read_clock ();
  share_options (&command->options);
  if (!take_files (command, line, error)
      || !yl_delivery_settle (&command->delivery, line, YL_SHEET_RECONCILIATION ".xlsx", error))
    return YL_EXIT_NOT_DONE;
  g_autoptr (YlDiffJob) job = yl_diff_job_run (&command->options, yl_progress_show, error);
  yl_progress_end ();
  command->job = job;
  if (job == NULL
      || !yl_delivery_make (&command->delivery, print_in_format, write_book, command, error))
    return YL_EXIT_NOT_DONE;
  return YL_EXIT_DONE;
}

const YlCommand yl_command_diff = {
  .name = "diff",
  .summary = "比较两年的预算，把差额逐步分解",
  .usage = "用法：yanglu diff 上年 本年 [选项]\n"
           "\n"
           "比较两年的预算，把合计之差逐步分解，各步之和与差额一分不差：新增、减少的路线，\n"
           "里程增减，计入口径、行政等级、补助标准的变化，四舍五入，桥梁，其他支出，\n"
           "上级补助和承担办法；分乡镇、分路线各自也加得起来。路段按上年路线编码和桩号、\n"
           "按桩号重叠、无桩号时按路线编码对应；一年的表里有没能读出的行时，那条路线单列为\n"
           "“未读出的行”，不算增减。年度相同的两份叫“前一份”“后一份”。\n"
           "上年、本年各是本程序生成的预算工作簿，或里程台账（.xlsx、.xls、.et、.ods、.csv），\n"
           "或放着各份里程台账的文件夹；手工编制的工作簿没有逐路段数据，只比较分乡镇的合计。\n"
           "工作簿先审计一遍，不成立的在最前面说明；分解按数据副本进行，两份预算工作簿再\n"
           "比较表上的数：表上合计之差逐步列出，不同的单元格按表、行、列的名称列出。\n"
           "\n",
  .values_size = sizeof (DiffCommand),
  .defaults = &defaults,
  .options = accepted,
  .n_options = G_N_ELEMENTS (accepted),
  .ending = "退出状态：0 完成，有一份不成立时也是 0；2 未完成，什么也没有写。\n"
            "\n"
            "例：yanglu diff 上年里程台账.csv 里程台账.csv --year 2021 --by road\n",
  .run = run,
};
