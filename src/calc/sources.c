#include "work-private.h"

void
yl_work_add_sources (YlWork *work)
{
  const GArray *sources = work->entry->sources;
  YlFundSums *sums = &work->sources;
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      gint64 *sum = yl_source_is_public (source) ? &sums->public_fen[source->purpose][source->level]
                                                 : &sums->social_fen[source->purpose];
      yl_work_add (work, sum, source->amount.fen);
      if (source->kind == YL_KIND_LAND)
        yl_work_add (work, &sums->land_fen[source->level], source->amount.fen);
    }
}
