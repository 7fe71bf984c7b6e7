#pragma once

#include "yanglu/domain/stated-column.h"

G_BEGIN_DECLS

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

/** A block of cells that was read with its rows and columns changed: townships stood across. */
typedef struct
{
  char *name;  /* of the sheet as it was read */
  char *sheet; /* of the sheet that it stands in */
  guint32 row; /* its first */
  guint16 column;
  guint32 n_rows; /* as it stands */
  guint16 n_columns;
} YlStatedTurn;

/** YlStatedBudget: what a workbook that somebody made by hand says, table by table. */
typedef struct
{
  char *file;
  GPtrArray *tables; /* of YlStatedTable */
  GArray *turns;     /* of YlStatedTurn */
} YlStatedBudget;

YlStatedBudget *yl_stated_budget_new (const char *file);
void yl_stated_budget_free (YlStatedBudget *budget);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlStatedBudget, yl_stated_budget_free)

/** yl_stated_budget_add_table: (transfer none) */
YlStatedTable *yl_stated_budget_add_table (YlStatedBudget *budget,
                                           const char *sheet,
                                           guint32 head_row,
                                           const char *title);
/** yl_stated_budget_add_turn: copies its texts. */
void yl_stated_budget_add_turn (YlStatedBudget *budget, const YlStatedTurn *turn);
/** yl_stated_turn_back: from where a cell was read to where it stands; what stands below the block
 * was read below the turned one. */
void yl_stated_turn_back (const YlStatedTurn *turn, guint32 *row, guint *column);
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
