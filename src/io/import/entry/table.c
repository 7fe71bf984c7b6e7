#include "table-private.h"

#include "yanglu/base/text.h"
#include "yanglu/domain/place-code.h"
#include "yanglu/io/import/repair.h"

#include <string.h>

TableCell
table_row_get (const YlTableRow *row, guint column)
{
  const YlHead *head = yl_head_finder_get (row->finder, column);
  TableCell cell = {
    .head = head->head,
    .unit = head->unit,
    .text = yl_head_finder_cell (row->finder, column, row->cells, row->n_cells),
    .row = row->number,
  };
  if (head->head == NULL) /* what a column that is not there would be called */
    cell.head = yl_words_get_usual (row->context->words, row->table->words,
                                    row->table->columns[column].key);
  return cell;
}

gboolean
table_row_has (const YlTableRow *row, guint column)
{
  return yl_head_finder_get (row->finder, column)->cell != YL_HEAD_ABSENT;
}

char *
table_row_dup (const YlTableRow *row, guint column)
{
  const YlText text = table_row_get (row, column).text;
  return yl_text_is_blank (text) ? g_strdup ("") : yl_text_dup (text);
}

/* Faults */

void
table_report (YlTableContext *context, const TableCell *cell, const TableFault *fault)
{
  g_autofree char *seen = yl_text_dup (cell->text);
  const gboolean is_blank = yl_text_is_blank (cell->text);
  g_autofree char *subject = is_blank ? g_strdup ("") : g_strdup_printf ("“%s”", seen);
  g_autofree char *message = g_strdup_printf (
      "%s%s%s%s；%s。", subject, fault->what, fault->expected == NULL ? "" : "，应为",
      fault->expected == NULL ? "" : fault->expected, fault->effect);
  const YlFinding finding = {
    .code = fault->code,
    .severity = fault->severity,
    .file = context->file,
    .sheet = context->sheet,
    .row = cell->row,
    .column = cell->head,
    .seen = seen,
    .expected = fault->expected,
    .repair = fault->repair,
    .message = message,
    .at_stake = fault->at_stake,
    .is_priced = fault->is_priced,
  };
  yl_findings_add (context->findings, &finding);
}

void
table_report_unread (YlTableContext *context,
                     const TableCell *cell,
                     const char *what,
                     const char *expected,
                     const char *effect,
                     const char *repair)
{
  table_report (context, cell,
                &(TableFault){ .code = YL_C04,
                               .severity = YL_SEVERITY_ERROR,
                               .what = what,
                               .expected = expected,
                               .effect = effect,
                               .repair = repair });
}

/* (transfer full): "该笔资金 300.00 元未计入" */
static char *
describe_loss (const YlTableRow *row)
{
  const YlImportTable *table = row->table;
  if (!row->has_amount)
    return g_strconcat (table->subject, table->loss, NULL);
  g_autofree char *yuan = yl_money_to_grouped (row->amount);
  return g_strdup_printf ("%s %s 元%s", table->subject, yuan, table->loss);
}

void
table_refuse (YlTableRow *row, guint column, const TableFault *fault)
{
  const TableCell cell = table_row_get (row, column);
  g_autofree char *effect = describe_loss (row);
  TableFault priced = *fault;
  priced.effect = effect;
  priced.at_stake = row->amount;
  priced.is_priced = row->has_amount && !row->is_left_out;
  table_report (row->context, &cell, &priced);
  row->is_left_out = TRUE;
}

gboolean
table_is_full (YlTableRow *row, guint n, guint limit, const char *what, const char *effect)
{
  if (n < limit)
    return FALSE;
  const TableCell cell = table_row_get (row, 0);
  const TableFault fault = {
    .code = YL_E08, .severity = YL_SEVERITY_ERROR, .what = what, .effect = effect
  };
  if (!row->context->is_full)
    table_report (row->context, &cell, &fault);
  row->context->is_full = TRUE;
  return TRUE;
}

gboolean
table_add (YlTableRow *row, guint column, YlMoney amount, const char *effect, YlMoney *sum)
{
  YlMoney added = { 0 };
  if (yl_money_add (*sum, amount, &added) && added.fen <= YL_MONEY_MAX_FEN)
    {
      *sum = added;
      return TRUE;
    }
  const TableCell cell = table_row_get (row, column);
  const TableFault fault = {
    .code = YL_E08,
    .severity = YL_SEVERITY_ERROR,
    .what = "加上之后的合计超过了可记的最大金额（10 万亿元）",
    .effect = effect,
  };
  table_report (row->context, &cell, &fault);
  return FALSE;
}

/* Digits that rounding took away: stated, with the kept value. Less than a fen is no money at
 * stake, nor are kilometres that no rate multiplies; metres of a bridge may be. */
static void
report_lost (YlTableContext *context,
             const TableCell *cell,
             const char *what,
             gboolean is_priced,
             const char *kept)
{
  g_autofree char *effect = g_strdup_printf ("已四舍五入为 %s", kept);
  const TableFault fault = {
    .code = YL_E09,
    .severity = YL_SEVERITY_INFO,
    .what = what,
    .effect = effect,
    .is_priced = is_priced,
  };
  table_report (context, cell, &fault);
}

/* Cells */

/* (transfer full) */
static char *
describe_amount (YlHeadUnit unit, gboolean may_be_negative)
{
  return g_strdup_printf ("%s不带单位的数（%s），如 %s%s", may_be_negative ? "" : "不小于 0、",
                          yl_unit_get_name (unit), unit == YL_UNIT_YUAN ? "123456.00" : "12.3456",
                          may_be_negative ? "；冲销写负数" : "");
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

/* What a number written in a unit of its own is in the column's: "10万元" under 金额（元）. */
static void
report_own_unit (YlTableContext *context, const TableCell *cell, const char *kept)
{
  g_autofree char *effect = g_strdup_printf ("已按 %s 计入", kept);
  table_report (context, cell,
                &(TableFault){ .code = YL_C04,
                               .severity = YL_SEVERITY_INFO,
                               .what = "写有自己的单位",
                               .effect = effect,
                               .is_priced = TRUE });
}

/* A number of @unit; one that says its unit itself, and another, is told. @out_lost: as
 * yl_decimal_parse(); @n_finer: decimals beyond the whole metres and fen: 2 for centimetres. */
static YlDecimalStatus
parse_number (YlTableContext *context,
              const TableCell *cell,
              YlHeadUnit unit,
              guint n_finer,
              gint64 *out,
              gint32 *out_lost)
{
  const gint64 limit = yl_unit_is_length (unit)
                           ? (n_finer == 0 ? 1 : 100) * (gint64) YL_LENGTH_MAX_M
                           : YL_MONEY_MAX_FEN;
  const guint n_decimals = yl_unit_get_n_decimals (unit) + n_finer;
  YlHeadUnit own = unit;
  const YlDecimalStatus status = yl_decimal_parse (cell->text, n_decimals, limit, out, out_lost);
  if (status != YL_DECIMAL_MALFORMED)
    return status;
  g_autofree char *number = yl_number_in_unit (context->words, cell->text, unit, &own);
  if (number == NULL)
    return status;
  yl_decimal_parse (yl_text_of (number), n_decimals, limit, out, out_lost);
  g_autofree char *amount = yl_unit_is_length (unit) ? yl_decimal_format (*out, 3 + n_finer, FALSE)
                                                     : yl_money_to_grouped ((YlMoney){ *out });
  g_autofree char *kept =
      g_strdup_printf ("%s %s", amount, yl_unit_is_length (unit) ? "公里" : "元");
  if (own != unit && *out >= 0)
    report_own_unit (context, cell, kept);
  return YL_DECIMAL_OK;
}

/* (transfer full): as its column would write it. */
static char *
show_amount (YlMoney amount, YlHeadUnit unit)
{
  g_autofree char *number = yl_decimal_format (amount.fen, yl_unit_get_n_decimals (unit), TRUE);
  return g_strdup_printf ("%s %s", number, yl_unit_get_name (unit));
}

static TableCellStatus
read_amount (YlTableContext *context,
             TableCell cell,
             const char *effect,
             gboolean may_be_negative,
             YlMoney *out_amount,
             gint32 *out_lost)
{
  const YlHeadUnit unit = yl_unit_is_money (cell.unit) ? cell.unit : YL_UNIT_YUAN;
  const gboolean is_red = may_be_negative && strip_brackets (&cell.text);
  YlMoney amount = { 0 };
  gint32 lost = 0;
  const YlDecimalStatus status = parse_number (context, &cell, unit, 0, &amount.fen, &lost);
  if (status == YL_DECIMAL_BLANK)
    return TABLE_CELL_BLANK;
  const char *what = NULL;
  if (status == YL_DECIMAL_MALFORMED)
    what = "不是可以读懂的金额";
  else if (status == YL_DECIMAL_TOO_LARGE)
    what = "大于本程序可记的最大金额（10 万亿元）";
  else if (amount.fen < 0 && !may_be_negative)
    what = "是负数";
  if (what != NULL)
    {
      g_autofree char *expected = describe_amount (unit, may_be_negative);
      table_report_unread (context, &cell, what, expected, effect, NULL);
      return TABLE_CELL_FAULTY;
    }
  if (lost != 0)
    {
      g_autofree char *kept = show_amount (amount, unit);
      report_lost (context, &cell, "的小数多于分", TRUE, kept);
    }
  *out_lost = lost;
  *out_amount = is_red && amount.fen > 0 ? (YlMoney){ -amount.fen } : amount;
  return TABLE_CELL_READ;
}

/* As its column would write it: "21 米", "20.55 米", "12.345 公里". */
static char *
show_length (gint64 length, guint n_finer, YlHeadUnit unit)
{
  const guint n_decimals = yl_unit_get_n_decimals (unit) + n_finer;
  g_autofree char *number = yl_decimal_format (length, n_decimals, FALSE);
  return g_strdup_printf ("%s %s", number, yl_unit_get_name (unit));
}

/* E09 when decimals of a metre, or of a centimetre (@n_finer 2), were lost. */
static TableCellStatus
read_length (YlTableContext *context,
             const TableCell *cell,
             YlHeadUnit usual,
             guint n_finer,
             const char *effect,
             gint64 *out_length)
{
  const YlHeadUnit unit = yl_unit_is_length (cell->unit) ? cell->unit : usual;
  const char *expected = unit == YL_UNIT_METRE ? "不小于 0、不带单位的米数，如 36"
                                               : "不小于 0、不带单位的公里数，如 12.345";
  gint64 length = 0;
  gint32 lost = 0;
  const YlDecimalStatus status = parse_number (context, cell, unit, n_finer, &length, &lost);
  if (status == YL_DECIMAL_BLANK)
    return TABLE_CELL_BLANK;
  if (status != YL_DECIMAL_OK || length < 0)
    {
      const char *what = status == YL_DECIMAL_TOO_LARGE ? "大于可记的最大长度"
                         : status == YL_DECIMAL_OK      ? "是负数"
                                                        : "不是可以读懂的长度";
      table_report_unread (context, cell, what, expected, effect, NULL);
      return TABLE_CELL_FAULTY;
    }
  if (lost != 0)
    {
      g_autofree char *kept = show_length (length, n_finer, unit);
      report_lost (context, cell, n_finer == 0 ? "精确到了米以下" : "精确到了厘米以下",
                   usual == YL_UNIT_KILOMETRE, kept);
    }
  *out_length = length;
  return TABLE_CELL_READ;
}

/* (transfer full): the members of a closed set by their usual names: "县、市、省 之一". */
static char *
list_members (const YlWords *words, const YlImportColumn *column)
{
  guint n = 0;
  guint n_members = 0;
  const YlSpelling *spellings = yl_words_get (words, column->list, &n);
  g_autoptr (GString) members = g_string_new ("");
  for (guint i = 0; i < n; i++)
    if (spellings[i].member == n_members)
      g_string_append_printf (members, "%s%s", n_members++ == 0 ? "" : "、", spellings[i].text);
  return g_strdup_printf ("%s 之一%s", members->str, column->hint == NULL ? "" : column->hint);
}

static TableCellStatus
read_member (YlTableRow *row, const TableCell *cell, guint column, gpointer record)
{
  const YlImportColumn *own = &row->table->columns[column];
  const YlWords *words = row->context->words;
  gpointer into = (char *) record + own->member;
  guint member = 0;
  if (yl_words_read (words, own->list, cell->text, &member))
    {
      if (own->size == sizeof (guint8))
        *(guint8 *) into = (guint8) member;
      else
        *(guint *) into = member;
      return TABLE_CELL_READ;
    }
  if (yl_text_is_blank (cell->text) && own->infer == NULL && !own->is_required)
    return TABLE_CELL_BLANK;
  if (own->infer != NULL && own->infer (row, column, record))
    return TABLE_CELL_READ;
  g_autofree char *expected = list_members (words, own);
  table_refuse (
      row, column,
      &(TableFault){ .code = YL_E02,
                     .severity = YL_SEVERITY_ERROR,
                     .what = yl_text_is_blank (cell->text) ? "没有填写" : "不在可选范围内",
                     .expected = expected });
  return TABLE_CELL_FAULTY;
}

static void
read_text (const YlTableRow *row, guint column, YlText text, const char **into)
{
  *into = yl_text_is_blank (text)
              ? ""
              : yl_arena_take (row->context->arena, row->table->columns[column].as == YL_AS_CODE
                                                        ? yl_route_code_fold (text)
                                                        : yl_text_dup (text));
}

/* What a workbook of the first edition was made of is read as it was then. */
static TableCellStatus
read_centimetres (YlTableContext *context,
                  const TableCell *cell,
                  const char *effect,
                  gint64 *out_cm)
{
  const gboolean is_whole = context->entry != NULL && context->entry->has_whole_metres;
  const TableCellStatus status =
      read_length (context, cell, YL_UNIT_METRE, is_whole ? 0 : 2, effect, out_cm);
  if (is_whole && status == TABLE_CELL_READ)
    *out_cm *= 100;
  return status;
}

static TableCellStatus
read_as (YlTableRow *row, const TableCell *cell, guint column, const char *effect, gpointer record)
{
  const YlImportColumn *own = &row->table->columns[column];
  gpointer into = (char *) record + own->member;
  switch (own->as)
    {
    case YL_AS_TEXT:
    case YL_AS_CODE:
      read_text (row, column, cell->text, into);
      return TABLE_CELL_READ;
    case YL_AS_AMOUNT:
      return read_amount (row->context, *cell, effect, FALSE, into, &row->lost);
    case YL_AS_SIGNED:
      return read_amount (row->context, *cell, effect, TRUE, into, &row->lost);
    case YL_AS_METRES:
      return read_length (row->context, cell, YL_UNIT_METRE, 0, effect, &((YlLength *) into)->m);
    case YL_AS_CM:
      return read_centimetres (row->context, cell, effect, into);
    case YL_AS_KM:
      return read_length (row->context, cell, YL_UNIT_KILOMETRE, 0, effect,
                          &((YlLength *) into)->m);
    case YL_AS_MEMBER:
      return read_member (row, cell, column, record);
    case YL_AS_TAKEN:
    default:
      if (own->take != NULL)
        own->take (row, column, record);
      return TABLE_CELL_READ;
    }
}

static void
report_no_amount (YlTableRow *row, const TableCell *cell, const char *effect)
{
  table_report (row->context, cell,
                &(TableFault){ .code = YL_C04,
                               .severity = YL_SEVERITY_WARNING,
                               .what = "没有填写金额",
                               .expected = "不小于 0 的数",
                               .effect = effect });
}

TableCellStatus
table_read_cell (YlTableRow *row, const TableCell *cell, guint column, gpointer record)
{
  const YlImportColumn *own = &row->table->columns[column];
  const gboolean is_amount = own->as == YL_AS_AMOUNT || own->as == YL_AS_SIGNED;
  g_autofree char *loss =
      own->effect != NULL ? NULL : g_strconcat (row->table->subject, row->table->loss, NULL);
  const char *effect = own->effect != NULL ? own->effect : loss;
  const TableCellStatus status = read_as (row, cell, column, effect, record);
  if (own->has != 0)
    *(gboolean *) ((char *) record + own->has) = status == TABLE_CELL_READ;
  if (status == TABLE_CELL_BLANK && own->is_required && is_amount)
    report_no_amount (row, cell, effect);
  if (own->effect == NULL
      && (status == TABLE_CELL_FAULTY || (status == TABLE_CELL_BLANK && own->is_required)))
    row->is_left_out = TRUE;
  if (is_amount && status == TABLE_CELL_READ)
    {
      row->amount = *(YlMoney *) ((char *) record + own->member);
      row->has_amount = TRUE;
      if (own->lost != 0)
        *(gint32 *) ((char *) record + own->lost) = row->lost;
    }
  return status;
}

TableCellStatus
table_read (YlTableRow *row, guint column, gpointer record)
{
  const TableCell cell = table_row_get (row, column);
  return table_read_cell (row, &cell, column, record);
}

/* Texts, then amounts, then the others. */
static guint
get_turn (const YlImportColumn *column)
{
  if (column->as == YL_AS_TEXT || column->as == YL_AS_CODE)
    return 0;
  return column->as == YL_AS_AMOUNT || column->as == YL_AS_SIGNED ? 1 : 2;
}

void
table_read_record (YlTableRow *row, gpointer record)
{
  for (guint turn = 0; turn < 3; turn++)
    for (guint column = 0; column < row->table->n_columns; column++)
      if (get_turn (&row->table->columns[column]) == turn)
        table_read (row, column, record);
}
