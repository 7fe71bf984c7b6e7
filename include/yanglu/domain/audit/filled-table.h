#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/base/money.h"

G_BEGIN_DECLS

/** One row of an assessment (考核): who, how many points, which grade, what it was paid. */
typedef struct
{
  const char *sheet;
  guint32 row;
  const char *cell;  /* of the score */
  const char *head;  /* of the score's column */
  const char *name;  /* township or agency; "" when none stands there */
  gint64 score;      /* thousandths of a point */
  const char *grade; /* "" when none is stated */
  YlMoney amount;    /* what it was paid; meaningful when has_amount */
  YlMoney allotment; /* what 100% would be; meaningful when has_allotment */
  gboolean has_amount;
  gboolean has_allotment;
} YlAssessedRow;

/** One indicator of 绩效目标 as somebody filled it in. Texts as they stand, "" for nothing. */
typedef struct
{
  const char *sheet;
  guint32 row;
  const char *cell;       /* of the actual value */
  const char *group;      /* 二级指标: 数量指标, 成本指标 … */
  const char *name;       /* 三级指标 */
  const char *target;     /* 指标值 */
  const char *actual;     /* 实际 */
  const char *verdict;    /* 判定, 自评 */
  gboolean is_worked_out; /* the actual is a formula, judged where its parts are */
} YlFilledIndicator;

/** YlFilledTable: the assessments, or the indicators, that a workbook states. */
typedef struct
{
  YlArena *arena;
  const char *file;
  GArray *rows; /* of YlAssessedRow, or of YlFilledIndicator */
} YlFilledTable;

/** yl_filled_table_new: without rows; @row_size: that of one. */
YlFilledTable *yl_filled_table_new (const char *file, gsize row_size);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlFilledTable, yl_arena_free_record)

G_END_DECLS
