#include "entry-private.h"

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
};

static const char *const columns[] = {
  [PARTY] = "party", [AMOUNT] = "amount", [DOCUMENT] = "document",
  [USE] = "use",     [PHONE] = "phone",   [DATE] = "date",
};

static const guint64 enough[] = { 1 << PARTY | 1 << AMOUNT, 0 };

static const YlHeadTable heads = {
  .words = YL_WORDS_NOTICE_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = enough,
  .expected = "对象（或乡镇）和金额",
};

/* What an amount was rounded to: the step of its last digit, at least a yuan where no decimals
 * stand; in 万元 always 100 yuan or finer. */
static gint64
get_step (const YlEntryCell *cell)
{
  gint64 step_fen = cell->unit == YL_UNIT_WAN ? 1000000 : 100;
  const char *point =
      cell->text.length == 0 ? NULL : memchr (cell->text.at, '.', cell->text.length);
  const gsize n_decimals =
      point == NULL ? 0 : cell->text.length - (gsize) (point - cell->text.at) - 1;
  for (gsize i = 0; i < n_decimals && step_fen > 1; i++)
    step_fen /= 10;
  /* A spreadsheet drops the zeros behind the point. */
  return cell->unit == YL_UNIT_WAN ? MIN (step_fen, 10000) : step_fen;
}

/* The first row beyond the limit is told, the others are not read. */
static gboolean
is_full (YlEntryContext *context, const YlEntryRow *row)
{
  if (context->ledger->notices->len < YL_LEDGER_MAX_NOTICES)
    return FALSE;
  const YlEntryCell cell = yl_entry_row_get (row, PARTY);
  g_autofree char *what = g_strdup_printf ("超过公开表可读的 %d 行", YL_LEDGER_MAX_NOTICES);
  if (!context->is_full)
    yl_entry_report (context, &cell,
                     &(YlEntryFault){ .code = YL_E08,
                                      .severity = YL_SEVERITY_ERROR,
                                      .what = what,
                                      .effect = "从这一行起未读；请分开核对" });
  context->is_full = TRUE;
  return TRUE;
}

static void
take_row (YlEntryContext *context, const YlEntryRow *row)
{
  YlEntryCell cell = yl_entry_row_get (row, AMOUNT);
  if (cell.unit == YL_UNIT_NONE)
    cell.unit = context->unit;
  YlNotice notice = { .row = row->row, .unit_fen = get_step (&cell) };
  const YlCellStatus status =
      yl_entry_cell_to_amount (context, &cell, "这一行公开金额未核对", &notice.amount);
  if (status != YL_CELL_READ)
    return;
  if (yl_row_is_sum (row->cells, row->n_cells))
    {
      context->ledger->has_notice_total = TRUE;
      context->ledger->notice_total = notice.amount;
      context->ledger->notice_total_row = row->row;
      return;
    }
  if (is_full (context, row)
      || !yl_entry_add (context, &cell, notice.amount, "这一行公开金额未核对", &context->sum))
    return;
  g_autofree char *party = yl_entry_row_dup (row, PARTY);
  g_autofree char *use = yl_entry_row_dup (row, USE);
  const gboolean has_date = yl_entry_row_has_column (row, DATE);
  if (has_date)
    yl_date_parse (yl_entry_row_get (row, DATE).text, &notice.date);
  notice.party = party;
  notice.purpose = yl_ledger_find_purpose (context->words, use);
  if (notice.purpose == YL_PURPOSE_UNTOLD)
    notice.purpose = yl_ledger_find_line (context->words, party);
  yl_ledger_add_notice (context->ledger, &notice);
}

static void
begin (YlEntryContext *context)
{
  (void) context;
}

const YlEntryTable yl_notice_table = {
  .sheet = "公开表",
  .heads = &heads,
  .has_sums = TRUE,
  .begin = begin,
  .row = take_row,
};

const YlEntryTable yl_notice_sheet_table = {
  .sheet = "公开表",
  .heads = &heads,
  .has_sums = TRUE,
  .is_by_name = TRUE,
  .begin = begin,
  .row = take_row,
};
