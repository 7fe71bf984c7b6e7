#include "book-private.h"
#include "book-references-private.h"

#define SHEET_ROWS 1048575u
/* Title, particulars, two rows of heads above; at most three sums and the signatures below. */
#define FORM_ROWS 8u

#define CELL_NAME_SIZE 32

const char *
yl_book_keep (YlBook *book, char *text)
{
  const char *kept = g_string_chunk_insert (book->references, text);
  g_free (text);
  return kept;
}

/* A quote in the name of a tab is doubled; ours have none. */
const char *
yl_book_reference (YlBook *book, const YlSheet *sheet, guint column, guint32 row)
{
  char cell[CELL_NAME_SIZE];
  lxw_rowcol_to_cell_abs (cell, row - 1, (lxw_col_t) column, LXW_TRUE, LXW_TRUE);
  return yl_book_keep (book, g_strdup_printf ("'%s'!%s", yl_sheet_get_name (sheet), cell));
}

static void
append_range (GString *out, const YlPart *part, guint column)
{
  char range[2 * CELL_NAME_SIZE];
  lxw_rowcol_to_range_abs (range, part->first_row - 1, (lxw_col_t) column, part->last_row - 1,
                           (lxw_col_t) column);
  g_string_append_printf (out, "'%s'!%s", yl_sheet_get_name (part->sheet), range);
}

const char *
yl_book_range (YlBook *book, const YlPart *part, guint column)
{
  GString *out = g_string_new (NULL);
  append_range (out, part, column);
  return yl_book_keep (book, g_string_free (out, FALSE));
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

static guint
decimals_of (YlMeasure measure)
{
  if (measure == YL_MEASURE_FEN)
    return 2;
  return measure == YL_MEASURE_KM ? 3 : 0;
}

static void
append_criteria (GString *out, const YlPart *part, const YlCriterion *criteria, gsize n_criteria)
{
  for (gsize i = 0; i < n_criteria; i++)
    {
      if (out->str[out->len - 1] != '(')
        g_string_append_c (out, ',');
      append_range (out, part, criteria[i].column);
      g_string_append_printf (out, ",%s", criteria[i].test);
    }
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
  GString *out = g_string_new ("ROUND(");
  for (gsize i = 0; i < n_parts; i++)
    {
      g_string_append_printf (out, "%s%s(", i == 0 ? "" : "+", n_criteria == 0 ? "SUM" : "SUMIFS");
      append_range (out, &parts[i], column);
      append_criteria (out, &parts[i], criteria, n_criteria);
      g_string_append_c (out, ')');
    }
  g_string_append_printf (out, "%s,%u)", n_parts == 0 ? "0" : "", decimals_of (measure));
  return yl_book_keep (book, g_string_free (out, FALSE));
}

const char *
yl_book_count (
    YlBook *book, const YlPart *parts, gsize n_parts, const YlCriterion *criteria, gsize n_criteria)
{
  GString *out = g_string_new (NULL);
  for (gsize i = 0; i < n_parts; i++)
    {
      g_string_append (out, i == 0 ? "COUNTIFS(" : "+COUNTIFS(");
      append_criteria (out, &parts[i], criteria, n_criteria);
      g_string_append_c (out, ')');
    }
  if (n_parts == 0)
    g_string_append_c (out, '0');
  return yl_book_keep (book, g_string_free (out, FALSE));
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
