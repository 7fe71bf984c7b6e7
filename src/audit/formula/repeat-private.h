#pragma once

#include "evaluation-private.h"

G_BEGIN_DECLS

/** A list has thousands of blank rows: an element whose cells hold what those of the one before held comes to the same. */

/* An element that looks at more of its cells is always computed. */
#define YL_REPEAT_MAX 24u

/** YlRepeat: the cells that an element looked at, each in its rectangle, and what they held. */
typedef struct _YlRepeat
{
  YlArea areas[YL_REPEAT_MAX];
  YlCellValue values[YL_REPEAT_MAX];
  guint n;
  gboolean is_known;    /* an element was computed */
  gboolean is_given_up; /* it looked at what is not kept here */
} YlRepeat;

/** yl_repeat_read: what stands in @area for the element that @evaluation is at; one row or column stands for all.
 * It is noted where somebody wants to know. */
YlCellValue yl_repeat_read (const YlEvaluation *evaluation, const YlArea *area);
/** yl_repeat_begin: an element is computed. */
void yl_repeat_begin (YlRepeat *repeat);
/** yl_repeat_holds: whether the element at @row and @column, from 0, comes to what the last one came to that was
 * computed. */
gboolean
yl_repeat_holds (const YlRepeat *repeat, const YlEvaluation *start, guint32 row, guint32 column);

G_END_DECLS
