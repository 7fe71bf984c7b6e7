#pragma once

#include "yanglu/forms/cell-sink.h"

G_BEGIN_DECLS

/** YlCsvWriter: a sink that keeps one sheet of a workbook as CSV text, its rows as they are shown:
 * formulas as what they come to, amounts in yuan, lengths in km, shares in per cent. */
typedef struct _YlCsvWriter YlCsvWriter;

/** yl_csv_writer_new: @sheet: the tab that is kept. */
YlCsvWriter *yl_csv_writer_new (const char *sheet);
void yl_csv_writer_free (YlCsvWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlCsvWriter, yl_csv_writer_free)

/** yl_csv_writer_get_sink: (transfer none): lives as long as @writer. */
const YlCellSink *yl_csv_writer_get_sink (YlCsvWriter *writer);

/**
 * yl_csv_writer_end: what was kept, in UTF-8 with a byte order mark, by which Excel knows it; a
 * line ends with a line feed. A text that begins like a formula has an apostrophe before it.
 *
 * Returns: (transfer full): %NULL with %YL_ERROR_NOT_FOUND when no sheet of that name was written;
 *   the message names those that were
 */
char *yl_csv_writer_end (YlCsvWriter *writer, GError **error);

G_END_DECLS
