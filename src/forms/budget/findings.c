#include "book-private.h"

/* 问题清单 */

static const char *const names[] = { "ordinal",  "code",    "severity",     "title", "file",
                                     "sheet",    "row",     "column",       "cell",  "seen",
                                     "expected", "message", "at_stake_fen", "basis" };

/* The first edition did not name the cell. */
static const char *const first_names[] = { "ordinal", "code",     "severity", "title",
                                           "file",    "sheet",    "row",      "column",
                                           "seen",    "expected", "message",  "at_stake_fen",
                                           "basis" };

static void
open (YlBook *book)
{
  const gboolean is_first = book->edition < 3;
  book->findings = (YlFindingsTable){
    .form = book->form,
    .tables = book->tables,
    .findings = book->request->findings,
    .title = yl_ranges_keep (book->texts, yl_book_make_title (book, "农村公路养护预算问题清单")),
    .names = is_first ? first_names : names,
    .n_names = is_first ? G_N_ELEMENTS (first_names) : G_N_ELEMENTS (names),
    .n_per_sheet = book->rows_per_sheet,
    .tells_kinds = book->edition >= 3,
  };
  yl_findings_table_open (&book->findings);
}

static void
fill (YlBook *book, YlTable *table)
{
  (void) table;
  yl_findings_table_fill (&book->findings);
}

const YlBookTab yl_tab_findings = { .table = "findings", .open = open, .fill = fill };
