#pragma once

#include "audit-book-private.h"

G_BEGIN_DECLS

/** yl_paper_write_three_reconciliation: from the approved total to the published one; @n_shown rows of @table
 * are listed, and its total stands in the current row. */
void yl_paper_write_three_reconciliation (YlPapers *papers, const YlTable *table, guint n_shown);

G_END_DECLS
