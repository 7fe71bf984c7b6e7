#include "check-private.h"

static void
report_row (const FoundCheck *check, guint row, gint64 money)
{
  const YlFoundRow *found = found_check_row (check, row);
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ money });
  g_autofree char *message =
      g_strdup_printf ("第 %u 行“%s”被隐藏，其中有 %s 元计入本表", found->row, found->label, yuan);
  const YlFinding finding = {
    .code = YL_C11,
    .severity = yl_code_get_severity (YL_C11),
    .file = check->file,
    .sheet = check->table->sheet,
    .row = found->row,
    .message = message,
    .gainer = found->township[0] != '\0' ? found->township : found->label,
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
report_whole (const FoundCheck *check, const char *what, const char *head, gint64 money)
{
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ money });
  g_autofree char *message = g_strdup_printf ("%s被隐藏，其中有 %s 元", what, yuan);
  const YlFinding finding = {
    .code = YL_C11,
    .severity = yl_code_get_severity (YL_C11),
    .file = check->file,
    .sheet = check->table->sheet,
    .column = head,
    .message = message,
    .at_stake = { money },
    .is_priced = TRUE,
  };
  yl_findings_add (check->audit->findings, &finding);
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
    report_whole (check, "整个工作表", NULL, money);
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
      report_whole (check, what, column->head, add_column (check, i));
    }
  for (guint row = 0; row < check->table->rows->len; row++)
    {
      gint64 stated = 0;
      gint64 expected = 0;
      if (found_check_row (check, row)->is_hidden
          && found_row_money (check, row, &stated, &expected) && stated != 0)
        report_row (check, row, stated);
    }
}
