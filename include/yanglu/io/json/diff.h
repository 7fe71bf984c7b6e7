#pragma once

#include "yanglu/domain/budget.h"
#include "yanglu/domain/choices.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/audit/reconciliation.h"
#include "yanglu/domain/audit/versions.h"
#include "yanglu/io/json/json-sink.h"

G_BEGIN_DECLS

/** One of the years that are compared. */
typedef struct
{
  const char *file;
  const char *kind;           /* "budget", "list"; "stated": made by others */
  const YlBudget *budget;     /* (nullable): %NULL for what others made */
  const YlChoices *choices;   /* (nullable): of a list what was taken for what */
  const YlFindings *findings; /* (nullable): what is wrong with it */
  const YlAudit *audit;       /* (nullable): of a workbook of ours: whether it holds */
  guint64 n_unplaced;         /* rows of it that were left out and name no route */
} YlJsonYear;

/**
 * yl_json_write_diff: the format yanglu.diff/1. `bridge` leads from old.demand_fen to
 * new.demand_fen, its first seventeen steps from old.daily_fen to new.daily_fen; `county` from the
 * change in demand on to new.county_fen. `called` under `old` and `new` is what the text calls them;
 * `unplaced_rows` counts the rows that were left out and name no route. `roads` are those that
 * changed. A list tells under `old` or `new` its `choices`, and either what is wrong with it under
 * `findings`; a workbook of ours its `verdict` and `conclusion`, and `stated_fen`, the total that it
 * shows. Two such workbooks have `shown`, the steps from one stated total to the other, and `cells`,
 * what they do not show alike.
 * Where one side was made by others (kind `stated`) only daily_fen and `townships` are known.
 * @versions: (nullable): of two workbooks of ours
 */
void yl_json_write_diff (YlJsonSink *json,
                         const YlReconciliation *reconciliation,
                         const YlVersions *versions,
                         const YlJsonYear years[YL_N_SIDES]);

G_END_DECLS
