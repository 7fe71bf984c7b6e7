#include "yanglu/app/record/other.h"

static void
append (GString *other, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    switch (*at)
      {
      case '\n':
        g_string_append (other, "\\n");
        break;
      case '\t':
        g_string_append (other, "\\t");
        break;
      case '\\':
        g_string_append (other, "\\\\");
        break;
      default:
        g_string_append_c (other, *at);
      }
}

void
yl_other_add (GString *other, const char *head, const char *text)
{
  if (other->len > 0)
    g_string_append_c (other, '\n');
  append (other, head);
  g_string_append_c (other, '\t');
  append (other, text);
}

/* The text up to an unescaped tab or line break; *@at moves onto that. */
static char *
take (const char **at)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (; **at != '\0' && **at != '\t' && **at != '\n'; (*at)++)
    {
      if (**at != '\\' || (*at)[1] == '\0')
        {
          g_string_append_c (text, **at);
          continue;
        }
      (*at)++;
      g_string_append_c (text, **at == 'n' ? '\n' : **at == 't' ? '\t' : **at);
    }
  return g_strdup (text->str);
}

GPtrArray *
yl_other_read (const char *other)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  const char *at = other;
  while (*at != '\0')
    {
      g_ptr_array_add (texts, take (&at));
      if (*at == '\t')
        at++;
      g_ptr_array_add (texts, take (&at));
      if (*at != '\0')
        at++;
    }
  return texts;
}
