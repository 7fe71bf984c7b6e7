#include "yanglu/app/workbooks.h"

#include "yanglu/audit/formula/fill-values.h"
#include "yanglu/base/error.h"
#include "yanglu/io/child/answer.h"
#include "yanglu/io/child/reading.h"
#include "yanglu/io/file-form.h"
#include "yanglu/io/csv/reader.h"
#include "yanglu/io/ods/reader.h"
#include "yanglu/io/rows-book.h"
#include "yanglu/io/xls/reader.h"
#include "yanglu/io/xlsx/reader.h"

/* What follows is done in the child. */

static YlBookReader
find_reader (const YlInput *input)
{
  const YlFileForm form = yl_file_form_find (input);
  return form == YL_FILE_COMPOUND ? yl_xls_read : form == YL_FILE_ODF ? yl_ods_read : yl_xlsx_read;
}

static gboolean
read_rows (const YlInput *input,
           const YlRowSink *sink,
           YlFindings *findings,
           YlProgress progress,
           GError **error)
{
  return yl_book_read (find_reader (input), input, NULL, sink, findings, progress, error);
}

static YlWorkbook *
load_whole (const YlInput *input,
            YlTextPool *texts,
            YlFindings *findings,
            YlProgress progress,
            GError **error)
{
  return yl_book_load (find_reader (input), input, NULL, texts, findings, progress, error);
}

static GArray *
work_out (const YlWorkbook *workbook)
{
  return yl_fill_find (workbook);
}

void
yl_workbooks_answer (int argc, char **argv)
{
  static const YlChildReaders readers = { read_rows, load_whole, work_out };
  if (yl_child_is_asked (argc, argv))
    yl_child_answer (argv, &readers);
}

/* And this in the program itself. */

gboolean
yl_workbooks_read (const YlInput *input,
                   const YlRowSink *sink,
                   YlFindings *findings,
                   YlProgress progress,
                   GError **error)
{
  if (yl_input_has_rows (input))
    return yl_input_read_rows (input, sink, error);
  return yl_child_read (input, sink, findings, progress, error);
}

GPtrArray *
yl_workbooks_list_sheets (const YlInput *input, GError **error)
{
  return yl_child_list_sheets (input, error);
}

YlWorkbook *
yl_workbooks_load (const YlInput *input,
                   YlTextPool *texts,
                   YlFindings *findings,
                   YlProgress progress,
                   GError **error)
{
  return yl_child_load (input, texts, findings, progress, error);
}

YlWorkbook *
yl_workbooks_load_table (const YlInput *input,
                         YlTextPool *texts,
                         YlFindings *findings,
                         YlProgress progress,
                         GError **error)
{
  const char *file = yl_input_get_name (input);
  g_autoptr (YlWorkbook) workbook = yl_workbook_new (file, texts);
  g_autoptr (YlRowBook) book = yl_row_book_new (workbook, file, findings);
  const YlRowSink sink = yl_row_book_get_sink (book);
  return yl_csv_read (input, &sink, findings, progress, NULL, error) ? g_steal_pointer (&workbook)
                                                                     : NULL;
}

gboolean
yl_workbooks_check_formulas (const YlInput *input, GError **error)
{
  if (yl_file_form_find (input) == YL_FILE_PACKAGE)
    return TRUE;
  g_set_error (
      error, YL_ERROR, YL_ERROR_INVALID,
      "“%s”是本程序的预算工作簿另存成的其他格式，本程序只读其中的数值，不读公式，无法逐格核对。"
      "请给出原来的 .xlsx，或用 Excel、WPS 打开后另存为 .xlsx 再试。",
      yl_input_get_name (input));
  return FALSE;
}
