#include "yanglu/app/budget/list-choices.h"

#include "yanglu/app/budget/policy-gaps.h"
#include "yanglu/app/budget/unused-roads.h"
#include "yanglu/app/intake.h"
#include "yanglu/app/policy-choices.h"

/* What some rows of the list come to. */
typedef struct
{
  guint64 n;
  gint64 counted_m;
  gint64 amount_fen;
} Rows;

typedef gboolean (*IsOne) (const YlRoad *road, guint32 county);

static Rows
add_up (const YlListJob *job, const YlRateTable *rates, IsOne is_one)
{
  const char *code = job->entity->code;
  const guint32 county = code == NULL ? 0 : (guint32) g_ascii_strtoull (code, NULL, 10);
  Rows rows = { 0 };
  for (gsize i = 0; i < yl_inventory_get_n_roads (job->inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (job->inventory, i);
      YlRoadWorking working;
      if (!is_one (road, county) || !yl_road_price (rates, road, &working))
        continue;
      rows.n++;
      rows.counted_m += working.counted_m;
      rows.amount_fen += working.amount_fen;
    }
  return rows;
}

static void
tell_rows (
    YlListJob *job, const YlRateTable *rates, IsOne is_one, const char *what, const char *why)
{
  const Rows rows = add_up (job, rates, is_one);
  if (rows.n == 0)
    return;
  g_autofree char *km = yl_decimal_format (rows.counted_m, 3, TRUE);
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ rows.amount_fen });
  g_autofree char *chosen =
      g_strdup_printf ("%" G_GUINT64_FORMAT " 行，计入 %s 公里，%s 元", rows.n, km, yuan);
  yl_choices_add (job->choices, what, chosen, why);
}

static gboolean
has_no_township (const YlRoad *road, guint32 county)
{
  (void) county;
  return road->township == 0 && road->township_code == 0;
}

static gboolean
is_of_another_county (const YlRoad *road, guint32 county)
{
  return county != 0 && road->county_code != 0 && road->county_code != county;
}

void
yl_list_job_tell (YlListJob *job)
{
  YlRateTable rates;
  yl_rate_table_init (&rates, job->policy);
  g_autofree char *area = yl_entity_get_area (job->entity);
  yl_policy_tell_out_of_force (job->policy, area, job->year, job->choices);
  yl_policy_tell_unverified (job->policy, area, job->choices);
  yl_policy_gaps_tell (job);
  yl_intake_tell (job->intake, job->choices);
  yl_intake_tell_left_out (job->intake, &rates, job->choices);
  tell_rows (job, &rates, has_no_township, "没有乡镇的行", "照常计入，列在未注明乡镇下");
  yl_unused_roads_tell (job, &rates);
  tell_rows (job, &rates, is_of_another_county, "外县的行", "代码属于别的县，照常计入，见问题 A07");
}
