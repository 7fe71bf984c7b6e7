#include "rows-private.h"

/* The rates by which the chosen roads are paid, each once, with where it is written. */
static void
note_rates (const YlExplain *explain, const gboolean *is_used, YlDerivation *node)
{
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    {
      const YlPolicyValue *rate = yl_policy_find (explain->policy, YL_GROUP_DAILY_RATE, "", kind);
      const char *name = yl_rate_kind_get_name ((YlRateKind) kind);
      if (!is_used[kind])
        continue;
      if (rate == NULL)
        {
          yl_derivation_note (node, "政策没有规定%s的标准，列里程、不计费。", name);
          continue;
        }
      g_autofree char *money = yl_money_to_grouped ((YlMoney){ rate->value });
      yl_derivation_note (node, "%s标准 %s 元/公里·年，依据 %s %s%s。", name, money, rate->document,
                          rate->clause, rate->verified ? "" : "（待核）");
    }
}

static YlDerivationRow
fill_row (const YlExplain *explain, const YlDerivationRow *asked)
{
  const gboolean is_road = asked->kind == YL_ROW_ROAD;
  YlDerivationRow row = { .index = asked->index, .kind = asked->kind };
  row.units = is_road ? yl_road_adds_get (explain, YL_ROAD_ADDS_AMOUNT, row.index)
                      : yl_bridge_adds_get (explain, YL_BRIDGE_ADDS_AMOUNT, row.index);
  if (is_road && row.units == 0)
    row.left_out = (guint8) yl_road_find_reason (explain, row.index);
  return row;
}

YlDerivation *
yl_explain_rows (const YlBudget *budget, const GArray *rows, const char *name)
{
  YlExplain explain;
  yl_explain_init (&explain, budget, FALSE);
  gboolean is_used[YL_N_RATES] = { FALSE };
  YlDerivation *node = yl_derivation_new ("", name, YL_FIGURE_FEN, 0, YL_STEP_SUM);
  yl_derivation_set_how (node, "每个路段的计费里程 × 标准，各自四舍五入到分后相加");
  for (guint i = 0; i < rows->len; i++)
    {
      const YlDerivationRow row = fill_row (&explain, &g_array_index (rows, YlDerivationRow, i));
      node->units += row.units;
      yl_derivation_add_row (node, &row);
      if (row.kind == YL_ROW_ROAD)
        is_used[yl_budget_get_road_working (budget, row.index)->rate] = TRUE;
    }
  note_rates (&explain, is_used, node);
  return node;
}
