#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/audit/versions.h"
#include "yanglu/domain/planned-book.h"

G_BEGIN_DECLS

/** A workbook of ours, as it was found and as its own copy has it. */
typedef struct
{
  const YlWorkbook *found;
  const YlPlannedBook *plan;
  const YlAudit *audit; /* of it: its findings, its totals and the steps between them */
} YlBookVersion;

/**
 * yl_book_compare: what two workbooks show, held against each other as they stand, cell by cell, though
 * rows, columns and sheets were put in, taken out or moved. Values that were not saved were filled in
 * before (yl_fill_values()).
 * @versions: (array fixed-size=2): the old one and the new one; all their texts are of one pool
 * @passed_over: the sheet that is not compared: the copy of the inputs
 *
 * A change is named by the plan of the side that has it: its sheet, the row of its table, what names
 * that row, the head of its column. The steps lead from what the old workbook states to what the new
 * one does: what was changed in the old one, taken back; what the copies differ in; what was changed
 * in the new one.
 *
 * Returns: (transfer full)
 */
YlVersions *yl_book_compare (const YlBookVersion *versions, const char *passed_over);

G_END_DECLS
