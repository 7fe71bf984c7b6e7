#include "cells-private.h"

#include <string.h>

/* Levels of expressions within each other, and of those the ones in which another cell is still
 * begun; Excel allows 64 in a formula. Each level takes some kilobytes of the stack. */
#define MAX_LEVELS 224u
#define MAX_CELL_LEVELS 96u

/* Places of one rectangle, those of all that are kept, and how many are kept. */
#define MAX_PLACES 2000000u
#define MAX_KEPT_PLACES 8000000u
#define MAX_KEPT 512u

static void
index_rows (YlSheetCells *cells)
{
  const guint n = cells->cells->len;
  g_free (cells->rows);
  g_free (cells->slots);
  cells->last_row = n == 0 ? 0 : yl_sheet_cells_get (cells, n - 1)->row;
  cells->last_column = 0;
  cells->slots = g_new0 (guint32, n + 1);
  cells->rows = g_new (guint32, (gsize) cells->last_row + 2);
  guint at = 0;
  for (guint32 row = 0; row <= cells->last_row + 1; row++)
    {
      for (; at < n && yl_sheet_cells_get (cells, at)->row < row; at++)
        cells->last_column = MAX (cells->last_column, yl_sheet_cells_get (cells, at)->column);
      cells->rows[row] = at;
    }
}

void
yl_sheet_cells_init (YlSheetCells *cells, const YlWorksheet *sheet)
{
  *cells = (YlSheetCells){ .sheet = sheet, .cells = g_array_ref (sheet->cells) };
  index_rows (cells);
}

void
yl_sheet_cells_clear (YlSheetCells *cells)
{
  g_clear_pointer (&cells->cells, g_array_unref);
  g_clear_pointer (&cells->rows, g_free);
  g_clear_pointer (&cells->slots, g_free);
}

guint
yl_sheet_cells_find_from (const YlSheetCells *cells, guint32 row, guint column)
{
  if (row > cells->last_row)
    return cells->cells->len;
  guint low = cells->rows[row];
  guint high = cells->rows[row + 1];
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      if (yl_sheet_cells_get (cells, middle)->column < column)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
yl_sheet_cells_find (const YlSheetCells *cells, guint32 row, guint column, guint *out_index)
{
  const guint at = yl_sheet_cells_find_from (cells, row, column);
  if (row > cells->last_row || at >= cells->rows[row + 1]
      || yl_sheet_cells_get (cells, at)->column != column)
    return FALSE;
  *out_index = at;
  return TRUE;
}

void
yl_sheet_cells_insert (YlSheetCells *cells, guint32 row, guint column)
{
  const guint at = yl_sheet_cells_find_from (cells, row, column);
  GArray *more = g_array_sized_new (FALSE, FALSE, sizeof (YlCell), cells->cells->len + 1);
  g_array_append_vals (more, cells->cells->data, cells->cells->len);
  const YlCell cell = { .row = row, .column = (guint16) column, .content = YL_CONTENT_NONE };
  g_array_insert_val (more, at, cell);
  g_array_unref (cells->cells);
  cells->cells = more;
  index_rows (cells);
}

gboolean
yl_recalculation_enter (YlRecalculation *book)
{
  return book->n_levels++ < MAX_LEVELS;
}

void
yl_recalculation_leave (YlRecalculation *book)
{
  book->n_levels--;
}

guint
yl_recalculation_take_slot (YlRecalculation *book, guint sheet, guint cell)
{
  guint32 *slot = &book->sheets[sheet].slots[cell];
  if (*slot == 0)
    {
      *slot = book->entries->len;
      const YlCellEntry entry = { .sheet = sheet, .cell = cell };
      g_array_append_val (book->entries, entry);
    }
  return *slot;
}

static YlCellValue
get_stored (const YlRecalculation *book, const YlCell *cell)
{
  const char *text = yl_workbook_get_text (book->workbook, cell->value);
  YlFixed number;
  switch ((YlContent) cell->content)
    {
    case YL_CONTENT_NUMBER:
      return yl_fixed_parse (yl_text_of (text), &number) ? yl_cell_value_of_number (number)
                                                         : yl_cell_value_unknown ();
    case YL_CONTENT_TEXT:
      return yl_cell_value_of_text (text);
    case YL_CONTENT_BOOLEAN:
      return yl_cell_value_of_boolean (*text == '1');
    case YL_CONTENT_ERROR:
      return yl_cell_value_of_error (text);
    case YL_CONTENT_NONE:
    default:
      return (YlCellValue){ .kind = YL_VALUE_EMPTY };
    }
}

/* To be computed from its own start. */
static YlCellValue
want (YlRecalculation *book, guint slot)
{
  YlCellEntry *entry = yl_recalculation_get_entry (book, slot);
  if (entry->round != book->round)
    g_array_append_val (book->wanted, slot);
  entry->round = book->round;
  book->is_partial = TRUE;
  return yl_cell_value_unknown ();
}

/* A formula that is not computed yet. Once a cell was too deep, nothing more is begun, or two
 * references in every cell of a chain would double the work with every cell; but of a rectangle all
 * cells are asked for at once. */
static YlCellValue
begin (YlRecalculation *book, guint slot, gboolean is_of_rectangle)
{
  if (book->is_partial && !is_of_rectangle)
    return yl_cell_value_unknown ();
  return book->is_partial || book->n_levels >= MAX_CELL_LEVELS ? want (book, slot)
                                                               : book->attempt (book, slot);
}

YlCellValue
yl_recalculation_read_cell (YlRecalculation *book,
                            guint sheet,
                            guint index,
                            gboolean is_of_rectangle)
{
  if (book->n_visits++ >= book->max_visits)
    return yl_cell_value_unknown ();
  const YlSheetCells *cells = &book->sheets[sheet];
  const YlCell *cell = yl_sheet_cells_get (cells, index);
  if (cells->slots[index] == 0 && cell->formula == 0)
    return get_stored (book, cell);
  const guint slot = yl_recalculation_take_slot (book, sheet, index);
  const YlCellEntry *entry = yl_recalculation_get_entry (book, slot);
  switch (entry->state)
    {
    case YL_ENTRY_DONE:
    case YL_ENTRY_SET:
      return entry->value;
    case YL_ENTRY_RUNNING:
      return yl_cell_value_of_error (YL_CIRCULAR);
    case YL_ENTRY_FRESH:
    default:
      return cell->formula == 0 ? get_stored (book, cell) : begin (book, slot, is_of_rectangle);
    }
}

YlCellValue
yl_recalculation_read (YlRecalculation *book, guint sheet, guint32 row, guint column)
{
  guint index;
  if (!yl_sheet_cells_find (&book->sheets[sheet], row, column, &index))
    return (YlCellValue){ .kind = YL_VALUE_EMPTY };
  return yl_recalculation_read_cell (book, sheet, index, FALSE);
}

YlArea
yl_recalculation_clip (const YlRecalculation *book, YlArea area)
{
  const YlSheetCells *cells = &book->sheets[area.sheet];
  area.last_row = MIN (area.last_row, cells->last_row);
  area.last_column = MIN (area.last_column, cells->last_column);
  return area;
}

YlAreaIter
yl_area_iter_init (const YlRecalculation *book, YlArea area)
{
  const YlArea clipped = yl_recalculation_clip (book, area);
  return (
      YlAreaIter){ clipped, clipped.row, 0,
                   yl_sheet_cells_find_from (&book->sheets[area.sheet], area.row, area.column) };
}

gboolean
yl_area_iter_next (YlRecalculation *book, YlAreaIter *iter, YlCellValue *out_value)
{
  const YlSheetCells *cells = &book->sheets[iter->area.sheet];
  for (; iter->row <= iter->area.last_row; iter->row++, book->n_visits++)
    {
      const guint end = cells->rows[iter->row + 1];
      if (iter->next < end
          && yl_sheet_cells_get (cells, iter->next)->column <= iter->area.last_column)
        {
          iter->column = yl_sheet_cells_get (cells, iter->next)->column;
          *out_value = yl_recalculation_read_cell (book, iter->area.sheet, iter->next++, TRUE);
          return TRUE;
        }
      if (book->n_visits >= book->max_visits)
        {
          iter->row = iter->area.last_row + 1;
          *out_value = yl_cell_value_unknown ();
          return TRUE;
        }
      iter->next = yl_sheet_cells_find_from (cells, iter->row + 1, iter->area.column);
    }
  return FALSE;
}

gboolean
yl_recalculation_find_sheet (const YlRecalculation *book, YlText name, guint *out_sheet)
{
  for (guint i = 0; i < book->workbook->sheets->len; i++)
    if (yl_formula_sheet_is (name, book->sheets[i].sheet->name))
      {
        *out_sheet = i;
        return TRUE;
      }
  return FALSE;
}

const YlWorksheet *
yl_recalculation_get_sheet (const YlRecalculation *book, guint sheet)
{
  return book->sheets[sheet].sheet;
}

const char *
yl_recalculation_find_name (const YlRecalculation *book, YlText name)
{
  char folded[768]; /* Excel allows 255 characters */
  if (name.length >= sizeof folded)
    return NULL;
  for (gsize i = 0; i < name.length; i++)
    folded[i] = g_ascii_tolower (name.at[i]);
  folded[name.length] = '\0';
  return g_hash_table_lookup (book->names, folded);
}

const char *
yl_recalculation_get_formula (const YlRecalculation *book, YlArea cell)
{
  guint index;
  if (!yl_sheet_cells_find (&book->sheets[cell.sheet], cell.row, cell.column, &index))
    return "";
  return yl_workbook_get_text (book->workbook,
                               yl_sheet_cells_get (&book->sheets[cell.sheet], index)->formula);
}

const char *
yl_recalculation_keep (YlRecalculation *book, const char *at, gsize length)
{
  return g_string_chunk_insert_len (book->texts, at, (gssize) length);
}

const char *
yl_recalculation_fold (YlRecalculation *book, const char *text)
{
  const char *at = text;
  while (*at != '\0' && !g_ascii_isupper (*at))
    at++;
  if (*at == '\0')
    return g_string_chunk_insert_const (book->texts, text);
  g_autofree char *small = g_ascii_strdown (text, -1);
  return g_string_chunk_insert_const (book->texts, small);
}

const char *
yl_recalculation_to_text (YlRecalculation *book, const YlCellValue *value)
{
  char digits[YL_FIXED_TEXT_SIZE];
  switch (value->kind)
    {
    case YL_VALUE_NUMBER:
      return yl_recalculation_keep (book, digits, yl_fixed_write (value->number, digits));
    case YL_VALUE_BOOLEAN:
      return value->number.units != 0 ? "TRUE" : "FALSE";
    case YL_VALUE_TEXT:
    case YL_VALUE_ERROR:
      return value->text;
    case YL_VALUE_EMPTY:
    case YL_VALUE_UNKNOWN:
    default:
      return "";
    }
}

typedef struct
{
  YlDenseArea dense; /* first, so that both have one address */
  guint n_places;
} Kept;

static void
kept_clear (gpointer data)
{
  Kept *kept = data;
  g_free (kept->dense.kinds);
  g_free (kept->dense.numbers);
  g_free (kept->dense.texts);
}

void
yl_dense_area_unref (YlDenseArea *dense)
{
  if (dense != NULL)
    g_rc_box_release_full (dense, kept_clear);
}

static guint
hash_area (gconstpointer key)
{
  const YlArea *area = key;
  return (area->sheet * 31u + area->column) * 1000003u + area->row * 8191u + area->last_row
         + area->last_column * 131071u;
}

static gboolean
equal_areas (gconstpointer a, gconstpointer b)
{
  const YlArea *x = a;
  const YlArea *y = b;
  return x->sheet == y->sheet && x->row == y->row && x->last_row == y->last_row
         && x->column == y->column && x->last_column == y->last_column;
}

GHashTable *
yl_dense_areas_new (void)
{
  return g_hash_table_new_full (hash_area, equal_areas, g_free,
                                (GDestroyNotify) yl_dense_area_unref);
}

static void
put (YlRecalculation *book, YlDenseArea *dense, guint at, const YlCellValue *value, guint n_places)
{
  dense->kinds[at] = (guint8) value->kind;
  dense->is_unknown = dense->is_unknown || value->kind == YL_VALUE_UNKNOWN;
  dense->is_circular = dense->is_circular
                       || (value->kind == YL_VALUE_ERROR && strcmp (value->text, YL_CIRCULAR) == 0);
  if (value->kind == YL_VALUE_NUMBER || value->kind == YL_VALUE_BOOLEAN)
    {
      if (dense->numbers == NULL)
        dense->numbers = g_new0 (YlFixed, n_places);
      dense->numbers[at] = yl_fixed_settle (value->number);
    }
  if (value->text != NULL)
    {
      if (dense->texts == NULL)
        dense->texts = g_new0 (const char *, n_places);
      dense->texts[at] =
          value->kind == YL_VALUE_TEXT ? yl_recalculation_fold (book, value->text) : value->text;
    }
}

static YlDenseArea *
read_area (YlRecalculation *book, const YlArea *area)
{
  Kept *kept = g_rc_box_new0 (Kept);
  YlDenseArea *dense = &kept->dense;
  dense->n_rows = yl_area_get_n_rows (area);
  dense->n_columns = yl_area_get_n_columns (area);
  kept->n_places = dense->n_rows * dense->n_columns;
  dense->kinds = g_new0 (guint8, kept->n_places + 1);
  YlAreaIter iter = yl_area_iter_init (book, *area);
  YlCellValue value;
  while (yl_area_iter_next (book, &iter, &value))
    {
      const guint at = (iter.row - area->row) * dense->n_columns + (iter.column - area->column);
      if (iter.row <= area->last_row)
        put (book, dense, at, &value, kept->n_places);
      else /* more visits than are allowed */
        dense->is_unknown = TRUE;
    }
  return dense;
}

static guint
count_kept (GHashTable *areas)
{
  guint n = 0;
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init (&iter, areas);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n += ((const Kept *) value)->n_places;
  return n;
}

YlDenseArea *
yl_recalculation_get_dense (YlRecalculation *book, YlArea area)
{
  const YlArea clipped = yl_recalculation_clip (book, area);
  YlDenseArea *there = g_hash_table_lookup (book->dense, &clipped);
  if (there != NULL)
    return g_rc_box_acquire (there);
  if ((guint64) yl_area_get_n_rows (&clipped) * yl_area_get_n_columns (&clipped) > MAX_PLACES)
    return NULL;
  YlDenseArea *dense = read_area (book, &clipped);
  if (book->is_partial)
    return dense;
  if (g_hash_table_size (book->dense) >= MAX_KEPT || count_kept (book->dense) > MAX_KEPT_PLACES)
    g_hash_table_remove_all (book->dense);
  g_hash_table_insert (book->dense, g_memdup2 (&clipped, sizeof clipped), g_rc_box_acquire (dense));
  return dense;
}
