#pragma once

/* Figures that many sheets point at have names, so that no sheet needs to know where another one
 * put them. */
#define YL_NAME_TOTAL "预算合计"
#define YL_NAME_STANDARD "日常养护标准"
#define YL_NAME_ROADS "公路养护合计"
#define YL_NAME_BRIDGES "桥梁养护合计"
#define YL_NAME_SUPERIOR "上级日常补助"
#define YL_NAME_GAP "县级资金缺口"
#define YL_NAME_FUNDED "已落实日常资金"
#define YL_NAME_UNFUNDED "未落实日常资金"
#define YL_NAME_SURPLUS "日常资金结余"
#define YL_NAME_SOCIAL "日常社会资金"
/* What 表内勾稽关系核对 concludes. It keeps its first name: formulas of the offices point at it. */
#define YL_NAME_VERDICT "校验结论"
#define YL_NAME_ERRORS "错误项数"
#define YL_NAME_WARNINGS "警告项数"
#define YL_NAME_INFOS "提示项数"
/* Errors of the data, and statements about the money. */
#define YL_NAME_DATA_ERRORS "数据差错项数"
#define YL_NAME_MONEY_MATTERS "资金情况项数"
#define YL_NAME_CAPITAL "预算合计大写"
#define YL_NAME_COUNTED "计入里程合计"
#define YL_NAME_MAINTAINED "列养里程合计"
/* The vertical tables of 标准依据. */
#define YL_NAME_KINDS "计费类别"
#define YL_NAME_RATES "养护标准"
#define YL_NAME_HAS_RATE "是否计费"
#define YL_NAME_SIZES "桥梁类型"
#define YL_NAME_SIZE_RATES "桥梁每座标准"
#define YL_NAME_BRIDGE_CLASSES "桥梁所在公路"
#define YL_NAME_METRE_RATES "桥梁每米标准"
