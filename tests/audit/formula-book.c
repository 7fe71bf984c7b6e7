#include "formula-book.h"

#include "support/assert.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

FormulaBook *
formula_book_new (void)
{
  FormulaBook *book = g_new0 (FormulaBook, 1);
  book->texts = yl_text_pool_new ();
  book->book = yl_workbook_new ("手工.xlsx", book->texts);
  return book;
}

void
formula_book_free (FormulaBook *book)
{
  g_clear_pointer (&book->recalculation, yl_recalculation_free);
  yl_arena_free_record (book->book);
  yl_text_pool_free (book->texts);
  g_free (book);
}

static YlCell
read_cell (FormulaBook *book, const char *text)
{
  const gsize length = strcspn (text, "={:#?!");
  g_autofree char *place = g_strndup (text, length);
  guint32 row = 0;
  guint column = 0;
  if (!yl_cell_parse (place, &row, &column))
    fail_msg ("%s is no cell", text);
  YlCell cell = { .row = row, .column = (guint16) column, .is_array = text[length] == '{' };
  const YlTextId id = yl_text_pool_add (book->texts, yl_text_of (text + length + 1));
  if (text[length] == '=' || text[length] == '{')
    cell.formula = id;
  else
    cell.value = id;
  static const char marks[] = "#:?!"; /* in the order of YlContent */
  const char *mark = strchr (marks, text[length]);
  cell.content = mark == NULL ? YL_CONTENT_NONE : (guint8) (YL_CONTENT_NUMBER + (mark - marks));
  return cell;
}

static YlWorksheet *
take_sheet (FormulaBook *book, const char *name)
{
  for (guint i = 0; i < book->book->sheets->len; i++)
    {
      YlWorksheet *sheet = g_ptr_array_index (book->book->sheets, i);
      if (strcmp (sheet->name, name) == 0)
        return sheet;
    }
  return yl_workbook_add_sheet (book->book, name);
}

void
formula_book_put (FormulaBook *book, const char *sheet, ...)
{
  YlWorksheet *worksheet = take_sheet (book, sheet);
  va_list cells;
  va_start (cells, sheet);
  for (const char *text = va_arg (cells, const char *); text != NULL;
       text = va_arg (cells, const char *))
    {
      const YlCell cell = read_cell (book, text);
      yl_worksheet_put (worksheet, &cell);
    }
  va_end (cells);
}

char *
formula_book_get (FormulaBook *book, const char *sheet, const char *cell)
{
  guint32 row = 0;
  guint column = 0;
  assert_true (yl_cell_parse (cell, &row, &column));
  if (book->recalculation == NULL)
    book->recalculation = yl_recalculation_new (book->book);
  YlCellValue value;
  char digits[YL_FIXED_TEXT_SIZE];
  yl_recalculation_get (book->recalculation, sheet, row, column, &value);
  switch (value.kind)
    {
    case YL_VALUE_NUMBER:
      yl_fixed_write (value.number, digits);
      return g_strdup (digits);
    case YL_VALUE_TEXT:
      return g_strdup_printf ("\"%s\"", value.text);
    case YL_VALUE_BOOLEAN:
      return g_strdup (value.number.units != 0 ? "TRUE" : "FALSE");
    case YL_VALUE_ERROR:
      return g_strdup (value.text);
    case YL_VALUE_EMPTY:
      return g_strdup ("empty");
    case YL_VALUE_UNKNOWN:
    default:
      return g_strdup ("unknown");
    }
}
