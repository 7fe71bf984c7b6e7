#include "yanglu/audit/diagnosis/cause.h"

#include "yanglu/base/enum-table.h"

/*
 * How rare a kind is, in bits: one more bit is half as often. Offices call
 * 元 and 万元 the commonest slip; there are no counts of the others, so the order
 * is a judgement: mistakes in how a budget is made (rates, which roads count)
 * recur from year to year and come before slips of the hand.
 */
static const struct
{
  const char *key;
  guint bits;
} kinds[] = {
  [YL_CAUSE_AMOUNT_UNIT] = { "amount-unit", 1 },
  [YL_CAUSE_ROUNDING] = { "rounding", 2 },
  [YL_CAUSE_GRANT_NETTED] = { "grant-netted", 2 },
  [YL_CAUSE_INCOME_SHARE] = { "income-share", 2 },
  [YL_CAUSE_LAND_SHARE] = { "land-share", 2 },
  [YL_CAUSE_OLD_RATE] = { "old-rate", 3 },
  [YL_CAUSE_NOT_COUNTED] = { "not-counted", 3 },
  [YL_CAUSE_ROAD_TWICE] = { "road-twice", 3 },
  [YL_CAUSE_ROAD_MISSING] = { "road-missing", 3 },
  [YL_CAUSE_RATES_SWAPPED] = { "rates-swapped", 3 },
  [YL_CAUSE_WRONG_CLASS] = { "wrong-class", 4 },
  [YL_CAUSE_LENGTH_UNIT] = { "length-unit", 4 },
  [YL_CAUSE_ROW_SHIFTED] = { "row-shifted", 4 },
  [YL_CAUSE_DIGITS_SWAPPED] = { "digits-swapped", 5 },
  [YL_CAUSE_DIGIT_LOST] = { "digit-lost", 5 },
  [YL_CAUSE_DIGIT_DOUBLED] = { "digit-doubled", 5 },
  [YL_CAUSE_DIGIT_WRONG] = { "digit-wrong", 6 },
  [YL_CAUSE_FACTOR] = { "factor", 3 },
  [YL_CAUSE_OTHER_RATE] = { "other-rate", 5 },
  [YL_CAUSE_CLASS_COUNT] = { "class-count", 4 },
  [YL_CAUSE_COLUMNS_MOVED] = { "columns-moved", 4 },
  [YL_CAUSE_ROWS_EXCHANGED] = { "rows-exchanged", 3 },
  [YL_CAUSE_ROW_COPIED] = { "row-copied", 5 },
  [YL_CAUSE_SIGN_LOST] = { "sign-lost", 4 },
  [YL_CAUSE_OTHER_LENGTHS] = { "other-lengths", 4 },
  [YL_CAUSE_ROWS_TWICE] = { "rows-twice", 3 },
  [YL_CAUSE_ROWS_MERGED] = { "rows-merged", 4 },
  [YL_CAUSE_ROAD_MOVED] = { "road-moved", 4 },
  [YL_CAUSE_PART_COUNT] = { "township-count", 3 },
};
YL_DEFINE_COLUMN (yl_cause_get_key, YlCauseKind, YL_N_CAUSE_KINDS, kinds, key)

guint
yl_cause_get_bits (YlCauseKind kind)
{
  return kinds[kind].bits;
}
