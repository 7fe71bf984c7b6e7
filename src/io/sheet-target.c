#include "yanglu/io/sheet-target.h"

#include "yanglu/domain/cell-place.h"

gboolean
yl_sheet_target_begin (YlSheetTarget *target,
                       YlBookTarget *book,
                       const char *name,
                       YlSheetState state)
{
  const YlRowSink *sink = book->sink;
  if (sink != NULL && !sink->begin_sheet (sink->self, name, state != YL_SHEET_VISIBLE))
    return FALSE;
  *target = (YlSheetTarget){ .book = book, .faults = { &book->faults, name, 0 } };
  yl_sheet_row_init (&target->row, book->limits->columns);
  if (book->workbook == NULL)
    return TRUE;
  target->sheet = yl_workbook_add_sheet (book->workbook, name);
  target->sheet->state = state;
  return TRUE;
}

static void
end_row (YlSheetTarget *target)
{
  const YlRowSink *sink = target->book->sink;
  if (target->row.n_filled > 0 && sink != NULL
      && !sink->row (sink->self, (YlRowId) target->row_number, target->row.cells,
                     target->row.n_cells))
    target->is_over = TRUE;
  yl_sheet_row_reset (&target->row);
  target->row_number = 0;
}

void
yl_sheet_target_end (YlSheetTarget *target)
{
  end_row (target);
  yl_sheet_row_clear (&target->row);
  if (target->sheet != NULL)
    yl_worksheet_settle (target->sheet);
  if (target->book->sink != NULL)
    yl_book_target_end_sheet (target->book, target->sheet, target->n_unsaved);
}

static void
report (YlSheetTarget *target, YlSheetFault fault)
{
  yl_sheet_faults_add (&target->faults, fault, target->row_number, target->column, NULL);
}

static void
open_row (YlSheetTarget *target, guint32 row)
{
  if (row == target->row_number)
    return;
  end_row (target);
  if (target->is_over)
    return;
  const gboolean is_back = row <= target->last_row;
  target->row_number = row;
  target->last_row = row;
  if (is_back)
    yl_sheet_faults_add (&target->faults, YL_SHEET_FAULT_ROW_ORDER, row, YL_SHEET_FAULT_NO_COLUMN,
                         NULL);
}

gboolean
yl_sheet_target_open (YlSheetTarget *target, guint32 row, guint column)
{
  const YlBookLimits *limits = target->book->limits;
  if (row > limits->rows_per_sheet)
    {
      yl_sheet_faults_add (&target->faults, YL_SHEET_FAULT_ROW_LIMIT, row, YL_SHEET_FAULT_NO_COLUMN,
                           NULL);
      return FALSE;
    }
  open_row (target, row);
  target->column = column;
  if (target->is_over)
    return FALSE;
  if (column >= limits->columns)
    {
      report (target, YL_SHEET_FAULT_COLUMN_LIMIT);
      return FALSE;
    }
  if (target->book->n_cells >= target->book->max_cells)
    {
      report (target, YL_SHEET_FAULT_CELL_LIMIT);
      target->is_over = TRUE;
      return FALSE;
    }
  return TRUE;
}

YlText
yl_sheet_target_keep (YlSheetTarget *target, YlText text)
{
  if (text.length > YL_SHEET_ROW_TEXT_BYTES)
    {
      report (target, YL_SHEET_FAULT_LONG_TEXT);
      text.length = YL_SHEET_ROW_TEXT_BYTES;
      while (text.length > 0 && ((guchar) text.at[text.length] & 0xC0) == 0x80)
        text.length--;
    }
  YlSheetRow *row = &target->row;
  const gsize start = row->length;
  yl_sheet_row_append (row, text.at, text.length);
  return (YlText){ row->text + start, text.length };
}

static void
keep_cell (YlSheetTarget *target, YlContent content, YlText text, guint16 look, gboolean is_unsaved)
{
  const YlCell cell = { .row = target->row_number,
                        .column = (guint16) target->column,
                        .content = (guint8) content,
                        .is_unsaved = is_unsaved ? 1 : 0,
                        .value = yl_text_pool_add (target->book->workbook->texts, text) };
  yl_worksheet_add (target->sheet, &cell);
  if (content == YL_CONTENT_NUMBER)
    yl_worksheet_put_look (target->sheet, cell.row, cell.column, look);
}

void
yl_sheet_target_put (YlSheetTarget *target, YlContent content, YlText text, guint16 look)
{
  target->book->n_cells++;
  if (target->book->keeps_cells)
    keep_cell (target, content, text, look, FALSE);
  if (text.length > 0 && !yl_sheet_row_set (&target->row, target->column, text))
    report (target, YL_SHEET_FAULT_REPEATED);
}

void
yl_sheet_target_put_unsaved (YlSheetTarget *target, guint16 look)
{
  target->n_unsaved++;
  target->book->n_cells++;
  if (target->book->keeps_cells)
    keep_cell (target, YL_CONTENT_NUMBER, yl_text_of ("0"), look, TRUE);
}

void
yl_sheet_target_hide_row (YlSheetTarget *target, guint32 row)
{
  const YlRowSink *sink = target->book->sink;
  if (row > YL_SHEET_MAX_ROWS)
    return;
  if (target->sheet != NULL)
    g_array_append_val (target->sheet->hidden_rows, row);
  if (sink != NULL && sink->hide_row != NULL)
    sink->hide_row (sink->self, row);
}

void
yl_sheet_target_hide_columns (YlSheetTarget *target, guint first, guint last)
{
  if (target->sheet != NULL)
    yl_worksheet_hide_columns (target->sheet, first, last);
}

void
yl_sheet_target_merge (YlSheetTarget *target, const YlCellRange *range)
{
  if (target->sheet != NULL)
    g_array_append_vals (target->sheet->merges, range, 1);
}
