#include "yanglu/app/choices.h"

struct _YlChoices
{
  GStringChunk *texts;
  GArray *choices; /* of YlChoice */
};

YlChoices *
yl_choices_new (void)
{
  YlChoices *choices = g_new0 (YlChoices, 1);
  choices->texts = g_string_chunk_new (1024);
  choices->choices = g_array_new (FALSE, FALSE, sizeof (YlChoice));
  return choices;
}

void
yl_choices_free (YlChoices *choices)
{
  if (choices == NULL)
    return;
  g_string_chunk_free (choices->texts);
  g_array_free (choices->choices, TRUE);
  g_free (choices);
}

void
yl_choices_add (YlChoices *choices, const char *what, const char *chosen, const char *why)
{
  const YlChoice choice = { g_string_chunk_insert (choices->texts, what),
                            g_string_chunk_insert (choices->texts, chosen),
                            g_string_chunk_insert (choices->texts, why) };
  g_array_append_val (choices->choices, choice);
}

const YlChoice *
yl_choices_get (const YlChoices *choices, gsize *out_n)
{
  *out_n = choices->choices->len;
  return (const YlChoice *) (gpointer) choices->choices->data;
}
