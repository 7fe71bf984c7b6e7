#include "work-private.h"

/* Last year's amount of the same code goes with it. */
static void
append_line (YlWork *work, YlDemandLine *line)
{
  const GArray *last_year = work->entry->last_year;
  for (guint i = 0; i < last_year->len; i++)
    {
      const YlLastYearLine *last = &g_array_index (last_year, YlLastYearLine, i);
      if (g_strcmp0 (last->code, line->code) != 0)
        continue;
      line->has_last_year = TRUE;
      yl_work_add (work, &line->last_year_fen, last->amount.fen);
    }
  yl_work_add (work, &work->figures->demand_fen, line->amount_fen);
  g_array_append_val (work->figures->demand, *line);
}

/* A line that says nothing this year is listed only for what it was last year. */
static void
append_line_if (YlWork *work, gboolean is_wanted, YlDemandLine *line)
{
  const guint n_before = work->figures->demand->len;
  append_line (work, line);
  if (!is_wanted && !g_array_index (work->figures->demand, YlDemandLine, n_before).has_last_year)
    g_array_set_size (work->figures->demand, n_before);
}

static gint64
rate_of (const YlPolicyValue *basis)
{
  return basis == NULL ? 0 : basis->value;
}

static void
list_daily (YlWork *work)
{
  YlArena *arena = work->figures->arena;
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    {
      const YlRoadAdds *sum = &work->by_rate[kind];
      const YlPolicyValue *basis = yl_policy_find (work->policy, YL_GROUP_DAILY_RATE, "", kind);
      const gboolean is_wanted =
          kind <= YL_RATE_VILLAGE || sum->mileage.sections > 0 || basis != NULL;
      append_line_if (
          work, is_wanted,
          &(YlDemandLine){
              .code = yl_arena_print (arena, "daily.%s", yl_rate_kind_get_key ((YlRateKind) kind)),
              .title =
                  yl_arena_print (arena, "%s日常养护", yl_rate_kind_get_name ((YlRateKind) kind)),
              .purpose = YL_PURPOSE_DAILY,
              .length_m = sum->mileage.paid_m,
              .rate_fen = rate_of (basis),
              .count = sum->paid_sections,
              .amount_fen = sum->amount_fen,
              .basis = basis,
          });
    }
}

static void
append_bridge_line (YlWork *work,
                    const YlBridgeSum *sum,
                    YlPolicyGroup group,
                    guint key,
                    const char *code,
                    const char *title)
{
  const YlPolicyValue *basis = yl_policy_find (work->policy, group, "", key);
  append_line_if (work, sum->bridges > 0,
                  &(YlDemandLine){
                      .code = code,
                      .title = title,
                      .purpose = YL_PURPOSE_DAILY,
                      .length_m = group == YL_GROUP_BRIDGE_RATE_PER_METRE
                                      ? yl_bridge_round_m (sum->length_cm)
                                      : 0,
                      .rate_fen = rate_of (basis),
                      .count = sum->bridges,
                      .amount_fen = sum->amount_fen,
                      .basis = basis,
                  });
}

static void
list_bridges (YlWork *work)
{
  YlArena *arena = work->figures->arena;
  for (guint size = 0; size < YL_N_BRIDGE_SIZES; size++)
    append_bridge_line (
        work, &work->by_size[size], YL_GROUP_BRIDGE_RATE, size,
        yl_arena_print (arena, "bridge.%s", yl_bridge_size_get_key ((YlBridgeSize) size)),
        yl_arena_print (arena, "%s养护", yl_bridge_size_get_name ((YlBridgeSize) size)));
  for (guint road_class = 0; road_class < YL_N_CLASSES; road_class++)
    append_bridge_line (
        work, &work->by_metre[road_class], YL_GROUP_BRIDGE_RATE_PER_METRE, road_class,
        yl_arena_print (arena, "bridge-metre.%s", yl_road_class_get_key ((YlRoadClass) road_class)),
        yl_arena_print (arena, "%s桥梁养护（按米）",
                        yl_road_class_get_name ((YlRoadClass) road_class)));
}

static void
list_plain (YlWork *work, YlPurpose purpose, YlMoney amount)
{
  append_line_if (work, amount.fen != 0,
                  &(YlDemandLine){
                      .code = yl_purpose_get_key (purpose),
                      .title = yl_purpose_get_line (purpose),
                      .purpose = purpose,
                      .amount_fen = amount.fen,
                  });
}

static void
list_projects (YlWork *work)
{
  const GArray *projects = work->entry->other.projects;
  YlDemandLine line = {
    .code = yl_purpose_get_key (YL_PURPOSE_ENGINEERING),
    .title = yl_purpose_get_line (YL_PURPOSE_ENGINEERING),
    .purpose = YL_PURPOSE_ENGINEERING,
    .count = projects->len,
  };
  for (guint i = 0; i < projects->len; i++)
    {
      const YlProject *project = &g_array_index (projects, YlProject, i);
      yl_work_add (work, &line.length_m, project->length.m);
      yl_work_add (work, &line.amount_fen, project->amount.fen);
    }
  append_line_if (work, projects->len > 0, &line);
}

/* The whole of last year: its own line, else what 单位信息 says, else its lines together. */
static void
find_last_year (YlWork *work)
{
  const GArray *lines = work->entry->last_year;
  gint64 total_fen = 0;
  gint64 sum_fen = 0;
  gboolean has_total = FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const YlLastYearLine *line = &g_array_index (lines, YlLastYearLine, i);
      const gboolean is_total = g_strcmp0 (line->code, "total") == 0;
      has_total = has_total || is_total;
      yl_work_add (work, is_total ? &total_fen : &sum_fen, line->amount.fen);
    }
  YlFigures *figures = work->figures;
  const YlUnit *unit = &work->entry->unit;
  figures->has_last_year = lines->len > 0 || unit->has_last_year;
  if (has_total)
    figures->last_year_fen = total_fen;
  else if (unit->has_last_year)
    figures->last_year_fen = unit->last_year.fen;
  else
    figures->last_year_fen = sum_fen;
}

gint64
yl_work_sum_demand (YlWork *work, YlPurpose purpose)
{
  const GArray *demand = work->figures->demand;
  gint64 sum_fen = 0;
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      if (line->purpose == purpose)
        yl_work_add (work, &sum_fen, line->amount_fen);
    }
  return sum_fen;
}

void
yl_work_list_demand (YlWork *work)
{
  const YlOther *other = &work->entry->other;
  list_daily (work);
  list_bridges (work);
  /* S9: running cost and staff stand in lines of their own, never inside the per-km money. */
  list_plain (work, YL_PURPOSE_RUNNING, other->running);
  list_plain (work, YL_PURPOSE_STAFF, other->staff);
  list_plain (work, YL_PURPOSE_ROAD_CHIEF, other->road_chief);
  list_plain (work, YL_PURPOSE_INSURANCE, other->insurance);
  list_projects (work);
  find_last_year (work);
}
