#include "book-private.h"
#include "book-references-private.h"

#define SHEET_ROWS 1048575u
/* Title, particulars, two rows of heads above; at most three sums and the signatures below. */
#define FORM_ROWS 8u

const char *
yl_book_keep (YlBook *book, char *text)
{
  return yl_ranges_keep (book->references, text);
}

const char *
yl_book_reference (YlBook *book, const YlSheet *sheet, guint column, guint32 row)
{
  return yl_ranges_cell (book->references, sheet, column, row);
}

const char *
yl_book_range (YlBook *book, const YlPart *part, guint column)
{
  return yl_ranges_rows (book->references, part, column);
}

gsize
yl_book_get_rows_per_sheet (const YlBook *book)
{
  const guint32 asked = book->request->rows_per_sheet;
  return asked == 0 ? SHEET_ROWS - FORM_ROWS : asked;
}

char *
yl_book_make_title (const YlBook *book, const char *what)
{
  return g_strdup_printf ("%s%u年农村公路%s", book->name, book->figures->year, what);
}

const char *
yl_book_formula (YlBook *book, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *formula = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return yl_tables_write_out (book->tables, NULL, formula);
}

void
yl_book_note_check (YlBook *book, const YlCheck *check)
{
  const YlCheck kept = {
    .title = yl_book_keep (book, g_strdup (check->title)),
    .left = yl_tables_write_out (book->tables, NULL, check->left),
    .right = yl_tables_write_out (book->tables, NULL, check->right),
    .units = check->units,
    .measure = check->measure,
  };
  g_array_append_val (book->checks, kept);
}

void
yl_book_check_total (YlBook *book,
                     const YlTable *table,
                     const char *column,
                     const char *title,
                     const char *left,
                     gint64 units)
{
  const guint32 row = yl_sheet_get_row (yl_table_get_sheet (table));
  const YlCheck check = {
    .title = title,
    .left = left,
    .right = yl_table_get_cell (table, column, row),
    .units = units,
    .measure = yl_table_get_measure (table, column),
  };
  yl_book_note_check (book, &check);
}

const char *
yl_book_sum (YlBook *book,
             const YlPart *parts,
             gsize n_parts,
             guint column,
             YlMeasure measure,
             const YlCriterion *criteria,
             gsize n_criteria)
{
  return yl_ranges_sum (book->references, parts, n_parts, column, measure, criteria, n_criteria);
}

const char *
yl_book_value_cell (YlBook *book, const YlPolicyValue *value)
{
  const char *cell = value == NULL ? NULL : g_hash_table_lookup (book->value_cells, value);
  return cell == NULL ? "0" : cell;
}

void
yl_book_put_sum (YlBook *book,
                 const YlPart *part,
                 guint column,
                 YlMeasure measure,
                 gint64 units,
                 const char *key)
{
  yl_sheet_formula (part->sheet, column, measure,
                    yl_book_sum (book, part, 1, column, measure, NULL, 0), units);
  if (key != NULL)
    yl_sheet_map_cell (part->sheet, column, measure, key);
}
