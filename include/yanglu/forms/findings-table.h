#pragma once

#include "yanglu/domain/finding.h"

#include "yanglu/forms/table.h"

G_BEGIN_DECLS

#define YL_N_FINDING_COLUMNS 23

/** What findings are about, by the letters of their codes. */
typedef enum
{
  YL_DATA_ERRORS,   /* errors of A, C and E: in what was read */
  YL_MONEY_MATTERS, /* all of B and D: how the money is found and spent */
} YlFindingsKind;
#define YL_N_FINDINGS_KINDS 2

/** What the list of a budget is called, behind year and place, and the columns that it shows. */
#define YL_FINDINGS_TITLE "农村公路养护预算问题清单"
#define YL_N_FINDINGS_LISTED 17
extern const char *const yl_findings_listed[YL_N_FINDINGS_LISTED];

/* 问题清单 of a workbook, over one sheet or several: its table "findings", whose columns are called
 * ordinal, code, severity, title, file, sheet, row, column, cell (where no single cell is at fault,
 * its column), place (where it leads to, in the colour of its severity), seen, expected, message, at_stake_fen, or in its place more_fen, less_fen, late_fen and
 * other_fen (the same by what it is, without signs), gainer, basis, repair, form (the number of its
 * 取证单), index (索引号 of its evidence). */
typedef struct
{
  YlForm *form;
  YlTables *tables;
  const YlFindings *findings;
  const char *title;
  const char *index;        /* (nullable): 索引号 of the list */
  const char *const *names; /* of the columns that this workbook shows, in order; ordinal first */
  guint n_names;
  gsize n_per_sheet;
  gboolean folds;           /* where one page would be too small to read, it is printed on two */
  gboolean has_title_apart; /* then its title stands on the first of them alone */
  gboolean is_older;        /* as YlSheetForm has it */
  gboolean is_paper;        /* 依据 is law or a document, else left for the pen */
  gboolean tells_kinds; /* and a total a kind, named 数据差错项数 and 资金情况项数 */
  const guint *forms;   /* (nullable): the 取证单 of each finding, from 1; 0: none */
  const char *const *gainers; /* (nullable): whom to name in the place of each finding's own */
  const char *const *indexes; /* (nullable): 索引号 of the evidence, by code */
  const char *const *places;  /* (nullable): how the place of each finding is written … */
  const char *const *links;   /* … and what it leads to; NULL for one that leads nowhere */
  /* (nullable): writes what stands above the list, on a sheet called @sheet; then the list has no
   * particulars, no totals and no names. */
  void (*introduce) (gconstpointer data, YlSheet *sheet);
  gconstpointer data;
  const char *sheet;
  const char *const *notes; /* (array length=n_notes): a line each, below the totals */
  guint n_notes;
  YlTable *table; /* once open */
  YlTableColumn columns[YL_N_FINDING_COLUMNS];
} YlFindingsTable;

/** yl_findings_table_open: makes the sheets and knows their rows; @list outlives its tables. */
void yl_findings_table_open (YlFindingsTable *list);
/** yl_findings_table_fill: the findings, then a total a severity; names 错误项数, 警告项数 and 提示项数
 * stand for how many there are. */
void yl_findings_table_fill (YlFindingsTable *list);
/** yl_findings_table_get_stake_column: in which column @stake stands: "less_fen". */
const char *yl_findings_table_get_stake_column (YlStake stake);
/** yl_findings_table_get_stake: the cell that shows what finding @index puts at stake, of a table
 * that has a column for each kind. */
const char *yl_findings_table_get_stake (const YlFindingsTable *list, gsize index);

/** yl_findings_table_count: how many findings are of @kind. */
guint yl_findings_table_count (const YlFindingsTable *list, YlFindingsKind kind);

/** yl_findings_table_tell_counts: a cell that says how many there are of each severity. */
YlOwnCell yl_findings_table_tell_counts (const YlFindingsTable *list);

G_END_DECLS
