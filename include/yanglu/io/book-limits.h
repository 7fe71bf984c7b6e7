#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The limits of reading a workbook; each is E08 when passed. */
typedef struct
{
  guint32 rows_per_sheet;  /* 1 048 576 */
  guint32 columns;         /* 2 000 */
  guint64 inflated_bytes;  /* 512 MiB, all parts together */
  guint32 inflation_ratio; /* 200, after the first MiB of a part */
  guint32 archive_entries; /* 4 096; sheets too */
  guint32 cells;           /* 16 777 216: where few bytes stand for many cells */
} YlBookLimits;

extern const YlBookLimits yl_book_limits_default;

G_END_DECLS
