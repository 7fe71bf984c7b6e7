#pragma once

#include "yanglu/domain/budget.h"
#include "yanglu/domain/choices.h"
#include "yanglu/domain/explained.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** What was asked about. */
typedef struct
{
  const char *file; /* base name of the workbook or list */
  const YlBudget *budget;
  /* (transfer full): the cells of @workbook that show the figure @key, %NULL-ended */
  char **(*find_places) (gconstpointer workbook, const char *key);
  gconstpointer workbook;
  const YlChoices *choices; /* (nullable): of a list, what was taken for what */
  guint
      most_rows; /* 0: every road and bridge is told; else at most so many in all, and each figure says in
                    * `n_more_rows` how many of its own are not */
} YlJsonExplained;

/** yl_json_write_explained: the format yanglu.explain/1. A list tells its `choices`, and
 * `left_out` says which rows of the road asked about are paid nothing, and why. */
void yl_json_write_explained (YlJsonSink *json,
                              const YlExplained *explained,
                              const YlJsonExplained *about);

G_END_DECLS
