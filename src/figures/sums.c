#include "rows-private.h"

#include <string.h>

/* What roads and bridges add up to: kilometres, lines of demand, the rows of the tables, the
 * indicators. */

/* (nullable): the line of the bridges of a size, or of those of a class by the metre. */
static const YlDemandLine *
find_bridge_line (const YlFigureAt *at)
{
  return at->figure->over[0] == YL_OVER_SIZE
             ? yl_find_line (at->view, "bridge", yl_bridge_size_get_key ((YlBridgeSize) at->of[0]))
             : yl_find_line (at->view, "bridge-metre",
                             yl_road_class_get_key ((YlRoadClass) at->of[0]));
}

static gboolean
has_bridge_line (const YlFigureAt *at)
{
  return find_bridge_line (at) != NULL;
}

static gint64
of_bridge_line (const YlFigureAt *at)
{
  return G_STRUCT_MEMBER (gint64, find_bridge_line (at), at->figure->offset);
}

/* 单位信息 wins over the years of the rows. */
static gboolean
are_works_entered (const YlFigureAt *at)
{
  return at->view->entry->unit.has_engineering;
}

/* " × 6/12"; "" of a whole year. */
static char *
name_part (YlYearPart part)
{
  return part.of == 0 ? g_strdup ("") : g_strdup_printf (" × %u/%u", part.n, part.of);
}

/* What the kilometres together would give at once: the left-over of rounding each row. */
static void
note_rounding (const YlDemandLine *line, YlYearPart part, YlDerivation *node)
{
  YlMoney at_once;
  const YlRate yearly = { line->rate_fen, part };
  if (!yl_money_for_length ((YlLength){ line->length_m }, yearly, &at_once))
    return;
  g_autofree char *length = yl_length_to_km ((YlLength){ line->length_m });
  g_autofree char *rate = yl_money_to_grouped ((YlMoney){ line->rate_fen });
  g_autofree char *product = yl_money_to_grouped (at_once);
  g_autofree char *times = name_part (part);
  if (at_once.fen == line->amount_fen)
    yl_derivation_note (node, "复核：%s 公里 × %s 元/公里%s = %s 元，与逐路段相加一致。", length,
                        rate, times, product);
  else
    yl_derivation_note (node,
                        "每个路段各自四舍五入到分后相加；若按合计里程一次相乘，%s 公里 × %s "
                        "元/公里%s = %s 元，两者相差 %" G_GINT64_FORMAT " 分，是逐路段取整的尾差。",
                        length, rate, times, product, line->amount_fen - at_once.fen);
}

/* What every amount of demand tells: its rate, and what it was last year. */
static const YlDemandLine *
report_line (const YlFigureAt *at, YlDerivation *node)
{
  const YlDemandLine *line = yl_kept_line (at);
  node->basis = line->basis;
  node->has_last_year = line->has_last_year;
  node->last_year_units = line->last_year_fen;
  return line;
}

static void
report_road_line (const YlFigureAt *at, YlDerivation *node)
{
  const YlDemandLine *line = report_line (at, node);
  if (line->basis == NULL)
    {
      yl_derivation_set_how (node, "政策没有规定标准，列里程、不计费");
      return;
    }
  const YlYearPart part = yl_policy_get_year_part (at->view->policy);
  g_autofree char *rate = yl_money_to_grouped ((YlMoney){ line->rate_fen });
  g_autofree char *times = name_part (part);
  yl_derivation_set_how (
      node, "每个路段的计费里程 × %s 元/公里%s，四舍五入到分，%" G_GINT64_FORMAT " 个路段相加",
      rate, times, line->count);
  note_rounding (line, part, node);
}

static void
report_bridge_line (const YlFigureAt *at, YlDerivation *node)
{
  const YlDemandLine *line = report_line (at, node);
  g_autofree char *rate = yl_money_to_grouped ((YlMoney){ line->rate_fen });
  g_autofree char *times = name_part (yl_policy_get_year_part (at->view->policy));
  if (line->basis != NULL)
    yl_derivation_set_how (node,
                           yl_is_size_line (at)
                               ? "每座 %s 元%s，%" G_GINT64_FORMAT " 座相加"
                               : "每座桥的全长（米）× %s 元/米%s，%" G_GINT64_FORMAT " 座相加",
                           rate, times, line->count);
}

static gboolean
is_mean_of_works (const YlFigureAt *at)
{
  return yl_policy_get_works_years (at->view->policy) > 1;
}

static gboolean
are_works_of_a_year (const YlFigureAt *at)
{
  return !is_mean_of_works (at);
}

/* A row of the list feeds one of them only. */
static gboolean
are_works_of_counted (const YlFigureAt *at)
{
  return are_works_of_a_year (at)
         && yl_policy_get_works_base (at->view->policy) == YL_BASIS_COUNTED;
}

static gboolean
are_works_of_maintained (const YlFigureAt *at)
{
  return are_works_of_a_year (at) && !are_works_of_counted (at);
}

static void
report_works_whole (const YlFigureAt *at, YlDerivation *node)
{
  yl_derivation_set_how (node, "%s × %u 年",
                         yl_mileage_basis_get_name (yl_policy_get_works_base (at->view->policy)),
                         yl_policy_get_works_years (at->view->policy));
}

#define OF_CLASS(member)                                                                           \
  OVER (YL_OVER_CLASS), KEPT (YlMileage, member), SUM_OF_ROADS (mileage.member)
#define OF_ALL(member) KEPT (YlFigures, mileage.member), SUM_OF_ROADS (mileage.member)
#define OF_TOWNSHIP(member) OVER (YL_OVER_TOWNSHIP), KEPT (YlTownshipLine, member)
#define OF_PAYEE(member) OVER (YL_OVER_PAYEE), KEPT (YlShareholderLine, member)
#define OF_PACKAGE(member) OVER (YL_OVER_PACKAGE), KEPT (YlShareholderLine, member)
#define OF_LINE(member) OVER (YL_OVER_LINE), KEPT (YlDemandLine, member)
#define OF_INDICATOR(member) OVER (YL_OVER_INDICATOR), KEPT (YlIndicatorLine, member)
#define OF_BASIS(basis)                                                                            \
  OVER (YL_OVER_BASIS), ONLY (basis), .get = yl_kept_get, SUM_OF_ROADS (by_basis_fen[basis])

static const YlFigure rows[] = {
  { "mileage.by_class.*.sections", "*路段数", YL_FIGURE_COUNT, OF_CLASS (sections) },
  { "mileage.by_class.*.listed_m", "*路线长度", YL_FIGURE_ROAD_M, OF_CLASS (listed_m) },
  { "mileage.by_class.*.duplicate_m", "*重复路段里程", YL_FIGURE_ROAD_M, OF_CLASS (duplicate_m) },
  { "mileage.by_class.*.dead_end_m", "*断头路里程", YL_FIGURE_ROAD_M, OF_CLASS (dead_end_m) },
  { "mileage.by_class.*.counted_m", "*计入里程", YL_FIGURE_ROAD_M, OF_CLASS (counted_m) },
  { "mileage.by_class.*.urban_m", "*城管路段里程", YL_FIGURE_ROAD_M, OF_CLASS (urban_m) },
  { "mileage.by_class.*.maintained_m", "*列养里程", YL_FIGURE_ROAD_M, OF_CLASS (maintained_m) },
  { "mileage.by_class.*.subsidised_m", "*补助养护里程", YL_FIGURE_ROAD_M, OF_CLASS (subsidised_m) },
  { "mileage.by_class.*.paid_m", "*计费里程", YL_FIGURE_ROAD_M, OF_CLASS (paid_m) },
  { "demand.*.count", "*计费路段数", YL_FIGURE_COUNT, OF_LINE (count), .when = yl_is_road_line,
    SUM_OF_ROADS (paid_sections) },
  { "demand.*.length_m", "*计费里程", YL_FIGURE_ROAD_M, OF_LINE (length_m), .when = yl_is_road_line,
    SUM_OF_ROADS (mileage.paid_m) },
  { "demand.*.amount_fen", "*", YL_FIGURE_FEN, OF_LINE (amount_fen), .when = yl_is_road_line,
    SUM_OF_ROADS (amount_fen), .report = report_road_line },
  { "demand.bridge.*.count", "*座数", YL_FIGURE_COUNT, OVER (YL_OVER_SIZE), .when = has_bridge_line,
    GOT (of_bridge_line, YlDemandLine, count), SUM_OF_BRIDGES (sized) },
  { "demand.*.amount_fen", "*", YL_FIGURE_FEN, OF_LINE (amount_fen), .when = yl_is_size_line,
    SUM_OF_BRIDGES (by_size_fen), .report = report_bridge_line },
  { "demand.bridge-metre.*.count", "*桥梁（按米计费）座数", YL_FIGURE_COUNT, OVER (YL_OVER_CLASS),
    .when = has_bridge_line, GOT (of_bridge_line, YlDemandLine, count), SUM_OF_BRIDGES (metred) },
  { "demand.bridge-metre.*.length_m", "*桥梁（按米计费）长度", YL_FIGURE_ROAD_M,
    OVER (YL_OVER_CLASS), .when = has_bridge_line, GOT (of_bridge_line, YlDemandLine, length_m),
    .step = YL_STEP_STATED, .how = "各桥全长相加，四舍五入到米" },
  { "demand.*.amount_fen", "*", YL_FIGURE_FEN, OF_LINE (amount_fen), .when = yl_is_metre_line,
    SUM_OF_BRIDGES (by_metre_fen), .report = report_bridge_line },
  { "townships[*].sections", "*路段数", YL_FIGURE_COUNT, OF_TOWNSHIP (sections),
    SUM_OF_ROADS (mileage.sections) },
  { "townships[*].*_m", "*1*计入里程", YL_FIGURE_ROAD_M, OVER (YL_OVER_TOWNSHIP, YL_OVER_CLASS),
    KEPT (YlTownshipLine, counted_m), SUM_OF_ROADS (mileage.counted_m) },
  { "townships[*].paid_m", "*计费里程", YL_FIGURE_ROAD_M, OF_TOWNSHIP (paid_m),
    SUM_OF_ROADS (mileage.paid_m) },
  { "townships[*].*_fen", "*1*日常养护金额", YL_FIGURE_FEN, OVER (YL_OVER_TOWNSHIP, YL_OVER_CLASS),
    KEPT (YlTownshipLine, class_fen), SUM_OF_ROADS (amount_fen) },
  { "townships[*].roads_fen", "*公路日常养护金额", YL_FIGURE_FEN, OF_TOWNSHIP (roads_fen),
    SUM_OF_ROADS (amount_fen) },
  { "townships[*].bridges_fen", "*桥梁养护金额", YL_FIGURE_FEN, OF_TOWNSHIP (bridges_fen),
    SUM_OF_BRIDGES (amount_fen) },
  { "payees[*].paid_m", "*计费里程", YL_FIGURE_ROAD_M, OF_PAYEE (paid_m),
    SUM_OF_ROADS (mileage.paid_m) },
  { "payees[*].roads_fen", "*公路日常养护金额", YL_FIGURE_FEN, OF_PAYEE (roads_fen),
    SUM_OF_ROADS (amount_fen) },
  { "payees[*].bridges_fen", "*桥梁养护金额", YL_FIGURE_FEN, OF_PAYEE (bridges_fen),
    SUM_OF_BRIDGES (amount_fen) },
  { "packages[*].paid_m", "*计费里程", YL_FIGURE_ROAD_M, OF_PACKAGE (paid_m),
    SUM_OF_ROADS (mileage.paid_m) },
  { "packages[*].roads_fen", "*公路日常养护金额", YL_FIGURE_FEN, OF_PACKAGE (roads_fen),
    SUM_OF_ROADS (amount_fen) },
  { "packages[*].bridges_fen", "*桥梁养护金额", YL_FIGURE_FEN, OF_PACKAGE (bridges_fen),
    SUM_OF_BRIDGES (amount_fen) },
  { "mileage.sections", "路段数合计", YL_FIGURE_COUNT, OF_ALL (sections) },
  { "mileage.listed_m", "路线长度合计", YL_FIGURE_ROAD_M, OF_ALL (listed_m) },
  { "mileage.duplicate_m", "重复路段里程合计", YL_FIGURE_ROAD_M, OF_ALL (duplicate_m) },
  { "mileage.dead_end_m", "断头路里程合计", YL_FIGURE_ROAD_M, OF_ALL (dead_end_m) },
  { "mileage.counted_m", "计入里程合计", YL_FIGURE_ROAD_M, OF_ALL (counted_m) },
  { "mileage.urban_m", "城管路段里程合计", YL_FIGURE_ROAD_M, OF_ALL (urban_m) },
  { "mileage.maintained_m", "列养里程合计", YL_FIGURE_ROAD_M, OF_ALL (maintained_m) },
  { "mileage.subsidised_m", "补助养护里程合计", YL_FIGURE_ROAD_M, OF_ALL (subsidised_m) },
  { "mileage.paid_m", "计费里程合计", YL_FIGURE_ROAD_M, OF_ALL (paid_m) },
  { "standard_by_basis.*_fen", "按*计费的公路日常养护金额", YL_FIGURE_FEN,
    OF_BASIS (YL_BASIS_COUNTED) },
  { "standard_by_basis.*_fen", "按*计费的公路日常养护金额", YL_FIGURE_FEN,
    OF_BASIS (YL_BASIS_MAINTAINED) },
  { "standard_by_basis.*_fen", "按*计费的公路日常养护金额", YL_FIGURE_FEN,
    OF_BASIS (YL_BASIS_SUBSIDISED) },
  { "indicators.*.part_m", "列养率的分子（列养里程）", YL_FIGURE_ROAD_M, OF_INDICATOR (part_m),
    ONLY (YL_INDICATOR_MAINTAINED), SUM_OF_ROADS (mileage.maintained_m) },
  { "indicators.*.whole_m", "列养率的分母（计入里程）", YL_FIGURE_ROAD_M, OF_INDICATOR (whole_m),
    ONLY (YL_INDICATOR_MAINTAINED), SUM_OF_ROADS (mileage.counted_m) },
  { "indicators.*.part_m", "养护工程比例的分子（实施养护工程的里程）", YL_FIGURE_ROAD_M,
    OF_INDICATOR (part_m), ONLY (YL_INDICATOR_ENGINEERING), .when = are_works_entered,
    .how = "“" YL_SHEET_UNIT "”录入的养护工程里程" },
  { "indicators.*.part_m", "养护工程比例的分子（几年中实施养护工程的里程）", YL_FIGURE_ROAD_M,
    OF_INDICATOR (part_m), ONLY (YL_INDICATOR_ENGINEERING), .when = is_mean_of_works,
    SUM_OF_ROADS (works_m) },
  { "indicators.*.part_m", "养护工程比例的分子（上年实施养护工程的里程）", YL_FIGURE_ROAD_M,
    OF_INDICATOR (part_m), ONLY (YL_INDICATOR_ENGINEERING), .when = are_works_of_a_year,
    SUM_OF_ROADS (works_m) },
  { "indicators.*.whole_m", "养护工程比例的分母", YL_FIGURE_ROAD_M, OF_INDICATOR (whole_m),
    ONLY (YL_INDICATOR_ENGINEERING), .when = is_mean_of_works, .step = YL_STEP_STATED,
    .report = report_works_whole },
  { "indicators.*.whole_m", "养护工程比例的分母（计入里程）", YL_FIGURE_ROAD_M,
    OF_INDICATOR (whole_m), ONLY (YL_INDICATOR_ENGINEERING), .when = are_works_of_counted,
    SUM_OF_ROADS (mileage.counted_m) },
  { "indicators.*.whole_m", "养护工程比例的分母（列养里程）", YL_FIGURE_ROAD_M,
    OF_INDICATOR (whole_m), ONLY (YL_INDICATOR_ENGINEERING), .when = are_works_of_maintained,
    SUM_OF_ROADS (mileage.maintained_m) },
  { "indicators.*.part_m", "优良中里程比例的分子（优良中里程）", YL_FIGURE_ROAD_M,
    OF_INDICATOR (part_m), ONLY (YL_INDICATOR_FAIR_OR_BETTER), SUM_OF_ROADS (fair_m) },
  { "indicators.*.whole_m", "优良中里程比例的分母（已评定里程）", YL_FIGURE_ROAD_M,
    OF_INDICATOR (whole_m), ONLY (YL_INDICATOR_FAIR_OR_BETTER), SUM_OF_ROADS (assessed_m) },
};

const YlFigureTable yl_figures_of_sums = { rows, G_N_ELEMENTS (rows) };
