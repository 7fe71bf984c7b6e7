#include "figures-private.h"

#include "yanglu/base/keyed-hash.h"

/* What roads and bridges, or a line of demand, are part of. */

typedef struct
{
  const YlFigureView *view;
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

/* What a row may be of: the one, or all from which the figure has to choose. */
static void
find_candidates (
    const Feeding *feeding, YlOver over, const YlDerivationRow *row, guint *first, guint *end)
{
  const gboolean is_one = yl_over_is_one (over);
  *first = is_one ? yl_over_find_row (feeding->view, over, row) : 0;
  *end = is_one ? *first + 1 : yl_over_count (feeding->view, over);
}

static void
feed_row (Feeding *feeding, const YlFigure *figure, const YlDerivationRow *row, gint64 units)
{
  guint first[YL_MAX_OVER];
  guint end[YL_MAX_OVER];
  YlFigureAt at = { feeding->view, figure, { 0 } };
  for (guint i = 0; i < YL_MAX_OVER; i++)
    find_candidates (feeding, figure->over[i], row, &first[i], &end[i]);
  for (at.of[0] = first[0]; at.of[0] < end[0]; at.of[0]++)
    for (at.of[1] = first[1]; at.of[1] < end[1]; at.of[1]++)
      {
        if (!yl_figure_is_there (&at) || !yl_row_is_of (&at, row))
          continue;
        g_autofree char *key = yl_figure_make_key (&at);
        find_feed (feeding, key, figure->unit)->part += units;
      }
}

/* The foot of a table, which neither calc keeps nor another figure needs, is fed by all anyhow. */
static void
feed_figure (Feeding *feeding, const YlFigure *figure)
{
  if (figure->get == NULL && figure->terms[0].key == NULL)
    return;
  for (guint i = 0; i < feeding->rows->len; i++)
    {
      const YlDerivationRow *row = &g_array_index (feeding->rows, YlDerivationRow, i);
      const gint64 units = yl_row_adds (feeding->view, figure, row);
      if (units != 0)
        feed_row (feeding, figure, row, units);
    }
}

static gint64
sum_rows (const Feeding *feeding, const char *key)
{
  const YlFigure *figure = yl_figure_find (key);
  gint64 sum = 0;
  for (guint i = 0; i < feeding->rows->len; i++)
    sum += yl_row_adds (feeding->view, figure, &g_array_index (feeding->rows, YlDerivationRow, i));
  return sum;
}

/* @how: "" where it simply adds to it. */
static void
feed_once (Feeding *feeding, const char *key, YlMembers members, gint64 part_fen, const char *how)
{
  g_autofree char *own = yl_figure_get_key (feeding->view->budget, key, members);
  YlFeed *feed = find_feed (feeding, own, YL_FIGURE_FEN);
  feed->part = part_fen;
  feed->how = how;
}

#define PAYER_OF(payer, purpose) ((YlMembers){ { payer, purpose } })
#define PAID "payers.*.*.amount_fen"
#define BASE "payers.*.*.base_fen"

/* What is never below zero loses at most what it is. */
static void
feed_gap (Feeding *feeding, gint64 amount_fen)
{
  static const char *const how = "没有它，这个数会减少这么多（标准减少，而这个数不小于零）";
  const YlFigures *figures = feeding->view->figures;
  const gint64 gap_fen = MIN (amount_fen, figures->daily.county_gap_fen);
  if (figures->payers_method != YL_PAYERS_BY_SHARE)
    feed_once (feeding, "daily.county_gap_fen", YL_NO_MEMBERS, gap_fen, how);
  feed_once (feeding, "daily.unfunded_fen", YL_NO_MEMBERS,
             MIN (amount_fen, figures->daily.unfunded_fen), how);
  if (figures->payers_method == YL_PAYERS_BY_GRANTS)
    feed_once (feeding, PAID, PAYER_OF (YL_PAYER_COUNTY, YL_PURPOSE_DAILY), gap_fen, how);
}

/* What the levels above the county pay of the roads by the kilometre. */
static gint64
sum_stacks (const Feeding *feeding)
{
  gint64 sum_fen = 0;
  for (guint i = 0; i < feeding->rows->len; i++)
    {
      const YlDerivationRow *row = &g_array_index (feeding->rows, YlDerivationRow, i);
      YlRoadAdds adds;
      if (row->kind != YL_ROW_ROAD)
        continue;
      yl_road_get_adds (feeding->view, row->index, &adds);
      sum_fen += adds.province_fen + adds.city_fen;
    }
  return sum_fen;
}

/* Shares divide the whole standard once, so that no row has a part of its own to the fen. */
static void
feed_payers (Feeding *feeding, gint64 amount_fen)
{
  static const char *const how = "是分担的基数；各级分担按总额一次分配到分，不逐路段计算";
  const YlFigureView *view = feeding->view;
  for (guint i = 0; i < YL_N_PAYERS; i++)
    if (view->figures->payers_method == YL_PAYERS_BY_SHARE && yl_over_has (view, YL_OVER_BEARER, i))
      feed_once (feeding, BASE, PAYER_OF (i, YL_PURPOSE_DAILY),
                 MIN (amount_fen, view->figures->daily.shared_fen), how);
  if (view->figures->payers_method == YL_PAYERS_BY_STACK)
    feed_once (feeding, PAID, PAYER_OF (YL_PAYER_COUNTY, YL_PURPOSE_DAILY),
               amount_fen - sum_stacks (feeding), "");
}

/* Names and wholes, once all feeds are known; what is entered in the place of rows, or takes
 * nothing, is left out. */
static void
name_feeds (Feeding *feeding)
{
  for (guint i = feeding->feeds->len; i-- > 0;)
    {
      YlFeed *feed = &g_array_index (feeding->feeds, YlFeed, i);
      YlFigureAt at;
      if (!yl_figure_read (feeding->view, feed->key, &at) || at.figure->step == YL_STEP_GIVEN
          || feed->part == 0)
        {
          g_array_remove_index (feeding->feeds, i);
          continue;
        }
      feed->name = yl_figure_fill (&at, at.figure->title);
      feed->whole = yl_figure_work (&at);
    }
}

GArray *
yl_explain_feeds (const YlBudget *budget, const GArray *rows)
{
  const YlFigureView view = yl_figure_view (budget);
  g_autoptr (GHashTable) places =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  Feeding feeding = { &view, rows, yl_feeds_new (), places };
  FOR_EACH_FIGURE (row)
    feed_figure (&feeding, row);
  const gint64 amount_fen = sum_rows (&feeding, "daily.standard_fen");
  if (amount_fen != 0)
    {
      feed_gap (&feeding, amount_fen);
      feed_payers (&feeding, amount_fen);
    }
  name_feeds (&feeding);
  return feeding.feeds;
}

/* Those who are paid @line, and how much of it each. */
static void
feed_recipients (Feeding *feeding, guint index, const YlDemandLine *line)
{
  const YlFigureView *view = feeding->view;
  const guint n = yl_over_count (view, YL_OVER_RECIPIENT);
  guint row = YL_LINE_NONE;
  for (guint i = view->figures->payees->len; i < n; i++)
    {
      if (yl_recipient_find_line (view, i, &row) != index
          || row == yl_over_count (view, YL_OVER_OTHER))
        continue;
      const YlMembers recipient = { { i } };
      const gint64 amount_fen =
          row == YL_LINE_NONE
              ? line->amount_fen
              : yl_figure_get_units (view->budget, "other[*].amount_fen", (YlMembers){ { row } });
      feed_once (feeding, "notice[*].amount_fen", recipient, amount_fen, "");
      feed_once (feeding, "schedule[*].amount_fen", recipient, amount_fen, "");
    }
}

static void
feed_line (Feeding *feeding, guint index, const YlDemandLine *line)
{
  feed_once (feeding, "other_fen", YL_NO_MEMBERS, line->amount_fen, "");
  feed_once (feeding, "demand_fen", YL_NO_MEMBERS, line->amount_fen, "");
  feed_once (feeding, BASE, PAYER_OF (YL_PAYER_COUNTY, line->purpose), line->amount_fen,
             "是各级承担这一用途的测算基数");
  feed_once (feeding, "sources_by_purpose.*.demand_fen", (YlMembers){ { line->purpose } },
             line->amount_fen, "");
  feed_recipients (feeding, index, line);
}

GArray *
yl_explain_line_feeds (const YlBudget *budget, const char *code)
{
  const YlFigureView view = yl_figure_view (budget);
  g_autoptr (GHashTable) places =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  Feeding feeding = { &view, NULL, yl_feeds_new (), places };
  for (guint i = 0; i < view.figures->demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (view.figures->demand, YlDemandLine, i);
      if (g_strcmp0 (line->code, code) == 0 && line->purpose != YL_PURPOSE_DAILY)
        feed_line (&feeding, i, line);
    }
  name_feeds (&feeding);
  return feeding.feeds;
}
