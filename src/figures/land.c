#include "rows-private.h"

/* What is due of land-transfer revenue. A payer who entered nothing has zeros. */

static const YlLandEntry *
find_entry (const YlFigureAt *at)
{
  const GArray *entries = at->view->entry->land;
  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, YlLandEntry, i).payer == at->of[0])
      return &g_array_index (entries, YlLandEntry, i);
  return NULL;
}

static const YlLandLine *
find_line (const YlFigureAt *at)
{
  const GArray *lines = at->view->figures->land;
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, YlLandLine, i).payer == at->of[0])
      return &g_array_index (lines, YlLandLine, i);
  return NULL;
}

static gboolean
is_entered (const YlFigureAt *at)
{
  return find_line (at) != NULL;
}

static gint64
of_line (const YlFigureAt *at)
{
  const YlLandLine *line = find_line (at);
  return line == NULL ? 0 : G_STRUCT_MEMBER (gint64, line, at->figure->offset);
}

static gint64
get_cost (const YlFigureAt *at)
{
  const YlLandEntry *entry = find_entry (at);
  return entry == NULL ? 0 : entry->costs[at->of[1]].fen;
}

static gboolean
is_share_chosen (const YlFigureAt *at)
{
  const YlLandLine *line = find_line (at);
  return line != NULL && line->is_share_chosen;
}

static const YlPolicyValue *
find_key (const YlFigureView *view, guint key)
{
  return yl_policy_find (view->policy, YL_GROUP_LAND_REVENUE, view->area, key);
}

static const YlPolicyValue *
find_value (const YlFigureAt *at)
{
  return find_key (at->view, at->figure->which);
}

static gboolean
has_value (const YlFigureAt *at)
{
  return find_value (at) != NULL;
}

/* Without an entry, the share that would hold. */
static gint64
get_share (const YlFigureAt *at)
{
  const YlLandLine *line = find_line (at);
  const YlPolicyValue *usual = find_key (at->view, YL_LAND_DEFAULT_SHARE);
  const YlPolicyValue *share = usual != NULL ? usual : find_key (at->view, YL_LAND_MIN_SHARE);
  if (line != NULL)
    return G_STRUCT_MEMBER (gint64, line, at->figure->offset);
  return share == NULL ? 0 : share->value;
}

static void
report_silent (const YlFigureAt *at, YlDerivation *node)
{
  if (find_line (at) == NULL)
    yl_derivation_note (node, "%s级没有录入土地出让收支，按零列示。",
                        yl_payer_get_name ((YlPayer) at->of[0]));
}

static void
report_net (const YlFigureAt *at, YlDerivation *node)
{
  const YlLandLine *line = find_line (at);
  if (line != NULL && line->is_negative)
    yl_derivation_note (node, "成本大于收入，净收益按零计。");
  report_silent (at, node);
}

static void
report_due (const YlFigureAt *at, YlDerivation *node)
{
  yl_derivation_note (node,
                      "基数是净收益（收入减成本），不是出让收入；资金用于农村公路建设和养护。");
  report_silent (at, node);
}

#define OF_PAYER OVER (YL_OVER_PAYER)
#define MOVES_DUE .moves = "land.*.due_fen"
#define OF_LINE(member) OF_PAYER, GOT (of_line, YlLandLine, member)
#define SHARE OF_PAYER, GOT (get_share, YlLandLine, share_ppm)
/* Net revenue × share, once. */
#define NET_TIMES(share, words)                                                                    \
  PRODUCT_OF (TERM ("land.*.net_fen"), TERM (share)),                                              \
      .how = "净收益 × " words "，四舍五入到分，只舍入这一次"
#define BOOKED                                                                                     \
  "*级资金来源中已列的土地出让资金", YL_FIGURE_FEN,                                                \
      SUM_OF (EACH (LAND_SOURCE, "sources[*].amount_fen")),                                        \
      .how = "“" YL_LIST_FUNDS "”中种类为“土地出让”的本级资金逐笔相加"
#define BOUND(key)                                                                                 \
  OF_PAYER, .step = YL_STEP_SAME, .value = find_value, .which = key, .how = "取政策规定的比例",    \
            .how_without = "政策没有规定，按零计"

static const YlFigure rows[] = {
  { "land.*.income_fen", "*级土地出让收入", YL_FIGURE_FEN, OF_LINE (income_fen),
    .how = "“" YL_LIST_LAND "”录入的收入，按当年实际缴入国库数", .report = report_silent,
    MOVES_DUE },
  { "land.*.cost_fen", "*级土地出让成本性支出合计", YL_FIGURE_FEN, OF_LINE (cost_fen),
    SUM_OF (TERM ("land.*.costs.*_fen")), MOVES_DUE,
    .how = "八项成本性支出相加（财综〔2011〕62号）", .report = report_silent },
  { "land.*.net_fen", "*级土地出让收益（净额）", YL_FIGURE_FEN, OF_LINE (net_fen),
    AT_LEAST_ZERO (TERM ("land.*.income_fen"), TERM ("-land.*.cost_fen")),
    .how = "土地出让收入 − 成本性支出，小于零按零计", .basis = find_value, .which = YL_LAND_BASIS,
    .report = report_net },
  { "land.*.share_ppm", "*级采用的计提比例", YL_FIGURE_PPM, SHARE, .when = is_share_chosen,
    .how = "“" YL_LIST_LAND "”录入时选定的比例", MOVES_DUE },
  { "land.*.share_ppm", "*级采用的计提比例", YL_FIGURE_PPM, SHARE, .when = has_value,
    .which = YL_LAND_DEFAULT_SHARE, .step = YL_STEP_SAME, .value = find_value,
    .how = "没有选定比例，取政策默认比例", MOVES_DUE, .report = report_silent },
  { "land.*.share_ppm", "*级采用的计提比例", YL_FIGURE_PPM, SHARE, .step = YL_STEP_SAME,
    .value = find_value, .which = YL_LAND_MIN_SHARE, .how = "没有选定比例，取政策规定范围的下限",
    .report = report_silent, MOVES_DUE },
  { "land.*.due_fen", "*级土地出让收益应计提数", YL_FIGURE_FEN, OF_LINE (due_fen),
    NET_TIMES ("land.*.share_ppm", "采用的计提比例"), .basis = find_value,
    .which = YL_LAND_MIN_SHARE, .report = report_due },
  { "land.*.min_fen", "*级按比例下限测算的计提数", YL_FIGURE_FEN, OF_LINE (min_fen),
    NET_TIMES ("land.*.min_share_ppm", "计提比例下限"), .report = report_silent },
  { "land.*.max_fen", "*级按比例上限测算的计提数", YL_FIGURE_FEN, OF_LINE (max_fen),
    NET_TIMES ("land.*.max_share_ppm", "计提比例上限"), .report = report_silent },
  { "land.*.booked_fen", BOOKED, OF_LINE (booked_fen), .when = is_entered },
  { "land.*.booked_fen", BOOKED, OF_PAYER, .report = report_silent },
  { "land.*.short_fen", "*级土地出让收益计提差额", YL_FIGURE_FEN, OF_PAYER,
    SUM_OF (TERM ("land.*.due_fen"), TERM ("-land.*.booked_fen")),
    .how = "应计提数 − 资金来源中已列数；大于零为少列" },
  { "land.*.min_share_ppm", "计提比例下限", YL_FIGURE_PPM, BOUND (YL_LAND_MIN_SHARE) },
  { "land.*.max_share_ppm", "计提比例上限", YL_FIGURE_PPM, BOUND (YL_LAND_MAX_SHARE) },
  { "land.*.costs.*_fen", "*1级*", YL_FIGURE_FEN, OVER (YL_OVER_PAYER, YL_OVER_COST),
    .get = get_cost, MOVES_DUE, .how = "“" YL_LIST_LAND "”录入的成本性支出，按当年实际支付数" },
};

const YlFigureTable yl_figures_of_land = { rows, G_N_ELEMENTS (rows) };
