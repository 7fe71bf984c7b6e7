#include "yanglu/cli/sample-options.h"

#include "yanglu/base/decimal.h"
#include "yanglu/base/error.h"
#include "yanglu/cli/command-line.h"

/* Per cent with four decimals are parts per million. */
#define PERCENT_DECIMALS 4

void
yl_sample_texts_clear (YlSampleTexts *texts)
{
  g_free (texts->seed);
  g_free (texts->confidence);
  g_free (texts->materiality);
}

static gboolean
read_seed (const char *text, guint64 *out_seed, GError **error)
{
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, out_seed, NULL))
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "--seed“%s”不是随机种子：应写成 0 至 18446744073709551615 之间的整数。", text);
  return FALSE;
}

static gboolean
read_confidence (const char *text, guint *out_percent, GError **error)
{
  static const char *const names[] = { "90", "95", "99", NULL };
  static const guint percents[] = { 90, 95, 99 };
  guint index;
  if (!yl_command_line_parse_choice ("--confidence", text, names, &index, error))
    return FALSE;
  *out_percent = percents[index];
  return TRUE;
}

static gboolean
read_materiality (const char *text, YlShare *out_share, GError **error)
{
  gint64 ppm;
  gint32 lost;
  if (yl_decimal_parse (yl_text_of (text), PERCENT_DECIMALS, YL_SHARE_WHOLE, &ppm, &lost)
          == YL_DECIMAL_OK
      && lost == 0 && ppm > 0)
    {
      out_share->ppm = ppm;
      return TRUE;
    }
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "--materiality“%s”不是可容忍错报的百分比：应大于 0、不超过 100，例如 5。", text);
  return FALSE;
}

gboolean
yl_sample_texts_read (const YlSampleTexts *texts, YlSamplePlan *out_plan, GError **error)
{
  YlSamplePlan plan;
  yl_sample_plan_init (&plan);
  if ((texts->seed != NULL && !read_seed (texts->seed, &plan.seed, error))
      || (texts->confidence != NULL
          && !read_confidence (texts->confidence, &plan.confidence_percent, error))
      || (texts->materiality != NULL
          && !read_materiality (texts->materiality, &plan.tolerable, error)))
    return FALSE;
  *out_plan = plan;
  return TRUE;
}
