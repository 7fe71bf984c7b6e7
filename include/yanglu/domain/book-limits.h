#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The limits of a workbook that strangers wrote; each is E08 when passed. */
typedef struct
{
  /* Of reading it. */
  guint32 rows_per_sheet;  /* 1 048 576 */
  guint32 columns;         /* 2 000 */
  guint64 inflated_bytes;  /* 512 MiB, all parts together */
  guint32 inflation_ratio; /* 200, after the first MiB of a part */
  guint32 archive_entries; /* 4 096; sheets too */
  guint32 cells;           /* 262 144 … */
  guint32 cells_per_byte;  /* … and 1 for each byte of the file: few bytes stand for many cells */
  guint64 shared_bytes;    /* 32 MiB: shared formulas written out for each of their cells … */
  guint32 shared_per_byte; /* … and 16 for each byte of the file */
  /* Of the work for it: what a file may cost grows with what it holds.  Its formulas are worked out by
   * two processes at most, the one that reads and the one that audits; each has this: */
  guint64 steps;               /* 50 000 000 … */
  guint32 steps_per_cell;      /* … and 1 000 for each cell … */
  guint32 bytes_per_paid_cell; /* … of which there may be one in 16 bytes of the file */
  guint64 kept_bytes;          /* 128 MiB … */
  guint64 copy_bytes;          /* of those, what the copy of the inputs inflates to: 16 MiB … */
  guint32 bytes_per_cell;      /* … and of each 400 for each cell */
} YlBookLimits;

extern const YlBookLimits yl_book_limits_default;

/** yl_book_limits_count_cells: how many cells are read of a file of @file_bytes. */
guint64 yl_book_limits_count_cells (const YlBookLimits *limits, guint64 file_bytes);
/** yl_book_limits_count_shared: how many bytes of shared formulas are written out. */
guint64 yl_book_limits_count_shared (const YlBookLimits *limits, guint64 file_bytes);
/** yl_book_limits_count_paid: for how many of the @n_cells of a file of @file_bytes there are steps and
 * bytes; 0 bytes: it is no file, and all are. */
guint64 yl_book_limits_count_paid (const YlBookLimits *limits, guint64 n_cells, guint64 file_bytes);

/** Excel holds so many characters a cell (UTF-16), in UTF-8 at most so many bytes. */
#define YL_CELL_MAX_CHARACTERS 32767u
#define YL_CELL_MAX_BYTES ((gsize) 3 * YL_CELL_MAX_CHARACTERS)

G_END_DECLS
