#include "acts-private.h"

#include "yanglu/domain/cell-place.h"

char *
yl_book_name_difference (const YlCellDifference *difference)
{
  return yl_cell_to_text (difference->found_row,
                          yl_column_match_find (difference->pair->columns, difference->column));
}

/* Formulas can be long: a finding shows so much of one. */
#define N_SHOWN 120

char *
yl_book_describe_cell (const YlWorkbook *workbook, const YlCell *cell)
{
  if (cell == NULL)
    return g_strdup ("（空）");
  const char *value = yl_workbook_get_text (workbook, cell->value);
  if (cell->formula == 0)
    return value[0] == '\0' ? g_strdup ("（空）") : g_strdup (value);
  const char *formula = yl_workbook_get_text (workbook, cell->formula);
  const glong n = g_utf8_strlen (formula, -1);
  g_autofree char *head = g_utf8_substring (formula, 0, MIN (n, N_SHOWN));
  return g_strdup_printf ("=%s%s", head, n > N_SHOWN ? "…" : "");
}
