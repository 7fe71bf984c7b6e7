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

guint
yl_job_options_count_lists (const YlJobOptions *options)
{
  guint n = 1;
  if (options->copy != NULL && options->open_roads == NULL)
    return MAX (yl_copy_count_inputs (options->copy, options->roads), 1);
  if (options->lists != NULL)
    yl_given_lists_get (options->lists, &n);
  return n;
}

static YlInput *
open_given (const YlGivenLists *lists, guint number, GError **error)
{
  guint n = 0;
  const YlGivenList *list = &yl_given_lists_get (lists, &n)[number];
  return yl_input_open_as (list->path, list->name, error);
}

YlInput *
yl_job_options_open_list (const YlJobOptions *options, guint number, GError **error)
{
  if (options->copy == NULL && options->lists != NULL)
    return open_given (options->lists, number, error);
  const YlInputCopy *kept = options->copy == NULL || options->open_roads != NULL
                                ? NULL
                                : yl_copy_find_input_at (options->copy, options->roads, number);
  if (kept != NULL)
    return yl_input_new_for_bytes (kept->name, kept->bytes);
  return yl_job_options_open (options, options->roads, error);
}

const char *
yl_job_options_get_list_path (const YlJobOptions *options, guint number)
{
  if (options->copy != NULL)
    return "";
  guint n = 0;
  return options->lists == NULL ? options->roads
                                : yl_given_lists_get (options->lists, &n)[number].path;
}
