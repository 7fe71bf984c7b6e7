#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/base/text.h"

G_BEGIN_DECLS

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

/** YlPerformance: the indicators that a workbook states. */
typedef struct
{
  YlArena *arena;
  const char *file;
  GArray *rows; /* of YlFilledIndicator */
} YlPerformance;

YlPerformance *yl_performance_new (const char *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlPerformance, yl_arena_free_record)
const YlFilledIndicator *yl_performance_get (const YlPerformance *performance, guint index);

G_END_DECLS
