#include "book-private.h"

/* 公开表 (S8): what the public is told. */

typedef struct
{
  const char *document;
  YlOwnCell amount;
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

static void
make_row (gpointer user_data, gsize index, gpointer record)
{
  const YlBook *book = user_data;
  const YlRecipient *recipient = &g_array_index (book->recipients, YlRecipient, index);
  *(Row *) record = (Row){
    .document = recipient->document,
    .amount = yl_own_figure (YL_MEASURE_FEN, recipient->formula, recipient->amount_fen, NULL),
    .recipient = recipient->name,
    .purpose = yl_purpose_get_name (recipient->purpose),
    .phone = book->entry->unit.phone,
    .day = book->day,
  };
}

static void
fill (YlBook *book, YlTable *table)
{
  const guint n = book->recipients->len;
  Row row;
  Row total = { 0 };
  yl_table_continue (table, yl_table_get_sheet (table), n);
  yl_table_write_rows (table, 0, n, make_row, &row, &total);
  yl_table_write_total (table, 0, &total);
  yl_book_check_rows (book, table, "amount_fen", YL_LIST_NOTICE);
  yl_book_check_total (book, table, "amount_fen", "公开表合计＝预算合计", YL_NAME_TOTAL,
                       total.amount.units);
}

const YlBookTab yl_tab_notice = {
  .form = { .name = YL_LIST_NOTICE,
            .title = "农村公路管护资金安排公开表",
            .unit_note = "单位：元" },
  .table = "notice",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
};
