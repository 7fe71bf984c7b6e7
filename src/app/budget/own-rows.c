#include "yanglu/app/budget/own-rows.h"

#include "yanglu/audit/lists/entity-rules.h"

static gboolean
is_of_entity (const YlRoad *road, gconstpointer entity)
{
  return yl_entity_has_township (entity, road->township_code);
}

static gboolean
names_township (const YlRoad *road)
{
  return road->township != 0 || road->township_code != 0;
}

static gboolean
is_bridge_nameless (const YlBridge *bridge)
{
  return bridge->township_code == 0 && (bridge->township == NULL || bridge->township[0] == '\0');
}

static void
count_road (YlEntityRows *rows, const YlRoad *road)
{
  rows->n_roads++;
  rows->length_m += road->length_m;
}

/* Whether a list of roads was given that names no township: then it is the zone's own. */
static gboolean
is_own_list (const YlListJob *job, YlEntityRows *out_rows)
{
  const gsize n_roads = yl_inventory_get_n_roads (job->inventory);
  for (gsize i = 0; i < n_roads; i++)
    {
      const YlRoad *road = yl_inventory_get_road (job->inventory, i);
      if (names_township (road))
        return FALSE;
      count_road (out_rows, road);
    }
  return n_roads > 0;
}

static void
note_of_others (YlListJob *job, const YlRoad *road)
{
  const YlInventory *list = job->inventory;
  const YlOrigin *origin = yl_inventory_get_origin (list, road->origin);
  yl_intake_add_of_others (
      job->intake, &(YlIntakeLeftOut){ .file = origin->file,
                                       .sheet = origin->sheet,
                                       .route_code = yl_inventory_get_text (list, road->route_code),
                                       .route_name = yl_inventory_get_text (list, road->route_name),
                                       .township = yl_inventory_get_text (list, road->township),
                                       .row = road->row });
}

static void
keep_own_roads (YlListJob *job, YlEntityRows *all, YlEntityRows *nameless)
{
  for (gsize i = 0; i < yl_inventory_get_n_roads (job->inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (job->inventory, i);
      if (is_of_entity (road, job->entity))
        continue;
      count_road (all, road);
      note_of_others (job, road);
      if (!names_township (road))
        count_road (nameless, road);
    }
  YlInventory *own = yl_inventory_select (job->inventory, is_of_entity, job->entity);
  yl_inventory_free (job->inventory);
  job->inventory = own;
}

/* Beside a zone's own list of roads, its bridges need no township either. */
static void
keep_own_bridges (YlListJob *job, gboolean is_own, YlEntityRows *all, YlEntityRows *nameless)
{
  GArray *bridges = job->entry->bridges;
  for (guint i = bridges->len; i-- > 0;)
    {
      const YlBridge *bridge = &g_array_index (bridges, YlBridge, i);
      const gboolean is_nameless = is_bridge_nameless (bridge);
      if (yl_entity_has_township (job->entity, bridge->township_code) || (is_own && is_nameless))
        continue;
      all->n_bridges++;
      nameless->n_bridges += is_nameless ? 1 : 0;
      g_array_remove_index (bridges, i);
    }
}

void
yl_own_rows_keep (YlListJob *job)
{
  if (!yl_entity_is_part (job->entity))
    return;
  YlEntityRows whole = { 0 }, all = { 0 }, nameless = { 0 };
  const gboolean is_own = job->entity->n_townships > 0 && is_own_list (job, &whole);
  if (!is_own)
    keep_own_roads (job, &all, &nameless);
  job->n_roads_of_others = all.n_roads;
  keep_own_bridges (job, is_own, &all, &nameless);
  whole.n_bridges = is_own ? job->entry->bridges->len : 0;
  if (is_own)
    yl_entity_check_whole (job->entity, &whole, job->findings);
  yl_entity_check_left_out (job->entity, &all, &nameless, job->findings);
}
