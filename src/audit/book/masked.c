/* Figures that a workbook holds but does not show: masked by their format or their colour (C11). */
#include "finding-private.h"

#include "yanglu/domain/cell-place.h"

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
    case YL_MASK_SCALED:
      return "数字格式把数值缩小成千分之一显示";
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
tell_group (const YlSheetPair *pair, YlMask mask, const MaskedGroup *group, YlAudit *audit)
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

void
yl_book_tell_masked (YlBookPricing *pricing, const YlSheetPair *pair, YlAudit *audit)
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
      tell_group (pair, (YlMask) mask, &groups[mask], audit);
}
