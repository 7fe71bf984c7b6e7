#include "support/printed.h"

/* g_print() has no argument for its handler. */
static GString *printed;
static GPrintFunc before;

static void
take (const char *text)
{
  g_string_append (printed, text);
}

void
yl_printed_begin (void)
{
  printed = g_string_new (NULL);
  before = g_set_print_handler (take);
}

char *
yl_printed_end (void)
{
  g_set_print_handler (before);
  return g_string_free (g_steal_pointer (&printed), FALSE);
}
