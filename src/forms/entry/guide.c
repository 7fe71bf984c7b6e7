/* 填报说明: how to fill in, and every column with what it takes and an example. */
#include "entry-book-private.h"

#define N_COLUMNS 5

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

static const YlEntrySheetForm *const forms[] = {
  &yl_entry_roads_form,
  &yl_entry_bridges_form,
  &yl_entry_funds_form,
  &yl_entry_other_form,
};

static void
put_steps (YlEntryBook *book, lxw_worksheet *sheet)
{
  lxw_format *look = yl_entry_book_get_look (book, YL_LOOK_CELL);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      worksheet_merge_range (sheet, i + 1, 0, i + 1, N_COLUMNS - 1, steps[i], look);
      worksheet_set_row (sheet, i + 1, 24, NULL);
    }
}

/* The example of a township is one of the county's own, a 镇 where it has any. */
static const char *
get_example (const YlEntryBook *book, const YlEntryColumn *spec)
{
  if (spec->example != NULL)
    return spec->example;
  for (guint i = 0; i < book->list_lengths[YL_LIST_TOWNSHIP]; i++)
    if (g_str_has_suffix (yl_entry_book_get_member (book, YL_LIST_TOWNSHIP, i), "镇"))
      return yl_entry_book_get_member (book, YL_LIST_TOWNSHIP, i);
  return book->list_lengths[YL_LIST_TOWNSHIP] == 0
             ? ""
             : yl_entry_book_get_member (book, YL_LIST_TOWNSHIP, 0);
}

static guint
put_form (YlEntryBook *book, lxw_worksheet *sheet, guint row, const YlEntrySheetForm *form)
{
  for (guint i = 0; i < form->n_columns; i++, row++)
    {
      const YlEntryColumn *spec = &form->columns[i];
      g_autofree char *head = yl_text_join_lines (spec->head);
      yl_entry_book_put_text (book, sheet, row, 0, form->sheet, YL_LOOK_CELL_CENTRE);
      yl_entry_book_put_text (book, sheet, row, 1, head, YL_LOOK_CELL);
      yl_entry_book_put_text (book, sheet, row, 2, spec->is_required ? "必填" : "",
                              YL_LOOK_CELL_CENTRE);
      yl_entry_book_put_text (book, sheet, row, 3, spec->note, YL_LOOK_CELL);
      yl_entry_book_put_text (book, sheet, row, 4, get_example (book, spec), YL_LOOK_CELL_CENTRE);
      worksheet_set_row (sheet, row, 20, NULL);
    }
  return row;
}

void
yl_entry_book_add_guide (YlEntryBook *book)
{
  static const char *const heads[N_COLUMNS] = { "工作表", "栏目", "必填", "填什么",
                                                "示例（一行）" };
  static const double widths[N_COLUMNS] = { 12, 24, 8, 84, 26 };
  lxw_worksheet *sheet = yl_entry_book_add_sheet (book, "填报说明", FALSE);
  const guint head_row = G_N_ELEMENTS (steps) + 1;
  g_autofree char *title = g_strdup_printf ("%u年%s农村公路养护预算录入表填报说明", book->year,
                                            book->entity->name == NULL ? "" : book->entity->name);
  worksheet_set_row (sheet, 0, 36, NULL);
  worksheet_merge_range (sheet, 0, 0, 0, N_COLUMNS - 1, title,
                         yl_entry_book_get_look (book, YL_LOOK_TITLE));
  put_steps (book, sheet);
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      worksheet_set_column (sheet, (lxw_col_t) column, (lxw_col_t) column, widths[column], NULL);
      yl_entry_book_put_text (book, sheet, head_row, column, heads[column], YL_LOOK_HEAD);
    }
  worksheet_set_row (sheet, head_row, 26, NULL);
  guint row = head_row + 1;
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    row = put_form (book, sheet, row, forms[i]);
  worksheet_repeat_rows (sheet, head_row, head_row);
  worksheet_freeze_panes (sheet, 1, 0);
  worksheet_activate (sheet);
}
