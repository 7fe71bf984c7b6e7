#include "yanglu/app/budget/new.h"
#include "yanglu/cli/command-line.h"
#include "yanglu/cli/commands.h"
#include "yanglu/cli/delivery.h"

typedef struct
{
  YlJobOptions options;
  gboolean force;
} NewValues;

#define AT(member) .offset = G_STRUCT_OFFSET (NewValues, member)

static const YlOption accepted[] = {
  { "county", "代码", "六位县级代码，例如 371502", YL_OPTION_TEXT, AT (options.county) },
  { "entity", "名称", "开发区名称；--townships 代码,代码 为其所辖乡镇（九位）", YL_OPTION_TEXT,
    AT (options.entity) },
  { "townships", "代码,代码", NULL, YL_OPTION_TEXT, AT (options.townships) },
  { "year", "年度", "预算年度（默认：今年）", YL_OPTION_YEAR, AT (options.year) },
  { "force", NULL, "已有同名文件时替换它", YL_OPTION_FLAG, AT (force) },
};

static int
run (const YlCommandLine *line, gpointer values, GError **error)
{
  NewValues *asked = values;
  asked->options.clock_year = yl_command_line_read_clock ();
  const char *path = yl_command_line_get_only (line, "录入表的文件名", error);
  if (path == NULL || !yl_command_line_is_book_name (path, error)
      || !yl_new_job_run (&asked->options, path, asked->force, error))
    return YL_EXIT_NOT_DONE;
  yl_delivery_tell_made (path);
  return YL_EXIT_DONE;
}

const YlCommand yl_command_new = {
  .name = "new",
  .summary = "生成空白录入表",
  .usage = "用法：yanglu new 录入表.xlsx --county 代码 [选项]\n"
           "\n"
           "生成一份空白录入表：" YL_SHEET_GUIDE "、" YL_SHEET_UNIT "、里程台账、桥梁、资金来源、\n"
           "土地出让收益、其他支出；乡镇等可选项都有下拉列表。\n"
           "\n",
  .values_size = sizeof (NewValues),
  .options = accepted,
  .n_options = G_N_ELEMENTS (accepted),
  .ending = "退出状态：0 完成；2 未完成，什么也没有写。\n"
            "\n"
            "例：yanglu new 录入表.xlsx --county 371502 --year 2021\n",
  .run = run,
};
