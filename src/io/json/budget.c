#include "yanglu/io/json/budget.h"

#include "yanglu/io/json/findings.h"

static void
add_head (YlJsonSink *json, const YlBudget *budget)
{
  const YlEntity *entity = yl_budget_get_entity (budget);
  const YlPolicyHead *policy = yl_policy_get_head (yl_budget_get_policy (budget));
  yl_json_text (json, "schema", "yanglu.budget/1");
  yl_json_begin (json, "entity");
  yl_json_text (json, "code", entity->code);
  yl_json_text (json, "name", entity->name);
  yl_json_end (json);
  yl_json_number (json, "year", yl_budget_get_figures (budget)->year);
  yl_json_begin (json, "policy");
  yl_json_text (json, "id", policy->id);
  yl_json_text (json, "document", policy->document);
  yl_json_text (json, "sha256", policy->sha256);
  yl_json_end (json);
}

/* Whether the list says which roads are maintained; without it the figure is unknown. */
static gboolean
is_maintained_known (const YlBudget *budget)
{
  return yl_budget_get_figures (budget)->is_basis_known[YL_BASIS_MAINTAINED];
}

static void
add_class (YlJsonSink *json, const YlBudget *budget, YlRoadClass road_class)
{
  const YlMileage *mileage = &yl_budget_get_figures (budget)->by_class[road_class];
  yl_json_begin (json, yl_road_class_get_key (road_class));
  yl_json_number (json, "sections", mileage->sections);
  yl_json_number (json, "listed_m", mileage->listed_m);
  yl_json_number (json, "counted_m", mileage->counted_m);
  yl_json_number_or_null (json, "maintained_m", is_maintained_known (budget),
                          mileage->maintained_m);
  yl_json_number (json, "duplicate_m", mileage->duplicate_m);
  yl_json_number (json, "dead_end_m", mileage->dead_end_m);
  yl_json_number (json, "urban_m", mileage->urban_m);
  yl_json_number (json, "paid_m", mileage->paid_m);
  yl_json_end (json);
}

static void
add_mileage (YlJsonSink *json, const YlBudget *budget)
{
  const YlMileage *mileage = &yl_budget_get_figures (budget)->mileage;
  yl_json_begin (json, "mileage");
  yl_json_number (json, "listed_m", mileage->listed_m);
  yl_json_number (json, "counted_m", mileage->counted_m);
  yl_json_number_or_null (json, "maintained_m", is_maintained_known (budget),
                          mileage->maintained_m);
  yl_json_number (json, "paid_m", mileage->paid_m);
  yl_json_begin (json, "by_class");
  for (YlRoadClass road_class = 0; road_class < YL_N_CLASSES; road_class++)
    add_class (json, budget, road_class);
  yl_json_end (json);
  yl_json_end (json);
}

static void
add_demand (YlJsonSink *json, const YlFigures *figures)
{
  yl_json_begin_list (json, "demand");
  for (guint i = 0; i < figures->demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (figures->demand, YlDemandLine, i);
      const YlPolicyValue *basis = line->basis;
      yl_json_begin (json, NULL);
      yl_json_text (json, "code", line->code);
      yl_json_text (json, "purpose", yl_purpose_get_key (line->purpose));
      yl_json_number (json, "length_m", line->length_m);
      yl_json_number_or_null (json, "rate_fen_per_km", basis != NULL, line->rate_fen);
      yl_json_number (json, "count", line->count);
      yl_json_number (json, "amount_fen", line->amount_fen);
      yl_json_text (json, "document", basis == NULL ? NULL : basis->document);
      yl_json_text (json, "clause", basis == NULL ? NULL : basis->clause);
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
add_payers (YlJsonSink *json, const YlFigures *figures)
{
  yl_json_begin_list (json, "payers");
  for (guint i = 0; i < figures->payers->len; i++)
    {
      const YlPayerLine *line = &g_array_index (figures->payers, YlPayerLine, i);
      yl_json_begin (json, NULL);
      yl_json_text (json, "payer", yl_payer_get_key (line->payer));
      yl_json_text (json, "purpose", yl_purpose_get_key (line->purpose));
      yl_json_number (json, "amount_fen", line->amount_fen);
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
add_sources (YlJsonSink *json, const YlEntry *entry)
{
  yl_json_begin_list (json, "sources");
  for (guint i = 0; i < entry->sources->len; i++)
    {
      const YlSource *source = &g_array_index (entry->sources, YlSource, i);
      yl_json_begin (json, NULL);
      yl_json_text (json, "name", source->name);
      yl_json_text (json, "level", yl_payer_get_key (source->level));
      yl_json_text (json, "purpose", yl_purpose_get_key (source->purpose));
      yl_json_text (json, "fund", yl_fund_get_key (source->fund));
      yl_json_text (json, "kind", yl_source_kind_get_key (source->kind));
      yl_json_text (json, "account", source->account);
      yl_json_text (json, "document", source->document);
      yl_json_number (json, "amount_fen", source->amount.fen);
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
add_land (YlJsonSink *json, const YlFigures *figures)
{
  yl_json_begin_list (json, "land");
  for (guint i = 0; i < figures->land->len; i++)
    {
      const YlLandLine *line = &g_array_index (figures->land, YlLandLine, i);
      yl_json_begin (json, NULL);
      yl_json_text (json, "payer", yl_payer_get_key (line->payer));
      yl_json_text (json, "basis", line->basis);
      yl_json_number (json, "income_fen", line->income_fen);
      yl_json_number (json, "cost_fen", line->cost_fen);
      yl_json_number (json, "net_fen", line->net_fen);
      yl_json_number (json, "share_ppm", line->share_ppm);
      yl_json_number (json, "due_fen", line->due_fen);
      yl_json_number (json, "min_fen", line->min_fen);
      yl_json_number (json, "max_fen", line->max_fen);
      yl_json_number (json, "booked_fen", line->booked_fen);
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
add_daily (YlJsonSink *json, const YlDaily *daily)
{
  yl_json_begin (json, "daily");
  yl_json_number (json, "standard_fen", daily->standard_fen);
  yl_json_number (json, "roads_fen", daily->roads_fen);
  yl_json_number (json, "bridges_fen", daily->bridges_fen);
  yl_json_number (json, "superior_grants_fen", daily->superior_grants_fen);
  yl_json_number (json, "county_gap_fen", daily->county_gap_fen);
  yl_json_number (json, "funded_fen", daily->funded_fen);
  yl_json_number (json, "unfunded_fen", daily->unfunded_fen);
  yl_json_number (json, "surplus_fen", daily->surplus_fen);
  yl_json_number (json, "social_fen", daily->social_fen);
  yl_json_end (json);
}

static void
add_townships (YlJsonSink *json, const YlFigures *figures)
{
  yl_json_begin_list (json, "townships");
  for (guint i = 0; i < figures->townships->len; i++)
    {
      const YlTownshipLine *line = &g_array_index (figures->townships, YlTownshipLine, i);
      g_autofree char *code = line->code == 0 ? NULL : g_strdup_printf ("%09u", line->code);
      yl_json_begin (json, NULL);
      yl_json_text (json, "name", line->name);
      yl_json_text (json, "code", code);
      yl_json_number (json, "county_m", line->counted_m[YL_CLASS_COUNTY]);
      yl_json_number (json, "township_m", line->counted_m[YL_CLASS_TOWNSHIP]);
      yl_json_number (json, "village_m", line->counted_m[YL_CLASS_VILLAGE]);
      yl_json_number (json, "special_m", line->counted_m[YL_CLASS_SPECIAL]);
      yl_json_number (json, "amount_fen", line->roads_fen + line->bridges_fen);
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
add_shareholders (YlJsonSink *json, const char *key, const GArray *lines)
{
  yl_json_begin_list (json, key);
  for (guint i = 0; i < lines->len; i++)
    {
      const YlShareholderLine *line = &g_array_index (lines, YlShareholderLine, i);
      yl_json_begin (json, NULL);
      yl_json_text (json, "name", line->name);
      yl_json_number (json, "paid_m", line->paid_m);
      yl_json_number (json, "amount_fen", line->roads_fen + line->bridges_fen);
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
add_indicators (YlJsonSink *json, const YlFigures *figures)
{
  yl_json_begin_list (json, "indicators");
  for (guint i = 0; i < YL_N_INDICATORS; i++)
    {
      const YlIndicatorLine *line = &figures->indicators[i];
      const gboolean has_target = line->target != NULL;
      yl_json_begin (json, NULL);
      yl_json_text (json, "code", yl_indicator_get_key (line->kind));
      yl_json_number_or_null (json, "target_ppm", has_target, has_target ? line->target->value : 0);
      yl_json_number_or_null (json, "actual_ppm", line->is_known, line->actual_ppm);
      yl_json_boolean_or_null (json, "met", has_target && line->is_known, line->is_met);
      yl_json_end (json);
    }
  yl_json_end (json);
}

void
yl_json_write_budget (YlJsonSink *json, const YlBudget *budget, const YlFindings *findings)
{
  const YlFigures *figures = yl_budget_get_figures (budget);
  yl_json_begin (json, NULL);
  add_head (json, budget);
  add_mileage (json, budget);
  add_demand (json, figures);
  add_payers (json, figures);
  add_sources (json, yl_budget_get_entry (budget));
  add_land (json, figures);
  add_daily (json, &figures->daily);
  add_townships (json, figures);
  add_shareholders (json, "payees", figures->payees);
  add_shareholders (json, "packages", figures->packages);
  add_indicators (json, figures);
  yl_json_findings (json, findings);
  yl_json_end (json);
}
