#include "check-private.h"

/* @row: (nullable): the one that is hidden; else @what is */
static void
report (const FoundCheck *check,
        const YlFoundRow *row,
        const char *what,
        const char *head,
        gint64 money)
{
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ money });
  g_autofree char *message =
      g_strdup_printf ("%s被隐藏，其中有 %s 元%s", what, yuan, row == NULL ? "" : "计入本表");
  const YlFinding finding = {
    .code = YL_C11,
    .severity = yl_code_get_severity (YL_C11),
    .file = check->file,
    .sheet = check->table->sheet,
    .row = row == NULL ? 0 : row->row,
    .column = head,
    .message = message,
    .gainer = row == NULL ? NULL : found_find_gainer (row, 0),
    .at_stake = { money },
    .is_priced = TRUE,
  };
  yl_findings_add (check->audit->findings, &finding);
}

static gint64
add_column (const FoundCheck *check, guint column)
{
  gint64 sum = 0;
  for (guint row = 0; row < check->table->rows->len; row++)
    if (found_check_is_item (check, row)
        && !found_add (&sum, found_check_value (check, row, column)->units))
      return 0;
  return sum;
}

static void
check_sheet (const FoundCheck *check)
{
  gint64 money = 0;
  for (guint row = 0; row < check->table->rows->len; row++)
    {
      gint64 stated = 0;
      gint64 expected = 0;
      if (found_row_money (check, row, &stated, &expected) && !found_add (&money, stated))
        return;
    }
  if (money != 0)
    report (check, NULL, "整个工作表", NULL, money);
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
      const YlFoundColumn *column = found_check_column (check, i);
      if (!column->is_hidden || column->meaning != YL_FOUND_AMOUNT)
        continue;
      g_autofree char *what = g_strdup_printf ("“%s”一列", column->head);
      report (check, NULL, what, column->head, add_column (check, i));
    }
  for (guint row = 0; row < check->table->rows->len; row++)
    {
      gint64 stated = 0;
      gint64 expected = 0;
      const YlFoundRow *found = found_check_row (check, row);
      if (!found->is_hidden || !found_row_money (check, row, &stated, &expected) || stated == 0)
        continue;
      g_autofree char *what = g_strdup_printf ("第 %u 行“%s”", found->row, found->label);
      report (check, found, what, NULL, stated);
    }
}
