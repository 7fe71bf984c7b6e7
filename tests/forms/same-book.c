#include "forms/same-book.h"

#include "support/assert.h"
#include "yanglu/io/xlsx/reader.h"

static YlWorkbook *
load (const char *path, YlTextPool *texts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  g_autoptr (YlInput) input = yl_input_open (path, &error);
  YlWorkbook *book = input == NULL
                         ? NULL
                         : yl_book_load (yl_xlsx_read, input, NULL, texts, findings, NULL, &error);
  if (book == NULL)
    fail_msg ("%s", error->message);
  assert_number_equal (yl_findings_get_n (findings), 0);
  return book;
}

static void
fail_at (const YlWorkbook *book, const char *sheet, const YlCell *found, const YlCell *planned)
{
  fail_msg ("%s row %u column %u: \"%s\" (%u) =%s but planned at row %u column %u \"%s\" (%u) =%s",
            sheet, found->row, found->column, yl_workbook_get_text (book, found->value),
            found->content, yl_workbook_get_text (book, found->formula), planned->row,
            planned->column, yl_workbook_get_text (book, planned->value), planned->content,
            yl_workbook_get_text (book, planned->formula));
}

/* Returns: how many cells were compared. */
static guint
assert_same_sheet (const YlWorkbook *book, const YlWorksheet *found, const YlWorksheet *planned)
{
  const guint n = MIN (found->cells->len, planned->cells->len);
  for (guint i = 0; i < n; i++)
    {
      const YlCell *a = &g_array_index (found->cells, YlCell, i);
      const YlCell *b = &g_array_index (planned->cells, YlCell, i);
      if (a->row != b->row || a->column != b->column || a->value != b->value
          || a->formula != b->formula || a->content != b->content || a->is_array != b->is_array)
        fail_at (book, found->name, a, b);
    }
  assert_number_equal (found->cells->len, planned->cells->len);
  assert_number_equal (found->merges->len, planned->merges->len);
  assert_int_equal (found->state, planned->state);
  return n;
}

guint
same_book_assert (const char *path, YlTextPool *texts, const YlWorkbook *planned)
{
  g_autoptr (YlWorkbook) found = load (path, texts);
  guint n_cells = 0;
  assert_number_equal (found->sheets->len, planned->sheets->len);
  for (guint i = 0; i < found->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (found->sheets, i);
      const YlWorksheet *other = yl_workbook_find_sheet (planned, sheet->name);
      assert_non_null (other);
      n_cells += assert_same_sheet (found, sheet, other);
    }
  for (guint i = 0; i < found->names->len; i++)
    {
      const YlDefinedName *name = &g_array_index (found->names, YlDefinedName, i);
      assert_string_equal (yl_workbook_find_name (planned, name->name), name->reference);
    }
  return n_cells;
}
