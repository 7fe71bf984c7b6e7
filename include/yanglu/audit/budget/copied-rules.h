#pragma once

#include "yanglu/audit/budget/figure-rules.h"
#include "yanglu/base/money.h"

G_BEGIN_DECLS

/** The length of a row that states none. */
#define YL_COPIED_NO_LENGTH (-1)

/** An amount of one row, to be held against those of other rows. */
typedef struct
{
  YlFigurePlace place;
  YlMoney amount;
  gint64 length_m; /* the kilometres that explain it; YL_COPIED_NO_LENGTH: none stated */
} YlCopiedFigure;

/**
 * yl_figures_check_copied: C06: the same odd amount on at least @n_rows rows that have nothing to do
 * with each other: rows of the same length come to the same amount by the same rate, so they count
 * as one; so does no multiple of @round, and no zero. One finding an amount, at its second row; at
 * stake: the amount.
 * @figures: (array length=n_figures): of one column
 * @round: multiples of it are round figures; zero: none is
 */
void yl_figures_check_copied (const YlCopiedFigure *figures,
                              gsize n_figures,
                              gint64 n_rows,
                              YlMoney round,
                              YlFindings *findings);

G_END_DECLS
