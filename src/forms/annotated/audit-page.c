#include "annotated-private.h"

static const char *const names[] = { "ordinal",   "severity", "code",     "title",    "place",
                                     "seen",      "expected", "more_fen", "less_fen", "late_fen",
                                     "other_fen", "gainer",   "message" };

/* Columns that were not compared, told one by one. */
#define MAX_GAPS 200u

static void
write_verdict (const YlNotesPage *page, YlSheet *sheet)
{
  const YlAudit *audit = page->request->audit;
  yl_notes_page_write_line (page, sheet, "被审计文件", audit->file);
  yl_notes_page_write_line (page, sheet, "审计结论", yl_verdict_get_name (audit->verdict));
  if (audit->conclusion != NULL)
    yl_notes_page_write_line (page, sheet, "结论说明", audit->conclusion);
}

static void
write_coverage (const YlNotesPage *page, YlSheet *sheet)
{
  const YlCoverage *coverage = page->request->audit->coverage;
  g_autofree char *compared = yl_coverage_to_text (coverage);
  yl_notes_page_write_line (page, sheet, "核对范围", compared);
  const guint n = MIN (coverage->gaps->len, MAX_GAPS);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *gap =
          yl_coverage_gap_to_text (&g_array_index (coverage->gaps, YlCoverageGap, i));
      yl_notes_page_write_line (page, sheet, "未核对", gap);
    }
  if (coverage->gaps->len <= n)
    return;
  g_autofree char *more =
      g_strdup_printf ("另有 %u 处，见审计底稿“核对范围”", coverage->gaps->len - n);
  yl_notes_page_write_line (page, sheet, "未核对", more);
}

static void
introduce (gconstpointer data, YlSheet *sheet)
{
  const YlNotesPage *page = data;
  write_verdict (page, sheet);
  write_coverage (page, sheet);
  yl_notes_page_write_line (
      page, sheet, "本文件",
      "各表的数值、公式、数字格式、行高列宽、合并、隐藏、打印区域和条件格式照被审计文件原样写出；"
      "有问题的单元格加了批注，底色（底色本身有含义的用边框）红为错误、黄为警告、蓝为提示，"
      "点击该格回到本表。公式在打开时会重新计算，文件里存的数见批注的“现值”；文件里没有存数的公式，"
      "写出的是算得的数。");
  yl_notes_page_write_losses (page, sheet);
}

void
yl_notes_page_init_audit (YlNotesPage *page, const YlAnnotatedRequest *request)
{
  *page = (YlNotesPage){ .request = request,
                         .file = request->audit->file,
                         .findings = request->audit->findings,
                         .sheet = YL_SHEET_NOTES,
                         .title = YL_TITLE_NOTES,
                         .names = names,
                         .n_names = G_N_ELEMENTS (names),
                         .leads_back = TRUE,
                         .introduce = introduce };
}
