#pragma once

#include "yanglu/app/options.h"

G_BEGIN_DECLS

/**
 * yl_new_job_run: writes the empty entry workbook of the county or zone that @options names to @path, whole or not at
 * all; an existing file only with @force.
 */
gboolean
yl_new_job_run (const YlJobOptions *options, const char *path, gboolean force, GError **error);

G_END_DECLS
