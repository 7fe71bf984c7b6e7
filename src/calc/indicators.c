#include "work-private.h"

static void
judge (YlWork *work, YlIndicatorLine *line)
{
  line->target = yl_policy_find (work->policy, YL_GROUP_TARGET, work->area, line->kind);
  line->is_known = line->is_known && line->whole_m > 0;
  if (!line->is_known)
    return;
  if (!yl_ratio_scale (line->part_m, YL_SHARE_WHOLE, line->whole_m, &line->actual_ppm))
    work->is_too_large = TRUE;
  line->is_met =
      line->target != NULL
      && yl_ratio_is_at_least (line->part_m, line->whole_m, (YlShare){ line->target->value });
}

static YlIndicatorLine
measure_maintained (const YlWork *work)
{
  const YlFigures *figures = work->figures;
  return (YlIndicatorLine){
    .kind = YL_INDICATOR_MAINTAINED,
    .part_m = figures->mileage.maintained_m,
    .whole_m = figures->mileage.counted_m,
    .is_known = figures->is_basis_known[YL_BASIS_MAINTAINED],
  };
}

static gint64
times (YlWork *work, gint64 length_m, guint years)
{
  gint64 product_m = 0;
  if (__builtin_mul_overflow (length_m, (gint64) years, &product_m))
    work->is_too_large = TRUE;
  return product_m;
}

/* 单位信息, which says what a year has, wins; else the kilometres whose last works fell in the base year
 * or the years before it that the mean is of. */
static YlIndicatorLine
measure_engineering (YlWork *work)
{
  const YlUnit *unit = &work->entry->unit;
  const YlMileage *all = &work->all.mileage;
  const guint years = yl_policy_get_works_years (work->policy);
  const gboolean is_counted = yl_policy_get_works_base (work->policy) == YL_BASIS_COUNTED;
  return (YlIndicatorLine){
    .kind = YL_INDICATOR_ENGINEERING,
    .part_m = unit->has_engineering ? times (work, unit->engineering.m, years) : work->all.works_m,
    .whole_m = times (work, is_counted ? all->counted_m : all->maintained_m, years),
    .is_known =
        unit->has_engineering || yl_inventory_has_column (work->inventory, YL_COLUMN_LAST_WORKS),
  };
}

static YlIndicatorLine
measure_condition (const YlWork *work)
{
  return (YlIndicatorLine){
    .kind = YL_INDICATOR_FAIR_OR_BETTER,
    .part_m = work->all.fair_m,
    .whole_m = work->all.assessed_m,
    .unassessed_m = work->all.mileage.counted_m - work->all.assessed_m,
    .is_known = TRUE,
  };
}

void
yl_work_judge (YlWork *work)
{
  YlIndicatorLine *lines = work->figures->indicators;
  lines[YL_INDICATOR_MAINTAINED] = measure_maintained (work);
  lines[YL_INDICATOR_ENGINEERING] = measure_engineering (work);
  lines[YL_INDICATOR_FAIR_OR_BETTER] = measure_condition (work);
  for (guint kind = 0; kind < YL_N_INDICATORS; kind++)
    judge (work, &lines[kind]);
}
