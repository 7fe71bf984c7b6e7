#include "explain-private.h"

#include <string.h>

/* Rows of the tables by township, payee and package, and what is paid and published of them. */

#define QUARTERS 4

static YlDerivation *
explain_township (const YlExplain *explain, const char *key)
{
  YlKeyValues values;
  const gboolean is_amount = yl_key_match ("townships[%n].amount_fen", key, &values);
  if ((!is_amount && !yl_key_match ("townships[%n].counted_m", key, &values))
      || values.n >= explain->figures->townships->len)
    return NULL;
  const YlTownshipLine *line =
      &g_array_index (explain->figures->townships, YlTownshipLine, values.n);
  const char *place = yl_explain_township_name (explain, values.n);
  g_autofree char *name = g_strconcat (place, is_amount ? "日常养护金额" : "计入里程", NULL);
  YlDerivation *node =
      yl_derivation_new (key, name, is_amount ? YL_FIGURE_FEN : YL_FIGURE_ROAD_M, 0, YL_STEP_SUM);
  yl_derivation_set_how (node, is_amount ? "公路 + 桥梁" : "各行政等级相加");
  for (guint i = 0; i < YL_N_CLASSES; i++)
    {
      values.road_class = i;
      g_autofree char *part =
          yl_key_make (is_amount ? "townships[%n].%c_fen" : "townships[%n].%c_m", &values);
      node->units += is_amount ? line->class_fen[i] : line->counted_m[i];
      if (line->counted_m[i] != 0 || line->class_fen[i] != 0)
        yl_explain_add (explain, node, part, 1);
    }
  if (!is_amount)
    return node;
  g_autofree char *bridges = yl_key_make ("townships[%n].bridges_fen", &values);
  node->units += line->bridges_fen;
  if (line->bridges_fen != 0)
    yl_explain_add (explain, node, bridges, 1);
  return node;
}

static YlDerivation *
explain_shareholder (const YlExplain *explain, const char *key)
{
  YlKeyValues values;
  const gboolean is_payee = yl_key_match ("payees[%n].amount_fen", key, &values);
  if (!is_payee && !yl_key_match ("packages[%n].amount_fen", key, &values))
    return NULL;
  const GArray *lines = is_payee ? explain->figures->payees : explain->figures->packages;
  if (values.n >= lines->len)
    return NULL;
  const YlShareholderLine *line = &g_array_index (lines, YlShareholderLine, values.n);
  const char *who = is_payee ? yl_explain_payee_name (explain, values.n)
                             : yl_explain_package_name (explain, values.n);
  g_autofree char *name = g_strconcat (who, "日常养护金额", NULL);
  g_autofree char *roads =
      yl_key_make (is_payee ? "payees[%n].roads_fen" : "packages[%n].roads_fen", &values);
  g_autofree char *bridges =
      yl_key_make (is_payee ? "payees[%n].bridges_fen" : "packages[%n].bridges_fen", &values);
  YlDerivation *node = yl_derivation_new (key, name, YL_FIGURE_FEN,
                                          line->roads_fen + line->bridges_fen, YL_STEP_SUM);
  yl_derivation_set_how (node, "公路 + 桥梁");
  yl_explain_add (explain, node, roads, 1);
  if (line->bridges_fen != 0)
    yl_explain_add (explain, node, bridges, 1);
  if (is_payee)
    yl_derivation_note (node, "名单写明管养单位的按名单；没有写明的，县道归" YL_COUNTY_AGENCY
                              "，乡道、村道归所在乡镇。");
  return node;
}

static YlDerivation *
explain_class_total (const YlExplain *explain, const char *key)
{
  YlKeyValues values;
  if (!yl_key_match ("daily.by_class.%c_fen", key, &values))
    return NULL;
  const GArray *lines = explain->figures->townships;
  g_autofree char *name = g_strdup_printf (
      "%s日常养护金额合计", yl_road_class_get_name ((YlRoadClass) values.road_class));
  YlDerivation *node = yl_derivation_new (key, name, YL_FIGURE_FEN, 0, YL_STEP_SUM);
  yl_derivation_set_how (node, "各乡镇相加");
  for (values.n = 0; values.n < lines->len; values.n++)
    {
      const gint64 fen =
          g_array_index (lines, YlTownshipLine, values.n).class_fen[values.road_class];
      g_autofree char *part = yl_key_make ("townships[%n].%c_fen", &values);
      node->units += fen;
      if (fen != 0)
        yl_explain_add (explain, node, part, 1);
    }
  return node;
}

/* Those who are paid: every payee, then every line that is no daily money. */
static char *
find_recipient_key (const YlExplain *explain, guint index)
{
  const GArray *demand = explain->figures->demand;
  if (index < explain->figures->payees->len)
    return g_strdup_printf ("payees[%u].amount_fen", index + 1);
  guint left = index - explain->figures->payees->len;
  for (guint i = 0; i < demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (demand, YlDemandLine, i);
      if (line->purpose != YL_PURPOSE_DAILY && left-- == 0)
        return g_strdup_printf ("demand.%s.amount_fen", line->code);
    }
  return NULL;
}

static YlDerivation *
explain_recipient (const YlExplain *explain, guint index, const char *title, const char *key)
{
  YlExplain brief = *explain;
  brief.is_brief = TRUE;
  g_autofree char *amount_key = find_recipient_key (explain, index);
  if (amount_key == NULL)
    {
      YlDerivation *none =
          index == 0 ? yl_derivation_new (key, title, YL_FIGURE_FEN, 0, YL_STEP_STATED) : NULL;
      if (none != NULL)
        yl_derivation_set_how (none, "本年没有要拨付的资金");
      return none;
    }
  g_autoptr (YlDerivation) amount = yl_explain_key (&brief, amount_key);
  g_autofree char *name = g_strdup_printf ("%s：%s", title, amount->name);
  YlDerivation *node = yl_derivation_new (key, name, YL_FIGURE_FEN, amount->units, YL_STEP_SAME);
  yl_derivation_set_how (node, "取预算中的同一金额");
  yl_explain_add (explain, node, amount_key, 1);
  return node;
}

static gint64
recipient_fen (const YlExplain *explain, guint index)
{
  g_autoptr (YlDerivation) amount = explain_recipient (explain, index, "", "");
  return amount == NULL ? 0 : amount->units;
}

static guint
count_recipients (const YlExplain *explain)
{
  const GArray *demand = explain->figures->demand;
  guint n = explain->figures->payees->len;
  for (guint i = 0; i < demand->len; i++)
    n += g_array_index (demand, YlDemandLine, i).purpose != YL_PURPOSE_DAILY ? 1 : 0;
  return MAX (n, 1);
}

/* A part whose own parts are told at its own cell. */
static void
add_told (const YlExplain *explain, YlDerivation *node, const char *key, int sign)
{
  YlExplain brief = *explain;
  brief.is_brief = TRUE;
  if (explain->is_brief)
    return;
  YlDerivation *part = yl_explain_key (&brief, key);
  part->step = YL_STEP_STATED;
  yl_derivation_add (node, part, sign);
}

/* Three quarters get a fourth without fractions of a fen, the last gets the rest. */
static YlDerivation *
explain_quarter (const YlExplain *explain, guint index, guint quarter, const char *key)
{
  YlExplain brief = *explain;
  brief.is_brief = TRUE;
  const gint64 total_fen = recipient_fen (&brief, index);
  const gint64 quarter_fen = total_fen / QUARTERS;
  const gboolean is_last = quarter + 1 == QUARTERS;
  g_autofree char *name = g_strdup_printf ("计划拨付，第 %u 季度", quarter + 1);
  g_autofree char *all = g_strdup_printf ("schedule[%u].amount_fen", index + 1);
  YlDerivation *node = yl_derivation_new (
      key, name, YL_FIGURE_FEN, is_last ? total_fen - (QUARTERS - 1) * quarter_fen : quarter_fen,
      is_last ? YL_STEP_SUM : YL_STEP_STATED);
  yl_derivation_set_how (node, is_last
                                   ? "全年预算减前三个季度，不足一分的余数计入第四季度"
                                   : "全年预算 × 计划拨付比例（默认 25%%），舍去不足一分的部分");
  yl_explain_add (explain, node, all, 1);
  for (guint i = 0; is_last && i < quarter; i++)
    {
      g_autofree char *before = g_strdup_printf ("schedule[%u].plan_%u_fen", index + 1, i + 1);
      add_told (explain, node, before, -1);
    }
  return node;
}

static YlDerivation *
explain_open (const char *key, const char *name, gint64 units, const char *how)
{
  YlDerivation *node = yl_derivation_new (key, name, YL_FIGURE_FEN, units, YL_STEP_STATED);
  yl_derivation_set_how (node, "%s", how);
  return node;
}

#define PAID_HOW "各季度实际拨付相加；实际拨付由财政部门按拨付凭证填写，编制时为零"
#define OPEN_HOW "全年预算 − 已拨付；编制时等于全年预算"

static YlDerivation *
explain_schedule (const YlExplain *explain, const char *key)
{
  YlKeyValues values;
  if (yl_key_match ("notice[%n].amount_fen", key, &values))
    return explain_recipient (explain, values.n, "公开表", key);
  if (yl_key_match ("schedule[%n].amount_fen", key, &values))
    return explain_recipient (explain, values.n, "全年预算", key);
  for (guint i = 0; i < QUARTERS; i++)
    {
      g_autofree char *pattern = g_strdup_printf ("schedule[%%n].plan_%u_fen", i + 1);
      if (yl_key_match (pattern, key, &values) && values.n < count_recipients (explain))
        return explain_quarter (explain, values.n, i, key);
    }
  if (yl_key_match ("schedule[%n].paid_fen", key, &values))
    return explain_open (key, "已拨付", 0, PAID_HOW);
  if (yl_key_match ("schedule[%n].open_fen", key, &values))
    return explain_open (key, "未拨付", recipient_fen (explain, values.n), OPEN_HOW);
  return NULL;
}

/* The foot of 拨付进度. */
static YlDerivation *
explain_schedule_total (const YlExplain *explain, const char *key)
{
  YlKeyValues values;
  if (strcmp (key, "schedule_total.paid_fen") == 0
      || yl_key_match ("schedule_total.paid_%n_fen", key, &values))
    return explain_open (key, "实际拨付合计", 0, PAID_HOW);
  if (strcmp (key, "schedule_total.open_fen") == 0)
    return explain_open (key, "未拨付合计", explain->figures->demand_fen, OPEN_HOW);
  if (!yl_key_match ("schedule_total.plan_%n_fen", key, &values) || values.n >= QUARTERS)
    return NULL;
  g_autofree char *name = g_strdup_printf ("计划拨付合计，第 %u 季度", values.n + 1);
  YlExplain brief = *explain;
  brief.is_brief = TRUE;
  YlDerivation *node = yl_derivation_new (key, name, YL_FIGURE_FEN, 0, YL_STEP_SUM);
  yl_derivation_set_how (node, "各拨付对象同一季度的计划相加");
  for (guint i = 0; i < count_recipients (explain); i++)
    {
      g_autofree char *part = g_strdup_printf ("schedule[%u].plan_%u_fen", i + 1, values.n + 1);
      g_autoptr (YlDerivation) plan = yl_explain_key (&brief, part);
      node->units += plan->units;
      add_told (explain, node, part, 1);
    }
  return node;
}

YlDerivation *
yl_explain_tables (const YlExplain *explain, const char *key)
{
  static YlDerivation *(*const tables[]) (const YlExplain *, const char *) = {
    explain_township, explain_shareholder,    explain_class_total,
    explain_schedule, explain_schedule_total,
  };
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      YlDerivation *found = tables[i](explain, key);
      if (found != NULL)
        return found;
    }
  return NULL;
}
