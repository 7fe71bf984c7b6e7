#include "writer-private.h"

#include "yanglu/forms/form-text.h"

#include <string.h>

/* Whether @at begins what a spreadsheet would decode as an escape (ST_Xstring): _x0041_. */
static gboolean
begins_escape (const char *at)
{
  if (at[0] != '_' || at[1] != 'x')
    return FALSE;
  for (int i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (at[i]))
      return FALSE;
  return at[6] == '_';
}

const char *
yl_xlsx_escape (const char *text, char **out_made)
{
  GString *out = NULL;
  const char *from = text;
  for (const char *at = strchr (text, '_'); at != NULL; at = strchr (at + 1, '_'))
    {
      if (!begins_escape (at))
        continue;
      if (out == NULL)
        out = g_string_new (NULL);
      g_string_append_len (out, from, at - from);
      g_string_append (out, "_x005F");
      from = at;
    }
  if (out == NULL)
    return text;
  g_string_append (out, from);
  yl_form_cut (out);
  return *out_made = g_string_free (out, FALSE);
}
