#include "evidence-private.h"

#include <string.h>

#include "yanglu/domain/cell-place.h"

static gint
find_column (const YlEvidence *place, YlPaperHeads *heads, const YlFinding *finding)
{
  guint32 row;
  guint column;
  if (finding->cell != NULL && yl_cell_parse (finding->cell, &row, &column))
    return (gint) column;
  if (finding->column == NULL || finding->column[0] == '\0')
    return -1;
  guint n = 0;
  const YlCell *cells = yl_worksheet_find_row (place->sheet, place->row, &n);
  for (guint i = 0; i < n; i++)
    {
      char letters[YL_COLUMN_LETTERS];
      yl_column_to_letters (cells[i].column, letters);
      const char *head =
          yl_paper_heads_get_text (heads, place->sheet, place->head_row, cells[i].column);
      if (g_strcmp0 (head, finding->column) == 0 || g_strcmp0 (letters, finding->column) == 0)
        return cells[i].column;
    }
  return -1;
}

YlEvidence
yl_evidence_find (const YlWorkbook *found,
                  YlPaperHeads *heads,
                  const YlFindings *findings,
                  guint index)
{
  const YlFinding *finding = yl_findings_get (findings, index);
  YlEvidence place = { .finding = index, .column = -1 };
  guint column;
  guint n = 0;
  if (found == NULL || finding->sheet == NULL)
    return place;
  place.row = finding->row;
  if (place.row == 0 && finding->cell != NULL)
    yl_cell_parse (finding->cell, &place.row, &column);
  const YlWorksheet *sheet = yl_workbook_find_sheet (found, finding->sheet);
  if (sheet == NULL || place.row == 0 || yl_worksheet_find_row (sheet, place.row, &n) == NULL
      || n == 0)
    return place;
  place.sheet = sheet;
  place.head_row = yl_paper_heads_find (heads, sheet, place.row);
  place.column = find_column (&place, heads, finding);
  return place;
}

static gboolean
has_column (const guint *columns, guint n, guint column)
{
  for (guint i = 0; i < n; i++)
    if (columns[i] == column)
      return TRUE;
  return FALSE;
}

static gboolean
add_column (YlEvidenceGroup *group, guint column)
{
  if (has_column (group->columns, group->n_columns, column))
    return TRUE;
  if (group->n_columns == YL_EVIDENCE_COLUMNS)
    return FALSE;
  group->columns[group->n_columns++] = column;
  return TRUE;
}

/* The columns of @row up to @n_wanted in all. */
static void
add_row_columns (YlEvidenceGroup *group, const YlEvidence *item, guint32 row, guint n_wanted)
{
  guint n = 0;
  const YlCell *cells = row == 0 ? NULL : yl_worksheet_find_row (item->sheet, row, &n);
  for (guint i = 0; i < n && group->n_columns < n_wanted; i++)
    if (cells[i].value != 0 || cells[i].formula != 0)
      add_column (group, cells[i].column);
}

/* The columns of money, which say what the row costs. */
static void
add_amount_columns (YlEvidenceGroup *group, YlPaperHeads *heads)
{
  const YlEvidence *first = group->items;
  guint n = 0;
  const YlCell *cells = yl_worksheet_find_row (first->sheet, first->row, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *head =
          yl_paper_heads_get_text (heads, first->sheet, first->head_row, cells[i].column);
      if (strstr (head, "金额") != NULL || strstr (head, "标准") != NULL)
        add_column (group, cells[i].column);
    }
}

static gint
compare_columns (gconstpointer a, gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

YlEvidenceGroup
yl_evidence_take_group (const YlEvidence *items, guint n, YlPaperHeads *heads)
{
  YlEvidenceGroup group = { .items = items, .n = 0, .n_columns = 0 };
  const YlEvidence *first = items;
  if (first->sheet != NULL)
    {
      add_row_columns (&group, first, first->head_row, YL_EVIDENCE_FIRST);
      add_row_columns (&group, first, first->row, YL_EVIDENCE_FIRST);
    }
  while (group.n < n && items[group.n].sheet == first->sheet
         && items[group.n].head_row == first->head_row
         && (items[group.n].column < 0 || add_column (&group, (guint) items[group.n].column)))
    group.n++;
  if (first->sheet != NULL)
    {
      add_amount_columns (&group, heads);
      add_row_columns (&group, first, first->head_row, YL_EVIDENCE_COLUMNS);
      add_row_columns (&group, first, first->row, YL_EVIDENCE_COLUMNS);
    }
  qsort (group.columns, group.n_columns, sizeof *group.columns, compare_columns);
  return group;
}
