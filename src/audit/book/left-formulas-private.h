#pragma once

#include "price-private.h"

#include "yanglu/domain/audit/audit.h"

G_BEGIN_DECLS

/** Formulas that did not follow their columns are told cell by cell up to so many. */
#define YL_MAX_LEFT_FORMULAS 10u

/** yl_book_count_left_formulas: of all @differences. */
guint yl_book_count_left_formulas (const GArray *differences);

/** yl_book_report_left_formulas: all formulas that did not follow columns that were put in, taken out or
 * moved, as one fact: whoever did that has done one thing. Told behind every other difference, for
 * they come to what is left of the total. */
void
yl_book_report_left_formulas (YlBookPricing *pricing, const GArray *differences, YlAudit *audit);

G_END_DECLS
