#pragma once

#include <xlsxwriter.h>

#include "yanglu/io/output.h"
#include "yanglu/io/xlsx-writer/writer.h"

/* Numbers have a format for each measure, the other looks one each. */
#define YL_N_FORMATS (YL_N_MEASURES + YL_N_LOOKS)

/**
 * YlScratch: the temporary streams of a workbook that is being written. The library takes each from
 * lxw_tmpfile(), which is ours, and checks nothing that it writes into them; ours keeps the first
 * error of any of them.
 */
typedef struct _YlScratch YlScratch;

/** yl_scratch_new: @key is what the library hands to lxw_tmpfile() (option tmpdir), unlike that of
 * any other workbook; the streams lie in @folder, without names. */
YlScratch *yl_scratch_new (const char *key, const char *folder);
/** yl_scratch_get_error: Returns: the first errno; ENOSYS when no stream was ever asked for; else 0. */
int yl_scratch_get_error (const YlScratch *scratch);
void yl_scratch_free (YlScratch *scratch);

/** yl_package_is_whole: whether the workbook at @path reads back: its directory is consistent, every
 * checksum is right, and its sheets hold @n_cells cells (array of @n_sheets). */
gboolean yl_package_is_whole (const char *path, const guint64 *n_cells, guint n_sheets);

/** yl_package_fill_names: the formulas of @names (array of name, formula) in the workbook at @path. Returns: FALSE where
 * it could not be written */
gboolean yl_package_fill_names (const char *path, const GPtrArray *names);

struct _YlXlsxWriter
{
  YlCellSink sink;
  const char *noun; /* what it writes */
  char *path;       /* as it was asked for, to be shown */
  YlOutput *output;
  YlScratch *scratch;
  gboolean is_in_order;
  GArray *n_cells;       /* guint64: those put into each sheet */
  GArray *shut_rows;     /* guint32: of each sheet the last one out of sight, from 1; 0: none */
  GHashTable *places;    /* guint64: sheet, row, column of them, where they come in any order */
  GPtrArray *long_names; /* of char: name, formula, name … that are longer than the library's */
  lxw_workbook *workbook;
  lxw_format *formats[YL_N_STYLES][YL_N_FORMATS];
  GHashTable *dresses; /* the formats of cells that were found or are marked */
  lxw_error failure;   /* the first that a writer told */
};

/** yl_xlsx_writer_get_format: (nullable): the format of a cell; made when it is first asked for. */
lxw_format *yl_xlsx_writer_get_format (YlXlsxWriter *writer, const YlFormCell *cell);
/** yl_xlsx_writer_dress: makes @format that of @cell's look and style alone. */
void yl_xlsx_writer_dress (lxw_format *format, const YlFormCell *cell);

/** yl_xlsx_writer_define: as YlCellSink has it. */
void yl_xlsx_writer_define (gpointer self, const char *name, const char *reference);

/* found.c: cells that were found, and what an audit says of them. */

/** yl_xlsx_writer_dresses_new: (transfer full) */
GHashTable *yl_xlsx_writer_dresses_new (void);
/** yl_xlsx_writer_get_dress: the format of a cell that has a found look or a mark. */
lxw_format *yl_xlsx_writer_get_dress (YlXlsxWriter *writer, const YlFormCell *cell);
/** yl_xlsx_writer_link: makes the cell lead to its link; its content is written afterwards. */
lxw_error yl_xlsx_writer_link (lxw_worksheet *sheet, const YlFormCell *cell, lxw_format *format);
/** yl_xlsx_writer_tell_mark: the note of the cell's mark, if any. */
lxw_error yl_xlsx_writer_tell_mark (lxw_worksheet *sheet, const YlFormCell *cell);
/** yl_xlsx_writer_set_found: the settings of sheets that somebody else made. */
lxw_error yl_xlsx_writer_set_found (YlXlsxWriter *writer,
                                    lxw_worksheet *sheet,
                                    const YlSheetSetting *setting);

/** yl_xlsx_writer_draw: puts a chart over the cells. */
void yl_xlsx_writer_draw (gpointer self, gpointer sheet, const YlChart *chart);
/** yl_xlsx_escape: a text that a reader decodes to @text, whatever looks like an escape in it: _x000D_.
 * Returns: (transfer none): @text itself when nothing had to change, else *@out_made, which the caller
 * frees. */
const char *yl_xlsx_escape (const char *text, char **out_made);
