#include "yanglu/cli/command-audit-lists.h"

#include "yanglu/app/lists/counties.h"
#include "yanglu/app/lists/sniff.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/command-line.h"
#include "yanglu/cli/findings-text.h"
#include "yanglu/cli/progress.h"
#include "yanglu/cli/text-table.h"
#include "yanglu/io/json/audit.h"

/* Findings of one code that are printed. */
#define N_PRINTED 20u

gboolean
yl_command_audit_is_lists (const YlCommandLine *line)
{
  guint n = 0;
  const char *const *paths = yl_command_line_get_rest (line, &n);
  return n > 1 || (n == 1 && yl_counties_is_list (paths[0]));
}

static void
add_pair (YlTextTable *table, const YlCountyLists *job, const YlCountiesPair *pair)
{
  g_autofree char *first = yl_county_show (yl_county_lists_get_places (job), pair->first_county);
  g_autofree char *later = yl_county_show (yl_county_lists_get_places (job), pair->later_county);
  g_autofree char *n = g_strdup_printf ("%" G_GUINT64_FORMAT, pair->n_sections);
  g_autofree char *km = yl_decimal_format (pair->length_m, 3, TRUE);
  g_autofree char *yuan = yl_money_to_grouped (pair->amount);
  yl_text_table_add (table, (const char *[]){ first, later, n, km, yuan });
}

static void
print_pairs (const YlCountyLists *job, YlCountiesKind kind, const char *const heads[5])
{
  static const YlAlign alignments[] = { YL_ALIGN_LEFT, YL_ALIGN_LEFT, YL_ALIGN_RIGHT,
                                        YL_ALIGN_RIGHT, YL_ALIGN_RIGHT };
  g_autoptr (YlTextTable) table = yl_text_table_new (alignments, G_N_ELEMENTS (alignments));
  gsize n_pairs = 0;
  gsize n_shown = 0;
  const YlCountiesPair *pairs = yl_county_lists_get_pairs (job, &n_pairs);
  yl_text_table_add (table, heads);
  yl_text_table_add_line (table);
  for (gsize i = 0; i < n_pairs; i++)
    if (pairs[i].kind == kind)
      {
        add_pair (table, job, &pairs[i]);
        n_shown++;
      }
  if (n_shown == 0)
    return;
  g_print ("%s：\n", yl_counties_kind_get_name (kind));
  yl_text_table_print (table);
  g_print ("\n");
}

static void
print_text (const YlCountyLists *job)
{
  for (guint kind = 0; kind < YL_COUNTIES_CODE_AT_ODDS; kind++)
    print_pairs (job, (YlCountiesKind) kind,
                 (const char *[]){ "已列入的县", "又列入的县", "路段数", "重复里程（公里）",
                                   "重复金额（元）" });
  print_pairs (job, YL_COUNTIES_CODE_AT_ODDS,
               (const char *[]){ "路线编码所在县", "行政区划所在县", "路段数", "计入里程（公里）",
                                 "涉及金额（元）" });
  yl_findings_print (yl_county_lists_get_findings (job), 0);
  guint64 n_compared = 0;
  const guint64 n_rows = yl_county_lists_get_n_rows (job, &n_compared);
  g_print ("\n结论：%s。读入 %" G_GUINT64_FORMAT " 个路段，比对其中计入里程且路线编码完整的 "
           "%" G_GUINT64_FORMAT " 个；同一类问题只列出前 %u 条，上表为全部。"
           "同一县同一文件内的重复和重叠请用 yanglu check 核对。\n",
           yl_verdict_get_name (yl_county_lists_get_verdict (job)), n_rows, n_compared, N_PRINTED);
}

static void
print_json (const YlCountyLists *job)
{
  g_autoptr (YlJsonSink) json = yl_print_json_new ();
  yl_json_write_county_lists (json, job);
}

typedef struct
{
  const YlCountyLists *job;
  const YlDelivery *delivery;
  YlDate date;
} Printing;

static void
print_in_format (gconstpointer data)
{
  const Printing *printing = data;
  if (printing->delivery->format == YL_FORMAT_JSON)
    print_json (printing->job);
  else
    print_text (printing->job);
}

static gboolean
write_book (gconstpointer data, const char *path, gboolean force, GError **error)
{
  const Printing *printing = data;
  return yl_counties_job_write (printing->job, printing->date, path, force, error);
}

int
yl_command_audit_lists (const YlCommandLine *line,
                        const YlJobOptions *options,
                        const YlDelivery *delivery)
{
  guint n_paths = 0;
  const char *const *paths = yl_command_line_get_rest (line, &n_paths);
  const gboolean is_book = delivery->format == YL_FORMAT_XLSX;
  g_autoptr (GError) error = NULL;
  g_autoptr (YlCountyLists) job = yl_counties_job_run (
      paths, options, is_book ? YL_COUNTIES_PAPER_FINDINGS : N_PRINTED, yl_progress_show, &error);
  yl_progress_end ();
  const Printing printing = { job, delivery, options->date };
  if (job == NULL || !yl_delivery_make (delivery, print_in_format, write_book, &printing, &error))
    return yl_command_line_fail (error);
  return yl_findings_exit (yl_county_lists_get_findings (job));
}
