#pragma once

#include "evaluation-private.h"

/* The defined names of a workbook. What a name comes to is kept: forty names, each twice the one
 * before, are forty pieces of work then and not a million million. */
typedef struct _YlNames YlNames;

YlNames *yl_names_new (const YlWorkbook *workbook);
void yl_names_free (YlNames *names);
/* (nullable) */
YlNamed *yl_names_find (const YlNames *names, YlText name);

/* What @named comes to for @evaluation, which stands behind it; @read reads a whole formula. */
YlOperand yl_named_read (YlNamed *named,
                         YlEvaluation *evaluation,
                         YlOperand (*read) (YlEvaluation *evaluation));
