#include "explain-private.h"

#include <string.h>

/* What stands under 其他支出, and cells that only help or check. */

#define N_FORM_LINES 4

static YlDerivation *
explain_other_row (const YlExplain *explain, guint index, gboolean is_length, const char *key)
{
  const YlOther *other = &explain->entry->other;
  const YlMoney amounts[N_FORM_LINES] = { other->running, other->staff, other->road_chief,
                                          other->insurance };
  static const char *const names[N_FORM_LINES] = { "机构运行经费", "人员支出", "路长制工作经费",
                                                   "灾毁保险" };
  if (index >= N_FORM_LINES + other->projects->len || (is_length && index < N_FORM_LINES))
    return NULL;
  const gboolean is_project = index >= N_FORM_LINES;
  const YlProject *project =
      is_project ? &g_array_index (other->projects, YlProject, index - N_FORM_LINES) : NULL;
  const char *name = is_project ? project->name : names[index];
  const gint64 fen = is_project ? project->amount.fen : amounts[index].fen;
  YlDerivation *node = yl_derivation_new (key, name, is_length ? YL_FIGURE_ROAD_M : YL_FIGURE_FEN,
                                          is_length ? project->length.m : fen, YL_STEP_GIVEN);
  yl_derivation_set_how (node, "“其他支出”录入的%s", is_length ? "里程" : "金额");
  if (is_project)
    yl_derivation_note (node, "养护工程资金不得抵顶日常养护资金。");
  return node;
}

static YlDerivation *
explain_other_length (const YlExplain *explain, const char *key)
{
  const GArray *projects = explain->entry->other.projects;
  YlDerivation *node =
      yl_derivation_new (key, "养护工程里程合计", YL_FIGURE_ROAD_M, 0, YL_STEP_SUM);
  yl_derivation_set_how (node, "养护工程项目的里程相加");
  for (guint i = 0; i < projects->len; i++)
    {
      g_autofree char *part = g_strdup_printf ("other[%u].length_m", i + 1 + N_FORM_LINES);
      node->units += g_array_index (projects, YlProject, i).length.m;
      yl_explain_add (explain, node, part, 1);
    }
  return node;
}

static YlDerivation *
explain_basis_difference (const YlExplain *explain, guint basis, const char *key)
{
  const YlFigures *figures = explain->figures;
  g_autofree char *name = g_strdup_printf ("按%s计费与本预算的差额",
                                           yl_mileage_basis_get_name ((YlMileageBasis) basis));
  g_autofree char *own = g_strdup_printf ("standard_by_basis.%s_fen",
                                          yl_mileage_basis_get_key ((YlMileageBasis) basis));
  YlDerivation *node = yl_derivation_new (
      key, name, YL_FIGURE_FEN, figures->standard_by_basis_fen[basis] - figures->daily.roads_fen,
      YL_STEP_SUM);
  yl_derivation_set_how (node, "对照口径的公路金额 − 本预算的公路金额");
  yl_explain_add (explain, node, own, 1);
  yl_explain_add (explain, node, "daily.roads_fen", -1);
  return node;
}

static YlDerivation *
explain_words (const char *key, const char *name, const char *how)
{
  YlDerivation *node = yl_derivation_new (key, name, YL_FIGURE_NONE, 0, YL_STEP_STATED);
  yl_derivation_set_how (node, "%s", how);
  return node;
}

static const struct
{
  const char *pattern;
  const char *name;
  const char *how;
} words[] = {
  { "checks[%n].left", "校验左方", "由公式从各表取数，应与右方相等" },
  { "checks[%n].right", "校验右方", "由公式从另一张表取同一个数，应与左方相等" },
  { "checks[%n].difference", "校验差额", "左方 − 右方；为零则通过" },
  { "findings[%n].at_stake_fen", "问题涉及的金额",
    "编制时检查台账发现的问题所涉及的金额，不计入预算；依据见同一行" },
  { "findings_total.error_count", "错误级问题的个数", "问题清单中级别为“错误”的行数" },
  { "findings_total.warning_count", "警告级问题的个数", "问题清单中级别为“警告”的行数" },
  { "findings_total.info_count", "提示级问题的个数", "问题清单中级别为“提示”的行数" },
  { "findings_total.error_fen", "错误级问题涉及的金额", "问题清单中级别为“错误”的金额相加" },
  { "findings_total.warning_fen", "警告级问题涉及的金额", "问题清单中级别为“警告”的金额相加" },
  { "findings_total.info_fen", "提示级问题涉及的金额", "问题清单中级别为“提示”的金额相加" },
};

static YlDerivation *
explain_helper (const YlExplain *explain, const char *key)
{
  YlKeyValues values;
  if (strcmp (key, "capital.step_fen") == 0)
    {
      YlDerivation *node = yl_derivation_new (key, "大写换算：预算合计的分数", YL_FIGURE_COUNT,
                                              ABS (explain->figures->demand_fen), YL_STEP_STATED);
      yl_derivation_set_how (node, "预算合计折成的分，换算大写金额的第一步");
      return node;
    }
  if (yl_key_match ("schedule_part[%n]_ppm", key, &values) && values.n < 4)
    {
      g_autofree char *name = g_strdup_printf ("计划拨付比例，第 %u 季度", values.n + 1);
      YlDerivation *node = yl_derivation_new (key, name, YL_FIGURE_PPM, 250000, YL_STEP_STATED);
      yl_derivation_set_how (node, values.n < 3 ? "默认每季度 25%%，可以在表中修改"
                                                : "100%% 减去前三个季度的比例");
      return node;
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (yl_key_match (words[i].pattern, key, &values))
      return explain_words (key, words[i].name, words[i].how);
  return NULL;
}

YlDerivation *
yl_explain_helpers (const YlExplain *explain, const char *key)
{
  YlKeyValues values;
  if (yl_key_match ("other[%n].amount_fen", key, &values))
    return explain_other_row (explain, values.n, FALSE, key);
  if (yl_key_match ("other[%n].length_m", key, &values))
    return explain_other_row (explain, values.n, TRUE, key);
  if (strcmp (key, "other_total.length_m") == 0)
    return explain_other_length (explain, key);
  if (yl_key_match ("standard_by_basis.%b_difference_fen", key, &values))
    return explain_basis_difference (explain, values.basis, key);
  return explain_helper (explain, key);
}
