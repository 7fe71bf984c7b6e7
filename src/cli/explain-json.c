#include "yanglu/cli/explain-json.h"

#include "yanglu/figures/explain.h"
#include "yanglu/cli/json.h"

typedef struct
{
  const YlExplainJob *job;
  const YlBudget *budget;
  JsonBuilder *builder;
} Writing;

static void
begin_list (const Writing *writing, const char *key)
{
  json_builder_set_member_name (writing->builder, key);
  json_builder_begin_array (writing->builder);
}

static void
begin_object (const Writing *writing, const char *key)
{
  json_builder_set_member_name (writing->builder, key);
  json_builder_begin_object (writing->builder);
}

static void
add_flag (const Writing *writing, const char *key, gboolean flag)
{
  json_builder_set_member_name (writing->builder, key);
  json_builder_add_boolean_value (writing->builder, flag);
}

static void
add_places (const Writing *writing, const char *key)
{
  g_auto (GStrv) places = yl_explain_job_find_places (writing->job, key);
  begin_list (writing, "cells");
  for (guint i = 0; places[i] != NULL; i++)
    json_builder_add_string_value (writing->builder, places[i]);
  json_builder_end_array (writing->builder);
}

static void
add_basis (const Writing *writing, const YlPolicyValue *basis)
{
  JsonBuilder *builder = writing->builder;
  if (basis == NULL)
    {
      json_builder_set_member_name (builder, "policy");
      json_builder_add_null_value (builder);
      return;
    }
  begin_object (writing, "policy");
  yl_json_text (builder, "id", basis->policy_id);
  yl_json_text (builder, "document", basis->document);
  yl_json_text (builder, "clause", basis->clause);
  yl_json_text (builder, "area", basis->area);
  yl_json_text (builder, "stated", basis->shown);
  add_flag (writing, "verified", basis->verified);
  json_builder_end_object (builder);
}

static void
add_road (const Writing *writing, const YlDerivationRow *row)
{
  JsonBuilder *builder = writing->builder;
  const YlInventory *inventory = yl_budget_get_inventory (writing->budget);
  const YlRoad *road = yl_inventory_get_road (inventory, row->index);
  const YlRoadWorking *working = yl_budget_get_road_working (writing->budget, row->index);
  const YlOrigin *origin = yl_inventory_get_origin (inventory, road->origin);
  const YlPolicyValue *rate = yl_policy_find (yl_budget_get_policy (writing->budget),
                                              YL_GROUP_DAILY_RATE, "", working->rate);
  yl_json_text (builder, "route_code", yl_inventory_get_text (inventory, road->route_code));
  yl_json_text (builder, "name", yl_inventory_get_text (inventory, road->route_name));
  yl_json_text (builder, "township", yl_inventory_get_text (inventory, road->township));
  yl_json_text (builder, "class", yl_road_class_get_key ((YlRoadClass) road->road_class));
  yl_json_text (builder, "rate_kind", yl_rate_kind_get_key ((YlRateKind) working->rate));
  yl_json_number (builder, "listed_m", road->length_m);
  yl_json_number (builder, "counted_m", working->counted_m);
  yl_json_number (builder, "paid_m", working->paid_m);
  yl_json_number_or_null (builder, "rate_fen_per_km", rate != NULL, rate == NULL ? 0 : rate->value);
  yl_json_number (builder, "amount_fen", working->amount_fen);
  yl_json_text (builder, "file", origin->file);
  yl_json_text (builder, "sheet", origin->sheet);
  yl_json_number (builder, "row", road->row);
}

static void
add_bridge (const Writing *writing, const YlDerivationRow *row)
{
  JsonBuilder *builder = writing->builder;
  const GArray *bridges = yl_budget_get_entry (writing->budget)->bridges;
  const YlBridge *bridge = &g_array_index (bridges, YlBridge, row->index);
  const YlBridgeWorking *working = yl_budget_get_bridge_working (writing->budget, row->index);
  yl_json_text (builder, "bridge_code", bridge->code);
  yl_json_text (builder, "route_code", bridge->route_code);
  yl_json_text (builder, "name", bridge->name);
  yl_json_text (builder, "township", bridge->township);
  yl_json_number (builder, "length_m", bridge->length.m);
  yl_json_number (builder, "amount_fen", working->by_size_fen + working->by_metre_fen);
  yl_json_number (builder, "row", bridge->row);
}

static void
add_row (const Writing *writing, const YlDerivationRow *row)
{
  JsonBuilder *builder = writing->builder;
  const gboolean is_road = row->kind == YL_ROW_ROAD;
  json_builder_begin_object (builder);
  yl_json_text (builder, "kind", is_road ? "road" : "bridge");
  yl_json_number (builder, "number", (gint64) row->index + 1);
  yl_json_number (builder, "value", row->units);
  yl_json_text (builder, "left_out",
                row->left_out == YL_LEFT_IN ? NULL
                                            : yl_left_out_get_key ((YlLeftOut) row->left_out));
  if (is_road)
    add_road (writing, row);
  else
    add_bridge (writing, row);
  json_builder_end_object (builder);
}

static void add_figure (const Writing *writing, const YlDerivation *figure);

static void
add_content (const Writing *writing, const YlDerivation *figure)
{
  JsonBuilder *builder = writing->builder;
  begin_list (writing, "parts");
  for (guint i = 0; i < figure->parts->len; i++)
    add_figure (writing, yl_derivation_get_part (figure, i));
  json_builder_end_array (builder);
  begin_list (writing, "rows");
  for (guint i = 0; i < figure->rows->len; i++)
    add_row (writing, &g_array_index (figure->rows, YlDerivationRow, i));
  json_builder_end_array (builder);
  begin_list (writing, "notes");
  for (guint i = 0; i < figure->notes->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (figure->notes, i));
  json_builder_end_array (builder);
}

static void
add_figure (const Writing *writing, const YlDerivation *figure)
{
  JsonBuilder *builder = writing->builder;
  json_builder_begin_object (builder);
  yl_json_text (builder, "key", figure->key);
  yl_json_text (builder, "name", figure->name);
  yl_json_text (builder, "unit", yl_figure_unit_get_key (figure->unit));
  yl_json_number_or_null (builder, "value", figure->unit != YL_FIGURE_NONE, figure->units);
  yl_json_number (builder, "sign", figure->sign);
  yl_json_text (builder, "step", yl_step_get_key (figure->step));
  yl_json_text (builder, "how", figure->how);
  add_basis (writing, figure->basis);
  yl_json_number_or_null (builder, "last_year", figure->has_last_year, figure->last_year_units);
  add_places (writing, figure->key);
  add_content (writing, figure);
  json_builder_end_object (builder);
}

static void
add_cell (const Writing *writing, const YlExplained *explained)
{
  JsonBuilder *builder = writing->builder;
  const YlExplainedCell *cell = explained->cell;
  if (cell == NULL)
    {
      json_builder_set_member_name (builder, "cell");
      json_builder_add_null_value (builder);
      return;
    }
  begin_object (writing, "cell");
  yl_json_text (builder, "sheet", cell->sheet);
  yl_json_text (builder, "cell", cell->cell);
  yl_json_text (builder, "shown", cell->text);
  yl_json_text (builder, "formula", cell->formula);
  yl_json_text (builder, "row_label", cell->row_label);
  yl_json_text (builder, "head", cell->head);
  yl_json_text (builder, "statement", cell->statement);
  json_builder_set_member_name (builder, "agrees");
  if (explained->figures->len > 0 && cell->text[0] != '\0')
    json_builder_add_boolean_value (builder, cell->agrees);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}

static void
add_feeds (const Writing *writing, const GArray *feeds)
{
  JsonBuilder *builder = writing->builder;
  begin_list (writing, "feeds");
  for (guint i = 0; i < feeds->len; i++)
    {
      const YlFeed *feed = &g_array_index (feeds, YlFeed, i);
      json_builder_begin_object (builder);
      yl_json_text (builder, "key", feed->key);
      yl_json_text (builder, "name", feed->name);
      yl_json_text (builder, "unit", yl_figure_unit_get_key (feed->unit));
      yl_json_number (builder, "part", feed->part);
      yl_json_number (builder, "whole", feed->whole);
      yl_json_text (builder, "how", feed->how);
      add_places (writing, feed->key);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
yl_explain_json_print (const YlExplainJob *job, const YlExplained *explained)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const Writing writing = { job, yl_explain_job_get_budget (job), builder };
  const YlEntity *entity = yl_budget_get_entity (writing.budget);
  gboolean holds = TRUE;
  for (guint i = 0; i < explained->figures->len; i++)
    holds = holds && yl_explain_holds (g_ptr_array_index (explained->figures, i), NULL);
  json_builder_begin_object (builder);
  yl_json_text (builder, "schema", "yanglu.explain/1");
  yl_json_text (builder, "file", yl_explain_job_get_file (job));
  yl_json_text (builder, "entity", entity->name);
  yl_json_number (builder, "year", yl_budget_get_figures (writing.budget)->year);
  yl_json_text (builder, "asked", explained->title);
  add_flag (&writing, "adds_up", holds);
  add_cell (&writing, explained);
  begin_list (&writing, "figures");
  for (guint i = 0; i < explained->figures->len; i++)
    add_figure (&writing, g_ptr_array_index (explained->figures, i));
  json_builder_end_array (builder);
  add_feeds (&writing, explained->feeds);
  json_builder_end_object (builder);
  yl_json_print (builder);
}
