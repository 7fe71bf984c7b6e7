#include "entry-private.h"

enum
{
  NAME,
  LEVEL,
  PURPOSE,
  FUND,
  KIND,
  ACCOUNT,
  DOCUMENT,
  AMOUNT,
};

static const char *const columns[] = {
  [NAME] = "name", [LEVEL] = "level",     [PURPOSE] = "purpose",   [FUND] = "fund",
  [KIND] = "kind", [ACCOUNT] = "account", [DOCUMENT] = "document", [AMOUNT] = "amount",
};

static const guint64 enough[] = { 1 << LEVEL | 1 << PURPOSE | 1 << AMOUNT, 0 };

static const YlHeadTable heads = {
  .words = YL_WORDS_FUND_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = enough,
  .expected = "来源层级、用途和金额",
};

/* The closed sets, each as one member number. */
static const char *
level_name (guint member)
{
  return yl_payer_get_name ((YlPayer) member);
}

static const char *
purpose_name (guint member)
{
  return yl_purpose_get_name ((YlPurpose) member);
}

static const char *
fund_name (guint member)
{
  return yl_fund_get_name ((YlFund) member);
}

static const char *
kind_name (guint member)
{
  return yl_source_kind_get_name ((YlSourceKind) member);
}

static void
begin (YlEntryContext *context)
{
  g_array_set_size (context->entry->sources, 0);
}

/* One source row on its way: what was read, whether it may stay, and what its amount is. */
typedef struct
{
  YlEntryContext *context;
  const YlEntryRow *row;
  YlMoney amount;
  gboolean has_amount;
  gboolean is_left_out;
} Reading;

static void
refuse (Reading *reading, guint column, const char *(*name) (guint), guint n_members)
{
  const YlEntryCell cell = yl_entry_row_get (reading->row, column);
  g_autofree char *members = yl_entry_join (name, n_members);
  g_autofree char *expected = g_strdup_printf ("%s 之一", members);
  g_autofree char *yuan = yl_money_to_grouped (reading->amount);
  g_autofree char *effect = reading->has_amount ? g_strdup_printf ("该笔资金 %s 元未计入", yuan)
                                                : g_strdup ("该笔资金未计入");
  const YlEntryFault fault = {
    .code = YL_E02,
    .severity = YL_SEVERITY_ERROR,
    .what = yl_text_is_blank (cell.text) ? "没有填写" : "不在可选范围内",
    .expected = expected,
    .effect = effect,
    .at_stake = reading->amount,
    .is_priced = reading->has_amount && !reading->is_left_out, /* a row's money is told once */
  };
  yl_entry_report (reading->context, &cell, &fault);
  reading->is_left_out = TRUE;
}

static void
read_level (Reading *reading, YlSource *source)
{
  guint member = 0;
  if (yl_words_read (reading->context->words, YL_WORDS_PAYER,
                     yl_entry_row_get (reading->row, LEVEL).text, &member))
    source->level = (YlPayer) member;
  else
    refuse (reading, LEVEL, level_name, YL_N_PAYERS);
}

static void
read_purpose (Reading *reading, YlSource *source)
{
  guint member = 0;
  if (yl_words_read (reading->context->words, YL_WORDS_PURPOSE,
                     yl_entry_row_get (reading->row, PURPOSE).text, &member))
    source->purpose = (YlPurpose) member;
  else
    refuse (reading, PURPOSE, purpose_name, YL_N_PURPOSES);
}

/* A note on what a blank cell was taken for. */
static void
tell_taken (Reading *reading, guint column, YlSeverity severity, const char *effect)
{
  const YlEntryCell cell = yl_entry_row_get (reading->row, column);
  const YlEntryFault fault = {
    .code = YL_E02,
    .severity = severity,
    .what = "没有填写",
    .effect = effect,
  };
  yl_entry_report (reading->context, &cell, &fault);
}

/* A blank fund follows from social money or from the account table; nothing else is guessed. */
static void
read_fund (Reading *reading, YlSource *source)
{
  const YlText text = yl_entry_row_get (reading->row, FUND).text;
  guint member = 0;
  if (yl_words_read (reading->context->words, YL_WORDS_FUND, text, &member))
    {
      source->fund = (YlFund) member;
      return;
    }
  const gboolean is_social = source->level == YL_PAYER_SOCIAL && !reading->is_left_out;
  if (is_social)
    source->fund = YL_FUND_SOCIAL;
  if (!yl_text_is_blank (text)
      || (!is_social && !yl_fund_find_of_account (source->account, &source->fund)))
    {
      refuse (reading, FUND, fund_name, YL_N_FUNDS);
      return;
    }
  g_autofree char *effect = g_strdup_printf ("按%s计为%s", is_social ? "来源层级" : "科目编码",
                                             yl_fund_get_name (source->fund));
  tell_taken (reading, FUND, YL_SEVERITY_INFO, effect);
}

static void
read_kind (Reading *reading, YlSource *source)
{
  const YlText text = yl_entry_row_get (reading->row, KIND).text;
  guint member = 0;
  if (yl_words_read (reading->context->words, YL_WORDS_SOURCE_KIND, text, &member))
    {
      source->kind = (YlSourceKind) member;
      return;
    }
  if (!yl_text_is_blank (text))
    {
      refuse (reading, KIND, kind_name, YL_N_SOURCE_KINDS);
      return;
    }
  source->kind = YL_KIND_OTHER;
  tell_taken (reading, KIND, YL_SEVERITY_WARNING,
              "按“其他”计入，土地出让和成品油资金的检查不含这一笔");
}

static void
read_amount (Reading *reading, YlSource *source)
{
  const YlEntryCell cell = yl_entry_row_get (reading->row, AMOUNT);
  const YlCellStatus status =
      yl_entry_cell_to_amount (reading->context, &cell, "该笔资金未计入", &source->amount);
  reading->amount = source->amount;
  reading->has_amount = status == YL_CELL_READ;
  reading->is_left_out = status != YL_CELL_READ;
  if (status != YL_CELL_BLANK)
    return;
  const YlEntryFault fault = {
    .code = YL_C04,
    .severity = YL_SEVERITY_WARNING,
    .what = "没有填写金额",
    .expected = "不小于 0 的数",
    .effect = "该笔资金未计入",
  };
  yl_entry_report (reading->context, &cell, &fault);
}

static void
take_row (YlEntryContext *context, const YlEntryRow *row)
{
  Reading reading = { .context = context, .row = row };
  YlSource source = { .row = row->row };
  g_autofree char *name = yl_entry_row_dup (row, NAME);
  g_autofree char *account = yl_entry_row_dup (row, ACCOUNT);
  g_autofree char *document = yl_entry_row_dup (row, DOCUMENT);
  source.account = account;
  read_amount (&reading, &source);
  read_level (&reading, &source);
  read_purpose (&reading, &source);
  read_fund (&reading, &source);
  read_kind (&reading, &source);
  if (reading.is_left_out)
    return;
  source.name = g_steal_pointer (&name);
  source.account = g_steal_pointer (&account);
  source.document = g_steal_pointer (&document);
  g_array_append_val (context->entry->sources, source);
}

const YlEntryTable yl_entry_funds_table = {
  .sheet = "资金来源",
  .heads = &heads,
  .begin = begin,
  .row = take_row,
};
