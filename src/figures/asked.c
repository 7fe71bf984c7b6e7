#include "yanglu/figures/asked.h"

#include "yanglu/base/error.h"
#include "yanglu/base/likeness.h"
#include "yanglu/domain/place-code.h"
#include "yanglu/figures/catalogue.h"
#include "yanglu/figures/explain.h"

#include <string.h>

#define N_SUGGESTIONS 3
/* A route code: longer section codes begin with it. */
#define ROUTE_CODE_LENGTH 10

static gboolean
is_asked (const char *code, const char *name, const char *asked, const char *as_typed)
{
  const gboolean is_section = strlen (asked) >= ROUTE_CODE_LENGTH && g_str_has_prefix (code, asked);
  return (code[0] != '\0' && strcmp (code, asked) == 0) || is_section
         || (name[0] != '\0' && strcmp (name, as_typed) == 0);
}

/* Who writes a name is told names. */
static void
say_no_road (const YlBudget *budget, const char *asked, const char *as_typed, GError **error)
{
  const YlInventory *inventory = budget->inventory;
  const gboolean is_code = g_str_is_ascii (asked);
  g_autoptr (YlNearest) nearest = yl_nearest_new (is_code ? asked : as_typed, N_SUGGESTIONS);
  for (gsize i = 0; i < yl_inventory_get_n_roads (inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      const char *name =
          yl_inventory_get_text (inventory, is_code ? road->route_code : road->route_name);
      if (name[0] != '\0')
        yl_nearest_offer (nearest, name);
    }
  g_autofree char *advice = yl_nearest_advise (nearest, NULL);
  if (advice[0] == '\0')
    g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND,
                 "没有路线“%s”：里程台账没有路线%s，请用 --township 或 --line 查询。", as_typed,
                 is_code ? "编码" : "名称");
  else
    g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND, "里程台账里没有编码或名称为“%s”的路线，%s",
                 as_typed, advice);
}

/* (nullable): the name of which @part is a part, where routes of one name alone have it. */
static const char *
find_whole_name (const YlInventory *inventory, const char *part)
{
  const char *found = NULL;
  for (gsize i = 0; i < yl_inventory_get_n_roads (inventory); i++)
    {
      const char *name =
          yl_inventory_get_text (inventory, yl_inventory_get_road (inventory, i)->route_name);
      if (strstr (name, part) == NULL)
        continue;
      if (found != NULL && strcmp (found, name) != 0)
        return NULL;
      found = name;
    }
  return found;
}

static void
take_feeds (const YlBudget *budget, YlExplained *explained, const GArray *rows)
{
  g_array_unref (explained->feeds);
  explained->feeds = yl_explain_feeds (budget, rows);
}

static void
take_figure (const YlBudget *budget, YlExplained *explained, const char *key, guint member)
{
  g_autofree char *own = yl_figure_get_key (budget, key, (YlMembers){ { member } });
  YlDerivation *figure = yl_explain_figure (budget, own);
  if (figure != NULL)
    g_ptr_array_add (explained->figures, figure);
}

/* "路线 X001371502 沙堂路：2 个路段", by the code and name of the first section. */
static char *
make_road_title (const YlInventory *inventory, const GArray *rows, const char *asked)
{
  const YlRoad *first =
      yl_inventory_get_road (inventory, g_array_index (rows, YlDerivationRow, 0).index);
  const char *code = yl_inventory_get_text (inventory, first->route_code);
  const char *name = yl_inventory_get_text (inventory, first->route_name);
  const gboolean is_by_code = g_str_has_prefix (code, asked);
  return g_strdup_printf ("路线 %s%s%s：%u 个路段", is_by_code ? asked : code,
                          name[0] == '\0' ? "" : " ", name, rows->len);
}

/* @code: folded; @name: as typed */
static GArray *
list_rows_of_road (const YlInventory *inventory, const char *code, const char *name)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (YlDerivationRow));
  for (gsize i = 0; i < yl_inventory_get_n_roads (inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      const YlDerivationRow row = { .index = (guint32) i, .kind = YL_ROW_ROAD };
      if (is_asked (yl_inventory_get_text (inventory, road->route_code),
                    yl_inventory_get_text (inventory, road->route_name), code, name))
        g_array_append_val (rows, row);
    }
  return rows;
}

/* Several sections come to something together. */
static void
take_rows (const YlBudget *budget, YlExplained *explained, const GArray *rows)
{
  YlDerivation *sum = yl_explain_rows (budget, rows, "路线金额合计");
  g_array_append_vals (explained->rows, sum->rows->data, sum->rows->len);
  if (rows->len > 1)
    g_ptr_array_insert (explained->figures, 0, sum);
  else
    yl_derivation_free (sum);
}

YlExplained *
yl_explained_road (const YlBudget *budget, const char *code, GError **error)
{
  const YlInventory *inventory = budget->inventory;
  g_autofree char *asked = yl_route_code_fold (yl_text_of (code));
  g_autoptr (YlExplained) explained = yl_explained_new ();
  g_autoptr (GArray) rows = list_rows_of_road (inventory, asked, code);
  const char *name = rows->len > 0 || code[0] == '\0' ? NULL : find_whole_name (inventory, code);
  if (name != NULL)
    {
      g_array_unref (g_steal_pointer (&rows));
      rows = list_rows_of_road (inventory, asked, name);
    }
  if (rows->len == 0)
    {
      say_no_road (budget, asked, code, error);
      return NULL;
    }
  for (guint i = 0; i < rows->len; i++)
    take_figure (budget, explained, "roads[*].amount_fen",
                 g_array_index (rows, YlDerivationRow, i).index);
  explained->title = yl_arena_take (explained->arena, make_road_title (inventory, rows, asked));
  take_rows (budget, explained, rows);
  take_feeds (budget, explained, rows);
  return g_steal_pointer (&explained);
}

/* As written, by its code, or without 街道, 镇, 乡. */
static gboolean
is_township (const YlTownshipLine *line, const char *asked)
{
  static const char *const kinds[] = { "街道", "镇", "乡", "街道办事处" };
  g_autofree char *code = g_strdup_printf ("%u", line->code);
  if (strcmp (line->name, asked) == 0 || (line->code != 0 && strcmp (code, asked) == 0))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *longer = g_strconcat (asked, kinds[i], NULL);
      if (strcmp (line->name, longer) == 0)
        return TRUE;
    }
  return FALSE;
}

static GArray *
list_rows_of_township (const YlBudget *budget, guint32 township)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (YlDerivationRow));
  const gsize n_roads = yl_inventory_get_n_roads (budget->inventory);
  const guint n_bridges = budget->entry->bridges->len;
  for (gsize i = 0; i < n_roads; i++)
    {
      const YlDerivationRow row = { .index = (guint32) i, .kind = YL_ROW_ROAD };
      if (budget->roads[i].placement.township == township)
        g_array_append_val (rows, row);
    }
  for (guint i = 0; i < n_bridges; i++)
    {
      const YlDerivationRow row = { .index = i, .kind = YL_ROW_BRIDGE };
      if (budget->bridges[i].placement.township == township)
        g_array_append_val (rows, row);
    }
  return rows;
}

YlExplained *
yl_explained_township (const YlBudget *budget, const char *name, GError **error)
{
  const GArray *lines = budget->figures->townships;
  g_autoptr (YlNearest) nearest = yl_nearest_new (name, N_SUGGESTIONS);
  for (guint i = 0; i < lines->len; i++)
    {
      const YlTownshipLine *line = &g_array_index (lines, YlTownshipLine, i);
      const char *shown = line->name[0] == '\0' ? YL_UNNAMED_TOWNSHIP : line->name;
      yl_nearest_offer (nearest, shown);
      if (!is_township (line, name) && strcmp (shown, name) != 0)
        continue;
      g_autoptr (YlExplained) explained = yl_explained_new ();
      g_autoptr (GArray) rows = list_rows_of_township (budget, i);
      explained->title = yl_arena_print (explained->arena, "%s：%" G_GINT64_FORMAT " 个路段", shown,
                                         line->sections);
      take_figure (budget, explained, "townships[*].amount_fen", i);
      take_figure (budget, explained, "townships[*].counted_m", i);
      g_ptr_array_add (explained->figures,
                       yl_explain_rows (budget, rows, "逐路段、逐座桥梁的金额"));
      take_feeds (budget, explained, rows);
      return g_steal_pointer (&explained);
    }
  g_autofree char *advice = yl_nearest_advise (nearest, NULL);
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND, "预算里没有乡镇“%s”%s%s", name,
               advice[0] == '\0' ? "。" : "，", advice);
  return NULL;
}

YlExplained *
yl_explained_line (const YlBudget *budget, const char *code, GError **error)
{
  const GArray *demand = budget->figures->demand;
  g_autoptr (YlNearest) nearest = yl_nearest_new (code, demand->len);
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      yl_nearest_offer (nearest, line->code);
      if (strcmp (line->code, code) != 0 && strcmp (line->title, code) != 0)
        continue;
      g_autoptr (YlExplained) explained = yl_explained_new ();
      explained->title = yl_arena_print (explained->arena, "%s（%s）", line->title, line->code);
      take_figure (budget, explained, "demand.*.amount_fen", i);
      const YlDerivation *figure = g_ptr_array_index (explained->figures, 0);
      g_array_unref (explained->feeds);
      explained->feeds = figure->rows->len > 0 ? yl_explain_feeds (budget, figure->rows)
                                               : yl_explain_line_feeds (budget, line->code);
      return g_steal_pointer (&explained);
    }
  g_autoptr (GError) reason = NULL;
  YlExplained *explained = yl_explained_named (budget, code, &reason);
  if (explained != NULL || !g_str_is_ascii (code))
    {
      if (explained == NULL)
        g_propagate_error (error, g_steal_pointer (&reason));
      return explained;
    }
  g_autofree char *advice = yl_nearest_advise (nearest, NULL);
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND, "预算里没有项目“%s”，%s", code, advice);
  return NULL;
}
