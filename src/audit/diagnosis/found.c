#include "table-private.h"

gint64
yl_found_get_units (const YlFoundRow *row, int column)
{
  const YlFoundValue *value =
      column < 0 || row == NULL ? NULL : yl_found_row_get (row, (guint) column);
  return value == NULL || !value->is_known ? 0 : value->units;
}

/* Down to a fen: of 元, or of 万元. */
guint
yl_found_count_decimals (const YlFoundTable *found, int column)
{
  return column >= 0 && yl_found_table_get_column (found, (guint) column)->unit == 1000000 ? 6 : 2;
}

const YlFoundRow *
yl_found_find_total (const YlFoundTable *found)
{
  const YlFoundRow *total = NULL;
  for (guint i = 0; i < found->rows->len; i++)
    if (yl_found_table_get_row (found, i)->kind == YL_FOUND_ROW_TOTAL)
      total = yl_found_table_get_row (found, i);
  return total;
}
