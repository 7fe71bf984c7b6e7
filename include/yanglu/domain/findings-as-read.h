#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/domain/intake.h"

G_BEGIN_DECLS

/**
 * yl_findings_arrange: in the order in which the input was read: by file, sheet, row and cell; those of
 * no row stand at the beginning of their sheet, those of no sheet at the end of their file, those of no file at the end. A finding that names the row and the
 * column of a table of @intake gets its cell ("H12").
 */
void yl_findings_arrange (YlFindings *findings, const YlIntake *intake);

G_END_DECLS
