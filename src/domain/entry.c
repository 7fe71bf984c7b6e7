#include "yanglu/domain/entry.h"

#include "yanglu/base/enum-table.h"

#include <string.h>

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

/* The texts of a 单位信息. */
static const gsize unit_texts[] = {
  G_STRUCT_OFFSET (YlUnit, entity),      G_STRUCT_OFFSET (YlUnit, phone),
  G_STRUCT_OFFSET (YlUnit, prepared_by), G_STRUCT_OFFSET (YlUnit, reviewed_by),
  G_STRUCT_OFFSET (YlUnit, head),
};

gboolean
yl_unit_is_blank (const YlUnit *unit)
{
  gboolean has_text = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (unit_texts); i++)
    has_text = has_text || *G_STRUCT_MEMBER (const char *, unit, unit_texts[i]) != '\0';
  return !has_text && unit->year == 0 && unit->date.yyyymmdd == 0 && !unit->has_engineering
         && !unit->has_last_year;
}

static gboolean
join_texts (YlUnit *unit, const YlUnit *more)
{
  gboolean is_lost = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (unit_texts); i++)
    {
      const char **text = &G_STRUCT_MEMBER (const char *, unit, unit_texts[i]);
      if (strcmp (*text, G_STRUCT_MEMBER (const char *, more, unit_texts[i])) == 0)
        continue;
      *text = "";
      is_lost = TRUE;
    }
  return is_lost;
}

gboolean
yl_unit_join (YlUnit *unit, const YlUnit *more)
{
  const YlUnit before = *unit;
  const gboolean has_engineering =
      unit->has_engineering && more->has_engineering && unit->engineering.m == more->engineering.m;
  const gboolean has_last_year =
      unit->has_last_year && more->has_last_year && unit->last_year.fen == more->last_year.fen;
  unit->year = unit->year == 0 || more->year == 0 ? MAX (unit->year, more->year)
               : unit->year == more->year         ? unit->year
                                                  : 0;
  unit->date.yyyymmdd = unit->date.yyyymmdd == more->date.yyyymmdd ? more->date.yyyymmdd : 0;
  unit->has_engineering = has_engineering;
  unit->has_last_year = has_last_year;
  const gboolean is_lost = join_texts (unit, more);
  return is_lost || unit->date.yyyymmdd != MAX (before.date.yyyymmdd, more->date.yyyymmdd)
         || has_engineering != (before.has_engineering || more->has_engineering)
         || has_last_year != (before.has_last_year || more->has_last_year)
         || unit->year != MAX (before.year, more->year);
}

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
