#pragma once

#include "yanglu/forms/cells.h"

G_BEGIN_DECLS

/** A number of a record that nobody knows. */
#define YL_UNKNOWN G_MININT64

/** What a cell is of a row that has little in common with others of its table. */
typedef enum
{
  YL_CELL_BLANK,
  YL_CELL_ORDINAL, /* units */
  YL_CELL_TEXT,
  YL_CELL_LABEL,
  YL_CELL_NUMBER,
  YL_CELL_GIVEN,   /* an input; of %YL_UNKNOWN units, an empty one that waits for a number */
  YL_CELL_TO_FILL, /* an empty input */
  YL_CELL_FIGURE,  /* follows by a formula; of %YL_UNKNOWN units, one that gives nothing yet */
  YL_CELL_RESULT,  /* a text that follows by a formula */
} YlCellKind;

typedef struct
{
  gint64 units; /* first, as its table adds them up */
  YlCellKind kind;
  YlMeasure measure;   /* of its units */
  const char *formula; /* (nullable): else that of the column */
  const char *text;
  const char *key;  /* (nullable): the figure that it is, when its units are known */
  const char *says; /* (nullable): what it is, where it shows no figure */
} YlOwnCell;

YlOwnCell yl_own_text (const char *text);
YlOwnCell yl_own_label (const char *text);
YlOwnCell yl_own_number (YlMeasure measure, gint64 units);
YlOwnCell yl_own_given (YlMeasure measure, gint64 units, const char *key);
YlOwnCell yl_own_figure (YlMeasure measure, const char *formula, gint64 units, const char *key);
/** yl_own_cell_write: into the current row, mapped when it has a key. @formula: (nullable): that of
 * its column. */
void yl_own_cell_write (const YlOwnCell *cell, YlSheet *sheet, guint column, const char *formula);

G_END_DECLS
