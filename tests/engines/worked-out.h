#pragma once

#include "yanglu/audit/formula/recalculate.h"
#include "yanglu/domain/finding.h"

/** A finished workbook, whose formulas are computed anew when they are asked for. */
typedef struct
{
  YlTextPool *texts;
  YlFindings *findings;
  YlWorkbook *book;
  YlRecalculation *recalculation;
} WorkedOut;

/** worked_out_load: fails the test when the workbook cannot be read. */
WorkedOut *worked_out_load (const char *path);
void worked_out_free (WorkedOut *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WorkedOut, worked_out_free)

/** worked_out_count_different: how many of its formulas do not come to what the workbook remembers,
 * numbers at 12 decimals, texts to the byte; the first few are printed. */
guint worked_out_count_different (const WorkedOut *data, guint *out_n);
