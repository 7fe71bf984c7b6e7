#include "explain-private.h"

#include "yanglu/base/ratio.h"

#include <string.h>

/* Shares shown with two decimals of a per cent. */
#define PART_STEPS 10000

static YlDerivation *
explain_actual (const YlExplain *explain, const YlIndicatorLine *line, const char *key)
{
  const char *name = yl_indicator_get_key (line->kind);
  g_autofree char *title = g_strdup_printf ("%s实际值", yl_indicator_get_name (line->kind));
  g_autofree char *part = g_strdup_printf ("indicators.%s.part_m", name);
  g_autofree char *whole = g_strdup_printf ("indicators.%s.whole_m", name);
  YlDerivation *node =
      yl_derivation_new (key, title, YL_FIGURE_PPM, line->actual_ppm, YL_STEP_RATIO);
  yl_derivation_set_how (node, "分子 ÷ 分母，四舍五入到百万分之一；是否达标按分子分母直接比较");
  node->basis = line->target;
  yl_explain_add (explain, node, part, 1);
  yl_explain_add (explain, node, whole, 1);
  if (line->unassessed_m > 0)
    {
      g_autofree char *unassessed = yl_figure_to_text (YL_FIGURE_ROAD_M, line->unassessed_m);
      yl_derivation_note (node, "另有 %s 没有评定，不在分母之内。", unassessed);
    }
  if (line->target != NULL)
    yl_derivation_note (node, line->is_met ? "达到目标。" : "没有达到目标。");
  return node;
}

static YlDerivation *
explain_target (const YlIndicatorLine *line, const char *key)
{
  if (line->target == NULL)
    return NULL;
  g_autofree char *title = g_strdup_printf ("%s目标值", yl_indicator_get_name (line->kind));
  YlDerivation *node =
      yl_derivation_new (key, title, YL_FIGURE_PPM, line->target->value, YL_STEP_SAME);
  yl_derivation_set_how (node, "取政策规定的目标值");
  yl_derivation_add (node, yl_explain_policy_value (line->target), 1);
  return node;
}

/* 单位信息 wins over the years of the rows. */
static YlDerivation *
explain_stated_works (const YlExplain *explain, const YlIndicatorLine *line, const char *key)
{
  if (line->kind != YL_INDICATOR_ENGINEERING || !explain->entry->unit.has_engineering)
    return NULL;
  YlDerivation *node = yl_derivation_new (key, "养护工程比例的分子（实施养护工程的里程）",
                                          YL_FIGURE_ROAD_M, line->part_m, YL_STEP_GIVEN);
  yl_derivation_set_how (node, "“单位信息”录入的养护工程里程");
  return node;
}

static YlDerivation *
explain_part (const YlExplain *explain,
              const char *key,
              const char *name,
              const char *part_key,
              const char *whole_key)
{
  YlExplain brief = *explain;
  brief.is_brief = TRUE;
  g_autoptr (YlDerivation) part = yl_explain_key (&brief, part_key);
  g_autoptr (YlDerivation) whole = yl_explain_key (&brief, whole_key);
  gint64 steps = 0;
  if (part == NULL || whole == NULL)
    return NULL;
  if (whole->units > 0 && !yl_ratio_scale (PART_STEPS, part->units, whole->units, &steps))
    steps = 0;
  YlDerivation *node = yl_derivation_new (key, name, YL_FIGURE_PPM,
                                          steps * (YL_SHARE_WHOLE / PART_STEPS), YL_STEP_RATIO);
  yl_derivation_set_how (node, "金额 ÷ 日常养护标准总额，保留两位小数的百分数，只供阅读");
  yl_explain_add (explain, node, part_key, 1);
  yl_explain_add (explain, node, whole_key, 1);
  return node;
}

static YlDerivation *
explain_parts (const YlExplain *explain, const char *key)
{
  YlKeyValues values;
  if (strcmp (key, "daily.standard_part_ppm") == 0)
    return explain_part (explain, key, "占比合计", "daily.standard_fen", "daily.standard_fen");
  if (yl_key_match ("payees[%n].part_ppm", key, &values)
      && values.n < explain->figures->payees->len)
    {
      g_autofree char *amount = yl_key_make ("payees[%n].amount_fen", &values);
      g_autofree char *name = g_strconcat (yl_explain_payee_name (explain, values.n), "占比", NULL);
      return explain_part (explain, key, name, amount, "daily.standard_fen");
    }
  if (yl_key_match ("packages[%n].part_ppm", key, &values)
      && values.n < explain->figures->packages->len)
    {
      g_autofree char *amount = yl_key_make ("packages[%n].amount_fen", &values);
      g_autofree char *name =
          g_strconcat (yl_explain_package_name (explain, values.n), "占比", NULL);
      return explain_part (explain, key, name, amount, "daily.standard_fen");
    }
  return NULL;
}

YlDerivation *
yl_explain_ratios (const YlExplain *explain, const char *key)
{
  YlKeyValues values;
  const YlIndicatorLine *lines = explain->figures->indicators;
  if (yl_key_match ("indicators.%i.actual_ppm", key, &values) && lines[values.indicator].is_known)
    return explain_actual (explain, &lines[values.indicator], key);
  if (yl_key_match ("indicators.%i.target_ppm", key, &values))
    return explain_target (&lines[values.indicator], key);
  if (yl_key_match ("indicators.%i.part_m", key, &values))
    return explain_stated_works (explain, &lines[values.indicator], key);
  return explain_parts (explain, key);
}
