#pragma once

#include "yanglu/app/budget/list.h"

G_BEGIN_DECLS

/** yl_list_job_tell_rows: (transfer full): a sentence: how many rows of the road list were read, and as what. */
char *yl_list_job_tell_rows (const YlListJob *job);

/** yl_list_job_tell_made: (transfer full): sentences: what the findings were made of.
 * @list: (nullable): those of one list alone */
char *yl_list_job_tell_made (const YlListJob *job, const YlListFile *list);

/** yl_list_job_write_findings: what @job, which is settled, found, as a workbook of one sheet, whole or not at all. */
gboolean
yl_list_job_write_findings (const YlListJob *job, const char *path, gboolean force, GError **error);

G_END_DECLS
