#include "support/read-book.h"

#include "support/assert.h"
#include "yanglu/io/xlsx/reader.h"

#include <string.h>

typedef struct
{
  char *name;
  gboolean is_hidden;
  GHashTable *cells; /* row and column → text */
  guint32 last_row;
  guint n_columns;
} TestSheet;

struct _YlTestBook
{
  GPtrArray *sheets;
  YlFindings *findings;
};

static gpointer
key_of (guint32 row, guint column)
{
  return GSIZE_TO_POINTER (((gsize) row << 16) | column);
}

static void
sheet_free (gpointer data)
{
  TestSheet *sheet = data;
  g_free (sheet->name);
  g_hash_table_unref (sheet->cells);
  g_free (sheet);
}

static gboolean
begin_sheet (gpointer self, const char *name, gboolean is_hidden)
{
  TestSheet *sheet = g_new0 (TestSheet, 1);
  sheet->name = g_strdup (name);
  sheet->is_hidden = is_hidden;
  sheet->cells = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_ptr_array_add (((YlTestBook *) self)->sheets, sheet);
  return TRUE;
}

static gboolean
add_row (gpointer self, YlRowId row, const YlText *cells, guint n_cells)
{
  GPtrArray *sheets = ((YlTestBook *) self)->sheets;
  TestSheet *sheet = g_ptr_array_index (sheets, sheets->len - 1);
  for (guint i = 0; i < n_cells; i++)
    if (cells[i].length > 0)
      {
        g_hash_table_insert (sheet->cells, key_of ((guint32) row, i), yl_text_dup (cells[i]));
        sheet->last_row = MAX (sheet->last_row, (guint32) row);
        sheet->n_columns = MAX (sheet->n_columns, i + 1);
      }
  return TRUE;
}

static void
end_sheet (gpointer self)
{
  (void) self;
}

YlTestBook *
yl_test_read_book (const char *path)
{
  g_autoptr (YlTestBook) book = g_new0 (YlTestBook, 1);
  book->sheets = g_ptr_array_new_with_free_func (sheet_free);
  book->findings = yl_findings_new ();
  const YlRowSink sink = {
    .begin_sheet = begin_sheet, .row = add_row, .end_sheet = end_sheet, .self = book
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (YlInput) input = yl_input_open (path, &error);
  if (input == NULL
      || !yl_book_read (yl_xlsx_read, input, NULL, &sink, book->findings, NULL, &error))
    fail_msg ("%s: %s", path, error->message);
  return g_steal_pointer (&book);
}

void
yl_test_book_free (YlTestBook *book)
{
  if (book == NULL)
    return;
  g_ptr_array_unref (book->sheets);
  yl_findings_free (book->findings);
  g_free (book);
}

guint
yl_test_book_get_n_sheets (const YlTestBook *book)
{
  return book->sheets->len;
}

const char *
yl_test_book_get_sheet (const YlTestBook *book, guint index)
{
  return ((const TestSheet *) g_ptr_array_index (book->sheets, index))->name;
}

static const TestSheet *
find_sheet (const YlTestBook *book, const char *name)
{
  for (guint i = 0; i < book->sheets->len; i++)
    if (strcmp (yl_test_book_get_sheet (book, i), name) == 0)
      return g_ptr_array_index (book->sheets, i);
  return NULL;
}

static const TestSheet *
get_sheet (const YlTestBook *book, const char *name)
{
  const TestSheet *sheet = find_sheet (book, name);
  if (sheet == NULL)
    fail_msg ("no sheet “%s”", name);
  return sheet;
}

gboolean
yl_test_book_has_sheet (const YlTestBook *book, const char *sheet)
{
  return find_sheet (book, sheet) != NULL;
}

gboolean
yl_test_book_is_hidden (const YlTestBook *book, const char *sheet)
{
  return get_sheet (book, sheet)->is_hidden;
}

const char *
yl_test_book_get_at (const YlTestBook *book, const char *sheet, guint32 row, guint column)
{
  const char *text = g_hash_table_lookup (get_sheet (book, sheet)->cells, key_of (row, column));
  return text == NULL ? "" : text;
}

const char *
yl_test_book_get (const YlTestBook *book, const char *sheet, const char *cell)
{
  guint column = 0;
  const char *at = cell;
  for (; g_ascii_isupper (*at); at++)
    column = column * 26 + (guint) (*at - 'A' + 1);
  const guint64 row = g_ascii_strtoull (at, NULL, 10);
  if (column == 0 || row == 0)
    fail_msg ("“%s” is no cell", cell);
  return yl_test_book_get_at (book, sheet, (guint32) row, column - 1);
}

guint32
yl_test_book_get_last_row (const YlTestBook *book, const char *sheet)
{
  return get_sheet (book, sheet)->last_row;
}

guint
yl_test_book_get_n_columns (const YlTestBook *book, const char *sheet)
{
  return get_sheet (book, sheet)->n_columns;
}

guint32
yl_test_book_find_row (
    const YlTestBook *book, const char *sheet, guint32 from_row, guint column, const char *text)
{
  const guint32 last = yl_test_book_get_last_row (book, sheet);
  for (guint32 row = from_row; row <= last; row++)
    if (strcmp (yl_test_book_get_at (book, sheet, row, column), text) == 0)
      return row;
  return 0;
}

guint32
yl_test_book_require_row (const YlTestBook *book, const char *sheet, guint column, const char *text)
{
  const guint32 row = yl_test_book_find_row (book, sheet, 1, column, text);
  if (row == 0)
    fail_msg ("no row “%s” in %s", text, sheet);
  return row;
}

void
yl_test_book_assert_beside (const YlTestBook *book,
                            const char *sheet,
                            guint label_column,
                            const char *label,
                            guint column,
                            const char *text)
{
  const guint32 row = yl_test_book_require_row (book, sheet, label_column, label);
  assert_string_equal (yl_test_book_get_at (book, sheet, row, column), text);
}

gsize
yl_test_book_get_n_cells (const YlTestBook *book)
{
  gsize n = 0;
  for (guint i = 0; i < book->sheets->len; i++)
    {
      const TestSheet *sheet = g_ptr_array_index (book->sheets, i);
      n += g_hash_table_size (sheet->cells);
    }
  return n;
}

const YlFindings *
yl_test_book_get_findings (const YlTestBook *book)
{
  return book->findings;
}
