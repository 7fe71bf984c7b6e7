#include "work-private.h"

static const YlPolicyValue *
find (const YlWork *work, YlLandKey key)
{
  return yl_policy_find (work->policy, YL_GROUP_LAND_REVENUE, work->area, key);
}

static gint64
share_of (YlWork *work, gint64 net_fen, const YlPolicyValue *share)
{
  YlMoney part = { 0 };
  if (share != NULL && !yl_money_share ((YlMoney){ net_fen }, (YlShare){ share->value }, &part))
    work->is_too_large = TRUE;
  return part.fen;
}

/* The point in the range: the one chosen, else the policy's default, else the minimum. */
static gint64
choose_share_ppm (const YlWork *work, const YlLandEntry *entry)
{
  if (entry->has_share)
    return entry->share.ppm;
  const YlPolicyValue *share = find (work, YL_LAND_DEFAULT_SHARE);
  if (share == NULL)
    share = find (work, YL_LAND_MIN_SHARE);
  return share == NULL ? 0 : share->value;
}

static const char *
choose_basis (const YlWork *work, const YlLandEntry *entry)
{
  const YlPolicyValue *basis = find (work, YL_LAND_BASIS);
  if (entry->basis[0] != '\0' || basis == NULL)
    return entry->basis;
  return basis->shown;
}

static YlLandLine
find_due (YlWork *work, const YlLandEntry *entry)
{
  YlLandLine line = {
    .payer = entry->payer,
    .basis = choose_basis (work, entry),
    .income_fen = entry->income.fen,
    .is_share_chosen = entry->has_share,
    .share_ppm = choose_share_ppm (work, entry),
    .booked_fen = work->sources.land_fen[entry->payer],
  };
  for (guint i = 0; i < YL_N_LAND_COSTS; i++)
    yl_work_add (work, &line.cost_fen, entry->costs[i].fen);
  const gint64 net_fen = yl_work_subtract (work, line.income_fen, line.cost_fen);
  line.is_negative = net_fen < 0;
  line.net_fen = MAX (net_fen, 0);
  const YlPolicyValue chosen = { .value = line.share_ppm };
  line.due_fen = share_of (work, line.net_fen, &chosen);
  line.min_fen = share_of (work, line.net_fen, find (work, YL_LAND_MIN_SHARE));
  line.max_fen = share_of (work, line.net_fen, find (work, YL_LAND_MAX_SHARE));
  return line;
}

static int
compare_payers (gconstpointer a, gconstpointer b)
{
  const YlLandLine *left = a;
  const YlLandLine *right = b;
  return (int) left->payer - (int) right->payer;
}

void
yl_work_find_land_due (YlWork *work)
{
  const GArray *entries = work->entry->land;
  for (guint i = 0; i < entries->len; i++)
    {
      const YlLandLine line = find_due (work, &g_array_index (entries, YlLandEntry, i));
      g_array_append_val (work->figures->land, line);
    }
  g_array_sort (work->figures->land, compare_payers);
}
