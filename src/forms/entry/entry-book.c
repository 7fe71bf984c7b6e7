#include "entry-private.h"

#include "yanglu/base/text.h"
#include "yanglu/forms/form-text.h"

/* 填报说明: how to fill in, and every column with what it takes and an example. */

static const char *const steps[] = {
  "一、先填“单位信息”，再填“里程台账”，有桥梁、资金、土地出让收益和其他支出的填相应各表；没有的留空"
  "，不要删除工作表。",
  "二、橙色表头是必填栏。带下拉箭头的格只能从列表中选择。长度填公里（桥梁填米），金额填元，都不带单"
  "位。",
  "三、里程台账填了起止桩号会自动算出里程，也可以直接改写里程。表头上方实时显示总里程和各等级里程，"
  "请与上报数核对。",
  "四、各表可以插入、删除行，可以排序、筛选，可以整列粘贴已有数据（粘贴时选“值”）。格式和下拉列表预"
  "设 20000 行。",
  "五、台账以上一年年末为准。重复路段和断头路照实填列并作标记，程序自动不计入里程。",
  "六、填完后先检查：yanglu check 本文件；再编预算：yanglu budget 本文件。",
  "七、工作表只作了无密码保护，防止误改表头；需要时可在“审阅—撤消工作表保护”中解除。",
};

static const YlColumnForm guide_columns[] = {
  { "工作表", NULL, 12 }, { "栏目", NULL, 21 },         { "必填", NULL, 6 },
  { "填什么", NULL, 76 }, { "示例（一行）", NULL, 20 },
};
#define NOTE_COLUMN 3
#define POINTS 10.5
/* So low that all columns of all sheets stand on two pages. */
#define ROW_HEIGHT 18
#define STEP_HEIGHT 20
#define LAST_COLUMN (G_N_ELEMENTS (guide_columns) - 1)

/* The example of a township is one of the county's own, a 镇 where it has any. */
static const char *
get_example (const YlEntryBook *book, const YlEntryColumn *spec)
{
  if (spec->list != YL_LIST_TOWNSHIP)
    return spec->example != NULL ? spec->example : "";
  for (guint i = 0; i < book->townships->len; i++)
    if (g_str_has_suffix (g_ptr_array_index (book->townships, i), "镇"))
      return g_ptr_array_index (book->townships, i);
  return book->townships->len == 0 ? "" : g_ptr_array_index (book->townships, 0);
}

static void
put_column (YlEntryBook *book, guint32 row, const char *sheet, const YlEntryColumn *spec)
{
  g_autofree char *head = yl_text_join_lines (spec->head);
  yl_entry_book_put (book, row, 0, 0, YL_LOOK_ENTRY_LABEL, sheet);
  yl_entry_book_put (book, row, 1, 1, YL_LOOK_ENTRY_TEXT, head);
  yl_entry_book_put (book, row, 2, 2, YL_LOOK_ENTRY_LABEL, spec->is_required ? "必填" : "");
  yl_entry_book_put (book, row, 3, 3, YL_LOOK_ENTRY_TEXT, spec->note);
  yl_entry_book_put (book, row, 4, 4, YL_LOOK_ENTRY_LABEL, get_example (book, spec));
  const double width = guide_columns[NOTE_COLUMN].width - YL_ENTRY_INDENT;
  const gboolean is_long = yl_form_count_lines (spec->note, width * 10 / POINTS) > 1;
  yl_entry_book_set_height (book, row,
                            is_long ? yl_form_fit (spec->note, width, POINTS) : ROW_HEIGHT);
}

/* Returns: the row of the heads */
static guint32
put_guide_heads (YlEntryBook *book)
{
  g_autofree char *title =
      g_strdup_printf ("%u年%s农村公路养护预算录入表填报说明", book->year, book->name);
  yl_entry_book_set_height (book, 1, 30);
  yl_entry_book_put (book, 1, 0, LAST_COLUMN, YL_LOOK_TITLE, title);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      yl_entry_book_put (book, i + 2, 0, LAST_COLUMN, YL_LOOK_ENTRY_TEXT, steps[i]);
      yl_entry_book_set_height (book, i + 2, STEP_HEIGHT);
    }
  double width = 0;
  for (guint i = 0; i <= LAST_COLUMN; i++)
    width += guide_columns[i].width;
  const guint32 row = yl_entry_book_put_told (book, G_N_ELEMENTS (steps) + 2, G_N_ELEMENTS (steps),
                                              LAST_COLUMN, width, STEP_HEIGHT);
  for (guint i = 0; i <= LAST_COLUMN; i++)
    yl_entry_book_put (book, row, i, i, YL_LOOK_ENTRY_HEAD, guide_columns[i].head);
  yl_entry_book_set_height (book, row, 24);
  return row;
}

static void
add_guide (YlEntryBook *book)
{
  yl_entry_book_begin_sheet (book, &(YlSheetForm){ .name = YL_SHEET_GUIDE,
                                                   .columns = guide_columns,
                                                   .n_columns = G_N_ELEMENTS (guide_columns),
                                                   .is_entry = TRUE });
  const guint32 head_row = put_guide_heads (book);
  guint32 row = head_row;
  for (guint i = 0; i < YL_N_ENTRY_TABLES; i++)
    for (guint column = 0; column < yl_entry_tables[i].n_columns; column++)
      put_column (book, ++row, yl_entry_tables[i].sheet, &yl_entry_tables[i].columns[column]);
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_REPEAT_ROWS,
                                              .first_row = head_row,
                                              .last_row = head_row });
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_FREEZE, .first_row = 2 });
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_SHOW });
}

static void
add_sheets (YlEntryBook *book)
{
  add_guide (book);
  yl_entry_book_add_unit (book);
  for (guint i = 0; i + 1 < YL_N_ENTRY_TABLES; i++)
    yl_entry_book_add_table (book, &yl_entry_tables[i]);
  yl_entry_book_add_land (book);
  yl_entry_book_add_table (book, &yl_entry_tables[YL_N_ENTRY_TABLES - 1]);
}

static void
describe (const YlEntryBook *book)
{
  g_autofree char *title = g_strdup_printf ("%u年%s农村公路养护预算录入表", book->year, book->name);
  if (book->sink->describe != NULL)
    book->sink->describe (book->sink->self,
                          &(YlBookProperties){ .title = title,
                                               .subject = "农村公路养护预算",
                                               .author = "养路 yanglu",
                                               .company = book->name,
                                               .created = yl_date_of_year (book->year) });
}

static void
clear_total (gpointer data)
{
  YlEntryTotal *total = data;
  g_free (total->name);
  g_free (total->formula);
}

void
yl_entry_book_write (const YlEntryRequest *request, const YlCellSink *sink)
{
  const YlEntity *entity = request->entity;
  g_autoptr (GPtrArray) townships = yl_entry_list_townships (entity, request->places);
  g_autoptr (GPtrArray) heads = g_ptr_array_new ();
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (YlEntryTotal));
  g_array_set_clear_func (totals, clear_total);
  YlEntryBook book = { .request = request,
                       .sink = sink,
                       .entity = entity,
                       .name = entity->name == NULL ? "" : entity->name,
                       .year = request->year,
                       .townships = townships,
                       .totals = totals,
                       .heads = heads,
                       .filled = request->filled,
                       .n_filled = request->n_filled };
  describe (&book);
  if (request->township != NULL)
    yl_entry_book_add_township (&book);
  else
    add_sheets (&book);
  yl_entry_book_add_lists (&book);
}
