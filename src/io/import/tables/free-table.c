#include "free-table-private.h"

#include "yanglu/io/import/head-name.h"

/* Titles and notes stand above the heads, but not a page of them. */
#define MAX_HEAD_ROW 50

/* The first word of the list that a head holds says its column, unless another head has it. */
static guint64
take_head (FreeTable *found, const YlCell *cell)
{
  g_auto (YlHeadText) text;
  yl_head_text_init (&text, yl_workbook_get_text (found->workbook, cell->value));
  const YlSpelling *word = yl_words_find_inside (found->words, found->table->words, text.flat->str);
  for (guint column = 0; word != NULL && column < found->table->n_columns; column++)
    if (found->columns[column] < 0 && g_str_equal (found->table->columns[column].key, word->key))
      {
        found->columns[column] = cell->column;
        return G_GUINT64_CONSTANT (1) << column;
      }
  return 0;
}

static gboolean
is_head_row (FreeTable *found, guint32 row)
{
  guint n_cells = 0;
  guint64 columns = 0;
  const YlCell *cells = yl_worksheet_find_row (found->sheet, row, &n_cells);
  for (guint i = 0; i < YL_HEADS_MAX; i++)
    found->columns[i] = -1;
  for (guint i = 0; i < n_cells; i++)
    if (cells[i].content == YL_CONTENT_TEXT)
      columns |= take_head (found, &cells[i]);
  for (const guint64 *set = found->table->enough; n_cells > 2 && *set != 0; set++)
    if ((columns & *set) == *set)
      return TRUE;
  return FALSE;
}

gboolean
free_table_find (FreeTable *found)
{
  const guint32 last_row = MIN (yl_worksheet_get_last_row (found->sheet), MAX_HEAD_ROW);
  for (found->head_row = 1; found->head_row <= last_row; found->head_row++)
    if (is_head_row (found, found->head_row))
      return TRUE;
  return FALSE;
}

const YlCell *
free_table_get (const FreeTable *found, guint32 row, guint column)
{
  const int index = found->columns[column];
  return index < 0 ? NULL : yl_worksheet_find (found->sheet, row, (guint) index);
}

const char *
free_table_get_text (const FreeTable *found, guint32 row, guint column)
{
  const YlCell *cell = free_table_get (found, row, column);
  return cell == NULL ? "" : yl_workbook_get_text (found->workbook, cell->value);
}
