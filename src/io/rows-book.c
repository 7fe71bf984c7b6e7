#include "yanglu/io/rows-book.h"

#include "yanglu/base/decimal.h"
#include "yanglu/domain/cell-place.h"

/* Columns of a sheet. */
#define MAX_NUMBER G_GINT64_CONSTANT (1000000000000000)

struct _YlRowBook
{
  YlArena *arena;
  YlWorkbook *workbook;
  const char *name; /* of a sheet without one */
  YlWorksheet *sheet;
  guint n_cells;
  YlFindings *findings;
};

YlRowBook *
yl_row_book_new (YlWorkbook *workbook, const char *sheet, YlFindings *findings)
{
  YlRowBook *book = yl_arena_new_record (sizeof *book);
  book->workbook = workbook;
  book->findings = findings;
  book->name = yl_arena_keep (book->arena, sheet);
  return book;
}

static gboolean
begin_sheet (gpointer self, const char *sheet, gboolean is_hidden)
{
  YlRowBook *book = self;
  book->sheet = yl_workbook_add_sheet (book->workbook, sheet[0] == '\0' ? book->name : sheet);
  book->sheet->state = is_hidden ? YL_SHEET_HIDDEN : YL_SHEET_VISIBLE;
  return TRUE;
}

/* A decimal as a workbook keeps it: digits alone, so that 1,234.50 stays what was typed. */
static gboolean
is_plain_number (YlText text)
{
  gint64 units = 0;
  for (gsize i = 0; i < text.length; i++)
    if (!g_ascii_isdigit (text.at[i]) && text.at[i] != '.' && text.at[i] != '-')
      return FALSE;
  return yl_decimal_parse (text, 3, MAX_NUMBER, &units, NULL) == YL_DECIMAL_OK;
}

static void
report_full (const YlRowBook *book, YlRowId row)
{
  yl_findings_add (book->findings,
                   &(YlFinding){ .code = YL_E08,
                                 .severity = YL_SEVERITY_ERROR,
                                 .file = book->workbook->file,
                                 .row = row,
                                 .message = "单元格超过 2,000,000 个，其余各行未读" });
}

static gboolean
take_row (gpointer self, YlRowId row, const YlText *cells, guint n_cells)
{
  YlRowBook *book = self;
  g_return_val_if_fail (row > 0 && row <= G_MAXUINT32, FALSE);
  if (book->n_cells >= YL_ROW_BOOK_MAX_CELLS)
    {
      report_full (book, row);
      return FALSE;
    }
  for (guint i = 0; i < n_cells && i < YL_SHEET_MAX_COLUMNS; i++)
    {
      if (cells[i].length == 0)
        continue;
      const YlCell cell = {
        .row = (guint32) row,
        .column = (guint16) i,
        .content = is_plain_number (cells[i]) ? YL_CONTENT_NUMBER : YL_CONTENT_TEXT,
        .value = yl_text_pool_add (book->workbook->texts, cells[i]),
      };
      yl_worksheet_put (book->sheet, &cell);
      book->n_cells++;
    }
  return TRUE;
}

static void
end_sheet (gpointer self)
{
  ((YlRowBook *) self)->sheet = NULL;
}

YlRowSink
yl_row_book_get_sink (YlRowBook *book)
{
  return (YlRowSink){
    .begin_sheet = begin_sheet, .row = take_row, .end_sheet = end_sheet, .self = book
  };
}
