#pragma once

#include "yanglu/app/audit-job.h"
#include "yanglu/domain/places.h"
#include "yanglu/domain/planned-book.h"
#include "yanglu/domain/rule-set.h"
#include "yanglu/domain/found-budget.h"
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

/* The steps of an audit, in their order. FALSE with @error: it cannot go on at all. */
/** yl_audit_open_rules: the rules file, before anything is read. */
gboolean yl_audit_open_rules (YlAuditWork *work, GError **error);
gboolean yl_audit_open (YlAuditWork *work, GError **error);
/** yl_audit_own_book: a workbook of ours against the copy of its inputs. */
gboolean yl_audit_own_book (YlAuditWork *work, GError **error);
/** yl_audit_record: the records behind a workbook of ours: its policy, the roads of --roads. */
gboolean yl_audit_record (YlAuditWork *work, GError **error);
/** yl_audit_assessment: the points of an assessment against the bands of the rules (C07). */
gboolean yl_audit_assessment (YlAuditWork *work, GError **error);
/** yl_audit_performance: what the office wrote into its table of indicators (D05). */
gboolean yl_audit_performance (YlAuditWork *work, GError **error);
/** yl_audit_apply_rules: one finding for one fact, of the rules that are switched on. */
gboolean yl_audit_apply_rules (YlAuditWork *work, GError **error);
/** yl_audit_years: the budget against that of --last-year (A10, A11, B10). */
gboolean yl_audit_years (YlAuditWork *work, GError **error);
/** yl_audit_list_population: what a sample can be drawn from, where no earlier step told it. */
gboolean yl_audit_list_population (YlAuditWork *work, GError **error);
/** yl_audit_diagnose: the fewest mistakes that explain what differs. */
gboolean yl_audit_diagnose (YlAuditWork *work, GError **error);
/** yl_audit_paying: a ledger against the budget as it should be, or alone. */
gboolean yl_audit_paying (YlAuditWork *work, GError **error);
/** yl_audit_found_tables: any other budget, by the heads of its tables; with --roads against the list. */
gboolean yl_audit_found_tables (YlAuditWork *work, GError **error);
/** yl_audit_import_tables: the tables of a found budget, those of land revenue apart. */
void yl_audit_import_tables (YlAuditWork *work, guint32 county_code);
/** yl_audit_explain_land: why the land sheet of a workbook of ours draws another amount. */
void yl_audit_explain_land (YlAuditWork *work);
/** yl_audit_conclude: the findings in order, the verdict, the conclusion in words. */
gboolean yl_audit_conclude (YlAuditWork *work, GError **error);

G_END_DECLS
