#include "yanglu/domain/choices.h"

struct _YlChoices
{
  YlArena *arena;
  GArray *choices; /* of YlChoice */
};

YlChoices *
yl_choices_new (void)
{
  YlChoices *choices = yl_arena_new_record (sizeof *choices);
  choices->choices = yl_arena_array (choices->arena, sizeof (YlChoice));
  return choices;
}

void
yl_choices_add (YlChoices *choices, const char *what, const char *chosen, const char *why)
{
  const YlChoice choice = { yl_arena_keep (choices->arena, what),
                            yl_arena_keep (choices->arena, chosen),
                            yl_arena_keep (choices->arena, why) };
  g_array_append_val (choices->choices, choice);
}

const YlChoice *
yl_choices_get (const YlChoices *choices, gsize *out_n)
{
  *out_n = choices->choices->len;
  return (const YlChoice *) (gpointer) choices->choices->data;
}
