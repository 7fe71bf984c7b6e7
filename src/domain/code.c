#include "yanglu/domain/code.h"

#include "yanglu/base/enum-table.h"

#include <string.h>

#define OWN_RULE "本程序规则"
/* The founding document: 聊城市深化农村公路管理养护体制改革实施方案. */
#define PLAN "聊政办发〔2020〕10号 "

/* The rule book; a rule names the clause that stands behind it. */
typedef struct
{
  const char *name;
  YlSeverity severity;
  const char *title;
  const char *basis;
  YlStake stake;
  const char *kind; /* (nullable): of all that is told by it, where that is more than its title */
} Rule;

static const Rule rules[] = {
  [YL_A01] = { "A01", YL_SEVERITY_ERROR, "路线或路段重复列入", OWN_RULE },
  [YL_A02] = { "A02", YL_SEVERITY_ERROR, "同一路线桩号重叠", OWN_RULE },
  [YL_A03] = { "A03", YL_SEVERITY_ERROR, "里程与起止桩号之差不符", OWN_RULE },
  [YL_A04] = { "A04", YL_SEVERITY_INFO, "同一路线桩号不连续", OWN_RULE },
  [YL_A05] = { "A05", YL_SEVERITY_ERROR, "重复路段或断头路计入里程", OWN_RULE },
  [YL_A06] = { "A06", YL_SEVERITY_ERROR, "路线编码首字母与行政等级不符", OWN_RULE },
  [YL_A07] = { "A07", YL_SEVERITY_ERROR, "县级代码不属本县或已停用", "GB/T 2260",
               .kind = "县级代码不明、不属本县或已停用" },
  [YL_A08] = { "A08", YL_SEVERITY_WARNING, "城管路段、专用公路、机耕道未定标准", PLAN "二（二）1" },
  [YL_A09] = { "A09", YL_SEVERITY_WARNING, "列养里程大于计入里程或补助里程大于列养里程", OWN_RULE },
  [YL_A10] = { "A10", YL_SEVERITY_WARNING, "里程较上年变化过大且无改建", OWN_RULE },
  [YL_A11] = { "A11", YL_SEVERITY_ERROR, "新增里程重复申报或同一路段列入两县", OWN_RULE },
  [YL_A12] = { "A12", YL_SEVERITY_WARNING, "路线编码与路线名称不是一一对应", OWN_RULE },
  [YL_B01] = { "B01", YL_SEVERITY_ERROR, "补助标准低于上级标准", PLAN "二（二）1", YL_STAKE_LESS },
  [YL_B02] = { "B02", YL_SEVERITY_ERROR, "各级日常养护资金合计低于标准", PLAN "二（二）1",
               YL_STAKE_LESS },
  [YL_B03] = { "B03", YL_SEVERITY_ERROR, "养护工程资金抵顶日常养护资金",
               "《农村公路养护管理办法》第九条", YL_STAKE_OTHER },
  [YL_B04] = { "B04", YL_SEVERITY_ERROR, "土地出让收益计提比例越界或列支不足", PLAN "二（二）1",
               YL_STAKE_LESS },
  [YL_B05] = { "B05", YL_SEVERITY_WARNING, "土地出让收益口径不符或成本大于收入", "财综〔2011〕62号",
               YL_STAKE_LESS },
  [YL_B06] = { "B06", YL_SEVERITY_ERROR, "一般公共预算与政府性基金混用", "《政府收支分类科目》",
               YL_STAKE_OTHER },
  [YL_B07] = { "B07", YL_SEVERITY_WARNING, "科目编码不认识或不常用", "《政府收支分类科目》",
               YL_STAKE_OTHER },
  [YL_B08] = { "B08", YL_SEVERITY_ERROR, "各级分担比例与规定不符", PLAN "二（三）4",
               YL_STAKE_LESS },
  [YL_B09] = { "B09", YL_SEVERITY_ERROR, "县级配套低于应配部分", OWN_RULE, YL_STAKE_LESS },
  [YL_B10] = { "B10", YL_SEVERITY_WARNING, "低于上年数", PLAN "二（二）1", YL_STAKE_LESS },
  [YL_B11] = { "B11", YL_SEVERITY_ERROR, "机构运行或人员经费挤占每公里养护资金", PLAN "二（一）3",
               YL_STAKE_OTHER },
  [YL_B12] = { "B12", YL_SEVERITY_ERROR, "成品油税费改革资金用于人员、机构运行或新建公路",
               "国办发〔2019〕45号 三（六）", YL_STAKE_OTHER },
  [YL_B13] = { "B13", YL_SEVERITY_ERROR, "债务资金用于日常养护、机构运行或人员",
               "《预算法》第三十五条", YL_STAKE_OTHER },
  [YL_B14] = { "B14", YL_SEVERITY_ERROR, "车购税资金用于建设以外的支出",
               "《农村公路建设管理办法》第十八条", YL_STAKE_OTHER },
  [YL_B15] = { "B15", YL_SEVERITY_WARNING, "政策要求的内容没有填报", OWN_RULE, YL_STAKE_OTHER },
  [YL_C01] = { "C01", YL_SEVERITY_ERROR, "分项之和不等于合计", OWN_RULE },
  [YL_C02] = { "C02", YL_SEVERITY_WARNING, "百分比与其分子分母不符", OWN_RULE },
  [YL_C03] = { "C03", YL_SEVERITY_ERROR, "元与万元或公里与米混淆", OWN_RULE },
  [YL_C04] = { "C04", YL_SEVERITY_ERROR, "数字书写有误", OWN_RULE },
  [YL_C05] = { "C05", YL_SEVERITY_ERROR, "大写金额与小写金额不符", OWN_RULE },
  [YL_C06] = { "C06", YL_SEVERITY_WARNING, "不相干的行出现相同的零碎数字", OWN_RULE },
  [YL_C07] = { "C07", YL_SEVERITY_WARNING, "考核得分落在两档之间", OWN_RULE },
  [YL_C08] = { "C08", YL_SEVERITY_ERROR, "分配数之和不等于资金总额", OWN_RULE },
  [YL_C09] = { "C09", YL_SEVERITY_ERROR, "公式被改成常数", OWN_RULE },
  [YL_C10] = { "C10", YL_SEVERITY_ERROR, "标准或取数与所引依据不符", OWN_RULE },
  [YL_C11] = { "C11", YL_SEVERITY_WARNING, "金额看不见，或显示的不是单元格里的数", OWN_RULE,
               YL_STAKE_OTHER },
  [YL_D01] = { "D01", YL_SEVERITY_ERROR, "资金到账后逾期未拨付", PLAN "二（二）1", YL_STAKE_LATE },
  [YL_D02] = { "D02", YL_SEVERITY_ERROR, "支付数大于分配数", OWN_RULE },
  [YL_D03] = { "D03", YL_SEVERITY_WARNING, "结算价高于合同价", OWN_RULE },
  [YL_D04] = { "D04", YL_SEVERITY_WARNING, "资金未公开", PLAN "二（二）1", YL_STAKE_OTHER },
  [YL_D05] = { "D05", YL_SEVERITY_WARNING, "绩效指标缺失或未达标", PLAN "一（三）",
               YL_STAKE_OTHER },
  [YL_D06] = { "D06", YL_SEVERITY_ERROR, "资金闲置", "《预算法》第四十二条", YL_STAKE_LATE },
  [YL_E01] = { "E01", YL_SEVERITY_ERROR, "没有找到表格", OWN_RULE },
  [YL_E02] = { "E02", YL_SEVERITY_ERROR, "行政等级不明", OWN_RULE,
               .kind = "行政等级或应选的内容不明" },
  [YL_E03] = { "E03", YL_SEVERITY_ERROR, "没有里程", OWN_RULE, .kind = "没有里程或长度" },
  [YL_E04] = { "E04", YL_SEVERITY_ERROR, "文字无法解码", OWN_RULE },
  [YL_E05] = { "E05", YL_SEVERITY_WARNING, "含有宏、外部链接、DDE或数据连接，未读取", OWN_RULE },
  [YL_E06] = { "E06", YL_SEVERITY_WARNING, "乡镇不明", OWN_RULE },
  [YL_E07] = { "E07", YL_SEVERITY_WARNING, "行政区划代码与乡镇名称不符", OWN_RULE },
  [YL_E08] = { "E08", YL_SEVERITY_ERROR, "超出读取上限", OWN_RULE },
  [YL_E09] = { "E09", YL_SEVERITY_INFO, "里程精度高于1米，已四舍五入", OWN_RULE,
               .kind = "里程或金额的小数多于米、分，已四舍五入" },
};

YL_DEFINE_COLUMN (yl_code_get_name, YlCode, YL_N_CODES, rules, name)
YL_DEFINE_COLUMN (yl_code_get_title, YlCode, YL_N_CODES, rules, title)
YL_DEFINE_COLUMN (yl_code_get_basis, YlCode, YL_N_CODES, rules, basis)

YL_DEFINE_MEMBERS (yl_stake,
                   YlStake,
                   YL_N_STAKES,
                   [YL_STAKE_BY_SIGN] = { "", "" },
                   [YL_STAKE_MORE] = { "more", "多计" },
                   [YL_STAKE_LESS] = { "less", "少计" },
                   [YL_STAKE_LATE] = { "late", "逾期未拨" },
                   [YL_STAKE_OTHER] = { "other", "其他涉及" })

const char *
yl_code_get_kind (YlCode code)
{
  g_return_val_if_fail ((guint) code < YL_N_CODES, NULL);
  return rules[code].kind != NULL ? rules[code].kind : rules[code].title;
}

gboolean
yl_code_is_ours (const char *basis)
{
  return strcmp (basis, OWN_RULE) == 0 || g_str_has_prefix (basis, YL_BASIS_LIMIT);
}

YlStake
yl_code_get_stake (YlCode code)
{
  g_return_val_if_fail ((guint) code < YL_N_CODES, YL_STAKE_OTHER);
  return rules[code].stake;
}

gboolean
yl_code_find (const char *name, YlCode *out_code)
{
  guint code = 0;
  if (!yl_enum_find (yl_code_get_name, YL_N_CODES, name, &code))
    return FALSE;
  *out_code = (YlCode) code;
  return TRUE;
}

YlSeverity
yl_code_get_severity (YlCode code)
{
  g_return_val_if_fail ((guint) code < YL_N_CODES, YL_SEVERITY_ERROR);
  return rules[code].severity;
}

gboolean
yl_code_may_be_warning (YlCode code)
{
  return code == YL_A07 || code == YL_C03 || code == YL_D06;
}

YL_DEFINE_MEMBERS (yl_severity,
                   YlSeverity,
                   YL_N_SEVERITIES,
                   { "error", "错误" },
                   { "warning", "警告" },
                   { "info", "提示" })
