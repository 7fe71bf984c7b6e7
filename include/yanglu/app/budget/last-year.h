#pragma once

#include "yanglu/app/budget/list.h"

G_BEGIN_DECLS

/**
 * yl_last_year_load: last year's figures from --last-year into the entry of @job: a budget workbook
 * or a table 项目, 金额; or a road list, of which last year's budget is then made by last year's policy.
 * Without the option nothing happens.
 */
gboolean yl_last_year_load (YlListJob *job, const YlJobOptions *options, GError **error);

/** yl_last_year_has_policy: whether one was in force for @entity in @year; where none was, the budget
 * of that year is made by the policy of the year after. */
gboolean yl_last_year_has_policy (const YlEntity *entity, guint year);

G_END_DECLS
