#pragma once

#include "audit-book-private.h"

G_BEGIN_DECLS

#define YL_PAPER_PROJECT "农村公路养护预算审计"
#define YL_PAPER_COLOUR 0x1F4E79

/* The tables of 结论; they know its columns. */

/** yl_paper_write_heaviest: the findings with the largest amounts. */
void yl_paper_write_heaviest (YlPapers *papers, YlSheet *sheet);
/** yl_paper_write_sums: what each rule puts at stake, and beside it who gains; returns the chart of
 * it, not yet placed. */
lxw_chart *yl_paper_write_sums (YlPapers *papers, YlSheet *sheet);
/** yl_paper_set_bars: a chart of lying bars, the first on top, with their amounts, without legend. */
void yl_paper_set_bars (lxw_chart *chart, lxw_chart_series *series);

G_END_DECLS
