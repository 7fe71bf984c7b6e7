#include "table-private.h"

#include "yanglu/io/import/row-label.h"

#include <string.h>

/* 公开表: what the public was told, row by row, and its total. */

enum
{
  PARTY,
  AMOUNT,
  DOCUMENT,
  USE,
  PHONE,
  DATE,
  N_COLUMNS,
};

static const YlImportColumn columns[] = {
  [PARTY] = { "party" },       [AMOUNT] = { "amount", YL_AS_AMOUNT, YL_AT (YlNotice, amount) },
  [DOCUMENT] = { "document" }, [USE] = { "use" },
  [PHONE] = { "phone" },       [DATE] = { "date" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);
static const guint64 enough[] = { 1 << PARTY | 1 << AMOUNT, 0 };

/* What an amount was rounded to: the step of its last digit, at least a yuan where no decimals
 * stand; in 万元 and the like always 100 yuan or finer. */
static gint64
get_step (const TableCell *cell)
{
  const gboolean is_yuan = !yl_unit_is_money (cell->unit) || cell->unit == YL_UNIT_YUAN;
  gint64 step_fen = 1;
  for (guint i = 0; i < yl_unit_get_n_decimals (is_yuan ? YL_UNIT_YUAN : cell->unit); i++)
    step_fen *= 10;
  const char *point =
      cell->text.length == 0 ? NULL : memchr (cell->text.at, '.', cell->text.length);
  const gsize n_decimals =
      point == NULL ? 0 : cell->text.length - (gsize) (point - cell->text.at) - 1;
  for (gsize i = 0; i < n_decimals && step_fen > 1; i++)
    step_fen /= 10;
  /* A spreadsheet drops the zeros behind the point. */
  return is_yuan ? step_fen : MIN (step_fen, 10000);
}

static gboolean
is_full (YlTableRow *row)
{
  return table_is_full (row, row->context->ledger->notices->len, YL_LEDGER_MAX_NOTICES,
                        "超过公开表可读的 " G_STRINGIFY (YL_LEDGER_MAX_NOTICES) " 行",
                        "从这一行起未读；请分开核对");
}

/* The day that stands once is that of all rows without one of their own. */
static void
take_day (const YlTableRow *row, guint label)
{
  const GArray *notices = row->context->ledger->notices;
  YlDate day = { 0 };
  for (guint i = label + 1; i < row->n_cells && day.yyyymmdd == 0; i++)
    yl_date_parse (row->cells[i], &day);
  for (guint i = 0; i < notices->len; i++)
    {
      YlNotice *notice = &g_array_index (notices, YlNotice, i);
      notice->date = notice->date.yyyymmdd == 0 ? day : notice->date;
    }
}

/* What stands once, below the rows: a telephone is no amount. */
static gboolean
take_once (const YlTableRow *row)
{
  guint label = 0;
  while (label < row->n_cells && row->cells[label].length == 0)
    label++;
  if (label == row->n_cells)
    return FALSE;
  const YlText text = row->cells[label];
  const gboolean is_day = yl_text_is (text, YL_LABEL_NOTICE_DAY);
  if (is_day)
    take_day (row, label);
  return is_day || yl_text_is (text, YL_LABEL_NOTICE_PHONE)
         || yl_text_is (text, YL_LABEL_NOTICE_POLICY);
}

static void
take_row (YlTableRow *row)
{
  if (take_once (row))
    return;
  YlTableContext *context = row->context;
  YlLedger *ledger = context->ledger;
  const TableCell cell = table_row_get (row, AMOUNT);
  YlNotice notice = { .row = row->number, .unit_fen = get_step (&cell) };
  if (table_read (row, AMOUNT, &notice) != TABLE_CELL_READ)
    return;
  if (yl_row_is_sum (context->words, row->cells, row->n_cells))
    {
      ledger->has_notice_total = TRUE;
      ledger->notice_total = notice.amount;
      ledger->notice_total_row = row->number;
      return;
    }
  if (is_full (row)
      || !table_add (row, AMOUNT, notice.amount, "这一行公开金额未核对", &context->sum))
    return;
  g_autofree char *party = table_row_dup (row, PARTY);
  g_autofree char *use = table_row_dup (row, USE);
  if (table_row_has (row, DATE))
    yl_date_parse (table_row_get (row, DATE).text, &notice.date);
  notice.party = party;
  notice.purpose = yl_ledger_find_purpose (context->words, use);
  if (notice.purpose == YL_PURPOSE_UNTOLD)
    notice.purpose = yl_ledger_find_line (context->words, party);
  yl_ledger_add_notice (ledger, &notice);
}

const YlImportTable yl_notice_table = {
  .sheet = YL_LIST_NOTICE,
  .words = YL_WORDS_NOTICE_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = enough,
  .expected = "对象（或乡镇）和金额",
  .has_sums = TRUE,
  .subject = "这一行",
  .loss = "公开金额未核对",
  .row = take_row,
};
