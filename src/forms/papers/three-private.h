#pragma once

#include "audit-book-private.h"

G_BEGIN_DECLS

/* The columns of 三表核对; its bridge shares them. */
enum
{
  YL_THREE_ORDINAL,
  YL_THREE_NAME,
  YL_THREE_PURPOSE,
  YL_THREE_APPROVED,
  YL_THREE_PAID,
  YL_THREE_PUBLISHED,
  YL_THREE_PAID_MORE,
  YL_THREE_PUBLISHED_MORE,
  YL_THREE_UNIT,
  YL_THREE_RESULT,
  YL_THREE_WRITTEN,
  YL_THREE_MATCH,
  YL_THREE_PLACE,
  YL_THREE_N_COLUMNS,
};

/** yl_paper_write_three_bridge: from the approved total to the published one; the rows of the table
 * begin at @first_row, @n_shown of them, and its total stands in the current row. */
void
yl_paper_write_three_bridge (YlPapers *papers, YlSheet *sheet, guint32 first_row, guint n_shown);

G_END_DECLS
