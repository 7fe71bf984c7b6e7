#include "yanglu/domain/audit/reconciliation.h"

#include "yanglu/base/enum-table.h"

typedef struct
{
  const char *key;
  const char *name;
  const char *note;
} Step;

static const Step steps[] = {
  [YL_YEAR_NEW] = { "new", "新增路线", "上年没有的路线，按上年标准计算。" },
  [YL_YEAR_DROPPED] = { "dropped", "减少路线", "本年不再列入的路线，按上年标准计算。" },
  [YL_YEAR_LONGER] = { "longer", "里程增加", "两年都有的路线增加的里程，按上年标准计算。" },
  [YL_YEAR_SHORTER] = { "shorter", "里程减少", "两年都有的路线减少的里程，按上年标准计算。" },
  [YL_YEAR_UNREAD] = { "unread", "未读出的行",
                       "有一年的表里这条路线有没能读出的行，不能断定里程是增是减，按上年标准计算"
                       "。" },
  [YL_YEAR_COUNTING] = { "counting", "计入口径变化",
                         "重复、断头、城管、机耕道、列养标记或计费里程口径改变，按上年标准计算。" },
  [YL_YEAR_CLASS] = { "class", "行政等级变化", "行政等级改变，按上年标准计算差额。" },
  [YL_YEAR_RATE] = { "rate", "补助标准变化", "本年计费里程乘以两年标准之差。" },
  [YL_YEAR_ROUNDING] = { "rounding", "四舍五入", "路段拆分或合并后逐行四舍五入到分的尾差。" },
  [YL_YEAR_MOVED] = { "moved", "乡镇间划转", "路段改属另一乡镇，全县合计为零。" },
  [YL_YEAR_BRIDGE_NEW] = { "bridge-new", "新增桥梁", "上年没有的桥梁，按上年标准计算。" },
  [YL_YEAR_BRIDGE_DROPPED] = { "bridge-dropped", "减少桥梁",
                               "本年不再列入的桥梁，按上年标准计算。" },
  [YL_YEAR_BRIDGE_LONGER] = { "bridge-longer", "桥梁增长",
                              "两年都有的桥梁全长增加，按上年标准计算。" },
  [YL_YEAR_BRIDGE_SHORTER] = { "bridge-shorter", "桥梁缩短",
                               "两年都有的桥梁全长减少，按上年标准计算。" },
  [YL_YEAR_BRIDGE_KIND] = { "bridge-kind", "桥梁类型变化",
                            "桥梁类型或行政等级改变，按上年标准计算差额。" },
  [YL_YEAR_BRIDGE_RATE] = { "bridge-rate", "桥梁标准变化", "本年桥梁按两年标准计算之差。" },
  [YL_YEAR_UNKNOWN] = { "unknown", "未能分解",
                        "手工编制的表没有逐路段数据，只能比较各乡镇的合计。" },
  [YL_YEAR_RUNNING] = { "running", "机构运行经费", "机构运行经费的变化。" },
  [YL_YEAR_STAFF] = { "staff", "人员支出", "人员支出的变化。" },
  [YL_YEAR_ROAD_CHIEF] = { "road-chief", "路长制工作经费", "路长制工作经费的变化。" },
  [YL_YEAR_INSURANCE] = { "insurance", "灾毁保险", "灾毁保险费的变化。" },
  [YL_YEAR_ENGINEERING] = { "engineering", "养护工程", "养护工程项目资金的变化。" },
  [YL_YEAR_FOLLOW] = { "follow", "其他层级随需求增减",
                       "按上年的承担办法，省、市随需求变化多承担（减少县级）或少承担的部分。" },
  [YL_YEAR_GRANTS] = { "grants", "上级补助变化",
                       "上级补助资金增加（减少县级承担）或减少的部分，以需求为限。" },
  [YL_YEAR_PAYERS] = { "payers", "承担办法变化", "各级承担办法或比例改变对县级的影响。" },
};

YL_DEFINE_COLUMN (yl_year_step_get_name, YlYearStep, YL_N_YEAR_STEPS, steps, name)
YL_DEFINE_COLUMN (yl_year_step_get_key, YlYearStep, YL_N_YEAR_STEPS, steps, key)

/* What the notes say of two years, and what of two copies of one. */
static const char *const both[][2] = { { "两年", "两份" }, { "有一年的表", "有一份" } };

char *
yl_reconciliation_describe_step (const YlReconciliation *reconciliation, YlYearStep step)
{
  const gboolean is_one_year = reconciliation->year[YL_OLD] == reconciliation->year[YL_NEW];
  g_return_val_if_fail (step < YL_N_YEAR_STEPS, NULL);
  GString *note = g_string_new (steps[step].note);
  g_string_replace (note, "上年", reconciliation->called[YL_OLD], 0);
  g_string_replace (note, "本年", reconciliation->called[YL_NEW], 0);
  for (gsize i = 0; is_one_year && i < G_N_ELEMENTS (both); i++)
    g_string_replace (note, both[i][0], both[i][1], 0);
  return g_string_free (note, FALSE);
}

void
yl_reconciliation_call_sides (YlReconciliation *reconciliation)
{
  const guint old_year = reconciliation->year[YL_OLD];
  const guint new_year = reconciliation->year[YL_NEW];
  const gboolean is_known = old_year != 0 && new_year != 0 && old_year != new_year;
  const gboolean is_next = is_known && new_year == old_year + 1;
  static const char *const years[] = { "上年", "本年" };
  static const char *const copies[] = { "前一份", "后一份" };
  for (guint side = 0; side < YL_N_SIDES; side++)
    reconciliation->called[side] =
        is_next    ? years[side]
        : is_known ? yl_arena_print (reconciliation->arena, "%u年", reconciliation->year[side])
                   : copies[side];
}

YlReconciliation *
yl_reconciliation_new (void)
{
  YlReconciliation *reconciliation = yl_arena_new_record (sizeof *reconciliation);
  GArray **const lines[] = { &reconciliation->townships, &reconciliation->roads,
                             &reconciliation->bridges };
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    *lines[i] = yl_arena_array (reconciliation->arena, sizeof (YlYearLine));
  yl_reconciliation_call_sides (reconciliation);
  return reconciliation;
}

gboolean
yl_year_line_is_changed (const YlYearLine *line)
{
  for (guint step = 0; step < YL_N_PLACED_STEPS; step++)
    if (line->steps[step].amount_fen != 0 || line->steps[step].length_m != 0)
      return TRUE;
  return FALSE;
}

guint
yl_reconciliation_count_netted (const YlReconciliation *reconciliation)
{
  guint n = 0;
  for (guint i = 0; i < reconciliation->roads->len; i++)
    {
      const YlYearLine *line = &g_array_index (reconciliation->roads, YlYearLine, i);
      n += line->is_netted && yl_year_line_is_changed (line) ? 1 : 0;
    }
  return n;
}
