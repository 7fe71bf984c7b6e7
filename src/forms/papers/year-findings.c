#include "year-private.h"

#include "yanglu/forms/findings-table.h"

/* 问题清单 of both, one behind the other. */

#define SHEET_ROWS 1048575u
/* Title, particulars and heads above; three sums and the signatures below. */
#define FORM_ROWS 8u

static const char *const names[] = {
  "ordinal",  "file",     "code",      "severity", "title",    "sheet",
  "row",      "column",   "cell",      "seen",     "expected", "more_fen",
  "less_fen", "late_fen", "other_fen", "gainer",   "message",  "basis",
};

/* Which side it is stands before the file: both may be called the same. */
static void
add_side (const YlYearBookRequest *request, YlSide side, YlFindings *both)
{
  const YlFindings *own = request->findings[side];
  for (gsize i = 0; own != NULL && i < yl_findings_get_n (own); i++)
    {
      YlFinding finding = *yl_findings_get (own, i);
      g_autofree char *file =
          g_strdup_printf ("%s %s", request->reconciliation->called[side],
                           finding.file == NULL ? request->file[side] : finding.file);
      finding.file = file;
      yl_findings_add (both, &finding);
    }
}

void
yl_year_findings_write (const YlYearBookRequest *request, YlForm *form, const char *entity)
{
  g_autoptr (YlFindings) both = yl_findings_new ();
  for (guint side = 0; side < YL_N_SIDES; side++)
    add_side (request, (YlSide) side, both);
  if (yl_findings_get_n (both) == 0)
    return;
  g_autofree char *title = g_strdup_printf ("%s农村公路养护预算两份的问题", entity);
  g_autoptr (YlTables) tables = yl_tables_new (NULL);
  YlFindingsTable list = {
    .form = form,
    .tables = tables,
    .findings = both,
    .title = title,
    .names = names,
    .n_names = G_N_ELEMENTS (names),
    .n_per_sheet = SHEET_ROWS - FORM_ROWS,
    .folds = TRUE,
    .has_title_apart = TRUE,
  };
  yl_findings_table_open (&list);
  yl_findings_table_fill (&list);
}
