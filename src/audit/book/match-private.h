#pragma once

#include "column-match-private.h"
#include "row-match-private.h"

#include "yanglu/audit/formula/compare.h"
#include "yanglu/domain/planned-book.h"

G_BEGIN_DECLS

/** A sheet as found and as planned. */
typedef struct
{
  const YlWorksheet *found; /* NULL: it is gone */
  const YlWorksheet *planned;
  YlColumnMatch *columns; /* NULL when it is gone */
  /* What was found, in the columns of the plan: without what was put in, and what was put behind the
   * last. The same as @found when every column stands where it was planned. */
  const YlWorksheet *straight;
  YlRowMatch *rows; /* NULL when it is gone */
} YlSheetPair;

/** YlBookMatch: which sheet, row and column as found is which as planned. */
typedef struct
{
  const YlWorkbook *found;
  const YlPlannedBook *plan;
  GArray *pairs;          /* of YlSheetPair: one a planned sheet, in the order of the plan */
  GPtrArray *additions;   /* of const YlWorksheet: found, but not planned */
  YlWorkbook *straighted; /* owned: the sheets of which columns stand elsewhere, put straight */
  gboolean has_moved_columns;
} YlBookMatch;

/** yl_book_match_new: the sheet of the name @passed_over is left out on both sides. */
YlBookMatch *
yl_book_match_new (const YlWorkbook *found, const YlPlannedBook *plan, const char *passed_over);
void yl_book_match_free (YlBookMatch *match);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlBookMatch, yl_book_match_free)

/** How the formula of a found cell does what the planned one does. */
typedef enum
{
  YL_FORMULA_SAME,
  YL_FORMULA_LEFT,  /* word by word as planned, though columns that it means stand elsewhere now */
  YL_FORMULA_OTHER, /* another one */
} YlFormulaLikeness;

/** yl_book_match_compare_formula: the same, when the references of @found have followed the rows and
 * columns that moved; rows they need not follow, for a program may move rows without looking at
 * formulas. */
YlFormulaLikeness yl_book_match_compare_formula (const YlBookMatch *match,
                                                 const YlSheetPair *pair,
                                                 const YlCell *found,
                                                 const YlCell *planned);

/** yl_book_match_is_reference: whether @found, what a defined name stands for, is what @planned
 * means. */
gboolean
yl_book_match_is_reference (const YlBookMatch *match, const char *found, const char *planned);

G_END_DECLS
