#include "yanglu/io/json/explain.h"

#include "yanglu/io/json/findings.h"

#include "yanglu/figures/explain.h"

typedef struct
{
  const YlJsonExplained *about;
  YlJsonSink *json;
  guint *n_left; /* rows that may still be told; NULL: all may */
} Writing;

/* @key counts what the unit of a figure says; of bridges whole metres, as ever, with the centimetres
 * that are meant beside it. */
static void
add_units (
    const Writing *writing, const char *key, YlFigureUnit unit, gboolean is_known, gint64 units)
{
  const gboolean is_bridge = unit == YL_FIGURE_BRIDGE_CM;
  yl_json_number_or_null (writing->json, key, is_known,
                          is_bridge ? yl_bridge_round_m (units) : units);
  if (!is_bridge)
    return;
  g_autofree char *exact = g_strconcat (key, "_cm", NULL);
  yl_json_number_or_null (writing->json, exact, is_known, units);
}

static void
add_places (const Writing *writing, const char *key)
{
  const YlJsonExplained *about = writing->about;
  g_auto (GStrv) places = about->find_places (about->workbook, key);
  yl_json_texts (writing->json, "cells", (const char *const *) places);
}

static void
add_basis (const Writing *writing, const YlPolicyValue *basis)
{
  YlJsonSink *json = writing->json;
  if (!yl_json_begin_or_null (json, "policy", basis != NULL))
    return;
  yl_json_text (json, "id", basis->policy_id);
  yl_json_text (json, "document", basis->document);
  yl_json_text (json, "clause", basis->clause);
  yl_json_text (json, "area", basis->area);
  yl_json_text (json, "stated", basis->shown);
  yl_json_boolean (json, "verified", basis->verified);
  yl_json_end (json);
}

static void
add_road (const Writing *writing, const YlDerivationRow *row)
{
  YlJsonSink *json = writing->json;
  const YlInventory *inventory = writing->about->budget->inventory;
  const YlRoad *road = yl_inventory_get_road (inventory, row->index);
  const YlRoadWorking *working = &writing->about->budget->roads[row->index];
  const YlOrigin *origin = yl_inventory_get_origin (inventory, road->origin);
  const YlPolicyValue *rate =
      yl_policy_find (writing->about->budget->policy, YL_GROUP_DAILY_RATE, "", working->rate);
  yl_json_text (json, "route_code", yl_inventory_get_text (inventory, road->route_code));
  yl_json_text (json, "name", yl_inventory_get_text (inventory, road->route_name));
  yl_json_text (json, "township", yl_inventory_get_text (inventory, road->township));
  yl_json_text (json, "class", yl_road_class_get_key ((YlRoadClass) road->road_class));
  yl_json_text (json, "rate_kind", yl_rate_kind_get_key ((YlRateKind) working->rate));
  yl_json_number (json, "listed_m", road->length_m);
  yl_json_number (json, "counted_m", working->counted_m);
  yl_json_number (json, "paid_m", working->paid_m);
  yl_json_number_or_null (json, "rate_fen_per_km", rate != NULL, rate == NULL ? 0 : rate->value);
  yl_json_number (json, "amount_fen", working->amount_fen);
  yl_json_text (json, "file", origin->file);
  yl_json_text (json, "sheet", origin->sheet);
  yl_json_number (json, "row", road->row);
}

static void
add_bridge (const Writing *writing, const YlDerivationRow *row)
{
  YlJsonSink *json = writing->json;
  const GArray *bridges = writing->about->budget->entry->bridges;
  const YlBridge *bridge = &g_array_index (bridges, YlBridge, row->index);
  const YlBridgeWorking *working = &writing->about->budget->bridges[row->index];
  yl_json_text (json, "bridge_code", bridge->code);
  yl_json_text (json, "route_code", bridge->route_code);
  yl_json_text (json, "name", bridge->name);
  yl_json_text (json, "township", bridge->township);
  yl_json_number (json, "length_m", yl_bridge_round_m (bridge->length_cm));
  yl_json_number (json, "length_cm", bridge->length_cm);
  yl_json_number (json, "amount_fen", working->by_size_fen + working->by_metre_fen);
  yl_json_number (json, "row", bridge->row);
}

static void
add_row (const Writing *writing, YlFigureUnit unit, const YlDerivationRow *row)
{
  YlJsonSink *json = writing->json;
  const gboolean is_road = row->kind == YL_ROW_ROAD;
  yl_json_begin (json, NULL);
  yl_json_text (json, "kind", is_road ? "road" : "bridge");
  yl_json_number (json, "number", (gint64) row->index + 1);
  add_units (writing, "value", unit, TRUE, row->units);
  yl_json_text (json, "left_out",
                row->left_out == YL_LEFT_IN ? NULL
                                            : yl_left_out_get_key ((YlLeftOut) row->left_out));
  if (is_road)
    add_road (writing, row);
  else
    add_bridge (writing, row);
  yl_json_end (json);
}

static void add_figure (const Writing *writing, const YlDerivation *figure);

static void
add_rows (const Writing *writing, const YlDerivation *figure)
{
  const guint n = figure->rows->len;
  const guint n_told = writing->n_left == NULL ? n : MIN (n, *writing->n_left);
  yl_json_begin_list (writing->json, "rows");
  for (guint i = 0; i < n_told; i++)
    add_row (writing, figure->unit, &g_array_index (figure->rows, YlDerivationRow, i));
  yl_json_end (writing->json);
  if (writing->n_left == NULL)
    return;
  *writing->n_left -= n_told;
  yl_json_number (writing->json, "n_more_rows", (gint64) n - n_told);
}

static void
add_content (const Writing *writing, const YlDerivation *figure)
{
  YlJsonSink *json = writing->json;
  yl_json_begin_list (json, "parts");
  for (guint i = 0; i < figure->parts->len; i++)
    add_figure (writing, yl_derivation_get_part (figure, i));
  yl_json_end (json);
  add_rows (writing, figure);
  yl_json_begin_list (json, "notes");
  for (guint i = 0; i < figure->notes->len; i++)
    yl_json_text_or_empty (json, NULL, g_ptr_array_index (figure->notes, i));
  yl_json_end (json);
}

static void
add_figure (const Writing *writing, const YlDerivation *figure)
{
  YlJsonSink *json = writing->json;
  yl_json_begin (json, NULL);
  yl_json_text (json, "key", figure->key);
  yl_json_text (json, "name", figure->name);
  yl_json_text (json, "unit", yl_figure_unit_get_key (figure->unit));
  add_units (writing, "value", figure->unit, figure->unit != YL_FIGURE_NONE, figure->units);
  yl_json_number (json, "sign", figure->sign);
  yl_json_text (json, "step", yl_step_get_key (figure->step));
  yl_json_text (json, "how", figure->how);
  add_basis (writing, figure->basis);
  yl_json_number_or_null (json, "last_year", figure->has_last_year, figure->last_year_units);
  add_places (writing, figure->key);
  add_content (writing, figure);
  yl_json_end (json);
}

/* What is no number agrees with nothing. */
static gboolean
shows_figure (const YlExplained *explained)
{
  const GPtrArray *figures = explained->figures;
  return figures->len > 0
         && ((const YlDerivation *) g_ptr_array_index (figures, 0))->unit != YL_FIGURE_NONE;
}

static void
add_sources (const Writing *writing, const char *key, const GPtrArray *sources)
{
  YlJsonSink *json = writing->json;
  yl_json_begin_list (json, key);
  for (guint i = 0; i < sources->len; i++)
    {
      const YlExplainedSource *source = g_ptr_array_index (sources, i);
      yl_json_begin (json, NULL);
      yl_json_text (json, "place", source->place);
      yl_json_text (json, "defined_name", source->name);
      yl_json_text (json, "label", source->label);
      yl_json_text (json, "figure", source->key);
      yl_json_text (json, "shown", source->text);
      yl_json_text (json, "unit", yl_figure_unit_get_key (source->unit));
      add_units (writing, "value", source->unit, source->has_units, source->units);
      yl_json_text (json, "formula", source->formula);
      add_sources (writing, "sources", source->sources);
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
add_cell (const Writing *writing, const YlExplained *explained)
{
  YlJsonSink *json = writing->json;
  const YlExplainedCell *cell = explained->cell;
  if (!yl_json_begin_or_null (json, "cell", cell != NULL))
    return;
  yl_json_text (json, "sheet", cell->sheet);
  yl_json_text (json, "cell", cell->cell);
  yl_json_text (json, "shown", cell->text);
  yl_json_text (json, "formula", cell->formula);
  yl_json_text (json, "row_label", cell->row_label);
  yl_json_text (json, "head", cell->head);
  yl_json_text (json, "statement", cell->statement);
  yl_json_boolean_or_null (json, "agrees", shows_figure (explained) && cell->text[0] != '\0',
                           cell->agrees);
  yl_json_text (json, "computed", cell->computed);
  yl_json_text (json, "planned", cell->planned);
  yl_json_text (json, "planned_formula", cell->planned_formula);
  yl_json_number_or_null (json, "capital_fen", cell->spells != NULL, cell->spells_fen);
  yl_json_number_or_null (json, "capital_of_fen", cell->is_spelling_total, cell->spells_of_fen);
  yl_json_end (json);
}

static void
add_feeds (const Writing *writing, const GArray *feeds)
{
  YlJsonSink *json = writing->json;
  yl_json_begin_list (json, "feeds");
  for (guint i = 0; i < feeds->len; i++)
    {
      const YlFeed *feed = &g_array_index (feeds, YlFeed, i);
      yl_json_begin (json, NULL);
      yl_json_text (json, "key", feed->key);
      yl_json_text (json, "name", feed->name);
      yl_json_text (json, "unit", yl_figure_unit_get_key (feed->unit));
      add_units (writing, "part", feed->unit, TRUE, feed->part);
      add_units (writing, "whole", feed->unit, TRUE, feed->whole);
      yl_json_text (json, "how", feed->how);
      add_places (writing, feed->key);
      yl_json_end (json);
    }
  yl_json_end (json);
}

static gboolean
add_up (const GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    if (!yl_explain_holds (g_ptr_array_index (figures, i), NULL))
      return FALSE;
  return TRUE;
}

void
yl_json_write_explained (YlJsonSink *json,
                         const YlExplained *explained,
                         const YlJsonExplained *about)
{
  guint n_left = about->most_rows;
  const Writing writing = { about, json, about->most_rows == 0 ? NULL : &n_left };
  yl_json_begin (json, NULL);
  yl_json_text (json, "schema", "yanglu.explain/1");
  yl_json_text (json, "file", about->file);
  yl_json_text (json, "entity", about->budget->entity->name);
  yl_json_number (json, "year", about->budget->figures->year);
  yl_json_text (json, "asked", explained->title);
  yl_json_boolean (json, "adds_up", add_up (explained->figures));
  add_cell (&writing, explained);
  yl_json_begin_list (json, "figures");
  for (guint i = 0; i < explained->figures->len; i++)
    add_figure (&writing, g_ptr_array_index (explained->figures, i));
  yl_json_end (json);
  if (explained->cell != NULL)
    add_sources (&writing, "sources", explained->sources);
  add_feeds (&writing, explained->feeds);
  if (explained->left_out != NULL)
    yl_json_text (json, "left_out", explained->left_out);
  if (about->choices != NULL)
    yl_json_choices (json, about->choices);
  yl_json_end (json);
}
