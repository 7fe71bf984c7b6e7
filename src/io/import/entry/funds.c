#include "table-private.h"

#include "yanglu/calc/withdrawals.h"
#include "yanglu/domain/account.h"

enum
{
  NAME,
  LEVEL,
  PURPOSE,
  FUND,
  KIND,
  ACCOUNT,
  DOCUMENT,
  REPLACES,
  PAYEE,
  AMOUNT,
  N_COLUMNS,
};

/* A note on what a cell, blank or with a word of nobody's list, was taken for. */
static gboolean
report_taken (YlTableRow *row, guint column, YlSeverity severity, const char *effect)
{
  const TableCell cell = table_row_get (row, column);
  const TableFault fault = {
    .code = YL_E02,
    .severity = severity,
    .what = yl_text_is_blank (cell.text) ? "没有填写" : "不在可选范围内",
    .effect = effect,
    .is_priced = TRUE,
  };
  table_report (row->context, &cell, &fault);
  return TRUE;
}

/* A fund follows from social money or from the account table; nothing else is guessed. */
static gboolean
infer_fund (YlTableRow *row, guint column, gpointer record)
{
  YlSource *source = record;
  const gboolean is_blank = yl_text_is_blank (table_row_get (row, column).text);
  const gboolean is_social = source->level == YL_PAYER_SOCIAL && !row->is_left_out;
  if (is_social)
    source->fund = YL_FUND_SOCIAL;
  else if (!yl_fund_find_of_account (source->account, 0, &source->fund))
    return FALSE;
  g_autofree char *effect = g_strdup_printf ("按%s计为%s", is_social ? "来源层级" : "科目编码",
                                             yl_fund_get_name (source->fund));
  return report_taken (row, column, is_blank ? YL_SEVERITY_INFO : YL_SEVERITY_WARNING, effect);
}

static gboolean
assume_other (YlTableRow *row, guint column, gpointer record)
{
  ((YlSource *) record)->kind = YL_KIND_OTHER;
  return report_taken (row, column, YL_SEVERITY_WARNING,
                       "按“其他”计入，土地出让、成品油、车购税和债券资金的检查不含这一笔");
}

/* A zone is of its county's rank; a village is no level of the budget, so that its money is social. */
static gboolean
infer_level (YlTableRow *row, guint column, gpointer record)
{
  YlSource *source = record;
  guint level = 0;
  if (!yl_words_read (row->context->words, YL_WORDS_PAYER_AS, table_row_get (row, column).text,
                      &level))
    return FALSE;
  source->level = (YlPayer) level;
  source->is_of_zone = level == YL_PAYER_COUNTY;
  g_autofree char *effect =
      level == YL_PAYER_SOCIAL
          ? g_strdup ("不是一级预算，按社会资金计入，不冲减日常养护资金缺口")
          : g_strdup_printf ("按%s级资金计入", yl_payer_get_name (source->level));
  return report_taken (row, column, YL_SEVERITY_INFO, effect);
}

/* Works by any name (危桥改造, 水毁修复) are never daily maintenance; other words are not guessed. */
static gboolean
assume_works (YlTableRow *row, guint column, gpointer record)
{
  g_autofree char *purpose = table_row_dup (row, column);
  if (yl_ledger_find_purpose (row->context->words, purpose) != YL_PURPOSE_ENGINEERING)
    return FALSE;
  ((YlSource *) record)->purpose = YL_PURPOSE_ENGINEERING;
  return report_taken (row, column, YL_SEVERITY_WARNING, "按“养护工程”计入，不抵日常养护资金");
}

static const YlImportColumn columns[] = {
  [NAME] = { "name", YL_AS_TEXT, YL_AT (YlSource, name) },
  [LEVEL] = { "level", YL_AS_MEMBER, YL_AT (YlSource, level), .list = YL_WORDS_PAYER,
              .is_required = TRUE, .infer = infer_level },
  [PURPOSE] = { "purpose", YL_AS_MEMBER, YL_AT (YlSource, purpose), .list = YL_WORDS_PURPOSE,
                .is_required = TRUE, .infer = assume_works },
  [FUND] = { "fund", YL_AS_MEMBER, YL_AT (YlSource, fund), .list = YL_WORDS_FUND,
             .infer = infer_fund },
  [KIND] = { "kind", YL_AS_MEMBER, YL_AT (YlSource, kind), .list = YL_WORDS_SOURCE_KIND,
             .infer = assume_other },
  [ACCOUNT] = { "account", YL_AS_TEXT, YL_AT (YlSource, account) },
  [DOCUMENT] = { "document", YL_AS_TEXT, YL_AT (YlSource, document) },
  [REPLACES] = { "replaces", YL_AS_TEXT, YL_AT (YlSource, replaces) },
  [PAYEE] = { "payee", YL_AS_TEXT, YL_AT (YlSource, payee) },
  [AMOUNT] = { "amount", YL_AS_SIGNED, YL_AT (YlSource, amount), .is_required = TRUE,
               .lost = G_STRUCT_OFFSET (YlSource, lost) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);
static const guint64 enough[] = { 1 << LEVEL | 1 << PURPOSE | 1 << AMOUNT, 0 };

/* @finding in the row of @taken. */
static void
report_row (YlTableContext *context, const YlWithdrawal *taken, YlFinding finding)
{
  finding.code = YL_C04;
  finding.file = context->file;
  finding.sheet = context->sheet;
  finding.row = taken->by_row;
  finding.column = yl_words_get_usual (context->words, YL_WORDS_FUND_HEADS,
                                       columns[taken->is_named ? REPLACES : AMOUNT].key);
  finding.is_priced = TRUE;
  yl_findings_add (context->findings, &finding);
}

static void
report_taken_back (YlTableContext *context, const YlWithdrawal *taken)
{
  g_autofree char *amount = yl_money_to_grouped (taken->amount);
  g_autofree char *left = yl_money_to_grouped (taken->left);
  g_autofree char *message =
      g_strdup_printf ("资金“%s”收回 %s 元，冲减第 %" YL_ROW_ID_FORMAT " 行“%s”，该行余 %s 元%s。",
                       taken->by_name, amount, taken->from_row, taken->from_name, left,
                       taken->is_named ? "" : "；没有写明替代文号，从同层级、同用途最近的一笔冲减");
  report_row (context, taken,
              (YlFinding){ .severity = taken->is_named ? YL_SEVERITY_INFO : YL_SEVERITY_WARNING,
                           .message = message });
}

/* More was taken back than given, or a document that is not here was replaced. */
static void
report_not_taken (YlTableContext *context, const YlWithdrawal *taken)
{
  const gboolean is_negative = taken->amount.fen > 0;
  const char *grants = taken->is_named ? "所写文号在同层级、同用途中" : "同层级、同用途的资金中";
  g_autofree char *amount = yl_money_to_grouped (taken->amount);
  g_autofree char *message =
      is_negative
          ? g_strdup_printf ("资金“%s”收回的数大于下达的数：%s可冲减的不足，还有 %s 元没有冲减，"
                             "合计不会低于 0；请核对收回的金额和文号。",
                             taken->by_name, grants, amount)
          : g_strdup_printf ("资金“%s”写明替代的文件在表中没有同层级、同用途的资金，没有可冲减的；"
                             "本行金额照常计入。",
                             taken->by_name);
  report_row (context, taken,
              (YlFinding){ .severity = is_negative ? YL_SEVERITY_ERROR : YL_SEVERITY_WARNING,
                           .at_stake = taken->amount,
                           .message = message });
}

static void
end (YlTableContext *context)
{
  g_autoptr (GArray) taken = yl_withdrawals_apply (context->entry->sources);
  for (guint i = 0; i < taken->len; i++)
    {
      const YlWithdrawal *one = &g_array_index (taken, YlWithdrawal, i);
      if (one->from_row != 0)
        report_taken_back (context, one);
      else
        report_not_taken (context, one);
    }
}

const YlImportTable yl_funds_table = {
  .sheet = YL_LIST_FUNDS,
  .words = YL_WORDS_FUND_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = enough,
  .expected = "来源层级、用途和金额",
  .subject = "该笔资金",
  .loss = "未计入",
  .record_size = sizeof (YlSource),
  .number = G_STRUCT_OFFSET (YlSource, row),
  .rows = G_STRUCT_OFFSET (YlEntry, sources),
  .end = end,
};
