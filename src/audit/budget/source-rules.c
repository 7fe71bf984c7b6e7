#include "check-private.h"

/* From this year fuel-tax money pays neither staff nor running cost: 国办发〔2019〕45号 三（六）. */
#define FUEL_TAX_YEAR 2022

static void
report (const YlBudgetCheck *check,
        const YlSource *source,
        YlFinding finding,
        const char *message,
        gint64 at_stake_fen)
{
  g_autofree char *full = g_strdup_printf ("资金“%s”：%s", source->name, message);
  finding.file = check->sources_file;
  finding.sheet = check->sources_sheet;
  finding.row = source->row;
  finding.message = full;
  yl_budget_check_report (check, finding, &(YlMoney){ at_stake_fen });
}

/* The fund that @source must be by its account, its kind or its level. */
static gboolean
find_true_fund (const YlSource *source, YlFund *out_fund, const char **out_why)
{
  if (source->level == YL_PAYER_SOCIAL)
    {
      *out_fund = YL_FUND_SOCIAL;
      *out_why = "来源层级为社会";
      return TRUE;
    }
  if (yl_fund_find_of_account (source->account, out_fund))
    {
      *out_why = "科目编码";
      return TRUE;
    }
  *out_fund = YL_FUND_GOVERNMENT;
  *out_why = "土地出让资金";
  return source->kind == YL_KIND_LAND;
}

/* B06 */
static void
check_fund (const YlBudgetCheck *check, const YlSource *source)
{
  YlFund fund;
  const char *why;
  if (!find_true_fund (source, &fund, &why) || fund == source->fund)
    return;
  const char *seen = yl_fund_get_name (source->fund);
  const char *expected = yl_fund_get_name (fund);
  g_autofree char *yuan = yl_money_to_grouped (source->amount);
  g_autofree char *message =
      g_strdup_printf ("资金性质填“%s”，但%s属“%s”，%s 元混在一起；请改正资金性质或科目编码", seen,
                       why, expected, yuan);
  report (check, source,
          (YlFinding){ .code = YL_B06, .column = "资金性质", .seen = seen, .expected = expected },
          message, source->amount.fen);
}

/* B07; a blank account was not stated at all. */
static void
check_account (const YlBudgetCheck *check, const YlSource *source)
{
  YlFund fund;
  if (source->account[0] == '\0' || yl_fund_find_of_account (source->account, &fund))
    return;
  g_autofree char *message = g_strdup_printf (
      "科目编码“%s”不在常用科目之中；请与当年《政府收支分类科目》核对", source->account);
  report (check, source,
          (YlFinding){ .code = YL_B07, .column = "科目编码", .seen = source->account }, message, 0);
}

/* B12 */
static void
check_fuel_tax (const YlBudgetCheck *check, const YlSource *source)
{
  const gboolean is_upkeep =
      source->purpose == YL_PURPOSE_STAFF || source->purpose == YL_PURPOSE_RUNNING;
  const gboolean is_barred = source->purpose == YL_PURPOSE_CONSTRUCTION
                             || (is_upkeep && check->figures->year >= FUEL_TAX_YEAR);
  if (source->kind != YL_KIND_FUEL_TAX || !is_barred)
    return;
  const char *seen = yl_purpose_get_name (source->purpose);
  g_autofree char *yuan = yl_money_to_grouped (source->amount);
  g_autofree char *message =
      g_strdup_printf ("成品油税费改革资金 %s 元用于“%s”；该资金%s，请改用其他资金", yuan, seen,
                       is_upkeep ? "自 2022 年起不得用于机构运行和人员支出" : "不得用于新建公路");
  report (check, source,
          (YlFinding){ .code = YL_B12, .column = "用途", .seen = seen, .expected = "养护" },
          message, source->amount.fen);
}

void
yl_budget_check_sources (const YlBudgetCheck *check)
{
  const GArray *sources = check->entry->sources;
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      check_fund (check, source);
      check_account (check, source);
      check_fuel_tax (check, source);
    }
}
