#include "table-private.h"

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
  N_COLUMNS,
};

/* A note on what a blank cell was taken for. */
static void
report_taken (YlTableRow *row, guint column, YlSeverity severity, const char *effect)
{
  const TableCell cell = table_row_get (row, column);
  const TableFault fault = {
    .code = YL_E02, .severity = severity, .what = "没有填写", .effect = effect
  };
  table_report (row->context, &cell, &fault);
}

/* A blank fund follows from social money or from the account table; nothing else is guessed. */
static gboolean
infer_fund (YlTableRow *row, guint column, gpointer record)
{
  YlSource *source = record;
  const gboolean is_social = source->level == YL_PAYER_SOCIAL && !row->is_left_out;
  if (is_social)
    source->fund = YL_FUND_SOCIAL;
  else if (!yl_fund_find_of_account (source->account, &source->fund))
    return FALSE;
  g_autofree char *effect = g_strdup_printf ("按%s计为%s", is_social ? "来源层级" : "科目编码",
                                             yl_fund_get_name (source->fund));
  report_taken (row, column, YL_SEVERITY_INFO, effect);
  return TRUE;
}

static gboolean
assume_other (YlTableRow *row, guint column, gpointer record)
{
  ((YlSource *) record)->kind = YL_KIND_OTHER;
  report_taken (row, column, YL_SEVERITY_WARNING,
                "按“其他”计入，土地出让和成品油资金的检查不含这一笔");
  return TRUE;
}

static const YlImportColumn columns[] = {
  [NAME] = { "name", YL_AS_TEXT, YL_AT (YlSource, name) },
  [LEVEL] = { "level", YL_AS_MEMBER, YL_AT (YlSource, level), .list = YL_WORDS_PAYER,
              .is_required = TRUE },
  [PURPOSE] = { "purpose", YL_AS_MEMBER, YL_AT (YlSource, purpose), .list = YL_WORDS_PURPOSE,
                .is_required = TRUE },
  [FUND] = { "fund", YL_AS_MEMBER, YL_AT (YlSource, fund), .list = YL_WORDS_FUND,
             .infer = infer_fund },
  [KIND] = { "kind", YL_AS_MEMBER, YL_AT (YlSource, kind), .list = YL_WORDS_SOURCE_KIND,
             .infer = assume_other },
  [ACCOUNT] = { "account", YL_AS_TEXT, YL_AT (YlSource, account) },
  [DOCUMENT] = { "document", YL_AS_TEXT, YL_AT (YlSource, document) },
  [AMOUNT] = { "amount", YL_AS_AMOUNT, YL_AT (YlSource, amount), .is_required = TRUE },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == N_COLUMNS);
static const guint64 enough[] = { 1 << LEVEL | 1 << PURPOSE | 1 << AMOUNT, 0 };

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
};
