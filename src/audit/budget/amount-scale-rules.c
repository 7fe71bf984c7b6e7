#include "rules-private.h"

/* 元 and 万元 differ by this factor. */
#define WAN 10000
/* Millionths of a fen that rounding took, ten thousand times, in fen. */
#define LOST_PER_FEN 100
/* Money for daily maintenance is within this factor of the standard, where it is in its unit. */
#define WITHIN 10

/* What @amount is in 万元; %FALSE when that is no amount. @lost: as in YlSource */
static gboolean
read_as_wan (YlMoney amount, gint64 lost, YlMoney *out)
{
  if (amount.fen > YL_MONEY_MAX_FEN / WAN)
    return FALSE;
  *out = (YlMoney){ amount.fen * WAN + lost / LOST_PER_FEN };
  return TRUE;
}

static YlMoney
get_limit (const BudgetCheck *check, YlLimit limit)
{
  return (YlMoney){ yl_rule_set_get_limit (check->rules, YL_C03, limit) };
}

/* An amount that is out of its limits: what it would be if it were in the other unit. */
typedef struct
{
  const char *what; /* "资金“甲”", "土地出让收入" */
  YlMoney amount;
  YlMoney other;
  const char *against; /* "少于一笔补助的界限 1,000.00 元" */
} OddAmount;

/* C03 (W): only a limit says so. */
static void
report (const BudgetCheck *check, const YlFigurePlace *place, const OddAmount *odd)
{
  const gboolean is_more = odd->other.fen > odd->amount.fen;
  const YlMoney difference = { ABS (odd->other.fen - odd->amount.fen) };
  g_autofree char *seen = yl_money_to_grouped (odd->amount);
  g_autofree char *other = yl_money_to_grouped (odd->other);
  g_autofree char *yuan = yl_money_to_grouped (difference);
  g_autofree char *message = g_strdup_printf (
      "%s %s 元，%s，看来%s；仍按所写计入，换算后为 %s 元，%s %s 元；请核对单位", odd->what, seen,
      odd->against, is_more ? "单位是万元而不是元" : "把元当作了万元", other, is_more ? "多" : "少",
      yuan);
  yl_findings_add (check->findings, &(YlFinding){ .code = YL_C03,
                                                  .severity = YL_SEVERITY_WARNING,
                                                  .file = place->file,
                                                  .sheet = place->sheet,
                                                  .row = place->row,
                                                  .column = place->column,
                                                  .seen = seen,
                                                  .expected = other,
                                                  .message = message,
                                                  .at_stake = difference,
                                                  .is_priced = TRUE });
}

static gboolean
is_grant (const YlSource *source)
{
  return yl_payer_is_superior (source->level) && source->amount.fen > 0 && !source->is_reduced;
}

static gboolean
is_too_small (const BudgetCheck *check, const YlSource *source)
{
  return is_grant (source) && source->amount.fen < get_limit (check, YL_LIMIT_GRANT).fen;
}

static void
report_source (const BudgetCheck *check, const YlSource *source, YlMoney other, const char *against)
{
  YlFigurePlace place = check->sources;
  place.row = source->row;
  g_autofree char *what = g_strdup_printf ("资金“%s”", source->name);
  report (check, &place, &(OddAmount){ what, source->amount, other, against });
}

void
yl_source_check_scale (const BudgetCheck *check, const YlSource *source)
{
  const gint64 standard_fen = check->figures->daily.standard_fen;
  const gint64 times = yl_rule_set_get_limit (check->rules, YL_C03, YL_LIMIT_GRANT_TIMES);
  YlMoney other = { 0 };
  if (is_too_small (check, source) && read_as_wan (source->amount, source->lost, &other))
    {
      g_autofree char *least = yl_money_to_grouped (get_limit (check, YL_LIMIT_GRANT));
      g_autofree char *against = g_strdup_printf ("少于一笔补助的界限 %s 元", least);
      report_source (check, source, other, against);
    }
  else if (is_grant (source) && standard_fen > 0 && times > 0
           && source->amount.fen / times >= standard_fen
           && source->amount.fen > standard_fen * times)
    {
      g_autofree char *standard = yl_money_to_grouped ((YlMoney){ standard_fen });
      g_autofree char *against =
          g_strdup_printf ("大于应达标准 %s 元的 %" G_GINT64_FORMAT " 倍", standard, times);
      report_source (check, source, (YlMoney){ source->amount.fen / WAN }, against);
    }
}

/* What public sources give to daily maintenance; %FALSE when one is told of itself. */
static gboolean
sum_sources (const BudgetCheck *check, YlMoney *out_sum, gint64 *out_lost)
{
  const GArray *sources = check->entry->sources;
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      if (is_too_small (check, source))
        return FALSE;
      if (source->purpose != YL_PURPOSE_DAILY || !yl_source_is_public (source))
        continue;
      if (source->is_reduced || !yl_money_add (*out_sum, source->amount, out_sum))
        return FALSE;
      *out_lost += source->lost;
    }
  return TRUE;
}

void
yl_sources_check_scale (const BudgetCheck *check)
{
  const gint64 standard_fen = check->figures->daily.standard_fen;
  YlMoney sum = { 0 };
  gint64 lost = 0;
  YlMoney other = { 0 };
  if (!sum_sources (check, &sum, &lost) || sum.fen <= 0 || !read_as_wan (sum, lost, &other))
    return;
  if (other.fen < standard_fen / WITHIN || other.fen / WITHIN > standard_fen)
    return;
  g_autofree char *standard = yl_money_to_grouped ((YlMoney){ standard_fen });
  g_autofree char *against = g_strdup_printf ("不到应达标准 %s 元的千分之一", standard);
  report (check, &check->sources, &(OddAmount){ "日常养护资金合计", sum, other, against });
}

void
yl_land_check_scale (const BudgetCheck *check, const YlLandLine *line)
{
  const YlMoney limit = get_limit (check, YL_LIMIT_LAND);
  const YlMoney income = { line->income_fen };
  YlMoney other = { 0 };
  if (income.fen <= 0 || income.fen >= limit.fen || !read_as_wan (income, 0, &other))
    return;
  g_autofree char *least = yl_money_to_grouped (limit);
  g_autofree char *against = g_strdup_printf ("少于界限 %s 元", least);
  g_autofree char *what = g_strdup_printf ("%s级土地出让收入", yl_payer_get_name (line->payer));
  const YlFigurePlace place = { .file = check->file, .sheet = YL_LIST_LAND, .column = "收入" };
  report (check, &place, &(OddAmount){ what, income, other, against });
}

/* The whole of last year's budget, what rounding took of it, and where it stands. */
typedef struct
{
  const char *what;
  gint64 lost;
  YlFigurePlace place;
} LastYear;

static LastYear
find_last_year (const BudgetCheck *check)
{
  const GArray *lines = check->entry->last_year;
  LastYear last = { .what = "--last-year 所给的上年预算合计",
                    .place = { .file = check->entry->last_year_file, .column = "金额" } };
  for (guint i = 0; i < lines->len; i++)
    {
      const YlLastYearLine *line = &g_array_index (lines, YlLastYearLine, i);
      if (g_strcmp0 (line->code, "total") != 0)
        continue;
      last.lost = line->lost;
      last.place.row = line->row;
    }
  if (lines->len == 0)
    last = (LastYear){
      .what = "上年预算数",
      .lost = check->entry->unit.last_year_lost,
      .place = { .file = check->file, .sheet = YL_SHEET_UNIT, .column = "上年预算数" },
    };
  return last;
}

/* A budget that is a thousandfold of last year's, or a thousandth. */
#define YEARS_APART 1000

void
yl_last_year_check_scale (const BudgetCheck *check)
{
  const YlMoney last = { check->figures->last_year_fen };
  const YlMoney demand = { check->figures->demand_fen };
  if (!check->figures->has_last_year || last.fen <= 0 || demand.fen <= 0)
    return;
  const LastYear found = find_last_year (check);
  const gboolean is_small = last.fen < demand.fen / YEARS_APART;
  const gboolean is_large = last.fen / YEARS_APART > demand.fen;
  YlMoney other = { last.fen / WAN };
  if (is_small ? !read_as_wan (last, found.lost, &other) : !is_large)
    return;
  g_autofree char *made = yl_money_to_grouped (demand);
  g_autofree char *against = g_strdup_printf (
      is_small ? "不到本年预算 %s 元的千分之一" : "大于本年预算 %s 元的 1000 倍", made);
  report (check, &found.place, &(OddAmount){ found.what, last, other, against });
}
