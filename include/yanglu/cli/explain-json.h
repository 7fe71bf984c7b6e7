#pragma once

#include "yanglu/app/explain-job.h"

G_BEGIN_DECLS

/** yl_explain_json_print: the format yanglu.explain/1 on standard output; always every road. */
void yl_explain_json_print (const YlExplainJob *job, const YlExplained *explained);

G_END_DECLS
