#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

/* 公开表 (S8): what the public is told. */

typedef struct
{
  const char *document;
  YlOwnFigure amount;
  const char *recipient;
  const char *purpose;
  const char *phone;
  const char *day;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (7),
  YL_COLUMN_TEXT ("document", "依据文号", 28, AT (document)),
  YL_COLUMN_OWN ("amount_fen", "金额\n（元）", 18, YL_MEASURE_FEN, AT (amount), "demand_fen"),
  YL_COLUMN_TEXT ("recipient", "对象", 30, AT (recipient)),
  YL_COLUMN_LABEL ("purpose", "用途", 20, AT (purpose)),
  YL_COLUMN_LABEL ("phone", "监督电话", 18, AT (phone)),
  YL_COLUMN_LABEL ("day", "公开日期", 18, AT (day)),
};

YlSheet *
yl_book_open_notice (YlBook *book)
{
  YlTable *table = yl_tables_add (book->tables, "notice", columns, G_N_ELEMENTS (columns));
  g_autofree char *title = yl_book_make_title (book, "管护资金安排公开表");
  const YlSheetForm sheet_form = { .name = "公开表", .title = title, .unit_note = "单位：元" };
  return yl_table_open_heads (table, book->form, &sheet_form);
}

void
yl_book_fill_notice (YlBook *book)
{
  YlTable *table = yl_tables_find (book->tables, "notice");
  YlSheet *sheet = book->tabs[YL_TAB_NOTICE];
  g_autofree char *day = yl_date_to_chinese (book->request->date);
  Row total = { 0 };
  yl_table_continue (table, sheet, book->recipients->len);
  for (guint i = 0; i < book->recipients->len; i++)
    {
      const YlRecipient *recipient = &g_array_index (book->recipients, YlRecipient, i);
      const Row row = { recipient->document,     { recipient->amount_fen, recipient->formula },
                        recipient->name,         yl_purpose_get_name (recipient->purpose),
                        book->entry->unit.phone, day };
      yl_table_write_row (table, i + 1, &row);
      yl_table_add_up (table, &total, &row);
    }
  yl_table_map_rows (table);
  yl_table_write_total (table, 0, &total);
  yl_book_check_total (book, table, "amount_fen", "公开表合计＝预算合计", YL_NAME_TOTAL,
                       total.amount.units);
  yl_sheet_end (sheet);
}
