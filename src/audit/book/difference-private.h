#pragma once

#include "match-private.h"

G_BEGIN_DECLS

/** How a cell as found differs from the planned one. */
typedef enum
{
  YL_DIFFERENCE_INPUT,   /* another constant, or none */
  YL_DIFFERENCE_ADDED,   /* something where nothing should be */
  YL_DIFFERENCE_FIXED,   /* a constant, or nothing, in place of a formula */
  YL_DIFFERENCE_FORMULA, /* another formula; a formula in place of a constant */
  YL_DIFFERENCE_VALUE,   /* the formula is right, its stored value is another one */
} YlDifferenceKind;

/** One cell that differs. */
typedef struct
{
  YlDifferenceKind kind;
  const YlSheetPair *pair;
  guint32 found_row; /* where it stands, or would stand */
  guint32 planned_row;
  guint16 column;        /* as planned */
  const YlCell *found;   /* NULL: nothing stands there */
  const YlCell *planned; /* NULL: nothing should */
  gboolean is_left;      /* the planned formula, that did not follow the columns which it means */
} YlCellDifference;

/** yl_book_name_cell: (transfer full): where the cell of @difference stands, "D7". */
char *yl_book_name_cell (const YlCellDifference *difference);

/**
 * yl_book_find_differences: (transfer full) (element-type YlCellDifference): every cell of a matched
 * row that differs, by sheet, row and column. What the offices write by hand (day, names, what the
 * form leaves open) is none, nor a value that was not saved, nor what stands in columns that were put
 * in or taken out.
 */
GArray *yl_book_find_differences (const YlBookMatch *match);

G_END_DECLS
