/* Cells as people know them: by what stands before them in their row and over them. */
#include "place-private.h"

#define N_NAMES 2

static gboolean
is_label (const YlCell *cell)
{
  return cell->content == YL_CONTENT_TEXT && cell->formula == 0;
}

/* A row of heads holds nothing but texts, over three quarters of the columns of its table. */
static gboolean
is_head_row (const YlWorksheet *planned, guint32 row, guint n_columns)
{
  guint n = 0;
  const YlCell *cells = yl_worksheet_find_row (planned, row, &n);
  for (guint i = 0; i < n; i++)
    if (!is_label (&cells[i]))
      return FALSE;
  return n >= 3 && n * 4 >= n_columns * 3;
}

/* Of the table: the widest row among the first ones of the sheet. */
static guint
count_columns (const YlWorksheet *planned)
{
  static const guint32 n_rows = 8;
  guint n_most = 0;
  for (guint32 row = 1; row <= n_rows; row++)
    {
      guint n = 0;
      const YlCell *cells = yl_worksheet_find_row (planned, row, &n);
      n_most = n == 0 ? n_most : MAX (n_most, (guint) cells[n - 1].column + 1);
    }
  return n_most;
}

char *
yl_book_name_row (const YlBookMatch *match, const YlWorksheet *planned, guint32 row)
{
  guint n = 0;
  guint n_names = 0;
  const YlCell *cells = yl_worksheet_find_row (planned, row, &n);
  if (is_head_row (planned, row, count_columns (planned)))
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
  const guint n_columns = count_columns (planned);
  for (guint32 above = row; above > 1; above--)
    {
      if (!is_head_row (planned, above - 1, n_columns))
        continue;
      /* Of two rows of heads the lower may be silent where the upper names both. */
      const YlCell *head = yl_worksheet_find (planned, above - 1, column);
      if (head == NULL && above > 2)
        head = yl_worksheet_find (planned, above - 2, column);
      return head == NULL ? g_strdup ("")
                          : yl_text_join_lines (yl_workbook_get_text (match->found, head->value));
    }
  return g_strdup ("");
}
