#include "book-private.h"

/* 读取说明: what the program chose, and what it took for what. */

#define AT(of) G_STRUCT_OFFSET (YlChoice, of)

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (7),
  YL_COLUMN_TEXT ("what", "事项", 24, AT (what)),
  YL_COLUMN_TEXT ("chosen", "程序的读法", 62, AT (chosen)),
  YL_COLUMN_TEXT ("why", "缘由", 46, AT (why)),
};

static gboolean
is_wanted (const YlBook *book)
{
  return book->edition >= 3 && book->request->n_choices > 0;
}

static void
fill (YlBook *book, YlTable *table)
{
  const YlBookRequest *request = book->request;
  for (gsize i = 0; i < request->n_choices; i++)
    yl_table_write_row (table, i + 1, &request->choices[i]);
}

const YlBookTab yl_tab_choices = {
  .form = { .name = YL_SHEET_CHOICES, .title = "农村公路养护预算读取说明" },
  .table = "choices",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .is_wanted = is_wanted,
  .fill = fill,
};
