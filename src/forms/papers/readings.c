#include "papers-private.h"

/* 读取口径: what was taken for what, said first so that a person can object. */

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (6),
  YL_COLUMN_TEXT ("what", "文件中的内容", 38, G_STRUCT_OFFSET (YlReading, what)),
  YL_COLUMN_TEXT ("taken_for", "认作", 60, G_STRUCT_OFFSET (YlReading, taken_for)),
  { .name = "objection", .head = "不同意见", .width = 24, .show = YL_CELL_BLANK },
};

void
yl_papers_write_readings (YlPapers *papers)
{
  const GArray *readings = papers->audit->readings;
  if (readings->len == 0)
    return;
  const YlSheetForm sheet_form = { .name = "读取口径",
                                   .title = "读取口径说明",
                                   .index = YL_INDEX_READINGS };
  YlTable *table = yl_tables_add (papers->tables, "readings", columns, G_N_ELEMENTS (columns));
  YlSheet *sheet = yl_table_open (table, papers->form, &sheet_form, readings->len);
  for (guint i = 0; i < readings->len; i++)
    yl_table_write_row (table, i + 1, &g_array_index (readings, YlReading, i));
  yl_sheet_end (sheet);
}
