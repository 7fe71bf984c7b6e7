#include "figures-private.h"

/* Where calc keeps figures that several tables list. */

gint64
yl_kept_of_budget (const YlFigureAt *at)
{
  return G_STRUCT_MEMBER (gint64, at->view->figures, at->figure->offset);
}

const YlDemandLine *
yl_kept_line (const YlFigureAt *at)
{
  return &g_array_index (at->view->figures->demand, YlDemandLine, at->of[0]);
}

gint64
yl_kept_of_line (const YlFigureAt *at)
{
  return G_STRUCT_MEMBER (gint64, yl_kept_line (at), at->figure->offset);
}

gboolean
yl_is_road_line (const YlFigureAt *at)
{
  return g_str_has_prefix (yl_kept_line (at)->code, "daily.");
}

gboolean
yl_is_size_line (const YlFigureAt *at)
{
  return g_str_has_prefix (yl_kept_line (at)->code, "bridge.");
}

gboolean
yl_is_metre_line (const YlFigureAt *at)
{
  return g_str_has_prefix (yl_kept_line (at)->code, "bridge-metre.");
}

const YlIndicatorLine *
yl_kept_indicator (const YlFigureAt *at)
{
  return &at->view->figures->indicators[at->of[0]];
}

gint64
yl_kept_of_indicator (const YlFigureAt *at)
{
  return G_STRUCT_MEMBER (gint64, yl_kept_indicator (at), at->figure->offset);
}
