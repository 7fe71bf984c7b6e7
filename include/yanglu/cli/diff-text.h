#pragma once

#include "yanglu/app/diff/job.h"

G_BEGIN_DECLS

typedef enum
{
  YL_DIFF_BY_TOWNSHIP,
  YL_DIFF_BY_ROAD,
  YL_DIFF_BY_BRIDGE,
} YlDiffBy;

/** yl_diff_text_print: the bridge as a table, then the townships, or the roads that changed. */
void yl_diff_text_print (const YlDiffJob *job, YlDiffBy by);

G_END_DECLS
