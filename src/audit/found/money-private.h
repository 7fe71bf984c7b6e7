#pragma once

#include "yanglu/audit/budget/figure-rules.h"
#include "yanglu/audit/found/money-rules.h"

G_BEGIN_DECLS

/** A table under check. */
typedef struct
{
  const YlFoundContext *context;
  const char *file;
  const YlFoundTable *table;
  YlFindings *findings;
} FoundMoneyCheck;

#define FOUND_NO_COLUMN (-1)

/** yl_found_find_known: (nullable): the value of @row in @column when it is a number. */
const YlFoundValue *yl_found_find_known (const YlFoundRow *row, int column);

/** yl_found_place: where the value of @row in @column stands; @cell: room for its name. */
typedef struct
{
  YlFigurePlace place;
  char cell[16];
} YlFoundPlace;
void yl_found_place_init (YlFoundPlace *place,
                          const FoundMoneyCheck *check,
                          const YlFoundRow *row,
                          int column);

void yl_found_check_marked (const FoundMoneyCheck *check); /* marked-rules.c: A05 */

G_END_DECLS
