#pragma once

#include "row-match-private.h"

#include "yanglu/audit/formula/compare.h"
#include "yanglu/domain/planned-book.h"

G_BEGIN_DECLS

/** A sheet as found and as planned. */
typedef struct
{
  const YlWorksheet *found; /* NULL: it is gone */
  const YlWorksheet *planned;
  YlRowMatch *rows; /* NULL when it is gone */
} YlSheetPair;

/** YlBookMatch: which sheet and row as found is which as planned. */
typedef struct
{
  const YlWorkbook *found;
  const YlPlannedBook *plan;
  GArray *pairs;        /* of YlSheetPair: one a planned sheet, in the order of the plan */
  GPtrArray *additions; /* of const YlWorksheet: found, but not planned */
  gboolean is_straight; /* no row stands elsewhere, no sheet has another name */
} YlBookMatch;

/** yl_book_match_new: the sheet of the name @passed_over is left out on both sides. */
YlBookMatch *
yl_book_match_new (const YlWorkbook *found, const YlPlannedBook *plan, const char *passed_over);
void yl_book_match_free (YlBookMatch *match);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlBookMatch, yl_book_match_free)

/** yl_book_match_is_formula: whether the formula of @found does what @planned does, its references
 * having followed the rows that moved, or having stayed as they were. */
gboolean yl_book_match_is_formula (const YlBookMatch *match,
                                   const YlSheetPair *pair,
                                   const YlCell *found,
                                   const YlCell *planned);

/** yl_book_match_is_reference: the same for what a defined name stands for. */
gboolean
yl_book_match_is_reference (const YlBookMatch *match, const char *found, const char *planned);

G_END_DECLS
