#pragma once

#include "yanglu/app/budget/list.h"

G_BEGIN_DECLS

/** yl_list_job_get_standing: what becomes of the list of that number, from 0; of a single list by whatever was found
 * but in the files beside it. @job: is settled */
YlStanding yl_list_job_get_standing (const YlListJob *job, guint number);

/** yl_list_job_find_faulty_beside: (nullable): a file beside the lists (sources, bridges, last year's) that holds an
 * error, as findings name it. */
const char *yl_list_job_find_faulty_beside (const YlListJob *job);

/**
 * yl_list_job_give_back: writes the road list of that number, as @job read it, with what is wrong in its cells to @path,
 * whole or not at all, that whoever sent it mends it there; what it is, see forms/annotated.
 * @job: is settled; the list is a file, not standard input
 *
 * Returns: as yl_annotated_write()
 */
gboolean yl_list_job_give_back (
    const YlListJob *job, guint number, const char *path, gboolean force, GError **error);

G_END_DECLS
