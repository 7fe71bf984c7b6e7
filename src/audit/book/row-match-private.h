#pragma once

#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/**
 * YlRowMatch: which row of a sheet as it was found is which row of the sheet as planned, though rows
 * were taken out, put in, doubled or sorted. Rows count from 1; 0 is none.
 */
typedef struct
{
  guint32 n_found; /* last row of each side */
  guint32 n_planned;
  guint32 *planned_of;  /* (array length=n_found+1): by found row */
  guint32 *found_of;    /* (array length=n_planned+1): by planned row */
  gboolean is_straight; /* every planned row that is there stands at its own number */
} YlRowMatch;

/**
 * yl_row_match_new: both sheets keep their texts in one pool.
 *
 * A row is told by its constants, for formulas change with their place: first the row of the same
 * number, then one of the same constants elsewhere, then one that begins with the same two constants,
 * then one that has all but those two, then the one that keeps most of them, three
 * quarters at least (among no more than 200 open rows), then the neighbour of a row that is known,
 * when at least half of it is the same.
 */
YlRowMatch *yl_row_match_new (const YlWorksheet *found, const YlWorksheet *planned);
void yl_row_match_free (YlRowMatch *match);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRowMatch, yl_row_match_free)

/** yl_row_match_find_range: the found rows that the planned rows @first to @last came to, from the
 * topmost to the lowest. Returns: %FALSE when none of them is left */
gboolean yl_row_match_find_range (
    const YlRowMatch *match, guint32 first, guint32 last, guint32 *out_first, guint32 *out_last);

G_END_DECLS
