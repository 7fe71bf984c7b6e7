#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

enum
{
  ORDINAL,
  CODE,
  SEVERITY,
  TITLE,
  FILE_NAME,
  SHEET,
  ROW,
  COLUMN,
  SEEN,
  EXPECTED,
  MESSAGE,
  STAKE,
  BASIS,
  N_COLUMNS,
};

static const YlColumnForm columns[N_COLUMNS] = {
  [ORDINAL] = { "序号", NULL, 6 },    [CODE] = { "编号", NULL, 7 },
  [SEVERITY] = { "级别", NULL, 7 },   [TITLE] = { "问题", NULL, 22 },
  [FILE_NAME] = { "文件", NULL, 18 }, [SHEET] = { "工作表", NULL, 12 },
  [ROW] = { "行", NULL, 8 },          [COLUMN] = { "列", NULL, 12 },
  [SEEN] = { "现值", NULL, 16 },      [EXPECTED] = { "应为", NULL, 16 },
  [MESSAGE] = { "说明", NULL, 56 },   [STAKE] = { "涉及金额\n（元）", NULL, 15 },
  [BASIS] = { "依据", NULL, 26 },
};

#define N_SEVERITIES (YL_SEVERITY_INFO + 1)

static void
open_part (YlBook *book, guint part, gsize n_rows)
{
  g_autofree char *name =
      part == 0 ? g_strdup ("问题清单") : g_strdup_printf ("问题清单(%u)", part + 1);
  g_autofree char *title = g_strdup_printf ("%s%u年农村公路养护预算问题清单%s", book->name,
                                            book->figures->year, part == 0 ? "" : "（续）");
  const YlSheetForm sheet_form = {
    .name = name,
    .title = title,
    .unit_note = "单位：元",
    .columns = columns,
    .n_columns = N_COLUMNS,
    .is_a3 = TRUE,
    .has_filter = TRUE,
  };
  YlSheet *sheet = yl_form_add_sheet (book->form, &sheet_form);
  const guint32 first = yl_sheet_get_first_row (sheet);
  const YlPart rows = { sheet, first, first + (guint32) MAX (n_rows, 1) - 1 };
  g_array_append_val (book->findings, rows);
}

YlSheet *
yl_book_open_findings (YlBook *book)
{
  const gsize n = yl_findings_get_n (book->request->findings);
  const gsize n_per_sheet = yl_book_get_rows_per_sheet (book);
  guint part = 0;
  for (gsize begun = 0; part == 0 || begun < n; begun += n_per_sheet)
    open_part (book, part++, MIN (n - begun, n_per_sheet));
  return g_array_index (book->findings, YlPart, 0).sheet;
}

static const char *
or_empty (const char *text)
{
  return text == NULL ? "" : text;
}

static void
write_finding (YlSheet *sheet, guint ordinal, const YlFinding *finding)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, ORDINAL, YL_MEASURE_NUMBER, ordinal);
  yl_sheet_label (sheet, CODE, yl_code_get_name (finding->code));
  yl_sheet_label (sheet, SEVERITY, yl_severity_get_name (finding->severity));
  yl_sheet_text (sheet, TITLE, yl_code_get_title (finding->code));
  yl_sheet_text (sheet, FILE_NAME, or_empty (finding->file));
  yl_sheet_text (sheet, SHEET, or_empty (finding->sheet));
  if (finding->row == 0)
    yl_sheet_blank (sheet, ROW);
  else
    yl_sheet_number (sheet, ROW, YL_MEASURE_NUMBER, finding->row);
  yl_sheet_text (sheet, COLUMN, or_empty (finding->column));
  yl_sheet_text (sheet, SEEN, or_empty (finding->seen));
  yl_sheet_text (sheet, EXPECTED, or_empty (finding->expected));
  yl_sheet_text (sheet, MESSAGE, or_empty (finding->message));
  if (finding->is_priced)
    yl_sheet_number (sheet, STAKE, YL_MEASURE_FEN, finding->at_stake.fen);
  else
    yl_sheet_label (sheet, STAKE, "未知");
  yl_sheet_text (sheet, BASIS, yl_finding_get_basis (finding));
}

/* What the findings listed come to, by severity. */
typedef struct
{
  gint64 n[N_SEVERITIES];
  gint64 fen[N_SEVERITIES];
} Tally;

static Tally
tally (const YlFindings *findings)
{
  Tally sums = { 0 };
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      sums.n[finding->severity]++;
      sums.fen[finding->severity] += finding->is_priced ? finding->at_stake.fen : 0;
    }
  return sums;
}

static void
map_total (YlSheet *sheet, guint column, YlMeasure measure, YlSeverity severity, const char *figure)
{
  g_autofree char *key =
      g_strdup_printf ("findings_total.%s_%s", yl_severity_get_key (severity), figure);
  yl_sheet_map_cell (sheet, column, measure, key);
}

static void
write_totals (YlBook *book, YlSheet *sheet, const Tally *sums)
{
  const YlPart *parts = (const YlPart *) (gpointer) book->findings->data;
  const gsize n_parts = book->findings->len;
  const YlCriterion criterion = { SEVERITY, "$C#" };
  static const char *const names[N_SEVERITIES] = { YL_NAME_ERRORS, YL_NAME_WARNINGS,
                                                   YL_NAME_INFOS };
  for (guint i = 0; i < N_SEVERITIES; i++)
    {
      const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
      yl_sheet_label (sheet, ORDINAL, i == 0 ? "小计" : "");
      yl_sheet_blank (sheet, CODE);
      yl_sheet_label (sheet, SEVERITY, yl_severity_get_name (i));
      yl_sheet_blanks (sheet, TITLE, SHEET);
      yl_sheet_formula (sheet, ROW, YL_MEASURE_COUNT,
                        yl_book_count (book, parts, n_parts, &criterion, 1), sums->n[i]);
      map_total (sheet, ROW, YL_MEASURE_COUNT, i, "count");
      yl_sheet_label (sheet, COLUMN, "项");
      yl_sheet_blanks (sheet, SEEN, MESSAGE);
      yl_sheet_formula (sheet, STAKE, YL_MEASURE_FEN,
                        yl_book_sum (book, parts, n_parts, STAKE, YL_MEASURE_FEN, &criterion, 1),
                        sums->fen[i]);
      map_total (sheet, STAKE, YL_MEASURE_FEN, i, "fen");
      yl_sheet_blank (sheet, BASIS);
      yl_form_define (book->form, names[i], yl_book_reference (book, sheet, ROW, row));
    }
}

static void
fill_part (const YlPart *part, const YlFindings *findings, gsize begun, gsize end)
{
  YlSheet *sheet = part->sheet;
  for (gsize i = begun; i < end; i++)
    write_finding (sheet, (guint) i + 1, yl_findings_get (findings, i));
  if (begun == end)
    {
      yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
      yl_sheet_blanks (sheet, ORDINAL, EXPECTED);
      yl_sheet_text (sheet, MESSAGE, "未发现问题");
      yl_sheet_blanks (sheet, STAKE, BASIS);
    }
  yl_sheet_map_rows (sheet, STAKE, part->first_row, part->last_row, YL_MEASURE_FEN,
                     "findings.at_stake_fen");
  yl_sheet_end_filter (sheet);
}

void
yl_book_fill_findings (YlBook *book)
{
  const YlFindings *findings = book->request->findings;
  const gsize n = yl_findings_get_n (findings);
  const gsize n_per_sheet = yl_book_get_rows_per_sheet (book);
  const Tally sums = tally (findings);
  for (guint i = 0; i < book->findings->len; i++)
    {
      const YlPart *part = &g_array_index (book->findings, YlPart, i);
      fill_part (part, findings, i * n_per_sheet, MIN ((i + 1) * n_per_sheet, n));
      if (i + 1 == book->findings->len)
        write_totals (book, part->sheet, &sums);
      yl_sheet_end (part->sheet);
    }
}
