#include "yanglu/cli/budget-json.h"

#include "yanglu/cli/json.h"

static void
begin (JsonBuilder *builder, const char *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
}

static void
begin_list (JsonBuilder *builder, const char *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
}

static void
add_head (JsonBuilder *builder, const YlBudget *budget)
{
  const YlEntity *entity = yl_budget_get_entity (budget);
  const YlPolicyHead *policy = yl_policy_get_head (yl_budget_get_policy (budget));
  yl_json_text (builder, "schema", "yanglu.budget/1");
  begin (builder, "entity");
  yl_json_text (builder, "code", entity->code);
  yl_json_text (builder, "name", entity->name);
  json_builder_end_object (builder);
  yl_json_number (builder, "year", yl_budget_get_figures (budget)->year);
  begin (builder, "policy");
  yl_json_text (builder, "id", policy->id);
  yl_json_text (builder, "document", policy->document);
  yl_json_text (builder, "sha256", policy->sha256);
  json_builder_end_object (builder);
}

/* Whether the list says which roads are maintained; without it the figure is unknown. */
static gboolean
is_maintained_known (const YlBudget *budget)
{
  return yl_budget_get_figures (budget)->is_basis_known[YL_BASIS_MAINTAINED];
}

static void
add_class (JsonBuilder *builder, const YlBudget *budget, YlRoadClass road_class)
{
  const YlMileage *mileage = &yl_budget_get_figures (budget)->by_class[road_class];
  begin (builder, yl_road_class_get_key (road_class));
  yl_json_number (builder, "sections", mileage->sections);
  yl_json_number (builder, "listed_m", mileage->listed_m);
  yl_json_number (builder, "counted_m", mileage->counted_m);
  yl_json_number_or_null (builder, "maintained_m", is_maintained_known (budget),
                          mileage->maintained_m);
  yl_json_number (builder, "duplicate_m", mileage->duplicate_m);
  yl_json_number (builder, "dead_end_m", mileage->dead_end_m);
  yl_json_number (builder, "urban_m", mileage->urban_m);
  yl_json_number (builder, "paid_m", mileage->paid_m);
  json_builder_end_object (builder);
}

static void
add_mileage (JsonBuilder *builder, const YlBudget *budget)
{
  const YlMileage *mileage = &yl_budget_get_figures (budget)->mileage;
  begin (builder, "mileage");
  yl_json_number (builder, "listed_m", mileage->listed_m);
  yl_json_number (builder, "counted_m", mileage->counted_m);
  yl_json_number_or_null (builder, "maintained_m", is_maintained_known (budget),
                          mileage->maintained_m);
  yl_json_number (builder, "paid_m", mileage->paid_m);
  begin (builder, "by_class");
  for (YlRoadClass road_class = 0; road_class < YL_N_CLASSES; road_class++)
    add_class (builder, budget, road_class);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_demand (JsonBuilder *builder, const YlFigures *figures)
{
  begin_list (builder, "demand");
  for (guint i = 0; i < figures->demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (figures->demand, YlDemandLine, i);
      const YlPolicyValue *basis = line->basis;
      json_builder_begin_object (builder);
      yl_json_text (builder, "code", line->code);
      yl_json_text (builder, "purpose", yl_purpose_get_key (line->purpose));
      yl_json_number (builder, "length_m", line->length_m);
      yl_json_number_or_null (builder, "rate_fen_per_km", basis != NULL, line->rate_fen);
      yl_json_number (builder, "count", line->count);
      yl_json_number (builder, "amount_fen", line->amount_fen);
      yl_json_text (builder, "document", basis == NULL ? NULL : basis->document);
      yl_json_text (builder, "clause", basis == NULL ? NULL : basis->clause);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_payers (JsonBuilder *builder, const YlFigures *figures)
{
  begin_list (builder, "payers");
  for (guint i = 0; i < figures->payers->len; i++)
    {
      const YlPayerLine *line = &g_array_index (figures->payers, YlPayerLine, i);
      json_builder_begin_object (builder);
      yl_json_text (builder, "payer", yl_payer_get_key (line->payer));
      yl_json_text (builder, "purpose", yl_purpose_get_key (line->purpose));
      yl_json_number (builder, "amount_fen", line->amount_fen);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_sources (JsonBuilder *builder, const YlEntry *entry)
{
  begin_list (builder, "sources");
  for (guint i = 0; i < entry->sources->len; i++)
    {
      const YlSource *source = &g_array_index (entry->sources, YlSource, i);
      json_builder_begin_object (builder);
      yl_json_text (builder, "name", source->name);
      yl_json_text (builder, "level", yl_payer_get_key (source->level));
      yl_json_text (builder, "purpose", yl_purpose_get_key (source->purpose));
      yl_json_text (builder, "fund", yl_fund_get_key (source->fund));
      yl_json_text (builder, "kind", yl_source_kind_get_key (source->kind));
      yl_json_text (builder, "account", source->account);
      yl_json_text (builder, "document", source->document);
      yl_json_number (builder, "amount_fen", source->amount.fen);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_land (JsonBuilder *builder, const YlFigures *figures)
{
  begin_list (builder, "land");
  for (guint i = 0; i < figures->land->len; i++)
    {
      const YlLandLine *line = &g_array_index (figures->land, YlLandLine, i);
      json_builder_begin_object (builder);
      yl_json_text (builder, "payer", yl_payer_get_key (line->payer));
      yl_json_text (builder, "basis", line->basis);
      yl_json_number (builder, "income_fen", line->income_fen);
      yl_json_number (builder, "cost_fen", line->cost_fen);
      yl_json_number (builder, "net_fen", line->net_fen);
      yl_json_number (builder, "share_ppm", line->share_ppm);
      yl_json_number (builder, "due_fen", line->due_fen);
      yl_json_number (builder, "min_fen", line->min_fen);
      yl_json_number (builder, "max_fen", line->max_fen);
      yl_json_number (builder, "booked_fen", line->booked_fen);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_daily (JsonBuilder *builder, const YlDaily *daily)
{
  begin (builder, "daily");
  yl_json_number (builder, "standard_fen", daily->standard_fen);
  yl_json_number (builder, "roads_fen", daily->roads_fen);
  yl_json_number (builder, "bridges_fen", daily->bridges_fen);
  yl_json_number (builder, "superior_grants_fen", daily->superior_grants_fen);
  yl_json_number (builder, "county_gap_fen", daily->county_gap_fen);
  yl_json_number (builder, "funded_fen", daily->funded_fen);
  yl_json_number (builder, "unfunded_fen", daily->unfunded_fen);
  yl_json_number (builder, "surplus_fen", daily->surplus_fen);
  yl_json_number (builder, "social_fen", daily->social_fen);
  json_builder_end_object (builder);
}

static void
add_townships (JsonBuilder *builder, const YlFigures *figures)
{
  begin_list (builder, "townships");
  for (guint i = 0; i < figures->townships->len; i++)
    {
      const YlTownshipLine *line = &g_array_index (figures->townships, YlTownshipLine, i);
      g_autofree char *code = line->code == 0 ? NULL : g_strdup_printf ("%09u", line->code);
      json_builder_begin_object (builder);
      yl_json_text (builder, "name", line->name);
      yl_json_text (builder, "code", code);
      yl_json_number (builder, "county_m", line->counted_m[YL_CLASS_COUNTY]);
      yl_json_number (builder, "township_m", line->counted_m[YL_CLASS_TOWNSHIP]);
      yl_json_number (builder, "village_m", line->counted_m[YL_CLASS_VILLAGE]);
      yl_json_number (builder, "special_m", line->counted_m[YL_CLASS_SPECIAL]);
      yl_json_number (builder, "amount_fen", line->roads_fen + line->bridges_fen);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_shareholders (JsonBuilder *builder, const char *key, const GArray *lines)
{
  begin_list (builder, key);
  for (guint i = 0; i < lines->len; i++)
    {
      const YlShareholderLine *line = &g_array_index (lines, YlShareholderLine, i);
      json_builder_begin_object (builder);
      yl_json_text (builder, "name", line->name);
      yl_json_number (builder, "paid_m", line->paid_m);
      yl_json_number (builder, "amount_fen", line->roads_fen + line->bridges_fen);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_indicators (JsonBuilder *builder, const YlFigures *figures)
{
  begin_list (builder, "indicators");
  for (guint i = 0; i < YL_N_INDICATORS; i++)
    {
      const YlIndicatorLine *line = &figures->indicators[i];
      const gboolean has_target = line->target != NULL;
      json_builder_begin_object (builder);
      yl_json_text (builder, "code", yl_indicator_get_key (line->kind));
      yl_json_number_or_null (builder, "target_ppm", has_target,
                              has_target ? line->target->value : 0);
      yl_json_number_or_null (builder, "actual_ppm", line->is_known, line->actual_ppm);
      json_builder_set_member_name (builder, "met");
      if (has_target && line->is_known)
        json_builder_add_boolean_value (builder, line->is_met);
      else
        json_builder_add_null_value (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
yl_budget_json_print (const YlBudget *budget, const YlFindings *findings)
{
  const YlFigures *figures = yl_budget_get_figures (budget);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_head (builder, budget);
  add_mileage (builder, budget);
  add_demand (builder, figures);
  add_payers (builder, figures);
  add_sources (builder, yl_budget_get_entry (budget));
  add_land (builder, figures);
  add_daily (builder, &figures->daily);
  add_townships (builder, figures);
  add_shareholders (builder, "payees", figures->payees);
  add_shareholders (builder, "packages", figures->packages);
  add_indicators (builder, figures);
  yl_json_findings (builder, findings);
  json_builder_end_object (builder);
  yl_json_print (builder);
}
