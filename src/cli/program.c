#include "yanglu/cli/program.h"

#include "yanglu/base/likeness.h"
#include "yanglu/cli/colour.h"
#include "yanglu/cli/command-line.h"
#include "yanglu/cli/completion.h"

#include <string.h>

#define N_ASKED 2 /* names that are proposed for one that is none */

static void
print_help (const YlProgram *program)
{
  g_print ("养路 yanglu %s：农村公路养护预算\n\n用法：yanglu 命令 [参数]\n\n", program->version);
  for (guint i = 0; i < program->n_commands; i++)
    g_print ("  %-8s  %s\n", program->commands[i]->name, program->commands[i]->summary);
  g_print (
      "\n每个命令都可加 --help 查看用法，或写作 yanglu help 命令。yanglu --version 显示版本。\n"
      "\n例：yanglu budget 里程台账.csv\n");
}

static const YlCommand *
find_command (const YlProgram *program, const char *name)
{
  for (guint i = 0; i < program->n_commands; i++)
    if (strcmp (program->commands[i]->name, name) == 0)
      return program->commands[i];
  return NULL;
}

/* Nothing is done in place of what was typed. */
static int
refuse (const YlProgram *program, const char *name)
{
  static const char *const options[] = { "--help", "--version", "-V", "-h" };
  const gboolean is_option = name[0] == '-';
  g_autoptr (YlNearest) nearest = yl_nearest_new (name, N_ASKED);
  for (guint i = 0; is_option && i < G_N_ELEMENTS (options); i++)
    yl_nearest_offer (nearest, options[i]);
  for (guint i = 0; i < program->n_commands; i++)
    yl_nearest_offer (nearest, program->commands[i]->name);
  yl_nearest_offer (nearest, "help");
  g_autofree char *advice = yl_nearest_advise (nearest, "用 yanglu --help 查看全部命令。");
  yl_colour_print_failure ("yanglu：");
  g_printerr ("没有%s“%s”，%s\n", is_option ? "选项" : "命令", name, advice);
  return YL_EXIT_NOT_DONE;
}

/* `yanglu help budget`, `yanglu help -V`; @topic: (nullable) */
static int
help (const YlProgram *program, const char *topic)
{
  const gboolean is_of_all = topic == NULL || topic[0] == '-' || strcmp (topic, "help") == 0;
  const YlCommand *command = is_of_all ? NULL : find_command (program, topic);
  if (!is_of_all && command == NULL)
    return refuse (program, topic);
  if (command != NULL)
    yl_command_print_help (command);
  else
    print_help (program);
  return YL_EXIT_DONE;
}

static gboolean
is_any_of (const char *word, const char *const *words)
{
  return g_strv_contains (words, word);
}

int
yl_program_run (const YlProgram *program, int argc, char **argv)
{
  static const char *const helps[] = { "--help", "-h", "help", NULL };
  static const char *const versions[] = { "--version", "-V", NULL };
  if (argc < 2)
    {
      print_help (program);
      return YL_EXIT_NOT_DONE;
    }
  if (is_any_of (argv[1], helps))
    return help (program, argv[2]);
  if (is_any_of (argv[1], versions))
    {
      g_print ("yanglu %s\n", program->version);
      return YL_EXIT_DONE;
    }
  if (strcmp (argv[1], "--complete") == 0)
    {
      yl_completion_print (program->commands, program->n_commands, argv + 2, (guint) argc - 2);
      return YL_EXIT_DONE;
    }
  const YlCommand *command = find_command (program, argv[1]);
  return command == NULL ? refuse (program, argv[1])
                         : yl_command_line_run (command, argc - 1, argv + 1);
}
