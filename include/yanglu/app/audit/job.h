#pragma once

#include "yanglu/app/budget/job.h"
#include "yanglu/app/options.h"
#include "yanglu/domain/audit/audit.h"
#include "yanglu/app/audit/job.h"
#include "yanglu/domain/places.h"
#include "yanglu/domain/planned-book.h"
#include "yanglu/domain/audit/rule-set.h"
#include "yanglu/domain/audit/found-budget.h"
#include "yanglu/io/copy/copy.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/** What the user asked to be audited, and against what; a member that is %NULL was not given. */
typedef struct
{
  const char *file;          /* the budget */
  const char *roads;         /* --roads: the road list that it should come from */
  const YlGivenLists *lists; /* (nullable): where that is a folder, those in it */
  const char *last_year;     /* --last-year */
  const char *paid;          /* --paid: the ledger */
  const char *settlement;    /* --settlement: contracts and what they came to */
  const char *approved;      /* --approved: the table as approved */
  const char *published;     /* --published: the table on the notice board */
  const char *rules;         /* --rules */
  YlDate
      base_day; /* --base-day: until when ledger and indicators are looked at; no day: that of @job */
  YlTextPool *
      texts; /* whose texts those of the workbook become, and which outlives the job; %NULL: its own */
  gboolean is_own_only; /* only a workbook of ours is audited */
  YlJobOptions job;     /* policy, county, year, funds … for what has to be made anew */
} YlAuditOptions;

/** YlAuditJob: from a budget that somebody else made to what is wrong in it, and what was found on
 * the way there. */
typedef struct
{
  const YlAuditOptions *options;
  guint year; /* that of the budget, that its tables name, or that was asked for; 0: none */
  YlProgress progress;
  YlWords *words; /* how its files may write things */
  YlPlaces *places;
  YlInput *input;
  YlTextPool *texts;        /* of the workbook and its plan */
  YlTextPool *own_texts;    /* NULL: they are those of the options */
  YlWorkbook *found;        /* NULL: the file is no workbook */
  YlCopy *copy;             /* NULL: the workbook keeps none that is whole */
  gboolean is_copy_foreign; /* the copy is another budget's: nothing is compared with it */
  YlBudgetJob *made;        /* the budget as it should be; NULL: it could not be made again */
  YlPlannedBook *plan;
  YlRuleSet *rules;
  YlFoundBudget *found_budget; /* NULL: the workbook is ours */
  GPtrArray *lands; /* (element-type YlFoundLand): beside it; NULL: the workbook is ours */
  YlAudit *audit;
} YlAuditJob;

/**
 * yl_audit_job_run: reads the budget, recomputes it, finds what differs; nothing is written.
 *
 * Returns: %NULL with @error when the file is not there, or an option does not hold; what is wrong
 *   within the file is a finding. Where only a workbook of ours is asked for, any other is an error,
 *   %YL_ERROR_NOT_FOUND when it is a workbook without a copy of its inputs
 */
YlAuditJob *yl_audit_job_run (const YlAuditOptions *options, YlProgress progress, GError **error);
void yl_audit_job_free (YlAuditJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlAuditJob, yl_audit_job_free)

G_END_DECLS
