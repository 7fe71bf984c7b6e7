#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

/* 问题清单 */

static const guint8 fields[] = {
  YL_FIELD_ORDINAL, YL_FIELD_CODE,  YL_FIELD_SEVERITY, YL_FIELD_TITLE, YL_FIELD_FILE,
  YL_FIELD_SHEET,   YL_FIELD_ROW,   YL_FIELD_COLUMN,   YL_FIELD_SEEN,  YL_FIELD_EXPECTED,
  YL_FIELD_MESSAGE, YL_FIELD_STAKE, YL_FIELD_BASIS,
};

YlSheet *
yl_book_open_findings (YlBook *book)
{
  book->findings = (YlFindingsTable){
    .form = book->form,
    .texts = book->references,
    .findings = book->request->findings,
    .title = yl_book_keep (
        book, g_strdup_printf ("%s%u年农村公路养护预算问题清单", book->name, book->figures->year)),
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .n_per_sheet = yl_book_get_rows_per_sheet (book),
  };
  yl_findings_table_open (&book->findings);
  return g_array_index (book->findings.parts, YlPart, 0).sheet;
}

void
yl_book_fill_findings (YlBook *book)
{
  yl_findings_table_fill (&book->findings);
}
