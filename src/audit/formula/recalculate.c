#include "recalculate-private.h"

#include "dense-area-private.h"
#include "reading-private.h"
#include "sheet-cells-private.h"

#include <string.h>

/* Levels of expressions within each other, and of those the ones in which another cell is still
 * begun; Excel allows 64 in a formula. Each level takes some kilobytes of the stack. */
#define MAX_LEVELS 224u
#define MAX_CELL_LEVELS 96u

typedef enum
{
  STATE_FRESH,
  STATE_RUNNING, /* being computed, or waiting for what it needs */
  STATE_DONE,
  STATE_SET, /* what if: not computed */
} State;

typedef struct
{
  YlCellValue value;
  guint sheet;
  guint cell;
  guint round; /* in which it was asked for last */
  State state;
} Entry;

struct _YlRecalculation
{
  const YlWorkbook *workbook;
  YlSheetCells *sheets;
  GArray *entries; /* of Entry; the first is nobody's */
  GArray *wanted;  /* of guint: entries to be computed, the last one first */
  GHashTable *names;
  GHashTable *dense;
  GStringChunk *texts;
  GStringChunk *set_texts;
  guint64 n_visits;
  guint64 max_visits;
  guint n_levels;
  guint round;
  gboolean is_partial; /* a cell was needed too deep */
};

static GHashTable *
index_names (const YlWorkbook *workbook)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < workbook->names->len; i++)
    {
      const YlDefinedName *name = &g_array_index (workbook->names, YlDefinedName, i);
      g_hash_table_insert (names, g_ascii_strdown (name->name, -1), name->reference);
    }
  return names;
}

YlRecalculation *
yl_recalculation_new (const YlWorkbook *workbook, guint64 max_visits)
{
  YlRecalculation *book = g_new0 (YlRecalculation, 1);
  book->workbook = workbook;
  book->sheets = g_new0 (YlSheetCells, workbook->sheets->len + 1);
  for (guint i = 0; i < workbook->sheets->len; i++)
    yl_sheet_cells_init (&book->sheets[i], g_ptr_array_index (workbook->sheets, i));
  book->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_size (book->entries, 1);
  book->wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  book->names = index_names (workbook);
  book->dense = yl_dense_areas_new ();
  book->texts = g_string_chunk_new (4096);
  book->set_texts = g_string_chunk_new (256);
  book->max_visits = max_visits;
  return book;
}

void
yl_recalculation_free (YlRecalculation *book)
{
  if (book == NULL)
    return;
  for (guint i = 0; i < book->workbook->sheets->len; i++)
    yl_sheet_cells_clear (&book->sheets[i]);
  g_free (book->sheets);
  g_array_unref (book->entries);
  g_array_unref (book->wanted);
  g_hash_table_unref (book->names);
  g_hash_table_unref (book->dense);
  g_string_chunk_free (book->texts);
  g_string_chunk_free (book->set_texts);
  g_free (book);
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

gboolean
yl_recalculation_is_whole (const YlRecalculation *book)
{
  return !book->is_partial;
}

GHashTable *
yl_recalculation_get_dense_areas (YlRecalculation *book)
{
  return book->dense;
}

static Entry *
get_entry (YlRecalculation *book, guint slot)
{
  return &g_array_index (book->entries, Entry, slot);
}

static guint
take_slot (YlRecalculation *book, guint sheet, guint cell)
{
  guint32 *slot = &book->sheets[sheet].slots[cell];
  if (*slot == 0)
    {
      *slot = book->entries->len;
      const Entry entry = { .sheet = sheet, .cell = cell };
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

/* One attempt; the entry is done unless a cell that it needs lies too deep. */
static YlCellValue
evaluate (YlRecalculation *book, guint slot)
{
  Entry *entry = get_entry (book, slot);
  entry->state = STATE_RUNNING;
  const YlCell *cell = yl_sheet_cells_get (&book->sheets[entry->sheet], entry->cell);
  const YlArea place = { entry->sheet, cell->row, cell->row, cell->column, cell->column };
  const gboolean was_partial = book->is_partial;
  book->is_partial = FALSE;
  YlCellValue value = yl_formula_evaluate (
      book, yl_workbook_get_text (book->workbook, cell->formula), &place, cell->is_array);
  if (value.kind == YL_VALUE_EMPTY)
    value = yl_cell_value_of_number (yl_fixed_of (0));
  entry = get_entry (book, slot); /* there may be more of them by now */
  entry->state = book->is_partial ? STATE_FRESH : STATE_DONE;
  entry->value = value;
  book->is_partial = book->is_partial || was_partial;
  return value;
}

/* To be computed from its own start. */
static YlCellValue
want (YlRecalculation *book, guint slot)
{
  Entry *entry = get_entry (book, slot);
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
                                                               : evaluate (book, slot);
}

static YlCellValue
read_cell (YlRecalculation *book, guint sheet, guint index, gboolean is_of_rectangle)
{
  if (book->n_visits++ >= book->max_visits)
    return yl_cell_value_unknown ();
  const YlSheetCells *cells = &book->sheets[sheet];
  const YlCell *cell = yl_sheet_cells_get (cells, index);
  if (cells->slots[index] == 0 && cell->formula == 0)
    return get_stored (book, cell);
  const guint slot = take_slot (book, sheet, index);
  const Entry *entry = get_entry (book, slot);
  switch (entry->state)
    {
    case STATE_DONE:
    case STATE_SET:
      return entry->value;
    case STATE_RUNNING:
      return yl_cell_value_of_error (YL_CIRCULAR);
    case STATE_FRESH:
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
  return read_cell (book, sheet, index, FALSE);
}

/* What lies too deep is computed from its own start, before what needs it is tried again: a chain
 * of any length takes no more of the stack than MAX_LEVELS. */
static YlCellValue
compute (YlRecalculation *book, guint sheet, guint index)
{
  YlCellValue value = read_cell (book, sheet, index, FALSE);
  while (book->is_partial)
    {
      book->is_partial = FALSE;
      while (book->wanted->len > 0)
        {
          const guint n = book->wanted->len;
          const guint slot = g_array_index (book->wanted, guint, n - 1);
          book->round++;
          if (get_entry (book, slot)->state != STATE_DONE)
            evaluate (book, slot);
          if (get_entry (book, slot)->state == STATE_DONE)
            g_array_set_size (book->wanted, n - 1);
          else
            get_entry (book, slot)->state = STATE_RUNNING; /* it waits for those behind it */
          book->is_partial = FALSE;
        }
      book->round++;
      value = read_cell (book, sheet, index, FALSE);
    }
  return value;
}

static gboolean
find_index (const YlRecalculation *book, const char *sheet, guint *out_index)
{
  for (guint i = 0; i < book->workbook->sheets->len; i++)
    if (strcmp (book->sheets[i].sheet->name, sheet) == 0)
      {
        *out_index = i;
        return TRUE;
      }
  return FALSE;
}

void
yl_recalculation_get (
    YlRecalculation *book, const char *sheet, guint32 row, guint column, YlCellValue *out_value)
{
  guint at;
  guint index;
  *out_value = yl_cell_value_of_error ("#REF!");
  if (!find_index (book, sheet, &at))
    return;
  book->round++;
  *out_value = yl_sheet_cells_find (&book->sheets[at], row, column, &index)
                   ? compute (book, at, index)
                   : (YlCellValue){ .kind = YL_VALUE_EMPTY };
}

static void
forget (YlRecalculation *book)
{
  for (guint i = 1; i < book->entries->len; i++)
    if (get_entry (book, i)->state != STATE_SET)
      get_entry (book, i)->state = STATE_FRESH;
  g_hash_table_remove_all (book->dense);
  g_string_chunk_clear (book->texts);
  book->n_visits = 0;
}

/* A new cell has shifted the others. */
static void
rebuild_slots (YlRecalculation *book, guint sheet, guint inserted)
{
  for (guint i = 1; i < book->entries->len; i++)
    {
      Entry *entry = get_entry (book, i);
      if (entry->sheet != sheet)
        continue;
      entry->cell += entry->cell >= inserted;
      book->sheets[sheet].slots[entry->cell] = i;
    }
}

gboolean
yl_recalculation_set (
    YlRecalculation *book, const char *sheet, guint32 row, guint column, const YlCellValue *value)
{
  guint at;
  guint index;
  if (!find_index (book, sheet, &at))
    return FALSE;
  YlSheetCells *cells = &book->sheets[at];
  if (!yl_sheet_cells_find (cells, row, column, &index))
    {
      yl_sheet_cells_insert (cells, row, column);
      yl_sheet_cells_find (cells, row, column, &index);
      rebuild_slots (book, at, index);
    }
  Entry *entry = get_entry (book, take_slot (book, at, index));
  entry->state = STATE_SET;
  entry->value = *value;
  if (value->text != NULL)
    entry->value.text = g_string_chunk_insert_const (book->set_texts, value->text);
  forget (book);
  return TRUE;
}

void
yl_recalculation_unset (YlRecalculation *book, const char *sheet, guint32 row, guint column)
{
  guint at;
  guint index;
  if (!find_index (book, sheet, &at)
      || !yl_sheet_cells_find (&book->sheets[at], row, column, &index))
    return;
  get_entry (book, take_slot (book, at, index))->state = STATE_FRESH;
  forget (book);
}

YlArea
yl_recalculation_clip (const YlRecalculation *book, YlArea area)
{
  const YlSheetCells *cells = &book->sheets[area.sheet];
  area.last_row = MIN (area.last_row, cells->last_row);
  area.last_column = MIN (area.last_column, cells->last_column);
  return area;
}

YlWalk
yl_walk_start (const YlRecalculation *book, YlArea area)
{
  const YlArea clipped = yl_recalculation_clip (book, area);
  return (YlWalk){ clipped, clipped.row, 0,
                   yl_sheet_cells_find_from (&book->sheets[area.sheet], area.row, area.column) };
}

gboolean
yl_walk_next (YlRecalculation *book, YlWalk *walk, YlCellValue *out_value)
{
  const YlSheetCells *cells = &book->sheets[walk->area.sheet];
  for (; walk->row <= walk->area.last_row; walk->row++, book->n_visits++)
    {
      const guint end = cells->rows[walk->row + 1];
      if (walk->next < end
          && yl_sheet_cells_get (cells, walk->next)->column <= walk->area.last_column)
        {
          walk->column = yl_sheet_cells_get (cells, walk->next)->column;
          *out_value = read_cell (book, walk->area.sheet, walk->next++, TRUE);
          return TRUE;
        }
      if (book->n_visits >= book->max_visits)
        {
          walk->row = walk->area.last_row + 1;
          *out_value = yl_cell_value_unknown ();
          return TRUE;
        }
      walk->next = yl_sheet_cells_find_from (cells, walk->row + 1, walk->area.column);
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
