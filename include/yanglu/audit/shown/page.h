#pragma once

#include "yanglu/base/fixed.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/** Why somebody who reads the printed page does not see the number that a cell holds. */
typedef enum
{
  YL_UNSEEN_OTHER,   /* the digits that are shown are another number */
  YL_UNSEEN_NOTHING, /* nothing is shown, or words that are the same for any number, or a day */
  YL_UNSEEN_INK,     /* letters in the colour of their paper, or nearly */
  YL_UNSEEN_SMALL,   /* letters too small to read */
  YL_UNSEEN_NARROW,  /* #### */
  YL_UNSEEN_LOW,     /* the row cuts the letters off */
  YL_UNSEEN_COVERED, /* it lies below another cell, that was merged over it */
  YL_UNSEEN_OUTSIDE, /* it is not printed */
  YL_UNSEEN_PICTURE, /* a picture, a chart or a filled shape lies over it */
} YlUnseenKind;
#define YL_N_UNSEEN_KINDS (YL_UNSEEN_PICTURE + 1)

typedef struct
{
  guint32 row;    /* from 1 */
  guint16 column; /* from 0 */
  guint16 kind;   /* YlUnseenKind */
  char *shown;    /* (nullable): what stands there, of another number */
} YlUnseenCell;

/** Letters below this size, in hundredths of a point, are not read without a glass. */
#define YL_LEAST_SIZE_CPT 400u

/** YlPageValues: what the numbers of a sheet are, beyond what was saved with them. */
typedef struct
{
  /* (nullable): the value of a formula that was saved without one; FALSE: it is no number. */
  gboolean (*work_out) (gpointer self, guint32 row, guint column, YlFixed *out_value);
  gpointer self;
  const guint8 *
      powers; /* (array length=n_powers): by column, of ten: what one unit of its head is; 4 for 万元 */
  const guint8
      *shown_powers; /* (array length=n_powers): the same of what is shown below the head */
  guint n_powers;
} YlPageValues;

/**
 * yl_page_find_unseen: what a reader of @sheet does not see. Numbers of hidden rows and columns are left
 * out, and all of a hidden sheet: whoever asks knows them; so is 0. A column is too narrow when it has
 * less than three quarters of what the number needs, 0.9 of a digit for each sign: there every program
 * shows ####.
 *
 * Returns: (transfer full) (element-type YlUnseenCell): by row, then column
 */
GArray *yl_page_find_unseen (const YlWorkbook *workbook,
                             const YlWorksheet *sheet,
                             const YlPageValues *values);

G_END_DECLS
