#include "evidence-private.h"

#include "yanglu/domain/cell-place.h"

/* A sheet for each rule that hit: the rows as they were found. */

enum
{
  ORDINAL,
  ROW,
  FIRST_CELL,
  EXPECTED = FIRST_CELL + YL_EVIDENCE_COLUMNS,
  STAKE,
  GAINER,
  N_COLUMNS,
};

/* Of findings that stand nowhere in the workbook: their place and what they say. */
#define PLACE_END (FIRST_CELL + 2)
#define SEEN (PLACE_END + 1)
#define SEEN_END (SEEN + 1)
#define MESSAGE (SEEN_END + 1)
#define CELL_CHARACTERS 120
#define FORMULA_CHARACTERS 80

/* All columns on a page of A3, even in a wide font; and the points that then stand under each other
 * on it, so that no head is left behind at its foot. */
#define PRINT_SCALE 70
#define PAGE_HEIGHT 1010.0
#define HEADS_HEIGHT 66.0
#define ROW_HEIGHT_MAX 46.0
#define N_BREAKS_MAX 1000u

static YlSheet *
add_sheet (YlPapers *papers, const YlPaperSum *rule)
{
  YlColumnForm columns[N_COLUMNS];
  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i] = (YlColumnForm){ "", NULL, 12 };
  columns[ORDINAL].width = 6;
  columns[ROW].width = 7;
  columns[EXPECTED].width = 18;
  columns[STAKE].width = 16;
  columns[GAINER].width = 14;
  const char *code = yl_code_get_name (rule->code);
  g_autofree char *name = g_strdup_printf ("%s证据", code);
  g_autofree char *title = g_strdup_printf ("%s %s：证据", code, yl_code_get_title (rule->code));
  const YlSheetForm sheet_form = {
    .name = name,
    .title = title,
    .columns = columns,
    .n_columns = N_COLUMNS,
    .is_a3 = TRUE,
    .is_plain = TRUE,
  };
  YlSheet *sheet = yl_form_add_sheet (papers->form, &sheet_form);
  /* Page breaks count only where the page is not fitted. */
  yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_SCALE, .percent = PRINT_SCALE });
  return sheet;
}

static void
write_tail_heads (YlSheet *sheet)
{
  yl_sheet_head (sheet, EXPECTED, "应为");
  yl_sheet_head (sheet, STAKE, "涉及金额（元）");
  yl_sheet_head (sheet, GAINER, "受益方");
}

static void
write_tail (YlPapers *papers, YlSheet *sheet, guint index)
{
  const YlFinding *finding = yl_findings_get (papers->audit->findings, index);
  yl_sheet_text (sheet, EXPECTED, finding->expected != NULL ? finding->expected : "");
  if (finding->is_priced)
    yl_sheet_formula (sheet, STAKE, YL_MEASURE_FEN,
                      yl_findings_table_get_stake (&papers->list, index), finding->at_stake.fen);
  else
    yl_sheet_label (sheet, STAKE, "未知");
  yl_sheet_text (sheet, GAINER, papers->sums->named[index]);
}

static void
write_group_heads (const YlEvidenceGroup *group, const YlPaperHeads *heads, YlSheet *sheet)
{
  const YlEvidence *first = group->items;
  g_autofree char *heading =
      first->head_row > 0
          ? g_strdup_printf ("工作表“%s”，表头在第%u行", first->sheet->name, first->head_row)
          : g_strdup_printf ("工作表“%s”", first->sheet->name);
  yl_papers_write_heading (sheet, GAINER, heading);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 46);
  yl_sheet_head (sheet, ORDINAL, "清单\n序号");
  yl_sheet_head (sheet, ROW, "行");
  for (guint i = 0; i < YL_EVIDENCE_COLUMNS; i++)
    {
      if (i >= group->n_columns)
        {
          yl_sheet_head (sheet, FIRST_CELL + i, "");
          continue;
        }
      char letters[YL_COLUMN_LETTERS];
      yl_column_to_letters (group->columns[i], letters);
      const char *text =
          yl_paper_heads_get_text (heads, first->sheet, first->head_row, group->columns[i]);
      g_autofree char *line = yl_text_join_lines (text);
      g_autofree char *clipped = yl_paper_clip (line, 14);
      g_autofree char *head = g_strdup_printf ("%s列\n%s", letters, clipped);
      yl_sheet_head (sheet, FIRST_CELL + i, head);
    }
  write_tail_heads (sheet);
}

static void
write_cell (
    const YlWorkbook *found, YlSheet *sheet, guint column, const YlCell *cell, gboolean is_fault)
{
  if (cell == NULL)
    {
      yl_sheet_blank (sheet, column);
      return;
    }
  const char *value = yl_workbook_get_text (found, cell->value);
  const char *formula = yl_workbook_get_text (found, cell->formula);
  if (cell->content == YL_CONTENT_NUMBER && !(is_fault && formula[0] != '\0'))
    {
      yl_sheet_decimal (sheet, column, value);
      return;
    }
  g_autofree char *shown = yl_paper_clip (value, CELL_CHARACTERS);
  g_autofree char *clipped = yl_paper_clip (formula, FORMULA_CHARACTERS);
  g_autofree char *both = g_strdup_printf ("%s\n（=%s）", shown, clipped);
  yl_sheet_text (sheet, column, is_fault && formula[0] != '\0' ? both : shown);
}

static void
write_found_row (YlPapers *papers,
                 YlSheet *sheet,
                 const YlEvidenceGroup *group,
                 const YlEvidence *item)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, ORDINAL, YL_MEASURE_NUMBER, (gint64) item->finding + 1);
  yl_sheet_number (sheet, ROW, YL_MEASURE_NUMBER, item->row);
  for (guint i = 0; i < YL_EVIDENCE_COLUMNS; i++)
    {
      if (i >= group->n_columns)
        {
          yl_sheet_blank (sheet, FIRST_CELL + i);
          continue;
        }
      const gboolean is_fault = (gint) group->columns[i] == item->column;
      yl_sheet_set_style (sheet, is_fault ? YL_STYLE_FAULT : YL_STYLE_BODY);
      write_cell (papers->request->found, sheet, FIRST_CELL + i,
                  yl_worksheet_find (item->sheet, item->row, group->columns[i]), is_fault);
      yl_sheet_set_style (sheet, YL_STYLE_BODY);
    }
  write_tail (papers, sheet, item->finding);
}

static void
write_loose_heads (YlSheet *sheet)
{
  yl_papers_write_heading (sheet, GAINER, "不在表中某一行的问题");
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 30);
  yl_sheet_head (sheet, ORDINAL, "清单\n序号");
  yl_sheet_head (sheet, ROW, "行");
  yl_sheet_span_head (sheet, FIRST_CELL, PLACE_END, "位置");
  yl_sheet_span_head (sheet, SEEN, SEEN_END, "现值");
  yl_sheet_span_head (sheet, MESSAGE, EXPECTED - 1, "说明");
  write_tail_heads (sheet);
}

static void
write_loose (YlPapers *papers, YlSheet *sheet, guint index)
{
  const YlFinding *finding = yl_findings_get (papers->audit->findings, index);
  g_autofree char *place = yl_paper_make_place (finding, papers->audit->file);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, ORDINAL, YL_MEASURE_NUMBER, (gint64) index + 1);
  if (finding->row > 0)
    yl_sheet_number (sheet, ROW, YL_MEASURE_NUMBER, finding->row);
  else
    yl_sheet_blank (sheet, ROW);
  yl_sheet_span (sheet, FIRST_CELL, PLACE_END, place);
  yl_sheet_set_style (sheet, YL_STYLE_FAULT);
  yl_sheet_span (sheet, SEEN, SEEN_END, finding->seen != NULL ? finding->seen : "");
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
  yl_sheet_span (sheet, MESSAGE, EXPECTED - 1, finding->message != NULL ? finding->message : "");
  write_tail (papers, sheet, index);
}

/* A sheet of evidence while it is written, page by page. */
typedef struct
{
  YlPapers *papers;
  YlSheet *sheet;
  YlPaperHeads *heads;
  double begun;   /* where this page began, in points */
  GArray *breaks; /* of guint32 */
} Pages;

/* Begins a page when @wanted points more do not fit on this one. */
static gboolean
turn_page (Pages *pages, double wanted)
{
  const double at = yl_sheet_get_height (pages->sheet);
  if (at + wanted - pages->begun <= PAGE_HEIGHT || pages->breaks->len == N_BREAKS_MAX)
    return FALSE;
  const guint32 row = yl_sheet_get_row (pages->sheet);
  g_array_append_val (pages->breaks, row);
  pages->begun = at;
  return TRUE;
}

static void
write_heads (const Pages *pages, const YlEvidenceGroup *group)
{
  if (group->items->sheet != NULL)
    write_group_heads (group, pages->heads, pages->sheet);
  else
    write_loose_heads (pages->sheet);
}

static void
write_group (Pages *pages, const YlEvidenceGroup *group)
{
  turn_page (pages, HEADS_HEIGHT + 2 * ROW_HEIGHT_MAX);
  write_heads (pages, group);
  for (guint i = 0; i < group->n; i++)
    {
      if (turn_page (pages, 2 * ROW_HEIGHT_MAX))
        write_heads (pages, group);
      if (group->items->sheet != NULL)
        write_found_row (pages->papers, pages->sheet, group, &group->items[i]);
      else
        write_loose (pages->papers, pages->sheet, group->items[i].finding);
    }
}

static void
write_groups (Pages *pages, const GArray *places)
{
  for (guint at = 0; at < places->len;)
    {
      const YlEvidence *items = &g_array_index (places, YlEvidence, at);
      const YlEvidenceGroup group = yl_evidence_take_group (items, places->len - at, pages->heads);
      write_group (pages, &group);
      at += group.n;
    }
}

static void
write_total (YlPapers *papers, YlSheet *sheet, const YlPaperSum *rule, guint n_shown)
{
  g_autofree char *test = g_strdup_printf ("\"%s\"", yl_code_get_name (rule->code));
  g_autofree char *label =
      n_shown < rule->n
          ? g_strdup_printf ("合计（共%u项，以上列出前%u项，其余见问题清单）", rule->n, n_shown)
          : g_strdup_printf ("合计（共%u项）", rule->n);
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_span (sheet, ORDINAL, EXPECTED, label);
  yl_sheet_formula (sheet, STAKE, YL_MEASURE_FEN, yl_paper_sum_stakes (papers, "code", test),
                    rule->fen);
  yl_sheet_blank (sheet, GAINER);
}

static void
write_rule (YlPapers *papers, YlPaperHeads *heads, const YlPaperSum *rule)
{
  const YlFindings *findings = papers->audit->findings;
  const guint n = (guint) yl_findings_get_n (findings);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (YlEvidence));
  for (guint i = 0; i < n && places->len < YL_AUDIT_BOOK_EVIDENCE; i++)
    if (yl_findings_get (findings, i)->code == rule->code)
      {
        const YlEvidence place = yl_evidence_find (papers->request->found, heads, findings, i);
        g_array_append_val (places, place);
      }
  YlSheet *sheet = add_sheet (papers, rule);
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (guint32));
  Pages pages = { papers, sheet, heads, 0, breaks };
  write_groups (&pages, places);
  if (breaks->len > 0)
    yl_sheet_set (sheet, &(YlSheetSetting){ .kind = YL_SETTING_PAGE_BREAKS,
                                            .rows = (const guint32 *) (gpointer) breaks->data,
                                            .n_rows = breaks->len });
  write_total (papers, sheet, rule, places->len);
  yl_sheet_end (sheet);
}

void
yl_papers_write_evidence (YlPapers *papers)
{
  g_autoptr (YlPaperHeads) heads = yl_paper_heads_new (papers->request->found);
  for (guint code = 0; code < YL_N_CODES; code++)
    for (guint i = 0; i < papers->sums->rules->len; i++)
      {
        const YlPaperSum *rule = &g_array_index (papers->sums->rules, YlPaperSum, i);
        if ((guint) rule->code == code)
          write_rule (papers, heads, rule);
      }
}
