#include "rows-private.h"

#include "yanglu/calc/payment-plan.h"

/* What is published and paid out, and cells that only help or check. */

#define LAST_QUARTER (YL_QUARTERS - 1)

static gboolean
is_payee (const YlFigureAt *at)
{
  return at->of[0] < at->view->figures->payees->len;
}

static gboolean
is_line (const YlFigureAt *at)
{
  guint row = YL_LINE_NONE;
  return yl_recipient_find_line (at->view, at->of[0], &row) != YL_LINE_NONE;
}

static gboolean
is_put_in (const YlFigureAt *at)
{
  guint row = YL_LINE_NONE;
  yl_recipient_find_line (at->view, at->of[0], &row);
  return row == yl_over_count (at->view, YL_OVER_OTHER);
}

static gboolean
is_anybody (const YlFigureAt *at)
{
  return is_payee (at) || is_line (at);
}

static gint64
get_amount (const YlFigureAt *at)
{
  return yl_figure_get_units (at->view->budget, "schedule[*].amount_fen",
                              (YlMembers){ { at->of[0] } });
}

static YlPaymentPlan
get_payment_plan (const YlFigureAt *at)
{
  YlPaymentPlan plan;
  yl_payment_plan_init (&plan, at->view->budget);
  return plan;
}

static gint64
get_plan (const YlFigureAt *at)
{
  const YlPaymentPlan plan = get_payment_plan (at);
  gint64 fen[YL_QUARTERS];
  yl_payment_plan_split (&plan, get_amount (at), fen);
  return fen[at->of[1]];
}

static gint64
get_quarter_part (const YlFigureAt *at)
{
  const YlPaymentPlan plan = get_payment_plan (at);
  return yl_payment_plan_get_part_ppm (&plan, at->of[0]);
}

static gboolean
is_payment_ruled (const YlFigureAt *at)
{
  return get_payment_plan (at).is_ruled;
}

static const YlPolicyValue *
find_payment (const YlFigureAt *at)
{
  const guint quarter = at->figure->over[1] == YL_OVER_QUARTER ? at->of[1] : at->of[0];
  return get_payment_plan (at).until[quarter];
}

static gint64
get_demand (const YlFigureAt *at)
{
  return at->view->figures->demand_fen;
}

static gint64
get_capital_step (const YlFigureAt *at)
{
  return ABS (get_demand (at));
}

static gint64
get_has_rate (const YlFigureAt *at)
{
  return yl_find_daily_rate (at->view, at->of[0]) != NULL;
}

static const YlPolicyValue *
find_rate (const YlFigureAt *at)
{
  return yl_find_daily_rate (at->view, at->of[0]);
}

/* A table of those who are paid. */
#define PAID_TO                                                                                    \
  OVER (YL_OVER_RECIPIENT),                                                                        \
      .when = is_anybody,                                                                          \
      SAME_AS (EACH (PAID_PAYEE, "payees[*].amount_fen"), EACH (PAID_LINE, "demand.*.amount_fen"), \
               EACH (PAID_PROJECT, "other[*].amount_fen")),                                        \
      FED_BY_ROADS (amount_fen), FED_BY_BRIDGES (amount_fen), .how = "取预算中的同一金额"
/* Works that nobody has put in yet. */
#define PAID_FOR_MORE                                                                              \
  OVER (YL_OVER_RECIPIENT), .when = is_put_in, STATED,                                             \
                            .how = "在" YL_LIST_OTHER "合计以上加列的养护工程；编制时没有"
/* Where nobody is, it has one empty row. */
#define PAID_TO_NOBODY OVER (YL_OVER_RECIPIENT), STATED, .how = "本年没有要拨付的资金"
#define STATED .step = YL_STEP_STATED
#define OF_ROW OVER (YL_OVER_ROW)
#define OF_ALL OVER (YL_OVER_ALL)
#define PAID_HOW "各季度实际拨付相加；实际拨付由财政部门按拨付凭证填写，编制时为零"
#define OPEN_HOW "全年预算 − 已拨付；编制时等于全年预算"

/* What findings put at stake, of one kind; kinds are never added to each other. */
#define STAKE(kind, name)                                                                          \
  {                                                                                                \
    "findings[*]." kind "_fen", "问题涉及的金额：" name, YL_FIGURE_NONE, OF_ROW, STATED,           \
        .how = "编制时检查台账发现的问题" name "的金额，不计入预算；依据见同一行"  \
  }
#define STAKES(kind, name)                                                                         \
  {                                                                                                \
    "findings_total.*_" kind "_fen", "*级问题涉及的金额：" name, YL_FIGURE_NONE,                   \
        OVER (YL_OVER_SEVERITY), STATED,                                                           \
        .how = YL_SHEET_FINDINGS "中级别为“*”的" name "金额相加，不与其他几类相抵"    \
  }

static const YlFigure rows[] = {
  { "notice[*].amount_fen", YL_LIST_NOTICE "：" YL_LINE_MORE_WORKS, YL_FIGURE_FEN, PAID_FOR_MORE },
  { "notice[*].amount_fen", "公开表：*=", YL_FIGURE_FEN, PAID_TO },
  { "notice[*].amount_fen", YL_LIST_NOTICE, YL_FIGURE_FEN, PAID_TO_NOBODY },
  { "schedule[*].amount_fen", "全年预算：" YL_LINE_MORE_WORKS, YL_FIGURE_FEN, PAID_FOR_MORE },
  { "schedule[*].amount_fen", "全年预算：*=", YL_FIGURE_FEN, PAID_TO },
  { "schedule[*].amount_fen", "全年预算", YL_FIGURE_FEN, PAID_TO_NOBODY },
  { "schedule[*].plan_*_fen", "计划拨付，第 * 季度", YL_FIGURE_FEN,
    OVER (YL_OVER_RECIPIENT, YL_OVER_QUARTER), ONLY_SECOND (LAST_QUARTER), .get = get_plan,
    SUM_OF (TERM ("schedule[*].amount_fen"), BRIEF (QUARTER_BEFORE, "-schedule[*].plan_*_fen")),
    .how = "全年预算减前三个季度，不足一分的余数计入第四季度" },
  { "schedule[*].plan_*_fen", "计划拨付，第 * 季度", YL_FIGURE_FEN,
    OVER (YL_OVER_RECIPIENT, YL_OVER_QUARTER), .when = is_payment_ruled, .get = get_plan,
    .step = YL_STEP_STATED, .terms = { TERM ("schedule[*].amount_fen") }, .basis = find_payment,
    .how = "全年预算 × 政策规定到季末的累计拨付比例，四舍五入到分，减前几个季度" },
  { "schedule[*].plan_*_fen", "计划拨付，第 * 季度", YL_FIGURE_FEN,
    OVER (YL_OVER_RECIPIENT, YL_OVER_QUARTER), .get = get_plan, .step = YL_STEP_STATED,
    .terms = { TERM ("schedule[*].amount_fen") },
    .how = "全年预算 × 计划拨付比例（默认 25%），舍去不足一分的部分" },
  { "schedule[*].paid_fen", "已拨付", YL_FIGURE_FEN, OVER (YL_OVER_RECIPIENT), STATED,
    .how = PAID_HOW },
  { "schedule[*].open_fen", "未拨付", YL_FIGURE_FEN, OVER (YL_OVER_RECIPIENT), STATED,
    .get = get_amount, .how = OPEN_HOW },
  { "schedule_total.plan_*_fen", "计划拨付合计，第 * 季度", YL_FIGURE_FEN, OVER (YL_OVER_QUARTER),
    SUM_OF (BRIEF (ALL, "schedule[*].plan_*_fen")), .how = "各拨付对象同一季度的计划相加" },
  { "schedule_total.paid_*_fen", "实际拨付合计", YL_FIGURE_FEN, OVER (YL_OVER_QUARTER), STATED,
    .how = PAID_HOW },
  { "schedule_total.paid_fen", "实际拨付合计", YL_FIGURE_FEN, OF_ALL, STATED, .how = PAID_HOW },
  { "schedule_total.open_fen", "未拨付合计", YL_FIGURE_FEN, OF_ALL, STATED, .get = get_demand,
    .how = OPEN_HOW },
  { "schedule_part[*]_ppm", "累计拨付比例，第 * 季度末", YL_FIGURE_PPM, OVER (YL_OVER_QUARTER),
    STATED, ONLY (LAST_QUARTER), .when = is_payment_ruled, .get = get_quarter_part,
    .how = "第四季度拨完全年预算" },
  { "schedule_part[*]_ppm", "累计拨付比例，第 * 季度末", YL_FIGURE_PPM, OVER (YL_OVER_QUARTER),
    STATED, .when = is_payment_ruled, .get = get_quarter_part, .basis = find_payment,
    .how = "政策规定到季末累计应拨付的比例" },
  { "schedule_part[*]_ppm", "计划拨付比例，第 * 季度", YL_FIGURE_PPM, OVER (YL_OVER_QUARTER),
    STATED, ONLY (LAST_QUARTER), .get = get_quarter_part, .how = "100% 减去前三个季度的比例" },
  { "schedule_part[*]_ppm", "计划拨付比例，第 * 季度", YL_FIGURE_PPM, OVER (YL_OVER_QUARTER),
    STATED, .get = get_quarter_part, .how = "默认每季度 25%，可以在表中修改" },
  { "policy.daily-rate.*.has_rate", "*是否计费", YL_FIGURE_COUNT, OVER (YL_OVER_RATE), STATED,
    .get = get_has_rate, .basis = find_rate, .moves = "demand_fen",
    .how = "1 表示政策规定了这类公路的标准，0 表示没有规定、列里程不计费；" YL_SHEET_ROADS
           "的计费里程乘以它" },
  { "capital.step_fen", "大写换算：预算合计的分数", YL_FIGURE_COUNT, OF_ALL, STATED,
    .get = get_capital_step, .how = "预算合计折成的分，换算大写金额的第一步" },
  { "checks[*].left", "核对左方", YL_FIGURE_NONE, OF_ROW, STATED,
    .how = "由公式从各表取数，应与右方相等" },
  { "checks[*].right", "核对右方", YL_FIGURE_NONE, OF_ROW, STATED,
    .how = "由公式从另一张表取同一个数，应与左方相等" },
  { "checks[*].difference", "核对差额", YL_FIGURE_NONE, OF_ROW, STATED,
    .how = "左方 − 右方；为零则通过" },
  { "findings[*].at_stake_fen", "问题涉及的金额", YL_FIGURE_NONE, OF_ROW, STATED,
    .how = "编制时检查台账发现的问题所涉及的金额，不计入预算；依据见同一行" },
  STAKE ("more", "多计"),
  STAKE ("less", "少计"),
  STAKE ("late", "逾期未拨"),
  STAKE ("other", "其他涉及"),
  { "findings_total.*_count", "*级问题的个数", YL_FIGURE_NONE, OVER (YL_OVER_SEVERITY), STATED,
    .how = YL_SHEET_FINDINGS "中级别为“*”的行数" },
  { "findings_total.*_fen", "*级问题涉及的金额", YL_FIGURE_NONE, OVER (YL_OVER_SEVERITY), STATED,
    .how = YL_SHEET_FINDINGS "中级别为“*”的金额相加" },
  STAKES ("more", "多计"),
  STAKES ("less", "少计"),
  STAKES ("late", "逾期未拨"),
  STAKES ("other", "其他涉及"),
  { "findings_kinds.data", "数据差错的项数", YL_FIGURE_NONE, OF_ALL, STATED,
    .how = YL_SHEET_FINDINGS "中编号以 A、C、E 开头、级别为“错误”的行数" },
  { "findings_kinds.money", "资金情况的项数", YL_FIGURE_NONE, OF_ALL, STATED,
    .how = YL_SHEET_FINDINGS "中编号以 B、D 开头的行数，说的是资金，不是数据的差错" },
};

const YlFigureTable yl_figures_of_tables = { rows, G_N_ELEMENTS (rows) };
