#pragma once

#include "archive-private.h"
#include "loaded-sheet-private.h"
#include "strings-private.h"

G_BEGIN_DECLS

/** YlXlsxReading: one workbook on its way to one sink. */
typedef struct
{
  const YlInput *input;
  const YlXlsxLimits *limits;
  const YlRowSink *sink;
  YlFindings *findings;
  YlArchive *archive;
  GArray *styles; /* of YlXlsxStyle */
  YlSharedStrings strings;
  gboolean is_1904;
  YlLoadedSheet *loaded; /* (nullable): where the workbook is kept whole, beside the sink */
} YlXlsxReading;

/** yl_xlsx_reading_run: reads the workbook of @reading, of which the tables are still empty. */
gboolean yl_xlsx_reading_run (YlXlsxReading *reading,
                              void (*progress) (goffset done, goffset all),
                              GError **error);

/** Where a finding stands; all zero for the workbook as a whole. */
typedef struct
{
  const char *sheet;
  guint32 row;
  const char *column;
  const char *seen;
} YlXlsxPlace;

/** yl_xlsx_report: adds a finding of @code with the severity of the rule book. */
void yl_xlsx_report (const YlXlsxReading *reading,
                     YlCode code,
                     const YlXlsxPlace *place,
                     const char *format,
                     ...) G_GNUC_PRINTF (4, 5);

/** yl_xlsx_report_ignored: names what the workbook carries and nobody reads (E05). */
gboolean yl_xlsx_report_ignored (YlXlsxReading *reading, const char *book_part, GError **error);
/** yl_xlsx_report_ignored_in_sheet: the same for what a sheet alone carries. */
gboolean yl_xlsx_report_ignored_in_sheet (YlXlsxReading *reading,
                                          const char *part,
                                          const char *sheet,
                                          GError **error);

/** yl_xlsx_sheet_read: hands the rows of one sheet to the sink. */
gboolean
yl_xlsx_sheet_read (YlXlsxReading *reading, const char *part, const char *sheet, GError **error);

G_END_DECLS
