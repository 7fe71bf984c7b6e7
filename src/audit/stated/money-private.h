#pragma once

#include "yanglu/audit/budget/figure-rules.h"
#include "yanglu/audit/stated/money-rules.h"

G_BEGIN_DECLS

/** A table under check. */
typedef struct
{
  const YlStatedContext *context;
  const char *file;
  const YlStatedTable *table;
  YlFindings *findings;
} YlStatedCheck;

#define YL_NO_COLUMN (-1)

/** yl_stated_find_known: (nullable): the value of @row in @column when it is a number. */
const YlStatedValue *yl_stated_find_known (const YlStatedRow *row, int column);

/** yl_stated_place: where the value of @row in @column stands; @cell: room for its name. */
typedef struct
{
  YlFigurePlace place;
  char cell[16];
} YlStatedPlace;
void yl_stated_place_init (YlStatedPlace *place,
                           const YlStatedCheck *check,
                           const YlStatedRow *row,
                           int column);

void yl_stated_check_marked (const YlStatedCheck *check); /* marked-rules.c: A05 */

G_END_DECLS
