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

void
yl_book_note_check (YlBook *book, const YlCheck *check)
{
  const YlCheck kept = {
    .title = yl_book_keep (book, g_strdup (check->title)),
    .left = yl_book_keep (book, g_strdup (check->left)),
    .right = yl_book_keep (book, g_strdup (check->right)),
    .units = check->units,
    .measure = check->measure,
  };
  g_array_append_val (book->checks, kept);
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
yl_book_count (
    YlBook *book, const YlPart *parts, gsize n_parts, const YlCriterion *criteria, gsize n_criteria)
{
  return yl_ranges_count (book->references, parts, n_parts, criteria, n_criteria);
}

const char *
yl_book_sum_detail (
    YlBook *book, YlDetailColumn column, YlMeasure measure, YlDetailColumn by, const char *test)
{
  const YlCriterion criterion = { by, test };
  return yl_book_sum (book, (const YlPart *) (gpointer) book->detail->data, book->detail->len,
                      column, measure, &criterion, test == NULL ? 0 : 1);
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
