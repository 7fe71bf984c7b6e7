#pragma once

#include "yanglu/domain/ledger.h"
#include "yanglu/io/import/entry/entry.h"

G_BEGIN_DECLS

/** Which table a file is read for. */
typedef enum
{
  YL_LEDGER_TABLE_ENTRIES, /* 拨付台账: 日期, 收/支, 对方, 金额, 文号, 用途, 凭证号 */
  YL_LEDGER_TABLE_SETTLEMENTS, /* 工程结算: 项目, 合同金额, 结算金额 */
  YL_LEDGER_TABLE_NOTICES, /* 公开表, 批复表: 对象 or 乡镇, 金额; 依据文号, 用途, 监督电话, 日期 */
  YL_LEDGER_TABLE_NOTICE_SHEET, /* the same of a workbook, from its sheet 公开表 alone */
} YlLedgerTable;

/**
 * yl_ledger_import_new: fills @ledger from every sheet that has the heads of @table, in any order
 * and in the usual spellings. A ledger has 收/支 (收入/支出, 借/贷) and one amount, or an amount
 * column for each; 元 or 万元 as the head says, else the words 单位：万元 above it, else 元. An amount
 * below zero or in brackets, and words that say so, make a reversal (红字冲销). Sums are passed over;
 * a row that cannot be understood is left out and told. A ledger with 合同金额 and 结算金额 fills the
 * settlements as well. Rows past the limits of domain/ledger are told once (E08).
 */
YlEntryImport *yl_ledger_import_new (YlLedgerTable table,
                                     const char *file,
                                     const YlWords *words,
                                     YlLedger *ledger,
                                     YlFindings *findings);

G_END_DECLS
