#include "rows-private.h"

/* What was given, by whom, for what, of which kind of money. */

static void
report_source (const YlFigureAt *at, YlDerivation *node)
{
  const YlSource *source = yl_kept_line (at);
  yl_derivation_set_how (
      node, "“" YL_LIST_FUNDS "”第 %u 笔：%s级，用途%s，%s，%s%s%s%s%s", at->of[0] + 1,
      yl_payer_get_name (source->level), yl_purpose_get_name (source->purpose),
      yl_fund_get_name (source->fund), yl_source_kind_get_name (source->kind),
      source->account[0] == '\0' ? "" : "，科目 ", source->account,
      source->document[0] == '\0' ? "，没有写文号" : "，文号 ", source->document);
}

static gboolean
is_open_use (const YlFigureAt *at)
{
  return ((const YlAccountUse *) yl_kept_line (at))->account == YL_LINE_NONE;
}

#define SUM_OF_SOURCES SUM_OF (EACH (SOURCE, "sources[*].amount_fen")), .how = "资金来源逐笔相加"
#define DIFFERENCE(sources, demand)                                                                \
  SUM_OF (TERM (sources), TERM ("-" demand)), .how = "资金来源合计 − 本年预算数；小于零为尚缺"

#define FISCAL(term) SUM_OF (EACH (FISCAL_FUND, term)), .how = "一般公共预算 + 政府性基金"

static const YlFigure rows[] = {
  { "sources[*].amount_fen", "*", YL_FIGURE_FEN, OVER (YL_OVER_SOURCE), KEPT (YlSource, amount.fen),
    .report = report_source },
  { "sources_fen", "全部性质资金合计", YL_FIGURE_FEN, SUM_OF_SOURCES },
  { "sources_by_fund.*_fen", "*资金合计", YL_FIGURE_FEN, OVER (YL_OVER_FUND), SUM_OF_SOURCES },
  { "sources_by_level.*.total_fen", "*全部性质资金合计", YL_FIGURE_FEN, OVER (YL_OVER_PAYER),
    SUM_OF_SOURCES },
  { "sources_by_level.*.*_fen", "*1*资金合计", YL_FIGURE_FEN, OVER (YL_OVER_PAYER, YL_OVER_FUND),
    SUM_OF_SOURCES },
  { "sources_by_purpose.*.total_fen", "*全部性质资金合计", YL_FIGURE_FEN, OVER (YL_OVER_PURPOSE),
    SUM_OF_SOURCES },
  { "sources_by_purpose.*.*_fen", "*1*资金合计", YL_FIGURE_FEN,
    OVER (YL_OVER_PURPOSE, YL_OVER_FUND), SUM_OF_SOURCES },
  { "sources_by_purpose.*.demand_fen", "*本年预算数", YL_FIGURE_FEN, OVER (YL_OVER_PURPOSE),
    ONLY (YL_PURPOSE_DAILY), SUM_OF (TERM ("daily.standard_fen")), FED_BY_ROADS (amount_fen),
    FED_BY_BRIDGES (amount_fen), .how = "这一用途的本年预算数" },
  { "sources_by_purpose.*.demand_fen", "*本年预算数", YL_FIGURE_FEN, OVER (YL_OVER_PURPOSE),
    SUM_OF (EACH (PURPOSE_LINE, "demand.*.amount_fen")), .how = "这一用途的本年预算数" },
  { "sources_by_purpose.*.difference_fen", "资金减预算", YL_FIGURE_FEN, OVER (YL_OVER_PURPOSE),
    DIFFERENCE ("sources_by_purpose.*.total_fen", "sources_by_purpose.*.demand_fen") },
  { "sources_by_purpose.*.unfunded_fen", "*尚未落实资金", YL_FIGURE_FEN, OVER (YL_OVER_PURPOSE),
    ONLY (YL_PURPOSE_DAILY), SAME_AS (TERM ("daily.unfunded_fen")),
    .how = "日常养护只以公共财政资金落实标准，社会资金另列" },
  { "sources_by_purpose.*.unfunded_fen", "*尚未落实资金", YL_FIGURE_FEN, OVER (YL_OVER_PURPOSE),
    KEPT (YlPurposeMoney, unfunded_fen),
    AT_LEAST_ZERO (TERM ("sources_by_purpose.*.demand_fen"),
                   TERM ("-sources_by_purpose.*.total_fen")),
    .how = "本年预算数 − 这一用途的资金，小于零按零计" },
  { "other_unfunded_fen", "其他支出未落实资金", YL_FIGURE_FEN, KEPT (YlFigures, other_unfunded_fen),
    SUM_OF (EACH (OTHER_PURPOSE, "sources_by_purpose.*.unfunded_fen")),
    .how = "日常养护以外各用途的未落实资金相加；一个用途的结余不抵另一个用途的缺口" },
  { "unfunded_fen", "未落实资金合计", YL_FIGURE_FEN,
    SUM_OF (TERM ("sources_by_purpose.*.unfunded_fen")), .how = "各用途的未落实资金相加" },
  { "sources_fiscal_fen", "财政资金合计", YL_FIGURE_FEN, FISCAL ("sources_by_fund.*_fen") },
  { "accounts[*].fiscal_fen", "*：财政资金", YL_FIGURE_FEN, OVER (YL_OVER_ACCOUNT),
    FISCAL ("accounts[*].*_fen") },
  { "accounts[*].total_fen", "*：全部性质资金合计", YL_FIGURE_FEN, OVER (YL_OVER_ACCOUNT),
    SUM_OF (TERM ("accounts[*].*_fen")), .how = "各性质资金相加" },
  { "accounts[*].*_fen", "*1：*资金合计", YL_FIGURE_FEN, OVER (YL_OVER_ACCOUNT, YL_OVER_FUND),
    KEPT (YlAccountLine, fund_fen), SUM_OF_SOURCES },
  { "account_uses[*].fiscal_fen", "*财政资金", YL_FIGURE_FEN, OVER (YL_OVER_ACCOUNT_USE),
    FISCAL ("account_uses[*].*_fen") },
  { "account_uses[*].counted_fen", "*列入本年预算数", YL_FIGURE_FEN, OVER (YL_OVER_ACCOUNT_USE),
    .when = is_open_use, KEPT (YlAccountUse, counted_fen),
    SUM_OF (EACH (USE_PURPOSE, "sources_by_purpose.*.demand_fen"),
            BRIEF (USE_BESIDE, "-account_uses[*].counted_fen")),
    .how = "这一用途的本年预算数 − 各科目已列入数；小于零为资金多于预算数" },
  { "account_uses[*].counted_fen", "*列入本年预算数", YL_FIGURE_FEN, OVER (YL_OVER_ACCOUNT_USE),
    KEPT (YlAccountUse, counted_fen), SUM_OF (EACH (COUNTED_SOURCE, "sources[*].amount_fen")),
    .how = "资金来源中这一用途、这一科目的资金逐笔相加；社会资金不抵日常养护" },
  { "account_uses[*].*_fen", "*1*资金合计", YL_FIGURE_FEN, OVER (YL_OVER_ACCOUNT_USE, YL_OVER_FUND),
    KEPT (YlAccountUse, fund_fen), SUM_OF_SOURCES },
  /* Of workbooks before the second edition only: it nets one purpose with another. */
  { "sources_difference_fen", "资金减预算", YL_FIGURE_FEN,
    DIFFERENCE ("sources_fen", "demand_fen") },
};

const YlFigureTable yl_figures_of_sources = { rows, G_N_ELEMENTS (rows) };
