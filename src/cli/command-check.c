#include "yanglu/app/budget/findings.h"
#include "yanglu/app/budget/give-back.h"
#include "yanglu/base/error.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/cli/commands.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/findings-text.h"
#include "yanglu/cli/list-sarif.h"
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
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "多份台账时 --annotate 的 -o 是文件夹，每份台账写一个工作簿；“%s”是文件名。"
                   "例如 -o 退回。",
                   asked->delivery.path);
      return FALSE;
    }
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
  if (n > 1)
    return settle_folder (asked, error);
  return yl_delivery_must_be_copy (&asked->delivery, "退回本", YL_GIVEN_BACK_FILE, error)
         && yl_delivery_settle (&asked->delivery, line, YL_GIVEN_BACK_FILE, error);
}

static YlGivenLists *
understand (CheckValues *asked, const YlCommandLine *line, GError **error)
{
  asked->options.makes_no_book = TRUE;
  asked->options.clock_year = yl_command_line_read_clock ();
  if (!asked->annotates
      && !yl_delivery_settle (&asked->delivery, line, YL_SHEET_FINDINGS ".xlsx", error))
    return NULL;
  g_autoptr (YlGivenLists) lists = yl_lists_take (line, asked->delivery.path, error);
  asked->options.lists = lists;
  if (lists == NULL || (asked->annotates && !settle_copy (asked, line, error)))
    return NULL;
  return g_steal_pointer (&lists);
}

/* Where nothing is to be mended, nothing goes back. Returns: whether something does */
static gboolean
has_to_go_back (CheckValues *asked)
{
  if (!asked->annotates || yl_findings_get_n (asked->job->findings) > 0)
    return asked->annotates;
  asked->delivery.path = NULL;
  asked->delivery.format = YL_FORMAT_TEXT;
  return FALSE;
}

static void
print_next (const CheckValues *asked, const YlCommandLine *line, const char *copy)
{
  const YlFindings *findings = asked->job->findings;
  const char *options = yl_next_step_tell_options (&asked->options);
  const gboolean is_one = asked->job->lists->len == 1;
  g_autofree char *lists = yl_next_step_quote_lists (line);
  if (copy != NULL)
    yl_next_step_print ("把 %s %s发回填报单位，改好后再查：yanglu check %s%s", copy,
                        is_one ? "" : "里的文件各自", copy, options);
  else if (yl_findings_get_n_of_severity (findings, YL_SEVERITY_ERROR) > 0)
    yl_next_step_print_give_back (line, &asked->options);
  else
    yl_next_step_print ("编制预算：yanglu budget %s -o 预算.xlsx%s", lists, options);
}

/* What was said on the screen has an end; a file and a document have not. */
static void
end_text (const CheckValues *asked, const YlCommandLine *line, const char *path, gboolean goes_back)
{
  g_autofree char *copy = path == NULL ? NULL : yl_next_step_quote (path);
  if (asked->annotates && !goes_back)
    g_print ("没有问题，不用退回，没有写出 %s。\n", copy);
  if (asked->delivery.format == YL_FORMAT_XLSX
      || (asked->delivery.format == YL_FORMAT_TEXT && asked->delivery.path == NULL))
    print_next (asked, line, goes_back ? copy : NULL);
}

/* (transfer full): "沙镇镇-退回.xlsx" of 沙镇镇.csv; with its whole name where another list is called so too. */
static char *
name_copy (const char *file, GHashTable *taken)
{
  g_autofree char *flat = g_strdelimit (g_strdup (file), "/\\", '-');
  const char *point = strrchr (flat, '.');
  const gsize length = point == NULL || point == flat ? strlen (flat) : (gsize) (point - flat);
  char *name = g_strdup_printf ("%.*s-" YL_GIVEN_BACK_FILE, (int) length, flat);
  if (!g_hash_table_contains (taken, name))
    return name;
  g_free (name);
  return g_strdup_printf ("%s-" YL_GIVEN_BACK_FILE, flat);
}

/* Those that go back, each into a workbook of its own in the folder. */
typedef struct
{
  GArray *numbers;  /* of guint: of the lists with faults */
  GPtrArray *paths; /* where each of those goes */
  GString *sound;   /* "沙镇镇.csv、…": the others */
} GoingBack;

static void
plan (const CheckValues *asked, const GoingBack *going)
{
  const GArray *lists = asked->job->lists;
  g_autoptr (GHashTable) taken =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < lists->len; i++)
    {
      const char *file = g_array_index (lists, YlListFile, i).file;
      if (!yl_list_job_has_faults (asked->job, i))
        {
          g_string_append_printf (going->sound, "%s%s", going->sound->len == 0 ? "" : "、", file);
          continue;
        }
      char *name = name_copy (file, taken);
      g_hash_table_add (taken, name);
      g_array_append_val (going->numbers, i);
      g_ptr_array_add (going->paths, g_build_filename (asked->folder, name, NULL));
    }
}

/* All of them or, where one of their names is taken, none. */
static gboolean
write_back (const CheckValues *asked, const GoingBack *going, GError **error)
{
  const gboolean force = asked->delivery.force;
  if ((!force && !yl_output_refuse_existing (going->paths, error))
      || !yl_output_make_folder (asked->folder, error))
    return FALSE;
  for (guint i = 0; i < going->paths->len; i++)
    {
      const char *path = g_ptr_array_index (going->paths, i);
      const guint number = g_array_index (going->numbers, guint, i);
      if (!yl_list_job_give_back (asked->job, number, path, force, error))
        {
          yl_output_prefix_written (going->paths, i, error);
          return FALSE;
        }
      yl_delivery_tell_made (path);
    }
  return TRUE;
}

/* Of the lists without faults it is said that they have none. */
static gboolean
give_all_back (const CheckValues *asked, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) sound = g_string_new (NULL);
  const GoingBack going = { numbers, paths, sound };
  plan (asked, &going);
  if (!write_back (asked, &going, error))
    return FALSE;
  if (sound->len > 0)
    g_print ("没有问题，不用退回：%s。\n", sound->str);
  return TRUE;
}

static gboolean
deliver (CheckValues *asked, const YlCommandLine *line, GError **error)
{
  const char *path = asked->folder != NULL ? asked->folder : asked->delivery.path;
  const gboolean goes_back = has_to_go_back (asked);
  if (!yl_delivery_make (&asked->delivery, print_in_format, write_book, asked, error)
      || (asked->folder != NULL && goes_back && !give_all_back (asked, error)))
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
           "读，那张表不当作台账。多份台账时 -o 给出文件夹，有问题的各写一份。\n"
           "\n",
  .values_size = sizeof (CheckValues),
  .defaults = &defaults,
  .options = accepted,
  .n_options = G_N_ELEMENTS (accepted),
  .ending = "退出状态：0 没有错误级问题；1 有；2 未能检查。\n"
            "\n"
            "例：yanglu check 里程台账.csv -o " YL_SHEET_FINDINGS ".xlsx\n",
  .run = run,
};
