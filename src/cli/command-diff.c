#include "yanglu/cli/command-diff.h"

#include "yanglu/app/diff-job.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/command-line.h"
#include "yanglu/cli/diff-json.h"
#include "yanglu/cli/diff-text.h"
#include "yanglu/cli/findings-text.h"
#include "yanglu/cli/job-options.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/progress.h"

#include <string.h>

static const char help[] =
    "用法：yanglu diff 上年 本年 [选项]\n"
    "\n"
    "比较两年的预算，把合计之差逐步分解，各步之和与差额一分不差：新增、减少的路线，\n"
    "里程增减，计入口径、行政等级、补助标准的变化，四舍五入，桥梁，其他支出，\n"
    "上级补助和承担办法；分乡镇、分路线各自也加得起来。路段按上年路线编码和桩号、\n"
    "按桩号重叠、无桩号时按路线编码对应。\n"
    "上年、本年各是本程序生成的预算工作簿，或里程台账（.xlsx、.csv）；\n"
    "手工编制的工作簿没有逐路段数据，只比较分乡镇的合计。\n"
    "\n"
    "  --entry 文件        本年台账的录入表；--old-entry 为上年的，下同\n"
    "  --funds 文件        本年的资金来源（--old-funds）\n"
    "  --bridges 文件      本年的桥梁（--old-bridges）\n"
    "  --policy 政策       台账所用政策；不给 --old-policy 时两年都用它\n"
    "  --old-policy 政策   上年台账所用政策\n"
    "  --year 年度         本年台账的年度（--old-year：上年的；默认为前一年）\n"
    "  --county 代码       六位县级代码\n"
    "  --entity 名称       开发区名称；--townships 代码,代码 为其所辖乡镇（九位）\n"
    "  --by 分组           township（默认）、road 或 bridge：屏幕上再按乡镇、\n"
    "                      路线或桥梁列出\n"
    "  --format 形式       text（默认）、json 或 xlsx\n"
    "  -o, --output 文件   写到这个文件；以 .xlsx 结尾时写成工作簿\n"
    "  --force             已有同名文件时替换它\n"
    "\n"
    "退出状态：0 完成；2 未完成，什么也没有写。\n"
    "\n"
    "例：yanglu diff 上年里程台账.csv 里程台账.csv --year 2021 --by road\n";

typedef enum
{
  FORMAT_TEXT,
  FORMAT_JSON,
  FORMAT_XLSX,
} Format;

typedef struct
{
  YlJobTexts texts;
  YlJobTexts old_texts;
  char *by_text;
  char *output;
  gboolean force;
  guint format; /* Format */
  guint by;     /* YlDiffBy */
  YlDiffOptions options;
  YlDiffJob *job;
} DiffCommand;

static void
diff_command_clear (DiffCommand *command)
{
  yl_job_texts_clear (&command->texts);
  yl_job_texts_clear (&command->old_texts);
  g_free (command->by_text);
  g_free (command->output);
  g_clear_pointer (&command->job, yl_diff_job_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DiffCommand, diff_command_clear)

static gboolean
parse (DiffCommand *command, int argc, char **argv, int *out_status)
{
  YlJobTexts *texts = &command->texts;
  YlJobTexts *old_texts = &command->old_texts;
  const GOptionEntry entries[] = {
    { "entry", 0, 0, G_OPTION_ARG_FILENAME, &texts->entry, NULL, NULL },
    { "funds", 0, 0, G_OPTION_ARG_FILENAME, &texts->funds, NULL, NULL },
    { "bridges", 0, 0, G_OPTION_ARG_FILENAME, &texts->bridges, NULL, NULL },
    { "policy", 0, 0, G_OPTION_ARG_FILENAME, &texts->policy, NULL, NULL },
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &texts->year, NULL, NULL },
    { "old-entry", 0, 0, G_OPTION_ARG_FILENAME, &old_texts->entry, NULL, NULL },
    { "old-funds", 0, 0, G_OPTION_ARG_FILENAME, &old_texts->funds, NULL, NULL },
    { "old-bridges", 0, 0, G_OPTION_ARG_FILENAME, &old_texts->bridges, NULL, NULL },
    { "old-policy", 0, 0, G_OPTION_ARG_FILENAME, &old_texts->policy, NULL, NULL },
    { "old-year", 0, 0, G_OPTION_ARG_FILENAME, &old_texts->year, NULL, NULL },
    { "county", 0, 0, G_OPTION_ARG_FILENAME, &texts->county, NULL, NULL },
    { "entity", 0, 0, G_OPTION_ARG_FILENAME, &texts->entity, NULL, NULL },
    { "townships", 0, 0, G_OPTION_ARG_FILENAME, &texts->townships, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &command->by_text, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &command->output, NULL, NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &command->force, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &texts->format, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &texts->rest, NULL, NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  return yl_command_line_parse (argc, argv, help, entries, out_status);
}

static gboolean
take_files (DiffCommand *command, GError **error)
{
  char **rest = command->texts.rest;
  const guint n = rest == NULL ? 0 : g_strv_length (rest);
  if (n != 2)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "要给出两个文件：上年和本年，现在给出了 %u 个。用 --help 查看用法。", n);
      return FALSE;
    }
  if (strcmp (rest[0], "-") == 0 && strcmp (rest[1], "-") == 0)
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_USAGE,
                           "标准输入只能读一次：上年和本年中最多一个可以写成 -。");
      return FALSE;
    }
  command->options.old_options.roads = rest[0];
  command->options.new_options.roads = rest[1];
  return TRUE;
}

/* Where the county is the same, what was said of one year holds for the other. */
static void
share_options (YlDiffOptions *options)
{
  YlJobOptions *old_options = &options->old_options;
  const YlJobOptions *new_options = &options->new_options;
  old_options->county = new_options->county;
  old_options->entity = new_options->entity;
  old_options->townships = new_options->townships;
  if (old_options->policy == NULL)
    old_options->policy = new_options->policy;
}

static YlDelivery
get_delivery (const DiffCommand *command)
{
  return (YlDelivery){ command->output, command->force, command->format == FORMAT_XLSX };
}

static gboolean
may_write (const DiffCommand *command, GError **error)
{
  const YlJobOptions *old_options = &command->options.old_options;
  const YlJobOptions *new_options = &command->options.new_options;
  const char *const inputs[] = { old_options->roads,   old_options->entry,  old_options->funds,
                                 old_options->bridges, old_options->policy, new_options->roads,
                                 new_options->entry,   new_options->funds,  new_options->bridges,
                                 new_options->policy };
  const YlDelivery delivery = get_delivery (command);
  return yl_delivery_check (&delivery, inputs, G_N_ELEMENTS (inputs), "差异分解.xlsx", error);
}

static gboolean
choose_format (DiffCommand *command, GError **error)
{
  static const char *const formats[] = { "text", "json", "xlsx", NULL };
  static const char *const groups[] = { "township", "road", "bridge", NULL };
  if (command->texts.format != NULL
      && !yl_command_line_parse_choice ("--format", command->texts.format, formats,
                                        &command->format, error))
    return FALSE;
  if (command->texts.format == NULL && command->output != NULL
      && g_str_has_suffix (command->output, ".xlsx"))
    command->format = FORMAT_XLSX;
  return command->by_text == NULL
         || yl_command_line_parse_choice ("--by", command->by_text, groups, &command->by, error);
}

static gboolean
understand (DiffCommand *command, GError **error)
{
  if (!choose_format (command, error)
      || !yl_job_texts_read (&command->texts, &command->options.new_options, error)
      || !yl_job_texts_read (&command->old_texts, &command->options.old_options, error)
      || !take_files (command, error))
    return FALSE;
  share_options (&command->options);
  return may_write (command, error);
}

static void
print_in_format (gconstpointer data)
{
  const DiffCommand *command = data;
  if (command->format == FORMAT_JSON)
    yl_diff_json_print (command->job);
  else
    yl_diff_text_print (command->job, (YlDiffBy) command->by);
}

static gboolean
write_book (gconstpointer data, const char *path, gboolean force, GError **error)
{
  const DiffCommand *command = data;
  return yl_diff_job_write (command->job, path, force, error);
}

int
yl_command_diff (int argc, char **argv)
{
  g_auto (DiffCommand) command = { 0 };
  g_autoptr (GError) error = NULL;
  int status = YL_EXIT_DONE;
  if (!parse (&command, argc, argv, &status))
    return status;
  if (!understand (&command, &error))
    return yl_command_line_fail (error);
  command.job = yl_diff_job_run (&command.options, yl_progress_show, &error);
  yl_progress_end ();
  const YlDelivery delivery = get_delivery (&command);
  if (command.job == NULL
      || !yl_delivery_make (&delivery, print_in_format, write_book, &command, &error))
    return yl_command_line_fail (error);
  return YL_EXIT_DONE;
}
