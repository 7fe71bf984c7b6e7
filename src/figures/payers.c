#include "rows-private.h"

#include "yanglu/calc/shares.h"

/* Who pays what: by grants, by declared shares, or by the kilometre. The province speaks for the
 * centre too. */

static const YlPayer bearers[] = { YL_PAYER_PROVINCE, YL_PAYER_CITY, YL_PAYER_COUNTY };
#define N_BEARERS G_N_ELEMENTS (bearers)

const YlPayerLine *
yl_find_payer_line (const YlFigureView *view, guint payer, guint purpose)
{
  const GArray *lines = view->figures->payers;
  for (guint i = 0; i < lines->len; i++)
    {
      const YlPayerLine *line = &g_array_index (lines, YlPayerLine, i);
      if (line->payer == payer && line->purpose == purpose)
        return line;
    }
  return NULL;
}

static gint64
get_paid (const YlFigureAt *at)
{
  const YlPayerLine *line = yl_find_payer_line (at->view, at->of[0], at->of[1]);
  return line == NULL ? 0 : line->amount_fen;
}

static gboolean
is_method (const YlFigureAt *at)
{
  return at->view->figures->payers_method == at->figure->which;
}

gboolean
yl_is_shared (const YlFigureAt *at)
{
  return at->view->figures->payers_method == YL_PAYERS_BY_SHARE;
}

gboolean
yl_is_shared_after (const YlFigureAt *at)
{
  return yl_is_shared (at)
         && yl_policy_get_share_base (at->view->policy, at->view->area) == YL_SHARE_AFTER_SUPERIOR;
}

static const YlPolicyValue *
find_share (const YlFigureAt *at)
{
  return yl_policy_find (at->view->policy, YL_GROUP_PAYER_SHARE, at->view->area, at->of[0]);
}

gboolean
yl_has_share (const YlFigureView *view, guint payer)
{
  const YlPolicyValue *share =
      yl_policy_find (view->policy, YL_GROUP_PAYER_SHARE, view->area,
                      payer == YL_PAYER_CENTRAL ? YL_PAYER_PROVINCE : payer);
  return share != NULL && share->value > 0;
}

/* A level whose grants go off before others share. */
static gboolean
is_before_shares (const YlFigureAt *at)
{
  return yl_is_shared_after (at) && !yl_has_share (at->view, at->of[0]);
}

static YlSharePart *
work_shares (const YlFigureView *view)
{
  gint64 weights[N_BEARERS];
  for (guint i = 0; i < N_BEARERS; i++)
    {
      const YlPolicyValue *share = find_share (&(YlFigureAt){ .view = view, .of = { bearers[i] } });
      weights[i] = share == NULL ? 0 : share->value;
    }
  return yl_shares_work (view->figures->daily.shared_fen, weights, N_BEARERS, NULL);
}

static gboolean
find_part (const YlFigureView *view, guint payer, YlSharePart *out_part)
{
  g_autofree YlSharePart *parts = work_shares (view);
  for (guint i = 0; parts != NULL && i < N_BEARERS; i++)
    if (bearers[i] == payer)
      {
        *out_part = parts[i];
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_split (const YlFigureAt *at)
{
  YlSharePart part;
  return find_part (at->view, at->of[0], &part);
}

static gint64
get_part (const YlFigureAt *at)
{
  YlSharePart part = { 0 };
  find_part (at->view, at->of[0], &part);
  return G_STRUCT_MEMBER (gint64, &part, at->figure->offset);
}

static void
report_split (const YlFigureAt *at, YlDerivation *node)
{
  g_autofree YlSharePart *parts = work_shares (at->view);
  YlSharePart own;
  if (node->basis == NULL || !find_part (at->view, at->of[0], &own))
    return;
  g_autofree char *whole = yl_money_to_grouped ((YlMoney){ own.whole });
  yl_derivation_note (
      node, "最大余数法：基数 × 比例取整到分得 %s 元，余 %" G_GINT64_FORMAT " 个百万分之一分；%s。",
      whole, own.rest, own.part > own.whole ? "余数排在前面，分得剩余的 1 分" : "没有分得剩余的分");
  for (guint i = 0; i < N_BEARERS; i++)
    if (parts[i].part > parts[i].whole && bearers[i] != at->of[0])
      yl_derivation_note (node, "剩余的分给了%s级（余数 %" G_GINT64_FORMAT " 更大）。",
                          yl_payer_get_name (bearers[i]), parts[i].rest);
}

static void
report_grants (const YlFigureAt *at, YlDerivation *node)
{
  yl_derivation_set_how (node, "%s用途为“%s”的公共财政资金逐笔相加",
                         at->of[0] == YL_PAYER_PROVINCE ? "中央、省级" : "市级",
                         yl_purpose_get_name ((YlPurpose) at->of[1]));
}

#define BY(method) .when = is_method, .which = YL_PAYERS_BY_##method
#define AMOUNT                                                                                     \
  "payers.*.*.amount_fen", "*1级承担的*资金", YL_FIGURE_FEN,                                       \
      OVER (YL_OVER_BEARER, YL_OVER_PURPOSE), .get = get_paid

static const YlFigure rows[] = {
  { AMOUNT, ONLY_BOTH (YL_PAYER_COUNTY, YL_PURPOSE_DAILY), BY (GRANTS),
    SAME_AS (TERM ("daily.county_gap_fen")), .how = "县级补足上级补助之外的资金缺口" },
  { AMOUNT, ONLY_SECOND (YL_PURPOSE_DAILY), BY (GRANTS),
    SUM_OF (EACH (GRANT_SOURCE, "sources[*].amount_fen")), .report = report_grants },
  { AMOUNT, ONLY_BOTH (YL_PAYER_PROVINCE, YL_PURPOSE_DAILY), BY (STACK),
    SUM_OF_ROADS (province_fen),
    .how = "每个路段的计费里程 × *1级每公里承担标准，四舍五入到分后相加" },
  { AMOUNT, ONLY_BOTH (YL_PAYER_CITY, YL_PURPOSE_DAILY), BY (STACK), SUM_OF_ROADS (city_fen),
    .how = "每个路段的计费里程 × *1级每公里承担标准，四舍五入到分后相加" },
  { AMOUNT, ONLY_SECOND (YL_PURPOSE_DAILY), .when = is_before_shares,
    SUM_OF (EACH (GRANT_SOURCE, "sources[*].amount_fen")), .report = report_grants },
  { AMOUNT, ONLY_SECOND (YL_PURPOSE_DAILY), BY (SHARE), .step = YL_STEP_SPLIT,
    .terms = { TERM ("payers.*.*.base_fen") }, .value = find_share, .basis = find_share,
    .how = "测算基数 × *1级分担比例，按最大余数法一次分配到分",
    .how_without = "政策没有规定*1级分担比例，不承担", .report = report_split },
  /* Of a stack, and of every purpose but the daily, the county pays what is left. */
  { AMOUNT, ONLY (YL_PAYER_COUNTY),
    SUM_OF (TERM ("payers.*.*.base_fen"), EACH (BEARER_BEFORE, "-payers.*.*.amount_fen")),
    .how = "预算数减去省、市承担的部分" },
  { AMOUNT, SMALLER_OF (TERM ("payers.*.*.grants_fen"), TERM ("payers.*.*.open_fen")),
    .how = "上级同用途补助，以尚未落实的预算数为限" },
  { "payers.*.*.grants_fen", "上级同用途补助", YL_FIGURE_FEN,
    OVER (YL_OVER_BEARER, YL_OVER_PURPOSE), .is_inner = TRUE,
    SUM_OF (EACH (GRANT_SOURCE, "sources[*].amount_fen")), .report = report_grants },
  { "payers.*.*.open_fen", "尚未由上级承担的预算数", YL_FIGURE_FEN,
    OVER (YL_OVER_BEARER, YL_OVER_PURPOSE), .is_inner = TRUE,
    SUM_OF (TERM ("payers.*.*.base_fen"), EACH (BEARER_BEFORE, "-payers.*.*.amount_fen")),
    .how = "预算数减去前面各级承担的部分" },
  { "payers.*.*.base_fen", "*资金测算基数", YL_FIGURE_FEN, OVER (YL_OVER_BEARER, YL_OVER_PURPOSE),
    ONLY_SECOND (YL_PURPOSE_DAILY), .when = yl_is_shared, SUM_OF (TERM ("daily.shared_fen")),
    .how = "政策规定由各级按比例分担的数" },
  { "payers.*.*.base_fen", "*资金测算基数", YL_FIGURE_FEN, OVER (YL_OVER_BEARER, YL_OVER_PURPOSE),
    ONLY_SECOND (YL_PURPOSE_DAILY), SUM_OF (TERM ("daily.standard_fen")),
    .how = "这一用途的本年预算数" },
  { "payers.*.*.base_fen", "*资金测算基数", YL_FIGURE_FEN, OVER (YL_OVER_BEARER, YL_OVER_PURPOSE),
    SUM_OF (EACH (PURPOSE_LINE, "demand.*.amount_fen")), .how = "这一用途的本年预算数" },
  { "payers.*.all_fen", "*级承担合计（全部用途）", YL_FIGURE_FEN, OVER (YL_OVER_BEARER),
    SUM_OF (EACH (PAID_PURPOSE, "payers.*.*.amount_fen")), .how = "各用途承担金额相加" },
  { "payers_fen", "各级承担合计", YL_FIGURE_FEN, SUM_OF (TERM ("payers.*.all_fen")),
    .how = "省、市、县承担金额相加" },
  { "payers.*.daily.share_ppm", "分担比例", YL_FIGURE_PPM, OVER (YL_OVER_BEARER), .when = is_split,
    .step = YL_STEP_SAME, .value = find_share, .how = "政策规定的*级分担比例" },
  { "payers.*.daily.whole_fen", "最大余数法：取整（分）", YL_FIGURE_COUNT, OVER (YL_OVER_BEARER),
    .when = is_split, GOT (get_part, YlSharePart, whole), .step = YL_STEP_STATED,
    .how = "测算基数（分）× *级分担比例，舍去不足一分的部分" },
  { "payers.*.daily.rest", "最大余数法：余数（百万分之一分）", YL_FIGURE_COUNT,
    OVER (YL_OVER_BEARER), .when = is_split, GOT (get_part, YlSharePart, rest),
    .step = YL_STEP_STATED,
    .how = "测算基数（分）× *级分担比例，不足一分的部分；余数大的先分得剩余的分" },
};

const YlFigureTable yl_figures_of_payers = { rows, G_N_ELEMENTS (rows) };
