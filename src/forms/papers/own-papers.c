#include "yanglu/forms/papers/own-papers.h"

#include "yanglu/domain/sheet-names.h"

/* A workbook of findings alone has no more sheets of them, be they ever so many. */
#define MAX_PARTS 9u

gboolean
yl_own_papers_is_named (YlHasSheet has_sheet, gconstpointer book, guint n_sheets)
{
  guint n_of_findings = has_sheet (book, YL_SHEET_FINDINGS) ? 1 : 0;
  if (n_of_findings == 0)
    return FALSE;
  for (guint part = 2; part <= MAX_PARTS; part++)
    {
      g_autofree char *name = g_strdup_printf (YL_SHEET_FINDINGS "(%u)", part);
      n_of_findings += has_sheet (book, name) ? 1 : 0;
    }
  n_of_findings += has_sheet (book, YL_SHEET_SENT) ? 1 : 0;
  const gboolean has_list = has_sheet (book, YL_LIST_ROADS) || has_sheet (book, YL_SHEET_ROADS);
  return n_of_findings == n_sheets || (has_sheet (book, YL_SHEET_CONCLUSION) && !has_list);
}
