#include "yanglu/app/budget/findings.h"
#include "yanglu/app/budget/give-back.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/commands.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/findings-text.h"
#include "yanglu/cli/list-sarif.h"
#include "yanglu/cli/lists-back.h"
#include "yanglu/cli/lists.h"
#include "yanglu/cli/next-step.h"
#include "yanglu/cli/progress.h"
#include "yanglu/cli/sent-text.h"
#include "yanglu/io/json/findings.h"
#include "yanglu/io/output.h"

#include <string.h>

typedef struct
{
  YlJobOptions options;
  YlDelivery delivery;
  gboolean annotates;
  const char *folder; /* (nullable): into which several lists go back */
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
  { "county", "县", "县级代码（六位）或名称，例如 371502 或 东昌府区",
    YL_OPTION_COUNTY_IN (CheckValues, options) },
  { "entity", "名称", "开发区名称；--townships 乡镇,乡镇 为其所辖乡镇（九位代码或名称）",
    YL_OPTION_TEXT, AT (options.entity) },
  { "townships", "乡镇,乡镇", NULL, YL_OPTION_TOWNSHIPS_IN (CheckValues, options) },
  { "without-zones", NULL, "县的台账减去名录中归开发区的乡镇", YL_OPTION_FLAG,
    AT (options.without_zones) },
  { "output", "文件", "写到这个文件（默认写屏幕）", YL_OPTION_OUTPUT, AT (delivery.path),
    .letter = 'o' },
  { "annotate", NULL, "-o 写成退回本：原来的台账，在有问题的单元格加批注和底色，供填报单位改",
    YL_OPTION_FLAG, AT (annotates) },
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
  return asked->annotates ? yl_list_job_give_back (asked->job, 0, path, force, error)
                          : yl_list_job_write_findings (asked->job, path, force, error);
}

/* Several lists go back into a folder. */
static gboolean
settle_folder (CheckValues *asked, GError **error)
{
  if (!yl_delivery_must_be_copy (&asked->delivery, "退回本", "退回", error))
    return FALSE;
  if (g_str_has_suffix (asked->delivery.path, ".xlsx"))
    {
      g_set_error (
          error, YL_ERROR, YL_ERROR_USAGE,
          "多份台账、文件夹时 --annotate 的 -o 是文件夹，每份台账写一个工作簿；“%s”是文件名。"
          "例如 -o 退回。",
          asked->delivery.path);
      return FALSE;
    }
  if (strcmp (asked->delivery.path, "-") == 0)
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_USAGE,
                           "多份台账、文件夹的退回本是几个工作簿，不能写到标准输出；"
                           "请用 -o 给出文件夹，例如 -o 退回。");
      return FALSE;
    }
  if (!yl_lists_check_folder (asked->options.lists, asked->delivery.path, error))
    return FALSE;
  asked->folder = asked->delivery.path;
  asked->delivery.path = NULL;
  asked->delivery.format = YL_FORMAT_TEXT;
  return TRUE;
}

static gboolean
settle_copy (CheckValues *asked, const YlCommandLine *line, GError **error)
{
  guint n = 0;
  const YlGivenList *lists = yl_given_lists_get (asked->options.lists, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (lists[i].path, "-") == 0)
      {
        g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                     "--annotate 退回的是里程台账的文件，不能是标准输入；请给出文件名。");
        return FALSE;
      }
  if (yl_lists_are_several (yl_command_line_get_rest (line, &n)))
    return settle_folder (asked, error);
  return yl_delivery_must_be_copy (&asked->delivery, "退回本", YL_GIVEN_BACK, error)
         && yl_delivery_settle (&asked->delivery, line, YL_GIVEN_BACK, error);
}

/* A folder is what the lists go back into, with --annotate only. */
static gboolean
settle_plain (CheckValues *asked, const YlCommandLine *line, GError **error)
{
  guint n = 0;
  const char *path = asked->delivery.path;
  if (yl_delivery_settle (&asked->delivery, line, YL_SHEET_FINDINGS ".xlsx", error))
    return TRUE;
  if (path != NULL && strchr (path, '.') == NULL
      && yl_lists_are_several (yl_command_line_get_rest (line, &n)))
    g_prefix_error_literal (error, "要把台账退回到文件夹，请加 --annotate。");
  return FALSE;
}

static YlGivenLists *
understand (CheckValues *asked, const YlCommandLine *line, GError **error)
{
  asked->options.makes_no_book = TRUE;
  asked->options.clock_year = yl_command_line_read_clock ();
  if (!asked->annotates && !settle_plain (asked, line, error))
    return NULL;
  g_autoptr (YlGivenLists) lists = yl_lists_take (line, asked->delivery.path, error);
  asked->options.lists = lists;
  if (lists == NULL || (asked->annotates && !settle_copy (asked, line, error)))
    return NULL;
  return g_steal_pointer (&lists);
}

/* Where nothing is to be mended or confirmed, nothing goes back. Returns: whether something does */
static gboolean
has_to_go_back (CheckValues *asked)
{
  gboolean goes_back = FALSE;
  for (guint i = 0; i < asked->job->lists->len; i++)
    goes_back |= yl_standing_goes_back (yl_list_job_get_standing (asked->job, i));
  if (!asked->annotates || goes_back)
    return asked->annotates;
  asked->delivery.path = NULL;
  asked->delivery.format = YL_FORMAT_TEXT;
  return FALSE;
}

/* When @copy was written. */
static void
print_after_copy (const CheckValues *asked, const YlCommandLine *line, const char *copy)
{
  guint n = 0;
  const char *const *arguments = yl_command_line_get_rest (line, &n);
  g_autofree char *options = yl_next_step_carry (line, &yl_command_check);
  g_autofree char *back =
      asked->folder == NULL ? NULL : yl_lists_tell_return (asked->job, arguments, asked->folder);
  if (back != NULL)
    yl_next_step_print ("%s%s", back, options);
  else
    yl_next_step_print ("把 %s 发回填报单位，改好后再查：yanglu check %s%s", copy, copy, options);
}

/* Warnings keep nobody from the budget: they may be right as they are. */
static void
print_after_check (const CheckValues *asked, const YlCommandLine *line)
{
  guint n = 0;
  const char *const *arguments = yl_command_line_get_rest (line, &n);
  const YlFindings *findings = asked->job->findings;
  g_autofree char *options = yl_next_step_carry (line, &yl_command_check);
  g_autofree char *book = yl_next_step_find_name (YL_BUDGET_STEM, YL_BOOK_ENDING);
  g_autofree char *of_budget = yl_next_step_carry (line, &yl_command_budget);
  g_autofree char *back = yl_lists_propose_back (arguments);
  g_autofree char *rest = g_strconcat ("-o ", book, NULL);
  g_autofree char *made = yl_lists_propose ("budget", arguments, rest);
  if (yl_findings_get_n_of_severity (findings, YL_SEVERITY_ERROR) > 0)
    {
      yl_next_step_print ("退回填报单位修改：%s%s", back, options);
      return;
    }
  if (yl_findings_get_n_of_severity (findings, YL_SEVERITY_WARNING) > 0 && !asked->annotates)
    yl_next_step_print ("有警告的可先退回核实：%s%s", back, options);
  if (asked->job->tally.n_roads == 0)
    yl_next_step_print ("与其他台账合在一起检查：yanglu check 文件夹%s", options);
  else
    yl_next_step_print ("编制预算：%s%s", made, of_budget);
}

static void
print_next (const CheckValues *asked, const YlCommandLine *line, const char *copy)
{
  if (copy != NULL)
    print_after_copy (asked, line, copy);
  else
    print_after_check (asked, line);
}

/* What was said on the screen has an end; a file and a document have not. */
static void
end_text (const CheckValues *asked, const YlCommandLine *line, const char *path, gboolean goes_back)
{
  g_autofree char *copy = path == NULL ? NULL : yl_next_step_quote (path);
  if (asked->annotates && !goes_back)
    g_print ("没有错误和警告，不用退回，没有写出 %s。\n", copy);
  if (asked->delivery.format == YL_FORMAT_XLSX
      || (asked->delivery.format == YL_FORMAT_TEXT && asked->delivery.path == NULL))
    print_next (asked, line, goes_back ? copy : NULL);
}

static gboolean
deliver (CheckValues *asked, const YlCommandLine *line, GError **error)
{
  const char *path = asked->folder != NULL ? asked->folder : asked->delivery.path;
  const gboolean goes_back = has_to_go_back (asked);
  if (!yl_delivery_make (&asked->delivery, print_in_format, write_book, asked, error)
      || (asked->folder != NULL && goes_back
          && !yl_lists_give_back (asked->job, asked->folder, asked->delivery.force, error)))
    return FALSE;
  end_text (asked, line, path, goes_back);
  return TRUE;
}

static int
run (const YlCommandLine *line, gpointer values, GError **error)
{
  CheckValues *asked = values;
  g_autoptr (YlGivenLists) lists = understand (asked, line, error);
  if (lists == NULL)
    return YL_EXIT_NOT_DONE;
  g_autoptr (YlListJob) job = yl_list_job_run (&asked->options, yl_progress_show, error);
  yl_progress_end ();
  if (job == NULL)
    return YL_EXIT_NOT_DONE;
  yl_list_job_question (job);
  yl_list_job_settle (job, 0);
  asked->job = job;
  return deliver (asked, line, error) ? yl_findings_exit (job->findings) : YL_EXIT_NOT_DONE;
}

const YlCommand yl_command_check = {
  .name = "check",
  .summary = "检查里程台账，列出全部问题",
  .usage = "用法：yanglu check 里程台账... [选项]\n"
           "\n"
           "检查里程台账（.xlsx、.xls、.et、.ods、.csv 或 - 表示标准输入），列出全部问题：\n"
           "位置、原值、应为、改法、涉及金额。不给 -o 时不写任何文件。\n"
           "可以给出多份台账或一个文件夹，合并检查，例如各乡镇报来的；份与份之间的重复也列出。\n"
           "--annotate -o 退回.xlsx 把原来的台账写成退回本：有问题的格标色、批注，另加一张"
           "“" YL_SHEET_GIVEN_BACK "”；\n改好发回后照样用 check、budget "
           "读，那张表不当作台账。多份台账、文件夹时 -o "
           "给出另一个文件夹，\n有错误、警告的各写一份，文件名不变；只有提示的算通过，不退回。\n"
           "\n",
  .values_size = sizeof (CheckValues),
  .defaults = &defaults,
  .options = accepted,
  .n_options = G_N_ELEMENTS (accepted),
  .ending = "退出状态：0 没有错误级问题（警告可退回核实，也可照编预算）；1 有；2 未能检查。\n"
            "\n"
            "例：yanglu check 里程台账.csv -o " YL_SHEET_FINDINGS ".xlsx\n",
  .run = run,
};
