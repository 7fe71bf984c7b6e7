#pragma once

#include "yanglu/audit/sample/sample.h"

G_BEGIN_DECLS

/** How a sample is to be drawn, as text; a member that is %NULL was not given. */
typedef struct
{
  char *seed;
  char *confidence;
  char *materiality;
} YlSampleTexts;

void yl_sample_texts_clear (YlSampleTexts *texts);

/** yl_sample_texts_read: @out_plan with the defaults where nothing was given; %YL_ERROR_USAGE names
 * the option that is off. */
gboolean yl_sample_texts_read (const YlSampleTexts *texts, YlSamplePlan *out_plan, GError **error);

G_END_DECLS
