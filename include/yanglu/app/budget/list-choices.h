#pragma once

#include "yanglu/app/budget/list.h"

G_BEGIN_DECLS

/** yl_list_job_tell: adds to the choices of @job what was read and what of its list money depends on: rows
 * left out, without a township, of other counties; a line each, none where there is nothing to say. */
void yl_list_job_tell (YlListJob *job);

G_END_DECLS
