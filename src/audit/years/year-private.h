#pragma once

#include "yanglu/audit/years/reconciliation.h"
#include "yanglu/calc/price.h"

G_BEGIN_DECLS

/** What the pieces of a row have come to so far. */
typedef struct
{
  gint64 listed_m;
  gint64 paid_m;
  gint64 amount_fen;
  guint32 line; /* of the road that a piece was put to */
} YlYearPieces;

/** One of the two years. */
typedef struct
{
  const YlBudget *budget;
  const YlInventory *inventory;
  const YlFigures *figures;
  YlRateTable rates;
  YlYearPieces *pieces;    /* one a road */
  guint32 *township_lines; /* the line of each township of the figures */
} YlYear;

/** A reconciliation while it is made. */
typedef struct
{
  YlYear years[YL_N_SIDES];
  const YlRoadLinks *links;
  YlReconciliation *reconciliation;
  guint32 *road_lines;   /* the line of each route; YL_LINK_NONE before it has one */
  guint32 unrouted_line; /* of bridges whose route stands in no list */
  gboolean is_too_large; /* a sum did not fit; the work goes on and is thrown away */
} YlYearWork;

/** yl_year_add: adds @part to *@sum; a sum that does not fit marks the whole work. */
static inline void
yl_year_add (YlYearWork *work, gint64 *sum, gint64 part)
{
  if (__builtin_add_overflow (*sum, part, sum))
    work->is_too_large = TRUE;
}

/** yl_year_subtract: @from − @part, checked the same way. */
static inline gint64
yl_year_subtract (YlYearWork *work, gint64 from, gint64 part)
{
  gint64 difference = 0;
  if (__builtin_sub_overflow (from, part, &difference))
    work->is_too_large = TRUE;
  return difference;
}

/* lines.c */
/** yl_year_add_step: money and metres of @step, to the whole, and to the lines that are not %NULL. */
void yl_year_add_step (
    YlYearWork *work, YlYearLine *road, YlYearLine *township, YlYearStep step, YlYearAmount amount);

/** yl_year_add_move: @moved stands in another township now; nothing in all. Either may be %NULL. */
void yl_year_add_move (YlYearWork *work, YlYearLine *from, YlYearLine *to, YlYearAmount moved);

/** yl_year_price: @m at @rate, rounded. */
gint64 yl_year_price (YlYearWork *work, gint64 m, YlRate rate);

void yl_year_list_townships (YlYearWork *work);
/** yl_year_find_road: the line of @route, made of @road when it is the first. */
guint32 yl_year_find_road (YlYearWork *work, const YlYear *year, guint32 route, const YlRoad *road);
guint32 yl_year_find_unrouted (YlYearWork *work);
YlYearLine *yl_year_get_road (const YlYearWork *work, guint32 line);
YlYearLine *yl_year_get_township (const YlYearWork *work, const YlYear *year, guint32 township);
/** yl_year_sort_lines: the last step: line numbers hold no longer. */
void yl_year_sort_lines (YlYearWork *work);

void yl_year_add_roads (YlYearWork *work); /* roads.c */
/** yl_year_add_bridges: after the roads: bridges stand with theirs (bridges.c). */
void yl_year_add_bridges (YlYearWork *work);

G_END_DECLS
