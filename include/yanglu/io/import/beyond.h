#pragma once

#include "yanglu/io/import/heads.h"

G_BEGIN_DECLS

/** Where a row of a table stands, for what is told of it. */
typedef struct
{
  const YlHeadFinder *finder;
  const YlImportTable *table;
  const char *file;
  YlFindings *findings;
} YlBeyond;

/** yl_beyond_count_heads: the cells of a row up to the last head; 0 without heads, and of a sheet of a
 * workbook, whose notes stand beside the table. @sheet: "" of a file without sheets. */
guint yl_beyond_count_heads (const YlHeadFinder *finder, const char *sheet);

/**
 * yl_beyond_check: to be called for a row of more cells than yl_beyond_count_heads(). A filled cell
 * without a head is a warning (C04): the row may have slipped. Where it goes on with a number that was
 * read, as 300,000 without quotes does in a file that is divided by commas, it is an error: what was
 * read is part of a number. The row is read as its heads say either way.
 */
void yl_beyond_check (const YlBeyond *beyond, YlRowId row, const YlText *cells, guint n_cells);

G_END_DECLS
