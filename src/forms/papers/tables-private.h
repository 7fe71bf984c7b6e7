#pragma once

#include "audit-book-private.h"

G_BEGIN_DECLS

#define YL_PAPER_PROJECT "农村公路养护预算审计"
#define YL_PAPER_COLOUR 0x1F4E79

/* The tables of 结论; they know its columns. */

/** yl_paper_write_heaviest: the findings with the largest amounts. */
void yl_paper_write_heaviest (YlPapers *papers, YlSheet *sheet);
/** yl_paper_write_sums: what each rule puts at stake, and beside it who gains, with a chart of it. */
void yl_paper_write_sums (YlPapers *papers, YlSheet *sheet);
/** yl_paper_place_bars: the one series of @bars as lying bars below the current row. */
void yl_paper_place_bars (YlSheet *sheet, const YlChart *bars);

G_END_DECLS
