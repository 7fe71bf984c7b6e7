#pragma once

#include "yanglu/app/options.h"
#include "yanglu/cli/delivery.h"

G_BEGIN_DECLS

/** The name that is proposed for working papers. */
#define YL_AUDIT_BOOK "审计底稿.xlsx"

/** yl_command_audit_is_lists: whether @line names road lists: more than one file, or a single one
 * that yl_counties_is_list(). */
gboolean yl_command_audit_is_lists (const YlCommandLine *line);

/** yl_command_audit_lists: `yanglu audit 台账...`. Returns: the exit status. */
int yl_command_audit_lists (const YlCommandLine *line,
                            const YlJobOptions *options,
                            const YlDelivery *delivery);

G_END_DECLS
