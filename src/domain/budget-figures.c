#include "yanglu/domain/budget-figures.h"

YlFigures *
yl_figures_new (void)
{
  YlFigures *figures = yl_arena_new_record (sizeof *figures);
  figures->demand = yl_arena_array (figures->arena, sizeof (YlDemandLine));
  figures->payers = yl_arena_array (figures->arena, sizeof (YlPayerLine));
  figures->land = yl_arena_array (figures->arena, sizeof (YlLandLine));
  figures->accounts = yl_arena_array (figures->arena, sizeof (YlAccountLine));
  figures->source_accounts = yl_arena_array (figures->arena, sizeof (guint32));
  figures->account_uses = yl_arena_array (figures->arena, sizeof (YlAccountUse));
  figures->townships = yl_arena_array (figures->arena, sizeof (YlTownshipLine));
  figures->payees = yl_arena_array (figures->arena, sizeof (YlShareholderLine));
  figures->packages = yl_arena_array (figures->arena, sizeof (YlShareholderLine));
  return figures;
}

gint64
yl_figures_sum_purpose (const YlFigures *figures, YlPurpose purpose)
{
  /* Parts of one sum that was found to fit. */
  gint64 sum_fen = 0;
  for (guint i = 0; i < figures->demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (figures->demand, YlDemandLine, i);
      sum_fen += line->purpose == purpose ? line->amount_fen : 0;
    }
  return sum_fen;
}
