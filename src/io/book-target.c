#include "yanglu/io/book-target.h"

#include "yanglu/base/error.h"

void
yl_book_target_end_sheet (const YlBookTarget *target, const YlWorksheet *sheet, guint n_unsaved)
{
  const YlRowSink *sink = target->sink;
  const gboolean has_layout = sink->layout != NULL && sheet != NULL;
  if (has_layout)
    sink->layout (sink->self, &(YlSheetLayout){ .merges = sheet->merges, .n_unsaved = n_unsaved });
  sink->end_sheet (sink->self);
}

static gboolean
run (YlBookReader reader, const YlInput *input, YlBookTarget *target, GError **error)
{
  g_autoptr (GError) local = NULL;
  const guint64 n_bytes = (guint64) yl_input_get_size (input);
  target->max_cells = yl_book_limits_count_cells (target->limits, n_bytes);
  target->max_shared = yl_book_limits_count_shared (target->limits, n_bytes);
  if (target->workbook != NULL)
    target->workbook->file_bytes = n_bytes;
  if (reader (input, target, &local))
    return TRUE;
  if (g_error_matches (local, YL_ERROR, YL_ERROR_LIMIT))
    yl_book_faults_add_limit (&target->faults, NULL, local);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
yl_book_read (YlBookReader reader,
              const YlInput *input,
              const YlBookLimits *limits,
              const YlRowSink *sink,
              YlFindings *findings,
              void (*progress) (goffset done, goffset all),
              GError **error)
{
  const gboolean has_layouts = sink->layout != NULL;
  g_autoptr (YlWorkbook) layouts =
      has_layouts ? yl_workbook_new (yl_input_get_name (input), NULL) : NULL;
  YlBookTarget target = {
    .sink = sink,
    .workbook = layouts,
    .limits = limits == NULL ? &yl_book_limits_default : limits,
    .faults = { yl_input_get_name (input), findings },
    .progress = progress,
  };
  return run (reader, input, &target, error);
}

YlWorkbook *
yl_book_load (YlBookReader reader,
              const YlInput *input,
              const YlBookLimits *limits,
              YlTextPool *texts,
              YlFindings *findings,
              void (*progress) (goffset done, goffset all),
              GError **error)
{
  g_autoptr (YlWorkbook) workbook = yl_workbook_new (yl_input_get_name (input), texts);
  YlBookTarget target = {
    .workbook = workbook,
    .keeps_cells = TRUE,
    .limits = limits == NULL ? &yl_book_limits_default : limits,
    .faults = { yl_input_get_name (input), findings },
    .progress = progress,
  };
  return run (reader, input, &target, error) ? g_steal_pointer (&workbook) : NULL;
}
