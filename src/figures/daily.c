#include "rows-private.h"

#include <string.h>

static void
add_lines (const YlExplain *explain, YlDerivation *node, const char *prefix)
{
  const GArray *demand = explain->figures->demand;
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      g_autofree char *key = g_strdup_printf ("demand.%s.amount_fen", line->code);
      if (g_str_has_prefix (line->code, prefix))
        yl_explain_add (explain, node, key, 1);
    }
}

static void
add_other_lines (const YlExplain *explain, YlDerivation *node)
{
  const GArray *demand = explain->figures->demand;
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      g_autofree char *key = g_strdup_printf ("demand.%s.amount_fen", line->code);
      if (line->purpose != YL_PURPOSE_DAILY)
        yl_explain_add (explain, node, key, 1);
    }
}

/* Public money for daily maintenance by the levels up to @last; social money by none. */
static void
add_sources (const YlExplain *explain, YlDerivation *node, gboolean is_public, YlPayer last)
{
  const GArray *sources = explain->entry->sources;
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      g_autofree char *key = g_strdup_printf ("sources[%u].amount_fen", i + 1);
      if (source->purpose == YL_PURPOSE_DAILY && yl_source_is_public (source) == is_public
          && (!is_public || source->level <= last))
        yl_explain_add (explain, node, key, 1);
    }
}

static void
explain_roads (const YlExplain *explain, YlDerivation *node)
{
  yl_derivation_set_how (node, "各行政等级的公路日常养护金额相加");
  add_lines (explain, node, "daily.");
}

static void
explain_bridges (const YlExplain *explain, YlDerivation *node)
{
  yl_derivation_set_how (node, "按座、按米计费的桥梁养护金额相加");
  add_lines (explain, node, "bridge");
  if (explain->figures->daily.bridges_fen == 0)
    yl_derivation_note (node, "政策没有规定桥梁标准，或没有录入桥梁，故为零。");
}

static void
explain_standard (const YlExplain *explain, YlDerivation *node)
{
  yl_derivation_set_how (node,
                         "公路 + 桥梁；这是各级公共财政资金合计应达到的总额，不是县级一家的数");
  yl_explain_add (explain, node, "daily.roads_fen", 1);
  yl_explain_add (explain, node, "daily.bridges_fen", 1);
}

static void
explain_grants (const YlExplain *explain, YlDerivation *node)
{
  yl_derivation_set_how (node, "中央、省、市三级用途为“日常养护”的公共财政资金逐笔相加");
  add_sources (explain, node, TRUE, YL_PAYER_CITY);
  yl_derivation_note (node, "养护工程、建设等其他用途的补助不得抵顶日常养护资金，不在其内；"
                            "社会资金另列。");
}

static void
explain_funded (const YlExplain *explain, YlDerivation *node)
{
  yl_derivation_set_how (node, "各级用途为“日常养护”的公共财政资金逐笔相加");
  add_sources (explain, node, TRUE, YL_PAYER_TOWNSHIP);
}

static void
explain_social (const YlExplain *explain, YlDerivation *node)
{
  yl_derivation_set_how (node, "用途为“日常养护”的社会资金逐笔相加；另列，不冲抵标准");
  add_sources (explain, node, FALSE, YL_PAYER_SOCIAL);
}

static void
explain_gap (const YlExplain *explain, YlDerivation *node)
{
  node->step = YL_STEP_AT_LEAST_ZERO;
  node->basis = yl_policy_find (explain->policy, YL_GROUP_DAILY_RATE, "", YL_RATE_COUNTY);
  yl_derivation_set_how (node, "日常养护标准总额 − 上级日常养护补助，小于零按零计");
  yl_explain_add (explain, node, "daily.standard_fen", 1);
  yl_explain_add (explain, node, "daily.superior_grants_fen", -1);
}

static void
explain_unfunded (const YlExplain *explain, YlDerivation *node)
{
  node->step = YL_STEP_AT_LEAST_ZERO;
  yl_derivation_set_how (node, "日常养护标准总额 − 已落实的公共财政资金，小于零按零计");
  yl_explain_add (explain, node, "daily.standard_fen", 1);
  yl_explain_add (explain, node, "daily.funded_fen", -1);
}

static void
explain_surplus (const YlExplain *explain, YlDerivation *node)
{
  node->step = YL_STEP_AT_LEAST_ZERO;
  yl_derivation_set_how (node, "已落实的公共财政资金 − 日常养护标准总额，小于零按零计");
  yl_explain_add (explain, node, "daily.funded_fen", 1);
  yl_explain_add (explain, node, "daily.standard_fen", -1);
}

static void
explain_demand (const YlExplain *explain, YlDerivation *node)
{
  yl_derivation_set_how (node, "日常养护标准总额 + 其他支出");
  yl_explain_add (explain, node, "daily.standard_fen", 1);
  add_other_lines (explain, node);
  node->has_last_year = explain->figures->has_last_year;
  node->last_year_units = explain->figures->last_year_fen;
}

static void
explain_last_year (const YlExplain *explain, YlDerivation *node)
{
  node->step = YL_STEP_GIVEN;
  yl_derivation_set_how (node, explain->entry->last_year->len > 0
                                   ? "--last-year 所给的上年预算的合计"
                                   : "“单位信息”录入的上年预算数");
}

typedef struct
{
  const char *key;
  const char *name;
  gsize offset; /* in YlFigures */
  void (*explain) (const YlExplain *explain, YlDerivation *node);
} DailyFigure;

#define OFFSET(member) G_STRUCT_OFFSET (YlFigures, member)

static const DailyFigure figures[] = {
  { "daily.roads_fen", "公路日常养护金额合计", OFFSET (daily.roads_fen), explain_roads },
  { "daily.bridges_fen", "桥梁养护金额合计", OFFSET (daily.bridges_fen), explain_bridges },
  { "daily.standard_fen", "日常养护标准总额", OFFSET (daily.standard_fen), explain_standard },
  { "daily.superior_grants_fen", "上级日常养护补助", OFFSET (daily.superior_grants_fen),
    explain_grants },
  { "daily.county_gap_fen", "县级应补足的资金缺口", OFFSET (daily.county_gap_fen), explain_gap },
  { "daily.funded_fen", "已落实的公共财政资金", OFFSET (daily.funded_fen), explain_funded },
  { "daily.unfunded_fen", "尚未落实的资金", OFFSET (daily.unfunded_fen), explain_unfunded },
  { "daily.surplus_fen", "结余（已落实超过标准）", OFFSET (daily.surplus_fen), explain_surplus },
  { "daily.social_fen", "用于日常养护的社会资金", OFFSET (daily.social_fen), explain_social },
  { "demand_fen", "预算合计", OFFSET (demand_fen), explain_demand },
  { "last_year_fen", "上年预算合计", OFFSET (last_year_fen), explain_last_year },
};

/* The foot of 其他支出, which the budget keeps by line only. */
static YlDerivation *
explain_other (const YlExplain *explain)
{
  const gint64 units = explain->figures->demand_fen - explain->figures->daily.standard_fen;
  YlDerivation *node =
      yl_derivation_new ("other_fen", "其他支出合计", YL_FIGURE_FEN, units, YL_STEP_SUM);
  yl_derivation_set_how (node, "机构运行、人员、路长制、保险、养护工程各项相加");
  add_other_lines (explain, node);
  return node;
}

YlDerivation *
yl_explain_daily (const YlExplain *explain, const char *key)
{
  if (strcmp (key, "other_fen") == 0)
    return explain_other (explain);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      if (strcmp (figures[i].key, key) != 0)
        continue;
      const gint64 units = G_STRUCT_MEMBER (gint64, explain->figures, figures[i].offset);
      YlDerivation *node =
          yl_derivation_new (key, figures[i].name, YL_FIGURE_FEN, units, YL_STEP_SUM);
      figures[i].explain (explain, node);
      return node;
    }
  return NULL;
}
