#include "explain-private.h"

#include "yanglu/calc/shares.h"

#include <string.h>

/* Those who pay, in payer order: the province speaks for the centre too. */
static const YlPayer bearers[] = { YL_PAYER_PROVINCE, YL_PAYER_CITY, YL_PAYER_COUNTY };
#define N_BEARERS G_N_ELEMENTS (bearers)

static gboolean
is_bearer (guint payer)
{
  return payer == YL_PAYER_PROVINCE || payer == YL_PAYER_CITY || payer == YL_PAYER_COUNTY;
}

static gint64
paid_fen (const YlExplain *explain, guint payer, guint purpose)
{
  const GArray *lines = explain->figures->payers;
  for (guint i = 0; i < lines->len; i++)
    {
      const YlPayerLine *line = &g_array_index (lines, YlPayerLine, i);
      if (line->payer == payer && line->purpose == purpose)
        return line->amount_fen;
    }
  return 0;
}

static char *
make_key (guint payer, guint purpose, const char *figure)
{
  return g_strdup_printf ("payers.%s.%s.%s", yl_payer_get_key ((YlPayer) payer),
                          yl_purpose_get_key ((YlPurpose) purpose), figure);
}

static void
add_base (const YlExplain *explain, YlDerivation *node, guint payer, guint purpose)
{
  g_autofree char *key = make_key (payer, purpose, "base_fen");
  yl_explain_add (explain, node, key, 1);
}

/* What the levels before @payer pay of @purpose is not for @payer. */
static void
subtract_others (const YlExplain *explain, YlDerivation *node, guint payer, guint purpose)
{
  for (guint i = 0; bearers[i] < payer; i++)
    {
      g_autofree char *key = make_key (bearers[i], purpose, "amount_fen");
      yl_explain_add (explain, node, key, -1);
    }
}

/* The public money of a level for @purpose, as a figure of its own. */
static YlDerivation *
explain_grants (const YlExplain *explain, guint payer, guint purpose, const char *key)
{
  const GArray *sources = explain->entry->sources;
  YlDerivation *node = yl_derivation_new (key, "上级同用途补助", YL_FIGURE_FEN, 0, YL_STEP_SUM);
  yl_derivation_set_how (node, "%s用途为“%s”的公共财政资金逐笔相加",
                         payer == YL_PAYER_PROVINCE ? "中央、省级" : "市级",
                         yl_purpose_get_name ((YlPurpose) purpose));
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      const guint level = source->level == YL_PAYER_CENTRAL ? YL_PAYER_PROVINCE : source->level;
      if (level != payer || source->purpose != purpose || !yl_source_is_public (source))
        continue;
      g_autofree char *source_key = g_strdup_printf ("sources[%u].amount_fen", i + 1);
      yl_explain_add (explain, node, source_key, 1);
      node->units += source->amount.fen;
    }
  return node;
}

static YlSharePart *
work_shares (const YlExplain *explain)
{
  gint64 weights[N_BEARERS];
  for (guint i = 0; i < N_BEARERS; i++)
    {
      const YlPolicyValue *share =
          yl_policy_find (explain->policy, YL_GROUP_PAYER_SHARE, explain->area, bearers[i]);
      weights[i] = share == NULL ? 0 : share->value;
    }
  return yl_shares_work (explain->figures->daily.standard_fen, weights, N_BEARERS, NULL);
}

static const YlSharePart *
find_share (const YlSharePart *parts, guint payer)
{
  for (guint i = 0; parts != NULL && i < N_BEARERS; i++)
    if (bearers[i] == payer)
      return &parts[i];
  return NULL;
}

static void
note_left_over (const YlExplain *explain, YlDerivation *node, guint payer)
{
  g_autofree YlSharePart *parts = work_shares (explain);
  const YlSharePart *own = find_share (parts, payer);
  if (own == NULL)
    return;
  g_autofree char *whole = yl_money_to_grouped ((YlMoney){ own->whole });
  yl_derivation_note (
      node, "最大余数法：基数 × 比例取整到分得 %s 元，余 %" G_GINT64_FORMAT " 个百万分之一分；%s。",
      whole, own->rest,
      own->part > own->whole ? "余数排在前面，分得剩余的 1 分" : "没有分得剩余的分");
  for (guint i = 0; i < N_BEARERS; i++)
    if (parts[i].part > parts[i].whole && bearers[i] != payer)
      yl_derivation_note (node, "剩余的分给了%s级（余数 %" G_GINT64_FORMAT " 更大）。",
                          yl_payer_get_name (bearers[i]), parts[i].rest);
}

static void
explain_by_share (const YlExplain *explain, YlDerivation *node, guint payer)
{
  const YlPolicyValue *share =
      yl_policy_find (explain->policy, YL_GROUP_PAYER_SHARE, explain->area, payer);
  node->step = YL_STEP_SPLIT;
  node->basis = share;
  yl_derivation_set_how (node, "日常养护标准总额 × %s级分担比例，按最大余数法一次分配到分",
                         yl_payer_get_name ((YlPayer) payer));
  if (share == NULL)
    {
      node->step = YL_STEP_STATED;
      yl_derivation_set_how (node, "政策没有规定%s级分担比例，不承担",
                             yl_payer_get_name ((YlPayer) payer));
      return;
    }
  add_base (explain, node, payer, YL_PURPOSE_DAILY);
  if (explain->is_brief)
    return;
  yl_derivation_add (node, yl_explain_policy_value (share), 1);
  note_left_over (explain, node, payer);
}

static void
explain_rest (const YlExplain *explain, YlDerivation *node, guint payer, guint purpose)
{
  yl_derivation_set_how (node, "预算数减去省、市承担的部分");
  add_base (explain, node, payer, purpose);
  subtract_others (explain, node, payer, purpose);
}

/* By grants: the county closes the gap, the others pay what they granted. */
static YlDerivation *
explain_by_grants (const YlExplain *explain, guint payer, const char *key)
{
  if (payer != YL_PAYER_COUNTY)
    return explain_grants (explain, payer, YL_PURPOSE_DAILY, key);
  YlDerivation *node = yl_derivation_new (key, "", YL_FIGURE_FEN,
                                          explain->figures->daily.county_gap_fen, YL_STEP_SAME);
  yl_derivation_set_how (node, "县级补足上级补助之外的资金缺口");
  yl_explain_add (explain, node, "daily.county_gap_fen", 1);
  return node;
}

static YlDerivation *
explain_daily (const YlExplain *explain, guint payer, const char *key)
{
  const gint64 units = paid_fen (explain, payer, YL_PURPOSE_DAILY);
  if (explain->figures->payers_method == YL_PAYERS_BY_GRANTS)
    return explain_by_grants (explain, payer, key);
  if (explain->figures->payers_method == YL_PAYERS_BY_STACK && payer != YL_PAYER_COUNTY)
    {
      YlDerivation *rows = yl_explain_row_sum (explain, key);
      yl_derivation_set_how (rows, "每个路段的计费里程 × %s级每公里承担标准，四舍五入到分后相加",
                             yl_payer_get_name ((YlPayer) payer));
      return rows;
    }
  YlDerivation *node = yl_derivation_new (key, "", YL_FIGURE_FEN, units, YL_STEP_SUM);
  if (explain->figures->payers_method == YL_PAYERS_BY_STACK)
    explain_rest (explain, node, payer, YL_PURPOSE_DAILY);
  else
    explain_by_share (explain, node, payer);
  return node;
}

/* For another purpose grants pay what is open of it, the county the rest. */
static YlDerivation *
explain_other (const YlExplain *explain, guint payer, guint purpose, const char *key)
{
  YlDerivation *node =
      yl_derivation_new (key, "", YL_FIGURE_FEN, paid_fen (explain, payer, purpose), YL_STEP_SUM);
  if (payer == YL_PAYER_COUNTY)
    {
      explain_rest (explain, node, payer, purpose);
      return node;
    }
  node->step = YL_STEP_SMALLER;
  yl_derivation_set_how (node, "上级同用途补助，以尚未落实的预算数为限");
  if (explain->is_brief)
    return node;
  YlDerivation *open =
      yl_derivation_new ("", "尚未由上级承担的预算数", YL_FIGURE_FEN, 0, YL_STEP_SUM);
  yl_derivation_set_how (open, "预算数减去前面各级承担的部分");
  add_base (explain, open, payer, purpose);
  subtract_others (explain, open, payer, purpose);
  for (guint i = 0; i < open->parts->len; i++)
    open->units += yl_derivation_get_part (open, i)->sign * yl_derivation_get_part (open, i)->units;
  yl_derivation_add (node, explain_grants (explain, payer, purpose, ""), 1);
  yl_derivation_add (node, open, 1);
  return node;
}

static YlDerivation *
explain_amount (const YlExplain *explain, const YlKeyValues *values, const char *key)
{
  YlDerivation *node = values->purpose == YL_PURPOSE_DAILY
                           ? explain_daily (explain, values->payer, key)
                           : explain_other (explain, values->payer, values->purpose, key);
  g_free (node->name);
  node->name = g_strdup_printf ("%s级承担的%s资金", yl_payer_get_name ((YlPayer) values->payer),
                                yl_purpose_get_name ((YlPurpose) values->purpose));
  return node;
}

static YlDerivation *
explain_base (const YlExplain *explain, guint purpose, const char *key)
{
  const GArray *demand = explain->figures->demand;
  g_autofree char *name =
      g_strdup_printf ("%s资金测算基数", yl_purpose_get_name ((YlPurpose) purpose));
  YlDerivation *node = yl_derivation_new (key, name, YL_FIGURE_FEN, 0, YL_STEP_SUM);
  yl_derivation_set_how (node, "这一用途的本年预算数");
  if (purpose == YL_PURPOSE_DAILY)
    {
      node->units = explain->figures->daily.standard_fen;
      yl_explain_add (explain, node, "daily.standard_fen", 1);
      return node;
    }
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      g_autofree char *line_key = g_strdup_printf ("demand.%s.amount_fen", line->code);
      if (line->purpose != purpose)
        continue;
      node->units += line->amount_fen;
      yl_explain_add (explain, node, line_key, 1);
    }
  return node;
}

/* The helper cells of the split: share, whole fen, what was cut off. */
static YlDerivation *
explain_helper (const YlExplain *explain, guint payer, const char *figure, const char *key)
{
  g_autofree YlSharePart *parts = work_shares (explain);
  const YlSharePart *own = find_share (parts, payer);
  const char *level = yl_payer_get_name ((YlPayer) payer);
  if (own == NULL)
    return NULL;
  if (strcmp (figure, "share_ppm") == 0)
    {
      const YlPolicyValue *share =
          yl_policy_find (explain->policy, YL_GROUP_PAYER_SHARE, explain->area, payer);
      YlDerivation *same = yl_derivation_new (key, "分担比例", YL_FIGURE_PPM,
                                              share == NULL ? 0 : share->value, YL_STEP_SAME);
      yl_derivation_set_how (same, "政策规定的%s级分担比例", level);
      yl_derivation_add (same, yl_explain_policy_value (share), 1);
      same->step = share == NULL ? YL_STEP_STATED : YL_STEP_SAME;
      return same;
    }
  const gboolean is_whole = strcmp (figure, "whole_fen") == 0;
  YlDerivation *node = yl_derivation_new (
      key, is_whole ? "最大余数法：取整（分）" : "最大余数法：余数（百万分之一分）",
      YL_FIGURE_COUNT, is_whole ? own->whole : own->rest, YL_STEP_STATED);
  yl_derivation_set_how (node,
                         is_whole ? "测算基数（分）× %s级分担比例，舍去不足一分的部分"
                                  : "测算基数（分）× %s级分担比例，不足一分的部分；"
                                    "余数大的先分得剩余的分",
                         level);
  return node;
}

static YlDerivation *
explain_all_of (const YlExplain *explain, guint payer, const char *key)
{
  const GArray *lines = explain->figures->payers;
  g_autofree char *name =
      g_strdup_printf ("%s级承担合计（全部用途）", yl_payer_get_name ((YlPayer) payer));
  YlDerivation *node = yl_derivation_new (key, name, YL_FIGURE_FEN, 0, YL_STEP_SUM);
  yl_derivation_set_how (node, "各用途承担金额相加");
  for (guint i = 0; i < lines->len; i++)
    {
      const YlPayerLine *line = &g_array_index (lines, YlPayerLine, i);
      g_autofree char *line_key = make_key (line->payer, line->purpose, "amount_fen");
      if (line->payer != payer)
        continue;
      node->units += line->amount_fen;
      yl_explain_add (explain, node, line_key, 1);
    }
  return node;
}

static YlDerivation *
explain_total (const YlExplain *explain, const char *key)
{
  const GArray *lines = explain->figures->payers;
  YlDerivation *node = yl_derivation_new (key, "各级承担合计", YL_FIGURE_FEN, 0, YL_STEP_SUM);
  yl_derivation_set_how (node, "省、市、县承担金额相加");
  for (guint i = 0; i < N_BEARERS; i++)
    {
      g_autofree char *payer_key =
          g_strdup_printf ("payers.%s.all_fen", yl_payer_get_key (bearers[i]));
      yl_explain_add (explain, node, payer_key, 1);
    }
  for (guint i = 0; i < lines->len; i++)
    node->units += g_array_index (lines, YlPayerLine, i).amount_fen;
  return node;
}

YlDerivation *
yl_explain_payers (const YlExplain *explain, const char *key)
{
  static const char *const helpers[] = { "share_ppm", "whole_fen", "rest" };
  YlKeyValues values;
  if (strcmp (key, "payers_fen") == 0)
    return explain_total (explain, key);
  if (yl_key_match ("payers.%p.all_fen", key, &values) && is_bearer (values.payer))
    return explain_all_of (explain, values.payer, key);
  if (yl_key_match ("payers.%p.%u.amount_fen", key, &values) && is_bearer (values.payer))
    return explain_amount (explain, &values, key);
  if (yl_key_match ("payers.%p.%u.base_fen", key, &values) && is_bearer (values.payer))
    return explain_base (explain, values.purpose, key);
  for (guint i = 0; i < G_N_ELEMENTS (helpers); i++)
    {
      g_autofree char *pattern = g_strconcat ("payers.%p.daily.", helpers[i], NULL);
      if (yl_key_match (pattern, key, &values) && is_bearer (values.payer))
        return explain_helper (explain, values.payer, helpers[i], key);
    }
  return NULL;
}
