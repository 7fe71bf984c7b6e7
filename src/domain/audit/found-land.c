#include "yanglu/domain/audit/found-land.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

YlFoundLand *
yl_found_land_new (const char *sheet, const char *name, gint64 unit)
{
  YlFoundLand *land = yl_arena_new_record (sizeof *land);
  land->sheet = yl_arena_keep (land->arena, sheet);
  land->name = yl_arena_keep (land->arena, name);
  land->unit = unit;
  land->step_fen = unit;
  land->figures = yl_arena_array (land->arena, sizeof (YlLandFigure));
  return land;
}

void
yl_found_land_add (YlFoundLand *land, const YlLandFigure *figure)
{
  YlLandFigure copy = *figure;
  gint64 step_fen = land->unit;
  copy.label = yl_arena_keep (land->arena, figure->label);
  g_array_append_val (land->figures, copy);
  for (guint i = 0; i < figure->depth && step_fen > 1; i++)
    step_fen /= 10;
  if (figure->meaning != YL_LAND_ROW_SHARE)
    land->step_fen = MIN (land->step_fen, step_fen);
}

const YlLandFigure *
yl_found_land_find (const YlFoundLand *land, YlLandMeaning meaning)
{
  for (guint i = 0; i < land->figures->len; i++)
    if (g_array_index (land->figures, YlLandFigure, i).meaning == meaning)
      return &g_array_index (land->figures, YlLandFigure, i);
  return NULL;
}

char *
yl_found_land_to_place (const YlFoundLand *land, const YlLandFigure *figure)
{
  g_autofree char *cell = yl_cell_to_text (figure->row, figure->column);
  return g_strdup_printf ("%s!%s", land->sheet, cell);
}

/* 其中：… names only some of the costs. */
static gboolean
is_partial (const YlFoundLand *land)
{
  gboolean has_costs = FALSE;
  for (guint i = 0; i < land->figures->len; i++)
    {
      const YlLandFigure *figure = &g_array_index (land->figures, YlLandFigure, i);
      if (figure->meaning != YL_LAND_ROW_COST)
        continue;
      if (strstr (figure->label, "其中") != NULL)
        return TRUE;
      has_costs = TRUE;
    }
  return !has_costs;
}

GArray *
yl_found_land_get_costs (const YlFoundLand *land)
{
  GArray *costs = g_array_new (FALSE, FALSE, sizeof (YlLandFigure));
  const YlLandFigure *all = yl_found_land_find (land, YL_LAND_ROW_ALL_COSTS);
  gint64 rest_fen = all == NULL || !is_partial (land) ? 0 : all->units;
  for (guint i = 0; i < land->figures->len; i++)
    {
      const YlLandFigure *figure = &g_array_index (land->figures, YlLandFigure, i);
      if (figure->meaning != YL_LAND_ROW_COST || figure->units == 0)
        continue;
      g_array_append_val (costs, *figure);
      rest_fen -= figure->units;
    }
  if (rest_fen > land->step_fen * (gint64) costs->len)
    {
      YlLandFigure rest = *all;
      rest.units = rest_fen;
      g_array_append_val (costs, rest);
    }
  return costs;
}
