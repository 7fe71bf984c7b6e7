#pragma once

#include "yanglu/app/audit/job.h"

G_BEGIN_DECLS

/* Steps of an audit, in their order; each finds what the next ones need. FALSE with @error: it cannot go on at all. */
/** yl_audit_open: the rules, and the file as it was found. */
gboolean yl_audit_open (YlAuditJob *job, GError **error);
/** yl_audit_own_book: a workbook of ours against the copy of its inputs. */
gboolean yl_audit_own_book (YlAuditJob *job, GError **error);
/** yl_audit_found_tables: any other budget, by the heads of its tables; with --roads against the list. */
gboolean yl_audit_found_tables (YlAuditJob *job, GError **error);
/** yl_audit_record: the records behind a workbook of ours: its policy, the roads of --roads. */
gboolean yl_audit_record (YlAuditJob *job, GError **error);
/** yl_audit_list_population: what a sample can be drawn from, where no earlier step told it. */
gboolean yl_audit_list_population (YlAuditJob *job, GError **error);
/** yl_audit_years: the budget against that of --last-year (A10, A11, B10). */
gboolean yl_audit_years (YlAuditJob *job, GError **error);
/** yl_audit_open_last_year: (transfer full): the budget of the roads of --last-year; %NULL without such. */
YlBudgetJob *yl_audit_open_last_year (const YlAuditJob *job);
/** yl_audit_get_base_day: until when ledger and indicators are looked at: --base-day, else --date; no day when
 * neither was given. */
YlDate yl_audit_get_base_day (const YlAuditJob *job);
/** yl_audit_paying: a ledger against the budget as it should be, or alone. */
gboolean yl_audit_paying (YlAuditJob *job, GError **error);
/** yl_audit_diagnose: of a workbook of ours the fewest mistakes that explain what differs. */
gboolean yl_audit_diagnose (YlAuditJob *job, GError **error);

G_END_DECLS
