#include "yanglu/audit/budget/balance.h"

#include "yanglu/base/error.h"
#include "yanglu/domain/sheet-names.h"
#include "yanglu/figures/catalogue.h"

#include <string.h>

/* Wider than any sum of 64-bit figures: the balance does not lean on the checks it holds. */
typedef __int128 Sum;

typedef struct
{
  const YlBudget *budget;
  const YlFigures *figures;
} Books;

/* @table adds up to the figure @key, which calc says is @expected. */
static gboolean
holds (const char *table, const char *key, Sum sum, Sum expected, GError **error)
{
  if (sum == expected)
    return TRUE;
  const char *title = yl_figure_find (key)->title;
  const Sum difference = sum > expected ? sum - expected : expected - sum;
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
               "程序自检未通过：%s与“%s”（%s）相差 %" G_GUINT64_FORMAT
               "（分、米或个）。这是程序的错误，本次结果不可使用，请与开发者联系",
               table, title + strspn (title, "*"), key,
               (guint64) MIN (difference, (Sum) G_MAXUINT64));
  return FALSE;
}

/* Every row once more: its metres at its rate, and all rows together. */
static gboolean
rows_hold (const Books *books, GError **error)
{
  const YlInventory *inventory = books->budget->inventory;
  const YlPolicy *policy = books->budget->policy;
  YlRate rates[YL_N_RATES];
  Sum sum_fen = 0, listed_m = 0, counted_m = 0, paid_m = 0;
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    yl_policy_get_rate (policy, (YlRateKind) kind, &rates[kind]);
  for (gsize i = 0; i < yl_inventory_get_n_roads (inventory); i++)
    {
      const YlRoadWorking *row = &books->budget->roads[i];
      YlMoney amount = { 0 };
      if (!yl_money_for_length ((YlLength){ row->paid_m }, rates[row->rate], &amount)
          || amount.fen != row->amount_fen)
        return holds (YL_SHEET_ROADS "某行", "roads[*].amount_fen", row->amount_fen, amount.fen,
                      error);
      sum_fen += amount.fen;
      listed_m += yl_inventory_get_road (inventory, i)->length_m;
      counted_m += row->counted_m;
      paid_m += row->paid_m;
    }
  const YlMileage *mileage = &books->figures->mileage;
  return holds (YL_SHEET_ROADS, "daily.roads_fen", sum_fen, books->figures->daily.roads_fen, error)
         && holds (YL_SHEET_ROADS, "mileage.listed_m", listed_m, mileage->listed_m, error)
         && holds (YL_SHEET_ROADS, "mileage.counted_m", counted_m, mileage->counted_m, error)
         && holds (YL_SHEET_ROADS, "mileage.paid_m", paid_m, mileage->paid_m, error)
         && holds ("计入、重复与断头", "mileage.listed_m",
                   counted_m + mileage->duplicate_m + mileage->dead_end_m, listed_m, error);
}

static gboolean
classes_hold (const Books *books, GError **error)
{
  Sum sections = 0, listed_m = 0, counted_m = 0, maintained_m = 0, paid_m = 0;
  for (guint i = 0; i < YL_N_CLASSES; i++)
    {
      const YlMileage *mileage = &books->figures->by_class[i];
      sections += mileage->sections;
      listed_m += mileage->listed_m;
      counted_m += mileage->counted_m;
      maintained_m += mileage->maintained_m;
      paid_m += mileage->paid_m;
    }
  const YlMileage *all = &books->figures->mileage;
  return holds ("分等级", "mileage.sections", sections, all->sections, error)
         && holds ("分等级", "mileage.listed_m", listed_m, all->listed_m, error)
         && holds ("分等级", "mileage.counted_m", counted_m, all->counted_m, error)
         && holds ("分等级", "mileage.maintained_m", maintained_m, all->maintained_m, error)
         && holds ("分等级", "mileage.paid_m", paid_m, all->paid_m, error);
}

static gboolean
bridges_hold (const Books *books, GError **error)
{
  const guint n_bridges = books->budget->entry->bridges->len;
  Sum sum_fen = 0;
  for (guint i = 0; i < n_bridges; i++)
    {
      const YlBridgeWorking *row = &books->budget->bridges[i];
      sum_fen += (Sum) row->by_size_fen + row->by_metre_fen;
    }
  const YlDaily *daily = &books->figures->daily;
  return holds (YL_SHEET_BRIDGES, "daily.bridges_fen", sum_fen, daily->bridges_fen, error)
         && holds ("公路与桥梁", "daily.standard_fen", (Sum) daily->roads_fen + daily->bridges_fen,
                   daily->standard_fen, error);
}

static Sum
demand_for (const YlFigures *figures, YlPurpose purpose)
{
  Sum sum_fen = 0;
  for (guint i = 0; i < figures->demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (figures->demand, YlDemandLine, i);
      sum_fen += line->purpose == purpose ? line->amount_fen : 0;
    }
  return sum_fen;
}

static gboolean
demand_holds (const Books *books, GError **error)
{
  const YlFigures *figures = books->figures;
  Sum all_fen = 0;
  for (guint purpose = 0; purpose < YL_N_PURPOSES; purpose++)
    all_fen += demand_for (figures, (YlPurpose) purpose);
  return holds (YL_SHEET_OVERVIEW, "demand_fen", all_fen, figures->demand_fen, error)
         && holds (YL_SHEET_OVERVIEW "日常养护各行", "daily.standard_fen",
                   demand_for (figures, YL_PURPOSE_DAILY), figures->daily.standard_fen, error);
}

static gboolean
townships_hold (const Books *books, GError **error)
{
  const YlFigures *figures = books->figures;
  Sum sections = 0, counted_m = 0, paid_m = 0, roads_fen = 0, classes_fen = 0, bridges_fen = 0;
  for (guint i = 0; i < figures->townships->len; i++)
    {
      const YlTownshipLine *line = &g_array_index (figures->townships, YlTownshipLine, i);
      sections += line->sections;
      paid_m += line->paid_m;
      roads_fen += line->roads_fen;
      bridges_fen += line->bridges_fen;
      for (guint road_class = 0; road_class < YL_N_CLASSES; road_class++)
        {
          counted_m += line->counted_m[road_class];
          classes_fen += line->class_fen[road_class];
        }
    }
  return holds ("分乡镇", "mileage.sections", sections, figures->mileage.sections, error)
         && holds ("分乡镇", "mileage.counted_m", counted_m, figures->mileage.counted_m, error)
         && holds ("分乡镇", "mileage.paid_m", paid_m, figures->mileage.paid_m, error)
         && holds ("分乡镇", "daily.roads_fen", roads_fen, figures->daily.roads_fen, error)
         && holds ("分乡镇分等级", "daily.roads_fen", classes_fen, figures->daily.roads_fen, error)
         && holds ("分乡镇", "daily.bridges_fen", bridges_fen, figures->daily.bridges_fen, error);
}

static gboolean
shareholders_hold (const Books *books, const char *table, const GArray *lines, GError **error)
{
  const YlFigures *figures = books->figures;
  Sum paid_m = 0, roads_fen = 0, bridges_fen = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const YlShareholderLine *line = &g_array_index (lines, YlShareholderLine, i);
      paid_m += line->paid_m;
      roads_fen += line->roads_fen;
      bridges_fen += line->bridges_fen;
    }
  return holds (table, "mileage.paid_m", paid_m, figures->mileage.paid_m, error)
         && holds (table, "daily.roads_fen", roads_fen, figures->daily.roads_fen, error)
         && holds (table, "daily.bridges_fen", bridges_fen, figures->daily.bridges_fen, error);
}

/* The share that the policy declares here for those who gave @source; the province speaks for the
 * centre. */
static gint64
share_of (const Books *books, const YlSource *source)
{
  const char *area = books->budget->place;
  const YlPayer payer = source->level == YL_PAYER_CENTRAL ? YL_PAYER_PROVINCE : source->level;
  const YlPolicyValue *share =
      yl_policy_find (books->budget->policy, YL_GROUP_PAYER_SHARE, area, payer);
  return share == NULL ? 0 : share->value;
}

/* What all payers together bear of the daily money. Grants above the standard stand with the levels
 * that gave them, and so do those that go off before others share; shares and stacks divide just the
 * standard. */
static Sum
borne (const Books *books)
{
  const YlFigures *figures = books->figures;
  const YlBudget *budget = books->budget;
  const GArray *sources = budget->entry->sources;
  Sum given_fen = 0;
  if (figures->payers_method == YL_PAYERS_BY_GRANTS)
    given_fen = figures->daily.superior_grants_fen;
  const gboolean is_after =
      figures->payers_method == YL_PAYERS_BY_SHARE
      && yl_policy_get_share_base (budget->policy, budget->place) == YL_SHARE_AFTER_SUPERIOR;
  for (guint i = 0; is_after && i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      if (source->purpose == YL_PURPOSE_DAILY && yl_source_is_public (source)
          && yl_payer_is_superior (source->level) && share_of (books, source) == 0)
        given_fen += source->amount.fen;
    }
  return MAX (given_fen, (Sum) figures->daily.standard_fen);
}

/* Where shares are declared the gap is what the county bears. */
static gboolean
gap_holds (const Books *books, GError **error)
{
  const YlFigures *figures = books->figures;
  const YlDaily *daily = &figures->daily;
  const gboolean is_share = figures->payers_method == YL_PAYERS_BY_SHARE
                            && !yl_policy_is_dated_back (books->budget->policy);
  Sum gap_fen = is_share ? 0 : (Sum) daily->standard_fen - daily->superior_grants_fen;
  for (guint i = 0; i < figures->payers->len && is_share; i++)
    {
      const YlPayerLine *line = &g_array_index (figures->payers, YlPayerLine, i);
      if (line->payer == YL_PAYER_COUNTY && line->purpose == YL_PURPOSE_DAILY)
        gap_fen += line->amount_fen;
    }
  gap_fen = MAX ((Sum) 0, gap_fen);
  return holds (YL_SHEET_PAYERS, "daily.county_gap_fen", gap_fen, daily->county_gap_fen, error);
}

static gboolean
payers_hold (const Books *books, GError **error)
{
  const YlFigures *figures = books->figures;
  const YlDaily *daily = &figures->daily;
  Sum by_purpose[YL_N_PURPOSES] = { 0 };
  for (guint i = 0; i < figures->payers->len; i++)
    {
      const YlPayerLine *line = &g_array_index (figures->payers, YlPayerLine, i);
      by_purpose[line->purpose] += line->amount_fen;
    }
  gboolean all_hold = holds ("日常养护" YL_SHEET_PAYERS, "daily.standard_fen",
                             by_purpose[YL_PURPOSE_DAILY], borne (books), error)
                      && holds ("资金到位", "daily.standard_fen",
                                (Sum) daily->funded_fen + daily->unfunded_fen - daily->surplus_fen,
                                daily->standard_fen, error);
  for (guint purpose = YL_PURPOSE_DAILY + 1; purpose < YL_N_PURPOSES && all_hold; purpose++)
    all_hold = holds (YL_LIST_OTHER YL_SHEET_PAYERS, "other_fen", by_purpose[purpose],
                      demand_for (figures, (YlPurpose) purpose), error);
  return all_hold;
}

/* What every purpose but the daily asks more than its own money, row by row once more. */
static gboolean
unfunded_holds (const Books *books, GError **error)
{
  const GArray *sources = books->budget->entry->sources;
  Sum open_fen[YL_N_PURPOSES];
  Sum sum_fen = 0;
  for (guint purpose = 0; purpose < YL_N_PURPOSES; purpose++)
    open_fen[purpose] = demand_for (books->figures, (YlPurpose) purpose);
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      open_fen[source->purpose] -= source->amount.fen;
    }
  for (guint purpose = YL_PURPOSE_DAILY + 1; purpose < YL_N_PURPOSES; purpose++)
    sum_fen += MAX (0, open_fen[purpose]);
  return holds (YL_LIST_FUNDS, "other_unfunded_fen", sum_fen, books->figures->other_unfunded_fen,
                error);
}

/* The accounts have what the sources have, and what is counted of them, with what is open, is what is
 * asked. */
static gboolean
accounts_hold (const Books *books, GError **error)
{
  const YlFigures *figures = books->figures;
  const GArray *sources = books->budget->entry->sources;
  Sum given_fen = 0, by_account_fen = 0, by_use_fen = 0, counted_fen = 0, asked_fen = 0;
  for (guint i = 0; i < sources->len; i++)
    given_fen += g_array_index (sources, YlSource, i).amount.fen;
  for (guint fund = 0; fund < YL_N_FUNDS; fund++)
    {
      for (guint i = 0; i < figures->accounts->len; i++)
        by_account_fen += g_array_index (figures->accounts, YlAccountLine, i).fund_fen[fund];
      for (guint i = 0; i < figures->account_uses->len; i++)
        by_use_fen += g_array_index (figures->account_uses, YlAccountUse, i).fund_fen[fund];
    }
  for (guint i = 0; i < figures->account_uses->len; i++)
    counted_fen += g_array_index (figures->account_uses, YlAccountUse, i).counted_fen;
  for (guint purpose = 0; purpose < YL_N_PURPOSES; purpose++)
    asked_fen += demand_for (figures, (YlPurpose) purpose);
  return holds (YL_SHEET_ACCOUNTS, "sources_fen", by_account_fen, given_fen, error)
         && holds (YL_SHEET_ACCOUNTS, "sources_fen", by_use_fen, given_fen, error)
         && holds (YL_SHEET_ACCOUNTS, "demand_fen", counted_fen, asked_fen, error);
}

gboolean
yl_budget_balance (const YlBudget *budget, GError **error)
{
  const Books books = { budget, budget->figures };
  return rows_hold (&books, error) && classes_hold (&books, error) && bridges_hold (&books, error)
         && demand_holds (&books, error) && townships_hold (&books, error)
         && shareholders_hold (&books, YL_SHEET_PAYEES, books.figures->payees, error)
         && (books.figures->packages->len == 0
             || shareholders_hold (&books, "分标段", books.figures->packages, error))
         && payers_hold (&books, error) && gap_holds (&books, error)
         && unfunded_holds (&books, error) && accounts_hold (&books, error);
}
