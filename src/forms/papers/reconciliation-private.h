#pragma once

#include "audit-book-private.h"

G_BEGIN_DECLS

/* 差异分解 while it is written. */
typedef struct
{
  YlPapers *papers;
  YlTable *steps;
  YlSheet *sheet;
  gint64 difference_fen; /* stated − recomputed */
  gint64 rest_fen;       /* what the steps leave of it */
  guint32 first_row;     /* of the reconciliation: that of the stated total */
} YlReconciliationPaper;

/** yl_paper_draw_waterfall: the reconciliation as columns that hang between the totals, and the table that
 * they are drawn from. */
void yl_paper_draw_waterfall (YlReconciliationPaper *paper);

G_END_DECLS
