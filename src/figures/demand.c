#include "rows-private.h"

#include "yanglu/base/money.h"

#include <string.h>

#define PREFIX "demand."

/* The line that @key is a figure of: its code stands between the prefix and the last dot. */
static const YlDemandLine *
find_line (const YlExplain *explain, const char *key, const char **out_figure)
{
  if (!g_str_has_prefix (key, PREFIX))
    return NULL;
  const char *code = key + strlen (PREFIX);
  const char *dot = strrchr (code, '.');
  if (dot == NULL)
    return NULL;
  g_autofree char *name = g_strndup (code, (gsize) (dot - code));
  *out_figure = dot + 1;
  return yl_explain_find_demand (explain, name);
}

static YlFigureUnit
rate_unit (const YlDemandLine *line)
{
  if (g_str_has_prefix (line->code, "bridge-metre."))
    return YL_FIGURE_FEN_PER_METRE;
  return g_str_has_prefix (line->code, "bridge.") ? YL_FIGURE_FEN_PER_BRIDGE : YL_FIGURE_FEN_PER_KM;
}

static YlDerivation *
explain_rate (const YlDemandLine *line, const char *key)
{
  g_autofree char *name = g_strconcat (line->title, "标准", NULL);
  YlDerivation *node = yl_derivation_new (key, name, rate_unit (line), line->rate_fen,
                                          line->basis == NULL ? YL_STEP_STATED : YL_STEP_SAME);
  if (line->basis == NULL)
    yl_derivation_set_how (node, "政策没有规定这项标准，列里程、不计费");
  else
    yl_derivation_set_how (node, "取政策规定的标准");
  yl_derivation_add (node, yl_explain_policy_value (line->basis), 1);
  return node;
}

/* What the kilometres together would give at once: the left-over of rounding each row. */
static void
note_rounding (const YlDemandLine *line, YlDerivation *node)
{
  YlMoney at_once;
  if (!yl_money_for_length ((YlLength){ line->length_m }, (YlRate){ line->rate_fen }, &at_once))
    return;
  g_autofree char *length = yl_length_to_km ((YlLength){ line->length_m });
  g_autofree char *rate = yl_money_to_grouped ((YlMoney){ line->rate_fen });
  g_autofree char *product = yl_money_to_grouped (at_once);
  if (at_once.fen == line->amount_fen)
    yl_derivation_note (node, "复核：%s 公里 × %s 元/公里 = %s 元，与逐路段相加一致。", length,
                        rate, product);
  else
    yl_derivation_note (node,
                        "每个路段各自四舍五入到分后相加；若按合计里程一次相乘，%s 公里 × %s "
                        "元/公里 = %s 元，两者相差 %" G_GINT64_FORMAT " 分，是逐路段取整的尾差。",
                        length, rate, product, line->amount_fen - at_once.fen);
}

static void
explain_daily (const YlDemandLine *line, YlDerivation *node)
{
  node->basis = line->basis;
  if (line->basis == NULL)
    {
      yl_derivation_set_how (node, "政策没有规定标准，列里程、不计费");
      return;
    }
  g_autofree char *rate = yl_money_to_grouped ((YlMoney){ line->rate_fen });
  yl_derivation_set_how (
      node, "每个路段的计费里程 × %s 元/公里，四舍五入到分，%" G_GINT64_FORMAT " 个路段相加", rate,
      line->count);
  note_rounding (line, node);
}

static void
explain_bridges (const YlDemandLine *line, YlDerivation *node)
{
  const gboolean is_metred = g_str_has_prefix (line->code, "bridge-metre.");
  node->basis = line->basis;
  if (line->basis == NULL)
    return;
  g_autofree char *rate = yl_money_to_grouped ((YlMoney){ line->rate_fen });
  yl_derivation_set_how (node,
                         is_metred ? "每座桥的全长（米）× %s 元/米，%" G_GINT64_FORMAT " 座相加"
                                   : "每座 %s 元，%" G_GINT64_FORMAT " 座相加",
                         rate, line->count);
}

static void
explain_projects (const YlExplain *explain, YlDerivation *node, gboolean is_length)
{
  const GArray *projects = explain->entry->other.projects;
  node->step = YL_STEP_SUM;
  yl_derivation_set_how (node, "养护工程项目逐项相加");
  for (guint i = 0; !explain->is_brief && i < projects->len; i++)
    {
      /* Four lines stand on the form above the projects. */
      g_autofree char *key =
          g_strdup_printf ("other[%u].%s", i + 5, is_length ? "length_m" : "amount_fen");
      yl_explain_add (explain, node, key, 1);
    }
}

static void
explain_plain (const YlExplain *explain, const YlDemandLine *line, YlDerivation *node)
{
  static const YlPurpose purposes[] = { YL_PURPOSE_RUNNING, YL_PURPOSE_STAFF, YL_PURPOSE_ROAD_CHIEF,
                                        YL_PURPOSE_INSURANCE };
  node->step = YL_STEP_SAME;
  yl_derivation_set_how (node, "取“其他支出”录入的金额，不含在每公里标准之内");
  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    {
      g_autofree char *key = g_strdup_printf ("other[%u].amount_fen", i + 1);
      if (purposes[i] == line->purpose)
        yl_explain_add (explain, node, key, 1);
    }
}

static YlDerivation *
explain_amount (const YlExplain *explain, const YlDemandLine *line, const char *key)
{
  YlDerivation *node = yl_explain_row_sum (explain, key);
  if (node == NULL)
    node = yl_derivation_new (key, "", YL_FIGURE_FEN, line->amount_fen, YL_STEP_SUM);
  g_free (node->name);
  node->name = g_strdup (line->title);
  node->has_last_year = line->has_last_year;
  node->last_year_units = line->last_year_fen;
  if (g_str_has_prefix (line->code, "daily."))
    explain_daily (line, node);
  else if (g_str_has_prefix (line->code, "bridge"))
    explain_bridges (line, node);
  else if (line->purpose == YL_PURPOSE_ENGINEERING)
    explain_projects (explain, node, FALSE);
  else
    explain_plain (explain, line, node);
  return node;
}

/* The kilometres or the number of projects. */
static YlDerivation *
explain_project_figure (const YlExplain *explain,
                        const YlDemandLine *line,
                        const char *key,
                        gboolean is_length)
{
  if (is_length)
    {
      YlDerivation *node =
          yl_derivation_new (key, "养护工程里程", YL_FIGURE_ROAD_M, line->length_m, YL_STEP_SUM);
      explain_projects (explain, node, TRUE);
      return node;
    }
  YlDerivation *node =
      yl_derivation_new (key, "养护工程项目数", YL_FIGURE_COUNT, line->count, YL_STEP_STATED);
  yl_derivation_set_how (node, "“其他支出”中养护工程项目的个数");
  return node;
}

static YlDerivation *
explain_last_year (const YlDemandLine *line, const char *key)
{
  g_autofree char *name = g_strconcat (line->title, "上年预算数", NULL);
  YlDerivation *node =
      yl_derivation_new (key, name, YL_FIGURE_FEN, line->last_year_fen, YL_STEP_GIVEN);
  yl_derivation_set_how (node, "上年预算中同一项目的金额（--last-year 所给的文件）");
  return node;
}

YlDerivation *
yl_explain_demand (const YlExplain *explain, const char *key)
{
  const char *figure = NULL;
  const YlDemandLine *line = find_line (explain, key, &figure);
  const gboolean is_project = line != NULL && line->purpose == YL_PURPOSE_ENGINEERING;
  if (line == NULL)
    return NULL;
  if (strcmp (figure, "amount_fen") == 0)
    return explain_amount (explain, line, key);
  if (strcmp (figure, "rate_fen_per_km") == 0)
    return explain_rate (line, key);
  if (strcmp (figure, "last_year_fen") == 0)
    return line->has_last_year ? explain_last_year (line, key) : NULL;
  if (is_project && (strcmp (figure, "length_m") == 0 || strcmp (figure, "count") == 0))
    return explain_project_figure (explain, line, key, strcmp (figure, "length_m") == 0);
  return NULL; /* kilometres and numbers: sums of rows */
}
