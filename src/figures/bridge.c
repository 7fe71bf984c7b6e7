#include "explain-private.h"

#include <string.h>

/* One row of 桥梁明细. */
typedef struct
{
  const YlExplain *explain;
  guint index;
  const YlBridge *bridge;
  const YlBridgeWorking *working;
} BridgeCell;

static void
add (const BridgeCell *cell, YlDerivation *node, const char *figure)
{
  g_autofree char *key = g_strdup_printf ("bridges[%u].%s", cell->index + 1, figure);
  yl_explain_add (cell->explain, node, key, 1);
}

static const YlPolicyValue *
find_rate (const BridgeCell *cell, gboolean is_by_metre)
{
  const YlPolicy *policy = cell->explain->policy;
  if (is_by_metre)
    return cell->bridge->road_class >= YL_N_CLASSES
               ? NULL
               : yl_policy_find (policy, YL_GROUP_BRIDGE_RATE_PER_METRE, "",
                                 cell->bridge->road_class);
  return cell->bridge->size >= YL_N_BRIDGE_SIZES
             ? NULL
             : yl_policy_find (policy, YL_GROUP_BRIDGE_RATE, "", cell->bridge->size);
}

static void
explain_length (const BridgeCell *cell, YlDerivation *node)
{
  node->units = cell->bridge->length.m;
  node->step = YL_STEP_GIVEN;
  yl_derivation_set_how (node, "桥梁名单第 %u 行的全长", cell->bridge->row);
}

static void
explain_rate (const BridgeCell *cell, YlDerivation *node, gboolean is_by_metre)
{
  const YlPolicyValue *rate = find_rate (cell, is_by_metre);
  node->units = rate == NULL ? 0 : rate->value;
  node->basis = rate;
  node->step = rate == NULL ? YL_STEP_STATED : YL_STEP_SAME;
  yl_derivation_set_how (node, rate == NULL ? "政策没有规定，或名单没有写明类型，按零计"
                                            : "取政策规定的标准");
  yl_derivation_add (node, yl_explain_policy_value (rate), 1);
}

static void
explain_size_rate (const BridgeCell *cell, YlDerivation *node)
{
  explain_rate (cell, node, FALSE);
}

static void
explain_metre_rate (const BridgeCell *cell, YlDerivation *node)
{
  explain_rate (cell, node, TRUE);
}

static void
explain_by_size (const BridgeCell *cell, YlDerivation *node)
{
  node->units = cell->working->by_size_fen;
  node->step = YL_STEP_SAME;
  node->basis = find_rate (cell, FALSE);
  yl_derivation_set_how (node, "每座标准");
  add (cell, node, "size_rate_fen");
}

static void
explain_by_metre (const BridgeCell *cell, YlDerivation *node)
{
  node->units = cell->working->by_metre_fen;
  node->step = YL_STEP_PRODUCT;
  node->basis = find_rate (cell, TRUE);
  yl_derivation_set_how (node, "全长（米）× 每米标准；两个都是整数，没有舍入");
  add (cell, node, "length_m");
  add (cell, node, "metre_rate_fen");
}

static void
explain_amount (const BridgeCell *cell, YlDerivation *node)
{
  node->units = cell->working->by_size_fen + cell->working->by_metre_fen;
  node->step = YL_STEP_SUM;
  yl_derivation_set_how (node, "按座金额 + 按米金额");
  add (cell, node, "by_size_fen");
  add (cell, node, "by_metre_fen");
}

static const struct
{
  const char *figure;
  const char *name;
  YlFigureUnit unit;
  void (*explain) (const BridgeCell *cell, YlDerivation *node);
} figures[] = {
  { "length_m", "全长", YL_FIGURE_BRIDGE_M, explain_length },
  { "size_rate_fen", "每座标准", YL_FIGURE_FEN_PER_BRIDGE, explain_size_rate },
  { "by_size_fen", "按座金额", YL_FIGURE_FEN, explain_by_size },
  { "metre_rate_fen", "每米标准", YL_FIGURE_FEN_PER_METRE, explain_metre_rate },
  { "by_metre_fen", "按米金额", YL_FIGURE_FEN, explain_by_metre },
  { "amount_fen", "养护金额", YL_FIGURE_FEN, explain_amount },
};

YlDerivation *
yl_explain_bridge_cell (const YlExplain *explain, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      YlKeyValues values;
      g_autofree char *pattern = g_strconcat ("bridges[%n].", figures[i].figure, NULL);
      if (!yl_key_match (pattern, key, &values) || values.n >= explain->entry->bridges->len)
        continue;
      const BridgeCell cell = { explain, values.n,
                                &g_array_index (explain->entry->bridges, YlBridge, values.n),
                                yl_budget_get_bridge_working (explain->budget, values.n) };
      g_autofree char *name =
          g_strdup_printf ("%s %s%s", cell.bridge->code, cell.bridge->name, figures[i].name);
      YlDerivation *node =
          yl_derivation_new (key, g_strchug (name), figures[i].unit, 0, YL_STEP_SUM);
      figures[i].explain (&cell, node);
      return node;
    }
  return NULL;
}
