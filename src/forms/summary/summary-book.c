#include "summary-private.h"

#include "yanglu/forms/findings-table.h"
#include "yanglu/forms/sent-table.h"

#define SHEET_ROWS 1048575u
/* Title, particulars and heads above; sums and the signatures below, beside the notes. */
#define FORM_ROWS 10u

static const char *const names[] = { "ordinal", "code",   "severity", "file",        "sheet",
                                     "row",     "column", "message",  "at_stake_fen" };

static gboolean
has_special (const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, YlRollUpRow, i).tally.road_class == YL_CLASS_SPECIAL)
      return TRUE;
  return FALSE;
}

/* (transfer full) (element-type utf8) */
static GPtrArray *
make_notes (const YlSummaryBookRequest *request)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  const YlFindings *findings = request->findings;
  const guint64 n_all = yl_findings_get_n_of_severity (findings, YL_SEVERITY_ERROR)
                        + yl_findings_get_n_of_severity (findings, YL_SEVERITY_WARNING)
                        + yl_findings_get_n_of_severity (findings, YL_SEVERITY_INFO);
  if (n_all > yl_findings_get_n (findings))
    g_ptr_array_add (notes, g_strdup_printf ("共有 %" G_GUINT64_FORMAT
                                             " 处，同一类问题只列出前面的一部分，"
                                             "小计是所列的；逐行列出用 yanglu check 检查各份台账。",
                                             n_all));
  return notes;
}

static void
write_findings (const YlSummaryBook *book)
{
  g_autoptr (GPtrArray) notes = make_notes (book->request);
  g_autofree char *title = yl_summary_title (book, "台账问题清单");
  g_autoptr (YlTables) tables = yl_tables_new (NULL);
  YlFindingsTable list = {
    .form = book->form,
    .tables = tables,
    .findings = book->request->findings,
    .title = title,
    .names = names,
    .n_names = G_N_ELEMENTS (names),
    .n_per_sheet = SHEET_ROWS - FORM_ROWS - notes->len,
    .notes = (const char *const *) (gpointer) notes->pdata,
    .n_notes = notes->len,
  };
  yl_findings_table_open (&list);
  yl_findings_table_fill (&list);
}

static void
write_sent (const YlSummaryBook *book)
{
  g_autofree char *of = yl_summary_name (book);
  yl_sent_write (book->request->sent, book->form, book->tables, of);
}

static void
write_sheets (const YlSummaryBook *book)
{
  YlSummaryUnits money = { 0 };
  YlSummaryUnits mileage = { 0 };
  YlSummaryTownships townships = { 0 };
  yl_summary_money_open (&money, book);
  yl_summary_mileage_open (&mileage, book);
  yl_summary_townships_open (&townships, book);
  yl_summary_townships_fill (&townships);
  yl_summary_money_fill (&money);
  yl_summary_mileage_fill (&mileage);
  yl_summary_twice_write (book);
  write_sent (book);
  write_findings (book);
  yl_summary_readings_write (book);
}

void
yl_summary_book_write (const YlSummaryBookRequest *request, const YlCellSink *sink)
{
  g_autoptr (YlTables) tables = yl_tables_new (NULL);
  YlSummaryBook book = { .request = request, .tables = tables };
  g_autofree char *title = yl_summary_title (&book, "汇总");
  const YlFormHead head = { .entity = "",
                            .date = request->date,
                            .prepared_by = "",
                            .reviewed_by = "",
                            .head = "",
                            .title = title,
                            .created = request->date.yyyymmdd != 0
                                           ? request->date
                                           : yl_date_of_year (request->year) };
  g_autoptr (YlForm) form = yl_form_new (&head, sink);
  book.form = form;
  book.has_special = has_special (request->roll_up->rows);
  write_sheets (&book);
}
