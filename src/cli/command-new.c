#include "yanglu/app/budget/findings.h"
#include "yanglu/app/budget/new.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/command-line.h"
#include "yanglu/cli/commands.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/findings-text.h"
#include "yanglu/cli/next-step.h"
#include "yanglu/io/file-name.h"

#define AT(member) .offset = G_STRUCT_OFFSET (YlNewRequest, member)

static const YlOption accepted[] = {
  { "county", "县", "县级代码（六位）或名称，例如 371502 或 东昌府区",
    YL_OPTION_COUNTY_IN (YlNewRequest, options) },
  { "entity", "名称", "开发区名称；--townships 乡镇,乡镇 为其所辖乡镇（九位代码或名称）",
    YL_OPTION_TEXT, AT (options.entity) },
  { "townships", "乡镇,乡镇", NULL, YL_OPTION_TOWNSHIPS_IN (YlNewRequest, options) },
  { "township", "乡镇",
    "乡镇填报表：给这个乡镇（名称或九位代码）；\n几个用逗号隔开，并给 --each-township",
    YL_OPTION_TEXT, AT (townships) },
  { "each-township", "文件夹", "一个乡镇一份填报表，写到这个文件夹（没有即建立）", YL_OPTION_TEXT,
    AT (folder) },
  { "from", "文件", "用上年的台账、录入表或预算工作簿预填；每年重新核实的栏留空", YL_OPTION_FILE,
    AT (from) },
  { "year", "年度", "预算年度（默认：今年）", YL_OPTION_YEAR, AT (options.year) },
  { "force", NULL, "已有同名文件时替换它", YL_OPTION_FLAG, AT (force) },
};

/* A folder takes as many files as there are townships; else there is one, and it has a name. */
static gboolean
understand (YlNewRequest *asked, const YlCommandLine *line, GError **error)
{
  guint n = 0;
  yl_command_line_get_rest (line, &n);
  asked->options.clock_year = yl_command_line_read_clock ();
  if (asked->folder == NULL)
    {
      asked->path = yl_command_line_get_only (line, "录入表的文件名", error);
      return asked->path != NULL && yl_command_line_is_book_name (asked->path, error);
    }
  if (n == 0)
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "给了 --each-township 文件夹，就不再给文件名：每个乡镇的文件按乡镇取名。");
  return FALSE;
}

/* What was read of the file, as `check` says it, and what became of its rows. */
static void
tell_from (const YlNewRequest *asked, const YlNewJob *job)
{
  if (job->from == NULL)
    return;
  g_autofree char *rows = yl_list_job_tell_rows (job->from);
  g_autofree char *file = yl_file_name_show_base (asked->from);
  yl_choices_print (job->from->choices, "");
  g_print ("%s\n预填 %u 行；列养、补助养护里程、评定等级、最近大中修年度留空，填写前变黄。\n", rows,
           job->n_filled);
  if (job->n_not_understood > 0)
    g_print ("其中没有读懂的 %u 行只填了编码和名称；为什么：yanglu check %s\n",
             job->n_not_understood, file);
  if (job->n_unplaced > 0)
    g_print ("没有归到这些乡镇的 %u 行：%s%s；%s。\n", job->n_unplaced, job->unplaced,
             job->n_unplaced > 5 ? " 等" : "",
             asked->folder != NULL && asked->townships == NULL ? "在 " YL_NEW_UNPLACED_FILE " 里"
                                                               : "没有填入");
}

static void
tell_forms (const YlNewRequest *asked, const YlNewJob *job)
{
  g_autofree char *folder = yl_file_name_show (asked->folder);
  g_autofree char *quoted = yl_next_step_quote (asked->folder);
  for (guint i = 0; i < job->paths->len; i++)
    {
      g_autofree char *name = yl_file_name_show_base (g_ptr_array_index (job->paths, i));
      if (job->from == NULL)
        g_print ("  %s\n", name);
      else
        g_print ("  %s  %u 行\n", name, g_array_index (job->n_rows, guint, i));
    }
  g_print ("已生成 %u 份乡镇填报表，在文件夹 %s。\n", job->paths->len, folder);
  yl_next_step_print ("发给各乡镇填报；收回的放回 %s 换下空表，再查：yanglu check %s", quoted,
                      quoted);
}

static void
tell_form (const YlNewRequest *asked)
{
  g_autofree char *quoted = yl_next_step_quote (asked->path);
  yl_delivery_tell_made (asked->path);
  if (asked->townships != NULL)
    yl_next_step_print ("发给乡镇填报；填好后检查：yanglu check %s", quoted);
  else
    yl_next_step_print ("填报；填好后检查：yanglu check %s（里程另有台账的，只填其余各表：yanglu "
                        "budget 台账 --entry %s）",
                        quoted, quoted);
}

static int
run (const YlCommandLine *line, gpointer values, GError **error)
{
  YlNewRequest *asked = values;
  if (!understand (asked, line, error))
    return YL_EXIT_NOT_DONE;
  g_autoptr (YlNewJob) job = yl_new_job_run (asked, error);
  if (job == NULL)
    return YL_EXIT_NOT_DONE;
  tell_from (asked, job);
  yl_choices_print (job->choices, "");
  if (asked->folder != NULL)
    tell_forms (asked, job);
  else
    tell_form (asked);
  return YL_EXIT_DONE;
}

const YlCommand yl_command_new = {
  .name = "new",
  .summary = "生成空白录入表、乡镇填报表",
  .usage = "用法：yanglu new 录入表.xlsx --county 县 [选项]\n"
           "      yanglu new 填报表.xlsx --county 县 --township 乡镇 [选项]\n"
           "      yanglu new --county 县 --each-township 文件夹 [选项]\n"
           "      yanglu new 录入表.xlsx --from 上年台账 [选项]\n"
           "\n"
           "生成一份空白录入表：" YL_SHEET_GUIDE "、" YL_SHEET_UNIT "、里程台账、桥梁、资金来源、\n"
           "土地出让收益、其他支出；乡镇等可选项都有下拉列表。\n"
           "乡镇填报表只有填表说明和里程台账，乡镇名已填好，表头留有联系人、签名和日期。\n"
           "\n",
  .values_size = sizeof (YlNewRequest),
  .options = accepted,
  .n_options = G_N_ELEMENTS (accepted),
  .ending = "退出状态：0 完成；2 未完成。\n"
            "\n"
            "例：yanglu new 录入表.xlsx --county 371502 --year 2021\n",
  .run = run,
};
