#include "entry-private.h"

/* What a column that is not there would be called. */
static const char *
usual_head (const YlEntryRow *row, guint column)
{
  return yl_words_get_usual (row->words, row->heads->words, row->heads->columns[column]);
}

YlEntryCell
yl_entry_row_get (const YlEntryRow *row, guint column)
{
  const YlHead *head = yl_head_finder_get (row->finder, column);
  return (YlEntryCell){
    .head = head->head != NULL ? head->head : usual_head (row, column),
    .unit = head->unit,
    .text = yl_head_finder_cell (row->finder, column, row->cells, row->n_cells),
    .row = row->row,
  };
}

gboolean
yl_entry_row_has_column (const YlEntryRow *row, guint column)
{
  return yl_head_finder_get (row->finder, column)->cell != YL_HEAD_ABSENT;
}

char *
yl_entry_row_dup (const YlEntryRow *row, guint column)
{
  const YlEntryCell cell = yl_entry_row_get (row, column);
  return yl_text_is_blank (cell.text) ? g_strdup ("") : yl_text_dup (cell.text);
}

void
yl_entry_report (YlEntryContext *context, const YlEntryCell *cell, const YlEntryFault *fault)
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

/* Digits that rounding took away: stated, with the kept value. Less than a fen is no money at
 * stake, nor are kilometres that no rate multiplies; metres of a bridge may be. */
static void
report_lost (YlEntryContext *context,
             const YlEntryCell *cell,
             const char *what,
             gboolean is_priced,
             char *kept)
{
  g_autofree char *effect = g_strdup_printf ("已四舍五入为 %s", kept);
  const YlEntryFault fault = {
    .code = YL_E09,
    .severity = YL_SEVERITY_INFO,
    .what = what,
    .effect = effect,
    .is_priced = is_priced,
  };
  yl_entry_report (context, cell, &fault);
  g_free (kept);
}

void
yl_entry_report_unread (YlEntryContext *context,
                        const YlEntryCell *cell,
                        const char *what,
                        const char *expected,
                        const char *effect,
                        const char *repair)
{
  const YlEntryFault fault = {
    .code = YL_C04,
    .severity = YL_SEVERITY_ERROR,
    .what = what,
    .expected = expected,
    .effect = effect,
    .repair = repair,
  };
  yl_entry_report (context, cell, &fault);
}

static const char *
get_expected (gboolean is_wan, gboolean may_be_negative)
{
  if (may_be_negative)
    return is_wan ? "不带单位的数（万元），如 12.3456；冲销写负数"
                  : "不带单位的数（元），如 123456.00；冲销写负数";
  return is_wan ? "不小于 0、不带单位的数（万元），如 12.3456"
                : "不小于 0、不带单位的数（元），如 123456.00";
}

static YlCellStatus
read_amount (YlEntryContext *context,
             const YlEntryCell *cell,
             const char *effect,
             gboolean may_be_negative,
             YlMoney *out_amount)
{
  const gboolean is_wan = cell->unit == YL_UNIT_WAN;
  YlMoney amount = { 0 };
  gint32 lost = 0;
  const YlDecimalStatus status = is_wan ? yl_money_parse_wan (cell->text, &amount, &lost)
                                        : yl_money_parse_yuan (cell->text, &amount, &lost);
  if (status == YL_DECIMAL_BLANK)
    return YL_CELL_BLANK;
  const char *what = NULL;
  if (status == YL_DECIMAL_MALFORMED)
    what = "不是可以读懂的金额";
  else if (status == YL_DECIMAL_TOO_LARGE)
    what = "大于本程序可记的最大金额（10 万亿元）";
  else if (amount.fen < 0 && !may_be_negative)
    what = "是负数";
  if (what != NULL)
    {
      g_autofree char *repair = yl_entry_repair_amount (cell);
      yl_entry_report_unread (context, cell, what, get_expected (is_wan, may_be_negative), effect,
                              repair);
      return YL_CELL_FAULTY;
    }
  if (lost != 0)
    {
      g_autofree char *yuan = yl_money_to_grouped (amount);
      report_lost (context, cell, "的小数多于分", TRUE, g_strdup_printf ("%s 元", yuan));
    }
  *out_amount = amount;
  return YL_CELL_READ;
}

YlCellStatus
yl_entry_cell_to_amount (YlEntryContext *context,
                         const YlEntryCell *cell,
                         const char *effect,
                         YlMoney *out_amount)
{
  return read_amount (context, cell, effect, FALSE, out_amount);
}

YlCellStatus
yl_entry_cell_to_signed_amount (YlEntryContext *context,
                                const YlEntryCell *cell,
                                const char *effect,
                                YlMoney *out_amount)
{
  return read_amount (context, cell, effect, TRUE, out_amount);
}

YlCellStatus
yl_entry_cell_to_length (YlEntryContext *context,
                         const YlEntryCell *cell,
                         YlHeadUnit usual,
                         const char *effect,
                         YlLength *out_length)
{
  const gboolean is_metre = (cell->unit == YL_UNIT_NONE ? usual : cell->unit) == YL_UNIT_METRE;
  const char *expected =
      is_metre ? "不小于 0、不带单位的米数，如 36" : "不小于 0、不带单位的公里数，如 12.345";
  YlLength length = { 0 };
  gint32 lost = 0;
  const YlDecimalStatus status = is_metre ? yl_length_parse_m (cell->text, &length, &lost)
                                          : yl_length_parse_km (cell->text, &length, &lost);
  if (status == YL_DECIMAL_BLANK)
    return YL_CELL_BLANK;
  if (status != YL_DECIMAL_OK || length.m < 0)
    {
      const char *what = status == YL_DECIMAL_TOO_LARGE ? "大于可记的最大长度"
                         : status == YL_DECIMAL_OK      ? "是负数"
                                                        : "不是可以读懂的长度";
      g_autofree char *repair = yl_entry_repair_length (cell, usual);
      yl_entry_report_unread (context, cell, what, expected, effect, repair);
      return YL_CELL_FAULTY;
    }
  if (lost != 0)
    report_lost (context, cell, "精确到了米以下", usual == YL_UNIT_KILOMETRE,
                 g_strdup_printf ("%" G_GINT64_FORMAT " 米", length.m));
  *out_length = length;
  return YL_CELL_READ;
}

gboolean
yl_entry_add (YlEntryContext *context,
              const YlEntryCell *cell,
              YlMoney amount,
              const char *effect,
              YlMoney *sum)
{
  YlMoney added = { 0 };
  if (yl_money_add (*sum, amount, &added) && added.fen <= YL_MONEY_MAX_FEN)
    {
      *sum = added;
      return TRUE;
    }
  const YlEntryFault fault = {
    .code = YL_E08,
    .severity = YL_SEVERITY_ERROR,
    .what = "加上之后的合计超过了可记的最大金额（10 万亿元）",
    .effect = effect,
  };
  yl_entry_report (context, cell, &fault);
  return FALSE;
}

char *
yl_entry_join (const char *(*name) (guint member), guint n)
{
  GString *names = g_string_new ("");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : "、", name (i));
  return g_string_free (names, FALSE);
}
