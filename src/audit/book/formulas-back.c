/* Constants of a workbook to which rows were added before it was pasted as values. */
#include "acts-private.h"

#include <string.h>

/* With ranges as they were, and with those that grew over the added rows. */
#define N_WAYS 2u

struct _YlBookFormulas
{
  const YlBookMatch *match;
  YlWorkbook
      books[N_WAYS]; /* of sheets of their own, all else borrowed; no sheets: not asked for */
  YlRecalculation *worked_out[N_WAYS]; /* NULL where no rows were added */
};

static gboolean
has_added_row (const YlSheetPair *pair)
{
  guint n = 0;
  for (guint32 row = 1; pair->found != NULL && row <= pair->rows->n_found; row++)
    if (pair->rows->planned_of[row] == 0 && yl_worksheet_find_row (pair->found, row, &n) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_added_rows (const YlBookMatch *match)
{
  for (guint i = 0; i < match->pairs->len; i++)
    if (has_added_row (&g_array_index (match->pairs, YlSheetPair, i)))
      return TRUE;
  return FALSE;
}

static void
free_sheet (gpointer data)
{
  YlWorksheet *sheet = data;
  g_array_unref (sheet->cells);
  g_free (sheet);
}

/* (transfer full) (element-type YlWorksheet): the sheets with cells of their own */
static GPtrArray *
copy_sheets (const YlWorkbook *found)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func (free_sheet);
  for (guint i = 0; i < found->sheets->len; i++)
    {
      YlWorksheet *copy = g_memdup2 (g_ptr_array_index (found->sheets, i), sizeof *copy);
      copy->cells = g_array_copy (copy->cells);
      g_ptr_array_add (sheets, copy);
    }
  return sheets;
}

static const YlCell *
find_cell (const YlWorkbook *book, const YlCellDifference *it)
{
  const YlWorksheet *sheet = yl_workbook_find_sheet (book, it->pair->found->name);
  const guint column = yl_column_match_find (it->pair->columns, it->column);
  return sheet == NULL || column == YL_NO_COLUMN ? NULL
                                                 : yl_worksheet_find (sheet, it->found_row, column);
}

static void
put_formulas (YlBookFormulas *self, const GArray *differences, guint way)
{
  YlWorkbook *book = &self->books[way];
  for (guint i = 0; i < differences->len; i++)
    {
      const YlCellDifference *it = &g_array_index (differences, YlCellDifference, i);
      YlCell *cell = it->kind == YL_DIFFERENCE_FIXED ? (YlCell *) find_cell (book, it) : NULL;
      if (cell == NULL)
        continue;
      g_autofree char *formula = yl_book_match_lead_formula (
          self->match, it->pair, yl_workbook_get_text (book, it->planned->formula), way > 0);
      if (formula == NULL)
        continue;
      cell->formula = yl_text_pool_add (book->texts, yl_text_of (formula));
      cell->is_array = it->planned->is_array;
    }
}

YlBookFormulas *
yl_book_formulas_new (const YlBookMatch *match, const GArray *differences)
{
  YlBookFormulas *self = g_new0 (YlBookFormulas, 1);
  self->match = match;
  for (guint way = 0; way < N_WAYS && has_added_rows (match); way++)
    {
      self->books[way] = *match->found;
      self->books[way].sheets = copy_sheets (match->found);
      put_formulas (self, differences, way);
      self->worked_out[way] = yl_recalculation_new_stored (&self->books[way]);
    }
  return self;
}

void
yl_book_formulas_free (YlBookFormulas *self)
{
  for (guint way = 0; way < N_WAYS; way++)
    {
      yl_recalculation_free (self->worked_out[way]);
      g_clear_pointer (&self->books[way].sheets, g_ptr_array_unref);
    }
  g_free (self);
}

gboolean
yl_book_formulas_give (YlBookFormulas *self, const YlCellDifference *it)
{
  for (guint way = 0; way < N_WAYS && self->worked_out[way] != NULL; way++)
    {
      const YlCell *cell = find_cell (&self->books[way], it);
      YlCellValue given = { .kind = YL_VALUE_UNKNOWN };
      if (cell == NULL || cell->formula == 0)
        continue;
      const YlCellValue saved = yl_cell_value_stored (&self->books[way], cell);
      yl_recalculation_get (self->worked_out[way], it->pair->found->name, cell->row, cell->column,
                            &given);
      if (given.kind != YL_VALUE_UNKNOWN && yl_cell_value_equal (&given, &saved))
        return TRUE;
    }
  return FALSE;
}
