#pragma once

#include "difference-private.h"

#include "yanglu/audit/formula/recalculate.h"
#include "yanglu/domain/budget.h"

G_BEGIN_DECLS

/** YlBookPricing: what a difference costs, by working the planned workbook out with it. */
typedef struct
{
  const YlBookMatch *match;
  const YlBudget *budget;
  YlRecalculation *planned; /* the workbook as it should be, with one cell as it was found */
  YlRecalculation *found;   /* the workbook as it was found */
  guint n_totals;           /* how often the whole was worked out */
  guint max_totals;         /* how often it may be */
  guint n_columns;          /* how often without one of its columns */
} YlBookPricing;

/** What a difference comes to. */
typedef struct
{
  gboolean is_known;   /* FALSE: it cannot be computed */
  gint64 at_stake_fen; /* as found less as it should be */
  gint64 total_fen;    /* what of it reaches the total of the budget */
  char *gainer;        /* (nullable) owned: who has more by it */
  char *recipients;    /* (nullable) owned: who is paid more or less by it, by name and yuan */
  const char *only;    /* (nullable): the one recipient that there is */
  gboolean is_moved;   /* the money goes to somebody else, the total stays */
  gboolean is_owed;    /* it is what the county has to find that changes, the total stays */
} YlBookEffect;

void yl_book_effect_clear (YlBookEffect *effect);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YlBookEffect, yl_book_effect_clear)

void
yl_book_pricing_init (YlBookPricing *pricing, const YlBookMatch *match, const YlBudget *budget);
void yl_book_pricing_clear (YlBookPricing *pricing);

/** yl_book_price_difference: @out_effect is to be cleared. */
void yl_book_price_difference (YlBookPricing *pricing,
                               const YlCellDifference *difference,
                               YlBookEffect *out_effect);

/** yl_book_get_found_fen: the yuan of the cell that stands in a found row and the planned @column,
 * computed where no value was saved; 0 when the column is gone. */
gboolean yl_book_get_found_fen (
    YlBookPricing *pricing, const YlSheetPair *pair, guint32 row, guint column, gint64 *out_fen);
/** yl_book_get_found_value: the same as a value. */
YlCellValue yl_book_get_found_value (YlBookPricing *pricing,
                                     const YlSheetPair *pair,
                                     guint32 row,
                                     guint column);
/** yl_book_work_out: the same, computed whether or not a value was saved. */
YlCellValue
yl_book_work_out (YlBookPricing *pricing, const YlSheetPair *pair, guint32 row, guint column);
/** yl_book_value_to_fen: yuan as whole fen; nothing is 0. */
gboolean yl_book_value_to_fen (const YlCellValue *value, gint64 *out_fen);
/** yl_book_get_planned_fen: the yuan of a planned cell as planned. */
gboolean yl_book_get_planned_fen (
    const YlBookPricing *pricing, const char *sheet, guint32 row, guint column, gint64 *out_fen);

/** yl_book_get_changed_fen: the yuan of a planned cell while one cell is as it was found. */
gboolean yl_book_get_changed_fen (
    const YlBookPricing *pricing, const char *sheet, guint32 row, guint column, gint64 *out_fen);

/** yl_book_find_total: (nullable): where the total of the whole budget is summed up: below the lines
 * of demand; other sheets show it too, from other sums. */
const YlFigureRange *yl_book_find_total (const YlPlannedBook *plan);

/** yl_book_find_row_amount: (nullable): where the money of a planned row of roads or bridges
 * stands; @out_payee: (transfer none): who gets it. */
const YlFigureRange *yl_book_find_row_amount (const YlBookPricing *pricing,
                                              const char *sheet,
                                              guint32 row,
                                              const char **out_payee);

G_END_DECLS
