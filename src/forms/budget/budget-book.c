#include "yanglu/forms/budget/budget-book.h"

#include "yanglu/base/keyed-hash.h"

#include "recipients-private.h"
#include "shut-private.h"
#include "tabs-private.h"

#include <string.h>

#define SHEET_ROWS 1048575u
/* Title, particulars, two rows of heads above; at most five sums and the signatures below. */
#define FORM_ROWS 10u

/* The tabs, in their order. */
enum
{
  COVER,
  CONTENTS,
  NOTES,
  OVERVIEW,
  PAYERS,
  MILEAGE,
  TOWNSHIPS,
  PAYEES,
  DETAIL,
  BRIDGES,
  OTHER,
  SOURCES,
  ACCOUNTS,
  CHARTS,
  LAND,
  DECLARATION,
  TARGETS,
  BASIS,
  SCHEDULE,
  NOTICE,
  CHECKS,
  SENT,
  FINDINGS,
  CHOICES,
  CAPITAL,
  N_TABS,
};

#define MAX_NEEDS 15

static const struct
{
  const YlBookTab *tab;
  /* Whose cells it points at, or adds to: they are filled before it. Ended by the cover, which none
   * needs. */
  guint8 needs[MAX_NEEDS + 1];
} tabs[] = {
  [COVER] = { &yl_tab_cover, { CHECKS, FINDINGS, CAPITAL } },
  [CONTENTS] = { .tab = &yl_tab_contents },
  /* Its sentences read figures of all tables. */
  [NOTES] = { &yl_tab_notes, { CHECKS, FINDINGS, CAPITAL } },
  [OVERVIEW] = { &yl_tab_overview, { BASIS, DETAIL, BRIDGES, OTHER, SOURCES, PAYERS } },
  [PAYERS] = { &yl_tab_payers, { BASIS, DETAIL, OTHER, SOURCES } },
  [MILEAGE] = { &yl_tab_mileage, { DETAIL } },
  [TOWNSHIPS] = { &yl_tab_townships, { DETAIL, BRIDGES } },
  [PAYEES] = { &yl_tab_payees, { DETAIL, BRIDGES, OTHER } },
  [DETAIL] = { &yl_tab_detail, { BASIS } },
  [BRIDGES] = { &yl_tab_bridges, { BASIS } },
  [OTHER] = { .tab = &yl_tab_other },
  [SOURCES] = { &yl_tab_sources, { OTHER } },
  [ACCOUNTS] = { &yl_tab_accounts, { BASIS, OTHER, SOURCES } },
  [CHARTS] = { &yl_tab_charts, { TOWNSHIPS, SOURCES, PAYERS } },
  [LAND] = { &yl_tab_land, { BASIS, SOURCES } },
  /* Its cells repeat those of other tables. */
  [DECLARATION] = { &yl_tab_declaration,
                    { OVERVIEW, BRIDGES, OTHER, SOURCES, ACCOUNTS, MILEAGE, TARGETS } },
  [TARGETS] = { &yl_tab_targets, { BASIS, DETAIL } },
  [BASIS] = { .tab = &yl_tab_basis },
  [SCHEDULE] = { &yl_tab_schedule, { BASIS, PAYEES } },
  [NOTICE] = { &yl_tab_notice, { PAYEES } },
  /* It sees all sheets of figures; in this order their checks stand in it. */
  [CHECKS] = { &yl_tab_checks,
               { DETAIL, BRIDGES, OTHER, SOURCES, ACCOUNTS, MILEAGE, TOWNSHIPS, PAYEES, PAYERS,
                 OVERVIEW, LAND, TARGETS, SCHEDULE, NOTICE, SENT } },
  [SENT] = { &yl_tab_sent, { DETAIL } },
  [FINDINGS] = { .tab = &yl_tab_findings },
  [CHOICES] = { .tab = &yl_tab_choices },
  [CAPITAL] = { &yl_tab_capital, { OVERVIEW } },
};
G_STATIC_ASSERT (G_N_ELEMENTS (tabs) == N_TABS);

/* @name: where its name stands in each of @lines. */
static YlLabels *
label_lines (const GArray *lines, gsize name, const char *unnamed, const char *noun)
{
  const gsize size = g_array_get_element_size ((GArray *) lines);
  g_autofree const char **names = g_new0 (const char *, lines->len + 1);
  for (guint i = 0; i < lines->len; i++)
    names[i] = G_STRUCT_MEMBER (const char *, lines->data, i *size + name);
  return yl_labels_new (names, lines->len, unnamed, noun);
}

/* The file of each list and, of each table of roads, the number of its list. */
static void
take_lists (YlBook *book)
{
  const YlSentLists *sent = book->request->sent;
  if (sent == NULL || book->edition < 7)
    return;
  g_autofree const char **names = g_new0 (const char *, sent->lists->len);
  for (guint i = 0; i < sent->lists->len; i++)
    {
      const YlListFile *list = g_array_index (sent->lists, YlSentList, i).list;
      names[i] = list->file;
      for (guint k = 0; k < list->n_origins; k++)
        g_array_append_val (book->list_of, i);
    }
  book->lists = yl_labels_new (names, sent->lists->len, "（无名）", "（文件）");
}

static gint64
sum_sources (const GArray *sources)
{
  gint64 sum_fen = 0;
  for (guint i = 0; i < sources->len; i++)
    sum_fen += g_array_index (sources, YlSource, i).amount.fen;
  return sum_fen;
}

/* For totals. Before the seventh edition texts beside each other stood where the forms' own widths put
 * them. */
static void
make_room (YlBook *book)
{
  yl_tables_make_room (book->tables, YL_MEASURE_FEN, book->figures->demand_fen);
  yl_tables_make_room (book->tables, YL_MEASURE_FEN, book->figures->daily.standard_fen);
  yl_tables_make_room (book->tables, YL_MEASURE_FEN, sum_sources (book->entry->sources));
  yl_tables_make_room (book->tables, YL_MEASURE_KM, book->figures->mileage.listed_m);
}

static void
book_init (YlBook *book, const YlBookRequest *request)
{
  const YlBudget *budget = request->budget;
  const gsize payee = G_STRUCT_OFFSET (YlShareholderLine, name);
  book->request = request;
  book->budget = budget;
  book->figures = budget->figures;
  book->inventory = budget->inventory;
  book->entry = budget->entry;
  book->entity = budget->entity;
  book->policy = budget->policy;
  book->name = book->entity->name != NULL ? book->entity->name : "";
  book->townships = label_lines (book->figures->townships, G_STRUCT_OFFSET (YlTownshipLine, name),
                                 YL_UNNAMED_TOWNSHIP, "（乡镇）");
  book->payees = label_lines (book->figures->payees, payee, YL_UNNAMED_PAYEE, "（单位）");
  book->packages = label_lines (book->figures->packages, payee, "（未分标段）", "标段");
  book->day = yl_date_to_chinese (request->date);
  book->rows_per_sheet =
      request->rows_per_sheet == 0 ? SHEET_ROWS - FORM_ROWS : request->rows_per_sheet;
  yl_source_sums_init (&book->sums, book->entry->sources, book->figures->demand);
  book->road_columns = g_array_new (FALSE, FALSE, sizeof (YlTableColumn));
  book->checks = g_array_new (FALSE, TRUE, sizeof (YlCheck));
  book->recipients = g_array_new (FALSE, TRUE, sizeof (YlRecipient));
  book->listed = g_array_new (FALSE, FALSE, sizeof (YlListed));
  book->documents = g_ptr_array_new ();
  book->shut_rows = g_string_new (NULL);
  book->shut_sums = g_string_new (NULL);
  book->document_numbers = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  book->value_cells = g_hash_table_new (NULL, NULL);
  book->tables = yl_tables_new (book);
  book->edition = request->edition == 0 ? YL_BOOK_EDITION : request->edition;
  if (book->edition >= 7)
    make_room (book);
  if (book->edition >= 3)
    yl_tables_end_at_totals (book->tables);
  book->texts = yl_tables_get_texts (book->tables);
  book->list_of = g_array_new (FALSE, FALSE, sizeof (guint));
  take_lists (book);
}

static void
book_clear (YlBook *book)
{
  g_free (book->day);
  yl_labels_free (book->townships);
  yl_labels_free (book->payees);
  yl_labels_free (book->packages);
  g_clear_pointer (&book->lists, yl_labels_free);
  g_array_unref (book->list_of);
  g_array_unref (book->checks);
  g_array_unref (book->recipients);
  g_array_unref (book->listed);
  g_ptr_array_unref (book->documents);
  g_string_free (book->shut_rows, TRUE);
  g_string_free (book->shut_sums, TRUE);
  g_hash_table_unref (book->document_numbers);
  g_hash_table_unref (book->value_cells);
  yl_tables_free (book->tables);
  g_array_unref (book->road_columns);
}

static const YlBookTab *
get_tab (const YlBook *book, guint index)
{
  const YlBookTab *tab = tabs[index].tab;
  while (book->edition < tab->since && tab->older != NULL)
    tab = tab->older;
  return tab;
}

static void
open_tab (YlBook *book, const YlBookTab *tab)
{
  YlTable *table = yl_tables_add (book->tables, tab->table, tab->columns, tab->n_columns);
  g_autofree char *title = yl_book_make_title (book, tab->form.title);
  YlSheetForm form = tab->form;
  form.title = title;
  form.is_older = book->edition < 7;
  form.older_widths = tab->older_widths;
  if (tab->scrolls_from != NULL)
    {
      form.n_frozen = yl_table_find_column (table, tab->scrolls_from);
      form.folds = book->edition >= 7;
      form.has_title_apart = form.folds;
    }
  yl_book_shut_columns (book, table, tab->is_nothing);
  yl_table_open_heads (table, book->form, &form);
}

static void
fill_tab (YlBook *book, const YlBookTab *tab)
{
  YlTable *table = yl_tables_find (book->tables, tab->table);
  tab->fill (book, table);
  /* What is not shown has no page. */
  if (tab->open != NULL || tab->role == YL_TAB_HIDDEN)
    return;
  YlSheet *sheet = yl_table_get_sheet (table);
  if (tab->note != NULL)
    yl_sheet_note (sheet, tab->note);
  if (tab->is_nothing != NULL)
    yl_book_note_shut (book, table, tab->is_nothing);
  yl_book_note_shut_rows (book, sheet);
  yl_sheet_end (sheet);
}

static gboolean
is_wanted (const YlBook *book, const YlBookTab *tab)
{
  if (book->edition < tab->since)
    return FALSE;
  return tab->is_wanted == NULL || tab->is_wanted (book);
}

/* Fills a tab once, after all that it needs. */
static void
fill_in_turn (YlBook *book, guint index, gboolean is_begun[N_TABS])
{
  if (is_begun[index])
    return;
  is_begun[index] = TRUE;
  for (const guint8 *need = tabs[index].needs; *need != COVER; need++)
    fill_in_turn (book, *need, is_begun);
  const YlBookTab *tab = get_tab (book, index);
  if (is_wanted (book, tab))
    fill_tab (book, tab);
}

/* How many tables have a number so far; one that stands in 万元 as well has it twice. */
static guint
count_numbered (const YlBook *book)
{
  const char *before = "";
  guint n = 0;
  for (guint i = 0; i < book->listed->len; i++)
    {
      const char *number = g_array_index (book->listed, YlListed, i).number;
      n += number[0] != '\0' && strcmp (number, before) != 0 ? 1 : 0;
      before = number;
    }
  return n;
}

static void
list_line (YlBook *book, const YlBookTab *tab, const YlListed *line)
{
  g_array_append_val (book->listed, *line);
  if (!tab->form.in_wan || !book->request->in_wan)
    return;
  YlListed twin = *line;
  twin.sheet = yl_book_print (book, "%s" YL_SHEET_IN_WAN, line->sheet);
  twin.remark = "万元";
  g_array_append_val (book->listed, twin);
}

/* What 目录 says of a tab that is about to be begun; from the seventh edition on a table has its number
 * above it too. */
static void
list_tab (YlBook *book, const YlBookTab *tab)
{
  static const char *const numbers[] = { "一",   "二",   "三",     "四",    "五",   "六",
                                         "七",   "八",   "九",     "十",    "十一", "十二",
                                         "十三", "十四", "十五",   "十六",  "十七", "十八",
                                         "十九", "二十", "二十一", "二十二" };
  G_STATIC_ASSERT (G_N_ELEMENTS (numbers) >= N_TABS - 3);
  const gboolean is_table = tab->role == YL_TAB_NUMBERED && book->edition >= 7;
  const YlListed line = {
    .number = is_table ? yl_book_print (book, "表%s", numbers[count_numbered (book)]) : "",
    .title = tab->form.title,
    .sheet = tab->form.name,
    .remark = tab->remark == NULL ? "" : tab->remark,
  };
  if (tab->role == YL_TAB_NUMBERED || tab->role == YL_TAB_LISTED)
    list_line (book, tab, &line);
  yl_form_set_number (book->form, is_table ? line.number : NULL);
}

static void
write_tabs (YlBook *book)
{
  gboolean is_begun[N_TABS] = { FALSE };
  for (guint i = 0; i < N_TABS; i++)
    {
      const YlBookTab *tab = get_tab (book, i);
      if (is_wanted (book, tab))
        list_tab (book, tab);
      if (tab->open != NULL)
        tab->open (book);
      else if (is_wanted (book, tab))
        open_tab (book, tab);
    }
  for (guint i = 0; i < N_TABS; i++)
    fill_in_turn (book, i, is_begun);
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
    .in_wan = book->request->in_wan,
    .created = date.yyyymmdd != 0 ? date : yl_date_of_year (book->figures->year),
  };
}

YlListing
yl_book_get_listing (guint edition)
{
  if (edition == 0 || edition >= 4)
    return YL_LISTING_OFFICIAL;
  return edition >= 3 ? YL_LISTING_BY_NAME : YL_LISTING_OLDER;
}

YlForm *
yl_book_write (const YlBookRequest *request, const YlCellSink *sink)
{
  YlBook book = { 0 };
  book_init (&book, request);
  g_autofree char *title = yl_book_make_title (&book, "农村公路养护预算");
  const YlFormHead head = make_head (&book, title);
  book.form = yl_form_new (&head, sink);
  write_tabs (&book);
  book_clear (&book);
  return book.form;
}
