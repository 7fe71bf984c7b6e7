#include "yanglu/cli/completion.h"

#include "yanglu/domain/code.h"
#include "yanglu/io/policy/policies.h"

#include <string.h>

static const YlCompletion of_kind[] = {
  [YL_OPTION_FLAG] = YL_COMPLETION_NONE,        [YL_OPTION_TEXT] = YL_COMPLETION_WORD,
  [YL_OPTION_INPUT] = YL_COMPLETION_FILE,       [YL_OPTION_FILE] = YL_COMPLETION_FILE,
  [YL_OPTION_POLICY] = YL_COMPLETION_POLICY,    [YL_OPTION_OUTPUT] = YL_COMPLETION_FILE,
  [YL_OPTION_CHOICE] = YL_COMPLETION_WORD,      [YL_OPTION_YEAR] = YL_COMPLETION_NONE,
  [YL_OPTION_COUNTY] = YL_COMPLETION_NONE,      [YL_OPTION_TOWNSHIPS] = YL_COMPLETION_NONE,
  [YL_OPTION_DATE] = YL_COMPLETION_NONE,        [YL_OPTION_SEED] = YL_COMPLETION_NONE,
  [YL_OPTION_MATERIALITY] = YL_COMPLETION_NONE,
};
G_STATIC_ASSERT (G_N_ELEMENTS (of_kind) == YL_N_OPTION_KINDS);

static void
print_policies (void)
{
  g_autoptr (GPtrArray) policies = yl_policies_list (NULL);
  for (guint i = 0; policies != NULL && i < policies->len; i++)
    g_print ("%s\n", yl_policy_get_head (g_ptr_array_index (policies, i))->id);
  g_print (YL_COMPLETION_FILES "\n");
}

/* @words: of %YL_COMPLETION_WORD */
static void
print_values (YlCompletion completion, const YlOptionWord *words)
{
  switch (completion)
    {
    case YL_COMPLETION_FILE:
      g_print (YL_COMPLETION_FILES "\n");
      break;
    case YL_COMPLETION_POLICY:
      print_policies ();
      break;
    case YL_COMPLETION_RULE:
      for (YlCode code = 0; code < YL_N_CODES; code++)
        g_print ("%s\n", yl_code_get_name (code));
      break;
    case YL_COMPLETION_WORD:
      for (; words != NULL && words->word != NULL; words++)
        g_print ("%s\n", words->word);
      break;
    case YL_COMPLETION_NONE:
    default:
      break;
    }
}

static void
print_options (const YlCommand *command)
{
  for (guint i = 0; i < command->n_options; i++)
    g_print ("--%s\n", command->options[i].name);
  g_print ("--help\n");
}

static void
complete_in (const YlCommand *command, const char *previous, const char *current, gboolean is_first)
{
  const YlOption *option = yl_command_find_option (command, previous);
  const YlVerb *verb = yl_command_find_verb (command, previous);
  if (option != NULL && option->kind != YL_OPTION_FLAG)
    print_values (of_kind[option->kind], option->words);
  else if (verb != NULL)
    print_values (verb->argument, NULL);
  else if (current[0] == '-')
    print_options (command);
  else if (is_first && command->n_verbs > 0)
    for (guint i = 0; i < command->n_verbs; i++)
      g_print ("%s\n", command->verbs[i].name);
  else
    print_values (YL_COMPLETION_FILE, NULL);
}

void
yl_completion_print (const YlCommand *const *commands,
                     guint n_commands,
                     char *const *words,
                     guint n_words)
{
  if (n_words <= 1)
    {
      for (guint i = 0; i < n_commands; i++)
        g_print ("%s\n", commands[i]->name);
      g_print ("help\n--help\n--version\n");
      return;
    }
  if (n_words == 2 && strcmp (words[0], "help") == 0)
    for (guint i = 0; i < n_commands; i++)
      g_print ("%s\n", commands[i]->name);
  for (guint i = 0; i < n_commands; i++)
    if (strcmp (commands[i]->name, words[0]) == 0)
      complete_in (commands[i], words[n_words - 2], words[n_words - 1], n_words == 2);
}
