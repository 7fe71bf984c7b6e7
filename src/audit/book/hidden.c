/* Rows, columns and sheets out of sight that carry money (C11). */
#include "structure-private.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

/* (nullable): the first money of a planned sheet: in @row, 0 for any, and @column, %YL_NO_COLUMN for
 * any. */
static const YlFigureRange *
find_money (const YlPlannedBook *plan, const char *sheet, guint32 row, guint column)
{
  for (guint i = 0; i < plan->figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (plan->figures, YlFigureRange, i);
      if (range->measure == YL_MEASURE_FEN && strcmp (range->sheet, sheet) == 0
          && (row == 0 || (row >= range->first_row && row <= range->last_row))
          && (column == YL_NO_COLUMN || range->column == column))
        return range;
    }
  return NULL;
}

/* The yuan that a found row shows in the column of its money; 0 where it has none. */
static gint64
find_row_money (YlBookPricing *pricing, const YlSheetPair *pair, guint32 row)
{
  const char *sheet = pair->planned->name;
  const guint32 planned_row = row <= pair->rows->n_found ? pair->rows->planned_of[row] : 0;
  const char *payee = "";
  gint64 fen = 0;
  if (planned_row == 0)
    return 0;
  const YlFigureRange *money = yl_book_find_row_amount (pricing, sheet, planned_row, &payee);
  if (money == NULL)
    money = find_money (pricing->match->plan, sheet, planned_row, YL_NO_COLUMN);
  gint64 planned_fen = 0;
  if (money == NULL)
    return 0;
  yl_book_get_found_fen (pricing, pair, row, money->column, &fen);
  /* What the form itself keeps out of sight is no act of anybody as long as it is what it was. */
  if (yl_worksheet_is_row_hidden (pair->planned, planned_row))
    yl_book_get_planned_fen (pricing, sheet, planned_row, money->column, &planned_fen);
  return fen - planned_fen;
}

static void
add_hidden (YlAudit *audit,
            const char *sheet,
            guint32 row,
            const char *column,
            const char *what,
            gint64 fen,
            gboolean is_known)
{
  g_autofree char *amount = yl_money_to_grouped ((YlMoney){ fen });
  g_autofree char *message =
      is_known ? g_strdup_printf ("“%s”%s被隐藏，其中有金额 %s 元。", sheet, what, amount)
               : g_strdup_printf ("“%s”%s被隐藏，其中有金额。", sheet, what);
  yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C11,
                                                  .severity = YL_SEVERITY_WARNING,
                                                  .file = audit->file,
                                                  .sheet = sheet,
                                                  .row = row,
                                                  .column = column,
                                                  .seen = "隐藏",
                                                  .expected = "显示",
                                                  .message = message,
                                                  .at_stake = { fen },
                                                  .is_priced = is_known });
}

/* Rows beside each other are told once. */
static void
report_rows (YlBookPricing *pricing, const YlSheetPair *pair, YlAudit *audit)
{
  const GArray *hidden = pair->found->hidden_rows;
  for (guint i = 0; i < hidden->len;)
    {
      const guint32 first = g_array_index (hidden, guint32, i);
      guint32 last = first;
      gint64 fen = find_row_money (pricing, pair, first);
      for (i++; i < hidden->len && g_array_index (hidden, guint32, i) == last + 1; i++)
        {
          last++;
          fen += find_row_money (pricing, pair, last);
        }
      g_autofree char *what = first == last ? g_strdup_printf ("第 %u 行", first)
                                            : g_strdup_printf ("第 %u 至 %u 行", first, last);
      if (fen != 0)
        add_hidden (audit, pair->found->name, first, NULL, what, fen, TRUE);
    }
}

/* Whether the form itself keeps a found row out of sight. */
static gboolean
is_shut (const YlSheetPair *pair, guint32 row)
{
  const guint32 planned_row = row <= pair->rows->n_found ? pair->rows->planned_of[row] : 0;
  return planned_row != 0 && yl_worksheet_is_row_hidden (pair->planned, planned_row);
}

/* What a filter leaves out is not printed either. */
static void
report_filter (YlBookPricing *pricing, const YlSheetPair *pair, YlAudit *audit)
{
  const GArray *hidden = pair->found->hidden_rows;
  gint64 fen = 0;
  guint n = 0;
  guint32 first = 0;
  for (guint i = hidden->len; i > 0; i--)
    {
      const guint32 row = g_array_index (hidden, guint32, i - 1);
      fen += find_row_money (pricing, pair, row);
      if (is_shut (pair, row))
        continue;
      n++;
      first = row;
    }
  if (n == 0 && fen == 0)
    return;
  g_autofree char *amount = yl_money_to_grouped ((YlMoney){ fen });
  g_autofree char *message = g_strdup_printf (
      "“%s”设了筛选，有 %u 行没有显示，其中有金额 %s 元；合计仍包括这些行，金额不受影响。",
      pair->found->name, n, amount);
  yl_findings_add (audit->findings,
                   &(YlFinding){ .code = YL_C11,
                                 .severity = fen == 0 ? YL_SEVERITY_INFO : YL_SEVERITY_WARNING,
                                 .file = audit->file,
                                 .sheet = pair->found->name,
                                 .row = first,
                                 .seen = "筛选掉",
                                 .expected = "显示",
                                 .message = message,
                                 .at_stake = { fen },
                                 .is_priced = TRUE });
}

/* Columns beside each other are told once. */
static void
report_columns (YlBookPricing *pricing, const YlSheetPair *pair, YlAudit *audit)
{
  const GArray *hidden = pair->found->hidden_columns;
  for (guint i = 0; i < hidden->len;)
    {
      const guint first = g_array_index (hidden, guint16, i);
      guint last = first;
      for (i++; i < hidden->len && g_array_index (hidden, guint16, i) == last + 1; i++)
        last++;
      gint64 fen = 0;
      char letters[2][YL_COLUMN_LETTERS];
      yl_column_to_letters (first, letters[0]);
      yl_column_to_letters (last, letters[1]);
      const gboolean is_known = yl_book_price_columns (pricing, pair, first, last, &fen);
      if (is_known && fen == 0)
        continue;
      g_autofree char *what = first == last
                                  ? g_strdup_printf (" %s 列", letters[0])
                                  : g_strdup_printf (" %s 至 %s 列", letters[0], letters[1]);
      add_hidden (audit, pair->found->name, 0, letters[0], what, fen, is_known);
    }
}

static void
report_sheet (YlBookPricing *pricing, const YlSheetPair *pair, YlAudit *audit)
{
  gint64 fen = 0;
  const gboolean is_known = yl_book_price_columns (pricing, pair, 0, G_MAXUINT16, &fen);
  add_hidden (audit, pair->found->name, 0, NULL, "工作表", fen, is_known && fen != 0);
}

void
yl_book_report_hidden (YlBookPricing *pricing, YlAudit *audit)
{
  const YlBookMatch *match = pricing->match;
  for (guint i = 0; i < match->pairs->len; i++)
    {
      const YlSheetPair *pair = &g_array_index (match->pairs, YlSheetPair, i);
      if (pair->found == NULL)
        continue;
      const gboolean is_hidden =
          pair->planned->state == YL_SHEET_VISIBLE && pair->found->state != YL_SHEET_VISIBLE;
      if (is_hidden && find_money (match->plan, pair->planned->name, 0, YL_NO_COLUMN) != NULL)
        report_sheet (pricing, pair, audit);
      if (pair->found->is_filtered && pair->found->hidden_rows->len > 0)
        report_filter (pricing, pair, audit);
      else
        report_rows (pricing, pair, audit);
      report_columns (pricing, pair, audit);
      yl_book_report_unseen (pricing, pair, audit);
    }
}
