#include "yanglu/domain/audit/performance.h"

static void
clear_row (gpointer data)
{
  YlFilledIndicator *row = data;
  g_free (row->sheet);
  g_free (row->cell);
  g_free (row->group);
  g_free (row->name);
  g_free (row->target);
  g_free (row->actual);
  g_free (row->verdict);
}

YlPerformance *
yl_performance_new (const char *file)
{
  YlPerformance *performance = g_new0 (YlPerformance, 1);
  performance->file = g_strdup (file);
  performance->rows = g_array_new (FALSE, FALSE, sizeof (YlFilledIndicator));
  g_array_set_clear_func (performance->rows, clear_row);
  return performance;
}

void
yl_performance_free (YlPerformance *performance)
{
  if (performance == NULL)
    return;
  g_array_unref (performance->rows);
  g_free (performance->file);
  g_free (performance);
}

static char *
copy_text (const char *text)
{
  return g_strdup (text == NULL ? "" : text);
}

void
yl_performance_add (YlPerformance *performance, const YlFilledIndicator *row)
{
  YlFilledIndicator copy = *row;
  copy.sheet = copy_text (row->sheet);
  copy.cell = copy_text (row->cell);
  copy.group = copy_text (row->group);
  copy.name = copy_text (row->name);
  copy.target = copy_text (row->target);
  copy.actual = copy_text (row->actual);
  copy.verdict = copy_text (row->verdict);
  g_array_append_val (performance->rows, copy);
}

const YlFilledIndicator *
yl_performance_get (const YlPerformance *performance, guint index)
{
  return &g_array_index (performance->rows, YlFilledIndicator, index);
}
