#include "yanglu/io/book-target.h"

#include "yanglu/base/error.h"

static gboolean
run (YlBookReader reader, const YlInput *input, YlBookTarget *target, GError **error)
{
  g_autoptr (GError) local = NULL;
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
  YlBookTarget target = {
    .sink = sink,
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
    .limits = limits == NULL ? &yl_book_limits_default : limits,
    .faults = { yl_input_get_name (input), findings },
    .progress = progress,
  };
  return run (reader, input, &target, error) ? g_steal_pointer (&workbook) : NULL;
}
