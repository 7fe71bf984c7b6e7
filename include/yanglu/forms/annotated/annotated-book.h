#pragma once

#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/choices.h"
#include "yanglu/domain/workbook.h"
#include "yanglu/forms/cell-sink.h"

G_BEGIN_DECLS

/**
 * The annotated copy of a workbook that was audited: a first sheet 审计批注 (the verdict, what was held
 * against nothing, what the copy has not of the workbook, each finding with a link to its cell), then
 * every sheet as it was found, with a note, a colour and a link back at each cell of a finding.
 *
 * The workbook is written again from its cells, whatever program or form of file it came from; the parts
 * of the file are not patched. Debian 12 has no C library that changes an .xlsx: libxlsxwriter writes
 * only, libzip and libxml2 would leave comments, their drawings, styles, relations and content types to
 * code of ours, which a hostile file would be fed to. So values, formulas, number formats, colours,
 * widths, heights, merges, hidden rows, columns and sheets, print areas, conditional formats and names
 * come over, and what is not read (fonts, frames, pictures …) is named on the first sheet. Fonts and
 * frames of a budget of ours are those of its plan.
 *
 * A road list that is given back to whom it came from is such a copy too: its first sheet 退回问题清单 says
 * first how it is mended and sent again. Its cells lead nowhere: they are there to be typed into.
 */

/** Notes of one cell, and characters of one finding in a note; what is past them is told there. */
#define YL_NOTE_FINDINGS 8u
#define YL_NOTE_CHARACTERS 400u

/** Cells that an annotated copy holds at most: it is in memory until it is whole, at some 300 bytes a
 * cell. */
#define YL_ANNOTATED_CELLS 1500000u

/** A road list that was checked, and is given back. */
typedef struct
{
  const char *file; /* base name */
  const YlFindings *findings;
  const char *made; /* a sentence: the rows that were read, what amounts are worked out by */
  const char *form; /* (nullable): a sentence: what became a workbook only here */
} YlListGivenBack;

typedef struct
{
  const YlAudit *audit;        /* (nullable) */
  const YlListGivenBack *list; /* (nullable): in its place */
  const YlWorkbook *found;
  /* (nullable): writes the workbook as it should be, for its fonts and frames. */
  void (*write_plan) (gconstpointer plan, const YlCellSink *sink);
  gconstpointer plan;
} YlAnnotatedRequest;

/** yl_annotated_book_fits: whether @found has no more cells than that. */
gboolean yl_annotated_book_fits (const YlWorkbook *found, guint64 *out_n_cells);
/** yl_annotated_book_write: @sink takes the cells of a sheet in any order. */
void yl_annotated_book_write (const YlAnnotatedRequest *request, const YlCellSink *sink);
/** yl_annotated_book_drop: takes the sheet that an annotated copy has beside those of its file out of @found, and the
 * colours that it put there, that what was looked at is looked at again. Returns: (nullable): its name */
const char *yl_annotated_book_drop (YlWorkbook *found);

G_END_DECLS
