#pragma once

/* What sheets are called that not only their forms speak of, as texts that a sentence can join. */
#define YL_SHEET_COVER "封面"
#define YL_SHEET_GUIDE "填报说明"
#define YL_SHEET_UNIT "单位信息"
/* Hidden: what cells may hold, and the sums that stand above the heads. */
#define YL_SHEET_LISTS "选项"
#define YL_SHEET_OVERVIEW "预算总表"
#define YL_SHEET_ROADS "里程明细"
#define YL_SHEET_BRIDGES "桥梁明细"
#define YL_SHEET_TOWNSHIPS "分乡镇汇总"
#define YL_SHEET_PAYEES "分管养单位"
#define YL_SHEET_PAYERS "资金承担"
#define YL_SHEET_ACCOUNTS "按科目汇总"
#define YL_SHEET_LAND "土地出让收益测算"
#define YL_SHEET_BASIS "标准依据"
#define YL_SHEET_SENT "报送情况"
#define YL_SHEET_FINDINGS "问题清单"
#define YL_SHEET_CHOICES "读取说明"
#define YL_SHEET_CONCLUSION "结论"
#define YL_SHEET_CHECKS "表内勾稽关系核对"
/* Behind the name of a sheet that is shown in 万元 as well; and, below its totals, what rounding leaves. */
#define YL_SHEET_IN_WAN "（万元）"
#define YL_LINE_LEFT_OVER "尾差"
/* Its name before the third edition of the workbook. */
#define YL_SHEET_OLDER_CHECKS "校验"
#define YL_SHEET_RECONCILIATION "差异分解"
#define YL_SHEET_PAYING "拨付核对"
#define YL_SHEET_THREE_TABLES "三表核对"
/* Before the sheets of a workbook that was audited, in its annotated copy. */
#define YL_SHEET_NOTES "审计批注"
/* Before those of a road list that is given back. No reader of lists reads a sheet of this name. */
#define YL_SHEET_GIVEN_BACK "退回问题清单"
/* Of the roll-up of many lists. */
#define YL_SHEET_TWICE "跨县重复核对"

/** On 封面: what the files that a budget was made of come to, as one SHA-256. */
#define YL_LABEL_FINGERPRINT "总指纹"

/* Lists of the field, that a file, a policy or a line of a budget is called after as a sheet is. */
#define YL_LIST_ROADS "里程台账"
#define YL_LIST_BRIDGES "桥梁"
#define YL_LIST_FUNDS "资金来源"
#define YL_LIST_LAND "土地出让收益"
#define YL_LIST_OTHER "其他支出"
#define YL_LIST_NOTICE "公开表"
/* What stands on it once, below its total: beside the day on which it was published … */
#define YL_LABEL_NOTICE_DAY "公开日期"
#define YL_LABEL_NOTICE_PHONE "监督电话"
#define YL_LABEL_NOTICE_POLICY "执行政策"
/* … and each document that rows call by its number: 文件1：…. */
#define YL_LABEL_NOTICE_FILE "文件"
/* On it and on 拨付进度: works that somebody put in above the total of 其他支出. */
#define YL_LINE_MORE_WORKS "上列以外的项目"
#define YL_LIST_TARGETS "绩效目标"
#define YL_LIST_SCHEDULE "拨付进度"

/** The column of the entry workbook that tells the office what to write: no data. */
#define YL_COLUMN_HINT "填写说明"
