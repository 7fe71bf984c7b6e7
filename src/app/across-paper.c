#include "yanglu/app/across-paper.h"

#include "yanglu/forms/papers/audit-book.h"
#include "yanglu/io/xlsx-writer/writer.h"

static void
add_pair (const YlAcrossJob *job, const YlAcrossPair *pair, YlAudit *audit)
{
  g_autofree char *first = yl_across_job_show_county (job, pair->first_county);
  g_autofree char *later = yl_across_job_show_county (job, pair->later_county);
  g_autofree char *km = yl_decimal_format (pair->length_m, 3, TRUE);
  g_autofree char *yuan = yl_money_to_grouped (pair->amount);
  g_autofree char *what = g_strdup_printf ("%s与%s", first, later);
  g_autofree char *taken_for =
      g_strdup_printf ("%s：%" G_GUINT64_FORMAT " 个路段，%s 公里，涉及 %s 元",
                       yl_across_kind_get_name (pair->kind), pair->n_sections, km, yuan);
  yl_audit_add_reading (audit, what, taken_for);
}

static void
add_findings (const YlFindings *findings, YlAudit *audit)
{
  guint64 kept[YL_N_CODES] = { 0 };
  YlSeverity severities[YL_N_CODES] = { YL_SEVERITY_ERROR };
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      yl_findings_add (audit->findings, finding);
      severities[finding->code] = finding->severity;
      kept[finding->code]++;
    }
  for (guint code = 0; code < YL_N_CODES; code++)
    for (guint64 i = kept[code]; i < yl_findings_get_n_of_code (findings, (YlCode) code); i++)
      yl_findings_count (audit->findings, (YlCode) code, severities[code]);
}

static char *
conclude (const YlAcrossJob *job)
{
  gsize n_pairs = 0;
  guint64 n_compared = 0, n_sections = 0;
  gint64 length_m = 0;
  YlMoney amount = { 0 };
  const YlAcrossPair *pairs = yl_across_job_get_pairs (job, &n_pairs);
  const guint64 n_rows = yl_across_job_get_n_rows (job, &n_compared);
  for (gsize i = 0; i < n_pairs; i++)
    if (pairs[i].kind != YL_ACROSS_CODE_AT_ODDS)
      {
        n_sections += pairs[i].n_sections;
        length_m += pairs[i].length_m;
        yl_money_add (amount, pairs[i].amount, &amount);
      }
  g_autofree char *km = yl_decimal_format (length_m, 3, TRUE);
  g_autofree char *yuan = yl_money_to_grouped (amount);
  g_autofree char *twice =
      n_sections == 0 ? g_strdup ("没有发现两处列入的路段。")
                      : g_strdup_printf ("%" G_GUINT64_FORMAT
                                         " 个路段两处列入，重复 %s 公里，按较低标准重复 %s 元。",
                                         n_sections, km, yuan);
  return g_strdup_printf ("多县里程台账比对%s。读入 %" G_GUINT64_FORMAT
                          " 个路段，比对其中计入里程且路线编码完整的 %" G_GUINT64_FORMAT
                          " 个。%s同一类问题只列出前 %u 条。",
                          yl_verdict_get_name (yl_across_job_get_verdict (job)), n_rows, n_compared,
                          twice, YL_ACROSS_PAPER_FINDINGS);
}

YlAudit *
yl_across_job_to_audit (const YlAcrossJob *job)
{
  const char *const *files = yl_across_job_get_files (job);
  const guint n_files = g_strv_length ((char **) files);
  g_autofree char *name = n_files == 1 ? g_strdup (files[0])
                                       : g_strdup_printf ("%s等 %u 份里程台账", files[0], n_files);
  YlAudit *audit = yl_audit_new (name);
  gsize n_pairs = 0;
  const YlAcrossPair *pairs = yl_across_job_get_pairs (job, &n_pairs);
  for (guint i = 0; i < n_files; i++)
    yl_audit_add_reading (audit, files[i], "里程台账");
  for (gsize i = 0; i < n_pairs; i++)
    add_pair (job, &pairs[i], audit);
  add_findings (yl_across_job_get_findings (job), audit);
  audit->verdict = yl_across_job_get_verdict (job);
  g_free (audit->conclusion);
  audit->conclusion = conclude (job);
  return audit;
}

gboolean
yl_across_paper_write (
    const YlAcrossJob *job, YlDate date, const char *path, gboolean force, GError **error)
{
  g_autoptr (YlAudit) audit = yl_across_job_to_audit (job);
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (path, force, error);
  if (writer == NULL)
    return FALSE;
  const YlAuditBookRequest request = { .audit = audit,
                                       .project = "农村公路里程台账比对",
                                       .date = date };
  yl_audit_book_write (&request, yl_xlsx_writer_get_sink (writer));
  return yl_xlsx_writer_close (writer, error);
}
