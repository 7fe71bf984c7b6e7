#include "explain-private.h"

#include <string.h>

/* What is known of a payer's land revenue; a payer who entered nothing has zeros. */
typedef struct
{
  const YlExplain *explain;
  YlPayer payer;
  const YlLandEntry *entry; /* (nullable) */
  const YlLandLine *line;   /* (nullable) */
} Land;

static const YlPolicyValue *
find_value (const Land *land, YlLandKey key)
{
  return yl_policy_find (land->explain->policy, YL_GROUP_LAND_REVENUE, land->explain->area, key);
}

static Land
find_land (const YlExplain *explain, YlPayer payer)
{
  Land land = { explain, payer, NULL, NULL };
  const GArray *entries = explain->entry->land;
  const GArray *lines = explain->figures->land;
  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, YlLandEntry, i).payer == payer)
      land.entry = &g_array_index (entries, YlLandEntry, i);
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, YlLandLine, i).payer == payer)
      land.line = &g_array_index (lines, YlLandLine, i);
  return land;
}

static void
add (const Land *land, YlDerivation *node, const char *figure, int sign)
{
  g_autofree char *key = g_strdup_printf ("land.%s.%s", yl_payer_get_key (land->payer), figure);
  yl_explain_add (land->explain, node, key, sign);
}

static void
explain_income (const Land *land, YlDerivation *node)
{
  (void) land;
  node->step = YL_STEP_GIVEN;
  yl_derivation_set_how (node, "“土地出让收益”录入的收入，按当年实际缴入国库数");
}

static void
explain_cost (const Land *land, YlDerivation *node)
{
  yl_derivation_set_how (node, "八项成本性支出相加（财综〔2011〕62号）");
  for (guint i = 0; i < YL_N_LAND_COSTS; i++)
    {
      g_autofree char *figure = g_strdup_printf ("costs.%u_fen", i + 1);
      add (land, node, figure, 1);
    }
}

static void
explain_net (const Land *land, YlDerivation *node)
{
  node->step = YL_STEP_AT_LEAST_ZERO;
  node->basis = find_value (land, YL_LAND_BASIS);
  yl_derivation_set_how (node, "土地出让收入 − 成本性支出，小于零按零计");
  add (land, node, "income_fen", 1);
  add (land, node, "cost_fen", -1);
  if (land->line != NULL && land->line->is_negative)
    yl_derivation_note (node, "成本大于收入，净收益按零计。");
}

static void
explain_share (const Land *land, YlDerivation *node)
{
  const YlPolicyValue *share = find_value (land, YL_LAND_DEFAULT_SHARE);
  const gboolean has_default = share != NULL;
  if (land->line != NULL && land->line->is_share_chosen)
    {
      node->step = YL_STEP_GIVEN;
      yl_derivation_set_how (node, "“土地出让收益”录入时选定的比例");
      return;
    }
  share = has_default ? share : find_value (land, YL_LAND_MIN_SHARE);
  node->step = share == NULL ? YL_STEP_STATED : YL_STEP_SAME;
  yl_derivation_set_how (node, has_default ? "没有选定比例，取政策默认比例"
                                           : "没有选定比例，取政策规定范围的下限");
  yl_derivation_add (node, yl_explain_policy_value (share), 1);
}

/* Net revenue × share, once. */
static void
explain_product (const Land *land, YlDerivation *node, const char *share, const char *words)
{
  node->step = YL_STEP_PRODUCT;
  yl_derivation_set_how (node, "净收益 × %s，四舍五入到分，只舍入这一次", words);
  add (land, node, "net_fen", 1);
  add (land, node, share, 1);
}

static void
explain_due (const Land *land, YlDerivation *node)
{
  node->basis = find_value (land, YL_LAND_MIN_SHARE);
  explain_product (land, node, "share_ppm", "采用的计提比例");
  yl_derivation_note (node,
                      "基数是净收益（收入减成本），不是出让收入；资金用于农村公路建设和养护。");
}

static void
explain_min (const Land *land, YlDerivation *node)
{
  explain_product (land, node, "min_share_ppm", "计提比例下限");
}

static void
explain_max (const Land *land, YlDerivation *node)
{
  explain_product (land, node, "max_share_ppm", "计提比例上限");
}

static void
explain_booked (const Land *land, YlDerivation *node)
{
  const GArray *sources = land->explain->entry->sources;
  node->units = 0;
  yl_derivation_set_how (node, "“资金来源”中种类为“土地出让”的本级资金逐笔相加");
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      g_autofree char *key = g_strdup_printf ("sources[%u].amount_fen", i + 1);
      if (source->kind != YL_KIND_LAND || source->level != land->payer)
        continue;
      node->units += source->amount.fen;
      yl_explain_add (land->explain, node, key, 1);
    }
}

typedef struct
{
  const char *figure;
  const char *name;
  YlFigureUnit unit;
  gsize offset; /* in YlLandLine */
  void (*explain) (const Land *land, YlDerivation *node);
} LandFigure;

#define OFFSET(member) G_STRUCT_OFFSET (YlLandLine, member)

static const LandFigure figures[] = {
  { "income_fen", "土地出让收入", YL_FIGURE_FEN, OFFSET (income_fen), explain_income },
  { "cost_fen", "土地出让成本性支出合计", YL_FIGURE_FEN, OFFSET (cost_fen), explain_cost },
  { "net_fen", "土地出让收益（净额）", YL_FIGURE_FEN, OFFSET (net_fen), explain_net },
  { "share_ppm", "采用的计提比例", YL_FIGURE_PPM, OFFSET (share_ppm), explain_share },
  { "due_fen", "土地出让收益应计提数", YL_FIGURE_FEN, OFFSET (due_fen), explain_due },
  { "min_fen", "按比例下限测算的计提数", YL_FIGURE_FEN, OFFSET (min_fen), explain_min },
  { "max_fen", "按比例上限测算的计提数", YL_FIGURE_FEN, OFFSET (max_fen), explain_max },
  { "booked_fen", "资金来源中已列的土地出让资金", YL_FIGURE_FEN, OFFSET (booked_fen),
    explain_booked },
};

static char *
name_for (YlPayer payer, const char *name)
{
  return g_strdup_printf ("%s级%s", yl_payer_get_name (payer), name);
}

/* Without an entry the form shows zeros, and the share that would hold. */
static gint64
silent_units (const Land *land, const LandFigure *figure)
{
  if (strcmp (figure->figure, "share_ppm") != 0)
    return 0;
  const YlPolicyValue *share = find_value (land, YL_LAND_DEFAULT_SHARE);
  share = share != NULL ? share : find_value (land, YL_LAND_MIN_SHARE);
  return share == NULL ? 0 : share->value;
}

static YlDerivation *
explain_figure (const Land *land, const LandFigure *figure, const char *key)
{
  g_autofree char *name = name_for (land->payer, figure->name);
  const gint64 units = land->line == NULL ? silent_units (land, figure)
                                          : G_STRUCT_MEMBER (gint64, land->line, figure->offset);
  YlDerivation *node = yl_derivation_new (key, name, figure->unit, units, YL_STEP_SUM);
  figure->explain (land, node);
  if (land->line == NULL)
    yl_derivation_note (node, "%s级没有录入土地出让收支，按零列示。",
                        yl_payer_get_name (land->payer));
  return node;
}

static YlDerivation *
explain_one_cost (const Land *land, guint cost, const char *key)
{
  g_autofree char *name = name_for (land->payer, yl_land_cost_get_name (cost));
  YlDerivation *node =
      yl_derivation_new (key, name, YL_FIGURE_FEN,
                         land->entry == NULL ? 0 : land->entry->costs[cost].fen, YL_STEP_GIVEN);
  yl_derivation_set_how (node, "“土地出让收益”录入的成本性支出，按当年实际支付数");
  return node;
}

static YlDerivation *
explain_bound (const Land *land, YlLandKey which, const char *key)
{
  const YlPolicyValue *value = find_value (land, which);
  YlDerivation *node = yl_derivation_new (
      key, which == YL_LAND_MIN_SHARE ? "计提比例下限" : "计提比例上限", YL_FIGURE_PPM,
      value == NULL ? 0 : value->value, value == NULL ? YL_STEP_STATED : YL_STEP_SAME);
  yl_derivation_set_how (node, value == NULL ? "政策没有规定，按零计" : "取政策规定的比例");
  yl_derivation_add (node, yl_explain_policy_value (value), 1);
  return node;
}

static YlDerivation *
explain_short (const Land *land, const char *key)
{
  g_autofree char *name = name_for (land->payer, "土地出让收益计提差额");
  g_autofree char *booked = g_strdup_printf ("land.%s.booked_fen", yl_payer_get_key (land->payer));
  const gint64 due_fen = land->line == NULL ? 0 : land->line->due_fen;
  g_autoptr (YlDerivation) had = yl_explain_key (land->explain, booked);
  YlDerivation *node =
      yl_derivation_new (key, name, YL_FIGURE_FEN, due_fen - had->units, YL_STEP_SUM);
  yl_derivation_set_how (node, "应计提数 − 资金来源中已列数；大于零为少列");
  add (land, node, "due_fen", 1);
  add (land, node, "booked_fen", -1);
  return node;
}

YlDerivation *
yl_explain_land (const YlExplain *explain, const char *key)
{
  YlKeyValues values;
  if (!g_str_has_prefix (key, "land."))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *pattern = g_strconcat ("land.%p.", figures[i].figure, NULL);
      if (!yl_key_match (pattern, key, &values))
        continue;
      const Land land = find_land (explain, (YlPayer) values.payer);
      return explain_figure (&land, &figures[i], key);
    }
  if (yl_key_match ("land.%p.costs.%n_fen", key, &values) && values.n < YL_N_LAND_COSTS)
    {
      const Land land = find_land (explain, (YlPayer) values.payer);
      return explain_one_cost (&land, values.n, key);
    }
  const gboolean is_min = yl_key_match ("land.%p.min_share_ppm", key, &values);
  if (!is_min && !yl_key_match ("land.%p.max_share_ppm", key, &values)
      && !yl_key_match ("land.%p.short_fen", key, &values))
    return NULL;
  const Land land = find_land (explain, (YlPayer) values.payer);
  if (g_str_has_suffix (key, "short_fen"))
    return explain_short (&land, key);
  return explain_bound (&land, is_min ? YL_LAND_MIN_SHARE : YL_LAND_MAX_SHARE, key);
}
