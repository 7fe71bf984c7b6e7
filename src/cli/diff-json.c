#include "yanglu/cli/diff-json.h"

#include "yanglu/cli/json.h"

static void
begin_list (JsonBuilder *builder, const char *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
}

static void
add_budget (JsonBuilder *builder, const YlBudgetJob *made)
{
  const YlBudget *budget = made == NULL ? NULL : yl_budget_job_get_budget (made);
  const YlEntity *entity = made == NULL ? NULL : yl_budget_get_entity (budget);
  yl_json_text (builder, "code", entity == NULL ? NULL : entity->code);
  yl_json_text (builder, "name", entity == NULL ? NULL : entity->name);
  yl_json_number_or_null (builder, "year", budget != NULL,
                          budget == NULL ? 0 : yl_budget_get_figures (budget)->year);
  yl_json_text (builder, "policy",
                budget == NULL ? NULL : yl_policy_get_head (yl_budget_get_policy (budget))->id);
}

static void
add_side (JsonBuilder *builder, const YlDiffJob *job, YlDiffSide side)
{
  static const char *const kinds[] = {
    [YL_DIFF_BUDGET] = "budget", [YL_DIFF_LIST] = "list", [YL_DIFF_FOUND] = "stated"
  };
  const gboolean is_old = side == YL_DIFF_OLD;
  const YlYearBridge *bridge = yl_diff_job_get_bridge (job);
  const gboolean is_whole = !bridge->is_by_township_only;
  json_builder_set_member_name (builder, is_old ? "old" : "new");
  json_builder_begin_object (builder);
  yl_json_text (builder, "file", yl_diff_job_get_file (job, side));
  yl_json_text (builder, "kind", kinds[yl_diff_job_get_kind (job, side)]);
  add_budget (builder, yl_diff_job_get_side (job, side));
  yl_json_number (builder, "daily_fen", is_old ? bridge->old_daily_fen : bridge->new_daily_fen);
  yl_json_number_or_null (builder, "demand_fen", is_whole,
                          is_old ? bridge->old_demand_fen : bridge->new_demand_fen);
  yl_json_number_or_null (builder, "county_fen", is_whole,
                          is_old ? bridge->old_county_fen : bridge->new_county_fen);
  json_builder_end_object (builder);
}

static void
add_steps (
    JsonBuilder *builder, const YlYearBridge *bridge, const char *key, guint first, guint end)
{
  begin_list (builder, key);
  for (guint step = first; step < end; step++)
    {
      json_builder_begin_object (builder);
      yl_json_text (builder, "step", yl_year_step_get_key ((YlYearStep) step));
      yl_json_number (builder, "amount_fen", bridge->steps[step].amount_fen);
      yl_json_number (builder, "length_m", bridge->steps[step].length_m);
      yl_json_number (builder, "n_roads", (gint64) bridge->n_roads[step]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Only the steps that say something. */
static void
add_line_steps (JsonBuilder *builder, const YlYearLine *line)
{
  begin_list (builder, "bridge");
  for (guint step = 0; step < YL_N_PLACED_STEPS; step++)
    {
      const YlYearAmount *amount = &line->steps[step];
      if (amount->amount_fen == 0 && amount->length_m == 0)
        continue;
      json_builder_begin_object (builder);
      yl_json_text (builder, "step", yl_year_step_get_key ((YlYearStep) step));
      yl_json_number (builder, "amount_fen", amount->amount_fen);
      yl_json_number (builder, "length_m", amount->length_m);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_line (JsonBuilder *builder, const YlYearLine *line, gboolean is_road)
{
  json_builder_begin_object (builder);
  yl_json_text (builder, "code", line->code);
  yl_json_text (builder, "name", line->name);
  if (is_road)
    {
      yl_json_text (builder, "township", line->township);
      yl_json_text (builder, "previous_code", line->previous_code);
      json_builder_set_member_name (builder, "netted");
      json_builder_add_boolean_value (builder, line->is_netted);
    }
  yl_json_number (builder, "old_fen", line->old_fen);
  yl_json_number (builder, "new_fen", line->new_fen);
  yl_json_number (builder, "old_m", line->old_m);
  yl_json_number (builder, "new_m", line->new_m);
  add_line_steps (builder, line);
  json_builder_end_object (builder);
}

static void
add_lines (JsonBuilder *builder, const char *key, const GArray *lines, gboolean is_road)
{
  begin_list (builder, key);
  for (guint i = 0; i < lines->len; i++)
    {
      const YlYearLine *line = &g_array_index (lines, YlYearLine, i);
      if (!is_road || yl_year_line_is_changed (line))
        add_line (builder, line, is_road);
    }
  json_builder_end_array (builder);
}

void
yl_diff_json_print (const YlDiffJob *job)
{
  const YlYearBridge *bridge = yl_diff_job_get_bridge (job);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_object (builder);
  yl_json_text (builder, "schema", "yanglu.diff/1");
  add_side (builder, job, YL_DIFF_OLD);
  add_side (builder, job, YL_DIFF_NEW);
  add_steps (builder, bridge, "bridge", 0, YL_N_DEMAND_STEPS);
  add_steps (builder, bridge, "county", YL_N_DEMAND_STEPS, YL_N_YEAR_STEPS);
  add_lines (builder, "townships", bridge->townships, FALSE);
  add_lines (builder, "roads", bridge->roads, TRUE);
  add_lines (builder, "bridges", bridge->bridges, TRUE);
  json_builder_end_object (builder);
  yl_json_print (builder);
}
