#include "yanglu/cli/command-check.h"

#include "yanglu/app/list-job.h"
#include "yanglu/cli/command-line.h"
#include "yanglu/cli/findings-text.h"
#include "yanglu/cli/job-options.h"
#include "yanglu/cli/json.h"
#include "yanglu/cli/progress.h"

static const char help[] = "用法：yanglu check 里程台账 [选项]\n"
                           "\n"
                           "检查里程台账（.xlsx、.csv 或 - 表示标准输入），列出全部问题：\n"
                           "位置、原值、应为、改法、涉及金额。不写任何文件。\n"
                           "\n"
                           "  --policy 政策    按哪项政策计算涉及金额（默认：当年有效的政策）\n"
                           "  --year 年度      预算年度\n"
                           "  --county 代码    六位县级代码\n"
                           "  --entity 名称    开发区名称；--townships 代码,代码 为其所辖乡镇\n"
                           "  --format 形式    text（默认）或 json\n"
                           "\n"
                           "退出状态：0 没有错误级问题；1 有；2 未能检查。\n"
                           "\n"
                           "例：yanglu check 里程台账.csv\n";

static gboolean
parse (YlJobTexts *texts, int argc, char **argv, int *out_status)
{
  const GOptionEntry entries[] = {
    { "policy", 0, 0, G_OPTION_ARG_FILENAME, &texts->policy, NULL, NULL },
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &texts->year, NULL, NULL },
    { "county", 0, 0, G_OPTION_ARG_FILENAME, &texts->county, NULL, NULL },
    { "entity", 0, 0, G_OPTION_ARG_FILENAME, &texts->entity, NULL, NULL },
    { "townships", 0, 0, G_OPTION_ARG_FILENAME, &texts->townships, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &texts->format, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &texts->rest, NULL, NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  return yl_command_line_parse (argc, argv, help, entries, out_status);
}

static void
print_text (const YlListJob *job)
{
  yl_choices_print (job->choices);
  g_print ("读入 %" G_GUINT64_FORMAT " 行：可计入的路段 %" G_GUINT64_FORMAT
           " 行，合计、小计 %" G_GUINT64_FORMAT " 行，未计入 %" G_GUINT64_FORMAT " 行。\n\n",
           job->tally.n_rows, job->tally.n_roads, job->tally.n_sums, job->tally.n_left_out);
  yl_findings_print (job->findings, 0);
}

static void
print_json (const YlListJob *job)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_object (builder);
  yl_json_text (builder, "schema", "yanglu.check/1");
  yl_json_number (builder, "rows", (gint64) job->tally.n_rows);
  yl_json_number (builder, "roads", (gint64) job->tally.n_roads);
  yl_json_number (builder, "sums", (gint64) job->tally.n_sums);
  yl_json_number (builder, "left_out", (gint64) job->tally.n_left_out);
  yl_json_findings (builder, job->findings);
  json_builder_end_object (builder);
  yl_json_print (builder);
}

int
yl_command_check (int argc, char **argv)
{
  static const char *const formats[] = { "text", "json", NULL };
  g_auto (YlJobTexts) texts = { 0 };
  g_autoptr (GError) error = NULL;
  YlJobOptions options;
  guint format = 0;
  int status = YL_EXIT_DONE;
  if (!parse (&texts, argc, argv, &status))
    return status;
  if (!yl_job_texts_read (&texts, &options, &error)
      || (texts.format != NULL
          && !yl_command_line_parse_choice ("--format", texts.format, formats, &format, &error)))
    return yl_command_line_fail (error);
  options.roads = yl_job_texts_get_only (&texts, "里程台账", &error);
  if (options.roads == NULL)
    return yl_command_line_fail (error);
  g_autoptr (YlListJob) job = yl_list_job_run (&options, yl_progress_show, &error);
  yl_progress_end ();
  if (job == NULL)
    return yl_command_line_fail (error);
  yl_findings_sort (job->findings);
  if (format == 0)
    print_text (job);
  else
    print_json (job);
  return yl_findings_exit (job->findings);
}
