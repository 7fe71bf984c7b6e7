#pragma once

#include "yanglu/app/audit/job.h"
#include "yanglu/domain/places.h"
#include "yanglu/domain/planned-book.h"
#include "yanglu/domain/audit/rule-set.h"
#include "yanglu/domain/audit/found-budget.h"
#include "yanglu/io/copy/copy.h"

G_BEGIN_DECLS

/* An audit on its way: what each step finds for the next ones. */
typedef struct
{
  const YlAuditOptions *options;
  YlProgress progress;
  YlPlaces *places;
  YlInput *input;
  YlTextPool *texts; /* of the workbook and its plan */
  YlWorkbook *found; /* NULL: the file is no workbook */
  YlCopy *copy;      /* NULL: the workbook keeps none that is whole */
  YlBudgetJob *made; /* the budget as it should be; NULL: it could not be made again */
  YlPlannedBook *plan;
  YlRuleSet *rules;
  YlFoundBudget *found_budget; /* NULL: the workbook is ours */
  GPtrArray *lands; /* (element-type YlFoundLand): beside it; NULL: the workbook is ours */
  YlAudit *audit;
} YlAuditWork;

/* Steps of an audit, in their order. FALSE with @error: it cannot go on at all. */
/** yl_audit_open: the rules, and the file as it was found. */
gboolean yl_audit_open (YlAuditWork *work, GError **error);
/** yl_audit_own_book: a workbook of ours against the copy of its inputs. */
gboolean yl_audit_own_book (YlAuditWork *work, GError **error);
/** yl_audit_found_tables: any other budget, by the heads of its tables; with --roads against the list. */
gboolean yl_audit_found_tables (YlAuditWork *work, GError **error);
/** yl_audit_record: the records behind a workbook of ours: its policy, the roads of --roads. */
gboolean yl_audit_record (YlAuditWork *work, GError **error);
/** yl_audit_list_population: what a sample can be drawn from, where no earlier step told it. */
gboolean yl_audit_list_population (YlAuditWork *work, GError **error);
/** yl_audit_years: the budget against that of --last-year (A10, A11, B10). */
gboolean yl_audit_years (YlAuditWork *work, GError **error);
/** yl_audit_paying: a ledger against the budget as it should be, or alone. */
gboolean yl_audit_paying (YlAuditWork *work, GError **error);
/** yl_audit_diagnose: of a workbook of ours the fewest mistakes that explain what differs. */
gboolean yl_audit_diagnose (YlAuditWork *work, GError **error);

G_END_DECLS
