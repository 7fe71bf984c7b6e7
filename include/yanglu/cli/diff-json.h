#pragma once

#include "yanglu/app/diff-job.h"

G_BEGIN_DECLS

/**
 * yl_diff_json_print: the format yanglu.diff/1 on standard output. `bridge` leads from old.demand_fen
 * to new.demand_fen, its first eleven steps from old.daily_fen to new.daily_fen; `county` from the
 * change in demand on to new.county_fen. `roads` are those that changed.
 * Where one side was made by hand (kind `stated`) only daily_fen and `townships` are known.
 */
void yl_diff_json_print (const YlDiffJob *job);

G_END_DECLS
