#include "support/sheet.h"

#include "support/assert.h"

static void
print_findings (const YlFindings *findings)
{
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      print_error ("%s %s:%" YL_ROW_ID_FORMAT " %s: %s\n", yl_code_get_name (finding->code),
                   finding->sheet == NULL ? "" : finding->sheet, finding->row,
                   finding->column == NULL ? "" : finding->column, finding->message);
    }
}

void
yl_sheet_feed (const YlRowSink *sink, const char *sheet, const char *rows)
{
  if (!sink->begin_sheet (sink->self, sheet, FALSE))
    return;
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  for (guint32 i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], "|", -1);
      const guint n_cells = g_strv_length (words);
      g_autofree YlText *cells = g_new0 (YlText, n_cells + 1);
      for (guint cell = 0; cell < n_cells; cell++)
        cells[cell] = yl_text_of (words[cell]);
      if (!sink->row (sink->self, i + 1, cells, n_cells))
        break;
    }
  sink->end_sheet (sink->self);
}

const YlFinding *
yl_findings_find (const YlFindings *findings, YlCode code)
{
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    if (yl_findings_get (findings, i)->code == code)
      return yl_findings_get (findings, i);
  return NULL;
}

void
yl_assert_finding (const YlFindings *findings,
                   YlCode code,
                   guint32 row,
                   const char *column,
                   const char *file,
                   int line)
{
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      if (finding->code == code && finding->row == row && g_strcmp0 (finding->column, column) == 0)
        return;
    }
  print_error ("no %s at row %u, column %s; there are:\n", yl_code_get_name (code), row, column);
  print_findings (findings);
  _fail (file, line);
}

void
yl_assert_no_findings (const YlFindings *findings, const char *file, int line)
{
  if (yl_findings_get_n (findings) == 0)
    return;
  print_findings (findings);
  _fail (file, line);
}
