#pragma once

#include "yanglu/app/explain/job.h"

G_BEGIN_DECLS

/** yl_explain_text_print: @explained in plain Chinese, to be read aloud; @is_all: every road, else
 * the first ones and how many more. */
void yl_explain_text_print (const YlExplainJob *job, const YlExplained *explained, gboolean is_all);

G_END_DECLS
