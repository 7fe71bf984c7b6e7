#include "yanglu/cli/commands.h"

#define AT(member) .offset = G_STRUCT_OFFSET (YlServeValues, member)

static const YlOption accepted[] = {
  { "data", "文件", "记录文件（默认：本人数据文件夹 yanglu 里唯一的一份）", YL_OPTION_OUTPUT,
    AT (data) },
  { "port", "端口", "本机端口（默认：任取一个空着的）", YL_OPTION_TEXT, AT (port) },
  { "no-browser", NULL, "不打开浏览器，印出只能用一次的地址", YL_OPTION_FLAG,
    AT (opens_no_browser) },
};

const YlCommand yl_command_serve = {
  .name = "serve",
  .summary = "在浏览器里录入一份记录，随时看到金额和问题",
  .usage = "用法：yanglu serve [选项]\n"
           "\n"
           "打开一份记录（见 yanglu record），在本机浏览器里显示它的里程、金额和问题。\n"
           "只有本机本人能访问；不需要网络。一份记录同一时间由一个程序使用：\n"
           "再运行一次，就再打开一次网页。按 Ctrl+C 结束；每一步都已存盘。\n"
           "每天在记录旁边备份一份（记录名.日期.bak），保留最近十份。\n"
           "\n",
  .values_size = sizeof (YlServeValues),
  .options = accepted,
  .n_options = G_N_ELEMENTS (accepted),
  .ending = "退出状态：0 完成；2 未完成。\n"
            "\n"
            "例：yanglu serve --no-browser\n",
};
