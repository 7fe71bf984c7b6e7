#pragma once

#include "yanglu/forms/cell-sink.h"

G_BEGIN_DECLS

/**
 * YlXlsxWriter: a sink that writes an .xlsx file. The file appears whole, by
 * yl_xlsx_writer_close(), or not at all. The same cells give the same bytes.
 */
typedef struct _YlXlsxWriter YlXlsxWriter;

/** yl_xlsx_writer_new: refuses an existing @path with %YL_ERROR_EXISTS unless @force. */
YlXlsxWriter *yl_xlsx_writer_new (const char *path, gboolean force, GError **error);
/** yl_xlsx_writer_new_entry: the same for a workbook to be filled in, whose cells come in any order:
 * they are held until it is closed. */
YlXlsxWriter *yl_xlsx_writer_new_entry (const char *path, gboolean force, GError **error);
/** yl_xlsx_writer_new_copy: the same for a workbook that was found, written again. */
YlXlsxWriter *yl_xlsx_writer_new_copy (const char *path, gboolean force, GError **error);
void yl_xlsx_writer_free (YlXlsxWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlXlsxWriter, yl_xlsx_writer_free)

/** yl_xlsx_writer_get_sink: (transfer none): lives as long as @writer. */
const YlCellSink *yl_xlsx_writer_get_sink (YlXlsxWriter *writer);

/** yl_xlsx_writer_close: writes the file and puts it into its place; also tells what failed while
 * cells were written. Nothing may be written afterwards. */
gboolean yl_xlsx_writer_close (YlXlsxWriter *writer, GError **error);

G_END_DECLS
