#include "yanglu/app/lists/summary.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/commands.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/findings-text.h"
#include "yanglu/cli/lists-back.h"
#include "yanglu/cli/next-step.h"
#include "yanglu/cli/progress.h"
#include "yanglu/cli/sent-text.h"
#include "yanglu/cli/text-table.h"
#include "yanglu/io/json/summary.h"

typedef struct
{
  YlJobOptions options;
  YlDelivery delivery;
  const YlSummaryJob *job;
} SummaryValues;

static const SummaryValues defaults = { .delivery = { .format = YL_FORMAT_OF_NAME } };

/* The name that is proposed for the workbook. */
#define BOOK_STEM "全市汇总"
#define BOOK BOOK_STEM YL_BOOK_ENDING

/* Of each code so many are named in text. */
#define N_SHOWN 3u
G_STATIC_ASSERT (N_SHOWN <= YL_SUMMARY_N_KEPT);
/* As the help says it. */
G_STATIC_ASSERT (YL_COUNTIES_MAX_COMPARED == 100 * 10000);

#define AT(member) .offset = G_STRUCT_OFFSET (SummaryValues, member)

static const YlOption accepted[] = {
  { "policy", "政策", "所有县都按这项政策（默认：各县按当年对其有效的政策）", YL_OPTION_POLICY,
    AT (options.policy) },
  { "words", "文件", "本单位的词表（表头、等级、是与否等的写法）；用 yanglu words 查看",
    YL_OPTION_FILE, AT (options.words) },
  { "year", "年度", "年度（默认：今年）", YL_OPTION_YEAR, AT (options.year) },
  { "date", "日期", "工作簿的填报日期，例如 2021-03-01", YL_OPTION_DATE, AT (options.date) },
  { "output", "文件", "写到这个文件（默认写屏幕）", YL_OPTION_OUTPUT, AT (delivery.path),
    .letter = 'o' },
  { "force", NULL, "已有同名文件时替换它", YL_OPTION_FLAG, AT (delivery.force) },
  { "format", "形式", "text（默认）、json 或 xlsx（汇总工作簿；-o 以 .xlsx 结尾时即为 xlsx）",
    YL_OPTION_CHOICE, AT (delivery.format), .words = yl_formats_and_book },
};

static char *
describe_county (const YlSummaryJob *job, guint32 code)
{
  if (code == 0)
    return g_strdup ("（未知）");
  const YlCounty *county = yl_places_find_county (job->places, code);
  return g_strdup_printf ("%06u %s", code, county == NULL ? "" : county->name);
}

static void
add_row (YlTextTable *table, const YlSummaryJob *job, const YlTallyRow *row)
{
  g_autofree char *county = describe_county (job, row->county_code);
  g_autofree char *sections = g_strdup_printf ("%" G_GINT64_FORMAT, row->sections);
  g_autofree char *counted = yl_decimal_format (row->counted_m, 3, TRUE);
  g_autofree char *amount = yl_decimal_format (row->amount_fen, 2, TRUE);
  yl_text_table_add (table, (const char *[]){ county,
                                              row->township[0] == '\0' ? "（未填）" : row->township,
                                              yl_road_class_get_name (row->road_class), sections,
                                              counted, amount });
}

static void
add_total (YlTextTable *table, const YlTallyRow *rows, gsize n_rows)
{
  gint64 sections = 0;
  gint64 counted_m = 0;
  gint64 amount_fen = 0;
  for (gsize i = 0; i < n_rows; i++)
    {
      sections += rows[i].sections;
      counted_m += rows[i].counted_m;
      amount_fen += rows[i].amount_fen;
    }
  g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, sections);
  g_autofree char *counted = yl_decimal_format (counted_m, 3, TRUE);
  g_autofree char *amount = yl_decimal_format (amount_fen, 2, TRUE);
  yl_text_table_add_line (table);
  yl_text_table_add (table, (const char *[]){ "合计", "", "", n, counted, amount });
}

/* What the total does not hold, so that nobody takes it for the sum of all that was given. */
static void
print_left_out (const YlSummaryJob *job)
{
  g_autoptr (GString) lacks = g_string_new (NULL);
  for (guint i = 0; i < job->files->len; i++)
    {
      const YlListFile *file = &g_array_index (job->files, YlListFile, i);
      if (file->n_roads > 0 && file->n_left_out == 0)
        continue;
      g_string_append_printf (lacks, "%s%s ", lacks->len == 0 ? "" : "；", file->file);
      if (file->n_roads == 0)
        g_string_append (lacks, "没有读出路段");
      else
        g_string_append_printf (lacks, "%" G_GUINT64_FORMAT " 行（读不懂）", file->n_left_out);
    }
  if (lacks->len > 0)
    g_print ("以上合计不含：%s。\n", lacks->str);
}

/* How many there are of each code, and where the first of them stand. */
static void
print_findings (const YlFindings *findings)
{
  for (YlCode code = 0; code < YL_N_CODES; code++)
    {
      const guint64 n = yl_findings_get_n_of_code (findings, code);
      if (n == 0)
        continue;
      g_print ("%s %s：%" G_GUINT64_FORMAT " 处\n", yl_code_get_name (code),
               yl_code_get_title (code), n);
      const guint64 n_shown = yl_findings_print_first (findings, code, N_SHOWN);
      if (n_shown < n)
        g_print ("      ……另有 %" G_GUINT64_FORMAT " 处，用 yanglu check 逐行列出\n", n - n_shown);
    }
}

static void
tell_twice (const YlCountyLists *lists)
{
  const YlCountiesPair sum = yl_county_lists_sum (lists);
  g_autofree char *km = yl_decimal_format (sum.length_m, 3, TRUE);
  g_autofree char *yuan = yl_money_to_grouped (sum.amount);
  if (lists->is_given_up)
    g_print ("超过 %u 个路段，没有核对路段有没有重复列入；写成汇总工作簿（-o " BOOK
             "）时逐段核对。\n",
             YL_COUNTIES_MAX_COMPARED);
  else if (sum.n_sections == 0)
    g_print (YL_SHEET_TWICE "：比对 %" G_GUINT64_FORMAT " 个路段，没有两处列入的。\n",
             lists->n_compared);
  else
    g_print (YL_SHEET_TWICE "：比对 %" G_GUINT64_FORMAT " 个路段，%" G_GUINT64_FORMAT
                            " 个两处列入，重复 %s 公里、%s 元。\n",
             lists->n_compared, sum.n_sections, km, yuan);
}

static void
print_text (const YlSummaryJob *job)
{
  gsize n_choices = 0;
  yl_choices_get (job->choices, &n_choices);
  yl_choices_print (job->choices, "");
  if (n_choices > 0)
    g_print ("\n");
  g_autoptr (YlTextTable) table =
      yl_text_table_new ("lllrrr", (const char *[]){ "县", "乡镇", "行政等级", "路段数",
                                                     "计入里程（公里）", "标准资金（元）" });
  for (gsize i = 0; i < job->n_rows; i++)
    add_row (table, job, &job->rows[i]);
  add_total (table, job->rows, job->n_rows);
  yl_text_table_print (table);
  g_print ("\n");
  print_left_out (job);
  tell_twice (job->lists);
  if (job->sent->lists->len > 1)
    yl_sent_print (job->sent);
  print_findings (job->findings);
}

static void
write_json (const YlSummaryJob *job, YlJsonSink *json)
{
  const YlCountiesPair sum = yl_county_lists_sum (job->lists);
  const YlJsonSummary summary = { .rows = job->rows,
                                  .n_rows = job->n_rows,
                                  .sent = job->sent,
                                  .twice = { !job->lists->is_given_up, job->lists->n_compared,
                                             sum.n_sections, sum.length_m, sum.amount.fen },
                                  .choices = job->choices,
                                  .findings = job->findings,
                                  .n_kept = YL_SUMMARY_N_KEPT };
  yl_json_write_summary (json, &summary);
}

static void
print_in_format (gconstpointer data)
{
  const SummaryValues *asked = data;
  g_autoptr (YlJsonSink) json = yl_print_json_new (asked->delivery.format);
  if (json != NULL)
    write_json (asked->job, json);
  else
    print_text (asked->job);
}

static gboolean
write_book (gconstpointer data, const char *path, gboolean force, GError **error)
{
  const SummaryValues *asked = data;
  return yl_summary_job_write (asked->job, asked->options.date, path, force, error);
}

/* Whether all rows are of one county, which `check` takes as one. */
static gboolean
are_of_one_county (const YlSummaryJob *job)
{
  guint32 county = 0;
  for (gsize i = 0; i < job->n_rows; i++)
    {
      const guint32 own = job->rows[i].county_code;
      if (county != 0 && own != 0 && own != county)
        return FALSE;
      county = own != 0 ? own : county;
    }
  return TRUE;
}

/* Lists of several counties go back one by one. Returns: (transfer full) (nullable): of the first
 * with faults, and the others; none where all faults are between lists. */
static char *
propose_back_singly (const YlSentLists *sent, const char *options)
{
  g_autofree char *first = NULL;
  g_autoptr (GString) others = g_string_new (NULL);
  for (guint i = 0; i < sent->lists->len; i++)
    {
      const YlSentList *list = &g_array_index (sent->lists, YlSentList, i);
      if (list->standing != YL_STANDING_FAULTY)
        continue;
      if (first == NULL)
        first = yl_lists_propose_back ((const char *const[]){ list->list->path, NULL });
      else
        g_string_append_printf (others, "%s%s", others->len == 0 ? "" : "、", list->list->file);
    }
  if (first == NULL)
    return NULL;
  return others->len == 0 ? g_strconcat (first, options, NULL)
                          : g_strdup_printf ("%s%s；%s 照此办理", first, options, others->str);
}

static char *
propose_back (const YlSummaryJob *job, const YlCommandLine *line)
{
  guint n = 0;
  const char *const *arguments = yl_command_line_get_rest (line, &n);
  g_autofree char *options = yl_next_step_carry (line, &yl_command_check);
  if (yl_lists_are_several (arguments) && !are_of_one_county (job))
    return propose_back_singly (job->sent, options);
  g_autofree char *back = yl_lists_propose_back (arguments);
  return g_strconcat (back, options, NULL);
}

static void
print_back (const YlSummaryJob *job, const YlCommandLine *line)
{
  guint n = 0;
  g_autofree char *back = propose_back (job, line);
  g_autofree char *book = yl_next_step_find_name (BOOK_STEM, YL_BOOK_ENDING);
  g_autofree char *rest = g_strconcat ("-o ", book, NULL);
  g_autofree char *again = yl_lists_propose ("summary", yl_command_line_get_rest (line, &n), rest);
  g_autofree char *options = yl_next_step_carry (line, &yl_command_summary);
  if (back != NULL)
    yl_next_step_print ("有错误的台账退回修改：%s", back);
  else
    yl_next_step_print ("两处列入的路段由两地核对，改好后再汇总：%s%s", again, options);
}

static void
print_next (const SummaryValues *asked, const YlCommandLine *line)
{
  const YlSummaryJob *job = asked->job;
  const gboolean is_book = asked->delivery.format == YL_FORMAT_XLSX;
  if (is_book)
    tell_twice (job->lists);
  else if (asked->delivery.format != YL_FORMAT_TEXT || asked->delivery.path != NULL)
    return;
  guint n = 0;
  const char *const *arguments = yl_command_line_get_rest (line, &n);
  g_autofree char *book =
      yl_next_step_find_name (is_book ? YL_BUDGET_STEM : BOOK_STEM, YL_BOOK_ENDING);
  g_autofree char *rest = g_strconcat ("-o ", book, NULL);
  g_autofree char *made = yl_lists_propose (is_book ? "budget" : "summary", arguments, rest);
  g_autofree char *one = yl_next_step_quote (g_array_index (job->files, YlListFile, 0).path);
  g_autofree char *options =
      yl_next_step_carry (line, is_book ? &yl_command_budget : &yl_command_summary);
  if (yl_findings_get_n_of_severity (job->findings, YL_SEVERITY_ERROR) > 0)
    print_back (job, line);
  else if (!is_book)
    yl_next_step_print ("写成汇总工作簿：%s%s", made, options);
  else if (are_of_one_county (job))
    yl_next_step_print ("编制预算：%s%s", made, options);
  else
    yl_next_step_print ("各县编制预算：yanglu budget %s -o %s%s", one, book, options);
}

/* One of a folder, that the line does not name. */
static gboolean
is_over_list (const SummaryValues *asked, GError **error)
{
  const char *path = asked->delivery.path;
  if (path == NULL || !yl_given_lists_has_file (asked->job->given, path))
    return FALSE;
  yl_delivery_refuse_input (path, error);
  return TRUE;
}

static int
summarise (SummaryValues *asked, const YlCommandLine *line, GError **error)
{
  guint n = 0;
  const char *const *paths = yl_command_line_get_rest (line, &n);
  const gboolean is_book = asked->delivery.format == YL_FORMAT_XLSX;
  g_autoptr (YlSummaryJob) job =
      is_book ? yl_summary_job_run_for_book (paths, &asked->options, yl_progress_show, error)
              : yl_summary_job_run (paths, &asked->options, yl_progress_show, error);
  yl_progress_end ();
  asked->job = job;
  if (job != NULL && is_over_list (asked, error))
    return YL_EXIT_NOT_DONE;
  if (job == NULL
      || !yl_delivery_make (&asked->delivery, print_in_format, write_book, asked, error))
    return YL_EXIT_NOT_DONE;
  print_next (asked, line);
  return yl_findings_exit (job->findings);
}

static int
run (const YlCommandLine *line, gpointer values, GError **error)
{
  SummaryValues *asked = values;
  asked->options.clock_year = yl_command_line_read_clock ();
  guint n_paths = 0;
  yl_command_line_get_rest (line, &n_paths);
  if (n_paths == 0)
    g_set_error_literal (error, YL_ERROR, YL_ERROR_USAGE, "没有给出里程台账。用 --help 查看用法。");
  if (n_paths == 0 || !yl_delivery_settle (&asked->delivery, line, BOOK, error))
    return YL_EXIT_NOT_DONE;
  return summarise (asked, line, error);
}

const YlCommand yl_command_summary = {
  .name = "summary",
  .summary = "按县、乡镇、等级汇总里程和标准资金",
  .usage =
      "用法：yanglu summary 里程台账... [选项]\n"
      "\n"
      "按县、乡镇、行政等级汇总里程和标准资金；台账大小不限，可以是全省、全国的，\n"
      "可以一次给出多个文件或一个文件夹。每一行都校验，问题按代码计数，并指出前几处的位置；\n"
      "并核对同一路段有没有列在两处（超过 100 万个路段时只在汇总工作簿里核对）。\n"
      "-o " BOOK
      " 写成汇总工作簿：各县和开发区一行（归开发区的乡镇只列在开发区），分乡镇，\n" YL_SHEET_TWICE
      "（同一路段有没有列在两处），" YL_SHEET_SENT "，" YL_SHEET_FINDINGS "。\n"
      "\n",
  .values_size = sizeof (SummaryValues),
  .defaults = &defaults,
  .options = accepted,
  .n_options = G_N_ELEMENTS (accepted),
  .ending = "退出状态：0 没有错误级问题；1 有；2 未完成。\n"
            "\n"
            "例：yanglu summary 里程台账.csv --year 2021\n",
  .run = run,
};
