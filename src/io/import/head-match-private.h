#pragma once

#include "yanglu/io/import/heads.h"

G_BEGIN_DECLS

/** What one row of cells, or two, would be as heads. */
typedef struct
{
  YlHead heads[YL_HEADS_MAX]; /* the texts are owned */
  const YlSpelling *names[YL_HEADS_MAX];
  guint64 columns;
  guint n_columns;
  guint n_below;       /* cells of the lower row that were recognised */
  gboolean is_foreign; /* a head that only another table has stands among them */
} YlHeadCandidate;

/**
 * yl_head_candidate_new:
 * @upper: (nullable) (element-type utf8): the trimmed cells of the row above; its texts carry right over blank cells
 * @lower: (element-type utf8)
 */
YlHeadCandidate *
yl_head_candidate_new (const YlHeadNames *names, const GPtrArray *upper, const GPtrArray *lower);
void yl_head_candidate_free (YlHeadCandidate *candidate);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlHeadCandidate, yl_head_candidate_free)

/** yl_head_candidate_is_enough: all that must stand, and nothing foreign. */
gboolean yl_head_candidate_is_enough (const YlHeadCandidate *candidate, const YlTable *table);

G_END_DECLS
