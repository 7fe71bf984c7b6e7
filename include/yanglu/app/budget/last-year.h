#pragma once

#include "yanglu/app/budget/list.h"

G_BEGIN_DECLS

/**
 * yl_last_year_load: last year's figures from --last-year into the entry of @job: a budget workbook
 * or a table 项目, 金额; or a road list, of which last year's budget is then made by last year's policy.
 * Without the option nothing happens.
 */
gboolean yl_last_year_load (YlListJob *job, const YlJobOptions *options, GError **error);

G_END_DECLS
