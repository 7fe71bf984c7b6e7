#pragma once

#include "yanglu/domain/sheet-names.h"
#include "yanglu/io/store/record.h"

G_BEGIN_DECLS

/* Names of the files that a record is exported to; policies and the office's rules and words keep their own. */
#define YL_RECORD_ROADS_FILE YL_LIST_ROADS ".csv"
#define YL_RECORD_ENTRY_FILE "录入表.xlsx"
#define YL_RECORD_BUDGET_FILE "预算.xlsx"
#define YL_RECORD_WORDS_FILE "词表.words" /* where the record keeps more than one */
#define YL_RECORD_FINDINGS_FILE YL_SHEET_FINDINGS ".xlsx"

/**
 * yl_record_export: a road list, an entry workbook with all sheets, and the policy, rules and words that the
 * record keeps, into @folder, which is made where it is not there. `budget` on them gives the record's figures.
 * @force: files of these names are replaced
 *
 * Returns: (transfer full) (element-type utf8): the names of the files, the first two those above
 */
GPtrArray *yl_record_export (YlRecord *record, const char *folder, gboolean force, GError **error);

/** yl_record_export_budget: the workbook that `budget` makes of the files @names, which yl_record_export() wrote
 * into @folder. @clock_year: as of YlJobOptions */
gboolean yl_record_export_budget (
    const char *folder, const GPtrArray *names, guint clock_year, gboolean force, GError **error);

/** yl_record_export_findings: what is wrong in @record as it stands, as a workbook in @folder. */
gboolean
yl_record_export_findings (YlRecord *record, const char *folder, gboolean force, GError **error);

/** yl_record_make_roads: (transfer full): the road list as CSV; a text like a formula stands behind an apostrophe. */
char *yl_record_make_roads (YlRecord *record, GError **error);
/** yl_record_write_entry: the entry workbook, whole or not at all. */
gboolean yl_record_write_entry (YlRecord *record, const char *path, gboolean force, GError **error);

G_END_DECLS
