#include "yanglu/app/explain/job.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/commands.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/explain-text.h"
#include "yanglu/cli/progress.h"
#include "yanglu/figures/asked.h"
#include "yanglu/io/json/explain.h"

typedef struct
{
  YlJobOptions options;
  const char *cell;
  const char *road;
  const char *township;
  const char *line;
  gboolean is_all;
  guint format; /* YlFormat */
} Question;

static const YlOptionWord lines[] = {
  { "daily.county", 0 }, { "daily.township", 0 }, { "daily.village", 0 },
  { "running", 0 },      { "staff", 0 },          { "road-chief", 0 },
  { "insurance", 0 },    { "engineering", 0 },    { NULL, 0 }
};

#define AT(member) .offset = G_STRUCT_OFFSET (Question, member)

static const YlOption accepted[] = {
  { "road", "编码",
    "路线编码或路线名称（名称可以只写一部分）；路段编码以它开头的一并列出；"
    "没有计入、没有计费的行说明原因",
    YL_OPTION_TEXT, AT (road) },
  { "township", "乡镇", "乡镇名称或九位代码", YL_OPTION_TEXT, AT (township) },
  { "line", "项目",
    "预算项目或数的名称，例如 daily.county（县道日常养护）、staff（人员支出）、资金缺口；"
    "名称可以只写一部分，有几个的列出来",
    YL_OPTION_TEXT, AT (line), .words = lines },
  { "all", NULL, "列出全部路段（默认只列前 20 个，其余计数）", YL_OPTION_FLAG, AT (is_all) },
  { "format", "形式", "text（默认）或 json（总是列出全部）", YL_OPTION_CHOICE, AT (format),
    .words = yl_formats_printed },
  { "entry", "文件", NULL, YL_OPTION_FILE, AT (options.entry), .is_with_next = TRUE },
  { "funds", "文件", NULL, YL_OPTION_FILE, AT (options.funds), .is_with_next = TRUE },
  { "bridges", "文件", NULL, YL_OPTION_FILE, AT (options.bridges), .is_with_next = TRUE },
  { "last-year", "文件", NULL, YL_OPTION_FILE, AT (options.last_year), .is_with_next = TRUE },
  { "policy", "政策", NULL, YL_OPTION_POLICY, AT (options.policy), .is_with_next = TRUE },
  { "words", "文件", NULL, YL_OPTION_FILE, AT (options.words), .is_with_next = TRUE },
  { "year", "年度", NULL, YL_OPTION_YEAR, AT (options.year), .is_with_next = TRUE },
  { "county", "县", NULL, YL_OPTION_COUNTY_IN (Question, options), .is_with_next = TRUE },
  { "entity", "名称", NULL, YL_OPTION_TEXT, AT (options.entity), .is_with_next = TRUE },
  { "without-zones", NULL, NULL, YL_OPTION_FLAG, AT (options.without_zones), .is_with_next = TRUE },
  { "townships", NULL, "由里程台账编制时的选项，同 yanglu budget",
    YL_OPTION_TOWNSHIPS_IN (Question, options) },
};

/* The file, and one thing that is asked. */
static gboolean
take_question (Question *question, const YlCommandLine *line, GError **error)
{
  guint n = 0;
  const char *const *rest = yl_command_line_get_rest (line, &n);
  question->options.roads = rest[0];
  question->cell = n > 1 ? rest[1] : NULL;
  const char *const asked[] = { question->cell, question->road, question->township,
                                question->line };
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
                 "%s：请给出一个单元格（例如 '" YL_SHEET_OVERVIEW
                 "!F6'），或 --road、--township、--line "
                 "中的一个。",
                 n_asked == 0 ? "没有说要查什么" : "一次只能查一样");
  else
    return TRUE;
  return FALSE;
}

static YlExplained *
answer (const Question *question, const YlExplainJob *job, GError **error)
{
  const YlBudget *budget = job->made->budget;
  if (question->cell != NULL)
    return yl_explain_job_cell (job, question->cell, error);
  if (question->road != NULL)
    return yl_explain_job_road (job, question->road, error);
  if (question->township != NULL)
    return yl_explained_township (budget, question->township, error);
  return yl_explained_line (budget, question->line, error);
}

static char **
find_places (gconstpointer job, const char *key)
{
  return yl_explain_job_find_places (job, key);
}

static int
run (const YlCommandLine *line, gpointer values, GError **error)
{
  Question *question = values;
  question->options.clock_year = yl_command_line_read_clock ();
  if (!take_question (question, line, error))
    return YL_EXIT_NOT_DONE;
  g_autoptr (YlExplainJob) job = yl_explain_job_open (&question->options, yl_progress_show, error);
  yl_progress_end ();
  g_autoptr (YlExplained) explained = job == NULL ? NULL : answer (question, job, error);
  if (explained == NULL)
    return YL_EXIT_NOT_DONE;
  const YlChoices *choices = job->workbook == NULL ? job->made->list->choices : NULL;
  const YlJsonExplained about = { .file = job->file,
                                  .budget = job->made->budget,
                                  .find_places = find_places,
                                  .workbook = job,
                                  .choices = choices };
  g_autoptr (YlJsonSink) json = yl_print_json_new (question->format);
  if (json != NULL)
    yl_json_write_explained (json, explained, &about);
  else
    yl_explain_text_print (job, explained, question->is_all);
  return YL_EXIT_DONE;
}

const YlCommand yl_command_explain = {
  .name = "explain",
  .summary = "说明一个数从哪里来，一条路进入哪些数",
  .usage =
      "用法：yanglu explain 预算.xlsx '工作表!单元格' [选项]\n"
      "      yanglu explain 预算.xlsx或里程台账 --road 路线编码 | --township 乡镇 | --line 项目\n"
      "\n"
      "说明预算里的一个数从哪里来：路段、里程、标准、比例、文号、条款、舍入；\n"
      "或者一条路线、一个乡镇、一个项目进入了哪些数。\n"
      "核对、结论、大写等单元格不是预算数：列出公式取用的各数（左方、右方、差额）和大写的金额；\n"
      "表头和文字说明有没有公式取用。同编制时或同公式不一样的，说明原来是什么。\n"
      "给出预算工作簿时，按其中隐藏的数据副本重新编制，不需要原始文件；\n"
      "给出里程台账时，先按 budget 的选项编制预算，再说明（没有单元格）。\n"
      "\n",
  .values_size = sizeof (Question),
  .options = accepted,
  .n_options = G_N_ELEMENTS (accepted),
  .ending = "退出状态：0 完成；2 未完成。\n"
            "\n"
            "例：yanglu explain 预算.xlsx '" YL_SHEET_OVERVIEW "!F6'\n",
  .run = run,
};
