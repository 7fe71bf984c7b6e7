#include "yanglu/cli/command-new.h"

#include "yanglu/app/new-job.h"
#include "yanglu/cli/command-line.h"
#include "yanglu/cli/job-options.h"

static const char help[] =
    "用法：yanglu new 录入表.xlsx --county 代码 [选项]\n"
    "\n"
    "生成一份空白录入表：填报说明、单位信息、里程台账、桥梁、资金来源、\n"
    "土地出让收益、其他支出；乡镇等可选项都有下拉列表。\n"
    "\n"
    "  --county 代码    六位县级代码，例如 371502\n"
    "  --entity 名称    开发区名称；--townships 代码,代码 为其所辖乡镇（九位）\n"
    "  --year 年度      预算年度（默认：今年）\n"
    "  --force          已有同名文件时替换它\n"
    "\n"
    "退出状态：0 完成；2 未完成，什么也没有写。\n"
    "\n"
    "例：yanglu new 录入表.xlsx --county 371502 --year 2021\n";

static gboolean
parse (YlJobTexts *texts, gboolean *force, int argc, char **argv, int *out_status)
{
  const GOptionEntry entries[] = {
    { "county", 0, 0, G_OPTION_ARG_FILENAME, &texts->county, NULL, NULL },
    { "entity", 0, 0, G_OPTION_ARG_FILENAME, &texts->entity, NULL, NULL },
    { "townships", 0, 0, G_OPTION_ARG_FILENAME, &texts->townships, NULL, NULL },
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &texts->year, NULL, NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, force, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &texts->rest, NULL, NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  return yl_command_line_parse (argc, argv, help, entries, out_status);
}

int
yl_command_new (int argc, char **argv)
{
  g_auto (YlJobTexts) texts = { 0 };
  g_autoptr (GError) error = NULL;
  YlJobOptions options;
  gboolean force = FALSE;
  int status = YL_EXIT_DONE;
  if (!parse (&texts, &force, argc, argv, &status))
    return status;
  if (!yl_job_texts_read (&texts, &options, &error))
    return yl_command_line_fail (error);
  const char *path = yl_job_texts_get_only (&texts, "录入表的文件名", &error);
  if (path == NULL || !yl_command_line_is_book_name (path, &error)
      || !yl_new_job_run (&options, path, force, &error))
    return yl_command_line_fail (error);
  g_print ("已生成 %s\n", path);
  return YL_EXIT_DONE;
}
