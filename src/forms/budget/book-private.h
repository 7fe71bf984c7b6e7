#pragma once

#include "yanglu/forms/budget/budget-book.h"
#include "yanglu/forms/cells.h"
#include "yanglu/forms/form.h"
#include "yanglu/forms/formulas.h"
#include "yanglu/forms/table.h"

#include "yanglu/forms/names.h"
#include "yanglu/forms/findings-table.h"
#include "yanglu/forms/labels.h"

G_BEGIN_DECLS

/* What a cell is in which a sheet judges. */
#define YL_SAYS_VERDICT "把实际同目标比较，或把应计提数同已列数比较得出的结论"

#define YL_SAYS_CAPITAL "预算合计的大写金额"

/* Of which day the kilometres should be: no list says of which it is. */
#define YL_MILEAGE_DAY "里程以里程台账所列为准，应为%u年底数"

/* Which levels bear the money; the province speaks for the centre too. */
typedef struct
{
  YlPayer payer;
  gint64 all_fen;      /* for all purposes */
  const char *formula; /* where that stands in 资金承担 */
} YlBearer;
#define YL_N_BEARERS 3

/* Sums of the list of sources as 资金来源 shows them: cached values of formulas, nothing else. */
typedef struct
{
  gint64 by_level_fen[YL_N_PAYERS][YL_N_FUNDS];
  gint64 by_purpose_fen[YL_N_PURPOSES][YL_N_FUNDS];
  gint64 by_purpose_all_fen[YL_N_PURPOSES];
  gint64 demand_fen[YL_N_PURPOSES];
} YlSourceSums;

/* A budget workbook while it is written. */
typedef struct
{
  const YlBookRequest *request;
  const YlBudget *budget;
  const YlFigures *figures;
  const YlInventory *inventory;
  const YlEntry *entry;
  const YlEntity *entity;
  const YlPolicy *policy;
  const char *name;     /* of the entity, as titles say it */
  guint edition;        /* YL_BOOK_EDITION, or that of an older workbook */
  char *day;            /* "2021年3月1日"; "" when it is left for the pen */
  gsize rows_per_sheet; /* that a long table takes beside its form */
  YlForm *form;
  YlLabels *townships;
  YlLabels *payees;
  YlLabels *packages;
  YlLabels *lists;  /* (nullable): the lists it is made of, where there are several … */
  GArray *list_of;  /* … and of guint: of each table of the inventory the list it stands in */
  YlTables *tables; /* "roads", "bridges", "other", "sources", "townships" … */
  GArray *listed;   /* of YlListed: what 目录 names, in the order of the tabs */
  YlFindingsTable findings;
  YlSourceSums sums;
  YlBearer bearers[YL_N_BEARERS]; /* known once 资金承担 is filled */
  GHashTable *value_cells;        /* YlPolicyValue → "'标准依据'!$E$5" */
  GStringChunk *texts;            /* of the tables */
  GArray *road_columns;           /* of YlTableColumn: those of 里程明细 */
  GArray *checks;                 /* of YlCheck */
  GArray *recipients;             /* of YlRecipient; listed once 分管养单位 is filled */
  GPtrArray *documents;           /* of the entry: what recipients have several of, each once … */
  GHashTable *document_numbers;   /* … and the number of each, from 1 */
  GString *shut_rows;     /* of the sheet that is filled: what its rows out of sight are, … */
  const char *shut_group; /* … (nullable) of what the last of them is one … */
  GString *shut_sums;     /* … and whether they come to nothing: "SUM(F5:G5)=0,…" */
} YlBook;

/* A line of 目录. */
typedef struct
{
  const char *number; /* "表三"; "": it is no table */
  const char *title;
  const char *sheet;
  const char *remark;
} YlListed;

/* A check of 表内勾稽关系核对: two figures that have to be the same. */
typedef struct
{
  const char *title;
  const char *left; /* formulas, without = */
  const char *right;
  gint64 units; /* what both come to */
  YlMeasure measure;
} YlCheck;

/** yl_book_make_title: (transfer full): "东昌府区2021年" and @what */
char *yl_book_make_title (const YlBook *book, const char *what);
/** yl_book_find_verdict: (transfer none): what 表内勾稽关系核对 comes to. */
const char *yl_book_find_verdict (const YlBook *book);
/** yl_book_find_change_ppm: 增减%, in steps of two decimals; %YL_UNKNOWN without a year before. */
gint64 yl_book_find_change_ppm (gint64 change_fen, gint64 last_fen);
/** yl_book_print: (transfer none): a text that lives as long as @book. */
const char *yl_book_print (YlBook *book, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** yl_book_formula: a formula of no table's own row, as yl_tables_write_out() takes it. */
const char *yl_book_formula (YlBook *book, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** yl_book_find_figure: (nullable) (transfer none): where the tables that were filled before show @key first. */
const YlFigureRange *yl_book_find_figure (const YlBook *book, const char *key);
/** yl_book_figure_cell: (transfer none): "'预算总表'!$F$6", of the first row of @range. */
const char *yl_book_figure_cell (YlBook *book, const YlFigureRange *range);

/** yl_book_name_input: what @input is called: "里程名单"; @out_name: its file, or what it is called
 * instead. */
const char *
yl_book_name_input (const YlBook *book, const YlInputCopy *input, const char **out_name);
/** yl_book_write_capital: the steps by which 大写 is made, in the rows that follow: what they are stands in the
 * column before @cell, what they come to under it; the last is over the columns from it on. */
void yl_book_write_capital (YlBook *book, const YlTable *table, const char *cell);
/** yl_book_draw_payers: who pays, as a pie; @width and @height in pixels. */
void yl_book_draw_payers (YlBook *book, YlSheet *sheet, guint32 row, guint width, guint height);

/** yl_book_note_check: one more line of 表内勾稽关系核对; all texts are kept, its formulas written out. */
void yl_book_note_check (YlBook *book, const YlCheck *check);
/** yl_book_check_total: that @left is what stands under @column in the row just written. */
void yl_book_check_total (YlBook *book,
                          const YlTable *table,
                          const char *column,
                          const char *title,
                          const char *left,
                          gint64 units);

/** yl_book_check_rows: @rows: what they are called: that as many rows stand above the total just written as have a number in
 * @column: what somebody put in where no sum reaches, or without an amount, is told. From the third
 * edition on. */
void yl_book_check_rows (YlBook *book, const YlTable *table, const char *column, const char *rows);

/** yl_book_sum_other: what 其他支出 has for @purpose. */
const char *yl_book_sum_other (YlBook *book, YlPurpose purpose);
/** yl_book_sum_public: public money of @level for @purpose, in 资金来源. */
const char *yl_book_sum_public (YlBook *book, YlPurpose purpose, YlPayer level);
/** yl_source_sums_init: @sources of YlSource, @demand of YlDemandLine. */
void yl_source_sums_init (YlSourceSums *sums, const GArray *sources, const GArray *demand);
/** yl_book_value_cell: the cell of @value in 标准依据; "0" when @value is %NULL. */
const char *yl_book_value_cell (YlBook *book, const YlPolicyValue *value);

G_END_DECLS
