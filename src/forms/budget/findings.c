#include "tabs-private.h"

/* 问题清单 */

#define BEFORE "ordinal", "code", "severity", "title", "file", "sheet", "row", "column"

/* Before the sixth edition one column held what is too much, too little, late or misused. */
static const char *const mixed_names[] = {
  BEFORE, "cell", "seen", "expected", "message", "at_stake_fen", "basis",
};

/* The first edition did not name the cell. */
static const char *const first_names[] = {
  BEFORE, "seen", "expected", "message", "at_stake_fen", "basis",
};

#define SINCE(first, of)                                                                           \
  {                                                                                                \
    .edition = first, .names = of, .n = G_N_ELEMENTS (of)                                          \
  }

/* The latest first. */
static const struct
{
  guint edition; /* from which on these columns are shown */
  const char *const *names;
  guint n;
} layouts[] = { SINCE (6, yl_findings_listed), SINCE (3, mixed_names), SINCE (1, first_names) };

static void
open (YlBook *book)
{
  guint layout = 0;
  while (book->edition < layouts[layout].edition)
    layout++;
  book->findings = (YlFindingsTable){
    .form = book->form,
    .tables = book->tables,
    .findings = book->request->findings,
    .title = yl_ranges_keep (book->texts, yl_book_make_title (book, YL_FINDINGS_TITLE)),
    .names = layouts[layout].names,
    .n_names = layouts[layout].n,
    .n_per_sheet = book->rows_per_sheet,
    .folds = book->edition >= 6,
    .has_title_apart = book->edition >= 7,
    .is_older = book->edition < 7,
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

const YlBookTab yl_tab_findings = {
  .form = { .name = YL_SHEET_FINDINGS, .title = YL_FINDINGS_TITLE },
  .table = "findings",
  .open = open,
  .fill = fill,
  .remark = "内部核对",
};
