#include "papers-private.h"

#include "yanglu/base/money.h"
#include "yanglu/forms/form-text.h"
#include "yanglu/forms/formulas.h"

/* 取证单: a page for each of the heaviest findings. */

enum
{
  LABEL,
  VALUE,
  LABEL_RIGHT,
  VALUE_RIGHT,
  N_COLUMNS,
};

/* Narrow enough for a page of A4 unscaled, even where the default font is missing and a wide one
 * stands in for it. */
static const YlColumnForm columns[] = {
  { "", NULL, 12 },
  { "", NULL, 23 },
  { "", NULL, 12 },
  { "", NULL, 23 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);

#define SHEET_NAME "取证单"
/* The cells that work out 大写 stand beside the page. */
#define FIRST_STEP 5
#define ROW_HEIGHT 26
#define FACT_HEIGHT 150
#define FACT_CHARACTERS 300
#define FACT_LINE 28u
#define LINE_HEIGHT 14.5
#define VALUES_HEIGHT (ROW_HEIGHT + 34.0)
#define VALUES_HEIGHT_MAX 135.0
#define VALUE_CHARACTERS 60
#define TEXT_CHARACTERS 80
#define OPINION_HEIGHT 86

static void
begin_row (YlSheet *sheet, const char *label, double height)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, height);
  yl_sheet_head (sheet, LABEL, label);
}

static void
write_wide (YlSheet *sheet, const char *label, const char *text, double height, guint n_characters)
{
  g_autofree char *clipped = yl_paper_clip (text, n_characters);
  begin_row (sheet, label, height);
  yl_sheet_span (sheet, VALUE, VALUE_RIGHT, clipped);
}

static void
write_pair (YlSheet *sheet,
            const char *label,
            const char *text,
            const char *label_right,
            const char *text_right,
            double height)
{
  g_autofree char *clipped = yl_paper_clip (text, VALUE_CHARACTERS);
  g_autofree char *clipped_right = yl_paper_clip (text_right, VALUE_CHARACTERS);
  begin_row (sheet, label, height);
  yl_sheet_text (sheet, VALUE, clipped);
  yl_sheet_head (sheet, LABEL_RIGHT, label_right);
  yl_sheet_text (sheet, VALUE_RIGHT, clipped_right);
}

static const char *
or_blank (const char *text)
{
  return text != NULL ? text : "";
}

static void
write_capital (YlPapers *papers, YlSheet *sheet, gint64 fen)
{
  const guint32 row = yl_sheet_get_row (sheet);
  const char *cells[YL_N_CAPITAL_STEPS];
  for (guint i = 0; i < YL_N_CAPITAL_STEPS; i++)
    cells[i] = yl_ranges_cell (papers->texts, sheet,
                               i + 1 < YL_N_CAPITAL_STEPS ? FIRST_STEP + i : VALUE, row);
  const char *amount = yl_ranges_cell (papers->texts, sheet, VALUE, row - 1);
  g_autofree char *last = yl_formula_capital (YL_N_CAPITAL_STEPS - 1, amount, cells);
  g_autofree char *text = yl_money_to_capital ((YlMoney){ fen });
  yl_sheet_put (sheet, VALUE, VALUE_RIGHT, yl_own_result (last, text));
  for (guint i = 0; i + 1 < YL_N_CAPITAL_STEPS; i++)
    {
      g_autofree char *formula = yl_formula_capital (i, amount, cells);
      g_autofree char *value = yl_formula_capital_value (i, fen);
      yl_sheet_put (sheet, FIRST_STEP + i, FIRST_STEP + i,
                    i == 0 ? yl_own_figure (YL_MEASURE_COUNT, formula, ABS (fen), NULL)
                           : yl_own_result (formula, value));
    }
}

static void
write_amount (YlPapers *papers, YlSheet *sheet, guint index)
{
  const YlFinding *finding = yl_findings_get (papers->audit->findings, index);
  const YlOwnCell stake = yl_paper_get_stake (papers, index);
  const char *kind = yl_paper_name_stake (papers, index);
  g_autofree char *label =
      g_strdup_printf (kind[0] == '\0' ? "涉及金额\n（元）" : "%s\n金额（元）", kind);
  begin_row (sheet, label, ROW_HEIGHT + 8);
  yl_sheet_put (sheet, VALUE, VALUE, stake);
  yl_sheet_head (sheet, LABEL_RIGHT, "受益方");
  yl_sheet_text (sheet, VALUE_RIGHT, papers->sums->named[index]);
  begin_row (sheet, "金额大写", ROW_HEIGHT);
  if (finding->is_priced)
    write_capital (papers, sheet, stake.units);
  else
    yl_sheet_span (sheet, VALUE, VALUE_RIGHT, "未知");
}

static void
write_head (const YlPapers *papers, YlSheet *sheet, guint index)
{
  const YlFinding *finding = yl_findings_get (papers->audit->findings, index);
  g_autofree char *number = g_strdup_printf ("索引号：" YL_INDEX_FORM "-%u（共%u号）",
                                             papers->forms[index], papers->n_forms);
  g_autofree char *source = g_strdup_printf ("问题清单（" YL_INDEX_FINDINGS "）第%u项，证据 %s",
                                             index + 1, papers->indexes[finding->code]);
  g_autofree char *matter =
      g_strdup_printf ("%s %s（%s）", yl_code_get_name (finding->code),
                       yl_code_get_title (finding->code), yl_severity_get_name (finding->severity));
  g_autofree char *place = yl_paper_make_place (finding, papers->audit->file);
  g_autofree char *where = g_strdup_printf (
      "%s：%s", finding->file != NULL ? finding->file : papers->audit->file, place);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 20);
  yl_sheet_span (sheet, LABEL, VALUE, number);
  yl_sheet_span (sheet, LABEL_RIGHT, VALUE_RIGHT, source);
  write_wide (sheet, "项目名称", yl_paper_get_project (papers), ROW_HEIGHT, TEXT_CHARACTERS);
  write_wide (sheet, "被审计单位", or_blank (papers->request->entity), ROW_HEIGHT, TEXT_CHARACTERS);
  write_wide (sheet, "审计事项", matter, ROW_HEIGHT, TEXT_CHARACTERS);
  write_wide (sheet, "位置", where, ROW_HEIGHT + 14, TEXT_CHARACTERS);
}

/* The page is full: what a formula takes, the facts below have less. */
static double
write_values (YlSheet *sheet, const YlFinding *finding)
{
  g_autofree char *seen = yl_finding_write_seen (finding);
  g_autofree char *expected = yl_finding_write_expected (finding);
  const guint n_lines = MAX (yl_form_count_lines (seen, columns[VALUE].width),
                             yl_form_count_lines (expected, columns[VALUE_RIGHT].width));
  const double height = CLAMP (yl_form_get_height (n_lines), VALUES_HEIGHT, VALUES_HEIGHT_MAX);
  begin_row (sheet, "文件所列", height);
  yl_sheet_text (sheet, VALUE, seen);
  yl_sheet_head (sheet, LABEL_RIGHT, "应为");
  yl_sheet_text (sheet, VALUE_RIGHT, expected);
  return height;
}

static void
write_facts (YlPapers *papers, YlSheet *sheet, guint index)
{
  const YlFinding *finding = yl_findings_get (papers->audit->findings, index);
  const double taken = write_values (sheet, finding);
  const guint n_lines = (guint) ((VALUES_HEIGHT + FACT_HEIGHT - taken) / LINE_HEIGHT);
  write_wide (sheet, "事实摘要", or_blank (finding->message), VALUES_HEIGHT + FACT_HEIGHT - taken,
              MIN (n_lines * FACT_LINE, FACT_CHARACTERS));
  write_amount (papers, sheet, index);
  write_wide (sheet, "依据", or_blank (yl_finding_find_law (finding)), ROW_HEIGHT + 14,
              TEXT_CHARACTERS);
  write_wide (sheet, "更正建议",
              finding->repair != NULL && finding->repair[0] != '\0' ? finding->repair
                                                                    : "由审计人员核实后填写",
              ROW_HEIGHT + 14, TEXT_CHARACTERS);
}

/* What is filled in by pen. */
static void
write_signatures (const YlPapers *papers, YlSheet *sheet)
{
  g_autofree char *day = yl_paper_make_day (papers);
  /* Evidence is taken by two or more. */
  write_pair (sheet, "审计人员", "", "审计人员", "", ROW_HEIGHT);
  write_pair (sheet, "编制日期", day, "附件页数", "", ROW_HEIGHT);
  write_pair (sheet, "复核人", "", "复核日期", YL_PAPER_BLANK_DAY, ROW_HEIGHT);
  begin_row (sheet, "被审计单位\n意见", OPINION_HEIGHT);
  yl_sheet_span (sheet, VALUE, VALUE_RIGHT, "");
  write_pair (sheet, "负责人签名\n（盖章）", "", "日期", YL_PAPER_BLANK_DAY, ROW_HEIGHT + 14);
}

static void
write_form (YlPapers *papers, YlSheet *sheet, guint index)
{
  write_head (papers, sheet, index);
  write_facts (papers, sheet, index);
  write_signatures (papers, sheet);
}

static void
write_rest (const YlPapers *papers, YlSheet *sheet)
{
  const guint n = (guint) yl_findings_get_n (papers->audit->findings);
  if (n == papers->n_forms)
    return;
  g_autofree char *note = g_strdup_printf (
      "其余%u项问题未单独制单，见问题清单中“取证单”一列为空的各行。", n - papers->n_forms);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 18);
  yl_sheet_span (sheet, LABEL, VALUE_RIGHT, note);
}

static YlSheet *
add_sheet (YlPapers *papers)
{
  const YlSheetForm sheet_form = {
    .name = SHEET_NAME,
    .title = "审计取证单",
    .columns = columns,
    .n_columns = N_COLUMNS,
    .is_portrait = TRUE,
    .is_plain = TRUE,
  };
  YlSheet *sheet = yl_form_add_sheet (papers->form, &sheet_form);
  yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_HIDE_COLUMNS,
                                          .first_column = FIRST_STEP,
                                          .last_column = FIRST_STEP + YL_N_CAPITAL_STEPS - 2,
                                          .width = 10 });
  /* Page breaks count only where the page is not fitted. */
  yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_SCALE, .percent = 100 });
  return sheet;
}

void
yl_papers_write_forms (YlPapers *papers)
{
  if (papers->n_forms == 0)
    return;
  const guint n = (guint) yl_findings_get_n (papers->audit->findings);
  YlSheet *sheet = add_sheet (papers);
  g_autofree guint32 *breaks = g_new0 (guint32, papers->n_forms);
  for (guint i = 0; i < n; i++)
    {
      if (papers->forms[i] == 0)
        continue;
      if (papers->forms[i] > 1)
        {
          breaks[papers->forms[i] - 2] = yl_sheet_get_row (sheet);
          yl_sheet_begin_row (sheet, YL_STYLE_BODY, 34);
          yl_sheet_title (sheet, "审计取证单");
        }
      write_form (papers, sheet, i);
    }
  write_rest (papers, sheet);
  yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_PAGE_BREAKS,
                                          .rows = breaks,
                                          .n_rows = papers->n_forms - 1 });
  yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_PRINT_AREA,
                                          .first_row = 1,
                                          .last_row = yl_sheet_get_row (sheet),
                                          .last_column = N_COLUMNS - 1 });
}
