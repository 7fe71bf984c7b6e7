#include "tabs-private.h"

/* 目录 */

typedef struct
{
  const char *number;
  const char *title;
  YlOwnCell sheet;
  const char *remark;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (5),
  YL_COLUMN_LABEL ("number", "表号", 7.5, AT (number)),
  YL_COLUMN_TEXT ("title", "名称", 35, AT (title)),
  YL_COLUMN_CELL ("sheet", "工作表", 25, AT (sheet)),
  YL_COLUMN_TEXT ("remark", "备注", 9.5, AT (remark)),
};

#define ROW_HEIGHT 26

static void
fill (YlBook *book, YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 40);
  yl_sheet_title (sheet, "目　　录");
  yl_table_write_heads (table, sheet, ROW_HEIGHT);
  /* With the tables in 万元 there are twice as many, and longer names. */
  const double height = book->request->in_wan ? 0 : ROW_HEIGHT;
  for (guint i = 0; i < book->listed->len; i++)
    {
      const YlListed *line = &g_array_index (book->listed, YlListed, i);
      Row row = { line->number, line->title, yl_own_text (line->sheet), line->remark };
      g_autofree char *place = g_strdup_printf ("'%s'!A1", line->sheet);
      row.sheet.link = place;
      yl_table_write_row_as (table, YL_STYLE_BODY, height, i + 1, &row);
    }
  yl_sheet_note (
      sheet, "说明：序号是各表在本册中的次序，点工作表的名称即可打开；没有内容的表不在本册中。");
  if (book->request->in_wan)
    yl_sheet_note (sheet,
                   "以万元为单位的表取自同号的以元为单位的表，紧接其后；按万元报送的，同号的两"
                   "张表只装订以万元为单位的一张。");
}

const YlBookTab yl_tab_contents = {
  .form = { .name = "目录", .title = "农村公路养护预算目录", .is_portrait = TRUE, .is_free = TRUE },
  .table = "contents",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
  .role = YL_TAB_BEFORE,
  .since = 7,
};
