#include "rows-private.h"

/* Sums that take in what the row sums come to: the same rows, under another name. */
static const YlRowSum beyond[] = {
  { "townships[%n].counted_m", "", YL_FIGURE_ROAD_M, YL_OF_TOWNSHIP, YL_ROAD_ADDS_COUNTED_M,
    YL_BRIDGE_ADDS_NOTHING, NULL, 0 },
  { "townships[%n].amount_fen", "", YL_FIGURE_FEN, YL_OF_TOWNSHIP, YL_ROAD_ADDS_AMOUNT,
    YL_BRIDGE_ADDS_AMOUNT, NULL, 0 },
  { "payees[%n].amount_fen", "", YL_FIGURE_FEN, YL_OF_PAYEE, YL_ROAD_ADDS_AMOUNT,
    YL_BRIDGE_ADDS_AMOUNT, NULL, 0 },
  { "packages[%n].amount_fen", "", YL_FIGURE_FEN, YL_OF_PACKAGE, YL_ROAD_ADDS_AMOUNT,
    YL_BRIDGE_ADDS_AMOUNT, NULL, 0 },
  { "daily.by_class.%c_fen", "", YL_FIGURE_FEN, YL_OF_CLASS, YL_ROAD_ADDS_AMOUNT,
    YL_BRIDGE_ADDS_NOTHING, NULL, 0 },
  { "daily.standard_fen", "", YL_FIGURE_FEN, YL_OF_ALL, YL_ROAD_ADDS_AMOUNT, YL_BRIDGE_ADDS_AMOUNT,
    NULL, 0 },
  { "demand_fen", "", YL_FIGURE_FEN, YL_OF_ALL, YL_ROAD_ADDS_AMOUNT, YL_BRIDGE_ADDS_AMOUNT, NULL,
    0 },
  { "sources_by_purpose.daily.demand_fen", "", YL_FIGURE_FEN, YL_OF_ALL, YL_ROAD_ADDS_AMOUNT,
    YL_BRIDGE_ADDS_AMOUNT, NULL, 0 },
  { "notice[%n].amount_fen", "", YL_FIGURE_FEN, YL_OF_PAYEE, YL_ROAD_ADDS_AMOUNT,
    YL_BRIDGE_ADDS_AMOUNT, NULL, 0 },
  { "schedule[%n].amount_fen", "", YL_FIGURE_FEN, YL_OF_PAYEE, YL_ROAD_ADDS_AMOUNT,
    YL_BRIDGE_ADDS_AMOUNT, NULL, 0 },
};

/* The feeds so far, by key. */
typedef struct
{
  const YlExplain *explain;
  const GArray *rows;
  GArray *feeds;
  GHashTable *places; /* key → place + 1 */
} Feeding;

static YlFeed *
find_feed (Feeding *feeding, const char *key, YlFigureUnit unit)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (feeding->places, key));
  if (place == 0)
    {
      const YlFeed feed = { .key = g_strdup (key), .how = "", .unit = unit };
      g_array_append_val (feeding->feeds, feed);
      place = feeding->feeds->len;
      g_hash_table_insert (feeding->places, g_strdup (key), GUINT_TO_POINTER (place));
    }
  return &g_array_index (feeding->feeds, YlFeed, place - 1);
}

static void
feed_sum (Feeding *feeding, const YlRowSum *sum)
{
  const YlExplain *explain = feeding->explain;
  for (guint i = 0; i < feeding->rows->len; i++)
    {
      const YlDerivationRow *row = &g_array_index (feeding->rows, YlDerivationRow, i);
      const gint64 units = row->kind == YL_ROW_ROAD
                               ? yl_road_adds_get (explain, sum->road, row->index)
                               : yl_bridge_adds_get (explain, sum->bridge, row->index);
      YlKeyValues values;
      if (units == 0 || !yl_row_values (explain, row, sum->of, &values))
        continue;
      g_autofree char *key = yl_key_make (sum->pattern, &values);
      find_feed (feeding, key, sum->unit)->part += units;
    }
}

static gint64
sum_amounts (const Feeding *feeding)
{
  gint64 sum_fen = 0;
  for (guint i = 0; i < feeding->rows->len; i++)
    {
      const YlDerivationRow *row = &g_array_index (feeding->rows, YlDerivationRow, i);
      sum_fen += row->kind == YL_ROW_ROAD
                     ? yl_road_adds_get (feeding->explain, YL_ROAD_ADDS_AMOUNT, row->index)
                     : yl_bridge_adds_get (feeding->explain, YL_BRIDGE_ADDS_AMOUNT, row->index);
    }
  return sum_fen;
}

static void
feed_once (Feeding *feeding, const char *key, gint64 part_fen, const char *how)
{
  YlFeed *feed = find_feed (feeding, key, YL_FIGURE_FEN);
  feed->part = part_fen;
  feed->how = how;
}

/* What is never below zero loses at most what it is. */
static void
feed_gap (Feeding *feeding, gint64 amount_fen)
{
  static const char *const how = "没有它，这个数会减少这么多（标准减少，而这个数不小于零）";
  const YlFigures *figures = feeding->explain->figures;
  const gint64 gap_fen = MIN (amount_fen, figures->daily.county_gap_fen);
  if (amount_fen == 0)
    return;
  feed_once (feeding, "daily.county_gap_fen", gap_fen, how);
  feed_once (feeding, "daily.unfunded_fen", MIN (amount_fen, figures->daily.unfunded_fen), how);
  if (figures->payers_method == YL_PAYERS_BY_GRANTS)
    feed_once (feeding, "payers.county.daily.amount_fen", gap_fen, how);
}

/* Shares divide the whole standard once, so that no row has a part of its own to the fen. */
static void
feed_payers (Feeding *feeding, gint64 amount_fen)
{
  static const YlPayer bearers[] = { YL_PAYER_PROVINCE, YL_PAYER_CITY, YL_PAYER_COUNTY };
  const YlFigures *figures = feeding->explain->figures;
  if (amount_fen == 0)
    return;
  for (guint i = 0; figures->payers_method == YL_PAYERS_BY_SHARE && i < G_N_ELEMENTS (bearers); i++)
    {
      g_autofree char *key =
          g_strdup_printf ("payers.%s.daily.base_fen", yl_payer_get_key (bearers[i]));
      feed_once (feeding, key, amount_fen,
                 "是分担的基数；各级分担按总额一次分配到分，不逐路段计算");
    }
  if (figures->payers_method != YL_PAYERS_BY_STACK)
    return;
  gint64 rest_fen = amount_fen;
  for (guint i = 0; i < feeding->rows->len; i++)
    {
      const YlDerivationRow *row = &g_array_index (feeding->rows, YlDerivationRow, i);
      if (row->kind == YL_ROW_ROAD)
        rest_fen -= yl_road_adds_get (feeding->explain, YL_ROAD_ADDS_PROVINCE, row->index)
                    + yl_road_adds_get (feeding->explain, YL_ROAD_ADDS_CITY, row->index);
    }
  feed_once (feeding, "payers.county.daily.amount_fen", rest_fen, "");
}

/* Names and wholes, once all feeds are known; what is no figure here, is
 * entered in the place of rows or takes nothing is left out. */
static void
name_feeds (const YlExplain *explain, GArray *feeds)
{
  for (guint i = feeds->len; i-- > 0;)
    {
      YlFeed *feed = &g_array_index (feeds, YlFeed, i);
      g_autoptr (YlDerivation) figure = yl_explain_key (explain, feed->key);
      if (figure == NULL || figure->step == YL_STEP_GIVEN || feed->part == 0)
        {
          g_array_remove_index (feeds, i);
          continue;
        }
      feed->name = g_strdup (figure->name);
      feed->whole = figure->units;
    }
}

GArray *
yl_explain_feeds (const YlBudget *budget, const GArray *rows)
{
  YlExplain explain;
  yl_explain_init (&explain, budget, TRUE);
  gsize n = 0;
  const YlRowSum *sums = yl_row_sums_get (&n);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Feeding feeding = { &explain, rows, yl_feeds_new (), places };
  for (gsize i = 0; i < n; i++)
    if (sums[i].get != NULL)
      feed_sum (&feeding, &sums[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (beyond); i++)
    feed_sum (&feeding, &beyond[i]);
  const gint64 amount_fen = sum_amounts (&feeding);
  feed_gap (&feeding, amount_fen);
  feed_payers (&feeding, amount_fen);
  name_feeds (&explain, feeding.feeds);
  return feeding.feeds;
}

static void
feed_recipients (Feeding *feeding, const YlDemandLine *line)
{
  const YlFigures *figures = feeding->explain->figures;
  guint n = figures->payees->len;
  for (guint i = 0; i < figures->demand->len; i++)
    {
      const YlDemandLine *other = &g_array_index (figures->demand, YlDemandLine, i);
      if (other->purpose == YL_PURPOSE_DAILY)
        continue;
      n++;
      if (other != line)
        continue;
      g_autofree char *notice = g_strdup_printf ("notice[%u].amount_fen", n);
      g_autofree char *schedule = g_strdup_printf ("schedule[%u].amount_fen", n);
      feed_once (feeding, notice, line->amount_fen, "");
      feed_once (feeding, schedule, line->amount_fen, "");
    }
}

GArray *
yl_explain_line_feeds (const YlBudget *budget, const char *code)
{
  YlExplain explain;
  yl_explain_init (&explain, budget, TRUE);
  const YlDemandLine *line = yl_explain_find_demand (&explain, code);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Feeding feeding = { &explain, NULL, yl_feeds_new (), places };
  if (line == NULL || line->purpose == YL_PURPOSE_DAILY)
    return feeding.feeds;
  g_autofree char *base =
      g_strdup_printf ("payers.county.%s.base_fen", yl_purpose_get_key (line->purpose));
  g_autofree char *demand =
      g_strdup_printf ("sources_by_purpose.%s.demand_fen", yl_purpose_get_key (line->purpose));
  feed_once (&feeding, "other_fen", line->amount_fen, "");
  feed_once (&feeding, "demand_fen", line->amount_fen, "");
  feed_once (&feeding, base, line->amount_fen, "是各级承担这一用途的测算基数");
  feed_once (&feeding, demand, line->amount_fen, "");
  feed_recipients (&feeding, line);
  name_feeds (&explain, feeding.feeds);
  return feeding.feeds;
}
