#include "yanglu/io/xlsx/load.h"

#include "loaded-sheet-private.h"
#include "reading-private.h"

static gboolean
take_every_sheet (gpointer self, const char *sheet, gboolean is_hidden)
{
  (void) self;
  (void) sheet;
  (void) is_hidden;
  return TRUE;
}

static gboolean
take_every_row (gpointer self, guint32 row, const YlText *cells, guint n_cells)
{
  (void) self;
  (void) row;
  (void) cells;
  (void) n_cells;
  return TRUE;
}

static void
end_sheet (gpointer self)
{
  (void) self;
}

YlWorkbook *
yl_xlsx_load (const YlInput *input,
              const YlXlsxLimits *limits,
              YlTextPool *texts,
              YlFindings *findings,
              void (*progress) (goffset done, goffset all),
              GError **error)
{
  static const YlRowSink sink = { take_every_sheet, take_every_row, end_sheet, NULL };
  g_autoptr (YlWorkbook) workbook = yl_workbook_new (yl_input_get_name (input), texts);
  YlLoadedSheet loaded;
  yl_loaded_sheet_init (&loaded, workbook);
  YlXlsxReading reading = {
    .input = input,
    .limits = limits == NULL ? &yl_xlsx_limits_default : limits,
    .sink = &sink,
    .findings = findings,
    .loaded = &loaded,
  };
  const gboolean is_read = yl_xlsx_reading_run (&reading, progress, error);
  yl_loaded_sheet_clear (&loaded);
  return is_read ? g_steal_pointer (&workbook) : NULL;
}
