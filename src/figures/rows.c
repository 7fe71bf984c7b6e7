#include "rows-private.h"

#include "yanglu/calc/counted.h"

/* One row of 里程明细 or 桥梁明细. */

static const YlRoad *
get_road (const YlFigureAt *at)
{
  return yl_inventory_get_road (at->view->inventory, at->of[0]);
}

static const YlRoadWorking *
get_working (const YlFigureAt *at)
{
  return &at->view->budget->roads[at->of[0]];
}

static gint64
of_road (const YlFigureAt *at)
{
  YlRoadAdds adds;
  yl_road_get_adds (at->view, at->of[0], &adds);
  return G_STRUCT_MEMBER (gint64, &adds, at->figure->offset);
}

static gint64
of_stack (const YlFigureAt *at)
{
  return G_STRUCT_MEMBER (gint64, yl_budget_get_road_stack (at->view->budget, at->of[0]),
                          at->figure->offset);
}

static gboolean
is_stacked (const YlFigureAt *at)
{
  return yl_budget_get_road_stack (at->view->budget, at->of[0]) != NULL;
}

static gboolean
is_counted (const YlFigureAt *at)
{
  return yl_counted_find_mark (get_road (at)) == YL_MARK_NONE;
}

static const YlPolicyValue *
find_rate (const YlFigureAt *at)
{
  return yl_find_daily_rate (at->view, get_working (at)->rate);
}

static const YlPolicyValue *
find_mileage (const YlFigureAt *at)
{
  return yl_policy_find (at->view->policy, YL_GROUP_MILEAGE, "", 0);
}

/* Of what counts, a marked road has nothing anyhow. */
static gboolean
is_marked_out (const YlFigureAt *at)
{
  return at->view->figures->basis != YL_BASIS_COUNTED && !at->view->rates.pays_marked
         && yl_counted_find_mark (get_road (at)) != YL_MARK_NONE;
}

static gboolean
is_paid_by (const YlFigureAt *at)
{
  return find_rate (at) != NULL && at->view->figures->basis == at->figure->which
         && !is_marked_out (at);
}

/* What a level pays by the kilometre where the road lies; urban stretches and tracks are the
 * county's. */
static const YlPolicyValue *
find_level_rate (const YlFigureAt *at)
{
  const YlRoad *road = get_road (at);
  g_autofree char *area = yl_road_to_place (road, at->view->area);
  return get_working (at)->rate >= YL_N_CLASSES
             ? NULL
             : yl_policy_find (at->view->policy, at->figure->which, area, road->road_class);
}

static void
set_origin (const YlFigureAt *at, YlDerivation *node, const char *column)
{
  const YlRoad *road = get_road (at);
  const YlOrigin *origin = yl_inventory_get_origin (at->view->inventory, road->origin);
  yl_derivation_set_how (node, "里程台账“%s”%s%s%s第 %" YL_ROW_ID_FORMAT " 行的%s", origin->file,
                         origin->sheet[0] == '\0' ? "" : "工作表“", origin->sheet,
                         origin->sheet[0] == '\0' ? "" : "”", road->row, column);
}

static void
report_length (const YlFigureAt *at, YlDerivation *node)
{
  set_origin (at, node, "里程");
  if (get_road (at)->flags & YL_ROAD_FROM_STAKES)
    yl_derivation_note (node, "里程一栏空白，取止点桩号减起点桩号。");
}

/* The column is called as the basis is. */
static void
report_basis (const YlFigureAt *at, YlDerivation *node)
{
  set_origin (at, node, yl_mileage_basis_get_name ((YlMileageBasis) at->figure->which));
}

static void
report_not_counted (const YlFigureAt *at, YlDerivation *node)
{
  const YlRoad *road = get_road (at);
  const char *other = yl_inventory_get_text (at->view->inventory, road->duplicate_of);
  if (yl_counted_find_mark (road) == YL_MARK_DEAD_END)
    yl_derivation_set_how (node, "标为断头路，不计入");
  else
    yl_derivation_set_how (node, "标为重复路段%s%s，里程计在另一条路线上，不计入",
                           other[0] == '\0' ? "" : "：", other);
}

static const char *
name_rate (const YlFigureAt *at)
{
  return yl_rate_kind_get_name ((YlRateKind) get_working (at)->rate);
}

static void
report_paid (const YlFigureAt *at, YlDerivation *node)
{
  yl_derivation_set_how (node, "按%s计费", yl_mileage_basis_get_name (at->view->figures->basis));
}

static void
report_not_paid (const YlFigureAt *at, YlDerivation *node)
{
  if (is_marked_out (at))
    {
      yl_derivation_set_how (node, "标为重复路段或断头路，不计费");
      return;
    }
  yl_derivation_set_how (node, "政策没有规定%s的标准，列里程、不计费", name_rate (at));
}

static void
report_rate (const YlFigureAt *at, YlDerivation *node)
{
  yl_derivation_set_how (
      node, node->basis == NULL ? "政策没有规定%s的标准" : "计费类别是%s，取这一类的标准",
      name_rate (at));
}

/* Whether metres × fen per km is whole fen; kilometres carry thousandths. */
static gboolean
is_whole_fen (gint64 metres, gint64 fen_per_km, YlYearPart part)
{
  const __int128 product = (__int128) metres * fen_per_km * MAX (1, part.n);
  return (gint64) (product % (1000 * (gint64) MAX (1, part.of))) == 0;
}

static void
report_amount (const YlFigureAt *at, YlDerivation *node)
{
  if (node->basis == NULL)
    return;
  const gint64 paid_m = get_working (at)->paid_m;
  yl_derivation_note (node, is_whole_fen (paid_m, node->basis->value, node->part)
                                ? "乘积恰是整分，没有舍入。"
                                : "乘积不是整分，已四舍五入到分。");
}

static gint64
of_bridge (const YlFigureAt *at)
{
  YlBridgeAdds adds;
  yl_bridge_adds_get (at->view->policy, yl_kept_line (at), &at->view->budget->bridges[at->of[0]],
                      &adds);
  return G_STRUCT_MEMBER (gint64, &adds, at->figure->offset);
}

static const YlPolicyValue *
find_size_rate (const YlFigureAt *at)
{
  return yl_bridge_find_size_rate (at->view->policy, yl_kept_line (at));
}

static const YlPolicyValue *
find_metre_rate (const YlFigureAt *at)
{
  return yl_bridge_find_metre_rate (at->view->policy, yl_kept_line (at));
}

static void
report_bridge_length (const YlFigureAt *at, YlDerivation *node)
{
  yl_derivation_set_how (node, "桥梁名单第 %" YL_ROW_ID_FORMAT " 行的全长",
                         ((const YlBridge *) yl_kept_line (at))->row);
}

#define OF_ROADS OVER (YL_OVER_ROAD)
#define OF_ROAD(member) OF_ROADS, GOT (of_road, YlRoadAdds, member)
#define OF_STACK(member) OF_ROADS, GOT (of_stack, YlRoadStack, member)
#define PAID(metres, by)                                                                           \
  OF_ROAD (mileage.paid_m), SAME_AS (TERM (metres)), .when = is_paid_by, .which = YL_BASIS_##by,   \
                                                     .basis = find_mileage, .report = report_paid
#define LEVEL_RATE(group)                                                                          \
  .when = is_stacked, .step = YL_STEP_SAME, .value = find_level_rate, .basis = find_level_rate,    \
  .which = group, .how = "这个路段所在地区的每公里承担标准",                                       \
  .how_without = "政策没有规定这一级对这类路段的承担标准，由县级承担"
#define LEVEL(asked, open)                                                                         \
  .when = is_stacked, SMALLER_OF (TERM (asked), TERM (open)),                                      \
  .how = "计费里程 × 这一级的标准，四舍五入到分，不超过路段金额的未承担部分"
#define ASKED "计费里程 × 承担标准", YL_FIGURE_FEN, OF_ROADS, .is_inner = TRUE
#define OPEN "路段金额的未承担部分", YL_FIGURE_FEN, OF_ROADS, .is_inner = TRUE
#define OF_BRIDGES OVER (YL_OVER_BRIDGE)
#define OF_BRIDGE(member) OF_BRIDGES, GOT (of_bridge, YlBridgeAdds, member)
#define BRIDGE_RATE(find)                                                                          \
  OF_BRIDGES, .step = YL_STEP_SAME, .value = find, .basis = find, .how = "取政策规定的标准",       \
              .how_without = "政策没有规定，或名单没有写明类型，按零计"

static const YlFigure rows[] = {
  { "roads[*].length_m", "*路线长度", YL_FIGURE_ROAD_M, OF_ROAD (mileage.listed_m),
    .report = report_length },
  { "roads[*].maintained_m", "*列养里程", YL_FIGURE_ROAD_M, OF_ROAD (mileage.maintained_m),
    .which = YL_BASIS_MAINTAINED, .report = report_basis },
  { "roads[*].subsidised_m", "*补助养护里程", YL_FIGURE_ROAD_M, OF_ROAD (mileage.subsidised_m),
    .which = YL_BASIS_SUBSIDISED, .report = report_basis },
  { "roads[*].counted_m", "*计入里程", YL_FIGURE_ROAD_M, OF_ROAD (mileage.counted_m),
    .when = is_counted, SAME_AS (TERM ("roads[*].length_m")),
    .how = "没有标为重复路段或断头路，路线长度全部计入" },
  { "roads[*].counted_m", "*计入里程", YL_FIGURE_ROAD_M, OF_ROAD (mileage.counted_m),
    .step = YL_STEP_STATED, .report = report_not_counted },
  { "roads[*].paid_m", "*计费里程", YL_FIGURE_ROAD_M, PAID ("roads[*].counted_m", COUNTED) },
  { "roads[*].paid_m", "*计费里程", YL_FIGURE_ROAD_M, PAID ("roads[*].maintained_m", MAINTAINED) },
  { "roads[*].paid_m", "*计费里程", YL_FIGURE_ROAD_M, PAID ("roads[*].subsidised_m", SUBSIDISED) },
  { "roads[*].paid_m", "*计费里程", YL_FIGURE_ROAD_M, OF_ROAD (mileage.paid_m),
    .step = YL_STEP_STATED, .basis = find_mileage, .report = report_not_paid },
  { "roads[*].rate_fen_per_km", "*标准", YL_FIGURE_FEN_PER_KM, OF_ROADS, .step = YL_STEP_SAME,
    .value = find_rate, .basis = find_rate, .report = report_rate },
  { "roads[*].amount_fen", "*金额", YL_FIGURE_FEN, OF_ROAD (amount_fen),
    PRODUCT_OF (TERM ("roads[*].paid_m"), TERM ("roads[*].rate_fen_per_km")),
    .how = "计费里程 × 标准，四舍五入到分，只舍入这一次", .basis = find_rate,
    .report = report_amount },
  { "roads[*].province_fen_per_km", "*省级标准", YL_FIGURE_FEN_PER_KM,
    OF_STACK (province_fen_per_km), LEVEL_RATE (YL_GROUP_PAYER_RATE_PROVINCE) },
  { "roads[*].city_fen_per_km", "*市级标准", YL_FIGURE_FEN_PER_KM, OF_STACK (city_fen_per_km),
    LEVEL_RATE (YL_GROUP_PAYER_RATE_CITY) },
  { "roads[*].province_fen", "*省级承担", YL_FIGURE_FEN, OF_ROAD (province_fen),
    LEVEL ("roads[*].province_asked_fen", "roads[*].province_open_fen") },
  { "roads[*].city_fen", "*市级承担", YL_FIGURE_FEN, OF_ROAD (city_fen),
    LEVEL ("roads[*].city_asked_fen", "roads[*].city_open_fen") },
  { "roads[*].province_asked_fen", ASKED,
    PRODUCT_OF (TERM ("roads[*].paid_m"), TERM ("roads[*].province_fen_per_km")) },
  { "roads[*].city_asked_fen", ASKED,
    PRODUCT_OF (TERM ("roads[*].paid_m"), TERM ("roads[*].city_fen_per_km")) },
  { "roads[*].province_open_fen", OPEN, SUM_OF (TERM ("roads[*].amount_fen")) },
  { "roads[*].city_open_fen", OPEN,
    SUM_OF (TERM ("roads[*].amount_fen"), TERM ("-roads[*].province_fen")) },
  { "bridges[*].length_m", "*全长", YL_FIGURE_BRIDGE_CM, OF_BRIDGE (length_cm),
    .report = report_bridge_length },
  { "bridges[*].size_rate_fen", "*每座标准", YL_FIGURE_FEN_PER_BRIDGE,
    BRIDGE_RATE (find_size_rate) },
  { "bridges[*].by_size_fen", "*按座金额", YL_FIGURE_FEN, OF_BRIDGE (by_size_fen),
    SAME_AS (TERM ("bridges[*].size_rate_fen")), .how = "每座标准", .basis = find_size_rate },
  { "bridges[*].metre_rate_fen", "*每米标准", YL_FIGURE_FEN_PER_METRE,
    BRIDGE_RATE (find_metre_rate) },
  { "bridges[*].by_metre_fen", "*按米金额", YL_FIGURE_FEN, OF_BRIDGE (by_metre_fen),
    PRODUCT_OF (TERM ("bridges[*].length_m"), TERM ("bridges[*].metre_rate_fen")),
    .how = "全长（米，到厘米）× 每米标准，四舍五入到分，只舍入这一次", .basis = find_metre_rate },
  { "bridges[*].amount_fen", "*养护金额", YL_FIGURE_FEN, OF_BRIDGE (amount_fen),
    SUM_OF (TERM ("bridges[*].by_size_fen"), TERM ("bridges[*].by_metre_fen")),
    .how = "按座金额 + 按米金额" },
};

const YlFigureTable yl_figures_of_rows = { rows, G_N_ELEMENTS (rows) };
