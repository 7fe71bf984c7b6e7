#include "yanglu/io/json/budget.h"

#include "yanglu/figures/catalogue.h"
#include "yanglu/io/json/findings.h"
#include "yanglu/io/json/sent-lists.h"

#include <string.h>

static void
add_head (YlJsonSink *json, const YlBudget *budget)
{
  const YlEntity *entity = budget->entity;
  const YlPolicyHead *policy = yl_policy_get_head (budget->policy);
  yl_json_text (json, "schema", "yanglu.budget/1");
  yl_json_begin (json, "entity");
  yl_json_text (json, "code", entity->code);
  yl_json_text (json, "name", entity->name);
  yl_json_end (json);
  yl_json_number (json, "year", budget->figures->year);
  yl_json_begin (json, "policy");
  yl_json_text (json, "id", policy->id);
  yl_json_text (json, "document", policy->document);
  yl_json_text (json, "sha256", policy->sha256);
  yl_json_end (json);
}

/* A figure is called by the last part of its key. */
static void
add_figure (YlJsonSink *json, const YlBudget *budget, const char *key, YlMembers members)
{
  g_autofree char *own = yl_figure_get_key (budget, key, members);
  yl_json_number (json, strrchr (own, '.') + 1, yl_figure_get_units (budget, key, members));
}

static void
add_figures (YlJsonSink *json, const YlBudget *budget, const char *const *keys, YlMembers members)
{
  for (gsize i = 0; keys[i] != NULL; i++)
    add_figure (json, budget, keys[i], members);
}

/* Without a column that says which roads are maintained the figure is unknown. */
static void
add_maintained (YlJsonSink *json, const YlBudget *budget, const char *key, YlMembers members)
{
  yl_json_number_or_null (json, "maintained_m",
                          budget->figures->is_basis_known[YL_BASIS_MAINTAINED],
                          yl_figure_get_units (budget, key, members));
}

static void
add_class (YlJsonSink *json, const YlBudget *budget, YlRoadClass road_class)
{
  static const char *const before[] = { "mileage.by_class.*.sections",
                                        "mileage.by_class.*.listed_m",
                                        "mileage.by_class.*.counted_m", NULL };
  static const char *const after[] = { "mileage.by_class.*.duplicate_m",
                                       "mileage.by_class.*.dead_end_m",
                                       "mileage.by_class.*.urban_m", "mileage.by_class.*.paid_m",
                                       NULL };
  const YlMembers members = { { road_class } };
  yl_json_begin (json, yl_road_class_get_key (road_class));
  add_figures (json, budget, before, members);
  add_maintained (json, budget, "mileage.by_class.*.maintained_m", members);
  add_figures (json, budget, after, members);
  yl_json_end (json);
}

static void
add_mileage (YlJsonSink *json, const YlBudget *budget)
{
  static const char *const before[] = { "mileage.listed_m", "mileage.counted_m", NULL };
  yl_json_begin (json, "mileage");
  add_figures (json, budget, before, YL_NO_MEMBERS);
  add_maintained (json, budget, "mileage.maintained_m", YL_NO_MEMBERS);
  add_figure (json, budget, "mileage.paid_m", YL_NO_MEMBERS);
  yl_json_begin (json, "by_class");
  for (YlRoadClass road_class = 0; road_class < YL_N_CLASSES; road_class++)
    add_class (json, budget, road_class);
  yl_json_end (json);
  yl_json_end (json);
}

static void
add_demand_line (YlJsonSink *json, gconstpointer at)
{
  const YlDemandLine *line = at;
  const YlPolicyValue *basis = line->basis;
  yl_json_text (json, "code", line->code);
  yl_json_text (json, "purpose", yl_purpose_get_key (line->purpose));
  yl_json_number (json, "length_m", line->length_m);
  yl_json_number_or_null (json, "rate_fen_per_km", basis != NULL, line->rate_fen);
  yl_json_number (json, "count", line->count);
  yl_json_number (json, "amount_fen", line->amount_fen);
  yl_json_text (json, "document", basis == NULL ? NULL : basis->document);
  yl_json_text (json, "clause", basis == NULL ? NULL : basis->clause);
}

static void
add_payer_line (YlJsonSink *json, gconstpointer at)
{
  const YlPayerLine *line = at;
  yl_json_text (json, "payer", yl_payer_get_key (line->payer));
  yl_json_text (json, "purpose", yl_purpose_get_key (line->purpose));
  yl_json_number (json, "amount_fen", line->amount_fen);
}

static void
add_source (YlJsonSink *json, gconstpointer line)
{
  const YlSource *source = line;
  yl_json_text (json, "name", source->name);
  yl_json_text (json, "level", yl_payer_get_key (source->level));
  yl_json_text (json, "purpose", yl_purpose_get_key (source->purpose));
  yl_json_text (json, "fund", yl_fund_get_key (source->fund));
  yl_json_text (json, "kind", yl_source_kind_get_key (source->kind));
  yl_json_text (json, "account", source->account);
  yl_json_text (json, "document", source->document);
  yl_json_number (json, "amount_fen", source->amount.fen);
}

static void
add_funds (YlJsonSink *json, const gint64 fund_fen[YL_N_FUNDS])
{
  for (guint fund = 0; fund < YL_N_FUNDS; fund++)
    {
      g_autofree char *key = g_strconcat (yl_fund_get_key ((YlFund) fund), "_fen", NULL);
      yl_json_number (json, key, fund_fen[fund]);
    }
}

/* %NULL: an account that is not written, or all that have no line. */
static void
add_account_line (YlJsonSink *json, gconstpointer at)
{
  const YlAccountLine *line = at;
  yl_json_text (json, "account", line->account);
  yl_json_text (json, "name", line->name);
  add_funds (json, line->fund_fen);
}

/* @account: which of the list before, from 1; %NULL: what no source pays yet. */
static void
add_account_use (YlJsonSink *json, gconstpointer at)
{
  const YlAccountUse *use = at;
  yl_json_text (json, "purpose", yl_purpose_get_key (use->purpose));
  yl_json_number_or_null (json, "account", use->account != YL_LINE_NONE, use->account + 1);
  add_funds (json, use->fund_fen);
  yl_json_number (json, "counted_fen", use->counted_fen);
}

static void
add_land (YlJsonSink *json, const YlBudget *budget)
{
  static const char *const keys[] = { "land.*.income_fen", "land.*.cost_fen",   "land.*.net_fen",
                                      "land.*.share_ppm",  "land.*.due_fen",    "land.*.min_fen",
                                      "land.*.max_fen",    "land.*.booked_fen", NULL };
  const GArray *lines = budget->figures->land;
  yl_json_begin_list (json, "land");
  for (guint i = 0; i < lines->len; i++)
    {
      const YlLandLine *line = &g_array_index (lines, YlLandLine, i);
      yl_json_begin (json, NULL);
      yl_json_text (json, "payer", yl_payer_get_key (line->payer));
      yl_json_text (json, "basis", line->basis);
      add_figures (json, budget, keys, (YlMembers){ { line->payer } });
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
add_daily (YlJsonSink *json, const YlBudget *budget)
{
  static const char *const keys[] = { "daily.standard_fen",   "daily.roads_fen",
                                      "daily.bridges_fen",    "daily.superior_grants_fen",
                                      "daily.county_gap_fen", "daily.funded_fen",
                                      "daily.unfunded_fen",   "daily.surplus_fen",
                                      "daily.social_fen",     NULL };
  yl_json_begin (json, "daily");
  add_figures (json, budget, keys, YL_NO_MEMBERS);
  yl_json_end (json);
}

static void
add_purposes (YlJsonSink *json, const YlBudget *budget)
{
  static const char *const keys[] = { "sources_by_purpose.*.demand_fen",
                                      "sources_by_purpose.*.total_fen",
                                      "sources_by_purpose.*.unfunded_fen", NULL };
  yl_json_begin_list (json, "purposes");
  for (guint purpose = 0; purpose < YL_N_PURPOSES; purpose++)
    {
      yl_json_begin (json, NULL);
      yl_json_text (json, "purpose", yl_purpose_get_key ((YlPurpose) purpose));
      add_figures (json, budget, keys, (YlMembers){ { purpose } });
      yl_json_end (json);
    }
  yl_json_end (json);
  yl_json_number (json, "other_unfunded_fen", budget->figures->other_unfunded_fen);
}

static void
add_townships (YlJsonSink *json, const YlBudget *budget)
{
  const GArray *lines = budget->figures->townships;
  yl_json_begin_list (json, "townships");
  for (guint i = 0; i < lines->len; i++)
    {
      const YlTownshipLine *line = &g_array_index (lines, YlTownshipLine, i);
      g_autofree char *code = line->code == 0 ? NULL : g_strdup_printf ("%09u", line->code);
      yl_json_begin (json, NULL);
      yl_json_text (json, "name", line->name);
      yl_json_text (json, "code", code);
      for (guint road_class = 0; road_class < YL_N_CLASSES; road_class++)
        add_figure (json, budget, "townships[*].*_m", (YlMembers){ { i, road_class } });
      add_figure (json, budget, "townships[*].amount_fen", (YlMembers){ { i } });
      yl_json_end (json);
    }
  yl_json_end (json);
}

static void
add_shareholders (YlJsonSink *json,
                  const YlBudget *budget,
                  const char *name,
                  const GArray *lines,
                  const char *const *keys)
{
  yl_json_begin_list (json, name);
  for (guint i = 0; i < lines->len; i++)
    {
      yl_json_begin (json, NULL);
      yl_json_text (json, "name", g_array_index (lines, YlShareholderLine, i).name);
      add_figures (json, budget, keys, (YlMembers){ { i } });
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
yl_json_write_budget (YlJsonSink *json,
                      const YlBudget *budget,
                      const YlSentLists *sent,
                      const YlChoices *choices,
                      const YlFindings *findings)
{
  static const char *const payees[] = { "payees[*].paid_m", "payees[*].amount_fen", NULL };
  static const char *const packages[] = { "packages[*].paid_m", "packages[*].amount_fen", NULL };
  const YlFigures *figures = budget->figures;
  yl_json_begin (json, NULL);
  add_head (json, budget);
  add_mileage (json, budget);
  yl_json_list (json, "demand", figures->demand, add_demand_line);
  yl_json_list (json, "payers", figures->payers, add_payer_line);
  yl_json_list (json, "sources", budget->entry->sources, add_source);
  yl_json_list (json, "accounts", figures->accounts, add_account_line);
  yl_json_list (json, "account_uses", figures->account_uses, add_account_use);
  add_land (json, budget);
  add_daily (json, budget);
  add_purposes (json, budget);
  add_townships (json, budget);
  add_shareholders (json, budget, "payees", figures->payees, payees);
  add_shareholders (json, budget, "packages", figures->packages, packages);
  add_indicators (json, figures);
  yl_json_sent_lists (json, sent);
  yl_json_choices (json, choices);
  yl_json_findings (json, findings);
  yl_json_end (json);
}
