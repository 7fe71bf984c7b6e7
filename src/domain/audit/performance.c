#include "yanglu/domain/audit/performance.h"

YlPerformance *
yl_performance_new (const char *file)
{
  YlPerformance *performance = yl_arena_new_record (sizeof *performance);
  performance->file = yl_arena_keep (performance->arena, file);
  performance->rows = yl_arena_array (performance->arena, sizeof (YlFilledIndicator));
  return performance;
}

void
yl_performance_free (YlPerformance *performance)
{
  yl_arena_free_record (performance);
}

void
yl_performance_add (YlPerformance *performance, const YlFilledIndicator *row)
{
  YlFilledIndicator copy = *row;
  copy.sheet = yl_arena_keep (performance->arena, row->sheet);
  copy.cell = yl_arena_keep (performance->arena, row->cell);
  copy.group = yl_arena_keep (performance->arena, row->group);
  copy.name = yl_arena_keep (performance->arena, row->name);
  copy.target = yl_arena_keep (performance->arena, row->target);
  copy.actual = yl_arena_keep (performance->arena, row->actual);
  copy.verdict = yl_arena_keep (performance->arena, row->verdict);
  g_array_append_val (performance->rows, copy);
}

const YlFilledIndicator *
yl_performance_get (const YlPerformance *performance, guint index)
{
  return &g_array_index (performance->rows, YlFilledIndicator, index);
}
