/* Cells as people know them: by what stands before them in their row and over them. */
#include "place-private.h"

#define N_NAMES 2

static gboolean
is_label (const YlCell *cell)
{
  return cell->content == YL_CONTENT_TEXT && cell->formula == 0;
}

static const YlPlannedSheet *
find_sheet (const YlBookMatch *match, const YlWorksheet *planned)
{
  return yl_planned_book_find_sheet (match->plan, planned->name);
}

char *
yl_book_name_row (const YlBookMatch *match, const YlWorksheet *planned, guint32 row)
{
  guint n = 0;
  guint n_names = 0;
  const YlCell *cells = yl_worksheet_find_row (planned, row, &n);
  if (yl_planned_sheet_is_head_row (find_sheet (match, planned), row))
    return g_strdup ("表头");
  GString *name = g_string_new (NULL);
  for (guint i = 0; i < n && n_names < N_NAMES; i++)
    {
      if (!is_label (&cells[i]) || (cells[i].column == 0 && n > 1 && is_label (&cells[1])))
        continue;
      g_autofree char *text =
          yl_text_join_lines (yl_workbook_get_text (match->found, cells[i].value));
      g_string_append_printf (name, "%s%s", n_names++ == 0 ? "" : " ", text);
    }
  return g_string_free (name, FALSE);
}

char *
yl_book_name_column (const YlBookMatch *match,
                     const YlWorksheet *planned,
                     guint32 row,
                     guint column)
{
  const YlPlannedNote *note = yl_planned_sheet_find_note (find_sheet (match, planned), row, column);
  if (note == NULL || note->head == NULL)
    return g_strdup ("");
  g_autofree char *whole = g_strconcat (note->group == NULL ? "" : note->group, note->head, NULL);
  return yl_text_join_lines (whole);
}
