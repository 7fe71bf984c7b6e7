#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/domain/audit/found-column.h"

G_BEGIN_DECLS

/** A number as the sheet states it; @text as it stands, also of a column that is not understood. */
typedef struct
{
  gint64 units; /* by the column's meaning; meaningful when is_known. Of %YL_FOUND_CLASS YlRoadClass
                        + 1; 0 for no rural road */
  gint64 lost_micro;    /* what rounding took away, in millionths of a unit */
  gint64 due_units;     /* what its formula gives; meaningful when has_due */
  gboolean is_known;    /* FALSE: blank, or no number */
  gboolean has_due;     /* its formula gives another number */
  gboolean is_unworked; /* nobody could work its formula out */
  const char *text;
  const char *formula; /* without =; NULL: a constant */
} YlFoundValue;

typedef enum
{
  YL_FOUND_ROW_ITEM,     /* a township, a route, a class */
  YL_FOUND_ROW_SUBTOTAL, /* 小计: sums the items since the last sum of its kind */
  YL_FOUND_ROW_TOTAL,    /* 合计, 总计: sums all items of the table */
  YL_FOUND_ROW_PART,     /* 其中: a part of the row above it, in no sum */
} YlFoundRowKind;

typedef struct
{
  YlArena *arena;        /* of its budget */
  guint32 row;           /* from 1 */
  guint8 kind;           /* YlFoundRowKind */
  guint8 rate;           /* YlRateKind of the class column; YL_FOUND_ALL_CLASSES without one */
  const char *label;     /* township, route or class as written; "合计" */
  const char *township;  /* "" when none is named */
  guint32 township_code; /* 0 unknown */
  gboolean is_hidden;
  GArray *values; /* of YlFoundValue: one a column of the table */
} YlFoundRow;

/** An amount that words in or beside a table state: 大写, the pool (总额) that it divides, an addition. */
typedef struct
{
  guint32 row; /* 0: none */
  guint16 column;
  gint64 fen;
  gint64 step_fen; /* what its last digit is worth */
  const char *text;
} YlFoundRemark;

typedef struct
{
  YlArena *arena; /* of its budget */
  const char *sheet;
  gboolean is_hidden; /* the sheet is */
  guint32 head_row;   /* the last row of the heads */
  const char *title;  /* over it; "" */
  GArray *columns;    /* of YlFoundColumn */
  GPtrArray *rows;    /* of YlFoundRow, in their order */
  GArray *capitals;   /* of YlFoundRemark: 大写 in lines of their own and in labels of sums */
  GArray *additions, *sums; /* the same of lines below it: 另追加50万元, 共计38万元 */
  YlFoundRemark pool;       /* 下达资金 500 万元 */
} YlFoundTable;

/** A block of cells that was read with its rows and columns changed: townships stood across. */
typedef struct
{
  const char *name;  /* of the sheet as it was read */
  const char *sheet; /* of the sheet that it stands in */
  guint32 row;       /* its first */
  guint16 column;
  guint32 n_rows; /* as it stands */
  guint16 n_columns;
} YlFoundTurn;

/** YlFoundBudget: what a found workbook says, table by table. */
typedef struct
{
  YlArena *arena;
  const char *file;
  GPtrArray *tables; /* of YlFoundTable */
  GArray *turns;     /* of YlFoundTurn */
} YlFoundBudget;

YlFoundBudget *yl_found_budget_new (const char *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlFoundBudget, yl_arena_free_record)

/** yl_found_budget_add_table: (transfer none) */
YlFoundTable *yl_found_budget_add_table (YlFoundBudget *budget,
                                         const char *sheet,
                                         guint32 head_row,
                                         const char *title);
/** yl_found_budget_add_turn: copies its texts. */
void yl_found_budget_add_turn (YlFoundBudget *budget, const YlFoundTurn *turn);
/** yl_found_budget_find_turn: (nullable): how the sheet that was read as @sheet (nullable) stands. */
const YlFoundTurn *yl_found_budget_find_turn (const YlFoundBudget *budget, const char *sheet);
/** yl_found_turn_back: from where a cell was read (below the block, if it stands there) to where it stands. */
void yl_found_turn_back (const YlFoundTurn *turn, guint32 *row, guint *column);
/** yl_found_table_add_column: copies the head of @column; before any row. */
void yl_found_table_add_column (YlFoundTable *table, const YlFoundColumn *column);
/** yl_found_table_add_row: (transfer none): its values are all unknown. */
YlFoundRow *yl_found_table_add_row (YlFoundTable *table, guint32 row, const char *label);
/** yl_found_row_set: copies the texts of @value. */
void yl_found_row_set (YlFoundRow *row, guint column, const YlFoundValue *value);
const YlFoundColumn *yl_found_table_get_column (const YlFoundTable *table, guint index);
const YlFoundRow *yl_found_table_get_row (const YlFoundTable *table, guint index);
const YlFoundValue *yl_found_row_get (const YlFoundRow *row, guint column);
/** yl_found_table_find_column: index of the first column of @meaning and @rate; -1 for none. */
int yl_found_table_find_column (const YlFoundTable *table, YlFoundMeaning meaning, guint rate);

/** yl_found_table_get_step: what the last digit of @column is worth, in its units: 10 000 fen for 万元 with
 * two decimals. Numbers are rounded to it; a few numbers with more digits do not count. */
gint64 yl_found_table_get_step (const YlFoundTable *table, guint column);

/** yl_found_value_get_step: the same of one number that may have more digits than the others. */
gint64 yl_found_value_get_step (const YlFoundValue *value, gint64 unit, gint64 column_step);

G_END_DECLS
