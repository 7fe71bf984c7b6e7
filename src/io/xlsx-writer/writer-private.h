#pragma once

#include <xlsxwriter.h>

#include "yanglu/io/output.h"
#include "yanglu/io/xlsx-writer/writer.h"

/* Numbers have a format for each measure, the other looks one each. */
#define YL_N_FORMATS (YL_N_MEASURES + YL_N_LOOKS)

struct _YlXlsxWriter
{
  YlCellSink sink;
  const char *noun; /* what it writes */
  YlOutput *output;
  lxw_workbook *workbook;
  lxw_format *formats[YL_N_STYLES][YL_N_FORMATS];
  lxw_error failure; /* the first that a writer told */
};

/** yl_xlsx_writer_get_format: (nullable): the format of a cell; made when it is first asked for. */
lxw_format *yl_xlsx_writer_get_format (YlXlsxWriter *writer, const YlFormCell *cell);
/** yl_xlsx_writer_draw: puts a chart over the cells. */
void yl_xlsx_writer_draw (gpointer self, gpointer sheet, const YlChart *chart);
