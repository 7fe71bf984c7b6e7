#include "yanglu/io/import/ledger.h"

#include "entry-private.h"

#include <string.h>

#define EFFECT "该笔收支未计入"

enum
{
  DATE,
  DIRECTION,
  PARTY,
  AMOUNT,
  RECEIVED,
  PAID,
  DOCUMENT,
  USE,
  VOUCHER,
  PROJECT,
  CONTRACT,
  SETTLED,
};

static const char *const columns[] = {
  [DATE] = "date",         [DIRECTION] = "direction",
  [PARTY] = "party",       [AMOUNT] = "amount",
  [RECEIVED] = "received", [PAID] = "paid",
  [DOCUMENT] = "document", [USE] = "use",
  [VOUCHER] = "voucher",   [PROJECT] = "project",
  [CONTRACT] = "contract", [SETTLED] = "settled",
};

static const guint64 ledger_columns[] = {
  1 << DATE | 1 << DIRECTION | 1 << AMOUNT,
  1 << DATE | 1 << RECEIVED,
  1 << DATE | 1 << PAID,
  0,
};
static const YlHeadTable ledger_heads = {
  .words = YL_WORDS_LEDGER_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = ledger_columns,
  .expected = "日期、收/支和金额（或收入金额、支出金额两列）",
};

static const guint64 settlement_columns[] = { 1 << PROJECT | 1 << CONTRACT | 1 << SETTLED, 0 };
static const YlHeadTable settlement_heads = {
  .words = YL_WORDS_LEDGER_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = settlement_columns,
  .expected = "项目、合同金额和结算金额",
};

static YlCellStatus
read_amount (YlEntryContext *context,
             const YlEntryRow *row,
             guint column,
             const char *effect,
             YlMoney *out_amount)
{
  YlEntryCell cell = yl_entry_row_get (row, column);
  if (cell.unit == YL_UNIT_NONE)
    cell.unit = context->unit;
  return yl_entry_cell_to_amount (context, &cell, effect, out_amount);
}

/* "(500.00)" as accountants print what is red. */
static gboolean
strip_brackets (YlText *text)
{
  g_autofree char *folded = yl_text_fold_width (*text);
  const gsize length = strlen (folded);
  if (length < 3 || folded[0] != '(' || folded[length - 1] != ')')
    return FALSE;
  const gsize n_open = text->at[0] == '(' ? 1 : strlen ("（");
  const gsize n_close = text->at[text->length - 1] == ')' ? 1 : strlen ("）");
  *text = (YlText){ text->at + n_open, text->length - n_open - n_close };
  return TRUE;
}

/* An amount of a ledger: below zero it takes back. */
static YlCellStatus
read_signed (YlEntryContext *context, const YlEntryRow *row, guint column, YlMoney *out_amount)
{
  YlEntryCell cell = yl_entry_row_get (row, column);
  if (cell.unit == YL_UNIT_NONE)
    cell.unit = context->unit;
  const gboolean is_red = strip_brackets (&cell.text);
  const YlCellStatus status = yl_entry_cell_to_signed_amount (context, &cell, EFFECT, out_amount);
  if (status == YL_CELL_READ && is_red && out_amount->fen > 0)
    out_amount->fen = -out_amount->fen;
  return status;
}

/* A cell without which the row cannot be counted. */
static void
refuse (YlEntryContext *context,
        const YlEntryRow *row,
        guint column,
        const char *expected,
        YlMoney amount)
{
  const YlEntryCell cell = yl_entry_row_get (row, column);
  g_autofree char *yuan = yl_money_to_grouped (amount);
  g_autofree char *effect = g_strdup_printf ("该笔收支 %s 元未计入", yuan);
  const YlEntryFault fault = {
    .code = YL_C04,
    .severity = YL_SEVERITY_ERROR,
    .what = yl_text_is_blank (cell.text) ? "没有填写" : "读不懂",
    .expected = expected,
    .effect = effect,
    .at_stake = amount,
    .is_priced = TRUE,
  };
  yl_entry_report (context, &cell, &fault);
}

/* A day, with or without the time that a bank's export puts behind it. */
static gboolean
read_date (YlText text, YlDate *out_date)
{
  if (yl_date_parse (text, out_date))
    return TRUE;
  const char *blank = text.length == 0 ? NULL : memchr (text.at, ' ', text.length);
  if (blank == NULL || memchr (blank, ':', text.length - (gsize) (blank - text.at)) == NULL)
    return FALSE;
  return yl_date_parse ((YlText){ text.at, (gsize) (blank - text.at) }, out_date);
}

/* The amount of a table with a column for each direction; both filled would be two rows in one. */
static gboolean
read_two_amounts (YlEntryContext *context, const YlEntryRow *row, YlLedgerEntry *entry)
{
  YlMoney received = { 0 }, paid = { 0 };
  const YlCellStatus in = read_signed (context, row, RECEIVED, &received);
  const YlCellStatus out = read_signed (context, row, PAID, &paid);
  if (in == YL_CELL_FAULTY || out == YL_CELL_FAULTY)
    return FALSE;
  if (received.fen != 0 && paid.fen != 0)
    {
      refuse (context, row, PAID, "收入金额和支出金额只填一个，收支各占一行",
              (YlMoney){ ABS (received.fen) + ABS (paid.fen) });
      return FALSE;
    }
  entry->direction = paid.fen != 0 ? YL_LEDGER_PAID : YL_LEDGER_RECEIVED;
  entry->amount = paid.fen != 0 ? paid : received;
  return TRUE;
}

static gboolean
read_one_amount (YlEntryContext *context, const YlEntryRow *row, YlLedgerEntry *entry)
{
  const YlCellStatus status = read_signed (context, row, AMOUNT, &entry->amount);
  if (status == YL_CELL_FAULTY)
    return FALSE;
  if (status == YL_CELL_BLANK)
    {
      refuse (context, row, AMOUNT, "金额，冲销写负数", entry->amount);
      return FALSE;
    }
  const YlEntryCell cell = yl_entry_row_get (row, DIRECTION);
  guint direction = 0;
  if (yl_words_read (context->words, YL_WORDS_DIRECTION, cell.text, &direction))
    {
      entry->direction = (YlLedgerDirection) direction;
      return TRUE;
    }
  refuse (context, row, DIRECTION, "收 或 支", (YlMoney){ ABS (entry->amount.fen) });
  return FALSE;
}

/* A document number as it is compared: without blanks, in half width. */
static char *
dup_document (const YlEntryRow *row)
{
  g_autofree char *written = yl_entry_row_dup (row, DOCUMENT);
  g_autofree char *folded = yl_text_fold_width (yl_text_of (written));
  GString *document = g_string_new (NULL);
  for (const char *at = folded; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (document, *at);
  return g_string_free (document, FALSE);
}

static void
take_settlement (YlEntryContext *context, const YlEntryRow *row)
{
  YlSettlement settlement = { .sheet = context->sheet, .row = row->row };
  const char *effect = "该项目的结算未核对";
  const YlCellStatus contract = read_amount (context, row, CONTRACT, effect, &settlement.contract);
  const YlCellStatus settled = read_amount (context, row, SETTLED, effect, &settlement.settled);
  if (contract != YL_CELL_READ || settled != YL_CELL_READ)
    return;
  const guint column = yl_entry_row_has_column (row, PROJECT) ? PROJECT : USE;
  g_autofree char *project = yl_entry_row_dup (row, column);
  settlement.project = project;
  settlement.file = (char *) context->file;
  yl_ledger_add_settlement (context->ledger, &settlement);
}

/* The first row beyond the limit is told, the others are not read. */
static gboolean
is_full (YlEntryContext *context, const YlEntryRow *row)
{
  if (context->ledger->entries->len < YL_LEDGER_MAX_ENTRIES)
    return FALSE;
  const YlEntryCell cell = yl_entry_row_get (row, DATE);
  g_autofree char *what = g_strdup_printf ("超过台账可读的 %d 笔", YL_LEDGER_MAX_ENTRIES);
  if (!context->is_full)
    yl_entry_report (context, &cell,
                     &(YlEntryFault){ .code = YL_E08,
                                      .severity = YL_SEVERITY_ERROR,
                                      .what = what,
                                      .effect = "从这一行起未读；请按年度分开核对" });
  context->is_full = TRUE;
  return TRUE;
}

static void
take_entry (YlEntryContext *context, const YlEntryRow *row)
{
  YlLedgerEntry entry = { .sheet = context->sheet, .row = row->row };
  if (is_full (context, row))
    return;
  const gboolean is_single =
      yl_entry_row_has_column (row, DIRECTION) && yl_entry_row_has_column (row, AMOUNT);
  if (yl_entry_row_has_column (row, CONTRACT) && yl_entry_row_has_column (row, SETTLED))
    take_settlement (context, row);
  if (is_single ? !read_one_amount (context, row, &entry)
                : !read_two_amounts (context, row, &entry))
    return;
  if (entry.amount.fen == 0)
    return;
  const gboolean is_negative = entry.amount.fen < 0;
  entry.amount.fen = ABS (entry.amount.fen);
  if (!read_date (yl_entry_row_get (row, DATE).text, &entry.date))
    {
      refuse (context, row, DATE, "日期，如 2021-01-31、2021年1月31日 或 20210131", entry.amount);
      return;
    }
  const YlEntryCell cell = yl_entry_row_get (row, AMOUNT);
  if (!yl_entry_add (context, &cell, entry.amount, EFFECT, &context->sum))
    return;
  g_autofree char *party = yl_entry_row_dup (row, PARTY);
  g_autofree char *document = dup_document (row);
  g_autofree char *use = yl_entry_row_dup (row, USE);
  g_autofree char *voucher = yl_entry_row_dup (row, VOUCHER);
  entry.party = party;
  entry.document = document;
  entry.use = use;
  entry.voucher = voucher;
  entry.purpose = yl_ledger_find_purpose (context->words, use);
  entry.reversal = yl_ledger_find_reversal (context->words, use, is_negative);
  yl_ledger_add (context->ledger, &entry);
}

static void
begin (YlEntryContext *context)
{
  (void) context;
}

static const YlEntryTable tables[] = {
  [YL_LEDGER_TABLE_ENTRIES] = { .sheet = "拨付台账",
                                .heads = &ledger_heads,
                                .is_many = TRUE,
                                .begin = begin,
                                .row = take_entry },
  [YL_LEDGER_TABLE_SETTLEMENTS] = { .sheet = "工程结算",
                                    .heads = &settlement_heads,
                                    .is_many = TRUE,
                                    .begin = begin,
                                    .row = take_settlement },
};

YlEntryImport *
yl_ledger_import_new (YlLedgerTable table,
                      const char *file,
                      const YlWords *words,
                      YlLedger *ledger,
                      YlFindings *findings)
{
  const YlEntryContext context = {
    .file = file, .words = words, .ledger = ledger, .findings = findings
  };
  if (table == YL_LEDGER_TABLE_NOTICES)
    return yl_entry_import_new_for_table (&yl_notice_table, &context);
  if (table == YL_LEDGER_TABLE_NOTICE_SHEET)
    return yl_entry_import_new_for_table (&yl_notice_sheet_table, &context);
  return yl_entry_import_new_for_table (&tables[table], &context);
}
