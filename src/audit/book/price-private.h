#pragma once

#include "match-private.h"

#include "yanglu/audit/formula/recalculate.h"
#include "yanglu/domain/budget.h"
#include "yanglu/domain/finding.h"

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
  GArray *referred;         /* (nullable): see moves.c */
} YlBookPricing;

/** What a difference, or a column that was put in or taken out, comes to. */
typedef struct
{
  gboolean is_known;   /* FALSE: it cannot be computed */
  gint64 at_stake_fen; /* as found less as it should be */
  gint64 total_fen;    /* what of it reaches the total of the budget */
  char *gainer;        /* (nullable) owned: who has more by it */
  char *recipients;    /* (nullable) owned: who is paid more or less by it, by name and yuan */
  char *moves;      /* (nullable) owned: the total stays; the figures that move, by name and yuan */
  const char *only; /* (nullable): the one recipient that there is */
  gboolean is_moved;    /* the money goes to somebody else, the total stays */
  gboolean is_owed;     /* it is what the county has to find that changes, the total stays */
  gboolean is_compared; /* every figure of money was, so that 0 says that none moves */
  gboolean has_code;    /* a rule of sources is broken by it: @code */
  YlCode code;
  gboolean is_summed; /* a formula takes the column in with its neighbours, be it kilometres */
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

/** yl_book_work_out_fen: the yuan that the cell of @book comes to, whatever was saved. */
gboolean yl_book_work_out_fen (YlRecalculation *book, const YlBookPlace *place, gint64 *out_fen);
/** yl_book_measure_at: what a planned cell comes to more while one cell is as it was found. Returns:
 * %FALSE when it comes to no money */
gboolean yl_book_measure_at (const YlBookPricing *pricing, YlBookPlace place, gint64 *out_fen);

/** A figure of money that is another one while one cell is as it was found. */
typedef struct
{
  const YlFigureRange *range;
  guint32 row;
  guint order; /* of the plan */
  gint64 fen;  /* as found less as planned */
} YlBookMove;

/** yl_book_is_referred: whether any planned formula looks at the column. */
gboolean yl_book_is_referred (YlBookPricing *pricing, const char *sheet, guint column);
/** yl_book_find_moves: (transfer full) (element-type YlBookMove): the largest first: payers, purposes,
 * funds, townships, payees, packages, land, what is unfunded, what is published, the totals. Rows of
 * roads and bridges are not among them. */
GArray *yl_book_find_moves (const YlBookPricing *pricing);
/** yl_book_name_moves: (transfer full): "“资金来源”省，合计 −743,161.00，“资金来源”市，合计
 * +743,161.00" */
char *yl_book_name_moves (const YlBookPricing *pricing, const GArray *moves);
/** yl_book_find_winner: (transfer full) (nullable): the party in whose row most is more; else the payer
 * who pays less. @moves: not empty */
char *yl_book_find_winner (const YlBookPricing *pricing, const GArray *moves);

/** yl_book_find_source: (nullable): the grant whose row of 资金来源 holds the planned cell. */
const YlSource *yl_book_find_source (const YlBookPricing *pricing, const char *sheet, guint32 row);
/** yl_book_find_broken_rule: the rule of sources that the grant breaks with @found in the place of
 * @planned, its level, purpose, fund or kind. Returns: %FALSE when none more than before */
gboolean yl_book_find_broken_rule (const YlBookPricing *pricing,
                                   const YlSource *source,
                                   const char *planned,
                                   const char *found,
                                   YlCode *out_code);

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
