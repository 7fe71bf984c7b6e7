/* 乡镇填报表: what one township fills in and signs: its roads. The county adds land, funds and other costs, and the
 * bridges, whose sizes it takes from its own files. */
#include "entry-private.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

#define HEAD_ROW 6
/* A township has fewer sections than that; the largest of the province have some hundreds. */
#define ROWS 1000
/* What a page holds; the blank form has three for the pen. */
#define ROWS_OF_PAGE 22

/* Columns of 里程台账 that a township fills in, so narrow that they lie on one page of A4 in type of nine points. Its
 * name stands over each page and is not printed in every row once more. */
static const struct
{
  const char *name;
  double width;
  const char *head; /* (nullable): in narrower lines */
} columns[] = {
  { "route_code", 10.2, NULL },
  { "route_name", 15.6, NULL },
  { "class", 8.7, "行政\n等级" },
  { "village", 10, NULL },
  { "start", 8.7, "起点\n桩号" },
  { "end", 8.1, "止点\n桩号" },
  { "length", 8, NULL },
  { "break", 4.2, NULL },
  { "duplicate_of", 10.2, "重复\n路段" },
  { "dead_end", 4.2, "断头\n路" },
  { "urban", 4.2, NULL },
  { "grade", 4.5, NULL },
  { "surface", 7.8, NULL },
  { "width", 6.2, "路面\n宽度\n（米）" },
  { "maintained", 4.2, NULL },
  { "condition", 4.2, NULL },
  { "last_works", 6.6, "最近\n大中修\n年度" },
  { "township", 11, NULL },
  { YL_ENTRY_HINT, 30, NULL },
};
#define N_COLUMNS G_N_ELEMENTS (columns)
#define N_UNPRINTED 2
#define LAST_PRINTED (N_COLUMNS - N_UNPRINTED - 1)

static const YlEntrySumPlace sums[] = {
  { 1, 1, 2, 2 }, { 3, 3, 4, 4 },    { 5, 5, 6, 6 },
  { 7, 7, 8, 8 }, { 9, 10, 11, 12 }, { 13, LAST_PRINTED, 13, LAST_PRINTED },
};
G_STATIC_ASSERT (G_N_ELEMENTS (sums) == YL_N_ENTRY_SUMS);

/* The lines of who sends it, over the heads: labels and what is written behind them. */
typedef struct
{
  guint32 row;
  guint first;
  guint last;
  const char *label; /* NULL: the cell is to be filled in */
  gboolean is_for_pen;
} SenderCell;

static const SenderCell cells[] = {
  { 2, 0, 0, "填报单位：", FALSE },   { 2, 3, 3, "乡镇代码：", FALSE },
  { 2, 6, 7, "填报日期：", FALSE },   { 2, 8, LAST_PRINTED, NULL, FALSE },
  { 3, 0, 0, "填报人：", FALSE },     { 3, 1, 2, NULL, FALSE },
  { 3, 3, 3, "负责人：", FALSE },     { 3, 4, 5, NULL, FALSE },
  { 3, 6, 7, "联系人：", FALSE },     { 3, 8, 9, NULL, FALSE },
  { 3, 10, 12, "联系电话：", FALSE }, { 3, 13, LAST_PRINTED, NULL, FALSE },
  { 4, 0, 0, "签名：", FALSE },       { 4, 1, 2, NULL, TRUE },
  { 4, 3, 3, "签名：", FALSE },       { 4, 4, 5, NULL, TRUE },
  { 4, 6, 7, "单位盖章：", FALSE },   { 4, 8, LAST_PRINTED, NULL, TRUE },
};

/* Yellow until something is typed. */
static void
colour_blank (YlEntryBook *book, const SenderCell *cell)
{
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (cell->first, letters);
  g_autofree char *blank = g_strdup_printf ("$%s$%u=\"\"", letters, cell->row);
  yl_entry_book_colour (book, cell->row, cell->row, cell->first, blank, YL_ENTRY_YELLOW);
}

static void
put_sender (YlEntryBook *book)
{
  const YlTownship *township = book->request->township;
  g_autofree char *code = g_strdup_printf ("%u", township->code);
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    yl_entry_book_put (book, cells[i].row, cells[i].first, cells[i].last,
                       cells[i].label == NULL ? YL_LOOK_FIELD_TEXT : YL_LOOK_ENTRY_LABEL,
                       cells[i].label == NULL ? "" : cells[i].label);
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    if (cells[i].label == NULL && !cells[i].is_for_pen)
      colour_blank (book, &cells[i]);
  yl_entry_book_put (book, 2, 1, 2, YL_LOOK_ENTRY_LABEL, township->name);
  yl_entry_book_put (book, 2, 4, 5, YL_LOOK_ENTRY_LABEL, code);
  yl_entry_book_set_height (book, 2, 22);
  yl_entry_book_set_height (book, 3, 22);
  yl_entry_book_set_height (book, 4, 30);
}

static void
put_top (YlEntryBook *book, const YlEntrySheetForm *form)
{
  g_autofree char *title = g_strdup_printf ("%u年%s%s%s", book->year, book->name,
                                            book->request->township->name, form->title);
  yl_entry_book_set_height (book, 1, 30);
  yl_entry_book_put (book, 1, 0, LAST_PRINTED, YL_LOOK_TITLE, title);
  put_sender (book);
}

/* The name of the township stands in every row that is begun, and nobody types over it. */
static YlEntryColumn
make_column (const YlEntrySheetForm *roads, guint i)
{
  const YlEntryColumn *whole = yl_entry_column_find (roads->sheet, columns[i].name);
  YlEntryColumn column = *whole;
  column.width = columns[i].width;
  column.head = columns[i].head != NULL ? columns[i].head : whole->head;
  if (strcmp (column.name, "township") == 0)
    {
      column.formula = "IF({route_code}&{route_name}&{class}&{start}&{end}=\"\",\"\",$B$2)";
      column.list = YL_LIST_NONE;
      column.note = "本表的乡镇（街道），自动填写。";
      column.is_locked = TRUE;
    }
  return column;
}

static const char *const steps[] = {
  "一、本表由乡镇（街道）填报，一个乡镇一份，不要改文件里的工作表名和表头。先填“里程台账”表头上方的"
  "联系"
  "人、联系电话、填报日期、填报人、负责人。",
  "二、一行填一个路段。橙色表头是必填栏，乡镇名自动填写。长度填公里，三位小数，不带单位；带下拉箭头"
  "的格只能"
  "从列表中选。",
  "三、填了起止桩号会自动算出里程。重复路段、断头路照实填列并作标记，不计入里程。台账以上一年年末为"
  "准。",
  "四、变红的格有错，最右边“填写提示”一栏写明错在哪里；变黄的格还没有填。表头上方一行是预算将计入的"
  "里程和"
  "按标准计算的资金。",
  "五、可以插入行（“填写提示”一格变黄的，从上一行复制该格），可以整列粘贴已有数据（粘贴时选“值”）；"
  "不要的行"
  "把内容清空即可。",
  "六、填完打印，由填报人、负责人签名并盖章，纸质表和本文件一并报县级交通运输主管部门。手工填写时打"
  "印空表即可。",
};

static void
add_guide (YlEntryBook *book)
{
  static const YlColumnForm guide[] = { { "", NULL, 110 } };
  guint32 row = 1;
  g_autofree char *title = g_strdup_printf ("%u年%s%s农村公路填报表填表说明", book->year,
                                            book->name, book->request->township->name);
  yl_entry_book_begin_sheet (book, &(YlSheetForm){ .name = "填表说明",
                                                   .columns = guide,
                                                   .n_columns = G_N_ELEMENTS (guide),
                                                   .is_entry = TRUE });
  yl_entry_book_set_height (book, 1, 36);
  yl_entry_book_put (book, row++, 0, 0, YL_LOOK_TITLE, title);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++, row++)
    {
      yl_entry_book_put (book, row, 0, 0, YL_LOOK_ENTRY_TEXT, steps[i]);
      yl_entry_book_set_height (book, row, 34);
    }
  yl_entry_book_put_told (book, row, G_N_ELEMENTS (steps), 0, guide[0].width, 34);
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_LOCK });
}

void
yl_entry_book_add_township (YlEntryBook *book)
{
  const YlEntrySheetForm *roads = &yl_entry_tables[0];
  YlEntryColumn own[N_COLUMNS];
  for (guint i = 0; i < N_COLUMNS; i++)
    own[i] = make_column (roads, i);
  YlEntrySheetForm form = *roads;
  form.columns = own;
  form.n_columns = N_COLUMNS;
  form.sums = sums;
  form.put_top = put_top;
  /* An office of a township has a printer for A4. */
  form.is_a3 = FALSE;
  form.has_narrow_margins = TRUE;
  form.n_titled = 0;
  form.n_printed = 3 * ROWS_OF_PAGE;
  form.n_unprinted = N_UNPRINTED;
  const YlEntryRows *filled = yl_entry_book_find_rows (book, roads->sheet);
  form.n_rows = MAX (ROWS, filled == NULL ? 0 : filled->n_rows + ROWS / 2);
  form.head_row = HEAD_ROW;
  form.warning = N_COLUMNS - 1;
  form.last_warning = N_COLUMNS - 1;
  add_guide (book);
  yl_entry_book_add_table (book, &form);
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_SHOW });
}
