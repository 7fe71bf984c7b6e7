#include "yanglu/app/audit/annotate.h"
#include "yanglu/app/audit/paper.h"
#include "yanglu/app/lists/counties.h"
#include "yanglu/app/lists/sniff.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/audit-text.h"
#include "yanglu/cli/commands.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/findings-text.h"
#include "yanglu/cli/progress.h"
#include "yanglu/io/json/audit.h"
#include "yanglu/io/json/sarif.h"

/* The name that is proposed for working papers. */
#define BOOK "审计底稿.xlsx"

/* The same for an annotated copy. */
#define COPY "批注本.xlsx"

/* Findings of one code that are kept where road lists are compared on the screen. */
#define N_PRINTED 20u

/* Road lists are compared with each other: what belongs to a budget is refused rather than passed over. */
#define MODE_LISTS 1u

typedef struct
{
  YlAuditOptions options;
  YlSamplePlan sample;
  YlDelivery delivery;
  gboolean annotates;
  const YlAuditJob *job;      /* of a budget */
  const YlCountyLists *lists; /* of road lists */
} AuditCommand;

static const YlOptionWord confidences[] = { { "90", 90 }, { "95", 95 }, { "99", 99 }, { NULL, 0 } };

#define AT(member) .offset = G_STRUCT_OFFSET (AuditCommand, member)

static const AuditCommand defaults = {
  .sample = YL_SAMPLE_PLAN_DEFAULT,
  .delivery.format = YL_FORMAT_OF_NAME,
};

static const YlOption accepted[] = {
  { "roads", "文件", "预算所依据的里程台账，或放着各份台账的文件夹", YL_OPTION_INPUT,
    AT (options.roads), .refused_in = MODE_LISTS },
  { "last-year", "文件", "上年预算或上年里程台账", YL_OPTION_FILE, AT (options.last_year),
    .refused_in = MODE_LISTS },
  { "funds", "文件", "资金来源（.csv 或 .xlsx）", YL_OPTION_FILE, AT (options.job.funds),
    .refused_in = MODE_LISTS },
  { "paid", "文件", "拨付台账（日期、收/支、对方、金额、文号、用途、凭证号）", YL_OPTION_INPUT,
    AT (options.paid), .refused_in = MODE_LISTS },
  { "approved", "文件", "批复表（对象或乡镇、批复金额、用途）；没有时以预算作为批复",
    YL_OPTION_INPUT, AT (options.approved), .refused_in = MODE_LISTS },
  { "published", "文件", "公开表（对象或乡镇、金额、依据文号、用途、日期）", YL_OPTION_INPUT,
    AT (options.published), .refused_in = MODE_LISTS },
  { "settlement", "文件", "工程结算（项目、合同金额、结算金额）", YL_OPTION_INPUT,
    AT (options.settlement), .refused_in = MODE_LISTS },
  { "policy", "政策", "政策编号或 .policy 文件", YL_OPTION_POLICY, AT (options.job.policy) },
  { "rules", "文件", "审计规则文件（开关、程度、界限、依据）；用 yanglu rules 查看",
    YL_OPTION_INPUT, AT (options.rules), .refused_in = MODE_LISTS },
  { "words", "文件", "本单位的词表（表头、等级、是与否等的写法）；用 yanglu words 查看",
    YL_OPTION_FILE, AT (options.job.words) },
  { "county", "县", "县级代码（六位）或名称；--year 年度 预算年度",
    YL_OPTION_COUNTY_IN (AuditCommand, options.job) },
  { "year", "年度", NULL, YL_OPTION_YEAR, AT (options.job.year) },
  { "output", "文件", "写到这个文件（默认写屏幕）", YL_OPTION_OUTPUT, AT (delivery.path),
    .letter = 'o' },
  { "annotate", NULL, "-o 写成批注本：被审计的工作簿，在有问题的单元格加批注和底色", YL_OPTION_FLAG,
    AT (annotates) },
  { "force", NULL, "已有同名文件时替换它", YL_OPTION_FLAG, AT (delivery.force) },
  { "format", "形式",
    "text（默认）、json、sarif（SARIF 2.1.0）或 xlsx（审计底稿；\n-o 以 .xlsx 结尾时即为 xlsx）",
    YL_OPTION_CHOICE, AT (delivery.format), .words = yl_formats_of_audit },
  { "date", "日期", "审计底稿的编制日期，例如 2021-03-01；不给 --base-day 时也是台账基准日",
    YL_OPTION_DATE, AT (options.job.date) },
  { "base-day", "日期",
    "台账基准日：" YL_SHEET_PAYING "只算到这一天（默认 --date，再默认台账的最后一天）；\n"
    "晚于预算年度时，绩效目标没有填写的实际也列出",
    YL_OPTION_DATE, AT (options.base_day), .refused_in = MODE_LISTS },
  { "seed", "数", "抽样的随机种子；--confidence 90、95（默认）或 99 置信水平", YL_OPTION_SEED,
    AT (sample.seed) },
  { "confidence", "水平", NULL, YL_OPTION_CHOICE, AT (sample.confidence_percent),
    .words = confidences },
  { "materiality", "数", "可容忍错报占总额的百分比（默认 5）", YL_OPTION_MATERIALITY,
    AT (sample.tolerable) },
};

/* Those of a folder that --roads names. @out_lists: (transfer full) */
static gboolean
find_lists (AuditCommand *command, YlGivenLists **out_lists, GError **error)
{
  const char *roads = command->options.roads;
  if (roads == NULL || !yl_given_lists_is_folder (roads))
    return TRUE;
  *out_lists =
      yl_given_lists_find ((const char *const[]){ roads, NULL }, YL_GIVEN_LISTS_MAX, error);
  command->options.lists = *out_lists;
  return *out_lists != NULL;
}

static gboolean
understand (AuditCommand *command, const YlCommandLine *line, GError **error)
{
  command->options.file = yl_command_line_get_only (line, "预算文件", error);
  /* A budget that is made anew compares itself with it, too. */
  command->options.job.last_year = command->options.last_year;
  return command->options.file != NULL
         && (!command->annotates
             || yl_delivery_must_be_copy (&command->delivery, "批注本", COPY, error))
         && yl_delivery_settle (&command->delivery, line, BOOK, error);
}

/* 2 for a file in which nothing could be audited: what was written says so. */
static int
exit_for (YlVerdict verdict)
{
  static const YlExit exits[] = {
    [YL_VERDICT_HOLDS] = YL_EXIT_DONE,
    [YL_VERDICT_DIFFERS] = YL_EXIT_FINDINGS,
    [YL_VERDICT_UNREADABLE] = YL_EXIT_NOT_DONE,
    [YL_VERDICT_PARTLY] = YL_EXIT_PARTLY,
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (exits) == YL_N_VERDICTS);
  return exits[verdict];
}

static void
write_sarif (YlJsonSink *json,
             const YlAudit *audit,
             const char *const *files,
             const YlRuleSet *rules)
{
  const YlSarifRun run = {
    .files = files,
    .findings = audit->findings,
    .audit = audit,
    .rules = rules,
    .exit_status = (guint) exit_for (audit->verdict),
  };
  yl_json_write_sarif (json, &run);
}

static void
print_in_format (gconstpointer data)
{
  const AuditCommand *command = data;
  const YlAudit *audit = command->job->audit;
  const char *const files[] = { audit->file, NULL };
  g_autoptr (YlJsonSink) json = yl_print_json_new (command->delivery.format);
  if (command->delivery.format == YL_FORMAT_SARIF)
    write_sarif (json, audit, files, command->job->rules);
  else if (json != NULL)
    yl_json_write_audit (json, audit);
  else
    yl_audit_text_print (audit);
}

static gboolean
write_book (gconstpointer data, const char *path, gboolean force, GError **error)
{
  const AuditCommand *command = data;
  if (command->annotates)
    return yl_audit_annotate (command->job, path, force, error);
  return yl_audit_paper_write (command->job, &command->sample, command->options.job.date, path,
                               force, error);
}

/* Road lists are more than one file, or a single one without money. */
static gboolean
names_lists (const YlCommandLine *line, const YlJobOptions *options)
{
  guint n = 0;
  const char *const *paths = yl_command_line_get_rest (line, &n);
  return n > 1 || (n == 1 && yl_counties_is_list (paths[0], options));
}

static gboolean
may_compare (AuditCommand *command, const YlCommandLine *line, GError **error)
{
  const char *refused =
      command->annotates ? "--annotate" : yl_command_line_find_refused (line, MODE_LISTS);
  if (refused == NULL)
    return yl_delivery_settle (&command->delivery, line, BOOK, error);
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "比对多份里程台账时不能给出“%s”；它只用于审计一份预算。", refused);
  return FALSE;
}

static void
print_lists_as_sarif (YlJsonSink *json, const YlCountyLists *lists)
{
  g_autoptr (YlAudit) audit = yl_county_lists_to_audit (lists);
  write_sarif (json, audit, (const char *const *) lists->files->pdata, NULL);
}

static void
print_lists (gconstpointer data)
{
  const AuditCommand *command = data;
  g_autoptr (YlJsonSink) json = yl_print_json_new (command->delivery.format);
  if (command->delivery.format == YL_FORMAT_SARIF)
    print_lists_as_sarif (json, command->lists);
  else if (json != NULL)
    yl_json_write_county_lists (json, command->lists);
  else
    yl_county_lists_text_print (command->lists, N_PRINTED);
}

static gboolean
write_lists (gconstpointer data, const char *path, gboolean force, GError **error)
{
  const AuditCommand *command = data;
  return yl_counties_job_write (command->lists, command->options.job.date, path, force, error);
}

/* What was found is still printed. */
static void
file_nothing (YlDelivery *delivery)
{
  delivery->path = NULL;
  if (delivery->format == YL_FORMAT_XLSX)
    delivery->format = YL_FORMAT_TEXT;
}

static int
audit_lists (AuditCommand *command, const YlCommandLine *line, GError **error)
{
  if (!may_compare (command, line, error))
    return YL_EXIT_NOT_DONE;
  guint n_paths = 0;
  const char *const *paths = yl_command_line_get_rest (line, &n_paths);
  const gboolean is_filed =
      command->delivery.format == YL_FORMAT_XLSX || command->delivery.format == YL_FORMAT_SARIF;
  g_autoptr (YlCountyLists) lists = yl_counties_job_run (
      paths, &command->options.job, is_filed ? YL_COUNTIES_PAPER_FINDINGS : N_PRINTED,
      yl_progress_show, error);
  yl_progress_end ();
  command->lists = lists;
  if (lists == NULL
      || !yl_delivery_make (&command->delivery, print_lists, write_lists, command, error))
    return YL_EXIT_NOT_DONE;
  return exit_for (yl_county_lists_get_verdict (lists));
}

static int
run (const YlCommandLine *line, gpointer values, GError **error)
{
  AuditCommand *command = values;
  command->options.job.clock_year = yl_command_line_read_clock ();
  if (names_lists (line, &command->options.job))
    return audit_lists (command, line, error);
  g_autoptr (YlGivenLists) lists = NULL;
  if (!understand (command, line, error) || !find_lists (command, &lists, error))
    return YL_EXIT_NOT_DONE;
  g_autoptr (YlAuditJob) job = yl_audit_job_run (&command->options, yl_progress_show, error);
  yl_progress_end ();
  command->job = job;
  /* Of what could not be audited nothing is filed: a status of 2 says that nothing was written. */
  if (job != NULL && job->audit->verdict == YL_VERDICT_UNREADABLE)
    file_nothing (&command->delivery);
  if (job == NULL
      || !yl_delivery_make (&command->delivery, print_in_format, write_book, command, error))
    return YL_EXIT_NOT_DONE;
  return exit_for (job->audit->verdict);
}

const YlCommand yl_command_audit = {
  .name = "audit",
  .summary = "审计预算：逐格重算，说出每处不符的金额和受益方",
  .usage =
      "用法：yanglu audit 预算文件 [选项]\n"
      "      yanglu audit 里程台账... [--policy 政策] [--year 年度] [--format 形式] [-o 文件]\n"
      "\n"
      "审计别人编制或改动过的预算：逐格重算，列出每处不符的位置、现值、应有值、\n"
      "涉及金额和受益方。本程序生成的工作簿按其中的数据副本核对；手工编制的按表头识别。\n"
      "\n"
      "给出两个以上文件，或一个没有金额栏的里程台账时，按多县的里程台账比对：同一路段列入两县、\n"
      "同一里程在两份台账里重复、路线编码与行政区划的县不一致。台账大小不限。\n"
      "\n",
  .values_size = sizeof (AuditCommand),
  .defaults = &defaults,
  .options = accepted,
  .n_options = G_N_ELEMENTS (accepted),
  .ending =
      "退出状态：0 成立；1 不符或有错误级问题；2 未能重算，或未完成；3 部分核对，没有错误级问题。\n"
      "\n"
      "例：yanglu audit 预算.xlsx\n",
  .run = run,
};
