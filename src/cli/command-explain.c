#include "yanglu/cli/command-explain.h"

#include "yanglu/app/explain-job.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/command-line.h"
#include "yanglu/cli/explain-json.h"
#include "yanglu/cli/explain-text.h"
#include "yanglu/cli/job-options.h"
#include "yanglu/cli/progress.h"

static const char help[] =
    "用法：yanglu explain 预算.xlsx '工作表!单元格' [选项]\n"
    "      yanglu explain 预算.xlsx或里程台账 --road 路线编码 | --township 乡镇 | --line 项目\n"
    "\n"
    "说明预算里的一个数从哪里来：路段、里程、标准、比例、文号、条款、舍入；\n"
    "或者一条路线、一个乡镇、一个项目进入了哪些数。\n"
    "给出预算工作簿时，按其中隐藏的数据副本重新编制，不需要原始文件；\n"
    "给出里程台账时，先按 budget 的选项编制预算，再说明（没有单元格）。\n"
    "\n"
    "  --road 编码         路线编码或路线名称；路段编码以它开头的一并列出\n"
    "  --township 乡镇     乡镇名称或九位代码\n"
    "  --line 项目         预算项目，例如 daily.county（县道日常养护）、staff（人员支出）\n"
    "  --all               列出全部路段（默认只列前 20 个，其余计数）\n"
    "  --format 形式       text（默认）或 json（总是列出全部）\n"
    "  --entry、--funds、--bridges、--last-year、--policy、--year、--county、--entity、\n"
    "  --townships         由里程台账编制时的选项，同 yanglu budget\n"
    "\n"
    "退出状态：0 完成；2 未完成。\n"
    "\n"
    "例：yanglu explain 预算.xlsx '预算总表!F6'\n";

typedef struct
{
  YlJobTexts texts;
  char *road;
  char *township;
  char *line;
  gboolean is_all;
  guint format; /* 0 text, 1 json */
  const char *cell;
  YlJobOptions options;
} ExplainCommand;

static void
explain_command_clear (ExplainCommand *command)
{
  yl_job_texts_clear (&command->texts);
  g_free (command->road);
  g_free (command->township);
  g_free (command->line);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExplainCommand, explain_command_clear)

static gboolean
parse (ExplainCommand *command, int argc, char **argv, int *out_status)
{
  YlJobTexts *texts = &command->texts;
  const GOptionEntry entries[] = {
    { "road", 0, 0, G_OPTION_ARG_FILENAME, &command->road, NULL, NULL },
    { "township", 0, 0, G_OPTION_ARG_FILENAME, &command->township, NULL, NULL },
    { "line", 0, 0, G_OPTION_ARG_FILENAME, &command->line, NULL, NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &command->is_all, NULL, NULL },
    { "entry", 0, 0, G_OPTION_ARG_FILENAME, &texts->entry, NULL, NULL },
    { "funds", 0, 0, G_OPTION_ARG_FILENAME, &texts->funds, NULL, NULL },
    { "bridges", 0, 0, G_OPTION_ARG_FILENAME, &texts->bridges, NULL, NULL },
    { "last-year", 0, 0, G_OPTION_ARG_FILENAME, &texts->last_year, NULL, NULL },
    { "policy", 0, 0, G_OPTION_ARG_FILENAME, &texts->policy, NULL, NULL },
    { "county", 0, 0, G_OPTION_ARG_FILENAME, &texts->county, NULL, NULL },
    { "entity", 0, 0, G_OPTION_ARG_FILENAME, &texts->entity, NULL, NULL },
    { "townships", 0, 0, G_OPTION_ARG_FILENAME, &texts->townships, NULL, NULL },
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &texts->year, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &texts->format, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &texts->rest, NULL, NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  return yl_command_line_parse (argc, argv, help, entries, out_status);
}

/* The file, and one thing that is asked. */
static gboolean
take_question (ExplainCommand *command, GError **error)
{
  char **rest = command->texts.rest;
  const guint n = rest == NULL ? 0 : g_strv_length (rest);
  command->cell = n > 1 ? rest[1] : NULL;
  const char *const asked[] = { command->cell, command->road, command->township, command->line };
  guint n_asked = 0;
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    n_asked += asked[i] != NULL ? 1 : 0;
  if (n == 0)
    g_set_error_literal (error, YL_ERROR, YL_ERROR_USAGE,
                         "没有给出预算工作簿或里程台账。用 --help 查看用法。");
  else if (n > 2)
    g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "多出了“%s”：一次只查一个单元格。", rest[2]);
  else if (n_asked != 1)
    g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                 "%s：请给出一个单元格（例如 '预算总表!F6'），或 --road、--township、--line "
                 "中的一个。",
                 n_asked == 0 ? "没有说要查什么" : "一次只能查一样");
  else
    return TRUE;
  return FALSE;
}

static gboolean
understand (ExplainCommand *command, GError **error)
{
  static const char *const formats[] = { "text", "json", NULL };
  if (command->texts.format != NULL
      && !yl_command_line_parse_choice ("--format", command->texts.format, formats,
                                        &command->format, error))
    return FALSE;
  if (!take_question (command, error)
      || !yl_job_texts_read (&command->texts, &command->options, error))
    return FALSE;
  command->options.roads = command->texts.rest[0];
  return TRUE;
}

static YlExplained *
answer (const ExplainCommand *command, const YlExplainJob *job, GError **error)
{
  if (command->cell != NULL)
    return yl_explain_job_cell (job, command->cell, error);
  if (command->road != NULL)
    return yl_explain_job_road (job, command->road, error);
  if (command->township != NULL)
    return yl_explain_job_township (job, command->township, error);
  return yl_explain_job_line (job, command->line, error);
}

int
yl_command_explain (int argc, char **argv)
{
  g_auto (ExplainCommand) command = { 0 };
  g_autoptr (GError) error = NULL;
  int status = YL_EXIT_DONE;
  if (!parse (&command, argc, argv, &status))
    return status;
  if (!understand (&command, &error))
    return yl_command_line_fail (error);
  g_autoptr (YlExplainJob) job = yl_explain_job_open (&command.options, yl_progress_show, &error);
  yl_progress_end ();
  g_autoptr (YlExplained) explained = job == NULL ? NULL : answer (&command, job, &error);
  if (explained == NULL)
    return yl_command_line_fail (error);
  if (command.format == 0)
    yl_explain_text_print (job, explained, command.is_all);
  else
    yl_explain_json_print (job, explained);
  return YL_EXIT_DONE;
}
