#include "yanglu/app/budget/policy-gaps.h"

#include "yanglu/app/policy-choices.h"
#include "yanglu/calc/adds.h"
#include "yanglu/calc/counted.h"

/* Kilometres that count and have no rate. */
static void
find_unrated_roads (const YlListJob *job, GString *gaps)
{
  guint64 n[YL_N_RATES] = { 0 };
  gint64 counted_m[YL_N_RATES] = { 0 };
  for (gsize i = 0; i < yl_inventory_get_n_roads (job->inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (job->inventory, i);
      const YlRateKind kind = yl_counted_get_rate_kind (road);
      const guint32 m = yl_counted_get_m (road);
      n[kind] += m > 0 ? 1 : 0;
      counted_m[kind] += m;
    }
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    {
      YlRate rate = { 0 };
      if (n[kind] == 0 || yl_policy_get_rate (job->policy, (YlRateKind) kind, &rate))
        continue;
      yl_policy_gap_add_roads (gaps, (YlRateKind) kind, n[kind], counted_m[kind]);
    }
}

static void
find_unrated_bridges (const YlListJob *job, GString *gaps)
{
  const GArray *bridges = job->entry->bridges;
  guint n = 0;
  for (guint i = 0; i < bridges->len; i++)
    {
      const YlBridge *bridge = &g_array_index (bridges, YlBridge, i);
      if (yl_bridge_find_size_rate (job->policy, bridge) == NULL
          && yl_bridge_find_metre_rate (job->policy, bridge) == NULL)
        n++;
    }
  if (n > 0)
    yl_policy_gap_add (gaps, "桥梁标准（%u 座，不计金额）", n);
}

void
yl_policy_gaps_tell (YlListJob *job)
{
  const char *area = yl_policy_get_place (job->policy, job->entity);
  g_autoptr (GString) gaps = g_string_new (NULL);
  find_unrated_roads (job, gaps);
  find_unrated_bridges (job, gaps);
  if (job->entry->land->len > 0 && !yl_policy_rules (job->policy, YL_GROUP_LAND_REVENUE, area))
    yl_policy_gap_add (gaps, "土地出让收益的提取比例（不算应提数）");
  if (!yl_policy_rules (job->policy, YL_GROUP_PAYER_SHARE, area)
      && !yl_policy_rules (job->policy, YL_GROUP_PAYER_RATE_PROVINCE, area)
      && !yl_policy_rules (job->policy, YL_GROUP_PAYER_RATE_CITY, area))
    yl_policy_gap_add (gaps, "分担比例（缺口由县级承担）");
  if (!yl_policy_rules (job->policy, YL_GROUP_MILEAGE, area))
    yl_policy_gap_add (gaps, "计费里程的口径（按计入里程）");
  yl_policy_gap_tell (gaps, job->choices);
}
