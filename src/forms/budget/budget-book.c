#include "yanglu/forms/budget/budget-book.h"

#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

#define MAX_NEEDS 13

typedef struct
{
  YlSheet *(*open) (YlBook *book);
  void (*fill) (YlBook *book);
  /* Whose cells it points at, or adds to: they are filled before it. Ended by the cover, which none
   * needs. */
  YlTab needs[MAX_NEEDS + 1];
} Tab;

static const Tab tabs[YL_N_TABS] = {
  [YL_TAB_COVER] = { yl_book_open_cover, yl_book_fill_cover, { YL_TAB_CHECKS, YL_TAB_FINDINGS } },
  [YL_TAB_OVERVIEW] = { yl_book_open_overview,
                        yl_book_fill_overview,
                        { YL_TAB_BASIS, YL_TAB_DETAIL, YL_TAB_BRIDGES, YL_TAB_OTHER, YL_TAB_SOURCES,
                          YL_TAB_PAYERS } },
  [YL_TAB_PAYERS] = { yl_book_open_payers,
                      yl_book_fill_payers,
                      { YL_TAB_BASIS, YL_TAB_DETAIL, YL_TAB_OTHER, YL_TAB_SOURCES } },
  [YL_TAB_MILEAGE] = { yl_book_open_mileage, yl_book_fill_mileage, { YL_TAB_DETAIL } },
  [YL_TAB_TOWNSHIPS] = { yl_book_open_townships,
                         yl_book_fill_townships,
                         { YL_TAB_DETAIL, YL_TAB_BRIDGES } },
  [YL_TAB_PAYEES] = { yl_book_open_payees, yl_book_fill_payees, { YL_TAB_DETAIL, YL_TAB_BRIDGES } },
  [YL_TAB_DETAIL] = { yl_book_open_detail, yl_book_fill_detail, { YL_TAB_BASIS } },
  [YL_TAB_BRIDGES] = { yl_book_open_bridges, yl_book_fill_bridges, { YL_TAB_BASIS } },
  [YL_TAB_OTHER] = { .open = yl_book_open_other, .fill = yl_book_fill_other },
  [YL_TAB_SOURCES] = { yl_book_open_sources, yl_book_fill_sources, { YL_TAB_OTHER } },
  [YL_TAB_CHARTS] = { yl_book_open_charts,
                      yl_book_fill_charts,
                      { YL_TAB_TOWNSHIPS, YL_TAB_SOURCES } },
  [YL_TAB_LAND] = { yl_book_open_land, yl_book_fill_land, { YL_TAB_BASIS, YL_TAB_SOURCES } },
  [YL_TAB_TARGETS] = { yl_book_open_targets, yl_book_fill_targets, { YL_TAB_BASIS } },
  [YL_TAB_BASIS] = { .open = yl_book_open_basis, .fill = yl_book_fill_basis },
  [YL_TAB_SCHEDULE] = { yl_book_open_schedule, yl_book_fill_schedule, { YL_TAB_PAYEES } },
  [YL_TAB_NOTICE] = { yl_book_open_notice, yl_book_fill_notice, { YL_TAB_PAYEES } },
  /* It sees all sheets of figures; in this order their checks stand in it. */
  [YL_TAB_CHECKS] = { yl_book_open_checks,
                      yl_book_fill_checks,
                      { YL_TAB_DETAIL, YL_TAB_BRIDGES, YL_TAB_OTHER, YL_TAB_SOURCES, YL_TAB_MILEAGE,
                        YL_TAB_TOWNSHIPS, YL_TAB_PAYEES, YL_TAB_PAYERS, YL_TAB_OVERVIEW,
                        YL_TAB_LAND, YL_TAB_TARGETS, YL_TAB_SCHEDULE, YL_TAB_NOTICE } },
  [YL_TAB_FINDINGS] = { .open = yl_book_open_findings, .fill = yl_book_fill_findings },
};

static YlLabels *
label_shareholders (const GArray *lines, const char *unnamed, const char *noun)
{
  g_autofree const char **names = g_new0 (const char *, lines->len + 1);
  for (guint i = 0; i < lines->len; i++)
    names[i] = g_array_index (lines, YlShareholderLine, i).name;
  return yl_labels_new (names, lines->len, unnamed, noun);
}

static YlLabels *
label_townships (const GArray *lines)
{
  g_autofree const char **names = g_new0 (const char *, lines->len + 1);
  for (guint i = 0; i < lines->len; i++)
    names[i] = g_array_index (lines, YlTownshipLine, i).name;
  return yl_labels_new (names, lines->len, YL_UNNAMED_TOWNSHIP, "（乡镇）");
}

static void
book_init (YlBook *book, const YlBookRequest *request)
{
  const YlBudget *budget = request->budget;
  book->request = request;
  book->budget = budget;
  book->figures = yl_budget_get_figures (budget);
  book->inventory = yl_budget_get_inventory (budget);
  book->entry = yl_budget_get_entry (budget);
  book->entity = yl_budget_get_entity (budget);
  book->policy = yl_budget_get_policy (budget);
  book->name = book->entity->name != NULL ? book->entity->name : "";
  book->townships = label_townships (book->figures->townships);
  book->payees = label_shareholders (book->figures->payees, YL_UNNAMED_PAYEE, "（单位）");
  book->packages = label_shareholders (book->figures->packages, "（未分标段）", "标段");
  book->checks = g_array_new (FALSE, TRUE, sizeof (YlCheck));
  book->recipients = g_array_new (FALSE, TRUE, sizeof (YlRecipient));
  book->value_cells = g_hash_table_new (NULL, NULL);
  book->tables = yl_tables_new (book);
  book->references = yl_tables_get_texts (book->tables);
}

static void
book_clear (YlBook *book)
{
  yl_labels_free (book->townships);
  yl_labels_free (book->payees);
  yl_labels_free (book->packages);
  g_array_unref (book->checks);
  g_array_unref (book->recipients);
  g_hash_table_unref (book->value_cells);
  yl_tables_free (book->tables);
}

/* Fills @tab once, after all that it needs. */
static void
fill_tab (YlBook *book, YlTab tab, gboolean is_begun[YL_N_TABS])
{
  if (is_begun[tab])
    return;
  is_begun[tab] = TRUE;
  for (const YlTab *need = tabs[tab].needs; *need != YL_TAB_COVER; need++)
    fill_tab (book, *need, is_begun);
  if (book->tabs[tab] != NULL)
    tabs[tab].fill (book);
}

static void
write_tabs (YlBook *book)
{
  gboolean is_begun[YL_N_TABS] = { FALSE };
  for (guint i = 0; i < YL_N_TABS; i++)
    book->tabs[i] = tabs[i].open (book);
  yl_book_list_recipients (book);
  for (guint i = 0; i < YL_N_TABS; i++)
    fill_tab (book, i, is_begun);
}

static YlFormHead
make_head (const YlBook *book, const char *title)
{
  const YlUnit *unit = &book->entry->unit;
  const YlDate date = book->request->date;
  return (YlFormHead){
    .entity = unit->entity[0] != '\0' ? unit->entity : book->name,
    .date = date,
    .prepared_by = unit->prepared_by,
    .reviewed_by = unit->reviewed_by,
    .head = unit->head,
    .title = title,
    .created = date.yyyymmdd != 0 ? date : yl_date_of_year (book->figures->year),
  };
}

YlForm *
yl_book_write (const YlBookRequest *request, const YlCellSink *sink)
{
  YlBook book = { 0 };
  book_init (&book, request);
  g_autofree char *title = yl_book_make_title (&book, "养护预算");
  const YlFormHead head = make_head (&book, title);
  book.form = yl_form_new (&head, sink);
  write_tabs (&book);
  book_clear (&book);
  return book.form;
}
