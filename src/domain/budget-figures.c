#include "yanglu/domain/budget-figures.h"

static void
clear_demand_line (gpointer data)
{
  YlDemandLine *line = data;
  g_free (line->code);
  g_free (line->title);
}

static void
clear_township_line (gpointer data)
{
  YlTownshipLine *line = data;
  g_free (line->name);
}

static void
clear_shareholder_line (gpointer data)
{
  YlShareholderLine *line = data;
  g_free (line->name);
}

static GArray *
lines_new (gsize size, GDestroyNotify clear)
{
  GArray *lines = g_array_new (FALSE, TRUE, (guint) size);
  if (clear != NULL)
    g_array_set_clear_func (lines, clear);
  return lines;
}

YlFigures *
yl_figures_new (void)
{
  YlFigures *figures = g_new0 (YlFigures, 1);
  figures->demand = lines_new (sizeof (YlDemandLine), clear_demand_line);
  figures->payers = lines_new (sizeof (YlPayerLine), NULL);
  figures->land = lines_new (sizeof (YlLandLine), NULL);
  figures->townships = lines_new (sizeof (YlTownshipLine), clear_township_line);
  figures->payees = lines_new (sizeof (YlShareholderLine), clear_shareholder_line);
  figures->packages = lines_new (sizeof (YlShareholderLine), clear_shareholder_line);
  return figures;
}

void
yl_figures_free (YlFigures *figures)
{
  if (figures == NULL)
    return;
  g_array_unref (figures->demand);
  g_array_unref (figures->payers);
  g_array_unref (figures->land);
  g_array_unref (figures->townships);
  g_array_unref (figures->payees);
  g_array_unref (figures->packages);
  g_free (figures);
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
