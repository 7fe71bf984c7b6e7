/* What a workbook holds but does not show: figures masked by their format or their colour; rows,
 * columns and sheets that carry money (C11). */
#include "structure-private.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

typedef struct
{
  guint32 row; /* the first one with money, else the first one */
  guint16 column;
  guint n;
  gboolean is_money;
  gint64 fen;
} MaskedGroup;

static const char *
describe_mask (YlMask mask)
{
  switch (mask)
    {
    case YL_MASK_NO_FIGURE:
      return "数字格式不显示单元格里的数值";
    case YL_MASK_OTHER:
      return "数字格式显示成另一个数";
    case YL_MASK_UNSEEN:
      return "数字与底色同色，看不见";
    case YL_MASK_NONE:
      break;
    }
  g_assert_not_reached ();
}

/* Only what the plan has a figure for: nobody misses a number that was never there. */
static void
add_cell (YlBookPricing *pricing,
          const YlSheetPair *pair,
          const YlMaskedCell *cell,
          MaskedGroup *group)
{
  const YlRowMatch *rows = pair->rows;
  const guint32 row = cell->row <= rows->n_found ? rows->planned_of[cell->row] : 0;
  const guint column = yl_column_match_find_planned (pair->columns, cell->column);
  const YlCell *planned = row == 0 ? NULL : yl_worksheet_find (pair->planned, row, column);
  if (planned == NULL || (planned->formula == 0 && planned->content != YL_CONTENT_NUMBER))
    return;
  const YlFigureRange *figure =
      yl_planned_book_find_figure (pricing->match->plan, pair->planned->name, row, column);
  const gboolean is_money = figure != NULL && figure->measure == YL_MEASURE_FEN;
  if (group->n++ == 0 || (is_money && !group->is_money))
    {
      group->row = cell->row;
      group->column = cell->column;
    }
  if (is_money && !group->is_money)
    yl_book_get_found_fen (pricing, pair, cell->row, column, &group->fen);
  group->is_money = group->is_money || is_money;
}

/* Of many cells no sum is told: rows and their totals would be counted twice. */
static void
report_group (const YlSheetPair *pair, YlMask mask, const MaskedGroup *group, YlAudit *audit)
{
  g_autofree char *cell = yl_cell_to_text (group->row, group->column);
  const gint64 fen = group->n == 1 ? group->fen : 0;
  g_autofree char *amount = yl_money_to_grouped ((YlMoney){ fen });
  g_autofree char *place =
      group->n == 1 ? g_strdup (cell) : g_strdup_printf ("%s 等 %u 个单元格", cell, group->n);
  g_autofree char *money =
      fen == 0 ? g_strdup ("") : g_strdup_printf ("，其中有金额 %s 元", amount);
  g_autofree char *message =
      g_strdup_printf ("“%s”%s的%s%s。", pair->found->name, place, describe_mask (mask), money);
  yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C11,
                                                  .severity = YL_SEVERITY_WARNING,
                                                  .file = audit->file,
                                                  .sheet = pair->found->name,
                                                  .row = group->row,
                                                  .cell = cell,
                                                  .seen = describe_mask (mask),
                                                  .expected = "照原样显示",
                                                  .message = message,
                                                  .at_stake = { fen },
                                                  .is_priced = group->n == 1 });
}

/* Numbers of @pair that their format or colour keeps from being seen. */
static void
report_masked (YlBookPricing *pricing, const YlSheetPair *pair, YlAudit *audit)
{
  MaskedGroup groups[YL_MASK_UNSEEN + 1] = { 0 };
  const GArray *masked = pair->found->masked;
  for (guint i = 0; i < masked->len; i++)
    {
      const YlMaskedCell *cell = &g_array_index (masked, YlMaskedCell, i);
      add_cell (pricing, pair, cell, &groups[cell->mask]);
    }
  for (guint mask = YL_MASK_NONE + 1; mask <= YL_MASK_UNSEEN; mask++)
    if (groups[mask].n > 0)
      report_group (pair, (YlMask) mask, &groups[mask], audit);
}

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
  if (money != NULL)
    yl_book_get_found_fen (pricing, pair, row, money->column, &fen);
  return fen;
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

static void
report_filter (const YlSheetPair *pair, YlAudit *audit)
{
  g_autofree char *message =
      g_strdup_printf ("“%s”设了筛选，有 %u 行没有显示；合计仍包括这些行，金额不受影响。",
                       pair->found->name, pair->found->hidden_rows->len);
  yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C11,
                                                  .severity = YL_SEVERITY_INFO,
                                                  .file = audit->file,
                                                  .sheet = pair->found->name,
                                                  .message = message,
                                                  .is_priced = TRUE });
}

static void
report_columns (YlBookPricing *pricing, const YlSheetPair *pair, YlAudit *audit)
{
  const GArray *hidden = pair->found->hidden_columns;
  for (guint i = 0; i < hidden->len; i++)
    {
      const guint16 column = g_array_index (hidden, guint16, i);
      const guint planned = yl_column_match_find_planned (pair->columns, column);
      if (planned == YL_NO_COLUMN
          || find_money (pricing->match->plan, pair->planned->name, 0, planned) == NULL)
        continue;
      char letters[YL_COLUMN_LETTERS];
      yl_column_to_letters (column, letters);
      g_autofree char *what = g_strdup_printf (" %s 列", letters);
      add_hidden (audit, pair->found->name, 0, letters, what, 0, FALSE);
    }
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
        add_hidden (audit, pair->found->name, 0, NULL, "工作表", 0, FALSE);
      if (pair->found->is_filtered && pair->found->hidden_rows->len > 0)
        report_filter (pair, audit);
      else
        report_rows (pricing, pair, audit);
      report_columns (pricing, pair, audit);
      report_masked (pricing, pair, audit);
    }
}
