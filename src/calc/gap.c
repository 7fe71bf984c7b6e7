#include "work-private.h"

/* S1, S2: the standard is what all public levels owe together; only their money for daily
 * maintenance lowers the county's gap. */
void
yl_work_find_gap (YlWork *work)
{
  const gint64 *daily_fen = work->sources.public_fen[YL_PURPOSE_DAILY];
  YlDaily *daily = &work->figures->daily;
  daily->standard_fen = daily->roads_fen;
  yl_work_add (work, &daily->standard_fen, daily->bridges_fen);
  for (guint payer = 0; payer < YL_N_PAYERS; payer++)
    {
      yl_work_add (work, &daily->funded_fen, daily_fen[payer]);
      if (yl_payer_is_superior ((YlPayer) payer))
        yl_work_add (work, &daily->superior_grants_fen, daily_fen[payer]);
    }
  daily->county_gap_fen =
      MAX (0, yl_work_subtract (work, daily->standard_fen, daily->superior_grants_fen));
  const gint64 open_fen = yl_work_subtract (work, daily->standard_fen, daily->funded_fen);
  daily->unfunded_fen = MAX (0, open_fen);
  daily->surplus_fen = MAX (0, yl_work_subtract (work, 0, open_fen));
  daily->social_fen = work->sources.social_fen[YL_PURPOSE_DAILY];
}

/* Each purpose by itself: what is left of one is not owed to another. */
void
yl_work_find_unfunded (YlWork *work)
{
  YlFigures *figures = work->figures;
  YlPurposeMoney *daily = &figures->by_purpose[YL_PURPOSE_DAILY];
  daily->funded_fen = figures->daily.funded_fen;
  daily->unfunded_fen = figures->daily.unfunded_fen;
  for (guint purpose = YL_PURPOSE_DAILY + 1; purpose < YL_N_PURPOSES; purpose++)
    {
      YlPurposeMoney *money = &figures->by_purpose[purpose];
      money->funded_fen = work->sources.social_fen[purpose];
      for (guint payer = 0; payer < YL_N_PAYERS; payer++)
        yl_work_add (work, &money->funded_fen, work->sources.public_fen[purpose][payer]);
      const gint64 demand_fen = yl_work_sum_demand (work, (YlPurpose) purpose);
      money->unfunded_fen = MAX (0, yl_work_subtract (work, demand_fen, money->funded_fen));
      yl_work_add (work, &figures->other_unfunded_fen, money->unfunded_fen);
    }
}
