#include "explain-private.h"

#include "yanglu/base/money.h"

#include <string.h>

/* One row of 里程明细. */
typedef struct
{
  const YlExplain *explain;
  gsize index;
  const YlRoad *road;
  const YlRoadWorking *working;
} RoadCell;

static char *
key_of (const RoadCell *cell, const char *figure)
{
  return g_strdup_printf ("roads[%" G_GSIZE_FORMAT "].%s", cell->index + 1, figure);
}

static void
add (const RoadCell *cell, YlDerivation *node, const char *figure, int sign)
{
  g_autofree char *key = key_of (cell, figure);
  yl_explain_add (cell->explain, node, key, sign);
}

static void
set_origin (const RoadCell *cell, YlDerivation *node, const char *column)
{
  const YlOrigin *origin = yl_inventory_get_origin (cell->explain->inventory, cell->road->origin);
  node->step = YL_STEP_GIVEN;
  yl_derivation_set_how (node, "里程台账“%s”%s%s%s第 %u 行的%s", origin->file,
                         origin->sheet[0] == '\0' ? "" : "工作表“", origin->sheet,
                         origin->sheet[0] == '\0' ? "" : "”", cell->road->row, column);
}

static void
explain_length (const RoadCell *cell, YlDerivation *node)
{
  set_origin (cell, node, "里程");
  if ((cell->road->flags & YL_ROAD_FROM_STAKES) == 0)
    return;
  yl_derivation_note (node, "里程一栏空白，取止点桩号减起点桩号。");
}

static void
explain_maintained (const RoadCell *cell, YlDerivation *node)
{
  set_origin (cell, node, "列养里程");
}

static void
explain_subsidised (const RoadCell *cell, YlDerivation *node)
{
  set_origin (cell, node, "补助养护里程");
}

static void
explain_counted (const RoadCell *cell, YlDerivation *node)
{
  const YlRoad *road = cell->road;
  if (road->flags & (YL_ROAD_DEAD_END | YL_ROAD_DUPLICATE))
    {
      const char *other = yl_inventory_get_text (cell->explain->inventory, road->duplicate_of);
      node->step = YL_STEP_STATED;
      if (road->flags & YL_ROAD_DEAD_END)
        yl_derivation_set_how (node, "标为断头路，不计入");
      else
        yl_derivation_set_how (node, "标为重复路段%s%s，里程计在另一条路线上，不计入",
                               other[0] == '\0' ? "" : "：", other);
      return;
    }
  node->step = YL_STEP_SAME;
  yl_derivation_set_how (node, "没有标为重复路段或断头路，路线长度全部计入");
  add (cell, node, "length_m", 1);
}

static const YlPolicyValue *
find_rate (const RoadCell *cell)
{
  return yl_policy_find (cell->explain->policy, YL_GROUP_DAILY_RATE, "", cell->working->rate);
}

static void
explain_paid (const RoadCell *cell, YlDerivation *node)
{
  static const char *const figures[] = {
    [YL_BASIS_COUNTED] = "counted_m",
    [YL_BASIS_MAINTAINED] = "maintained_m",
    [YL_BASIS_SUBSIDISED] = "subsidised_m",
  };
  const YlMileageBasis basis = cell->explain->figures->basis;
  node->basis = yl_policy_find (cell->explain->policy, YL_GROUP_MILEAGE, "", 0);
  if (find_rate (cell) == NULL)
    {
      node->step = YL_STEP_STATED;
      yl_derivation_set_how (node, "政策没有规定%s的标准，列里程、不计费",
                             yl_rate_kind_get_name ((YlRateKind) cell->working->rate));
      return;
    }
  node->step = YL_STEP_SAME;
  yl_derivation_set_how (node, "按%s计费", yl_mileage_basis_get_name (basis));
  add (cell, node, figures[basis], 1);
}

static void
explain_rate (const RoadCell *cell, YlDerivation *node)
{
  const YlPolicyValue *rate = find_rate (cell);
  const char *kind = yl_rate_kind_get_name ((YlRateKind) cell->working->rate);
  node->units = rate == NULL ? 0 : rate->value;
  node->basis = rate;
  node->step = rate == NULL ? YL_STEP_STATED : YL_STEP_SAME;
  if (rate == NULL)
    yl_derivation_set_how (node, "政策没有规定%s的标准", kind);
  else
    yl_derivation_set_how (node, "计费类别是%s，取这一类的标准", kind);
  yl_derivation_add (node, yl_explain_policy_value (rate), 1);
}

/* Whether metres × fen per km is whole fen; kilometres carry thousandths. */
static gboolean
is_whole_fen (gint64 metres, gint64 fen_per_km)
{
  return (gint64) ((__int128) metres * fen_per_km % 1000) == 0;
}

static void
explain_amount (const RoadCell *cell, YlDerivation *node)
{
  const YlPolicyValue *rate = find_rate (cell);
  node->step = YL_STEP_PRODUCT;
  node->basis = rate;
  yl_derivation_set_how (node, "计费里程 × 标准，四舍五入到分，只舍入这一次");
  add (cell, node, "paid_m", 1);
  add (cell, node, "rate_fen_per_km", 1);
  if (rate != NULL)
    yl_derivation_note (node, is_whole_fen (cell->working->paid_m, rate->value)
                                  ? "乘积恰是整分，没有舍入。"
                                  : "乘积不是整分，已四舍五入到分。");
}

static void
explain_level_rate (const RoadCell *cell, YlDerivation *node, YlPolicyGroup group)
{
  const YlRoad *road = cell->road;
  const guint32 code = road->township_code != 0 ? road->township_code : road->county_code;
  g_autofree char *area = code == 0 ? g_strdup (cell->explain->area) : g_strdup_printf ("%u", code);
  const YlPolicyValue *rate =
      cell->working->rate >= YL_N_CLASSES
          ? NULL
          : yl_policy_find (cell->explain->policy, group, area, road->road_class);
  node->units = rate == NULL ? 0 : rate->value;
  node->step = rate == NULL ? YL_STEP_STATED : YL_STEP_SAME;
  node->basis = rate;
  yl_derivation_set_how (node, rate == NULL ? "政策没有规定这一级对这类路段的承担标准，由县级承担"
                                            : "这个路段所在地区的每公里承担标准");
  yl_derivation_add (node, yl_explain_policy_value (rate), 1);
}

static void
explain_province_rate (const RoadCell *cell, YlDerivation *node)
{
  explain_level_rate (cell, node, YL_GROUP_PAYER_RATE_PROVINCE);
}

static void
explain_city_rate (const RoadCell *cell, YlDerivation *node)
{
  explain_level_rate (cell, node, YL_GROUP_PAYER_RATE_CITY);
}

/* Kilometres × the level's rate, never more than is left of the row. */
static void
explain_level (const RoadCell *cell, YlDerivation *node, gboolean is_province)
{
  const YlRoadStack *stack = yl_budget_get_road_stack (cell->explain->budget, cell->index);
  const gint64 rate_fen = is_province ? stack->province_fen_per_km : stack->city_fen_per_km;
  YlMoney product = { 0 };
  node->units = is_province ? stack->province_fen : stack->city_fen;
  node->step = YL_STEP_SMALLER;
  yl_derivation_set_how (node, "计费里程 × 这一级的标准，四舍五入到分，不超过路段金额的未承担部分");
  if (cell->explain->is_brief
      || !yl_money_for_length ((YlLength){ cell->working->paid_m }, (YlRate){ rate_fen }, &product))
    return;
  YlDerivation *asked =
      yl_derivation_new ("", "计费里程 × 承担标准", YL_FIGURE_FEN, product.fen, YL_STEP_PRODUCT);
  add (cell, asked, "paid_m", 1);
  add (cell, asked, is_province ? "province_fen_per_km" : "city_fen_per_km", 1);
  YlDerivation *open = yl_derivation_new (
      "", "路段金额的未承担部分", YL_FIGURE_FEN,
      cell->working->amount_fen - (is_province ? 0 : stack->province_fen), YL_STEP_SUM);
  add (cell, open, "amount_fen", 1);
  if (!is_province)
    add (cell, open, "province_fen", -1);
  yl_derivation_add (node, asked, 1);
  yl_derivation_add (node, open, 1);
}

static void
explain_province (const RoadCell *cell, YlDerivation *node)
{
  explain_level (cell, node, TRUE);
}

static void
explain_city (const RoadCell *cell, YlDerivation *node)
{
  explain_level (cell, node, FALSE);
}

static gint64
known_m (guint32 metres)
{
  return metres == YL_METRES_UNKNOWN ? 0 : metres;
}

static gint64
units_of (const RoadCell *cell, const char *figure)
{
  if (strcmp (figure, "length_m") == 0)
    return cell->road->length_m;
  if (strcmp (figure, "maintained_m") == 0)
    return known_m (cell->road->maintained_m);
  if (strcmp (figure, "subsidised_m") == 0)
    return known_m (cell->road->subsidised_m);
  if (strcmp (figure, "counted_m") == 0)
    return cell->working->counted_m;
  return strcmp (figure, "paid_m") == 0 ? cell->working->paid_m : cell->working->amount_fen;
}

static const struct
{
  const char *figure;
  const char *name;
  YlFigureUnit unit;
  gboolean is_stacked; /* only where levels pay by the kilometre */
  void (*explain) (const RoadCell *cell, YlDerivation *node);
} figures[] = {
  { "length_m", "路线长度", YL_FIGURE_ROAD_M, FALSE, explain_length },
  { "maintained_m", "列养里程", YL_FIGURE_ROAD_M, FALSE, explain_maintained },
  { "subsidised_m", "补助养护里程", YL_FIGURE_ROAD_M, FALSE, explain_subsidised },
  { "counted_m", "计入里程", YL_FIGURE_ROAD_M, FALSE, explain_counted },
  { "paid_m", "计费里程", YL_FIGURE_ROAD_M, FALSE, explain_paid },
  { "rate_fen_per_km", "标准", YL_FIGURE_FEN_PER_KM, FALSE, explain_rate },
  { "amount_fen", "金额", YL_FIGURE_FEN, FALSE, explain_amount },
  { "province_fen_per_km", "省级标准", YL_FIGURE_FEN_PER_KM, TRUE, explain_province_rate },
  { "province_fen", "省级承担", YL_FIGURE_FEN, TRUE, explain_province },
  { "city_fen_per_km", "市级标准", YL_FIGURE_FEN_PER_KM, TRUE, explain_city_rate },
  { "city_fen", "市级承担", YL_FIGURE_FEN, TRUE, explain_city },
};

static YlDerivation *
explain_cell (const RoadCell *cell, guint which, const char *key)
{
  const YlInventory *inventory = cell->explain->inventory;
  g_autofree char *name = g_strdup_printf (
      "%s %s%s", yl_inventory_get_text (inventory, cell->road->route_code),
      yl_inventory_get_text (inventory, cell->road->route_name), figures[which].name);
  YlDerivation *node = yl_derivation_new (key, g_strchug (name), figures[which].unit,
                                          units_of (cell, figures[which].figure), YL_STEP_SAME);
  figures[which].explain (cell, node);
  return node;
}

YlDerivation *
yl_explain_road_cell (const YlExplain *explain, const char *key)
{
  if (!g_str_has_prefix (key, "roads["))
    return NULL;
  const gboolean is_stacked = explain->figures->payers_method == YL_PAYERS_BY_STACK;
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      YlKeyValues values;
      g_autofree char *pattern = g_strconcat ("roads[%n].", figures[i].figure, NULL);
      if (!yl_key_match (pattern, key, &values)
          || values.n >= yl_inventory_get_n_roads (explain->inventory)
          || (figures[i].is_stacked && !is_stacked))
        continue;
      const RoadCell cell = { explain, values.n,
                              yl_inventory_get_road (explain->inventory, values.n),
                              yl_budget_get_road_working (explain->budget, values.n) };
      return explain_cell (&cell, i, key);
    }
  return NULL;
}
