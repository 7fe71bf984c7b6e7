#pragma once

#include "yanglu/domain/workbook.h"
#include "yanglu/io/book-faults.h"
#include "yanglu/domain/book-limits.h"
#include "yanglu/io/input.h"
#include "yanglu/io/rows.h"

G_BEGIN_DECLS

/** YlBookTarget: where a workbook goes: its rows to a sink, or the whole of it into a YlWorkbook. */
typedef struct
{
  const YlRowSink *sink; /* (nullable) */
  YlWorkbook *workbook;  /* (nullable) */
  gboolean keeps_cells;  /* FALSE: the workbook is for the layouts alone that the sink wants */
  const YlBookLimits *limits;
  YlBookFaults faults;
  void (*progress) (goffset done, goffset all); /* (nullable) */
  guint64 n_cells;                              /* handed on so far, of all sheets … */
  guint64 max_cells;                            /* … and how many may be */
  guint64 max_shared;                           /* bytes of shared formulas, written out */
} YlBookTarget;

/** yl_book_target_end_sheet: tells the sink the layout of the sheet that ends, where it wants it, and
 * its end. @sheet: (nullable) @n_unsaved: formulas that have no value, as far as anybody can see */
void
yl_book_target_end_sheet (const YlBookTarget *target, const YlWorksheet *sheet, guint n_unsaved);

/**
 * YlBookReader: reads a workbook of one form (io/xlsx, io/xls, io/ods), sheet by sheet in the order of
 * its tabs.
 *
 * Formulas give their stored value, booleans are 1 and 0, errors their text ("#N/A"), numbers decimals
 * of at most 15 digits, dates "2021-01-31". Macros, links, connections and DDE are ignored and named
 * (E05). Nothing is written to disk.
 *
 * A limit reached within a sheet is E08 in the findings, and what can be read on is. Damage (a wrong
 * checksum, broken XML) is an error, for a list that lacks an unknown part of its rows is worse than
 * none; a workbook with a password has a message of its own.
 *
 * Returns: %FALSE when it is no workbook of that form, or could not be read at all
 */
typedef gboolean (*YlBookReader) (const YlInput *input, YlBookTarget *target, GError **error);

/** yl_book_read: hands every sheet to @sink.
 * @limits: (nullable): the default limits
 *
 * Returns: as @reader; a limit of the whole workbook is E08 in @findings, too */
gboolean yl_book_read (YlBookReader reader,
                       const YlInput *input,
                       const YlBookLimits *limits,
                       const YlRowSink *sink,
                       YlFindings *findings,
                       void (*progress) (goffset done, goffset all),
                       GError **error);

/**
 * yl_book_load: a workbook as it was found: the cells of every sheet with their stored values and, of
 * .xlsx, formulas, a shared one written out for each of its cells; what is hidden, merged and filtered;
 * the defined names.
 * @limits: (nullable): the default limits
 * @texts: what the workbook's texts are kept in; must outlive it
 *
 * Returns: (transfer full): %NULL where yl_book_read() is %FALSE
 */
YlWorkbook *yl_book_load (YlBookReader reader,
                          const YlInput *input,
                          const YlBookLimits *limits,
                          YlTextPool *texts,
                          YlFindings *findings,
                          void (*progress) (goffset done, goffset all),
                          GError **error);

G_END_DECLS
