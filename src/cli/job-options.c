#include "yanglu/cli/job-options.h"

#include "yanglu/base/error.h"
#include "yanglu/cli/command-line.h"

void
yl_job_texts_clear (YlJobTexts *texts)
{
  g_free (texts->entry);
  g_free (texts->funds);
  g_free (texts->bridges);
  g_free (texts->last_year);
  g_free (texts->policy);
  g_free (texts->county);
  g_free (texts->entity);
  g_free (texts->townships);
  g_free (texts->year);
  g_free (texts->date);
  g_free (texts->format);
  g_strfreev (texts->rest);
}

static guint
read_clock_year (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  return (guint) g_date_time_get_year (now);
}

/* Standard input can be read once, and that is for the road list. */
static gboolean
refuse_standard_input (const YlJobTexts *texts, GError **error)
{
  const char *const files[][2] = {
    { "--entry", texts->entry },
    { "--funds", texts->funds },
    { "--bridges", texts->bridges },
    { "--last-year", texts->last_year },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    if (g_strcmp0 (files[i][1], "-") == 0)
      {
        g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                     "%s 要给出文件名：只有里程台账可以用 - 从标准输入读。", files[i][0]);
        return FALSE;
      }
  return TRUE;
}

gboolean
yl_job_texts_read (const YlJobTexts *texts, YlJobOptions *out_options, GError **error)
{
  YlJobOptions options = {
    .entry = texts->entry,
    .funds = texts->funds,
    .bridges = texts->bridges,
    .last_year = texts->last_year,
    .policy = texts->policy,
    .county = texts->county,
    .entity = texts->entity,
    .townships = texts->townships,
    .clock_year = read_clock_year (),
  };
  if (!refuse_standard_input (texts, error)
      || (texts->year != NULL && !yl_command_line_parse_year (texts->year, &options.year, error)))
    return FALSE;
  if (texts->date != NULL && !yl_date_parse (yl_text_of (texts->date), &options.date))
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "--date“%s”不是日期：应写成 2021-03-01 这样的形式。", texts->date);
      return FALSE;
    }
  *out_options = options;
  return TRUE;
}

const char *
yl_job_texts_get_only (const YlJobTexts *texts, const char *what, GError **error)
{
  if (texts->rest == NULL || texts->rest[0] == NULL)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "没有给出%s。用 --help 查看用法。", what);
      return NULL;
    }
  if (texts->rest[1] != NULL)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "只能给出一个%s，多出了“%s”。", what,
                   texts->rest[1]);
      return NULL;
    }
  return texts->rest[0];
}
