#include "bench/cell-sum.h"

static gboolean
begin_sheet (gpointer self, const char *sheet, gboolean is_hidden)
{
  (void) self;
  (void) sheet;
  (void) is_hidden;
  return TRUE;
}

static gboolean
take_row (gpointer self, YlRowId row, const YlText *cells, guint n_cells)
{
  guint64 *sum = self;
  for (guint i = 0; i < n_cells; i++)
    *sum += cells[i].length;
  *sum += (guint64) row;
  return TRUE;
}

static void
end_sheet (gpointer self)
{
  (void) self;
}

YlRowSink
bench_cell_sum_get_sink (guint64 *sum)
{
  return (YlRowSink){
    .begin_sheet = begin_sheet, .row = take_row, .end_sheet = end_sheet, .self = sum
  };
}
