#pragma once

#include "yanglu/domain/fund.h"

G_BEGIN_DECLS

/** Money of one row taken back by another. */
typedef struct
{
  YlRowId by_row; /* the row that takes it back: a negative one, or one that replaces a document */
  const char *by_name; /* owned by the source that it is the name of */
  YlRowId from_row;    /* 0: there was nothing to take it from */
  const char *from_name;
  YlMoney amount;
  YlMoney left;      /* of the row that it is taken from */
  gboolean is_named; /* the row says whose document it takes back */
} YlWithdrawal;

/**
 * yl_withdrawals_apply:
 * @sources: (element-type YlSource): rows with an amount below zero take money back
 *
 * A negative row lowers the grants of its level and purpose, public money or social money as it is
 * itself: those of the document that it names (替代文号), else the newest first, by the year in the
 * document and then by the row. A positive row that names another document replaces it: what that
 * document gave to the same level and purpose is taken back whole. Nothing falls below zero.
 * Afterwards @sources has no row below zero: a row is as much as is left of it.
 *
 * Returns: (transfer full) (element-type YlWithdrawal): what was taken from what, in the order of the
 *   rows; a row from which nothing could be taken, and the rest of one, has from_row 0
 */
GArray *yl_withdrawals_apply (GArray *sources);

G_END_DECLS
