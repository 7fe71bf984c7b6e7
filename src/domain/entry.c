#include "yanglu/domain/entry.h"

#include "yanglu/base/enum-table.h"

static const struct
{
  const char *mark;
  const char *name;
} land_costs[] = {
  { "①", "征地和拆迁补偿" },
  { "②", "土地开发" },
  { "③", "计提农业土地开发资金" },
  { "④", "补助被征地农民社会保障" },
  { "⑤", "保持被征地农民原有生活水平补贴" },
  { "⑥", "破产或改制企业职工安置" },
  { "⑦", "土地出让业务费" },
  { "⑧", "新增建设用地土地有偿使用费" },
};
YL_DEFINE_COLUMN (yl_land_cost_get_mark, guint, YL_N_LAND_COSTS, land_costs, mark)
YL_DEFINE_COLUMN (yl_land_cost_get_name, guint, YL_N_LAND_COSTS, land_costs, name)

static void
clear_bridge (gpointer data)
{
  YlBridge *bridge = data;
  g_free (bridge->code);
  g_free (bridge->route_code);
  g_free (bridge->name);
  g_free (bridge->township);
}

static void
clear_source (gpointer data)
{
  YlSource *source = data;
  g_free (source->name);
  g_free (source->account);
  g_free (source->document);
}

static void
clear_land (gpointer data)
{
  YlLandEntry *land = data;
  g_free (land->basis);
}

static void
clear_project (gpointer data)
{
  YlProject *project = data;
  g_free (project->name);
}

static void
clear_last_year (gpointer data)
{
  YlLastYearLine *line = data;
  g_free (line->code);
}

static GArray *
array_new (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, (guint) size);
  g_array_set_clear_func (array, clear);
  return array;
}

YlEntry *
yl_entry_new (void)
{
  YlEntry *entry = g_atomic_rc_box_new0 (YlEntry);
  entry->unit.entity = g_strdup ("");
  entry->unit.phone = g_strdup ("");
  entry->unit.prepared_by = g_strdup ("");
  entry->unit.reviewed_by = g_strdup ("");
  entry->unit.head = g_strdup ("");
  entry->bridges = array_new (sizeof (YlBridge), clear_bridge);
  entry->sources = array_new (sizeof (YlSource), clear_source);
  entry->land = array_new (sizeof (YlLandEntry), clear_land);
  entry->other.projects = array_new (sizeof (YlProject), clear_project);
  entry->last_year = array_new (sizeof (YlLastYearLine), clear_last_year);
  return entry;
}

YlEntry *
yl_entry_ref (YlEntry *entry)
{
  return g_atomic_rc_box_acquire (entry);
}

static void
clear_entry (gpointer data)
{
  YlEntry *entry = data;
  g_free (entry->unit.entity);
  g_free (entry->unit.phone);
  g_free (entry->unit.prepared_by);
  g_free (entry->unit.reviewed_by);
  g_free (entry->unit.head);
  g_array_free (entry->bridges, TRUE);
  g_array_free (entry->sources, TRUE);
  g_array_free (entry->land, TRUE);
  g_array_free (entry->other.projects, TRUE);
  g_array_free (entry->last_year, TRUE);
}

void
yl_entry_free (YlEntry *entry)
{
  if (entry != NULL)
    g_atomic_rc_box_release_full (entry, clear_entry);
}
