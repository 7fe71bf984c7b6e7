#include "beside-private.h"

void
table_beside_clear (TableBeside *beside)
{
  g_free (beside->sheet);
  *beside = (TableBeside){ 0 };
}

void
table_beside_add (TableBeside *beside, YlTableRow *row)
{
  YlMoney amount = { 0 };
  beside->n_rows++;
  if (yl_table_sums_find_amount (row, &amount)
      && !yl_money_add (beside->amount, amount, &beside->amount))
    beside->amount = (YlMoney){ YL_MONEY_MAX_FEN };
}

/* (transfer full): "3 行，共 12.00 元，" */
static char *
describe_rows (const TableBeside *beside)
{
  if (beside->amount.fen == 0)
    return g_strdup_printf ("%u 行", beside->n_rows);
  g_autofree char *yuan = yl_money_to_grouped (beside->amount);
  return g_strdup_printf ("%u 行，共 %s 元", beside->n_rows, yuan);
}

static void
report (YlTableContext *context, YlCode code, const char *sheet, const char *message, YlMoney stake)
{
  yl_findings_add (context->findings, &(YlFinding){ .code = code,
                                                    .severity = YL_SEVERITY_WARNING,
                                                    .file = context->file,
                                                    .sheet = sheet,
                                                    .message = message,
                                                    .at_stake = stake,
                                                    .is_priced = TRUE });
}

void
table_beside_report (const TableBeside *beside,
                     const YlImportTable *table,
                     YlTableContext *context,
                     const char *read)
{
  if (beside->sheet == NULL || beside->n_rows == 0)
    return;
  g_autofree char *rows = describe_rows (beside);
  g_autofree char *instead =
      read == NULL ? g_strdup ("") : g_strdup_printf ("已读取工作表“%s”，", read);
  g_autofree char *message =
      g_strdup_printf ("工作表“%s”%s也有%s的表头（%s），%s这一张未读取、未计入；%s请并入一张表。",
                       beside->sheet, beside->is_hidden ? "是隐藏的，" : "", table->sheet, rows,
                       instead, beside->is_hidden ? "如应计入请取消隐藏，" : "如应计入，");
  report (context, beside->is_hidden ? YL_C11 : YL_E01, beside->sheet, message, beside->amount);
}

void
table_beside_report_hidden (const TableBeside *beside,
                            const YlImportTable *table,
                            YlTableContext *context)
{
  g_autofree char *rows = describe_rows (beside);
  g_autofree char *message = g_strdup_printf (
      "工作表“%s”是隐藏的，作%s读取并计入（%s）；请取消隐藏并核对，不应计入的请删去。",
      beside->sheet, table->sheet, rows);
  report (context, YL_C11, beside->sheet, message, beside->amount);
}
