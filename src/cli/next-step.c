#include "yanglu/cli/next-step.h"

#include "yanglu/io/file-name.h"

#include <string.h>

/* Files that a proposed command names. */
#define MAX_QUOTED 24u

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

char *
yl_next_step_quote_all (const char *const *paths)
{
  GString *all = g_string_new (NULL);
  for (guint i = 0; paths[i] != NULL && i < MAX_QUOTED; i++)
    {
      g_autofree char *quoted = yl_next_step_quote (paths[i]);
      g_string_append_printf (all, "%s%s", i == 0 ? "" : " ", quoted);
    }
  if (g_strv_length ((char **) paths) > MAX_QUOTED)
    g_string_append (all, " …");
  return g_string_free (all, FALSE);
}

char *
yl_next_step_find_name (const char *stem, const char *ending)
{
  char *name = g_strconcat (stem, ending, NULL);
  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s%u%s", stem, i, ending);
    }
  return name;
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

static gboolean
takes (const YlCommand *command, const char *name)
{
  for (guint i = 0; i < command->n_options; i++)
    if (strcmp (command->options[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

char *
yl_next_step_carry (const YlCommandLine *line, const YlCommand *next)
{
  static const char *const own[] = { "output", "format", "sheet", "force", "annotate", NULL };
  const YlCommand *command = yl_command_line_get_command (line);
  GString *carried = g_string_new (NULL);
  for (guint i = 0; i < command->n_options; i++)
    {
      const YlOption *option = &command->options[i];
      const char *text = yl_command_line_find_text (line, option->name);
      if (text == NULL || g_strv_contains (own, option->name) || !takes (next, option->name))
        continue;
      g_autofree char *value = yl_next_step_quote (text);
      g_string_append_printf (carried, " --%s", option->name);
      if (option->kind != YL_OPTION_FLAG)
        g_string_append_printf (carried, " %s", value);
    }
  return g_string_free (carried, FALSE);
}
