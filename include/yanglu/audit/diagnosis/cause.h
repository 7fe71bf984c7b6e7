#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The mistakes that a diagnosis knows. */
typedef enum
{
  YL_CAUSE_AMOUNT_UNIT,    /* 元 and 万元 */
  YL_CAUSE_ROUNDING,       /* another unit of rounding */
  YL_CAUSE_GRANT_NETTED,   /* an engineering grant taken off */
  YL_CAUSE_INCOME_SHARE,   /* a share of income instead of net revenue */
  YL_CAUSE_LAND_SHARE,     /* another share of net revenue, 2% for 3% */
  YL_CAUSE_OLD_RATE,       /* an older rate */
  YL_CAUSE_NOT_COUNTED,    /* duplicates, dead ends counted; urban stretches, tracks paid */
  YL_CAUSE_ROAD_TWICE,     /* a road (in a 合计: a row) twice */
  YL_CAUSE_ROAD_MISSING,   /* a road (in a 合计: a row) left out */
  YL_CAUSE_RATES_SWAPPED,  /* the rates of two classes */
  YL_CAUSE_WRONG_CLASS,    /* a road in another class */
  YL_CAUSE_LENGTH_UNIT,    /* km and m */
  YL_CAUSE_ROW_SHIFTED,    /* amounts one row lower or higher than their kilometres */
  YL_CAUSE_DIGITS_SWAPPED, /* two digits of an amount or a length */
  YL_CAUSE_DIGIT_LOST,
  YL_CAUSE_DIGIT_DOUBLED,
  YL_CAUSE_DIGIT_WRONG, /* another digit in one place */
  YL_CAUSE_FACTOR,      /* amounts times a number: tax, months, tens */
  YL_CAUSE_OTHER_RATE, /* a rate that no document of the record names: of another class, of works */
  YL_CAUSE_CLASS_COUNT,    /* a class left out of the amounts, or in them twice */
  YL_CAUSE_COLUMNS_MOVED,  /* kilometres or amounts of the classes in each other's columns */
  YL_CAUSE_ROWS_EXCHANGED, /* two rows have each other's amounts */
  YL_CAUSE_ROW_COPIED,     /* a row has the amount of another */
  YL_CAUSE_SIGN_LOST,      /* added for taken off, or the other way round */
  YL_CAUSE_OTHER_LENGTHS,  /* last year's kilometres, or those of another basis */
  YL_CAUSE_ROWS_TWICE,     /* a block of rows stands in the table once more */
  YL_CAUSE_ROWS_MERGED,    /* a row is in another */
  YL_CAUSE_ROAD_MOVED,     /* a road in another row */
  YL_CAUSE_PART_COUNT, /* of rows that are not townships: a township left out, or in them twice */
} YlCauseKind;
#define YL_N_CAUSE_KINDS (YL_CAUSE_PART_COUNT + 1)

const char *yl_cause_get_key (YlCauseKind kind); /* "old-rate" … */
guint yl_cause_get_bits (YlCauseKind kind);      /* how rare it is: one more is half as often */

G_END_DECLS
