#pragma once

#include "yanglu/forms/papers/audit-book.h"
#include "yanglu/forms/cells.h"
#include "yanglu/forms/form.h"
#include "yanglu/forms/labels.h"
#include "yanglu/forms/table.h"

#include "yanglu/forms/names.h"
#include "yanglu/forms/findings-table.h"

G_BEGIN_DECLS

#define YL_PAPER_PROJECT "农村公路养护预算审计"

/* 索引号 of the papers; that of evidence ends with the code of its rule, that of a 取证单 with its
 * number. */
#define YL_INDEX_CONCLUSION "JL"
#define YL_INDEX_SHEET "DG"
#define YL_INDEX_FINDINGS "QD"
#define YL_INDEX_READINGS "KJ"
#define YL_INDEX_COVERAGE "FW"
#define YL_INDEX_EVIDENCE "ZJ"
#define YL_INDEX_BRIDGE "CY"
#define YL_INDEX_PAYING "BF"
#define YL_INDEX_IDLE "XZ"
#define YL_INDEX_THREE "SB"
#define YL_INDEX_SAMPLE "CX"
#define YL_INDEX_FORM "QZ"
#define YL_INDEX_RULES "GZ"

/* Figures that several papers point at. */
#define YL_NAME_STATED "文件所列合计"
#define YL_NAME_EXPECTED "复算合计"
#define YL_NAME_DIFFERENCE "合计差额"

#define YL_NAME_PAYING_DAY "拨付核对基准日"
#define YL_NAME_RECEIVED "拨付收到合计"
#define YL_NAME_PAID "拨付支付合计"
#define YL_NAME_UNSPENT "拨付未支出合计"
#define YL_NAME_OVER_ONE_YEAR "闲置超过一年合计"
#define YL_NAME_OVER_TWO_YEARS "闲置超过两年合计"
#define YL_NAME_APPROVED "三表批复合计"
#define YL_NAME_EXECUTED "三表执行合计"
#define YL_NAME_PUBLISHED "三表公开合计"

/* Rows of the tables on paying; what is past them stands in one row. */
#define YL_PAPER_PAYING_ROWS 5000u

/* A column of amounts that the papers are given, no figures of the budget. */
#define YL_PAPER_AMOUNT(called, title, wide, of, sum)                                              \
  {                                                                                                \
    .name = called, .head = title, .width = wide, .show = YL_CELL_NUMBER,                          \
    .measure = YL_MEASURE_FEN, .member = of, .total = sum                                          \
  }

/* What the findings of one rule, of one severity, or those from which one party gains, come to. */
typedef struct
{
  YlCode code; /* of a rule */
  const char
      *label; /* the title of a rule; the name of a severity; a gainer, as 问题清单 spells it */
  guint n;
  YlStakes stakes;
} YlPaperSum;

/* An audit's findings added up and put into order. */
typedef struct
{
  GArray *severities; /* of YlPaperSum: those that occur, errors first */
  GArray *rules;      /* of YlPaperSum: the rules that hit, the largest amount first */
  GArray *gainers;    /* of YlPaperSum: those who gain, the largest amount first */
  YlLabels *labels;   /* of the gainers */
  const char **named; /* of each finding: the label of its gainer, "" when none is named */
  guint *by_weight;   /* the findings: errors first, then the largest amount */
  guint *by_amount;   /* the findings: the largest amount first */
} YlPaperSums;

YlPaperSums *yl_paper_sums_new (const YlFindings *findings);
void yl_paper_sums_free (YlPaperSums *sums);

/* The working papers while they are written. */
typedef struct
{
  const YlAuditBookRequest *request;
  const YlAudit *audit;
  YlForm *form;
  YlTables *tables;
  GStringChunk *texts; /* of @tables */
  YlPaperSums *sums;
  YlFindingsTable list; /* 问题清单 */
  guint *forms;         /* of each finding: the number of its 取证单; 0: none */
  guint n_forms;
  const char *indexes[YL_N_CODES]; /* 索引号 of the evidence of each rule */
} YlPapers;

/* The papers, in the order of their tabs; each makes and fills its own sheets, or none when there is
 * nothing to show. 结论 points at rows of 问题清单, which is open by then. */
void yl_papers_write_sheet (YlPapers *papers); /* 审计工作底稿 */
YlSheet *yl_papers_open_conclusion (YlPapers *papers);
void yl_papers_fill_conclusion (YlPapers *papers, YlSheet *sheet);
void yl_papers_write_readings (YlPapers *papers);
void yl_papers_write_coverage (YlPapers *papers);
void yl_papers_write_evidence (YlPapers *papers);
void yl_papers_write_reconciliation (YlPapers *papers);
void yl_papers_write_paying (YlPapers *papers);
void yl_papers_write_three_tables (YlPapers *papers);
void yl_papers_write_sample (YlPapers *papers);
void yl_papers_write_forms (YlPapers *papers);
void yl_papers_write_rules (YlPapers *papers); /* 停用的规则 */

/* papers.c: what several papers share; it knows none of them. */

/** yl_papers_has_totals: whether there is a difference to break down. */
gboolean yl_papers_has_totals (const YlPapers *papers);
/** yl_paper_count_findings: a formula; how many findings have @test in @column of 问题清单. */
const char *yl_paper_count_findings (const YlPapers *papers, const char *column, const char *test);
/** yl_paper_sum_stakes: a formula; what of @stake they put at stake. */
const char *
yl_paper_sum_stakes (const YlPapers *papers, YlStake stake, const char *column, const char *test);
/** yl_paper_name_stake: what the amount of finding @index is; "" where nothing is at stake. */
const char *yl_paper_name_stake (const YlPapers *papers, guint index);
/** yl_paper_get_stake: the amount of finding @index as 问题清单 shows it, or 未知; without a sign. */
YlOwnCell yl_paper_get_stake (const YlPapers *papers, guint index);
/** yl_paper_write_heading: a heading between tables over the columns up to @last. */
void yl_paper_write_heading (YlSheet *sheet, guint last, const char *text);
/** yl_paper_begin_section: the same below a gap, where another table begins. */
void yl_paper_begin_section (YlSheet *sheet, guint last, const char *text);
/** yl_paper_begin_row: a row with @label over the columns before @first, which have no amounts.
 * Returns: its number */
guint32 yl_paper_begin_row (
    const YlTable *table, const char *first, YlStyle style, double height, const char *label);
/** yl_paper_write_row: a row of @record that has no number; from the column "name" on.
 * Returns: its row */
guint32 yl_paper_write_row (const YlTable *table, YlStyle style, gconstpointer record);
/** yl_paper_amount: one that the papers are given or that follows by @formula (nullable). */
YlOwnCell yl_paper_amount (const char *formula, gint64 fen);
/** yl_paper_get_project: 项目名称. */
const char *yl_paper_get_project (const YlPapers *papers);
/* Texts that several papers share; each is (transfer full). */

/* Room for a day that is written by pen. */
#define YL_PAPER_BLANK_DAY "　　　　年　　月　　日"
/** yl_paper_make_day: 编制日期, or room for it. */
char *yl_paper_make_day (const YlPapers *papers);

/** yl_paper_make_place: "汇总!D7", "汇总第7行", "里程.csv第3行“里程”列"; "整个文件" where nothing but
 * @file, the one under audit, is named. */
char *yl_paper_make_place (const YlFinding *finding, const char *file);
/** yl_paper_clip: @text, or its beginning and … when it has more than @n_characters. */
char *yl_paper_clip (const char *text, guint n_characters);

G_END_DECLS
