#pragma once

#include "yanglu/domain/budget.h"
#include "yanglu/domain/choices.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/input-copy.h"
#include "yanglu/domain/sent-list.h"
#include "yanglu/forms/form.h"

G_BEGIN_DECLS

/**
 * The editions of the workbook. One that an older program wrote is planned as that one wrote it, so
 * that an audit holds it against its own form.
 *
 * 1: ranges end at the last row of a table
 * 2: builds of a few days that went out to nobody: it is refused (%YL_BOOK_EDITION_NEVER_OUT)
 * 3: ranges reach to the total, and the checks count the rows above it; what the program chose
 *    stands on 读取说明 instead of 封面, with what it read; 校验 is called 表内勾稽关系核对, and 封面
 *    says by how many errors of the data it is a draft; 拨付进度 follows the policy's [payment]
 * 4: 里程明细 shows what else the list says of roads, such as 路长 and 路面; payees stand in the order of
 *    their townships; 公开表 and 拨付进度 have works by name; 公开表
 *    names payees and the documents of grants, and has its policy, day and telephone once; 封面 calls
 *    the kept options 编制选项
 * 5: 封面 has no key of the program beside them; 公开表 calls the documents of a payee that has several by
 *    numbers, and lists them once; 里程明细 of many columns has its title over those of the first page
 * 6: 问题清单 has 多计, 少计, 逾期未拨 and 其他涉及 in columns of their own, with their sums apart, where one
 *    column and one sum had been; it is printed on two pages beside each other
 * 7: a package that can be signed: 封面 is a cover with the total, names and a seal; what was read, the
 *    fingerprints and the choices stand on 读取说明, who pays on 图表; 目录 and 编制说明 follow the cover, and
 *    tables are numbered; the steps of 大写 and what only programs read of 标准依据 are not shown;
 *    按科目汇总 has the sources, and what they pay of the demand, by account and fund; where it was asked
 *    for, tables of sums stand in 万元 as well; one that is made of several lists has 报送情况, and 里程明细
 *    says of each road which list it stands in; 绩效目标申报表 has the form of the Ministry of Finance;
 *    问题清单 tells rows of another township than sent the list, and of last year's money a total that is not the sum
 *    of its items and 万元 in the place of 元; the items are the whole then, and what a right total has beside those
 *    that were read has a line in 预算总表;
 *    columns and rows that no form requires and that hold nothing are out of sight, and rows below the
 *    table name them, those of rows warn once they hold something; particulars and signatures stand
 *    where narrower columns put them; of two pages the
 *    first alone has the title; 图表 has fewer rows
 */
#define YL_BOOK_EDITION 7u
#define YL_BOOK_EDITION_NEVER_OUT 2u

/** yl_book_get_listing: how a budget lists for a workbook of @edition; 0: the latest. */
YlListing yl_book_get_listing (guint edition);

typedef struct
{
  const YlBudget *budget;
  const YlFindings *findings;
  const YlInputCopy *inputs;
  gsize n_inputs;
  const char *fingerprint; /* of all inputs */
  const YlChoice *choices;
  gsize n_choices;
  const YlSentLists *sent; /* (nullable): of several lists, what each brought */
  YlDate date;             /* 填报日期; no day: left blank for the pen */
  guint edition;           /* 0: the latest */
  gboolean in_wan;         /* tables of sums stand in 万元 as well, each behind its own in yuan */
  guint32 rows_per_sheet;  /* detail rows a sheet holds; 0: 1 048 575 minus the form's own rows */
} YlBookRequest;

/**
 * yl_book_write: writes the sheets of the budget workbook into @sink. The same request gives the
 * same cells.
 *
 * Returns: (transfer full): the form, to which the copy of the inputs may be added as a last sheet
 */
YlForm *yl_book_write (const YlBookRequest *request, const YlCellSink *sink);

G_END_DECLS
