#pragma once

#include "match-private.h"

#include "yanglu/audit/formula/recalculate.h"
#include "yanglu/domain/budget.h"

G_BEGIN_DECLS

/** How a cell as found differs from the planned one. */
typedef enum
{
  YL_DIFFERENCE_INPUT,   /* another constant, or none */
  YL_DIFFERENCE_ADDED,   /* something where nothing should be */
  YL_DIFFERENCE_FIXED,   /* a constant, or nothing, in place of a formula */
  YL_DIFFERENCE_FORMULA, /* another formula; a formula in place of a constant */
  YL_DIFFERENCE_VALUE,   /* the formula is right, its stored value is another one */
} YlDifferenceKind;

/** One cell that differs. */
typedef struct
{
  YlDifferenceKind kind;
  const YlSheetPair *pair;
  guint32 found_row; /* where it stands, or would stand */
  guint32 planned_row;
  guint16 column;        /* as planned */
  const YlCell *found;   /* NULL: nothing stands there */
  const YlCell *planned; /* NULL: nothing should */
  gboolean is_left;      /* the planned formula, that did not follow the columns which it means */
  gboolean is_told;      /* with the others of its sheet */
} YlCellDifference;

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

/** What a difference, or a column that was put in or taken out, comes to. */
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
  gboolean is_summed;  /* a formula takes the column in with its neighbours, be it kilometres */
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

/** yl_book_describe_more: (transfer full): "多计 1,000.00 元", "少计 …" when @fen is below 0. */
char *yl_book_describe_more (gint64 fen);

/** yl_book_find_total: (nullable): where the total of the whole budget is summed up: below the lines
 * of demand; other sheets show it too, from other sums. */
const YlFigureRange *yl_book_find_total (const YlPlannedBook *plan);

/** yl_book_find_row_amount: (nullable): where the money of a planned row of roads or bridges
 * stands; @out_payee: (transfer none): who gets it. */
const YlFigureRange *yl_book_find_row_amount (const YlBookPricing *pricing,
                                              const char *sheet,
                                              guint32 row,
                                              const char **out_payee);

/** yl_book_price_added_column: what the total, else a sum of the same sheet, has more by the found
 * @column: 0 when no sum reaches over it. */
YlBookEffect
yl_book_price_added_column (YlBookPricing *pricing, const YlSheetPair *pair, guint column);

/** yl_book_price_removed_column: what the total loses without the planned @column, else the figure
 * that loses most. */
YlBookEffect
yl_book_price_removed_column (YlBookPricing *pricing, const YlSheetPair *pair, guint column);

G_END_DECLS
