#include "yanglu/forms/papers/findings-book.h"

#include "yanglu/forms/findings-table.h"
#include "yanglu/forms/sent-table.h"

#define SHEET_ROWS 1048575u
/* Title, particulars and heads above; sums and the signatures below, beside the notes. */
#define FORM_ROWS 10u

/* (transfer full) (element-type utf8) */
static GPtrArray *
make_notes (const YlFindingsBookRequest *request)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (notes, g_strdup (request->made));
  for (gsize i = 0; i < request->n_choices; i++)
    {
      const YlChoice *choice = &request->choices[i];
      g_ptr_array_add (notes,
                       g_strdup_printf ("%s：%s（%s）", choice->what, choice->chosen, choice->why));
    }
  return notes;
}

static void
write_list (const YlFindingsBookRequest *request, YlForm *form, const char *title)
{
  g_autoptr (GPtrArray) notes = make_notes (request);
  g_autoptr (YlTables) tables = yl_tables_new (NULL);
  YlFindingsTable list = {
    .form = form,
    .tables = tables,
    .findings = request->findings,
    .title = title,
    .names = yl_findings_listed,
    .n_names = YL_N_FINDINGS_LISTED,
    .n_per_sheet = request->rows_per_sheet != 0 ? request->rows_per_sheet
                                                : SHEET_ROWS - FORM_ROWS - notes->len,
    .folds = TRUE,
    .has_title_apart = TRUE,
    .tells_kinds = TRUE,
    .notes = (const char *const *) (gpointer) notes->pdata,
    .n_notes = notes->len,
  };
  yl_findings_table_open (&list);
  yl_findings_table_fill (&list);
}

void
yl_findings_book_write (const YlFindingsBookRequest *request, const YlCellSink *sink)
{
  const YlUnit *unit = request->unit;
  const char *name = request->name == NULL ? "" : request->name;
  g_autofree char *title = g_strdup_printf ("%s%u年" YL_FINDINGS_TITLE, name, request->year);
  const YlFormHead head = {
    .entity = unit->entity[0] != '\0' ? unit->entity : name,
    .date = unit->date,
    .prepared_by = unit->prepared_by,
    .reviewed_by = unit->reviewed_by,
    .head = unit->head,
    .title = title,
    .created = unit->date.yyyymmdd != 0 ? unit->date : yl_date_of_year (request->year),
  };
  g_autoptr (YlForm) form = yl_form_new (&head, sink);
  write_list (request, form, title);
  if (request->sent == NULL)
    return;
  /* The titles of rows that the budget has stay values here. */
  g_autofree char *of = g_strdup_printf ("%s%u年", name, request->year);
  g_autoptr (YlTables) tables = yl_tables_new (NULL);
  yl_sent_write (request->sent, form, tables, of);
}
