#include "yanglu/domain/audit/performance.h"

YlPerformance *
yl_performance_new (const char *file)
{
  YlPerformance *performance = yl_arena_new_record (sizeof *performance);
  performance->file = yl_arena_keep (performance->arena, file);
  performance->rows = yl_arena_array (performance->arena, sizeof (YlFilledIndicator));
  return performance;
}

const YlFilledIndicator *
yl_performance_get (const YlPerformance *performance, guint index)
{
  return &g_array_index (performance->rows, YlFilledIndicator, index);
}
