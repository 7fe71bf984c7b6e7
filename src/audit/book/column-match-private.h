#pragma once

#include "yanglu/domain/planned-book.h"

G_BEGIN_DECLS

/** Of a column that is not on the other side. */
#define YL_NO_COLUMN G_MAXUINT16

/** Wider sheets than this are compared column by column as they stand. */
#define YL_MAX_MATCHED_COLUMNS 256u

/**
 * YlColumnMatch: which column of a sheet as it was found is which column of the sheet as planned,
 * though columns were put in, taken out or moved. Columns count from 0.
 */
typedef struct
{
  guint n_found; /* columns up to the last that holds anything */
  guint n_planned;
  guint16 *planned_of;  /* (array length=n_found): by found column */
  guint16 *found_of;    /* (array length=n_planned): by planned column */
  GArray *added;        /* of guint16: found columns that were put in, empty ones too */
  gboolean is_straight; /* every planned column stands in its own place */
} YlColumnMatch;

/**
 * yl_column_match_new: both sheets keep their texts in one pool.
 *
 * A column is told by its heads and constants, whatever rows they stand in: the matching that keeps
 * most of them with the columns in their order, then what was moved elsewhere, then what stands
 * between the same neighbours.
 */
YlColumnMatch *yl_column_match_new (const YlWorksheet *found, const YlPlannedSheet *planned);
void yl_column_match_free (YlColumnMatch *match);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlColumnMatch, yl_column_match_free)

/** yl_column_match_find: where a planned column stands now: %YL_NO_COLUMN when it is gone; a column
 * beyond the planned ones stands where it did. */
guint yl_column_match_find (const YlColumnMatch *match, guint planned);

/** yl_column_match_find_planned: which planned column a found one is: %YL_NO_COLUMN when none. */
guint yl_column_match_find_planned (const YlColumnMatch *match, guint found);

/** yl_column_match_find_range: the found columns that @first to @last came to, from the leftmost to
 * the rightmost. Returns: %FALSE when none of them is left */
gboolean yl_column_match_find_range (
    const YlColumnMatch *match, guint16 first, guint16 last, guint16 *out_first, guint16 *out_last);

/** yl_column_match_is_added: whether the found column was put in. */
gboolean yl_column_match_is_added (const YlColumnMatch *match, guint found);

G_END_DECLS
