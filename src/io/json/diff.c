#include "yanglu/io/json/diff.h"

#include "yanglu/io/json/findings.h"

static void
add_head (YlJsonSink *json, const YlJsonYear *year, const char *called)
{
  const YlBudget *budget = year->budget;
  const gboolean is_made = budget != NULL;
  const YlEntity *entity = is_made ? budget->entity : NULL;
  yl_json_text (json, "file", year->file);
  yl_json_text (json, "called", called);
  yl_json_text (json, "kind", year->kind);
  yl_json_text (json, "code", is_made ? entity->code : NULL);
  yl_json_text (json, "name", is_made ? entity->name : NULL);
  yl_json_number_or_null (json, "year", is_made, is_made ? budget->figures->year : 0);
  yl_json_text (json, "policy", is_made ? yl_policy_get_head (budget->policy)->id : NULL);
}

/* What both years have, and the totals of this one. */
static void
add_year (YlJsonSink *json, const YlReconciliation *of, const YlJsonYear *year, YlSide side)
{
  const gboolean is_whole = !of->is_by_township_only;
  yl_json_begin (json, side == YL_OLD ? "old" : "new");
  add_head (json, year, of->called[side]);
  yl_json_number (json, "daily_fen", of->daily_fen[side]);
  yl_json_number_or_null (json, "demand_fen", is_whole, of->demand_fen[side]);
  yl_json_number_or_null (json, "county_fen", is_whole, of->county_fen[side]);
  yl_json_number (json, "unplaced_rows", (gint64) year->n_unplaced);
  if (year->choices != NULL)
    yl_json_choices (json, year->choices);
  if (year->unread != NULL)
    yl_json_findings (json, year->unread);
  yl_json_end (json);
}

/* @n_roads: (nullable): of each step; without them only the steps that say something. */
static void
add_steps (YlJsonSink *json,
           const char *key,
           const YlYearAmount *steps,
           guint first,
           guint end,
           const guint64 *n_roads)
{
  yl_json_begin_list (json, key);
  for (guint step = first; step < end; step++)
    {
      if (n_roads == NULL && steps[step].amount_fen == 0 && steps[step].length_m == 0)
        continue;
      yl_json_begin (json, NULL);
      yl_json_text (json, "step", yl_year_step_get_key ((YlYearStep) step));
      yl_json_number (json, "amount_fen", steps[step].amount_fen);
      yl_json_number (json, "length_m", steps[step].length_m);
      if (n_roads != NULL)
        yl_json_number (json, "n_roads", (gint64) n_roads[step]);
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
add_line (YlJsonSink *json, const YlYearLine *line, gboolean is_road)
{
  yl_json_begin (json, NULL);
  yl_json_text (json, "code", line->code);
  yl_json_text (json, "name", line->name);
  if (is_road)
    {
      yl_json_text (json, "township", line->township);
      yl_json_text (json, "previous_code", line->previous_code);
      yl_json_boolean (json, "netted", line->is_netted);
    }
  yl_json_number (json, "old_fen", line->fen[YL_OLD]);
  yl_json_number (json, "new_fen", line->fen[YL_NEW]);
  yl_json_number (json, "old_m", line->m[YL_OLD]);
  yl_json_number (json, "new_m", line->m[YL_NEW]);
  add_steps (json, "bridge", line->steps, 0, YL_N_PLACED_STEPS, NULL);
  yl_json_end (json);
}

static void
add_lines (YlJsonSink *json, const char *key, const GArray *lines, gboolean is_road)
{
  yl_json_begin_list (json, key);
  for (guint i = 0; i < lines->len; i++)
    {
      const YlYearLine *line = &g_array_index (lines, YlYearLine, i);
      if (!is_road || yl_year_line_is_changed (line))
        add_line (json, line, is_road);
    }
  yl_json_end (json);
}

void
yl_json_write_diff (YlJsonSink *json,
                    const YlReconciliation *reconciliation,
                    const YlJsonYear years[YL_N_SIDES])
{
  yl_json_begin (json, NULL);
  yl_json_text (json, "schema", "yanglu.diff/1");
  for (guint side = 0; side < YL_N_SIDES; side++)
    add_year (json, reconciliation, &years[side], side);
  add_steps (json, "bridge", reconciliation->steps, 0, YL_N_DEMAND_STEPS, reconciliation->n_roads);
  add_steps (json, "county", reconciliation->steps, YL_N_DEMAND_STEPS, YL_N_YEAR_STEPS,
             reconciliation->n_roads);
  add_lines (json, "townships", reconciliation->townships, FALSE);
  add_lines (json, "roads", reconciliation->roads, TRUE);
  add_lines (json, "bridges", reconciliation->bridges, TRUE);
  yl_json_end (json);
}
