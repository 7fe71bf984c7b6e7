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

YlEntry *
yl_entry_new (void)
{
  YlEntry *entry = g_atomic_rc_box_new0 (YlEntry);
  entry->arena = yl_arena_new ();
  entry->unit = YL_UNIT_BLANK;
  entry->bridges = yl_arena_array (entry->arena, sizeof (YlBridge));
  entry->sources = yl_arena_array (entry->arena, sizeof (YlSource));
  entry->land = yl_arena_array (entry->arena, sizeof (YlLandEntry));
  entry->other.projects = yl_arena_array (entry->arena, sizeof (YlProject));
  entry->last_year = yl_arena_array (entry->arena, sizeof (YlLastYearLine));
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
  yl_arena_free (((YlEntry *) data)->arena);
}

void
yl_entry_free (YlEntry *entry)
{
  if (entry != NULL)
    g_atomic_rc_box_release_full (entry, clear_entry);
}
