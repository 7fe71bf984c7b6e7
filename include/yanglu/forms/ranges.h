#pragma once

#include "yanglu/forms/form.h"

G_BEGIN_DECLS

/* Rows of a table that goes on over one sheet or several. */
typedef struct
{
  YlSheet *sheet;
  guint32 first_row; /* from 1 */
  guint32 last_row;
  /* Its total stands in the row behind the last: what somebody puts in between is of the table too, so
   * that its ranges end at the total and not at the last row. */
  gboolean ends_at_total;
} YlPart;

/* A criterion on a column of a table: "=县道" as a formula writes it: "\"县道\"" or "$B5". */
typedef struct
{
  guint column;
  const char *test;
} YlCriterion;

/* References and sums over ranges, as formulas spell them; each lives as long as @texts. */

/** yl_ranges_keep: @text (transfer full) as long as @texts lives. */
const char *yl_ranges_keep (GStringChunk *texts, char *text);
/** yl_ranges_cell: "'里程明细'!$S$5" */
const char *yl_ranges_cell (GStringChunk *texts, const YlSheet *sheet, guint column, guint32 row);
/** yl_ranges_rows: "'里程明细'!$S$5:$S$5004": the rows as they are, without what may be put in. */
const char *yl_ranges_rows (GStringChunk *texts, const YlPart *part, guint column);
/** yl_ranges_reach: the same down to the total, where the part ends at one: for criteria that the row
 * of the total does not meet, and products in which one of its cells is empty. */
const char *yl_ranges_reach (GStringChunk *texts, const YlPart *part, guint column);
/**
 * yl_ranges_sum: "ROUND(SUM(range),2)" of @column over @parts, or with criteria SUMIFS of each part
 * added up. @measure says the decimals: %YL_MEASURE_FEN 2, %YL_MEASURE_KM 3, else 0. Of a part that
 * ends at its total all rows above that are summed: a range of so many rows as there are between the
 * first and the total, for a total cannot be of its own range, and not every engine builds a range
 * of two corners.
 */
const char *yl_ranges_sum (GStringChunk *texts,
                           const YlPart *parts,
                           gsize n_parts,
                           guint column,
                           YlMeasure measure,
                           const YlCriterion *criteria,
                           gsize n_criteria);
/** yl_ranges_count_numbers: COUNT of the rows of @part, all above its total where it ends at one. */
const char *yl_ranges_count_numbers (GStringChunk *texts, const YlPart *part, guint column);
/** yl_ranges_count: COUNTIFS over @parts. */
const char *yl_ranges_count (GStringChunk *texts,
                             const YlPart *parts,
                             gsize n_parts,
                             const YlCriterion *criteria,
                             gsize n_criteria);

G_END_DECLS
