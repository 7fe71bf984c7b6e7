#pragma once

#include "price-private.h"

G_BEGIN_DECLS

/** So many columns of a workbook are priced, each by working the whole out without it; what the
 * others come to is unknown. */
#define YL_MAX_PRICED_COLUMNS 24u

/** What a column that was put in or taken out comes to. */
typedef struct
{
  gboolean is_known;
  gboolean is_summed;  /* a formula takes it in with its neighbours, be it kilometres */
  gint64 at_stake_fen; /* as found less as it should be */
  gint64 total_fen;    /* what of it reaches the total of the budget */
} YlColumnEffect;

/** yl_book_price_added_column: what the total, else a sum of the same sheet, has more by the found
 * @column: 0 when no sum reaches over it. */
void yl_book_price_added_column (YlBookPricing *pricing,
                                 const YlSheetPair *pair,
                                 guint column,
                                 YlColumnEffect *out_effect);

/** yl_book_price_removed_column: what the total loses without the planned @column, else the figure
 * that loses most. */
void yl_book_price_removed_column (YlBookPricing *pricing,
                                   const YlSheetPair *pair,
                                   guint column,
                                   YlColumnEffect *out_effect);

G_END_DECLS
