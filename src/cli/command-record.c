#include "yanglu/app/record/export.h"
#include "yanglu/app/record/import.h"
#include "yanglu/app/record/job.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/command-line.h"
#include "yanglu/cli/commands.h"
#include "yanglu/cli/delivery.h"
#include "yanglu/cli/findings-text.h"
#include "yanglu/cli/next-step.h"
#include "yanglu/cli/record-path.h"
#include "yanglu/cli/text-table.h"
#include "yanglu/io/file-name.h"
#include "yanglu/io/store/verify.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  YlJobOptions options;
  const char *data;
  const char *entry;
  const char *funds;
  const char *bridges;
  const char *anchor;
  gboolean replaces;
  gboolean makes_budget;
  gboolean makes_findings;
  gboolean force;
} RecordValues;

#define AT(member) .offset = G_STRUCT_OFFSET (RecordValues, member)

static const YlOption accepted[] = {
  { "data", "文件", "记录文件（默认：本人数据文件夹 yanglu/县-年度.yanglu；只有一份时就是它）",
    YL_OPTION_OUTPUT, AT (data) },
  { "county", "县", "init：县级代码（六位）或名称，例如 371502 或 东昌府区",
    YL_OPTION_COUNTY_IN (RecordValues, options) },
  { "entity", "名称", "init：名录中的开发区", YL_OPTION_TEXT, AT (options.entity) },
  { "year", "年度", "预算年度（init 默认：今年）", YL_OPTION_YEAR, AT (options.year) },
  { "policy", "政策", "init：按哪项政策（默认：当年对该县有效的政策），全文存入记录",
    YL_OPTION_POLICY, AT (options.policy) },
  { "rules", "文件", "init：本单位的规则文件，存入记录", YL_OPTION_FILE, AT (options.rules) },
  { "words", "文件", "init：本单位的词表，存入记录", YL_OPTION_FILE, AT (options.words) },
  { "entry", "文件", "import：录入表；表中有的内容代替台账文件里的", YL_OPTION_FILE, AT (entry) },
  { "funds", "文件", "import：资金来源", YL_OPTION_FILE, AT (funds) },
  { "bridges", "文件", "import：桥梁", YL_OPTION_FILE, AT (bridges) },
  { "replace", NULL, "import：记录中已有的同类各行换成文件的内容，相同的行不动", YL_OPTION_FLAG,
    AT (replaces) },
  { "anchor", "校验值", "verify：从前抄在纸上的校验值，也要在日志里", YL_OPTION_TEXT, AT (anchor) },
  { "budget", NULL, "export：再用它们编制预算，写出 " YL_RECORD_BUDGET_FILE, YL_OPTION_FLAG,
    AT (makes_budget) },
  { "findings", NULL, "export：再写出 " YL_RECORD_FINDINGS_FILE, YL_OPTION_FLAG,
    AT (makes_findings) },
  { "force", NULL, "export：已有同名文件时替换它", YL_OPTION_FLAG, AT (force) },
};

static YlRecord *
open_record (const RecordValues *asked, YlRecordMode mode, GError **error)
{
  g_autofree char *path = yl_record_path_find (asked->data, error);
  return path == NULL ? NULL : yl_record_open (path, mode, error);
}

static YlRecordActor
get_actor (void)
{
  return (YlRecordActor){ g_get_user_name (), g_get_real_time () / 1000 };
}

/* (transfer full): the option that a proposed command needs to find the same record. */
static char *
tell_data (const RecordValues *asked)
{
  g_autofree char *quoted = asked->data == NULL ? NULL : yl_next_step_quote (asked->data);
  return quoted == NULL ? g_strdup ("") : g_strconcat (" --data ", quoted, NULL);
}

/* init */

/* The default folder is the owner's only, like what is in it. */
static char *
make_default_path (const RecordValues *asked, GError **error)
{
  g_autofree char *folder = yl_record_path_get_folder ();
  const guint year = asked->options.year != 0 ? asked->options.year : asked->options.clock_year;
  const char *whose = asked->options.entity != NULL ? asked->options.entity : asked->options.county;
  g_autofree char *name =
      g_strdup_printf ("%s-%u" YL_RECORD_ENDING, whose == NULL ? "" : whose, year);
  g_strdelimit (name, "/", '-');
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_build_filename (folder, name, NULL);
  g_set_error (error, YL_ERROR, YL_ERROR_IO, "建立数据文件夹“%s”失败，请用 --data 指明文件。",
               folder);
  return NULL;
}

static int
init (const char *none, gconstpointer values, GError **error)
{
  (void) none;
  RecordValues asked = *(const RecordValues *) values;
  asked.options.clock_year = yl_command_line_read_clock ();
  const YlRecordActor actor = get_actor ();
  g_autofree char *path =
      asked.data != NULL ? g_strdup (asked.data) : make_default_path (&asked, error);
  g_autoptr (YlChoices) choices = yl_choices_new ();
  g_autoptr (YlRecord) record =
      path == NULL ? NULL : yl_record_found (&asked.options, path, &actor, choices, error);
  if (record == NULL)
    return YL_EXIT_NOT_DONE;
  yl_choices_print (choices, "");
  yl_delivery_tell_made (path);
  g_autofree char *where = tell_data (&asked);
  yl_next_step_print ("读入台账：yanglu record import 里程台账%s", where);
  return YL_EXIT_DONE;
}

/* import */

static void
tell_rows (const YlRecordImportJob *job)
{
  guint n_forms = 0;
  guint n_all = 0;
  const YlRecordForm *forms = yl_record_forms_get (&n_forms);
  for (guint i = 0; i < n_forms; i++)
    {
      const guint n = g_array_index (job->n_rows, guint, i);
      n_all += n;
      if (n > 0)
        g_print ("读入 %s %u 行\n", forms[i].sheet, n);
    }
  if (n_all == 0)
    g_print ("没有读到任何一行，记录没有改动。\n");
  else if (job->answer == NULL)
    g_print ("与记录一致，记录没有改动。\n");
  else
    g_print ("作为第 %" G_GINT64_FORMAT " 步存入，改动 %" G_GSIZE_FORMAT
             " 行；单元格照原样保存，读不懂的也在内。\n",
             job->answer->revision, job->n_changed);
  g_print ("\n");
}

/* clang-format off */
#define TAKES_ONE                                                                                  \
  "record import 一次读入一份里程台账或录入表，export、backup 一次写一处。"                        \
  "各乡镇的多份台账：先用 yanglu check 文件夹 检查，用 yanglu budget 文件夹 编制预算；"            \
  "要存入记录，请先合成一份。"
/* clang-format on */

static int
import_files (const char *file, gconstpointer values, GError **error)
{
  const RecordValues *asked = values;
  if (g_file_test (file, G_FILE_TEST_IS_DIR))
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_USAGE, TAKES_ONE);
      return YL_EXIT_NOT_DONE;
    }
  g_autoptr (YlRecord) record = open_record (asked, YL_RECORD_WRITE, error);
  if (record == NULL)
    return YL_EXIT_NOT_DONE;
  const YlRecordImportRequest request = { .roads = file,
                                          .entry = asked->entry,
                                          .funds = asked->funds,
                                          .bridges = asked->bridges,
                                          .replaces = asked->replaces,
                                          .actor = get_actor () };
  g_autoptr (YlRecordImportJob) job = yl_record_import_run (record, &request, error);
  if (job == NULL)
    return YL_EXIT_NOT_DONE;
  yl_choices_print (job->choices, "");
  tell_rows (job);
  yl_findings_print (job->findings, 0);
  g_autofree char *where = tell_data (asked);
  yl_next_step_print ("写出并编制预算：yanglu record export 文件夹 --budget%s", where);
  return yl_findings_exit (job->findings);
}

/* export */

/* What the policy is based on is found beside it; the policy itself was written last. */
static void
tell_budget_line (const char *folder, const GPtrArray *names)
{
  g_autofree char *shown = yl_file_name_show (folder);
  g_autoptr (GString) line = g_string_new (NULL);
  g_string_append_printf (line, "yanglu budget %s/" YL_RECORD_ENTRY_FILE, shown);
  for (guint i = 2; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      const gboolean is_policy = g_str_has_suffix (name, ".policy");
      const char *option = g_str_has_suffix (name, ".words") ? "--words"
                           : is_policy                       ? "--policy"
                                                             : "--rules";
      if (!is_policy || i + 1 == names->len)
        g_string_append_printf (line, " %s %s/%s", option, shown, name);
    }
  g_print ("用它们编制预算：%s\n", line->str);
}

static void
tell_book (const char *folder, const char *name)
{
  g_autofree char *book = g_build_filename (folder, name, NULL);
  yl_delivery_tell_made (book);
}

static void
tell_made (const RecordValues *asked, const char *folder, const GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    tell_book (folder, g_ptr_array_index (names, i));
  if (asked->makes_findings)
    tell_book (folder, YL_RECORD_FINDINGS_FILE);
  if (asked->makes_budget)
    tell_book (folder, YL_RECORD_BUDGET_FILE);
  else
    tell_budget_line (folder, names);
}

static int
export_files (const char *folder, gconstpointer values, GError **error)
{
  const RecordValues *asked = values;
  g_autoptr (YlRecord) record = open_record (asked, YL_RECORD_READ, error);
  g_autoptr (GPtrArray) names =
      record == NULL ? NULL : yl_record_export (record, folder, asked->force, error);
  if (names == NULL
      || (asked->makes_findings && !yl_record_export_findings (record, folder, asked->force, error))
      || (asked->makes_budget
          && !yl_record_export_budget (folder, names, yl_command_line_read_clock (), asked->force,
                                       error)))
    return YL_EXIT_NOT_DONE;
  tell_made (asked, folder, names);
  return YL_EXIT_DONE;
}

/* list */

static gboolean
add_entry (gpointer self, const YlJournalEntry *entry)
{
  YlTextTable *table = self;
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (entry->at_ms / 1000);
  g_autofree char *when = g_date_time_format (at, "%Y-%m-%d %H:%M:%S");
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, entry->seq);
  g_autofree char *n_rows = g_strdup_printf ("%" G_GSIZE_FORMAT, entry->n_rows);
  yl_text_table_add (table, (const char *[]){ seq, when, entry->who, entry->kind, n_rows });
  return TRUE;
}

static gboolean
count_row (gpointer self, const YlRecordRow *row)
{
  guint *n = self;
  (void) row;
  (*n)++;
  return TRUE;
}

static gboolean
print_sheets (YlRecord *record, GError **error)
{
  guint n_forms = 0;
  const YlRecordForm *forms = yl_record_forms_get (&n_forms);
  for (guint i = 0; i < n_forms; i++)
    {
      guint n = 0;
      const YlRecordSheet *sheet = yl_record_find_sheet (record, forms[i].name);
      if (!yl_record_read (record, sheet, count_row, &n, error))
        return FALSE;
      g_print ("%s：%u 行\n", forms[i].sheet, n);
    }
  g_print ("\n");
  return TRUE;
}

static int
list (const char *none, gconstpointer values, GError **error)
{
  (void) none;
  g_autoptr (YlRecord) record = open_record (values, YL_RECORD_READ, error);
  if (record == NULL)
    return YL_EXIT_NOT_DONE;
  const YlRecordIdentity *identity = yl_record_get_identity (record);
  g_autofree char *shown = yl_file_name_show (yl_record_get_path (record));
  g_print ("%s\n%s %u年度\n\n", shown, identity->county, identity->year);
  g_autoptr (YlTextTable) table =
      yl_text_table_new ("rlllr", (const char *[]){ "步", "时间", "操作人", "种类", "行数" });
  if (!print_sheets (record, error) || !yl_record_read_journal (record, 0, add_entry, table, error))
    return YL_EXIT_NOT_DONE;
  yl_text_table_print (table);
  return YL_EXIT_DONE;
}

/* verify, backup */

static int
verify (const char *none, gconstpointer values, GError **error)
{
  (void) none;
  const RecordValues *asked = values;
  g_autoptr (YlRecord) record = open_record (asked, YL_RECORD_READ, error);
  g_autoptr (YlRecordReport) report =
      record == NULL ? NULL : yl_record_verify (record, asked->anchor, error);
  if (report == NULL)
    return YL_EXIT_NOT_DONE;
  g_print ("日志 %" G_GINT64_FORMAT " 步，逐步衔接；校验值：%s\n", report->n_steps, report->anchor);
  if (report->fault != NULL)
    {
      g_print ("不符：%s。\n", report->fault);
      return YL_EXIT_FINDINGS;
    }
  g_print ("按日志重做一遍，与表中内容逐格相同。\n");
  if (asked->anchor == NULL)
    g_print ("没有给出从前的校验值：连同日志整个改写的文件，这样核对不出来。"
             "请把上面的校验值抄在纸上，以后用 --anchor 核对。\n");
  return YL_EXIT_DONE;
}

static int
backup (const char *file, gconstpointer values, GError **error)
{
  g_autoptr (YlRecord) record = open_record (values, YL_RECORD_READ, error);
  if (record == NULL || !yl_record_backup (record, file, error))
    return YL_EXIT_NOT_DONE;
  yl_delivery_tell_made (file);
  return YL_EXIT_DONE;
}

static const YlVerb verbs[] = {
  { "init", YL_COMPLETION_NONE, init },           { "import", YL_COMPLETION_FILE, import_files },
  { "export", YL_COMPLETION_FILE, export_files }, { "list", YL_COMPLETION_NONE, list },
  { "verify", YL_COMPLETION_NONE, verify },       { "backup", YL_COMPLETION_FILE, backup },
};

const YlCommand yl_command_record = {
  .name = "record",
  .summary = "建立、导入、导出、核对一县一年的记录文件",
  .usage =
      "用法：yanglu record init --county 县 [选项]\n"
      "      yanglu record import 里程台账或录入表 [选项]\n"
      "      yanglu record export 文件夹\n"
      "      yanglu record list\n"
      "      yanglu record verify [--anchor 校验值]\n"
      "      yanglu record backup 文件\n"
      "\n"
      "一县一年一个文件，保存录入的每一格（照原样）和每一步的日志；同一时间只有一个程序能写。\n"
      "文件要放在本机磁盘上，只有本人可读写。\n"
      "\n"
      "  init     建立一份空的记录，政策、规则、词表的全文存入其中\n"
      "  import   读入文件，作为一步存入\n"
      "  export   写出里程台账、录入表、政策等；用它们编制的预算与记录的数字相同\n"
      "  list     列出各表行数和日志\n"
      "  verify   逐步核对日志，并按日志重做一遍，与表中内容比较\n"
      "  backup   另存一份，使用中也可以\n"
      "\n",
  .values_size = sizeof (RecordValues),
  .options = accepted,
  .n_options = G_N_ELEMENTS (accepted),
  .ending = "退出状态：0 完成；1 完成，有错误级问题或核对不符；2 未完成。\n"
            "\n"
            "例：yanglu record init --county 371502 --year 2021\n",
  .verbs = verbs,
  .n_verbs = G_N_ELEMENTS (verbs),
  .verb_takes_one = TAKES_ONE,
  .verb_usage = "应为 record init、record import 文件、record export 文件夹、record list、"
                "record verify、record backup 文件。用 yanglu record --help 查看用法。",
};
