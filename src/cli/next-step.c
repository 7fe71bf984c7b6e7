#include "yanglu/cli/next-step.h"

#include "yanglu/io/file-name.h"

#include <string.h>

/* Lists that a proposed command names. */
#define MAX_QUOTED 6u

/* What a shell does not take for itself, whatever stands before and after it. */
static gboolean
is_plain (const char *name)
{
  static const char *const signs = "%+,-./:=@_";
  for (const char *at = name; *at != '\0'; at++)
    if ((guchar) *at < 0x80 && !g_ascii_isalnum (*at) && strchr (signs, *at) == NULL)
      return FALSE;
  return name[0] != '\0';
}

char *
yl_next_step_quote (const char *path)
{
  g_autofree char *shown = yl_file_name_show (path);
  return is_plain (shown) ? g_steal_pointer (&shown) : g_shell_quote (shown);
}

void
yl_next_step_print (const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *step = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_print ("下一步：%s\n", step);
}

char *
yl_next_step_quote_lists (const YlCommandLine *line)
{
  guint n = 0;
  const char *const *paths = yl_command_line_get_rest (line, &n);
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < n && i < MAX_QUOTED; i++)
    {
      g_autofree char *quoted = yl_next_step_quote (paths[i]);
      g_string_append_printf (all, "%s%s", i == 0 ? "" : " ", quoted);
    }
  if (n > MAX_QUOTED)
    g_string_append (all, " …");
  return g_string_free (all, FALSE);
}

const char *
yl_next_step_tell_options (const YlJobOptions *options)
{
  return options->county != NULL || options->year != 0 || options->entity != NULL
                 || options->townships != NULL || options->policy != NULL || options->words != NULL
                 || options->rules != NULL || options->without_zones
             ? "（其余选项照旧）"
             : "";
}

void
yl_next_step_print_give_back (const YlCommandLine *line, const YlJobOptions *options)
{
  guint n = 0;
  g_autofree char *lists = yl_next_step_quote_lists (line);
  yl_given_lists_get (options->lists, &n);
  yl_next_step_print ("退回填报单位修改：yanglu check %s --annotate -o %s%s%s", lists,
                      n == 1 && g_str_has_suffix (lists, YL_GIVEN_BACK_FILE) ? "再" : "",
                      n == 1 ? YL_GIVEN_BACK_FILE : "退回", yl_next_step_tell_options (options));
}
