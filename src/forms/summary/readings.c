#include "summary-private.h"

/* 读取说明: what was taken for what in the lists, and what of them was not read. */

#define AT(of) G_STRUCT_OFFSET (YlChoice, of)

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (5),
  YL_COLUMN_TEXT ("what", "事项", 26, AT (what)),
  YL_COLUMN_TEXT ("chosen", "内容", 66, AT (chosen)),
  YL_COLUMN_TEXT ("why", "说明", 30, AT (why)),
};

void
yl_summary_readings_write (const YlSummaryBook *book)
{
  const YlSummaryBookRequest *request = book->request;
  if (request->n_choices == 0)
    return;
  g_autofree char *title = yl_summary_title (book, "台账读取说明");
  YlTable *table = yl_tables_add (book->tables, "readings", columns, G_N_ELEMENTS (columns));
  YlSheet *sheet =
      yl_table_open (table, book->form, &(YlSheetForm){ .name = YL_SHEET_CHOICES, .title = title },
                     request->n_choices);
  for (gsize i = 0; i < request->n_choices; i++)
    yl_table_write_row (table, i + 1, &request->choices[i]);
  yl_sheet_end (sheet);
}
