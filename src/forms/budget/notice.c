#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

/* 公开表 (S8): what the public is told. */

enum
{
  ORDINAL,
  DOCUMENT,
  AMOUNT,
  RECIPIENT,
  PURPOSE,
  PHONE,
  DAY,
  N_COLUMNS,
};

static const YlColumnForm columns[N_COLUMNS] = {
  [ORDINAL] = { "序号", NULL, 7 },         [DOCUMENT] = { "依据文号", NULL, 28 },
  [AMOUNT] = { "金额\n（元）", NULL, 18 }, [RECIPIENT] = { "对象", NULL, 30 },
  [PURPOSE] = { "用途", NULL, 20 },        [PHONE] = { "监督电话", NULL, 18 },
  [DAY] = { "公开日期", NULL, 18 },
};

YlSheet *
yl_book_open_notice (YlBook *book)
{
  g_autofree char *title = yl_book_make_title (book, "管护资金安排公开表");
  const YlSheetForm sheet_form = {
    .name = "公开表",
    .title = title,
    .unit_note = "单位：元",
    .columns = columns,
    .n_columns = N_COLUMNS,
  };
  return yl_form_add_sheet (book->form, &sheet_form);
}

static void
write_row (YlBook *book, YlSheet *sheet, guint ordinal, const YlRecipient *recipient)
{
  g_autofree char *day = yl_date_to_chinese (book->request->date);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_ordinal (sheet, ORDINAL, ordinal);
  yl_sheet_text (sheet, DOCUMENT, recipient->document);
  yl_sheet_formula (sheet, AMOUNT, YL_MEASURE_FEN, recipient->formula, recipient->amount_fen);
  yl_sheet_text (sheet, RECIPIENT, recipient->name);
  yl_sheet_label (sheet, PURPOSE, yl_purpose_get_name (recipient->purpose));
  yl_sheet_label (sheet, PHONE, book->entry->unit.phone);
  yl_sheet_label (sheet, DAY, day);
}

void
yl_book_fill_notice (YlBook *book)
{
  YlSheet *sheet = book->tabs[YL_TAB_NOTICE];
  const YlRecipients *recipients = book->recipients;
  for (guint i = 0; i < recipients->len; i++)
    write_row (book, sheet, i + 1, &g_array_index (recipients, YlRecipient, i));
  const YlPart rows = { sheet, yl_sheet_get_first_row (sheet), yl_sheet_get_row (sheet) };
  yl_sheet_map_rows (sheet, AMOUNT, rows.first_row, rows.last_row, YL_MEASURE_FEN,
                     "notice.amount_fen");
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_label (sheet, ORDINAL, "合计");
  yl_sheet_blank (sheet, DOCUMENT);
  yl_book_put_sum (book, &rows, AMOUNT, YL_MEASURE_FEN, book->figures->demand_fen, "demand_fen");
  yl_sheet_blanks (sheet, RECIPIENT, DAY);
  const YlCheck check = {
    .title = "公开表合计＝预算合计",
    .left = YL_NAME_TOTAL,
    .right = yl_book_reference (book, sheet, AMOUNT, yl_sheet_get_row (sheet)),
    .units = book->figures->demand_fen,
    .measure = YL_MEASURE_FEN,
  };
  yl_book_note_check (book, &check);
  yl_sheet_end (sheet);
}
