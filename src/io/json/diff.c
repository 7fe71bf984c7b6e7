#include "yanglu/io/json/diff.h"

#include "yanglu/io/json/findings.h"

static const char *const side_keys[] = { [YL_OLD] = "old", [YL_NEW] = "new" };
G_STATIC_ASSERT (G_N_ELEMENTS (side_keys) == YL_N_SIDES);

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

static void
add_audit (YlJsonSink *json, const YlAudit *audit)
{
  yl_json_text (json, "verdict", yl_verdict_get_key (audit->verdict));
  yl_json_text (json, "conclusion", audit->conclusion);
  yl_json_number_or_null (json, "stated_fen", audit->has_stated, audit->stated_fen);
}

/* What both years have, and the totals of this one. */
static void
add_year (YlJsonSink *json, const YlReconciliation *of, const YlJsonYear *year, YlSide side)
{
  const gboolean is_whole = !of->is_by_township_only;
  yl_json_begin (json, side_keys[side]);
  add_head (json, year, of->called[side]);
  yl_json_number (json, "daily_fen", of->daily_fen[side]);
  yl_json_number_or_null (json, "demand_fen", is_whole, of->demand_fen[side]);
  yl_json_number_or_null (json, "county_fen", is_whole, of->county_fen[side]);
  yl_json_number (json, "unplaced_rows", (gint64) year->n_unplaced);
  if (year->choices != NULL)
    yl_json_choices (json, year->choices);
  if (year->audit != NULL)
    add_audit (json, year->audit);
  if (year->findings != NULL)
    yl_json_findings (json, year->findings);
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

static void
add_shown (YlJsonSink *json, const YlVersions *versions)
{
  const gboolean has_stated = versions->has_stated;
  yl_json_begin (json, "shown");
  yl_json_number_or_null (json, "old_fen", has_stated, versions->stated_fen[YL_OLD]);
  yl_json_number_or_null (json, "new_fen", has_stated, versions->stated_fen[YL_NEW]);
  yl_json_begin_list (json, "steps");
  for (guint i = 0; i < versions->steps->len; i++)
    {
      const YlVersionStep *step = &g_array_index (versions->steps, YlVersionStep, i);
      yl_json_begin (json, NULL);
      yl_json_text (json, "side", !step->has_side ? NULL : side_keys[step->side]);
      yl_json_text (json, "step", step->step);
      yl_json_number (json, "amount_fen", step->amount_fen);
      yl_json_end (json);
    }
  yl_json_end (json);
  yl_json_end (json);
}

static void
add_change (YlJsonSink *json, const YlVersionChange *change)
{
  g_autofree char *name = yl_version_change_to_name (change);
  yl_json_begin (json, NULL);
  yl_json_text (json, "origin", yl_change_origin_get_key (change->origin));
  yl_json_text (json, "extent", yl_change_extent_get_key (change->extent));
  yl_json_text (json, "name", name);
  yl_json_text (json, "sheet", change->sheet);
  yl_json_number_or_null (json, "table_row", change->table_row > 0, change->table_row);
  yl_json_text (json, "row", change->row_label);
  yl_json_text (json, "head", change->head);
  for (guint side = 0; side < YL_N_SIDES; side++)
    {
      yl_json_begin (json, side_keys[side]);
      yl_json_text (json, "cell", change->cell[side]);
      yl_json_text (json, "value", change->value[side]);
      yl_json_text (json, "formula", change->formula[side]);
      yl_json_boolean (json, "edited", change->is_edited[side]);
      yl_json_end (json);
    }
  yl_json_end (json);
}

/* All are counted, and so many of each origin listed as are kept. */
static void
add_cells (YlJsonSink *json, const YlVersions *versions)
{
  yl_json_begin (json, "cells");
  for (guint origin = 0; origin < YL_N_CHANGE_ORIGINS; origin++)
    yl_json_number (json, yl_change_origin_get_key ((YlChangeOrigin) origin),
                    (gint64) versions->n_changes[origin]);
  yl_json_number (json, "renumbered", (gint64) versions->n_renumbered);
  yl_json_begin_rows (json, "changes");
  for (guint i = 0; i < versions->changes->len; i++)
    add_change (json, &g_array_index (versions->changes, YlVersionChange, i));
  yl_json_end (json);
  yl_json_end (json);
}

void
yl_json_write_diff (YlJsonSink *json,
                    const YlReconciliation *reconciliation,
                    const YlVersions *versions,
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
  if (versions != NULL)
    {
      add_shown (json, versions);
      add_cells (json, versions);
    }
  yl_json_end (json);
}
