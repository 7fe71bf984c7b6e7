#include "explain-private.h"

#include "yanglu/base/ratio.h"

#include <string.h>

/* Growth shown with two decimals of a per cent. */
#define PART_STEPS 10000

/* The rows of 预算总表 that sum up lines of demand. */
static const struct
{
  const char *name;
  const char *title;
  const char *amount_key;
} groups[] = {
  { "daily", "日常养护", "daily.standard_fen" }, { "roads", "公路", "daily.roads_fen" },
  { "bridges", "桥梁", "daily.bridges_fen" },    { "other", "其他支出", "other_fen" },
  { "total", "预算合计", "demand_fen" },
};
#define TOTAL 4

static gboolean
is_of_group (const YlDemandLine *line, guint group)
{
  const gboolean is_daily = line->purpose == YL_PURPOSE_DAILY;
  const gboolean is_bridge = g_str_has_prefix (line->code, "bridge");
  switch (group)
    {
    case 0:
      return is_daily;
    case 1:
      return is_daily && !is_bridge;
    case 2:
      return is_bridge;
    default:
      return !is_daily;
    }
}

static YlDerivation *
explain_last_year (const YlExplain *explain, guint group, const char *key)
{
  const GArray *demand = explain->figures->demand;
  g_autofree char *name = g_strconcat (groups[group].title, "上年预算数", NULL);
  YlDerivation *node = yl_derivation_new (key, name, YL_FIGURE_FEN, 0, YL_STEP_SUM);
  yl_derivation_set_how (node, "各项上年预算数相加");
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      g_autofree char *line_key = g_strdup_printf ("demand.%s.last_year_fen", line->code);
      if (!line->has_last_year || !is_of_group (line, group))
        continue;
      node->units += line->last_year_fen;
      yl_explain_add (explain, node, line_key, 1);
    }
  return node;
}

/* This year against last year: the amounts, and where they stand. */
typedef struct
{
  const char *title;
  const char *amount_key;
  const char *last_key;
  gboolean is_part; /* per cent of last year, else yuan */
} Change;

static YlDerivation *
explain_change (const YlExplain *explain, const Change *change, const char *key)
{
  YlExplain brief = *explain;
  brief.is_brief = TRUE;
  g_autoptr (YlDerivation) amount = yl_explain_key (&brief, change->amount_key);
  g_autoptr (YlDerivation) last = yl_explain_key (&brief, change->last_key);
  if (amount == NULL || last == NULL)
    return NULL;
  const gint64 change_fen = amount->units - last->units;
  g_autofree char *name = g_strconcat (change->title, change->is_part ? "增减%" : "增减额", NULL);
  if (!change->is_part)
    {
      YlDerivation *node = yl_derivation_new (key, name, YL_FIGURE_FEN, change_fen, YL_STEP_SUM);
      yl_derivation_set_how (node, "本年预算数 − 上年预算数");
      yl_explain_add (explain, node, change->amount_key, 1);
      yl_explain_add (explain, node, change->last_key, -1);
      return node;
    }
  gint64 steps = 0;
  if (last->units <= 0 || !yl_ratio_scale (change_fen, PART_STEPS, last->units, &steps))
    return NULL;
  YlDerivation *node = yl_derivation_new (key, name, YL_FIGURE_PPM,
                                          steps * (YL_SHARE_WHOLE / PART_STEPS), YL_STEP_RATIO);
  yl_derivation_set_how (node, "增减额 ÷ 上年预算数，保留两位小数的百分数，只供阅读");
  if (explain->is_brief)
    return node;
  const Change in_yuan = { change->title, change->amount_key, change->last_key, FALSE };
  yl_derivation_add (node, explain_change (explain, &in_yuan, ""), 1);
  yl_explain_add (explain, node, change->last_key, 1);
  return node;
}

static YlDerivation *
explain_group (const YlExplain *explain, guint group, const char *key, gboolean is_part)
{
  g_autofree char *last = group == TOTAL ? g_strdup ("last_year_fen")
                                         : g_strdup_printf ("last_year.%s_fen", groups[group].name);
  const Change change = { groups[group].title, groups[group].amount_key, last, is_part };
  return explain_change (explain, &change, key);
}

/* "demand.daily.county.change_fen" */
static YlDerivation *
explain_line (const YlExplain *explain, const char *key)
{
  static const char *const endings[] = { ".change_fen", ".change_ppm" };
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (!g_str_has_prefix (key, "demand.") || !g_str_has_suffix (key, endings[i]))
        continue;
      g_autofree char *line = g_strndup (key, strlen (key) - strlen (endings[i]));
      g_autofree char *amount = g_strconcat (line, ".amount_fen", NULL);
      g_autofree char *last = g_strconcat (line, ".last_year_fen", NULL);
      const YlDemandLine *demand = yl_explain_find_demand (explain, line + strlen ("demand."));
      const Change change = { demand == NULL ? "" : demand->title, amount, last, i == 1 };
      return explain_change (explain, &change, key);
    }
  return NULL;
}

YlDerivation *
yl_explain_changes (const YlExplain *explain, const char *key)
{
  for (guint group = 0; group < G_N_ELEMENTS (groups); group++)
    {
      g_autofree char *last = g_strdup_printf ("last_year.%s_fen", groups[group].name);
      g_autofree char *change = g_strdup_printf ("change.%s_fen", groups[group].name);
      g_autofree char *part = g_strdup_printf ("change.%s_ppm", groups[group].name);
      if (group != TOTAL && strcmp (key, last) == 0)
        return explain_last_year (explain, group, key);
      if (strcmp (key, change) == 0 || strcmp (key, part) == 0)
        return explain_group (explain, group, key, strcmp (key, part) == 0);
    }
  return explain_line (explain, key);
}
