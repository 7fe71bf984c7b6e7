#include "growing-private.h"
#include "names-private.h"
#include "reads-private.h"

#include "yanglu/base/text-set.h"

#include <string.h>

/* The cells of a sheet, found by row at once. */
typedef struct
{
  const YlWorksheet *sheet;
  GArray *cells; /* of YlCell: the sheet's own, or a copy with more of them */
  guint32
      *rows; /* index of the first cell of each row; rows[last_row + 1] is their number; NULL when
                  * they are many more than cells */
  guint32 last_row;
  guint16 last_column;
  guint32 *slots; /* of each cell: where its value is kept, 0: nowhere yet */
} SheetCells;

typedef enum
{
  ENTRY_FRESH,
  ENTRY_RUNNING, /* being computed, or waiting for what it needs */
  ENTRY_DONE,
  ENTRY_SET, /* what if: not computed */
} EntryState;

/* What a cell comes to, once somebody asked. */
typedef struct
{
  YlCellValue value;
  guint sheet;
  guint cell;
  guint turn;  /* in which it was asked for last */
  guint epoch; /* when it got its state; only what was set outlives one */
  EntryState state;
} Entry;

struct _YlRecalculation
{
  const YlWorkbook *workbook;
  SheetCells *sheets;
  GArray *entries; /* of Entry; the first is nobody's */
  GArray *wanted;  /* of guint: entries to be computed, the last one first */
  YlNames *names;
  GStringChunk *texts;
  YlTextPool *folded; /* texts in small letters, equal ones at one place */
  YlTextId last_folded;
  YlTextSet *set_texts;
  YlRound round;
  YlEffort before; /* what the workbook had cost when this began */
  guint n_levels;
  guint turn;
  guint last_asked;       /* the sheet that was asked for last */
  gboolean is_of_stored;  /* other cells are what was saved in them */
  YlIsSaved is_saved;     /* (nullable): of which of them that holds */
  gconstpointer saved;    /* its first argument */
  GArray *set;            /* of guint: entries that were set, some of them no more */
  guint followed;         /* the one of them that is followed, 0: none */
  guint n_begun;          /* formulas of this round, each as often as it was begun */
  guint n_long;           /* rounds in which much was worked out */
  guint long_epoch;       /* of the last one */
  gboolean is_alone;      /* it asks no other */
  YlRecalculation *unset; /* (nullable): the same workbook with nothing set, worked out once */
  YlEffort own_effort;    /* of such a one */
};

/* What follows from what was set is sought out once so many cells were worked out anew in a round, and in
 * the third such round: few cells are worked out faster, and few rounds pay for no second workbook. */
#define MIN_BEGUN 1000u
#define MIN_LONG 3u
/* What may be kept to know it. */
#define MAX_READ_BYTES (G_GUINT64_CONSTANT (256) << 20)

/* Levels of expressions within each other, and of those the ones in which another cell is still
 * begun; Excel allows 64 in a formula. Each level takes some kilobytes of the stack. */
#define MAX_LEVELS 224u
#define MAX_CELL_LEVELS 96u

/* To copy a text and find its place among all. */
#define STEPS_OF_FOLD 6u

/* A workbook may have thousands of sheets whose only cell stands in the last row there is. */
#define MAX_ROWS_PER_CELL 16u

static const YlCell *
get_cell (const SheetCells *cells, guint index)
{
  return &g_array_index (cells->cells, YlCell, index);
}

static void
index_rows (SheetCells *cells)
{
  const guint n = cells->cells->len;
  g_free (cells->rows);
  g_free (cells->slots);
  cells->last_row = n == 0 ? 0 : get_cell (cells, n - 1)->row;
  cells->last_column = 0;
  cells->slots = g_new0 (guint32, n + 1);
  cells->rows = NULL;
  for (guint at = 0; at < n; at++)
    cells->last_column = MAX (cells->last_column, get_cell (cells, at)->column);
  if (cells->last_row / MAX_ROWS_PER_CELL > n)
    return;
  cells->rows = g_new (guint32, (gsize) cells->last_row + 2);
  guint at = 0;
  for (guint32 row = 0; row <= cells->last_row + 1; row++)
    {
      while (at < n && get_cell (cells, at)->row < row)
        at++;
      cells->rows[row] = at;
    }
}

static void
sheet_init (SheetCells *cells, const YlWorksheet *sheet)
{
  *cells = (SheetCells){ .sheet = sheet, .cells = g_array_ref (sheet->cells) };
  index_rows (cells);
}

static void
sheet_clear (SheetCells *cells)
{
  g_clear_pointer (&cells->cells, g_array_unref);
  g_clear_pointer (&cells->rows, g_free);
  g_clear_pointer (&cells->slots, g_free);
}

/* The index of the first cell that stands at @row and @column or behind. */
static guint
find_from (const SheetCells *cells, guint32 row, guint column)
{
  if (row > cells->last_row)
    return cells->cells->len;
  guint low = cells->rows == NULL ? 0 : cells->rows[row];
  guint high = cells->rows == NULL ? cells->cells->len : cells->rows[row + 1];
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const YlCell *cell = get_cell (cells, middle);
      if (cell->row < row || (cell->row == row && cell->column < column))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Whether a cell stands there, and its index. */
static gboolean
find_cell (const SheetCells *cells, guint32 row, guint column, guint *out_index)
{
  const guint at = find_from (cells, row, column);
  if (at >= cells->cells->len || get_cell (cells, at)->row != row
      || get_cell (cells, at)->column != column)
    return FALSE;
  *out_index = at;
  return TRUE;
}

/* Puts an empty cell where none stood; the slots of the others are forgotten. */
static void
insert_cell (SheetCells *cells, guint32 row, guint column)
{
  const guint at = find_from (cells, row, column);
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
  const gboolean is_entered = book->n_levels++ < MAX_LEVELS;
  book->round.is_by_order = book->round.is_by_order || !is_entered;
  return is_entered;
}

void
yl_recalculation_leave (YlRecalculation *book)
{
  book->n_levels--;
}

static Entry *
get_entry (YlRecalculation *book, guint slot)
{
  return &g_array_index (book->entries, Entry, slot);
}

static EntryState
get_state (const YlRecalculation *book, const Entry *entry)
{
  return entry->state == ENTRY_SET || entry->epoch == book->round.epoch ? entry->state
                                                                        : ENTRY_FRESH;
}

static void
set_state (const YlRecalculation *book, Entry *entry, EntryState state)
{
  entry->state = state;
  entry->epoch = book->round.epoch;
}

/* The entry of a cell, which gets one. */
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

/* Whatever came of it: there was no effort left to know it. */
static YlCellValue
leave_out (YlRecalculation *book, const YlArea *cell)
{
  yl_effort_leave (book->round.effort, book->sheets[cell->sheet].sheet->name, cell->row,
                   cell->column);
  return yl_cell_value_unknown ();
}

/* No effort is left even to look at the cell: a formula that is not computed yet never will be, and is
 * told once. */
static YlCellValue
leave_cell (YlRecalculation *book, guint sheet, guint index)
{
  const YlCell *cell = get_cell (&book->sheets[sheet], index);
  if (cell->formula == 0)
    return yl_cell_value_unknown ();
  Entry *entry = get_entry (book, take_slot (book, sheet, index));
  if (get_state (book, entry) != ENTRY_FRESH)
    return yl_cell_value_unknown ();
  set_state (book, entry, ENTRY_DONE);
  entry->value =
      leave_out (book, &(YlArea){ sheet, cell->row, cell->row, cell->column, cell->column });
  return entry->value;
}

/* One attempt; the entry is done unless a cell that it needs lies too deep. */
static YlCellValue
attempt (YlRecalculation *book, guint slot)
{
  Entry *entry = get_entry (book, slot);
  set_state (book, entry, ENTRY_RUNNING);
  const YlCell *cell = get_cell (&book->sheets[entry->sheet], entry->cell);
  const YlArea place = { entry->sheet, cell->row, cell->row, cell->column, cell->column };
  const gboolean was_partial = book->round.is_partial;
  book->round.is_partial = FALSE;
  book->n_begun++;
  const guint begun = book->round.reads == NULL ? 0 : yl_reads_begin (book->round.reads);
  YlCellValue value = yl_evaluate (book, yl_workbook_get_text (book->workbook, cell->formula),
                                   &place, cell->is_array);
  if (value.kind == YL_VALUE_EMPTY)
    value = yl_cell_value_of_number (yl_fixed_of (0));
  if (yl_effort_is_spent (book->round.effort))
    value = leave_out (book, &place);
  entry = get_entry (book, slot); /* there may be more of them by now */
  set_state (book, entry, book->round.is_partial ? ENTRY_FRESH : ENTRY_DONE);
  entry->value = value;
  if (book->round.reads != NULL)
    yl_reads_end (book->round.reads, begun, book->round.is_partial ? NULL : &place);
  book->round.is_partial = book->round.is_partial || was_partial;
  return value;
}

/* To be computed from its own start. */
static YlCellValue
want (YlRecalculation *book, guint slot)
{
  Entry *entry = get_entry (book, slot);
  if (entry->turn != book->turn)
    g_array_append_val (book->wanted, slot);
  entry->turn = book->turn;
  book->round.is_partial = TRUE;
  return yl_cell_value_unknown ();
}

/* A formula that is not computed yet. Once a cell was too deep, nothing more is begun, or two
 * references in every cell of a chain would double the work with every cell; but of a rectangle all
 * cells are asked for at once. */
static YlCellValue
begin (YlRecalculation *book, guint slot, gboolean is_of_rectangle)
{
  if (book->round.is_partial && !is_of_rectangle)
    return yl_cell_value_unknown ();
  return book->round.is_partial || book->n_levels >= MAX_CELL_LEVELS ? want (book, slot)
                                                                     : attempt (book, slot);
}

static YlCellValue compute (YlRecalculation *book, guint sheet, guint index);

/* The same workbook with nothing set, which notes what it reads. */
static YlRecalculation *
make_unset (YlRecalculation *book)
{
  YlRecalculation *unset = yl_recalculation_new (book->workbook);
  for (guint i = 0; i < book->workbook->sheets->len; i++)
    {
      g_array_unref (unset->sheets[i].cells);
      unset->sheets[i].cells =
          g_array_ref (book->sheets[i].cells); /* with those that were put in */
      index_rows (&unset->sheets[i]);
    }
  unset->is_alone = TRUE;
  unset->own_effort = book->before;
  unset->own_effort.max_bytes = MIN (book->before.max_bytes, book->before.bytes + MAX_READ_BYTES);
  unset->round.effort = &unset->own_effort;
  unset->round.reads = yl_reads_new (book->workbook->sheets->len, &unset->own_effort);
  return unset;
}

static void
start_change (YlRecalculation *book)
{
  guint n = 0;
  yl_reads_start_change (book->unset->round.reads);
  for (guint i = 0; i < book->set->len; i++)
    {
      const guint slot = g_array_index (book->set, guint, i);
      const Entry *entry = get_entry (book, slot);
      if (entry->state != ENTRY_SET && slot != book->followed)
        continue;
      const YlCell *cell = get_cell (&book->sheets[entry->sheet], entry->cell);
      yl_reads_change (book->unset->round.reads,
                       &(YlArea){ entry->sheet, cell->row, cell->row, cell->column, cell->column });
      g_array_index (book->set, guint, n++) = slot;
    }
  g_array_set_size (book->set, n);
}

/* Whether what is left alone by what was set need not be worked out in this round. */
static gboolean
has_unset (YlRecalculation *book)
{
  if (book->is_alone || book->round.is_by_order || book->n_begun < MIN_BEGUN)
    return FALSE;
  if (book->long_epoch != book->round.epoch)
    {
      book->long_epoch = book->round.epoch;
      if (++book->n_long < MIN_LONG)
        return FALSE;
      book->unset = book->unset != NULL ? book->unset : make_unset (book);
      start_change (book);
    }
  return book->unset != NULL;
}

/* What a formula comes to that nothing reaches which was set. What hangs on the order in which cells were
 * asked for, or costs too much, is worked out here. */
static gboolean
find_kept (YlRecalculation *book, guint sheet, guint index, YlCellValue *out_value)
{
  if (!has_unset (book))
    return FALSE;
  const YlCell *cell = get_cell (&book->sheets[sheet], index);
  const YlArea place = { sheet, cell->row, cell->row, cell->column, cell->column };
  YlRecalculation *unset = book->unset;
  const YlCellValue value = compute (unset, sheet, index);
  book->is_alone = unset->round.is_by_order || yl_effort_is_spent (&unset->own_effort);
  if (book->is_alone || yl_reads_is_reached (unset->round.reads, &place))
    return FALSE;
  Entry *entry = get_entry (book, take_slot (book, sheet, index));
  set_state (book, entry, ENTRY_DONE);
  entry->value = value;
  *out_value = value;
  return TRUE;
}

/* What the cell of that index comes to; of a rectangle all cells are asked for at once. */
static YlCellValue
read_cell (YlRecalculation *book, guint sheet, guint index, gboolean is_of_rectangle)
{
  if (!yl_effort_spend (book->round.effort, 1))
    return leave_cell (book, sheet, index);
  const SheetCells *cells = &book->sheets[sheet];
  const YlCell *cell = get_cell (cells, index);
  if (book->is_of_stored || (cells->slots[index] == 0 && cell->formula == 0)
      || (book->is_saved != NULL && book->is_saved (book->saved, sheet, cell)))
    return yl_cell_value_stored (book->workbook, cell);
  const guint slot = take_slot (book, sheet, index);
  const Entry *entry = get_entry (book, slot);
  YlCellValue kept;
  switch (get_state (book, entry))
    {
    case ENTRY_DONE:
    case ENTRY_SET:
      return entry->value;
    case ENTRY_RUNNING:
      book->round.is_by_order = TRUE;
      return yl_cell_value_of_error (YL_CIRCULAR);
    case ENTRY_FRESH:
    default:
      return cell->formula == 0                      ? yl_cell_value_stored (book->workbook, cell)
             : find_kept (book, sheet, index, &kept) ? kept
                                                     : begin (book, slot, is_of_rectangle);
    }
}

YlCellValue
yl_recalculation_read (YlRecalculation *book, guint sheet, guint32 row, guint column)
{
  guint index;
  yl_effort_spend (book->round.effort, 1);
  if (!find_cell (&book->sheets[sheet], row, column, &index))
    return (YlCellValue){ .kind = YL_VALUE_EMPTY };
  const guint16 at = get_cell (&book->sheets[sheet], index)->column;
  yl_recalculation_note_read (book, &(YlArea){ sheet, row, row, at, at });
  return read_cell (book, sheet, index, FALSE);
}

YlSize
yl_area_get_size (const YlArea *area)
{
  return (YlSize){ area->last_row < area->row ? 0 : area->last_row - area->row + 1,
                   area->last_column < area->column
                       ? 0u
                       : (guint32) area->last_column - area->column + 1u };
}

YlArea
yl_recalculation_clip (const YlRecalculation *book, YlArea area)
{
  const SheetCells *cells = &book->sheets[area.sheet];
  area.last_row = MIN (area.last_row, cells->last_row);
  area.last_column = MIN (area.last_column, cells->last_column);
  return area;
}

void
yl_recalculation_note_read (YlRecalculation *book, const YlArea *area)
{
  const YlArea clipped = yl_recalculation_clip (book, *area);
  if (book->round.reads != NULL)
    yl_reads_add (book->round.reads, &clipped);
}

YlAreaIter
yl_area_iter_init (YlRecalculation *book, YlArea area)
{
  const SheetCells *cells = &book->sheets[area.sheet];
  yl_recalculation_note_read (book, &area);
  return (YlAreaIter){ .sheet = cells->sheet,
                       .area = yl_recalculation_clip (book, area),
                       .row = area.row,
                       .next = find_from (cells, area.row, area.column) };
}

gboolean
yl_area_iter_next (YlRecalculation *book, YlAreaIter *iter, YlCellValue *out_value)
{
  const SheetCells *cells = &book->sheets[iter->area.sheet];
  while (iter->next < cells->cells->len && get_cell (cells, iter->next)->row <= iter->area.last_row)
    {
      const YlCell *cell = get_cell (cells, iter->next);
      iter->row = cell->row;
      iter->column = cell->column;
      if (cell->column >= iter->area.column && cell->column <= iter->area.last_column)
        {
          *out_value = read_cell (book, iter->area.sheet, iter->next++, TRUE);
          return TRUE;
        }
      if (!yl_effort_spend (book->round.effort, 1))
        {
          iter->next = cells->cells->len;
          iter->row = iter->area.last_row + 1;
          *out_value = yl_cell_value_unknown ();
          return TRUE;
        }
      /* To where the area begins in this row, or in the next one that holds anything. */
      iter->next = find_from (cells, cell->column < iter->area.column ? cell->row : cell->row + 1,
                              iter->area.column);
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
        return yl_effort_spend (book->round.effort, i / 4); /* each was looked at */
      }
  return FALSE;
}

YlNamed *
yl_recalculation_find_name (const YlRecalculation *book, YlText name)
{
  return yl_names_find (book->names, name);
}

YlRound *
yl_recalculation_get_round (YlRecalculation *book)
{
  return &book->round;
}

const char *
yl_area_iter_get_formula (const YlRecalculation *book, const YlAreaIter *iter)
{
  if (iter->row > iter->area.last_row) /* more than the effort allows */
    return "";
  const YlCell *cell = get_cell (&book->sheets[iter->area.sheet], iter->next - 1);
  return yl_workbook_get_text (book->workbook, cell->formula);
}

const char *
yl_recalculation_keep (YlRecalculation *book, const char *at, gsize length)
{
  if (!yl_effort_spend_on_bytes (book->round.effort, length)
      || !yl_effort_keep (book->round.effort, length))
    return "";
  return g_string_chunk_insert_len (book->texts, at, (gssize) length);
}

const char *
yl_recalculation_fold (YlRecalculation *book, const char *text)
{
  const gsize length = strlen (text);
  if (!yl_effort_spend (book->round.effort, STEPS_OF_FOLD)
      || !yl_effort_spend_on_bytes (book->round.effort, length))
    return "";
  g_autofree char *small = g_ascii_strdown (text, (gssize) length);
  const YlTextId id = yl_text_pool_add (book->folded, (YlText){ small, length });
  if (id > book->last_folded)
    {
      book->last_folded = id;
      yl_effort_keep (book->round.effort, length);
    }
  return yl_text_pool_get (book->folded, id);
}

YlRecalculation *
yl_recalculation_new (const YlWorkbook *workbook)
{
  YlRecalculation *book = g_new0 (YlRecalculation, 1);
  book->workbook = workbook;
  book->sheets = g_new0 (SheetCells, workbook->sheets->len + 1);
  for (guint i = 0; i < workbook->sheets->len; i++)
    sheet_init (&book->sheets[i], g_ptr_array_index (workbook->sheets, i));
  book->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_size (book->entries, 1);
  book->wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  book->set = g_array_new (FALSE, FALSE, sizeof (guint));
  book->names = yl_names_new (workbook);
  book->texts = g_string_chunk_new (4096);
  book->set_texts = yl_text_set_new (256);
  book->folded = yl_text_pool_new ();
  book->round.epoch = 1;
  book->round.effort = workbook->effort;
  if (book->round.effort->max_steps == 0)
    yl_workbook_allow (workbook, &yl_book_limits_default);
  book->before = *book->round.effort;
  return book;
}

YlRecalculation *
yl_recalculation_new_stored (const YlWorkbook *workbook)
{
  YlRecalculation *book = yl_recalculation_new (workbook);
  book->is_of_stored = TRUE;
  book->is_alone = TRUE;
  return book;
}

YlRecalculation *
yl_recalculation_new_filling (const YlWorkbook *workbook, YlIsSaved is_saved, gconstpointer data)
{
  YlRecalculation *book = yl_recalculation_new (workbook);
  book->is_saved = is_saved;
  book->saved = data;
  book->is_alone = TRUE;
  return book;
}

void
yl_recalculation_free (YlRecalculation *book)
{
  if (book == NULL)
    return;
  for (guint i = 0; i < book->workbook->sheets->len; i++)
    sheet_clear (&book->sheets[i]);
  g_free (book->sheets);
  g_array_unref (book->entries);
  g_array_unref (book->wanted);
  g_array_unref (book->set);
  yl_recalculation_free (book->unset);
  yl_reads_free (book->round.reads);
  yl_names_free (book->names);
  yl_text_pool_free (book->folded);
  g_clear_pointer (&book->round.dense, g_hash_table_unref);
  g_clear_pointer (&book->round.running, g_hash_table_unref);
  g_clear_pointer (&book->round.growing, yl_growing_free);
  g_string_chunk_free (book->texts);
  yl_text_set_free (book->set_texts);
  g_free (book);
}

/* What lies too deep is computed from its own start, before what needs it is tried again: a chain
 * of any length takes no more of the stack than MAX_LEVELS. */
static YlCellValue
compute_once (YlRecalculation *book, guint sheet, guint index)
{
  if (book->is_of_stored && get_cell (&book->sheets[sheet], index)->formula != 0)
    return attempt (book, take_slot (book, sheet, index));
  YlCellValue value = read_cell (book, sheet, index, FALSE);
  while (book->round.is_partial)
    {
      book->round.is_partial = FALSE;
      while (book->wanted->len > 0)
        {
          const guint n = book->wanted->len;
          const guint slot = g_array_index (book->wanted, guint, n - 1);
          book->turn++;
          if (get_state (book, get_entry (book, slot)) != ENTRY_DONE)
            attempt (book, slot);
          if (get_state (book, get_entry (book, slot)) == ENTRY_DONE)
            g_array_set_size (book->wanted, n - 1);
          else /* it waits for those behind it */
            set_state (book, get_entry (book, slot), ENTRY_RUNNING);
          book->round.is_partial = FALSE;
        }
      book->turn++;
      value = read_cell (book, sheet, index, FALSE);
    }
  return value;
}

/* Everything that was computed; its texts may still be looked at. */
static void
start_round (YlRecalculation *book)
{
  g_clear_pointer (&book->round.dense, g_hash_table_unref);
  g_clear_pointer (&book->round.running, g_hash_table_unref);
  g_clear_pointer (&book->round.growing, yl_growing_free);
  *book->round.effort = book->before;
  book->round.epoch++;
  book->n_begun = 0;
  book->round.is_by_order = FALSE;
}

static YlCellValue
compute (YlRecalculation *book, guint sheet, guint index)
{
  const YlCellValue value = compute_once (book, sheet, index);
  const gboolean is_long = book->unset != NULL && book->long_epoch == book->round.epoch;
  if (!is_long || !book->round.is_by_order)
    return value;
  /* A circle is told at the cell where it was entered: everything is asked for again in that order. */
  start_round (book);
  book->round.is_by_order = TRUE;
  book->turn++;
  return compute_once (book, sheet, index);
}

/* Most ask for many cells of one sheet. */
static gboolean
find_index (YlRecalculation *book, const char *sheet, guint *out_index)
{
  const guint n = book->workbook->sheets->len;
  for (guint i = 0; i <= n; i++)
    {
      const guint at = i == 0 ? book->last_asked : i - 1;
      if (at < n && strcmp (book->sheets[at].sheet->name, sheet) == 0)
        {
          *out_index = book->last_asked = at;
          return TRUE;
        }
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
  book->turn++;
  *out_value = find_cell (&book->sheets[at], row, column, &index)
                   ? compute (book, at, index)
                   : (YlCellValue){ .kind = YL_VALUE_EMPTY };
}

void
yl_recalculation_follow (
    YlRecalculation *book, const char *sheet, guint32 row, guint column, YlCellValue *out_value)
{
  guint at;
  guint index;
  if (!find_index (book, sheet, &at) || !find_cell (&book->sheets[at], row, column, &index))
    {
      *out_value = yl_cell_value_of_error ("#REF!");
      return;
    }
  const guint slot = take_slot (book, at, index);
  const Entry set = *get_entry (book, slot);
  set_state (book, get_entry (book, slot), ENTRY_FRESH);
  book->turn++;
  book->followed = slot;
  *out_value = compute (book, at, index);
  book->followed = 0;
  if (set.state == ENTRY_SET)
    *get_entry (book, slot) = set;
}

static void
forget (YlRecalculation *book)
{
  start_round (book);
  g_string_chunk_clear (book->texts);
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
  SheetCells *cells = &book->sheets[at];
  if (!find_cell (cells, row, column, &index))
    {
      insert_cell (cells, row, column);
      find_cell (cells, row, column, &index);
      rebuild_slots (book, at, index);
      g_clear_pointer (&book->unset, yl_recalculation_free);
      book->n_long = 0;
    }
  const guint slot = take_slot (book, at, index);
  Entry *entry = get_entry (book, slot);
  if (entry->state != ENTRY_SET)
    g_array_append_val (book->set, slot);
  entry->state = ENTRY_SET;
  entry->value = *value;
  if (value->text != NULL)
    entry->value.text = yl_text_set_keep (book->set_texts, value->text);
  forget (book);
  return TRUE;
}

void
yl_recalculation_unset (YlRecalculation *book, const char *sheet, guint32 row, guint column)
{
  guint at;
  guint index;
  if (!find_index (book, sheet, &at) || !find_cell (&book->sheets[at], row, column, &index))
    return;
  set_state (book, get_entry (book, take_slot (book, at, index)), ENTRY_FRESH);
  forget (book);
}
