#include "bench/book-cells.h"

#include <stdlib.h>
#include <string.h>

#include "bench/parts.h"

typedef struct
{
  BenchBook *book;
  GPtrArray *shared; /* texts of xl/sharedStrings.xml */
  BenchCell cell;
  gboolean is_shared;
  gboolean is_text;
  GString *value;
  GString *formula;
  GString *into; /* which of them characters go to; NULL: nowhere */
} Reader;

void
bench_book_free (BenchBook *book)
{
  if (book == NULL)
    return;
  g_ptr_array_unref (book->sheets);
  g_string_chunk_free (book->texts);
  g_free (book);
}

/* "AB12": column 27, row 11. */
static void
place_cell (BenchCell *cell, const char *reference)
{
  guint column = 0;
  for (; g_ascii_isupper (*reference); reference++)
    column = column * 26 + (guint) (*reference - 'A') + 1;
  cell->column = (guint16) (column - 1);
  cell->row = (guint32) strtoul (reference, NULL, 10) - 1;
}

static void
begin_cell (Reader *reader, const XML_Char **attributes)
{
  reader->cell = (BenchCell){ 0 };
  reader->is_shared = FALSE;
  reader->is_text = FALSE;
  g_string_truncate (reader->value, 0);
  g_string_truncate (reader->formula, 0);
  for (guint i = 0; attributes[i] != NULL; i += 2)
    {
      const char *value = attributes[i + 1];
      if (strcmp (attributes[i], "r") == 0)
        place_cell (&reader->cell, value);
      else if (strcmp (attributes[i], "s") == 0)
        reader->cell.style = (guint16) strtoul (value, NULL, 10);
      else if (strcmp (attributes[i], "t") == 0)
        {
          reader->is_shared = strcmp (value, "s") == 0;
          reader->is_text = strcmp (value, "str") == 0 || strcmp (value, "inlineStr") == 0;
        }
    }
}

static void
end_cell (Reader *reader)
{
  BenchCell *cell = &reader->cell;
  const gboolean is_formula = reader->formula->len > 0;
  if (reader->is_shared)
    cell->text = g_ptr_array_index (reader->shared, strtoul (reader->value->str, NULL, 10));
  else if (reader->is_text)
    cell->text = g_string_chunk_insert (reader->book->texts, reader->value->str);
  else
    cell->number = g_ascii_strtod (reader->value->str, NULL);
  if (is_formula)
    {
      g_string_prepend_c (reader->formula, '=');
      cell->formula = g_string_chunk_insert (reader->book->texts, reader->formula->str);
      cell->kind = cell->text != NULL ? BENCH_FORMULA_TEXT : BENCH_FORMULA_NUMBER;
    }
  else if (cell->text != NULL)
    cell->kind = BENCH_TEXT;
  else if (reader->value->len > 0)
    cell->kind = BENCH_NUMBER;
  reader->book->n_styles = MAX (reader->book->n_styles, (guint) cell->style + 1);
  const guint last = reader->book->sheets->len - 1;
  g_array_append_vals (g_ptr_array_index (reader->book->sheets, last), cell, 1);
}

static void
on_start (void *self, const XML_Char *name, const XML_Char **attributes)
{
  Reader *reader = self;
  if (strcmp (name, "c") == 0)
    begin_cell (reader, attributes);
  else if (strcmp (name, "si") == 0)
    g_string_truncate (reader->value, 0);
  else if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    reader->into = reader->value;
  else if (strcmp (name, "f") == 0)
    reader->into = reader->formula;
}

static void
on_end (void *self, const XML_Char *name)
{
  Reader *reader = self;
  reader->into = NULL;
  if (strcmp (name, "c") == 0)
    end_cell (reader);
  else if (strcmp (name, "si") == 0)
    g_ptr_array_add (reader->shared,
                     g_string_chunk_insert (reader->book->texts, reader->value->str));
}

static void
on_text (void *self, const XML_Char *text, int length)
{
  Reader *reader = self;
  if (reader->into != NULL)
    g_string_append_len (reader->into, text, length);
}

static XML_Parser
begin_strings (void *self)
{
  XML_Parser parser = XML_ParserCreate (NULL);
  XML_SetUserData (parser, self);
  XML_SetElementHandler (parser, on_start, on_end);
  XML_SetCharacterDataHandler (parser, on_text);
  return parser;
}

static XML_Parser
begin_sheet (void *self)
{
  Reader *reader = self;
  g_ptr_array_add (reader->book->sheets, g_array_new (FALSE, FALSE, sizeof (BenchCell)));
  return begin_strings (self);
}

BenchBook *
bench_book_read (const char *path)
{
  unzFile archive = unzOpen (path);
  if (archive == NULL)
    return NULL;
  g_autoptr (BenchBook) book = g_new0 (BenchBook, 1);
  book->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  book->texts = g_string_chunk_new (65536);
  g_autoptr (GPtrArray) shared = g_ptr_array_new ();
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (GString) formula = g_string_new (NULL);
  Reader reader = { .book = book, .shared = shared, .value = value, .formula = formula };
  const gboolean is_read =
      bench_parse_parts (archive, "xl/sharedStrings", begin_strings, &reader) >= 0
      && bench_parse_parts (archive, "xl/worksheets/sheet", begin_sheet, &reader) > 0;
  unzClose (archive);
  return is_read ? g_steal_pointer (&book) : NULL;
}
