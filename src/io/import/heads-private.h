#pragma once

#include "yanglu/io/import/head-match.h"

G_BEGIN_DECLS

/** Rows that heads may have: those of the yearbook have three. */
#define HEAD_MAX_ROWS 6

/** What rows of cells would be as heads. */
typedef struct
{
  YlHead heads[YL_HEADS_MAX];        /* the texts are owned */
  YlHeadMatch matches[YL_HEADS_MAX]; /* what those are */
  GPtrArray *written;                /* what stands over each cell, of ours or not */
  guint64 columns;
  guint n_columns;
  guint n_below;       /* cells of the lowest row that were recognised */
  gboolean is_foreign; /* a head that only another table has stands among them */
} HeadCandidate;

/** head_candidate_new: (transfer full): @rows from the upper one down, of trimmed cells; what stands in an upper
 * row carries right over blank cells, to what stands below them. */
HeadCandidate *head_candidate_new (const YlHeadNames *names, GPtrArray *const *rows, guint n_rows);
void head_candidate_free (HeadCandidate *candidate);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeadCandidate, head_candidate_free)

/** head_candidate_is_enough: all that must stand, and nothing foreign. @told: columns that need no head where two
 * have one. */
gboolean
head_candidate_is_enough (const HeadCandidate *candidate, const YlImportTable *table, guint64 told);

/** head_row_splits: whether @row stands below @rows as the parts of what they join: words only, all below a head that
 * has cells to its right without one, and some in such a cell: 沥青 and 水泥 under 里程. */
gboolean head_row_splits (const GPtrArray *rows, const GPtrArray *row);

/** head_row_is_numbering: 1 2 3, (1) (2) (3), ①, 甲 乙 丙 1 2, A B C, I II III, C1 C2 C3, 第1栏, 4=2+3, each series from its first sign on,
 * behind 栏次 or —— or not, in at least three cells, or below each of @heads. */
gboolean head_row_is_numbering (const YlWords *words, const GPtrArray *row, const GPtrArray *heads);

/** head_row_is_hint: a row of 必填 and 字符, of units, or of the names that a data base has for the columns. */
gboolean head_row_is_hint (const YlWords *words, const GPtrArray *row);

G_END_DECLS
