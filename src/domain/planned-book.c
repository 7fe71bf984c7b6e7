#include "yanglu/domain/planned-book.h"

#include <string.h>

YlPlannedBook *
yl_planned_book_new (const char *file, YlTextPool *texts)
{
  YlPlannedBook *book = yl_arena_new_record (sizeof *book);
  book->workbook = yl_arena_own (book->arena, yl_workbook_new (file, texts), yl_arena_free_record);
  book->figures = yl_arena_array (book->arena, sizeof (YlFigureRange));
  book->sheets = yl_arena_own (book->arena, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  return book;
}

static YlPlannedSheet *
add_sheet (YlPlannedBook *book, YlWorksheet *cells)
{
  YlPlannedSheet *sheet = yl_arena_own (book->arena, g_new0 (YlPlannedSheet, 1), g_free);
  sheet->cells = cells;
  sheet->notes = yl_arena_array (book->arena, sizeof (YlPlannedNote));
  sheet->latest = yl_arena_array (book->arena, sizeof (guint));
  sheet->head_rows = yl_arena_array (book->arena, sizeof (guint32));
  sheet->open = yl_arena_array (book->arena, sizeof (guint64));
  g_ptr_array_add (book->sheets, sheet);
  return sheet;
}

YlPlannedSheet *
yl_planned_book_add_sheet (YlPlannedBook *book, const char *name)
{
  return add_sheet (book, yl_workbook_add_sheet (book->workbook, name));
}

YlPlannedSheet *
yl_planned_book_take_sheet (YlPlannedBook *book, YlWorksheet *sheet)
{
  g_ptr_array_add (book->workbook->sheets, sheet);
  return add_sheet (book, sheet);
}

const YlPlannedSheet *
yl_planned_book_find_sheet (const YlPlannedBook *book, const char *name)
{
  for (guint i = 0; i < book->sheets->len; i++)
    {
      const YlPlannedSheet *sheet = g_ptr_array_index (book->sheets, i);
      if (strcmp (sheet->cells->name, name) == 0)
        return sheet;
    }
  return NULL;
}

static gboolean
is_same (const YlPlannedNote *a, const YlPlannedNote *b)
{
  return a->measure == b->measure && g_strcmp0 (a->head, b->head) == 0
         && g_strcmp0 (a->group, b->group) == 0 && g_strcmp0 (a->says, b->says) == 0;
}

/* A run goes on as long as the same is known of the column. */
void
yl_planned_book_note (YlPlannedBook *book,
                      YlPlannedSheet *sheet,
                      guint32 row,
                      const YlPlannedNote *what)
{
  if (sheet->latest->len <= what->column)
    g_array_set_size (sheet->latest, what->column + 1u);
  guint *latest = &g_array_index (sheet->latest, guint, what->column);
  YlPlannedNote *before =
      *latest == 0 ? NULL : &g_array_index (sheet->notes, YlPlannedNote, *latest - 1);
  if (before != NULL && is_same (before, what))
    {
      before->last_row = row;
      return;
    }
  if (what->head == NULL && what->says == NULL)
    return;
  const YlPlannedNote note = {
    .column = what->column,
    .first_row = row,
    .last_row = row,
    .head = what->head == NULL ? NULL : yl_arena_keep_once (book->arena, what->head),
    .group = what->group == NULL ? NULL : yl_arena_keep_once (book->arena, what->group),
    .says = what->says == NULL ? NULL : yl_arena_keep_once (book->arena, what->says),
    .measure = what->measure,
  };
  g_array_append_val (sheet->notes, note);
  *latest = sheet->notes->len;
}

void
yl_planned_book_note_head (YlPlannedSheet *sheet, guint32 row)
{
  GArray *rows = sheet->head_rows;
  if (rows->len == 0 || g_array_index (rows, guint32, rows->len - 1) != row)
    g_array_append_val (rows, row);
}

const YlPlannedNote *
yl_planned_sheet_find_note (const YlPlannedSheet *sheet, guint32 row, guint column)
{
  for (guint i = 0; i < sheet->notes->len; i++)
    {
      const YlPlannedNote *note = &g_array_index (sheet->notes, YlPlannedNote, i);
      if (note->column == column && row >= note->first_row && row <= note->last_row)
        return note;
    }
  return NULL;
}

gboolean
yl_planned_sheet_is_head_row (const YlPlannedSheet *sheet, guint32 row)
{
  for (guint i = 0; i < sheet->head_rows->len; i++)
    if (g_array_index (sheet->head_rows, guint32, i) == row)
      return TRUE;
  return FALSE;
}

void
yl_planned_book_add_figure (YlPlannedBook *book, const YlFigureRange *range)
{
  YlFigureRange copy = *range;
  copy.sheet = yl_arena_keep_once (book->arena, range->sheet);
  copy.key = yl_arena_keep_once (book->arena, range->key);
  g_array_append_val (book->figures, copy);
}

static guint64
key_of (guint32 row, guint column)
{
  return (guint64) row << 32 | column;
}

/* The index of the first open cell that is not before @key. */
static guint
find_open (const GArray *open, guint64 key)
{
  guint low = 0;
  guint high = open->len;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      if (g_array_index (open, guint64, middle) < key)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
yl_planned_sheet_add_open (YlPlannedSheet *sheet, guint32 row, guint16 column)
{
  const guint64 key = key_of (row, column);
  g_array_insert_val (sheet->open, find_open (sheet->open, key), key);
}

const YlFigureRange *
yl_planned_book_find_figure (const YlPlannedBook *book,
                             const char *sheet,
                             guint32 row,
                             guint column)
{
  for (guint i = 0; i < book->figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (book->figures, YlFigureRange, i);
      if (range->column == column && row >= range->first_row && row <= range->last_row
          && strcmp (range->sheet, sheet) == 0)
        return range;
    }
  return NULL;
}

const YlFigureRange *
yl_planned_book_find_key (const YlPlannedBook *book, const char *key)
{
  for (guint i = 0; i < book->figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (book->figures, YlFigureRange, i);
      if (strcmp (range->key, key) == 0)
        return range;
    }
  return NULL;
}

gboolean
yl_planned_book_is_open (const YlPlannedBook *book, const char *sheet, guint32 row, guint column)
{
  const YlPlannedSheet *planned = yl_planned_book_find_sheet (book, sheet);
  if (planned == NULL)
    return FALSE;
  const guint64 key = key_of (row, column);
  const guint at = find_open (planned->open, key);
  return at < planned->open->len && g_array_index (planned->open, guint64, at) == key;
}
