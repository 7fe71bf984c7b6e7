/* How a step fared. */
#include "journal-private.h"

YlStepAnswer *
step_answer_new (void)
{
  YlStepAnswer *answer = g_new0 (YlStepAnswer, 1);
  answer->conflicts = g_array_new (FALSE, TRUE, sizeof (YlConflict));
  answer->touched = g_array_new (FALSE, TRUE, sizeof (YlTouchedRow));
  answer->texts = g_ptr_array_new_with_free_func (g_free);
  return answer;
}

void
yl_step_answer_free (YlStepAnswer *answer)
{
  if (answer == NULL)
    return;
  g_array_unref (answer->conflicts);
  g_array_unref (answer->touched);
  g_ptr_array_unref (answer->texts);
  g_free (answer);
}

const char *
step_keep (YlStepAnswer *answer, const char *text)
{
  if (text == NULL)
    return NULL;
  char *kept = g_strdup (text);
  g_ptr_array_add (answer->texts, kept);
  return kept;
}
