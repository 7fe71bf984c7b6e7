#pragma once

#include "price-private.h"

#include "yanglu/domain/audit/audit.h"

G_BEGIN_DECLS

/* What somebody did to many cells at once is told as one thing: those differences are marked as told. */

/** yl_book_report_acts: @differences: (element-type YlCellDifference): by sheet, row and column. */
void yl_book_report_acts (YlBookPricing *pricing, GArray *differences, YlAudit *audit);

/** yl_book_report_formula_acts: one and the same change of several formulas: once, with their number, where
 * they stand and what they come to; ranges that grew over rows that somebody added: once, with 0. */
void yl_book_report_formula_acts (YlBookPricing *pricing, GArray *differences, YlAudit *audit);

/**
 * YlBookFormulas: the found workbook with the planned formulas put back in the place of constants, each led
 * to where its rows stand now: what they give of the rows that somebody added, too.
 */
typedef struct _YlBookFormulas YlBookFormulas;

/** yl_book_formulas_new: @match, @differences: borrowed */
YlBookFormulas *yl_book_formulas_new (const YlBookMatch *match, const GArray *differences);
void yl_book_formulas_free (YlBookFormulas *formulas);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlBookFormulas, yl_book_formulas_free)
/** yl_book_formulas_give: whether the formula that stood there gives the constant, of the cells as they
 * were found; %FALSE where nobody added rows. */
gboolean yl_book_formulas_give (YlBookFormulas *formulas, const YlCellDifference *difference);

/** yl_book_act_member: the difference that the index at @i of @members names. */
static inline YlCellDifference *
yl_book_act_member (const GArray *differences, const GArray *members, guint i)
{
  return &g_array_index (differences, YlCellDifference, g_array_index (members, guint, i));
}

/** yl_book_put_as_found: the cells of @members hold in the planned workbook what was found, until they are
 * put back. */
void
yl_book_put_as_found (YlBookPricing *pricing, const GArray *differences, const GArray *members);
void yl_book_put_back (YlBookPricing *pricing, const GArray *differences, const GArray *members);

/** yl_book_sign_change: (transfer full): what was done to a formula, as it stands to its cell (R1C1): two
 * formulas of the same sign had the same done to them. */
char *yl_book_sign_change (const char *planned,
                           const YlBookPlace *planned_place,
                           const char *found,
                           const YlBookPlace *found_place);

/** yl_book_name_difference: (transfer full): "S4": where it stands. */
char *yl_book_name_difference (const YlCellDifference *difference);
/** YlBookTold: a cell as a finding tells it. */
typedef struct
{
  char *value;   /* owned: by its measure; "（空）", "" where nobody can work it out */
  char *formula; /* (nullable) owned: the beginning of a long one */
} YlBookTold;

void yl_book_told_clear (YlBookTold *told);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YlBookTold, yl_book_told_clear)

/** yl_book_tell_found: what stands there; of a formula that is another one, what it comes to. A right
 * formula is not told. */
YlBookTold yl_book_tell_found (YlBookPricing *pricing, const YlCellDifference *difference);
/** yl_book_tell_planned: what should, as all that should stand elsewhere makes it. */
YlBookTold yl_book_tell_planned (YlBookPricing *pricing, const YlCellDifference *difference);
/** yl_book_tell_given: the planned formula, with what it gives of all else as it was found: of a stored
 * value what its own formula comes to, of a pasted one that value. */
YlBookTold yl_book_tell_given (YlBookPricing *pricing, const YlCellDifference *difference);

/** yl_book_find_value: what the cell holds as it was found; of a formula that was changed, what it comes to. */
YlCellValue yl_book_find_value (YlBookPricing *pricing, const YlCellDifference *difference);

G_END_DECLS
