#include "yanglu/cli/next-step.h"

#include "yanglu/io/file-name.h"

#include <string.h>

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
