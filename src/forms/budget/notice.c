#include "recipients-private.h"
#include "tabs-private.h"

/* 公开表 (S8): what the public is told. */

typedef struct
{
  const char *document;
  YlOwnCell amount;
  const char *recipient;
  const char *purpose;
  const char *item;
  const char *phone;
  const char *day;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)
#define COLUMNS_BEFORE(wide_document, wide_amount, wide_recipient, wide_purpose)                   \
  YL_COLUMN_ORDINAL (5), YL_COLUMN_TEXT ("document", "依据文号", wide_document, AT (document)),    \
      YL_COLUMN_OWN ("amount_fen", "金额\n（元）", wide_amount, YL_MEASURE_FEN, AT (amount),       \
                     "demand_fen"),                                                                \
      YL_COLUMN_TEXT ("recipient", "对象", wide_recipient, AT (recipient)),                        \
      YL_COLUMN_LABEL ("purpose", "用途", wide_purpose, AT (purpose))

static const YlTableColumn columns[] = {
  COLUMNS_BEFORE (18, 13.8, 20.7, 10),
  YL_COLUMN_TEXT ("item", "项目", 18, AT (item)),
};
static const YlTableColumn fourth_columns[] = {
  COLUMNS_BEFORE (20, 13, 20, 10),
  YL_COLUMN_TEXT ("item", "项目", 17, AT (item)),
};
G_STATIC_ASSERT (G_N_ELEMENTS (fourth_columns) == G_N_ELEMENTS (columns));
#define LAST (G_N_ELEMENTS (columns) - 1)
#define LABEL_END 1

#define COLUMN_OPEN(called, title, of)                                                             \
  {                                                                                                \
    .name = called, .head = title, .width = 18, .show = YL_CELL_LABEL, .member = of,               \
    .is_open = TRUE                                                                                \
  }
static const YlTableColumn older_columns[] = {
  COLUMNS_BEFORE (28, 18, 30, 20),
  COLUMN_OPEN ("phone", "监督电话", AT (phone)),
  COLUMN_OPEN ("day", "公开日期", AT (day)),
};

static void
make_row (gpointer user_data, gsize index, gpointer record)
{
  const YlBook *book = user_data;
  const YlRecipient *recipient = &g_array_index (book->recipients, YlRecipient, index);
  *(Row *) record = (Row){
    .document = recipient->document,
    .amount = yl_book_put_recipient (yl_tables_find (book->tables, "notice"), recipient, index),
    .recipient = recipient->name,
    .purpose = yl_purpose_get_name (recipient->purpose),
    .item = recipient->item,
    .phone = book->entry->unit.phone,
    .day = book->day,
  };
}

static void
write_rows (YlBook *book, YlTable *table)
{
  const guint n = book->recipients->len;
  Row row;
  Row total = { 0 };
  yl_table_continue (table, yl_table_get_sheet (table), n);
  yl_book_write_recipients (book, table, make_row, &row, &total);
  yl_table_write_total (table, 0, &total);
  yl_book_check_rows (book, table, "amount_fen", YL_LIST_NOTICE);
  yl_book_check_total (book, table, "amount_fen", "公开表合计＝预算合计", YL_NAME_TOTAL,
                       total.amount.units);
}

static void
write_once (YlSheet *sheet, const char *label, const char *text)
{
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 22);
  yl_sheet_span (sheet, 0, LABEL_END, label);
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
  yl_sheet_span (sheet, LABEL_END + 1, LAST, text);
}

/* Those that rows call by their numbers, in one cell each: no reader takes a number of theirs for an
 * amount. */
static void
list_documents (YlBook *book, YlSheet *sheet)
{
  for (guint i = 0; i < book->documents->len; i++)
    {
      const char *document = g_ptr_array_index (book->documents, i);
      yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
      yl_sheet_span (sheet, 0, LAST,
                     yl_book_print (book, YL_LABEL_NOTICE_FILE "%u：%s", i + 1, document));
    }
}

/* What whoever publishes it fills in. */
static void
write_open (YlSheet *sheet, const char *label, const char *text)
{
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 22);
  yl_sheet_span (sheet, 0, LABEL_END, label);
  yl_sheet_set_style (sheet, YL_STYLE_INPUT);
  yl_sheet_open_span (sheet, LABEL_END + 1, LAST, text);
}

/* The day is empty until somebody publishes: the day of the forms is none. */
static void
fill (YlBook *book, YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  const YlPolicyHead *policy = yl_policy_get_head (book->policy);
  write_rows (book, table);
  list_documents (book, sheet);
  write_once (sheet, YL_LABEL_NOTICE_POLICY,
              yl_book_print (book, "%s（%s）", policy->title, policy->document));
  write_open (sheet, YL_LABEL_NOTICE_DAY, "");
  write_open (sheet, YL_LABEL_NOTICE_PHONE, book->entry->unit.phone);
}

#define FORM(...)                                                                                  \
  {                                                                                                \
    .name = YL_LIST_NOTICE, .title = "农村公路管护资金安排公开表", .unit_note = "单位：元",        \
    .in_wan = TRUE, __VA_ARGS__                                                                    \
  }

/* Before the seventh edition, the fifth and the fourth. */
static const double sixth_widths[] = { 7, 27, 17, 26, 12, 30 };
G_STATIC_ASSERT (G_N_ELEMENTS (sixth_widths) == G_N_ELEMENTS (columns));
static const double fourth_widths[] = { 7, 40, 18, 30, 14, 32 };
static const double older_widths[] = { 7, 28, 18, 30, 20, 18, 18 };

static const YlBookTab older = {
  .form = FORM (.is_portrait = FALSE),
  .table = "notice",
  .remark = "对外公开",
  .columns = older_columns,
  .older_widths = older_widths,
  .n_columns = G_N_ELEMENTS (older_columns),
  .fill = write_rows,
};

/* Each row had all of its documents. */
static const YlBookTab fourth = {
  .form = FORM (.is_portrait = TRUE),
  .table = "notice",
  .columns = fourth_columns,
  .older_widths = fourth_widths,
  .n_columns = G_N_ELEMENTS (fourth_columns),
  .fill = fill,
  .since = 4,
  .older = &older,
};

/* A county is to stand on one page. */
const YlBookTab yl_tab_notice = {
  .form = FORM (.is_portrait = TRUE),
  .table = "notice",
  .columns = columns,
  .older_widths = sixth_widths,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
  .since = 5,
  .older = &fourth,
};
