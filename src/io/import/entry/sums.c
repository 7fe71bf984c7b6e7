#include "sums-private.h"

guint
yl_table_find_amount_column (const YlImportTable *table)
{
  guint column = 0;
  while (column < table->n_columns && table->columns[column].as != YL_AS_AMOUNT
         && table->columns[column].as != YL_AS_SIGNED)
    column++;
  return column;
}

static void
add (YlTableSums *sums, YlMoney amount, YlMoney *sum)
{
  if (!yl_money_add (*sum, amount, sum))
    sums->is_too_large = TRUE;
}

void
yl_table_sums_add (YlTableSums *sums, const YlTableRow *row)
{
  sums->has_rows = TRUE;
  if (!row->has_amount)
    return;
  add (sums, row->amount, &sums->all);
  add (sums, row->amount, &sums->since);
}

gboolean
yl_table_sums_find_amount (YlTableRow *row, YlMoney *out_amount)
{
  const guint column = yl_table_find_amount_column (row->table);
  if (row->table->record_size == 0 || column == row->table->n_columns
      || !row->table->columns[column].is_required)
    return FALSE;
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  g_autofree gpointer record = g_malloc0 (row->table->record_size);
  YlFindings *told = row->context->findings;
  row->context->findings = untold;
  const TableCellStatus status = table_read (row, column, record);
  row->context->findings = told;
  *out_amount = row->amount;
  return status == TABLE_CELL_READ;
}

static void
report (const YlImportTable *table,
        const YlTableContext *context,
        YlRowId row,
        YlMoney stated,
        YlMoney added)
{
  const YlMoney difference = { stated.fen - added.fen };
  g_autofree char *seen = yl_money_to_grouped (stated);
  g_autofree char *expected = yl_money_to_grouped (added);
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ ABS (difference.fen) });
  g_autofree char *message = g_strdup_printf (
      "合计行写 %s 元，各行相加为 %s 元，%s %s 元；合计按各行计算，这一行未计入，如不是合计请改名",
      seen, expected, difference.fen > 0 ? "多" : "少", yuan);
  yl_findings_add (context->findings,
                   &(YlFinding){ .code = YL_C01,
                                 .severity = YL_SEVERITY_ERROR,
                                 .file = context->file,
                                 .sheet = context->sheet,
                                 .row = row,
                                 .column = yl_words_get_usual (
                                     context->words, table->words,
                                     table->columns[yl_table_find_amount_column (table)].key),
                                 .seen = seen,
                                 .expected = expected,
                                 .message = message,
                                 .at_stake = difference,
                                 .is_priced = TRUE });
}

static gboolean
is_sum (YlTableSums *sums, YlMoney stated)
{
  YlMoney with_doubtful = sums->all;
  add (sums, sums->doubtful, &with_doubtful);
  return sums->is_too_large || stated.fen == sums->all.fen || stated.fen == sums->since.fen
         || stated.fen == with_doubtful.fen;
}

void
yl_table_sums_check (YlTableSums *sums, YlTableRow *row)
{
  YlMoney stated = { 0 };
  /* What is wrong with the amount of a sum is nobody's loss. */
  if (!yl_table_sums_find_amount (row, &stated))
    return;
  if (!sums->has_rows && sums->top_row == 0)
    {
      sums->top = stated;
      sums->top_row = row->number;
      return;
    }
  if (!sums->has_rows) /* two of them on top: the first is none of the second */
    {
      report (row->table, row->context, sums->top_row, sums->top, sums->all);
      add (sums, sums->top, &sums->doubtful);
      sums->top_row = 0;
      sums->has_rows = TRUE;
    }
  if (!is_sum (sums, stated))
    {
      report (row->table, row->context, row->number, stated, sums->all);
      add (sums, stated, &sums->doubtful);
    }
  sums->since = (YlMoney){ 0 };
}

void
yl_table_sums_end (YlTableSums *sums, const YlImportTable *table, const YlTableContext *context)
{
  if (sums->top_row != 0 && !is_sum (sums, sums->top))
    report (table, context, sums->top_row, sums->top, sums->all);
}
