#include "rows-private.h"

#include <string.h>

/* Lines of demand beside their rows: rates, last year, growth; what 其他支出 lists; indicators. */

static const YlDemandLine *
get_line (const YlFigureAt *at)
{
  return yl_kept_line (at);
}

static const YlIndicatorLine *
get_indicator (const YlFigureAt *at)
{
  return yl_kept_line (at);
}

gboolean
yl_is_road_line (const YlFigureAt *at)
{
  return g_str_has_prefix (get_line (at)->code, "daily.");
}

gboolean
yl_is_size_line (const YlFigureAt *at)
{
  return g_str_has_prefix (get_line (at)->code, "bridge.");
}

gboolean
yl_is_metre_line (const YlFigureAt *at)
{
  return g_str_has_prefix (get_line (at)->code, "bridge-metre.");
}

const YlDemandLine *
yl_find_line (const YlFigureView *view, const char *group, const char *name)
{
  g_autofree char *code = g_strdup_printf ("%s.%s", group, name);
  const GArray *demand = view->figures->demand;
  for (guint i = 0; i < demand->len; i++)
    if (strcmp (g_array_index (demand, YlDemandLine, i).code, code) == 0)
      return &g_array_index (demand, YlDemandLine, i);
  return NULL;
}

static gboolean
is_project_line (const YlFigureAt *at)
{
  return get_line (at)->purpose == YL_PURPOSE_ENGINEERING;
}

static gboolean
is_form_line (const YlFigureAt *at)
{
  return get_line (at)->purpose != YL_PURPOSE_DAILY;
}

static gboolean
has_last_year (const YlFigureAt *at)
{
  return get_line (at)->has_last_year;
}

static const YlPolicyValue *
find_rate (const YlFigureAt *at)
{
  return get_line (at)->basis;
}

static void
report_last_year (const YlFigureAt *at, YlDerivation *node)
{
  node->has_last_year = get_line (at)->has_last_year;
  node->last_year_units = get_line (at)->last_year_fen;
}

/* 其他支出: the lines of the form, then its projects. */
static const YlProject *
find_project (const YlFigureAt *at)
{
  const GArray *projects = at->view->entry->other.projects;
  const guint n_lines = yl_over_count (at->view, YL_OVER_OTHER) - projects->len;
  return at->of[0] < n_lines ? NULL : &g_array_index (projects, YlProject, at->of[0] - n_lines);
}

static gboolean
is_project (const YlFigureAt *at)
{
  return find_project (at) != NULL;
}

static gint64
get_other_fen (const YlFigureAt *at)
{
  const YlOther *other = &at->view->entry->other;
  const YlMoney lines[] = { other->running, other->staff, other->road_chief, other->insurance };
  const YlProject *project = find_project (at);
  return project == NULL ? lines[at->of[0]].fen : project->amount.fen;
}

static gint64
get_other_m (const YlFigureAt *at)
{
  return find_project (at)->length.m;
}

static void
report_other (const YlFigureAt *at, YlDerivation *node)
{
  if (find_project (at) != NULL)
    yl_derivation_note (node, "养护工程资金不得抵顶日常养护资金。");
}

static gboolean
is_known (const YlFigureAt *at)
{
  return get_indicator (at)->is_known;
}

static const YlPolicyValue *
find_target (const YlFigureAt *at)
{
  return get_indicator (at)->target;
}

static gboolean
has_target (const YlFigureAt *at)
{
  return find_target (at) != NULL;
}

static void
report_indicator (const YlFigureAt *at, YlDerivation *node)
{
  const YlIndicatorLine *line = get_indicator (at);
  if (line->unassessed_m > 0)
    {
      g_autofree char *unassessed = yl_figure_to_text (YL_FIGURE_ROAD_M, line->unassessed_m);
      yl_derivation_note (node, "另有 %s 没有评定，不在分母之内。", unassessed);
    }
  if (line->target != NULL)
    yl_derivation_note (node, line->is_met ? "达到目标。" : "没有达到目标。");
}

#define OF_LINE(member) OVER (YL_OVER_LINE), KEPT (YlDemandLine, member)
#define RATE                                                                                       \
  OF_LINE (rate_fen), .step = YL_STEP_SAME, .value = find_rate, .how = "取政策规定的标准",         \
                      .how_without = "政策没有规定这项标准，列里程、不计费"
#define LAST_YEAR(each) SUM_OF (EACH (each, "demand.*.last_year_fen")), .how = "各项上年预算数相加"
/* This year against last year. */
#define CHANGE(amount, last)                                                                       \
  SUM_OF (TERM (amount), TERM ("-" last)), .how = "本年预算数 − 上年预算数"
#define GROWTH(change, last)                                                                       \
  RATIO_OF (KEYLESS (change), TERM (last)),                                                        \
      .needs_whole = TRUE, .how = "增减额 ÷ 上年预算数，保留两位小数的百分数，只供阅读"

static const YlFigure rows[] = {
  { "demand.*.amount_fen", "*", YL_FIGURE_FEN, OF_LINE (amount_fen), .when = is_project_line,
    SUM_OF (EACH (PROJECT, "other[*].amount_fen")), .how = "养护工程项目逐项相加",
    .report = report_last_year },
  { "demand.*.amount_fen", "*", YL_FIGURE_FEN, OF_LINE (amount_fen), .when = is_form_line,
    SAME_AS (EACH (FORM_LINE, "other[*].amount_fen")),
    .how = "取“" YL_LIST_OTHER "”录入的金额，不含在每公里标准之内", .report = report_last_year },
  { "demand.*.length_m", "养护工程里程", YL_FIGURE_ROAD_M, OF_LINE (length_m),
    .when = is_project_line, SUM_OF (EACH (PROJECT, "other[*].length_m")),
    .how = "养护工程项目逐项相加" },
  { "demand.*.count", "养护工程项目数", YL_FIGURE_COUNT, OF_LINE (count), .when = is_project_line,
    .step = YL_STEP_STATED, .how = "“" YL_LIST_OTHER "”中养护工程项目的个数" },
  { "demand.*.rate_fen_per_km", "*标准", YL_FIGURE_FEN_PER_BRIDGE, RATE, .when = yl_is_size_line },
  { "demand.*.rate_fen_per_km", "*标准", YL_FIGURE_FEN_PER_METRE, RATE, .when = yl_is_metre_line },
  { "demand.*.rate_fen_per_km", "*标准", YL_FIGURE_FEN_PER_KM, RATE },
  { "demand.*.last_year_fen", "*上年预算数", YL_FIGURE_FEN, OF_LINE (last_year_fen),
    .when = has_last_year, .how = "上年预算中同一项目的金额（--last-year 所给的文件）" },
  { "last_year.daily_fen", "日常养护上年预算数", YL_FIGURE_FEN, LAST_YEAR (DAILY_LINE) },
  { "last_year.roads_fen", "公路上年预算数", YL_FIGURE_FEN, LAST_YEAR (ROAD_LINE) },
  { "last_year.bridges_fen", "桥梁上年预算数", YL_FIGURE_FEN, LAST_YEAR (BRIDGE_LINE) },
  { "last_year.other_fen", "其他支出上年预算数", YL_FIGURE_FEN, LAST_YEAR (OTHER_LINE) },
  { "demand.*.change_fen", "*增减额", YL_FIGURE_FEN, OVER (YL_OVER_LINE),
    CHANGE ("demand.*.amount_fen", "demand.*.last_year_fen"), .when = has_last_year },
  { "change.daily_fen", "日常养护增减额", YL_FIGURE_FEN,
    CHANGE ("daily.standard_fen", "last_year.daily_fen") },
  { "change.roads_fen", "公路增减额", YL_FIGURE_FEN,
    CHANGE ("daily.roads_fen", "last_year.roads_fen") },
  { "change.bridges_fen", "桥梁增减额", YL_FIGURE_FEN,
    CHANGE ("daily.bridges_fen", "last_year.bridges_fen") },
  { "change.other_fen", "其他支出增减额", YL_FIGURE_FEN,
    CHANGE ("other_fen", "last_year.other_fen") },
  { "change.total_fen", "预算合计增减额", YL_FIGURE_FEN, CHANGE ("demand_fen", "last_year_fen") },
  { "demand.*.change_ppm", "*增减%", YL_FIGURE_PPM, OVER (YL_OVER_LINE),
    GROWTH ("demand.*.change_fen", "demand.*.last_year_fen"), .when = has_last_year },
  { "change.daily_ppm", "日常养护增减%", YL_FIGURE_PPM,
    GROWTH ("change.daily_fen", "last_year.daily_fen") },
  { "change.roads_ppm", "公路增减%", YL_FIGURE_PPM,
    GROWTH ("change.roads_fen", "last_year.roads_fen") },
  { "change.bridges_ppm", "桥梁增减%", YL_FIGURE_PPM,
    GROWTH ("change.bridges_fen", "last_year.bridges_fen") },
  { "change.other_ppm", "其他支出增减%", YL_FIGURE_PPM,
    GROWTH ("change.other_fen", "last_year.other_fen") },
  { "change.total_ppm", "预算合计增减%", YL_FIGURE_PPM,
    GROWTH ("change.total_fen", "last_year_fen") },
  { "other[*].amount_fen", "*", YL_FIGURE_FEN, OVER (YL_OVER_OTHER), .get = get_other_fen,
    .how = "“" YL_LIST_OTHER "”录入的金额", .report = report_other },
  { "other[*].length_m", "*", YL_FIGURE_ROAD_M, OVER (YL_OVER_OTHER), .when = is_project,
    .get = get_other_m, .how = "“" YL_LIST_OTHER "”录入的里程", .report = report_other },
  { "other_total.length_m", "养护工程里程合计", YL_FIGURE_ROAD_M,
    SUM_OF (EACH (PROJECT, "other[*].length_m")), .how = "养护工程项目的里程相加" },
  { "indicators.*.actual_ppm", "*实际值", YL_FIGURE_PPM, OVER (YL_OVER_INDICATOR), .when = is_known,
    KEPT (YlIndicatorLine, actual_ppm),
    RATIO_OF (TERM ("indicators.*.part_m"), TERM ("indicators.*.whole_m")),
    .how = "分子 ÷ 分母，四舍五入到百万分之一；是否达标按分子分母直接比较", .basis = find_target,
    .report = report_indicator },
  { "indicators.*.target_ppm", "*目标值", YL_FIGURE_PPM, OVER (YL_OVER_INDICATOR),
    .when = has_target, .step = YL_STEP_SAME, .value = find_target, .how = "取政策规定的目标值" },
};

const YlFigureTable yl_figures_of_demand = { rows, G_N_ELEMENTS (rows) };
