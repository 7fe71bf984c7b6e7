#include "annotated-private.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/forms/findings-table.h"
#include "yanglu/forms/mark-colours.h"

#include <string.h>

gboolean
yl_annotated_book_fits (const YlWorkbook *found, guint64 *out_n_cells)
{
  *out_n_cells = 0;
  for (guint i = 0; i < found->sheets->len; i++)
    *out_n_cells += ((const YlWorksheet *) g_ptr_array_index (found->sheets, i))->cells->len;
  return *out_n_cells <= YL_ANNOTATED_CELLS;
}

/* ---- the whole ---- */

static void
define_names (const YlWorkbook *found, const YlCellSink *sink)
{
  g_autoptr (GHashTable) defined =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; sink->define != NULL && i < found->names->len; i++)
    {
      const YlDefinedName *name = &g_array_index (found->names, YlDefinedName, i);
      if (yl_annotated_may_define (name)
          && g_hash_table_add (defined, g_utf8_casefold (name->name, -1)))
        sink->define (sink->self, name->name, name->reference);
    }
}

static void
write_sheets (YlFoundSheets *sheets, const YlFindingsTable *list)
{
  const guint n = sheets->workbook->sheets->len;
  g_autofree gpointer *sunk = g_new0 (gpointer, n + 1);
  sheets->first_row = yl_table_get_part (list->table, 0)->first_row;
  for (guint i = 0; i < n; i++)
    sunk[i] = yl_found_sheets_begin (sheets, i);
  for (guint i = 0; i < n; i++)
    {
      yl_found_sheets_set_page (sheets, i, sunk[i]);
      yl_found_sheets_write (sheets, i, sunk[i]);
    }
}

static void
write_book (const YlNotesPage *page,
            YlFindingsTable *list,
            const char *const *tabs,
            const YlCellSink *sink)
{
  const YlWorkbook *found = page->request->found;
  g_autoptr (YlNotes) notes = yl_notes_new (page, found, tabs);
  g_autoptr (YlDressing) dressing = yl_dressing_new (page->request);
  g_autoptr (GArray) looks = yl_found_sheets_list_looks (found);
  YlFoundSheets sheets = { .workbook = found,
                           .sink = sink,
                           .notes = notes,
                           .dressing = dressing,
                           .tabs = tabs,
                           .looks = looks,
                           .page = page };
  list->places = notes->places;
  list->links = notes->links;
  yl_findings_table_open (list);
  yl_findings_table_fill (list);
  write_sheets (&sheets, list);
  define_names (found, sink);
}

static void
write_page (const YlNotesPage *page, const char *const *tabs, const YlCellSink *sink)
{
  g_autoptr (YlTables) tables = yl_tables_new (NULL);
  const YlFormHead head = { .entity = "",
                            .prepared_by = "",
                            .reviewed_by = "",
                            .head = "",
                            .title = page->title,
                            .is_about_entity = TRUE,
                            /* Any fixed day will do: the clock must not show. */
                            .created = yl_date_of_year (2000) };
  g_autoptr (YlForm) form = yl_form_new (&head, sink);
  YlFindingsTable list = { .form = form,
                           .tables = tables,
                           .findings = page->findings,
                           .title = page->title,
                           .names = page->names,
                           .n_names = page->n_names,
                           .n_per_sheet = YL_SHEET_MAX_ROWS / 2,
                           .introduce = page->introduce,
                           .data = page,
                           .sheet = page->sheet };
  write_book (page, &list, tabs, sink);
}

void
yl_annotated_book_write (const YlAnnotatedRequest *request, const YlCellSink *sink)
{
  YlNotesPage page = { 0 };
  if (request->list != NULL)
    yl_notes_page_init_list (&page, request);
  else
    yl_notes_page_init_audit (&page, request);
  g_auto (GStrv) tabs = yl_annotated_name_tabs (request->found, page.sheet);
  g_autoptr (GPtrArray) losses = yl_annotated_list_losses (request, (const char *const *) tabs);
  page.losses = losses;
  write_page (&page, (const char *const *) tabs, sink);
}

/* ---- looked at again ---- */

/* What a sheet of that name begins with, if it is a copy's. */
static const struct
{
  const char *sheet;
  const char *title;
} pages[] = {
  { YL_SHEET_NOTES, YL_TITLE_NOTES },
  { YL_SHEET_GIVEN_BACK, YL_TITLE_GIVEN_BACK },
};

/* (nullable) */
static const char *
find_page (const YlWorkbook *found, const YlWorksheet *sheet)
{
  const YlCell *title = yl_worksheet_find (sheet, 1, 0);
  for (gsize i = 0; title != NULL && i < G_N_ELEMENTS (pages); i++)
    if (strcmp (sheet->name, pages[i].sheet) == 0
        && strcmp (yl_workbook_get_text (found, title->value), pages[i].title) == 0)
      return pages[i].sheet;
  return NULL;
}

static void
drop_papers (YlWorkbook *found)
{
  for (guint i = 0; i < found->looks->len; i++)
    {
      YlCellLook *look = &g_array_index (found->looks, YlCellLook, i);
      for (guint severity = 0; severity < YL_N_SEVERITIES; severity++)
        if (look->paper == yl_mark_colours[severity].paper)
          look->paper = YL_COLOUR_WHITE;
    }
}

const char *
yl_annotated_book_drop (YlWorkbook *found)
{
  for (guint i = 0; i < found->sheets->len; i++)
    {
      const char *page = find_page (found, g_ptr_array_index (found->sheets, i));
      if (page == NULL)
        continue;
      g_ptr_array_remove_index (found->sheets, i);
      drop_papers (found);
      return page;
    }
  return NULL;
}
