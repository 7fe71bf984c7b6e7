#pragma once

#include "yanglu/domain/fund.h"
#include "yanglu/domain/road-class.h"

G_BEGIN_DECLS

/** What a column of a table made by hand holds. */
typedef enum
{
  YL_STATED_OTHER,    /* not understood, or of no matter here */
  YL_STATED_TOWNSHIP, /* 乡镇 */
  YL_STATED_ROUTE,    /* a route code or name */
  YL_STATED_CLASS,    /* 县道 乡道 村道, row by row */
  YL_STATED_COUNT,    /* how many */
  YL_STATED_LENGTH,   /* metres */
  YL_STATED_RATE,     /* fen per km */
  YL_STATED_AMOUNT,   /* fen */
  YL_STATED_PERCENT,  /* ppm */
  YL_STATED_CAPITAL,  /* 大写, read as fen */
} YlStatedMeaning;

/** The rate kind of a column or row that is for all classes together. */
#define YL_STATED_ALL_CLASSES YL_N_RATES

typedef struct
{
  guint16 column;     /* from 0 */
  guint8 meaning;     /* YlStatedMeaning */
  guint8 rate;        /* YlRateKind; YL_STATED_ALL_CLASSES: all, or as the row's class says */
  guint8 purpose;     /* YlPurpose of an amount; YL_N_PURPOSES: the whole */
  guint8 payer_after; /* of a part that one payer bears: its YlPayer + 1; 0: of all payers */
  guint16 group;      /* columns under one group head have the same one; 0: under none */
  gint64
      unit; /* what 1 in the sheet is in units: 1000 for km, 1 for m, 100 for yuan, 1000000 for 万元 */
  gboolean is_unit_said; /* the head or the sheet's 单位 says so; else the usual one was taken */
  gboolean is_hidden;
  char *head;
} YlStatedColumn;

/** A number as the sheet states it; @text as it stands, also of a column that is not understood. */
typedef struct
{
  gint64 units;      /* by the column's meaning; meaningful when is_known */
  gint64 lost_micro; /* what rounding took away, in millionths of a unit */
  gboolean is_known; /* FALSE: blank, or no number */
  char *text;
  char *formula; /* without =; NULL: a constant */
} YlStatedValue;

typedef enum
{
  YL_STATED_ROW_ITEM,     /* a township, a route, a class */
  YL_STATED_ROW_SUBTOTAL, /* 小计: sums the items since the last sum of its kind */
  YL_STATED_ROW_TOTAL,    /* 合计, 总计: sums all items of the table */
  YL_STATED_ROW_PART,     /* 其中: a part of the row above it, in no sum */
} YlStatedRowKind;

typedef struct
{
  guint32 row;           /* from 1 */
  guint8 kind;           /* YlStatedRowKind */
  guint8 rate;           /* YlRateKind of the class column; YL_STATED_ALL_CLASSES without one */
  char *label;           /* township, route or class as written; "合计" */
  char *township;        /* "" when none is named */
  guint32 township_code; /* 0 unknown */
  gboolean is_hidden;
  GArray *values; /* of YlStatedValue: one a column of the table */
} YlStatedRow;

/** An amount that words beside a table state: 大写, or the pool (总额) that it divides. */
typedef struct
{
  guint32 row; /* 0: none */
  guint16 column;
  gint64 fen;
  gint64 step_fen; /* what its last digit is worth */
  char *text;
} YlStatedRemark;

typedef struct
{
  char *sheet;
  gboolean is_hidden;     /* the sheet is */
  guint32 head_row;       /* the last row of the heads */
  char *title;            /* over it; "" */
  GArray *columns;        /* of YlStatedColumn */
  GPtrArray *rows;        /* of YlStatedRow, in their order */
  YlStatedRemark capital; /* 大写 in a line of its own */
  YlStatedRemark pool;    /* 下达资金 500 万元 */
} YlStatedTable;

/** YlStatedBudget: what a workbook that somebody made by hand says, table by table. */
typedef struct
{
  char *file;
  GPtrArray *tables; /* of YlStatedTable */
} YlStatedBudget;

YlStatedBudget *yl_stated_budget_new (const char *file);
void yl_stated_budget_free (YlStatedBudget *budget);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlStatedBudget, yl_stated_budget_free)

/** yl_stated_budget_add_table: (transfer none) */
YlStatedTable *yl_stated_budget_add_table (YlStatedBudget *budget,
                                           const char *sheet,
                                           guint32 head_row,
                                           const char *title);
/** yl_stated_table_add_column: copies the head of @column; before any row. */
void yl_stated_table_add_column (YlStatedTable *table, const YlStatedColumn *column);
/** yl_stated_table_add_row: (transfer none): its values are all unknown. */
YlStatedRow *yl_stated_table_add_row (YlStatedTable *table, guint32 row, const char *label);
/** yl_stated_row_set: copies the texts of @value. */
void yl_stated_row_set (YlStatedRow *row, guint column, const YlStatedValue *value);
const YlStatedColumn *yl_stated_table_get_column (const YlStatedTable *table, guint index);
const YlStatedRow *yl_stated_table_get_row (const YlStatedTable *table, guint index);
const YlStatedValue *yl_stated_row_get (const YlStatedRow *row, guint column);
/** yl_stated_table_find_column: index of the first column of @meaning and @rate; -1 for none. */
int yl_stated_table_find_column (const YlStatedTable *table, YlStatedMeaning meaning, guint rate);
G_END_DECLS
