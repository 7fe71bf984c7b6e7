#include "check-private.h"

/* @row: (nullable): the one that is hidden; else @what is */
static void
report (
    const FoundCheck *check, const YlFoundRow *row, const char *what, const char *head, gint64 fen)
{
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ fen });
  g_autofree char *message =
      g_strdup_printf ("%s被隐藏，其中有 %s 元%s", what, yuan, row == NULL ? "" : "计入本表");
  const YlFinding finding = {
    .code = YL_C11,
    .row = row == NULL ? 0 : row->row,
    .column = head,
    .message = message,
    .gainer = row == NULL ? NULL : found_find_gainer (row, 0),
  };
  found_report_at (check, finding, (FoundStake){ TRUE, fen });
}

static gint64
add_column (const FoundCheck *check, guint column)
{
  gint64 sum = 0;
  for (guint row = 0; found_next_item (check, &row); row++)
    if (!found_add (&sum, found_cell (check, row, column)->stated))
      return 0;
  return sum;
}

static void
check_sheet (const FoundCheck *check)
{
  gint64 fen = 0;
  for (guint row = 0; row < check->table->rows->len; row++)
    if (!found_add (&fen, found_row_money (check, row).stated))
      return;
  if (fen != 0)
    report (check, NULL, "整个工作表", NULL, fen);
}

void
found_check_hidden (FoundCheck *check)
{
  if (check->table->is_hidden)
    {
      check_sheet (check);
      return;
    }
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const YlFoundColumn *column = found_head (check, i);
      if (!column->is_hidden || column->meaning != YL_FOUND_AMOUNT)
        continue;
      g_autofree char *what = g_strdup_printf ("“%s”一列", column->head);
      report (check, NULL, what, column->head, add_column (check, i));
    }
  for (guint i = 0; i < check->table->rows->len; i++)
    {
      const YlFoundRow *row = found_row (check, i);
      const gint64 fen = row->is_hidden ? found_row_money (check, i).stated : 0;
      if (fen == 0)
        continue;
      g_autofree char *what = g_strdup_printf ("第 %u 行“%s”", row->row, row->label);
      report (check, row, what, NULL, fen);
    }
}
