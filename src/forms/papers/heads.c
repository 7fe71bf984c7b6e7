#include "heads-private.h"

struct _YlPaperHeads
{
  const YlWorkbook *workbook;
  GHashTable *rows; /* YlWorksheet → GArray of guint32, ascending */
};

static void
array_free (gpointer data)
{
  g_array_unref (data);
}

YlPaperHeads *
yl_paper_heads_new (const YlWorkbook *workbook)
{
  YlPaperHeads *heads = g_new0 (YlPaperHeads, 1);
  heads->workbook = workbook;
  heads->rows = g_hash_table_new_full (NULL, NULL, NULL, array_free);
  return heads;
}

void
yl_paper_heads_free (YlPaperHeads *heads)
{
  if (heads == NULL)
    return;
  g_hash_table_unref (heads->rows);
  g_free (heads);
}

/* A number typed as text, too: no head begins with a digit or a sign. */
static gboolean
is_number_like (const YlWorkbook *workbook, const YlCell *cell)
{
  if (cell->content == YL_CONTENT_NUMBER || cell->formula != 0)
    return TRUE;
  const char *text = yl_workbook_get_text (workbook, cell->value);
  const char first = text[0];
  return g_ascii_isdigit (first) || first == '-' || first == '+' || first == '.';
}

typedef struct
{
  guint32 row;
  guint n_texts;
  guint n_numbers;
} RowKind;

static RowKind
look_at_row (const YlWorkbook *workbook, const GArray *cells, guint *at)
{
  RowKind kind = { g_array_index (cells, YlCell, *at).row, 0, 0 };
  for (; *at < cells->len && g_array_index (cells, YlCell, *at).row == kind.row; (*at)++)
    {
      const YlCell *cell = &g_array_index (cells, YlCell, *at);
      if (is_number_like (workbook, cell))
        kind.n_numbers++;
      else if (cell->content == YL_CONTENT_TEXT
               && yl_workbook_get_text (workbook, cell->value)[0] != '\0')
        kind.n_texts++;
    }
  return kind;
}

static GArray *
find_head_rows (const YlWorkbook *workbook, const YlWorksheet *sheet)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  RowKind before = { 0, 0, 0 };
  for (guint at = 0; at < sheet->cells->len;)
    {
      const RowKind kind = look_at_row (workbook, sheet->cells, &at);
      if (kind.n_numbers > 0 && before.n_texts >= 2 && before.n_numbers == 0)
        g_array_append_val (rows, before.row);
      if (kind.n_texts + kind.n_numbers > 0)
        before = kind;
    }
  return rows;
}

guint32
yl_paper_heads_find (YlPaperHeads *heads, const YlWorksheet *sheet, guint32 row)
{
  GArray *rows = g_hash_table_lookup (heads->rows, sheet);
  if (rows == NULL)
    {
      rows = find_head_rows (heads->workbook, sheet);
      g_hash_table_insert (heads->rows, (gpointer) sheet, rows);
    }
  guint low = 0;
  guint high = rows->len;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      if (g_array_index (rows, guint32, middle) < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low == 0 ? 0 : g_array_index (rows, guint32, low - 1);
}

const char *
yl_paper_heads_get_text (const YlPaperHeads *heads,
                         const YlWorksheet *sheet,
                         guint32 head_row,
                         guint column)
{
  for (guint32 row = head_row; row > 0 && row + 1 >= head_row; row--)
    {
      const YlCell *cell = yl_worksheet_find (sheet, row, column);
      if (cell != NULL && cell->content == YL_CONTENT_TEXT && cell->value != 0)
        return yl_workbook_get_text (heads->workbook, cell->value);
    }
  return "";
}
