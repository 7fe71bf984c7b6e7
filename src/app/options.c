#include "yanglu/app/options.h"

#include "yanglu/base/error.h"

YlInput *
yl_job_options_open (const YlJobOptions *options, const char *path, GError **error)
{
  if (options->copy == NULL)
    return yl_input_open (path, error);
  if (options->open_roads != NULL && g_str_equal (path, YL_ROLE_ROADS))
    return options->open_roads (options->rows);
  const YlInputCopy *kept = yl_copy_find_input (options->copy, path);
  if (kept != NULL)
    return yl_input_new_for_bytes (kept->name, kept->bytes);
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID, "数据副本里没有“%s”这份文件。", path);
  return NULL;
}
