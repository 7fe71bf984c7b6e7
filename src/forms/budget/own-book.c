#include "yanglu/forms/budget/own-book.h"

#include "yanglu/forms/sheet-form.h"

#include <string.h>

static gboolean
has_sheets (YlHasSheet has_sheet, gconstpointer book, const char *const *sheets, guint n_least)
{
  guint n = 0;
  for (gsize i = 0; sheets[i] != NULL; i++)
    n += has_sheet (book, sheets[i]) ? 1 : 0;
  return n >= n_least;
}

static gboolean
has_in_workbook (gconstpointer workbook, const char *name)
{
  return yl_workbook_find_sheet (workbook, name) != NULL;
}

gboolean
yl_own_book_is_named (YlHasSheet has_sheet, gconstpointer book)
{
  static const char *const sheets[] = { YL_SHEET_COVER,     YL_SHEET_OVERVIEW,     "里程汇总",
                                        YL_SHEET_TOWNSHIPS, YL_SHEET_ROADS,        YL_SHEET_BASIS,
                                        YL_SHEET_CHECKS,    YL_SHEET_OLDER_CHECKS, NULL };
  /* The checks have one of their names, and one sheet may be gone. */
  return has_sheets (has_sheet, book, sheets, G_N_ELEMENTS (sheets) - 3);
}

gboolean
yl_own_book_is (const YlWorkbook *workbook)
{
  return yl_own_book_is_named (has_in_workbook, workbook);
}

gboolean
yl_own_book_has_core (const YlWorkbook *workbook)
{
  static const char *const sheets[] = { YL_SHEET_OVERVIEW, YL_SHEET_ROADS, YL_SHEET_BASIS, NULL };
  return has_sheets (has_in_workbook, workbook, sheets, G_N_ELEMENTS (sheets) - 1);
}

gboolean
yl_own_book_is_beside (const char *sheet)
{
  return strcmp (sheet, YL_SHEET_FINDINGS) == 0;
}

static const char *
get_text (const YlWorkbook *workbook, const YlWorksheet *sheet, guint32 row, guint column)
{
  const YlCell *cell = yl_worksheet_find (sheet, row, column);
  return cell == NULL ? "" : yl_workbook_get_text (workbook, cell->value);
}

YlChoices *
yl_own_book_read_choices (const YlWorkbook *workbook)
{
  YlChoices *choices = yl_choices_new ();
  const YlWorksheet *sheet = yl_workbook_find_sheet (workbook, YL_SHEET_CHOICES);
  for (guint32 row = sheet == NULL ? 0 : yl_worksheet_get_next_row (sheet, 0); row != 0;
       row = yl_worksheet_get_next_row (sheet, row))
    {
      const YlCell *ordinal = yl_worksheet_find (sheet, row, 0);
      const char *what = get_text (workbook, sheet, row, 1);
      if (ordinal != NULL && ordinal->content == YL_CONTENT_NUMBER && what[0] != '\0')
        yl_choices_add (choices, what, get_text (workbook, sheet, row, 2),
                        get_text (workbook, sheet, row, 3));
    }
  return choices;
}

/* It stands in 标准依据, under 政策编号. */
const char *
yl_own_book_find_policy (const YlWorkbook *workbook)
{
  const YlWorksheet *sheet = yl_workbook_find_sheet (workbook, YL_SHEET_BASIS);
  const YlCell *head = NULL;
  for (guint i = 0; sheet != NULL && i < sheet->cells->len; i++)
    {
      const YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      const char *text = yl_workbook_get_text (workbook, cell->value);
      if (head == NULL)
        head = strcmp (text, "政策编号") == 0 ? cell : NULL;
      else if (cell->column == head->column && text[0] != '\0')
        return text;
    }
  return NULL;
}

static gboolean
is_fingerprint (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdefABCDEF") == 64;
}

const YlCell *
yl_own_book_find_fingerprint (const YlWorkbook *workbook)
{
  const YlWorksheet *sheet = yl_workbook_find_sheet (workbook, YL_SHEET_COVER);
  guint32 row = 0;
  for (guint i = 0; sheet != NULL && i < sheet->cells->len; i++)
    {
      const YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      const char *text = yl_workbook_get_text (workbook, cell->value);
      if (strcmp (text, YL_LABEL_FINGERPRINT) == 0)
        row = cell->row;
      else if (cell->row == row && is_fingerprint (text))
        return cell;
    }
  return NULL;
}
