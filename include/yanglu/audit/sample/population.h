#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/planned-book.h"

G_BEGIN_DECLS

/**
 * yl_book_population: adds to @audit what can be drawn from a workbook of ours: the amount of every
 * row of its road sheets as it stands in @found, or as @plan has it where the value was not saved.
 * Rows that @plan does not know stay out: they are findings.
 */
void yl_book_population (const YlWorkbook *found, const YlPlannedBook *plan, YlAudit *audit);

G_END_DECLS
