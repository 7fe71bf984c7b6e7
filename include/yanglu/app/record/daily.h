#pragma once

#include "yanglu/base/date.h"

G_BEGIN_DECLS

/** One backup of a record a day, beside it: COUNTY-YEAR.yanglu.2026-11-30.bak. The last so many are kept; of files
 * only those whose names are exactly so are ever removed, and what was begun and not ended. */
#define YL_DAILY_KEPT 10u

/** yl_daily_backup_is_made: whether @record, a path, has one of @day. */
gboolean yl_daily_backup_is_made (const char *record, YlDate day);
/** yl_daily_backup_begin: (transfer full): where the backup of @day is to be written; there is no such file. */
char *yl_daily_backup_begin (const char *record, YlDate day);
/** yl_daily_backup_end: what stands there now is the backup of @day; older ones than the last %YL_DAILY_KEPT go. */
gboolean yl_daily_backup_end (const char *record, YlDate day, GError **error);

G_END_DECLS
