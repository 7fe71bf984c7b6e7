#pragma once

#include "yanglu/app/options.h"
#include "yanglu/cli/delivery.h"

G_BEGIN_DECLS

/** Where and how the audit of road lists is printed. */
typedef struct
{
  gboolean is_json;
  YlDelivery delivery;
} YlListsPrint;

/** yl_command_audit_is_lists: whether @paths are road lists: more than one file, or a single one
 * that yl_across_is_list(). */
gboolean yl_command_audit_is_lists (char *const *paths);

/** yl_command_audit_lists: `yanglu audit 台账...`. Returns: the exit status. */
int
yl_command_audit_lists (char *const *paths, const YlJobOptions *options, const YlListsPrint *print);

G_END_DECLS
