#include "yanglu/io/import/entry/ledger.h"

#include "table-private.h"

#include <string.h>

#define UNSETTLED "该项目的结算未核对"

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
  N_COLUMNS,
};

static const YlImportColumn columns[] = {
  [DATE] = { "date" },
  [DIRECTION] = { "direction" },
  [PARTY] = { "party" },
  [AMOUNT] = { "amount", YL_AS_SIGNED, YL_AT (YlLedgerEntry, amount) },
  [RECEIVED] = { "received", YL_AS_SIGNED, YL_AT (YlLedgerEntry, amount) },
  [PAID] = { "paid", YL_AS_SIGNED, YL_AT (YlLedgerEntry, amount) },
  [DOCUMENT] = { "document" },
  [USE] = { "use" },
  [VOUCHER] = { "voucher" },
  [PROJECT] = { "project" },
  [CONTRACT] = { "contract", YL_AS_AMOUNT, YL_AT (YlSettlement, contract), .effect = UNSETTLED },
  [SETTLED] = { "settled", YL_AS_AMOUNT, YL_AT (YlSettlement, settled), .effect = UNSETTLED },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);
static const guint64 ledger_columns[] = {
  1 << DATE | 1 << DIRECTION | 1 << AMOUNT,
  1 << DATE | 1 << RECEIVED,
  1 << DATE | 1 << PAID,
  0,
};
static const guint64 settlement_columns[] = { 1 << PROJECT | 1 << CONTRACT | 1 << SETTLED, 0 };

/* A cell without which the row cannot be counted. */
static gboolean
refuse (YlTableRow *row, guint column, const char *expected, gint64 lost_fen)
{
  row->amount = (YlMoney){ ABS (lost_fen) };
  row->has_amount = TRUE;
  const gboolean is_blank = yl_text_is_blank (table_row_get (row, column).text);
  table_refuse (row, column,
                &(TableFault){ .code = YL_C04,
                               .severity = YL_SEVERITY_ERROR,
                               .what = is_blank ? "没有填写" : "读不懂",
                               .expected = expected });
  return FALSE;
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
read_two_amounts (YlTableRow *row, YlLedgerEntry *entry)
{
  YlLedgerEntry received = { 0 };
  YlLedgerEntry paid = { 0 };
  const TableCellStatus in = table_read (row, RECEIVED, &received);
  const TableCellStatus out = table_read (row, PAID, &paid);
  if (in == TABLE_CELL_FAULTY || out == TABLE_CELL_FAULTY)
    return FALSE;
  if (received.amount.fen != 0 && paid.amount.fen != 0)
    return refuse (row, PAID, "收入金额和支出金额只填一个，收支各占一行",
                   ABS (received.amount.fen) + ABS (paid.amount.fen));
  entry->direction = paid.amount.fen != 0 ? YL_LEDGER_PAID : YL_LEDGER_RECEIVED;
  entry->amount = paid.amount.fen != 0 ? paid.amount : received.amount;
  return TRUE;
}

static gboolean
read_one_amount (YlTableRow *row, YlLedgerEntry *entry)
{
  const TableCellStatus status = table_read (row, AMOUNT, entry);
  guint direction = 0;
  if (status == TABLE_CELL_FAULTY)
    return FALSE;
  if (status == TABLE_CELL_BLANK)
    return refuse (row, AMOUNT, "金额，冲销写负数", 0);
  if (!yl_words_read (row->context->words, YL_WORDS_DIRECTION, table_row_get (row, DIRECTION).text,
                      &direction))
    return refuse (row, DIRECTION, "收 或 支", entry->amount.fen);
  entry->direction = (YlLedgerDirection) direction;
  return TRUE;
}

static void
take_settlement (YlTableRow *row)
{
  YlSettlement settlement = { .file = row->context->file,
                              .sheet = row->context->sheet,
                              .row = row->number };
  const TableCellStatus contract = table_read (row, CONTRACT, &settlement);
  const TableCellStatus settled = table_read (row, SETTLED, &settlement);
  if (contract != TABLE_CELL_READ || settled != TABLE_CELL_READ)
    return;
  g_autofree char *project = table_row_dup (row, table_row_has (row, PROJECT) ? PROJECT : USE);
  settlement.project = project;
  yl_ledger_add_settlement (row->context->ledger, &settlement);
}

static void
add_entry (YlTableRow *row, YlLedgerEntry *entry, gboolean is_negative)
{
  const YlWords *words = row->context->words;
  g_autofree char *party = table_row_dup (row, PARTY);
  g_autofree char *written = table_row_dup (row, DOCUMENT);
  g_autofree char *document = yl_text_squeeze (yl_text_of (written));
  g_autofree char *use = table_row_dup (row, USE);
  g_autofree char *voucher = table_row_dup (row, VOUCHER);
  entry->party = party;
  entry->document = document;
  entry->use = use;
  entry->voucher = voucher;
  entry->purpose = yl_ledger_find_purpose (words, use);
  entry->reversal = yl_ledger_find_reversal (words, use, is_negative);
  yl_ledger_add (row->context->ledger, entry);
}

static gboolean
is_full (YlTableRow *row)
{
  return table_is_full (row, row->context->ledger->entries->len, YL_LEDGER_MAX_ENTRIES,
                        "超过台账可读的 " G_STRINGIFY (YL_LEDGER_MAX_ENTRIES) " 笔",
                        "从这一行起未读；请按年度分开核对");
}

static void
take_entry (YlTableRow *row)
{
  YlLedgerEntry entry = { .sheet = row->context->sheet, .row = row->number };
  if (is_full (row))
    return;
  if (table_row_has (row, CONTRACT) && table_row_has (row, SETTLED))
    take_settlement (row);
  const gboolean is_single = table_row_has (row, DIRECTION) && table_row_has (row, AMOUNT);
  const gboolean is_read =
      is_single ? read_one_amount (row, &entry) : read_two_amounts (row, &entry);
  if (!is_read || entry.amount.fen == 0)
    return;
  const gboolean is_negative = entry.amount.fen < 0;
  entry.amount.fen = ABS (entry.amount.fen);
  if (!read_date (table_row_get (row, DATE).text, &entry.date))
    refuse (row, DATE, "日期，如 2021-01-31、2021年1月31日 或 20210131", entry.amount.fen);
  else if (table_add (row, AMOUNT, entry.amount, "该笔收支未计入", &row->context->sum))
    add_entry (row, &entry, is_negative);
}

static const YlImportTable entries_table = {
  .sheet = "拨付台账",
  .words = YL_WORDS_LEDGER_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = ledger_columns,
  .expected = "日期、收/支和金额（或收入金额、支出金额两列）",
  .is_many = TRUE,
  .subject = "该笔收支",
  .loss = "未计入",
  .row = take_entry,
};

static const YlImportTable settlements_table = {
  .sheet = "工程结算",
  .words = YL_WORDS_LEDGER_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = settlement_columns,
  .expected = "项目、合同金额和结算金额",
  .is_many = TRUE,
  .row = take_settlement,
};

static const YlImportTable *const tables[] = {
  [YL_LEDGER_TABLE_ENTRIES] = &entries_table,
  [YL_LEDGER_TABLE_SETTLEMENTS] = &settlements_table,
  [YL_LEDGER_TABLE_NOTICES] = &yl_notice_table,
  [YL_LEDGER_TABLE_NOTICE_SHEET] = &yl_notice_table,
};
G_STATIC_ASSERT (G_N_ELEMENTS (tables) == YL_LEDGER_TABLE_NOTICE_SHEET + 1);

YlEntryImport *
yl_ledger_import_new (YlLedgerTable table,
                      const char *file,
                      const YlWords *words,
                      YlLedger *ledger,
                      YlFindings *findings)
{
  const YlTableContext context = {
    .file = file,
    .words = words,
    .is_by_name = table == YL_LEDGER_TABLE_NOTICE_SHEET,
    .arena = ledger->arena,
    .ledger = ledger,
    .findings = findings,
  };
  return yl_entry_import_new_for_table (tables[table], &context);
}
