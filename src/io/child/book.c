#include "records-private.h"

#include "yanglu/domain/cell-place.h"
#include "yanglu/io/book-number.h"

#include <string.h>

/* An element of any of the arrays of a sheet. */
typedef union
{
  YlCell cell;
  guint32 row;
  guint16 column;
  YlCellRange range;
  YlLookRun look;
  YlColumnWidth width;
  YlRowHeight height;
  YlLookCondition condition;
} Element;

/* What a sheet holds as arrays of one size, each in its own record. */
typedef struct
{
  YlChildRecord record;
  gsize offset; /* of the array in YlWorksheet */
  gsize size;   /* of an element */
  gboolean (*take) (YlRecordTaker *taker, const Element *element);
} SheetPart;

static gboolean
is_place (guint32 row, guint column)
{
  return row >= 1 && row <= YL_SHEET_MAX_ROWS && column < YL_SHEET_MAX_COLUMNS;
}

/* The next cell of the sheet, so that nothing is ever moved to make room. */
static gboolean
take_cell (YlRecordTaker *taker, const Element *element)
{
  YlCell cell = element->cell;
  const GArray *cells = taker->sheet->cells;
  if (!is_place (cell.row, cell.column) || cell.content > YL_CONTENT_ERROR || cell.no_mark != 0
      || cell.value >= taker->texts->len || cell.formula >= taker->texts->len)
    return FALSE;
  if (cells->len > 0)
    {
      const YlCell *last = &g_array_index (cells, YlCell, cells->len - 1);
      if (cell.row < last->row || (cell.row == last->row && cell.column <= last->column))
        return FALSE;
    }
  cell.value = g_array_index (taker->texts, YlTextId, cell.value);
  cell.formula = g_array_index (taker->texts, YlTextId, cell.formula);
  yl_worksheet_put (taker->sheet, &cell);
  return TRUE;
}

static gboolean
take_hidden_row (YlRecordTaker *taker, const Element *element)
{
  const guint32 row = element->row;
  GArray *rows = taker->sheet->hidden_rows;
  const guint32 last = rows->len == 0 ? 0 : g_array_index (rows, guint32, rows->len - 1);
  if (row <= last || row > YL_SHEET_MAX_ROWS)
    return FALSE;
  g_array_append_val (rows, row);
  return TRUE;
}

static gboolean
take_hidden_column (YlRecordTaker *taker, const Element *element)
{
  const guint16 column = element->column;
  if (column >= YL_SHEET_MAX_COLUMNS)
    return FALSE;
  g_array_append_val (taker->sheet->hidden_columns, column);
  return TRUE;
}

static gboolean
is_range (const YlCellRange *range)
{
  return is_place (range->first_row, range->first_column)
         && is_place (range->last_row, range->last_column);
}

static gboolean
take_merge (YlRecordTaker *taker, const Element *element)
{
  if (!is_range (&element->range))
    return FALSE;
  g_array_append_val (taker->sheet->merges, element->range);
  return TRUE;
}

static gboolean
take_print_area (YlRecordTaker *taker, const Element *element)
{
  if (!is_range (&element->range))
    return FALSE;
  g_array_append_val (taker->sheet->page.print_areas, element->range);
  return TRUE;
}

static gboolean
take_cover (YlRecordTaker *taker, const Element *element)
{
  if (!is_range (&element->range))
    return FALSE;
  g_array_append_val (taker->sheet->page.covers, element->range);
  return TRUE;
}

static gboolean
take_look_run (YlRecordTaker *taker, const Element *element)
{
  if (!is_place (element->look.row, element->look.column))
    return FALSE;
  g_array_append_val (taker->sheet->page.looks, element->look);
  return TRUE;
}

static gboolean
take_width (YlRecordTaker *taker, const Element *element)
{
  if (element->width.first > element->width.last || element->width.last >= YL_SHEET_MAX_COLUMNS)
    return FALSE;
  g_array_append_val (taker->sheet->page.widths, element->width);
  return TRUE;
}

static gboolean
take_height (YlRecordTaker *taker, const Element *element)
{
  if (!is_place (element->height.row, 0))
    return FALSE;
  g_array_append_val (taker->sheet->page.heights, element->height);
  return TRUE;
}

static gboolean
take_condition (YlRecordTaker *taker, const Element *element)
{
  YlLookCondition condition = element->condition;
  YlTextId *texts[] = { &condition.compare, &condition.first, &condition.second };
  if (!is_range (&condition.range) || !is_place (condition.row, condition.column)
      || condition.kind > YL_CONDITION_HIDES || condition.is_last > 1)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (*texts[i] >= taker->texts->len)
        return FALSE;
      *texts[i] = g_array_index (taker->texts, YlTextId, *texts[i]);
    }
  g_array_append_val (taker->sheet->page.conditions, condition);
  return TRUE;
}

static const SheetPart parts[] = {
  { YL_RECORD_CELLS, G_STRUCT_OFFSET (YlWorksheet, cells), sizeof (YlCell), take_cell },
  { YL_RECORD_HIDDEN_ROWS, G_STRUCT_OFFSET (YlWorksheet, hidden_rows), sizeof (guint32),
    take_hidden_row },
  { YL_RECORD_HIDDEN_COLUMNS, G_STRUCT_OFFSET (YlWorksheet, hidden_columns), sizeof (guint16),
    take_hidden_column },
  { YL_RECORD_MERGES, G_STRUCT_OFFSET (YlWorksheet, merges), sizeof (YlCellRange), take_merge },
  { YL_RECORD_LOOK_RUNS, G_STRUCT_OFFSET (YlWorksheet, page.looks), sizeof (YlLookRun),
    take_look_run },
  { YL_RECORD_WIDTHS, G_STRUCT_OFFSET (YlWorksheet, page.widths), sizeof (YlColumnWidth),
    take_width },
  { YL_RECORD_HEIGHTS, G_STRUCT_OFFSET (YlWorksheet, page.heights), sizeof (YlRowHeight),
    take_height },
  { YL_RECORD_CONDITIONS, G_STRUCT_OFFSET (YlWorksheet, page.conditions), sizeof (YlLookCondition),
    take_condition },
  { YL_RECORD_PRINT_AREAS, G_STRUCT_OFFSET (YlWorksheet, page.print_areas), sizeof (YlCellRange),
    take_print_area },
  { YL_RECORD_COVERS, G_STRUCT_OFFSET (YlWorksheet, page.covers), sizeof (YlCellRange),
    take_cover },
};

/* Elements in one record: some 64 KiB of the largest. */
#define ELEMENTS 4096u

static void
take_part (YlRecordTaker *taker, const SheetPart *part, YlCursor *cursor)
{
  const guint32 n = yl_cursor_take_below (cursor, ELEMENTS + 1);
  const char *at = yl_cursor_take (cursor, n * part->size);
  if (at == NULL || taker->sheet == NULL)
    {
      cursor->is_bad = TRUE;
      return;
    }
  for (guint32 i = 0; i < n && !cursor->is_bad; i++)
    {
      /* A block keeps no alignment. */
      Element element;
      memcpy (&element, at + i * part->size, part->size);
      cursor->is_bad = !part->take (taker, &element);
    }
}

static void
take_text (YlRecordTaker *taker, YlCursor *cursor)
{
  const guint32 length = yl_cursor_take_number (cursor);
  const char *at = yl_cursor_take (cursor, length);
  if (at == NULL || !g_utf8_validate_len (at, length, NULL))
    {
      cursor->is_bad = TRUE;
      return;
    }
  const YlTextId id = yl_text_pool_add (taker->workbook->texts, (YlText){ at, length });
  g_array_append_val (taker->texts, id);
}

static guint16
take_short (YlCursor *cursor)
{
  return (guint16) yl_cursor_take_below (cursor, G_MAXUINT16 + 1);
}

static YlPageFit
take_fit (YlCursor *cursor)
{
  YlPageFit fit = { .is_fitted = yl_cursor_take_below (cursor, 2) != 0 };
  fit.n_wide = take_short (cursor);
  fit.n_tall = take_short (cursor);
  fit.paper = take_short (cursor);
  fit.is_turned = yl_cursor_take_below (cursor, 2) != 0;
  return fit;
}

static void
take_book_sheet (YlRecordTaker *taker, YlCursor *cursor)
{
  const guint32 state = yl_cursor_take_below (cursor, YL_SHEET_VERY_HIDDEN + 1);
  const guint32 is_filtered = yl_cursor_take_below (cursor, 2);
  const guint32 size_cpt = yl_cursor_take_below (cursor, G_MAXUINT16 + 1);
  const guint32 default_width = yl_cursor_take_number (cursor);
  const guint32 scale = yl_cursor_take_number (cursor);
  const guint32 n_unread = yl_cursor_take_number (cursor);
  const YlPageFit fit = take_fit (cursor);
  g_autofree char *name = yl_cursor_take_text (cursor);
  if (cursor->is_bad || name == NULL)
    {
      cursor->is_bad = TRUE;
      return;
    }
  taker->sheet = yl_workbook_add_sheet (taker->workbook, name);
  taker->sheet->state = (YlSheetState) state;
  taker->sheet->is_filtered = is_filtered != 0;
  taker->sheet->page.size_cpt = (guint16) size_cpt;
  taker->sheet->page.default_width = default_width;
  taker->sheet->page.scale = scale;
  taker->sheet->page.n_unread = n_unread;
  taker->sheet->page.fit = fit;
}

static void
take_look (YlRecordTaker *taker, YlCursor *cursor)
{
  YlCellLook look = { .ink = yl_cursor_take_number (cursor) };
  look.paper = yl_cursor_take_number (cursor);
  look.size_cpt = (guint16) yl_cursor_take_below (cursor, G_MAXUINT16 + 1);
  look.is_upright = (guint8) yl_cursor_take_below (cursor, 2);
  look.is_shrunk = (guint8) yl_cursor_take_below (cursor, 2);
  g_autofree char *format = yl_cursor_take_text (cursor);
  look.format = format;
  if (!cursor->is_bad)
    yl_workbook_add_look (taker->workbook, &look);
}

static void
take_name (YlRecordTaker *taker, YlCursor *cursor)
{
  g_autofree char *name = yl_cursor_take_text (cursor);
  g_autofree char *reference = yl_cursor_take_text (cursor);
  if (cursor->is_bad || name == NULL || reference == NULL)
    {
      cursor->is_bad = TRUE;
      return;
    }
  yl_workbook_add_name (taker->workbook, name, reference);
}

gboolean
yl_book_record_take (YlRecordTaker *taker, YlChildRecord record, YlCursor *cursor)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].record == record)
      {
        take_part (taker, &parts[i], cursor);
        return TRUE;
      }
  if (record == YL_RECORD_TEXT)
    take_text (taker, cursor);
  else if (record == YL_RECORD_BOOK_SHEET)
    take_book_sheet (taker, cursor);
  else if (record == YL_RECORD_LOOK)
    take_look (taker, cursor);
  else if (record == YL_RECORD_NAME)
    take_name (taker, cursor);
  else
    return FALSE;
  return TRUE;
}

/* All that a sheet says beside its rows is small: a formula's value is a text of its own. */
gboolean
yl_layout_record_take (YlRecordTaker *taker, YlChildRecord record, YlCursor *cursor)
{
  if (record == YL_RECORD_MERGES)
    return yl_book_record_take (taker, record, cursor);
  if (record == YL_RECORD_UNSAVED)
    {
      yl_layouts_set_unsaved (taker->layouts, yl_cursor_take_number (cursor));
      return TRUE;
    }
  if (record != YL_RECORD_WORKED_OUT)
    return FALSE;
  const guint32 row = yl_cursor_take_number (cursor);
  const guint32 column = yl_cursor_take_number (cursor);
  g_autofree char *text = yl_cursor_take_text (cursor);
  cursor->is_bad = cursor->is_bad || text == NULL || !is_place (row, column);
  if (!cursor->is_bad)
    yl_layouts_add_value (taker->layouts, row, column, text);
  return TRUE;
}

/* A workbook on its way out. */
typedef struct
{
  YlBlock *block;
  const YlWorkbook *workbook;
  GArray *numbers; /* of guint32, by YlTextId: the number of a text that was sent; 0: not yet */
  guint32 n_texts;
} BookSender;

static gboolean
send_full (BookSender *self)
{
  return !yl_block_is_full (self->block) || yl_block_send (self->block) != '\0';
}

/* The number of a text, which is sent where it was not before. */
static guint32
send_text (BookSender *self, YlTextId id)
{
  if (id == 0)
    return 0;
  if (id >= self->numbers->len)
    g_array_set_size (self->numbers, MAX (id + 1, self->numbers->len * 2));
  guint32 *number = &g_array_index (self->numbers, guint32, id);
  if (*number == 0)
    {
      yl_block_add_number (self->block, YL_RECORD_TEXT);
      yl_block_add_text (self->block, yl_workbook_get_text (self->workbook, id));
      *number = ++self->n_texts;
    }
  return *number;
}

/* The texts of @cells go before them. */
static gboolean
send_texts (BookSender *self, YlCell *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      cells[i].value = send_text (self, cells[i].value);
      cells[i].formula = send_text (self, cells[i].formula);
      if (!send_full (self))
        return FALSE;
    }
  return TRUE;
}

static gboolean
send_condition_texts (BookSender *self, YlLookCondition *conditions, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      conditions[i].compare = send_text (self, conditions[i].compare);
      conditions[i].first = send_text (self, conditions[i].first);
      conditions[i].second = send_text (self, conditions[i].second);
      if (!send_full (self))
        return FALSE;
    }
  return TRUE;
}

static gboolean
send_part (BookSender *self, const SheetPart *part, const GArray *array)
{
  for (guint at = 0; at < array->len; at += ELEMENTS)
    {
      const guint32 n = MIN (ELEMENTS, array->len - at);
      g_autofree void *elements = g_memdup2 (array->data + at * part->size, n * part->size);
      if ((part->record == YL_RECORD_CELLS && !send_texts (self, elements, n))
          || (part->record == YL_RECORD_CONDITIONS && !send_condition_texts (self, elements, n)))
        return FALSE;
      yl_block_add_number (self->block, part->record);
      yl_block_add_number (self->block, n);
      memcpy (yl_block_add (self->block, n * part->size), elements, n * part->size);
      if (!send_full (self))
        return FALSE;
    }
  return TRUE;
}

static void
send_fit (BookSender *self, const YlPageFit *fit)
{
  yl_block_add_number (self->block, fit->is_fitted ? 1 : 0);
  yl_block_add_number (self->block, fit->n_wide);
  yl_block_add_number (self->block, fit->n_tall);
  yl_block_add_number (self->block, fit->paper);
  yl_block_add_number (self->block, fit->is_turned ? 1 : 0);
}

static gboolean
send_sheet (BookSender *self, const YlWorksheet *sheet)
{
  yl_block_add_number (self->block, YL_RECORD_BOOK_SHEET);
  yl_block_add_number (self->block, sheet->state);
  yl_block_add_number (self->block, sheet->is_filtered ? 1 : 0);
  yl_block_add_number (self->block, sheet->page.size_cpt);
  yl_block_add_number (self->block, sheet->page.default_width);
  yl_block_add_number (self->block, sheet->page.scale);
  yl_block_add_number (self->block, sheet->page.n_unread);
  send_fit (self, &sheet->page.fit);
  yl_block_add_text (self->block, sheet->name);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!send_part (self, &parts[i], G_STRUCT_MEMBER (GArray *, sheet, parts[i].offset)))
      return FALSE;
  return TRUE;
}

static gboolean
send_looks (BookSender *self)
{
  const GArray *looks = self->workbook->looks;
  gboolean is_heard = TRUE;
  for (guint i = 0; i < looks->len && is_heard; i++)
    {
      const YlCellLook *look = &g_array_index (looks, YlCellLook, i);
      yl_block_add_number (self->block, YL_RECORD_LOOK);
      yl_block_add_number (self->block, look->ink);
      yl_block_add_number (self->block, look->paper);
      yl_block_add_number (self->block, look->size_cpt);
      yl_block_add_number (self->block, look->is_upright);
      yl_block_add_number (self->block, look->is_shrunk);
      yl_block_add_text (self->block, look->format);
      is_heard = send_full (self);
    }
  return is_heard;
}

gboolean
yl_book_record_send (YlBlock *block, const YlWorkbook *workbook)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, TRUE, sizeof (guint32));
  BookSender self = { .block = block, .workbook = workbook, .numbers = numbers };
  gboolean is_heard = TRUE;
  for (guint i = 0; i < workbook->names->len && is_heard; i++)
    {
      const YlDefinedName *name = &g_array_index (workbook->names, YlDefinedName, i);
      yl_block_add_number (block, YL_RECORD_NAME);
      yl_block_add_text (block, name->name);
      yl_block_add_text (block, name->reference);
      is_heard = send_full (&self);
    }
  is_heard = is_heard && send_looks (&self);
  for (guint i = 0; i < workbook->sheets->len && is_heard; i++)
    is_heard = send_sheet (&self, g_ptr_array_index (workbook->sheets, i));
  return is_heard;
}

static gboolean
send_merges (BookSender *self, const GArray *merges)
{
  gsize i = 0;
  while (parts[i].record != YL_RECORD_MERGES)
    i++;
  return send_part (self, &parts[i], merges);
}

/* A number as a workbook would have saved it. */
static void
add_value (YlBlock *block, const YlFilledCell *cell)
{
  char decimal[YL_BOOK_NUMBER_BYTES + 1];
  gsize length = 0;
  if (cell->content == YL_CONTENT_NUMBER)
    length = yl_book_number_write (cell->text, strlen (cell->text), decimal);
  decimal[length] = '\0';
  yl_block_add_text (block, length > 0 ? decimal : cell->text);
}

gboolean
yl_layout_record_send (YlBlock *block,
                       const YlSheetLayout *layout,
                       const GArray *filled,
                       const YlWorksheet *sheet)
{
  BookSender self = { .block = block };
  guint n_unsaved = filled == NULL ? layout->n_unsaved : 0;
  if (!send_merges (&self, layout->merges))
    return FALSE;
  for (guint i = 0; filled != NULL && i < filled->len; i++)
    {
      const YlFilledCell *cell = &g_array_index (filled, YlFilledCell, i);
      if (cell->sheet != sheet)
        continue;
      n_unsaved += cell->text == NULL ? 1 : 0;
      if (cell->text == NULL)
        continue;
      yl_block_add_number (block, YL_RECORD_WORKED_OUT);
      yl_block_add_number (block, cell->row);
      yl_block_add_number (block, cell->column);
      add_value (block, cell);
      if (!send_full (&self))
        return FALSE;
    }
  yl_block_add_number (block, YL_RECORD_UNSAVED);
  yl_block_add_number (block, n_unsaved);
  return TRUE;
}
