#include "yanglu/cli/command.h"

#include "yanglu/cli/text-table.h"

#include <string.h>

/* The columns at which explanations begin: after short options, and after long ones. */
#define NARROW_COLUMN 19u
#define WIDE_COLUMN 22u
#define NARROW_WIDTH 13u
#define INDENT 2u

/* "-o, --output 文件" */
static char *
describe (const YlOption *option)
{
  const char letter[] = { '-', option->letter, ',', ' ', '\0' };
  return g_strconcat (option->letter == 0 ? "" : letter, "--", option->name,
                      option->argument == NULL ? NULL : " ", option->argument, NULL);
}

static guint
find_column (const YlCommand *command)
{
  for (guint i = 0; i < command->n_options; i++)
    {
      g_autofree char *described = describe (&command->options[i]);
      if (command->options[i].help != NULL && yl_text_width (described) > NARROW_WIDTH)
        return WIDE_COLUMN;
    }
  return NARROW_COLUMN;
}

static void
print_line (const YlOption *option, guint column)
{
  g_autofree char *described = describe (option);
  g_auto (GStrv) lines = g_strsplit (option->help, "\n", -1);
  g_print ("%*s%s%*s%s\n", (int) INDENT, "", described,
           (int) (column - INDENT - yl_text_width (described)), "", lines[0]);
  for (guint i = 1; lines[i] != NULL; i++)
    g_print ("%*s%s\n", (int) column, "", lines[i]);
}

void
yl_command_print_help (const YlCommand *command)
{
  const guint column = find_column (command);
  gboolean is_listing = FALSE;
  g_print ("%s", command->usage);
  for (guint i = 0; i < command->n_options; i++)
    {
      const YlOption *option = &command->options[i];
      if (option->is_with_next)
        g_print ("%*s--%s、", is_listing ? 0 : (int) INDENT, "", option->name);
      else if (is_listing)
        g_print ("\n");
      is_listing = option->is_with_next;
      if (option->help != NULL)
        print_line (option, column);
    }
  g_print ("\n");
  if (command->print_tables != NULL)
    command->print_tables ();
  g_print ("%s", command->ending);
}

static gboolean
is_called (const YlOption *option, const char *argument)
{
  const gsize length = strlen (option->name);
  if (g_str_has_prefix (argument, "--"))
    return strncmp (argument + 2, option->name, length) == 0
           && (argument[2 + length] == '\0' || argument[2 + length] == '=');
  return argument[0] == '-' && option->letter != 0 && argument[1] == option->letter;
}

const YlOption *
yl_command_find_option (const YlCommand *command, const char *argument)
{
  for (guint i = 0; i < command->n_options; i++)
    if (is_called (&command->options[i], argument))
      return &command->options[i];
  return NULL;
}

const YlVerb *
yl_command_find_verb (const YlCommand *command, const char *name)
{
  for (guint i = 0; i < command->n_verbs; i++)
    if (strcmp (command->verbs[i].name, name) == 0)
      return &command->verbs[i];
  return NULL;
}

gboolean
yl_option_is_input (const YlOption *option)
{
  return option->kind == YL_OPTION_INPUT || option->kind == YL_OPTION_FILE
         || option->kind == YL_OPTION_POLICY;
}
