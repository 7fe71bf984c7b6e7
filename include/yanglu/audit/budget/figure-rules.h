#pragma once

#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/** Where a figure stands, as a finding tells it; each may be %NULL or 0. */
typedef struct
{
  const char *file;
  const char *sheet;
  YlRowId row;
  const char *column; /* its head */
  const char *cell;   /* "D7" */
  const char *what;   /* "沙镇镇" : what the figure is of, for the message */
} YlFigurePlace;

/** yl_figure_report: adds @finding at @place with the severity of the rule book. @at_stake: (nullable):
 * %NULL when nobody can say. */
void yl_figure_report (const YlFigurePlace *place,
                       YlFinding finding,
                       const YlMoney *at_stake,
                       YlFindings *findings);

/**
 * yl_figure_check_percent: C02: a percentage that does not follow from @part ÷ @whole.
 * @percent: as stated, in units of its last decimal: 33.3% with one decimal is 333
 * @n_decimals: how many decimals are stated, at most 4
 *
 * Rounded or cut at the last decimal are both right. A whole of zero or less is not judged.
 */
void yl_figure_check_percent (const YlFigurePlace *place,
                              gint64 part,
                              gint64 whole,
                              gint64 percent,
                              guint n_decimals,
                              YlFindings *findings);

/** yl_figure_check_capital: C05: the amount in 大写 is not the one in figures. @text: the 大写 as
 * written. */
void yl_figure_check_capital (const YlFigurePlace *place,
                              YlMoney figure,
                              YlMoney capital,
                              const char *text,
                              YlFindings *findings);

/**
 * yl_figure_check_pool: C08: what was allotted is not the pool.
 * @parts: (array length=n_parts)
 * @tolerance: what they may differ
 */
void yl_figure_check_pool (const YlFigurePlace *place,
                           YlMoney pool,
                           const YlMoney *parts,
                           gsize n_parts,
                           YlMoney tolerance,
                           YlFindings *findings);

G_END_DECLS
