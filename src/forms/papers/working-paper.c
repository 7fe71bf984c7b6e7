#include "papers-private.h"

#include "yanglu/forms/form-text.h"

#include <string.h>

/* 审计工作底稿, as 审计机关审计工作底稿准则 第四条 has it: one page. */

enum
{
  LABEL,
  VALUE,
  LABEL_RIGHT,
  VALUE_RIGHT,
  N_COLUMNS,
};

static const YlColumnForm columns[] = {
  { "", NULL, 12 },
  { "", NULL, 31 },
  { "", NULL, 12 },
  { "", NULL, 31 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);

#define ROW_HEIGHT 24
/* Of the columns from VALUE to VALUE_RIGHT, less what a line loses at its end. */
#define TEXT_WIDTH 67
#define N_FACTS 5
#define FACT_CHARACTERS 120

static void
write_pair (YlSheet *sheet, const char *const texts[N_COLUMNS])
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, ROW_HEIGHT);
  yl_sheet_head (sheet, LABEL, texts[LABEL]);
  yl_sheet_text (sheet, VALUE, texts[VALUE]);
  yl_sheet_head (sheet, LABEL_RIGHT, texts[LABEL_RIGHT]);
  yl_sheet_text (sheet, VALUE_RIGHT, texts[VALUE_RIGHT]);
}

/* @least: in points; what is left for the pen is as high. */
static void
write_wide (YlSheet *sheet, const char *label, const char *text, double least)
{
  const double needed = yl_form_get_height (yl_form_count_lines (text, TEXT_WIDTH));
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, MAX (needed, least));
  yl_sheet_head (sheet, LABEL, label);
  yl_sheet_span (sheet, VALUE, VALUE_RIGHT, text);
}

/* A step of the audit, with the sheet on which it stands. */
static void
add_step (GString *text, guint *n, const char *step, const char *index)
{
  g_string_append_printf (text, "%s%u. %s（索引号 %s）。", *n == 0 ? "" : "\n", *n + 1, step,
                          index);
  ++*n;
}

static char *
describe_process (const YlPapers *papers)
{
  const YlAudit *audit = papers->audit;
  const YlSample *sample = papers->request->sample;
  GString *text = g_string_new (NULL);
  guint n = 0;
  if (audit->readings->len > 0)
    add_step (text, &n, "取得并读入被审计文件，逐项说明把什么认作什么", YL_INDEX_READINGS);
  g_autofree char *compared = yl_coverage_to_text (audit->coverage);
  g_autofree char *recomputed =
      g_strdup_printf ("按里程、标准、资金来源和政策重新计算，与文件所列核对：%s", compared);
  g_strchomp (recomputed);
  if (g_str_has_suffix (recomputed, "。"))
    recomputed[strlen (recomputed) - strlen ("。")] = '\0';
  add_step (text, &n, recomputed,
            audit->coverage->gaps->len > 0 ? YL_INDEX_COVERAGE : YL_INDEX_CONCLUSION);
  if (audit->has_stated && audit->has_expected)
    add_step (text, &n, "把文件所列合计与复算合计的差额逐步分解", YL_INDEX_BRIDGE);
  if (audit->paying != NULL)
    {
      g_autofree char *day = yl_date_to_chinese (audit->paying->date);
      g_autofree char *step = g_strdup_printf ("与拨付台账逐笔核对收到、拨付和未支出的资金%s%s",
                                               day[0] == '\0' ? "" : "，台账基准日", day);
      add_step (text, &n, step, YL_INDEX_PAYING);
    }
  if (audit->three_tables != NULL)
    add_step (text, &n, "核对批复、执行、公开三表", YL_INDEX_THREE);
  if (sample != NULL && sample->draws->len > 0)
    add_step (text, &n, "按货币单元抽样抽取路段，供现场核实", YL_INDEX_SAMPLE);
  add_step (text, &n, "把发现的问题列入清单", YL_INDEX_FINDINGS);
  return g_string_free (text, FALSE);
}

/* The conclusion, then the heaviest findings with where each is borne out. */
static char *
describe_facts (const YlPapers *papers)
{
  const YlAudit *audit = papers->audit;
  const guint n = (guint) yl_findings_get_n (audit->findings);
  GString *text = g_string_new (NULL);
  g_string_append_printf (text, "%s。%s（索引号 " YL_INDEX_CONCLUSION "）",
                          yl_verdict_get_name (audit->verdict), audit->conclusion);
  for (guint i = 0; i < MIN (n, N_FACTS); i++)
    {
      const guint index = papers->sums->by_weight[i];
      const YlFinding *finding = yl_findings_get (audit->findings, index);
      g_autofree char *fact = yl_paper_clip (
          finding->message != NULL ? finding->message : yl_code_get_title (finding->code),
          FACT_CHARACTERS);
      g_string_append_printf (text, "\n（%u）%s（证据 %s", i + 1, fact,
                              papers->indexes[finding->code]);
      if (papers->forms[index] != 0)
        g_string_append_printf (text, "，取证单 " YL_INDEX_FORM "-%u", papers->forms[index]);
      g_string_append (text, "）");
    }
  if (n > N_FACTS)
    g_string_append_printf (text, "\n其余%u项见问题清单（" YL_INDEX_FINDINGS "）。", n - N_FACTS);
  return g_string_free (text, FALSE);
}

static char *
describe_annexes (const YlPapers *papers)
{
  GString *text =
      g_string_new ("结论（" YL_INDEX_CONCLUSION "）、问题清单（" YL_INDEX_FINDINGS "）");
  if (papers->sums->rules->len > 0)
    g_string_append_printf (text, "、各规则证据（" YL_INDEX_EVIDENCE "，%u张）",
                            papers->sums->rules->len);
  if (papers->n_forms > 0)
    g_string_append_printf (text, "、取证单（" YL_INDEX_FORM "，%u份）", papers->n_forms);
  return g_string_free (text, FALSE);
}

static void
write_head (const YlPapers *papers, YlSheet *sheet)
{
  const YlAuditBookRequest *request = papers->request;
  g_autofree char *year =
      request->year == 0 ? g_strdup ("") : g_strdup_printf ("%u年度", request->year);
  g_autofree char *matter =
      g_strdup_printf ("%s（%s）", yl_paper_get_project (papers), papers->audit->file);
  write_pair (sheet, (const char *[]){ "索引号", YL_INDEX_SHEET, "页次", "第　　页　共　　页" });
  write_pair (sheet, (const char *[]){ "被审计单位", request->entity != NULL ? request->entity : "",
                                       "审计期间", year });
  write_wide (sheet, "审计事项", matter, ROW_HEIGHT);
}

void
yl_papers_write_sheet (YlPapers *papers)
{
  const YlSheetForm sheet_form = {
    .name = "审计工作底稿",
    .title = "审计工作底稿",
    .columns = columns,
    .n_columns = N_COLUMNS,
    .is_portrait = TRUE,
    .is_plain = TRUE,
  };
  g_autofree char *process = describe_process (papers);
  g_autofree char *facts = describe_facts (papers);
  g_autofree char *annexes = describe_annexes (papers);
  g_autofree char *day = yl_paper_make_day (papers);
  YlSheet *sheet = yl_form_add_sheet (papers->form, &sheet_form);
  write_head (papers, sheet);
  write_wide (sheet, "审计过程", process, 90);
  write_wide (sheet, "审计认定的\n事实摘要及\n审计结论", facts, 120);
  write_pair (sheet, (const char *[]){ "审计人员", "", "编制日期", day });
  write_wide (sheet, "复核意见", "", 70);
  write_pair (sheet, (const char *[]){ "复核人", "", "复核日期", YL_PAPER_BLANK_DAY });
  write_wide (sheet, "附件", annexes, ROW_HEIGHT);
  yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_PRINT_AREA,
                                          .first_row = 1,
                                          .last_row = yl_sheet_get_row (sheet),
                                          .last_column = N_COLUMNS - 1 });
}
