#pragma once

#include "groups-private.h"
#include "work-private.h"

G_BEGIN_DECLS

/** Who the rows belong to: their placements hold group numbers until the lines are laid out. */
typedef struct
{
  YlGroups *townships;
  YlGroups *payees;
  YlGroups *packages;
} YlAllotment;

/** yl_allotment_place: finds the groups of every road and bridge (placement.c). */
void yl_allotment_place (YlAllotment *allotment, YlWork *work);

/** The lines of a table, without amounts, in their order (lines.c). Returns: (transfer full): the
 * line of each group. */
guint32 *yl_allotment_list_townships (const YlGroups *groups, GArray *lines);
guint32 *yl_allotment_list_payees (const YlGroups *groups, GArray *lines);
guint32 *yl_allotment_list_packages (const YlGroups *groups, GArray *lines);

G_END_DECLS
