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

/** YlAssessment: the assessments that a workbook states. */
typedef struct
{
  YlArena *arena;
  const char *file;
  GArray *rows; /* of YlAssessedRow */
} YlAssessment;

YlAssessment *yl_assessment_new (const char *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlAssessment, yl_arena_free_record)

G_END_DECLS
