#include "source-sums-private.h"

#include "yanglu/domain/budget-figures.h"

void
yl_source_sums_init (YlSourceSums *sums, const GArray *sources, const GArray *demand)
{
  *sums = (YlSourceSums){ 0 };
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      const gint64 fen = source->amount.fen;
      sums->by_level_fen[source->level][source->fund] += fen;
      sums->by_purpose_fen[source->purpose][source->fund] += fen;
      sums->by_purpose_all_fen[source->purpose] += fen;
      sums->fund_fen[source->fund] += fen;
      sums->all_fen += fen;
      if (yl_source_is_public (source))
        sums->public_fen[source->purpose][source->level] += fen;
    }
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      sums->demand_fen[line->purpose] += line->amount_fen;
    }
}
