#pragma once

#include "check-private.h"

G_BEGIN_DECLS

/** FoundRatio: a percentage of one column in another of its row: 执行率 = 支出 ÷ 预算, 增减% = what was
 * added ÷ 上年. */
typedef struct
{
  guint column; /* of the percentages */
  guint part;
  guint whole;
  gboolean is_growth; /* what @part has more than @whole */
  guint n;            /* rows that state all three */
  guint n_right;
} FoundRatio;

/** found_ratio_find: the two columns that most of the percentages follow from; FALSE for none. */
gboolean found_ratio_find (const FoundCheck *check, guint column, FoundRatio *out_ratio);
/** found_ratio_check: C02 where a row does not follow. */
void found_ratio_check (FoundCheck *check, const FoundRatio *ratio);
/** found_percent_check: C02 unless the cell states what @part is of @whole. */
void found_percent_check (const FoundCheck *check,
                          const FoundCell *cell,
                          gint64 part,
                          gint64 whole,
                          YlFindings *findings);

G_END_DECLS
