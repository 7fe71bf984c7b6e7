#include "work-private.h"

#include "yanglu/calc/shares.h"

/* Those who share the daily money, in payer order: the province speaks for the centre too. */
static const YlPayer sharers[] = { YL_PAYER_PROVINCE, YL_PAYER_CITY, YL_PAYER_COUNTY };
#define N_SHARERS G_N_ELEMENTS (sharers)

#define NO_SHARE (-1)

static void
append_line (YlWork *work, YlPayer payer, YlPurpose purpose, gint64 amount_fen, gint64 share_ppm)
{
  const gboolean is_county_gap = payer == YL_PAYER_COUNTY && purpose == YL_PURPOSE_DAILY;
  if (amount_fen == 0 && !is_county_gap)
    return;
  const YlPayerLine line = { payer, purpose, amount_fen, share_ppm };
  g_array_append_val (work->figures->payers, line);
}

static gint64
province_grants_fen (YlWork *work, YlPurpose purpose)
{
  const gint64 *public_fen = work->sources.public_fen[purpose];
  gint64 sum_fen = public_fen[YL_PAYER_CENTRAL];
  yl_work_add (work, &sum_fen, public_fen[YL_PAYER_PROVINCE]);
  return sum_fen;
}

static gboolean
find_shares (YlWork *work, gint64 out_weights[N_SHARERS])
{
  gboolean is_declared = FALSE;
  for (guint i = 0; i < N_SHARERS; i++)
    {
      const YlPolicyValue *share =
          yl_policy_find (work->policy, YL_GROUP_PAYER_SHARE, work->area, sharers[i]);
      out_weights[i] = share == NULL ? 0 : share->value;
      is_declared = is_declared || out_weights[i] > 0;
    }
  return is_declared;
}

/* The daily grants of a level above the county; of the county none. */
static gint64
daily_grants_fen (YlWork *work, YlPayer payer)
{
  if (payer == YL_PAYER_PROVINCE)
    return province_grants_fen (work, YL_PURPOSE_DAILY);
  return payer == YL_PAYER_CITY ? work->sources.public_fen[YL_PURPOSE_DAILY][payer] : 0;
}

/* S16: declared shares divide the entity's standard once: the whole, or what is left of it when
 * those without a share have given their grants. */
static gboolean
pay_by_shares (YlWork *work)
{
  YlDaily *daily = &work->figures->daily;
  gint64 weights[N_SHARERS] = { 0 };
  if (!find_shares (work, weights) || work->is_too_large)
    return FALSE;
  const gboolean is_after =
      yl_policy_get_share_base (work->policy, work->area) == YL_SHARE_AFTER_SUPERIOR;
  for (guint i = 0; i < N_SHARERS; i++)
    if (weights[i] == 0)
      yl_work_add (work, &daily->unshared_fen, daily_grants_fen (work, sharers[i]));
  daily->shared_fen =
      MAX (0, yl_work_subtract (work, daily->standard_fen, is_after ? daily->unshared_fen : 0));
  g_autofree gint64 *parts = yl_shares_split (daily->shared_fen, weights, N_SHARERS, NULL);
  for (guint i = 0; i < N_SHARERS; i++)
    if (is_after && weights[i] == 0)
      append_line (work, sharers[i], YL_PURPOSE_DAILY, daily_grants_fen (work, sharers[i]),
                   NO_SHARE);
    else
      append_line (work, sharers[i], YL_PURPOSE_DAILY, parts[i], weights[i]);
  if (!yl_policy_is_dated_back (work->policy))
    daily->county_gap_fen = parts[N_SHARERS - 1];
  work->figures->payers_method = YL_PAYERS_BY_SHARE;
  return TRUE;
}

/* Each level by row; the county takes the rest, and all bridges. */
static gboolean
pay_by_stack (YlWork *work)
{
  if (!yl_work_stack_roads (work))
    return FALSE;
  gint64 province_fen = 0;
  gint64 city_fen = 0;
  for (gsize i = 0; i < work->n_roads; i++)
    {
      yl_work_add (work, &province_fen, work->stacks[i].province_fen);
      yl_work_add (work, &city_fen, work->stacks[i].city_fen);
    }
  gint64 rest_fen = yl_work_subtract (work, work->figures->daily.standard_fen, province_fen);
  rest_fen = yl_work_subtract (work, rest_fen, city_fen);
  append_line (work, YL_PAYER_PROVINCE, YL_PURPOSE_DAILY, province_fen, NO_SHARE);
  append_line (work, YL_PAYER_CITY, YL_PURPOSE_DAILY, city_fen, NO_SHARE);
  append_line (work, YL_PAYER_COUNTY, YL_PURPOSE_DAILY, rest_fen, NO_SHARE);
  work->figures->payers_method = YL_PAYERS_BY_STACK;
  return TRUE;
}

/* Nothing declared: the levels above pay what they granted, the county the gap. */
static void
pay_by_grants (YlWork *work)
{
  append_line (work, YL_PAYER_PROVINCE, YL_PURPOSE_DAILY,
               province_grants_fen (work, YL_PURPOSE_DAILY), NO_SHARE);
  append_line (work, YL_PAYER_CITY, YL_PURPOSE_DAILY,
               work->sources.public_fen[YL_PURPOSE_DAILY][YL_PAYER_CITY], NO_SHARE);
  append_line (work, YL_PAYER_COUNTY, YL_PURPOSE_DAILY, work->figures->daily.county_gap_fen,
               NO_SHARE);
  work->figures->payers_method = YL_PAYERS_BY_GRANTS;
}

/* Grants for another purpose pay what is still open of it; the county the rest. */
static void
pay_purpose (YlWork *work, YlPurpose purpose)
{
  const gint64 demand_fen = yl_work_sum_demand (work, purpose);
  const gint64 province_fen = CLAMP (province_grants_fen (work, purpose), 0, demand_fen);
  const gint64 open_fen = demand_fen - province_fen;
  const gint64 city_fen = CLAMP (work->sources.public_fen[purpose][YL_PAYER_CITY], 0, open_fen);
  append_line (work, YL_PAYER_PROVINCE, purpose, province_fen, NO_SHARE);
  append_line (work, YL_PAYER_CITY, purpose, city_fen, NO_SHARE);
  append_line (work, YL_PAYER_COUNTY, purpose, open_fen - city_fen, NO_SHARE);
}

void
yl_work_find_payers (YlWork *work)
{
  if (!pay_by_shares (work) && !pay_by_stack (work))
    pay_by_grants (work);
  for (guint purpose = 0; purpose < YL_N_PURPOSES; purpose++)
    if (purpose != YL_PURPOSE_DAILY)
      pay_purpose (work, (YlPurpose) purpose);
}
