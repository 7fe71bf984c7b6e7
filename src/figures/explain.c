#include "explain-private.h"

void
yl_explain_init (YlExplain *explain, const YlBudget *budget, gboolean is_brief)
{
  const char *code = yl_budget_get_entity (budget)->code;
  *explain = (YlExplain){
    .budget = budget,
    .figures = yl_budget_get_figures (budget),
    .entry = yl_budget_get_entry (budget),
    .policy = yl_budget_get_policy (budget),
    .inventory = yl_budget_get_inventory (budget),
    .area = code == NULL ? "" : code,
    .is_brief = is_brief,
  };
}

/* The sums of rows come last: what has parts is told by its parts. */
YlDerivation *
yl_explain_key (const YlExplain *explain, const char *key)
{
  static YlDerivation *(*const groups[]) (const YlExplain *, const char *) = {
    yl_explain_daily,   yl_explain_demand,  yl_explain_payers,    yl_explain_land,
    yl_explain_policy,  yl_explain_ratios,  yl_explain_road_cell, yl_explain_bridge_cell,
    yl_explain_sources, yl_explain_changes, yl_explain_tables,    yl_explain_helpers,
    yl_explain_row_sum,
  };
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      YlDerivation *found = groups[i](explain, key);
      if (found != NULL)
        return found;
    }
  return NULL;
}

void
yl_explain_add (const YlExplain *explain, YlDerivation *parent, const char *key, int sign)
{
  if (!explain->is_brief)
    yl_derivation_add (parent, yl_explain_key (explain, key), sign);
}

YlDerivation *
yl_explain_figure (const YlBudget *budget, const char *key)
{
  YlExplain explain;
  yl_explain_init (&explain, budget, FALSE);
  return yl_explain_key (&explain, key);
}

const YlDemandLine *
yl_explain_find_demand (const YlExplain *explain, const char *code)
{
  const GArray *demand = explain->figures->demand;
  for (guint i = 0; i < demand->len; i++)
    if (g_strcmp0 (g_array_index (demand, YlDemandLine, i).code, code) == 0)
      return &g_array_index (demand, YlDemandLine, i);
  return NULL;
}

static const char *
or_unnamed (const char *name, const char *unnamed)
{
  return name == NULL || name[0] == '\0' ? unnamed : name;
}

const char *
yl_explain_township_name (const YlExplain *explain, guint line)
{
  return or_unnamed (g_array_index (explain->figures->townships, YlTownshipLine, line).name,
                     YL_UNNAMED_TOWNSHIP);
}

const char *
yl_explain_payee_name (const YlExplain *explain, guint line)
{
  return or_unnamed (g_array_index (explain->figures->payees, YlShareholderLine, line).name,
                     YL_UNNAMED_PAYEE);
}

const char *
yl_explain_package_name (const YlExplain *explain, guint line)
{
  return or_unnamed (g_array_index (explain->figures->packages, YlShareholderLine, line).name,
                     "未分标段");
}
