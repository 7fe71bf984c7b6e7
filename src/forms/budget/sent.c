#include "tabs-private.h"

#include "yanglu/forms/sent-table.h"

static gboolean
is_wanted (const YlBook *book)
{
  return book->lists != NULL;
}

static void
make_row (gpointer user_data, gsize index, gpointer record)
{
  const YlBook *book = user_data;
  const YlSentList *sent = &g_array_index (book->request->sent->lists, YlSentList, index);
  *(YlSentRow *) record = yl_sent_row_of (sent, yl_labels_get (book->lists, (guint) index));
}

static void
fill (YlBook *book, YlTable *table)
{
  const YlSentLists *sent = book->request->sent;
  YlSheet *sheet = yl_table_get_sheet (table);
  YlSentRow row;
  YlSentRow total = { 0 };
  yl_table_continue (table, sheet, sent->lists->len);
  yl_table_write_rows (table, 0, sent->lists->len, make_row, &row, &total);
  yl_table_write_total (table, 0, &total);
  yl_book_check_total (book, table, "counted_m", "里程明细计入里程＝各份台账计入里程",
                       "sum(roads.counted_m)", total.counted_m);
  yl_book_check_total (book, table, "roads_fen", "里程明细金额合计＝各份台账公路金额合计",
                       "sum(roads.amount_fen)", total.roads_fen);
  yl_sent_note (sent, sheet, book->texts);
}

const YlBookTab yl_tab_sent = {
  .form = YL_SENT_FORM,
  .table = "sent",
  .columns = yl_sent_columns,
  .n_columns = YL_N_SENT_COLUMNS,
  .scrolls_from = "townships",
  .is_wanted = is_wanted,
  .fill = fill,
};
