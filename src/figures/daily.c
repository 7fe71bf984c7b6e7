#include "rows-private.h"

/* The daily standard and who has given for it; what rows of the tables come to; the whole. */

const YlPolicyValue *
yl_find_daily_rate (const YlFigureView *view, guint rate)
{
  return yl_policy_find (view->policy, YL_GROUP_DAILY_RATE, "", rate);
}

static const YlPolicyValue *
find_county_rate (const YlFigureAt *at)
{
  return yl_find_daily_rate (at->view, YL_RATE_COUNTY);
}

static void
report_bridges (const YlFigureAt *at, YlDerivation *node)
{
  (void) at;
  if (node->units == 0)
    yl_derivation_note (node, "政策没有规定桥梁标准，或没有录入桥梁，故为零。");
}

static void
report_grants (const YlFigureAt *at, YlDerivation *node)
{
  (void) at;
  yl_derivation_note (node, "养护工程、建设等其他用途的补助不得抵顶日常养护资金，不在其内；"
                            "社会资金另列。");
}

static void
report_payee (const YlFigureAt *at, YlDerivation *node)
{
  (void) at;
  yl_derivation_note (node, "名单写明管养单位的按名单；没有写明的，县道归" YL_COUNTY_AGENCY
                            "，乡道、村道归所在乡镇。");
}

static void
report_demand (const YlFigureAt *at, YlDerivation *node)
{
  node->has_last_year = at->view->figures->has_last_year;
  node->last_year_units = at->view->figures->last_year_fen;
}

static gboolean
is_last_year_a_file (const YlFigureAt *at)
{
  return at->view->entry->last_year->len > 0;
}

static gboolean
is_gap_a_share (const YlFigureAt *at)
{
  return yl_is_shared (at) && !yl_policy_is_dated_back (at->view->policy);
}

#define OF_BUDGET(member) KEPT (YlFigures, member)

static const YlFigure rows[] = {
  { "daily.roads_fen", "公路日常养护金额合计", YL_FIGURE_FEN, OF_BUDGET (daily.roads_fen),
    SUM_OF (EACH (ROAD_LINE, "demand.*.amount_fen")), FED_BY_ROADS (amount_fen),
    .how = "各行政等级的公路日常养护金额相加" },
  { "daily.bridges_fen", "桥梁养护金额合计", YL_FIGURE_FEN, OF_BUDGET (daily.bridges_fen),
    SUM_OF (EACH (BRIDGE_LINE, "demand.*.amount_fen")), FED_BY_BRIDGES (amount_fen),
    .how = "按座、按米计费的桥梁养护金额相加", .report = report_bridges },
  /* The foot of a table of rows, which no other figure needs. */
  { "bridges_total.length_m", "桥梁全长合计", YL_FIGURE_BRIDGE_CM, SUM_OF_BRIDGES (length_cm) },
  { "bridges_total.by_size_fen", "桥梁按座计费金额合计", YL_FIGURE_FEN,
    SUM_OF_BRIDGES (by_size_fen) },
  { "bridges_total.by_metre_fen", "桥梁按米计费金额合计", YL_FIGURE_FEN,
    SUM_OF_BRIDGES (by_metre_fen) },
  { "townships[*].counted_m", "*计入里程", YL_FIGURE_ROAD_M, OVER (YL_OVER_TOWNSHIP),
    SUM_OF (EACH (TOWNSHIP_CLASS, "townships[*].*_m")), FED_BY_ROADS (mileage.counted_m),
    .how = "各行政等级相加" },
  { "townships[*].amount_fen", "*日常养护金额", YL_FIGURE_FEN, OVER (YL_OVER_TOWNSHIP),
    SUM_OF (EACH (TOWNSHIP_CLASS, "townships[*].*_fen"), ANY ("townships[*].bridges_fen")),
    FED_BY_ROADS (amount_fen), FED_BY_BRIDGES (amount_fen), .how = "公路 + 桥梁" },
  { "payees[*].amount_fen", "*日常养护金额", YL_FIGURE_FEN, OVER (YL_OVER_PAYEE),
    SUM_OF (TERM ("payees[*].roads_fen"), ANY ("payees[*].bridges_fen")), FED_BY_ROADS (amount_fen),
    FED_BY_BRIDGES (amount_fen), .how = "公路 + 桥梁", .report = report_payee },
  { "packages[*].amount_fen", "*日常养护金额", YL_FIGURE_FEN, OVER (YL_OVER_PACKAGE),
    SUM_OF (TERM ("packages[*].roads_fen"), ANY ("packages[*].bridges_fen")),
    FED_BY_ROADS (amount_fen), FED_BY_BRIDGES (amount_fen), .how = "公路 + 桥梁" },
  { "daily.by_class.*_fen", "*日常养护金额合计", YL_FIGURE_FEN, OVER (YL_OVER_CLASS),
    SUM_OF (ANY ("townships[*].*_fen")), FED_BY_ROADS (amount_fen), .how = "各乡镇相加" },
  { "daily.standard_fen", "日常养护标准总额", YL_FIGURE_FEN, OF_BUDGET (daily.standard_fen),
    SUM_OF (TERM ("daily.roads_fen"), TERM ("daily.bridges_fen")), FED_BY_ROADS (amount_fen),
    FED_BY_BRIDGES (amount_fen), .label = "应达标准",
    .how = "公路 + 桥梁；这是各级公共财政资金合计应达到的总额，不是县级一家的数" },
  { "demand_fen", "预算合计", YL_FIGURE_FEN, OF_BUDGET (demand_fen),
    SUM_OF (TERM ("daily.standard_fen"), EACH (OTHER_LINE, "demand.*.amount_fen")),
    FED_BY_ROADS (amount_fen), FED_BY_BRIDGES (amount_fen), .label = "合计",
    .how = "日常养护标准总额 + 其他支出", .report = report_demand },
  { "daily.superior_grants_fen", "上级日常养护补助", YL_FIGURE_FEN,
    OF_BUDGET (daily.superior_grants_fen), SUM_OF (EACH (SUPERIOR_SOURCE, "sources[*].amount_fen")),
    .label = "上级补助", .how = "中央、省、市三级用途为“日常养护”的公共财政资金逐笔相加",
    .report = report_grants },
  { "daily.unshared_fen", "没有分担比例的上级补助", YL_FIGURE_FEN, OF_BUDGET (daily.unshared_fen),
    .when = yl_is_shared, .is_inner = TRUE,
    SUM_OF (EACH (UNSHARED_SOURCE, "sources[*].amount_fen")),
    .how = "政策没有规定分担比例的上级，其用途为“日常养护”的公共财政资金逐笔相加" },
  { "daily.shared_fen", "按比例分担的基数", YL_FIGURE_FEN, OF_BUDGET (daily.shared_fen),
    .when = yl_is_shared_after, .is_inner = TRUE,
    AT_LEAST_ZERO (TERM ("daily.standard_fen"), TERM ("-daily.unshared_fen")),
    .how = "日常养护标准总额 − 没有分担比例的上级补助，小于零按零计" },
  { "daily.shared_fen", "按比例分担的基数", YL_FIGURE_FEN, OF_BUDGET (daily.shared_fen),
    .when = yl_is_shared, .is_inner = TRUE, SAME_AS (TERM ("daily.standard_fen")),
    .how = "政策没有另定基数，按日常养护标准总额分担" },
  { "daily.county_gap_fen", "县级应补足的资金缺口", YL_FIGURE_FEN, OF_BUDGET (daily.county_gap_fen),
    .when = is_gap_a_share, SAME_AS (TERM ("payers.county.daily.amount_fen")), .label = "县级缺口",
    .how = "政策规定了各级分担比例，县级应补足的就是按比例应承担的数" },
  { "daily.county_gap_fen", "县级应补足的资金缺口", YL_FIGURE_FEN, OF_BUDGET (daily.county_gap_fen),
    AT_LEAST_ZERO (TERM ("daily.standard_fen"), TERM ("-daily.superior_grants_fen")),
    .label = "县级缺口", .how = "日常养护标准总额 − 上级日常养护补助，小于零按零计",
    .basis = find_county_rate },
  { "daily.funded_fen", "已落实的公共财政资金", YL_FIGURE_FEN, OF_BUDGET (daily.funded_fen),
    SUM_OF (EACH (FUNDED_SOURCE, "sources[*].amount_fen")), .label = "已落实",
    .how = "各级用途为“日常养护”的公共财政资金逐笔相加" },
  { "daily.unfunded_fen", "尚未落实的资金", YL_FIGURE_FEN, OF_BUDGET (daily.unfunded_fen),
    AT_LEAST_ZERO (TERM ("daily.standard_fen"), TERM ("-daily.funded_fen")), .label = "未落实",
    .how = "日常养护标准总额 − 已落实的公共财政资金，小于零按零计" },
  { "daily.surplus_fen", "结余（已落实超过标准）", YL_FIGURE_FEN, OF_BUDGET (daily.surplus_fen),
    AT_LEAST_ZERO (TERM ("daily.funded_fen"), TERM ("-daily.standard_fen")), .label = "超出标准",
    .how = "已落实的公共财政资金 − 日常养护标准总额，小于零按零计" },
  { "daily.social_fen", "用于日常养护的社会资金", YL_FIGURE_FEN, OF_BUDGET (daily.social_fen),
    SUM_OF (EACH (SOCIAL_SOURCE, "sources[*].amount_fen")), .label = "社会资金",
    .how = "用途为“日常养护”的社会资金逐笔相加；另列，不冲抵标准" },
  { "other_fen", "其他支出合计", YL_FIGURE_FEN, SUM_OF (EACH (OTHER_LINE, "demand.*.amount_fen")),
    .how = "机构运行、人员、路长制、保险、养护工程各项相加" },
  { "last_year_fen", "上年预算合计", YL_FIGURE_FEN, OF_BUDGET (last_year_fen),
    .when = is_last_year_a_file, .how = "--last-year 所给的上年预算的合计" },
  { "last_year_fen", "上年预算合计", YL_FIGURE_FEN, OF_BUDGET (last_year_fen),
    .how = "“" YL_SHEET_UNIT "”录入的上年预算数" },
  { "daily.standard_part_ppm", "占比合计", YL_FIGURE_PPM,
    RATIO_OF (TERM ("daily.standard_fen"), TERM ("daily.standard_fen")),
    .how = "金额 ÷ 日常养护标准总额，保留两位小数的百分数，只供阅读" },
  { "payees[*].part_ppm", "*占比", YL_FIGURE_PPM, OVER (YL_OVER_PAYEE),
    RATIO_OF (TERM ("payees[*].amount_fen"), TERM ("daily.standard_fen")),
    .how = "金额 ÷ 日常养护标准总额，保留两位小数的百分数，只供阅读" },
  { "packages[*].part_ppm", "*占比", YL_FIGURE_PPM, OVER (YL_OVER_PACKAGE),
    RATIO_OF (TERM ("packages[*].amount_fen"), TERM ("daily.standard_fen")),
    .how = "金额 ÷ 日常养护标准总额，保留两位小数的百分数，只供阅读" },
  { "standard_by_basis.*_difference_fen", "按*计费与本预算的差额", YL_FIGURE_FEN,
    OVER (YL_OVER_BASIS), SUM_OF (TERM ("standard_by_basis.*_fen"), TERM ("-daily.roads_fen")),
    .how = "对照口径的公路金额 − 本预算的公路金额" },
};

const YlFigureTable yl_figures_of_daily = { rows, G_N_ELEMENTS (rows) };
