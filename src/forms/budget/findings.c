#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

/* 问题清单 */

static const char *const names[] = { "ordinal", "code",         "severity", "title", "file",
                                     "sheet",   "row",          "column",   "seen",  "expected",
                                     "message", "at_stake_fen", "basis" };

YlSheet *
yl_book_open_findings (YlBook *book)
{
  book->findings = (YlFindingsTable){
    .form = book->form,
    .tables = book->tables,
    .findings = book->request->findings,
    .title = yl_book_keep (
        book, g_strdup_printf ("%s%u年农村公路养护预算问题清单", book->name, book->figures->year)),
    .names = names,
    .n_names = G_N_ELEMENTS (names),
    .n_per_sheet = yl_book_get_rows_per_sheet (book),
  };
  yl_findings_table_open (&book->findings);
  return yl_table_get_sheet (book->findings.table);
}

void
yl_book_fill_findings (YlBook *book)
{
  yl_findings_table_fill (&book->findings);
}
