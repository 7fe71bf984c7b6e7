#pragma once

#include "yanglu/audit/sample/sample.h"
#include "yanglu/base/date.h"
#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/audit/rule-set.h"
#include "yanglu/domain/workbook.h"
#include "yanglu/forms/cell-sink.h"

G_BEGIN_DECLS

/* The largest parts of the working papers; what is past them is counted and named. */
#define YL_AUDIT_BOOK_FORMS 100u      /* 取证单, unless the request says otherwise */
#define YL_AUDIT_BOOK_MAX_FORMS 1000u /* a sheet has at most 1 023 page breaks */
#define YL_AUDIT_BOOK_EVIDENCE 200u   /* findings of one rule with their rows */

/** What the working papers are made from. */
typedef struct
{
  const YlAudit *audit;
  const YlWorkbook *found; /* (nullable): the workbook as found: its rows are the evidence */
  const YlSample *sample;  /* (nullable): drawn from audit->population */
  const YlRuleSet *rules;  /* (nullable): as they were switched; NULL: all on */
  guint year;              /* 审计期间; 0: left for the pen */
  const char *project;     /* (nullable): 项目名称; NULL: 农村公路养护预算审计 */
  const char *entity;      /* (nullable): 被审计单位; NULL: left for the pen */
  YlDate date;             /* 编制日期; no day: left for the pen */
  guint n_forms;           /* at most so many 取证单; 0: %YL_AUDIT_BOOK_FORMS */
  guint32 rows_per_sheet;  /* rows of 问题清单 a sheet holds; 0: as many as a sheet has */
} YlAuditBookRequest;

/**
 * yl_audit_book_write: writes the working papers (审计底稿) into @sink: 结论, 审计工作底稿, 问题清单,
 * 读取口径, 核对范围, 停用的规则, a sheet of evidence for each rule that hit, 差异分解, with a ledger 拨付核对 and 闲置资金, with a published table
 * 三表核对, 抽样清单, 取证单. Derived figures are live formulas. The same request gives the same cells.
 */
void yl_audit_book_write (const YlAuditBookRequest *request, const YlCellSink *sink);

G_END_DECLS
