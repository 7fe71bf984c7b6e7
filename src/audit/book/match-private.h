#pragma once

#include "yanglu/audit/book/match.h"

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
 * yl_row_match_new: (transfer none): lives as long as @arena; both sheets keep their texts in one pool.
 *
 * A row is told by its constants, for formulas change with their place: first the row of the same
 * number, then one of the same constants elsewhere, then one that begins with the same two constants,
 * then one that has all but those two, then the one that keeps most of them, three
 * quarters at least (among no more than 200 open rows), then a sum of the same label and columns whose
 * formulas are values now, then the neighbour of a row that is known,
 * when at least half of it is the same.
 */
YlRowMatch *yl_row_match_new (YlArena *arena, const YlWorksheet *found, const YlWorksheet *planned);

/** yl_row_match_find_range: the found rows that the planned rows @first to @last came to, from the
 * topmost to the lowest. Returns: %FALSE when none of them is left */
gboolean yl_row_match_find_range (
    const YlRowMatch *match, guint32 first, guint32 last, guint32 *out_first, guint32 *out_last);

/** Of a column that is not on the other side. */
#define YL_NO_COLUMN G_MAXUINT32

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
  guint32 *planned_of;  /* (array length=n_found): by found column */
  guint32 *found_of;    /* (array length=n_planned): by planned column */
  GArray *added;        /* of guint32: found columns that were put in, empty ones too */
  gboolean is_straight; /* every planned column stands in its own place */
} YlColumnMatch;

/**
 * yl_column_match_new: (transfer none): lives as long as @arena; both sheets keep their texts in one
 * pool.
 *
 * A column is told by its heads and constants, whatever rows they stand in: the matching that keeps
 * most of them with the columns in their order, then what was moved elsewhere, then what stands
 * between the same neighbours.
 */
YlColumnMatch *
yl_column_match_new (YlArena *arena, const YlWorksheet *found, const YlPlannedSheet *planned);

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

/** A sheet as found and as planned. */
typedef struct
{
  const YlWorksheet *found; /* NULL: it is gone */
  const YlWorksheet *planned;
  YlColumnMatch *columns; /* NULL when it is gone */
  /* What was found, in the columns of the plan: without what was put in, and what was put behind the
   * last. The same as @found when every column stands where it was planned. */
  const YlWorksheet *straight;
  YlRowMatch *rows; /* NULL when it is gone */
} YlSheetPair;

struct _YlBookMatch
{
  YlArena *arena;
  const YlWorkbook *found;
  const YlPlannedBook *plan;
  GArray *pairs;          /* of YlSheetPair: one a planned sheet, in the order of the plan */
  GPtrArray *additions;   /* of const YlWorksheet: found, but not planned */
  YlWorkbook *straighted; /* the sheets of which columns stand elsewhere, put straight */
  gboolean has_moved_columns;
};

/** How the formula of a found cell does what the planned one does. */
typedef enum
{
  YL_FORMULA_SAME,
  YL_FORMULA_LEFT,  /* word by word as planned, though columns that it means stand elsewhere now */
  YL_FORMULA_OTHER, /* another one */
} YlFormulaLikeness;

/** yl_book_match_compare_formula: the same, when the references of @found have followed the rows and
 * columns that moved; rows they need not follow, for a program may move rows without looking at
 * formulas. */
YlFormulaLikeness yl_book_match_compare_formula (const YlBookMatch *match,
                                                 const YlSheetPair *pair,
                                                 const YlCell *found,
                                                 const YlCell *planned);

/** yl_book_match_lead_formula: (transfer full) (nullable): a planned formula of @pair as it would stand in the
 * found workbook, led to where the rows and columns that it means stand now; %NULL where some are gone.
 * @is_grown: its ranges take in the rows that somebody added next to them */
char *yl_book_match_lead_formula (const YlBookMatch *match,
                                  const YlSheetPair *pair,
                                  const char *planned,
                                  gboolean is_grown);

/** yl_book_match_is_reference: whether @found, what a defined name stands for, is what @planned
 * means. */
gboolean
yl_book_match_is_reference (const YlBookMatch *match, const char *found, const char *planned);

/** yl_book_match_find_pair: (nullable): the sheet of this name, as planned or as found, that is there
 * on both sides. */
const YlSheetPair *
yl_book_match_find_pair (const YlBookMatch *match, const char *sheet, gboolean is_planned);

/** yl_book_name_row: (transfer full): a planned row as people know it: its first two texts behind
 * the ordinal, "X002371502 沙镇至堂邑公路"; "" when it has none. */
char *yl_book_name_row (const YlBookMatch *match, const YlWorksheet *planned, guint32 row);
/** yl_book_tell_row: (transfer full): the same for a finding: the beginning of what is long; of a row of sentences
 * that follow by a formula, what they say. */
char *yl_book_tell_row (const YlBookMatch *match, const YlWorksheet *planned, guint32 row);
/** yl_book_name_column: (transfer full): the head over a planned cell, on one line; "" when there is
 * none. */
char *yl_book_name_column (const YlBookMatch *match,
                           const YlWorksheet *planned,
                           guint32 row,
                           guint column);

G_END_DECLS
